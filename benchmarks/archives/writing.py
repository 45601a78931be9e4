"""Writes to an archive as a crawl does, as fast as it can, until it is told to stop (or for five minutes).

    python -m benchmarks.archives.writing ARCHIVE

New articles, edits, listings with view counts, removals: each a transaction of its own, as of a site of its own.
"""

from __future__ import annotations

import random
import sys
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

from benchmarks.archives import texts
from blitar_scraper.archive import Archive
from blitar_scraper.items import Article, ArticleSeen, Fetch, Listing, ListingSeen, PageGone, Reading, Site, Witness

SITE = Site("menulis", "Kota Menulis", "https://www.menulis.example/", "Asia/Jakarta")
START = datetime(2026, 11, 27, 1, 0, tzinfo=UTC)
LONGEST = 300  # seconds; whoever started it may have been killed


def write(archive: Archive, *, seconds: float = LONGEST) -> None:
    """Store one thing after the other."""
    chance, pool = random.Random(7), texts.sentences(7, 500)
    archive.put_site(SITE, at=START)
    run = archive.start_run(SITE.id, "update", at=START, program_version="benchmark")
    end = time.monotonic() + seconds
    number = 0
    while time.monotonic() < end:
        number += 1
        at = START + timedelta(seconds=number)
        archive.store(_seen(number, at, f"Berita Nomor {number}", texts.body(chance, pool)), run)
        if number % 5 == 0:
            archive.store(_seen(number - 4, at, f"Berita Nomor {number - 4} Diubah", texts.body(chance, pool)), run)
            archive.store(_listing(number, at), run)
        if number % 50 == 0:
            archive.store(PageGone(SITE, _fetch(number - 30, at, 404), "404"), run)


def _address(number: int) -> str:
    return f"{SITE.home_url}berita/{number}"


def _fetch(number: int, at: datetime, status: int = 200) -> Fetch:
    return Fetch(_address(number), _address(number), at, status)


def _seen(number: int, at: datetime, title: str, body: str) -> ArticleSeen:
    article = Article(
        site=SITE.id,
        url=_address(number),
        title=title,
        author="Admin",
        section="BERITA",
        published_at="2026-11-27",
        published_precision="day",
        views=number,
        body=body,
        parser_version=1,
    )
    return ArticleSeen(SITE, _fetch(number, at), Reading(article))


def _listing(number: int, at: datetime) -> ListingSeen:
    entries = tuple(Witness("listing", _address(number - place), views=number + place) for place in range(5))
    address = f"{SITE.home_url}berita"
    return ListingSeen(SITE, Fetch(address, address, at, 200), Listing(entries))


if __name__ == "__main__":
    with Archive(Path(sys.argv[1])) as opened:
        write(opened)
