"""Article pages as each theme serves them are read as the database has them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import pytest

from blitar_scraper.extract import Page, extract_article
from blitar_scraper.items import Article, Site
from tests.systems.wordpress.compare import FIELDS, f1, judge, wanted
from tests.systems.wordpress.lines import lines
from tests.systems.wordpress.posts import HIDDEN
from tests.systems.wordpress.server import WordPress, themes

# Of 121 articles one is entitled "Pengumuman", which without a listing's word is no title, and one has a text of
# seven words, which without a listing's word is none.
KNOWN_MISSES = {"title": 1, "author": 1, "section": 1, "body": 2}


class Pages:
    """The pages of one theme."""

    def __init__(self, wordpress: WordPress, theme: str) -> None:
        self.wordpress = wordpress
        self.site = Site("contoh", "Kota Contoh", wordpress.url, "Asia/Jakarta", system="wordpress")
        wordpress.run("theme.php", theme)
        self.database: dict[str, Any] = wordpress.run("database.php")

    def page(self, url: str) -> Page:
        status, headers, body = self.wordpress.get(url.removeprefix(self.wordpress.url))
        assert status == 200, url
        return Page(body, url, headers["content-type"])

    def read(self, url: str, parts: int = 1) -> Article | None:
        """What the extraction says of an article with so many pages, `/2/`, `/3/`, ... behind the first."""
        following = [self.page(f"{url}{number}/") for number in range(2, parts + 1)]
        return extract_article(self.page(url), self.site, seen_at=datetime.now(UTC), parts=following).article


@pytest.fixture(scope="module", params=themes())
def pages(request: pytest.FixtureRequest, wordpress: WordPress) -> Pages:
    return Pages(wordpress, request.param)


def test_every_article_page_says_what_the_database_has(
    pages: Pages, request: pytest.FixtureRequest, figures: Callable[..., None]
) -> None:
    states: Counter[str] = Counter()
    worst: list[str] = []
    f1s = []
    for record in pages.database["articles"]:
        article = pages.read(record["url"], len(record["texts"]))
        for field in FIELDS:
            state = judge(field, article, record)
            states[f"{field} {state}"] += 1
            if state != "right":
                got = getattr(article, field, None)
                worst.append(f"{record['url']} {field} {state}: {got!r} for {wanted(field, record)!r}"[:400])
        f1s.append(f1((article and article.body) or "", "\n".join(lines(record["texts"]))))
    count = len(pages.database["articles"])
    theme = request.node.callspec.params["pages"]
    figures("article pages", theme, {f: states[f"{f} right"] / count for f in FIELDS} | {"mean F1": sum(f1s) / count})
    for field in FIELDS:
        assert count - states[f"{field} right"] <= KNOWN_MISSES.get(field, 0), "\n".join(worst)


def test_pages_that_hide_their_text_are_no_articles(pages: Pages) -> None:
    hidden = [other for other in pages.database["others"] if other["status"] == "password"]
    assert len(hidden) == 2
    for other in hidden:
        assert HIDDEN in other["content"]
        assert pages.read(other["url"]) is None
