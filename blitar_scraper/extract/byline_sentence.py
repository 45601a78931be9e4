"""Bylines that are sentences about the page itself: `Berita ini telah dibaca 142 kali`, `This entry was posted on ...`.

A sentence about anything else (`Video itu telah dilihat 1.200 kali`) is the article's text.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from blitar_scraper.extract.byline_words import may_hold
from blitar_scraper.indonesian.numbers import Count

Span = tuple[int, int]

_PAGE = (
    r"(?:(?:this|the)\s+(?:entry|post|article|news|item|page|story)"
    r"|(?:berita|artikel|kabar|halaman|laman|postingan|posting|post|pos|tulisan|kiriman|konten|informasi|info|entri|naskah"
    r"|warta|rilis|siaran\s+pers|publikasi|pengumuman)(?:\s+(?:berita|artikel))?\s+ini)"
)
_AUXILIARY = r"(?:telah|sudah|has\s+been|have\s+been|was|is)"
_POSTED = (
    r"(?:posted|written|published|submitted|created|added|filed"
    r"|di(?:tulis|posting|post|pos|publikasi|publish|terbit|unggah|upload|kirim|muat|buat|tayang|rilis|tempat|isi)(?:kan)?)"
)
# Where a line that tells who posted the page, when and where begins. WordPress' themes up to 2015 end their posts so.
_BEGINS_POSTED = re.compile(rf"(?:^|(?<=\|\s)){_PAGE}\s+(?:{_AUXILIARY}\s+)?(?={_POSTED}\b)", re.I)
_OF_SENTENCE = (" ini", "this ", "the ")  # what each of them holds
# Of that sentence only the verb may stay, and before "in" and "by" it has to: they are labels with it.
_VERB = re.compile(rf"{_POSTED}\s+(?!(?:in|by|oleh)\b)(?:di\b)?", re.I)
_GLUE = re.compile(r"\b(?:and\s+is|and\s+was|dan(?:\s+di-?\s?isi?kan)?)\s+(?=filed|di\s?bawah|tagged|di-?tag)", re.I)
# What WordPress' themes add: how to follow the comments, that they are closed, how to keep the address.
_ADDITION = re.compile(
    r"\.?\s+(?:you\s+can\s|both\s+comments|bookmark\s|comments\s+are|responses\s+are|anda\s+(?:dapat|bisa)\s|tandai\s|baik\s+komentar)"
    r"[^|]*",
    re.I,
)
_SUBJECT_OF_COUNT = re.compile(
    rf"(?:(?:dan|serta|and)\s+)?(?:{_PAGE}(?:\s+{_AUXILIARY})?|{_AUXILIARY}|jumlah|total)?\s*", re.I
)
# "Kontributor: Siti Aminah Halaman ini telah": the sentence follows another part of the byline.
_ENDS_IN_SUBJECT = re.compile(
    rf"(?<!\bdalam\s)(?<!\bpada\s)(?<!\bdi\s)(?<!\bdari\s)(?<!\w){_PAGE}(?:\s+{_AUXILIARY})?\s*$", re.I
)
# "Diposting pada 27 September 2024 oleh Siti Aminah, telah dilihat 142 kali".
_AUTHOR_BEFORE = re.compile(
    rf"(?:{_POSTED}\s+)?(?:oleh|by|penulis|admin|humas|operator)\b[^|]{{0,80}},\s*(?:(?:dan|serta)\s+)?{_AUXILIARY}\s*",
    re.I,
)
_VERB_OF_SENTENCE = re.compile(r"\b(?:telah|sudah|pernah|yang|itu|ini|tersebut|has|have|been|were|was)\s*$", re.I)
_BY_WHOM = re.compile(
    r"\s*(?:orang|pengunjung|pembaca|pengguna)?(?:\s+oleh\s+(?:para\s+)?(?:pengunjung|pembaca|orang|pengguna|warga(?:net)?))?(?!\w)",
    re.I,
)


def is_posting_note(text: str) -> bool:
    """Whether a line tells when, where or by whom the page was posted, as a sentence."""
    return _BEGINS_POSTED.match(text) is not None


def posting_note_cuts(text: str) -> list[Span]:
    """The parts of such a sentence that are neither value nor label."""
    begin = _BEGINS_POSTED.search(text) if may_hold(text, _OF_SENTENCE) else None
    if not begin:
        return []
    verb = _VERB.match(text, begin.end())
    cuts = [(begin.start(), verb.end() if verb else begin.end())]
    cuts += [match.span() for match in _GLUE.finditer(text, begin.end())]
    addition = _ADDITION.search(text, begin.end())
    return [*cuts, addition.span()] if addition else cuts


_BETWEEN = ("|", "•", "·", " - ", " – ", " / ")  # signs between the parts of a byline


def split_counts(text: str, counts: Sequence[Count], others: Sequence[Span]) -> tuple[list[Count], list[Span]]:
    """The counts that are the page's own, and the words of the sentences around them; `others` are known parts.

    A count whose sentence is about something else is none of the page's.
    """
    kept: list[Count] = []
    words: list[Span] = []
    for count in counts:
        known = max((end for _, end in others if end <= count.start), default=0)
        signs = (*_BETWEEN, ", ") if known else _BETWEEN  # behind a date a comma ends the author
        at = max((place + len(sign) for sign in signs if (place := text.rfind(sign, 0, count.start)) >= 0), default=0)
        begin = max(at, known)
        before = text[begin : count.start]
        subject = before.lstrip(" ,;.-–—(/~:")
        if _SUBJECT_OF_COUNT.fullmatch(subject):
            words.append((count.start - len(subject), count.start))
        elif end := _ENDS_IN_SUBJECT.search(before):
            words.append((begin + end.start(), count.start))
        elif _AUTHOR_BEFORE.fullmatch(subject):
            words.append((begin + before.rindex(","), count.start))
        elif _VERB_OF_SENTENCE.search(before) or _is_of_other_subject(subject, count):
            continue
        kept.append(count)
        if behind := _BY_WHOM.match(text, count.end):
            words.append(behind.span())
    return kept, [span for span in words if span[0] < span[1]]


# A byline may begin with the author in small letters: "oleh admin dibaca 142 kali".
_BEGINS_WITH_AUTHOR = re.compile(r"(?:di\w+ )?(?:oleh|by|penulis|admin\w*|operator|user|humas)\b", re.I)


def _is_of_other_subject(subject: str, count: Count) -> bool:
    """Whether small words run on into a verb in small letters: `Tayangan langsungnya ditonton 3.400 kali`."""
    words = subject.split()
    return (
        len(words) > 1 and words[-1].islower() and count.raw.startswith("di") and not _BEGINS_WITH_AUTHOR.match(subject)
    )
