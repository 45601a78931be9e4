"""`blitar show`: an article with its past, readable in a pipe and on a terminal, and harmless whatever a page holds."""

import json
import re

import pytest

from blitar_scraper.addresses import uid_of
from blitar_scraper.archive import Archive
from blitar_scraper.cli.command import run
from tests.archive.archive_examples import START, Crawled, article_seen, days, entry, gone, listing_seen, url

UID = uid_of(url("pasar"))
BODY = "Pasar dibuka pagi ini.\nSebanyak 1.234 warga hadir di pasar itu.\nKios\tHarga\nBeras\t12.000"
HOSTILE = "Merah\x1b[31m\x9b2J\u202eelif\x07"


@pytest.fixture(autouse=True)
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for name in ("FORCE_COLOR", "NO_COLOR", "COLUMNS"):
        monkeypatch.delenv(name, raising=False)
    return tmp_path


@pytest.fixture
def crawled(folder):
    with Archive(folder / "data" / "blitar.db") as archive:
        yield Crawled(archive)


def show(capsys, *arguments, status=0):
    capsys.readouterr()
    assert run(["show", *arguments]) == status
    return capsys.readouterr().out


def complaint(capsys, *arguments):
    capsys.readouterr()
    assert run(["show", *arguments]) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    (line,) = captured.err.splitlines()
    return line


def keep_capture(crawled, at=START, **said):
    row = {
        "source": "crawl",
        "url": url("pasar"),
        "fetched_at": f"{at:%Y-%m-%dT%H:%M:%SZ}",
        "http_status": 200,
        "bytes": 25123,
        "digest": "sha256:" + "ab" * 32,
        "record_id": "urn:uuid:1",
        "record_type": "response",
        "warc_file": "contoh/contoh-20260302T010000Z-00001.warc.gz",
        "warc_offset": 4711,
        **said,
    }
    return crawled.archive.db.table("captures").insert(row).last_pk


def edited(crawled):
    """An article of which title and text were changed."""
    crawled.store(article_seen(title="Pasar Dibuka", body=BODY, main_span=None))
    crawled.store(
        article_seen(
            at=days(8), title="Pasar Legi Dibuka", body=BODY.replace("1.234", "1.432"), main_span=None, views=90
        )
    )


def section(page, name):
    """The lines below a heading."""
    lines = page.split("\n")
    start = next(place for place, line in enumerate(lines) if line.split("  ")[0] == name)
    rest = lines[start + 1 :]
    heads = ("History", "Views", "Captures", "How to cite")
    return [lines[start], *rest[: next((n for n, line in enumerate(rest) if line.startswith(heads)), None)]]


def test_an_article_is_shown_with_heading_text_history_and_citation(crawled, capsys):
    edited(crawled)
    page = show(capsys, UID)
    head = page.split("\n")
    assert head[0] == "Pasar Legi Dibuka"
    assert head[1] == "Kota Contoh  ·  Admin Kota  ·  BERITA  ·  1 March 2026"
    assert head[2] == url("pasar")
    assert head[3] == f"uid {UID}  ·  90 views  ·  seen 2026-03-02 to 2026-03-10"
    assert "Kios    Harga\nBeras   12.000\n" in page
    history = section(page, "History")
    assert history[:4] == [
        "History  2 versions",
        "Version 1  seen 2026-03-02 01:00 UTC, superseded 2026-03-10 01:00 UTC: edited by the government",
        "",
        "Version 2  seen 2026-03-10 01:00 UTC, the present one",
    ]
    assert [line.strip() for line in history[4:]] == [
        "title  Pasar {+Legi +}Dibuka",
        "body   …",
        "Sebanyak [-1.234-]{+1.432+} warga hadir di pasar itu.",
        "…",
        "",
    ]
    assert section(page, "Captures")[0].startswith("Captures  none was kept")
    assert "no capture kept (blitar_scraper archive, uid" in page
    assert f"@misc{{contoh-{UID}," in page


def test_counts_are_a_small_table_and_a_line(crawled, capsys):
    crawled.store(article_seen(views=10), article_seen(at=days(1), views=1500), article_seen(at=days(2), views=1300))
    lines = section(show(capsys, UID), "Views")
    assert lines[0] == "Views  3 observations  ▁█▇"
    assert [line.split() for line in lines[2:5]] == [
        ["2026-03-02", "01:00", "UTC", "10", "1"],
        ["2026-03-03", "01:00", "UTC", "1,500", "+1,490", "2"],
        ["2026-03-04", "01:00", "UTC", "1,300", "-200", "3"],
    ]


def test_many_counts_are_thinned_and_it_is_said_how_many_are_left_out(crawled, capsys):
    crawled.store(article_seen(views=0))
    for day in range(1, 101):
        crawled.store(listing_seen(entry(views=day * 10), at=days(day)))
    lines = section(show(capsys, UID), "Views")
    rows = [line for line in lines if "UTC" in line]
    assert len(rows) == 12 and "89 observations in between are left out" in lines[-2]
    assert rows[0].split()[3] == "0" and rows[-1].split()[3] == "1,000"
    assert sum(int(row.split()[4].replace(",", "")) for row in rows[1:]) == 1000  # growth between the rows shown
    assert len(lines[0].split("  ")[2]) == 40
    assert len(json.loads(show(capsys, UID, "--json"))["view_counts"]) == 101


def test_captures_lead_to_the_bytes_and_the_citation_names_them(crawled, capsys):
    first = keep_capture(crawled)
    again = keep_capture(crawled, days(1), record_id="urn:uuid:2", record_type="revisit", refers_to="urn:uuid:1")
    crawled.store(article_seen(capture_id=first), article_seen(at=days(1), capture_id=again))
    page = show(capsys, UID)
    assert [line.strip() for line in section(page, "Captures")] == [
        "Captures  the answers that it was read from",
        "version 1, page: 2026-03-02T01:00:00Z, HTTP 200, 25,123 bytes",
        "sha256:" + "ab" * 32,
        "contoh/contoh-20260302T010000Z-00001.warc.gz@4711",
        "version 1, page: 2026-03-03T01:00:00Z, HTTP 200, 25,123 bytes",
        "sha256:" + "ab" * 32,
        "contoh/contoh-20260302T010000Z-00001.warc.gz@4711",
        "the same bytes as urn:uuid:1",
        "",
    ]
    assert f"Captured 2026-03-03T01:00:00Z, sha256:{'ab' * 32} (blitar_scraper archive, uid {UID})." in page


def test_a_capture_of_which_little_is_known_is_shown_with_what_is(crawled, capsys):
    """A row of `captures` may lack everything but address and time."""
    bare = dict.fromkeys(("http_status", "bytes", "digest", "record_id", "record_type", "warc_file", "warc_offset"))
    crawled.store(article_seen(capture_id=keep_capture(crawled, **bare)), article_seen(at=days(1), title="Dua"))
    crawled.archive.db.execute("UPDATE articles SET capture_id = NULL")
    page = show(capsys, UID)
    assert "version 1, page: 2026-03-02T01:00:00Z\n    its WARC file is not known" in page
    assert "of version 2 none was kept" in page
    assert "Captured 2026-03-02T01:00:00Z (blitar_scraper" in show(capsys, UID, "--version", "1", "--text")


def test_many_captures_are_thinned_to_the_first_and_last_of_each_version(crawled, capsys):
    for day in range(20):
        number = keep_capture(crawled, days(day), record_id=f"urn:uuid:{day}")
        crawled.store(article_seen(at=days(day), title="Satu" if day < 3 else "Dua", capture_id=number))
    lines = section(show(capsys, UID), "Captures")
    told = [line.split(",")[0].strip() for line in lines if line.strip().startswith("version")]
    assert told == ["version 1", "version 1", "version 2", "version 2"]
    assert "16 captures in between are left out" in "\n".join(lines)


def test_a_better_reading_is_told_apart_from_an_edit(crawled, capsys):
    crawled.store(article_seen(title="Satu"), article_seen(at=days(1), title="Dua", author="oleh Humas"))
    crawled.store(article_seen(at=days(2), title="Dua", author="Humas", parser_version=2))
    history = "\n".join(section(show(capsys, UID), "History"))
    assert history.startswith("History  2 versions")
    assert (
        "Version 2  another reading of version 3, replaced 2026-03-04 01:00 UTC: read better by a newer program"
        in history
    )
    assert "author  [-oleh -]Humas" in history.split("Version 2")[1].split("Version 3")[0]
    assert history.split("Version 3")[1].splitlines() == [
        "  seen 2026-03-03 01:00 UTC, the present one",
        "  title   [-Satu-]{+Dua+}",
        "  author  [-Admin Kota-]{+oleh Humas+}",
        "  as in version 2, which the same program read as version 1",
    ]


def test_an_article_that_is_gone_or_merged_says_so_first(crawled, capsys):
    crawled.store(article_seen("lama"), article_seen("baru", at=days(1)))
    crawled.store(article_seen("baru", at=days(2), via=("lama",)), gone("baru", at=days(3)))
    page = show(capsys, uid_of(url("baru")))
    assert "GONE from the site, first found so 2026-03-05 01:00 UTC (404" in page
    assert f"also known as {uid_of(url('baru'))}" in page
    assert "Gone from the site by 5 March 2026." in page
    assert page == show(capsys, url("lama"))


def test_what_is_withheld_is_shown_to_the_keeper_with_a_banner_and_the_reason(crawled, capsys):
    edited(crawled)
    row = crawled.archive.find_article(UID)
    crawled.archive.withhold(row, reason="diminta keluarga", at=days(9))
    crawled.archive.withhold(row, reason="alamat rumah", at=days(9), version=1)
    crawled.archive.withhold(row, reason="nama", at=days(9), field="author")
    crawled.archive.lift(row, at=days(10), field="author", because="izin")
    page = show(capsys, UID)
    assert "WITHHELD from the public since 2026-03-11 01:00 UTC: diminta keluarga" in page
    assert "WITHHELD (version 1) from the public since 2026-03-11 01:00 UTC: alamat rumah" in page
    assert "field author was withheld 2026-03-11 to 2026-03-12: nama; lifted: izin" in page
    assert "edited by the government  (withheld)" in page
    assert "Pasar Legi Dibuka" in page


def test_an_older_version_can_be_read_and_cited(crawled, capsys):
    edited(crawled)
    page = show(capsys, UID, "--version", "1")
    assert page.startswith("Pasar Dibuka\n") and "This is version 1 of 2." in page
    assert "“Pasar Dibuka.”" in page and f"contoh-{UID}-v1," in page
    assert complaint(capsys, UID, "--version", "3") == "blitar: no version 3: the article has 1 to 2"


def test_an_article_without_anything_is_shown(crawled, capsys):
    nothing = dict.fromkeys(
        ("title", "author", "section", "published_at", "published_raw", "published_precision", "views")
    )
    crawled.store(article_seen(**nothing, body=None, main_span=None))
    page = show(capsys, UID)
    assert page.startswith("(no title)\nKota Contoh  ·  undated\n")
    assert "(no text)" in page and "Views  the site shows none" in page
    assert "Kota Contoh. N.d. https" in page


def test_the_citation_alone_as_text_or_bibtex(crawled, capsys):
    crawled.store(article_seen())
    assert show(capsys, UID, "--text").startswith("Admin Kota. Kota Contoh. “Wali Kota Resmikan Pasar.” 1 March 2026.")
    entry_text = show(capsys, UID, "--bibtex")
    assert entry_text.startswith("@misc{contoh-") and entry_text.endswith("}\n")
    assert complaint(capsys, UID, "--bibtex", "--json") == "blitar: --json and --bibtex: ask for one of them"


def test_json_has_all_of_it(crawled, capsys):
    number = keep_capture(crawled)
    crawled.store(article_seen(title="Satu", body=BODY, main_span=None, capture_id=number, tags=("pasar",)))
    crawled.store(article_seen(at=days(1), title="Dua", body=None, main_span=None, author="Humas"))
    crawled.archive.withhold(crawled.archive.find_article(UID), reason="x", at=days(2), field="author")
    (line,) = show(capsys, UID, "--json").splitlines()
    record = json.loads(line)
    assert {"uid", "site", "site_name", "url", "title", "body", "evidence", "views", "gone_at", "withheld_at"} < set(
        record
    )
    assert (record["uid"], record["title"], record["tags"], record["merged"]) == (UID, "Dua", ["pasar"], [])
    one, two = record["versions"]
    assert (one["version"], one["superseded_by"], one["compared"], one["changes"]) == (1, "edited", None, {})
    assert (two["version"], two["superseded_by"], two["compared"], two["reading_of"]) == (2, None, [1, 2], 2)
    assert two["changes"]["title"] == [["removed", "Satu"], ["added", "Dua"]]
    assert set(two["changes"]) == {"title", "author"}
    assert record["captures"][0]["version"] == 1 and record["captures"][0]["warc_offset"] == 4711
    assert one["capture"]["digest"] == "sha256:" + "ab" * 32
    assert record["withholdings"] == [
        {
            **{"field": "author", "version": None, "reason": "x", "withheld_at": "2026-03-04T01:00:00Z"},
            **{"lifted_at": None, "lifted_because": None},
        }
    ]
    assert set(record["citation"]) == {"version", "text", "bibtex"}


@pytest.mark.parametrize("options", [(), ("--json",), ("--text",), ("--bibtex",), ("--version", "1")], ids=str)
@pytest.mark.parametrize("terminal", [False, True], ids=["pipe", "terminal"])
def test_nothing_that_a_page_holds_acts_on_the_terminal(crawled, capsys, monkeypatch, options, terminal):
    full = {
        **dict.fromkeys(("title", "author", "section", "published_raw", "body", "press_release_number"), HOSTILE),
        **{"image_url": HOSTILE, "tags": (HOSTILE,), "evidence": {"title": {"raw": HOSTILE}}},
    }
    number = keep_capture(crawled, warc_file=HOSTILE, digest=HOSTILE, record_type="revisit", refers_to=HOSTILE)
    crawled.store(article_seen(**full, main_span=None, capture_id=number))
    crawled.store(
        article_seen(at=days(1), **{**full, "title": f"{HOSTILE} dua", "body": f"baru {HOSTILE}"}, main_span=None)
    )
    crawled.archive.withhold(crawled.archive.find_article(UID), reason=HOSTILE, at=days(2))
    if terminal:
        monkeypatch.setenv("FORCE_COLOR", "1")
        monkeypatch.setenv("COLUMNS", "80")
    out = show(capsys, UID, *options)
    own = re.sub(r"\x1b\[[0-9;]*m", "", out) if terminal else out
    assert not re.search(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]", own)
    if terminal:  # no colour but those of the page's own design
        assert "\x1b[31m" not in out.replace("\x1b[31m\x1b[9m", "")
    if options == ("--json",):
        assert json.loads(out)["title"] == f"{HOSTILE} dua"


def test_addresses_and_bibtex_are_not_broken_so_that_they_can_be_copied(crawled, capsys, monkeypatch):
    address = url("-".join(["panjang"] * 30))
    crawled.store(article_seen(address, capture_id=keep_capture(crawled, warc_file="w" * 100)))
    piped = show(capsys, address).split("\n")
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("COLUMNS", "80")
    lines = re.sub(r"\x1b\[[0-9;]*m", "", show(capsys, address)).split("\n")
    assert address in lines and f"    {'w' * 100}@4711" in lines
    start = next(place for place, line in enumerate(piped) if line.startswith("  @misc"))
    assert lines[-len(piped[start:]) :] == piped[start:]


@pytest.mark.parametrize("width", [80, 120])
def test_on_a_terminal_changes_are_coloured_and_text_is_wrapped(crawled, capsys, monkeypatch, width):
    long = "Wali kota meresmikan pasar itu pada hari Senin pagi bersama warga. " * 4
    crawled.store(article_seen(body=long, main_span=None))
    crawled.store(article_seen(at=days(1), body=long.replace("Senin", "Selasa", 1), main_span=None))
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("COLUMNS", str(width))
    out = show(capsys, UID)
    removed, added = (re.search(rf"\x1b\[([0-9;]+)m{word}", out)[1] for word in ("Senin", "Selasa"))
    assert {"9", "31"} == set(removed.split(";")) and {"4", "32"} == set(added.split(";"))
    assert "[-" not in out and "{+" not in out
    plain = re.sub(r"\x1b\[[0-9;]*m", "", out).split("\n")
    unbroken = ("  @misc", "    title =", "    url =", "    note =", "http", "}")
    assert max(len(line) for line in plain if not line.startswith(unbroken)) <= min(width, 100)


def test_in_a_pipe_a_paragraph_is_one_line(crawled, capsys):
    long = "Wali kota meresmikan pasar itu pada hari Senin pagi bersama warga. " * 40
    crawled.store(article_seen(body=long.strip(), main_span=None))
    assert long.strip() in show(capsys, UID).split("\n")


@pytest.mark.parametrize("name", ["nosuchuid234", url("lain"), "x\x1b[31m"])
def test_an_article_that_is_not_there_is_one_line(crawled, capsys, name):
    crawled.store(article_seen())
    line = complaint(capsys, name)
    assert line.startswith("blitar: no article 'x\\x1b[31m'" if "\x1b" in name else f"blitar: no article '{name}'")
    assert line.endswith("; blitar search WORDS finds an article and its uid")


def test_a_mistyped_uid_is_answered_with_the_near_one(crawled, capsys):
    crawled.store(article_seen())
    assert complaint(capsys, f"x{UID[1:]}").endswith(f"did you mean {UID}?")


def test_a_missing_archive_is_one_line_and_is_not_made(capsys, folder):
    assert "no such archive" in complaint(capsys, UID, "--archive", "none.db")
    assert list(folder.iterdir()) == []
