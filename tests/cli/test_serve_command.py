"""`blitar serve`: the archive in a browser, at this machine only, while a crawl writes to it."""

import os
import re
import signal
import socket
import subprocess
import sys
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from blitar_scraper.archive import Archive
from tests.archive.archive_examples import Crawled, article_seen, days
from tests.cli.running import ROOT, blitar

PATIENCE = 60  # seconds to start, on a busy machine


def free_port() -> int:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return int(taken.getsockname()[1])


@contextmanager
def serving(folder: Path, *arguments: object) -> Iterator[tuple[str, list[str], subprocess.Popen[str]]]:
    """The address served at, the lines printed first, and the process; ended as by Ctrl-C."""
    port = free_port()
    command = [sys.executable, "-m", "tests.command", "serve", "--port", str(port), *map(str, arguments)]
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUNBUFFERED": "1"}
    process = subprocess.Popen(
        command, cwd=folder, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    )
    base = f"http://127.0.0.1:{port}"
    try:
        assert process.stdout is not None
        lines = [process.stdout.readline()]
        wait_for(port, process)
        yield base, lines, process
    finally:
        process.send_signal(signal.SIGINT)
        process.communicate(timeout=PATIENCE)


def wait_for(port: int, process: subprocess.Popen[str]) -> None:
    """Until the port answers: a refused connection costs nothing, so it is tried again at once, within bounds."""
    for _ in range(PATIENCE * 20):
        with socket.socket() as probe:
            probe.settimeout(1)
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        try:
            process.wait(timeout=0.05)
        except subprocess.TimeoutExpired:
            continue
        raise AssertionError(f"ended: {process.communicate()[0]}")
    raise AssertionError("does not answer")


def get(address: str) -> str:
    with urllib.request.urlopen(address, timeout=PATIENCE) as answer:
        return str(answer.read().decode())


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Crawled]:
    with Archive(tmp_path / "arsip.db") as opened:
        crawled = Crawled(opened)
        crawled.store(article_seen())
        yield crawled


def test_the_archive_is_served_with_its_own_pages_while_it_is_written_to(archive: Crawled, tmp_path: Path) -> None:
    (tmp_path / "blitar.toml").write_text('language = "id"\narchive = "arsip.db"\n', "utf-8")
    with serving(tmp_path) as (base, lines, process):
        assert lines == [f"arsip.db: open {base}/ in a browser; Ctrl-C stops.\n"]
        home = get(f"{base}/")
        assert re.search(r"<h1>\s*Berita Kota Contoh", home)
        assert 'lang="id"' in home
        for host in ("evil.example", "evil.example:8001", "127.0.0.1.evil.example", "localhost@evil.example"):
            with pytest.raises(urllib.error.HTTPError, match="421"):
                urllib.request.urlopen(urllib.request.Request(base, headers={"Host": host}), timeout=PATIENCE)
        assert get(base.replace("127.0.0.1", "localhost")) == home
        archive.store(article_seen("baru", title="Berita baru sekali"))
        assert "<mark>sekali</mark>" in get(f"{base}/search?q=sekali")
        (uid,) = archive.values("SELECT uid FROM articles WHERE title = 'Berita baru sekali'")
        assert "Berita baru sekali" in get(f"{base}/article/{uid}")
        assert "Wali Kota Resmikan Pasar" in get(f"{base}/arsip/articles.json")
    assert process.returncode in (0, 130)


def test_the_keeper_is_told_that_the_tables_show_what_is_withheld(archive: Crawled, tmp_path: Path) -> None:
    archive.archive.withhold(archive.article, reason="privacy", at=days(1))
    with serving(tmp_path, "--archive", "arsip.db") as (base, _, process):
        assert process.stdout is not None
        said = process.stdout.readline()
        assert said == "1 article is withheld, wholly or in part: here the tables show all of it, to you alone.\n"
        assert "Resmikan" not in get(f"{base}/")
        assert "Resmikan" in get(f"{base}/arsip/articles.json")


def test_mistakes_get_one_clear_line(archive: Crawled, tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        done = blitar("serve", "--archive", "arsip.db", "--port", port, folder=tmp_path)
    assert (done.returncode, done.stdout) == (2, "")
    assert re.fullmatch(rf"blitar: port {port} is taken; try --port \d+\n", done.stderr)
    (tmp_path / "empty.db").touch()
    for name, said in (("nothing.db", "no such archive"), ("empty.db", "an empty file, no archive yet")):
        done = blitar("serve", "--archive", name, folder=tmp_path)
        assert (done.returncode, done.stderr) == (2, f"blitar: {name}: {said}\n")
    assert (tmp_path / "empty.db").stat().st_size == 0
    done = blitar("serve", "--archive", "arsip.db", "--language", "fr", folder=tmp_path)
    assert done.returncode == 2
