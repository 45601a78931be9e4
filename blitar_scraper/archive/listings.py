"""A listing page was read: addresses for the frontier, view counts, and hints that an article has changed."""

from __future__ import annotations

import json
from collections.abc import Sequence

from sqlite_utils import Database

from blitar_scraper.addresses import clean_url
from blitar_scraper.archive import articles, pages, problems, runs
from blitar_scraper.archive.content import agrees, folded, saying_of
from blitar_scraper.archive.database import Row, first_row, rows
from blitar_scraper.archive.outcome import Outcome
from blitar_scraper.archive.values import clean_text, clean_value, iso, to_json
from blitar_scraper.items import ListingSeen, PopularEntry, Problem, Witness

# Sayings of listings kept for an address. A site's home page, its news page and its sections may each cut a title
# in their own way; more than this many are old ones.
MOST_SAYINGS = 8
# Pages that name articles and are none, even where one of them links to another.
_LISTING_KINDS = ("listing", "feed", "sitemap")


def listing_seen(db: Database, seen: ListingSeen, run_id: int) -> Outcome:
    """Store what a listing page says. To be called in a transaction."""
    fetch, site_id, at = seen.fetch, seen.site.id, iso(seen.fetch.seen_at)
    observe_popular(db, site_id, seen.listing.popular, at=at, capture_id=fetch.capture_id)
    page = pages.discover(db, fetch.requested_url, site=site_id, kind=seen.kind, at=at)
    pages.change(
        db,
        page,
        kind=page["kind"] if page["article_id"] or page["kind"] in _LISTING_KINDS else seen.kind,
        last_fetched_at=at,
        http_status=fetch.http_status,
        failures=0,
        due_at=None,
        etag=fetch.etag,
        last_modified=fetch.last_modified,
        fetches=page["fetches"] + 1,
    )
    present = list(seen.listing.problems)
    entries: dict[str, Witness] = {}
    for entry in seen.listing.entries:
        if clean_url(clean_text(entry.url)) is None:
            present.append(Problem("address-not-absolute", "url", entry.url))
        else:
            entries.setdefault(pages.key_of(entry.url), entry)
    known = pages.find_many(db, [entry.url for entry in entries.values()])
    new = [entry for entry in entries.values() if entry.url not in known and _says_nothing(entry)]
    pages.discover_articles(db, [entry.url for entry in new], site=site_id, at=at)
    for entry in entries.values():
        if entry.url in known or not _says_nothing(entry):
            _entry_seen(db, seen, entry, at)
    runs.count(db, run_id, "listed", len(entries))
    for problem in present:
        problems.add(
            db, problem, at=at, site=site_id, run_id=run_id, url=pages.spelled(fetch.url), capture_id=fetch.capture_id
        )
    addresses = {pages.spelled(fetch.requested_url), pages.spelled(fetch.url)}
    problems.resolve(db, site=site_id, urls=addresses, still=present, at=at)
    return Outcome("listed")


def _says_nothing(entry: Witness) -> bool:
    """Whether it is an address and no more, as a sitemap's entries are."""
    return not saying_of(entry) and entry.views is None


def _entry_seen(db: Database, seen: ListingSeen, entry: Witness, at: str) -> None:
    page = pages.discover(db, entry.url, site=seen.site.id, kind="article", at=at)
    if page["kind"] in _LISTING_KINDS:
        return
    said = json.loads(page["listed_as"] or "[]")
    saying = saying_of(entry)
    is_news = bool(saying) and _folded(saying) not in map(_folded, said)
    changes: Row = {"last_listed_at": at}
    if not page["article_id"]:
        changes["kind"] = "article"
    if is_news:
        changes["listed_as"] = to_json([*said, saying][-MOST_SAYINGS:])
    if page["article_id"]:
        article = articles.by_id(db, page["article_id"])
        if is_news and page["kind"] == "article" and not agrees(saying, article):
            changes["due_at"] = min(page["due_at"] or at, at)
        views = clean_value(entry.views)
        if views is not None:
            articles.observe_views(db, article["id"], at=at, views=views, capture_id=seen.fetch.capture_id)
            witness = {"from": entry.source, "raw": clean_value(entry.views_raw) or str(views), "seen_at": at}
            db.execute(
                "UPDATE articles SET evidence = json_set(coalesce(evidence, '{}'), '$.views', json(?))"
                " WHERE id = ? AND views = ?",
                [to_json(witness), article["id"], views],
            )
    elif page["due_at"] is None:
        changes["due_at"] = at
    pages.change(db, page, **changes)


def _folded(saying: dict[str, str]) -> tuple[str, str]:
    return folded(saying.get("title", "")), saying.get("published_at", "")


def observe_popular(
    db: Database, site_id: str, popular: Sequence[PopularEntry], *, at: str, capture_id: int | None
) -> None:
    """Keep a "Berita Populer" list, once a day and whenever it has changed.

    It stands beside every page: kept at each, a backfill of 10,000 pages would store 50,000 rows that say the same.
    """
    entries = [
        {"rank": entry.rank, "url": clean_value(entry.url), "title": clean_text(entry.title)} for entry in popular
    ]
    if not entries:
        return
    sql = "SELECT MAX(observed_at) AS at FROM popular WHERE site = ? AND observed_at <= ?"
    latest = first_row(db, sql, site_id, at)
    if latest and latest["at"]:
        known = rows(
            db, "SELECT rank, url, title FROM popular WHERE site = ? AND observed_at = ?", *(site_id, latest["at"])
        )
        if latest["at"][:10] == at[:10] and known == sorted(entries, key=lambda entry: str(entry["rank"])):
            return
    for entry in entries:
        db.execute(
            "INSERT INTO popular (site, observed_at, rank, url, title, capture_id) VALUES (?, ?, ?, ?, ?, ?)"
            " ON CONFLICT DO NOTHING",
            [site_id, at, entry["rank"], entry["url"], entry["title"], capture_id],
        )
