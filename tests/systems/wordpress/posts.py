"""What the editors of the site under test have written: articles of our own, and all that is none.

Times are local (Asia/Jakarta) and lie before the moment that is passed in, so that the newest articles are recent.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from typing import Any

from blitar_scraper.demo.content import compose, number_of, pick, pick_several
from tests.systems.wordpress.markup import (
    BLOCK_EXTRAS,
    CLASSIC_EXTRAS,
    NEXT_PAGE,
    blocks,
    classic,
    divisions,
    paragraph,
    word,
)

ARTICLES = 120
YEARS = 3
# In every text that the public must not see as an article: it must not be found in the archive.
HIDDEN = "Kalimatrahasia"

AUTHORS = {
    "humas": "Humas Setda",
    "siti": "Siti Aminah, S.Kom",
    "maruf": "Muhammad Ma'ruf",
    "ppid": "PPID & Media Center",
}
LOGINS = ("adminkota", *AUTHORS)
CATEGORIES: dict[str, str | None] = {
    "Berita": None,
    "Pengumuman": None,
    "Kesehatan & Sosial": None,
    "Berita OPD": None,
    "Dinas Pendidikan": "Berita OPD",
}
TAGS = ("kota blitar", "UMKM", "Pendidikan & Budaya", "apbd")
IMAGES = 12

# Titles that WordPress prints otherwise than they were typed, or that mislead a reader.
TITLES = {
    1: '"Gotong Royong" Jadi Kunci, Kata Wali Kota',
    4: "PKK & Posyandu Bersinergi Turunkan Angka Stunting",
    7: "Jum'at Berkah: Wali Kota Berbagi 500 Nasi Bungkus",
    10: "Hari Jadi ke-117 -- Kirab Pusaka Digelar Meriah",
    13: "Apa Itu <em>Smart City</em>? Simak Penjelasannya",
    16: "Jadwal Imsakiyah 12 Maret 2024 Kota Blitar",
    19: "Lapangan 9x12 Meter Diresmikan...",
    22: "Khutbah Jumat: الحمد لله رب العالمين",
    25: "Wali Kota: 'Jangan Panik, Stok Aman'",
    28: "🎉 Selamat Hari Ulang Tahun Republik Indonesia 🇮🇩",
    31: "Optimalkan Peran Pejabat Pengelola Informasi dan Dokumentasi di Tingkat Kecamatan dan Kelurahan, Dinas "
    "Komunikasi dan Informatika Lakukan Monitoring serta Evaluasi Keterbukaan Informasi Publik",
    34: "Pelayanan Akta",
    37: "Harga Cabai < Rp50.000, Pedagang & Pembeli “Tersenyum”",
    40: "Pengumuman",
    # The same title again and again, as offices do.
    43: "Apel Pagi Senin",
    44: "Apel Pagi Senin",
    76: "Apel Pagi Senin",
}


# Articles over several pages, and over how many. A block theme links to pages that the block editor made only.
SPLIT = {64: 2, 66: 3, 84: 2}


@dataclass(frozen=True)
class Post:
    """A post as it is entered; `images` become its attachments, `categories` and `tags` are names."""

    title: str
    content: str
    date: str
    author: str = "adminkota"
    type: str = "post"
    status: str = "publish"
    categories: tuple[str, ...] = ("Berita",)
    tags: tuple[str, ...] = ()
    excerpt: str = ""
    password: str = ""
    image: str | None = None
    images: tuple[str, ...] = ()
    sticky: bool = False
    comments: tuple[dict[str, str], ...] = ()
    modified: str | None = None


def order(now: datetime) -> dict[str, Any]:
    """Everything that the seed inserts, for a site whose local time is `now`."""
    return {
        "authors": AUTHORS,
        "categories": CATEGORIES,
        "images": [
            {
                "name": f"foto-{number}",
                "title": f"Foto kegiatan {number}",
                "caption": f"Dokumentasi kegiatan nomor {number}",
                "date": _time(now - timedelta(days=365 * YEARS)),
            }
            for number in range(IMAGES)
        ],
        "posts": [asdict(post) for post in (*articles(now), *hidden(now))],
    }


def articles(now: datetime) -> list[Post]:
    """The public articles, oldest first; the last one is from yesterday."""
    step = timedelta(days=365 * YEARS) / ARTICLES
    moments = [now - timedelta(days=1) - step * (ARTICLES - 1 - number) for number in range(ARTICLES)]
    return [_article(number, moment) for number, moment in enumerate(moments)]


def _article(number: int, moment: datetime) -> Post:
    sample = compose(number, moment.date())
    texts = [line for block in sample.blocks if block.kind == "paragraph" for line in block.lines]
    image = f"foto-{number % IMAGES}"
    changed = moment + timedelta(hours=1 + number_of("changed", number) % 300)
    return Post(
        title=TITLES.get(number, sample.title),
        content=_content(number, texts, image),
        date=_time(moment),
        author=pick(LOGINS, "author", number),
        categories=_categories(number),
        tags=tuple(pick_several((*TAGS, *sample.tags), number % 4, number)),
        excerpt=f"Ringkasan singkat berita nomor {number}." if number % 7 == 3 else "",
        image=image if number % 3 == 0 else None,
        images=(image,) if number < IMAGES else (),
        sticky=number in (50, 90),
        comments=_comments(number, moment),
        modified=_time(changed) if number % 5 == 2 and number < ARTICLES - 5 else None,
    )


def _categories(number: int) -> tuple[str, ...]:
    if number % 10 == 9:
        return ()  # WordPress then takes its default category
    if number % 10 == 4:
        return ("Berita", "Kesehatan & Sosial")
    return (pick(tuple(CATEGORIES), "category", number),)


def _comments(number: int, moment: datetime) -> tuple[dict[str, str], ...]:
    texts = ("Terima kasih informasinya, sangat bermanfaat bagi kami warga kelurahan.", "Kapan jadwal berikutnya, min?")
    return tuple(
        {
            "author": f"Warga {number}",
            "date": _time(moment + timedelta(days=1 + place)),
            "content": f"{text} Salam dari RT {number:02}.",
        }
        for place, text in enumerate(texts)
        if number % 6 == place
    )


def _content(number: int, texts: list[str], image: str) -> str:
    if number == 60:  # very long
        texts = [f"{text} (bagian {part + 1})" for part in range(12) for text in texts]
    if number == 61:  # very short
        return paragraph("Libur bersama, pelayanan kembali dibuka hari Senin.")
    if number == 62:  # a picture and no words
        return f'<img class="alignnone" src="{{{{url:{image}}}}}" alt="" />'
    if number in SPLIT:
        size = -(-len(texts) // SPLIT[number])
        return f"\n\n{NEXT_PAGE}\n\n".join(
            blocks(texts[start : start + size], None, image) for start in range(0, len(texts), size)
        )
    if number % 2:
        extra = BLOCK_EXTRAS[number // 2 % len(BLOCK_EXTRAS)] if number % 8 != 7 else None
        return blocks(texts, extra, image)
    if number % 12 == 0:
        return word(texts, None, image)
    if number % 14 == 0:
        return divisions(texts, None, image)
    return classic(texts, CLASSIC_EXTRAS[number // 2 % len(CLASSIC_EXTRAS)] if number % 16 != 6 else None, image)


def hidden(now: datetime) -> list[Post]:
    """What must never be found as an article: not public, not yet, no longer, or a page of the site."""
    text = f"{HIDDEN} yang tidak boleh terbaca oleh siapa pun di luar kantor ini, apa pun alasannya."

    def of(kind: str, count: int, *, days: int, status: str = "publish", **more: Any) -> list[Post]:
        return [
            Post(
                title=f"{HIDDEN} {kind} nomor {number}",
                content=paragraph(text),
                date=_time(now - timedelta(days=days * (number + 1))),
                **{"status": status, **more},
            )
            for number in range(count)
        ]

    return [
        *of("konsep", 3, days=3, status="draft"),
        *of("menunggu", 2, days=4, status="pending"),
        *of("dibuang", 3, days=40, status="trash"),
        *of("terjadwal", 3, days=-5, status="future"),
        *of("pribadi", 3, days=6, status="private"),
        *of("sandi", 2, days=7, password="hanya untuk kantor"),
        *of("halaman", 4, days=90, type="page", categories=()),
    ]


def _time(moment: datetime) -> str:
    return f"{moment:%Y-%m-%d %H:%M:%S}"
