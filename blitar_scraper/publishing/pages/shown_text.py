"""Stored text as a web page shows it: every sign a reader should know of, none that acts.

Escaping is the templates' work. Here it is about characters: those that turn the line around or control a terminal
are written out (`\\u202e`); those that nobody sees and that do nothing, as editors leave them behind, are left out.
"""

from __future__ import annotations

import re

from blitar_scraper.archive.controls import shown

# Zero-width space, word joiner, byte order mark, soft hyphen, marks of direction that embed nothing.
_UNSEEN = re.compile("[\u200b\u2060\ufeff\u00ad\u200e\u200f]")


def visible(text: str | None) -> str:
    """The text with what would act written out; empty for none."""
    return shown(_UNSEEN.sub("", text)) if text else ""


def one_line(text: str | None, *, most: int | None = None) -> str:
    """The same on one line, white space folded; cut at a word where it has more than `most` characters."""
    line = " ".join(visible(text[: 4 * most] if text and most else text).split())
    if most is None or len(line) <= most:
        return line
    start = line[:most]
    whole = start.rsplit(" ", 1)[0]
    return f"{(whole if len(whole) > most // 2 else start).rstrip(' ,;:')}…"


def web_address(url: str | None) -> str | None:
    """The address if it may stand in a link: only http and https. Anything else (`javascript:`, `data:`) is text."""
    if url is None or not re.match(r"https?://[^\s/?#]", url, re.IGNORECASE) or visible(url) != url:
        return None
    return url
