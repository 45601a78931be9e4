"""Secrets are not written: not into logs and tracebacks, not into what is said of pages, not into captures."""

import io
import logging
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scrapy import Request
from scrapy.exceptions import DropItem
from scrapy.settings import Settings

from blitar_scraper.crawling.answers.capture import _of_request
from blitar_scraper.crawling.discretion import DiscreetItems, DiscreetLogs
from blitar_scraper.crawling.secrets import (
    Discretion,
    _of_this_process,
    has_credentials,
    known_secrets,
    redacted,
    why_not,
    without_credentials,
)
from blitar_scraper.demo import Response
from blitar_scraper.items import Circumstances, PageFailed, Site

SECRET = "r4hasia-S3kali-9xyz"


@pytest.mark.parametrize(
    "text",
    [
        f"GET https://admin:{SECRET}@kota.go.id/berita",
        f"proxy http://petugas:{SECRET}@proxy.go.id:3128 refused",
        f"http://a:pa@{SECRET}@kota.go.id/",
        f"https://kota.go.id/api?token={SECRET}&page=2",
        f"https://kota.go.id/?page=2&access_token={SECRET}",
        f"https://kota.go.id/?accessToken={SECRET}",
        f"https://kota.go.id/?api_key={SECRET}#x",
        f"https://kota.go.id/?key={SECRET}",
        f"https://kota.go.id/f.jpg?X-Amz-Signature={SECRET}&X-Amz-Date=1",
        f"https://kota.go.id/?PASSWORD={SECRET}",
        f"https://login.go.id/?next=https%3A%2F%2Fa%3A{SECRET}%40kota.go.id%2F",
        f"https://login.go.id/?next=%2Fa%3Ftoken%3D{SECRET}",
        f"Authorization: Basic {SECRET}",
        f"{{b'Authorization': [b'Bearer {SECRET}']}}",
        f"{{b'Proxy-Authorization': [b'Basic {SECRET}'], b'Accept': [b'*/*']}}",
        f"Cookie: PHPSESSID={SECRET}; lang=id",
        f"{{b'Set-Cookie': [b'ci_session={SECRET}; path=/']}}",
        f"BLITAR_TELEGRAM_TOKEN={SECRET}",
        f"{{'BLITAR_SMTP_PASSWORD': '{SECRET}', 'BOT_NAME': 'blitar'}}",
        f'"client_secret": "{SECRET}"',
    ],
)
def test_a_secret_is_hidden_wherever_it_stands(text):
    said = redacted(text)
    assert SECRET not in said and "***" in said


@pytest.mark.parametrize(
    "text",
    [
        "https://kota.go.id/berita?page=2&kategori=umum",
        "https://kota.go.id/index.php?key=berita",
        "https://kota.go.id/berita/penerimaan-token-listrik?id=12",
        "https://medium.com/@kotablitar/berita",
        "author: Admin Kota; compass=3; tokens read: 12",
        "Redaksi: humas@blitarkota.go.id, 0342-801171",
        "2026-03-02 03:00:00 INFO 12 of about 40 articles, 3 listing pages, 2 new",
        "TimeoutError: https://kota.go.id/ took longer than 60 seconds",
    ],
)
def test_what_is_no_secret_stays(text):
    assert redacted(text) == text


def test_the_rest_of_an_address_is_still_to_be_read():
    said = redacted(f"https://a:{SECRET}@kota.go.id/berita/12?token={SECRET}&page=3 timed out")
    assert said == "https://***@kota.go.id/berita/12?token=***&page=3 timed out"


@given(st.text(alphabet="ab:/?&=@%._-'\" token", max_size=2000))
def test_no_text_takes_long_or_breaks_it(text):
    redacted(text)


@pytest.mark.parametrize("sign", ["a", "a_", "a.", "token", "://", "%3a%2f%2f", "cookie:", "?token", "@"])
def test_a_long_text_is_read_in_one_go(sign):
    assert isinstance(redacted(sign * (200_000 // len(sign)) + "="), str)


def test_secrets_of_the_environment_are_hidden_by_their_value():
    environment = {
        "HTTPS_PROXY": "http://petugas:p%40ss-w0rd@proxy.go.id:3128",
        "BLITAR_TELEGRAM_TOKEN": "12345:abcdef",
        "BLITAR_CONTACT": "arsip@example.org",
        "PASSWORD": "ab",
    }
    known = known_secrets(environment)
    assert redacted("told 12345:abcdef and p@ss-w0rd, as arsip@example.org, ab", known) == (
        "told *** and ***, as arsip@example.org, ab"
    )


@pytest.fixture
def environment(monkeypatch):
    monkeypatch.setenv("BLITAR_TELEGRAM_TOKEN", "hanya-kami-98765")
    _of_this_process.cache_clear()
    yield
    _of_this_process.cache_clear()


def test_a_log_holds_no_secret_in_messages_arguments_or_tracebacks(environment):
    written = io.StringIO()
    handler = logging.StreamHandler(written)
    handler.addFilter(Discretion())
    logger = logging.getLogger("blitar.test.secrets")
    logger.addHandler(handler)
    logger.propagate = False
    try:
        logger.error("Getting %s failed (%d times)", f"https://a:{SECRET}@kota.go.id/x", 3)
        try:
            raise ValueError(f"https://kota.go.id/?token={SECRET} and hanya-kami-98765")
        except ValueError:
            logger.exception("Error downloading %(request)s", {"request": Request(f"https://k.id/?password={SECRET}")})
    finally:
        logger.removeHandler(handler)
    text = written.getvalue()
    assert SECRET not in text and "hanya-kami" not in text
    assert "(3 times)" in text and "Traceback" in text and "ValueError" in text


def test_scrapys_own_log_is_filtered_before_it_writes_the_settings():
    settings = Settings()
    settings.setmodule("blitar_scraper.settings", priority="project")
    assert "blitar_scraper.crawling.discretion.DiscreetLogs" in settings["ADDONS"]
    handler = logging.NullHandler()
    logging.root.addHandler(handler)
    try:
        DiscreetLogs()
        DiscreetLogs()
        assert [isinstance(found, Discretion) for found in handler.filters] == [True]
    finally:
        logging.root.removeHandler(handler)


def failed(problem: str, detail: str) -> PageFailed:
    site = Site("kota", "Kota", "https://kota.go.id/", "Asia/Jakarta")
    told = Circumstances(failed=(problem, detail))
    return PageFailed(
        site, "https://kota.go.id/a", "article", datetime(2026, 3, 2, tzinfo=UTC), problem, detail, circumstances=told
    )


def test_what_is_said_of_a_page_holds_no_secret():
    detail = (
        f"IgnoreRequest: off-site: https://kota.go.id/a leads to https://b:{SECRET}@login.go.id/?sessionid={SECRET}"
    )
    found = DiscreetItems().process_item(failed("off-site", detail))
    assert SECRET not in repr(found) and "login.go.id" in found.detail


def test_nothing_is_said_of_a_page_that_was_not_asked_for():
    with pytest.raises(DropItem):
        DiscreetItems().process_item(failed("given-up", "the run was given up"))


def test_the_record_of_a_request_opens_nothing():
    headers = {"Proxy-Authorization": f"Basic {SECRET}", "Cookie": SECRET, "Authorization": SECRET, "Accept": "*/*"}
    pairs = _of_request(Request(f"http://a:{SECRET}@kota.go.id/", headers=headers))
    assert (b"Host", b"kota.go.id") in pairs and (b"Accept", b"*/*") in pairs
    assert SECRET.encode() not in b"".join(part for pair in pairs for part in pair)


@pytest.mark.parametrize("address", [f"http://a:{SECRET}@kota.go.id/", f"a:{SECRET}@kota.go.id", "//a@kota.go.id/"])
def test_an_address_with_a_password_is_refused_in_words_that_do_not_repeat_it(address):
    assert has_credentials(address)
    assert SECRET not in str(why_not(address)) and "kota.go.id" in str(why_not(address))


@pytest.mark.parametrize("address", ["https://kota.go.id/@humas", "kota.go.id/?e=a@b.id", "kota.csv", "localhost:80"])
def test_an_address_without_one_is_not(address):
    assert why_not(address) is None


def test_only_the_name_and_the_password_are_taken_out():
    assert without_credentials("http://a:b@kota.go.id:8080/x?y=@z") == "http://kota.go.id:8080/x?y=@z"
    assert without_credentials("http://[kota/") == "http://[kota/"


def test_a_redirect_with_a_password_is_followed_without_it(crawls):
    article = crawls.server.site.known_article
    host = crawls.server.url.removeprefix("http://")
    there = {"Location": f"http://petugas:{SECRET}@{host}/berita/pindah"}
    crawls.server.site.overrides[article.path] = Response(302, there, b"")
    crawls.server.site.overrides["/berita/pindah"] = Response(404, {"Content-Type": "text/html"}, b"")
    crawls.run()
    assert all("authorization" not in request.headers for request in crawls.server.requests)
    assert "/berita/pindah" in crawls.requested()
    for table in ("pages", "captures", "problems", "runs", "sightings"):
        assert SECRET not in repr(crawls.rows(f"SELECT * FROM {table}"))
    assert SECRET not in crawls.log.read_text()
