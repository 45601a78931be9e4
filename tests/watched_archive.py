"""An archive of sites that are crawled every day, made row by row; `blitar status` is asked about it at `NOW`."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from typing import Any

from blitar_scraper.archive import Archive
from blitar_scraper.archive.values import iso
from blitar_scraper.items import Site

NOW = datetime(2026, 11, 27, 6, 0, tzinfo=UTC)


def ago(days: float) -> str:
    """The moment so many days before `NOW`, as the archive writes it."""
    return iso(NOW - timedelta(days=days))


class Watched:
    """Fills an archive. Days are counted back from `NOW`: 0.2 is this morning."""

    def __init__(self, archive: Archive) -> None:
        self.archive, self.db = archive, archive.db
        self.numbers = 0

    def site(
        self, id: str, name: str | None = None, *, added: float = 301, backfilled: float | None = 300, **settings: Any
    ) -> str:
        """A site that was `added` so many days ago; `backfilled`: when its first crawl was complete."""
        site = Site(
            id=id,
            name=name or f"Kota {id.capitalize()}",
            home_url=f"https://{id}.example/",
            timezone="Asia/Jakarta",
            settings=settings,
        )
        self.archive.put_site(site, at=NOW - timedelta(days=added))
        if backfilled is not None:
            self.archive.set_backfilled(id, NOW - timedelta(days=backfilled))
        return id

    def run(
        self, site: str, days: float, status: str = "finished", exit_status: int | None = 0, *, new: int = 0,
        minutes: float | None = 4, mode: str = "update", reason: str | None = None, **stats: Any,
    ) -> None:  # fmt: skip
        """A run that began so many days ago; `minutes`: how long it took, None where it has no end."""
        started = NOW - timedelta(days=days)
        row = {
            "site": site,
            "mode": mode,
            "started_at": iso(started),
            "finished_at": None if minutes is None else iso(started + timedelta(minutes=minutes)),
            "status": status,
            "exit_status": exit_status,
            "requests": 4 + new,
            "new": new,
            "program_version": "0.1.0",
            "stats": None if minutes is None else json.dumps({"reason": reason, **stats}),
        }
        self.db.table("runs").insert(row)

    def daily(self, site: str, first: int = 25, last: float = 0.2, **said: Any) -> None:
        """A run each day, from `first` days ago to `last`."""
        for day in range(first, -1, -1):
            if day + 0.2 >= last:
                self.run(site, day + 0.2, **said)

    def articles(self, site: str, days: Iterable[float], **columns: Any) -> None:
        """An article published on each of these days (ago), and read the morning after."""
        for day in days:
            self.numbers += 1
            published = (NOW - timedelta(days=day)).date().isoformat()
            row = {
                "uid": f"uid{self.numbers}",
                "site": site,
                "url": f"https://{site}.example/berita/{self.numbers}",
                "title": f"Berita {self.numbers}",
                "author": "Admin",
                "published_at": published,
                "published_date": published,
                "views": 10,
                "version": 1,
                "content_digest": f"sha256:{self.numbers}",
                "parser_version": 1,
                "first_seen_at": ago(max(day - 0.8, 0)),
                "last_seen_at": ago(0),
                "evidence": "{}",
                "body": "Teks.",
            }
            self.db.table("articles").insert({**row, **columns})

    def problem(self, site: str, problem: str, *, days: float = 1, **columns: Any) -> None:
        """An open problem; without a `url` it is one of the site as a whole."""
        self.db.table("problems").insert({"site": site, "problem": problem, "seen_at": ago(days), **columns})

    def well(self, id: str = "baik") -> str:
        """A site with which all is well: crawled every day, news every other day."""
        site = self.site(id)
        self.articles(site, range(240, 0, -2))
        self.daily(site)
        return site
