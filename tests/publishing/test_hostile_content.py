"""Whatever a page held, it shows as text: on our pages, on Datasette's own, in feeds and data.

Two archives of the same shape are served, one with harmless values and one with hostile ones in every field. What a
page is made of (elements and their attributes) may not differ: then nothing of it came from the data.
"""

from __future__ import annotations

import json
import re
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from blitar_scraper.addresses import uid_of
from blitar_scraper.archive import Archive
from blitar_scraper.items import Media, PopularEntry, Problem
from blitar_scraper.publishing.queries import canned
from tests.archive.archive_examples import (
    HOME,
    SITE,
    START,
    Crawled,
    article_seen,
    capture,
    days,
    entry,
    gone,
    listing_seen,
    url,
)
from tests.publishing.visiting import Answer, Visitor

EVIL = (
    "</title></script></style></textarea><script>evil()</script><img src=x onerror=evil()><x-evil a=b>"
    '<style>*{display:none}</style><svg onload=evil()>" onmouseover="evil()" x=\'&lt;b&gt; <!-- --> ]]>'
    "{{7*7}}{% raw %} =cmd|'/C calc'!A0 \u202egnp.exe\u202c\u2028\x1b[31m\x08 \U0001f600"
)
LINK = "javascript:evil()//</script><x-evil>"
MEEK = "Kabar baik dari kota"
UID = uid_of(url("pasar"))
ARTICLE = f"/article/{UID}"
OURS = (
    *("/", "/sites", f"/site/{SITE.id}", "/search", "/search?q=kota", "/search?q=kepala"),
    f"/search?q=kota&site={SITE.id}",
    *(ARTICLE, f"{ARTICLE}?version=1", f"{ARTICLE}/changes", f"{ARTICLE}/changes?from=1&to=1"),
)
FEEDS = ("/feed.atom", f"/feed/{SITE.id}.atom", "/feed/changes.atom")
TABLES = (
    *("articles", "article_versions", "article_history", "edits", "media", "problems", "popular", "pages", "sites"),
    *("public_articles", "public_versions", "public_edits", "public_media", "public_problems", "public_popular"),
    *("public_pages", "captures", "view_counts", "coverage", "articles_monthly", "site_health", "sightings", "runs"),
)
DATASETTES = (
    "/arsip",
    "/-/versions",
    *(f"/arsip/{table}" for table in TABLES),
    *("/arsip/articles/1", "/arsip/sites/contoh", "/arsip/article_versions/1,1", "/arsip/problems/1"),
    *("/arsip/articles?_facet=author&_facet=section", "/arsip/articles?_facet_array=tags"),
    "/arsip?sql=select+title,author,body,tags,evidence+from+articles",
    *(f"/arsip/{name}" for name in canned("en")),
)


def fill(path: Path, text: str, link: str) -> Path:
    """An archive with an article of three versions, removed, with the text in every field that holds any."""
    with Archive(path) as archive:
        crawled = Crawled(archive)
        values: dict[str, Any] = {
            **dict.fromkeys(("title", "author", "section", "press_release_number", "published_raw"), text),
            "image_url": link,
            "tags": (text, text + "2"),
            "body": f"Kepala {text}\n{text}\n{text}\t{text}\nbaris\t{text}\nTelp {text}",
            "main_span": (8 + len(text), 30 + 4 * len(text)),
            "evidence": {
                "title": {"from": text, "raw": text, "agree": [text], "others": [{"from": text, "raw": text}]},
                text: [text, {text: text}],
                "views": {"from": text, "raw": {text: text}},
            },
            "media": (Media("image", link, text), Media("attachment", link, None)),
            "popular": (PopularEntry(1, link, text), PopularEntry(2, url("pasar"), text)),
            "problems": (Problem(text, text, text, text),),
        }
        crawled.store(article_seen(capture_id=capture(crawled, START, digest=text, warc_file=text), **values))
        crawled.store(listing_seen(entry(title=text, author=text, section=text, views=500), at=days(1)))
        second = values | {"title": text + " dua"}
        crawled.store(article_seen(at=days(2), capture_id=capture(crawled, days(2)), **second))
        crawled.store(article_seen(at=days(3), **values | {"title": text + " tiga", "body": f"{text}\nlain {text}"}))
        crawled.store(article_seen("lain", title=text, author=text, published_at="2026-02-01", body=f"kota {text}"))
        crawled.store(article_seen("nanti", title=text, published_at="2026-04-01", section=text))
        crawled.store(article_seen("entah", title=text, published_at=None, published_raw=text))
        crawled.store(gone(at=days(4)), gone("lain", at=days(4), reason="soft-404"))
        db = archive.db
        db.execute("UPDATE sites SET name = ?, province = ?, level = ?, system = ?", [text] * 4)
        db.execute("UPDATE articles SET modified_at = ?, dateline_date = ?, language = ? WHERE id = 1", [text] * 3)
        db.execute("UPDATE articles SET tags = ? WHERE id = 2", [json.dumps({text: text})])
        db.execute("UPDATE article_versions SET published_at = ?, superseded_at = superseded_at", [text])
        db.execute("UPDATE media SET kind = ? WHERE position = 2", [text])
        db.execute("UPDATE captures SET content_type = ?, record_id = ?, url = ?", [text, text, link])
        db.execute("INSERT INTO article_captures SELECT 2, 1, id, ? FROM captures", [text])
        crawled.archive.finish_run(crawled.run_id, at=days(5), status="complete", exit_status=0)
    return path


@pytest.fixture(scope="module")
def meek(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Visitor]:
    visitor = Visitor(fill(tmp_path_factory.mktemp("meek") / "arsip.db", MEEK, f"{HOME}/berkas.pdf"))
    yield visitor
    visitor.close()


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Visitor]:
    visitor = Visitor(fill(tmp_path_factory.mktemp("hostile") / "arsip.db", EVIL, LINK))
    yield visitor
    visitor.close()


def check_is_text(answer: Answer) -> None:
    """No element, attribute or address of the page is the data's."""
    page = answer.page
    assert not page.all("x-evil")
    for element in page.elements:
        assert not [name for name in element.attributes if not re.fullmatch(r"[a-zA-Z][a-zA-Z0-9:-]*", name)], element
        if "onmouseover" in element.attributes or "onerror" in element.attributes or "onload" in element.attributes:
            raise AssertionError(element)
    for link in page.links:
        assert re.match(r"(https?://|/|#|\?|[\w.-]+(\?|$)|data:image/)", link), link
        assert not link.lower().startswith("javascript")


@pytest.mark.parametrize("address", [*OURS, *DATASETTES])
def test_a_page_is_made_of_the_same_whatever_the_text(meek: Visitor, hostile: Visitor, address: str) -> None:
    harmless, answer = meek.get(address), hostile.get(address)
    assert (answer.status, harmless.status) == (200, 200)
    check_is_text(answer)
    strange = answer.page.skeleton - harmless.page.skeleton
    # A link where the harmless archive has an address of the web, and the hostile one may have none.
    assert not {(name, sorted(attributes)) for name, attributes in strange if name not in ("bdi", "span")}
    for name in ("script", "style", "img", "iframe", "svg", "form", "input"):
        assert answer.page.counts[name] == harmless.page.counts[name], name


@pytest.mark.parametrize("address", OURS)
def test_on_our_pages_nothing_turns_the_line_around(hostile: Visitor, address: str) -> None:
    text = hostile.get(address).text
    assert not [mark for mark in ("\u202e", "\u202c", "\x1b", "\x08") if mark in text]


def test_the_text_is_there_to_be_read(hostile: Visitor) -> None:
    page = hostile.get(ARTICLE).page
    shown = EVIL.replace("\u202e", "\\u202e").replace("\u202c", "\\u202c").replace("\u2028", "\\u2028")
    shown = shown.replace("\x1b", "\\x1b").replace("\x08", "\\x08") + " tiga"
    assert page.one("h1").text == shown
    assert page.one("p", class_="tags").folded.count("<x-evil a=b>") == 2


def test_our_pages_allow_no_script_and_no_other_host(hostile: Visitor) -> None:
    policy = hostile.get(ARTICLE).headers["content-security-policy"]
    assert "default-src 'none'" in policy and "script-src" not in policy and "unsafe" not in policy


def test_the_data_for_machines_is_whole_json(hostile: Visitor) -> None:
    script = hostile.get(ARTICLE).page.one("script")
    assert script.attributes == {"type": "application/ld+json"}
    data = json.loads(script.text)
    assert data["headline"] == EVIL + " tiga"
    assert data["publisher"]["name"] == EVIL
    assert "image" not in data


def test_the_json_is_the_data_as_it_is(hostile: Visitor) -> None:
    answer = hostile.get(f"{ARTICLE}.json")
    assert answer.headers["content-type"].startswith("application/json")
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.json["title"] == EVIL + " tiga"
    assert answer.json["versions"][0]["title"] == EVIL


@pytest.mark.parametrize("address", FEEDS)
def test_a_feed_is_made_of_the_same_whatever_the_text(meek: Visitor, hostile: Visitor, address: str) -> None:
    harmless, answer = meek.get(address), hostile.get(address)
    assert (answer.status, harmless.status) == (200, 200)

    def made_of(text: str) -> list[tuple[str, list[str]]]:
        return [(element.tag, sorted(element.attrib)) for element in ElementTree.fromstring(text).iter()]

    assert made_of(answer.text) == made_of(harmless.text)
    assert "\u202e" not in answer.text


def test_a_title_of_100_kb_leaves_a_page_to_read(crawled: Crawled, visit: Any) -> None:
    crawled.store(article_seen(title="<b>Judul " * 12_000, language="id"))
    page = visit().get(ARTICLE).page
    assert len(page.one("h1").text) == 2_000
    assert page.text.count("<b>Judul") >= 12_000  # all of it is on the page
    assert len(page.one("title").text) < 300
    assert all(len(meta.attributes.get("content", "")) < 500 for meta in page.all("meta"))


def test_a_text_of_2_mb_gives_a_page(crawled: Crawled, visit: Any) -> None:
    crawled.store(article_seen(body="<i>kata</i> " * 160_000, main_span=None))
    crawled.store(article_seen(at=days(1), body="<i>kita</i>\n" * 160_000, main_span=None))
    visitor = visit()
    for address in (ARTICLE, f"{ARTICLE}?version=1", f"{ARTICLE}/changes", f"{ARTICLE}.json"):
        answer = visitor.get(address)
        assert (answer.status, len(answer.text) > 2_000_000) == (200, True)
        assert address.endswith(".json") or "<i>" not in answer.text


@pytest.mark.parametrize("tags", ['"<b>text</b>"', "12", '[["<b>"]]', '{"a": "<b>"}', "[null, true, 1.5]"])
def test_tags_of_any_shape_break_nothing(crawled: Crawled, visit: Any, tags: str) -> None:
    crawled.store(article_seen())
    crawled.archive.db.execute("UPDATE articles SET tags = ?", [tags])
    answer = visit().get(ARTICLE)
    assert (answer.status, answer.page.all("b")) == (200, [])


@pytest.mark.parametrize(
    "evidence",
    ["[]", '"x"', "{}", '{"main_span": "x"}', '{"main_span": [null, 1]}', '{"media": [1, {"url": 5, "caption": []}]}'],
)
def test_evidence_of_any_shape_breaks_nothing(crawled: Crawled, visit: Any, evidence: str) -> None:
    crawled.store(article_seen(), article_seen(at=days(1), title="Dua"))
    for table in ("articles", "article_versions"):
        crawled.archive.db.execute(f"UPDATE {table} SET evidence = ?", [evidence])
    visitor = visit()
    for address in (ARTICLE, f"{ARTICLE}?version=1", f"{ARTICLE}.json"):
        assert visitor.get(address).status == 200
