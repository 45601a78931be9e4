"""What is withheld shows nowhere in public, and is kept, with its reason, by the archive."""

from __future__ import annotations

import json
from typing import Any

import pytest
from archive_examples import FIRST, START, Crawled, article_seen, capture, days, entry, listing_seen, url, written_anew
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from blitar_scraper.addresses import uid_of
from blitar_scraper.archive import public_views
from blitar_scraper.archive.values import iso
from blitar_scraper.archive.withheld import FIELDS
from blitar_scraper.archive.withholding import WithholdingError, hidden_from_search, withheld_versions
from blitar_scraper.items import Media, PopularEntry, Problem

REASON = "diminta oleh keluarga"
SECRET = "Rahasia"
LATER = days(10)


def withhold(crawled: Crawled, *, name: str = "pasar", **what: Any) -> Any:
    return crawled.archive.withhold(article(crawled, name), reason=REASON, at=LATER, **what)


def lift(crawled: Crawled, *, name: str = "pasar", **what: Any) -> Any:
    return crawled.archive.lift(article(crawled, name), at=days(20), **what)


def article(crawled: Crawled, name: str = "pasar") -> dict[str, Any]:
    found = crawled.archive.find_article(uid_of(url(name)))
    assert found is not None
    return found


def public(crawled: Crawled) -> str:
    """Everything that may be shown, as one text."""
    return json.dumps([crawled.rows(f"SELECT * FROM {view}") for view in public_views.PUBLIC_VIEWS], ensure_ascii=False)


def public_articles(crawled: Crawled) -> dict[str, dict[str, Any]]:
    return {row["uid"]: row for row in crawled.rows("SELECT * FROM public_articles")}


def titles(crawled: Crawled, words: str) -> list[str | None]:
    return [hit.title for hit in crawled.archive.search(words)]


def test_where_nothing_is_withheld_everything_is_public(crawled: Crawled) -> None:
    crawled.store(article_seen(title="Satu", problems=(Problem("empty-author", "author", "x"),)))
    crawled.store(article_seen(at=days(1), title="Dua", media=(Media("image", url("a.jpg"), "Pasar"),)))
    crawled.store(article_seen("lain", title="Lain", popular=(PopularEntry(1, url("pasar"), "Dua"),)))
    for table, view in (
        *(("articles", "public_articles"), ("article_versions", "public_versions"), ("media", "public_media")),
        *(("view_counts", "public_view_counts"), ("pages", "public_pages"), ("problems", "public_problems")),
        *(("popular", "public_popular"), ("edits", "public_edits")),
    ):
        stored = crawled.rows(f"SELECT * FROM {table}")
        shown = crawled.rows(f"SELECT * FROM {view}")
        assert stored, table
        for row in shown:
            assert row.pop("withheld", None) is None
        for row in stored:
            row.pop("withheld_at", None)
        assert shown == stored
    assert crawled.rows("SELECT * FROM public_withheld") == []
    assert len(public_views.PUBLIC_VIEWS) == 9


def test_every_column_of_an_article_is_public_but_its_own_withholding(crawled: Crawled) -> None:
    columns = {
        name: {row["name"] for row in crawled.rows(f"PRAGMA table_xinfo({name})")}
        for name in ("articles", "public_articles", "article_versions", "public_versions")
    }
    assert columns["public_articles"] == columns["articles"] - {"withheld_at"} | {"withheld"}
    assert columns["public_versions"] == columns["article_versions"] | {"withheld"}


def test_an_article_that_is_withheld_leaves_no_trace_in_public(crawled: Crawled) -> None:
    crawled.store(listing_seen(entry("pasar", title=SECRET, views=3), entry("lain", title="Lain")))
    crawled.store(
        article_seen(title=SECRET, body=SECRET, main_span=None, media=(Media("image", url("r.jpg"), SECRET),))
    )
    crawled.store(article_seen(at=days(1), title=f"{SECRET} dua", author=SECRET, image_url=url("rahasia.jpg")))
    popular = (
        PopularEntry(1, url("pasar"), SECRET),
        PopularEntry(2, None, SECRET),
        PopularEntry(3, url("lain"), "Lain"),
    )
    crawled.store(article_seen("lain", title="Lain", at=days(2), popular=popular))
    assert SECRET in public(crawled)
    made = withhold(crawled)
    assert (made.part, made.reason, made.withheld_at, made.lifted_at) == ("article", REASON, iso(LATER), None)
    said = public(crawled)
    for trace in (SECRET, "rahasia", "pasar"):
        assert trace not in said, trace
    assert said.count(uid_of(url("pasar"))) == 1  # whoever follows a citation is told, and of nothing more
    assert crawled.values("SELECT * FROM public_withheld") == [(uid_of(url("pasar")), "contoh", iso(LATER))]
    assert REASON not in said
    assert titles(crawled, "rahasia") == []
    assert list(public_articles(crawled)) == [uid_of(url("lain"))]
    # The archive itself keeps it.
    assert article(crawled)["withheld_at"] == iso(LATER)
    assert article(crawled)["title"] == f"{SECRET} dua"
    assert len(crawled.rows("SELECT * FROM article_versions")) == 1


@pytest.mark.parametrize("field", FIELDS)
def test_a_field_that_is_withheld_is_null_in_every_version_and_said_to_be_withheld(
    crawled: Crawled, field: str
) -> None:
    full = {
        "modified_at": "2026-03-01",
        "dateline_date": "2026-03-01",
        "press_release_number": "1/2026",
        "image_url": url("a.jpg"),
        "tags": ("pasar",),
        "language": "id",
        "media": (Media("image", url("a.jpg"), "Pasar"), Media("image", url("b.jpg"), None)),
        "published_at": "2026-03-01T08:00+07:00",
    }
    crawled.store(article_seen(**full), article_seen(at=days(1), **{**full, "section": "LAIN"}))
    before = public_articles(crawled)[uid_of(url("pasar"))]
    (version_before,) = crawled.rows("SELECT * FROM public_versions")
    withhold(crawled, field=field)
    after = public_articles(crawled)[uid_of(url("pasar"))]
    (version_after,) = crawled.rows("SELECT * FROM public_versions")
    assert after["withheld"] == version_after["withheld"] == field
    for old, new in ((before, after), (version_before, version_after)):
        hidden = {name for name in old if old[name] is not None and new[name] is None}
        expected = {name for name in FIELDS[field] if name in old}
        if field in ("title", "author", "published_at", "section", "body"):
            expected.add("content_digest")
        assert hidden == expected
        assert json.loads(new["evidence"]) == {"main_span": [12, 53]}  # the rest may hold it as raw text
        assert {name for name in old if old[name] != new[name]} == hidden | {"evidence", "withheld"}
    counts, media = (
        len(crawled.rows("SELECT * FROM public_view_counts")),
        crawled.values("SELECT url FROM public_media"),
    )
    assert counts == (0 if field == "views" else 2)
    assert media == {"media": [], "image_url": [url("b.jpg")]}.get(field, [url("a.jpg"), url("b.jpg")])


def edits(crawled: Crawled) -> list[Any]:
    return crawled.values("SELECT version, changed, title_before, title_after FROM public_edits ORDER BY version")


def test_an_edit_is_shown_without_the_field_that_is_withheld(crawled: Crawled) -> None:
    crawled.store(article_seen(title="Satu", author=SECRET), article_seen(at=days(1), title="Dua", author="Humas"))
    crawled.store(article_seen(at=days(2), title="Dua", author=f"{SECRET} lagi"))
    assert edits(crawled) == [(1, "title, author", "Satu", "Dua"), (2, "author", "Dua", "Dua")]
    withhold(crawled, field="author")
    assert edits(crawled) == [(1, "title", "Satu", "Dua")]  # of the other one nothing can be shown
    assert SECRET not in public(crawled)


@pytest.mark.parametrize(
    ("version", "left"),
    [(1, [(2, "Dua", "Tiga")]), (2, []), (3, [(1, "Satu", "Dua")])],
    ids=["first", "middle", "last"],
)
def test_an_edit_is_shown_with_both_its_sides_or_not_at_all(crawled: Crawled, version: int, left: list[Any]) -> None:
    for day, title in enumerate(("Satu", "Dua", "Tiga")):
        crawled.store(article_seen(at=days(day), title=title))
    withhold(crawled, version=version)
    assert edits(crawled) == [(number, "title", before, after) for number, before, after in left]


def test_a_withheld_title_is_in_no_list_and_no_problem(crawled: Crawled) -> None:
    crawled.store(listing_seen(entry("pasar", title=SECRET)))
    crawled.store(article_seen(title=SECRET, problems=(Problem("empty-title", "title", SECRET),)))
    crawled.store(article_seen("lain", title="Lain", popular=(PopularEntry(1, url("pasar"), SECRET),)))
    withhold(crawled, field="title")
    assert SECRET not in public(crawled)
    assert titles(crawled, "rahasia") == []


def test_search_looks_only_at_what_is_shown(crawled: Crawled) -> None:
    crawled.store(article_seen("a", title="Pasar", body="ikan segar", main_span=None))
    crawled.store(article_seen("b", title="Pasar", body="ikan asin", main_span=None))
    crawled.store(article_seen("c", title="Pasar", body="ikan bakar", main_span=None))
    withhold(crawled, name="a", field="body")
    withhold(crawled, name="b", field="title")
    withhold(crawled, name="c", field="published_at")

    def found(words: str) -> dict[str, tuple[str | None, str]]:
        return {hit.url[-1]: (hit.title, hit.snippet) for hit in crawled.archive.search(words)}

    assert found("pasar") == {"a": ("Pasar", "[Pasar]"), "c": ("Pasar", "ikan bakar")}
    assert found("ikan") == {"b": (None, "[ikan] asin"), "c": ("Pasar", "[ikan] bakar")}
    assert found("pasar ikan") == {"c": ("Pasar", "[ikan] bakar")}  # both words of `a` or `b` would tell of the hidden
    assert found("segar") == found("title:pasar") == {}
    assert {hit.published_at for hit in crawled.archive.search("bakar")} == {None}
    withhold(crawled, name="a", field="title")
    assert list(found("pasar")) == ["c"]


def test_search_is_ranked_and_limited_over_all_of_them(crawled: Crawled) -> None:
    for name in "abcd":
        crawled.store(article_seen(name, title=f"Pasar {name}", body="pasar " * 3, main_span=None))
    withhold(crawled, name="b", field="body")
    withhold(crawled, name="c", field="title")
    hits = crawled.archive.search("pasar")
    assert [hit.rank for hit in hits] == sorted(hit.rank for hit in hits)
    assert len(hits) == 4
    assert crawled.archive.search("pasar", limit=2) == hits[:2]


@given(words=st.text(max_size=20), field=st.sampled_from(["title", "body"]))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=100, deadline=None)
def test_whatever_is_typed_search_answers_with_something_withheld(crawled: Crawled, words: str, field: str) -> None:
    if not crawled.rows("SELECT id FROM articles"):
        crawled.store(article_seen())
    withhold(crawled, field=field)
    assert isinstance(crawled.archive.search(words), list)


def test_one_version_is_withheld_and_the_others_are_not(crawled: Crawled) -> None:
    crawled.store(
        article_seen(title="Satu"), article_seen(at=days(1), title=SECRET), article_seen(at=days(2), title="Tiga")
    )
    withhold(crawled, version=2)
    assert crawled.values("SELECT version, title FROM public_versions") == [(1, "Satu")]
    assert public_articles(crawled)[uid_of(url("pasar"))]["title"] == "Tiga"
    assert SECRET not in public(crawled)
    assert withheld_versions(crawled.archive.db, 1) == {2}


def test_a_present_version_that_is_withheld_leaves_the_article_without_content(crawled: Crawled) -> None:
    media = (Media("image", url("a.jpg"), SECRET),)
    crawled.store(
        article_seen(title="Satu"), article_seen(at=days(1), title=SECRET, image_url=url("a.jpg"), media=media)
    )
    withhold(crawled, version=2)
    shown = public_articles(crawled)[uid_of(url("pasar"))]
    content = ("title", "author", "section", "published_at", "body", "body_main", "content_digest", "image_url")
    assert (shown["withheld"], {shown[name] for name in content}) == ("version", {None})
    assert SECRET not in public(crawled)
    assert titles(crawled, "rahasia") == titles(crawled, "pasar") == []
    assert crawled.values("SELECT title FROM public_versions") == ["Satu"]
    crawled.store(article_seen(at=days(2), title="Tiga"))  # what the site says next is another matter
    assert public_articles(crawled)[uid_of(url("pasar"))]["title"] == "Tiga"


def test_reading_again_does_not_bring_back_what_was_withheld(crawled: Crawled) -> None:
    crawled.store(article_seen(title="Satu"), article_seen(at=days(1), title=SECRET))
    withhold(crawled, version=2)
    crawled.store(article_seen(at=days(2), title=f"{SECRET}!", parser_version=2))
    crawled.store(article_seen(at=days(3), title=f"{SECRET}?", parser_version=3))
    assert SECRET not in public(crawled)
    assert withheld_versions(crawled.archive.db, 1) == {2, 3, 4}
    lift(crawled, version=2)
    assert SECRET in public(crawled)


@pytest.mark.parametrize("captured", [True, False], ids=["captured", "not captured"])
@pytest.mark.parametrize(("version", "also"), [(1, 3), (2, 4), (3, 1), (4, 2)])
def test_a_history_written_anew_is_withheld_page_by_page(
    crawled: Crawled, version: int, also: int, captured: bool
) -> None:
    """Reading all captures again writes versions 3 and 4 anew beside 1 and 2: each is withheld with its own page."""
    captures = [capture(crawled, START), capture(crawled, days(1))] if captured else [None, None]
    crawled.store(article_seen(title="Sotu", capture_id=captures[0]))
    crawled.store(article_seen(at=days(1), title="Dwa", capture_id=captures[1]))
    written_anew(crawled, *captures)
    withhold(crawled, version=version)
    assert withheld_versions(crawled.archive.db, 1) == {version, also}


def test_an_edit_that_is_turned_back_does_not_bring_it_back_either(crawled: Crawled) -> None:
    crawled.store(article_seen(title=SECRET), article_seen(at=days(1), title="Dua"))
    withhold(crawled, version=1)
    crawled.store(article_seen(at=days(2), title=SECRET))
    assert withheld_versions(crawled.archive.db, 1) == {1, 3}
    assert SECRET not in public(crawled)


@pytest.mark.parametrize("what", [{}, {"field": "title"}, {"version": 1}], ids=str)
@pytest.mark.parametrize("name", ["lama", "baru"])
def test_what_is_withheld_of_either_is_withheld_when_two_articles_become_one(
    crawled: Crawled, name: str, what: dict[str, Any]
) -> None:
    crawled.store(article_seen("lama", title=f"{SECRET} lama"), article_seen("lama", at=days(1), title="Lama"))
    crawled.store(article_seen("baru", at=days(2), title=f"{SECRET} baru"))
    crawled.store(article_seen("baru", at=days(3), title="Baru"))
    withhold(crawled, name=name, **what)
    crawled.store(article_seen("baru", at=days(4), via=("lama",), title="Baru"))
    (item,) = crawled.archive.withheld()
    assert (item.uid, item.field, item.reason) == (uid_of(url("lama")), what.get("field"), REASON)
    assert f"{SECRET} {name}" not in public(crawled)
    if what == {"version": 1}:
        assert item.version == {"lama": 1, "baru": 3}[name]
        assert f"{SECRET} {'lama' if name == 'baru' else 'baru'}" in public(crawled)
    assert crawled.values("PRAGMA foreign_key_check") == []


def test_the_text_that_a_merged_article_goes_on_with_stays_withheld(crawled: Crawled) -> None:
    """The living one's text becomes the last version, with a new number."""
    crawled.store(article_seen("tetap", title=SECRET))
    crawled.store(article_seen("kopi", at=days(1), title="K1"), article_seen("kopi", at=days(2), title="K2"))
    withhold(crawled, name="tetap", version=1)
    crawled.store(article_seen("tetap", at=days(3), via=("kopi",), title=SECRET))
    assert article(crawled, "tetap")["version"] > 1
    assert SECRET not in public(crawled)


def test_withholding_the_same_twice_changes_nothing(crawled: Crawled) -> None:
    crawled.store(article_seen())
    assert withhold(crawled) is not None
    assert withhold(crawled) is None
    assert withhold(crawled, field="author") is not None
    assert withhold(crawled, field="author") is None
    assert [item.part for item in crawled.archive.withheld()] == ["article", "field author"]


def test_lifting_dates_the_row_and_deletes_nothing(crawled: Crawled) -> None:
    crawled.store(article_seen(), article_seen("lain"))
    withhold(crawled)
    withhold(crawled, field="author")
    assert [item.part for item in lift(crawled, because="izin diberikan")] == ["article"]
    assert article(crawled)["withheld_at"] is None
    assert public_articles(crawled)[uid_of(url("pasar"))]["author"] is None  # the field is another matter
    assert len(lift(crawled, field="author")) == 1
    assert public_articles(crawled)[uid_of(url("pasar"))]["author"] == FIRST.author
    assert (lift(crawled), crawled.archive.withheld()) == ([], [])
    rows = crawled.values("SELECT field, reason, withheld_at, lifted_at, lifted_because FROM withholdings ORDER BY id")
    assert rows == [
        (None, REASON, iso(LATER), iso(days(20)), "izin diberikan"),
        ("author", REASON, iso(LATER), iso(days(20)), None),
    ]
    withhold(crawled)
    assert article(crawled)["withheld_at"] == iso(LATER)
    assert len(crawled.rows("SELECT * FROM withholdings")) == 3


@pytest.mark.parametrize(
    ("what", "said"),
    [
        ({"field": "titel"}, "did you mean title?"),
        ({"field": "published_date"}, "did you mean published_at?"),
        ({"field": "qqq"}, "title, author"),
        ({"version": 2}, "only one"),
        ({"version": 0}, "only one"),
        ({"version": 1, "field": "title"}, "not both"),
        ({"reason": " "}, "reason"),
    ],
)
def test_what_cannot_be_withheld_is_refused_in_one_line(crawled: Crawled, what: dict[str, Any], said: str) -> None:
    crawled.store(article_seen())
    with pytest.raises(WithholdingError, match=said.replace("?", r"\?")) as refused:
        crawled.archive.withhold(article(crawled), **{"reason": REASON, "at": LATER, **what})
    assert "\n" not in str(refused.value)
    assert crawled.rows("SELECT * FROM withholdings") == []


def test_it_says_where_a_withheld_value_can_still_be_read(crawled: Crawled) -> None:
    body = "Ditulis oleh Siti Aminah.\nSelesai"
    crawled.store(article_seen("pasar-legi", title="Pasar Legi", author="Siti Aminah", body=body, main_span=None))
    archive, row = crawled.archive, article(crawled, "pasar-legi")
    assert archive.still_shown(row) == []
    withhold(crawled, name="pasar-legi", field="author")
    assert archive.still_shown(row) == [("author", "body")]
    withhold(crawled, name="pasar-legi", field="title")
    assert archive.still_shown(row) == [("author", "body"), ("title", "url")]
    withhold(crawled, name="pasar-legi", field="body")
    assert archive.still_shown(row) == [("title", "url")]


def test_it_names_other_articles_with_the_same_text(crawled: Crawled) -> None:
    crawled.store(article_seen("a"), article_seen("b"), article_seen("c", title="Lain"))
    assert crawled.archive.same_text_elsewhere(article(crawled, "a")) == [uid_of(url("b"))]
    withhold(crawled, name="b")
    assert crawled.archive.same_text_elsewhere(article(crawled, "a")) == []


def test_search_learns_of_no_one_where_nothing_is_withheld(crawled: Crawled) -> None:
    crawled.store(article_seen(), article_seen(at=days(1), title="Dua"))
    assert hidden_from_search(crawled.archive.db) == (frozenset(), frozenset(), frozenset())


def test_the_first_sight_of_a_withheld_article_again_does_not_show_it(crawled: Crawled) -> None:
    crawled.store(article_seen(title="Satu"))
    withhold(crawled)
    crawled.store(article_seen(at=days(1), title=SECRET))
    assert (article(crawled)["title"], article(crawled)["first_seen_at"]) == (SECRET, iso(START))
    assert SECRET not in public(crawled)
    assert titles(crawled, "rahasia") == []
