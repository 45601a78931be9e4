"""What the public may know of an article: its history from the public views, nothing withheld in it."""

from __future__ import annotations

import dataclasses
import sqlite3

import pytest
from archive_examples import START, Crawled, article_seen, capture, days, entry, gone, listing_seen, url
from sqlite_utils import Database

from blitar_scraper.addresses import uid_of
from blitar_scraper.archive.public_history import (
    PublicHistory,
    Withheld,
    evidence_of,
    neighbours,
    public_history,
    public_uids_near,
    tags_of,
)
from blitar_scraper.archive.values import iso
from blitar_scraper.items import Media

PASAR = uid_of(url("pasar"))
SECRET = "rahasia"


def found(crawled: Crawled, uid: str = PASAR) -> PublicHistory:
    history = public_history(crawled.archive.db, uid)
    assert isinstance(history, PublicHistory)
    return history


def withhold(crawled: Crawled, uid: str = PASAR, **part: object) -> None:
    article = crawled.archive.find_article(uid)
    assert article is not None
    crawled.archive.withhold(article, reason=SECRET, at=days(20), **part)  # type: ignore[arg-type]


def story(history: PublicHistory) -> list[tuple[int, str | None, bool]]:
    return [(version.number, version.title, version.withheld) for version in history.versions]


def three_versions(crawled: Crawled) -> None:
    for day, title in enumerate(("Satu", "Dua", "Tiga")):
        number = capture(crawled, days(day))
        crawled.store(article_seen(at=days(day), title=title, body=f"Isi {title}", main_span=None, capture_id=number))


def test_with_nothing_withheld_it_is_the_history_that_the_keeper_sees(crawled: Crawled) -> None:
    three_versions(crawled)
    crawled.store(gone(at=days(5)))
    article = crawled.archive.find_article(PASAR)
    assert article is not None
    keeper, public = crawled.archive.history(article), found(crawled)
    for name in ("versions", "view_counts", "captures", "site_name", "merged", "counts_own_fetches"):
        assert getattr(public, name) == getattr(keeper, name), name
    assert public.withheld_fields == public.withheld_versions == ()
    assert public.last_edit == (public.versions[1], public.versions[2])


def test_a_withheld_version_is_a_gap_and_the_others_keep_their_numbers(crawled: Crawled) -> None:
    three_versions(crawled)
    withhold(crawled, version=2)
    history = found(crawled)
    assert story(history) == [(1, "Satu", False), (3, "Tiga", False)]
    assert history.withheld_versions == (2,)
    assert history.shown(2) is None
    assert {read.version for read in history.captures} == {1, 3}
    # Since when the third stands is when the hidden one ended, in no public view: its own capture says the same.
    assert history.present.seen_at == iso(days(2))


def test_a_withheld_present_version_is_there_and_says_nothing(crawled: Crawled) -> None:
    three_versions(crawled)
    withhold(crawled, version=3)
    history = found(crawled)
    assert story(history) == [(1, "Satu", False), (2, "Dua", False), (3, None, True)]
    assert (history.present.body, history.present.content_digest, history.shown(3)) == (None, None, None)
    assert set(history.said) == {1, 2}
    assert history.last_edit == (history.versions[0], history.versions[1])


def test_a_withheld_field_is_absent_in_every_version(crawled: Crawled) -> None:
    crawled.store(article_seen(author=SECRET, evidence={"author": {"from": "byline", "raw": SECRET}}))
    crawled.store(article_seen(at=days(1), author=SECRET, title="Dua", evidence={"author": {"raw": SECRET}}))
    withhold(crawled, field="author")
    history = found(crawled)
    assert history.withheld_fields == ("author",)
    assert SECRET not in repr(dataclasses.asdict(history))


def test_of_withheld_views_no_count_is_told(crawled: Crawled) -> None:
    crawled.store(article_seen(views=10), listing_seen(entry(views=4711), at=days(2)))
    withhold(crawled, field="views")
    history = found(crawled)
    assert (history.view_counts, history.article["views"]) == ((), None)


def test_of_withheld_media_nothing_is_told(crawled: Crawled) -> None:
    crawled.store(article_seen(media=(Media("image", url("a.jpg"), "Foto"),)))
    assert [item["url"] for item in found(crawled).media] == [url("a.jpg")]
    withhold(crawled, field="media")
    assert found(crawled).media == ()


def test_of_an_article_withheld_as_a_whole_only_that_it_is_there_is_told(crawled: Crawled) -> None:
    three_versions(crawled)
    withhold(crawled)
    assert public_history(crawled.archive.db, PASAR) == Withheld(PASAR, "contoh", "Kota Contoh", iso(days(20)))


def test_the_uid_of_a_merged_article_leads_to_the_one_that_it_became(crawled: Crawled) -> None:
    crawled.store(article_seen("lama", title="L1"), article_seen("baru", at=days(2), title="B1"))
    crawled.store(article_seen("baru", at=days(4), via=("lama",), title="B3"))
    old, new = uid_of(url("lama")), uid_of(url("baru"))
    history = found(crawled, new)
    assert (history.article["uid"], history.merged) == (old, (new,))
    withhold(crawled, old, field="author")
    assert found(crawled, new).article["uid"] == old
    withhold(crawled, old)
    assert public_history(crawled.archive.db, new) is None


@pytest.mark.parametrize("uid", [PASAR.upper(), f" {PASAR}\n"])
def test_a_uid_is_found_however_it_is_written(crawled: Crawled, uid: str) -> None:
    crawled.store(article_seen())
    assert found(crawled, uid).article["uid"] == PASAR


@pytest.mark.parametrize("uid", ["", "%", "nosuchuid234", "\ud800", "a\0b"])
def test_what_is_not_there_is_not_found(crawled: Crawled, uid: str) -> None:
    crawled.store(article_seen())
    assert public_history(crawled.archive.db, uid) is None


def test_only_uids_that_may_be_shown_are_said_to_be_near(crawled: Crawled) -> None:
    crawled.store(article_seen())
    assert public_uids_near(crawled.archive.db, PASAR[:-1]) == [PASAR]
    assert public_uids_near(crawled.archive.db, PASAR[:5]) == public_uids_near(crawled.archive.db, "%%%%%%%") == []
    withhold(crawled)
    assert public_uids_near(crawled.archive.db, PASAR[:-1]) == []


def test_the_proof_of_a_removal_is_among_the_captures_of_a_release_too(crawled: Crawled) -> None:
    """A release has no sightings: it names the capture in `article_captures`."""
    crawled.store(article_seen(capture_id=capture(crawled, START)))
    proof = capture(crawled, days(3), http_status=404)
    crawled.store(gone(at=days(3)))
    crawled.archive.db.execute("DELETE FROM sightings")
    crawled.archive.db.execute("INSERT INTO article_captures VALUES (1, 1, ?, 'gone')", [proof])
    assert [(read.role, read.capture.http_status) for read in found(crawled).captures] == [("page", 200), ("gone", 404)]


def test_neighbours_are_those_published_before_and_after(crawled: Crawled) -> None:
    for name, at in (
        ("awal", "2026-01-01"),
        ("pagi", "2026-02-01T08:00+07:00"),
        ("siang", "2026-02-01T12:00+07:00"),
        ("akhir", "2026-03-01"),
        ("entah", None),
    ):
        crawled.store(article_seen(name, title=name, published_at=at))

    def around(name: str) -> list[str | None]:
        pair = neighbours(crawled.archive.db, found(crawled, uid_of(url(name))))
        return [one and one.title for one in pair]

    assert around("awal") == [None, "pagi"]
    assert around("siang") == ["pagi", "akhir"]
    assert around("akhir") == ["siang", None]
    assert around("entah") == [None, None]
    withhold(crawled, uid_of(url("pagi")))
    assert around("siang") == ["awal", "akhir"]
    withhold(crawled, uid_of(url("akhir")), field="published_at")  # its place in the order would tell it
    assert around("siang") == ["awal", None]
    withhold(crawled, uid_of(url("awal")), field="title")
    before, _ = neighbours(crawled.archive.db, found(crawled, uid_of(url("siang"))))
    assert before is not None
    assert (before.title, before.title_withheld) == (None, True)


def test_a_connection_that_may_not_write_and_gives_rows_by_name_will_do(crawled: Crawled) -> None:
    """As Datasette's are."""
    three_versions(crawled)
    path = crawled.archive.db.execute("PRAGMA database_list").fetchone()[2]
    connection = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
    connection.row_factory = sqlite3.Row
    try:
        history = public_history(Database(connection, execute_plugins=False), PASAR)
    finally:
        connection.close()
    assert isinstance(history, PublicHistory)
    assert len(history.versions) == 3


@pytest.mark.parametrize("text", [None, "", "no json", '"text"', "[" * 100_000, "12", b"x"])
def test_tags_and_evidence_that_are_none_are_empty(text: object) -> None:
    assert tags_of({"tags": text}) == []
    assert evidence_of({"evidence": text}) == {}


def test_what_is_no_text_among_tags_is_left_out() -> None:
    assert tags_of({"tags": '["a", 1, null, ["b"], " ", "<c>"]'}) == ["a", "<c>"]
    assert tags_of({"tags": '{"a": 1}'}) == []


def test_every_question_has_a_key(crawled: Crawled) -> None:
    """An article of a million is found as quickly as one of a hundred. What may be gone through is what is withheld."""
    three_versions(crawled)
    crawled.store(gone(at=days(5)))
    withhold(crawled, version=2)
    db, asked = crawled.archive.db, []
    db.conn.set_trace_callback(asked.append)
    history = found(crawled)
    neighbours(db, history)
    public_uids_near(db, PASAR)
    public_history(db, "nosuchuid234")
    db.conn.set_trace_callback(None)
    questions = [sql for sql in asked if sql.startswith("SELECT")]
    assert len(questions) > 10
    steps = [row[3] for sql in questions for row in db.execute(f"EXPLAIN QUERY PLAN {sql}")]
    through = {step.split(" USING")[0].removeprefix("SCAN ") for step in steps if step.startswith("SCAN")}
    through = {name for name in through if not name.startswith(("(subquery", "withheld", "withholdings"))}
    assert through <= {"named"}  # the few captures of this article
