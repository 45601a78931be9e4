"""A site's kept pages and what today's code reads from them: the record that a reviewer looks at and tests hold."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from blitar_scraper.extract import Page, extract_article, extract_listing
from blitar_scraper.items import Article, Problem, Site, Witness, check_article

_COLUMNS = (
    "title author section published_at published_precision published_raw modified_at dateline_date views "
    "press_release_number image_url tags language"
).split()
_ENTRY = "url title author published_at views section image_url".split()


@dataclass(frozen=True)
class Fixture:
    """The kept pages of one site in a folder: `page.html`, perhaps `listing.html`, and what is known of them.

    `facts` stands in `fixture.json`: url, listing_url, seen_at (ISO, with offset), origin, source, reviewed, and
    content_type where the server's was not UTF-8.
    """

    site: Site
    folder: Path
    facts: dict[str, Any]

    @property
    def seen_at(self) -> datetime:
        return datetime.fromisoformat(self.facts["seen_at"])

    @property
    def expected(self) -> Path:
        return self.folder / "expected.json"

    def record(self) -> dict[str, Any]:
        """What today's code reads from the pages, and under "problems" everything that it is not sure of."""
        record = {"article": self._article()}
        if (self.folder / "listing.html").exists():
            record["listing"] = self._listing()
        return record

    def _article(self) -> dict[str, Any]:
        reading = extract_article(self._page("page.html", "url"), self.site, seen_at=self.seen_at)
        assert reading.article is not None, f"{self.site.id}: no article was found"
        article, broken = check_article(reading.article, self.site.home_url, self.seen_at)
        return {
            **{name: _plain(getattr(article, name)) for name in _COLUMNS},
            "body": (article.body or "").split("\n"),
            "body_main": _ends(article),
            "media": [[one.kind, one.url, one.caption] for one in reading.media],
            "popular": [[one.url, one.title] for one in reading.popular],
            "problems": _problems((*reading.problems, *broken)),
        }

    def _listing(self) -> dict[str, Any]:
        listing = extract_listing(self._page("listing.html", "listing_url"), self.site, seen_at=self.seen_at)
        return {
            "entries": [_entry(one) for one in listing.entries],
            "next_url": listing.next_url,
            "popular": [[one.url, one.title] for one in listing.popular],
            "problems": _problems(listing.problems),
        }

    def _page(self, file: str, address: str) -> Page:
        content_type = self.facts.get("content_type", "text/html; charset=utf-8")
        return Page((self.folder / file).read_bytes(), self.facts[address], content_type)

    def write_expected(self) -> None:
        """Write `expected.json`, to be reviewed."""
        self.expected.write_text(json.dumps(self.record(), ensure_ascii=False, indent=1) + "\n", "utf-8")


def _plain(value: Any) -> Any:
    return list(value) if isinstance(value, tuple) else value


def _ends(article: Article) -> list[str]:
    """The first and the last line of the main text."""
    lines = (article.body_main or "").split("\n")
    return [lines[0], lines[-1]]


def _entry(entry: Witness) -> dict[str, Any]:
    return {name: getattr(entry, name) for name in _ENTRY}


def _problems(problems: tuple[Problem, ...]) -> list[list[str | None]]:
    return [[one.problem, one.field, one.detail] for one in problems]
