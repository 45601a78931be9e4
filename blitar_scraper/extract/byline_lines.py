"""Which lines of a page read like (part of) a byline. Each line is read once, however many ask."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import datetime

from blitar_scraper.extract.byline import Byline, read_byline
from blitar_scraper.extract.byline_author import name_of
from blitar_scraper.extract.byline_marks import marked
from blitar_scraper.extract.byline_sentence import is_posting_note
from blitar_scraper.extract.byline_words import ANY_EMOJI, NEWSROOM, SECTION_WORDS, VIEW_LABEL, ends_in_person_label
from blitar_scraper.extract.lines import Layout, Line, Token, common_ancestor
from blitar_scraper.extract.zones import is_box_heading
from blitar_scraper.indonesian.numbers import VIEWING
from blitar_scraper.indonesian.splitting import list_words
from blitar_scraper.indonesian.words import MONTHS, one_of

# A byline is short: the longest seen had 120 characters with its share links.
LONGEST = 220
# What stands beside "Dibaca" in a cell of its own.
_COUNT_ALONE = re.compile(r"\W{0,3}\d{1,3}(?:[.,]?\d{3}){0,2}(?:\s?(?:kali|x|views?|orang))?", re.I)
_SIGNS = 3  # characters around a date that is a heading by itself
_SENTENCE_END = re.compile(r"\w[.!?][”\"'’)]?$")
_WORDS_AROUND_COUNT = 24  # characters: "Artikel ini telah dibaca 142 kali."
_LONGEST_NOTE = 500  # WordPress' sentence with what it says of comments and trackbacks
_MOST_SPACES = 30  # the wordiest byline seen, a sentence with weekday, time and counter, had 20
# What every byline has something of: a date, a number beside a word of counting, a label of an author, a word of
# relative time, or an icon. Most lines of a page have none and need no closer look. For lower-case text.
_DATE_HINT = re.compile(
    rf"""
    \d\s?[/–—-]\s?\d | \d\s?\.\s?\d\d?\s?\.\s?\d\d | \d\d\s\d\d\s(?:19|20)\d\d
    | \d\d?[\s.,/-]{{0,3}}[a-z]{{6,11}}[\s.,/'’-]{{0,4}}(?:19|20)\d\d  # a month that may be misspelt
    | \d[\s.,/-]{{0,3}}{one_of(MONTHS)}
    """,
    re.X,
)
_DIGIT = re.compile(r"\d")
_COUNT_HINT = re.compile(r"\d\s?(?:x|kali|rb|ribu|k)\b")
_HINTS_ALONE = frozenset(
    "kontribusi ditulis oleh by penulis author authors pewarta reporter kontributor wartawan pengirim penyusun jurnalis"
    " uploader operator user kemarin yesterday tadi lalu ago".split()
)
_HINTS_BESIDE_NUMBERS = VIEWING | MONTHS.keys()
# Characters of "Artikel ini dibuat pada Jumat, 27 September 2024 10:30 WIB oleh:"; and of a name or office.
_LONGEST_LABEL, _LONGEST_VALUE = 80, 80
# Counters of the whole site: its visitors today, this month, in all.
_SITE_COUNTER = re.compile(
    r"\b(?:hari\s+ini|kemarin|minggu\s+ini|bulan\s+ini|tahun\s+ini|bulan\s+lalu|online|total\s+(?:pengunjung|hits?|kunjungan|visitors?)"
    r"|pengunjung\s+(?:total|online|unik)|today|yesterday|this\s+(?:week|month|year)|visitors?|statistik)\b",
    re.I,
)


def counts_visitors(text: str) -> bool:
    """Whether a text tells of the site's visitors, today, this month or in all."""
    return _SITE_COUNTER.search(text) is not None


class BylineLines:
    """Readings of the lines of one page, by what `read_byline` makes of each."""

    def __init__(self, layout: Layout, *, seen_at: datetime, timezone: str | None) -> None:
        self.layout, self.seen_at, self.timezone = layout, seen_at, timezone
        self._readings: dict[int, Byline] = {}
        self._runs: dict[tuple[int, ...], Byline] = {}
        self._anchors: dict[int, bool] = {}
        self._values: dict[int, Line | None] = {}

    def read(self, line: Line) -> Byline:
        """The line alone as a byline."""
        if line.index not in self._readings:
            value = self.value_of(line)
            tokens = self._tokens([line, value] if value else [line])
            self._readings[line.index] = read_byline(tokens, seen_at=self.seen_at, timezone=self.timezone)
        return self._readings[line.index]

    def value_of(self, label: Line) -> Line | None:
        """The line of the name, where a line ends in a person's label ("Penulis", "dibuat 27 Sep 2024 oleh:").

        It follows the label, or stands over it where the two are alone in a box.
        """
        if label.index not in self._values:
            self._values[label.index] = self._find_value(label)
        return self._values[label.index]

    def _find_value(self, label: Line) -> Line | None:
        if len(label.text) > _LONGEST_LABEL or label.is_linked:
            return None
        if VIEW_LABEL.fullmatch(label.text.rstrip(" :")):
            behind = self.layout.lines[label.index + 1 : label.index + 2]
            return behind[0] if behind and _COUNT_ALONE.fullmatch(behind[0].text) else None
        if not ends_in_person_label(label.spaced):
            return None
        if (above := self._name_over(label)) is not None:
            return above
        # A colon may have a cell of its own.
        following = [
            line for line in self.layout.lines[label.index + 1 : label.index + 3] if re.search(r"\w", line.text)
        ]
        if not following or following[0].heading in (1, 2) or len(following[0].text) > _LONGEST_VALUE:
            return None
        if following[0].heading and is_box_heading(following[0]):
            return None
        text = following[0].text
        is_name = name_of(text) is not None and (NEWSROOM.fullmatch(text) or not ends_in_person_label(text))
        return following[0] if is_name else None

    def _name_over(self, label: Line) -> Line | None:
        """The line of the name that has its label below it: an element holds these two lines and nothing else."""
        if label.index == 0 or label.text.rstrip().endswith(":"):
            return None
        name = self.layout.lines[label.index - 1]
        box = self.layout.ranges.get(common_ancestor(name.block, label.block))
        if box != (name.index, label.index + 1) or name.heading in (1, 2) or len(name.text) > _LONGEST_VALUE:
            return None
        if SECTION_WORDS.fullmatch(name.text) or ends_in_person_label(name.text) or has_hint(name.text):
            return None
        return name if name_of(name.text) is not None else None

    def _tokens(self, lines: Sequence[Line]) -> list[Token]:
        """The tokens of lines, those of a name that stands over its label behind it."""
        order = sorted({line.index: line for line in lines}.values(), key=lambda line: line.index)
        for place, line in enumerate(order[1:], 1):
            if self.value_of(line) is order[place - 1]:
                order[place - 1], order[place] = line, order[place - 1]
        return [token for line in order for token in marked(line)]

    def read_run(self, run: Iterable[Line]) -> Byline:
        """Several lines together as one byline."""
        lines = list(run)
        if len(lines) == 1:
            return self.read(lines[0])
        key = tuple(line.index for line in lines)
        if key not in self._runs:
            self._runs[key] = self.read_tokens(self._tokens(lines))
        return self._runs[key]

    def read_tokens(self, tokens: Sequence[Token]) -> Byline:
        """A part of a line as a byline."""
        return read_byline(tokens, seen_at=self.seen_at, timezone=self.timezone)

    def is_anchor(self, line: Line) -> bool:
        """Whether the line by itself is (part of) a byline: a date, counter or labelled author, and little else."""
        if line.index not in self._anchors:
            self._anchors[line.index] = self._judge(line)
        return self._anchors[line.index]

    def has_hint(self, line: Line) -> bool:
        """Whether the line has anything that could be read as (part of) a byline."""
        if has_hint(line.text) or _has_icon(line) or (line.spaced != line.text and has_hint(line.spaced)):
            return True
        return VIEW_LABEL.fullmatch(line.text.rstrip(" :")) is not None

    def _judge(self, line: Line) -> bool:
        if line.is_datum or not self._is_short_enough(line):
            return False
        if not self.has_hint(line):
            return False
        byline = self.read(line)
        if line.heading in (1, 2):
            return byline.date_raw is not None and len(line.text) - len(byline.date_raw) <= _SIGNS
        says_when_or_how_often = byline.date or byline.modified or byline.views is not None
        if not says_when_or_how_often and not (byline.labelled and byline.author):
            return False
        # "10:30 a.m." ends with a full stop of its own.
        ends_in_date = byline.date_raw is not None and line.text.endswith(byline.date_raw)
        if not byline.labelled and not ends_in_date and _SENTENCE_END.search(line.text):
            # A sentence that names a day, or how often a film was seen.
            others = byline.unread + len(byline.author_raw or "")
            if (byline.views is None or others > _WORDS_AROUND_COUNT) and not is_posting_note(line.text):
                return False
        if not says_when_or_how_often and byline.unread > _WORDS_AROUND_COUNT:
            return False  # "... dirasakan oleh warga": by whom something was done
        if byline.views is not None and byline.date is None and _SITE_COUNTER.search(line.text):
            return False
        return byline.unread * 2 <= len(line.text)

    def _is_short_enough(self, line: Line) -> bool:
        if len(line.text) <= LONGEST and line.text.count(" ") <= _MOST_SPACES:
            return True
        return len(line.text) <= _LONGEST_NOTE and is_posting_note(line.text)


def has_hint(text: str) -> bool:
    """Whether a text without icons has anything that `read_byline` could read: asking is far cheaper than reading."""
    text = text.lower()
    words = list_words(text)
    if not _HINTS_ALONE.isdisjoint(words) or "just now" in text or "baru saja" in text:
        return True
    if not text.isascii() and ANY_EMOJI.search(text):
        return True
    if not _DIGIT.search(text):
        return False
    return (
        not _HINTS_BESIDE_NUMBERS.isdisjoint(words)
        or _COUNT_HINT.search(text) is not None
        or _DATE_HINT.search(text) is not None
        or "remove_red_eye" in text
        or "visibility" in text
    )


def _has_icon(line: Line) -> bool:
    icons = {token.icon for token in line.tokens}
    return not icons.isdisjoint(("date", "author", "views"))
