"""`blitar publish`: what it prints, what it returns, and that what it prints can be typed."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from blitar_scraper.addresses import uid_of
from blitar_scraper.archive import Archive
from blitar_scraper.publishing.releases.folder import ReleaseFolder
from tests.archive.archive_examples import Crawled, article_seen, days, url
from tests.cli.running import ROOT, TIMEOUT, blitar
from tests.publishing.test_identity_numbers import MAN

BASE = "https://berita.example.org"


@pytest.fixture
def crawled(tmp_path: Path) -> Iterator[Crawled]:
    with Archive(tmp_path / "arsip.db") as archive:
        made = Crawled(archive)
        made.store(article_seen("satu", title="Judul satu"), article_seen("dua", title="Judul dua"))
        yield made


def publish(folder: Path, *arguments: object, base_url: str | None = BASE) -> subprocess.CompletedProcess[str]:
    address = () if base_url is None else ("--base-url", base_url)
    return blitar("publish", "rilis", "--archive", "arsip.db", *address, *arguments, folder=folder)


def test_it_says_where_the_release_is_and_what_to_do_next(crawled: Crawled, tmp_path: Path) -> None:
    article = crawled.archive.find_article(uid_of(url("dua")))
    assert article is not None
    crawled.archive.withhold(article, reason="diminta", at=days(3))
    done = publish(tmp_path, "--title", "Berita Contoh")
    assert done.returncode == 0, done.stderr
    (name,) = ReleaseFolder(tmp_path / "rilis").names()
    lines = done.stdout.splitlines()
    assert lines[0] == "Released: Berita Contoh"
    said = {line.split()[0]: " ".join(line.split()[1:]) for line in lines[1:] if line.startswith("  ")}
    assert said["release"] == f"rilis/releases/{name}"
    assert said["articles"].startswith("1 of 1 site, 0 former versions")
    assert said["withheld"] == "1 article as a whole, 0 fields and versions of others"
    assert said["NIK"] == "none found"
    steps = done.stderr.splitlines()
    assert steps[0] == " 1/12 checking the space on the disk"
    assert len(steps) == 12
    again = publish(tmp_path, "--json")
    record = json.loads(again.stdout)
    assert (record["former"], record["rows"]["articles"], record["withheld"]["articles"]) == (name, 1, 1)
    listed = publish(tmp_path, "--list", base_url=None)
    assert [line.split()[0] for line in listed.stdout.splitlines()] == [name, record["released"]]
    assert listed.stdout.splitlines()[1].endswith("current")
    unchecked = publish(tmp_path, "--list", "--archive", "lain.db", base_url=None)
    assert unchecked.stdout.splitlines()[-1] == "withheld not checked: no lain.db"
    back = publish(tmp_path, "--back", base_url=None)
    assert back.stdout.startswith(f"rilis/current is {name} now.")
    assert publish(tmp_path, "--use", "2020", base_url=None).returncode == 2


def test_what_is_withheld_just_as_it_is_shown_is_told_and_the_exit_status_asks_for_another(
    crawled: Crawled, tmp_path: Path
) -> None:
    uid = uid_of(url("dua"))
    command = f"{sys.executable} -m tests.command withhold {uid} --reason diminta --archive {tmp_path / 'arsip.db'}"
    done = publish(tmp_path, "--after", f"cd {ROOT} && {command}")
    assert done.returncode == 3
    assert "publish again" in done.stderr
    assert publish(tmp_path).returncode == 0


def test_numbers_like_identity_numbers_stop_it_and_it_says_what_can_be_done(crawled: Crawled, tmp_path: Path) -> None:
    crawled.store(article_seen("satu", at=days(1), body=f"NIK {MAN}", main_span=None))
    done = publish(tmp_path)
    assert done.returncode == 3
    assert MAN not in done.stdout + done.stderr
    uid = uid_of(url("satu"))
    assert f"  article {uid}, body: 35************01" in done.stderr
    (command,) = (line.strip() for line in done.stderr.splitlines() if line.strip().startswith("blitar withhold"))
    assert command == f'blitar withhold {uid} --field body --reason "identity numbers"'
    assert ReleaseFolder(tmp_path / "rilis").names() == []
    accepted = publish(tmp_path, "--accept-identity-numbers")
    assert accepted.returncode == 0
    assert "NIK        1 number like an identity number, accepted" in accepted.stdout
    assert MAN not in accepted.stdout


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ({"base_url": None}, "--base-url URL is needed"),
        ({"base_url": "berita.example.org"}, "not a public address"),
        ({"base_url": "https://x.org/?a=1"}, "nothing behind its path"),
        ({"more": ["--licence", "nonsense"]}, "neither an address (https://...) nor one of CC0-1.0, CC-BY-4.0"),
        ({"more": ["--back", "--list"]}, "one of them at a time"),
        ({"more": ["--archive", "lain.db"]}, "lain.db: no such archive"),
        ({"more": ["--back"]}, "no releases there"),
    ],
    ids=lambda value: "" if isinstance(value, dict) else value,
)
def test_a_mistake_gets_one_line(crawled: Crawled, tmp_path: Path, arguments: dict[str, Any], said: str) -> None:
    done = publish(tmp_path, *arguments.get("more", ()), base_url=arguments.get("base_url", BASE))
    assert (done.returncode, done.stdout) == (2, "")
    (line,) = done.stderr.splitlines()
    assert line.startswith("blitar: ") and said in line


def test_another_release_at_the_same_time_is_refused_with_5(crawled: Crawled, tmp_path: Path) -> None:
    with ReleaseFolder(tmp_path / "rilis").locked():
        done = publish(tmp_path)
    assert done.returncode == 5
    assert done.stderr == "blitar: rilis: another release is being made there\n"


def test_a_command_runs_when_the_release_is_shown(crawled: Crawled, tmp_path: Path) -> None:
    done = publish(tmp_path, "--after", "readlink rilis/current > shown")
    assert done.returncode == 0
    (name,) = ReleaseFolder(tmp_path / "rilis").names()
    assert (tmp_path / "shown").read_text() == f"releases/{name}\n"
    failed = publish(tmp_path, "--after", "exit 7")
    assert failed.returncode == 3
    assert "--after failed (exit status 7)" in failed.stderr
    assert "Released: " in failed.stdout


def test_what_is_not_said_again_is_as_in_the_release_before(crawled: Crawled, tmp_path: Path) -> None:
    told = ["--title", "Arsip Kota", "--language", "id", "--licence", "cc by 4.0", "--publisher", "Perpustakaan"]
    assert publish(tmp_path, *told).returncode == 0
    second = publish(tmp_path, base_url=None)
    assert second.stdout.startswith("Released: Arsip Kota\n"), second.stderr
    assert (
        f"  as before  address {BASE}, language id, title Arsip Kota, licence cc by 4.0, publisher Perpustakaan"
        in second.stdout.splitlines()
    )
    current = tmp_path / "rilis" / "current"
    citation = (current / "downloads" / "CITATION.cff").read_text()
    assert 'license: "CC-BY-4.0"' in citation and "Perpustakaan" in citation
    third = json.loads(publish(tmp_path, "--title", "", "--language", "en", "--json", base_url=None).stdout)
    assert third["title"] != "Arsip Kota"
    assert third["taken_over"] == {"base_url": BASE, "licence": "cc by 4.0", "keeper": "Perpustakaan"}


def test_a_way_back_is_offered_only_where_there_is_one(crawled: Crawled, tmp_path: Path) -> None:
    assert "--back" not in publish(tmp_path).stdout
    (first,) = ReleaseFolder(tmp_path / "rilis").names()
    (tmp_path / "rilis" / "catatan.txt").touch()
    second = publish(tmp_path).stdout
    assert f"Back to {first}:" in second
    assert "Note: rilis holds other files, too: catatan.txt" in second
    article = crawled.archive.find_article(uid_of(url("dua")))
    assert article is not None
    crawled.archive.withhold(article, reason="diminta", at=days(3))
    for more in (["--keep-outdated"], ["--keep", "1"]):  # it is there and shows what is withheld; it is gone
        assert "Back to" not in publish(tmp_path, *more).stdout


# Serving it, as it is printed


@contextmanager
def started(command: str, folder: Path) -> Iterator[str]:
    """The address of what the command serves, until the block ends. Its port is exchanged for a free one."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    process = subprocess.Popen(
        ["sh", "-c", command.replace("--port 8001", f"--port {port}")],
        **{"cwd": folder, "start_new_session": True, "stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL},
    )
    try:
        _wait(port, process)
        yield f"http://127.0.0.1:{port}"
    finally:
        os.killpg(process.pid, signal.SIGTERM)
        process.wait(TIMEOUT)


def _wait(port: int, process: subprocess.Popen[bytes]) -> None:
    deadline = time.monotonic() + TIMEOUT
    while time.monotonic() < deadline:
        assert process.poll() is None
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    raise AssertionError("nothing was served")


def get(address: str) -> Any:
    with urllib.request.urlopen(address, timeout=TIMEOUT) as answer:
        return json.loads(answer.read())


def served(address: str) -> list[str]:
    (database,) = get(f"{address}/-/databases.json")
    assert (database["name"], database["is_mutable"]) == ("arsip", False)
    return [title for (title,) in get(f"{address}/arsip.json?sql=SELECT+title+FROM+articles+ORDER+BY+id")["rows"]]


def test_what_is_printed_serves_the_release_and_after_a_restart_the_next_one(crawled: Crawled, tmp_path: Path) -> None:
    printed = publish(tmp_path).stdout.splitlines()
    command = printed[printed.index("Look at it, at http://127.0.0.1:8001/:") + 1].strip()
    with started(command, tmp_path) as address:
        assert served(address) == ["Judul satu", "Judul dua"]
        crawled.store(article_seen("tiga", title="Judul tiga"))
        assert publish(tmp_path).returncode == 0
        assert served(address) == ["Judul satu", "Judul dua"]  # one release, whatever the link says by now
    with started(command, tmp_path) as address:
        assert served(address) == ["Judul satu", "Judul dua", "Judul tiga"]
    readme = (tmp_path / "rilis" / "serving" / "README.md").read_text().replace("\\\n", "")
    explicit = [line.strip() for line in readme.splitlines() if line.startswith("    cd ") or " serve -i " in line]
    with started(" && ".join(explicit), tmp_path) as address:
        assert served(address) == ["Judul satu", "Judul dua", "Judul tiga"]
        assert get(f"{address}/-/settings.json")["sql_time_limit_ms"] == 1000
