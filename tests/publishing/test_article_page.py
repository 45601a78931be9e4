"""The page of an article: what a reader finds on it."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest

from blitar_scraper.addresses import uid_of
from blitar_scraper.items import Media, Problem
from tests.archive.archive_examples import START, Crawled, article_seen, capture, days, entry, gone, listing_seen, url
from tests.publishing.visiting import BASE, Page, Visitor

Visit = Callable[..., Visitor]
UID = uid_of(url("pasar"))
ADDRESS = f"/article/{UID}"
TEXT = "SIARAN PERS\nPasar dibuka pagi ini.\nKios\tHarga\nBeras\t12.000\nWarga senang.\nTelp 123"
SPAN = (12, len(TEXT) - 9)
SECRET = "rahasia"


def withhold(crawled: Crawled, **part: object) -> None:
    article = crawled.archive.find_article(UID)
    assert article is not None
    crawled.archive.withhold(article, reason=SECRET, at=days(20), **part)  # type: ignore[arg-type]


def json_ld(page: Page) -> dict[str, object]:
    data: dict[str, object] = json.loads(page.one("script").text)
    return data


def test_an_article_reads_like_one(crawled: Crawled, visit: Visit) -> None:
    crawled.store(article_seen(body=TEXT, main_span=SPAN, language="id", tags=("pasar", "a&b"), views=1234))
    answer = visit().get(ADDRESS)
    page = answer.page
    assert answer.status == 200
    assert page.one("h1").text == "Wali Kota Resmikan Pasar"
    assert page.one("h1").attributes["lang"] == "id"
    assert page.one("p", class_="byline").folded == "By Admin Kota 1 March 2026 1,234 views"
    assert page.one("p", class_="kicker").folded == "Kota Contoh · BERITA"
    text = page.one("div", class_="article-text")
    assert text.attributes["lang"] == "id"
    before, after = page.all("section", class_="apart")
    assert (before.folded, after.folded) == ("SIARAN PERS", "Telp 123")
    assert [cell.folded for cell in page.all("td")[:4]] == ["Kios", "Harga", "Beras", "12.000"]
    assert "Pasar dibuka pagi ini." in [paragraph.folded for paragraph in page.all("p")]
    assert "/search?q=a%26b" in page.links
    assert url("pasar") in page.links


def test_its_head_tells_programs_what_it_is(crawled: Crawled, visit: Visit) -> None:
    crawled.store(article_seen(body=TEXT, main_span=SPAN, language="id"))
    page = visit().get(ADDRESS).page
    assert page.one("link", rel="canonical").attributes["href"] == f"{BASE}{ADDRESS}"
    assert page.one("meta", name="description").attributes["content"].startswith("Pasar dibuka pagi ini.")
    assert page.one("meta", property="og:title").attributes["content"] == "Wali Kota Resmikan Pasar"
    assert page.one("title").text.startswith("Wali Kota Resmikan Pasar · Kota Contoh")
    data = json_ld(page)
    assert (data["@type"], data["datePublished"], data["archivedAt"]) == (
        "NewsArticle",
        "2026-03-01",
        f"{BASE}{ADDRESS}",
    )


def test_it_speaks_indonesian(crawled: Crawled, visit: Visit) -> None:
    crawled.store(article_seen(published_at="2026-03-01T10:30+07:00", published_precision="minute", views=1234))
    page = visit(language="id").get(ADDRESS).page
    assert page.one("html").attributes["lang"] == "id"
    assert page.one("p", class_="byline").folded == "Oleh Admin Kota 1 Maret 2026, 10.30 WIB 1.234 kali dilihat"


def test_an_article_of_which_nothing_is_known_has_a_page(crawled: Crawled, visit: Visit) -> None:
    nothing = dict.fromkeys(("title", "author", "section", "published_at", "published_precision", "views", "body"))
    crawled.store(article_seen(**nothing, published_raw="Jumat kemarin dulu", main_span=None, evidence={}))
    answer = visit().get(ADDRESS)
    assert answer.status == 200
    assert answer.page.one("h1").text == "Untitled article"
    assert "Date not certain; the page prints “Jumat kemarin dulu”" in answer.page.text
    assert "No text could be read with certainty." in answer.page.text
    assert "it said the same" not in answer.page.text


def test_pictures_are_links_and_never_loaded(crawled: Crawled, visit: Visit) -> None:
    crawled.store(
        article_seen(
            media=(
                Media("image", "https://www.kota-contoh.go.id/foto.jpg", "Wali kota"),
                Media("attachment", "javascript:evil()", "Unduh"),
                Media("attachment", "//other.example/x.pdf"),
            )
        )
    )
    page = visit().get(ADDRESS).page
    assert "https://www.kota-contoh.go.id/foto.jpg" in page.links
    assert page.counts["img"] == page.counts["iframe"] == page.counts["video"] == 0
    assert "javascript:evil() (no web address)" in page.text
    assert not [link for link in page.links if "evil" in link or "other.example" in link]


def test_a_removed_article_says_since_when_and_shows_the_proof(crawled: Crawled, visit: Visit) -> None:
    crawled.store(article_seen(capture_id=capture(crawled, START)))
    crawled.store(gone(at=days(3)))
    proof = capture(crawled, days(3), http_status=404, digest="sha256:" + "9" * 64)
    crawled.archive.db.execute("INSERT INTO article_captures VALUES (1, 1, ?, 'gone')", [proof])
    banner = visit().get(ADDRESS).page.one("aside", class_="gone").folded
    assert "Removed from the site" in banner
    assert "First found so on 5 March 2026, 01:00 UTC: the site says that there is no such page (404)" in banner
    assert f"HTTP 404: {url('pasar')} sha256:{'9' * 64}" in banner


def test_the_history_tells_an_edit_from_a_better_reading(crawled: Crawled, visit: Visit) -> None:
    crawled.store(article_seen(title="Satu"), article_seen(at=days(1), title="Dua", author="oleh Humas"))
    crawled.store(article_seen(at=days(2), title="Dua", author="Humas", parser_version=2))
    page = visit().get(ADDRESS).page
    told = [item.folded for item in page.all("li", class_="version")]
    assert len(told) == 3
    assert "Edited by the government: title, author." in told[0]
    assert "Read better by a newer program as version 3: the government changed nothing." in told[1]
    assert "The first that the archive knows." in told[2]
    assert f"{ADDRESS}/changes?from=1&to=2" in page.links  # as one program read both


def test_a_former_version_is_read_and_cited_as_one(crawled: Crawled, visit: Visit) -> None:
    crawled.store(article_seen(title="Satu", capture_id=capture(crawled, START)))
    crawled.store(article_seen(at=days(1), title="Dua", capture_id=capture(crawled, days(1))))
    page = visit().get(f"{ADDRESS}?version=1").page
    assert page.one("h1").text == "Satu"
    assert "version 1 of 2, as it stood from 2 March 2026, 01:00 UTC until 3 March 2026, 01:00 UTC" in page.text
    assert "“Satu.”" in page.one("p", class_="citation-text").text
    assert "Captured 2026-03-02T01:00:00Z, sha256:" in page.one("p", class_="citation-text").text
    assert page.one("pre").text.startswith(f"@misc{{contoh-{UID}-v1,")
    assert (json_ld(page)["version"], json_ld(page)["archivedAt"]) == (1, f"{BASE}{ADDRESS}?version=1")
    assert page.one("link", rel="canonical").attributes["href"] == f"{BASE}{ADDRESS}"


@pytest.mark.parametrize("number", ["3", "0", "-1", "x", "9" * 400, "١"])
def test_a_version_that_is_not_there_is_not_found(crawled: Crawled, visit: Visit, number: str) -> None:
    crawled.store(article_seen())
    visitor = visit()
    for address in (
        f"{ADDRESS}?version={number}",
        f"{ADDRESS}.json?version={number}",
        f"{ADDRESS}/changes?to={number}",
    ):
        assert visitor.get(address).status == 404


def test_views_are_a_curve_and_a_table(crawled: Crawled, visit: Visit) -> None:
    crawled.store(article_seen(views=1000), listing_seen(entry(views=1300), at=days(2)))
    crawled.store(listing_seen(entry(views=1250), at=days(4)))
    page = visit().get(ADDRESS).page
    assert len(page.all("circle")) == 3
    assert "From 1,000 on 2 March 2026 to 1,250 on 6 March 2026." in page.text
    rows = [row.folded for row in page.all("tr")[1:]]
    assert rows == [
        "2 March 2026, 01:00 UTC 1,000 1",
        "4 March 2026, 01:00 UTC 1,300 +300 1",
        "6 March 2026, 01:00 UTC 1,250 −50 1",
    ]


def test_captures_evidence_and_problems_are_told(crawled: Crawled, visit: Visit) -> None:
    evidence = {
        "title": {
            "from": "heading",
            "raw": "Wali Kota",
            "agree": ["listing"],
            "others": [{"from": "json-ld", "raw": "X"}],
        }
    }
    problem = Problem("date-not-found", "published_at", "tak ada")
    crawled.store(article_seen(capture_id=capture(crawled, START), evidence=evidence, problems=(problem,)))
    text = visit().get(ADDRESS).page.text
    assert "2 March 2026, 01:00 UTC · version 1 · page · HTTP 200" in text
    assert "contoh/contoh-1.warc.gz @ 100" in text
    assert "title heading Wali Kota Others agree: listing Others said: metadata (JSON-LD): X" in text
    assert "No date was found. date-not-found · date: tak ada" in text


def test_neighbours_lead_to_the_articles_before_and_after(crawled: Crawled, visit: Visit) -> None:
    crawled.store(article_seen(), article_seen("lama", title="Lama", published_at="2026-02-01"))
    page = visit().get(ADDRESS).page
    assert f"/article/{uid_of(url('lama'))}" in page.links
    assert (
        "Earlier on this site, 1 February 2026 → Lama".replace(" →", "") in page.one("nav", class_="neighbours").folded
    )


def test_the_uid_of_a_merged_article_leads_on(crawled: Crawled, visit: Visit) -> None:
    crawled.store(article_seen("lama", title="L1"), article_seen("baru", at=days(2), title="B1"))
    crawled.store(article_seen("baru", at=days(4), via=("lama",), title="B3"))
    visitor = visit()
    old, new = uid_of(url("lama")), uid_of(url("baru"))
    for form in ("", ".json", "/changes?from=1"):
        answer = visitor.get(f"/article/{new}{form}")
        assert (answer.status, answer.headers["location"]) == (301, f"/article/{old}{form}")
    assert new in visitor.get(f"/article/{old}").page.text
    assert visitor.get(f"/article/{old.upper()}").headers["location"] == f"/article/{old}"


def test_an_unknown_uid_is_not_found_and_near_ones_are_offered(crawled: Crawled, visit: Visit) -> None:
    crawled.store(article_seen())
    visitor = visit()
    answer = visitor.get(f"/article/{UID[:-1]}0")
    assert (answer.status, ADDRESS in answer.page.links) == (404, True)
    assert visitor.get(f"/article/{UID[:-1]}0.json").json["near"] == [UID]
    withhold(crawled)
    assert ADDRESS not in visitor.get(f"/article/{UID[:-1]}0").page.links


# What is withheld


def test_of_a_withheld_article_a_stub_says_that_it_is_kept(crawled: Crawled, visit: Visit) -> None:
    crawled.store(article_seen(title="Judul asli", author="Penulis asli"))
    withhold(crawled)
    visitor = visit()
    answer = visitor.get(ADDRESS)
    assert answer.status == 410
    assert "This article of Kota Contoh is kept in the archive. Since 22 March 2026 it has been" in answer.page.text
    said = visitor.get(f"{ADDRESS}.json")
    assert (said.status, said.json["withheld_at"]) == (410, "2026-03-22T01:00:00Z")
    for form in ("", ".json", "/changes", "?version=1"):
        text = visitor.get(f"{ADDRESS}{form}").text
        assert not [word for word in ("asli", "berita/pasar", SECRET) if word in text]


@pytest.mark.parametrize("field", ["title", "author", "section", "published_at", "views", "body", "media", "tags"])
def test_a_withheld_field_is_on_no_page_of_the_article(crawled: Crawled, visit: Visit, field: str) -> None:
    values = {
        "title": {"title": "Xyzzy"},
        "author": {"author": "Xyzzy"},
        "section": {"section": "Xyzzy"},
        "published_at": {"published_at": "1997-05-17", "published_raw": "Xyzzy", "published_precision": "day"},
        "views": {"views": 4711},
        "body": {"body": "Xyzzy itu", "main_span": None},
        "media": {"media": (Media("image", "https://www.kota-contoh.go.id/Xyzzy.jpg", "Xyzzy"),)},
        "tags": {"tags": ("Xyzzy",)},
    }[field]
    raw = {"from": "byline", "raw": "Xyzzy | 17 Mei 1997 | 4711x"}
    crawled.store(article_seen(evidence={"author": raw}, **values))
    other = {"title": "Lain"} if field == "section" else {"section": "LAIN"}
    crawled.store(article_seen(at=days(1), evidence={"author": raw}, **values | other))
    visitor = visit()
    words = ("Xyzzy", "1997", "4711", "4,711", SECRET)
    assert [word for word in words if word in visitor.get(ADDRESS).text]
    withhold(crawled, field=field)
    for form in ("", ".json", "/changes", "?version=1"):
        answer = visitor.get(f"{ADDRESS}{form}")
        assert answer.status == 200
        assert not [word for word in words if word in answer.text], form
    assert "withheld from the public" in visitor.get(ADDRESS).page.text


def test_a_withheld_version_is_a_gap_that_says_so(crawled: Crawled, visit: Visit) -> None:
    for day, title in enumerate(("Satu", "Xyzzy", "Tiga")):
        crawled.store(article_seen(at=days(day), title=title, capture_id=capture(crawled, days(day))))
    withhold(crawled, version=2)
    visitor = visit()
    page = visitor.get(ADDRESS).page
    told = [item.folded for item in page.all("li", class_="version")]
    assert "Version 2 Withheld: this version is kept, but not shown." in told[1]
    assert "Compared with version 1, the nearest that may be shown." in told[0]
    assert "versions that are withheld" in visitor.get(f"{ADDRESS}/changes?from=1&to=3").page.text
    assert visitor.get(f"{ADDRESS}?version=2").status == visitor.get(f"{ADDRESS}/changes?to=2").status == 404
    for form in ("", ".json", "/changes", "?version=1", "/changes?from=1&to=3"):
        assert "Xyzzy" not in visitor.get(f"{ADDRESS}{form}").text


def test_a_withheld_present_version_leaves_its_history(crawled: Crawled, visit: Visit) -> None:
    crawled.store(article_seen(title="Satu"), article_seen(at=days(1), title="Xyzzy", body="Xyzzy", main_span=None))
    withhold(crawled, version=2)
    visitor = visit()
    page = visitor.get(ADDRESS).page
    assert page.one("h1").text == "Title withheld"
    assert f"{ADDRESS}?version=1" in page.links
    assert visitor.get(f"{ADDRESS}?version=1").page.one("h1").text == "Satu"
    for form in ("", ".json", "/changes", "?version=1"):
        assert "Xyzzy" not in visitor.get(f"{ADDRESS}{form}").text


# JSON


def test_the_json_has_the_whole_public_history(crawled: Crawled, visit: Visit) -> None:
    crawled.store(article_seen(title="Satu", media=(Media("image", url("a.jpg")),), capture_id=capture(crawled, START)))
    crawled.store(article_seen(at=days(1), title="Dua"))
    answer = visit().get(f"{ADDRESS}.json")
    assert answer.headers["content-type"] == "application/json; charset=utf-8"
    said = answer.json
    assert (said["uid"], said["title"], said["site_name"]) == (UID, "Dua", "Kota Contoh")
    assert [version["version"] for version in said["versions"]] == [1, 2]
    assert said["versions"][1]["changes"] == {"title": [["removed", "Satu"], ["added", "Dua"]]}
    assert said["captures"][0]["warc_file"] == "contoh/contoh-1.warc.gz"
    assert said["withheld_fields"] == said["withheld_versions"] == []
    assert "withholdings" not in said
    assert said["citation"]["bibtex"].startswith(f"@misc{{contoh-{UID},")
