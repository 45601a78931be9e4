"""Crawls of the site under test into an archive, by the command that a researcher types."""

from __future__ import annotations

import json
import subprocess
import sys
from collections import Counter
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from blitar_scraper.archive import Archive
from tests.systems.wordpress.compare import FIELDS, judge, wanted
from tests.systems.wordpress.server import WordPress

ROOT = Path(__file__).parents[3]
BLITAR = (sys.executable, "-c", "from blitar_scraper.cli import main; main()")
# The longest of these crawls takes 20 s on two busy cores.
TIMEOUT = 300


class Crawls:
    """Crawls of one WordPress, given by its address alone, into one archive."""

    def __init__(self, wordpress: WordPress, archive: Path) -> None:
        self.wordpress, self.archive = wordpress, archive
        self.served = 0  # requests that the server had for the last command, those of the probe among them

    def run(self) -> dict[str, Any]:
        """What `blitar crawl --url` says of the run: its row of `runs`, `status` and `exit_status`."""
        before = self.wordpress.requests
        done = subprocess.run(
            [*BLITAR, "crawl", "--url", self.wordpress.url, "--archive", str(self.archive), "--json"],
            cwd=ROOT,
            capture_output=True,
            text=True,
            timeout=TIMEOUT,
            check=False,
        )
        self.served = self.wordpress.requests - before
        assert done.stdout, done.stderr
        run: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
        return run

    def rows(self, sql: str) -> list[dict[str, Any]]:
        with Archive(self.archive, readonly=True) as archive:
            return [dict(row) for row in archive.db.query(sql)]

    def articles(self) -> list[dict[str, Any]]:
        """The articles that the archive holds and the site has not taken down."""
        return self.rows("SELECT * FROM articles WHERE gone_at IS NULL")


class Comparison:
    """The archive's articles beside the database's."""

    def __init__(self, articles: list[dict[str, Any]], records: list[dict[str, Any]]) -> None:
        self.count, self.found = len(records), len(articles)
        known = {record["url"]: record for record in records}
        urls = [article["url"] for article in articles]
        self.missing = sorted(known.keys() - set(urls))
        self.extra = sorted(set(urls) - known.keys())
        self.twice = sorted(url for url, times in Counter(urls).items() if times > 1)
        self.states: Counter[str] = Counter()
        self.differences: dict[str, list[str]] = {"missing": [], "wrong": []}
        for row in articles:
            if row["url"] in known:
                self._compare(row, known[row["url"]])

    def _compare(self, row: dict[str, Any], record: dict[str, Any]) -> None:
        article: Any = SimpleNamespace(**{**row, "tags": json.loads(row["tags"] or "[]")})
        for field in FIELDS:
            state = judge(field, article, record)
            self.states[f"{field} {state}"] += 1
            if state != "right":
                line = f"{row['url']} {field}: {getattr(article, field)!r} for {wanted(field, record)!r}"
                self.differences[state].append(line[:500])

    @property
    def shares(self) -> dict[str, float]:
        """The share of the site's articles of which each field is right."""
        return {field: self.states[f"{field} right"] / self.count for field in FIELDS}
