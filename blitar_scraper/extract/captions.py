"""Which line is the caption of the picture over the text: by its label, its element, or by standing right under it."""

from __future__ import annotations

import re
from itertools import islice

from blitar_scraper.extract.furniture import CAPTION_LABEL
from blitar_scraper.extract.lines import Element, Layout, Line, ancestors, inner_text

_CAPTION_CLASS = re.compile(r"caption|keterangan|ket[-_]?(?:foto|gambar)|img-text|image-text|credit", re.I)
# Captions stand in small or slanted type, mostly by a class of the page's framework or a style of the editor's.
_SMALL_CLASS = re.compile(r"(?<![a-z])(?:small|text-muted|fs-6|text-xs|text-sm|ket|foto|italic)(?![a-z])", re.I)
_SMALL_STYLE = re.compile(
    r"font-size\s*:\s*(?:(?:[5-9]|1[0-3])(?:\.\d+)?(?:px|pt)|0?\.\d+r?em|[x-]*small)|font-style\s*:\s*italic", re.I
)
_CENTRED = re.compile(r"text-align\s*:\s*center|(?<![\w-])(?:text-|align-?)?cent(?:er|re)(?:ed)?(?![\w-])", re.I)
_SMALL_TAGS = frozenset({"small", "em", "i", "cite"})
# Characters: the longest caption seen with its photographer's name had 240; what is longer is a paragraph.
_LONGEST = 300
# What opens a text and no caption: `BLITAR -`, `Kota Blitar, Kominfo –`.
_DATELINE = re.compile(r"^[\w\s.,/()’']{2,60}?\s?[–—-]{1,2}\s")
# "Pj. Bupati", "Drs. Budi": abbreviations of up to three letters end no sentence.
_TWO_SENTENCES = re.compile(r"(?:[a-z]{4}|[)”\"])[.!?]\s+[“\"A-Z]")
_LEAD_PICTURE = re.compile(r"(?:lead|featured|main|hero|post|news|entry)[-_]?(?:image|img|media|thumb\w*|foto)", re.I)
_PICTURES = ("img", "picture")


def is_caption(line: Line) -> bool:
    """Whether a label or its element says that a line is a caption."""
    if line.is_datum or len(line.text) > _LONGEST:
        return False
    if CAPTION_LABEL.match(line.text):
        return True
    holder = _holder(line)
    for element in islice(ancestors(holder), 3) if holder is not None else ():
        if element.tag in ("figcaption", "caption") or _CAPTION_CLASS.search(str(element.get("class") or "")):
            return True
    return False


def stands_under_picture(layout: Layout, line: Line, container: Element, paragraph: Line) -> bool:
    """Whether a line reads and stands like the caption of the picture right above it, without saying so.

    It is one sentence that does not open with a dateline; and it is in smaller type than the `paragraph` after it, or
    centred, or alone with the picture in an element. Only of use before a text: further down it is a paragraph beside
    a picture.
    """
    if len(line.text) > _LONGEST or line.heading or _DATELINE.match(line.text) or _TWO_SENTENCES.search(line.text):
        return False
    wrapper = _wrapper_with_picture(layout, line, container)
    if wrapper is None:
        return False
    if _is_small(line, wrapper) and not _is_small(paragraph, paragraph.block):
        return True
    if _is_centred(line) and not _is_centred(paragraph):
        return True
    return wrapper is not container and layout.ranges.get(wrapper) == (line.index, line.index + 1) and _is_apart(line)


def stands_with_lead_picture(layout: Layout, line: Line, container: Element) -> bool:
    """Whether a line stands alone with a picture in an element that is called the article's: below a printed lead."""
    wrapper = _wrapper_with_picture(layout, line, container)
    if wrapper is None or layout.ranges.get(wrapper) != (line.index, line.index + 1):
        return False
    return _LEAD_PICTURE.search(str(wrapper.get("class") or "")) is not None


def _wrapper_with_picture(layout: Layout, line: Line, container: Element) -> Element | None:
    """The element in which a picture, and no text, stands right before the line; None where there is none."""
    if _begins_with_picture(line):
        return line.block
    for element in ancestors(line.block):
        if element is container or (parent := element.getparent()) is None:
            return None
        before = element.getprevious()
        while before is not None:
            if before.tag in _PICTURES or next(before.iter(*_PICTURES), None) is not None:
                first, end = layout.ranges.get(before, (0, 0))
                return parent if first == end and not (before.tail or "").strip() else None
            first, end = layout.ranges.get(before, (0, 0))
            if first < end or (before.tail or "").strip():
                return None
            before = before.getprevious()
        if (parent.text or "").strip():
            return None
    return None


def _begins_with_picture(line: Line) -> bool:
    start, is_tail, text = line.segments[0]
    for element in line.block.iter():
        if element.tag in _PICTURES:
            return True
        if element is start and not is_tail and text.strip():
            return False
    return False


def _is_apart(line: Line) -> bool:
    """Whether a line in one element with its picture does not flow around it: a line break is between the two."""
    start, is_tail, _ = line.segments[0]
    if not _begins_with_picture(line) or (is_tail and start.tag == "br"):
        return True
    # An element of its own beside the picture, in a box that is no paragraph.
    return line.block.tag == "div" and len(line.tokens) == 1 and start is not line.block and not is_tail


def _holder(line: Line) -> Element | None:
    """The element that the line's first words stand in: what stands behind an element stands in that one's parent."""
    start, is_tail = next((element, is_tail) for element, is_tail, text in line.segments if text.strip())
    return start.getparent() if is_tail else start


def _is_centred(line: Line) -> bool:
    block = line.block
    return (
        block.tag == "center" or _CENTRED.search(f"{block.get('style') or ''};{block.get('class') or ''}") is not None
    )


def _is_small(line: Line, wrapper: Element) -> bool:
    """Whether all of the line is in small or slanted type."""
    holder = _holder(line)
    for element in ancestors(holder) if holder is not None else ():
        if element is wrapper and element is not line.block:
            return False
        whole = len(inner_text(element).split()) >= len(line.text.split())
        if whole and (
            element.tag in _SMALL_TAGS
            or _SMALL_CLASS.search(str(element.get("class") or ""))
            or _SMALL_STYLE.search(str(element.get("style") or ""))
        ):
            return True
        if element is wrapper:
            return False
    return False
