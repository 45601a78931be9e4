"""`blitar new-site`: what it writes is what a contribution needs, and nothing is ever overwritten."""

import json
import runpy
import subprocess
import sys

import pytest

from blitar_scraper.cli.command import run
from blitar_scraper.crawling.sites.fixture import Fixture
from blitar_scraper.crawling.sites.site_file import short_id, source_of
from blitar_scraper.demo import serve
from blitar_scraper.items import Site
from tests.cli.running import ROOT, blitar
from tests.served import ServedSite, page
from tests.served.systems import SYSTEMS


@pytest.fixture(autouse=True)
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_a_site_file_a_fixture_and_the_record_to_review_are_written(folder):
    with serve(SYSTEMS["wordpress"](24)) as server:
        done = blitar("new-site", server.url, "--id", "dinkes-contoh", "--into", "new", folder=folder)
        assert done.returncode == 0, done.stderr
        again = blitar("new-site", server.url, "--id", "dinkes-contoh", "--into", "new", folder=folder)
        assert again.returncode == 2 and "is there already" in again.stderr
    file = folder / "new" / "blitar_scraper" / "spiders" / "sites" / "dinkes_contoh.py"
    spider = runpy.run_path(str(file))["DinkesContoh"]
    assert [base.__name__ for base in spider.__mro__[1:2]] == ["WordPressSpider"]
    assert (spider.name, spider.site.id, spider.site.name) == ("dinkes-contoh", "dinkes-contoh", "Kabupaten Sukamaju")
    assert spider.site.settings["rest"] == f"{server.url}/wp-json/wp/v2/posts"
    for check in (["check"], ["format", "--check"]):
        command = [sys.executable, "-m", "ruff", *check, "--config", str(ROOT / "pyproject.toml"), str(file)]
        ruff = subprocess.run(command, capture_output=True, text=True, timeout=60)
        assert ruff.returncode == 0, ruff.stdout
    kept = folder / "new" / "tests" / "sites" / "dinkes-contoh"
    facts = json.loads((kept / "fixture.json").read_text("utf-8"))
    assert (facts["origin"], facts["reviewed"]) == ("captured", False)
    assert facts["source"] and facts["seen_at"].endswith("+00:00")
    path = facts["url"].removeprefix(server.url)
    assert (kept / "page.html").read_bytes() == server.site.answers[path].body
    assert (kept / "listing.html").read_bytes() == server.site.answers["/"].body
    expected = json.loads((kept / "expected.json").read_text("utf-8"))
    assert Fixture(spider.site, kept, facts).record() == expected
    item = next(item for item in server.site.news if server.site.paths[item.number] == path)
    assert expected["article"]["title"] == item.title
    assert len(expected["listing"]["entries"]) == 10
    for words in ("line by line", "region_code", '"reviewed": true', "docs/sites.py"):
        assert words in done.stdout


def test_a_page_in_another_encoding_is_kept_as_it_came(folder):
    site = SYSTEMS["joomla"](12)
    for target, answer in site.answers.items():
        body = answer.body.decode().replace("Sukamaju", "Sukamaj\u00fa").encode("cp1252", "replace")
        site.answers[target] = type(answer)(200, {"Content-Type": "text/html; charset=windows-1252"}, body)
    with serve(site) as server:
        done = blitar("new-site", server.url, "--into", ".", folder=folder)
        assert done.returncode == 0, done.stderr
    (kept,) = (folder / "tests" / "sites").iterdir()
    facts = json.loads((kept / "fixture.json").read_text("utf-8"))
    assert facts["content_type"] == "text/html; charset=windows-1252"
    record = Fixture(Site("x", "x", server.url), kept, facts).record()
    assert record["article"]["problems"] == json.loads((kept / "expected.json").read_text())["article"]["problems"]


def test_nothing_is_written_of_a_site_without_news(folder):
    with serve(ServedSite([], {}, {"/": page("<h1>Absensi</h1>")})) as server:
        done = blitar("new-site", server.url, "--into", "new", folder=folder)
    assert done.returncode == 3 and done.stderr.rstrip().endswith("nothing was written")
    assert not (folder / "new").exists()


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["https://x.go.id/"], "--into DIR"),
        (["https://www.blitarkota.go.id/", "--into", "new"], "blitarkota is shipped already"),
        (["https://x.go.id/", "--into", "new", "--id", "X Y"], "is no id"),
        (["blitar", "--into", "new"], "not a web address"),
    ],
)
def test_a_mistake_gets_one_clear_line(arguments, words, folder, capsys):
    assert run(["new-site", *arguments]) == 2
    assert words in capsys.readouterr().err
    assert list(folder.iterdir()) == []


@pytest.mark.parametrize(
    ("url", "site_id"),
    [
        ("https://www.blitarkota.go.id/berita", "blitarkota"),
        ("https://kominfo.jatimprov.go.id/", "kominfo-jatimprov"),
        ("https://sumber-rejo.desa.id/", "sumber-rejo"),
        ("https://contoh.example:8080/", "contoh.example-8080"),
    ],
)
def test_a_shipped_site_has_a_short_id(url, site_id):
    assert short_id(url) == site_id


def test_what_a_site_calls_itself_cannot_break_out_of_its_file(folder):
    name = 'Kota "Contoh"\\\n"""; raise SystemExit(3)'
    source = source_of(Site("x", name, "https://x.go.id/", start_urls=('https://x.go.id/"',)), "2026-03-02")
    (folder / "x.py").write_text(source, "utf-8")
    assert runpy.run_path("x.py")["X"].site.name == name
