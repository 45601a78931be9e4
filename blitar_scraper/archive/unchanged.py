"""A look at an article that brought "not modified": what it may be asked for with, and what it is worth."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlite_utils import Database

from blitar_scraper.archive import articles, pages, runs
from blitar_scraper.archive.absences import page_failed
from blitar_scraper.archive.content import agrees
from blitar_scraper.archive.database import Row, first_row, update
from blitar_scraper.archive.outcome import Outcome
from blitar_scraper.archive.trust import are_doubted
from blitar_scraper.archive.values import iso, moment
from blitar_scraper.items import PageFailed, PageUnchanged

# A site may keep saying "not modified" by mistake. At the latest every second year an article is read whole: the plan's
# yearly look is asked for with conditions once, and the next time without.
LONGEST_TRUST = timedelta(days=400)


@dataclass(frozen=True, slots=True)
class Validators:
    """What a site calls a state of a page: its `ETag` and `Last-Modified` as they came, and when they were seen."""

    etag: str | None
    last_modified: str | None
    seen_at: datetime


def validators_of(db: Database, url: str, now: datetime) -> Validators | None:
    """With what an article's page may be asked for again; None where it must be asked for whole.

    "Not modified" is worth something only of a page whose bytes are kept and were read well: so not where no capture is
    kept, where the last answer was none of the article or led elsewhere, where the article goes on on further pages
    (their change does not change the first), where a listing says something else by now, or where the site's validators
    were found to stay the same while a page had changed.
    """
    page = pages.find(db, url)
    if page is None or page["article_id"] is None or page["failures"] or page["http_status"] not in (200, 304):
        return None
    seen_at = moment(page["last_fetched_at"])
    article = articles.by_id(db, page["article_id"])
    if seen_at is None or not (page["etag"] or page["last_modified"]):
        return None
    if article["gone_at"] or pages.key_of(article["url"]) != page["address_key"]:
        return None
    said = json.loads(page["listed_as"] or "[]")
    if said and not agrees(said[-1], article):
        return None
    if not _is_kept_whole(db, article, now) or are_doubted(db, article["site"]):
        return None
    return Validators(page["etag"], page["last_modified"], seen_at)


def _is_kept_whole(db: Database, article: Row, now: datetime) -> bool:
    """Whether what is stored was read from one capture, and the page has been received not too long ago."""
    last = first_row(
        db,
        """SELECT MAX(c.fetched_at) AS at, MAX(r.version = ? AND r.role = 'part') AS in_parts
           FROM article_captures r JOIN captures c ON c.id = r.capture_id
           WHERE r.article_id = ? AND r.role IN ('page', 'part') AND c.source = 'crawl' AND c.fetched_at <= ?""",
        *(article["version"], article["id"], iso(now)),
    )
    received = moment(last["at"]) if last else None
    return last is not None and received is not None and not last["in_parts"] and now - received <= LONGEST_TRUST


def page_unchanged(db: Database, seen: PageUnchanged, run_id: int) -> Outcome:
    """Store that an article's page is as it was when it was last received. To be called in a transaction.

    Its view count is not known then, so there is no observation; the request counts as one of ours all the same.
    """
    fetch, at = seen.fetch, iso(seen.fetch.seen_at)
    page = pages.find(db, fetch.requested_url)
    article = articles.by_id(db, page["article_id"]) if page and page["article_id"] else None
    if page is None or article is None or article["gone_at"]:
        return page_failed(db, _no_answer(seen), run_id)
    update(db, "articles", {"last_seen_at": max(at, article["last_seen_at"])}, "id = ?", article["id"])
    pages.change(
        db,
        page,
        last_fetched_at=at,
        http_status=fetch.http_status,
        failures=0,
        # RFC 9110, 15.4.5: an answer of 304 may bring new validators.
        etag=fetch.etag or page["etag"],
        last_modified=fetch.last_modified or page["last_modified"],
        fetches=page["fetches"] + 1,
        due_at=articles.due_again(db, article, seen.fetch.seen_at),
    )
    runs.count(db, run_id, "unchanged")
    return Outcome("unchanged", article["id"])


def _no_answer(seen: PageUnchanged) -> PageFailed:
    """The same as a failure: nothing is known that could be unchanged."""
    fetch = seen.fetch
    return PageFailed(
        seen.site, fetch.requested_url, "article", fetch.seen_at, "http-304", None, fetch.http_status, fetch=fetch
    )
