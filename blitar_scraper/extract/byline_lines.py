"""Which lines of a page read like (part of) a byline. Each line is read once, however many ask."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import datetime

from blitar_scraper.extract.byline import Byline, read_byline
from blitar_scraper.extract.byline_marks import marked
from blitar_scraper.extract.lines import Layout, Line, Token, words_of

# A byline is short: the longest seen had 120 characters with its share links.
LONGEST = 220
_MOST_SPACES = 30  # the wordiest byline seen, a sentence with weekday, time and counter, had 20
# What every byline has something of: a year or numbers joined as in a date, a number beside a word of counting, a
# label of an author, a word of relative time, or an icon. Most lines of a page have none and need no closer look.
_NUMBER_HINT = re.compile(
    r"\d(?:\d{3}|[./-]\d|\s?(?:[a-z]{3,9}[\s.'’-]{1,3}\d\d|(?:x|kali|rb|ribu|k|views?|hits?)\b))", re.I
)
_WORD_HINTS = frozenset(
    "dibaca dilihat dikunjungi diklik view views viewed hit hits pembaca pengunjung tayangan counter kali"
    " oleh by penulis author authors pewarta reporter kontributor wartawan pengirim penyusun jurnalis uploader operator"
    " user kemarin yesterday tadi lalu ago".split()
)
_PHRASE_HINTS = ("just now", "baru saja", "remove_red_eye", "visibility")
# Counters of the whole site: its visitors today, this month, in all.
_SITE_COUNTER = re.compile(
    r"\b(?:hari\s+ini|kemarin|minggu\s+ini|bulan\s+ini|tahun\s+ini|bulan\s+lalu|online|total\s+(?:pengunjung|hits?|kunjungan|visitors?)"
    r"|pengunjung\s+(?:total|online|unik)|today|yesterday|this\s+(?:week|month|year)|visitors?|statistik)\b",
    re.I,
)


class BylineLines:
    """Readings of the lines of one page, by what `read_byline` makes of each."""

    def __init__(self, layout: Layout, *, seen_at: datetime, timezone: str | None) -> None:
        self.layout, self.seen_at, self.timezone = layout, seen_at, timezone
        self._readings: dict[int, Byline] = {}
        self._anchors: dict[int, bool] = {}

    def read(self, line: Line) -> Byline:
        """The line alone as a byline."""
        if line.index not in self._readings:
            self._readings[line.index] = read_byline(marked(line), seen_at=self.seen_at, timezone=self.timezone)
        return self._readings[line.index]

    def read_run(self, run: Iterable[Line]) -> Byline:
        """Several lines together as one byline."""
        lines = list(run)
        if len(lines) == 1:
            return self.read(lines[0])
        return self.read_tokens([token for line in lines for token in marked(line)])

    def read_tokens(self, tokens: Sequence[Token]) -> Byline:
        """A part of a line as a byline."""
        return read_byline(tokens, seen_at=self.seen_at, timezone=self.timezone)

    def is_anchor(self, line: Line) -> bool:
        """Whether the line by itself is (part of) a byline: a date, counter or labelled author, and little else."""
        if line.index not in self._anchors:
            self._anchors[line.index] = self._judge(line)
        return self._anchors[line.index]

    def _judge(self, line: Line) -> bool:
        if len(line.text) > LONGEST or line.text.count(" ") > _MOST_SPACES or line.heading in (1, 2):
            return False
        if not (has_hint(line.text) or _has_icon(line)):
            return False
        byline = self.read(line)
        says_when_or_how_often = byline.date or byline.modified or byline.views is not None
        if not says_when_or_how_often and not (byline.labelled and byline.author):
            return False
        if byline.views is None and not byline.labelled and re.search(r"\w[.!?]$", line.text):
            return False  # a sentence that names a day
        if byline.views is not None and byline.date is None and _SITE_COUNTER.search(line.text):
            return False
        return byline.unread * 2 <= len(line.text)


def has_hint(text: str) -> bool:
    """Whether a text without icons has anything that `read_byline` could read: asking is far cheaper than reading."""
    words = words_of(text)
    if not _WORD_HINTS.isdisjoint(words.split()) or _NUMBER_HINT.search(text):
        return True
    return any(phrase in words for phrase in _PHRASE_HINTS)


def _has_icon(line: Line) -> bool:
    return any(token.icon in ("date", "author", "views") for token in line.tokens)
