"""The byline reader: author, date and views from the line (or lines, or spans) that carry them.

`Admin Kota 27 Sep 2024 142x Share`, `by Humas | 10 May 2019 | 3648x Dilihat`,
`Oleh MC KAB PEMALANG, Senin, 6 Februari 2023 | 22:45 WIB - Redaktur: Tobari - 177`.

The way: dates and labelled counts are found first and cut out; what is left falls into pieces, and each piece is
a label, an author, a section, or something known that is not wanted (share buttons, comment counters, editors).
A piece that could be two things is neither.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from blitar_scraper.extract.lines import Token, fold, icon_meaning
from blitar_scraper.indonesian.dates import ParsedDate, find_dates
from blitar_scraper.indonesian.numbers import find_counts


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
    unread: int = 0  # characters that were not understood: a byline has few, a paragraph many
    labelled: bool = False  # the author stands behind a label ("Oleh", "by")

    @property
    def parts(self) -> int:
        """How many of author, date and views it has."""
        return sum(value is not None for value in (self.author, self.date, self.views))


_SEPARATORS = re.compile(r"\s*(?:[|•·●∙⋅►▪■»›¦\n\t]|(?<=\s)[-–—/~](?=\s|$)|(?:^|(?<=\s))[-–—/](?=\s))\s*")
_AUTHOR_LABEL = re.compile(
    r"(?:(?:di)?(?:tulis|posting|pos|post|publikasi(?:kan)?|unggah|upload|buat|kirim|terbit(?:kan)?|rilis)\w*"
    r"(?:\s+(?:oleh|by))|(?:written|posted|published|submitted|created|uploaded|post)\s+by|(?:nama\s+)?penulis"
    r"|authors?|oleh|by|pewarta|reporter|kontributor|wartawan|pengirim|penyusun|jurnalis|uploader|operator|user)"
    r"(?![\w-])\s*[:=]?\s*",
    re.I,
)
# People named beside a text who did not write it.
_OTHER_PERSON = re.compile(
    r"(?:editor|redaktur|redaksi|penyunting|foto(?:grafer)?|photo(?:grapher)?|photo by|sumber|source|dok(?:umentasi)?|teks"
    r"|teks foto|keterangan|caption|ilustrasi|video|kamera(?:wan)?|penerjemah|penanggung ?jawab|gambar|image|credit)"
    r"(?![\w-])(?:\s+(?:oleh|by|foto|gambar|berita|tulisan|naskah))*\s*[:=\-]?\s*",
    re.I,
)


def names_other_person(text: str) -> bool:
    """Whether a line names an editor, photographer or source: `Editor : Gina`, `Foto oleh Humas`."""
    label = _OTHER_PERSON.match(text)
    return label is not None and (label.end() == len(text) or re.search(r"[:=]\s*$|\b(?:oleh|by)\s*$", label[0], re.I) is not None)


# Words that stand around a date or counter and are no part of a name.
_DATE_WORDS = frozenset(
    "tgl tanggal hari waktu date time last update updated written dimuat jam pukul pkl pada on at in dan sejak di the post posts"
    " terakhir kali x oleh by dalam berita yang lalu diperbarui diperbaharui diubah created".split()
)
_DATE_WORD = re.compile(
    r"(?:di)?(?:posting|pos|post|publikasi|publish|terbit|unggah|upload|tulis|buat|rilis|tayang)\w{0,6}"
)


def _speaks_of_dates(text: str) -> bool:
    words = re.findall(r"\w+", text.lower())
    return all(word in _DATE_WORDS or _DATE_WORD.fullmatch(word) for word in words)


_MODIFIED_LABEL = re.compile(
    r"(?:terakhir\s+(?:di)?(?:perbarui|perbaharui|update|ubah)\w*|di(?:perbarui|perbaharui|ubah|update)\w*|last\s+(?:updated?"
    r"|modified)|updated?(?:\s+(?:on|at))?|modified|pembaruan(?:\s+terakhir)?|update\s+terakhir)\s*(?:pada|on|:)?\s*[:,]?\s*$",
    re.I,
)
_SECTION_LABEL = re.compile(
    r"(?:kategori|category|categories|rubrik|kanal|topik|section|posted in|filed under|dalam kategori|jenis)"
    r"(?:\s+berita)?\s*[:=]?\s*",
    re.I,
)
_VIEW_LABEL = re.compile(
    r"(?:di)?(?:baca|lihat|kunjungi|klik)|views?|viewed|hits?|pembaca|pengunjung|tayangan|counter", re.I
)
_UNWANTED = re.compile(
    r"(?:share|shares|bagikan|sebarkan|facebook|twitter|tweet|whatsapp|wa|telegram|instagram|line|linkedin|pinterest|email|e-mail"
    r"|print|cetak|pdf|download|unduh|copy\s*link|salin(?:\s+tautan)?|like|likes|suka|share this|share on|bagikan ke|x|fb|ig|tw"
    r"|\d*\s*(?:komentar|comments?|tanggapan|balasan|repl(?:y|ies)|respon)|no comments?|tidak ada komentar|belum ada komentar"
    r"|leave a comment|tinggalkan komentar|beri komentar|komentar dinonaktifkan.*|comments? (?:off|closed).*"
    r"|\d+\s*(?:menit|mins?|minutes?)\s*(?:baca|membaca|read|waktu baca)?|(?:waktu|lama)\s+baca.*|reading time.*"
    r"|a[+-]|a|ukuran (?:font|huruf)|font size|perbesar|perkecil|dengarkan|listen|views?|hits?|dibaca|dilihat|kali|pembaca"
    r"|detail|selengkapnya|read more|img-berita|rating|bintang|simpan|save|laporkan|kembali|back)"
    r"(?:\s*[:.])?",
    re.I,
)
SECTION_WORDS = re.compile(
    r"(?:berita|pengumuman|artikel|kegiatan|agenda|informasi|info|siaran pers|press release|rilis|opini|news|headline|umum|warta"
    r"|kabar|liputan|galeri|layanan|pemerintahan|pembangunan|pendidikan|kesehatan|ekonomi|sosial|budaya|pariwisata|olahraga"
    r"|keagamaan|politik|hukum|lingkungan|pertanian|inovasi|teknologi|advertorial|featured|uncategorized|tak berkategori"
    r"|publikasi|edukasi|seputar|terkini|nasional|regional|daerah)(?:\s+(?:daerah|kota|utama|terkini|opd|desa|kecamatan|kelurahan))?",
    re.I,
)
# Who signs for an office rather than a person, as printed on government pages.
_OFFICE_AUTHOR = re.compile(
    r"(?:super\s*)?admin\w*|humas|prokopim|protokol|diskominfo\w*|kominfo\w*|operator|redaksi|tim\s|mc\s|media center|webmaster|"
    r"dinkominfo\w*|ppid|sekretariat|dinas\s|badan\s|bagian\s|kecamatan|kelurahan|pemdes|desa\s",
    re.I,
)
_NAME_TRIM = " \t.,;:|-–—/•·()[]\"'“”"
_JOINER = " | "


def read_byline(parts: Sequence[Token | str], *, seen_at: datetime, timezone: str | None = None) -> Byline:
    """Author, date and views of a byline given as one text, lines of text, or tokens with the icons before them.

    Args: parts in reading order; `seen_at` (aware) and `timezone` (IANA) as for `parse_date`. Raises nothing.
    """
    tokens = [_glued_icon(token) for token in parts]
    tokens = [token for token in tokens if token.text]
    text, starts = _join(tokens)
    dates = [found for found in find_dates(text, seen_at=seen_at, timezone=timezone) if not found.is_range]
    counts = [
        count
        for count in find_counts(text)
        if not any(count.start < d.span[1] and d.span[0] < count.end for d in dates)
    ]
    problems: list[str] = []
    published, modified = _published(text, dates, problems)
    views = counts[0] if counts else None
    if len({count.value for count in counts}) > 1:
        views = None
        problems.append("views-ambiguous")
    pieces = _pieces(text, starts, [d.span for d in dates] + [(c.start, c.end) for c in counts])
    author = _Author()
    section: str | None = None
    bare: list[tuple[str, str, bool]] = []
    unread, labels_section = 0, False
    for index, (piece, icon) in enumerate(pieces):
        if labels_section:
            labels_section, section = False, section or piece
            continue
        if _SECTION_LABEL.fullmatch(piece):
            labels_section = True
            continue
        if author.read(piece, icon):
            continue
        if re.fullmatch(r"\d{1,3}(?:[.,]\d{3})*|\d+", piece):
            bare.append((piece, icon, index == len(pieces) - 1))
        elif found := _section(piece, icon):
            section = section or found
        elif not _UNWANTED.fullmatch(piece) and icon not in ("comments", "share"):
            author.consider(piece, icon)
            unread += len(piece)
    name, raw, labelled = author.decide(has_anchor=published is not None or views is not None, problems=problems)
    if raw is not None and not labelled:
        unread -= len(raw)
    views_value, views_raw = (views.value, views.raw) if views else (None, None)
    if views is None and "views-ambiguous" not in problems:
        views_value, views_raw = _bare_views(bare, has_anchor=published is not None)
    return Byline(
        author=name,
        author_raw=raw,
        date=published,
        date_raw=published.raw if published else None,
        views=views_value,
        views_raw=views_raw,
        section=section,
        modified=modified,
        problems=tuple(problems),
        unread=max(unread, 0),
        labelled=labelled,
    )


_GLUED = re.compile(
    r"^(access_time|schedule|date_range|calendar_today|calendar_month|event|today|query_builder|remove_red_eye|visibility"
    r"|person|account_circle|person_outline|face|folder|folder_open|label|local_offer|comment|chat_bubble(?:_outline)?|share)"
    r"(?=[\dA-Z\s]|$)\s*"
)


def _glued_icon(part: Token | str) -> Token:
    """A Material icon's name is text to a program: `remove_red_eye1008`."""
    token = Token(fold(part), starts_line=True) if isinstance(part, str) else part
    if match := _GLUED.match(token.text):
        return Token(token.text[match.end() :].strip(), icon_meaning(match[1]), token.starts_line, token.href)
    return token


def _join(tokens: Iterable[Token]) -> tuple[str, list[tuple[int, str]]]:
    """One text of all tokens, and where each token begins with which icon."""
    text, starts = "", []
    for token in tokens:
        # Two spans of a line may be one phrase ("Dibaca" "142" "kali"), two lines hardly ever are.
        if text:
            text += _JOINER if token.starts_line else " "
        starts.append((len(text), token.icon))
        text += re.sub(
            r"\b(access_time|date_range|calendar_today|remove_red_eye|visibility|account_circle)(?=\d)",
            r"| \1 ",
            token.text,
        )
    return text, starts


def _published(text: str, dates: list[ParsedDate], problems: list[str]) -> tuple[ParsedDate | None, ParsedDate | None]:
    """The date of publication among those of the byline, and that of the last change where one is so labelled."""
    modified = [date for date in dates if _MODIFIED_LABEL.search(text[: date.span[0]].rstrip(" |"))]
    others = [date for date in dates if date not in modified]
    if len({date.iso[:10] for date in others}) > 1:
        problems.append("date-ambiguous")
        return None, modified[0] if modified else None
    # The same day twice: the more precise of the two.
    best = max(others, key=lambda date: len(date.iso), default=None)
    return best, modified[0] if modified else None


def _pieces(text: str, starts: list[tuple[int, str]], cuts: list[tuple[int, int]]) -> list[tuple[str, str]]:
    """What is left of the text when the cuts are taken out, in pieces, each with the icon that stands before it."""
    pieces: list[tuple[str, str]] = []
    bounds = sorted(cuts)
    marks = [begin for begin, _ in starts] + [len(text)]
    for (begin, icon), end in zip(starts, marks[1:], strict=True):
        position, first = begin, True
        while position < end:
            cut = next((c for c in bounds if c[1] > position), None)
            stop = min(end, cut[0]) if cut else end
            for part in _SEPARATORS.split(text[position : max(stop, position)]):
                piece = part.strip(" ,;|•·")
                if piece and re.search(r"\w", piece):
                    pieces.append((piece, icon if first else ""))
                    first = False
            if cut is None or cut[0] >= end:
                break
            position, first = max(cut[1], position + 1), False
    return pieces


def _section(piece: str, icon: str) -> str | None:
    label = _SECTION_LABEL.match(piece)
    if label and (rest := piece[label.end() :].strip(_NAME_TRIM)):
        return rest
    if SECTION_WORDS.fullmatch(piece) or (icon == "section" and len(piece.split()) <= 4):
        return piece
    return None


class _Author:
    """Collects who the author may be while the pieces go by."""

    def __init__(self) -> None:
        self.labelled: list[tuple[str, str]] = []
        self.iconed: list[tuple[str, str]] = []
        self.candidates: list[tuple[str, str]] = []
        self.pending: str | None = None

    def read(self, piece: str, icon: str) -> bool:
        """Whether the piece was an author with its label, a label alone, or a person who is not the author."""
        pending, self.pending = self.pending, None
        other = _OTHER_PERSON.match(piece)
        if other and (other.end() == len(piece) or re.search(r"[:=\-]\s*$|\b(?:oleh|by)\s*$", other[0], re.I)):
            self.pending = "other" if other.end() == len(piece) else None
            return True
        label = _AUTHOR_LABEL.match(piece)
        if label:
            name = _name(piece[label.end() :])
            if name:
                self.labelled.append((name, piece))
            elif label.end() >= len(piece.rstrip()):
                self.pending = "author"
            return True
        if pending == "other":
            return True
        if pending == "author" and (name := _name(piece)):
            self.labelled.append((name, piece))
            return True
        if icon == "author" and (name := _name(piece)):
            self.iconed.append((name, piece))
            return True
        return False

    def consider(self, piece: str, icon: str) -> None:
        if icon in ("", "author") and (name := _name(piece)):
            self.candidates.append((name, piece))

    def decide(self, *, has_anchor: bool, problems: list[str]) -> tuple[str | None, str | None, bool]:
        """The author's name, its raw text, and whether a label or icon says so.

        Without a label a name is only believed beside a date or a counter, and only where it is the one candidate.
        """
        for named in (self.labelled, self.iconed):
            if len({name for name, _ in named}) > 1:
                problems.append("author-ambiguous")
                return None, None, True
            if named:
                return *named[0], True
        if not has_anchor or not self.candidates:
            return None, None, False
        if len(self.candidates) > 1:
            offices = [found for found in self.candidates if _OFFICE_AUTHOR.match(found[0])]
            if len(offices) != 1:
                problems.append("author-ambiguous")
                return None, None, False
            return *offices[0], False
        return *self.candidates[0], False


def _name(text: str) -> str | None:
    """A person's or office's name, trimmed, or None where the text cannot be one."""
    name = text
    # "admin on", "Administrator pada": words of the date that was cut out behind the name.
    name = re.sub(r"(?:[\s,(]+(?:on|at|in|pada|tanggal|tgl\.?|hari|-|di))+\s*[:,]?\s*$", "", name, flags=re.I)
    name = name.strip(_NAME_TRIM)
    if name.count("(") == 1 and ")" not in name:
        name += ")"
    if not name or not re.search(r"[^\W\d_]{2}", name) or len(name) > 80 or len(name.split()) > 10:
        return None
    if _speaks_of_dates(name) or _UNWANTED.fullmatch(name) or _VIEW_LABEL.fullmatch(name):
        return None
    if re.search(r"https?://|www\.|@\w+\.|[!?]$", name):
        return None
    return name


def _bare_views(bare: list[tuple[str, str, bool]], *, has_anchor: bool) -> tuple[int | None, str | None]:
    """A number without a word: the counter where an eye stands before it, or where it alone ends a dated byline.

    Zero is not believed without an icon: comment counters begin there.
    """
    for text, icon, _ in bare:
        if icon == "views":
            return _whole(text), text
    plain = [(text, last) for text, icon, last in bare if icon == ""]
    if has_anchor and len(plain) == 1 and plain[0][1] and _whole(plain[0][0]):
        return _whole(plain[0][0]), plain[0][0]
    return None, None


def _whole(text: str) -> int:
    return int(re.sub(r"[.,]", "", text))


_FOOT = re.compile(r"^[\s*\-–—=~.]*[(\[]\s*([^()\[\]]{2,70}?)\s*[)\]]\s*[*.]*\s*$")
_FOOT_AFTER_TEXT = re.compile(r"[.!?”\"']\s*[*\-–—]*\s*[(\[]\s*([^()\[\]]{2,70}?)\s*[)\]]\s*[*.]*\s*$")


def read_foot(lines: Sequence[str]) -> tuple[str, str] | None:
    """The author who signs at the end of the text: `(didik/dinkominfo)`, `***(Yan)`, `Pewarta : Gina`; name and raw text.

    Only the last three lines are looked at, and only a bracket that stands alone or after a full stop.
    """
    for text in reversed(lines[-3:]):
        if (label := _AUTHOR_LABEL.match(text)) and re.search(r"[:=]", label[0]) and len(text) < 120:
            name = _name(re.split(r"\s*[/|]\s*(?=\w+\s*:)", text[label.end() :])[0])
            if name:
                return name, text
        match = _FOOT.match(text) or _FOOT_AFTER_TEXT.search(text)
        if match and _is_signature(match[1]):
            return match[1].strip(), match[0].strip(" .!?”\"'")
    return None


def _is_signature(text: str) -> bool:
    if re.search(r"\d{1,2}[/.-]\d{1,2}|https?:|\b(?:lihat|baca|foto|sumber|dok|red)\b", text, re.I):
        return False
    return bool(re.search(r"[A-Za-z]{2}", text)) and len(text.split()) <= 10 and not text.rstrip().endswith(".")
