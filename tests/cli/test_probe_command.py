"""`blitar probe`: what a person learns of a site of which only the address is known, and how each failure is told."""

import json
import socket
import subprocess
import sys

import pytest

from blitar_scraper.cli.command import run
from blitar_scraper.cli.probe_report import why
from blitar_scraper.crawling.sites.probing import exit_status, spellings
from blitar_scraper.demo import SampleSite, serve
from blitar_scraper.items import Site
from blitar_scraper.spiders.findings import Findings
from tests.cli.running import ROOT, TIMEOUT, blitar
from tests.served import Response, ServedSite, page
from tests.served.systems import SYSTEMS, frame


def served(answers=None, otherwise=None):
    return serve(ServedSite([], {}, answers or {}, otherwise))


def targets(server):
    return [request.target for request in server.requests]


def probed(server, folder, path=""):
    """The findings as JSON, and the exit status."""
    done = blitar("probe", server.url + path, "--json", folder=folder)
    return json.loads(done.stdout), done


def test_the_sample_site_is_shown_field_by_field_in_80_columns_and_nothing_is_stored(tmp_path):
    with serve(SampleSite()) as server:
        done = blitar("probe", server.url, folder=tmp_path)
        assert done.returncode == 0, done.stderr
        assert len(targets(server)) <= 12
        assert targets(server)[0] == "/robots.txt"
        assert all("blitar_scraper/" in request.headers["user-agent"] for request in server.requests)
    printed = done.stdout
    assert "\x1b" not in printed and done.stderr == ""
    for line in printed.splitlines():
        assert len(line) <= 80 or "http" in line, line
        assert line == line.rstrip()
    assert printed.startswith("Pemerintah Kota Blitar")
    assert "14 pages by ?page=N; its second" in printed
    assert printed.count("byline “") >= 3 and "heading" in printed
    assert "Article 3 of 3" in printed and "Nothing was stored." in printed
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("system", "kind", "pagination"),
    [
        ("wordpress", "rest", "/page/N/"),
        ("opensid", "listing", "/index/N"),
        ("joomla", "listing", "?start=N (N counts articles)"),
        ("lokomedia", "listing", "/semua-berita-hal-N.html"),
        ("laravel", "sitemap", "?page=N"),
    ],
)
def test_sources_and_articles_of_each_system_are_found(tmp_path, system, kind, pagination):
    site = SYSTEMS[system](45)
    with serve(site) as server:
        found, done = probed(server, tmp_path)
        assert len(targets(server)) <= 12
    assert done.returncode == 0, done.stderr
    sources = {source["kind"]: source for source in found["sources"]}
    assert sources[kind]["entries"] > 0
    assert pagination in [source["pagination"] for source in found["sources"]]
    assert sources[kind]["total"] == (45 if kind in ("rest", "sitemap") else None)
    assert len(found["articles"]) == 3
    facts = {server.url + site.paths[item.number]: item for item in site.news}
    for article in found["articles"]:
        item = facts[article["url"].split("?")[0].removesuffix("/to_top")]
        assert article["published_date"] == item.published.date().isoformat()
        assert article["title"] == item.title
        assert article["evidence"]["title"]["from"]
    if system in ("wordpress", "opensid", "joomla"):
        assert found["system"]["name"] == system and found["system"]["reasons"]


def test_what_would_be_kept_are_the_sources_that_answered(tmp_path):
    with serve(SYSTEMS["wordpress"](45)) as server:
        found, _ = probed(server, tmp_path)
        site = found["site"]
        assert site["id"] == server.url.removeprefix("http://").replace(":", "-")
        assert site["system"] == "wordpress"
        assert site["start_urls"] == [f"{server.url}/"]
        assert site["settings"] == {"rest": f"{server.url}/wp-json/wp/v2/posts", "feeds": [f"{server.url}/feed/"]}


def test_the_listing_that_can_be_paged_comes_before_the_home_page(tmp_path):
    with serve(SYSTEMS["laravel"](45)) as server:
        found, _ = probed(server, tmp_path)
        assert found["site"]["start_urls"] == [f"{server.url}/berita", f"{server.url}/"]
        assert found["site"]["settings"] == {"sitemaps": [f"{server.url}/sitemap.xml"]}


def test_an_articles_address_is_read_as_an_article_and_is_no_listing(tmp_path):
    site = SYSTEMS["opensid"](45)
    with serve(site) as server:
        path = site.paths[site.news[20].number]
        found, done = probed(server, tmp_path, path)
        assert done.returncode == 0
        assert found["articles"][0]["url"] == server.url + path
        assert found["articles"][0]["title"] == site.news[20].title
        assert all(source["url"] != server.url + path for source in found["sources"])


def test_a_source_that_is_named_and_broken_is_said_to_be(tmp_path):
    with serve(SYSTEMS["opensid"](45)) as server:
        found, _ = probed(server, tmp_path)
        (feed,) = [source for source in found["sources"] if source["kind"] == "feed"]
        assert (feed["entries"], feed["problem"]) == (0, "http-404")
        assert "feeds" not in found["site"]["settings"]


CHALLENGE = page(
    '<h1>127.0.0.1</h1><p>Checking your browser before accessing</p><div id="challenge-form"></div>',
    head="<title>Just a moment...</title>",
)


# What a site's first page answers, and what is said of it.
NO_SITE = {
    "challenge": (CHALLENGE, "blocked", "a firewall's check of the browser instead of its pages"),
    "forbidden": (page("<h1>Forbidden</h1>", 403), "blocked", "HTTP 403"),
    "missing": (page("<h1>x</h1>", 404), "missing", "no such page (HTTP 404)"),
    "error": (page("<h1>x</h1>", 500), "unreachable", "HTTP 500"),
    "suspended": (
        page("<h1>Account Suspended</h1>", head="<title>Account Suspended</title>"),
        "closed",
        "its hosting is suspended",
    ),
    "parked": (
        page("<h1>Welcome to nginx!</h1><p>If you see this page</p>", head="<title>Welcome to nginx!</title>"),
        "closed",
        "no site on it",
    ),
    "elsewhere": (Response(302, {"Location": "http://localhost:1/"}), "elsewhere", "http://localhost:1/: probe that"),
}


@pytest.fixture(scope="module")
def no_sites():
    """What is found of each of them, by its name, and how often it was asked; all probed in one process."""
    servers = {name: served({"/": answer}) for name, (answer, _, _) in NO_SITE.items()}
    done = subprocess.run(
        [sys.executable, "-m", "tests.cli.many_probes", *(server.url for server in servers.values())],
        cwd=ROOT, capture_output=True, text=True, timeout=TIMEOUT,
    )  # fmt: skip
    for server in servers.values():
        server.close()
    assert done.returncode == 0, done.stderr
    found = dict(zip(servers, json.loads(done.stdout), strict=True))
    return {name: (found[name], targets(server), server.url) for name, server in servers.items()}


@pytest.mark.parametrize("name", NO_SITE)
def test_a_site_that_is_not_there_gets_one_line_that_says_why(no_sites, name):
    _, outcome, words = NO_SITE[name]
    found, asked, url = no_sites[name]
    assert (found["outcome"], found["exit_status"]) == (outcome, 4)
    assert found["why"].startswith(f"{url}/: ") and words in found["why"]
    assert "\n" not in found["why"]
    assert asked == ["/robots.txt", "/"]


def test_the_command_says_it_in_one_line(tmp_path):
    with served({"/": CHALLENGE}) as server:
        done = blitar("probe", server.url, folder=tmp_path)
    assert (done.returncode, done.stdout) == (4, "")
    (line,) = done.stderr.splitlines()
    assert line.startswith(f"blitar: {server.url}/: blocked: it shows a firewall's check")


def test_a_robots_txt_that_forbids_is_obeyed(tmp_path):
    robots = Response(200, {"Content-Type": "text/plain"}, b"User-agent: *\nDisallow: /\n")
    with served({"/robots.txt": robots, "/": frame("<p>x</p>")}) as server:
        found, done = probed(server, tmp_path)
        assert targets(server) == ["/robots.txt"]
    assert (found["outcome"], found["problem"], done.returncode) == ("blocked", "robots-disallowed", 4)
    assert done.stderr.endswith("blocked: robots.txt forbids it\n")


def test_a_robots_txt_that_the_server_fails_to_give_is_told_from_one_that_forbids(tmp_path):
    with served(otherwise=lambda request: page("<h1>Error</h1>", 500)) as server:
        found, done = probed(server, tmp_path)
        assert targets(server) == ["/robots.txt"]
    assert (found["outcome"], found["problem"], done.returncode) == ("unreachable", "robots-unavailable", 4)
    assert "unreachable: the server fails (HTTP 500), so robots.txt could not be asked" in done.stderr


def test_a_page_without_article_links_is_no_news_site(tmp_path):
    text = "<h1>Aplikasi Absensi</h1><p>Silakan unduh aplikasi di ponsel Anda.</p>"
    with served({"/": page(text)}) as server:
        found, done = probed(server, tmp_path)
        assert set(targets(server)) == {"/robots.txt", "/", "/beranda", "/berita", "/sitemap.xml"}
    assert (found["outcome"], done.returncode) == ("no-news", 3)
    assert done.stderr.startswith(f"blitar: {server.url}/: no news site: ")


def test_links_to_pages_without_date_author_and_count_are_no_news(tmp_path):
    services = ["Layanan Kependudukan Terpadu Satu Pintu", "Layanan Perizinan Usaha Mikro Kecil", "Layanan Kesehatan"]
    rows = "".join(f'<div><h3><a href="/layanan/{n}-buka">{name}</a></h3></div>' for n, name in enumerate(services))
    answers = {
        f"/layanan/{n}-buka": page(f"<h1>{name}</h1><p>{'Pelayanan ini gratis bagi semua warga. ' * 9}</p>")
        for n, name in enumerate(services)
    }
    with served({"/": page(f"<main>{rows}</main>"), **answers}) as server:
        found, done = probed(server, tmp_path)
    assert (found["outcome"], done.returncode) == ("no-news", 3)


def test_articles_that_cannot_be_read_are_told_from_none(tmp_path):
    site = SYSTEMS["joomla"](20)
    for target in [target for target in site.answers if target.split("?")[0] in site.expected]:
        del site.answers[target]
    with serve(site) as server:
        found, done = probed(server, tmp_path)
    assert (found["outcome"], done.returncode) == ("unread", 3)
    assert "could not be read" in done.stderr


def test_nobody_at_the_address_is_unreachable(tmp_path):
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))  # bound and not listening: refused
        url = f"http://127.0.0.1:{listening.getsockname()[1]}/"
        done = blitar("probe", url, folder=tmp_path)
    assert done.returncode == 4
    assert done.stderr == f"blitar: {url}: unreachable: nobody answers: connection refused\n"


def test_encryption_that_does_not_work_is_said_in_words(tmp_path):
    with served({"/": page("x")}) as server:
        done = blitar("probe", server.url.replace("http:", "https:"), folder=tmp_path)
    assert done.returncode == 4
    assert "encryption (TLS) does not work" in done.stderr


@pytest.mark.parametrize("problem", ["host-unknown", "timeout", "redirect-loop", "something-new"])
def test_every_problem_gets_a_line(problem):
    found = Findings("http://x/", "unreachable", Site("x", "x", "http://x/"), problem, None)
    assert exit_status(found) == 4
    assert why(found).startswith("http://x/: unreachable: ")


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("blitarkota.go.id", ("https://blitarkota.go.id/", "http://blitarkota.go.id/")),
        ("www.blitarkota.go.id/berita", ("https://www.blitarkota.go.id/berita", "http://www.blitarkota.go.id/berita")),
        (" HTTP://Blitarkota.go.id#a ", ("http://blitarkota.go.id/",)),
        ("127.0.0.1:8000", ("http://127.0.0.1:8000/",)),
        ("localhost:8000/x", ("http://localhost:8000/x",)),
        ("http://[::1]:80/", ("http://[::1]/",)),
        *((text, ()) for text in ("", "blitar", "http://", "ftp://x.go.id/", "mailto:a@b.id", "a b.go.id")),
        *((text, ()) for text in ("http://256.1.1.1.1/", "https://-x.go.id/", "x.go.id:99999", "javascript:alert(1)")),
    ],
)  # fmt: skip
def test_an_address_is_understood_as_it_is_typed(typed, meant):
    assert spellings(typed) == meant


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["probe", "blitarkota"], "not a web address"),
        (["probe", "https://x.go.id/", "--delay", "0.5"], "at least 1 second"),
    ],
)
def test_a_mistake_gets_one_clear_line(arguments, words, capsys):
    assert run(arguments) == 2
    assert words in capsys.readouterr().err


def test_what_redirects_is_one_page_and_is_asked_for_once(tmp_path):
    site = SYSTEMS["joomla"](20)
    home = site.answers.pop("/")
    site.answers |= {"/": Response(302, {"Location": "/beranda"}), "/beranda": home}
    with serve(site) as server:
        found, done = probed(server, tmp_path)
        asked = targets(server)
    assert done.returncode == 0
    assert asked.count("/beranda") == asked.count("/") == 1
    assert [source["url"] for source in found["sources"]] == [f"{server.url}/", f"{server.url}/index.php/berita"]
    assert found["final_url"] == f"{server.url}/beranda"
