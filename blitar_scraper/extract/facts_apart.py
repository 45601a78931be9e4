"""A list of labelled facts about the article that stands apart from it: in a column, a card or a box of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator

from blitar_scraper.extract.byline_apart import FoundByline
from blitar_scraper.extract.byline_date import TIME_ALONE
from blitar_scraper.extract.byline_lines import BylineLines
from blitar_scraper.extract.byline_marks import marked
from blitar_scraper.extract.byline_words import OFFICE_AUTHOR
from blitar_scraper.extract.lines import Layout, Line
from blitar_scraper.extract.title import is_title_again
from blitar_scraper.extract.zones import Zones, is_box_heading

_PUBLISHED = (
    r"(?:di(?:terbit|publikasi|unggah|tayang|muat|rilis)(?:kan)?|diposting|terbit|publikasi|posting|tayang|rilis"
    r"|unggah|upload|published|posted|date\spublished)"
)
_LABEL = re.compile(
    rf"""
    (?: (?P<published> (?:(?:tanggal|tgl|waktu)\s)?{_PUBLISHED}(?:\s(?:pada|tanggal|on|at)){{0,2}})
      | (?P<date> (?:hari|tanggal|tgl|date)(?:\W{{1,3}}(?:tanggal|tgl))?)
      | (?P<author> (?:nama\s)?penulis|author|ditulis\soleh|oleh|reporter|kontributor|pewarta)
      | (?P<views> (?:(?:jumlah|total|telah|sudah)\s)?(?:di(?:baca|lihat|akses|kunjungi)|pembaca
        | views?|viewers?|tayangan)
        | hits )
      | (?P<other> jam|pukul|waktu|kategori|category|rubrik|editor|redaktur|penyunting|fotografer|sumber|komentar)
    )
    (?!\w) \s{{0,3}} :? \s{{0,3}}
    """,
    re.I | re.X,
)
# What such a label can begin with: asking is cheaper than matching.
_FIRST_WORDS = frozenset(
    "diterbitkan dipublikasikan diposting diunggah ditayangkan dimuat dirilis terbit publikasi posting tayang rilis"
    " unggah diunggahkan upload published posted diakses dikunjungi tayangan total telah sudah viewer viewers date"
    " tanggal tgl waktu hari"
    " nama penulis author ditulis oleh reporter kontributor pewarta jumlah dibaca dilihat pembaca view views hits jam"
    " pukul kategori category rubrik editor redaktur penyunting fotografer sumber komentar".split()
)
_FIRST_WORD = re.compile(r"[A-Za-z]+")
_LONGEST_FACT = 80  # characters of a label and its value
_LONGEST_VALUE = 60
_TITLE_WORDS = 4  # of a link to another article
_LINKED_TITLE = 3  # of one in the same row as a date, where an author's name would be linked to the author


def find_facts_apart(
    layout: Layout, zones: Zones, title: Line, reader: BylineLines, *, unlabelled: bool
) -> FoundByline | None:
    """The one list on the page that tells when the article was published, or two of when, by whom and how often read.

    Lists of links and what stands under their headings are not asked. With two such lists of different days none is
    taken: one of them is another article's. `unlabelled` facts count where they stand in a side column.
    """
    found: dict[str | None, FoundByline] = {}
    for kinds, lines in _lists(layout, zones, title, reader if unlabelled else None):
        above = layout.lines[max(lines[0].index - 1, 0)]
        if any(names_other_article(line, title, reader) for line in (above, *lines)):
            continue
        byline = reader.read_run(lines)
        if byline.date is None and byline.views is None:
            continue
        # Two facts with labels of their own, or two in one line that begins with a label.
        several = len(kinds & {"date", "author", "views"}) > 1 or (byline.labelled and byline.parts > 1)
        if "published" not in kinds and not several:
            continue
        day = byline.date.iso[:10] if byline.date else None
        if "published" not in kinds and day and day >= reader.seen_at.date().isoformat():
            continue  # the clock of a column with the site's figures
        found.setdefault(day, FoundByline(byline, frozenset(line.index for line in lines), "apart"))
    return found.popitem()[1] if len(found) == 1 else None


def _lists(
    layout: Layout, zones: Zones, title: Line, reader: BylineLines | None
) -> Iterator[tuple[set[str], list[Line]]]:
    """Runs of facts, one after the other, each with the kinds of its labels."""
    kinds: set[str] = set()
    run: list[Line] = []
    index = 0
    while index < len(layout.lines):
        kind, fact = _fact(layout, index)
        found = {kind} if kind else set()
        if not found and reader is not None:
            line = layout.lines[index]
            found, fact = _unlabelled(layout, zones, reader, line)
            if not found and run and _goes_on(run[-1], line):
                found, fact = {"other"}, [line]
        if not found or title in fact or zones.of(fact[0]) not in (None, "side") or fact[0].index in zones.boxed:
            if run:
                yield kinds, run
            kinds, run = set(), []
            index += 1
            continue
        kinds |= found
        run += fact
        index = fact[-1].index + 1
    if run:
        yield kinds, run


def _fact(layout: Layout, index: int) -> tuple[str, list[Line]]:
    """The kind of the fact that begins in a line, and its lines: label and value in one, or in two."""
    line = layout.lines[index]
    word = _FIRST_WORD.match(line.text)
    if line.is_datum or word is None or word[0].lower() not in _FIRST_WORDS or len(line.text) > _LONGEST_FACT:
        return "", []
    label = _LABEL.match(line.text)
    if label is None or label.lastgroup is None:
        return "", []
    if label.end() < len(line.text):
        return ("", []) if line.is_linked and line.tokens[0].href is not None else (label.lastgroup, [line])
    following = layout.lines[index + 1 : index + 3]
    if following and following[0].text == ":":
        following = following[1:]
    if not following or following[0].is_prose or len(following[0].text) > _LONGEST_VALUE:
        return "", []
    if following[0].heading and is_box_heading(following[0]):
        return "", []
    return label.lastgroup, layout.lines[index : following[0].index + 1]


def _signs(text: str) -> bool:
    """Whether it is who signs, not a title: an office (`Dinas Kominfo`), a person with a degree (`Siti, S.Sos`)."""
    return OFFICE_AUTHOR.match(text) is not None or "., " in text or re.search(r",\s[A-Z]\w{0,3}\.", text) is not None


def names_other_article(line: Line, title: Line, reader: BylineLines) -> bool:
    """Whether a part of a line is the linked title of another article; authors, sections, tags and days are none."""
    if line.href is None or line is title:
        return False
    for token in marked(line):
        if token.href and not token.icon and len(token.text.split()) >= _LINKED_TITLE and not _signs(token.text):
            day = reader.read_tokens([token]).date_raw or ""
            if len(day) * 2 < len(token.text) and not is_title_again(token.text, title.text):
                return True
    return False


def _goes_on(before: Line, line: Line) -> bool:
    """Whether a line is the next point of the same list, or a time of day beside the last fact."""
    if len(line.text) > _LONGEST_VALUE or before.block.getparent() is not line.block.getparent():
        return False
    return (line.block.tag == before.block.tag == "li") or TIME_ALONE.fullmatch(line.text) is not None


def _unlabelled(layout: Layout, zones: Zones, reader: BylineLines, line: Line) -> tuple[set[str], list[Line]]:
    """What a line of a side column says without a label, unless it stands beside the link to another article."""
    if line.index in zones.boxed or not reader.is_anchor(line) or zones.of(line) != "side":
        return set(), []
    beside = layout.lines[max(line.index - 1, 0) : line.index + 2]
    if any(other.is_linked and len(other.text.split()) >= _TITLE_WORDS for other in beside if other is not line):
        return set(), []
    byline = reader.read(line)
    values = {"date": byline.date, "views": byline.views, "author": byline.author}
    return {kind for kind, value in values.items() if value is not None}, [line]
