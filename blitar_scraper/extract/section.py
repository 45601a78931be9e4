"""The section that an article stands in, as printed: over its title, in its byline, or in the path to the page."""

from __future__ import annotations

import re
from collections.abc import Iterator

from blitar_scraper.extract.byline_words import SECTION_LABEL, SECTION_WORDS
from blitar_scraper.extract.findings import Findings
from blitar_scraper.extract.furniture import is_furniture
from blitar_scraper.extract.lines import Line, fold
from blitar_scraper.extract.press_release import opens_press_release
from blitar_scraper.extract.title import norm, same_title
from blitar_scraper.extract.witnesses import Statement
from blitar_scraper.extract.zones import is_box_heading
from blitar_scraper.items import Article

_HOME_STEP = re.compile(
    r"beranda|home|depan|halaman (?:depan|utama)|detail|anda (?:berada )?di\s*:?|you are here\s*:?|\W+", re.I
)
# A step that says what kind of page it leads to, not where in the site.
_KIND_OF_PAGE = re.compile(
    r"(?:detail|detil|isi|baca|semua|daftar|arsip|kumpulan|single|halaman|lihat)\s+\w+(?:\s\w+)?"
    r"|(?:berita|artikel|news|blog|post)\s+(?:details?|detil)|anda\s+(?:berada\s+)?di\s+sini\s*:?",
    re.I,
)
_PATH_LINE = re.compile(r"(?:anda (?:berada )?di\s*:?\s*|you are here\s*:?\s*)?(?:beranda|home|depan)\s*[/»›>|:]", re.I)
_SECTION_ADDRESS = re.compile(r"kategori|category|rubrik|/tag/|cat=|kanal")
_SECTION_PAGE = re.compile(r"/(?:kategori|category|rubrik|kanal)/|[?&](?:cat|category|kategori)=", re.I)
_OF_OTHERS = frozenset({"menu", "side", "related", "comments"})
_SECTION_CLASS = re.compile(r"\b(?:cat(?:egory|egories)?|kategori|section|badge|label|rubrik)\b")
# A section's name has one to four words; the longest seen had 36 characters.
_LONGEST, _MOST_WORDS = 40, 4
# How far above the title it may stand: a byline and a breadcrumb in between.
_REACH = 6


def read_section(found: Findings, article: Article) -> set[int]:
    """Fills `section`; returns the indexes of the lines that it stands in beside title, byline and text."""
    statements = []
    if (pinned := found.pinned.text("section")) is not None:
        statements.append(Statement("selector", pinned))
    kicker = _kicker(found)
    printed = [byline.byline for byline in found.bylines_with("section")][:1]
    labelled = [byline.section for byline in printed if byline.section_labelled and byline.section]
    if labelled and not (kicker is not None and norm(kicker.text) == norm(labelled[0])):
        statements.append(Statement("byline", labelled[0]))
    # A heading over the title may be that of every article's page: what the byline says of this one goes before.
    is_heading = kicker is not None and kicker.heading > 0
    if kicker is not None and not is_heading:
        statements.append(Statement("kicker", kicker.text))
    statements += [Statement("byline", byline.section) for byline in printed]
    below, lines_below = _below_text(found)
    if below:
        statements.append(Statement("byline", below, detail="below-text"))
    if kicker is not None and is_heading:
        statements.append(Statement("kicker", kicker.text))
    if crumb := _breadcrumb(found):
        statements.append(Statement("breadcrumb", crumb))
    statements += [Statement(witness.source, witness.section) for witness in found.witnesses if witness.section]
    statements += [Statement(claim.source, claim.raw) for claim in found.structured.of("section")]
    # Witnesses say different things rightly here (a section and its parent): the highest alone is asked.
    chosen = found.decide("section", statements, lambda one, other: True)
    article.section = chosen.value if chosen else None
    return lines_below if kicker is None else {kicker.index, *lines_below}


def _kicker(found: Findings) -> Line | None:
    """A section's name standing alone near the title: `BERITA`.

    Right above the title or its byline, with a breadcrumb or a bar's remains in between at most; or right below them.
    """
    title = found.title_line
    if title is None:
        return None
    lines = found.layout.lines
    bylines = {index for byline in found.bylines for index in byline.lines}
    above = [index for index in range(max(title.index - _REACH, 0), title.index) if index not in bylines]
    below = title.index + 1
    while below in bylines:
        below += 1
    if below < len(lines) and opens_press_release(lines[below].text):
        below = -1
    for index in (*reversed(above[-2:]), below):
        if 0 <= index < len(lines) and _names_section(found, lines[index], title):
            return lines[index]
    return None


def _names_section(found: Findings, line: Line, title: Line) -> bool:
    if (
        line.is_datum
        or len(line.text) > _LONGEST
        or found.zones.of(line, outside=(title,)) not in (None, "tags")
        or is_furniture(line)
    ):
        return False
    first = line.segments[0][0]
    classes = f"{line.block.get('class') or ''} {first.get('class') or ''}"
    speaking = bool(_SECTION_ADDRESS.search(line.href or "") or _SECTION_CLASS.search(classes))
    before = found.layout.lines[line.index - 1] if line.index > 0 else None
    if line.is_linked and not speaking and before is not None and before.is_linked and found.zones.of(before) is None:
        return False  # one of a row of links: a menu
    if SECTION_WORDS.fullmatch(line.text):
        return line.index < title.index or not opens_press_release(line.text)
    return speaking and len(line.text.split()) <= _MOST_WORDS and not re.search(r"\d", line.text)


def _below_text(found: Findings) -> tuple[str | None, set[int]]:
    """The one section named under the text: `Kategori: Olahraga`, or a link to the section's page; and its lines."""
    container, title = found.structure.container, found.title_line
    if container is None or title is None:
        return None, set()
    first, end = found.structure.text_range(found.layout)
    prose = [line.index for line in found.layout.lines[max(first, title.index + 1) : end] if line.is_prose]
    start = (prose[-1] if prose else title.index) + 1
    named: dict[str, set[int]] = {}
    for line in found.layout.lines[start : end + _REACH]:
        if line.heading or line.index in found.zones.boxed or found.zones.of(line) in _OF_OTHERS:
            continue
        for name in _named_in(line):
            named.setdefault(name, set()).add(line.index)
    # Two sections are none that is certain: a list of the site's. No text either.
    name = next(iter(named)) if len(named) == 1 else ""
    certain = name and len(name.split()) <= _MOST_WORDS and len(name) <= _LONGEST
    return name if certain else None, set().union(*named.values())


def _named_in(line: Line) -> list[str]:
    """The sections that a line under the text names: behind an icon or a label, or by links to their pages."""
    if line.tokens[0].icon == "section" and SECTION_WORDS.fullmatch(line.text):
        return [line.text]
    if is_box_heading(line):
        return []
    linked = [tokens for href, tokens in line.links if _SECTION_PAGE.search(href)]
    if linked:
        return [fold(" ".join(token.text for token in tokens)) for tokens in linked]
    label = SECTION_LABEL.match(line.spaced)
    if label and re.search(r"[:=]", label[0]) and not line.links:
        return [line.spaced[label.end() :].strip()]
    return []


def _breadcrumb(found: Findings) -> str | None:
    """The last step before the title in `Beranda / Berita / Title`, where the page has such a path."""
    title = found.title_line
    for lines in _paths(found):
        tokens = [token.text for line in lines for token in line.tokens]
        steps = [step for text in tokens for step in re.split(r"\s*[/»›>|]+\s*", text)]
        steps = [step for step in steps if step and not _HOME_STEP.fullmatch(step)]
        steps = [step for step in steps if not (title and same_title(step, title.text))]
        steps = [step for step in steps if not _KIND_OF_PAGE.fullmatch(step)]
        if steps and len(steps[-1].split()) <= _MOST_WORDS:
            return steps[-1]
    return None


def _paths(found: Findings) -> Iterator[list[Line]]:
    """Breadcrumbs: elements that are called so, and lines that begin with the home page and go on with arrows."""
    layout = found.layout
    # Most pages have none: asking their text is cheaper than asking every element.
    mentioned = any(word in found.page.text for word in ("crumb", "Crumb", "CRUMB"))
    for element in layout.root.iter() if mentioned else ():
        words = f"{element.get('class') or ''} {element.get('aria-label') or ''} {element.get('id') or ''}".lower()
        if "breadcrumb" in words or "crumbs" in words:
            yield layout.within(element)
            break
    title = found.title_line
    # Above the title, or in a banner right below it.
    for line in layout.lines[max(title.index - 8, 0) : title.index + 3] if title else []:
        if _PATH_LINE.match(line.text):
            yield [line]
