"""A disk that is full, whatever is being written: one clear line, nothing corrupt, and the next run goes on."""

import random
import subprocess
import sys

import pytest

from blitar_scraper.demo import Response, SampleSite, serve
from tests.crawling.captured import (
    assert_files_and_rows_agree,
    assert_nothing_cited_is_missing,
    assert_rows_are_whole_records,
    found_wrong,
)
from tests.crawling.conftest import TIMEOUT, Crawls
from tests.crawling.faults import Faults
from tests.crawling.test_cut_short import stored

# What a run may leave that the next one sets right.
LEFT_BY_A_CUT_RUN = {"file-left-open", "capture-unindexed"}


@pytest.fixture
def faults(tmp_path, monkeypatch):
    return Faults(tmp_path, monkeypatch)


def assert_nothing_is_corrupt(crawls: Crawls) -> None:
    assert_rows_are_whole_records(crawls)
    assert_nothing_cited_is_missing(crawls)
    wrong = found_wrong(crawls)
    assert wrong.keys() <= LEFT_BY_A_CUT_RUN
    assert wrong.get("capture-unindexed", 0) <= 1  # written, and its row was refused


def assert_the_next_run_goes_on(crawls: Crawls, undisturbed: Crawls) -> None:
    assert crawls.run(full=True)["exit_status"] == 0
    assert stored(crawls) == stored(undisturbed)
    assert_files_and_rows_agree(crawls)
    assert_nothing_cited_is_missing(crawls)
    assert found_wrong(crawls) == {}


@pytest.fixture(scope="module")
def undisturbed(tmp_path_factory):
    with serve(SampleSite()) as server:
        crawls = Crawls(server, tmp_path_factory.mktemp("undisturbed") / "archive.db")
        crawls.run(full=True)
        yield crawls


# Bytes that no file may exceed. The journal beside the SQLite file is the first to reach each of them.
@pytest.mark.parametrize("largest", [400_000, 3_200_000])
def test_an_archive_that_cannot_grow_ends_the_run_in_one_line(crawls, undisturbed, largest):
    result = crawls.run(largest_file=largest, full=True)
    assert (result["status"], result["exit_status"]) == ("cut", 1)
    assert "archive.db" in result["reason"] and "disk is full" in result["reason"]
    assert "\n" not in result["reason"]
    assert crawls.log.read_text() == ""
    assert_nothing_is_corrupt(crawls)
    assert_the_next_run_goes_on(crawls, undisturbed)


def test_a_capture_that_does_not_fit_ends_the_run_in_one_line(crawls, undisturbed):
    # More than half a megabyte that cannot be packed: the WARC file is the first to grow too large.
    noise = random.Random(1).randbytes(600_000).hex()
    crawls.server.site.overrides["/robots.txt"] = Response(200, {"Content-Type": "text/plain"}, f"# {noise}\n".encode())
    result = crawls.run(largest_file=500_000, full=True)
    assert (result["status"], result["exit_status"]) == ("cut", 1)
    assert ".warc.gz.open: File too large" in result["reason"]
    assert "\n" not in result["reason"]
    assert crawls.log.read_text() == ""
    assert_nothing_is_corrupt(crawls)
    assert_the_next_run_goes_on(crawls, undisturbed)


# Within the first record, soon after it, and in the middle of the crawl; the file would be 1.4 million bytes long.
@pytest.mark.parametrize("room", [0, 3_000, *random.Random(20260302).sample(range(60_000, 900_000), 1)])
def test_a_disk_that_is_full_within_a_record_ends_the_run_in_one_line(crawls, undisturbed, faults, room):
    faults.set("disk-full", room)
    result = crawls.run(full=True)
    assert (result["status"], result["exit_status"]) == ("cut", 1)
    assert ".warc.gz.open: No space left on device" in result["reason"]
    assert "\n" not in result["reason"]
    assert crawls.log.read_text() == ""
    assert len(crawls.requested()) < 160  # nothing is asked for that could not be kept
    assert_nothing_is_corrupt(crawls)
    if room >= 60_000:
        assert crawls.rows("SELECT COUNT(*) AS n FROM articles")[0]["n"] > 0
    faults.end()
    assert_the_next_run_goes_on(crawls, undisturbed)


def test_an_archive_that_cannot_even_be_begun_is_said_in_one_line(tmp_path):
    limited = (
        "import resource, sys; resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000));"
        "from blitar_scraper.cli import main; main()"
    )
    command = [sys.executable, "-c", limited, "crawl", "blitarkota", "--contact", "a@example.org"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, timeout=TIMEOUT)
    assert done.returncode == 1
    (line,) = done.stderr.splitlines()
    assert line.startswith("blitar: data/blitar.db: ") and "disk is full" in line
