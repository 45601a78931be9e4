"""Lines right before or after a text that are none of it: aids to reading, tags, headings of other articles."""

from __future__ import annotations

import re

from blitar_scraper.extract.byline_words import AUTHOR_LABEL, speaks_of_dates
from blitar_scraper.extract.furniture import SHARE_WORDS, is_furniture
from blitar_scraper.extract.lines import Line

# Aids to reading, printing and rating: `Ukuran huruf: A- A+`, `Versi cetak`, `Rating: 4.5/5 (12 suara)`.
_TOOLS = frozenset(
    "cetak print email pdf perbesar perkecil ukuran send"
    " versi nilai font huruf rating rate votes vote bintang stars printable decrease"
    " increase".split()
)
_BESIDE_TOOLS = frozenset(
    "kirim teman friend friendly size teks text a reset normal besar kecil item halaman page version suara"
    " beri dari pengguna user the out of be first to average dengarkan listen".split()
)
_WORDS_OF_TOOLS = _TOOLS | _BESIDE_TOOLS | SHARE_WORDS
_WORD = re.compile(r"[^\W\d_]+")
_LONGEST_TOOL = 80  # characters
_LONGEST_LABEL = 20
# What WordPress' older themes print under a text, with the words between links that may be missing.
_ENTRY_WAS_POSTED = re.compile(
    r"(?:this\s+)?(?:entry|post|article|item)\s+(?:was|is)\s+(?:posted|written|published|filed|tagged)\b"
    r"|bookmark\s+the\s+permalink",
    re.I,
)
_LONGEST_ENTRY_META = 300  # characters, as for tags with their label
# What a reader may do next: comment, go back or on, follow, download; and how long the text takes to read.
_ASIDE = re.compile(
    r"""
    \W{0,3} (?:
        (?:kirim|tulis|isi|beri|tinggalkan|tambah)\w*\s(?:komentar|balasan|tanggapan)
      | (?:\(?\d+\)?\s)?(?:komentar|comments?|tanggapan)(?:\s(?:\(?\d+\)?|ditutup|(?:are\s|is\s)?closed|dinonaktifkan))?
      | (?:(?:silakan|silahkan|harap|please)\s)?(?:login|log\sin|masuk|sign\sin)\s(?:untuk|to)\s.{0,40}
      | (?:baca|lihat|tampilkan|muat|read|show|view|load)\s(?:selengkapnya|semua|lebih\sbanyak|lainnya|more|all)
      | (?:kembali|back)(?:\s(?:ke|to)\s\w+)? | ke\satas
      | (?:halaman|page)\s\d+\s(?:dari|of)\s\d+
      | (?:waktu|lama|estimasi)\s(?:baca|membaca)\b.{0,20} | \d+\s(?:menit|min(?:ute)?s?)\s(?:baca|membaca|read)
      | (?:unduh|download|simpan|save)\s(?:(?:sebagai|as)\s)?(?:pdf|artikel|berita)
      | dengarkan(?:\s\w+){0,2} | listen(?:\s\w+){0,3}
      | (?:ikuti|follow)\s(?:kami|us)\b.{0,40}
      | (?:join|gabung)\w*\s.{0,30}(?:whatsapp|telegram|channel|kanal|grup|group)
      | laporkan(?:\s\w+){0,2} | pilih\sbahasa | select\slanguage | powered\sby\s.{0,30}
      | tautan\s(?:telah\s|berhasil\s)?disalin
      | (?:tags?|topik|kata\skunci|keywords?)\s[\w\s,&#-]{1,80} | (?:posted|filed)\s(?:in|under)\s[\w\s,&-]{1,40}
    ) \W{0,3}
    """,
    re.I | re.X,
)
# What a reader thinks of the text, and how readers did: `★★★★☆ 4.5 (12 penilaian)`, `Terburuk Terbaik`.
_RATING = re.compile(
    r"""
    \W{0,3} (?:
        [★☆⭐✩✭]\W?[★☆⭐✩✭]\W?[★☆⭐✩✭].{0,50}
      | (?:rata-rata|penilaian|rating|nilai|skor|average)?[\W\d]{0,12}(?:(?:dari|of|/)\W?\d)?\W{0,3}
        \d+\s(?:votes?|suara|penilaian|ratings?|ulasan)
      | (?:terburuk|buruk|jelek|poor|worst)\W{1,9}(?:terbaik|bagus|baik|best|excellent)
      | apakah\s.{0,40}\b(?:bermanfaat|membantu|berguna)\b.{0,20} | was\sthis\s.{0,30}\bhelpful\b.{0,20}
      | bagaimana\s(?:reaksi|penilaian)\s(?:anda|kamu).{0,30}
      | (?:klik|pilih)\s(?:pada\s)?bintang\b.{0,40} | (?:silakan|silahkan)\s(?:beri\s)?(?:nilai|rating)\b.{0,30}
    ) \W{0,3}
    """,
    re.I | re.X,
)
_TAG_ADDRESS = re.compile(r"/(?:tags?|topik|label)/|[?&]tags?=", re.I)
_FEWEST_CHIPS = 3  # two words glued together may be one, cut by a word processor
_TITLE_WORDS = 4  # fewer are a button's
_ATTACHMENT_LABEL = re.compile(r"(?:unduh|dokumen|download|file|berkas)\s+lampiran\b\s*:?\s*", re.I)
_FILE = re.compile(r"\.(?:pdf|docx?|xlsx?|pptx?|zip|rar|jpe?g|png)(?:$|[?#])", re.I)


def is_edge(line: Line) -> bool:
    """Whether a line before or after the text is none of it: furniture, tags, or another article's heading."""
    if line.is_linked and all(token.icon in ("section", "tag") for token in line.tokens):
        return True
    if line.is_datum:
        return False
    return (
        is_furniture(line) or _is_tool(line) or _is_run_of_tags(line) or _is_teaser(line) or _leads_to_attachment(line)
    )


def is_remains(line: Line) -> bool:
    """Whether a line before the text is what is left of a byline or rating: a fact's name (`Penulis`), a star."""
    if line.is_datum or line.block.tag in ("td", "th") or len(line.text) > _LONGEST_LABEL:
        return False
    if line.text.isdigit():
        return len(line.text) <= 2
    is_label = AUTHOR_LABEL.fullmatch(line.text) is not None or speaks_of_dates(line.text)
    return is_label and _WORD.search(line.text) is not None


def _is_tool(line: Line) -> bool:
    if len(line.text) > _LONGEST_TOOL:
        return len(line.text) <= _LONGEST_ENTRY_META and _ENTRY_WAS_POSTED.match(line.text) is not None
    words = set(_WORD.findall(line.spaced.lower()))
    if words in ({"a"}, {"text", "size"}):
        return True  # A- A A+
    if words <= _WORDS_OF_TOOLS and not words.isdisjoint(_TOOLS):
        return True
    if _RATING.fullmatch(line.text):
        return True
    return _ENTRY_WAS_POSTED.match(line.text) is not None or _ASIDE.fullmatch(line.text) is not None


def _leads_to_attachment(line: Line) -> bool:
    """Whether a line is the system's label of an attached file, with or without the link (OpenSID's themes)."""
    label = _ATTACHMENT_LABEL.match(line.text)
    return label is not None and len(line.text) - label.end() <= line.linked


def _is_run_of_tags(line: Line) -> bool:
    """Whether a line is tags without a label: links to tags, words with a hash, or words that are glued together."""
    if line.is_prose:
        return False
    if line.is_linked:
        return all(_TAG_ADDRESS.search(href) for href, _ in line.links)
    if line.text.startswith("#"):
        return all(word.startswith("#") for word in line.text.replace(",", " ").split())
    return len(line.tokens) >= _FEWEST_CHIPS and _are_chips(line)


def _are_chips(line: Line) -> bool:
    """Whether each word of a line has an element of its own, side by side without a space."""
    elements = [element for element, _, text in line.segments if text.strip()]
    if len(line.spaced) - len(line.text) < len(line.tokens) - 1 or any(is_tail for _, is_tail, _ in line.segments):
        return False
    return len({(element.tag, element.getparent()) for element in elements}) == 1


def _is_teaser(line: Line) -> bool:
    """Whether a line is nothing but the linked heading of another article."""
    if len(line.links) != 1 or line.linked < len(line.text) or len(line.text.split()) < _TITLE_WORDS:
        return False
    # Links that an editor set stand in paragraphs and lists, and lead to files, too.
    return line.block.tag not in ("p", "li", "td") and (line.heading > 0 or not _FILE.search(line.href or ""))
