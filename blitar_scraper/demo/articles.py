"""What an article of the sample site is: plain data, with the facts that a reader of its page should find."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import date
from typing import Literal

BlockKind = Literal["paragraph", "heading", "bullets", "numbers", "table", "figure", "attachment", "blank"]
Feature = Literal[
    "bullets", "numbers", "table", "heading", "figure", "attachment", "kicker", "undated", "pinned",
    "script", "broken-bytes", "huge", "truncated", "empty", "binary", "wrong-charset", "dead-link", "error-once",
]  # fmt: skip

# The features that make the page itself hard to read, or impossible.
TRAPS: tuple[Feature, ...] = (
    "script",
    "broken-bytes",
    "huge",
    "truncated",
    "empty",
    "binary",
    "wrong-charset",
    "dead-link",
    "error-once",
)

# The site was redesigned then; what was published earlier is still shown in the old way.
REDESIGN = date(2021, 1, 1)

ENGLISH_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
INDONESIAN_MONTHS = (
    "Januari", "Februari", "Maret", "April", "Mei", "Juni",
    "Juli", "Agustus", "September", "Oktober", "November", "Desember",
)  # fmt: skip
INDONESIAN_DAYS = ("Senin", "Selasa", "Rabu", "Kamis", "Jum'at", "Sabtu", "Minggu")


def short_date(day: date) -> str:
    """As PHP's `d M Y` prints it: `10 May 2019`. English months, as on the real site."""
    return f"{day.day:02} {ENGLISH_MONTHS[day.month - 1]} {day.year}"


def long_date(day: date) -> str:
    """`26 September 2024`"""
    return f"{day.day} {INDONESIAN_MONTHS[day.month - 1]} {day.year}"


def weekday(day: date) -> str:
    """`Kamis`; Friday with its apostrophe, as government offices write it."""
    return INDONESIAN_DAYS[day.weekday()]


@dataclass(frozen=True, slots=True)
class Block:
    """A piece of a body. `lines` are its items, its rows (cells separated by tabs), its caption or link text."""

    kind: BlockKind
    lines: tuple[str, ...] = ()
    path: str | None = None  # of the picture or document


def paragraphs(*texts: str) -> tuple[Block, ...]:
    return tuple(Block("paragraph", (text,)) for text in texts)


@dataclass(frozen=True, slots=True)
class SampleArticle:
    """An article of the sample site.

    `published_on` is the local day of publication; `readers` the views it had on the first day; `number` and `dateline`
    belong to press releases; `features` name what is unusual about it.
    """

    slug: str
    title: str
    published_on: date
    author: str
    section: str
    blocks: tuple[Block, ...]
    readers: int
    tags: tuple[str, ...] = ()
    kicker: str | None = None
    number: str | None = None
    dateline: date | None = None
    features: frozenset[Feature] = frozenset()

    @property
    def path(self) -> str:
        return f"/berita/{self.slug}"

    @property
    def identity(self) -> tuple[date, int]:
        """What it keeps when it is edited or moved, and shares with no other."""
        return self.published_on, self.readers

    @property
    def image(self) -> str:
        """The path of its picture: forty characters, as on the real site."""
        return f"/uploads/berita/{hashlib.sha256(repr(self.identity).encode()).hexdigest()[:40]}.jpg"

    @property
    def printed_date(self) -> str | None:
        return None if "undated" in self.features else short_date(self.published_on)

    @property
    def body_lines(self) -> tuple[str, ...]:
        """The text of its body in reading order, a block a line, white space folded."""
        return tuple(
            "\t".join(" ".join(cell.split()) for cell in line.split("\t"))
            for block in self.blocks
            for line in block.lines
        )

    @property
    def body(self) -> str:
        return "\n".join(self.body_lines)

    @property
    def trap(self) -> Feature | None:
        return next((feature for feature in TRAPS if feature in self.features), None)

    @property
    def in_old_template(self) -> bool:
        return self.published_on < REDESIGN
