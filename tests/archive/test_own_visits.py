"""Whether a site's counter counts our own visits: shown by what was seen, or not said."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from typing import Any

import pytest
from archive_examples import SITE, Crawled, article_seen, days, entry, listing_seen

from blitar_scraper.archive.own_visits import FEWEST_EXACT, FEWEST_NOT_COUNTED, Evidence, verdict
from blitar_scraper.archive.values import iso


class Counter:
    """A site's view counter. `counts_us`: our requests raise it, before the page is made or `after` that."""

    def __init__(self, counts_us: bool, after: bool = False) -> None:
        self.counts_us, self.after, self.count = counts_us, after, 100

    def visit(self) -> int:
        """We ask for the page: what it shows."""
        shown = self.count
        self.count += self.counts_us
        return shown if self.after else self.count


class Watch:
    """Observations of articles, each with its capture."""

    def __init__(self, crawled: Crawled) -> None:
        self.crawled = crawled

    def page(self, name: str, at: datetime, views: int | None) -> None:
        self.crawled.store(article_seen(name, at, views=views, capture_id=self.capture(at)))

    def listing(self, name: str, at: datetime, views: int) -> None:
        seen = listing_seen(entry(name, views=views), at=at)
        self.crawled.store(replace(seen, fetch=replace(seen.fetch, capture_id=self.capture(at))))

    def capture(self, at: datetime) -> int:
        row = {"source": "crawl", "url": "https://x.go.id/", "fetched_at": iso(at), "http_status": 200}
        columns, marks = ", ".join(row), ", ".join("?" * len(row))
        cursor = self.crawled.archive.db.execute(
            f"INSERT INTO captures ({columns}) VALUES ({marks})", list(row.values())
        )
        assert cursor.lastrowid
        return cursor.lastrowid

    @property
    def verdict(self) -> bool | None:
        found = self.crawled.archive.note_own_visits(SITE.id)
        (stored,) = self.crawled.values("SELECT counts_own_fetches FROM sites")
        assert stored == (None if found is None else int(found))
        return found

    @property
    def growth(self) -> list[int]:
        return self.crawled.values("SELECT growth FROM view_growth ORDER BY article_id, observed_at")


@pytest.fixture
def watch(crawled: Crawled) -> Watch:
    return Watch(crawled)


def looks(watch: Watch, make: Callable[[], Counter], *, articles: int, readers: Callable[[int], int]) -> None:
    """Four looks at each article's page; between two of them so many others have read it."""
    for number in range(articles):
        counter = make()
        for look in range(4):
            watch.page(f"berita-{number}", days(look * 7 + number / 100), counter.visit())
            counter.count += readers(number * 4 + look)


def quiet(number: int) -> int:
    """Readers between two looks of a small office's site: none in half of the cases."""
    return (0, 0, 1, 0, 2, 5)[number % 6]


@pytest.mark.parametrize("after", [False, True])
def test_a_counter_that_counts_us_is_shown_to_and_our_visits_are_taken_from_the_growth(
    watch: Watch, after: bool
) -> None:
    looks(watch, lambda: Counter(True, after), articles=20, readers=quiet)
    assert watch.verdict is True
    assert sum(watch.growth) == sum(quiet(n * 4 + look) for n in range(20) for look in range(3))


@pytest.mark.parametrize("after", [False, True])
def test_a_counter_that_does_not_count_us_is_shown_not_to(watch: Watch, after: bool) -> None:
    looks(watch, lambda: Counter(False, after), articles=20, readers=quiet)
    assert watch.verdict is False
    assert sum(watch.growth) == sum(quiet(n * 4 + look) for n in range(20) for look in range(3))


@pytest.mark.parametrize("counts_us", [False, True])
def test_much_read_pages_show_nothing(watch: Watch, counts_us: bool) -> None:
    looks(watch, lambda: Counter(counts_us), articles=30, readers=lambda number: 40 + number % 9)
    assert watch.verdict is None


def test_few_pages_show_nothing(watch: Watch) -> None:
    looks(watch, lambda: Counter(True), articles=(FEWEST_EXACT - 1) // 3, readers=lambda number: 0)
    assert watch.verdict is None
    looks(watch, lambda: Counter(False), articles=0, readers=quiet)
    assert watch.verdict is None


def test_counts_that_all_grew_by_one_for_a_reader_that_comes_as_seldom_as_we_show_nothing(watch: Watch) -> None:
    # Two grew by less: whoever raised the others, it was not always we.
    looks(watch, lambda: Counter(False), articles=20, readers=lambda number: 0 if number in (5, 21) else 1)
    assert watch.verdict is None
    assert min(watch.growth) == 0


def test_listings_between_looks_do_not_hide_a_counter_that_counts_us(watch: Watch) -> None:
    for number in range(10):
        counter = Counter(True)
        for look in range(4):
            at = look * 7 + number / 100
            watch.listing(f"berita-{number}", days(at), counter.count)
            watch.page(f"berita-{number}", days(at + 0.001), counter.visit())
            counter.count += quiet(number + look)
    assert watch.verdict is True
    assert min(watch.growth) == 0


def test_a_listing_before_the_page_is_not_taken_for_a_counter_that_does_not_count_us(watch: Watch) -> None:
    """A counter that goes up after the page was made: the page shows what the listing did."""
    for number in range(10):
        counter = Counter(True, after=True)
        for look in range(4):
            at = look * 7 + number / 100
            watch.listing(f"berita-{number}", days(at), counter.count)
            watch.page(f"berita-{number}", days(at + 0.001), counter.visit())
    assert watch.verdict is None  # taking our visits away pair by pair would make growth negative
    assert min(watch.growth) == 0


def test_counters_set_to_nought_show_nothing(watch: Watch) -> None:
    for number in range(20):
        before, after = (100, 3) if number < 15 else (3, 3)  # most have fallen; some were as low before
        watch.page(f"berita-{number}", days(number / 100), before)
        watch.page(f"berita-{number}", days(7 + number / 100), after)
    assert watch.verdict is None


def test_a_visit_that_brought_no_page_shows_nothing(watch: Watch) -> None:
    """Our request was answered by "not modified", and the site did not count it."""
    for number in range(20):
        watch.page(f"berita-{number}", days(number / 100), 10)
        watch.crawled.archive.db.execute("UPDATE pages SET fetches = fetches + 1 WHERE url LIKE ?", [f"%-{number}"])
        watch.page(f"berita-{number}", days(7 + number / 100), 11)
    assert watch.verdict is None


def test_captures_of_others_are_no_visits_of_ours(watch: Watch) -> None:
    looks(watch, lambda: Counter(False), articles=20, readers=quiet)
    watch.crawled.archive.db.execute("UPDATE captures SET source = 'import'")
    assert watch.verdict is None


def test_what_was_shown_is_taken_back_when_it_no_longer_holds(watch: Watch) -> None:
    looks(watch, lambda: Counter(True), articles=20, readers=quiet)
    assert watch.verdict is True
    watch.page("berita-0", days(60), 106)
    watch.page("berita-0", days(90), 106)
    assert watch.verdict is None


def test_our_visits_to_both_addresses_of_a_moved_article_are_counted(watch: Watch) -> None:
    counter = Counter(True)
    for look in range(3):
        watch.page("lama", days(look), counter.visit())
    watch.page("baru", days(3), counter.visit())
    watch.crawled.store(article_seen("baru", days(4), via=("lama",), views=counter.visit()))
    assert watch.crawled.values("SELECT views, own_fetches FROM view_counts ORDER BY observed_at") == [
        *((101, 1), (102, 2), (103, 3), (104, 4), (105, 5))
    ]


def test_a_visit_that_brought_no_page_is_counted_when_the_article_has_moved(watch: Watch) -> None:
    counter = Counter(True)
    watch.page("lama", days(0), counter.visit())
    counter.visit()
    watch.crawled.archive.db.execute("UPDATE pages SET fetches = 2, last_fetched_at = ?", [iso(days(1))])
    watch.page("baru", days(3), counter.visit())
    watch.crawled.store(article_seen("baru", days(4), via=("lama",), views=counter.visit()))
    assert watch.crawled.values("SELECT views, own_fetches FROM view_counts ORDER BY observed_at") == [
        *((101, 1), (103, 3), (104, 4))
    ]


@pytest.mark.parametrize(
    ("seen", "shown"),
    [
        ({}, None),
        ({"exact": FEWEST_EXACT}, True),
        ({"exact": FEWEST_EXACT - 1}, None),
        ({"exact": FEWEST_EXACT, "one_more": FEWEST_EXACT + 1}, None),
        ({"exact": 1000, "less": 1}, None),
        ({"less": 9, "articles_less": FEWEST_NOT_COUNTED}, False),
        ({"less": 9, "articles_less": FEWEST_NOT_COUNTED - 1}, None),
        ({"less": 9, "articles_less": 3, "articles_fallen": 3}, None),
        ({"less": 9, "articles_less": 3, "exact": 10}, None),
    ],
)
def test_the_verdict(seen: dict[str, Any], shown: bool | None) -> None:
    assert verdict(Evidence(**seen)) is shown
