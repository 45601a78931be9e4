"""Pages that answer at an article's address and are not that article: error pages, other pages, pictures.

Nothing is stored of them, and nothing of the article is lost to them.
"""

from __future__ import annotations

import json

from sqlite_utils import Database

from blitar_scraper.archive import pages, problems, runs
from blitar_scraper.archive.content import OTHER_WITNESSES, resembles, source_of
from blitar_scraper.archive.database import Row
from blitar_scraper.archive.outcome import Outcome
from blitar_scraper.archive.revisits import after_failure, next_look_when_gone
from blitar_scraper.archive.sight import Sight
from blitar_scraper.archive.values import iso, moment
from blitar_scraper.items import Article, ArticleSeen, Problem

# An address that answered so often without ever showing an article is no article's (a photo page, a form): it is then
# looked at as seldom as one that is gone. Fewer could be one bad night of the site.
_PATIENCE = 3


def is_redirected(sight: Sight) -> bool:
    """Whether a known address led to one that no listing has named: to where, is not an article for certain."""
    fetch = sight.seen.fetch
    if pages.key_of(fetch.requested_url) == pages.key_of(fetch.url):
        return False
    asked, final = pages.find(sight.db, fetch.requested_url), pages.find(sight.db, fetch.url)
    known = asked is not None and asked["article_id"] is not None
    return known and (final is None or final["last_listed_at"] is None)


def leads_elsewhere(sight: Sight) -> Outcome:
    """The address of an article leads to another page that is no article of its own: nothing is stored of that page."""
    fetch = sight.seen.fetch
    page = pages.discover(sight.db, fetch.requested_url, site=sight.seen.site.id, kind="article", at=sight.at)
    due_at = iso(next_look_when_gone(fetch.seen_at, fetch.seen_at))
    pages.change(sight.db, page, last_fetched_at=sight.at, http_status=fetch.http_status, failures=0, due_at=due_at)
    sight.note(Problem("leads-elsewhere", detail=f"from {fetch.requested_url}"), page["article_id"])
    return Outcome("gone", page["article_id"])


def is_another(old: Row, new: Article) -> bool:
    """Whether a page at an article's own address is another text altogether: an error page with status 200.

    An edit leaves the title or half of the words, and it leaves who wrote it and when. What only a listing says of
    them is no word of the page.
    """
    if resembles(old, new):
        return False
    before = json.loads(old["evidence"] or "{}")
    return any(
        old[name]
        and source_of(before, name) not in OTHER_WITNESSES
        and (not getattr(new, name) or source_of(new.evidence, name) in OTHER_WITNESSES)
        for name in ("author", "published_at")
    )


def not_this_article(sight: Sight, old: Row) -> Outcome:
    """What is known is kept; the address is tried again later."""
    page = pages.discover(sight.db, sight.seen.fetch.requested_url, site=old["site"], kind="article", at=sight.at)
    failures = page["failures"] + 1
    due_at = iso(after_failure(failures, sight.seen.fetch.seen_at))
    pages.change(sight.db, page, http_status=sight.seen.fetch.http_status, failures=failures, due_at=due_at)
    sight.note(Problem("not-this-article", detail=sight.article.title), old["id"])
    runs.count(sight.db, sight.run_id, "errors")
    return Outcome("failed", old["id"])


def no_article(db: Database, seen: ArticleSeen, run_id: int, at: str) -> Outcome:
    """The page answered, but holds no article. What was known of it is kept; it is tried again later."""
    fetch = seen.fetch
    page = pages.discover(db, fetch.requested_url, site=seen.site.id, kind="article", at=at)
    failures = page["failures"] + 1
    discovered_at = moment(page["discovered_at"]) or fetch.seen_at
    if failures > _PATIENCE and page["article_id"] is None:
        due_at = iso(next_look_when_gone(discovered_at, fetch.seen_at))
    else:
        due_at = iso(after_failure(failures, fetch.seen_at))
    pages.change(db, page, http_status=fetch.http_status, failures=failures, due_at=due_at)
    reasons = seen.reading.problems or (Problem("no-article"),)
    for problem in reasons:
        problems.add(
            db,
            problem,
            at=at,
            site=seen.site.id,
            run_id=run_id,
            article_id=page["article_id"],
            url=pages.spelled(fetch.requested_url),
            capture_id=fetch.capture_id,
        )
    runs.count(db, run_id, "errors")
    return Outcome("failed", page["article_id"])
