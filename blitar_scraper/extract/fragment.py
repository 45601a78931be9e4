"""A fragment of markup, often broken and from a word processor, as clean lines of text.

The one place where BeautifulSoup works. It reads the article's own fragment (from a page, a feed or a REST record),
never a whole page, which would make a crawl six times slower.
"""

from __future__ import annotations

import re
import warnings

from bs4 import BeautifulSoup, MarkupResemblesLocatorWarning
from bs4.element import NavigableString, PreformattedString, Tag

from blitar_scraper.extract.lines import BLOCKS, SILENT, fold

# Markup that was stored as text: shown to the reader as `<p>`, meant as a paragraph.
_ESCAPED_TAG = re.compile(
    r"</?(?:p|br|div|span|strong|em|b|i|u|a|ul|ol|li|h[1-6]|img|table|tr|td|blockquote)\b[^<>]*>", re.I
)
# WordPress shortcodes left in the text by a theme that does not know them.
_SHORTCODE = re.compile(
    r"\[/?(?:caption|gallery|embed|audio|video|playlist|vc_\w+|et_pb_\w+|fusion_\w+|av_\w+|wp_\w+|su_\w+|ngg\w*|pdf\w*)\b[^\[\]]*\]",
    re.I,
)
_CELLS = frozenset({"td", "th"})
_HIDING_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)


def fragment_lines(markup: str) -> list[str]:
    """The text of a fragment, a block or `<br>` a line, no empty lines; cells of a table row separated by a tab.

    Markup that was stored escaped (`&lt;p&gt;`) is read as what it was meant to be. Raises nothing.
    """
    lines = _lines(markup)
    text = "\n".join(lines)
    if len(_ESCAPED_TAG.findall(text)) >= 2:
        # Once only: what is escaped twice is text about markup.
        lines = _lines(re.sub(r"\n", "<br>", text))
    return [line for line in (_SHORTCODE.sub("", line).strip() for line in lines) if line]


def _lines(markup: str) -> list[str]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", MarkupResemblesLocatorWarning)
        soup = BeautifulSoup(markup, "lxml")
    collected: list[str] = []
    current: list[str] = []

    def flush() -> None:
        text = "\t".join(filter(None, (fold(cell) for cell in "".join(current).split("\t"))))
        current.clear()
        if text:
            collected.append(text)

    # An explicit stack: WYSIWYG editors nest hundreds of levels deep. "" closes a block, "\t" separates cells.
    stack: list[Tag | NavigableString | str] = [soup]
    while stack:
        node = stack.pop()
        if isinstance(node, Tag):
            _open(node, stack, current, flush)
        elif isinstance(node, NavigableString):
            if not isinstance(node, PreformattedString):
                current.append(re.sub(r"[\t\r\n]+", " ", node))
        elif node == "\t":
            current.append("\t")
        else:
            flush()
    flush()
    return collected


def _open(tag: Tag, stack: list[Tag | NavigableString | str], current: list[str], flush: object) -> None:
    name = tag.name
    if name in SILENT and name not in ("html", "body"):
        return
    if tag.has_attr("hidden") or _HIDING_STYLE.search(str(tag.get("style") or "")):
        return
    assert callable(flush)
    if name == "br":
        # Within a cell of a table a line break does not end the row.
        if tag.find_parent(["td", "th"]) is not None and _is_data_row(tag):
            current.append(" ")
        else:
            flush()
        return
    children = list(tag.children)
    cell = name in _CELLS and _is_data_row(tag)
    if cell:
        stack.append("\t")
    elif name in BLOCKS and not _in_data_cell(tag):
        flush()
        stack.append("")
    elif name in BLOCKS:
        current.append(" ")
        stack.append(NavigableString(" "))
    stack.extend(reversed([child for child in children if isinstance(child, Tag | NavigableString)]))


def _in_data_cell(tag: Tag) -> bool:
    parent = tag.find_parent(["td", "th"])
    return parent is not None and _is_data_row(parent)


def _is_data_row(tag: Tag) -> bool:
    """Whether a cell (or what is in it) belongs to a table of data: rows of short cells; a layout table has long ones."""
    row = tag if tag.name == "tr" else tag.find_parent("tr")
    if row is None:
        return False
    cells = row.find_all(["td", "th"], recursive=False)
    # Above 300 characters or with a paragraph for each line a cell is a column of a page, not a datum.
    return len(cells) >= 2 and all(len(cell.get_text()) <= 300 and len(cell.find_all("p")) <= 3 for cell in cells)
