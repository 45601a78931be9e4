"""What becomes of an article page that was read."""

from __future__ import annotations

import json

import pytest
from archive_examples import FIRST, HOME, SITE, START, Crawled, article_seen, days, entry, listing_seen, midnight, url

from blitar_scraper.addresses import uid_of
from blitar_scraper.archive import Archive
from blitar_scraper.items import ArticleSeen, Media, PopularEntry, Problem, Reading, Site


def test_a_new_article_is_stored_as_it_was_read(crawled: Crawled) -> None:
    outcome = crawled.store(article_seen(tags=("pasar", "ekonomi"), modified_at="2026-03-02"))
    assert (outcome.kind, outcome.twin_url) == ("new", None)
    row = crawled.article
    assert row["id"] == outcome.article_id
    assert row["uid"] == uid_of(url("pasar"))
    for field in (
        "title",
        "author",
        "section",
        "published_at",
        "published_raw",
        "published_precision",
        "views",
        "body",
    ):
        assert row[field] == getattr(FIRST, field), field
    assert row["published_date"] == "2026-03-01"
    assert row["published_time"] is None
    assert json.loads(row["tags"]) == ["pasar", "ekonomi"]
    assert row["word_count"] == 12
    assert row["version"] == 1
    assert row["content_digest"] == FIRST.content_digest
    assert row["first_seen_at"] == row["last_seen_at"] == "2026-03-02T01:00:00Z"
    assert json.loads(row["evidence"])["views"] == {"from": "byline", "raw": "10x"}


def test_body_main_is_the_span_of_the_body(crawled: Crawled) -> None:
    crawled.store(article_seen())
    assert crawled.article["body_main"] == "Pasar itu dibuka pagi ini oleh wali kota." == FIRST.body_main


def test_body_main_counts_characters_as_python_does(crawled: Crawled) -> None:
    body = "📰 KEPALA\nWarga 🏛️ senang — “sekali”.\nKaki 🙂"
    start, end = body.index("Warga"), body.index("\nKaki")
    crawled.store(article_seen(body=body, main_span=(start, end)))
    assert crawled.article["body_main"] == body[start:end]


@pytest.mark.parametrize("span", [None, (-1, 5), (5, 2), (0, 10_000)])
def test_without_a_sound_span_body_main_is_the_body(crawled: Crawled, span: tuple[int, int] | None) -> None:
    crawled.store(article_seen(main_span=span))
    assert crawled.article["body_main"] == FIRST.body


def test_reading_it_again_changes_only_when_it_was_seen(crawled: Crawled) -> None:
    crawled.store(article_seen())
    before = crawled.article
    assert crawled.store(article_seen(at=days(1))).kind == "unchanged"
    assert crawled.article == {**before, "last_seen_at": "2026-03-03T01:00:00Z"}
    assert crawled.values("SELECT COUNT(*) FROM article_versions") == [0]


def test_a_view_count_alone_makes_no_version_but_every_count_is_kept(crawled: Crawled) -> None:
    for day, views in enumerate((10, 12, 12, 30)):
        crawled.store(article_seen(at=days(day), views=views))
    assert crawled.article["version"] == 1
    assert crawled.article["views"] == 30
    assert crawled.values("SELECT views, own_fetches FROM view_counts ORDER BY observed_at") == [
        *((10, 1), (12, 2), (12, 3), (30, 4))
    ]


def test_our_own_fetches_are_counted_where_no_views_are_shown(crawled: Crawled) -> None:
    crawled.store(article_seen(views=None), article_seen(at=days(1), views=None), article_seen(at=days(2), views=7))
    assert crawled.values("SELECT views, own_fetches FROM view_counts") == [(7, 3)]


def test_a_count_taken_from_the_listing_is_not_observed_again_with_the_page(crawled: Crawled) -> None:
    from_listing = {"title": {"from": "heading"}, "views": {"from": "listing", "raw": "10x"}}
    crawled.store(article_seen(evidence=from_listing))
    crawled.store(listing_seen(entry(views=15), at=days(1)))
    crawled.store(article_seen(at=days(2), views=15, evidence=from_listing))
    assert crawled.values("SELECT observed_at, views, own_fetches FROM view_counts") == [
        ("2026-03-02T01:00:00Z", 10, 0),  # counted before our first request for the page
        ("2026-03-03T01:00:00Z", 15, 1),
    ]


@pytest.mark.parametrize("field", ["title", "author", "published_at", "section", "body"])
def test_a_change_of_each_content_field_makes_a_version(crawled: Crawled, field: str) -> None:
    crawled.store(article_seen())
    changed = "2026-02-28" if field == "published_at" else "lain"
    printed = {"published_raw": "28 Feb 2026"} if field == "published_at" else {}
    assert crawled.store(article_seen(at=days(1), **{field: changed}, **printed)).kind == "edited"
    assert crawled.article["version"] == 2
    assert crawled.article[field] == changed
    (old,) = crawled.rows("SELECT * FROM article_versions")
    assert old[field] == getattr(FIRST, field)
    assert (old["version"], old["superseded_by"]) == (1, "edited")
    assert (old["seen_at"], old["superseded_at"]) == ("2026-03-02T01:00:00Z", "2026-03-03T01:00:00Z")
    assert old["body_main"] == FIRST.body_main


def test_versions_follow_each_other_without_a_gap(crawled: Crawled) -> None:
    for day, title in enumerate(("satu", "dua", "tiga")):
        crawled.store(article_seen(at=days(day), title=title))
    history = "SELECT version, title, seen_at, superseded_at FROM article_history ORDER BY version"
    assert crawled.values(history) == [
        (1, "satu", "2026-03-02T01:00:00Z", "2026-03-03T01:00:00Z"),
        (2, "dua", "2026-03-03T01:00:00Z", "2026-03-04T01:00:00Z"),
        (3, "tiga", "2026-03-04T01:00:00Z", None),
    ]


def test_what_a_newer_parser_reads_differently_is_no_edit(crawled: Crawled) -> None:
    crawled.store(article_seen())
    assert crawled.store(article_seen(at=days(1), title="Judul utuh", parser_version=2)).kind == "reparsed"
    assert crawled.values("SELECT superseded_by FROM article_versions") == ["reparsed"]
    assert crawled.values("SELECT COUNT(*) FROM edits") == [0]
    assert (crawled.run["edited"], crawled.run["unchanged"]) == (0, 1)


def test_a_time_zone_that_was_filled_in_later_is_no_edit(crawled: Crawled) -> None:
    """The same printed time means another moment: a person corrected the site's settings, the page is the same."""
    printed = {"published_raw": "1 Mar 2026 09:30", "published_precision": "minute"}
    crawled.store(article_seen(published_at="2026-03-01T09:30", **printed))
    again = article_seen(at=days(1), published_at="2026-03-01T09:30+07:00", **printed)
    assert crawled.store(again).kind == "reparsed"
    assert crawled.article["published_at"] == "2026-03-01T09:30+07:00"
    assert crawled.values("SELECT COUNT(*) FROM edits") == [0]
    assert (crawled.run["edited"], crawled.run["unchanged"]) == (0, 1)


@pytest.mark.parametrize(
    "field",
    ["title", "author", "section", "published_at", "body", "image_url", "press_release_number", "dateline_date"],
)
def test_a_value_that_was_known_is_kept_when_it_cannot_be_read(crawled: Crawled, field: str) -> None:
    full = {"image_url": f"{HOME}/a.jpg", "press_release_number": "4/2026", "dateline_date": "2026-03-01"}
    crawled.store(article_seen(**full))
    before = crawled.article
    missing = {**full, field: None, "parser_version": 1}
    if field == "body":
        missing["main_span"] = None
    assert crawled.store(article_seen(at=days(1), **missing)).kind == "unchanged"
    assert crawled.article == {**before, "last_seen_at": "2026-03-03T01:00:00Z"}
    problem = "SELECT problem, field, resolved_at FROM problems"
    assert crawled.values(problem) == [("value-lost", field, None)]
    crawled.store(article_seen(at=days(2), **full))
    assert crawled.values(problem) == [("value-lost", field, "2026-03-04T01:00:00Z")]


def test_a_date_that_can_no_longer_be_read_is_kept_with_what_stands_there_now(crawled: Crawled) -> None:
    crawled.store(article_seen())
    crawled.store(article_seen(at=days(1), published_at=None, published_precision=None, published_raw="kemarin lusa"))
    row = crawled.article
    assert (row["published_at"], row["published_raw"], row["published_precision"]) == (
        "2026-03-01",
        "1 Mar 2026",
        "day",
    )
    assert crawled.values("SELECT field, detail FROM problems") == [("published_at", "kemarin lusa")]


def test_what_only_the_listing_said_is_not_called_lost(crawled: Crawled) -> None:
    said = {"published_at": {"from": "listing", "raw": "1 Mar 2026"}}
    crawled.store(article_seen(evidence=said))
    crawled.store(
        article_seen(at=days(1), published_at=None, published_raw=None, published_precision=None, evidence={})
    )
    assert crawled.article["published_at"] == "2026-03-01"
    assert crawled.article["published_raw"] == "1 Mar 2026"
    assert json.loads(crawled.article["evidence"])["published_at"]["from"] == "listing"
    assert crawled.values("SELECT problem FROM problems") == []


def test_a_lost_view_count_stays_as_last_seen(crawled: Crawled) -> None:
    crawled.store(article_seen(views=10), article_seen(at=days(1), views=None))
    assert crawled.article["views"] == 10
    assert crawled.values("SELECT views FROM view_counts") == [10]


def test_a_value_without_versions_that_changes_is_noted(crawled: Crawled) -> None:
    crawled.store(article_seen(image_url=f"{HOME}/old.jpg"), article_seen(at=days(1), image_url=f"{HOME}/new.jpg"))
    assert crawled.article["image_url"] == f"{HOME}/new.jpg"
    noted = "SELECT field, detail, seen_at = resolved_at FROM problems WHERE problem = 'value-replaced'"
    assert crawled.values(noted) == [("image_url", f"{HOME}/old.jpg", 1)]


def test_images_are_those_of_the_last_reading_and_older_ones_are_not_lost(crawled: Crawled) -> None:
    one, two = Media("image", f"{HOME}/1.jpg", "Pasar"), Media("attachment", f"{HOME}/2.pdf")
    crawled.store(article_seen(media=(one, two)))
    stored = "SELECT position, kind, url, caption FROM media ORDER BY position"
    assert crawled.values(stored) == [(1, "image", one.url, "Pasar"), (2, "attachment", two.url, None)]

    crawled.store(article_seen(at=days(1), media=(two,), title="Judul baru"))
    assert crawled.values(stored) == [(1, "attachment", two.url, None)]
    (evidence,) = crawled.values("SELECT evidence FROM article_versions")
    assert [item["url"] for item in json.loads(evidence)["media"]] == [one.url, two.url]

    crawled.store(article_seen(at=days(2), media=(one,), title="Judul baru"))
    (detail,) = crawled.values("SELECT detail FROM problems WHERE problem = 'value-replaced' AND field = 'media'")
    assert two.url in detail

    crawled.store(article_seen(at=days(3), media=(), title="Judul baru"))
    assert crawled.values(stored) == [(1, "image", one.url, "Pasar")]
    assert crawled.values("SELECT field FROM problems WHERE problem = 'value-lost'") == ["media"]


def test_problems_are_noted_once_and_end_when_the_page_no_longer_has_them(crawled: Crawled) -> None:
    bad_date = Problem("date-in-future", "published_at", "31 Des 2099")
    crawled.store(article_seen(problems=(bad_date,)), article_seen(at=days(1), problems=(bad_date,)))
    row = "SELECT problem, field, detail, url, article_id, seen_at, resolved_at FROM problems"
    first = ("date-in-future", "published_at", "31 Des 2099", url("pasar"), 1, "2026-03-02T01:00:00Z")
    assert crawled.values(row) == [(*first, None)]
    crawled.store(article_seen("lain", at=days(2)))  # another page does not end it
    assert crawled.values(row) == [(*first, None)]
    crawled.store(article_seen(at=days(3)))
    assert crawled.values(row) == [(*first, "2026-03-05T01:00:00Z")]
    crawled.store(article_seen(at=days(4), problems=(bad_date,)))
    assert len(crawled.values(row)) == 2  # it came back: a second one


def test_run_level_problems_are_not_doubled(crawled: Crawled) -> None:
    for day in (0, 1):
        crawled.archive.add_problem(Problem("few-links"), at=days(day), site_id=SITE.id, run_id=crawled.run_id)
    assert crawled.values("SELECT problem, seen_at FROM problems") == [("few-links", "2026-03-02T01:00:00Z")]


def test_the_popular_list_is_kept_once_a_day_and_when_it_changes(crawled: Crawled) -> None:
    one = PopularEntry(1, url("kupatan"), "Makna Hari Raya Kupatan")
    two = PopularEntry(2, None, "KPU Tetapkan DPT")
    crawled.store(article_seen("a", popular=(one, two)))
    crawled.store(article_seen("b", at=days(0.1), popular=(one, two)))
    stored = "SELECT observed_at, rank, url, title FROM popular"
    day_one = [
        ("2026-03-02T01:00:00Z", 1, url("kupatan"), "Makna Hari Raya Kupatan"),
        ("2026-03-02T01:00:00Z", 2, None, "KPU Tetapkan DPT"),
    ]
    assert crawled.values(stored) == day_one
    crawled.store(listing_seen(at=days(0.2), popular=(one,)))
    assert len(crawled.values(stored)) == 3
    crawled.store(article_seen("c", at=days(1), popular=(one,)))
    assert len(crawled.values(stored)) == 4


def test_spellings_of_one_address_are_one_article(crawled: Crawled) -> None:
    spellings = (url("pasar"), "http://kota-contoh.go.id/berita/pasar/", url("pasar") + "?utm_source=wa#isi")
    kinds = [crawled.store(article_seen(name, at=days(day))).kind for day, name in enumerate(spellings)]
    assert kinds == ["new", "unchanged", "unchanged"]
    assert crawled.values("SELECT COUNT(*) FROM pages") == [1]
    assert crawled.article["url"] == spellings[0]


def test_addresses_that_differ_in_their_query_are_two_articles(crawled: Crawled) -> None:
    crawled.store(article_seen("baca?id=1", title="satu"), article_seen("baca?id=2", title="dua"))
    assert crawled.values("SELECT title FROM articles ORDER BY id") == ["satu", "dua"]


def test_a_new_article_with_the_text_of_another_names_its_twin(crawled: Crawled) -> None:
    crawled.store(article_seen("lama"))
    outcome = crawled.store(article_seen("baru", at=days(1), views=99))
    assert (outcome.kind, outcome.twin_url) == ("new", url("lama"))
    assert crawled.store(article_seen("baru", at=days(2))).twin_url is None
    assert crawled.store(article_seen("lain", at=days(2), title="Lain")).twin_url is None


def test_a_twin_is_due_at_once_unless_this_run_has_just_read_it(crawled: Crawled) -> None:
    crawled.store(article_seen("lama"))
    planned = crawled.due_at("lama")
    crawled.store(article_seen("baru", at=days(0.1)))
    assert crawled.due_at("lama") == planned != days(0.1)
    crawled.run_id = crawled.archive.start_run(SITE.id, "update", at=days(1), program_version="0")
    crawled.store(article_seen("terbaru", at=days(1)))
    assert crawled.due_at("lama") == days(1)  # to be asked now, or by the next run if this one is killed


def test_a_twin_on_another_site_is_none(crawled: Crawled) -> None:
    other = Site(id="lain", name="Kota Lain", home_url="https://lain.go.id/")
    crawled.archive.put_site(other, at=START)
    seen = article_seen("https://lain.go.id/berita/pasar")
    crawled.store(ArticleSeen(other, seen.fetch, seen.reading))
    assert crawled.store(article_seen()).twin_url is None


def test_articles_of_which_nothing_could_be_read_are_not_twins(crawled: Crawled) -> None:
    empty = {"title": None, "body": None, "main_span": None}
    crawled.store(article_seen("a", **empty))
    assert crawled.store(article_seen("b", **empty)).twin_url is None


def test_a_page_that_holds_no_article_is_noted_and_tried_again(crawled: Crawled) -> None:
    crawled.store(article_seen())
    before = crawled.article
    nothing = ArticleSeen(SITE, article_seen(at=days(1)).fetch, Reading(None))
    outcome = crawled.store(nothing)
    assert (outcome.kind, outcome.article_id) == ("failed", before["id"])
    assert crawled.article == before
    assert crawled.values("SELECT problem, url FROM problems") == [("no-article", url("pasar"))]
    assert crawled.due_at() == days(1 + 2 / 24)
    assert crawled.run["errors"] == 1


def test_a_page_that_never_holds_an_article_is_hardly_asked_any_more(crawled: Crawled) -> None:
    for day in range(4):
        crawled.store(ArticleSeen(SITE, article_seen("galeri", at=days(day)).fetch, Reading(None)))
    assert crawled.due_at("galeri") == midnight(30)


def test_captures_that_a_version_was_read_from_are_listed(crawled: Crawled) -> None:
    for number in (1, 2, 3):
        crawled.archive.db.table("captures").insert(
            {"id": number, "source": "crawl", "url": url("pasar"), "fetched_at": ""}
        )
    crawled.store(article_seen(capture_id=1), article_seen(at=days(1), capture_id=2))
    crawled.store(article_seen(at=days(2), title="Baru", capture_id=3))
    assert crawled.values("SELECT version, capture_id, role FROM article_captures ORDER BY capture_id") == [
        *((1, 1, "page"), (1, 2, "page"), (2, 3, "page"))
    ]
    assert crawled.values("SELECT capture_id FROM view_counts ORDER BY observed_at") == [1, 2, 3]
    assert crawled.article["capture_id"] == 3


def test_the_run_counts_what_was_stored_though_it_never_ended(crawled: Crawled) -> None:
    crawled.store(listing_seen(entry("a"), entry("b"), entry("b")))
    crawled.store(article_seen("a", title="a"), article_seen("b", title="b"), article_seen("b", at=days(1), title="b"))
    crawled.store(article_seen("a", at=days(1), title="a2"))
    names = ("status", "listed", "new", "edited", "unchanged", "gone", "errors", "finished_at")
    assert [crawled.run[name] for name in names] == ["running", 2, 2, 1, 1, 0, 0, None]


def test_what_others_fetched_is_no_visit_of_ours(archive: Archive) -> None:
    archive.put_site(SITE, at=days(0))
    imported = archive.start_run(SITE.id, "import", at=days(0), program_version="0")
    archive.store(article_seen("a", at=days(0)), imported)
    crawled = archive.start_run(SITE.id, "update", at=days(1), program_version="0")
    archive.store(article_seen("a", at=days(1)), crawled)
    assert [row["own_fetches"] for row in archive.db.query("SELECT own_fetches FROM view_counts")] == [0, 1]
