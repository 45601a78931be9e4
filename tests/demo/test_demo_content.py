"""The sample site's articles: enough of them, all different, and the known one exact."""

import itertools
import os
import subprocess
import sys
from datetime import timedelta
from pathlib import Path

from blitar_scraper.demo import DAY_ONE, LAST_DAY
from blitar_scraper.demo.articles import TRAPS
from blitar_scraper.demo.content import FEATURES, archive, known_article
from blitar_scraper.demo.story import articles_on, readers_on, story

REAL_PAGE = Path(__file__).parents[1] / "renderings" / "article.txt"


def test_there_are_at_least_120_articles_of_nine_years():
    articles = archive()
    assert len(articles) >= 120
    assert {article.published_on.year for article in articles} == set(range(2018, 2027))
    assert max(article.published_on for article in articles) < DAY_ONE


def test_no_two_articles_share_address_title_text_or_identity():
    articles = articles_on(LAST_DAY)
    for values in (
        [article.slug for article in articles],
        [article.title for article in articles],
        [article.body for article in articles],
        [article.identity for article in articles],
        [article.image for article in articles],
    ):
        assert len(set(values)) == len(values)


def test_an_article_has_three_to_ten_paragraphs():
    ordinary = [article for article in archive() if not article.features and not article.number]
    assert len(ordinary) > 90
    assert {len(article.body_lines) for article in ordinary} == set(range(3, 11))


def test_no_slot_of_a_sentence_is_left_unfilled():
    assert not [article.slug for article in articles_on(LAST_DAY) if {"{", "}"} & set(article.title + article.body)]


def test_every_feature_has_its_article():
    found = {feature for article in archive() for feature in article.features}
    assert found == set(FEATURES.values()) >= set(TRAPS)


def test_press_releases_have_number_header_and_contact_block():
    releases = [article for article in archive() if article.number]
    assert len(releases) >= 8
    for article in releases:
        assert article.body_lines[0] == f"SIARAN PERS No. {article.number}"
        assert article.body_lines[-1] == "Website : www.blitarkota.go.id"
        assert article.dateline is not None
        assert timedelta() <= article.published_on - article.dateline <= timedelta(days=1)
    assert any("Jum'at" in article.body_lines[2] for article in releases)


def test_the_known_article_is_whole_and_exact():
    page = REAL_PAGE.read_text(encoding="utf-8")
    article = known_article()
    start, end = page.index("SIARAN PERS"), page.index("Berita Populer")
    lines = [line for line in page[start:end].split("\n") if line]
    assert ["\xa0" if block.kind == "blank" else block.lines[0] for block in article.blocks] == lines
    assert article.title in page.split("\n")
    assert f"{article.author} {article.printed_date} {article.readers + 1}x Share" in page.split("\n")


def test_the_story_tells_everything_that_changes_in_eight_days():
    told, before, after = story(), set(articles_on(0)), set(articles_on(LAST_DAY))
    appeared = {one.article for one in told.published} | {one.after for one in (*told.edited, *told.moved)}
    vanished = {one.article for one in told.removed} | {one.before for one in (*told.edited, *told.moved)}
    assert (len(told.published), len(told.edited), len(told.moved), len(told.removed)) == (6, 3, 1, 2)
    assert after - before == appeared
    assert before - after == vanished


def test_an_edit_changes_what_it_says_and_nothing_else():
    for edit in story().edited:
        before, after = edit.before, edit.after
        assert edit.changed == {name for name in ("title", "body") if getattr(before, name) != getattr(after, name)}
        assert (before.path, before.published_on, before.author) == (after.path, after.published_on, after.author)


def test_a_move_changes_the_address_alone():
    for move in story().moved:
        assert move.before.path != move.after.path
        assert (move.before.title, move.before.body, move.before.image) == (
            (move.after.title, move.after.body, move.after.image)
        )


def test_what_changes_is_recent_and_most_of_the_recent_is_left_alone():
    told = story()
    touched = [one.before for one in (*told.edited, *told.moved)] + [one.article for one in told.removed]
    last = DAY_ONE + timedelta(days=LAST_DAY)
    assert all(last - article.published_on <= timedelta(days=30) for article in touched)
    recent = [article for article in archive() if DAY_ONE - article.published_on <= timedelta(days=30)]
    assert len(recent) > len(touched) + 4


def test_readers_only_ever_increase_and_some_read_every_day():
    for article in archive():
        counts = [readers_on(article, day) for day in range(LAST_DAY + 1)]
        assert counts[0] == article.readers
        assert all(earlier < later for earlier, later in itertools.pairwise(counts))


def test_the_site_is_the_same_in_every_process():
    script = (
        "import hashlib; from blitar_scraper.demo import *; site = SampleSite();"
        "pages = [site.respond(Request('GET', a.path)).body for a in site.articles];"
        "print(hashlib.sha256(b''.join(pages)).hexdigest())"
    )
    digests = {
        subprocess.run(
            [sys.executable, "-c", script],
            env={**os.environ, "PYTHONHASHSEED": seed},
            check=True,
            capture_output=True,
            text=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(digests) == 1
