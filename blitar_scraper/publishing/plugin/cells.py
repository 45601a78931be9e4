"""How Datasette shows a value in its tables: what names an article leads to it, an address to the site."""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import urlsplit

from markupsafe import Markup, escape

_UID = re.compile(r"(?:/article/)?([a-z2-7]{12})")
# Columns with an article's uid, or (of our queries) with its path, which a CSV file of them has too.
_ARTICLE_COLUMNS = ("uid", "article")
_MOST_SHOWN = 80  # characters of an address: the rest is in the link
_LONGEST_TITLE = 200  # characters of a title that is a link: of a longer one Datasette shows the beginning


def uid_of(row: Any) -> str | None:
    """The uid of the article that a row (of a table or of a query) is about; None where it names none."""
    names = row.keys()
    for column in _ARTICLE_COLUMNS:
        if column in names and isinstance(row[column], str) and (uid := _UID.fullmatch(row[column])):
            return uid[1]
    return None


def cell(value: Any, column: str, article_address: str, row_uid: str | None = None) -> Markup | None:
    """The cell as a link, or None: as Datasette shows it. `article_address`: our address of articles, without the uid.

    `row_uid`: the article that the row is about, to which its title leads, too.

    The value may say anything: only a uid is made an address of ours, only http and https are followed.
    """
    if not isinstance(value, str):
        return None
    if column in _ARTICLE_COLUMNS and (uid := _UID.fullmatch(value)):
        return Markup('<a href="{}">{}</a>').format(article_address + uid[1], uid[1])
    if column == "title" and row_uid is not None and value.strip() and len(value) <= _LONGEST_TITLE:
        return Markup('<a href="{}">{}</a>').format(article_address + row_uid, value)
    if is_web_address(value):
        shown = value if len(value) <= _MOST_SHOWN else value[: _MOST_SHOWN - 1] + "…"
        return Markup('<a href="{}" rel="noopener noreferrer nofollow">{}</a>').format(value, shown)
    # What only begins like an address Datasette would make a link all the same.
    return escape(value) if value.strip().lower().startswith(("http://", "https://")) else None


def is_web_address(value: str) -> bool:
    """Whether the whole value is one address of http or https with a host, without spaces or control characters."""
    if not value.lower().startswith(("http://", "https://")) or re.search(r"[\s\x00-\x1f\x7f]", value):
        return False
    try:
        return bool(urlsplit(value).hostname)
    except ValueError:
        return False
