"""Press releases: number, dateline date and contact block within a text, and the text without them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from blitar_scraper.extract.title import is_title_again
from blitar_scraper.indonesian.dates import ParsedDate, find_dates

_LABEL = r"(?:siaran\s+pers|press\s+release|pers\s+rilis|rilis\s+pers|rilis|release|keterangan\s+pers|berita\s+pers)"
# A letter's number as Indonesian offices write it: groups with dots and slashes, ending in a year.
_NUMBER = r"[0-9A-Z][\w.\-]*(?:\s?/\s?[\w.\-]+){1,6}"
_NUMBERED = re.compile(rf"^\W*{_LABEL}\W*(?:no(?:mor)?\b\s*[.:]*|:)\s*:?\s*({_NUMBER})\W*$", re.I)
_NUMBER_ALONE = re.compile(rf"^\W*no(?:mor)?\s*[.:]+\s*({_NUMBER})\W*$", re.I)
_LABEL_ALONE = re.compile(rf"^\W*{_LABEL}(?:\s+[A-Z][\w\s]{{0,60}})?\W*$", re.I)
_CONTACT = re.compile(
    r"^\W*(?:e-?mail|surel|telp?|telepon|phone|hp|fax|faks|faksimili|twitter|x|ig|instagram|facebook|fb|fanpage|youtube|tik-?tok"
    r"|web|website|situs|laman|wa|whatsapp|hotline|call\s*center|kontak|contact(?:\s+person)?|cp|narahubung|alamat|sms)\b"
    r"[\s./&,\w()-]{0,40}:\s*\S",
    re.I,
)
_CONTACT_VALUE = re.compile(
    r"^\W*(?:[\w.+-]+@[\w-]+(?:\.[\w-]+)+|(?:https?://|www\.)\S+|@\w[\w.]+|\(?0\d{2,4}\)?[\s.-]?\d{5,8})\W*$"
)
_OFFICE = re.compile(
    r"^\W*(?:dinas|badan|bagian|sekretariat|pemerintah|pemkot|pemkab|humas|prokopim|protokol|diskominfo\w*|kominfo|kantor|kecamatan"
    r"|kelurahan|desa|bidang|rsud|bpbd|satpol|inspektorat|tim|seksi|sub\s?bagian|jl\.?|jalan"
    r"|hormat kami|informasi lebih lanjut.*:?)\b",
    re.I,
)
# How many lines of head and foot are looked at: the longest header seen had 4 lines, the longest contact block 9.
_HEAD, _FOOT = 6, 14


@dataclass(frozen=True, slots=True)
class PressRelease:
    """What the head and foot of a text hold; `main` is the range of lines [first, end) between them."""

    number: str | None
    dateline: ParsedDate | None
    main: tuple[int, int]


def read_press_release(
    lines: Sequence[str], *, title: str | None, published_at: str | None, seen_at: datetime, timezone: str | None = None
) -> PressRelease:
    """The parts of a text given line by line.

    `published_at` (ISO) resolves a dateline without a year: it is the latest such day not after publication.
    """
    start, number, dateline = 0, None, None
    labelled = False
    for index, line in enumerate(lines[:_HEAD]):
        if (match := _NUMBERED.match(line)) or (labelled and (match := _NUMBER_ALONE.match(line))):
            number = number or re.sub(r"\s+", "", match[1]).rstrip(".-")
        elif _LABEL_ALONE.match(line) and len(line) <= 80:
            labelled = True
        elif title and is_title_again(line, title):
            pass
        elif (found := date_line(line, seen_at=seen_at, timezone=timezone)) and dateline is None:
            dateline = found
        else:
            break
        labelled = True if number else labelled
        start = index + 1
    if start >= len(lines):
        # A text of nothing but a header has no main part to be told from it.
        start = 0
    if dateline is None and start < len(lines):
        dateline = opening_date(lines[start], published_at=published_at, seen_at=seen_at, timezone=timezone)
    return PressRelease(number, dateline, (start, _contact_start(lines, start)))


def opens_press_release(line: str) -> bool:
    """Whether a line is the header of a press release: its label, its number, or both."""
    return len(line) <= 120 and any(pattern.match(line) for pattern in (_NUMBERED, _NUMBER_ALONE, _LABEL_ALONE))


def date_line(line: str, *, seen_at: datetime, timezone: str | None) -> ParsedDate | None:
    """The date of a line that holds nothing else, but perhaps a place before it: `Blitar, Kamis, 26 September 2024`."""
    if len(line) > 80:
        return None
    dates = find_dates(line, seen_at=seen_at, timezone=timezone)
    if len(dates) != 1 or dates[0].precision not in ("day", "minute", "second") or dates[0].is_range:
        return None
    before, after = line[: dates[0].span[0]], line[dates[0].span[1] :]
    if re.search(r"\w", after) or not re.fullmatch(
        r"\W*|\W*(?:[A-Z][\w.]*\s*){1,4},\W*|\W*(?:hari|tanggal|tgl)\W*", before, re.I
    ):
        return None
    return dates[0]


# `BLITAR (26/9/2024) -`, `Kota Blitar, 26 September 2024 –`, `DALUNG (02/12/2025)`, `Rabu 4/3/20`
_OPENING = re.compile(r"^\W*(?:[A-Za-z][\w.'’]*[\s,/]*){0,6}[,(]?\s*$")


def opening_date(line: str, *, published_at: str | None, seen_at: datetime, timezone: str | None) -> ParsedDate | None:
    """The date in the dateline that opens a text, before its dash."""
    head = re.split(r"\s[-–—]+\s|[-–—]{2,}|(?<=\))\s*[-–—:]", line[:160], maxsplit=1)
    if len(head) < 2:
        return None
    seen = _end_of_day(published_at, seen_at)
    dates = find_dates(head[0], seen_at=seen, timezone=timezone)
    if len(dates) != 1 or dates[0].precision != "day" or dates[0].is_range:
        return None
    before, after = head[0][: dates[0].span[0]], head[0][dates[0].span[1] :]
    if re.search(r"\w", after) or not _OPENING.match(before):
        return None
    return dates[0]


def _end_of_day(published_at: str | None, seen_at: datetime) -> datetime:
    if published_at and len(published_at) >= 10:
        year, month, day = (int(part) for part in published_at[:10].split("-"))
        return seen_at.replace(year=year, month=month, day=day, hour=23, minute=59)
    return seen_at


def _contact_start(lines: Sequence[str], start: int) -> int:
    """Where the block of telephone numbers and addresses at the end begins; the number of lines where there is none."""
    end = len(lines)
    first, hits = end, 0
    for index in range(end - 1, max(start, end - _FOOT), -1):
        if _CONTACT.match(lines[index]) or _CONTACT_VALUE.match(lines[index]):
            first, hits = index, hits + 1
        elif (hits and _is_office(lines[index])) or (
            not hits and index >= end - 2 and len(lines[index]) <= 40 and _is_office(lines[index])
        ):
            first = index if hits else first
        else:
            break
    # One such line may end any text ("Website : ..."); two are a block.
    return first if hits >= 2 else end


def _is_office(line: str) -> bool:
    return bool(_OFFICE.match(line)) and len(line) <= 120 and not line.rstrip().endswith((".", "?", "!"))
