"""`blitar search`: hits in order, marked, counted; and what it says where nothing is found."""

import json
from datetime import datetime

import pytest

from blitar_scraper.archive import Archive
from blitar_scraper.archive.stems import update_stems
from blitar_scraper.cli.command import run
from tests.archive.archive_examples import Crawled, article_seen, url


@pytest.fixture(autouse=True)
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for name in ("FORCE_COLOR", "NO_COLOR"):
        monkeypatch.delenv(name, raising=False)
    with Archive(tmp_path / "data" / "blitar.db") as archive:
        crawled = Crawled(archive)
        crawled.store(
            article_seen(
                "a", title="Penghargaan\x1b[2J untuk kota", body="Wali kota\nmenghargai [warga].", main_span=None
            ),
            article_seen("b", title="Warga dihargai", body=None, published_at=None),
            article_seen("c", title=None, body="Pasar dibuka", published_at="2024-05-01", section="EKONOMI"),
        )
        update_stems(archive.db)
    return tmp_path


def found(capsys, *arguments, status=0):
    capsys.readouterr()
    assert run(["search", *arguments]) == status
    return capsys.readouterr().out


def test_hits_are_printed_with_day_title_text_and_address(capsys):
    assert found(capsys, "penghargaan").splitlines() == [
        "2026-03-01  Penghargaan\\x1b[2J untuk kota",
        "    Wali kota [menghargai] [warga].",
        f"    {url('a')}  ({uid('a')})",
        "undated  Warga dihargai",
        f"    {url('b')}  ({uid('b')})",
        "for penghargaan also: dihargai, menghargai",
        "only as typed, in quotation marks: blitar search '\"penghargaan\"'",
        "2 articles found",
    ]


@pytest.mark.parametrize("words", [["-kota"], ['"'], ["--", "-kota", "-pasar"]])
def test_a_search_without_a_word_to_look_for_says_so(capsys, words):
    assert run(["search", *words]) == 2
    assert "needs a word" in capsys.readouterr().err


def uid(name):
    with Archive("data/blitar.db", readonly=True) as archive:
        return archive.find_article(url(name))["uid"]


def test_on_a_screen_with_colour_hits_are_marked_by_it(capsys, monkeypatch):
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("TERM", "xterm-256color")
    printed = found(capsys, "penghargaan", "--limit", "1")
    assert "\x1b[1;4;33mPenghargaan\x1b[0m\\x1b[2J" in printed
    assert "\x1b[1;4;33mmenghargai\x1b[0m [warga]" in printed
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b[1;4;33m" not in found(capsys, "penghargaan")


def test_what_is_more_than_shown_is_counted(capsys):
    assert found(capsys, "harga", "--limit", "1").splitlines()[-1] == "2 articles found, the best 1 shown"


def test_a_word_behind_a_minus_is_excluded_and_quotes_keep_words_together(capsys):
    assert "1 article found" in found(capsys, "dihargai", "-wali")
    assert "1 article found" in found(capsys, '"wali kota"')
    assert found(capsys, '"kota wali"') == "nothing found\n"


def test_filters_hold_it_to_site_year_and_section(capsys):
    assert "(no title)" in found(capsys, "pasar", "--site", "contoh", "--year", "2024", "--section", "EKONOMI")
    assert found(capsys, "pasar", "--year", "2023") == ("nothing found there; 1 without --site, --year and --section\n")


def test_each_hit_is_a_json_object_that_says_what_was_stored(capsys):
    rows = [json.loads(line) for line in found(capsys, "penghargaan", "--json").splitlines()]
    assert [row["rank"] for row in rows] == [1, 2]
    assert rows[0] == {
        "article_id": 1,
        "uid": uid("a"),
        "site": "contoh",
        "url": url("a"),
        "title": "Penghargaan\x1b[2J untuk kota",
        "section": "BERITA",
        "published_at": "2026-03-01",
        "rank": 1,
        "snippet": "Wali kota\n[menghargai] [warga].",
    }
    assert found(capsys, "nihil", "--json") == ""


def test_where_nothing_is_found_the_nearest_words_are_proposed(capsys):
    assert found(capsys, "penghargan") == "nothing found; did you mean: penghargaan\n"
    assert found(capsys, "pasar dibukka") == "nothing found; did you mean: pasar dibuka\n"
    assert found(capsys, "xyzzy") == "nothing found\n"
    assert found(capsys, "penghargaan pasar") == "nothing found\n"


def test_nothing_withheld_is_proposed(capsys):
    with Archive("data/blitar.db") as archive:
        archive.withhold(
            archive.find_article(url("c")), reason="diminta", at=datetime.fromisoformat("2026-03-05T00:00Z")
        )
    assert found(capsys, "dibukka") == "nothing found\n"


def test_an_option_that_does_not_exist_is_no_word(capsys):
    capsys.readouterr()
    assert run(["search", "pasar", "--sit", "contoh"]) == 2
    assert "--sit" in capsys.readouterr().err
