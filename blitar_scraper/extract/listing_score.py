"""How likely a link leads to a list of news, by its words and its address."""

from __future__ import annotations

import re
from urllib.parse import parse_qsl, urlsplit

# From this sum on it is worth asking for: words that say so without an address that does, or the other way round.
_ENOUGH = 5
# A link to a list has one to five words ("Lihat Semua Berita Kota Blitar"); an article's title has more.
_MOST_WORDS = 5

_NEWS = r"(?:berita|kabar|warta|news|siaran pers|pers rilis|rilis pers|press releases?|rilis berita)"
_PROSE = r"(?:artikel|articles?|blogs?|liputan|rilis|publikasi berita|postingan|seputar berita)"
_ALL = (
    r"(?:(?:lihat|baca|tampilkan|buka|view|see|read) )?"
    r"(?:semua|seluruh|indeks|index|daftar|arsip|kumpulan|all|more|latest|recent|info|informasi)"
)
_MORE = r"(?:selengkapnya|lainnya|lebih lengkap|lebih banyak|lainnya selengkapnya)"
_NEWEST = r"(?:terkini|terbaru|terupdate|hari ini|update)"
_OF_PLACE = (
    r"(?:daerah|kota|kabupaten|kab|kecamatan|kelurahan|desa|provinsi|pemkot|pemkab|pemerintahan?|pemda|utama|umum)"
)
# In order: the first that matches the whole text counts.
_BY_WORDS = [
    (re.compile(pattern), score)
    for pattern, score in (
        (rf"{_ALL} {_NEWS}(?: {_NEWEST}| {_OF_PLACE}(?: [a-z]+)?)?", 10),
        (rf"(?:(?:lihat|baca) )?{_NEWS}(?: {_NEWEST})? {_MORE}", 10),
        (_NEWS, 9),
        (rf"{_NEWS} {_NEWEST}", 9),
        (rf"{_NEWS} {_OF_PLACE}(?: [a-z]+){{0,2}}", 8),
        (rf"(?:{_ALL} )?{_PROSE}(?: (?:{_MORE}|{_NEWEST}))?", 6),
        (rf"{_NEWS} (?:dan|&) [a-z]+", 6),
        (rf"{_NEWS}(?: [a-z]+){{1,2}}", 5),  # "Berita Kominfo", "Kabar Blitar"
        (r"(?:info|informasi) (?:terkini|terbaru|berita)", 5),
        (r"kegiatan|info kegiatan|pengumuman", 5),
        (rf"(?:lihat |baca )?(?:semua|selengkapnya|indeks|index|arsip)(?: {_MORE})?|{_MORE}|more|view all", 3),
        (r"informasi|info|publikasi|media|kategori", 2),
    )
]
_OTHER_WORDS = re.compile(
    r"agenda|galeri|gallery|album|video|foto|download|unduh|ppid|profil|kontak|hubungi|login|masuk|daftar akun|tentang|"
    r"informasi publik|layanan|pengaduan|lowongan|lelang|peraturan|jdih|dokumen|populer|acara|duka|komentar|rss|hoaks?|"
    r"selamat datang|tags?\b"
)

_SEGMENT = re.compile(r"(?:semua|daftar|indeks|index|arsip|list|all|kumpulan)?-?(?:berita|news|kabar|warta)s?")
_SEGMENT_MORE = re.compile(
    r"(?:berita|news|kabar|warta)-(?:terkini|terbaru|daerah|kota|kabupaten|kab|kecamatan|desa|utama|umum|pemerintah(?:an)?)"
    r"|siaran-pers|pers-rilis|press-releases?|rilis-pers|rilis"
)
# "berita-kominfo" is a section, "berita-banjir" may be an article: the words must decide.
_SEGMENT_OF_SOMETHING = re.compile(r"(?:berita|news|kabar|warta)-[a-z]+|[a-z]+-(?:berita|news)")
_SEGMENT_PROSE = re.compile(r"artikel|articles?|blogs?|posts?|liputan|publikasi")
_INDEX = frozenset("index indeks semua list all daftar page".split())
_CATEGORY = frozenset("kategori category cat topik rubrik kanal".split())
_OTHER_SEGMENT = re.compile(
    r"agenda|galeri|gallery|album|videos?|fotos?|ppid|profile?|unduh(?:an)?|download|login|register|kontak|contact|tags?|"
    r"author|penulis|search|cari|pengaduan|informasi-publik|tentang|sambutan|wp-(?:admin|login|content|json)|feeds?|rss|"
    r"cetak|print|admin|user|detail|read|baca|uploads?|storage|assets"
)
_FILE = re.compile(r"\.(?:jpe?g|png|gif|webp|svg|pdf|docx?|xlsx?|pptx?|zip|rar|mp[34]|xml|apk)$", re.I)
_PAGE_SUFFIX = re.compile(r"\.(?:php|html?|aspx?|jsp)$")
# Four words or a day: the address of one article.
_SLUG = re.compile(r"[^-]+(?:-[^-]+){3,}")


def listing_score(words: str, url: str) -> int:
    """0 where the link leads to no list of news; else the higher, the likelier.

    `words` is the link's text in lower case, letters and spaces only; `url` is its absolute address.
    """
    by_address = _address_score(url)
    if by_address is None or _OTHER_WORDS.search(words) or len(words.split()) > _MOST_WORDS:
        return 0
    by_words = next((score for pattern, score in _BY_WORDS if pattern.fullmatch(words)), 0)
    total = by_words + by_address
    return total if total >= _ENOUGH else 0


def _address_score(url: str) -> int | None:
    """What the address alone says; None where it says that it is no list."""
    parts = urlsplit(url)
    segments = [segment for segment in _PAGE_SUFFIX.sub("", parts.path.lower()).split("/") if segment]
    segments = [segment for segment in segments if segment not in ("index", "public", "id", "en")] or []
    query = {name.lower(): value.lower() for name, value in parse_qsl(parts.query)}
    if _FILE.search(parts.path) or any(_OTHER_SEGMENT.fullmatch(segment) for segment in segments):
        return None
    if re.search(r"/(?:19|20)\d\d/\d", parts.path):
        return None
    if query:
        return _query_score(query, segments)
    if not segments:
        return None  # the home page
    while len(segments) > 1 and segments[-1] in _INDEX:
        segments.pop()
    last = segments[-1]
    if _SLUG.fullmatch(last):
        return None
    return _segment_score(last, segments[:-1])


def _segment_score(last: str, above: list[str]) -> int | None:
    if _SEGMENT.fullmatch(last):
        return 6
    if _SEGMENT_MORE.fullmatch(last):
        return 5
    if _SEGMENT_PROSE.fullmatch(last):
        return 4
    if _SEGMENT_OF_SOMETHING.fullmatch(last):
        return 1
    if above and above[-1] in _CATEGORY:
        return 2
    if last in ("indeks", "arsip"):
        return 3
    if above and (_SEGMENT.fullmatch(above[-1]) or _SEGMENT_PROSE.fullmatch(above[-1])):
        return None if re.search(r"\d|-", last) else 0  # /berita/123 and /berita/satu-dua are articles
    return 0


def _query_score(query: dict[str, str], segments: list[str]) -> int | None:
    module = query.get("module") or query.get("mod") or query.get("page") or query.get("p") or query.get("menu") or ""
    if _SEGMENT.fullmatch(module.replace("semuaberita", "berita")):
        return 5
    if query.get("option") == "com_content":  # Joomla without search-engine friendly addresses
        return {"category": 2, "categories": 1, "featured": 1}.get(query.get("view", ""))
    if query.get("cat", "").isdigit() or query.get("kategori") or query.get("category"):
        return 3 if not segments else 2
    if "page" in query or "id" in query or "p" in query or "s" in query or "cari" in query:
        return None
    return _segment_score(segments[-1], segments[:-1]) if segments else 0
