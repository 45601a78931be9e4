"""An article that is split over several pages is stored whole, or not this time."""

import pytest

from blitar_scraper.demo import Response

TEXTS = (
    "Warga Kelurahan Gedog memanen padi bersama Dinas Ketahanan Pangan pada akhir pekan lalu di sawah bengkok.",
    "Hasil panen tahun ini naik dibandingkan dengan tahun lalu karena air irigasi mengalir lancar sepanjang musim.",
)
PATH = "/berita/panen-raya-padi-di-gedog"


def response(html: str, status: int = 200) -> Response:
    return Response(status, {"Content-Type": "text/html; charset=utf-8"}, html.encode())


def part(number: int) -> Response:
    byline = "<p>by Admin Kota | 27 Feb 2026 | 36x Dilihat</p>"
    links = f'<p class="page-links"><a href="{PATH}">1</a> <a href="{PATH}/2">2</a></p>'
    body = f"<h1>Panen Raya Padi di Gedog</h1>{byline}<p>{TEXTS[number - 1]}</p>{links}"
    return response(f"<html><body><main><article>{body}</article></main></body></html>")


@pytest.fixture
def split(crawls):
    listing = f'<div><h4><a href="{PATH}">Panen Raya Padi di Gedog</a></h4><p>by Admin Kota | 27 Feb 2026</p></div>'
    overrides = crawls.server.site.overrides
    overrides["/beranda"] = response(f"<html><body>{listing}</body></html>")
    overrides[PATH], overrides[f"{PATH}/2"] = part(1), part(2)
    crawls.start_paths = ["/beranda"]
    return crawls


def bodies(crawls):
    return [row["body"].split("\n") for row in crawls.rows("SELECT body FROM articles")]


def test_the_pages_of_a_split_article_are_one_article(split):
    result = split.run()
    assert [[line for line in body if len(line) > 20] for body in bodies(split)] == [list(TEXTS)]
    assert split.requested().count(f"{PATH}/2") == 1
    assert result["run"]["errors"] == 0


def test_an_article_of_which_a_page_cannot_be_had_is_not_taken_for_edited(split):
    split.run()
    before = bodies(split)
    split.server.site.overrides[f"{PATH}/2"] = response("kesalahan", 500)
    split.run(full=True)
    assert bodies(split) == before
    assert split.rows("SELECT problem FROM problems WHERE problem = 'part-missing'")
    assert split.rows("SELECT * FROM article_versions") == []


def test_a_link_to_a_page_that_was_never_there_hides_nothing(split):
    split.server.site.overrides[f"{PATH}/2"] = response("tidak ada", 404)
    split.run()
    assert TEXTS[0] in bodies(split)[0]
