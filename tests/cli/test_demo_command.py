"""`blitar demo`: the whole job in one command, made anew each time, and a summary that tells what happened."""

import json
from datetime import UTC, datetime

from blitar_scraper.archive import Archive
from blitar_scraper.demo import SampleSite
from blitar_scraper.spiders.sites.blitarkota import BlitarKota
from tests.cli.demonstration import demonstration
from tests.cli.running import blitar, only_demonstration


def test_the_demo_tells_what_was_found(tmp_path, tmp_path_factory):
    printed = demonstration(tmp_path_factory, tmp_path)
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


def facts(archive):
    return list(archive.db.query("SELECT uid, title, version, views, gone_reason FROM articles ORDER BY uid"))


def test_the_archive_is_made_anew_and_the_same_each_time_and_that_of_a_real_site_is_never_deleted(
    tmp_path, tmp_path_factory
):
    former = tmp_path / "data"
    demonstration(tmp_path_factory, former)
    with Archive(former / "demo.db", readonly=True) as archive:
        before = facts(archive)
    with Archive(tmp_path / "real.db") as archive:
        archive.put_site(BlitarKota.site, at=datetime(2026, 1, 1, tzinfo=UTC))
    (tmp_path / "blitar.toml").write_text('archive = "real.db"\n')
    done = blitar("demo", "--archive", "real.db", folder=tmp_path)
    assert done.returncode == 2 and "real.db" in done.stderr
    with only_demonstration():
        done = blitar("demo", folder=tmp_path)
    assert done.returncode == 0, done.stderr
    with Archive(tmp_path / "real.db", readonly=True) as archive:
        assert [site.home_url for site in archive.sites()] == [BlitarKota.site.home_url]
    with Archive(former / "demo.db", readonly=True) as archive:
        assert next(archive.db.query("SELECT count(*) AS n FROM runs"))["n"] == 2
        assert facts(archive) == before != []
