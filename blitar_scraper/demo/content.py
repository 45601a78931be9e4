"""The sample site's archive as it stands on the first day: about 140 articles of the years 2018 to 2026.

Every text is put together from `texts/topics.toml`; which sentence and which number stands where follows from a
hash of the article's number, so the site is the same on every machine and in every version of Python.
"""

from __future__ import annotations

import hashlib
import re
import tomllib
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from functools import cache
from importlib.resources import files
from typing import Any, TypeVar

from blitar_scraper.demo.articles import Block, Feature, SampleArticle, long_date, paragraphs, weekday

T = TypeVar("T")

DAY_ONE = date(2026, 3, 2)  # the day of the first crawl, `site.day == 0`

# How many articles a year; the last of them in the two months before the first day.
ARTICLES_A_YEAR = {2018: 10, 2019: 14, 2020: 14, 2021: 14, 2022: 14, 2023: 15, 2024: 17, 2025: 18, 2026: 20}
DAYS_BEFORE_DAY_ONE = (58, 53, 49, 44, 40, 36, 29, 27, 26, 24, 22, 20, 18, 16, 14, 12, 10, 8, 6, 4)

# What is unusual about an article, by its number in order of time. Before 38 the old template shows them.
FEATURES: dict[int, Feature] = {
    5: "bullets",
    12: "table",
    20: "attachment",
    27: "pinned",
    30: "wrong-charset",
    33: "heading",
    41: "script",
    44: "table",
    47: "bullets",
    49: "broken-bytes",
    51: "heading",
    53: "figure",
    55: "attachment",
    57: "huge",
    59: "kicker",
    61: "undated",
    64: "truncated",
    68: "numbers",
    70: "empty",
    73: "table",
    76: "binary",
    80: "kicker",
    83: "dead-link",
    87: "figure",
    90: "error-once",
    95: "attachment",
    104: "numbers",
    113: "heading",
    121: "bullets",
    132: "figure",
}

AUTHORS = ("Admin Kota", "Admin Kota", "Admin Kota", "Humas", "Diskominfotik", "Humas Protokol")
SECTIONS = ("BERITA", "BERITA", "BERITA", "BERITA", "KEGIATAN", "PENGUMUMAN")
CONTACT = (
    "Dinas Komunikasi, Informatika dan Statistik Kota Blitar",
    "E-mail : pemkot@blitarkota.go.id",
    "Telp/Faks : (0342) 801171",
    "Twitter /Fb: @pemkotablitar",
    "IG/Youtube/Tiktok : @PemkotBlitar",
    "Website : www.blitarkota.go.id",
)
BLANK = Block("blank")  # the `<p>&nbsp;</p>` with which the editors make space


@cache
def stock() -> dict[str, Any]:
    """The sentences and names of which articles are made."""
    return tomllib.loads(_text("topics.toml"))


def _text(name: str) -> str:
    return (files("blitar_scraper.demo") / "texts" / name).read_text(encoding="utf-8")


def number_of(*key: object) -> int:
    """A large number that depends on nothing but the key."""
    return int.from_bytes(hashlib.sha256(repr(key).encode()).digest()[:8], "big")


def pick(options: Sequence[T], *key: object) -> T:
    return options[number_of(*key) % len(options)]


def pick_several(options: Sequence[T], count: int, *key: object) -> list[T]:
    """`count` different options, in an order that depends on the key alone."""
    order = sorted(range(len(options)), key=lambda index: number_of(*key, index))
    return [options[index] for index in order[:count]]


def slug_of(title: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", title.lower()).strip("-")


def fill(text: str, topic: dict[str, Any], published: date, *key: object) -> str:
    """The sentence with its slots filled: places, numbers, and days near the day of publication."""
    first, second = pick_several(stock()["kelurahan"], 2, "kelurahan", *key)
    event = published - timedelta(days=number_of("event", *key) % 3)
    slots = {
        "agency": topic["agency"],
        "kelurahan": first,
        "kelurahan2": second,
        "kecamatan": pick(stock()["kecamatan"], "kecamatan", *key),
        "count": str(30 + number_of("count", *key) % 450),
        "few": str(2 + number_of("few", *key) % 8),
        "percent": f"{3 + number_of('percent', *key) % 95},{number_of('tenth', *key) % 10}",
        "rupiah": str(75 + number_of("rupiah", *key) % 875),
        "number": str(1 + number_of("number", *key) % 60),
        "year": str(published.year),
        "next_year": str(published.year + 1),
        "event": f"{weekday(event)} ({event:%d/%m})",
        "later": long_date(published + timedelta(days=14 + number_of("later", *key) % 60)),
    }
    place = pick(stock()["places"], "place", *key).format_map(slots)
    return text.format_map({**slots, "place": place})


def prose(number: int, topic: dict[str, Any], published: date) -> list[str]:
    """Three to ten paragraphs that no other article has."""

    def sentences(options: Sequence[str], count: int, part: str) -> list[str]:
        chosen = pick_several(options, count, part, number)
        return [fill(text, topic, published, part, number, place) for place, text in enumerate(chosen)]

    length = 3 + number_of("length", number) % 8
    context = sentences(stock()["context"], min(length, 6), "context")
    details = sentences(topic["details"], max(1, length - 3), "details")
    quotes = sentences(topic["quotes"], 1 if length < 7 else 2, "quotes")
    opening = sentences(topic["leads"], 1, "lead")[0] + " " + context.pop()
    middle = [f"{detail} {context.pop()}" if context and index % 2 == 0 else detail
              for index, detail in enumerate(details)]  # fmt: skip
    for index, quote in enumerate(quotes):
        middle.insert(1 + 2 * index, quote)
    return [opening, *middle[: length - 2], *sentences(stock()["closing"], 1, "closing")]


def compose(number: int, published: date) -> SampleArticle:
    """The article of this number, as it was published on this day."""
    topic = stock()["topic"][number % len(stock()["topic"])]
    title = fill(topic["titles"][number // len(stock()["topic"])], topic, published, "title", number)
    feature = FEATURES.get(number)
    article = SampleArticle(
        slug=slug_of(title),
        title=title,
        published_on=published,
        author=pick(AUTHORS, "author", number),
        section="PENGUMUMAN" if feature in ("pinned", "attachment") else pick(SECTIONS, "section", number),
        blocks=paragraphs(*prose(number, topic, published)),
        readers=40 + number_of("readers", number) % (600 if published.year == DAY_ONE.year else 4000),
        tags=tuple(topic["tags"]),
        features=frozenset({feature} if feature else ()),
    )
    if feature:
        return _with_feature(article, feature)
    return _as_press_release(article, number) if number % 9 == 4 and number >= 38 else article


def _with_feature(article: SampleArticle, feature: Feature) -> SampleArticle:
    if feature == "kicker":
        return replace(article, kicker="Laporan Khusus")
    if feature == "empty":
        return replace(article, blocks=())
    if feature == "wrong-charset":  # typographic quotes and a dash: what a wrong charset breaks
        proof = "“Tulisan ini harus terbaca utuh – termasuk tanda petik dan garis panjangnya,” kata petugas."
        return replace(article, blocks=(*article.blocks, *paragraphs(proof)))
    first, *rest = article.blocks
    return replace(article, blocks=(first, *_extra_blocks(article, feature), *rest))


def _extra_blocks(article: SampleArticle, feature: Feature) -> tuple[Block, ...]:
    year = article.published_on.year
    if feature == "bullets":
        return (
            *paragraphs("Adapun persyaratan yang harus dipenuhi yaitu :"),
            Block("bullets", ("Fotokopi KTP Kota Blitar", "Fotokopi kartu keluarga", "Pas foto ukuran 3x4")),
        )
    if feature == "numbers":
        return (
            *paragraphs("Para pemenang lomba tersebut adalah :"),
            Block("numbers", ("Kelurahan Karangsari", "Kelurahan Gedog", "Kelurahan Turi", "Kelurahan Bendo")),
        )
    if feature == "table":
        rows = (
            "Kecamatan\tPeserta\tBatas akhir",
            f"Sukorejo\t{120 + year % 7}\t10 Oktober {year}",
            f"Kepanjenkidul\t{90 + year % 5}\t11 Oktober {year}",
            f"Sananwetan\t{140 + year % 9}\t12 Oktober {year}",
        )
        return (Block("table", rows),)
    if feature == "heading":
        return (Block("heading", ("Latar Belakang",)), *paragraphs(f"Program dirintis sejak 17 Agustus {year - 3}."))
    if feature == "figure":
        return (Block("figure", ("Suasana kegiatan. (Foto: Diskominfotik)",), article.image.replace(".jpg", "b.jpg")),)
    if feature == "attachment":
        return (Block("attachment", ("Unduh pengumuman selengkapnya (PDF)",), f"/uploads/dokumen/{article.slug}.pdf"),)
    return ()


def _as_press_release(article: SampleArticle, number: int) -> SampleArticle:
    dateline = article.published_on - timedelta(days=number % 2)
    serial = f"{100 + number_of('serial', number) % 800}/{1 + number % 60}/410.111.2/{dateline.year}"
    header = paragraphs(f"SIARAN PERS\xa0No. {serial}", f"“{article.title.upper()}”")
    day = paragraphs(f"{weekday(dateline)}, {long_date(dateline)}")
    text = [block for paragraph in article.blocks for block in (paragraph, BLANK)]
    blocks = (*header, BLANK, *day, BLANK, *text, BLANK, *paragraphs(*CONTACT))
    return replace(article, title=article.title.upper(), number=serial, dateline=dateline, blocks=blocks)


def known_article() -> SampleArticle:
    """The one article whose text is really known: a page of www.blitarkota.go.id of 27 September 2024, whole."""
    title = "KOTA BLITAR RAIH PENGHARGAAN SEBAGAI PENYELENGGARA KELURAHAN CINTA STATISTIK TERBAIK TAHUN 2021-2023"
    lines = [line for line in _text("kelurahan-cinta-statistik.txt").split("\n") if line]
    return SampleArticle(
        slug=slug_of(title),
        title=title,
        published_on=date(2024, 9, 27),
        author="Admin Kota",
        section="BERITA",
        blocks=tuple(BLANK if line.isspace() else Block("paragraph", (line,)) for line in lines),
        readers=141,  # its own first request makes it 142, the number on the real page
        number="485/56/410.111.2/2024",
        dateline=date(2024, 9, 26),
    )


def popular_articles() -> tuple[SampleArticle, SampleArticle]:
    """The two that the real page names as "Berita Populer"; their texts are made up."""
    kupatan = replace(
        compose(3, date(2019, 6, 13)),
        title="Makna Hari Raya Kupatan",
        author="Admin Kota",
        section="BERITA",
        readers=21894,
        tags=("budaya",),
        blocks=paragraphs(
            "Kota Blitar – Sepekan setelah Idulfitri, masyarakat Jawa mengenal Hari Raya Kupatan atau Lebaran Ketupat.",
            "Ketupat, dalam bahasa Jawa kupat, dimaknai sebagai singkatan dari ngaku lepat, mengakui kesalahan. "
            "Anyaman janur melambangkan rumitnya kesalahan manusia, sedangkan beras putih di dalamnya melambangkan "
            "hati yang kembali bersih.",
            "Di sejumlah kelurahan, warga membawa ketupat, lepet dan sayur ke mushala untuk dinikmati bersama "
            "sesudah doa. Tradisi ini sekaligus menjadi ajang silaturahmi antarwarga.",
            "“Yang terpenting adalah saling memaafkan,” tutur seorang sesepuh Kelurahan Kepanjenlor.",
        ),
    )
    voters = replace(
        compose(7, date(2023, 6, 22)),
        title="KPU Kota Blitar Tetapkan DPT Pemilu 2024",
        author="Admin Kota",
        section="BERITA",
        readers=18377,
        tags=("pemilu",),
        blocks=paragraphs(
            "Kota Blitar – Komisi Pemilihan Umum Kota Blitar menetapkan Daftar Pemilih Tetap Pemilu 2024 dalam rapat "
            "pleno terbuka, Rabu (21/06).",
            "Penetapan dilakukan setelah pencocokan dan penelitian data pemilih di 21 kelurahan selesai dilaksanakan. "
            "Rapat dihadiri Bawaslu, perwakilan partai politik dan unsur Forkopimda.",
            "Pemungutan suara dijadwalkan berlangsung pada 14 Februari 2024. Warga dapat memeriksa namanya secara "
            "daring atau di kantor kelurahan.",
            "“Bila ada warga yang belum terdaftar, segera melapor,” kata anggota KPU Kota Blitar.",
        ),
    )
    return replace(kupatan, slug=slug_of(kupatan.title)), replace(voters, slug=slug_of(voters.title))


def mosque_evening() -> SampleArticle:
    """The entry of the listing of 2019 whose byline is known: `by Admin Kota | 10 May 2019 | 3648x Dilihat`."""
    title = "Tarawih Keliling Perdana Digelar di Masjid Agung Kota Blitar"
    return replace(
        compose(13, date(2019, 5, 10)),
        slug=slug_of(title),
        title=title,
        author="Admin Kota",
        section="BERITA",
        readers=3648,
        blocks=paragraphs(
            "Kota Blitar – Pemerintah Kota Blitar mengawali tarawih keliling bulan Ramadan 1440 Hijriah di Masjid "
            "Agung Kota Blitar, Kamis (09/05) malam.",
            "Ribuan jamaah memenuhi serambi hingga halaman masjid. Rombongan pemerintah kota menyerahkan bantuan "
            "operasional kepada takmir sesudah salat witir.",
            "“Ramadan adalah waktu yang baik untuk saling berbagi,” pesan Wali Kota Blitar.",
            "Tarawih keliling berikutnya dijadwalkan di Kelurahan Gedog pada 16 Mei 2019.",
        ),
    )


def publication_days() -> list[date]:
    """The day of each numbered article, in order of time."""
    days: list[date] = []
    for year, count in ARTICLES_A_YEAR.items():
        if year == DAY_ONE.year:
            days += [DAY_ONE - timedelta(days=before) for before in DAYS_BEFORE_DAY_ONE]
        else:
            step = 360 // count
            days += [date(year, 1, 3) + timedelta(days=n * step + number_of(year, n) % step) for n in range(count)]
    return days


@cache
def archive() -> tuple[SampleArticle, ...]:
    """Every article of the first day, oldest first."""
    numbered = [compose(number, day) for number, day in enumerate(publication_days())]
    special = [known_article(), *popular_articles(), mosque_evening()]
    return tuple(sorted([*numbered, *special], key=lambda article: article.published_on))
