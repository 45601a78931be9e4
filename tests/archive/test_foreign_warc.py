"""Others' WARC files are read as warcio reads them; of broken and hostile ones all that is whole, in little memory."""

import gzip
import io
import tracemalloc
from dataclasses import replace
from random import Random

import pytest
from warcio.archiveiterator import ArchiveIterator

from blitar_scraper.archive.warc.foreign import LARGEST_BLOCK, ForeignFile, NotWarc
from tests.archive.foreign_files import DIALECTS, HOME, http, response, sha1, written

DATE = "2019-03-04T05:06:07Z"
PAGES = [(f"{HOME}berita/{n}", DATE, Random(n % 3).randbytes(400).hex().encode()) for n in range(5)]
RECORDS = [response(n, url, date, http(payload)) for n, (url, date, payload) in enumerate(PAGES)]


def read(path, data):
    path.write_bytes(data)
    file = ForeignFile(path)
    try:
        return list(file), file
    finally:
        file.close()


def ids(records):
    return [record.record_id for record in records]


@pytest.mark.parametrize("dialect", [name for name in DIALECTS if name != "chunked"])
def test_the_same_records_as_warcio_reads(tmp_path, dialect):
    data = DIALECTS[dialect](PAGES)
    found, file = read(tmp_path / "a.warc", data)
    expected = []
    count = 0
    for record in ArchiveIterator(io.BytesIO(data), no_record_parse=True):
        count += 1
        block = record.raw_stream.read()
        if record.rec_type in ("response", "revisit"):
            headers = record.rec_headers
            expected.append((record.rec_type, headers.get_header("WARC-Record-ID").strip("<>"), block))
    assert [(one.record_type, one.record_id, one.block) for one in found] == expected
    assert len(found) == len(PAGES) and file.records == count
    assert file.said_of_damage() is None


def test_a_file_compressed_as_a_whole_is_read_too(tmp_path):
    found, file = read(tmp_path / "a.warc.gz", written(RECORDS, "whole"))
    assert ids(found) == ids(RECORDS) and file.said_of_damage() is None


@pytest.mark.parametrize("how", ["members", "whole", "plain"])
def test_of_a_file_cut_anywhere_all_whole_records_are_read(tmp_path, how):
    data = written(RECORDS, how)
    most = 0
    for end in range(200, len(data), 97):
        found, _ = read(tmp_path / "a.warc", data[:end])
        assert ids(found) == ids(RECORDS)[: len(found)]
        assert [one.block for one in found] == [one.block for one in RECORDS[: len(found)]]
        assert len(found) >= most
        most = len(found)
        if how == "members":
            assert len(found) >= sum(len(written(RECORDS[:n])) <= end for n in range(1, 6))
    assert most >= 2


@pytest.mark.parametrize("how", ["members", "plain"])
def test_damage_in_the_middle_costs_no_other_record(tmp_path, how):
    first, rest = written(RECORDS[:1], how), written(RECORDS[2:], how)
    middle = bytearray(written(RECORDS[1:2], how))
    middle[10:60] = b"\xff" * 50
    found, file = read(tmp_path / "a.warc", first + bytes(middle) + rest)
    assert ids(found) == [ids(RECORDS)[0], *ids(RECORDS)[2:]]
    assert file.said_of_damage()


@pytest.mark.parametrize("claimed", [0, 10, 150, 5_000, LARGEST_BLOCK + 1])
@pytest.mark.parametrize("how", ["members", "plain"])
def test_a_record_of_a_wrong_length_costs_no_other_record(tmp_path, how, claimed):
    lying = replace(RECORDS[1], length=claimed)
    found, file = read(tmp_path / "a.warc", written([RECORDS[0], lying, *RECORDS[2:]], how))
    if claimed <= LARGEST_BLOCK:
        assert ids(found) == [ids(RECORDS)[0], *ids(RECORDS)[2:]]
    else:  # it says that all that follows is its own
        assert ids(found) == ids(RECORDS)[:1]
    assert file.said_of_damage()


def test_a_block_that_is_not_what_its_digest_says_is_left(tmp_path):
    wrong = replace(RECORDS[1], fields=(("WARC-Block-Digest", sha1(b"another")),))
    found, file = read(tmp_path / "a.warc", written([RECORDS[0], wrong, RECORDS[2]]))
    assert ids(found) == [ids(RECORDS)[0], ids(RECORDS)[2]]
    assert file.said_of_damage() == "1 wrong digest"


def test_headers_in_latin_1_and_over_several_lines_are_read(tmp_path):
    odd = replace(RECORDS[0], fields=(("X-Judul", "Wali Kota é"), ("X-Panjang", "satu\r\n  dua")))
    (found,), _ = read(tmp_path / "a.warc", written([odd]))
    assert (found.fields["x-judul"], found.fields["x-panjang"]) == ("Wali Kota é", "satu dua")
    assert "Wali Kota é".encode() in found.head


HOSTILE = {
    "bomb": gzip.compress(RECORDS[0].written() + b"\0" * 200_000_000),
    "bomb in a block": gzip.compress(replace(RECORDS[0], block=b"\0" * 200_000_000).written()),
    "head of 10 MB": gzip.compress(replace(RECORDS[0], fields=(("X", "a" * 10_000_000),)).written()),
    "head of many lines": gzip.compress(replace(RECORDS[0], fields=(("X", "a"),) * 100_000).written()),
    "no end of line": b"WARC/1.0 " + b"a" * 50_000_000,
    "many lies": b"".join(b"WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 9\r\n\r\nx" for _ in range(5_000)),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_is_read_in_little_memory_and_never_in_silence(tmp_path, name):
    path = tmp_path / "a.warc"
    path.write_bytes(HOSTILE[name])
    tracemalloc.start()
    try:
        file = ForeignFile(path)
        found = sum(1 for _ in file)
        file.close()
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert found <= 1
    assert file.said_of_damage()
    assert peak < 3 * LARGEST_BLOCK


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"", "empty"),
        (b"\n\n", "empty"),
        (b"<html>Berita</html>\n" * 9, "no WARC file"),
        (b"filedesc://a.arc 0.0.0.0 20050101000000 text/plain 70\n", "ARC"),
        (gzip.compress(b"filedesc://a.arc 0.0.0.0 20050101000000 text/plain 70\n"), "ARC"),
        (b"PK\x03\x04" + b"\0" * 99, "WACZ"),
        (gzip.compress(b"text")[:-3], "no WARC file"),
        (b"\x1f\x8b\x08" + b"\xff" * 99, "no WARC file"),
    ],
    ids=["nothing", "empty lines", "page", "ARC", "ARC in gzip", "WACZ", "cut gzip", "broken gzip"],
)
def test_what_is_no_warc_file_is_refused_in_one_line(tmp_path, data, what):
    (tmp_path / "a.warc").write_bytes(data)
    with pytest.raises(NotWarc, match=what):
        ForeignFile(tmp_path / "a.warc")
