"""What is captured is what was sent, byte by byte, however it was sent; and everybody's tools read the files."""

import hashlib
import json
from collections import defaultdict
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from warcio.archiveiterator import ArchiveIterator
from warcio.bufferedreaders import BufferedReader
from warcio.checker import Checker

from blitar_scraper.addresses import clean_url
from blitar_scraper.archive import Archive
from blitar_scraper.archive.captures import places
from blitar_scraper.archive.warc import Exchange, Original, WarcFiles, WarcWriter
from blitar_scraper.archive.warc.reader import unpacked
from tests import forked
from tests.served.encodings import ENCODERS, SECOND_WAY, EncodingsSite, serving

DAYS = (("2026-03-02T03:00:00+00:00", {}), ("2026-03-03T03:00:00+00:00", {"full": True}))


def crawl_twice(site, archive):
    """Both results; the second crawl reads every article again."""
    results = []
    for now, options in DAYS:
        order = (archive, now, json.dumps(options), site.url)
        ran = forked.run("tests.crawling.one_site", *order, timeout=120)
        assert ran.returncode == 0, ran.stderr
        results += json.loads(ran.stdout.splitlines()[-1])
    return results


class Crawled:
    """The site, what it sent, and the rows of `captures` beside it."""

    def __init__(self, archive, site):
        self.archive, self.site = archive, site
        self.results = crawl_twice(site, archive)
        self.folder = archive.with_suffix(".warc")
        with Archive(archive, readonly=True) as opened:
            self.rows = [dict(row) for row in opened.db.query("SELECT * FROM captures ORDER BY id")]
            self.places = places(opened.db, [row["record_id"] for row in self.rows])
            self.articles = {row["url"]: dict(row) for row in opened.db.query("SELECT * FROM articles")}
        asked, sent = defaultdict(list), defaultdict(list)
        for row in self.rows:
            asked[row["url"]].append(row)
        for one in site.log:
            sent[clean_url(site.url + one.target)].append(one)
        assert {url: len(found) for url, found in asked.items()} == {url: len(found) for url, found in sent.items()}
        self.pairs = [pair for url in asked for pair in zip(asked[url], sent[url], strict=True)]

    def records(self, row):
        """The record at the place that the row names, read with warcio; its payload as it is in the file."""
        with (self.folder / row["warc_file"]).open("rb") as file:
            file.seek(row["warc_offset"])
            record = next(iter(ArchiveIterator(file)))
            return record, record.raw_stream.read()

    def of_way(self, way):
        return [(row, sent) for row, sent in self.pairs if sent.target == self.site.path_of(way)]


def check(files):
    """The exit status of `warcio check`."""

    class Arguments:
        inputs, verbose = files, False

    return Checker(Arguments).process_all()


@pytest.fixture(scope="module")
def crawled(tmp_path_factory):
    with serving(EncodingsSite()) as site:
        yield Crawled(tmp_path_factory.mktemp("encodings") / "a.db", site)


def test_both_crawls_are_good_and_every_page_is_read_whatever_way_it_came(crawled):
    assert [result["exit_status"] for result in crawled.results] == [0, 0]
    read = set()
    for way in crawled.site.ways.values():
        path = crawled.site.path_of(way)
        addresses = (path, f"{path}/kini", SECOND_WAY + path)
        if any(crawled.site.url + address in crawled.articles for address in addresses):
            read.add(way)
    assert read == set(crawled.site.ways.values()) - {"missing", "empty"}


def test_the_site_shows_every_way_to_answer(crawled):
    statuses = {sent.answer.status for _, sent in crawled.pairs}
    assert statuses >= {200, 301, 302, 404, 500}
    sent = {sent.target: sent.answer for _, sent in crawled.pairs}
    encodings = {dict(answer.headers).get("Content-Encoding") for answer in sent.values()}
    assert encodings == {name and name.encode() for name, _ in ENCODERS.values()}
    assert any(answer.chunked for answer in sent.values())


def test_warcio_checks_all_files(crawled, monkeypatch):
    # `warcio check` itself fails on br beside the library `brotli`, which Scrapy needs (warcio's issue 73); without
    # it, as in an environment of warcio's own, it checks the bytes as they are, which is what the digests are of.
    monkeypatch.delitem(BufferedReader.DECOMPRESSORS, "br", raising=False)
    files = sorted(map(str, crawled.folder.glob("*/*.warc.gz")))
    assert len(files) == 2 and not list(crawled.folder.glob("*/*.open"))
    assert check(files) == 0


def test_each_row_names_a_record_with_the_bytes_that_were_sent(crawled):
    for row, sent in crawled.pairs:
        record, payload = crawled.records(row)
        headers, answer = record.rec_headers, sent.answer
        assert headers.get_header("WARC-Record-ID") == f"<{row['record_id']}>"
        assert headers.get_header("WARC-Target-URI") == row["url"]
        assert headers.get_header("WARC-Date") == row["fetched_at"]
        assert record.rec_type == row["record_type"]
        assert record.http_headers.get_statuscode() == str(answer.status) == str(row["http_status"])
        digest = "sha256:" + hashlib.sha256(answer.payload).hexdigest()
        if row["record_type"] == "response":
            assert payload == answer.payload
            assert headers.get_header("WARC-Payload-Digest") == row["digest"] == digest
            assert row["bytes"] == len(answer.payload)
        elif answer.status == 304:
            assert payload == b"" and row["digest"] is None
            assert crawled.places[row["refers_to"]].url == row["url"]
        else:
            assert payload == b""
            original, sent_before = crawled.records(vars_of(crawled.places[row["refers_to"]]))
            assert sent_before == answer.payload
            assert headers.get_header("WARC-Payload-Digest") == row["digest"] == digest
            assert headers.get_header("WARC-Refers-To-Target-URI") == original.rec_headers.get_header("WARC-Target-URI")
            assert headers.get_header("WARC-Refers-To-Date") == original.rec_headers.get_header("WARC-Date")


def vars_of(place):
    return {name: getattr(place, name) for name in ("warc_file", "warc_offset")}


def test_headers_are_kept_as_they_came_repeated_ones_too(crawled):
    files = WarcFiles(crawled.folder)
    for row, sent in crawled.pairs:
        record = files.read(row["warc_file"], row["warc_offset"], row["warc_length"])
        kept = sorted((name.lower(), value) for name, value in record.headers)
        # The connection's own headers are not the page's: Twisted keeps them for itself.
        expected = sorted(
            (name.lower().encode(), value) for name, value in sent.answer.headers if name != "Transfer-Encoding"
        )
        assert [pair for pair in kept if pair[0] != b"content-length"] == expected
    files.close()
    (row, _), *_ = crawled.of_way("repeated-headers")
    record, _ = crawled.records(row)
    assert [value for name, value in record.http_headers.headers if name == "Set-Cookie"] == [
        "sesi=1; Path=/",
        "bahasa=id; Path=/",
    ]


def test_our_own_reader_gives_the_page_of_every_capture_revisits_too(crawled):
    files = WarcFiles(crawled.folder)
    for row, sent in crawled.pairs:
        record = files.read(row["warc_file"], row["warc_offset"], row["warc_length"])
        original = crawled.places[row["refers_to"]] if row["refers_to"] else None
        payload = record.payload
        if original is not None:
            payload = files.read(original.warc_file, original.warc_offset, original.warc_length).payload
        assert unpacked(record, payload) == sent.answer.page, sent.target
    files.close()


def test_what_was_sent_before_is_a_revisit_on_the_second_day_and_at_a_second_address(crawled):
    for way in ("gzip", "br", "zstd", "chunked-gzip", "missing"):
        first, second = (row for row, _ in crawled.of_way(way))
        assert (first["record_type"], second["record_type"]) == ("response", "revisit"), way
        assert second["refers_to"] == first["record_id"]
    target = SECOND_WAY + crawled.site.path_of("twice")
    other = next(row for row, sent in crawled.pairs if sent.target == target)
    (own, _), *_ = crawled.of_way("twice")
    pair = sorted((own, other), key=lambda row: row["id"])
    assert [row["record_type"] for row in pair] == ["response", "revisit"]
    assert pair[1]["refers_to"] == pair[0]["record_id"]


def test_each_step_of_a_redirect_and_each_try_is_a_capture(crawled):
    path = crawled.site.path_of("moved-twice")
    steps = [path, f"/antara/{path.removeprefix('/berita/')}", f"{path}/kini"]
    for target, status in zip(steps, (301, 301, 200), strict=True):
        assert next(sent.answer.status for _, sent in crawled.pairs if sent.target == target) == status
    assert [sent.answer.status for _, sent in crawled.of_way("error-once")][:2] == [500, 200]
    (row, sent), *_ = crawled.of_way("found")
    assert row["http_status"] == 302 and row["bytes"] == len(sent.answer.payload) > 0
    # Kept whole each time: pywb replays no payload for a redirect's revisit record.
    assert [row["record_type"] for row, _ in crawled.of_way("found")] == ["response", "response"]


def test_an_answer_of_304_refers_to_the_page_that_has_not_changed(tmp_path, monkeypatch):
    monkeypatch.delitem(BufferedReader.DECOMPRESSORS, "br", raising=False)
    at = datetime(2026, 3, 2, 3, tzinfo=UTC)
    headers = [(b"ETag", b'"1"'), (b"Content-Type", b"text/html")]
    page = Exchange("http://a.go.id/1", at, 200, "OK", headers, b"<h1>Judul</h1>" * 50)
    writer = WarcWriter(tmp_path, "a", "a-1", {"software": "test"})
    first = writer.write(page)
    same = replace(page, at=at + timedelta(days=1), status=304, reason="Not Modified", headers=headers[:1], payload=b"")
    second = writer.write(same, Original(first.record_id, first.url, first.fetched_at, first.digest))
    writer.close()
    assert (second.record_type, second.refers_to, second.digest) == ("revisit", first.record_id, None)
    with (tmp_path / second.warc_file).open("rb") as file:
        file.seek(second.warc_offset)
        record = next(iter(ArchiveIterator(file)))
        assert record.rec_headers.get_header("WARC-Profile").endswith("/revisit/server-not-modified")
        assert record.rec_headers.get_header("WARC-Refers-To-Date") == first.fetched_at
        assert record.http_headers.get_header("ETag") == '"1"'
        assert record.raw_stream.read() == b""
    assert check([str(tmp_path / second.warc_file)]) == 0
