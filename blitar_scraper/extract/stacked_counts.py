"""A counter whose number and word stand in two elements: `142 x` over `Dibaca`, `Dilihat` beside `142`.

Other counters (`3` over `Komentar`) are known too, so that their numbers are not given to the next word.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

# A total of visitors or hits is the site's, so "pengunjung" and "total hits" are not among them.
_LABEL = re.compile(
    r"(?:(?:jumlah|banyak(?:nya)?|total)\s+)?(?:(?:di|pem)(?:baca|lihat)|(?:page\s?)?views?|viewed|tayangan)"
    r"|(?:jumlah\s+)?hits?|di(?:kunjungi|akses|klik)"
    r"|(?:jumlah\s+)?(?:komentar|comments?|tanggapan|(?:di)?bagikan|shares?|shared|likes?|(?:di)?sukai?|(?:di)?unduh(?:an)?|downloads?)",
    re.I,
)
_NUMBER = re.compile(r"(?:\d{1,3}(?:[.,]\d{3}){1,2}|\d{1,7})\s?(?:x|kali|times|rb|ribu|k)?", re.I)
# The longest label has 16 characters, and a colon.
LONGEST_PIECE = 20
_DIGITS = frozenset("0123456789")


def label_before_number(before: str, text: str) -> bool:
    """Whether a line is the number (or the colon) that the line before announces."""
    bare = before.rstrip(": ")
    return (
        (text[0] in _DIGITS or text == ":")
        and _LABEL.fullmatch(bare) is not None
        and (text == ":" or _NUMBER.fullmatch(text) is not None)
    )


def number_before_label(before: str, text: str) -> bool:
    """Whether a line is the word of what the number in the line before counts."""
    return before[0] in _DIGITS and _LABEL.fullmatch(text) is not None and _NUMBER.fullmatch(before) is not None


def numbers_over_labels(texts: Sequence[str]) -> bool:
    """Whether texts are numbers and labels in turn, beginning with a number: each label is that of the number before.

    A label and a number alone say nothing of it: `Dilihat`, `142`, `Komentar`, `3` begins with a label.
    """
    return (
        len(texts) > 1
        and len(texts) % 2 == 0
        and all(_NUMBER.fullmatch(text) for text in texts[::2])
        and all(_LABEL.fullmatch(text) for text in texts[1::2])
    )
