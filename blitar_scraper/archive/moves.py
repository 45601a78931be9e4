"""Articles of a site that has moved all its addresses, found again at new ones that nothing redirects to.

Of a site that has not, two articles with the same text at two addresses stay two (design.md). Where none of the known
articles is at its address any more (`moved-site`), a page with the title, the date and the words of one is that one.
"""

from __future__ import annotations

from collections.abc import Sequence

from sqlite_utils import Database

from blitar_scraper.archive import frontier, pages, problems, runs
from blitar_scraper.archive.content import same_date
from blitar_scraper.archive.database import Row, rows, update
from blitar_scraper.archive.merging import merge
from blitar_scraper.archive.sight import Sight
from blitar_scraper.archive.twins import same_words
from blitar_scraper.archive.values import iso
from blitar_scraper.items import Problem


def former_of(sight: Sight) -> Row | None:
    """The article that was lost when the site moved and that this page, at a new address, shows; None where none is."""
    if not sight.article.title:
        return None
    found = rows(
        sight.db,
        "SELECT * FROM articles WHERE site = ? AND title = ? AND gone_reason = 'moved-site' ORDER BY id",
        *(sight.seen.site.id, sight.article.title),
    )
    return _only([row for row in found if _is_same(row, sight.article.published_at, sight.article.body)])


def found_again(db: Database, article: Row, url: str, *, at: str, run_id: int) -> bool:
    """Whether an article that is not at its address (`url`) any more stands at a new one as a younger row.

    Then the two become one: the older row with its uid, at the new address. A younger one that was there before the
    site has moved is another article, whatever its words.
    """
    moved_since = frontier.moved_since(db, article["site"])
    began = runs.started_at(db, run_id)
    found = rows(
        db,
        "SELECT * FROM articles WHERE site = ? AND title = ? AND id > ? AND first_seen_at >= ? AND gone_at IS NULL",
        *(article["site"], article["title"], article["id"], min(began, iso(moved_since) if moved_since else began)),
    )
    younger = _only([row for row in found if _is_same(article, row["published_at"], row["body"])])
    if younger is None:
        return False
    _become_one(db, article, younger, url, at=at, run_id=run_id)
    return True


def find_moved(db: Database, site_id: str, *, at: str, run_id: int) -> None:
    """Join what this run has stored as new with the known articles that it shows, which are not asked for any more.

    To be called where the site is known to have moved: it is spared a request for each of its former addresses.
    """
    began = runs.started_at(db, run_id)
    for younger in rows(
        db,
        "SELECT * FROM articles WHERE site = ? AND first_seen_at >= ? AND gone_at IS NULL AND title IS NOT NULL"
        " ORDER BY id",
        *(site_id, began),
    ):
        found = rows(
            db,
            "SELECT * FROM articles WHERE site = ? AND title = ? AND id < ? AND first_seen_at < ?"
            " AND (gone_at IS NULL OR gone_reason = 'moved-site')",
            *(site_id, younger["title"], younger["id"], began),
        )
        older = _only(
            [
                row
                for row in found
                if _is_same(row, younger["published_at"], younger["body"]) and _last_look(db, row) < began
            ]
        )
        if older is not None:
            _become_one(db, older, younger, older["url"], at=at, run_id=run_id)


def leave_former_addresses(db: Database, article_id: int, url: str) -> None:
    """Ask no more for the article at addresses other than this one, which answers."""
    sql = "UPDATE pages SET due_at = NULL WHERE article_id = ? AND address_key <> ?"
    db.execute(sql, [article_id, pages.key_of(url)])


def _become_one(db: Database, older: Row, younger: Row, url: str, *, at: str, run_id: int) -> None:
    merge(db, older, younger, living=younger["id"], at=at, run_id=run_id)
    places = {"url": younger["url"], "gone_at": None, "gone_reason": None}
    update(db, "articles", places, "id = ?", older["id"])
    leave_former_addresses(db, older["id"], younger["url"])
    if younger["first_seen_at"] >= runs.started_at(db, run_id):
        runs.count(db, run_id, "new", -1)  # a known one at a new address
    moved = Problem("moved", detail=f"from {url}", url=younger["url"])
    problems.add(db, moved, at=at, resolved_at=at, site=older["site"], run_id=run_id, article_id=older["id"])


def _last_look(db: Database, article: Row) -> str:
    """When the article was last seen at its address, in a run before; its other addresses do not count."""
    page = pages.find(db, article["url"])
    return str((page or {}).get("last_fetched_at") or article["first_seen_at"])


def _is_same(older: Row, published_at: str | None, body: str | None) -> bool:
    if older["published_at"] and published_at and not same_date(older["published_at"], published_at):
        return False
    return same_words(older["body"], body)


def _only(found: Sequence[Row]) -> Row | None:
    """One that is the only one: of several with the same words nobody knows which it is."""
    return found[0] if len(found) == 1 else None
