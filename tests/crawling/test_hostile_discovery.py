"""Sites that never end, lie about every address, or send bombs: bounded time and memory, a problem, the exit status."""
# ruff: noqa: E501 -- markup reads better unbroken

import gzip
import json

import pytest

from blitar_scraper.demo import serve
from tests.crawling.test_discovery import crawl, requests_of, rows, stored
from tests.served import Response, page, xml
from tests.served.systems import SYSTEMS, frame, laravel, wordpress


def problems(archive):
    return {row["problem"] for row in rows(archive, "SELECT problem FROM problems")}


def redirect(path):
    return Response(302, {"Location": path}, b"")


def test_a_redirect_loop_at_the_door_is_unreachable(tmp_path):
    site = laravel(5)
    site.answers["/"] = redirect("/masuk")
    site.answers["/masuk"] = redirect("/")
    with serve(site) as server:
        (result,) = crawl(tmp_path / "a.db", server)
        assert (result["status"], result["exit_status"]) == ("unreachable", 4)
        assert "redirect-loop" in problems(tmp_path / "a.db")
        assert len(requests_of(server)) < 40


def test_a_redirect_loop_of_one_article_harms_no_other(tmp_path):
    site = laravel(20)
    path = site.paths[7]
    site.answers[path] = redirect(path + "?a=1")
    site.answers[path + "?a=1"] = redirect(path)
    with serve(site) as server:
        (result,) = crawl(tmp_path / "a.db", server)
        assert result["exit_status"] == 0
        assert set(stored(tmp_path / "a.db", server)) == site.expected - {path}
        assert "redirect-loop" in problems(tmp_path / "a.db")


def test_a_calendar_that_goes_on_for_ever_is_not_followed(tmp_path):
    site = laravel(20)
    table = "".join(f'<td><a href="/agenda?hari={day}">{day}</a></td>' for day in range(1, 29))

    def calendar(request):
        month = int(request.query.get("bulan", 1))
        inner = (
            f'<div class="pagination"><a rel="next" href="/agenda?bulan={month + 1}">»</a></div><table>{table}</table>'
        )
        return frame(inner) if request.path == "/agenda" else page("<h1>404</h1>", 404)

    site.otherwise = calendar
    for target, answer in list(site.answers.items()):
        link = b'<div class="pagination"><a class="next" href="/agenda?bulan=2">\xc2\xbb</a></div></aside>'
        site.answers[target] = Response(200, answer.headers, answer.body.replace(b"</aside>", link))
    with serve(site) as server:
        (result,) = crawl(tmp_path / "a.db", server)
        assert result["exit_status"] == 0
        assert set(stored(tmp_path / "a.db", server)) == site.expected
        assert sum("/agenda" in target for target in requests_of(server)) <= 3


def test_a_site_that_answers_every_address_with_its_home_page_stores_nothing(tmp_path):
    site = laravel(20)
    home = site.answers["/"]
    site.answers.clear()
    site.otherwise = lambda request: home
    with serve(site) as server:
        (result,) = crawl(tmp_path / "a.db", server)
        assert result["exit_status"] == 3
        assert stored(tmp_path / "a.db", server) == []
        assert len(requests_of(server)) < 30


def test_a_site_that_says_not_found_with_200_loses_only_those_articles(tmp_path):
    site = laravel(20)
    gone = [site.paths[number] for number in (3, 9)]
    for path in gone:
        site.answers[path] = frame("<h1>Halaman tidak ditemukan</h1><p>Maaf, halaman yang Anda cari tidak ada.</p>")
    site.otherwise = lambda request: frame("<h1>404</h1><p>Halaman yang Anda cari tidak ditemukan.</p>")
    with serve(site) as server:
        (result,) = crawl(tmp_path / "a.db", server)
        assert result["exit_status"] == 0
        assert set(stored(tmp_path / "a.db", server)) == site.expected - set(gone)


def test_a_listing_without_end_whose_links_lead_nowhere_is_left(tmp_path):
    site = laravel(3)

    def endless(request):
        if request.path == "/berita":
            number = int(request.query.get("page", 1))
            rows = "".join(
                f'<div class="card"><h5><a href="/berita/kabar-nomor-{number}-{place}-dari-desa">Kabar nomor {number} {place} dari desa</a></h5><small>3 Mei 2024</small></div>'
                for place in range(10)
            )
            return frame(
                f'{rows}<ul class="pagination"><li><a href="/berita?page={number + 1}">{number + 1}</a></li></ul>'
            )
        return page("<h1>404</h1>", 404)

    site.answers.clear()
    site.answers["/"] = frame('<a href="/berita">Berita</a>', '<li><a href="/berita">Berita</a></li>')
    site.otherwise = endless
    with serve(site) as server:
        (result,) = crawl(tmp_path / "a.db", server)
        assert result["exit_status"] == 3
        assert "listing-barren" in problems(tmp_path / "a.db")
        assert len(requests_of(server)) < 400


def test_links_to_other_hosts_are_not_followed(tmp_path):
    with serve(laravel(5, 3)) as other:
        site = laravel(12)
        card = f'<div class="card"><a href="{other.url}/berita/x-y-z"><h5>Berita dari situs lain yang menarik</h5></a><small>3 Mei 2024</small></div>'
        for target in ("/berita", "/"):
            body = site.answers[target].body.replace(b'<div class="row">', b'<div class="row">' + card.encode())
            site.answers[target] = Response(200, site.answers[target].headers, body)
        with serve(site) as server:
            (result,) = crawl(tmp_path / "a.db", server)
            assert result["exit_status"] == 0
            assert set(stored(tmp_path / "a.db", server)) == site.expected
        assert requests_of(other) == []


BOMBS = {
    "laughs": xml(
        '<?xml version="1.0"?><!DOCTYPE r [<!ENTITY a "' + "ha" * 5000 + '">'
        + "".join(f'<!ENTITY {name} "{("&" + before + ";") * 10}">' for before, name in zip("abcdefgh", "bcdefghi", strict=True))
        + "]><urlset><url><loc>&i;</loc></url></urlset>"
    ),
    "gzip": Response(200, {"Content-Type": "application/x-gzip"}, gzip.compress(bytes(200_000_000), 9)),
    "encoded": Response(200, {"Content-Type": "text/xml", "Content-Encoding": "gzip"}, gzip.compress(bytes(200_000_000), 9)),
    "deep": xml("<a>" * 200_000),
    "itself": xml("<sitemapindex><sitemap><loc>/sitemap.xml</loc></sitemap></sitemapindex>"),
}  # fmt: skip


@pytest.mark.parametrize("bomb", BOMBS)
def test_a_bomb_for_a_sitemap_or_a_feed_costs_little_and_harms_nothing(tmp_path, bomb):
    site = wordpress(15, rest=False)
    whole = site.otherwise

    def bombs(request):
        return BOMBS[bomb] if "sitemap" in request.path or "feed" in request.path else whole(request)

    site.otherwise = bombs
    with serve(site) as server:
        (result,) = crawl(tmp_path / "a.db", server, most_memory=700_000_000)
        assert result["exit_status"] == 0
        assert set(stored(tmp_path / "a.db", server)) == site.expected


def test_a_sitemap_of_fifty_thousand_addresses_is_stored_and_resumed_from(tmp_path):
    site = laravel(10)
    whole = site.otherwise
    count = 50_000

    def large(request):
        if request.path == "/sitemap.xml":
            places = "".join(
                f"<url><loc>http://{request.headers['host']}/berita/arsip-lama-nomor-{n}</loc></url>"
                for n in range(count)
            )
            return xml(f"<urlset>{places}</urlset>")
        return whole(request)

    site.otherwise = large
    with serve(site) as server:
        (result,) = crawl(tmp_path / "a.db", server, limit=30)
        assert result["exit_status"] == 0
        assert rows(tmp_path / "a.db", "SELECT count(*) AS n FROM pages WHERE due_at IS NOT NULL")[0]["n"] >= count
        assert len(requests_of(server)) < 60


@pytest.mark.parametrize("system", SYSTEMS)
def test_a_challenge_page_with_200_is_a_refusal_and_not_an_empty_site(tmp_path, system):
    site = SYSTEMS[system](5)
    challenge = Response(
        200,
        {"Content-Type": "text/html", "Server": "cloudflare"},
        b"<!DOCTYPE html><html><head><title>Just a moment...</title></head><body><h2>Checking your browser before accessing</h2>"
        b'<script src="/cdn-cgi/challenge-platform/h/b/orchestrate/chl_page/v1"></script></body></html>',
    )
    site.answers.clear()
    site.otherwise = lambda request: challenge
    with serve(site) as server:
        (result,) = crawl(tmp_path / "a.db", server)
        assert (result["status"], result["exit_status"]) == ("unreachable", 4)
        assert result["reason"].startswith("blocked: it shows a firewall's check")


def test_json_and_pictures_for_a_home_page_are_said_to_be_no_listing(tmp_path):
    site = laravel(5)
    site.answers.clear()
    site.otherwise = lambda request: Response(200, {"Content-Type": "application/json"}, json.dumps({"a": 1}).encode())
    with serve(site) as server:
        (result,) = crawl(tmp_path / "a.db", server)
        assert result["exit_status"] == 3
