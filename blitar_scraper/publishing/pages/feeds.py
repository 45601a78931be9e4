"""Atom feeds (RFC 4287) of an archive: what came in, and what was changed or removed.

An entry is of an article or of an event, and its id is made of the article's uid alone: it stays the same on the live
archive, in every release and at any address. Newest articles are those that came into the archive last, whenever they
were published: a reader who asks again misses nothing. Only public views are read.
"""

from __future__ import annotations

import re
import uuid
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from urllib.parse import quote

from sqlite_utils import Database

from blitar_scraper.archive.controls import without_controls
from blitar_scraper.archive.database import Row, first_row, rows
from blitar_scraper.archive.views import OFFSETS
from blitar_scraper.publishing.pages.shown_text import web_address
from blitar_scraper.publishing.words import Words

CONTENT_TYPE = "application/atom+xml; charset=utf-8"
# Entries: what feed readers and most publishing systems take for enough; they ask again within the day.
LIMIT = 50
# Characters of a summary: a paragraph.
_SUMMARY = 400
_ATOM = "http://www.w3.org/2005/Atom"
# Beside the controls, what XML 1.0 cannot hold.
_NO_XML = re.compile("[\ufffe\uffff]")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_MOMENT = re.compile(r"(\d{4}-\d\d-\d\dT\d\d:\d\d)(:\d\d)?(Z|[+-]\d\d:\d\d)")
_EPOCH = "1970-01-01T00:00:00Z"


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry of a feed. `key` names it for ever; `at` is UTC text; `published`: RFC 3339 or None; `source`: the
    article's address on its site."""

    key: str
    uid: str
    title: str
    author: str
    at: str
    published: str | None
    source: str
    summary: str
    categories: tuple[str, ...]


def newest(
    db: Database, *, base_url: str, title: str, words: Words, site: str | None = None, limit: int = LIMIT
) -> bytes | None:
    """The feed of what came in last, of all sites or of one; None where there is no such site.

    `base_url`: the public address of the archive's home page, with or without its last slash.
    """
    path = "feed.atom"
    if site is not None:
        known = first_row(db, "SELECT name FROM sites WHERE id = ?", site)
        if known is None:
            return None
        title, path = known["name"], f"feed/{quote(site, safe='')}.atom"
    entries = [_arrival(row, words) for row in _arrivals(db, site, limit)]
    return atom(entries, base_url=base_url, path=path, title=words("feed.newest", title=title))


def changes(db: Database, *, base_url: str, title: str, words: Words, limit: int = LIMIT) -> bytes:
    """The feed of what was changed by the government or removed, an entry an event."""
    events = [_edit(row, words) for row in _edits(db, limit)] + [_removal(row, words) for row in _removals(db, limit)]
    events.sort(key=lambda entry: (entry.at, entry.key), reverse=True)
    return atom(events[:limit], base_url=base_url, path="feed/changes.atom", title=words("feed.changes", title=title))


def atom(entries: Iterable[Entry], *, base_url: str, path: str, title: str) -> bytes:
    """The feed as XML. `path`: its own address under `base_url`; `title`: its whole title."""
    base = base_url.rstrip("/")
    shown = list(entries)
    feed = ElementTree.Element("feed", {"xmlns": _ATOM})
    _add(feed, "id", f"{base}/{path}")
    _add(feed, "title", _text(title) or base)
    _add(feed, "updated", max((entry.at for entry in shown), default=_EPOCH))
    ElementTree.SubElement(feed, "link", {"rel": "self", "type": "application/atom+xml", "href": f"{base}/{path}"})
    ElementTree.SubElement(feed, "link", {"rel": "alternate", "type": "text/html", "href": f"{base}/"})
    for entry in shown:
        feed.append(_element(entry, base))
    ElementTree.indent(feed)
    return f'<?xml version="1.0" encoding="utf-8"?>\n{ElementTree.tostring(feed, encoding="unicode")}\n'.encode()


def _element(entry: Entry, base: str) -> ElementTree.Element:
    element = ElementTree.Element("entry")
    _add(element, "id", uuid.uuid5(uuid.NAMESPACE_URL, f"blitar_scraper:{entry.key}").urn)
    _add(element, "title", _text(entry.title))
    _add(element, "updated", entry.at)
    if entry.published:
        _add(element, "published", entry.published)
    _add(ElementTree.SubElement(element, "author"), "name", _text(entry.author))
    link = {"rel": "alternate", "type": "text/html", "href": f"{base}/article/{entry.uid}"}
    ElementTree.SubElement(element, "link", link)
    if web_address(entry.source):
        address = quote(entry.source, safe="/:@!$&'()*+,;=~-._%?#[]")
        ElementTree.SubElement(element, "link", {"rel": "via", "type": "text/html", "href": address})
    for category in entry.categories:
        if term := _text(category):
            ElementTree.SubElement(element, "category", {"term": term})
    _add(element, "summary", _text(entry.summary)).set("type", "text")
    return element


def _add(parent: ElementTree.Element, name: str, text: str) -> ElementTree.Element:
    child = ElementTree.SubElement(parent, name)
    child.text = text
    return child


def _text(text: str) -> str:
    """The text without what XML cannot hold, or what turns a line around, on one line."""
    return _NO_XML.sub("", without_controls(text))


# The ids are found first, by an index that a release has: whole rows are read of those alone.
_COLUMNS = """a.uid, a.site, s.name AS site_name, s.timezone, a.url, a.title, a.author, a.section, a.published_at,
    a.first_seen_at, a.gone_at, a.gone_reason, a.withheld"""


def _arrivals(db: Database, site: str | None, limit: int) -> list[Row]:
    of_site = "WHERE site = :site" if site is not None else ""
    return rows(
        db,
        f"""SELECT {_COLUMNS}, substr(a.body_main, 1, {2 * _SUMMARY}) AS beginning,
                (SELECT MAX(v.superseded_at) FROM public_versions v
                    WHERE v.article_id = a.id AND v.superseded_by = 'edited') AS edited_at
            FROM public_articles a JOIN sites s ON s.id = a.site
            WHERE a.id IN (
                SELECT id FROM public_articles {of_site} ORDER BY first_seen_at DESC, id DESC LIMIT :limit)
            ORDER BY a.first_seen_at DESC, a.id DESC""",
        {"limit": limit} | ({} if site is None else {"site": site}),
    )


def _edits(db: Database, limit: int) -> list[Row]:
    return rows(
        db,
        f"""SELECT {_COLUMNS}, e.edited_at, e.changed, e.title_before, e.title_after
            FROM (
                SELECT article_id, edited_at, changed, title_before, title_after FROM public_edits
                ORDER BY edited_at DESC LIMIT :limit
            ) e
            JOIN public_articles a ON a.id = e.article_id JOIN sites s ON s.id = a.site""",
        {"limit": limit},
    )


def _removals(db: Database, limit: int) -> list[Row]:
    return rows(
        db,
        f"""SELECT {_COLUMNS} FROM public_articles a JOIN sites s ON s.id = a.site
            WHERE a.id IN (
                SELECT id FROM public_articles WHERE gone_at IS NOT NULL
                ORDER BY gone_at DESC, id DESC LIMIT :limit)""",
        {"limit": limit},
    )


def _arrival(row: Row, words: Words) -> Entry:
    at = max(row["first_seen_at"], row["edited_at"] or "")
    return _entry(row, row["uid"], at, _title(row, words), _shortened(row["beginning"] or ""), words)


def _edit(row: Row, words: Words) -> Entry:
    fields = [field for field in (row["changed"] or "").split(", ") if field]
    named = ", ".join(words.either(f"feed.field.{field}", field) for field in fields)
    said = [words("feed.what_changed", site=row["site_name"], fields=named)] if fields else []
    if "title" in fields and row["title_before"] and row["title_after"]:
        said.append(words("feed.title_change", before=row["title_before"], after=row["title_after"]))
    key = f"{row['uid']}:edited:{row['edited_at']}"
    title = words("feed.edited", title=_title(row, words))
    return _entry(row, key, row["edited_at"], title, " ".join(said), words)


def _removal(row: Row, words: Words) -> Entry:
    reason = words.either(f"feed.reason.{row['gone_reason']}", row["gone_reason"] or "?")
    summary = words("feed.why_gone", site=row["site_name"], reason=reason)
    key = f"{row['uid']}:gone:{row['gone_at']}"
    return _entry(row, key, row["gone_at"], words("feed.gone", title=_title(row, words)), summary, words)


def _entry(row: Row, key: str, at: str, title: str, summary: str, words: Words) -> Entry:
    return Entry(
        key=key,
        uid=row["uid"],
        title=title,
        author=row["author"] or row["site_name"],
        at=at,
        published=_published(row["published_at"], row["timezone"]),
        source=row["url"],
        summary=summary,
        categories=tuple(text for text in (row["site_name"], row["section"]) if text),
    )


def _title(row: Row, words: Words) -> str:
    if row["title"]:
        return str(row["title"])
    is_hidden = {"title", "version"} & set((row["withheld"] or "").split(", "))
    return words("common.title_withheld" if is_hidden else "common.untitled")


def _shortened(text: str) -> str:
    """The beginning of a text, cut between words."""
    line = _text(text)
    return line if len(line) <= _SUMMARY else f"{line[:_SUMMARY].rsplit(' ', 1)[0]} …"


def _published(iso: str | None, timezone: str | None) -> str | None:
    """The date of publication as RFC 3339, which knows no day without a time: a day becomes its midnight.

    None where the day, or the offset of the site's clock, is not known.
    """
    if match := _MOMENT.fullmatch(iso or ""):
        moment = f"{match[1]}{match[2] or ':00'}{match[3]}"
    elif iso and _DAY.fullmatch(iso) and timezone in OFFSETS:
        moment = f"{iso}T00:00:00{OFFSETS[timezone]}"
    else:
        return None
    try:
        datetime.fromisoformat(moment).astimezone(UTC)
    except (ValueError, OverflowError):
        return None
    return moment
