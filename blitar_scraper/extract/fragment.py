"""A fragment of markup, often broken and from a word processor, as clean lines of text.

The one place where BeautifulSoup works. It reads the article's own fragment (from a page, a feed or a REST record),
never a whole page, which would make a crawl six times slower; of a page whose tree is at hand only a fragment that has
to be mended.
"""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterable

from bs4 import BeautifulSoup, MarkupResemblesLocatorWarning
from bs4.element import NavigableString, PreformattedString, Tag

from blitar_scraper.extract.lines import Element, Line, ancestors, fold
from blitar_scraper.extract.walk import SILENT, is_block

# Markup that was stored as text: shown to the reader as `<p>`, meant as a paragraph.
_ESCAPED_TAG = re.compile(
    r"</?(?:p|br|div|span|strong|em|b|i|u|a|ul|ol|li|h[1-6]|img|table|tr|td|blockquote)\b[^<>]*>", re.I
)
# WordPress shortcodes left in the text by a theme that does not know them.
_SHORTCODE = re.compile(
    r"\[/?(?:caption|gallery|embed|audio|video|playlist|vc_\w+|et_pb_\w+|fusion_\w+|av_\w+|wp_\w+|su_\w+|ngg\w*|pdf\w*)\b[^\[\]]*\]",
    re.I,
)
_CLOSE_BLOCK, _CLOSE_CELL = "/block", "/cell"
_CELLS = frozenset({"td", "th"})
_HIDING_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)


def fragment_lines(markup: str) -> list[str]:
    """The text of a fragment, a block or `<br>` a line, no empty lines; cells of a table row separated by a tab.

    Markup that was stored escaped (`&lt;p&gt;`) is read as what it was meant to be. Raises nothing.
    """
    return mended_lines(_lines(markup))


def mended_lines(lines: list[str]) -> list[str]:
    """Lines of text without the markup and shortcodes that were stored as text among them."""
    if not any("<" in line or "[" in line for line in lines):
        return lines
    text = "\n".join(lines)
    if len(_ESCAPED_TAG.findall(text)) >= 2:
        # Once only: what is escaped twice is text about markup.
        lines = _lines(re.sub(r"\n", "<br>", text))
    return [line for line in (_SHORTCODE.sub("", line).strip() for line in lines) if line]


def has_rows_or_cuts(container: Element, lines: Iterable[Line]) -> bool:
    """Whether a part of a page's tree has more to it than the lines of it, as read by `read_layout`.

    So it is within tables, whose rows are one line each, and with words that only seem to stand apart. All else gives
    the same lines by `fragment_lines`, at twenty times the cost: rows of one cell, too, which lay out many a page.
    """
    return any(line.touches_next or _in_row(line, container) for line in lines)


def _in_row(line: Line, container: Element) -> bool:
    """Whether a line stands in a cell with another beside it, of a table within the container."""
    for element in ancestors(line.block):
        if element is container:
            return False
        row = element.getparent() if element.tag in _CELLS else None
        if row is not None and row.tag == "tr" and sum(cell.tag in _CELLS for cell in row) > 1:
            return True
    return False


def _lines(markup: str) -> list[str]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", MarkupResemblesLocatorWarning)
        soup = BeautifulSoup(markup, "lxml")
    return _Walk().run(soup)


class _Walk:
    """One walk over a fragment. An explicit stack: WYSIWYG editors nest hundreds of levels deep."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self.current: list[str] = []
        self.rows: dict[int, bool] = {}  # by the identity of the row's tag: whether it is a row of data

    def run(self, soup: BeautifulSoup) -> list[str]:
        # With each node whether it stands in a cell of data; _CLOSE_BLOCK and _CLOSE_CELL stand for end tags.
        stack: list[tuple[Tag | NavigableString | str, bool]] = [(soup, False)]
        while stack:
            node, in_cell = stack.pop()
            if isinstance(node, Tag):
                self._open(node, in_cell, stack)
            elif isinstance(node, NavigableString):
                if not isinstance(node, PreformattedString):
                    self.current.append(re.sub(r"[\t\r\n]+", " ", node))
            elif node == _CLOSE_CELL:
                self.current.append("\t")
            else:
                self._flush()
        self._flush()
        return self.lines

    def _flush(self) -> None:
        text = "\t".join(filter(None, (fold(cell) for cell in "".join(self.current).split("\t"))))
        self.current.clear()
        if text:
            self.lines.append(text)

    def _open(self, tag: Tag, in_cell: bool, stack: list[tuple[Tag | NavigableString | str, bool]]) -> None:
        if tag.name in SILENT and tag.name not in ("html", "body"):
            return
        if tag.has_attr("hidden") or _HIDING_STYLE.search(str(tag.get("style") or "")):
            return
        if tag.name in _CELLS and self._is_data_row(tag.parent):
            in_cell = True
            stack.append((_CLOSE_CELL, True))
        elif in_cell and (tag.name == "br" or is_block(tag.name, str(tag.get("style") or ""))):
            # Within a cell of data neither line break nor block ends the row.
            self.current.append(" ")
            stack.append((NavigableString(" "), True))
        elif tag.name == "br":
            self._flush()
            return
        elif is_block(tag.name, str(tag.get("style") or "")):
            self._flush()
            stack.append((_CLOSE_BLOCK, False))
        children = [child for child in tag.children if isinstance(child, Tag | NavigableString)]
        stack.extend((child, in_cell) for child in reversed(children))

    def _is_data_row(self, row: Tag | None) -> bool:
        """Whether a row belongs to a table of data: two short cells or more; a layout table has long ones."""
        if row is None or row.name != "tr":
            return False
        if id(row) not in self.rows:
            cells = row.find_all(["td", "th"], recursive=False)
            # Above 300 characters or with more than three paragraphs a cell is a column of a page, not a datum.
            self.rows[id(row)] = len(cells) >= 2 and all(
                len(cell.get_text()) <= 300 and len(cell.find_all("p")) <= 3 for cell in cells
            )
        return self.rows[id(row)]
