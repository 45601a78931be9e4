"""The byline reader: author, date and views from the line (or lines, or spans) that carry them.

`Admin Kota 27 Sep 2024 142x Share`, `by Humas | 10 May 2019 | 3648x Dilihat`,
`Oleh MC KAB PEMALANG, Senin, 6 Februari 2023 | 22:45 WIB - Redaktur: Tobari - 177`.

The way: dates and labelled counts are found first and cut out; what is left falls into pieces, and each piece is
a label, an author, a section, or something known that is not wanted (share buttons, comment counters, editors).
A piece that could be two things is neither.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from blitar_scraper.extract.byline_author import NAME_TRIM, Author, is_person_like
from blitar_scraper.extract.byline_date import lone_time, loose_date, published_of, with_time
from blitar_scraper.extract.byline_sentence import posting_note_cuts, split_counts
from blitar_scraper.extract.byline_words import (
    AUTHOR_LABEL,
    EMOJI,
    ICON_NAME,
    LEADING_ICON_NAME,
    NEXT_ICON_NAME,
    OFFICE_AUTHOR,
    OTHER_COUNT,
    SECTION_BEHIND,
    SECTION_LABEL,
    SECTION_WORDS,
    inner_labels,
    is_unwanted,
    may_hold_icon,
    print_label_before,
    speaks_of_dates,
)
from blitar_scraper.extract.icons import icon_meaning
from blitar_scraper.extract.lines import Token, fold
from blitar_scraper.indonesian.dates import ParsedDate, find_dates
from blitar_scraper.indonesian.numbers import find_counts
from blitar_scraper.indonesian.quick import quick_date


@dataclass(frozen=True, slots=True)
class Byline:
    """What a byline says; each value with the exact text it was read from. None where it says nothing certain."""

    author: str | None = None
    author_raw: str | None = None
    date: ParsedDate | None = None
    date_raw: str | None = None
    views: int | None = None
    views_raw: str | None = None
    section: str | None = None
    modified: ParsedDate | None = None
    problems: tuple[str, ...] = ()
    section_labelled: bool = False  # a label ("Kategori:"), icon or link says that it is a section
    unread: int = 0  # characters that were not understood: a byline has few, a paragraph many
    time_raw: str | None = None  # a time of day that stands without its day
    labelled: bool = False  # a label ("Oleh", "by") or icon stands before the author

    @property
    def parts(self) -> int:
        """How many of author, date and views it has."""
        return sum(value is not None for value in (self.author, self.date, self.views))


# Longer than any byline with all its share links; what is longer is not looked at.
_LONGEST = 2000
_SEPARATORS = re.compile(r"\s*(?:[|•·●∙⋅►▪■»›¦>\n\t]|(?:^|(?<=\s))[-–—/~](?=\s|$))\s*")
_NUMBER_ALONE = re.compile(r"\d{1,3}(?:[.,]\d{3})*|\d{1,9}")
_SAYS = re.compile(r"\w")
_SECTION_WORDS_ALONE = frozenset({"dalam", "in"})  # before a section, in an element of its own
# "129.513 kali dilihat, 2 kali dilihat hari ini": the second counts one day.
_OF_A_PERIOD = re.compile(r"\s*(?:pada\s+)?(?:hari|minggu|bulan)\s+ini\b|\s*(?:today|this\s+(?:week|month))\b", re.I)
_COUNT_OF_A_PERIOD = re.compile(rf"\d[\d.,]*\s?(?:kali|x)?\s?(?:di\w+|views?)(?:{_OF_A_PERIOD.pattern})", re.I)
_LETTER_OR_DIGIT = re.compile(r"\w")
_JOINER = " | "
# What every labelled counter has something of (`indonesian.numbers`): asking is cheaper than reading.
_TIMES = re.compile(r"\d\s?(?:x|kali)(?![a-z])", re.I)
_COUNTED = tuple(
    "baca lihat akses tonton kunjung buka klik tayang view hit read visit click seen visib remove_red".split()
)


@dataclass(slots=True)  # not frozen: that takes three times as long to make, and each line has several
class _Piece:
    """A piece of the text between dates, counts and separators, with the icon that stands before it.

    `start` is where its part of the text begins.
    """

    text: str
    icon: str
    start: int


def read_byline(parts: Sequence[Token | str], *, seen_at: datetime, timezone: str | None = None) -> Byline:
    """Author, date and views of a byline given as one text, lines of text, or tokens with the icons before them.

    Args: parts in reading order; `seen_at` (aware) and `timezone` (IANA) as for `parse_date`. Raises nothing.
    """
    tokens = [token for part in parts for token in _tokens(part)]
    if any(not token.text for token in tokens):
        tokens = _with_icons_before(tokens)
    if len(tokens) == 1 and tokens[0].icon in ("", "date"):
        # A date alone, in one of the commonest forms, need not be searched for.
        date = quick_date(tokens[0].text, timezone)
        if date and date.raw == tokens[0].text:
            return Byline(date=date, date_raw=date.raw)
    text, starts = _join(tokens)
    if len(text) > _LONGEST:
        return Byline(unread=len(text))
    dates = [found for found in find_dates(text, seen_at=seen_at, timezone=timezone) if not found.is_range]
    printings = [
        (start, date.span[1]) for date in dates if (start := print_label_before(text, date.span[0])) is not None
    ]
    if printings:
        dates = [date for date in dates if date.span[1] not in {end for _, end in printings}]
    counts = [
        count
        for count in (find_counts(text) if _may_count(text) else ())
        if not any(count.start < date.span[1] and date.span[0] < count.end for date in dates)
        and not _OF_A_PERIOD.match(text, count.end)
    ]
    problems: list[str] = []
    published, modified = published_of(text, dates, problems)
    days = [date.span for date in dates]
    counts, words = split_counts(text, counts, days) if counts else ([], [])
    cuts = days + printings + [(count.start, count.end) for count in counts] + words + posting_note_cuts(text)
    cuts += [match.span() for match in _COUNT_OF_A_PERIOD.finditer(text)] if counts else []
    cuts += [
        match.span()
        for match in OTHER_COUNT.finditer(text)
        if not any(a < match.end() and match.start() < b for a, b in cuts)
    ]
    pieces = _pieces(text, starts, cuts)
    after = published.span[1] if published else None
    time = lone_time([piece.text for piece in pieces])
    if published and time:
        published = with_time(published, time, seen_at=seen_at, timezone=timezone)
    elif not dates and (loose := loose_date([piece.text for piece in pieces], seen_at=seen_at, timezone=timezone)):
        published, index, rest = loose
        pieces[index : index + 1] = [replace(pieces[index], text=rest)] if rest else []
    views = counts[0] if counts else None
    if len({count.value for count in counts}) > 1:
        views = None
        problems.append("views-ambiguous")
    author, section, numbers, unread = _read_pieces(pieces)
    section_labelled = any(
        SECTION_LABEL.match(piece.text) or (piece.icon == "section" and piece.text == section) for piece in pieces
    )
    has_anchor = published is not None or views is not None
    name, raw, labelled = author.decide(has_anchor=has_anchor, problems=problems)
    if name and not labelled and not counts and dates and _is_dateline(text, name, dates[0]):
        if not is_person_like(name):
            name = raw = None
        problems.append("author-or-place")
    if raw is not None and not labelled:
        unread -= len(raw)
    views_value, views_raw = (views.value, views.raw) if views else (None, None)
    if not counts:
        views_value, views_raw = _bare_views(numbers, after=after)
    return Byline(
        author=name,
        author_raw=raw,
        date=published,
        date_raw=published.raw if published else None,
        views=views_value,
        views_raw=views_raw,
        section=section,
        section_labelled=section is not None and section_labelled,
        modified=modified,
        problems=tuple(problems),
        unread=max(unread, 0),
        time_raw=time,
        labelled=labelled,
    )


def _may_count(text: str) -> bool:
    lowered = text.lower()
    return any(word in lowered for word in _COUNTED) or _TIMES.search(text) is not None


def _tokens(part: Token | str) -> Iterator[Token]:
    """The part's tokens. The name of a Material icon (`remove_red_eye1008`) is text to a program: here it is an icon,
    and so is an emoji."""
    token = Token(fold(part), starts_line=True) if isinstance(part, str) else part
    text, icon, starts_line = token.text, token.icon, token.starts_line
    if not may_hold_icon(text):
        if text.strip():
            yield token
        return
    leading = LEADING_ICON_NAME.match(text)
    pattern = NEXT_ICON_NAME if leading else ICON_NAME
    match = leading or pattern.search(text)
    while match:
        if before := text[: match.start()].strip():
            yield Token(before, icon, starts_line, token.href)
            starts_line = False
        icon, text = EMOJI.get(match[0][0]) or icon_meaning(match[0]), text[match.end() :]
        match = pattern.search(text)
    if (text := text.strip()) or icon != token.icon:
        yield Token(text, icon, starts_line, token.href)


def _with_icons_before(tokens: Iterable[Token]) -> list[Token]:
    """The tokens with text, each with the icon that stands alone in the token before it."""
    found: list[Token] = []
    icon = ""
    for token in tokens:
        if token.text:
            found.append(replace(token, icon=token.icon or icon) if icon else token)
            icon = ""
        else:
            icon = token.icon
    return found


def _join(tokens: Iterable[Token]) -> tuple[str, list[tuple[int, str]]]:
    """One text of all tokens, and where each token begins with which icon."""
    text, starts = "", []
    for token in tokens:
        # Two spans of a line may be one phrase ("Dibaca" "142" "kali"), two lines hardly ever are.
        if not token.icon and not _SAYS.search(token.text):
            continue  # a dash or bar between two spans
        if text:
            text += _JOINER if token.starts_line else " "
        starts.append((len(text), token.icon))
        text += token.text
    return text, starts


def _is_dateline(text: str, name: str, date: ParsedDate) -> bool:
    """Whether a text begins like a letter, `Blitar, 27 September 2024`: the name may be a place. Offices are none."""
    return text[: date.span[0]].rpartition(_JOINER)[2].strip() == f"{name}," and not OFFICE_AUTHOR.match(name)


def _pieces(text: str, starts: list[tuple[int, str]], cuts: list[tuple[int, int]]) -> list[_Piece]:
    """What is left of the text when the cuts are taken out, in pieces, each with the icon that stands before it."""
    pieces: list[_Piece] = []
    bounds = sorted(cuts)
    marks = [begin for begin, _ in starts] + [len(text)]
    for (begin, icon), end in zip(starts, marks[1:], strict=True):
        position, first = begin, True
        while position < end:
            cut = next((c for c in bounds if c[1] > position), None)
            stop = min(end, cut[0]) if cut else end
            for part in _parts(text[position : max(stop, position)]):
                piece = part.strip(" ,;|•·")
                if _LETTER_OR_DIGIT.search(piece):
                    pieces.append(_Piece(piece, icon if first else "", position))
                    first = False
            if cut is None or cut[0] >= end:
                break
            position, first = max(cut[1], position + 1), False
    return pieces


def _parts(text: str) -> Iterator[str]:
    """The text between separators, and there before each label."""
    for part in _SEPARATORS.split(text):
        begin = 0
        for match in inner_labels(part):
            yield part[begin : match.end()]
            begin = match.end()
        yield part[begin:]


def _read_pieces(pieces: list[_Piece]) -> tuple[Author, str | None, list[tuple[_Piece, bool]], int]:
    """The author's candidates, the section, bare numbers (and whether nothing but known words follows each), and the
    number of characters that were not understood."""
    author = Author()
    section: str | None = None
    numbers: list[tuple[_Piece, bool]] = []
    unread, labels_section = 0, False
    for piece in pieces:
        if labels_section and not AUTHOR_LABEL.match(piece.text):
            labels_section, section = False, section or piece.text
        elif SECTION_LABEL.fullmatch(piece.text) or piece.text.lower() in _SECTION_WORDS_ALONE:
            labels_section = True
        elif author.read(piece.text, piece.icon):
            pass
        elif _NUMBER_ALONE.fullmatch(piece.text):
            numbers.append((piece, True))
        elif found := _section(piece):
            section = section or found
        elif not is_unwanted(piece.text) and piece.icon not in ("comments", "share", "tag"):
            behind = SECTION_BEHIND.search(piece.text)
            section = section or (behind[1] if behind else None)
            author.consider(piece.text[: behind.start()] if behind else piece.text, piece.icon)
            unread += 0 if speaks_of_dates(piece.text) else len(piece.text)
            numbers = [(number, False) for number, _ in numbers]
    return author, section, numbers, unread


def _section(piece: _Piece) -> str | None:
    label = SECTION_LABEL.match(piece.text)
    if label and (rest := piece.text[label.end() :].strip(NAME_TRIM)):
        return rest
    if SECTION_WORDS.fullmatch(piece.text) or (piece.icon == "section" and len(piece.text.split()) <= 4):
        return piece.text
    return None


def _bare_views(numbers: list[tuple[_Piece, bool]], *, after: int | None) -> tuple[int | None, str | None]:
    """A number without a word: the counter where an eye stands before it, or where it alone ends a dated byline.

    `after` is where the date ends: a number before it is a rank. Zero is not believed without an icon: comment counters
    begin there.
    """
    for piece, _ in numbers:
        if piece.icon == "views":
            return _whole(piece.text), piece.text
    plain = [(piece, ends) for piece, ends in numbers if piece.icon == ""]
    if after is not None and len(plain) == 1 and plain[0][1]:
        piece = plain[0][0]
        if piece.start >= after and _whole(piece.text):
            return _whole(piece.text), piece.text
    return None, None


def _whole(text: str) -> int:
    return int(re.sub(r"[.,]", "", text))
