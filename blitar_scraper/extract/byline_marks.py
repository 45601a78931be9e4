"""What a part of a byline says that it is without a word: by where its link leads, or by its element's class.

`November 23, 2026 | Admin Kota | Berita | apbd`: the reader knows author, section and tag apart by what a click
brings, and publishing systems link each of them to a page of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from blitar_scraper.extract.lines import Element, Line, Token

# Archives by author, section and tag: WordPress (Codex, "Using Permalinks"; `?cat=` and `?author=` without them),
# Drupal, Joomla and bespoke systems use the same words, in English or Indonesian.
_BY_ADDRESS = (
    ("tag", re.compile(r"/tags?/|[?&]tag=", re.I)),
    ("author", re.compile(r"/(?:author|penulis)/|[?&](?:author|penulis)=", re.I)),
    ("section", re.compile(r"/(?:category|kategori|rubrik|kanal)/|[?&](?:cat|category|kategori)=", re.I)),
)
# `author vcard`, `post-author`, `wp-block-post-author__name`; not the note about who the author is.
_AUTHOR_CLASS = re.compile(r"(?<![a-z])(?:author|penulis)(?![a-z])", re.I)
_ABOUT_CLASS = re.compile(r"bio|box|avatar|description|comment", re.I)
# Characters of `Categorized as `, `Tagged ` and commas.
_LABELS = 30
_LONGEST_NAME = 60  # characters: what is longer in an author's element is more than the name


def marked(line: Line) -> list[Token]:
    """The line's tokens, each with the meaning of its link (author, section, tag) where it has no icon."""
    tokens = [_by_markup(_by_address(token), line) for token in line.tokens]
    if len(tokens) == 1 and not tokens[0].icon and _is_in_authors_element(line):
        return [replace(tokens[0], icon="author")]
    return tokens


def is_marked(line: Line) -> bool:
    """Whether the line is little else than an author, sections or tags by their links or class."""
    known = sum(len(token.text) for token in marked(line) if token.icon in ("author", "section", "tag"))
    # `Categorized as Berita Tagged apbd`: its labels and commas are the smaller half, or few.
    return known > 0 and len(line.text) - known <= max(known, _LABELS)


def _by_address(token: Token) -> Token:
    if token.icon or not token.href:
        return token
    meaning = next((name for name, pattern in _BY_ADDRESS if pattern.search(token.href)), "")
    return replace(token, icon=meaning) if meaning else token


# What microdata (schema.org), link relations and classes call the parts of a byline, in visible elements.
_BY_PROPERTY = (
    ("author", frozenset({"author", "creator"})),
    ("section", frozenset({"genre", "articlesection", "category"})),
)
_AUTHOR_WORD = re.compile(r"(?<![a-z])(?:author|penulis|createdby|creator|username|writer|posted-?by)(?![a-z])", re.I)
_SECTION_WORD = re.compile(r"(?<![a-z])(?:category|categories|kategori|cat-?links?|rubrik)(?![a-z])", re.I)
_TAG_WORD = re.compile(r"(?<![a-z])tags?(?:-?links?)?(?![a-z])", re.I)


def _by_markup(token: Token, line: Line) -> Token:
    """The token with the meaning that its own inline element, or one around it, is given by its author."""
    if token.icon or token.element is None or len(line.tokens) == 1 or len(token.text) > _LONGEST_NAME:
        return token
    element: Element | None = token.element
    for _ in range(3):
        if element is None or element is line.block:
            break
        if meaning := _meaning(element):
            return replace(token, icon=meaning)
        element = element.getparent()
    return token


def _meaning(element: Element) -> str:
    words = f"{element.get('itemprop') or ''} {element.get('rel') or ''}".lower().split()
    for name, known in _BY_PROPERTY:
        if not known.isdisjoint(words):
            return name
    classes = str(element.get("class") or "")
    if not classes or _ABOUT_CLASS.search(classes):
        return ""
    if _AUTHOR_WORD.search(classes):
        return "author"
    if _SECTION_WORD.search(classes):
        return "section"
    return "tag" if _TAG_WORD.search(classes) else ""


def _is_in_authors_element(line: Line) -> bool:
    if len(line.text) > _LONGEST_NAME:
        return False
    return any(_AUTHOR_CLASS.search(words) and not _ABOUT_CLASS.search(words) for words in _classes(line))


def _classes(line: Line) -> Iterable[str]:
    yield str(line.block.get("class") or "")
    for element, is_tail, _ in line.segments:
        if not is_tail:
            yield str(element.get("class") or "")
            # HTML Standard, 4.6.7: a link with rel=author leads to the author.
            yield str(element.get("rel") or "")
