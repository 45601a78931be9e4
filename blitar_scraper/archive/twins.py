"""One article at two addresses that do not redirect: print and mobile views, query strings, sections.

Told by measured sameness and by the addresses, never by a canonical link, which may lie (design.md; OpenSID's esensi
theme names the home page on every page). Two articles with the same text whose addresses have nothing in common stay
two. The further address belongs to the article as a page of kind "other": it is not read again while the first lives.
"""

from __future__ import annotations

from collections import Counter
from typing import Any

from sqlite_utils import Database

from blitar_scraper.addresses import may_name_one_article
from blitar_scraper.archive import pages, runs
from blitar_scraper.archive.content import folded, same_date
from blitar_scraper.archive.database import Row, rows, update
from blitar_scraper.archive.outcome import Outcome
from blitar_scraper.archive.sight import Sight
from blitar_scraper.items import Article, Problem

# A print view lacks a caption or adds "Dicetak pada ..."; an edited copy differs by more.
_SAME_WORDS = 0.95
# Two notices of a few words may be alike by chance.
_FEWEST_WORDS = 8


def twin_of(sight: Sight) -> Row | None:
    """The article that this page shows at another of its addresses; None where it is one of its own."""
    article = sight.article
    if not article.title or not article.body:
        return None
    found = rows(
        sight.db,
        "SELECT * FROM articles WHERE site = ? AND title = ? AND gone_at IS NULL ORDER BY id",
        *(sight.seen.site.id, article.title),
    )
    return next((row for row in found if _is_same(row, article, sight.seen.fetch.url)), None)


def _is_same(row: Row, article: Article, url: str) -> bool:
    if not may_name_one_article(row["url"], url):
        return False
    if row["published_at"] and article.published_at and not same_date(row["published_at"], article.published_at):
        return False
    return same_words(row["body"], article.body)


def same_words(one: str | None, other: str | None) -> bool:
    """Whether two texts are one but for a line or so."""
    first, second = (Counter(folded(text or "").split()) for text in (one, other))
    longer = max(first.total(), second.total())
    return longer >= _FEWEST_WORDS and (first & second).total() >= _SAME_WORDS * longer


def store_twin(sight: Sight, article: Row) -> Outcome:
    """Note that the addresses of this answer lead to the article, too. Its content stays what its own page says."""
    fetch = sight.seen.fetch
    for url in (fetch.requested_url, *fetch.redirects, fetch.url):
        page = pages.discover(sight.db, url, site=article["site"], kind="other", at=sight.at)
        changes: dict[str, Any] = {"kind": "other", "last_fetched_at": sight.at, "failures": 0, "due_at": None}
        if page["article_id"] is None:
            pages.change(sight.db, page, **changes, article_id=article["id"], http_status=fetch.http_status)
    update(sight.db, "articles", {"last_seen_at": max(sight.at, article["last_seen_at"])}, "id = ?", article["id"])
    sight.note(Problem("same-article", detail=f"as {article['url']}"), article["id"], past=True)
    runs.count(sight.db, sight.run_id, "unchanged")
    return Outcome("unchanged", article["id"])


def ask_twins(db: Database, article_id: int, at: str) -> None:
    """The article's own address is gone: its others are due, perhaps it lives on at one of them."""
    update(db, "pages", {"kind": "article", "due_at": at}, "article_id = ? AND kind = 'other'", article_id)
