"""An article page was read: a new article, a version, a move, a return, or nothing new."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable

from sqlite_utils import Database

from blitar_scraper.archive import articles, captures, pages, problems, runs
from blitar_scraper.archive.absences import mark_gone
from blitar_scraper.archive.content import (
    OTHER_WITNESSES,
    UNVERSIONED_FIELDS,
    cleaned,
    content_row,
    filled,
    keep_known,
    media_rows,
    resembles,
    source_of,
)
from blitar_scraper.archive.database import Row, insert, update
from blitar_scraper.archive.listings import observe_popular
from blitar_scraper.archive.merging import merge
from blitar_scraper.archive.moves import former_of, leave_former_addresses
from blitar_scraper.archive.outcome import Outcome, OutcomeKind
from blitar_scraper.archive.revisits import next_look_when_gone
from blitar_scraper.archive.sight import Sight
from blitar_scraper.archive.trust import doubt_validators
from blitar_scraper.archive.twins import store_twin, twin_of
from blitar_scraper.archive.unrelated import is_another, is_redirected, leads_elsewhere, no_article, not_this_article
from blitar_scraper.archive.values import iso
from blitar_scraper.items import Article, ArticleSeen, Problem


def article_seen(db: Database, seen: ArticleSeen, run_id: int) -> Outcome:
    """Store what an article page says. To be called in a transaction."""
    at = iso(seen.fetch.seen_at)
    observe_popular(db, seen.site.id, seen.reading.popular, at=at, capture_id=seen.fetch.capture_id)
    if seen.reading.article is None:
        return no_article(db, seen, run_id, at)
    sight = Sight(db, seen, run_id, at, cleaned(seen.reading.article))
    article_id, merged = _which_article(sight)
    if article_id is None and (twin := twin_of(sight)) is not None:
        return store_twin(sight, twin)
    if article_id is None and (former := former_of(sight)) is not None:
        return _store_again(sight, former, merged=False)
    if article_id is None:
        return leads_elsewhere(sight) if is_redirected(sight) else _store_new(sight)
    old = articles.by_id(db, article_id)
    if not merged and is_another(old, sight.article):
        return not_this_article(sight, old)
    return _store_again(sight, old, merged)


def _store_new(sight: Sight) -> Outcome:
    fetch = sight.seen.fetch
    addresses = (fetch.requested_url, *fetch.redirects, fetch.url)
    # The first address names the article, unless it is the name of an earlier one that has left it.
    uids = [articles.uid_at(url) for url in addresses]
    uid = next(uid for uid in uids if articles.by_uid(sight.db, uid) is None)
    article_id = insert(
        sight.db,
        "articles",
        {
            "uid": uid,
            "site": sight.seen.site.id,
            "url": pages.spelled(fetch.url),
            **content_row(sight.article, sight.capture_id),
            "version": 1,
            "first_seen_at": sight.at,
            "last_seen_at": sight.at,
        },
    )
    if source_of(sight.article.evidence, "views") in OTHER_WITNESSES:
        _observe_views(sight, article_id)  # counted before our fetch of the page
        _update_pages(sight, article_id)
    else:
        _update_pages(sight, article_id)
        _observe_views(sight, article_id)
    articles.replace_media(sight.db, article_id, media_rows(sight.seen.reading.media), sight.capture_id)
    articles.add_captures(sight.db, article_id, 1, sight.captures)
    _update_problems(sight, article_id, [])
    runs.count(sight.db, sight.run_id, "new")
    row = articles.by_id(sight.db, article_id)
    _plan_next_look(sight, row)
    return Outcome("new", article_id, _ask_twin(sight, row))


def _ask_twin(sight: Sight, row: Row) -> str | None:
    """The address of an older article with the same content, which is due at once: perhaps it redirects here by now.

    It is due in the archive, and not only known to this run, so that a killed run does not forget to ask. One that
    this very run has read is not: it just answered.
    """
    twin_url = articles.twin_url(sight.db, row)
    page = pages.find(sight.db, twin_url) if twin_url else None
    if page is not None and (page["last_fetched_at"] or "") < runs.started_at(sight.db, sight.run_id):
        pages.change(sight.db, page, due_at=min(page["due_at"] or sight.at, sight.at))
    return twin_url


def _store_again(sight: Sight, old: Row, merged: bool) -> Outcome:
    if sight.seen.before is not None:
        old = _read_again(sight, old, sight.seen.before)
    known, told = filled(old)
    open_losses = problems.open_fields(sight.db, old["id"], "value-lost")
    article, lost = keep_known(old, _unless_half(sight, old))
    kind: OutcomeKind = "unchanged"
    if article.content_digest != old["content_digest"]:
        same_reader = article.parser_version == old["parser_version"] and not _only_read_anew(old, article)
        kind = "edited" if same_reader else "reparsed"
        articles.supersede(sight.db, old["id"], at=sight.at, by=kind)
    if kind == "edited" and article.body != old["body"]:
        doubt_validators(sight)
    version = old["version"] + (kind != "unchanged")
    # A version cites its own bytes or none; one that was only seen again without a capture keeps those that it had.
    kept = old["capture_id"] if kind == "unchanged" else None
    row = content_row(article, sight.capture_id or kept)
    places = {"url": pages.spelled(sight.seen.fetch.url), "last_seen_at": max(sight.at, old["last_seen_at"])}
    update(
        sight.db,
        "articles",
        {**row, **places, "version": version, "gone_at": None, "gone_reason": None},
        "id = ?",
        old["id"],
    )
    if kind == "unchanged":
        _note_replaced(sight, old, row)
    if not _store_media(sight, old["id"], versioned=kind != "unchanged"):
        lost.append("media")
    articles.add_captures(sight.db, old["id"], version, sight.captures)
    _update_pages(sight, old["id"])
    if source_of(article.evidence, "views") not in OTHER_WITNESSES:  # a listing's count was kept when it was read
        _observe_views(sight, old["id"])
    _update_problems(sight, old["id"], lost)
    runs.count(sight.db, sight.run_id, "edited" if kind == "edited" else "unchanged")
    _plan_next_look(sight, articles.by_id(sight.db, old["id"]))
    if merged or pages.key_of(old["url"]) != pages.key_of(sight.seen.fetch.url):
        kind = "moved"
        former = sight.seen.fetch.requested_url
        if pages.key_of(former) == pages.key_of(sight.seen.fetch.url):  # nothing led here (`former_of`)
            former = old["url"]
            leave_former_addresses(sight.db, old["id"], sight.seen.fetch.url)
        sight.note(Problem("moved", detail=f"from {former}"), old["id"], past=True)
    if old["gone_at"]:
        sight.note(
            Problem("came-back", detail=f"gone since {old['gone_at']} ({old['gone_reason']})"), old["id"], past=True
        )
        kind = "back"
    losses = known.intersection(lost)
    return Outcome(kind, old["id"], known=known, told=told, lost=losses, still_lost=losses & open_losses)


def _unless_half(sight: Sight, old: Row) -> Article:
    """The article without its text, where a page that was cut shows no more than the beginning of the known one."""
    article, known = sight.article, old["body"] or ""
    begun = (article.body or "").rstrip("\ufffd \n")
    is_cut = any(problem.problem == "html-truncated" for problem in sight.seen.reading.problems)
    if is_cut and begun and len(begun) < len(known) and known.startswith(begun):
        return dataclasses.replace(article, body=None, main_span=None, language=None)
    return article


def _read_again(sight: Sight, old: Row, before: ArticleSeen) -> Row:
    """The article as this program reads the capture that another one had read: so that only what the government has
    changed since is an edit. What reads otherwise makes a version superseded by `reparsed`."""
    if before.reading.article is None:
        return old
    article, _ = keep_known(old, cleaned(before.reading.article))
    row = content_row(article, old["capture_id"])
    version = old["version"]
    if article.content_digest != old["content_digest"]:
        articles.supersede(sight.db, old["id"], at=sight.at, by="reparsed")
        articles.add_captures(sight.db, old["id"], version + 1, {old["capture_id"]: "page"})
        version += 1
    update(sight.db, "articles", {**row, "version": version}, "id = ?", old["id"])
    return articles.by_id(sight.db, old["id"])


def _only_read_anew(old: Row, article: Article) -> bool:
    """Whether all that differs is what the same printed date means: the site's time zone was filled in or corrected."""
    same = all(getattr(article, name) == old[name] for name in ("title", "author", "section", "body", "published_raw"))
    return same and article.published_raw is not None


def _which_article(sight: Sight) -> tuple[int | None, bool]:
    """The id of the article that this page is, None for a new one; and whether two became one by it."""
    db, fetch = sight.db, sight.seen.fetch
    living = articles.at_address(db, fetch.url)
    final_key = pages.key_of(fetch.url)
    found = {living} if living else set()
    for url in _others((fetch.requested_url, *fetch.redirects), final_key):
        owner = articles.at_address(db, url)
        if owner is None or owner in found:
            continue
        row = articles.by_id(db, owner)
        if resembles(row, sight.article):
            found.add(owner)
        elif pages.key_of(row["url"]) == pages.key_of(url):
            mark_gone(db, row, "soft-404", at=sight.at, run_id=sight.run_id)
    if not found:
        return None, False
    kept, *rest = sorted(found)
    for article_id in rest:
        dropped = articles.by_id(db, article_id)
        merge(db, articles.by_id(db, kept), dropped, living=living or kept, at=sight.at, run_id=sight.run_id)
        if dropped["first_seen_at"] >= runs.started_at(db, sight.run_id):
            runs.count(db, sight.run_id, "new", -1)  # a known one at a new address, as this run has found out
    return kept, bool(rest)


def _others(urls: Iterable[str], final_key: str) -> list[str]:
    """The addresses that are not just another spelling of the one that answered."""
    return [url for url in urls if pages.key_of(url) != final_key]


def _update_pages(sight: Sight, article_id: int) -> None:
    """The page that answered, and the addresses that led to it."""
    fetch, site_id = sight.seen.fetch, sight.seen.site.id
    page = pages.discover(sight.db, fetch.url, site=site_id, kind="article", at=sight.at)
    pages.change(
        sight.db,
        page,
        url=pages.spelled(fetch.url),
        kind="article",
        article_id=article_id,
        last_fetched_at=sight.at,
        http_status=fetch.http_status,
        failures=0,
        etag=fetch.etag,
        last_modified=fetch.last_modified,
        fetches=page["fetches"]
        + (captures.source_of(sight.db, sight.run_id) == "crawl"),  # others' visits are not ours
    )
    for url in _others((fetch.requested_url, *fetch.redirects), page["address_key"]):
        alias = pages.discover(sight.db, url, site=site_id, kind="article", at=sight.at)
        # One that belonged to an article that did not move here keeps its owner, and is tried again as one gone.
        owner = alias["article_id"] or article_id
        due_at = None if owner == article_id else iso(next_look_when_gone(fetch.seen_at, fetch.seen_at))
        pages.change(
            sight.db, alias, article_id=owner, last_fetched_at=sight.at, http_status=None, failures=0, due_at=due_at
        )


def _plan_next_look(sight: Sight, row: Row) -> None:
    page = pages.find(sight.db, sight.seen.fetch.url)
    assert page is not None
    pages.change(sight.db, page, due_at=articles.due_again(sight.db, row, sight.seen.fetch.seen_at))


def _observe_views(sight: Sight, article_id: int) -> None:
    views = sight.article.views
    if views is not None:
        articles.observe_views(sight.db, article_id, at=sight.at, views=views, capture_id=sight.capture_id)


def _store_media(sight: Sight, article_id: int, *, versioned: bool) -> bool:
    """Replace the article's images. False where the reading has none and there were some: those are kept."""
    new, old = media_rows(sight.seen.reading.media), articles.media_of(sight.db, article_id)
    if new == old:
        return True
    if not new:
        return False
    if old and not versioned:
        sight.note(Problem("value-replaced", "media", articles.describe_change(old)), article_id, past=True)
    articles.replace_media(sight.db, article_id, new, sight.capture_id)
    return True


def _note_replaced(sight: Sight, old: Row, new: Row) -> None:
    """Keep the former value of what changed without making a version."""
    for field in UNVERSIONED_FIELDS:
        if old[field] is not None and old[field] != new[field]:
            sight.note(Problem("value-replaced", field, old[field]), old["id"], past=True)


def _update_problems(sight: Sight, article_id: int, lost: list[str]) -> None:
    """The problems of this reading, and the end of those that the page no longer has."""
    fetch = sight.seen.fetch
    unreadable = {"published_at": sight.article.published_raw}
    present = [
        *sight.seen.reading.problems,
        *(Problem("value-lost", field, unreadable.get(field)) for field in lost),
    ]
    for problem in present:
        sight.note(problem, article_id)
    addresses = {pages.spelled(url) for url in (fetch.requested_url, *fetch.redirects, fetch.url)}
    problems.resolve(sight.db, site=sight.seen.site.id, urls=addresses, still=present, at=sight.at)
