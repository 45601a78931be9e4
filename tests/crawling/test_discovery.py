"""Of a site nothing is known but its address: every article is found, none twice, whatever system it runs on."""

import json

import pytest

from blitar_scraper.archive import Archive
from blitar_scraper.demo import serve
from tests import forked
from tests.served.systems import SYSTEMS, wordpress


def crawl(archive, *servers, now="2026-03-02T03:00:00+00:00", most_memory=None, **options):
    """The results of one crawl of each site, in order; `most_memory` in bytes is all that the process may map."""
    urls = [server.url for server in servers]
    order = (archive, now, json.dumps(options), *urls)
    ran = forked.run("tests.crawling.one_site", *order, most_memory=most_memory, timeout=120)
    assert ran.returncode == 0, ran.stderr
    return json.loads(ran.stdout.splitlines()[-1])


def rows(archive, sql, *values):
    with Archive(archive, readonly=True) as opened:
        return [dict(row) for row in opened.db.query(sql, list(values))]


def stored(archive, server):
    """The paths of the site's articles, as often as they are stored."""
    found = rows(archive, "SELECT url FROM articles WHERE url LIKE ?", f"{server.url}/%")
    return sorted(row["url"].removeprefix(server.url) for row in found)


def requests_of(server):
    asked = [request.target for request in server.requests]
    server.requests.clear()
    return asked


@pytest.mark.parametrize("system", SYSTEMS)
def test_every_article_is_found_and_none_twice(tmp_path, system):
    site = SYSTEMS[system](57)
    with serve(site) as server:
        (result,) = crawl(tmp_path / "a.db", server)
        assert (result["status"], result["exit_status"], result["reason"]) == ("finished", 0, None)
        found = stored(tmp_path / "a.db", server)
        assert len(found) == 57
        known = {path.split("?")[0].removesuffix("/to_top") for path in found}
        assert known == site.expected
        assert len(requests_of(server)) <= 57 * 1.5


def test_rest_names_everything_so_that_no_listing_is_paged_to_its_end(tmp_path):
    with serve(wordpress(120)) as server:
        crawl(tmp_path / "a.db", server)
        asked = requests_of(server)
        assert len(stored(tmp_path / "a.db", server)) == 120
        assert len(asked) < 1.2 * 120
        assert sum(target.startswith("/page/") for target in asked) < 4
        assert not any(target.startswith(("/wp-sitemap", "/feed")) for target in asked)


def test_an_update_of_an_unchanged_site_takes_a_handful_of_requests(tmp_path):
    with serve(wordpress(120)) as server:
        crawl(tmp_path / "a.db", server)
        requests_of(server)
        (result,) = crawl(tmp_path / "a.db", server, now="2026-03-02T05:00:00+00:00")
        assert result["exit_status"] == 0
        assert len(requests_of(server)) <= 4  # robots.txt, home page, REST, perhaps one more listing page
        assert result["run"]["new"] == 0


def test_an_update_reads_what_rest_says_has_changed(tmp_path):
    site = wordpress(60)
    old = site.news[40]
    with serve(site) as server:
        crawl(tmp_path / "a.db", server)
        requests_of(server)
        page, otherwise = site.answers[site.paths[old.number]], site.otherwise
        changed = page.body.replace(old.title.encode(), b"Judul yang Diubah Kemudian oleh Dinas")
        site.answers[site.paths[old.number]] = type(page)(200, page.headers, changed)

        def edited(request):
            answer = otherwise(request)
            if request.path.startswith("/wp-json"):
                assert "modified_after=2026-02-" in request.target
                post = {
                    "link": server.url + site.paths[old.number],
                    "title": {"rendered": "Judul yang Diubah Kemudian oleh Dinas"},
                    "date": f"{old.published:%Y-%m-%dT%H:%M:%S}",
                    "modified_gmt": "2026-03-09T01:00:00",
                    "status": "publish",
                    "type": "post",
                }
                return type(answer)(200, answer.headers, json.dumps([post]).encode())
            return answer

        site.otherwise = edited
        (result,) = crawl(tmp_path / "a.db", server, now="2026-03-10T03:00:00+00:00")
        assert (result["run"]["edited"], result["run"]["new"]) == (1, 0)


@pytest.mark.parametrize("rest", [True, False])
def test_articles_that_no_listing_shows_come_from_rest_or_the_sitemap(tmp_path, rest):
    with serve(wordpress(45, rest=rest, listed=False)) as server:
        (result,) = crawl(tmp_path / "a.db", server)
        assert result["exit_status"] == 0
        assert set(stored(tmp_path / "a.db", server)) == server.site.expected


def test_a_listing_completes_a_rest_collection_that_lacks_half(tmp_path):
    site = wordpress(40)
    whole = site.otherwise

    def half(request):
        answer = whole(request)
        if request.path.startswith("/wp-json"):
            posts = json.loads(answer.body)
            return type(answer)(200, {**answer.headers, "X-WP-Total": "20"}, json.dumps(posts[::2]).encode())
        return answer

    site.otherwise = half
    with serve(site) as server:
        crawl(tmp_path / "a.db", server)
        assert set(stored(tmp_path / "a.db", server)) == site.expected


@pytest.mark.parametrize("answer", ["<html><body>Masuk</body></html>", "[", '{"code":"rest_no_route"}', "[]"])
def test_a_broken_rest_collection_is_completed_by_the_other_sources(tmp_path, answer):
    site = wordpress(30)
    whole = site.otherwise

    def broken(request):
        given = whole(request)
        return type(given)(200, given.headers, answer.encode()) if request.path.startswith("/wp-json") else given

    site.otherwise = broken
    with serve(site) as server:
        (result,) = crawl(tmp_path / "a.db", server)
        assert result["exit_status"] == 0
        assert set(stored(tmp_path / "a.db", server)) == site.expected


def test_a_static_page_that_only_a_sitemap_names_is_no_article(tmp_path):
    with serve(SYSTEMS["laravel"](20)) as server:
        crawl(tmp_path / "a.db", server)
        assert set(stored(tmp_path / "a.db", server)) == server.site.expected
        assert not any("profil" in row["url"] for row in rows(tmp_path / "a.db", "SELECT url FROM articles"))


def test_sites_of_five_systems_into_one_archive(tmp_path):
    servers = [serve(make(12, seed)) for seed, make in enumerate([*SYSTEMS.values()] * 2)]
    try:
        results = crawl(tmp_path / "a.db", *servers)
        assert [result["exit_status"] for result in results] == [0] * len(servers)
        assert [len(stored(tmp_path / "a.db", server)) for server in servers] == [12] * len(servers)
    finally:
        for server in servers:
            server.close()


def test_a_rest_collection_that_calls_itself_whole_and_is_not_is_completed(tmp_path):
    site = wordpress(90)
    whole = site.otherwise

    def first_thirty(request):
        answer = whole(request)
        if request.path.startswith("/wp-json"):
            posts = json.loads(answer.body)[:30]
            headers = {**answer.headers, "X-WP-Total": "30", "X-WP-TotalPages": "1"}
            return type(answer)(200, headers, json.dumps(posts).encode())
        return answer

    site.otherwise = first_thirty
    for number, target in enumerate(["/", *(f"/page/{place}/" for place in range(2, 10))], 1):
        last = b'<a class="page-numbers" href="/page/9/">9</a>' if number < 9 else b""
        answer = site.answers[target]
        body = answer.body.replace(b"<nav class='pagination'>", b"<nav class='pagination'>" + last)
        site.answers[target] = type(answer)(200, answer.headers, body)
    with serve(site) as server:
        crawl(tmp_path / "a.db", server)
        assert set(stored(tmp_path / "a.db", server)) == site.expected
