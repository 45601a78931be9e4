"""Generated article pages of a given size, each with a text of its own: pages that no reader has seen before.

The articles are made of random words in random sentences; menus, sidebars, footers, style sheets and scripts are drawn
anew for each page and fill it up to its size, as they do on the sites. Mostly a fifth is the article, sometimes most.
"""
# ruff: noqa: E501 -- markup reads better unbroken

from __future__ import annotations

import random
from collections.abc import Callable
from datetime import datetime, timedelta

from tests.pages import Made, make
from tests.pages.around import HOME
from tests.pages.facts import full_date, short_date
from tests.pages.stories import Block, Story

_PEOPLE = (
    "Siti Budi Aminah Rina Wahyu Agus Dewi Yanto Sulastri Hendra Prasetyo Wulandari Nugroho Lestari Firman".split()
)
_OFFICES = ("Humas", "Admin", "Diskominfo", "Prokopim", "Admin Kota", "Tim Redaksi", "Bagian Protokol", "Administrator")
_SECTIONS = ("Berita", "Artikel", "Pengumuman", "Kesehatan", "Pendidikan", "Pemerintahan", "Ekonomi")
_PLACES = "Srengat Sukorejo Kanigoro Wlingi Garum Ponggok Nglegok Talun Kesamben Gandusari Selopuro Doko".split()
_DOERS = (
    "Bupati", "Wali Kota", "Sekretaris Daerah", "Kepala Dinas", "Camat", "para pelajar", "warga desa", "Ketua DPRD",
    "petugas lapangan", "kelompok tani", "tim penggerak PKK", "perangkat daerah", "pelaku usaha kecil", "Wakil Bupati",
)  # fmt: skip
_DEEDS = (
    "meresmikan", "meninjau", "menyerahkan", "membahas", "memperbaiki", "menggelar", "mengevaluasi", "mendampingi",
    "mengajak", "menyampaikan", "mempersiapkan", "melanjutkan", "menyalurkan", "mengukuhkan", "memantau", "membuka",
)  # fmt: skip
_THINGS = (
    "gedung pelayanan", "bantuan pangan", "jalan penghubung", "pasar rakyat", "program imunisasi", "lomba kebersihan",
    "pelatihan usaha", "rencana anggaran", "jembatan gantung", "posyandu balita", "laporan keuangan", "festival budaya",
    "saluran irigasi", "beasiswa pelajar", "layanan perizinan", "data kependudukan", "sarana olahraga", "bibit unggul",
)  # fmt: skip
_HOWS = (
    "yang telah direncanakan sejak awal tahun", "dengan melibatkan seluruh lapisan masyarakat", "agar dapat dirasakan oleh warga",
    "sebagai bentuk kepedulian pemerintah daerah", "untuk meningkatkan kesejahteraan bersama", "pada hari kerja dan akhir pekan",
    "yang bersumber dari anggaran daerah", "karena kebutuhan warga semakin tinggi", "dan akan dilanjutkan tahun depan",
    "tanpa mengurangi mutu pelayanan", "sesuai dengan arahan pemerintah pusat", "bersama unsur Forkopimda dan tokoh agama",
)  # fmt: skip
_FIRST_DAY = datetime(2015, 1, 1)  # noqa: DTZ001 -- the site's local time, as in `stories`


def sized(seed: int, size: int) -> Made:
    """The page of a seed, about `size` bytes long; more only where the article alone is longer."""
    rng = random.Random(f"{size}/{seed}")
    made = make(rng.getrandbits(40), story=_story(rng, int(size * rng.triangular(0.1, 0.7, 0.2))))
    room = size - len(made.html.encode())
    # A third of what is left is code, a third ways to elsewhere, a third other articles.
    head = _up_to(rng, room // 3, _code)
    menu = "<div><ul>" + _up_to(rng, room // 3, _menu_item) + "</ul></div>"
    side = _boxes(rng, room - room // 3 - len(menu.encode()) - 40)
    html = made.html.replace("</head>", f"{head}</head>", 1).replace("</body>", f"{side}</body>", 1)
    start = html.index("<body>") + len("<body>")
    return Made(html[:start] + menu + html[start:], made.url, made.expected, made.recipe, made.kept_aside)


def _story(rng: random.Random, length: int) -> Story:
    title = _heading(rng)
    person = f"{rng.choice(_PEOPLE)} {rng.choice(_PEOPLE)}"
    published = _FIRST_DAY + timedelta(minutes=rng.randrange(10 * 365 * 24 * 60))
    blocks = [Block("p", f"{rng.choice(_PLACES).upper()} – {_paragraph(rng)}")]
    while sum(len(line) for block in blocks for line in block.lines) < length:
        if rng.random() < 0.9:
            blocks.append(Block("p", _paragraph(rng)))
        else:
            blocks.append(Block("ul", rows=tuple((_sentence(rng)[:-1],) for _ in range(rng.randint(2, 4)))))
            blocks.append(Block("p", _paragraph(rng)))
    return Story(
        title=title,
        slug=_slug(title),
        published=published,
        author=rng.choice((person, rng.choice(_OFFICES))),
        views=int(10 ** rng.uniform(0.5, 4)),
        section=rng.choice(_SECTIONS),
        blocks=tuple(blocks),
    )


def _heading(rng: random.Random) -> str:
    words = f"{rng.choice(_DOERS)} {rng.choice(_DEEDS)} {rng.choice(_THINGS)} di {rng.choice(_PLACES)}".title()
    return words.replace(" Di ", " di ") + rng.choice(("", "", f" dan {rng.choice(_PLACES)}", " Tahun Ini"))


def _sentence(rng: random.Random) -> str:
    doer = rng.choice(_DOERS)
    number = rng.choice(("", "", "", f"{rng.randint(2, 4000)} ", "sejumlah "))
    hows = " ".join(rng.sample(_HOWS, rng.randint(1, 2)))
    return f"{doer[0].upper()}{doer[1:]} {rng.choice(_DEEDS)} {number}{rng.choice(_THINGS)} di {rng.choice(_PLACES)} {hows}."


def _paragraph(rng: random.Random) -> str:
    return " ".join(_sentence(rng) for _ in range(rng.randint(2, 4)))


def _slug(title: str) -> str:
    return "-".join(title.lower().split())


def _up_to(rng: random.Random, room: int, make_one: Callable[[random.Random], str]) -> str:
    """As many pieces as there is room for, in characters."""
    pieces: list[str] = []
    while room > 0:
        pieces.append(make_one(rng))
        room -= len(pieces[-1])
    return "".join(pieces[:-1])


def _code(rng: random.Random) -> str:
    name = f"{rng.choice(_THINGS).split()[0]}-{rng.randint(1, 9999)}"
    rules = "".join(
        f".{name}-{index}{{margin:{rng.randint(0, 40)}px;color:#{rng.getrandbits(24):06x}}}" for index in range(8)
    )
    return rng.choice(
        (
            f"<style>{rules}</style>",
            f'<script>window.dataLayer=window.dataLayer||[];(function(a,b){{if(a<b)a["{name}"]={rng.random()};}})(1,2);'
            f"var setelan={{id:{rng.getrandbits(32)},judul:'{name}'}};</script>",
            f'<link rel="stylesheet" href="/assets/css/{name}.min.css?v={rng.randint(1, 99)}"><script src="/assets/js/{name}.js"></script>',
        )
    )


def _menu_item(rng: random.Random) -> str:
    name = rng.choice(_THINGS).title()
    inner = "".join(
        f'<li class="menu-item"><a href="/{word.lower()}/{rng.randint(1, 999)}">{name.split()[0]} {word}</a></li>'
        for word in rng.sample(_PLACES, rng.randint(2, 5))
    )
    return f'<li class="menu-item dropdown"><a href="#" class="nav-link" data-toggle="dropdown">{name}</a><ul class="sub-menu">{inner}</ul></li>'


def _boxes(rng: random.Random, room: int) -> str:
    boxes: list[str] = []
    while room > 300:
        name = rng.choice(
            ("Berita Terbaru", "Berita Populer", "Berita Terkait", "Berita Lainnya", "Pengumuman Terbaru")
        )
        entries = _up_to(rng, min(room - 120, 2500), rng.choice((_linked_entry, _counted_entry, _teaser)))
        boxes.append(f'<div class="widget"><h4 class="widget-title">{name}</h4><div class="isi">{entries}</div></div>')
        room -= len(boxes[-1]) + (0 if entries else room)
    return f'<div class="kolom">{"".join(boxes)}</div>'


def _day(rng: random.Random) -> datetime:
    return _FIRST_DAY + timedelta(days=rng.randrange(10 * 365))


def _linked_entry(rng: random.Random) -> str:
    title = _heading(rng)
    return f'<div class="item"><a href="{HOME}/berita/{_slug(title)}">{title}</a></div>'


def _counted_entry(rng: random.Random) -> str:
    title = _heading(rng)
    return (
        f'<div class="media"><img src="/uploads/kecil/{rng.randint(1, 9999)}.jpg" width="80" alt=""><div class="media-body">'
        f'<a href="{HOME}/berita/{_slug(title)}">{title}</a><br><small><i class="fa fa-calendar"></i> {short_date(_day(rng))} '
        f'<i class="fa fa-eye"></i> {rng.randint(1, 9999)}</small></div></div>'
    )


def _teaser(rng: random.Random) -> str:
    title = _heading(rng)
    return (
        f'<div class="item"><h5><a href="{HOME}/berita/{_slug(title)}">{title}</a></h5><p>{full_date(_day(rng))}</p>'
        f"<p>{_sentence(rng)}</p></div>"
    )
