"""Whether a site's validators (`ETag`, `Last-Modified`) may be trusted: not where a page changed and they did not."""

from __future__ import annotations

from sqlite_utils import Database

from blitar_scraper.archive import pages, problems
from blitar_scraper.archive.database import first_row
from blitar_scraper.archive.sight import Sight
from blitar_scraper.items import Problem

_PROBLEM = "validators-unreliable"


def doubt_validators(sight: Sight) -> None:
    """The text of a page has changed: where its validators are those of the text before, the site's say nothing.

    To be called before the new ones are stored. A split article's text may have changed on a further page.
    """
    fetch = sight.seen.fetch
    page = pages.find(sight.db, fetch.url)
    if page is None or sight.seen.circumstances.parts:
        return
    before, now = (page["etag"], page["last_modified"]), (fetch.etag, fetch.last_modified)
    # A server goes by the tag where there is one, and else by the date (RFC 9110, 13.2.2).
    same = before[0] == now[0] if before[0] or now[0] else before[1] is not None and before[1] == now[1]
    if same:
        problems.add(
            sight.db,
            Problem(_PROBLEM, detail=f"{now[0] or now[1]} before and after a change of {pages.spelled(fetch.url)}"),
            at=sight.at,
            site=sight.seen.site.id,
            run_id=sight.run_id,
            capture_id=sight.capture_id,
        )


def are_doubted(db: Database, site_id: str) -> bool:
    """Whether such a change was seen; a person who knows better resolves the problem."""
    sql = "SELECT id FROM problems WHERE resolved_at IS NULL AND site = ? AND problem = ? LIMIT 1"
    return first_row(db, sql, site_id, _PROBLEM) is not None
