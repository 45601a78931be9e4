"""pywb gives the payload of every captured URL as it was sent; `warcio check` of its environment passes."""

from __future__ import annotations

import http.client
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest

from blitar_scraper.archive import Archive
from blitar_scraper.archive.warc import Exchange, WarcFiles
from blitar_scraper.items import Site
from tests.crawling.test_capture_of_encodings import crawl_twice
from tests.served.encodings import EncodingsSite, serving
from tests.systems.pywb.conftest import replaying
from tests.systems.pywb.environment import program

AT = datetime(2026, 3, 2, 3, tzinfo=UTC)


@dataclass(frozen=True)
class Capture:
    """A row of `captures` and the bytes that it stands for: those of its original, where it is a revisit."""

    row: dict[str, Any]
    payload: bytes


def captures_of(path: Path) -> list[Capture]:
    """All captures of an archive whose payload is there."""
    with Archive(path, readonly=True) as archive:
        rows = [dict(row) for row in archive.db.query("SELECT * FROM captures ORDER BY id")]
        places = archive.places([row["record_id"] for row in rows])
        files, found = WarcFiles(archive.warc_folder), []
        for row in rows:
            place = places[row["refers_to"] or row["record_id"]]
            found.append(Capture(row, files.read(place.warc_file, place.warc_offset, place.warc_length).payload))
        files.close()
    return found


def not_modified(path: Path) -> None:
    """An archive of a page that a site sent once, and then said that it had not changed."""
    site = Site("tetap", "Kota Tetap", "http://tetap.go.id/")
    first = Exchange(
        "http://tetap.go.id/berita", AT, 200, "OK", [(b"Content-Type", b"text/html")], b"<p>Tetap</p>" * 90
    )
    then = replace(first, at=AT + timedelta(days=1), status=304, reason="Not Modified", headers=(), payload=b"")
    with Archive(path) as archive:
        archive.put_site(site, at=AT)
        run_id = archive.start_run(site.id, "update", at=AT, program_version="test")
        writer = archive.warc_writer(site, run_id, at=AT, info={"software": "test"})
        for exchange in (first, then):
            archive.keep(exchange, writer, run_id)
        archive.close_writer(writer, home_url=site.home_url, at=AT, end={})


@dataclass(frozen=True)
class Replay:
    """What was captured, the files, and where pywb answers."""

    captures: list[Capture]
    files: list[Path]
    base: str

    def get(self, capture: Capture) -> tuple[int, bytes]:
        """Status and payload as pywb gives them, at the capture's own time, as it was ("id_")."""
        stamp = "".join(sign for sign in capture.row["fetched_at"] if sign.isdigit())
        parts = urlsplit(f"{self.base}{stamp}id_/{capture.row['url']}")
        connection = http.client.HTTPConnection(parts.netloc, timeout=60)
        # pywb undoes an encoding that the client does not name.
        encodings = {"Accept-Encoding": "gzip, deflate, br, zstd"}
        target = parts.path + (f"?{parts.query}" if parts.query else "")
        connection.request("GET", target, headers=encodings)
        answer = connection.getresponse()
        payload = answer.read()
        connection.close()
        return answer.status, payload


@pytest.fixture(scope="module")
def replay(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Replay]:
    folder = tmp_path_factory.mktemp("pywb")
    with serving(EncodingsSite()) as site:
        crawl_twice(site, folder / "encodings.db")
    subprocess.run(
        [Path(sys.executable).with_name("blitar"), "demo", "--archive", folder / "demo.db"],
        check=True,
        capture_output=True,
    )
    not_modified(folder / "unchanged.db")
    files = sorted(folder.glob("*.warc/*/*.warc.gz"))
    captures = [one for name in ("encodings", "demo", "unchanged") for one in captures_of(folder / f"{name}.db")]
    (folder / "replay").mkdir()
    with replaying(folder / "replay", files) as base:
        yield Replay(captures, files, base)


def test_every_captured_address_is_replayed_with_the_bytes_that_were_sent(replay: Replay) -> None:
    wrong, seen = [], Counter[str]()
    for capture in replay.captures:
        row = capture.row
        if row["http_status"] == 304:
            continue
        status, payload = replay.get(capture)
        kind = f"{row['http_status']} {row['record_type']}"
        seen[kind] += 1
        if (status, payload) != (row["http_status"], capture.payload):
            wrong.append((kind, row["url"], status, len(capture.payload), len(payload)))
    print(dict(seen))
    assert not wrong
    assert seen["200 response"] > 100 and seen["200 revisit"] > 10
    assert all(any(kind.startswith(status) for kind in seen) for status in ("301", "302", "404", "500"))


def test_an_answer_of_304_is_replayed_as_one_without_a_payload(replay: Replay) -> None:
    answers = [replay.get(capture) for capture in replay.captures if capture.row["http_status"] == 304]
    assert answers and set(answers) == {(304, b"")}


def test_warcio_check_passes_on_all_files(replay: Replay) -> None:
    ran = subprocess.run([program("warcio"), "check", *replay.files], capture_output=True, text=True)
    assert (ran.returncode, ran.stdout, ran.stderr) == (0, "", "")
