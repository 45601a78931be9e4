"""`blitar import`: what it takes, what it leaves and why, in plain lines; a mistake gets one line and status 2."""

import json
from datetime import UTC, datetime

import pytest

from blitar_scraper.archive import Archive
from blitar_scraper.crawling.lock import SiteLock
from blitar_scraper.items import Site
from tests.archive.foreign_files import DIALECTS, HOME, http, response, written
from tests.cli.running import blitar
from tests.served.encodings import EncodingsSite

PAGES = EncodingsSite()
DATE = "2026-03-01T05:06:07Z"


@pytest.fixture
def folder(tmp_path):
    pages = [(HOME.rstrip("/") + PAGES.paths[n], DATE, PAGES.page(n)) for n in (1, 2, 3)]
    elsewhere = response(9, "http://lain.go.id/", DATE, http(b"<p>lain</p>"))
    (tmp_path / "w.warc.gz").write_bytes(DIALECTS["wget"](pages) + written([elsewhere]))
    return tmp_path


@pytest.fixture
def archive(folder):
    with Archive(folder / "a.db") as opened:
        opened.put_site(Site("sukamaju", "Sukamaju", HOME, "Asia/Jakarta"), at=datetime.now(UTC))
    return folder / "a.db"


def test_it_says_what_came_of_the_files(folder, archive):
    ran = blitar("import", "w.warc.gz", "--archive", "a.db", folder=folder)
    assert (ran.returncode, ran.stderr) == (0, "")
    assert ran.stdout.splitlines() == [
        "1 file, 9 records of all types",
        f"sukamaju: 3 captures taken, captured {DATE} to {DATE}",
        "  of 3 articles, 0 listings, 0 articles that were gone; 0 say nothing of articles and are only kept",
        "  3 new articles, 0 versions of known ones told anew, 3 observations",
        "left: 1 page of 1 other host",
    ]
    again = blitar("import", "w.warc.gz", "--archive", "a.db", folder=folder)
    assert again.stdout.splitlines()[1] == "sukamaju: 0 captures taken (3 more are here already)"


def test_a_dry_run_says_that_nothing_is_stored(folder, archive):
    ran = blitar("import", "w.warc.gz", "--archive", "a.db", "--dry-run", folder=folder)
    assert ran.returncode == 0 and ran.stdout.startswith("Nothing is stored. This is what would be:\n")
    assert "3 new articles" in ran.stdout
    with Archive(archive, readonly=True) as opened:
        assert not list(opened.db.query("SELECT 1 FROM captures"))


def test_json_for_scripts(folder, archive):
    ran = blitar("import", "w.warc.gz", "--archive", "a.db", "--json", folder=folder)
    said = json.loads(ran.stdout)
    (site,) = said["sites"]
    assert (said["records"], site["site_id"], site["taken"], site["new"]) == (9, "sukamaju", 3, 3)
    assert said["elsewhere"] == {"lain.go.id": 1}


@pytest.mark.parametrize(
    ("name", "data", "what"),
    [
        ("missing.warc", None, "missing.warc: no such file"),
        ("empty.warc", b"", "empty.warc: empty"),
        ("text.warc", b"Berita\n", "text.warc: no WARC file"),
        ("a.arc", b"filedesc://a.arc 0.0.0.0 2005 text/plain 7\n", "a.arc: an ARC file"),
    ],
)
def test_what_is_no_warc_file_gets_one_line(folder, archive, name, data, what):
    if data is not None:
        (folder / name).write_bytes(data)
    ran = blitar("import", name, "--archive", "a.db", folder=folder)
    assert ran.returncode == 2
    (line,) = ran.stderr.splitlines()
    assert line.startswith(f"blitar: {what}")


def test_a_bad_file_among_others_does_not_stop_them(folder, archive):
    (folder / "text.warc").write_bytes(b"Berita\n")
    ran = blitar("import", "text.warc", "w.warc.gz", "--archive", "a.db", folder=folder)
    assert ran.returncode == 2 and "text.warc: no WARC file" in ran.stderr and "3 new articles" in ran.stdout


def test_without_a_site_it_says_how_to_add_one(folder):
    ran = blitar("import", "w.warc.gz", "--archive", "b.db", folder=folder)
    assert ran.returncode == 2 and "no sites in b.db yet: blitar add URL" in ran.stderr
    assert not (folder / "b.db").exists()


def test_where_nothing_is_of_the_sites_it_names_whose_the_pages_are(folder, archive):
    (folder / "x.warc").write_bytes(written([response(9, "http://lain.go.id/", DATE, http(b"<p>lain</p>"))]))
    ran = blitar("import", "x.warc", "--archive", "a.db", folder=folder)
    assert ran.returncode == 2 and "lain.go.id (1). blitar add URL" in ran.stderr


def test_a_site_that_is_being_crawled_is_left_with_status_5(folder, archive):
    lock = SiteLock(archive, "sukamaju")
    try:
        ran = blitar("import", "w.warc.gz", "--archive", "a.db", folder=folder)
    finally:
        lock.release()
    assert ran.returncode == 5 and "another run" in ran.stdout
