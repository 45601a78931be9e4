"""A table of data is text with all its cells; a table of facts about the article is its byline."""

from itertools import product

import pytest

from tests.extract.one_page import HEADING, PARAGRAPHS, TITLE, read_within_site

# The first row is the header; "" for none.
DATA = {
    "timetable": "No,Kegiatan,Tanggal,Tempat/1,Sosialisasi,3 Oktober 2024,Balai Desa/2,Pelatihan,10 Oktober 2024,Aula",
    "days and places": "Tanggal,Lokasi/3 Oktober 2024,Kecamatan Sukorejo/4 Oktober 2024,Kecamatan Kepanjenkidul",
    "one event": "Tanggal,Tempat,Peserta/3 Oktober 2024,Balai Kota,142",
    "stages": "Tahapan,Mulai,Selesai/Pendaftaran,1 Oktober 2024,5 Oktober 2024/Pengumuman,10 Mei 2025,11 Mei 2025",
    "hours": "Hari,Tanggal,Jam/Senin,3 Oktober 2024,08.00 WIB/Selasa,4 Oktober 2024,09.00 WIB",
    "budget": "Uraian,Anggaran/Pendapatan,1.234.567/Belanja,1.200.000",
    "hits": "Layanan,Hits/SIM Keliling,142/Perizinan,98",
    "officials": "Nama,Jabatan/Siti Aminah,Kepala Dinas/Budi Santoso,Camat Sukorejo",
    "facts of an event": "/Hari,Kamis/Tanggal,3 Oktober 2024/Tempat,Balai Kota",
    "no header": "/03-10-2024,Gedog,120/04-10-2024,Bendo,98",
}
BYLINES = {
    "none": ("", None, None, None),
    "day": ("<p>27 September 2024</p>", "2024-09-27", None, None),
    "author": ("<p>Oleh: Siti Aminah</p>", None, "Siti Aminah", None),
    "all": (
        "<ul><li>27 September 2024</li><li>Siti Aminah</li><li>142 kali dibaca</li></ul>",
        "2024-09-27",
        "Siti Aminah",
        142,
    ),
}
CELLS = {"plain": "{}", "paragraphs": "<p>{}</p>"}
AROUND = {"nothing": "{}", "scrolled": '<div class="table-responsive">{}</div>', "figure": "<figure>{}</figure>"}


def rows_of(data: str) -> list[list[str]]:
    return [row.split(",") for row in data.split("/") if row]


def table(rows: list[list[str]], cell: str = "{}", header: bool = False) -> str:
    tags = ["th" if header and not index else "td" for index in range(len(rows))]
    markup = (
        "".join(f"<{tag}>{cell.format(text)}</{tag}>" for text in row) for tag, row in zip(tags, rows, strict=True)
    )
    return f"<table>{''.join(f'<tr>{row}</tr>' for row in markup)}</table>"


@pytest.mark.parametrize("position", [0, 1, 2, 3])
@pytest.mark.parametrize("byline", BYLINES.values(), ids=BYLINES)
@pytest.mark.parametrize("data", DATA.values(), ids=DATA)
def test_the_cells_of_a_table_of_data_are_text_and_none_is_a_fact(data, byline, position):
    facts, published_at, author, views = byline
    rows = rows_of(data)
    for cell, around in product(CELLS.values(), AROUND.values()):
        texts = [f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS]
        texts.insert(position, around.format(table(rows, cell, header=not data.startswith("/"))))
        article = read_within_site(f"<div>{HEADING}{facts}<div>{''.join(texts)}</div></div>").article
        assert article is not None
        wanted = list(PARAGRAPHS)
        wanted[position:position] = ["\t".join(row) for row in rows]
        assert article.body == "\n".join(wanted)
        assert (article.title, article.published_at, article.author, article.views) == (
            TITLE,
            published_at,
            author,
            views,
        )


FACTS = {
    "labels": "/Penulis,Siti Aminah/Tanggal,27 September 2024/Dibaca,142 kali",
    "colons": "/Penulis,:,Siti Aminah/Tanggal,:,27 September 2024/Dibaca,:,142 kali",
    "with the title": f"/Judul,{TITLE}/Tanggal Terbit,27 September 2024/Penulis,Siti Aminah/Dibaca,142 kali",
    "header": "Tanggal,Penulis,Dibaca/27 September 2024,Siti Aminah,142 kali",
    "labels within": "/Oleh : Siti Aminah,Dibaca : 142 kali/Tanggal : 27 September 2024,Kategori : Kegiatan",
}


@pytest.mark.parametrize("data", FACTS.values(), ids=FACTS)
def test_a_table_of_facts_about_the_article_is_its_byline(data):
    facts = table(rows_of(data), header=not data.startswith("/"))
    text = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)
    article = read_within_site(f"<div>{HEADING}{facts}<div>{text}</div></div>").article
    assert article is not None
    assert (article.published_at, article.author, article.views) == ("2024-09-27", "Siti Aminah", 142)
    assert article.body == "\n".join(PARAGRAPHS)
