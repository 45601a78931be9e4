"""XML that servers write by hand, read as a list of records with their leaves: a feed's items, a sitemap's addresses.

No XML parser: the files are too often broken, and a parser's recovery is silent and wrong. After one unclosed tag it
puts everything that follows one level too deep, and of `?id=1&page=2` it leaves `?id=1=2`. Here each record is cut out
by its own tags, so damage stays within it. Nothing is declared, expanded or fetched: to an XML bomb this is plain text.
Every function takes time in proportion to the length of its text.
"""

from __future__ import annotations

import html
import re
from collections.abc import Collection, Iterator, Mapping
from typing import NamedTuple

from blitar_scraper.extract.lines import fold
from blitar_scraper.extract.page import decode
from blitar_scraper.items import LONGEST_TITLE, Problem

_DECLARED = re.compile(rb"""\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w.:-]{1,40})["']""")
_CONTROLS = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f\ufffe\uffff]")
# With its semicolon: `&copy=1` in an address is a parameter.
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_OPEN_TAG = re.compile(r"<((?:[A-Za-z_][\w.-]*:)?([A-Za-z_][\w.-]*))(?=[\s/>])")
_ATTRIBUTE = re.compile(r"""(?<![\w:.-])([\w:.-]++)\s*+=\s*+(?:"([^"]*)"|'([^']*)')""")
_LONGEST_TAG = 20_000  # a root with twenty namespaces has 2,000 characters
_CDATA, _CDATA_END = "<![CDATA[", "]]>"


class Leaf(NamedTuple):
    """An element within a record: name (lower case, prefix as in `prefixes`), attributes, content as written."""

    name: str
    attributes: dict[str, str]
    content: str


class Record(NamedTuple):
    """What stands between `<name>` and `</name>`; not whole where the next record or the text's end came first."""

    name: str
    content: str
    is_whole: bool


def decode_xml(body: bytes, content_type: str | None) -> tuple[str, list[Problem]]:
    """The text of an XML file without comments and control characters, and what was wrong with its encoding."""
    declared = _DECLARED.match(body[:1000])
    if declared and "charset" not in (content_type or "").lower():
        content_type = f"text/xml; charset={declared[1].decode('ascii')}"
    text, problem = decode(body, content_type)
    return _without_comments(_CONTROLS.sub("", text)), [problem] if problem else []


def _without_comments(text: str) -> str:
    pieces, position = [], 0
    while (start := text.find("<!--", position)) >= 0 and (end := text.find("-->", start)) >= 0:
        # A mark without an end of its own is text: some feeds cut their articles within a comment.
        start = text.rfind("<!--", start, end)
        if start > position:
            pieces.append(text[position:start])
        position = end + 3
    return "".join([*pieces, text[position:]])


def prefixes(tag: str, known: Mapping[str, str]) -> dict[str, str]:
    """From the prefixes that a root tag declares to those used here; `known` has them by the namespace's end."""
    declared = {name[6:]: value.lower().rstrip("/#") for name, value in attributes(tag).items() if name[:6] == "xmlns:"}
    return {
        name: prefix for name, value in declared.items() for ending, prefix in known.items() if value.endswith(ending)
    }


def attributes(tag: str) -> dict[str, str]:
    """The attributes of a tag, names in lower case, values unescaped."""
    return {name.lower(): unescape(one or other).strip() for name, one, other in _ATTRIBUTE.findall(tag[:_LONGEST_TAG])}


def records(text: str, names: Collection[str]) -> Iterator[Record]:
    """The elements of these (local) names in order; one without an end reaches to the next, and is not whole."""
    match = _next_of(text, 0, names)
    while match:
        start = text.find(">", match.end()) + 1
        if not start:
            return
        following = _next_of(text, start, names)
        limit = following.start() if following else len(text)
        end = _end_tag(text, match[1], start, limit)
        yield Record(match[2], text[start : limit if end < 0 else end], end >= 0)
        match = following


def _next_of(text: str, position: int, names: Collection[str]) -> re.Match[str] | None:
    return next((match for match in _OPEN_TAG.finditer(text, position) if match[2] in names), None)


def _end_tag(text: str, tag: str, position: int, limit: int) -> int:
    """Where the end tag begins; -1 if there is none before the limit."""
    mark = f"</{tag}"
    while (position := text.find(mark, position, limit)) >= 0:
        if text[position + len(mark) : position + len(mark) + 1] in (">", " ", "\n", "\t", "\r"):
            return position
        position += len(mark)
    return -1


def leaves(content: str, wanted: Collection[str], known: Mapping[str, str]) -> Iterator[Leaf]:
    """The elements of a record that are wanted, in order, without looking into them.

    `wanted` are names in lower case; `known` is what `prefixes` found. An element without end is passed over.
    """
    position = 0
    endless: set[str] = set()
    while match := _OPEN_TAG.search(content, position):
        position = match.end()
        tag = match[1]
        name = _name(tag, known)
        if name not in wanted:
            continue
        start = content.find(">", position) + 1
        if not start:
            return
        written = content[position : start - 1]
        if written.endswith("/"):
            position = start
            yield Leaf(name, attributes(written[:-1]), "")
            continue
        if tag in endless:
            continue
        end = _end(content, tag, start)
        if end < 0:
            endless.add(tag)  # nor will a later one of that name: it is looked for only once
            continue
        position = end
        yield Leaf(name, attributes(written), content[start:end])


def _name(tag: str, known: Mapping[str, str]) -> str:
    prefix, colon, local = tag.rpartition(":")
    if colon:
        prefix = known.get(prefix, prefix)
    return (f"{prefix}:{local}" if prefix else local).lower()


def _end(content: str, tag: str, start: int) -> int:
    after = start
    while content.startswith((" ", "\n", "\t", "\r"), after):
        after += 1
    if content.startswith(_CDATA, after):
        start = max(start, content.find(_CDATA_END, after))
    return _end_tag(content, tag, start, len(content))


def text_of(content: str) -> str:
    """What an element says: entities resolved once, CDATA as it is; tags within it are left in."""
    if _CDATA not in content:
        return unescape(content).strip()
    first, *others = content.split(_CDATA)
    said = unescape(first)
    for other in others:
        verbatim, _, after = other.partition(_CDATA_END)
        said += verbatim + unescape(after)
    return said.strip()


def unescape(text: str) -> str:
    """The text with its character references (HTML's names too, which XML does not know) resolved, once."""
    return _ENTITY.sub(lambda match: html.unescape(match[0]), text) if "&" in text else text


# Tags that stand within titles; another word in angle brackets ("Harga <5000") is text.
_INLINE_TAG = re.compile(
    r"</?(?:a|abbr|b|big|br|cite|code|del|div|em|font|h[1-6]|i|img|ins|mark|p|q|s|small|span|strike|strong|sub|sup|u|wbr)"
    r"(?:\s[^<>]{0,500})?/?>",
    re.I,
)
# Escaped once by the writer's editor, once by the database's input filter and once by the feed.
_ESCAPED_TIMES = 3


def plain_title(markup: str) -> str | None:
    """The text of a title that is given as (perhaps doubly escaped) markup; None where there is no plausible one."""
    for _ in range(_ESCAPED_TIMES):
        markup = _INLINE_TAG.sub(lambda match: " " if match[0][1:3].lower() in ("br", "p>", "/p") else "", markup)
        plainer = unescape(markup)
        if plainer == markup:
            break
        markup = plainer
    title = fold(markup)
    return title if 0 < len(title) <= LONGEST_TITLE else None
