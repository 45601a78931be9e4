"""WordPress' list of posts: public posts only, in the site's time."""

from __future__ import annotations

import json
import time
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from blitar_scraper.extract.page import Page
from blitar_scraper.extract.rest import extract_rest
from blitar_scraper.items import Listing, Site

SITE = Site("x", "Kota X", "https://x.go.id/", "Asia/Jakarta")
NOWHERE = Site("x", "Kota X", "https://x.go.id/")
SEEN_AT = datetime(2026, 1, 5, 3, 0, tzinfo=UTC)
URL = "https://x.go.id/wp-json/wp/v2/posts?per_page=100&_embed"


def read(answer: object, site: Site = SITE) -> Listing:
    body = answer if isinstance(answer, bytes) else (answer if isinstance(answer, str) else json.dumps(answer)).encode()
    return extract_rest(Page(body, URL, "application/json; charset=UTF-8"), site, seen_at=SEEN_AT)


# As WordPress 6 gives it with `_embed`, shortened.
POST: dict[str, Any] = {
    "id": 4021,
    "date": "2024-09-27T09:30:15",
    "date_gmt": "2024-09-27T02:30:15",
    "guid": {"rendered": "https://x.go.id/?p=4021"},
    "modified": "2024-09-28T08:00:00",
    "modified_gmt": "2024-09-28T01:00:00",
    "slug": "bupati-resmikan-pasar",
    "status": "publish",
    "type": "post",
    "link": "https://x.go.id/2024/09/27/bupati-resmikan-pasar/",
    "title": {"rendered": "Bupati Resmikan Pasar &#8220;Legi&#8221; &amp; <em>Terminal</em>"},
    "content": {"rendered": "<p>Isi</p>", "protected": False},
    "author": 1,
    "categories": [3],
    "_embedded": {
        "author": [{"id": 1, "name": "Admin &amp; Humas", "url": ""}],
        "wp:featuredmedia": [{"id": 9, "source_url": "https://x.go.id/wp-content/uploads/2024/09/pasar.jpg"}],
        "wp:term": [
            [{"id": 3, "name": "Berita &amp; Kabar", "slug": "berita", "taxonomy": "category"}],
            [{"id": 8, "name": "pasar", "slug": "pasar", "taxonomy": "post_tag"}],
        ],
    },
}


def test_wordpress_gives_every_field():
    listing = read([POST])
    (entry,) = listing.entries
    assert entry.source == "rest"
    assert entry.url == "https://x.go.id/2024/09/27/bupati-resmikan-pasar/"
    assert entry.title == "Bupati Resmikan Pasar “Legi” & Terminal"
    assert entry.author == "Admin & Humas"
    assert (entry.published_at, entry.published_precision) == ("2024-09-27T09:30:15+07:00", "second")
    assert entry.published_raw == "2024-09-27T09:30:15"
    assert entry.modified_at == "2024-09-28T08:00:00+07:00"
    assert entry.section == "Berita & Kabar"
    assert entry.image_url == "https://x.go.id/wp-content/uploads/2024/09/pasar.jpg"
    assert entry.views is None
    assert not listing.problems


@pytest.mark.parametrize(
    ("date", "gmt", "site", "expected"),
    [
        ("2024-09-27T09:30:00", "2024-09-27T02:30:00", NOWHERE, "2024-09-27T09:30:00+07:00"),
        ("2024-09-27T09:30:00", None, SITE, "2024-09-27T09:30:00+07:00"),
        ("2024-09-27T09:30:00", None, NOWHERE, "2024-09-27T09:30:00"),
        ("2024-09-27T20:30:00", "2024-09-27T20:30:00", SITE, "2024-09-28T03:30:00+07:00"),  # WordPress left at UTC
        ("2024-09-27T10:30:00", "2024-09-27T02:30:00", SITE, "2024-09-27T09:30:00+07:00"),  # left at another zone
        (None, "2024-09-27T02:30:00", SITE, "2024-09-27T09:30:00+07:00"),
    ],
)
def test_dates_get_their_offset(date: str | None, gmt: str | None, site: Site, expected: str):
    listing = read([POST | {"date": date, "date_gmt": gmt}], site)
    assert listing.entries[0].published_at == expected and not listing.problems


@pytest.mark.parametrize(
    ("date", "gmt"),
    [
        ("2024-09-27T09:30:00", "2023-01-01T02:30:00"),
        ("2024-09-27T09:30:00", "2024-09-27T02:22:00"),
        ("0000-00-00T00:00:00", None),
        ("1970-01-01T07:00:00", "1970-01-01T00:00:00"),
        ("2024-02-31T09:30:00", None),
        ("kemarin", None),
        (20240927, None),
    ],
)
def test_a_date_that_is_not_certain_is_absent_and_a_problem(date: object, gmt: str | None):
    listing = read([POST | {"date": date, "date_gmt": gmt}])
    assert listing.entries[0].published_at is None and listing.entries[0].published_precision is None
    assert listing.entries[0].published_raw == str(date)
    assert [problem.problem for problem in listing.problems] == ["date-unreadable"]


@pytest.mark.parametrize(
    "change",
    [
        {"status": "draft"},
        {"status": "future"},
        {"status": "private"},
        {"type": "page"},
        {"link": "https://lain.go.id/a/"},
        {"link": "https://x.go.id/"},
        {"link": "javascript:;"},
    ],
)
def test_what_is_no_public_post_of_the_site_is_left_out(change: dict[str, Any]):
    assert read([POST | change]) == Listing(())


def test_each_address_once_and_absent_fields_are_absent():
    bare = {
        "link": "https://x.go.id/berita/b/",
        "title": "Judul",
        "_embedded": {"author": [{"code": "rest_user_invalid_id"}]},
    }
    first, second = read([bare, POST, bare | {"link": "http://www.x.go.id/berita/b"}]).entries
    assert (first.title, first.author, first.published_at, first.section, first.image_url) == (
        "Judul",
        None,
        None,
        None,
        None,
    )
    assert second.author


def test_of_two_categories_nobody_says_which_is_the_section():
    terms = [[{"name": name, "taxonomy": "category"} for name in ("Berita", "Stunting")]]
    assert read([POST | {"_embedded": {"wp:term": terms}}]).entries[0].section is None


def test_warnings_of_php_before_the_list_do_no_harm():
    assert (
        len(
            read(
                "\ufeff<br />\n<b>Deprecated</b>: [x] in <b>/a.php</b> on line <b>3</b><br />\n" + json.dumps([POST])
            ).entries
        )
        == 1
    )


def test_a_page_behind_the_last_is_no_problem():
    assert read([]) == Listing(())


@pytest.mark.parametrize(
    ("answer", "detail"),
    [
        (
            {"code": "rest_no_route", "message": "Tidak ada rute", "data": {"status": 404}},
            "rest_no_route: Tidak ada rute",
        ),
        ({"code": "rest_not_logged_in", "message": "Anda belum login"}, "rest_not_logged_in: Anda belum login"),
        ("<!DOCTYPE html><html><head><title>Log Masuk</title></head></html>", "an HTML page"),
        ("", "empty"),
        ({"posts": []}, "JSON, no list of posts"),
        ([1, 2], "JSON, no list of posts"),
        ('"https://x.go.id"', "JSON, no list of posts"),
        ('[{"link": "https://x.go.id/a", "tit', "begins with"),
    ],
)
def test_what_is_no_list_of_posts_says_so(answer: object, detail: str):
    listing = read(answer)
    assert not listing.entries
    (problem,) = listing.problems
    assert problem.problem == "not-rest" and detail in str(problem.detail)


@pytest.mark.parametrize(
    "text",
    [
        "[" * 2_000_000,
        '[{"a":' * 500_000,
        "[" + "1" * 2_000_000 + "]",
        '[{"link": "' + "a" * 4_000_000 + '"}]',
        "[ {" * 900_000,
    ],
)
def test_no_answer_takes_long(text: str):
    started = time.process_time()
    read(text)
    assert time.process_time() - started < 4


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from([*POST, "rendered", "name"]), inner, max_size=4)
    ),
    max_leaves=12,
)


@settings(max_examples=300, deadline=None)
@given(
    changes=st.dictionaries(st.sampled_from([*POST, *POST["_embedded"]]), JSON), bare=JSON, body=st.binary(max_size=100)
)
def test_nothing_raises(changes: dict[str, Any], bare: object, body: bytes):
    read([POST | changes, POST | {"_embedded": changes}, bare])
    read(bare)
    read(body)
    read(b"[" + body + b"]")
