"""What a backfill brought in is not due all at once: a handful a day, all year round."""

from __future__ import annotations

from datetime import timedelta

from archive_examples import SITE, START, Crawled, days, url

from blitar_scraper.addresses import uid_of
from blitar_scraper.archive.revisits import next_look
from blitar_scraper.archive.values import iso

ARTICLES = 10_000


def test_ten_thousand_articles_of_a_backfill_are_due_evenly_over_the_year(crawled: Crawled) -> None:
    """No day has more than the mean and five standard deviations; by chance one has, once in hundreds of years."""
    rows = []
    for number in range(ARTICLES):
        address = url(f"berita-{number}")
        first_seen = START + timedelta(seconds=1.25 * number)  # at one request in 1.25 s
        due = next_look(
            published_date="2019-05-10",
            first_seen_at=first_seen,
            edited_at=None,
            uid=uid_of(address),
            now=first_seen,
        )
        rows.append((address, SITE.id, "article", iso(START), iso(first_seen), iso(due), address))
    crawled.archive.db.conn.executemany(
        "INSERT INTO pages (url, site, kind, discovered_at, last_fetched_at, due_at, address_key)"
        " VALUES (?, ?, ?, ?, ?, ?, ?)",
        rows,
    )
    a_day: list[int] = []
    for day in range(1, 366):
        due = crawled.archive.due(SITE.id, days(day), ARTICLES)
        looked = [(page.url,) for page in due]
        crawled.archive.db.conn.executemany("UPDATE pages SET due_at = NULL WHERE url = ?", looked)
        a_day.append(len(looked))
    mean = ARTICLES / 365
    first_month = a_day[1:30]  # days 2 to 30
    # The last ones were read three and a half hours after the first.
    assert ARTICLES - 10 <= sum(a_day) <= ARTICLES
    assert mean - 5 * mean**0.5 <= min(a_day) <= max(a_day) <= mean + 5 * mean**0.5
    assert abs(sum(first_month) - 29 * mean) <= 5 * (29 * mean) ** 0.5
