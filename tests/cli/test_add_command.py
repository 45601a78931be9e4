"""`blitar add`, `blitar crawl --url` and `--all`: a list of addresses becomes an archive, without any code."""

import json
import sqlite3
from contextlib import ExitStack

import pytest

from blitar_scraper.archive import Archive
from blitar_scraper.cli.command import run
from blitar_scraper.demo import serve
from tests.cli.running import blitar, without_pauses
from tests.served import ServedSite, page
from tests.served.systems import SYSTEMS

NOBODY = "http://127.0.0.1:1/"  # a port that only the system may open, and does not


@pytest.fixture(autouse=True)
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("BLITAR_CONTACT", "test@example.org")
    return tmp_path


def stored(folder):
    with Archive(folder / "data" / "blitar.db", readonly=True) as archive:
        return {site.id: site for site in archive.sites()}


def articles(folder):
    with Archive(folder / "data" / "blitar.db", readonly=True) as archive:
        return [row["url"] for row in archive.db.query("SELECT url FROM articles")]


def id_of(server):
    return server.url.removeprefix("http://").replace(":", "-")


def asked(server):
    found = [request.target for request in server.requests]
    server.requests.clear()
    return found


def edit(folder, site_id, **settings):
    """What a person does in the archive by hand."""
    with sqlite3.connect(folder / "data" / "blitar.db") as db:
        (text,) = db.execute("SELECT settings FROM sites WHERE id = ?", [site_id]).fetchone()
        db.execute(
            "UPDATE sites SET settings = ? WHERE id = ?", [json.dumps({**json.loads(text), **settings}), site_id]
        )
    db.close()


def test_a_file_of_sites_in_five_systems_becomes_one_archive_with_every_article_once(folder):
    with ExitStack() as stack:
        servers = [stack.enter_context(serve(SYSTEMS[system](24, seed))) for seed, system in enumerate(SYSTEMS)]
        rows = [f"{server.url};Kabupaten {place};kabupaten;WIB" for place, server in enumerate(servers)]
        (folder / "situs.csv").write_text("\ufeffURL;Name;Level;Timezone\n" + "\n".join(rows) + f"\n{NOBODY};Z;;\n")
        added = blitar("add", "situs.csv", folder=folder)
        assert added.returncode == 4
        assert added.stdout.count("added  ") == 6
        assert "6 sites in data/blitar.db. Next: blitar crawl --all" in added.stdout
        (silent,) = added.stderr.splitlines()
        assert NOBODY in silent and "unreachable" in silent and "kept all the same" in silent
        for server in servers:
            assert len(asked(server)) <= 12
        with without_pauses(folder):
            crawled = blitar("crawl", "--all", folder=folder)
        assert crawled.returncode == 4, crawled.stderr
        lines = crawled.stdout.splitlines()
        assert lines[0].split() == ["site", "new", "edited", "gone", "requests", "time", "how", "it", "went"]
        assert lines[-1].startswith("5 of 6 sites well (1 unreachable); 120 new, 0 edited, 0 gone; ")
        assert [line.split()[-1] for line in lines[1:-1]].count("finished") == 5
        urls = articles(folder)
        expected = {server.url + path for server in servers for path in server.site.expected}
        assert {url.split("?")[0].removesuffix("/to_top") for url in urls} == expected
        assert len(urls) == len(expected)
        sites = stored(folder)
        assert {site.timezone for site in sites.values()} == {"Asia/Jakarta", None}
        assert sites[id_of(servers[0])].settings["rest"].endswith("/wp-json/wp/v2/posts")


def test_a_site_that_is_added_again_is_brought_up_to_date_and_its_edited_settings_stay(folder):
    with serve(SYSTEMS["laravel"](24)) as server:
        assert blitar("add", server.url, folder=folder).returncode == 0
        site = stored(folder)[id_of(server)]
        assert site.start_urls == (f"{server.url}/berita", f"{server.url}/")
        edit(folder, site.id, start_urls=[f"{server.url}/berita"], delay=3, sitemaps=[])
        asked(server)
        again = blitar("add", server.url, "--name", "Kabupaten Sukamaju", "--timezone", "WITA", folder=folder)
        assert again.returncode == 0 and "brought up to date" in again.stdout
        assert asked(server) == []
        (site,) = stored(folder).values()
        assert (site.name, site.timezone) == ("Kabupaten Sukamaju", "Asia/Makassar")
        assert site.start_urls == (f"{server.url}/berita",)
        assert site.settings == {"delay": 3, "sitemaps": []}
        assert "there already" in blitar("add", site.id, folder=folder).stdout
        edit(folder, site.id, delay=0)
        anew = blitar("add", server.url, "--probe-again", folder=folder)
        assert anew.returncode == 0
        (site,) = stored(folder).values()
        assert site.start_urls == (f"{server.url}/berita", f"{server.url}/")
        assert site.settings == {"delay": 0, "sitemaps": [f"{server.url}/sitemap.xml"]}
        assert site.name == "Kabupaten Sukamaju"


def test_one_address_that_does_not_answer_is_not_added_unless_asked_for(folder):
    done = blitar("add", NOBODY, folder=folder)
    assert done.returncode == 4 and "--no-probe adds it" in done.stderr
    assert stored(folder) == {}
    assert run(["add", NOBODY, "--no-probe", "--id", "kotaz", "--region-code", "35.72"]) == 0
    (site,) = stored(folder).values()
    assert (site.id, site.home_url, site.timezone) == ("kotaz", NOBODY, "Asia/Jakarta")


def test_a_page_without_news_is_not_added(folder):
    with serve(ServedSite([], {}, {"/": page("<h1>Absensi</h1><p>Silakan unduh aplikasi.</p>")})) as server:
        done = blitar("crawl", "--url", server.url, folder=folder)
    assert done.returncode == 3
    assert "no news site" in done.stderr and done.stderr.rstrip().endswith("not added")
    assert stored(folder) == {}


def test_a_site_added_without_a_probe_finds_its_sources_in_its_first_crawl(folder):
    with serve(SYSTEMS["joomla"](24)) as server:
        assert run(["add", server.url, "--no-probe"]) == 0
        assert asked(server) == []
        assert blitar("crawl", "--all", folder=folder).returncode == 0
        assert len(articles(folder)) == 24


def test_a_shipped_site_is_added_by_its_id_or_its_address(folder, capsys):
    assert run(["add", "blitarkota"]) == 0
    assert "added" in capsys.readouterr().out
    assert run(["add", "http://blitarkota.go.id/"]) == 0
    assert "there already" in capsys.readouterr().out
    (site,) = stored(folder).values()
    assert (site.id, site.region_code) == ("blitarkota", "35.72")


def test_crawl_with_an_address_adds_once_and_crawls_each_time(folder):
    with serve(SYSTEMS["opensid"](24)) as server:
        first = blitar("crawl", "--url", server.url, "--site", "desaku", folder=folder)
        assert first.returncode == 0, first.stderr
        assert "24 new" in first.stdout
        asked(server)
        second = blitar("crawl", "--url", server.url, "--json", folder=folder)
        record = json.loads(second.stdout)
        assert (record["site"], record["new"], record["exit_status"]) == ("desaku", 0, 0)
        assert len(asked(server)) <= 4
        assert set(stored(folder)) == {"desaku"}
        third = blitar("crawl", server.url, folder=folder)
        assert third.returncode == 0 and len(articles(folder)) == 24


def test_what_blitar_toml_says_of_a_site_outranks_the_archive(folder):
    with serve(SYSTEMS["lokomedia"](24)) as server:
        name = id_of(server)
        (folder / "blitar.toml").write_text(
            f'[site."{name}"]\nurl = "{server.url}"\nname = "Kota Contoh"\ntimezone = "WIT"\n'
            f'start_urls = ["{server.url}/semua-berita-hal-4.html"]\nfeeds = []\n'
        )
        assert blitar("crawl", name, folder=folder).returncode == 0
        (site,) = stored(folder).values()
        assert (site.id, site.name, site.timezone) == (name, "Kota Contoh", "Asia/Jayapura")
        assert 0 < len(articles(folder)) <= 24
        assert "/semua-berita-hal-4.html" in asked(server)


def complaint(capsys):
    captured = capsys.readouterr()
    assert captured.out == ""
    (line,) = captured.err.splitlines()
    assert line.startswith("blitar: ")
    return line


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["add", "none.csv"], "none.csv"),
        (["add", "bad.csv"], "bad.csv, line 3: unknown level 'city'"),
        (["add", "blitar"], "no web address, no known site and no file"),
        (["add", "good.csv", "--name", "x"], "--name is for one site"),
        (["add", "x.go.id", "--level", "city"], "unknown level 'city'"),
        (["add", "x.go.id", "--timezone", "Mars/Olympus"], "unknown time zone"),
        (["add", "x.go.id", "--id", "blitarkota"], "give x.go.id another id"),
        (["add", "https://blitarkota.go.id", "--id", "kotablitar"], "is here already, as blitarkota"),
        (["add", "x.go.id", "--no-probe", "--probe-again"], "not both"),
        (["add", "x.go.id", "--delay", "0.1"], "at least 1 second"),
        (["crawl", "--all"], "no sites in data/blitar.db yet"),
        (["crawl", "--all", "blitarkota"], "either --all or sites, not both"),
        (["crawl", "--all", "--url", "x.go.id"], "which site?"),
        (["crawl", "alpha", "--archive", "no/x.db"], "unknown site 'alpha' (no/x.db does not exist); "),
        (["crawl", "--url", "blitar"], "blitar is no web address"),
        (["crawl", "--site", "x", "blitarkota"], "--site goes with --url"),
        (["crawl", "https://x.go.id/"], "blitar crawl --url https://x.go.id/"),
    ],
)
def test_a_mistake_gets_one_clear_line_and_nothing_is_added(arguments, words, folder, capsys):
    (folder / "good.csv").write_text("url\na.go.id\n")
    (folder / "bad.csv").write_text("url,level\na.go.id,kota\nb.go.id,city\n")
    assert run(arguments) == 2
    assert words in complaint(capsys)
    assert not (folder / "data").exists()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('[site.x]\nname = "X"\n', '[site."x"]: no such site yet: say its url'),
        ('[site.x]\nurl = "x.go.id"\nkota = "X"\n', "unknown name 'kota'"),
        ('[site.dinkes.x.go.id]\nname = "X"\n', "needs quotation marks"),
        ('[site.blitarkota]\ndelay = "slow"\n', "delay must be a number of seconds"),
        ('[site.blitarkota]\nselectors = { titel = "h1" }\n', "unknown field 'titel'"),
        ('[site.blitarkota]\nselectors = { title = "h1[" }\n', "'h1[' is neither CSS nor XPath"),
        ("[site.blitarkota]\nexpect = { fill = { author = 90 } }\n", "author must be a share from 0 to 1"),
        ("[site.blitarkota.expect]\nlink = 10\n", "unknown name 'link'"),
        ("site = 3\n", "[site."),
    ],
)
def test_a_mistake_in_blitar_toml_gets_one_clear_line(text, words, folder, capsys):
    (folder / "blitar.toml").write_text(text)
    assert run(["crawl", "blitarkota"]) == 2
    assert words in complaint(capsys)


@pytest.mark.parametrize(
    ("settings", "words"),
    [
        ('{"start_urls": ["berita"]}', "berita is no web address"),
        ('{"start_url": ["https://x.go.id/"]}', "unknown name 'start_url'"),
        ('{"selectors": {"title": "h1["}}', "neither CSS nor XPath"),
        ('{"expect": {"links": "ten"}}', "links must be a whole number"),
        ("[]", "no JSON object"),
    ],
)
def test_a_mistake_in_settings_that_were_edited_by_hand_gets_one_clear_line(settings, words, folder, capsys):
    assert run(["add", "http://127.0.0.1:1/", "--no-probe"]) == 0
    with sqlite3.connect(folder / "data" / "blitar.db") as db:
        db.execute("UPDATE sites SET settings = ?", [settings])
    db.close()
    capsys.readouterr()
    assert run(["crawl", "127.0.0.1-1"]) == 2
    line = complaint(capsys)
    assert words in line and "sites.settings of 127.0.0.1-1" in line


def test_one_start_address_need_not_stand_in_a_list(folder, capsys):
    assert run(["add", "http://127.0.0.1:1/", "--no-probe"]) == 0
    edit(folder, "127.0.0.1-1", start_urls="http://127.0.0.1:1/berita")
    assert stored(folder)["127.0.0.1-1"].start_urls == ("http://127.0.0.1:1/berita",)
