"""Who wrote an article: a name among the pieces of its byline, or the signature at the foot of its text."""

from __future__ import annotations

import re
from collections.abc import Sequence

from blitar_scraper.extract.byline_words import (
    AUTHOR_LABEL,
    NEWSROOM,
    OFFICE_AUTHOR,
    RELATIVE_DATE,
    SECTION_WORDS,
    VIEW_LABEL,
    is_unwanted,
    other_person,
    speaks_of_dates,
)

NAME_TRIM = " \t.,;:|-–—/•·()[]\"'“”"
# The longest names seen: an office of 62 characters, a person with titles of 9 words.
_LONGEST_NAME, _MOST_WORDS = 80, 10
_MOST_LOWER = 2  # words of a name in lower case: "admin desa", "Siti binti Ali"
_MOST_UNLABELLED = 6  # words of a name without label; a sentence has more
# "admin on", "Administrator pada", "Gina, telah": words of the date or counter that was cut out behind the name.
_CUT_WORD = r"on|at|in|dalam|pada|tanggal|tgl\.?|hari|di|dan|dengan|telah|sudah|sebanyak|-"
_DATE_WORDS_BEHIND = re.compile(rf"[\s,(]+(?:{_CUT_WORD}|[\s,(])*(?:{_CUT_WORD})\s*[:,]?\s*$", re.I)

_TWO_LETTERS = re.compile(r"[^\W\d_]{2}")
_ADDRESS_OR_CALL = re.compile(r"https?://|www\.|@\w+\.|[!?]$")
# "S.T", "M.Si", "S.Sos", "Ph.D": an abbreviation whose last full stop belongs to the name.
_DEGREE = re.compile(r"[\s,][A-Z][a-z]{0,2}\.(?:[A-Z][A-Za-z]{0,4}\.?)+$")
# Icons and ornaments beside a name.
_EDGE_SIGNS = re.compile(r"^[^\w(]+|[^\w)]+$")


class Author:
    """Collects who the author may be while the pieces of a byline go by."""

    def __init__(self) -> None:
        self._labelled: list[tuple[str, str]] = []
        self._iconed: list[tuple[str, str]] = []
        self._candidates: list[tuple[str, str]] = []
        self._pending: str | None = None  # a label in a piece of its own: the next piece is its value
        self._newsroom = ""

    def read(self, piece: str, icon: str) -> bool:
        """Whether the piece was an author with its label, a label alone, or a person who is not the author."""
        pending, self._pending = self._pending, None
        if pending == "newsroom":
            # "Redaksi" with a name behind it was a label; without one it is who signs.
            if name_of(piece) and not SECTION_WORDS.fullmatch(piece):
                return True
            self._candidates.append((self._newsroom, self._newsroom))
        signs = pending == "author" or icon == "author"
        label_end = other_person(piece)
        # "by" "Editor": a label's value, not another label, where nothing shows that it has a value of its own.
        if label_end is not None and not (signs and label_end == len(piece) and piece.isalpha()):
            self._pending = "other" if label_end == len(piece) else None
            return True
        if NEWSROOM.fullmatch(piece) and not signs and pending != "other":
            self._pending, self._newsroom = "newsroom", piece
            return True
        label = AUTHOR_LABEL.match(piece)
        # "Penulis" "Kontributor Desa": the same.
        if label and not (pending == "author" and not _SURE_LABEL.search(label[0])):
            if found := name_of(piece[label.end() :]):
                self._labelled.append((found, piece))
            elif label.end() >= len(piece.rstrip()):
                self._pending = "author"
            return True
        if pending == "other":
            return True
        if not signs or not (found := name_of(piece)):
            return False
        (self._labelled if pending == "author" else self._iconed).append((found, piece))
        return True

    def consider(self, piece: str, icon: str) -> None:
        """Takes a piece that is nothing else known as a candidate, unless an icon says that it is another thing."""
        if icon in ("", "author") and (found := name_of(piece)) and _may_stand_alone(found):
            self._candidates.append((found, piece))

    def decide(self, *, has_anchor: bool, problems: list[str]) -> tuple[str | None, str | None, bool]:
        """The author's name, its raw text, and whether a label or icon says so.

        Without a label a name is only believed beside a date or a counter, and only where it is the one candidate.
        """
        if self._pending == "newsroom":
            self._candidates.append((self._newsroom, self._newsroom))
        for named in (self._labelled, self._iconed):
            if len({found for found, _ in named}) > 1:
                problems.append("author-ambiguous")
                return None, None, True
            if named:
                return *named[0], True
        if not has_anchor or not self._candidates:
            return None, None, False
        if len(self._candidates) > 1:
            offices = [found for found in self._candidates if OFFICE_AUTHOR.match(found[0])]
            if len(offices) != 1:
                problems.append("author-ambiguous")
                return None, None, False
            return *offices[0], False
        return *self._candidates[0], False


# What no name is with a label before it either: an invitation to the reader, the middle of a sentence. Capitals aside.
_NO_NAME = re.compile(r"\b(?:untuk|yang|telah|sudah|tersebut|akan|adalah|ini|itu|anda|sejak|belum)\b")
# Another label with its value, a counter without its word, an unknown verb with its author, the middle of a sentence.
_NO_NAME_ALONE = re.compile(
    r":|^\d+\s|\s\d{3,}$|\b(?:oleh|by)\b|^(?:di|ke|dari|pada|untuk|yang|dan|dengan|itu|ini)\s", re.I
)


def _may_stand_alone(name: str) -> bool:
    """Whether a name may be believed without a label: one of few words, titles and initials ("Prof.", "M.Si") aside."""
    if _NO_NAME_ALONE.search(name) or RELATIVE_DATE.search(name):
        return False
    if sum(word[0].islower() for word in name.split()) > _MOST_LOWER:
        return False  # part of a sentence
    return sum("." not in word for word in name.split()) <= _MOST_UNLABELLED


# Words of the names of regencies, districts and towns, "kota" before them, "utara" behind: such a name stands before
# the day of a letter. A name without them, of two words or more, is a person's.
_PLACE_WORD = re.compile(
    r"\b(?:kota|kab(?:upaten)?|kec(?:amatan)?|kel(?:urahan)?|desa|ds|dusun|dukuh|prov(?:insi)?|jl|jalan|gedung|aula|balai|kantor|ruang"
    r"|pendopo|pendapa|alun|taman|pasar|rsud|rumah|utara|selatan|barat|timur|tengah|tenggara|daya|pusat|laut|darat|besar|kecil"
    r"|jaya|raya|baru|lama|tinggi|dalam|luar|hulu|hilir|ulu|ilir|kepulauan|pulau|kuala|muara|sungai|gunung|bukit|tanjung|teluk"
    r"|pangkal|pangkalan|ujung|banda|bandar|bandung|padang|lubuk|tebing|batu|tanah|pesisir|pantai|danau|rawa|kampung|nagari|pura"
    r"|lima|puluh|empat|tiga|dua|jawa|sumatera|sumatra|kalimantan|sulawesi|papua|maluku|aceh|bali|nusa|lombok|sumba|flores|jakarta"
    r"|surabaya|malang|kediri|blitar|daerah|jogja|yogyakarta|dki|diy|ntb|ntt|indonesia|sumber|karang|tulung|probo|purwo|wono|kerto)\b",
    re.I,
)


def is_person_like(name: str) -> bool:
    """Whether a name is a person's rather than a place's: two or more words, each with a capital, no word of places."""
    words = name.split()
    capitals = all(word[0].isupper() and not (len(word) > 3 and word.isupper()) for word in words)
    return len(words) > 1 and capitals and not _PLACE_WORD.search(name)


def name_of(text: str) -> str | None:
    """A person's or office's name, trimmed, or None where the text cannot be one."""
    if len(text) > 2 * _LONGEST_NAME:
        return None
    bare = _DATE_WORDS_BEHIND.sub("", text)
    name = _EDGE_SIGNS.sub("", bare.strip(NAME_TRIM))
    if _DEGREE.search(name) and f"{name}." in bare:
        name += "."
    if name.count("(") == 1 and ")" not in name:
        name += ")"
    if not _TWO_LETTERS.search(name) or len(name) > _LONGEST_NAME or len(name.split()) > _MOST_WORDS:
        return None
    if speaks_of_dates(name) or is_unwanted(name) or VIEW_LABEL.fullmatch(name):
        return None
    if _ADDRESS_OR_CALL.search(name) or _NO_NAME.search(name):
        return None
    return name


# Labels that are never part of what stands behind another label.
_SURE_LABEL = re.compile(r"[:=]|\b(?:oleh|by)\b", re.I)
_SIGNATURE = r"[(\[]\s{0,3}([^()\[\]]{2,70}?)\s{0,3}[)\]]\s{0,3}[*.]{0,5}\s{0,3}$"
_FOOT_ALONE = re.compile(rf"^[\s*\-–—=~.]{{0,12}}{_SIGNATURE}")
_FOOT_AFTER_TEXT = re.compile(rf"[.!?”\"']\s{{0,3}}[*\-–—]{{0,5}}\s{{0,3}}{_SIGNATURE}")
# How much of a line's end is looked at: a signature has at most 70 characters.
_FOOT_REACH = 120


def read_foot(lines: Sequence[str]) -> tuple[str, str] | None:
    """The author who signs at the end of the text (`(didik/dinkominfo)`, `***(Yan)`, `Pewarta : Gina`): name, raw text.

    Only the last three lines are looked at, and only a bracket that stands alone or after a full stop.
    """
    for text in reversed(lines[-3:]):
        label = AUTHOR_LABEL.match(text) if len(text) < _FOOT_REACH else None
        if label and re.search(r"[:=]", label[0]):
            found = name_of(re.split(r"\s*[/|]\s*(?=\w+\s*:)", text[label.end() :])[0])
            if found:
                return found, text
        match = (_FOOT_ALONE.match(text) if len(text) < _FOOT_REACH else None) or _FOOT_AFTER_TEXT.search(
            text[-_FOOT_REACH:]
        )
        if match and _is_signature(match[1]):
            return match[1].strip(), match[0].strip(" .!?”\"'")
    return None


def _is_signature(text: str) -> bool:
    if re.search(r"\d{1,2}[/.-]\d{1,2}|https?:|\b(?:lihat|baca|foto|sumber|dok|red)\b", text, re.I):
        return False
    return (
        bool(re.search(r"[A-Za-z]{2}", text)) and len(text.split()) <= _MOST_WORDS and not text.rstrip().endswith(".")
    )
