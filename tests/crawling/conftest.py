"""A sample site that runs, an archive, and crawls of the one into the other."""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from blitar_scraper.archive import Archive
from blitar_scraper.demo import DAY_ONE, SampleSite, Server, serve
from tests.crawling import first_crawls
from tests.forked import Forked

# The longest of these crawls takes 5 s on two cores.
TIMEOUT = 120


@dataclass
class Crawls:
    """Crawls of one sample site into one archive, on the site's own day."""

    server: Server
    archive: Path
    start_paths: list[str] = field(default_factory=list)
    settings: dict[str, Any] = field(default_factory=dict)
    hour: int = 0

    def order(self, **options: Any) -> str:
        # Each crawl a little later on the same day, so that no two runs share their times.
        self.hour += 1
        morning = datetime(DAY_ONE.year, DAY_ONE.month, DAY_ONE.day, 3, tzinfo=UTC)
        now = morning + timedelta(days=self.server.site.day, minutes=20 * self.hour)
        order = {
            "url": self.server.url,
            "archive": str(self.archive),
            "now": now.isoformat(),
            "options": options,
            "start_paths": self.start_paths,
            "settings": self.settings,
        }
        return json.dumps(order)

    def start(self, largest_file: int | None = None, **options: Any) -> Forked:
        """Start a crawl; with `largest_file` (bytes) files cannot grow beyond it, as on a full disk."""
        order = self.order(**options)
        return Forked("tests.crawling.one_crawl", [order], err=self.log, largest_file=largest_file)

    @property
    def log(self) -> Path:
        return self.archive.with_suffix(".log")

    def run(self, **options: Any) -> dict[str, Any]:
        """The result of one crawl: status, exit_status, reason, and its row of `runs`."""
        if self.hour or "largest_file" in options:
            return self._run(self.start(**options))
        kind = first_crawls.kind_of(self.order(**options), self.archive, self.server)
        self.hour = 0
        if kind is None:
            return self._run(self.start(**options))
        if (said := first_crawls.again(kind, self.archive, self.server)) is not None:
            self.hour = 1
            return said
        said = self._run(self.start(**options))
        first_crawls.keep(kind, said, self.archive, self.server)
        return said

    def _run(self, process: Forked) -> dict[str, Any]:
        out, _ = process.communicate(timeout=TIMEOUT)
        assert process.returncode == 0, self.log.read_text()
        said: dict[str, Any] = json.loads(out.splitlines()[-1])
        return said

    def rows(self, sql: str, *values: Any) -> list[dict[str, Any]]:
        with Archive(self.archive, readonly=True) as archive:
            return [dict(row) for row in archive.db.query(sql, list(values))]

    def requested(self) -> list[str]:
        """What the server has been asked for since the last call."""
        targets = [request.target for request in self.server.requests]
        self.server.requests.clear()
        return targets


@pytest.fixture
def crawls(tmp_path: Path) -> Iterator[Crawls]:
    with first_crawls.served() as server:
        yield Crawls(server, tmp_path / "archive.db")


@pytest.fixture
def another(tmp_path: Path) -> Iterator[Callable[[], Crawls]]:
    """Makes further sample sites, each with an archive of its own."""
    servers: list[Server] = []

    def make() -> Crawls:
        server = serve(SampleSite())
        servers.append(server)
        return Crawls(server, tmp_path / f"archive{len(servers)}.db")

    yield make
    for server in servers:
        server.close()
