"""The page's furniture among its lines: share bars, ways to other articles, tags, copyright, captions' labels."""

from __future__ import annotations

import re

from blitar_scraper.extract.byline_words import is_print_note
from blitar_scraper.extract.lines import Line

# Words of share bars; a line of nothing but these and the words beside them is one.
_SHARE_NAMES = frozenset(
    "share shares bagikan sebarkan facebook twitter tweet whatsapp wa telegram instagram linkedin pinterest email print"
    " cetak kirim teman pdf copy salin tautan like suka fb ig messenger threads tiktok youtube".split()
)
_BESIDE_SHARE_NAMES = frozenset(
    "line e mail link this x google plus artikel berita ini post on ke via a opens in new window klik untuk membagikan"
    " di jendela baru kembali".split()
)
SHARE_WORDS = _SHARE_NAMES | _BESIDE_SHARE_NAMES
_WORD = re.compile(r"\w+")
# Ways to the neighbouring articles, tags and sections: lines that begin so are no text.
_WAYS = re.compile(
    r"(?:[«‹<←]+\s*)?(?:(?:berita|artikel|post(?:ingan)?)\s+)?(?:sebelumnya|selanjutnya|berikutnya|previous"
    r"|prev|next|older posts?"
    r"|newer posts?|kembali(?:\s+ke\s+\w+)?)(?:\s+post)?\s*(?:$|[:»›>→])"
    r"|(?:tags?|label|kata kunci|keywords?|kategori|category|posted in|filed under"
    r"|(?:ditempatkan|tersimpan|disimpan) di bawah)\s*:.{0,300}$"
    r"|(?:baca|lihat|simak)\s+juga\b",
    re.I,
)
# Words before a picture's caption.
CAPTION_LABEL = re.compile(
    r"(?:foto|teks\s+foto|keterangan\s+(?:foto|gambar)|sumber\s+(?:foto|gambar)|caption|dok(?:umentasi)?)\s*(?:oleh\s*)?[:.]",
    re.I,
)
_COPYRIGHT = re.compile(r"\W{0,3}(?:©|\(c\)|copyright\b|hak\s+cipta\b|all\s+rights\s+reserved)", re.I)
_ARROWS = "«‹←→»›"
_READ_ALSO = re.compile(r"\W{0,5}(?:baca|lihat|simak)\s+juga\b", re.I)


def is_furniture(line: Line) -> bool:
    """Whether a line is part of the page's furniture: a share bar, the way to the next article, tags, arrows alone."""
    if line.is_datum:
        return False
    text = line.spaced
    lowered = text.lower()
    # The first word of most lines is none of a share bar's.
    first = _WORD.search(lowered)
    if (first is None or first[0] in SHARE_WORDS) and (words := set(_WORD.findall(lowered))) <= SHARE_WORDS:
        # Arrows and other signs alone are furniture too.
        return not words or not words.isdisjoint(_SHARE_NAMES)
    if (line.is_linked and (text[0] in _ARROWS or text[-1] in _ARROWS)) or _is_copyright(text):
        return True
    return len(text) <= 300 and (_WAYS.match(text) is not None or is_print_note(text))


def is_copyright(line: Line) -> bool:
    """Whether a line says whose the page is: `© 2024 Pemerintah Kota Blitar`."""
    return _is_copyright(line.text)


def _is_copyright(text: str) -> bool:
    # The first letter tells of most lines that they are none.
    return (text[0] in "cChHaA" or not text[0].isalnum()) and _COPYRIGHT.match(text) is not None


def is_read_also(line: Line) -> bool:
    """Whether a line within the text points to another article: `Baca juga: ...`."""
    return len(line.text) <= 300 and _READ_ALSO.match(line.text) is not None
