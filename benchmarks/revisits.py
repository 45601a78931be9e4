"""How many requests a backfilled site costs in the days after: 10,000 articles of eleven years, then daily runs.

    python benchmarks/revisits.py [ARTICLES]

Everything goes through the archive as a crawl would do it; only the network is left out. A run also costs robots.txt
and a page of each start address. The most recent articles follow the plan (1, 7, 30, 180 days after publication); all
others are spread over the year.
"""

from __future__ import annotations

import sys
import tempfile
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

from blitar_scraper.archive import Archive
from blitar_scraper.items import Article, ArticleSeen, Fetch, Reading, Site

SITE = Site("contoh", "Kota Contoh", "https://www.kota-contoh.go.id/", "Asia/Jakarta")
START = datetime(2026, 3, 2, 1, 0, tzinfo=UTC)
YEARS = 11
PAUSE = 1.25  # seconds between two requests


def main() -> None:
    articles = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    with tempfile.TemporaryDirectory() as folder, Archive(Path(folder) / "archive.db") as archive:
        archive.put_site(SITE, at=START)
        run_id = archive.start_run(SITE.id, "update", at=START, program_version="benchmark")
        began = time.perf_counter()
        for number in range(articles):
            archive.store(sight(number, articles, START + timedelta(seconds=PAUSE * number)), run_id)
        took = time.perf_counter() - began
        print(f"{articles:,} articles stored in {took:.1f} s ({articles / took:,.0f} a second)")
        looks, planned = [], []
        for day in range(1, 31):
            now = START + timedelta(days=day)
            due = archive.due(SITE.id, now, articles)
            for page in due:
                number = int(page.url.rpartition("-")[2])
                archive.store(sight(number, articles, now), run_id)
            recent = sum(age_of(int(page.url.rpartition("-")[2]), articles) <= 180 for page in due)
            looks.append(len(due))
            planned.append(recent)
        rest = [all_ - plan for all_, plan in zip(looks, planned, strict=True)]
        print("looks on day 1:", looks[0], "of which of articles younger than 180 days:", planned[0])
        print("day        ", *(f"{day:3}" for day in range(2, 31)))
        print("looks      ", *(f"{number:3}" for number in looks[1:]))
        print("of backfill", *(f"{number:3}" for number in rest[1:]))
        old = sum(age_of(number, articles) > 180 for number in range(articles))
        mean = sum(rest[1:]) / 29
        print(f"days 2 to 30: mean {sum(looks[1:]) / 29:.1f} looks a day, most {max(looks[1:])};")
        print(f"  of the backfill mean {mean:.1f}, most {max(rest[1:])} (evenly: {old / 365:.1f} a day)")
        print(f"  a naive daily recrawl: {articles:,} a day")


def age_of(number: int, articles: int) -> int:
    """Days between its publication and the backfill."""
    return number * YEARS * 365 // articles


def sight(number: int, articles: int, at: datetime) -> ArticleSeen:
    address = f"{SITE.home_url}berita/berita-{number}"
    published = (START - timedelta(days=age_of(number, articles))).date().isoformat()
    article = Article(
        SITE.id,
        address,
        f"Berita nomor {number}",
        published_at=published,
        published_precision="day",
        body=f"Isi berita nomor {number}.",
        parser_version=1,
    )
    return ArticleSeen(SITE, Fetch(address, address, at, 200), Reading(article))


if __name__ == "__main__":
    main()
