"""A page's tree to its lines, in one walk: what begins and ends a line, and what is shown of it."""

from __future__ import annotations

import re
from itertools import islice

from lxml import etree

from blitar_scraper.extract.icon_labels import value_by_label
from blitar_scraper.extract.icons import ICON_TAGS, icon_meaning, icon_of, is_ligature
from blitar_scraper.extract.lines import Element, Layout, Line, Segment, Token, ancestors, common_ancestor, fold
from blitar_scraper.extract.stacked_counts import (
    LONGEST_PIECE,
    label_before_number,
    number_before_label,
    numbers_over_labels,
)
from blitar_scraper.indonesian.words import MONTHS, one_of

BLOCKS = frozenset(
    "address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure"
    " footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main marquee menu nav ol p pre section summary"
    " table tbody td tfoot th thead tr ul".split()
)
# What is never text of the page: code, controls, replaced content. <noscript> repeats what scripts show, or scolds.
SILENT = frozenset(
    "script style noscript template svg math canvas iframe frame frameset object embed applet audio video select"
    " textarea input button map head title meta link datalist progress meter".split()
)
HEADINGS = {"h1": 1, "h2": 2, "h3": 3, "h4": 4, "h5": 5, "h6": 6}
# A date printed in pieces, each in a block of its own: the day, the month, the year.
_MONTH = one_of(MONTHS)
_DAY_AND_MONTH = re.compile(rf"(?:\d{{1,2}}\s{_MONTH}|{_MONTH}\s\d{{1,2}})[.,]?(?:\s?['’,]?\s?\d{{4}})?", re.I)
_YEAR = re.compile(r"(?:19|20)\d\d")
_DIGITS = frozenset("0123456789")
_LONGEST_NUMBER = 9  # characters of a counter: 1.234.567
_MOST_PIECES = 24  # texts, white space among them, of a row of counters
_LONGEST_PIECE = 16  # "30 September" has 12 characters
_BLOCK_STYLE = re.compile(r"display\s*:\s*(?:block|flex|grid|list-item|table)(?![\w-])", re.I)
_HIDING_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)
# Characters: a heading is seldom shorter than the first, a part of a cut word seldom as long as the second and whole.
_TITLE_LIKE, _WORD_LIKE = 40, 5
# A line this long, not linked, is prose. Shorter ones (headings, labels, menus) decide nothing by themselves.
_PROSE = 60  # characters


def read_layout(root: Element) -> Layout:
    """The layout of a tree. The walk does not recurse: a page of ten thousand nested elements is read like another."""
    return _Walk(root).run()


def is_block(tag: object, style: str | None) -> bool:
    """Whether an element begins and ends lines: by its name, by its own style, or as a custom element.

    Browsers show custom elements (`<article-body>`) inline until the page's style says otherwise, which it nearly
    always does; icons and images among them stay within a line.
    """
    if tag in BLOCKS:
        return True
    if style and _BLOCK_STYLE.search(style):
        return True
    return isinstance(tag, str) and "-" in tag and not re.search(r"icon|img|image", tag)


# What an element does to the lines.
_SILENT, _BLOCK, _BREAK, _LINK, _BOLD, _INLINE = "silent", "block", "break", "link", "bold", "inline"
_KINDS = {
    **dict.fromkeys(BLOCKS, _BLOCK),
    "br": _BREAK,
    "a": _LINK,
    **dict.fromkeys(("b", "strong"), _BOLD),
    **dict.fromkeys("span i em u img font small big sub sup time label cite q abbr code nobr ins del".split(), _INLINE),
    **dict.fromkeys(SILENT, _SILENT),
}


def _kind_of(element: Element) -> str:
    """What an element does to the lines: by its name, and by its own style."""
    tag = element.tag
    kind = _KINDS.get(tag) or (_BLOCK if is_block(tag, None) else _INLINE)
    # The names of all attributes take as long as the value of one, and most elements have neither of these.
    if kind == _SILENT or not (attributes := element.keys()):
        return kind
    if "hidden" in attributes or (tag == "time" and _is_time_of_change(element)):
        return _SILENT
    if "style" in attributes and (style := element.get("style")):
        if _HIDING_STYLE.search(style):
            return _SILENT
        if _BLOCK_STYLE.search(style):
            return _BLOCK
    return kind


class _Walk:
    def __init__(self, root: Element) -> None:
        self.layout = Layout(root)
        self.segments: list[Segment] = []
        self.tokens: list[Token] = []
        self.texts = 0  # segments that show something
        self.new_token = True
        self.icon = ""
        self.labels: list[tuple[Token, str]] = []  # numbers, and what their elements' classes say that they count
        self.linked = 0
        self.href: str | None = None
        self.links: list[str] = []
        self.headings: list[int] = []
        self.bolds = 0
        self.unbold = False
        self.blocks: list[Element] = [root]

    def run(self) -> Layout:
        root, lines, ranges = self.layout.root, self.layout.lines, self.layout.ranges
        walk = etree.iterwalk(root, events=("start", "end"))
        opened: list[tuple[str, int]] = []  # what each open element does, and the first line that it may hold
        for event, element in walk:
            if event == "start":
                kind = _kind_of(element)
                if kind == _SILENT:
                    if element.tag in ("svg", "img"):
                        self.icon = icon_of(element) or self.icon
                    walk.skip_subtree()
                else:
                    self.new_token = True
                    if kind == _BLOCK:
                        if self.segments:
                            self._flush()
                        self.blocks.append(element)
                        if element.tag in HEADINGS:
                            self.headings.append(HEADINGS[element.tag])
                    else:
                        self._open_inline(element, kind)
                    if text := element.text:
                        self._text(element, False, text)
                opened.append((kind, len(lines)))
            else:
                kind, first = opened.pop()
                if kind != _SILENT:
                    self.new_token = True
                    if kind == _BLOCK:
                        if self.segments:
                            self._flush()
                        self.blocks.pop()
                        if element.tag in HEADINGS:
                            self.headings.pop()
                    elif kind == _LINK:
                        self.links.pop()
                    elif kind == _BOLD:
                        self.bolds -= 1
                    ranges[element] = (first, len(lines))
                if (tail := element.tail) and element is not root:
                    self._text(element, True, tail)
        self._flush()
        return self.layout

    def _open_inline(self, element: Element, kind: str) -> None:
        if kind == _LINK:
            self.links.append(str(element.get("href") or ""))
        elif kind == _BREAK:
            self._flush()
        elif kind == _BOLD:
            self.bolds += 1
        elif (icon := icon_of(element)) is not None:
            self.icon = icon

    def _text(self, element: Element, is_tail: bool, text: str) -> None:
        if not is_tail and self.tokens and self.new_token and self._stands_apart(text):
            self._flush(touches_next=True)
        self.segments.append((element, is_tail, text))
        if text.isspace() or not (folded := fold(text)):
            return
        href = self.links[-1] if self.links else None
        if href is not None:
            self.linked += len(folded)
            self.href = self.href or href
        if not self.bolds:
            self.unbold = True
        tokens = self.tokens
        if tokens and not self.new_token:
            tokens[-1].text += " " + folded
        elif not is_tail and element.tag in ICON_TAGS and is_ligature(element, folded):
            self.icon = icon_meaning(folded)
            self.segments[-1] = (element, is_tail, "")  # no text, but taken out with its line
            return
        else:
            label = ""
            if not (self.icon or is_tail) and folded[0] in _DIGITS and len(folded) <= _LONGEST_NUMBER:
                label = value_by_label(element)
            tokens.append(Token(folded, self.icon, not tokens, href, None if is_tail else element))
            if label:
                self.labels.append((tokens[-1], label))
            self.icon = ""
            self.new_token = False
        self.texts += 1

    def _stands_apart(self, text: str) -> bool:
        """Whether the text of an inline element that touches the one before it cannot be in one line with it.

        Two words without a space between them are in boxes of their own, by a style that is not in the page; looked at
        only where one of them is as long as a title, and not in paragraphs and headings: there a word processor cuts
        words into spans.
        """
        if self.headings or self.blocks[-1].tag in ("p", "li"):
            return False
        before = self.segments[-1][2]
        if not before or not before[-1].isalnum() or not text[:1].isalnum():
            return False
        return max(len(text), len(self.tokens[-1].text)) >= _TITLE_LIKE and min(len(text), len(before)) >= _WORD_LIKE

    def _flush(self, touches_next: bool = False) -> None:
        """Ends the open line; most blocks begin and end where none is open."""
        self.new_token = True
        if not self.segments:
            return
        tokens = self.tokens
        # Nearly all lines end here: only a short one may go on with the one before it.
        if len(tokens) == 1 and len(tokens[0].text) <= LONGEST_PIECE and self._goes_on():
            self._join_to_last()
        elif tokens:
            # An eye behind a number outweighs what the class of the number's element says.
            if self.icon and (not tokens[0].icon or (self.icon == "views" and tokens[0].text.isdigit())):
                self._shift_icons()
            # A picture beside a number says more surely than its class what it counts.
            for token, label in self.labels:
                token.icon = token.icon or label
            lines, segments, linked, href = self.layout.lines, self.segments, self.linked, self.href
            text = tokens[0].text if self.texts == 1 else fold("".join([text for _, _, text in segments]))
            index, block, level = len(lines), self.blocks[-1], self.headings[-1] if self.headings else 0
            is_linked, is_prose = linked * 2 > len(text), len(text) >= _PROSE and linked * 2 < len(text)
            bold = not self.unbold
            # By place: naming the arguments takes three times as long.
            lines.append(
                Line(index, text, block, segments, tokens, level, linked, is_linked, is_prose, href, bold, touches_next)
            )
        if tokens:
            self.icon = ""
            self.tokens, self.labels = [], []
        self.segments = []
        self.linked, self.href, self.unbold, self.texts = 0, None, False, 0

    def _shift_icons(self) -> None:
        """An icon behind the last text and none before the first: each stands behind its text (`3264 <i>eye</i>`)."""
        for token, following in zip(self.tokens, [*[token.icon for token in self.tokens[1:]], self.icon], strict=True):
            token.icon = following

    def _goes_on(self) -> bool:
        """Whether the open line, of one short text, and the one before it are one: a date or a counter in pieces."""
        if not self.layout.lines:
            return False
        text, before = self.tokens[0].text, self.layout.lines[-1]
        # Either piece begins with a number, or the one is the colon between them.
        if len(before.text) > LONGEST_PIECE or not (text[0].isdigit() or before.text[0].isdigit() or text == ":"):
            return False
        return self._goes_on_a_date(before, text) or self._goes_on_a_count(before, text)

    def _goes_on_a_date(self, before: Line, text: str) -> bool:
        """Whether the open line and the one before it are one date in elements of its own: `27` over `Sep 2024`.

        Cells of tables are none: there `1`, `Januari` is a row's number and name.
        """
        if max(len(text), len(before.text)) > _LONGEST_PIECE:
            return False
        if _YEAR.fullmatch(text):
            return _DAY_AND_MONTH.fullmatch(before.text) is not None and self._stands_beside(before)
        is_date = _DAY_AND_MONTH.fullmatch(f"{before.text} {text}") is not None
        return is_date and self._stands_beside(before)

    def _goes_on_a_count(self, before: Line, text: str) -> bool:
        """Whether the open line and the one before it are the number and the word of one counter."""
        if not {before.tokens[0].icon, self.tokens[0].icon} <= {"", "views"}:
            return False
        if label_before_number(before.text, text):
            return common_ancestor(before.block, self.blocks[-1]) in list(ancestors(self.blocks[-1]))[:4]
        return number_before_label(before.text, text) and (self._are_a_pair(before) or self._labels_in_turn(before))

    def _labels_in_turn(self, before: Line) -> bool:
        """Whether the last line and the open one stand in an element of numbers, each with its label below it."""
        box = common_ancestor(before.block, self.blocks[-1])
        texts = [fold(str(text)) for text in islice(box.itertext(), _MOST_PIECES)]
        return numbers_over_labels([text for text in texts if text])

    def _are_a_pair(self, before: Line) -> bool:
        """Whether an element holds the last line and the open one, each in a block, and nothing else."""
        blocks = (before.block, self.blocks[-1])
        box = common_ancestor(*blocks)
        one, other = ([node for node in ancestors(block) if node.getparent() is box] for block in blocks)
        if not one or not other or blocks[-1].tag in ("td", "th", "dd", "dt"):
            return False
        return one[0].getprevious() is None and other[0].getnext() is None and one[0].getnext() is other[0]

    def _stands_beside(self, before: Line) -> bool:
        """Whether the open block and the last line's are near: one of three generations of each is the same."""
        block = self.blocks[-1]
        near = list(ancestors(before.block))[:3]
        return block.tag not in ("td", "th") and any(element in near for element in list(ancestors(block))[:3])

    def _join_to_last(self) -> None:
        line = self.layout.lines[-1]
        self.tokens[0].starts_line = False
        line.text = f"{line.text} {self.tokens[0].text}"  # far too short for prose
        line.is_linked = line.linked * 2 > len(line.text)
        line.block = common_ancestor(line.block, self.blocks[-1])
        line.segments += self.segments
        self.tokens[0].starts_line = False
        line.tokens += self.tokens
        line.heading = line.heading if self.headings else 0


def _is_time_of_change(element: Element) -> bool:
    """Whether it is the time classed `updated` (hAtom) right beside the one of publication: style sheets hide it."""
    classes = str(element.get("class") or "").split()
    if "updated" not in classes or "published" in classes:
        return False
    beside = (element.getprevious(), element.getnext())
    return any(
        other is not None and other.tag == "time" and "published" in str(other.get("class") or "").split()
        for other in beside
    )
