"""Every way in which sites number their listing pages is followed to the end, from nothing but the home address."""
# ruff: noqa: E501 -- markup reads better unbroken

from html import escape as e

import pytest

from blitar_scraper.demo import serve
from tests.crawling.test_discovery import crawl, requests_of, stored
from tests.served import ServedSite, make_news
from tests.served.systems import frame, pages_of, paragraphs
from tests.templates.printing import long

SIZE = 10
# How page `n` (from 1) is addressed, and what the pager shows beside numbers.
FORMS = {
    "query page": (lambda n: "/berita" if n == 1 else f"/berita?page={n}", "numbers"),
    "query hal": (lambda n: "/berita" if n == 1 else f"/berita?hal={n}", "numbers"),
    "page and per-page": (lambda n: "/berita" if n == 1 else f"/berita?page={n}&per-page=10", "numbers"),
    "folders page": (lambda n: "/berita" if n == 1 else f"/berita/page/{n}/", "numbers"),
    "start offset": (lambda n: "/berita" if n == 1 else f"/berita?start={(n - 1) * SIZE}", "numbers"),
    "offset in the path": (lambda n: "/berita" if n == 1 else f"/berita/index/{(n - 1) * SIZE}", "numbers"),
    "offset by one in the path": (lambda n: "/berita/index" if n == 1 else f"/berita/index/{(n - 1) * SIZE + 1}", "numbers"),
    "offset behind a section": (lambda n: "/kategori/berita-opd" if n == 1 else f"/kategori/berita-opd/{(n - 1) * SIZE}", "numbers"),
    "number behind the name": (lambda n: "/berita" if n == 1 else f"/berita/{n}", "numbers"),
    "file names": (lambda n: "/berita.html" if n == 1 else f"/berita-hal-{n}.html", "numbers"),
    "only next": (lambda n: "/berita" if n == 1 else f"/berita?page={n}", "Selanjutnya"),
    "only next in words": (lambda n: "/berita" if n == 1 else f"/berita/page/{n}", "Berikutnya »"),
    "only older": (lambda n: "/berita" if n == 1 else f"/berita/page/{n}/", "Pos-pos Lama"),
    "only an arrow": (lambda n: "/berita" if n == 1 else f"/berita?page={n}", "›"),
    "next and offset": (lambda n: "/index.php/berita" if n == 1 else f"/index.php/berita?limitstart={(n - 1) * SIZE}", "Selanjutnya"),
    "load more": (lambda n: "/berita" if n == 1 else f"/berita?page={n}", "Muat lebih banyak"),
}  # fmt: skip


def site_with(form):
    address, shows = FORMS[form]
    news = make_news(43, 5)
    paths = {item.number: f"/baca/{item.number}/{item.slug}" for item in news}
    site = ServedSite(news, paths)
    menu = f'<li><a href="{address(1)}">Berita</a></li>'
    for item in news:
        site.answers[paths[item.number]] = frame(
            f"<h1>{e(item.title)}</h1><p>{e(item.author)} | {long(item.published)} | {item.views} kali dibaca</p>{paragraphs(item)}",
            menu,
        )
    batches = pages_of(news, SIZE)
    last = len(batches)
    for place, batch in enumerate(batches, 1):
        rows = "".join(
            f'<div class="item"><h3><a href="{paths[item.number]}">{e(item.title)}</a></h3><p>{long(item.published)}</p><p>{e(item.body[0][:90])}</p></div>'
            for item in batch
        )
        if shows == "numbers":
            links = [(str(n), n) for n in range(1, last + 1) if n != place] + (
                [("»", place + 1)] if place < last else []
            )
        else:
            links = [(shows, place + 1)] if place < last else []
        pager = "".join(f'<li><a href="{e(address(n))}">{label}</a></li>' for label, n in links)
        site.answers[address(place)] = frame(
            f'<div class="daftar">{rows}</div><ul class="pagination">{pager}</ul>', menu
        )
    newest = "".join(
        f'<div><h4><a href="{paths[item.number]}">{e(item.title)}</a></h4><p>{e(item.body[0][:80])}</p></div>'
        for item in news[:3]
    )
    site.answers["/"] = frame(f"<h2>Berita Terkini</h2>{newest}", menu)
    return site


@pytest.mark.parametrize("form", FORMS)
def test_a_listing_is_followed_to_its_end(tmp_path, form):
    site = site_with(form)
    with serve(site) as server:
        (result,) = crawl(tmp_path / "a.db", server)
        assert result["exit_status"] == 0
        assert stored(tmp_path / "a.db", server) == sorted(site.expected)
        assert len(requests_of(server)) <= 43 + 12
