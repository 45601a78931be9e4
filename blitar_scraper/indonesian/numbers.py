"""View counts as pages print them: `142x`, `3648x Dilihat`, `Dibaca : 1.234 Kali`, `1,2 rb`, `remove_red_eye1008`.

A number counts views only where a word of viewing, `x` or `kali` (times), or the name of an eye icon says so; `kali` is
also a river, and comments, shares and likes are counted on the same lines.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime
from decimal import Decimal

from blitar_scraper.indonesian.clock import clock_after
from blitar_scraper.indonesian.plain import plain
from blitar_scraper.indonesian.scanner import Impossible, scan, without_icons
from blitar_scraper.indonesian.words import words_of

VIEWING = words_of(
    """
    dibaca terbaca dilihat diakses ditonton dikunjungi dibuka diklik pembaca pelihat penonton pengunjung
    kunjungan tayangan counter view views viewed viewer viewers hit hits read reads reader readers visit visits visitor
    visitors klik clicks click seen visibility remove_red_eye eye fa-eye
    """
)
# What else is counted beside an article. Some are also buttons: "142x Share".
_OTHER_COUNTS = words_of(
    """
    komentar comment comments dikomentari comment_count chat_bubble tanggapan balasan reply replies share shares shared
    bagikan dibagikan membagikan like likes liked suka disukai menyukai thumb_up dislike unduh unduhan diunduh download
    downloads downloaded didownload suara vote votes retweet favorite favorites favorite_border rating bintang print
    cetak tweet foto photo photos gambar video file berkas
    """
)
_BUTTONS = words_of("share bagikan print cetak tweet")
# Units own the number before them, whatever else stands there: "Dibaca 3 menit lalu", "5 min read", "2 kali lipat".
_MEASURES = words_of(
    """
    detik menit mnt min mins minute minutes jam hour hours hari day days pekan minggu week weeks bulan month months
    tahun year years second seconds mb kb gb persen lipat
    """
)
# Words that may surround a count in a text that is nothing else.
_NEUTRAL = VIEWING | words_of(
    """
    telah sudah sebanyak total jumlah baca artikel berita ini orang kali x times time halaman posting
    page count counter pageviews this article post has been by oleh eye icon fa
    """
)
# Words between a label and its number.
_FILLERS = words_of("sebanyak count kali by oleh")
_SCALES = {"rb": 1_000, "ribu": 1_000, "k": 1_000, "jt": 1_000_000, "juta": 1_000_000}
# More than any page of a regional government can have been read, and shorter than a telephone number.
_MOST_DIGITS = 9

_SCALE = r"(?:rb|ribu|k|jt|juta)(?![a-z])"
_TOKEN = re.compile(
    r"(?P<number>(?<!\d[.,:/+-])(?<![.,/+-])"
    rf"(?P<digits>\d{{1,3}}(?:(?P<mark>[.,])\d{{3}}(?:(?P=mark)\d{{3}}){{0,3}})"
    rf"|\d{{1,6}}[.,]\d{{1,2}}(?= ?{_SCALE})|\d{{1,20}})"
    rf"(?![.,:/-]?\d)(?: ?(?P<scale>{_SCALE}))?(?P<times> ?(?:x|kali)(?![a-z]))?(?![\d_]))"
    r"|(?P<word>[a-z_](?:[a-z_'-]*[a-z_])?)|(?P<colon> ?[:=] ?)|(?P<other>[\d.,:/+-]*\d\w*)"
    r"|(?P<sign>[^ a-z\d_:=()\[\]]+)",
    re.ASCII,
)
_BARE = re.compile(r"\d{1,3}(?:([.,])\d{3}(?:\1\d{3})*)?|\d+", re.ASCII)


@dataclass(frozen=True, slots=True)
class Count:
    """A labelled view count: `raw`, text[start:end], holds the number with its `x` or `kali` and its label."""

    value: int
    start: int
    end: int
    raw: str


@dataclass(slots=True)  # not frozen: that takes three times as long to make, and each text has a dozen
class _Token:
    """`kind`: number, digits (no count), view (a word of viewing), other (of other counters), and
    measure, word, colon, sign."""

    kind: str
    start: int
    end: int
    word: str = ""
    value: int | None = None
    times: bool = False
    scaled: bool = False


_NOTHING = _Token("", 0, 0)


def parse_count(text: str) -> int | None:
    """The view count that is all a text says (`1,2 rb`: 1200; a bare `210`: 210), or None. Never raises."""
    if len(text) > 200:  # a count and its label; the longest seen has 40 characters
        return None
    source = plain(text).text
    bare = source.strip(" ()[]{}|:;,.-")
    if _BARE.fullmatch(bare) and not source.strip().startswith("-"):
        return _value(bare, None)
    counts = find_counts(text)
    if not counts:
        tokens = _tokens(source)
        numbers = [token for token in tokens if token.kind == "number"]
        if len(numbers) == 1 and (numbers[0].times or numbers[0].scaled) and _only(tokens, _NEUTRAL):
            return numbers[0].value
        return None
    return counts[0].value if len(counts) == 1 and _only(_tokens(source), _NEUTRAL | _BUTTONS) else None


def find_counts(text: str) -> list[Count]:
    """The labelled view counts of a longer line, in order; none of them is part of a date or time. Never raises."""
    source = plain(text)
    tokens = _tokens(source.text)
    found = []
    opening = ""  # what the part of the line between two signs begins with: a number or a label
    for index, token in enumerate(tokens):
        if token.kind == "sign":
            opening = ""
        elif not opening and token.kind in ("number", "view", "other"):
            opening = token.kind
        if token.value is None:
            continue
        span = _label_of(tokens, index, numbers_first=opening == "number")
        if span:
            start, end = source.span(tokens[span[0]].start, tokens[span[1]].end)
            found.append(Count(token.value, start, end, text[start:end]))
    return found


def _only(tokens: list[_Token], words: frozenset[str]) -> bool:
    """Whether there is one number, and no other words than these."""
    numbers = sum(token.kind in ("number", "digits") for token in tokens)
    return numbers == 1 and all(token.word in words for token in tokens if token.word)


def _label_of(tokens: list[_Token], index: int, *, numbers_first: bool) -> tuple[int, int] | None:
    """The first and last token of the count at `index` with its label; None where it counts something else.

    `numbers_first`: its part of the line begins with a number ("5 Komentar 142 Views"), not with a label.
    """
    number, after = tokens[index], _at(tokens, index + 1)
    before = _before(tokens, index)
    label = _at(tokens, before)
    if after.kind == "measure" or _thousands_apart(number, after) or _thousands_apart(_at(tokens, index - 1), number):
        return None
    after_labels = after.kind in ("view", "other") and _at(tokens, index + 2).kind != "colon"
    if number.times and after.kind == "view" and after_labels:
        return (before if label.kind == "view" else index), index + 1
    before_labels = label.kind in ("view", "other")
    if after_labels and before_labels and numbers_first:
        before_labels = False
    if before_labels and numbers_first and _at(tokens, before - 1).kind == "number":
        before_labels = tokens[index - 1].kind == "colon"  # else the word belongs to the number before it
    if before_labels:
        return (before, index) if label.kind == "view" else None
    if after_labels and not (number.times and after.word in _BUTTONS):
        return (index, index + 1) if after.kind == "view" else None
    if not number.times or (
        after.kind in ("number", "digits") and _at(tokens, index + 2).kind not in ("view", "other")
    ):
        return None  # "29 x 21 cm"
    return (index, index) if after.kind in ("", "sign", "number", "digits") or after.word in _BUTTONS else None


def _thousands_apart(first: _Token, second: _Token) -> bool:
    """Whether two numbers may be one with a blank in it: "1 234 kali"."""
    both = first.kind == second.kind == "number" and not first.times and second.start == first.end + 1
    return both and (second.value or 0) < 1000


def _before(tokens: list[_Token], index: int) -> int:
    """The index of the token that may label the number at `index`, past a colon and "sebanyak"; -1 for none."""
    position = index - 1
    while position >= 0 and (tokens[position].kind == "colon" or tokens[position].word in _FILLERS):
        position -= 1
    return position


def _at(tokens: list[_Token], index: int) -> _Token:
    return tokens[index] if 0 <= index < len(tokens) else _NOTHING


def _tokens(text: str) -> list[_Token]:
    dates = iter(_date_spans(text))
    date = next(dates, None)
    tokens: list[_Token] = []
    position = 0
    while match := _TOKEN.search(text, position):
        start, position = match.span()
        while date and date[1] <= start:
            date = next(dates, None)
        if date and date[0] <= start:
            tokens.append(_Token("sign", *date))
            position = date[1]
        elif match["number"]:
            tokens.append(_number_token(match, tokens[-1] if tokens else _NOTHING))
        elif match["word"]:
            tokens.append(_word_token(match))
        else:
            kind = "digits" if match["other"] else "colon" if match["colon"] else "sign"
            tokens.append(_Token(kind, start, position))
    return tokens


def _number_token(match: re.Match[str], before: _Token) -> _Token:
    glued = before.end == match.start() and before.kind in ("word", "measure")  # "Covid-19", "l7"
    if glued:
        return _Token("digits", *match.span())
    value = _value(match["digits"], match["scale"])
    return _Token("number", *match.span(), "", value, bool(match["times"]), bool(match["scale"]))


def _word_token(match: re.Match[str]) -> _Token:
    word = match["word"]
    kinds = (("view", VIEWING), ("other", _OTHER_COUNTS), ("measure", _MEASURES))
    return _Token(next((kind for kind, words in kinds if word in words), "word"), *match.span(), word)


def _value(number: str, scale: str | None) -> int | None:
    """The integer printed; None for one with leading zeros, too many digits, or a fraction without scale."""
    thousands = re.fullmatch(r"\d{1,3}(?:([.,])\d{3}(?:\1\d{3})*)", number)
    digits = re.sub(r"\D", "", number)
    if len(digits) > _MOST_DIGITS or (digits[:1] == "0" and digits != "0" and not scale):
        return None
    if scale is None:
        return int(digits)
    if thousands and not number.isdigit():
        return None  # "1.234 rb": a fraction or a thousand thousands?
    value = Decimal(number.replace(",", ".")) * _SCALES[scale]
    return int(value) if value == value.to_integral_value() and value < 10**_MOST_DIGITS else None


# Which year is taken for a date without one does not move its span.
_ANY_DAY = datetime(2020, 1, 1, tzinfo=UTC).date()


def _date_spans(text: str) -> list[tuple[int, int]]:
    spans = []
    for printed in scan(without_icons(text), _ANY_DAY):
        clock = None if isinstance(printed, Impossible) else clock_after(text, printed.end)
        spans.append((printed.start, clock.end if clock else printed.end))
    return spans
