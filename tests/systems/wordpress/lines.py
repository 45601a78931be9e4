"""What a reader sees of markup, by a rule of its own: not the program's, so that the two can be compared."""

from __future__ import annotations

import html
import re
from collections.abc import Sequence
from html.parser import HTMLParser

_BLOCKS = frozenset(
    "address article aside blockquote br caption cite dd div dl dt figcaption figure footer h1 h2 h3 h4 h5 h6 header hr"
    " li ol p pre section table tbody tfoot thead tr ul".split()
)
_SILENT = frozenset("script style iframe form button noscript svg".split())
_CAPTIONS = frozenset(("figcaption", "caption"))


def plain(markup: str) -> str:
    """A title or name as it is read: without tags, references resolved, white space folded."""
    return " ".join(html.unescape(re.sub(r"<[^>]*>", "", markup)).split())


def lines(texts: Sequence[str]) -> list[str]:
    """The body as design and data dictionary define it, of the rendered text of each page of an article.

    A block or `<br>` a line, cells of a row separated by a tab. Not of the text: pointers to other articles, and the
    caption of a picture before the first words.
    """
    reader = _Reader()
    for text in texts:
        reader.feed(text)
        reader.end_line()
    found = [(line, caption) for line, caption in reader.lines if not line.startswith("Baca juga")]
    while found and found[0][1]:
        found.pop(0)
    return [line for line, _ in found]


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.lines: list[tuple[str, bool]] = []
        self._cells: list[str] = [""]
        self._silent = 0
        self._caption = False

    def end_line(self) -> None:
        line = "\t".join(filter(None, (" ".join(cell.split()) for cell in self._cells)))
        if line:
            self.lines.append((line, self._caption))
        self._cells = [""]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _BLOCKS or "caption" in (dict(attrs).get("class") or ""):
            self.end_line()
        if tag in _CAPTIONS or "wp-caption-text" in (dict(attrs).get("class") or ""):
            self._caption = True
        if tag in ("td", "th"):
            self._cells.append("")
        self._silent += tag in _SILENT

    def handle_endtag(self, tag: str) -> None:
        if tag in _BLOCKS:
            self.end_line()
            self._caption = False
        self._silent -= tag in _SILENT

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self._cells[-1] += data
