"""An address no longer shows its article, or gave no usable answer."""

from __future__ import annotations

from sqlite_utils import Database

from blitar_scraper.archive import articles, pages, problems, runs
from blitar_scraper.archive.database import Row, update
from blitar_scraper.archive.moves import find_moved, found_again
from blitar_scraper.archive.outcome import Outcome
from blitar_scraper.archive.revisits import after_failure, next_look_at_dead_link, next_look_when_gone
from blitar_scraper.archive.twins import ask_twins
from blitar_scraper.archive.values import iso, moment
from blitar_scraper.items import GoneReason, PageFailed, PageGone, Problem


def mark_gone(db: Database, article: Row, reason: GoneReason, *, at: str, run_id: int) -> str:
    """Set when and why the article was gone, unless it is already; since when it is. All else stays.

    One that was gone with all others of its site and is still gone where others are back has been removed.
    """
    if article["gone_at"]:
        if article["gone_reason"] == "moved-site" != reason:
            update(db, "articles", {"gone_reason": reason}, "id = ?", article["id"])
        return str(article["gone_at"])
    update(db, "articles", {"gone_at": at, "gone_reason": reason}, "id = ?", article["id"])
    ask_twins(db, article["id"], at)
    runs.count(db, run_id, "gone")
    return at


def page_gone(db: Database, seen: PageGone, run_id: int) -> Outcome:
    """Store that an address no longer shows its article. To be called in a transaction."""
    fetch, at = seen.fetch, iso(seen.fetch.seen_at)
    page = pages.discover(db, fetch.requested_url, site=seen.site.id, kind="article", at=at)
    asked_before = page["last_fetched_at"] is not None or page["failures"] > 0
    is_left = False
    article = articles.by_id(db, page["article_id"]) if page["article_id"] else None
    dead = Problem("dead-link", detail=seen.reason)
    address = pages.spelled(fetch.requested_url)
    problems.resolve(
        db,
        site=seen.site.id,
        urls=[address],
        still=[] if article else [dead],
        at=at,
        only_of_page=True,
    )
    if article is None:
        since = problems.add(
            db, dead, at=at, site=seen.site.id, run_id=run_id, url=address, capture_id=fetch.capture_id
        )
    elif pages.key_of(article["url"]) == page["address_key"]:
        if seen.reason == "moved-site" and found_again(db, article, seen.fetch.requested_url, at=at, run_id=run_id):
            pages.change(db, page, last_fetched_at=at, http_status=fetch.http_status, failures=0, due_at=None)
            find_moved(db, seen.site.id, at=at, run_id=run_id)
            return Outcome("moved", article["id"])
        since = mark_gone(db, article, seen.reason, at=at, run_id=run_id)
    else:  # an address that the article had left before: the article itself is where it is now
        since, is_left = at, seen.reason == "moved-site"
    gone_since, moved = moment(since), seen.reason == "moved-site"
    assert gone_since is not None
    if article is None:
        next_look = next_look_at_dead_link(gone_since, fetch.seen_at)
    else:
        next_look = next_look_when_gone(gone_since, fetch.seen_at, moved=moved)
    pages.change(
        db,
        page,
        last_fetched_at=at,
        http_status=fetch.http_status,
        failures=0,
        due_at=None if is_left else iso(next_look),
    )
    if moved:
        find_moved(db, seen.site.id, at=at, run_id=run_id)
    return Outcome("gone", page["article_id"], still_nothing=asked_before)


def page_failed(db: Database, seen: PageFailed, run_id: int) -> Outcome:
    """Store that an address gave no usable answer, and when to try again. To be called in a transaction."""
    at = iso(seen.seen_at)
    page = pages.discover(db, seen.url, site=seen.site.id, kind=seen.kind, at=at)
    failures = page["failures"] + 1
    due_at = iso(after_failure(failures, seen.seen_at))
    pages.change(db, page, failures=failures, http_status=seen.http_status, due_at=due_at)
    problems.add(
        db,
        Problem(seen.problem, detail=seen.detail),
        at=at,
        site=seen.site.id,
        run_id=run_id,
        article_id=page["article_id"],
        url=pages.spelled(seen.url),
        capture_id=seen.fetch.capture_id if seen.fetch else None,
    )
    runs.count(db, run_id, "errors")
    return Outcome("failed", page["article_id"])
