"""A body that was cut is known as such, in every encoding; and a whole one never is."""

import gzip
import tracemalloc
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from blitar_scraper.crawling.answers.whole import Torn, decoded, has_end
from tests.served.encodings import ENCODERS

MOST = 16 * 1024 * 1024
PAGE = b"<!doctype html><html><body>" + bytes(range(256)) * 400 + b"</body></html>"
WAYS = [(way, name, pack) for way, (name, pack) in ENCODERS.items() if name is not None]


@pytest.mark.parametrize(("way", "name", "pack"), WAYS)
@given(page=st.binary(min_size=1, max_size=300_000))
def test_what_is_whole_is_unpacked(way, name, pack, page):
    assert decoded(pack(page), name.split(", "), MOST) == page


@pytest.mark.parametrize(("way", "name", "pack"), WAYS)
@given(share=st.floats(0.1, 0.999))
def test_what_was_cut_is_torn(way, name, pack, share):
    packed = pack(PAGE)
    with pytest.raises(Torn):
        decoded(packed[: int(len(packed) * share)], name.split(", "), MOST)


def test_several_members_and_rubbish_behind_them_are_whole():
    assert decoded(gzip.compress(b"one ") + gzip.compress(b"two") + b"\0\0\0", ["gzip"], MOST) == b"one two"


def test_a_wrong_checksum_is_no_cut():
    packed = bytearray(gzip.compress(PAGE))
    packed[-6] ^= 1
    assert decoded(bytes(packed), ["gzip"], MOST) == PAGE


@pytest.mark.parametrize("name", ["gzip", "zstd", "br", "compress", "identity", ""])
def test_what_is_not_packed_is_given_as_it_is(name):
    assert decoded(PAGE, [name], MOST) == PAGE


def test_a_bomb_is_unpacked_no_further_than_asked():
    packer = zlib.compressobj(9, wbits=31)
    bomb = b"".join(packer.compress(bytes(1024 * 1024)) for _ in range(300)) + packer.flush()
    tracemalloc.start()
    try:
        assert len(decoded(bomb, ["gzip"], MOST)) == MOST
        assert tracemalloc.get_traced_memory()[1] < 4 * MOST
    finally:
        tracemalloc.stop()


@pytest.mark.parametrize(
    ("page", "ended"),
    [
        (b"<html><body><p>Isi</p></body></html>", True),
        (b"<!DOCTYPE html>\n<p>Isi</p></BODY>", True),
        (b"<html><body><p>Isi</p></html>" + b"<!-- cached -->" * 2000, True),
        (b"<html><body><p>Isi beri", False),
        (b'{"a": "</html"}', None),
        (b"<rss><channel>", None),
        (b"", None),
    ],
)
def test_a_page_without_its_end_is_told_from_what_is_no_page(page, ended):
    assert has_end(page) is ended
