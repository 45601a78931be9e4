"""A release is made whole or not at all, beside the earlier ones; and what was withheld since is shown no more."""

from __future__ import annotations

import asyncio
import dataclasses
import hashlib
import json
import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from datasette.app import Datasette

from blitar_scraper.addresses import uid_of
from blitar_scraper.archive import Archive, ArchiveError, DiskError
from blitar_scraper.publishing.releases import folder as release_folder
from blitar_scraper.publishing.releases import steps as release_steps
from blitar_scraper.publishing.releases.folder import FolderBusy, ReleaseError, ReleaseFolder
from blitar_scraper.publishing.releases.making import Released, publish, show_other, standing
from blitar_scraper.publishing.releases.serving_notes import serving_command
from blitar_scraper.publishing.releases.steps import STEPS, UnsoundRelease
from tests.archive.archive_examples import Crawled, article_seen, capture, days, url
from tests.publishing.releases import AT, order

ROOT = Path(__file__).parents[2]
# Seconds; what is waited for happens at once, unless something is broken.
TIMEOUT = 60


def example(archive: Archive) -> Crawled:
    made = Crawled(archive)
    made.store(article_seen("satu", title="Judul satu", author="Penulis Satu"))
    made.store(article_seen("satu", at=days(1), title="Judul satu baru", author="Penulis Satu"))
    made.store(article_seen("dua", title="Judul dua"))
    return made


@pytest.fixture
def crawled(tmp_path: Path) -> Iterator[Crawled]:
    with Archive(tmp_path / "arsip.db") as archive:
        yield example(archive)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return tmp_path / "releases"


def release(crawled: Crawled, root: Path, day: int = 0, *, keep: int = 5, **more: Any) -> Released:
    return publish(order(crawled.archive.path), root, at=AT + timedelta(days=day), keep=keep, **more)


@pytest.fixture(scope="module")
def made_once(tmp_path_factory: pytest.TempPathFactory) -> Released:
    """The first release of the example's archive, to be copied."""
    folder = tmp_path_factory.mktemp("first")
    with Archive(folder / "arsip.db") as archive:
        return release(example(archive), folder / "releases")


@pytest.fixture
def first(made_once: Released, crawled: Crawled, root: Path) -> Released:
    """The first release of `crawled`, in `root`, where a test only begins with one."""
    original = made_once.serving.parent
    shutil.copytree(original, root, symlinks=True)

    def here(path: Path) -> Path:
        return root / path.relative_to(original)

    places = {name: here(getattr(made_once, name)) for name in ("folder", "database", "serving")}
    return dataclasses.replace(made_once, **places)


def withhold(crawled: Crawled, name: str = "satu", **what: Any) -> None:
    article = crawled.archive.find_article(uid_of(url(name)))
    assert article is not None
    crawled.archive.withhold(article, reason="diminta", at=days(9), **what)


def titles(root: Path) -> list[str]:
    """What is shown."""
    with closing(sqlite3.connect(root / "current" / "arsip.db")) as connection:
        return [title for (title,) in connection.execute("SELECT title FROM articles ORDER BY id")]


def all_files(folder: Path) -> set[str]:
    return {str(path.relative_to(folder)) for path in folder.rglob("*")}


def test_a_release_stands_beside_the_earlier_ones_and_the_newest_is_current(crawled: Crawled, root: Path) -> None:
    first = release(crawled, root)
    assert (first.name, first.former, first.kept) == ("20261127T063314Z", None, ("20261127T063314Z",))
    crawled.store(article_seen("tiga", title="Judul tiga"))
    second = release(crawled, root, 1)
    assert (second.former, second.kept) == (first.name, (first.name, second.name))
    assert (root / "current").readlink() == Path("releases") / second.name
    assert titles(root) == ["Judul satu baru", "Judul dua", "Judul tiga"]
    assert show_other(root, crawled.archive.path, None) == first.name
    assert titles(root) == ["Judul satu baru", "Judul dua"]
    assert (root / "serving" / "shown").read_text() == f"{first.name}\n"
    assert show_other(root, crawled.archive.path, second.name[:8]) == second.name
    assert [one.is_current for one in standing(root, crawled.archive.path)] == [False, True]


def test_a_clock_that_was_set_back_makes_no_release_older_than_the_last(crawled: Crawled, root: Path) -> None:
    assert release(crawled, root).name == "20261127T063314Z"
    assert release(crawled, root, -1).name == "20261127T063315Z"
    assert release(crawled, root).name == "20261127T063316Z"
    assert ReleaseFolder(root).current() == "20261127T063316Z"


def test_so_many_releases_are_kept_as_were_asked_for(crawled: Crawled, root: Path) -> None:
    names = [release(crawled, root, day, keep=2).name for day in range(3)]
    assert ReleaseFolder(root).names() == names[1:]
    show_other(root, crawled.archive.path, None)
    last = release(crawled, root, 3, keep=1)
    assert (last.kept, last.removed) == ((last.name,), tuple(names[1:]))


def test_there_is_no_way_back_before_the_first(crawled: Crawled, root: Path) -> None:
    with pytest.raises(ReleaseError, match="no releases there"):
        show_other(root, crawled.archive.path, None)
    assert not root.exists()
    name = release(crawled, root).name
    for other, said in ((None, "no release before"), ("2025", "no release '2025'; there are 2026"), ("", "no release")):
        with pytest.raises(ReleaseError, match=said) as refused:
            show_other(root, crawled.archive.path, other)
        assert "\n" not in str(refused.value)
    assert ReleaseFolder(root).current() == name


# What goes wrong


@pytest.fixture
def shown(crawled: Crawled, root: Path, first: Released) -> Callable[[], None]:
    """A release that is shown, and a check that nothing came of what followed."""
    before = all_files(root), (root / "current").readlink()
    crawled.store(article_seen("tiga", title="Judul tiga"))

    def check() -> None:
        assert (all_files(root), (root / "current").readlink()) == before
        assert titles(root) == ["Judul satu baru", "Judul dua"]

    return check


def test_a_step_that_fails_leaves_nothing_behind(
    crawled: Crawled, root: Path, shown: Callable[[], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    for step, real in list(STEPS.items()):

        def fail(work: release_steps.Work, real: release_steps.Step = real) -> None:
            real(work)
            raise RuntimeError("failed")

        monkeypatch.setitem(STEPS, step, fail)
        with pytest.raises(RuntimeError):
            release(crawled, root, 1)
        shown()
        monkeypatch.setitem(STEPS, step, real)
    release(crawled, root, 2)
    assert len(titles(root)) == 3


@pytest.mark.parametrize("name", ["write_serving_notes", "fsync", "show"])
def test_what_fails_when_all_is_made_leaves_nothing_behind(
    crawled: Crawled, root: Path, shown: Callable[[], None], monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    def fail(*arguments: Any, **named: Any) -> None:
        raise OSError(28, "No space left on device")

    if name == "show":
        monkeypatch.setattr(Path, "symlink_to", fail)
    elif name == "write_serving_notes":
        monkeypatch.setattr("blitar_scraper.publishing.releases.making.write_serving_notes", fail)
    else:
        monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(DiskError, match="No space left on device"):
        release(crawled, root, 1)
    shown()


def in_a_process(crawled: Crawled, root: Path, before: str) -> subprocess.CompletedProcess[str]:
    """Make a release in a process of its own, in which `before` is run first."""
    program = f"""
from pathlib import Path
from blitar_scraper.publishing.releases import folder as release_folder
from blitar_scraper.publishing.releases import steps as release_steps
from blitar_scraper.publishing.releases.making import publish
from tests.publishing.releases import AT, order
{before}
publish(order(Path({str(crawled.archive.path)!r})), Path({str(root)!r}), at=AT, keep=5)
"""
    command = [sys.executable, "-c", program]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=TIMEOUT, check=False)


@pytest.mark.parametrize("number", [2, len(STEPS) - 1])
def test_what_a_killed_process_leaves_is_removed_by_the_next(
    crawled: Crawled, root: Path, shown: Callable[[], None], number: int
) -> None:
    step = list(STEPS)[number]
    killed = f"import os, signal; release_steps.STEPS[{step!r}] = lambda work: os.kill(os.getpid(), signal.SIGKILL)"
    assert in_a_process(crawled, root, killed).returncode == -signal.SIGKILL
    (left,) = (path for path in (root / "releases").iterdir() if path.name.startswith("."))
    assert left.stat().st_mode & 0o077 == 0  # nobody else sees what is unfinished
    assert titles(root) == ["Judul satu baru", "Judul dua"]
    assert len(standing(root, crawled.archive.path)) == 1
    show_other(root, crawled.archive.path, ReleaseFolder(root).names()[0])
    shown()


# What no file may exceed, as a part of the database that was released before: within the tables, the indexes, the end.
@pytest.mark.parametrize("part", [0.05, 0.6, 0.98])
def test_a_disk_that_takes_no_more_is_told_as_such(
    crawled: Crawled, root: Path, shown: Callable[[], None], part: float
) -> None:
    largest = int((root / "current" / "arsip.db").stat().st_size * part)
    limit = f"import resource; resource.setrlimit(resource.RLIMIT_FSIZE, ({largest}, {largest}))"
    complaint = in_a_process(crawled, root, limit).stderr.splitlines()[-1]
    assert complaint.startswith("blitar_scraper.archive.database.DiskError: ") and "disk is full" in complaint
    shown()


def test_too_little_space_is_said_before_anything_is_copied(
    crawled: Crawled, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    usage = shutil.disk_usage(root.parent)._replace(free=100_000)
    monkeypatch.setattr(release_steps, "disk_usage", lambda path: usage)
    with pytest.raises(DiskError, match=r"needs about \d\.\d MB while it is made, and 0\.1 MB are free"):
        release(crawled, root)
    assert list((root / "releases").iterdir()) == []
    assert not (root / "current").exists()


def test_a_damaged_archive_makes_no_release(crawled: Crawled, root: Path) -> None:
    db = crawled.archive.db
    db.execute("PRAGMA foreign_keys = OFF")
    db.execute("UPDATE articles SET capture_id = 999")
    with pytest.raises(UnsoundRelease, match="articles names no row of captures"):
        release(crawled, root)
    assert list((root / "releases").iterdir()) == []


def test_two_releases_at_once_are_one_and_a_refusal(crawled: Crawled, root: Path) -> None:
    folder = ReleaseFolder(root)
    with folder.locked(), pytest.raises(FolderBusy, match="another release is being made there"):
        release(crawled, root)
    release(crawled, root)


def test_the_archive_s_own_folder_is_no_place_for_releases(crawled: Crawled, tmp_path: Path) -> None:
    with pytest.raises(ReleaseError, match="holds the archive itself"):
        release(crawled, tmp_path)
    file = tmp_path / "file"
    file.touch()
    with pytest.raises(ReleaseError, match="not a folder"):
        release(crawled, file)


def test_a_release_is_consistent_while_a_crawl_writes(crawled: Crawled, root: Path) -> None:
    """Each article is stored with its view count in one transaction: a release has both or neither."""
    done, wrote = threading.Event(), threading.Event()
    path, run_id = crawled.archive.path, crawled.run_id

    def write() -> None:
        with Archive(path) as archive:
            number = 0
            while not done.is_set():
                archive.store(article_seen(f"banyak-{number}", title=f"Berita {number}"), run_id)
                number += 1
                wrote.set()

    writer = threading.Thread(target=write)
    writer.start()
    try:
        assert wrote.wait(TIMEOUT)
        made = release(crawled, root)
    finally:
        done.set()
        writer.join()
    with closing(sqlite3.connect(made.database)) as connection:
        (number,) = connection.execute("SELECT COUNT(*) FROM articles").fetchone()
        assert number > 2
        sql = "SELECT COUNT(*) FROM articles WHERE id NOT IN (SELECT article_id FROM view_counts)"
        assert connection.execute(sql).fetchone() == (0,)


# What was withheld since


@pytest.mark.parametrize("what", [{}, {"field": "author"}, {"version": 1}], ids=["article", "field", "version"])
def test_an_earlier_release_that_shows_what_is_withheld_now_is_removed(
    crawled: Crawled, root: Path, first: Released, what: dict[str, Any]
) -> None:
    withhold(crawled, **what)
    (before,) = standing(root, crawled.archive.path)
    assert before.shows_withheld == (uid_of(url("satu")),)
    second = release(crawled, root, 1)
    assert (second.removed, second.outdated) == ((first.name,), (first.name,))
    assert [one.shows_withheld for one in standing(root, crawled.archive.path)] == [()]
    third = release(crawled, root, 2)
    assert third.kept == (second.name, third.name)  # what withholds the same is kept


def test_there_is_no_going_back_to_what_shows_what_is_withheld_now(
    crawled: Crawled, root: Path, first: Released
) -> None:
    withhold(crawled)
    second = release(crawled, root, 1, keep_outdated=True)
    assert (second.removed, second.outdated, second.kept) == ((), (first.name,), (first.name, second.name))
    elsewhere = root.parent / "elsewhere.db"  # the newest release knows it, too
    for archive in (crawled.archive.path, elsewhere):
        with pytest.raises(ReleaseError, match=f"shows what is withheld now.*{uid_of(url('satu'))}"):
            show_other(root, archive, None)
    assert titles(root) == ["Judul dua"]
    article = crawled.archive.find_article(uid_of(url("satu")))
    assert article is not None
    crawled.archive.lift(article, at=days(10))
    third = release(crawled, root, 2, keep_outdated=True)
    assert third.outdated == ()
    assert show_other(root, crawled.archive.path, first.name) == first.name


def test_an_article_that_was_merged_since_is_withheld_under_its_former_name_too(
    crawled: Crawled, root: Path, first: Released
) -> None:
    crawled.store(article_seen("satu", at=days(3), via=("dua",), title="Judul satu baru", author="Penulis Satu"))
    withhold(crawled, "dua")
    (before,) = standing(root, crawled.archive.path)
    assert set(before.shows_withheld) == {uid_of(url("satu")), uid_of(url("dua"))}
    assert release(crawled, root, 1).removed == (first.name,)


def test_what_is_withheld_while_a_release_is_made_stops_it(
    crawled: Crawled, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    step = "packing the database"
    real = STEPS[step]

    def withhold_meanwhile(work: release_steps.Work) -> None:
        withhold(crawled)
        real(work)

    monkeypatch.setitem(STEPS, step, withhold_meanwhile)
    with pytest.raises(ReleaseError, match="withheld while the release was made; publish again"):
        release(crawled, root)
    assert list((root / "releases").iterdir()) == []


def test_what_is_withheld_while_the_disk_is_written_to_stops_it(
    crawled: Crawled, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = release_folder._keep

    def withhold_behind(folder: Path) -> None:
        real(folder)
        withhold(crawled)

    monkeypatch.setattr(release_folder, "_keep", withhold_behind)
    with pytest.raises(ReleaseError, match="withheld while the release was made; publish again"):
        release(crawled, root)
    assert list((root / "releases").iterdir()) == []


def test_what_is_withheld_at_the_moment_of_showing_is_told(crawled: Crawled, root: Path) -> None:
    made = release(crawled, root, shown=lambda: withhold(crawled))
    assert made.outdated == (made.name,)


# What went wrong before


@pytest.mark.parametrize("damage", ["no file", "no database", "another's", "within"])
def test_a_release_that_nobody_can_read_is_named_and_let_go(
    crawled: Crawled, root: Path, first: Released, damage: str
) -> None:
    first.database.chmod(0o644)
    if damage == "no file":
        first.database.unlink()
    elif damage == "no database":
        first.database.write_bytes(b"nothing")
    elif damage == "within":
        whole = first.database.read_bytes()
        first.database.write_bytes(whole[:4096] + b"x" * (len(whole) - 4096))
    else:
        first.database.unlink()
        with closing(sqlite3.connect(first.database)) as connection:
            connection.execute("CREATE TABLE articles (id)")
    (before,) = standing(root, crawled.archive.path)
    assert not before.readable
    second = release(crawled, root, 1, keep_outdated=True)
    assert (second.removed, second.outdated) == ((), (first.name,))
    with pytest.raises(ArchiveError):
        show_other(root, crawled.archive.path, None)
    assert standing(root, root / "elsewhere.db")[1].is_current
    third = release(crawled, root, 2)
    assert third.removed == (first.name,)


def test_a_release_that_was_never_shown_is_removed_by_the_next(crawled: Crawled, root: Path, first: Released) -> None:
    killed = (
        "from blitar_scraper.publishing.releases.folder import ReleaseFolder; import os, signal;"
        " ReleaseFolder.show = lambda self, name: os.kill(os.getpid(), signal.SIGKILL)"
    )
    assert in_a_process(crawled, root, killed).returncode == -signal.SIGKILL
    left = ReleaseFolder(root).names()[1]
    made = release(crawled, root, 1)
    assert made.kept == (first.name, made.name) and left not in made.kept
    assert all_files(root / "releases") & {f".{left}.new", f".{made.name}.new"} == set()


@pytest.mark.parametrize("shows", [False, True])
def test_who_presses_ctrl_c_leaves_what_is_shown(
    crawled: Crawled, root: Path, first: Released, monkeypatch: pytest.MonkeyPatch, shows: bool
) -> None:
    real = ReleaseFolder.show

    def interrupted(self: ReleaseFolder, name: str) -> None:
        if shows:
            real(self, name)
        raise KeyboardInterrupt

    with monkeypatch.context() as patched, pytest.raises(KeyboardInterrupt):
        patched.setattr(ReleaseFolder, "show", interrupted)
        release(crawled, root, 1)
    folder = ReleaseFolder(root)
    assert len(folder.names()) == 1 + shows
    assert (folder.current() == first.name) is not shows
    assert folder.current() == folder.names()[-1]


def test_what_is_noted_as_shown_is_put_right_by_the_next(crawled: Crawled, root: Path, first: Released) -> None:
    note = root / "serving" / "shown"
    note.write_text("20200101T000000Z\n")
    with pytest.raises(ReleaseError, match="no release before"):
        show_other(root, crawled.archive.path, None)
    assert note.read_text() == f"{first.name}\n"


def test_everything_is_on_the_disk_before_a_release_has_its_name(
    crawled: Crawled, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real, kept = os.fsync, set[int]()

    def recorded(handle: int) -> None:
        real(handle)
        kept.add(os.fstat(handle).st_ino)

    monkeypatch.setattr(os, "fsync", recorded)
    real_rename, before = Path.rename, set[int]()

    def rename(self: Path, target: Path) -> Path:
        before.update(kept)
        return real_rename(self, target)

    monkeypatch.setattr(Path, "rename", rename)
    folder = release(crawled, root).folder
    assert {path.stat().st_ino for path in (folder, *folder.rglob("*"))} <= before
    assert {path.stat().st_ino for path in (root, root / "releases")} <= kept


# What a release is


def test_the_checksums_are_those_of_every_file(crawled: Crawled, root: Path) -> None:
    folder = release(crawled, root).folder
    for place in (folder, folder / "downloads"):
        lines = (place / "SHA256SUMS").read_text().splitlines()
        sums = {path: digest for digest, path in (line.split("  ", 1) for line in lines)}
        files = {str(path.relative_to(place)) for path in place.rglob("*") if path.is_file()} - {"SHA256SUMS"}
        assert set(sums) == files
        for path, digest in sums.items():
            assert hashlib.sha256((place / path).read_bytes()).hexdigest() == digest


def test_nothing_of_a_release_can_be_written_and_everybody_can_read_it(crawled: Crawled, root: Path) -> None:
    folder = release(crawled, root).folder
    modes = {path.stat().st_mode & 0o777 for path in folder.rglob("*") if path.is_file()}
    assert modes == {0o444}
    assert {path.stat().st_mode & 0o777 for path in (folder, folder / "downloads")} == {0o755}
    database = folder / "arsip.db"
    assert database.read_bytes()[18:20] == b"\x01\x01"  # no journal beside it (SQLite's file format, 1.3.3)
    with pytest.raises(ArchiveError, match="a release, which is only read"):
        Archive(database)


def test_the_same_archive_gives_the_same_bytes(crawled: Crawled, root: Path) -> None:
    crawled.store(article_seen("satu", at=days(2), title="Lagi", capture_id=capture(crawled, days(2))))
    withhold(crawled, "dua", field="author")
    first, second = (release(crawled, root, day).folder for day in (0, 1))
    differing = {
        str(path.relative_to(first))
        for path in first.rglob("*")
        if path.is_file() and path.read_bytes() != (second / path.relative_to(first)).read_bytes()
    }
    of_the_time = {"datapackage.json", "CITATION.cff", "README.txt", "SHA256SUMS"}
    assert differing == {*(f"downloads/{name}" for name in of_the_time), "SHA256SUMS"}


def test_everything_of_a_release_says_the_same_number_of_articles(crawled: Crawled, root: Path) -> None:
    made = release(crawled, root)
    folder = made.folder
    inspected = json.loads((folder / "inspect-data.json").read_text())["arsip"]
    assert inspected["file"] == "arsip.db"
    assert inspected["size"] == made.database_bytes == made.database.stat().st_size
    assert inspected["hash"] == hashlib.sha256(made.database.read_bytes()).hexdigest()
    assert inspected["tables"]["articles"]["count"] == made.copied.rows["articles"] == 2
    assert {table.name: table.rows for table in made.tables}["articles"] == 2
    package = json.loads((folder / "downloads" / "datapackage.json").read_text())
    (articles,) = (one for one in package["resources"] if one["name"] == "articles")
    path = folder / "downloads" / articles["path"]
    assert articles["bytes"] == path.stat().st_size
    assert articles["hash"] == f"sha256:{hashlib.sha256(path.read_bytes()).hexdigest()}"
    assert all("description" in field for one in package["resources"] for field in one["schema"]["fields"])


def test_a_public_address_with_a_path_is_told_to_datasette(crawled: Crawled, root: Path) -> None:
    made = publish(order(crawled.archive.path, "https://example.org/berita"), root, at=AT, keep=1)
    assert json.loads((made.folder / "settings.json").read_text())["base_url"] == "/berita/"
    assert "location /berita/ {" in (made.serving / "nginx.conf").read_text()
    assert "handle /berita/*" in (made.serving / "Caddyfile").read_text()


def test_an_empty_archive_can_be_released(tmp_path: Path, root: Path) -> None:
    Archive(tmp_path / "kosong.db").close()
    made = publish(order(tmp_path / "kosong.db"), root, at=AT, keep=1)
    assert made.copied.rows["articles"] == 0
    assert (made.folder / "downloads" / "articles.parquet").exists()


def test_a_release_is_an_archive_that_can_be_asked(crawled: Crawled, root: Path) -> None:
    with Archive(release(crawled, root).database, readonly=True) as archive:
        assert [hit.title for hit in archive.search("judul")] == ["Judul dua", "Judul satu baru"]
        article = archive.find_article(uid_of(url("satu")))
        assert article is not None
        assert [version.title for version in archive.history(article).versions] == ["Judul satu", "Judul satu baru"]


def test_an_archive_and_a_folder_may_have_odd_names(crawled: Crawled, tmp_path: Path) -> None:
    archive = tmp_path / "arsip 50% (dua) 'baru' #1?.sqlite"
    shutil.copy(crawled.archive.path, archive)
    shutil.copy(f"{crawled.archive.path}-wal", f"{archive}-wal")
    root = tmp_path / "rilis 'lama' $HOME"
    made = publish(order(archive), root, at=AT, keep=1)
    name = "arsip 50- (dua) 'baru' -1-"
    datasette = Datasette([], config_dir=made.folder)
    try:
        answer = asyncio.run(datasette.client.get("/-/databases.json")).json()
        assert [(database["name"], database["is_mutable"]) for database in answer] == [(name, False)]
        assert datasette.get_database(name).cached_table_counts["articles"] == 2
    finally:
        datasette.get_database(name).close()
        datasette.executor.shutdown()
    _, _, served = serving_command(root).partition(" serve ")
    command = ["sh", "-c", f"printf %s {served.partition(' --port')[0]}"]
    assert subprocess.run(command, capture_output=True, text=True, check=True).stdout == str(made.folder)


def test_a_folder_that_datasette_cannot_read_from_is_refused(crawled: Crawled, tmp_path: Path) -> None:
    with pytest.raises(ReleaseError, match="Datasette opens no file"):
        release(crawled, tmp_path / "rilis #2")


@pytest.mark.parametrize("name", ["current", "serving"])
def test_what_others_put_into_the_folder_is_not_replaced(crawled: Crawled, root: Path, name: str) -> None:
    root.mkdir()
    (root / name).write_text("x")
    with pytest.raises(ReleaseError, match=f"{name}: was not made by blitar publish"):
        release(crawled, root)
    assert [path.name for path in root.iterdir()] == [name]
    assert (root / name).read_text() == "x"


def test_a_file_in_the_place_of_the_link_is_not_replaced_later_either(crawled: Crawled, root: Path) -> None:
    release(crawled, root)
    link = root / "current"
    link.unlink()
    release(crawled, root, 1)  # one that is gone is made again
    link.unlink()
    link.write_text("x")
    with pytest.raises(ReleaseError, match="current: was not made by blitar publish"):
        release(crawled, root, 2)
    assert link.read_text() == "x"
