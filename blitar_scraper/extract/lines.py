"""A page as a reader sees it: lines of text from top to bottom, and which element holds which lines.

Built in one walk over the tree (`walk`). Everything that looks for title, byline, body and lists asks this layout,
so that a site's class names matter little: a heading is what stands as one, a paragraph is a line of prose.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from blitar_scraper.indonesian.splitting import list_words

Element = etree._Element

# Characters that show nothing: zero-width, direction marks, soft hyphen, byte-order mark.
_INVISIBLE = re.compile("[\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\u00ad]")


def fold(text: str) -> str:
    """The text with every run of white space (nbsp too) made one space, without characters that show nothing."""
    # str.split() knows every white space of Unicode. What shows nothing is not printable; asking that takes a tenth of
    # the time of searching.
    return " ".join((text if text.isascii() or text.isprintable() else _INVISIBLE.sub("", text)).split())


def words_of(text: str) -> str:
    """The words of a text, lower case, without punctuation: what two prints of one text have in common."""
    return " ".join(list_words(text))


def inner_text(element: Element) -> str:
    """All text within an element, folded; scripts too, so not for whole pages."""
    return fold("".join(str(text) for text in element.itertext()))


# A piece of text as the tree holds it: an element, whether it is the text behind it (`tail`), and the text. No class:
# a page has hundreds, and making one would take twenty times as long.
Segment = tuple[Element, bool, str]


@dataclass(slots=True, eq=False)
class Token:
    """Text of one inline element or between two of them, with the icon that stands before it (a meaning or "")."""

    text: str
    icon: str = ""
    starts_line: bool = False
    href: str | None = None  # of the link that it is (part of)
    element: Element | None = None  # that holds it; None for text behind an element


@dataclass(slots=True, eq=False)
class Line:
    """A line as a reader sees it. `block` is the block element that holds it, `heading` 1 to 6 or 0 for none."""

    index: int
    text: str
    block: Element
    segments: list[Segment]
    tokens: list[Token]
    heading: int
    linked: int  # characters within links
    is_linked: bool  # mostly
    is_prose: bool  # running text: long, and not a link
    href: str | None  # of the first link in it
    bold: bool
    touches_next: bool  # nothing ends it but that it seems to stand apart from what follows
    is_datum: bool = False  # in a table of data (`mark_data`): nothing but text, whatever it says
    _links: list[tuple[str, list[Token]]] | None = None
    _words: str | None = None

    @property
    def words(self) -> str:
        """The text's words (`words_of`)."""
        if self._words is None:
            self._words = words_of(self.text)
        return self._words

    @property
    def spaced(self) -> str:
        """The text with a space between any two inline elements, which minified markup leaves out."""
        return self.tokens[0].text if len(self.tokens) == 1 else " ".join([token.text for token in self.tokens])

    @property
    def links(self) -> list[tuple[str, list[Token]]]:
        """The links in the line with their tokens, in order; tokens of one link that follow each other are together."""
        if self._links is None:
            self._links = []
            for token in self.tokens:
                if token.href is None:
                    continue
                if self._links and self._links[-1][0] == token.href:
                    self._links[-1][1].append(token)
                else:
                    self._links.append((token.href, [token]))
        return self._links


@dataclass(slots=True)
class Layout:
    """The lines of a page, and for each element the range of lines [first, end) that it holds."""

    root: Element
    lines: list[Line] = field(default_factory=list)
    ranges: dict[Element, tuple[int, int]] = field(default_factory=dict)

    def within(self, element: Element) -> list[Line]:
        first, end = self.ranges.get(element, (0, 0))
        return self.lines[first:end]

    def holds(self, element: Element, line: Line) -> bool:
        first, end = self.ranges.get(element, (0, 0))
        return first <= line.index < end


def ancestors(element: Element) -> Iterator[Element]:
    """The element itself, its parent, and so on up to the root."""
    node: Element | None = element
    while node is not None:
        yield node
        node = node.getparent()


def is_alike(one: Element, other: Element) -> bool:
    """Whether two elements have one name and one class."""
    return one.tag == other.tag and one.get("class") == other.get("class")


def common_ancestor(one: Element, other: Element) -> Element:
    """The deepest element that holds both."""
    chain = set(ancestors(one))
    return next((element for element in ancestors(other) if element in chain), one)
