"""`blitar demo`: the whole job in one command, made anew each time, and a summary that tells what happened."""

import json
import subprocess
import sys

from blitar_scraper.archive import Archive
from blitar_scraper.demo import SampleSite


def demo(folder) -> str:
    done = subprocess.run(
        [sys.executable, "-c", "from blitar_scraper.cli import main; main()", "demo", "--archive", "demo.db"],
        cwd=folder,
        capture_output=True,
        text=True,
        timeout=120,
    )
    assert done.returncode == 0, done.stderr
    assert done.stderr == ""
    return done.stdout


def test_the_demo_tells_what_was_found(tmp_path):
    printed = demo(tmp_path)
    story = SampleSite().story
    for published in story.published:
        assert published.article.title in printed
    for edited in story.edited:
        assert edited.after.title in printed
    assert story.moved[0].after.path in printed
    for removed in story.removed:
        assert removed.article.title in printed
    assert "Makna Hari Raya Kupatan" in printed and " serve" in printed
    with Archive(tmp_path / "demo.db", readonly=True) as archive:
        runs = list(archive.db.query("SELECT * FROM runs ORDER BY id"))
        (row,) = archive.db.query("SELECT views FROM articles WHERE press_release_number = '485/56/410.111.2/2024'")
    assert [run["exit_status"] for run in runs] == [0, 0]
    for run in runs:
        assert f"{run['requests']} requests" in printed
    assert row["views"] >= 142
    assert json.loads(runs[0]["stats"])["reason"] is None


def test_the_archive_is_made_anew_each_time(tmp_path):
    demo(tmp_path)
    demo(tmp_path)
    with Archive(tmp_path / "demo.db", readonly=True) as archive:
        assert next(archive.db.query("SELECT count(*) AS n FROM runs"))["n"] == 2
