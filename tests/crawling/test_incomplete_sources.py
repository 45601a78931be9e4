"""A source that fails, is cut short or names only what is newest: what it does not name is found all the same."""

import json
from html import escape

import pytest

from blitar_scraper.demo import serve
from tests.crawling.test_discovery import crawl, requests_of, stored
from tests.served import Response, page, xml
from tests.served.systems import frame, laravel, wordpress
from tests.templates.printing import long

LATER = "2026-03-05T03:00:00+00:00"
UNAVAILABLE = page("<h1>Service Unavailable</h1>", 503)
HEAD = '<link rel="https://api.w.org/" href="/wp-json/"><link rel="alternate" type="application/rss+xml" href="/feed/">'


def answer_otherwise(site, changed):
    """Let `changed(request, answer)` make another answer of what the site would say; None leaves it."""
    usual = site.otherwise
    site.otherwise = lambda request: changed(request, answer := usual(request)) or answer


def sitemap_of(request, paths):
    base = f"http://{request.headers['host']}"
    return xml("<urlset>" + "".join(f"<url><loc>{base}{path}</loc></url>" for path in paths) + "</urlset>")


def without_news_at_home(site):
    for target in list(site.answers):
        if target == "/" or target.startswith("/page/"):
            site.answers[target] = frame("<h1>Selamat datang</h1><p>Kami melayani warga.</p>", head=HEAD)


@pytest.mark.parametrize("cached", ["the page asked for is ignored", "the headers are lost"])
def test_a_rest_collection_that_does_not_say_that_it_is_whole_is_not_believed_to_be(tmp_path, cached):
    site = wordpress(150)

    def from_cache(request, answer):
        if not request.path.startswith("/wp-json"):
            return None
        if cached == "the headers are lost":
            posts = json.loads(answer.body)[:60]
            return Response(200, {"Content-Type": "application/json"}, json.dumps(posts).encode())
        first = type(request)(request.method, f"{request.path}?per_page=100&page=1", request.headers)
        return usual(first)

    usual = site.otherwise
    answer_otherwise(site, from_cache)
    with serve(site) as server:
        (result,) = crawl(tmp_path / "a.db", server)
        assert (result["status"], result["exit_status"]) == ("finished", 0)
        assert set(stored(tmp_path / "a.db", server)) == site.expected


def test_a_home_page_that_fails_in_the_first_crawl_leaves_the_rest_to_the_next(tmp_path):
    site = wordpress(30)
    home, site.answers["/"] = site.answers["/"], UNAVAILABLE
    some = [*site.paths.values()][:10]
    answer_otherwise(
        site, lambda request, _: sitemap_of(request, some) if request.path == "/wp-sitemap-posts-post-1.xml" else None
    )
    with serve(site) as server:
        (result,) = crawl(tmp_path / "a.db", server)
        assert (result["status"], result["exit_status"]) == ("cut", 3)
        site.answers["/"] = home
        (result,) = crawl(tmp_path / "a.db", server, now=LATER)
        assert (result["status"], result["exit_status"]) == ("finished", 0)
        assert set(stored(tmp_path / "a.db", server)) == site.expected


@pytest.mark.parametrize("failing", ["/wp-sitemap.xml", "/wp-sitemap-posts-post-1.xml"])
def test_a_sitemap_that_fails_in_the_first_crawl_is_read_in_the_next(tmp_path, failing):
    site = wordpress(30, rest=False, listed=False)
    fails = True
    answer_otherwise(site, lambda request, _: UNAVAILABLE if fails and request.path == failing else None)
    with serve(site) as server:
        (result,) = crawl(tmp_path / "a.db", server)
        assert (result["status"], result["exit_status"]) == ("cut", 3)
        fails = False
        (result,) = crawl(tmp_path / "a.db", server, now=LATER)
        assert (result["status"], result["exit_status"]) == ("finished", 0)
        assert set(stored(tmp_path / "a.db", server)) == site.expected


@pytest.mark.parametrize("status", [404, 503])
def test_a_part_of_a_sitemap_that_never_answers_is_missed_for_three_crawls_at_most(tmp_path, status):
    site = wordpress(12, rest=False, listed=False)

    def with_a_lost_part(request, answer):
        if request.path == "/wp-sitemap.xml":
            lost = b"<sitemap><loc>http://%s/wp-sitemap-posts-post-2.xml</loc></sitemap></sitemapindex>"
            body = answer.body.replace(b"</sitemapindex>", lost % request.headers["host"].encode())
            return Response(200, answer.headers, body)
        return page("<h1>Kesalahan</h1>", status) if request.path == "/wp-sitemap-posts-post-2.xml" else None

    answer_otherwise(site, with_a_lost_part)
    with serve(site) as server:
        days = [f"2026-03-{2 + 8 * place:02}T03:00:00+00:00" for place in range(4)]
        ended = [crawl(tmp_path / "a.db", server, now=day)[0]["status"] for day in days]
        assert ended == (["finished"] * 4 if status == 404 else ["cut"] * 3 + ["finished"])
        assert set(stored(tmp_path / "a.db", server)) == site.expected


def test_an_update_reads_the_sitemap_where_no_listing_reaches_back_to_what_is_known(tmp_path):
    site = wordpress(30, rest=False)
    hidden = 10

    def newest(request, answer):
        if request.path == "/wp-sitemap-posts-post-1.xml":
            return sitemap_of(request, [site.paths[item.number] for item in site.news[hidden:]])
        return page("", 404) if request.path == "/feed/" else None

    def home():
        cards = "".join(
            f'<article><h2><a href="{site.paths[item.number]}">{escape(item.title)}</a></h2>'
            f"<p>{long(item.published)}</p></article>"
            for item in site.news[hidden : hidden + 3]
        )
        return frame(f"<main>{cards}</main>")

    answer_otherwise(site, newest)
    site.answers["/"] = home()
    with serve(site) as server:
        crawl(tmp_path / "a.db", server)
        assert len(stored(tmp_path / "a.db", server)) == 20
        hidden = 0
        site.answers["/"] = home()
        crawl(tmp_path / "a.db", server, now=LATER)
        assert set(stored(tmp_path / "a.db", server)) == site.expected
        requests_of(server)
        crawl(tmp_path / "a.db", server, now="2026-03-05T05:00:00+00:00")
        assert not any("sitemap" in target for target in requests_of(server))


def test_an_update_finds_a_scheduled_post_that_only_the_feed_dates_to_its_publication(tmp_path):
    site = wordpress(12)
    without_news_at_home(site)
    scheduled, is_out = site.paths[site.news[0].number], False

    def of_today(request, answer):
        if is_out:
            return None
        if request.path.startswith("/wp-json"):
            posts = [post for post in json.loads(answer.body) if not post["link"].endswith(scheduled)]
            return Response(200, answer.headers, json.dumps(posts).encode())
        return page("", 404) if request.path == "/feed/" else None

    answer_otherwise(site, of_today)
    with serve(site) as server:
        crawl(tmp_path / "a.db", server)
        assert set(stored(tmp_path / "a.db", server)) == site.expected - {scheduled}
        is_out = True
        # Its `modified_gmt` is long before what the update asks for.
        (result,) = crawl(tmp_path / "a.db", server, now="2026-03-20T03:00:00+00:00")
        assert result["exit_status"] == 0
        assert set(stored(tmp_path / "a.db", server)) == site.expected


def test_an_update_without_changes_is_good_where_only_rest_names_articles(tmp_path):
    site = wordpress(12)
    without_news_at_home(site)
    answer_otherwise(site, lambda request, _: page("", 404) if request.path == "/feed/" else None)
    with serve(site) as server:
        crawl(tmp_path / "a.db", server)
        (result,) = crawl(tmp_path / "a.db", server, now="2026-03-20T03:00:00+00:00")
        assert (result["status"], result["exit_status"], result["reason"]) == ("finished", 0, None)


def test_a_static_page_is_no_article_when_it_is_asked_for_again_either(tmp_path):
    site = laravel(12)
    static = "/berita/visi-dan-misi-kabupaten-sukamaju"
    site.answers[static] = frame(
        "<h1>Visi dan Misi Kabupaten Sukamaju</h1>"
        "<p>Terwujudnya masyarakat yang sejahtera, adil, makmur dan berkelanjutan sesuai amanat rakyat.</p>"
    )
    answer_otherwise(
        site,
        lambda request, _: (
            sitemap_of(request, [*site.paths.values(), static]) if request.path == "/sitemap.xml" else None
        ),
    )
    with serve(site) as server:
        crawl(tmp_path / "a.db", server)
        requests_of(server)
        crawl(tmp_path / "a.db", server, now=LATER)
        assert static in requests_of(server)
        assert set(stored(tmp_path / "a.db", server)) == site.expected
