"""The page of what changed between two versions."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest

from blitar_scraper.addresses import uid_of
from blitar_scraper.archive.public_history import PublicHistory, public_history
from blitar_scraper.publishing.pages.changes_page import changes_page, chosen
from blitar_scraper.publishing.words import Words
from tests.archive.archive_examples import Crawled, article_seen, days, url, written_anew
from tests.publishing.visiting import Visitor

Visit = Callable[..., Visitor]
UID = uid_of(url("pasar"))
ADDRESS = f"/article/{UID}/changes"
LINES = [f"Kalimat yang ke-{number} dari berita ini." for number in range(12)]


def edited(crawled: Crawled) -> None:
    lines = list(LINES)
    crawled.store(article_seen(title="Pasar Dibuka", body="\n".join(lines), main_span=None))
    lines[5] = "Kalimat yang ke-lima dari berita ini."
    del lines[9]
    crawled.store(article_seen(at=days(1), title="Pasar Legi Dibuka", body="\n".join(lines), main_span=None))
    crawled.store(article_seen(at=days(2), title="Pasar Legi Ditutup", body="\n".join(lines), main_span=None))


def found(crawled: Crawled) -> PublicHistory:
    history = public_history(crawled.archive.db, UID)
    assert isinstance(history, PublicHistory)
    return history


def test_the_last_edit_is_shown_first(crawled: Crawled, visit: Visit) -> None:
    edited(crawled)
    page = visit().get(ADDRESS).page
    assert "Version 2 and version 3. The government changed the page between 3 March 2026, 01:00 UTC and" in page.text
    assert [item.folded for item in page.all("ins")[1:]] == ["added: Ditutup (end)"]


def test_what_was_removed_and_added_is_marked_and_said(crawled: Crawled, visit: Visit) -> None:
    """Not by colour alone: elements of their own, and words that only a screen reader says."""
    edited(crawled)
    page = visit().get(f"{ADDRESS}?from=1&to=2").page
    legend, *removed = [item.folded for item in page.all("del")]
    assert legend == "removed"
    assert removed[-1] == f"removed: {LINES[9]} (end)"
    assert f"Paragraph removed. removed: {LINES[9]} (end)" in page.text
    assert page.one("dd").folded == "Pasar added: Legi (end) Dibuka"
    assert all(span.attributes["class"] == "unseen" for span in page.all("span") if "removed:" in span.text)


def test_long_stretches_without_a_change_are_folded(crawled: Crawled, visit: Visit) -> None:
    edited(crawled)
    page = visit().get(f"{ADDRESS}?from=1&to=2").page
    folded = page.all("details")
    assert [item.folded.split(" Kalimat")[0] for item in folded] == ["4 paragraphs unchanged"]
    assert LINES[0] in folded[0].folded
    assert LINES[4] not in folded[0].folded  # beside the change


def test_any_two_versions_can_be_chosen(crawled: Crawled, visit: Visit) -> None:
    edited(crawled)
    page = visit().get(f"{ADDRESS}?from=1&to=3").page
    assert page.all("form")[-1].attributes["action"] == ADDRESS
    chosen_ones = [option.attributes["value"] for option in page.all("option") if "selected" in option.attributes]
    assert chosen_ones == ["1", "3"]
    assert [select.attributes["name"] for select in page.all("select")] == ["from", "to"]


def test_a_version_compared_with_itself_says_the_same(crawled: Crawled, visit: Visit) -> None:
    edited(crawled)
    assert "Both say the same." in visit().get(f"{ADDRESS}?from=2&to=2").page.text


def test_one_number_alone_is_compared_with_its_neighbour(crawled: Crawled) -> None:
    edited(crawled)
    history = found(crawled)

    def numbers(before: int | None, after: int | None) -> list[int]:
        return [version.number for version in chosen(history, before, after) or ()]

    assert numbers(1, None) == [1, 2]
    assert numbers(None, 2) == [1, 2]
    assert numbers(3, None) == [3, 3]
    assert numbers(None, 1) == [1, 1]


def test_an_article_of_one_version_has_nothing_to_compare(crawled: Crawled, visit: Visit) -> None:
    crawled.store(article_seen())
    answer = visit().get(ADDRESS)
    assert answer.status == 200
    assert "only one version" in answer.page.text


def test_two_readings_of_one_page_are_no_change_by_the_government(crawled: Crawled, visit: Visit) -> None:
    crawled.store(article_seen(title="Sotu"), article_seen(at=days(1), title="Dwa"))
    written_anew(crawled, None, None)
    page = visit().get(f"{ADDRESS}?from=1&to=3").page
    assert "the government changed nothing" in page.text


def test_versions_read_by_different_programs_are_not_said_to_be_edited(crawled: Crawled, visit: Visit) -> None:
    crawled.store(article_seen(title="Satu"), article_seen(at=days(1), title="Dua"))
    crawled.store(article_seen(at=days(2), title="Dua", author="Humas", parser_version=2))
    page = visit().get(f"{ADDRESS}?from=1&to=3").page
    assert "not every difference need be the government's" in page.text


def test_a_field_that_came_or_went_is_told(crawled: Crawled, visit: Visit) -> None:
    crawled.store(article_seen(author=None), article_seen(at=days(1), author="Humas"))
    assert "author (absent) added: Humas (end)" in visit().get(ADDRESS).page.text


def test_what_nobody_sees_is_shown_where_it_is_the_change(crawled: Crawled, visit: Visit) -> None:
    crawled.store(article_seen(title="Pasar"), article_seen(at=days(1), title="Pasar\u200b"))
    assert "\\u200b" in visit().get(ADDRESS).page.text


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (("kata " * 8 + "\n") * 50_000, ("kita " * 8 + "\n") * 50_000),  # 2 MB, every line another
        ("x " * 1_000_000, "x " * 1_000_000 + "y"),  # one line
        ("x\n" * 1_000_000, "x\n" * 999_000 + "y\n"),  # a million lines
        (
            "\n".join(f"baris {number}" for number in range(20_000)),
            "\n".join(f"baris {n}" for n in range(5, 20_000, 2)),
        ),
    ],
    ids=["other lines", "one line", "many lines", "every other line"],
)
def test_long_texts_give_a_page_all_the_same(crawled: Crawled, before: str, after: str) -> None:
    crawled.store(article_seen(body=before, main_span=None), article_seen(at=days(1), body=after, main_span=None))
    history = found(crawled)
    start = time.process_time()
    page = changes_page(history, chosen(history, None, None), Words("en"))
    took = time.process_time() - start
    assert not page.is_same
    assert len(page.text) < 5_000  # passages: what a browser lays out at once
    assert took < 5  # seconds of a busy machine; measured: under 1
