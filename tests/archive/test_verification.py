"""Whatever is wrong with an archive or its captures is found and named; what can be mended is, and nothing else."""

from __future__ import annotations

import hashlib
import os
import random
import shutil
import sqlite3
from pathlib import Path

import pytest
from archive_examples import SITE, days
from captured_examples import crawl

from blitar_scraper.archive import Archive
from blitar_scraper.archive.verification import SHOWN, Checked, Mended, repair, verify
from blitar_scraper.archive.verification.files import fault_of
from blitar_scraper.archive.warc.reader import Captured, records_of

NAMES = [f"berita-{number}" for number in range(6)]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """An archive of two runs: six articles, then the same pages again (revisits) and one that was edited."""
    path = tmp_path / "a.db"
    crawl(path, NAMES)
    crawl(path, NAMES[:2], run=2)
    crawl(path, NAMES[2:3], run=3, edited="baru")
    return path


def checked(path: Path, **options: object) -> Checked:
    with Archive(path, readonly=True) as archive:
        return verify(archive, **options)  # type: ignore[arg-type]


def wrong(path: Path) -> dict[str, int]:
    return checked(path).findings.counts


def mended(path: Path) -> tuple[Checked, Mended]:
    with Archive(path) as archive:
        return repair(archive, [SITE.id], at=days(9))


def change(path: Path, sql: str) -> None:
    """What no program of ours does to an archive."""
    with sqlite3.connect(path) as db:
        db.executescript(sql)
    db.close()


def query(path: Path, sql: str) -> list[tuple[object, ...]]:
    db = sqlite3.connect(path)
    found = db.execute(sql).fetchall()
    db.close()
    return found


def file_of(path: Path, run: int = 1) -> Path:
    (file,) = (path.with_suffix(".warc") / SITE.id).glob(f"*-{run:05d}-001.warc.gz")
    return file


def fingerprints(path: Path) -> dict[str, str]:
    """Every file of the archive with its content."""
    files = [file for file in path.parent.rglob("*") if file.is_file()]
    return {file.name: hashlib.sha256(file.read_bytes()).hexdigest() for file in files}


def test_a_good_archive_is_well_and_is_not_changed(path):
    before = fingerprints(path)
    found = checked(path)
    assert found.findings.counts == {}
    assert (found.sites, found.articles, found.captures, found.files) == (1, 6, 9, 3)
    assert query(path, "SELECT COUNT(*) FROM captures WHERE record_type = 'revisit'") == [(2,)]
    assert fingerprints(path) == before


def test_a_repair_of_a_good_archive_does_nothing(path):
    rows = query(path, "SELECT * FROM captures")
    found, done = mended(path)
    assert (found.findings.counts, done.done, done.waiting) == ({}, [], [])
    assert query(path, "SELECT * FROM captures") == rows and query(path, "SELECT * FROM problems") == []


def test_any_byte_changed_in_a_file_is_found(path):
    """But for those that say nothing: a gzip header's flags, time and system; what fills up the last packed byte."""
    file, data = file_of(path), file_of(path).read_bytes()
    records = [(record.offset, record.length) for record in records_of(file)]
    silent = {offset + place for offset, length in records for place in (3, 4, 5, 6, 7, 8, 9, length - 9)}
    places = random.Random(5).sample([place for place in range(len(data)) if place not in silent], 150)
    for place in places:
        damaged = bytearray(data)
        damaged[place] ^= 1 << (place % 8)
        file.write_bytes(damaged)
        found = wrong(path)
        assert found.keys() & {"capture-damaged", "record-damaged", "file-torn"}, place
        # Damage is told where it is: no other capture is called damaged.
        assert found.get("capture-damaged", 0) + found.get("record-damaged", 0) + found.get("file-torn", 0) == 1
    file.write_bytes(data)
    assert wrong(path) == {}


def test_a_damaged_capture_is_named_with_its_article(path):
    place = query(path, "SELECT warc_offset FROM captures WHERE id = 3")[0][0]
    damage(file_of(path), place + 100)
    (finding,) = checked(path).findings.shown["capture-damaged"]
    (uid,) = query(path, "SELECT uid FROM articles WHERE capture_id = 3 OR title LIKE 'berita-2%'")[0]
    assert finding.articles == (uid,)
    assert finding.where == f"{SITE.id}/{file_of(path).name} at {place}"
    assert "/berita/berita-2" in finding.what and "damaged" in finding.what


def damage(file: Path, place: int) -> None:
    data = bytearray(file.read_bytes())
    data[place] ^= 0x55
    file.write_bytes(data)


def test_a_record_that_was_forged_with_all_its_digests_is_found(path):
    """Whoever can write a WARC file can write a good one; the row's digest tells all the same."""
    other = path.with_name("b.db")
    crawl(other, NAMES, edited="lain")
    forged = list(records_of(file_of(other)))
    real = list(records_of(file_of(path)))
    data, new = bytearray(file_of(path).read_bytes()), file_of(other).read_bytes()
    at, by = real[1], forged[1]
    data[at.offset : at.offset + at.length] = new[by.offset : by.offset + by.length]
    file_of(path).write_bytes(data)
    assert wrong(path)["capture-damaged"] >= 1


def test_digests_that_others_made_of_other_bytes_are_no_damage():
    """As wget gives a revisit the digest of a block with the payload, and others that of an unpacked payload."""
    other = f"sha256:{hashlib.sha256(b'other').hexdigest()}"
    block = b"HTTP/1.1 200 OK\r\n\r\nIsi"
    for kind, name in (("revisit", "warc-block-digest"), ("response", "warc-payload-digest")):
        fields = {"warc-type": kind, name: other}
        assert fault_of(Captured(fields, block, 0, 1)) is not None
        assert fault_of(Captured({**fields, "blitar-source": "sha256:0"}, block, 0, 1)) is None
    fields = {"warc-type": "response", "warc-block-digest": other, "blitar-source": "sha256:0"}
    assert fault_of(Captured(fields, block, 0, 1)) is not None


def test_damage_is_noted_in_problems_until_the_bytes_are_found_again(path):
    data = file_of(path).read_bytes()
    damage(file_of(path), query(path, "SELECT warc_offset FROM captures WHERE id = 3")[0][0] + 100)
    found, done = mended(path)
    assert found.findings.counts == {"capture-damaged": 1}
    problem = "SELECT problem, capture_id, article_id, site, resolved_at FROM problems"
    assert query(path, problem) == [("capture-damaged", 3, 3, SITE.id, None)]
    mended(path)
    assert len(query(path, problem)) == 1  # told once
    file_of(path).write_bytes(data)
    found, done = mended(path)
    assert found.findings.counts == {} and done.done == ["1 capture found again, and their problems closed"]
    assert query(path, problem)[0][-1] == "2026-03-11T01:00:00Z"


def test_another_reading_of_the_page_does_not_end_the_problem_of_a_lost_capture(path):
    file_of(path).unlink()
    mended(path)
    crawl(path, NAMES[:1], run=4, edited="lagi")
    lost = "SELECT COUNT(*) FROM problems WHERE problem = 'capture-lost' AND resolved_at IS NULL"
    assert query(path, lost) == [(6,)]


def test_a_missing_file_is_told_once_with_the_articles_concerned(path):
    file, moved = file_of(path), path.with_name("moved")
    file.rename(moved)
    found = checked(path)
    assert found.findings.counts == {"file-missing": 1}
    (finding,) = found.findings.shown["file-missing"]
    assert len(finding.articles) == 6 and "6 captures" in finding.what
    found, _ = mended(path)
    assert found.findings.counts == {"file-missing": 1}
    assert query(path, "SELECT problem, COUNT(*) FROM problems") == [("capture-lost", 6)]
    moved.rename(file)
    assert mended(path)[0].findings.counts == {}
    assert query(path, "SELECT COUNT(*) FROM problems WHERE resolved_at IS NULL") == [(0,)]


def test_a_file_that_was_renamed_is_found_by_what_is_in_it(path):
    file = file_of(path)
    file.rename(file.with_name("other-00009-001.warc.gz"))
    assert wrong(path) == {"capture-differs": 6}
    mended(path)
    assert wrong(path) == {}
    assert query(path, "SELECT COUNT(*) FROM captures") == [(9,)]


def test_a_copy_of_a_file_does_no_harm(path):
    shutil.copy(file_of(path), file_of(path).with_name("copy-00009-001.warc.gz"))
    assert wrong(path) == {}
    mended(path)
    assert query(path, "SELECT COUNT(*) FROM captures") == [(9,)]


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE captures SET warc_offset = warc_offset + 1 WHERE id = 3",
        "UPDATE captures SET warc_offset = 0 WHERE id = 3",
        "UPDATE captures SET warc_offset = 99999999 WHERE id = 3",
        "UPDATE captures SET warc_length = warc_length - 1 WHERE id = 3",
        "UPDATE captures SET url = 'https://example.org/' WHERE id = 3",
        "UPDATE captures SET http_status = 404, fetched_at = '2026-01-01T00:00:00Z' WHERE id = 3",
        "UPDATE captures SET record_type = 'revisit' WHERE id = 3",
        "UPDATE captures SET warc_offset = (SELECT warc_offset FROM captures WHERE id = 4) WHERE id = 3",
    ],
)
def test_a_row_that_does_not_say_what_its_record_says_is_corrected_after_it(path, sql):
    before = query(path, "SELECT * FROM captures")
    change(path, sql)
    assert "capture-differs" in wrong(path)
    found, _ = mended(path)
    assert found.findings.counts == {} and wrong(path) == {}
    assert query(path, "SELECT * FROM captures") == before


def test_a_digest_is_never_taken_from_the_file(path):
    change(path, f"UPDATE captures SET digest = 'sha256:{'0' * 64}' WHERE id = 3")
    mended(path)
    assert wrong(path) == {"capture-damaged": 1}
    assert query(path, "SELECT digest FROM captures WHERE id = 3") == [(f"sha256:{'0' * 64}",)]


def test_rows_of_captures_that_were_lost_are_made_again_with_their_numbers(path):
    before = query(path, "SELECT * FROM captures")
    change(path, "DELETE FROM captures WHERE id IN (2, 3, 7)")
    found = wrong(path)
    assert found["capture-unindexed"] == 3 and found["capture-unknown"] > 3
    mended(path)
    assert wrong(path) == {}
    assert query(path, "SELECT * FROM captures") == before


def test_a_file_of_which_nothing_is_known_gets_its_rows(path):
    before = query(path, "SELECT * FROM captures"), query(path, "SELECT site, at, account FROM sightings ORDER BY id")
    change(path, "PRAGMA foreign_keys = OFF; DELETE FROM captures; DELETE FROM sightings")
    mended(path)
    after = query(path, "SELECT * FROM captures"), query(path, "SELECT site, at, account FROM sightings ORDER BY id")
    assert after == before and wrong(path) == {}


def test_a_record_that_no_file_has_is_not_made_up(path):
    file_of(path, 3).unlink()
    change(path, "DELETE FROM captures WHERE id = 9")
    rows = query(path, "SELECT COUNT(*) FROM captures")
    found, _ = mended(path)
    assert found.findings.counts.keys() == {"capture-unknown"}
    assert query(path, "SELECT COUNT(*) FROM captures") == rows
    lines = [finding.where for finding in found.findings.shown["capture-unknown"]]
    assert {"articles", "article_captures", "view_counts", "sightings"} <= set(lines)


def test_every_table_that_names_a_capture_is_looked_at(path):
    names = """SELECT m.name FROM sqlite_master m JOIN pragma_foreign_key_list(m.name) f
               WHERE m.type = 'table' AND f."table" = 'captures'"""
    from blitar_scraper.archive.verification.rows import CITING

    assert {name for (name,) in query(path, names)} == set(CITING)


def test_a_revisit_needs_its_original(path):
    change(path, "PRAGMA foreign_keys = OFF; UPDATE captures SET record_id = 'urn:uuid:0' WHERE id = 1")
    assert wrong(path)["original-missing"] == 1
    mended(path)
    assert wrong(path) == {}


def test_a_killed_run_s_file_is_closed_and_its_torn_tail_cut(path):
    file = crawl(path, NAMES, run=4, closed=False, edited="lagi")
    whole = file.read_bytes()
    with file.open("ab") as opened:
        opened.write(whole[: len(whole) // 9])
    change(path, "DELETE FROM captures WHERE id = (SELECT MAX(id) FROM captures)")
    found = wrong(path)
    assert found["file-left-open"] == 1 and found["capture-unindexed"] == 1
    assert file.exists()  # looking does not close it
    mended(path)
    assert not file.exists() and file.with_name(file.name.removesuffix(".open")).exists()
    assert wrong(path) == {}


def test_what_stands_behind_the_last_record_of_a_closed_file_is_cut_off_and_kept(path):
    whole = file_of(path).read_bytes()
    with file_of(path).open("ab") as file:
        file.write(b"not a record")
    assert wrong(path) == {"file-torn": 1}
    mended(path)
    assert wrong(path) == {} and file_of(path).exists()
    kept = path.with_suffix(".warc") / SITE.id / f"{file_of(path).name}.damaged"
    assert file_of(path).read_bytes() == whole and kept.read_bytes() == b"not a record"


def test_a_closed_file_that_lost_its_end_is_left_as_it_is(path):
    """The rest may be on a copy: nothing is cut off that a row is about."""
    last = query(path, "SELECT MAX(warc_offset) FROM captures WHERE warc_file LIKE '%-00001-001%'")[0][0]
    os.truncate(file_of(path), last + 50)
    size = file_of(path).stat().st_size
    assert wrong(path) == {"capture-damaged": 1}
    mended(path)
    assert file_of(path).stat().st_size == size
    assert wrong(path) == {"capture-damaged": 1}


def test_a_file_that_ends_within_a_request_is_mended(path):
    """Every answer is whole."""
    last = query(path, "SELECT MAX(warc_offset + warc_length) FROM captures WHERE warc_file LIKE '%-00001-001%'")[0][0]
    os.truncate(file_of(path), last + 50)
    assert wrong(path) == {"file-torn": 1}
    mended(path)
    assert wrong(path) == {} and file_of(path).stat().st_size == last


@pytest.mark.parametrize("column", ["title", "author", "section", "published_at", "body"])
@pytest.mark.parametrize("table", ["articles", "article_versions"])
def test_a_value_that_its_digest_was_not_made_of_is_found(path, table, column):
    change(path, f"UPDATE {table} SET {column} = '2020-01-01' WHERE version = (SELECT MIN(version) FROM {table})")
    found = checked(path).findings
    assert found.counts["value-damaged"] >= 1
    assert found.shown["value-damaged"][0].where == table


@pytest.mark.parametrize(("column", "value"), [("word_count", 1), ("published_date", "'2020-01-01'")])
def test_a_value_made_from_others_is_found_to_be_another(path, column, value):
    change(path, f"UPDATE articles SET {column} = {value} WHERE id = 1")
    assert wrong(path) == {"value-damaged": 1}


def test_a_version_that_is_not_there_is_found(path):
    change(path, "DELETE FROM article_versions")
    assert wrong(path) == {"version-missing": 1}


def test_a_row_of_an_article_that_is_not_there_is_found(path):
    change(path, "PRAGMA foreign_keys = OFF; UPDATE view_counts SET article_id = 99 WHERE article_id = 2")
    assert wrong(path) == {"reference": 2}


@pytest.mark.parametrize(
    "sql",
    [
        "DROP TRIGGER articles_fts_update; UPDATE articles SET title = 'x' WHERE id = 1",
        "DELETE FROM articles_fts_data WHERE id > 10",
        "DELETE FROM articles_fts_docsize WHERE id = 1",
    ],
    ids=["stale", "emptied", "short"],
)
def test_a_search_index_that_does_not_say_what_the_articles_say_is_made_anew(path, sql):
    change(path, sql)
    assert wrong(path)["search-index"] == 1
    _, done = mended(path)
    assert "search index made anew" in done.done
    assert "search-index" not in wrong(path)


def test_the_search_index_is_not_made_anew_while_a_crawl_would_have_to_wait(path):
    change(path, "DELETE FROM articles_fts_docsize WHERE id = 1")
    with Archive(path) as archive:
        found, done = repair(archive, [], at=days(9), left_out=[SITE.id])
    assert found.findings.counts == {"search-index": 1} and "while contoh is crawled" in done.waiting[0]


def test_a_site_that_is_crawled_is_left_out(path):
    crawl(path, NAMES, run=4, closed=False, edited="lagi")
    file_of(path, 1).unlink()
    found = checked(path, left_out=[SITE.id])
    assert found.findings.counts == {} and found.left_out == (SITE.id,) and found.files == 0


def test_an_index_of_the_file_that_lost_rows_is_made_anew(path):
    # A row that the index never saw, as a failing disk may leave it: made while the schema does not tell of the index.
    hide = "UPDATE sqlite_master SET sql = sql || ' WHERE 0' WHERE name = 'captures_by_digest'"
    (sql,) = query(path, "SELECT sql FROM sqlite_master WHERE name = 'captures_by_digest'")[0]
    digest = query(path, "SELECT digest FROM captures WHERE id = 3")[0][0]
    change(path, "UPDATE captures SET digest = 'x' WHERE id = 3")
    change(path, f"PRAGMA writable_schema = ON; {hide}")
    change(path, f"UPDATE captures SET digest = '{digest}' WHERE id = 3")
    change(
        path, f"PRAGMA writable_schema = ON; UPDATE sqlite_master SET sql = '{sql}' WHERE name = 'captures_by_digest'"
    )
    assert wrong(path) == {"index": 1}
    _, done = mended(path)
    assert done.done == ["1 index of the SQLite file made anew"] and wrong(path) == {}


def test_a_damaged_sqlite_file_is_told_and_not_written_to(path):
    size = path.stat().st_size
    with path.open("r+b") as file:  # some page in the middle, not the first
        file.seek(size // 2 // 4096 * 4096)
        file.write(b"\xff" * 4096)
    found = checked(path)
    assert found.findings.counts["database"] >= 1
    before = path.read_bytes()
    _, done = mended(path)
    assert path.read_bytes() == before
    assert "damaged itself" in done.waiting[0]


def test_what_is_told_is_bounded_and_the_count_exact(tmp_path):
    path = tmp_path / "many.db"
    crawl(path, [f"berita-{number}" for number in range(40)])
    file = next(path.with_suffix(".warc").rglob("*.warc.gz"))
    place = query(path, "SELECT warc_offset FROM captures ORDER BY id LIMIT 1 OFFSET 3")[0][0]
    with file.open("r+b") as opened:
        opened.seek(place)
        opened.write(bytes(file.stat().st_size - place))
    found = checked(path).findings
    assert found.counts["capture-damaged"] == 37
    assert len(found.shown["capture-damaged"]) == SHOWN
    assert found.total == sum(found.counts.values())


def test_many_files_are_checked_on_all_cores_with_the_same_result(path, monkeypatch):
    from blitar_scraper.archive.verification import checking

    damage(file_of(path), 2000)
    alone = checked(path)
    monkeypatch.setattr(checking, "_BATCH", 1)
    monkeypatch.setattr(checking, "_SMALLEST_FOR_PROCESSES", 1)
    calls: list[tuple[int, int]] = []
    together = checked(path, processes=2, progress=lambda done, total: calls.append((done, total)))
    assert (together.findings, together.captures, together.bytes) == (alone.findings, alone.captures, alone.bytes)
    assert calls[0][0] == 0 and calls[-1] == (together.bytes, together.bytes) and len(calls) == 4
