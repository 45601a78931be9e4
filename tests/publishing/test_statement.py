"""The data statement: every number in it is the archive's, in both languages, whatever the archive holds."""

from __future__ import annotations

import hashlib
import re
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from sqlite_utils import Database

from blitar_scraper.archive import Archive
from blitar_scraper.items import Site
from blitar_scraper.publishing.statement.citing import cite_archive, fingerprint
from blitar_scraper.publishing.statement.documents import Bullets, Heading, Paragraph, Table, as_markdown
from blitar_scraper.publishing.statement.facts import FIELDS, GAPS, Facts, facts_of
from blitar_scraper.publishing.statement.statement import statement
from blitar_scraper.publishing.words import LANGUAGES, Words
from blitar_scraper.publishing.words.statement import WORDS
from tests.archive.archive_examples import START
from tests.asked_archive import UIDS, fill
from tests.publishing.released import released

NOW = datetime(2024, 7, 1, tzinfo=UTC)


@pytest.fixture
def archive(tmp_path: Path) -> Any:
    with Archive(tmp_path / "asked.db") as opened:
        fill(opened)
        yield opened


def text_of(db: Database, language: str = "en", sites: tuple[str, ...] = ()) -> str:
    return as_markdown(
        statement(facts_of(db, sites), cite_archive(db, sites=sites, language=language), Words(language))
    )


def without_runs(archive: Archive) -> None:
    archive.db.execute("UPDATE captures SET run_id = NULL")
    archive.db.execute("DELETE FROM runs")


def row_of(text: str, first: str) -> list[str]:
    """The cells of the first row of a table that begins so."""
    (line, *_) = [line for line in text.splitlines() if line.startswith(f"| {first} |")]
    return [cell.strip() for cell in line.strip("|").split("|")]


# The numbers


def test_the_numbers_are_the_archives(archive):
    facts = facts_of(archive.db)
    assert (facts.articles, facts.words) == (6, 41 + 5 + 4 + 3 + 41)
    assert (facts.first_published, facts.last_published) == ("2024-01-10", "2024-04-01")
    assert (facts.first_run_at, facts.last_run_at) == ("2024-04-02T01:00:00Z", "2024-06-03T02:00:00Z")
    assert (facts.total("runs"), facts.total("complete_runs")) == (3, 2)
    assert facts.missing["author"] == 3 and facts.missing["published_date"] == 1 and facts.missing["title"] == 0
    assert facts.missing["section"] == 6 and facts.missing["published_time"] == 4 and facts.missing["views"] == 3
    assert facts.precisions == {"day": 5, "none": 1}
    assert (facts.total("edits"), facts.edited_articles, facts.edited_fields) == (1, 1, {"title": 1})
    assert (facts.total("removed"), facts.removed) == (1, {"404": 1})
    assert (facts.total("view_observations"), facts.articles_with_views) == (5, 3)
    assert (facts.shared_texts, facts.shared_articles, facts.shared_between_sites) == (1, 2, 1)
    assert (facts.captures, facts.capture_files, facts.capture_bytes) == ({"crawl": 1}, 1, 10)
    assert (facts.total("with_capture"), facts.total("withheld"), facts.withheld_parts) == (1, 0, 0)


def test_gaps_are_told_as_spans_of_months_by_what_is_known_of_them(archive):
    contoh, lain = facts_of(archive.db).sites
    assert contoh.months == {"news": 3, "silence in hindsight": 1, "silence": 1, "crawl failed": 1}
    assert contoh.gaps == {
        "silence in hindsight": [("2024-02", "2024-02")],
        "silence": [("2024-05", "2024-05")],
        "crawl failed": [("2024-06", "2024-06")],
    }
    assert lain.gaps == {}
    archive.db.execute("UPDATE articles SET published_at = '2023-11-05' WHERE id = 2")
    without_runs(archive)
    (span,) = facts_of(archive.db).sites[0].gaps["not observed"][:1]
    assert span == ("2023-12", "2023-12")


def test_months_in_a_row_are_one_span_over_the_end_of_a_year(archive):
    without_runs(archive)
    archive.db.execute("UPDATE articles SET published_at = '2023-08-05' WHERE id = 2")
    archive.db.execute("UPDATE articles SET published_at = '2024-03-05' WHERE id = 1")
    archive.db.execute("UPDATE articles SET first_seen_at = '2024-03-06T00:00:00Z'")
    assert facts_of(archive.db).sites[0].gaps["not observed"] == [("2023-09", "2024-02")]


def test_of_some_sites_only_theirs_is_told(archive):
    facts = facts_of(archive.db, ["lain"])
    assert [site.id for site in facts.sites] == ["lain"] and not facts.whole
    assert (facts.articles, facts.total("runs"), facts.total("edits"), facts.captures.total()) == (1, 0, 0, 0)
    assert "part of the archive" in text_of(archive.db, sites=("lain",))


def test_what_is_withheld_is_counted_and_not_taken_for_missing(archive):
    before = facts_of(archive.db)
    for name, field in (("juara", None), ("hormat", "author"), ("pasar", "published_at")):
        article = archive.article_by_uid(UIDS[name])
        archive.withhold(article, reason="alasan", at=NOW, field=field)
    after = facts_of(archive.db)
    assert (after.articles, after.total("withheld"), after.withheld_parts) == (5, 1, 2)
    assert after.missing["author"] == before.missing["author"]
    assert after.missing["published_date"] == before.missing["published_date"]
    assert after.precisions == {"day": 3, "none": 1, "withheld": 1}
    said = text_of(archive.db)
    assert "Withheld from the public: 1 article as a whole, and a part of 2 articles." in said
    assert UIDS["juara"] not in said and "alasan" not in said


def test_a_release_says_the_same_as_the_archive_that_it_was_made_of(archive, tmp_path, request):
    article = archive.article_by_uid(UIDS["hormat"])
    archive.withhold(article, reason="alasan", at=NOW, field="body")
    archive.withhold(archive.article_by_uid(UIDS["sama"]), reason="alasan", at=NOW)
    path = archive.path
    archive.close()
    with Archive(path, readonly=True) as live:
        expected = {language: text_of(live.db, language) for language in LANGUAGES}
    release = released(path, tmp_path, request)
    assert {language: text_of(release, language) for language in LANGUAGES} == expected


def test_the_fingerprint_is_of_what_the_articles_say_and_anybody_can_reckon_it(archive):
    before = fingerprint(archive.db)
    lines = sorted(f"{row['uid']} {row['version']} {row['content_digest']}\n" for row in archive.db["articles"].rows)
    assert before == "sha256:" + hashlib.sha256("".join(lines).encode()).hexdigest()
    archive.db.execute("UPDATE articles SET views = 1000, last_seen_at = '2025-01-01T00:00:00Z'")
    assert fingerprint(archive.db) == before
    archive.db.execute("UPDATE articles SET version = 9, content_digest = 'sha256:new' WHERE id = 1")
    assert fingerprint(archive.db) != before


# The words


def test_the_statement_reads_as_one_would_write_it(archive):
    said = text_of(archive.db)
    assert "6 articles from 2 sites, published between 10 January 2024 and 1 April 2024" in said
    assert "in 3 crawls, of which 2 ran to the end" in said
    assert row_of(said, "contoh") == ["contoh", "Kota Contoh", "35.72", "5", "10 Jan 2024", "1 Apr 2024"]
    assert row_of(said, "author") == ["author", "`author`", "3", "50%"]
    assert "contoh: silent 2024-02, 2024-05; failed 2024-06" in said


def test_the_statement_is_as_complete_in_indonesian(archive):
    english, indonesian = (
        statement(facts_of(archive.db), cite_archive(archive.db, language=language), Words(language))
        for language in LANGUAGES
    )
    assert [type(block) for block in english] == [type(block) for block in indonesian]
    said = as_markdown(indonesian)
    assert "6 artikel dari 2 situs, yang menurut halamannya terbit antara 10 Januari 2024 dan 1 April 2024" in said
    assert row_of(said, "penulis") == ["penulis", "`author`", "3", "50 %"]
    words = [block.text for block in english if isinstance(block, Paragraph | Heading)]
    assert not {text for text in words if text in said and " " in text}, "a sentence was left in English"


@pytest.mark.parametrize("key", WORDS)
def test_every_text_has_the_same_names_in_both_languages(key):
    english, indonesian = (sorted(re.findall(r"{(\w+)}", text)) for text in WORDS[key])
    assert english == indonesian


def test_every_value_that_is_counted_has_words():
    t = Words("id")
    assert all(t.has(f"statement.field.{name}") for name in FIELDS)
    assert set(GAPS) == {"not observed", "crawl failed", "incomplete", "silence", "silence in hindsight"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_empty_archive_has_a_statement(tmp_path, language):
    with Archive(tmp_path / "empty.db") as empty:
        said = text_of(empty.db, language)
        assert "0" in said and "None" not in said
        empty.put_site(Site(id="baru", name="Kota Baru", home_url="https://baru.go.id/"), at=START)
        assert "Kota Baru" in text_of(empty.db, language)


def test_thirty_eight_sites_have_a_row_each(archive):
    for number in range(36):
        archive.put_site(Site(id=f"s{number}", name=f"Kota {number}", home_url=f"https://s{number}.go.id/"), at=START)
    said = text_of(archive.db)
    for number in range(36):
        assert row_of(said, f"s{number}")[1] == f"Kota {number}"
    assert "Kota Contoh, Kota Lain, Kota 0 and 35 other sites: news articles." in said


def test_articles_with_every_value_null_are_counted_as_missing(archive):
    nulls = (
        "title, author, section, published_at, published_date, published_time, published_precision, body, word_count"
    )
    archive.db.execute(f"UPDATE articles SET {nulls.replace(',', ' = NULL,')} = NULL")
    facts = facts_of(archive.db)
    assert {facts.missing[name] for name in ("title", "author", "section", "published_date", "body")} == {6}
    assert "none of which says when it was published" in text_of(archive.db)


# What a page or a person wrote


def test_stored_text_is_no_markup():
    blocks = [
        Heading("# a | b", 2),
        Paragraph("[x](javascript:alert(1)) <script>\n# y *z* `name` |"),
        Bullets(["- a\x1b[31m"]),
        Table(["a|b"], [["`x|y`", "<b>"], ["one ` only", "\u202e"]]),
    ]
    assert as_markdown(blocks) == (
        "## \\# a \\| b\n\n"
        "\\[x\\](javascript:alert(1)) \\<script\\> \\# y \\*z\\* `name` \\|\n\n"
        "- - a\\\\x1b\\[31m\n\n"
        "| a\\|b |\n|---|\n| `x\\|y` | \\<b\\> |\n| one ' only | \\\\u202e |\n"
    )


def test_a_hostile_name_of_a_site_breaks_no_table(archive):
    archive.db.execute("UPDATE sites SET name = 'Kota | <script>' || char(10) || '# x' WHERE id = 'lain'")
    assert "| lain | Kota \\| \\<script\\> \\# x | – |" in text_of(archive.db)


def test_a_single_site_has_no_table_by_site(archive):
    assert "Missing by site" in text_of(archive.db)
    assert "Missing by site" not in text_of(archive.db, sites=("contoh",))


def test_facts_are_told_of_a_site_without_runs(archive):
    facts: Facts = facts_of(archive.db, ["lain"])
    assert facts.sites[0].runs == 0
    assert "No crawl is on record." in text_of(archive.db, sites=("lain",))
