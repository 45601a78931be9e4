"""Looks at what a crawl has captured with other eyes than the program's: warcio, zlib and SQL."""

from __future__ import annotations

import gzip
import hashlib
import io
import subprocess
import sys
import zlib
from pathlib import Path

from warcio.archiveiterator import ArchiveIterator

from blitar_scraper.archive import Archive
from blitar_scraper.archive.verification import verify
from tests.crawling.conftest import Crawls

ANSWERS = ("response", "revisit")


def warc_files(crawls: Crawls) -> list[Path]:
    return sorted(crawls.archive.with_suffix(".warc").glob("*/*.warc.gz*"))


def answers_by_warcio(path: Path) -> dict[str, tuple[int, str]]:
    """The answers in the whole records of a file: their offsets and the digest of their payload, by their record ids.

    A torn tail is left out: warcio raises where so little of a record is there that its first line is not whole.
    """
    found = {}
    _, length = whole_records(path)
    records = ArchiveIterator(io.BytesIO(path.read_bytes()[:length]))
    for record in records:
        if record.rec_type in ANSWERS:
            payload = record.raw_stream.read()
            number = record.rec_headers.get_header("WARC-Record-ID").strip("<>")
            found[number] = (records.get_record_offset(), "sha256:" + hashlib.sha256(payload).hexdigest())
    return found


def whole_records(path: Path) -> tuple[int, int]:
    """How many gzip members the file has from its beginning on, and their length, by zlib alone; all are records."""
    data = rest = path.read_bytes()
    number = 0
    while rest:
        reader = zlib.decompressobj(zlib.MAX_WBITS | 16)
        text = reader.decompress(rest)
        if not reader.eof:
            break
        assert text.startswith(b"WARC/1.1\r\n")
        number += 1
        rest = reader.unused_data
    return number, len(data) - len(rest)


def warcio_check(paths: list[Path]) -> None:
    if not paths:
        return
    command = [sys.executable, "-m", "warcio.cli", "check", *map(str, paths)]
    done = subprocess.run(command, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr


def assert_rows_are_whole_records(crawls: Crawls) -> None:
    """Every row of `captures` points to a whole record of its id, with the payload of its digest."""
    folder = crawls.archive.with_suffix(".warc")
    payloads = {}
    rows = crawls.rows("SELECT * FROM captures ORDER BY id")
    for row in rows:
        path = folder / row["warc_file"]
        with (path if path.exists() else path.with_name(path.name + ".open")).open("rb") as file:
            file.seek(row["warc_offset"])
            data = file.read(row["warc_length"])
        text = gzip.decompress(data)  # raises for less than a whole record
        head, _, block = text.partition(b"\r\n\r\n")
        assert f"WARC-Record-ID: <{row['record_id']}>".encode() in head
        payload = block.partition(b"\r\n\r\n")[2].removesuffix(b"\r\n\r\n")
        payloads[row["record_id"]] = "sha256:" + hashlib.sha256(payload).hexdigest()
        if row["record_type"] == "response":
            assert payloads[row["record_id"]] == row["digest"]
    for row in rows:
        if row["record_type"] == "revisit" and row["digest"]:
            assert payloads[row["refers_to"]] == row["digest"]


def assert_files_and_rows_agree(crawls: Crawls) -> None:
    """Every file has its final name and is whole; every answer in it has its row, and every row its answer."""
    files = warc_files(crawls)
    assert [path.name for path in files if not path.name.endswith(".warc.gz")] == []
    warcio_check(files)
    folder = crawls.archive.with_suffix(".warc")
    in_files = {
        (path.relative_to(folder).as_posix(), number, offset)
        for path in files
        for number, (offset, _) in answers_by_warcio(path).items()
    }
    rows = crawls.rows("SELECT warc_file, record_id, warc_offset FROM captures")
    in_rows = [(row["warc_file"], row["record_id"], row["warc_offset"]) for row in rows]
    assert len(in_rows) == len(set(in_rows))
    assert set(in_rows) == in_files


def assert_nothing_cited_is_missing(crawls: Crawls) -> None:
    assert crawls.rows("PRAGMA foreign_key_check") == []
    assert crawls.rows("PRAGMA integrity_check") == [{"integrity_check": "ok"}]
    cited = crawls.rows(
        """SELECT r.value AS record FROM sightings s, json_each(json_array(json_extract(s.account, '$.record'))) r
           UNION SELECT r.value FROM sightings s, json_each(s.account, '$.parts') r
           UNION SELECT json_extract(r.value, '$[0]') FROM sightings s, json_each(s.account, '$.witnesses') r"""
    )
    known = {row["record_id"] for row in crawls.rows("SELECT record_id FROM captures")}
    assert {row["record"] for row in cited} - {None} <= known


def found_wrong(crawls: Crawls) -> dict[str, int]:
    """What `blitar verify` finds, counted by kind."""
    with Archive(crawls.archive, readonly=True) as archive:
        return verify(archive).findings.counts
