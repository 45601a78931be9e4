"""A file whose run was killed: nothing that was written whole is lost, and nothing half is left."""

from __future__ import annotations

import itertools
import random
import zlib
from datetime import UTC, datetime
from pathlib import Path

import pytest

from blitar_scraper.archive.warc import CaptureError, Exchange, WarcWriter
from blitar_scraper.archive.warc.reader import records_of
from blitar_scraper.archive.warc.recovery import close_left_open

AT = datetime(2026, 3, 2, 1, 0, tzinfo=UTC)
HOME = "https://www.kota-contoh.go.id/"


def exchange(name: str) -> Exchange:
    body = f"<h1>{name}</h1>" + "<p>Pasar itu dibuka pagi ini.</p>" * 20
    return Exchange(f"{HOME}{name}", AT, 200, "OK", [(b"Content-Type", b"text/html")], body.encode())


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> tuple[str, bytes, list[int]]:
    """A whole file as a crawl leaves it: its name, its bytes, where each record begins, and where the last one ends."""
    folder = tmp_path_factory.mktemp("written")
    writer = WarcWriter(folder, "contoh", "contoh-1", {"software": "test"})
    for number in range(4):
        record = writer.write(exchange(f"berita-{number}"))
        writer.note('{"site": "contoh"}', url=record.url, at=AT, about=record.record_id)
    writer.close()
    (path,) = folder.glob("contoh/*.warc.gz")
    found = list(records_of(path))
    assert [record.record_type for record in found[:4]] == ["warcinfo", "response", "request", "metadata"]
    return path.name, path.read_bytes(), [record.offset for record in found] + [path.stat().st_size]


def recovered(folder: Path, name: str, data: bytes) -> Path:
    folder.mkdir()
    (folder / f"{name}.open").write_bytes(data)
    (path,) = close_left_open(folder)
    assert path == folder / name
    return path


def test_a_file_cut_at_any_byte_of_its_last_record_keeps_all_others(tmp_path, written):
    name, data, places = written
    last = places[-2]
    for end in range(last, len(data)):
        path = recovered(tmp_path / str(end), name, data[:end])
        assert path.read_bytes() == data[:last]
        assert [other.name for other in path.parent.iterdir()] == [name]


def test_a_file_cut_anywhere_ends_with_its_last_whole_record(tmp_path, written):
    name, data, places = written
    ends = random.Random(20260302).sample(range(places[1], len(data) + 1), 300)
    for end in {*ends, *places[1:]}:
        path = recovered(tmp_path / str(end), name, data[:end])
        assert path.read_bytes() == data[: max(place for place in places if place <= end)]


def test_a_file_without_a_whole_record_is_removed(tmp_path, written):
    name, data, places = written
    for end in (0, 1, 9, 10, places[1] // 2, places[1] - 1):
        (tmp_path / f"{name}.open").write_bytes(data[:end])
        assert close_left_open(tmp_path) == []
        assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "garbage",
    [
        bytes(4096),  # what a file system may leave of a block that never reached the disk
        random.Random(7).randbytes(500),
        b"a text",
        zlib.compress(b"no gzip"),
        # A whole gzip member that is no record, and a record behind it that is.
        b"\x1f\x8b\x08" + b"\0" * 7 + zlib.compressobj(wbits=-15).flush() + b"\0" * 8,
    ],
    ids=["zeros", "noise", "text", "zlib", "member"],
)
def test_what_is_no_record_is_kept_beside_the_file(tmp_path, written, garbage):
    name, data, places = written
    behind = garbage + data[places[1] : places[3]]
    path = recovered(tmp_path / "site", name, data + behind)
    assert path.read_bytes() == data
    assert path.with_name(f"{name}.damaged").read_bytes() == behind
    # And once more: what was kept before is not replaced.
    path.rename(path.with_name(f"{name}.open"))
    with path.with_name(f"{name}.open").open("ab") as file:
        file.write(b"other")
    assert close_left_open(path.parent) == [path]
    assert path.with_name(f"{name}.damaged").read_bytes() == behind
    assert path.with_name(f"{name}.damaged2").read_bytes() == b"other"


def test_a_damaged_byte_within_a_record_keeps_all_before_it_and_loses_nothing_behind(tmp_path, written):
    name, data, places = written
    moments = random.Random(3)
    for number, (begin, end) in enumerate(itertools.pairwise(places[1:])):
        damaged = bytearray(data)
        damaged[moments.randrange(begin + 10, end)] ^= 0xFF  # behind the header, which has bytes that say nothing
        path = recovered(tmp_path / str(number), name, bytes(damaged))
        kept = path.with_name(f"{name}.damaged")
        assert path.read_bytes() == data[:begin]
        if end < len(data):  # of the last record it cannot be told whether it is damaged or cut short
            assert kept.read_bytes() == damaged[begin:]


def test_the_writer_takes_back_a_record_that_did_not_fit_and_the_file_stays_good(tmp_path):
    writer = WarcWriter(tmp_path, "contoh", "contoh-1", {})
    writer.write(exchange("a"))
    (path,) = tmp_path.glob("contoh/*")
    before = path.read_bytes()
    assert writer._file is not None
    real = writer._file
    writer._file = FullDisk(real, room=100)  # type: ignore[assignment]
    with pytest.raises(CaptureError, match="No space left") as raised:
        writer.write(exchange("b"))
    assert "\n" not in str(raised.value)
    assert path.read_bytes() == before
    writer._file = real
    writer.write(exchange("c"))  # there is room again
    writer.close()
    (path,) = tmp_path.glob("contoh/*.warc.gz")
    urls = [record.fields["warc-target-uri"] for record in records_of(path) if record.record_type == "response"]
    assert urls == [f"{HOME}a", f"{HOME}c"]


class FullDisk:
    """A file that takes so many bytes more, and then none."""

    def __init__(self, file, room: int) -> None:
        self.file, self.room = file, room

    def __getattr__(self, name: str):
        return getattr(self.file, name)

    def write(self, data) -> int:
        if not self.room:
            raise OSError(28, "No space left on device")
        taken = self.file.write(bytes(data[: self.room]))
        self.room -= taken
        return taken


def test_a_file_never_takes_the_name_of_another(tmp_path):
    """Two archives in one folder whose names differ in their ending alone share their folder of WARC files."""
    for _ in range(2):
        writer = WarcWriter(tmp_path, "contoh", "contoh-1", {})
        writer.write(exchange("a"))
        writer.close()
    assert len(list(tmp_path.glob("contoh/*.warc.gz"))) == 2
