"""Killed in the middle of writing captures: every whole record is kept and readable, and rows and files agree again."""

import random
import signal

import pytest

from blitar_scraper.demo import SampleSite, serve
from tests.crawling.captured import (
    answers_by_warcio,
    assert_files_and_rows_agree,
    assert_nothing_cited_is_missing,
    assert_rows_are_whole_records,
    found_wrong,
    warc_files,
    warcio_check,
    whole_records,
)
from tests.crawling.conftest import TIMEOUT, Crawls
from tests.crawling.faults import Faults
from tests.crawling.test_cut_short import stop_after, stored

# How far a run may get: a crawl of the whole site writes 1.4 million bytes of captures in 150 answers.
_FURTHEST = {"killed-writing": 120_000, "killed-before-row": 15, "killed-before-storing": 12}


def moments(seed: int) -> list[tuple[str, int]]:
    """Twelve moments at which to kill: most within a record, some between a record and its row."""
    chosen = random.Random(seed)
    kinds = ["killed-writing"] * 7 + ["killed-before-row"] * 3 + ["killed-before-storing"] * 2
    chosen.shuffle(kinds)
    return [(kind, chosen.randrange(_FURTHEST[kind])) for kind in kinds]


@pytest.fixture(scope="module")
def undisturbed(tmp_path_factory):
    with serve(SampleSite()) as server:
        crawls = Crawls(server, tmp_path_factory.mktemp("undisturbed") / "archive.db")
        crawls.run(full=True)
        yield crawls


def killed(crawls: Crawls, **options: object) -> None:
    process = crawls.start(**options)
    process.communicate(timeout=TIMEOUT)
    assert process.returncode == -signal.SIGKILL, crawls.log.read_text()


def assert_sound_after_a_kill(crawls: Crawls) -> None:
    """At most the file of the killed run is open; all else is whole, and all that is whole can be read."""
    opened = [path for path in warc_files(crawls) if path.name.endswith(".open")]
    assert len(opened) <= 1
    warcio_check([path for path in warc_files(crawls) if path not in opened])
    assert_rows_are_whole_records(crawls)
    assert_nothing_cited_is_missing(crawls)
    for path in opened:
        name = path.relative_to(crawls.archive.with_suffix(".warc")).as_posix().removesuffix(".open")
        rows = crawls.rows("SELECT record_id, warc_offset FROM captures WHERE warc_file = ?", name)
        with_rows = {row["record_id"]: row["warc_offset"] for row in rows}
        in_file = {number: offset for number, (offset, _) in answers_by_warcio(path).items()}
        # A record is there before its row is: at most one answer waits for its row, and it is the last.
        assert with_rows.items() <= in_file.items()
        assert len(in_file) - len(with_rows) <= 1
        assert whole_records(path)[0] >= 2 * len(with_rows)  # with their requests
    wrong = found_wrong(crawls)
    assert wrong.keys() <= {"file-left-open", "capture-unindexed"}
    assert wrong.get("file-left-open", 0) == len(opened)


def test_killed_at_twelve_moments_of_writing_nothing_whole_is_lost(crawls, undisturbed, tmp_path, monkeypatch):
    faults = Faults(tmp_path, monkeypatch)
    torn = without_row = 0
    for kind, number in moments(20260302):
        faults.set(kind, number)
        killed(crawls, full=True)
        assert_sound_after_a_kill(crawls)
        for path in warc_files(crawls):
            if path.name.endswith(".open"):
                torn += path.stat().st_size > whole_records(path)[1]
        without_row += found_wrong(crawls).get("capture-unindexed", 0)
    assert torn >= 5 and without_row >= 2  # they were killed where it hurts
    faults.end()
    assert crawls.run(full=True)["exit_status"] == 0
    assert_files_and_rows_agree(crawls)
    assert_rows_are_whole_records(crawls)
    assert_nothing_cited_is_missing(crawls)
    assert found_wrong(crawls) == {}
    assert stored(crawls) == stored(undisturbed)


def test_killed_at_any_time_the_next_start_closes_the_file(crawls):
    """By the clock of the requests, whatever is being done at that moment."""
    for requests in random.Random(2).sample(range(3, 40), 4):
        stop_after(crawls, requests, signal.SIGKILL, full=True)
        assert_sound_after_a_kill(crawls)
    assert crawls.run(full=True)["exit_status"] == 0
    assert_files_and_rows_agree(crawls)
    assert found_wrong(crawls) == {}


def test_killed_between_the_last_record_and_the_final_name_the_next_start_gives_it(crawls, tmp_path, monkeypatch):
    faults = Faults(tmp_path, monkeypatch)
    faults.set("killed-before-name", 0)
    killed(crawls)
    (path,) = warc_files(crawls)
    data = path.read_bytes()
    assert path.name.endswith(".open") and found_wrong(crawls) == {"file-left-open": 1}
    # Killed once more, now while the next start gives the name.
    killed(crawls)
    assert warc_files(crawls) == [path]
    faults.end()
    crawls.run()
    assert path.with_name(path.name.removesuffix(".open")).read_bytes() == data
    assert_files_and_rows_agree(crawls)
    assert found_wrong(crawls) == {}


def test_a_last_record_cut_at_any_moment_is_cut_off_at_the_next_start(crawls):
    crawls.run(limit=5)
    (path,) = warc_files(crawls)
    data = path.read_bytes()
    for cut in (1, 40, 200):
        opened = path.with_name(path.name + ".open")
        opened.write_bytes(data + data[:cut])
        path.unlink()
        crawls.run(limit=1)
        assert path.read_bytes() == data
        assert_files_and_rows_agree(crawls)
