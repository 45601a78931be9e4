"""A simulated year beside what had to be found in it."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from blitar_scraper.archive import Archive
from tests import forked
from tests.year.lives import Life, day_of, lives
from tests.year.oracle import Findings, Oracle

# Seconds; the whole year takes 200 s on two cores.
TIMEOUT = 1800

# What an edit is, as the archive and the oracle both can say it: article, day, title and text before and after.
Change = tuple[int, int, str, str, str, str]


@dataclass
class Year:
    """The days that were run: what the site was asked, the archive, and what the oracle says.

    `since`: the site has the demonstration's articles of that year and later on day 0; `site`: what else it does. The
    parser changes in the middle.
    """

    days: int
    seed: int
    since: int
    site: dict[str, bool]
    archive: Path
    said: dict[str, Any]

    @classmethod
    def run(cls, archive: Path, *, days: int, seed: int, since: int = 2018, **site: bool) -> Year:
        """Run the days, or take what was said of them when they were run into this archive before."""
        said = archive.with_suffix(".json")
        order = {"days": days, "seed": seed, "since": since, "archive": str(archive), "site": site}
        order["parser_changes_on"] = days // 2
        if not said.exists():
            done = forked.run("tests.year.run", json.dumps(order), timeout=TIMEOUT)
            assert done.returncode == 0, done.stderr
            said.write_text(done.stdout.splitlines()[-1])
        return cls(days, seed, since, site, archive, json.loads(said.read_text()))

    @property
    def parser_changes_on(self) -> int:
        return self.days // 2

    @cached_property
    def lives(self) -> tuple[Life, ...]:
        return lives(self.days, seed=self.seed, since=self.since)

    @cached_property
    def asked(self) -> dict[int, list[str]]:
        return {int(day): targets for day, targets in self.said["asked"].items()}

    @cached_property
    def must_find(self) -> Findings:
        return Oracle(self.lives, self.asked).year(self.days)

    def rows(self, sql: str, *values: Any) -> list[dict[str, Any]]:
        with Archive(self.archive, readonly=True) as archive:
            return [dict(row) for row in archive.db.query(sql, list(values))]

    @cached_property
    def number_of(self) -> dict[int, int]:
        """The life of each article of the archive, by any address that it has had."""
        of_path = {path: life.number for life in self.lives for path in life.paths}
        pages = self.rows("SELECT url, article_id FROM pages WHERE article_id IS NOT NULL")
        return {page["article_id"]: of_path[page["url"].removeprefix(self.said["url"])] for page in pages}

    def day_at(self, text: str) -> int:
        """The day of a time that the archive wrote: runs begin in the morning."""
        return (day_of(0).fromisoformat(text[:10]) - day_of(0)).days

    def edits_found(self) -> list[Change]:
        found = [
            (
                self.number_of[row["article_id"]],
                self.day_at(row["edited_at"]),
                _title(row["title_before"]),
                _title(row["title_after"]),
                f"{row['published_before']} {row['body_before']}",
                f"{row['published_after']} {row['body_after']}",
            )
            for row in self.rows("SELECT * FROM edits")
        ]
        return sorted(found)

    def edits_expected(self) -> list[Change]:
        expected = [
            (
                edit.number,
                edit.day,
                _title(edit.before.title),
                _title(edit.after.title),
                f"{edit.before.published_on} {edit.before.body}",
                f"{edit.after.published_on} {edit.after.body}",
            )
            for edit in self.must_find.edits
        ]
        return sorted(expected)

    def removals_found(self) -> list[tuple[int, int]]:
        """Each time an article was found to be gone: those gone now, and those that have come back."""
        now = self.rows("SELECT id, gone_at FROM articles WHERE gone_at IS NOT NULL")
        then = self.rows("SELECT article_id AS id, substr(detail, 12, 20) AS gone_at FROM problems"
                         " WHERE problem = 'came-back'")  # fmt: skip
        return sorted((self.number_of[row["id"]], self.day_at(row["gone_at"])) for row in now + then)

    def history_found(self, article_id: int) -> list[tuple[str, str, str]]:
        """What each version that is not just another reading of the one before says."""
        rows = self.rows("SELECT * FROM article_history WHERE article_id = ? ORDER BY version", article_id)
        said = [(_title(row["title"]), row["published_at"], row["body"]) for row in rows]
        return [one for place, one in enumerate(said) if place == 0 or one != said[place - 1]]

    def history_expected(self, number: int) -> list[tuple[str, str, str]]:
        return [
            (_title(article.title), article.published_on.isoformat(), article.body)
            for article in self.must_find.content[number]
        ]

    # What it cost: from day 1 on, without the first crawl, which reads all there is.

    @property
    def requests(self) -> int:
        return sum(len(targets) for day, targets in self.asked.items() if day)

    @property
    def fewest(self) -> int:
        return sum(number for day, number in self.must_find.fewest.items() if day)

    @property
    def bytes_sent(self) -> int:
        return sum(number for day, number in self.said["sent"].items() if int(day))

    @property
    def naive(self) -> tuple[int, int]:
        """Requests and bytes of fetching all of the site each day; each page's size is that of the page itself."""
        costs = [cost for day, cost in self.said["naive"].items() if int(day)]
        return sum(requests for requests, _ in costs), sum(size for _, size in costs)

    def table(self) -> dict[str, str]:
        edits, expected = Counter(self.edits_found()), Counter(self.edits_expected())
        removals, gone = Counter(self.removals_found()), Counter(sorted(self.must_find.removals))
        naive_requests, naive_bytes = self.naive
        versions = {row["by"]: row["n"] for row in self.rows(
            "SELECT superseded_by AS by, COUNT(*) AS n FROM article_versions GROUP BY 1")}  # fmt: skip
        answers = Counter({row["status"]: row["n"] for row in self.rows(
            "SELECT http_status AS status, COUNT(*) AS n FROM captures GROUP BY 1")})  # fmt: skip
        (site,) = self.rows("SELECT counts_own_fetches AS counts FROM sites")
        return {
            "days": f"{self.days} (the parser changed on day {self.parser_changes_on})",
            "articles": str(len(self.must_find.content)),
            "requests": f"{self.requests:,}",
            "fewest possible": f"{self.fewest:,}",
            "ratio": f"{self.requests / self.fewest:.3f}",
            "requests a day": f"{self.requests / (self.days - 1):.1f}",
            "edits found / visible": f"{edits.total()} / {expected.total()}",
            "edits missed / false": f"{(expected - edits).total()} / {(edits - expected).total()}",
            "removals found / visible": f"{removals.total()} / {gone.total()}",
            "removals missed / false": f"{(gone - removals).total()} / {(removals - gone).total()}",
            "moves": str(len(self.must_find.moves)),
            "versions": ", ".join(f"{number} {by}" for by, number in sorted(versions.items())),
            "answers": ", ".join(f"{number} x {status}" for status, number in sorted(answers.items()) if status),
            "own visits counted": {0: "shown not to be", 1: "shown to be", None: "not shown"}[site["counts"]],
            "bytes of pages sent": f"{self.bytes_sent / 1e6:.1f} MB",
            "naive daily recrawl": f"{naive_requests:,} requests, {naive_bytes / 1e6:.1f} MB",
            "of it": f"{self.requests / naive_requests:.1%} requests, {self.bytes_sent / naive_bytes:.2%} bytes",
            "seconds": f"{self.said['seconds']:.0f}",
        }


def _title(title: str) -> str:
    """Titles without regard to case: the newer parser of the middle of the year reads them in capitals."""
    return title.upper()
