"""A folder for each shipped site: pages, where they come from, and the record that each must give.

`page.html` is an article page, `listing.html` (where a listing's form is known) a page of its news; `fixture.json` says
of them `url`, `listing_url`, `seen_at`, `origin` ("constructed", "captured by others", "captured"), `source` and
`reviewed`; `expected.json` is what they must give: `article` with the columns of `articles` and its media and popular
list, `listing` with its entries and next page. A folder without `expected.json` gets one at the first test, to review.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from blitar_scraper.crawling.runner import shipped_spiders
from blitar_scraper.extract import Page, extract_article, extract_listing
from blitar_scraper.items import Article, Problem, Site, Witness, check_article

FOLDER = Path(__file__).parent
ORIGINS = ("constructed", "captured by others", "captured")
SITES: dict[str, Site] = {name: spider.site for name, spider in shipped_spiders().items()}

_COLUMNS = (
    "title author section published_at published_precision published_raw modified_at dateline_date views "
    "press_release_number image_url tags language"
).split()
_ENTRY = "url title author published_at views section image_url".split()


@dataclass(frozen=True)
class Fixture:
    """The kept pages of one site."""

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
        return Page((self.folder / file).read_bytes(), self.facts[address], "text/html; charset=utf-8")


def fixture_of(name: str) -> Fixture | None:
    """The fixture of a shipped site; None where there is none."""
    facts = FOLDER / name / "fixture.json"
    if not facts.exists():
        return None
    return Fixture(SITES[name], facts.parent, json.loads(facts.read_text("utf-8")))


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
