"""What the sample site answers: listings, article pages, its traps, and the days that pass. No network."""

import re
from html import unescape

import pytest

from blitar_scraper.demo import LAST_DAY, Request, Response, SampleSite
from blitar_scraper.demo.articles import short_date


@pytest.fixture
def site() -> SampleSite:
    return SampleSite()


def get(site: SampleSite, target: str, **headers: str) -> Response:
    return site.respond(Request("GET", target, {"host": "sample.test", **headers}))


def text_of(page: str) -> list[str]:
    """The page's visible lines."""
    page = re.sub(r"(?s)<(script|style)\b.*?</\1>|<!--.*?-->|<head>.*?</head>", "", page)
    lines = unescape(re.sub(r"<[^>]*>", "", re.sub(r"</(p|h\d|div|li|span)>|<br>", "\n", page))).split("\n")
    return [" ".join(line.split()) for line in lines if line.split()]


def listed(page: bytes) -> list[str]:
    """The addresses of the entries of a listing, in order."""
    return re.findall(r'<div class="post-item">\s*<a href="([^"]+)"', page.decode())


def test_listings_show_every_article_ten_a_page_with_the_pinned_one_first(site):
    for path in ("/beranda", "/berita"):
        pages = [listed(get(site, f"{path}?page={number}").body) for number in range(1, 16)]
        assert pages[0][0] == site.pinned.path
        assert [path for page in pages for path in page][1:] == [article.path for article in site.articles]
        assert [len(page) for page in pages[:3]] == [11, 10, 10]


def test_a_page_past_the_end_is_an_empty_list_without_a_next_page(site):
    response = get(site, "/beranda?page=99")
    assert response.status == 200
    assert listed(response.body) == []
    assert b'rel="next"' not in response.body


def test_following_the_next_links_ends_at_the_last_page(site):
    target, seen = "/beranda", []
    while target:
        page = get(site, target).body.decode()
        seen += listed(page.encode())
        match = re.search(r'href="http://sample\.test([^"]+)" rel="next"', page)
        target = match and match[1]
    assert set(seen) == {article.path for article in site.articles}


def test_a_listing_entry_has_the_byline_of_2019(site):
    page = get(site, "/beranda?page=13").body.decode()
    assert "by Admin Kota | 10 May 2019 | 3648x Dilihat" in page


def test_the_known_article_reads_as_the_real_page_did(site):
    lines = text_of(get(site, site.known_article.path).body.decode())
    start, end = lines.index("BERITA"), lines.index("© Copyright 2023 Pemerintah Kota Blitar. All Rights Reserved")
    article = site.known_article
    assert lines[start:end] == [
        "BERITA",
        article.title,
        "Admin Kota",
        "27 Sep 2024",
        "142x",
        "Share",
        *article.body_lines,
        "Berita Populer",
        "Makna Hari Raya Kupatan",
        "by Admin Kota | 13 Jun 2019",
        "KPU Kota Blitar Tetapkan DPT Pemilu 2024",
        "by Admin Kota | 22 Jun 2023",
    ]


def test_every_sound_page_shows_its_title_body_and_byline(site):
    for article in site.articles:
        if article.trap not in (None, "script", "huge", "wrong-charset", "empty"):
            continue
        lines = text_of(get(site, article.path).body.decode())
        assert article.title in lines
        assert set(article.body.replace("\t", "").split("\n")) - {""} <= {line.replace("\t", "") for line in lines}
        assert any(article.author in line for line in lines)
        assert any(short_date(article.published_on) in line for line in lines) == ("undated" not in article.features)


def test_each_request_of_a_page_counts_as_a_view_and_a_listing_does_not(site):
    article = site.known_article
    before = site.views(article)
    get(site, "/beranda")
    get(site, article.path + "/cetak")
    assert site.views(article) == before
    assert [f"{before + n}x" in get(site, article.path).body.decode() for n in (1, 2, 3)] == [True] * 3


def test_visitors_read_as_days_pass(site):
    article = site.known_article
    before = site.views(article)
    site.day = LAST_DAY
    assert site.views(article) > before


def test_the_page_head_prints_the_sites_own_day(site):
    assert "Senin, 2 Maret 2026 | 10:15 WIB" in get(site, "/").body.decode()
    site.day = LAST_DAY
    assert "Selasa, 10 Maret 2026 | 10:15 WIB" in get(site, "/").body.decode()


def test_after_eight_days_the_story_has_happened(site):
    told = site.story
    for published in told.published:
        assert get(site, published.article.path).status == 404
    site.day = LAST_DAY
    listing = [path for number in range(1, 16) for path in listed(get(site, f"/berita?page={number}").body)]
    for published in told.published:
        assert get(site, published.article.path).status == 200
        assert published.article.path in listing
    for edit in told.edited:
        lines = text_of(get(site, edit.after.path).body.decode())
        assert edit.after.title in lines
        assert set(edit.after.body_lines) <= set(lines)
    for move in told.moved:
        answer = get(site, move.before.path)
        assert (answer.status, answer.headers["Location"]) == (301, "http://sample.test" + move.after.path)
        assert move.after.path in listing
        assert move.before.path not in listing
    answers = [get(site, removed.article.path) for removed in told.removed]
    assert [(answer.status, answer.headers.get("Location")) for answer in answers] == [
        (404, None),
        (302, "http://sample.test/"),
    ]
    assert not {removed.article.path for removed in told.removed} & set(listing)


def test_a_moved_article_keeps_its_view_count(site):
    move = site.story.moved[0]
    get(site, move.before.path)
    before = site.views(move.before)
    site.day = LAST_DAY
    assert site.views(move.after) > before


def test_one_page_fails_once_and_then_works(site):
    path = site.traps["error-once"].path
    assert [get(site, path).status for _ in range(3)] == [500, 200, 200]


def test_the_dead_link_is_listed_and_gone(site):
    article = site.traps["dead-link"]
    assert article in site.articles
    assert get(site, article.path).status == 404


def test_hostile_pages_are_as_hostile_as_they_claim(site):
    pages = {trap: get(site, article.path) for trap, article in site.traps.items()}
    assert b"<script>alert(" in pages["script"].body
    assert b'href="javascript:' in pages["script"].body
    assert b"\x00" in pages["broken-bytes"].body
    with pytest.raises(UnicodeDecodeError):
        pages["broken-bytes"].body.decode()
    assert len(pages["huge"].body) > 2_000_000
    assert pages["truncated"].body.endswith(b"<p")
    assert b"</html>" not in pages["truncated"].body
    assert site.traps["empty"].body == ""
    assert pages["binary"].body.startswith(b"\xff\xd8\xff")
    assert pages["binary"].headers["Content-Type"].startswith("text/html")
    assert "iso-8859-1" in pages["wrong-charset"].headers["Content-Type"]
    assert "“Tulisan ini harus terbaca utuh – " in pages["wrong-charset"].body.decode("utf-8")


def test_the_undated_article_shows_no_date_of_its_own(site):
    article = site.with_feature("undated")
    page = get(site, article.path).body.decode()
    assert short_date(article.published_on) not in page
    listing = "".join(get(site, f"/berita?page={number}").body.decode() for number in range(1, 15))
    assert f"by {article.author} | {site.views(article)}x Dilihat" in listing


def test_the_calendar_never_ends(site):
    target, seen = "/agenda", set()
    for _ in range(50):
        assert target not in seen
        seen.add(target)
        target = re.findall(r'href="(/agenda\?bulan=[^"]+)"', get(site, target).body.decode())[-1]


def test_robots_txt_keeps_the_admin_pages_closed_and_the_news_open(site):
    lines = get(site, "/robots.txt").body.decode().splitlines()
    assert "Disallow: /admin" in lines
    assert not any("/berita" in line or line == "Disallow: /" for line in lines)


def test_every_link_of_the_site_to_itself_leads_somewhere(site):
    pages = [get(site, target).body.decode() for target in ("/", "/beranda?page=2", site.articles[0].path)]
    pages.append(get(site, site.articles[-1].path).body.decode())
    links = {unescape(link) for page in pages for link in re.findall(r'(?:href|src)="(/[^"]*)"', page)}
    allowed = {site.traps["dead-link"].path, site.traps["error-once"].path}
    assert len(links) > 30
    assert {get(site, link).status for link in links - allowed} == {200}


def test_an_override_answers_in_place_of_the_site(site):
    site.overrides["/beranda?page=2"] = Response(503, {"Retry-After": "5"}, b"busy")
    assert get(site, "/beranda?page=2").status == 503
    assert get(site, "/beranda?page=3").status == 200


def test_validators_are_sent_only_on_request_and_survive_a_view():
    assert "ETag" not in get(SampleSite(), "/beranda").headers
    site = SampleSite(validators=True)
    path = site.story.edited[0].before.path
    first = get(site, path)
    assert get(site, path, **{"if-none-match": first.headers["ETag"]}).status == 304
    assert get(site, path, **{"if-modified-since": first.headers["Last-Modified"]}).status == 304
    site.day = LAST_DAY
    assert get(site, path, **{"if-none-match": first.headers["ETag"]}).status == 200
    assert get(site, path, **{"if-modified-since": first.headers["Last-Modified"]}).status == 200


def test_a_conditional_date_that_is_none_is_ignored():
    site = SampleSite(validators=True)
    assert get(site, "/beranda", **{"if-modified-since": "kemarin"}).status == 200
