"""A heading within the text keeps its list, also where it reads like that of a site's box."""

from itertools import product

import pytest

from tests.extract.one_page import HEADING, PARAGRAPHS, TEXT, TITLE, read_within_site

HEADINGS = (
    "Jadwal Pelaksanaan",
    "Agenda",
    "Agenda Kegiatan",
    "Susunan Acara",
    "Persyaratan",
    "Ketentuan",
    "Layanan Adminduk",
    "Kontak",
    "Galeri Kegiatan",
    "Pengumuman",
    "Sambutan Wali Kota Blitar",
)
FORMS = {"h2": "<h2>{}</h2>", "h4": "<h4>{}</h4>", "bold": "<p><b>{}:</b></p>", "plain": "<p>{}:</p>"}
POINTS = {
    "days": ("Senin, 30 September 2024 pukul 08.00 WIB", "Selasa, 1 Oktober 2024 pukul 09.00 WIB"),
    "days and places": ("30 September 2024: Kelurahan Gedog", "1 Oktober 2024: Bendo", "2 Oktober 2024: Sentul"),
    "bare days": ("30 September 2024", "1 Oktober 2024", "2 Oktober 2024"),
    "hours": ("08.00 WIB: Registrasi", "09.00 WIB: Pembukaan"),
    "words": ("Fotokopi KTP", "Surat pengantar RT/RW"),
    "sentences": ("Peserta wajib membawa fotokopi kartu tanda penduduk dan kartu keluarga asli.", "Pakaian adat."),
    "facts": ("Hari: Kamis", "Tanggal: 3 Oktober 2024", "Tempat: Balai Kota"),
}


def as_list(points: tuple[str, ...]) -> str:
    return "<ul>" + "".join(f"<li>{point}</li>" for point in points) + "</ul>"


def as_paragraphs(points: tuple[str, ...]) -> str:
    return "".join(f"<p>{point}</p>" for point in points)


def as_lines(points: tuple[str, ...]) -> str:
    return f"<p>{'<br>'.join(points)}</p>"


@pytest.mark.parametrize("byline", ["", "<p>27 September 2024</p>"], ids=["undated", "dated"])
@pytest.mark.parametrize("points", POINTS.values(), ids=POINTS)
@pytest.mark.parametrize("words", HEADINGS)
def test_a_heading_behind_a_paragraph_and_its_points_are_text(words, points, byline):
    for form, listed, wrapper in product(FORMS.values(), (as_list, as_paragraphs, as_lines), ("{}", "<div>{}</div>")):
        for before in (1, 3):
            part = wrapper.format(form.format(words) + listed(points))
            text = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS[:before])
            article = read_within_site(f"<div>{HEADING}{byline}<div>{text}{part}</div></div>").article
            assert article is not None
            heading = words + (":" if ":" in form else "")
            assert article.body == "\n".join([*PARAGRAPHS[:before], heading, *points])
            assert (article.title, article.published_at) == (TITLE, "2024-09-27" if byline else None)
            assert article.author is None


@pytest.mark.parametrize("words", ["Agenda", "Jadwal Pelayanan", "Berita Terkait", "Layanan", "Link Terkait"])
@pytest.mark.parametrize("wrapper", ["{}", "<div>{}</div>"], ids=["flat", "box"])
def test_a_box_of_links_under_the_text_is_no_text(wrapper, words):
    links = "<ul><li><a href='/b/1'>Wali Kota Buka Bazar</a></li><li><a href='/b/2'>Imunisasi Massal</a></li></ul>"
    box = wrapper.format(f"<h4>{words}</h4>{links}")
    article = read_within_site(f"<div>{HEADING}<p>27 September 2024</p><div>{TEXT}{box}</div></div>").article
    assert article is not None
    assert article.body == "\n".join(PARAGRAPHS)


def test_a_side_column_s_agenda_without_links_is_no_text():
    agenda = "<h4>Agenda</h4><ul><li>Apel Pagi, 3 Oktober 2024</li><li>Rapat Kerja, 4 Oktober 2024</li></ul>"
    article = read_within_site(f"<div><div>{HEADING}<div>{TEXT}</div></div><div>{agenda}</div></div>").article
    assert article is not None
    assert (article.body, article.published_at) == ("\n".join(PARAGRAPHS), None)
