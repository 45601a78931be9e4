"""A feed is read as it is meant, however it is written; what is not certain is absent."""
# ruff: noqa: E501 -- markup reads better unbroken

from __future__ import annotations

import time
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from blitar_scraper.extract.feed import MOST_ENTRIES, extract_feed
from blitar_scraper.extract.page import Page
from blitar_scraper.items import Listing, Site

SITE = Site("x", "Kota X", "https://x.go.id/", "Asia/Jakarta")
SEEN_AT = datetime(2026, 1, 5, 3, 0, tzinfo=UTC)
URL = "https://x.go.id/feed/"


def read(text: str | bytes, url: str | None = URL, content_type: str | None = None, site: Site = SITE) -> Listing:
    body = text.encode() if isinstance(text, str) else text
    return extract_feed(Page(body, url, content_type), site, seen_at=SEEN_AT)


def rss(*items: str, head: str = "<title>Kota X</title>") -> str:
    inner = "".join(f"<item>{item}</item>" for item in items)
    return f'<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"><channel>{head}{inner}</channel></rss>'


def names(listing: Listing) -> set[str]:
    return {problem.problem for problem in listing.problems}


WORDPRESS = """<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"
	xmlns:content="http://purl.org/rss/1.0/modules/content/"
	xmlns:wfw="http://wellformedweb.org/CommentAPI/"
	xmlns:dc="http://purl.org/dc/elements/1.1/"
	xmlns:atom="http://www.w3.org/2005/Atom"
	xmlns:sy="http://purl.org/rss/1.0/modules/syndication/"
	xmlns:slash="http://purl.org/rss/1.0/modules/slash/"
	>
<channel>
	<title>Pemerintah Kabupaten X</title>
	<atom:link href="https://x.go.id/feed/" rel="self" type="application/rss+xml" />
	<link>https://x.go.id</link>
	<lastBuildDate>Fri, 27 Sep 2024 09:00:00 +0000</lastBuildDate>
	<language>id</language>
	<generator>https://wordpress.org/?v=6.5.2</generator>
	<image><url>https://x.go.id/logo.png</url><title>Pemkab X</title><link>https://x.go.id</link></image>
	<item>
		<title>Bupati Resmikan Pasar &#8220;Legi&#8221; &#038; Terminal</title>
		<link>https://x.go.id/2024/09/27/bupati-resmikan-pasar/</link>
		<comments>https://x.go.id/2024/09/27/bupati-resmikan-pasar/#respond</comments>
		<dc:creator><![CDATA[Admin Kominfo]]></dc:creator>
		<pubDate>Fri, 27 Sep 2024 02:30:00 +0000</pubDate>
		<category><![CDATA[Berita Daerah]]></category>
		<guid isPermaLink="false">https://x.go.id/?p=4021</guid>
		<description><![CDATA[<p>X &#8211; Bupati ...</p>]]></description>
		<content:encoded><![CDATA[
<!-- wp:image --><figure><img loading="lazy" src="https://x.go.id/wp-content/uploads/2024/09/pasar.jpg?a=1&amp;b=2" alt=""/></figure>
<p>Isi dengan <a href="https://lain.id/x">tautan</a> dan <title>judul palsu</title>.</p>]]></content:encoded>
		<wfw:commentRss>https://x.go.id/2024/09/27/bupati-resmikan-pasar/feed/</wfw:commentRss>
		<slash:comments>0</slash:comments>
	</item>
	<item>
		<title>Kedua</title>
		<link>https://x.go.id/2024/09/26/kedua/</link>
		<dc:creator><![CDATA[Admin]]></dc:creator>
		<pubDate>Thu, 26 Sep 2024 20:00:00 +0000</pubDate>
		<category><![CDATA[Berita]]></category>
		<category><![CDATA[Stunting]]></category>
		<guid isPermaLink="false">https://x.go.id/?p=4020</guid>
	</item>
</channel>
</rss>"""


def test_wordpress_gives_every_field():
    listing = read(WORDPRESS, content_type="application/rss+xml; charset=UTF-8")
    first, second = listing.entries
    assert first.source == "feed"
    assert first.url == "https://x.go.id/2024/09/27/bupati-resmikan-pasar/"
    assert first.title == "Bupati Resmikan Pasar “Legi” & Terminal"
    assert first.author == "Admin Kominfo"
    assert (first.published_at, first.published_precision) == ("2024-09-27T09:30:00+07:00", "second")
    assert first.published_raw == "Fri, 27 Sep 2024 02:30:00 +0000"
    assert first.section == "Berita Daerah"
    assert first.image_url == "https://x.go.id/wp-content/uploads/2024/09/pasar.jpg?a=1&b=2"
    assert second.published_at == "2024-09-27T03:00:00+07:00"  # the site's day, not Greenwich's
    assert second.section is None  # which of the two is the section is not known
    assert not listing.problems and listing.next_url is None


def test_the_times_of_a_site_without_known_zone_stay_as_printed():
    listing = read(WORDPRESS, site=Site("x", "X", "https://x.go.id/"))
    assert listing.entries[0].published_at == "2024-09-27T02:30:00+00:00"


def test_opensid_with_items_behind_the_channel_and_no_dates():
    listing = read(
        """
<?xml version="1.0" encoding="UTF-8" ?><rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/">
	<channel><title>Desa X</title><link>https://x.go.id/</link><generator>Sistem Informasi Desa</generator></channel>
		<item>
			<title>Musyawarah Desa &amp; Penetapan RKP</title>
			<link>https://x.go.id/first/artikel/97</link>
			<description>X, &lt;p&gt;Musyawarah</description>
		</item>
		<item><title>Dua</title><link>https://x.go.id/first/artikel/96</link></item>
</rss>"""
    )
    assert [(e.url[-3:], e.title, e.published_at) for e in listing.entries] == [
        ("/97", "Musyawarah Desa & Penetapan RKP", None),
        ("/96", "Dua", None),
    ]
    assert not listing.problems


def test_lokomedia_with_texts_that_nobody_escaped():
    listing = read(
        """<?xml version="1.0" encoding="UTF-8"?>
  <rss version="2.0"><channel><title>RSS X</title><link>https://x.go.id</link><language>id-id</language><item>
	<title>Harga < Rp5.000 & Stok Aman</title>
	<link>https://x.go.id/media.php?module=detailberita&id=27&page=2</link>
	<description>$berita=mysql("... where a<b and <br> x > 1"); ?> <p>tidak ditutup</description>
	<pubDate>05 Agustus 2019</pubDate>
	</item><item><title>Kedua</title><link>https://x.go.id/media.php?module=detailberita&amp;id=28</link></item></channel></rss>"""
    )
    first, second = listing.entries
    assert first.url == "https://x.go.id/media.php?module=detailberita&id=27&page=2"
    assert first.title == "Harga < Rp5.000 & Stok Aman"
    assert (first.published_at, first.published_precision) == ("2019-08-05", "day")
    assert second.url.endswith("?module=detailberita&id=28")
    assert not listing.problems


RDF = """<?xml version="1.0" encoding="utf-8"?>
<rdf:RDF xmlns="http://purl.org/rss/1.0/" xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:d="http://purl.org/dc/elements/1.1/">
<channel rdf:about="https://x.go.id"><title>X</title><link>https://x.go.id</link>
<items><rdf:Seq><rdf:li rdf:resource="https://x.go.id/berita/satu"/></rdf:Seq></items></channel>
<item rdf:about="https://x.go.id/berita/satu"><title>Satu</title><link>https://x.go.id/berita/satu</link>
<d:date>2024-09-27T10:30:00+07:00</d:date><d:creator>Humas</d:creator></item></rdf:RDF>"""


def test_rss_1_with_a_prefix_of_its_own():
    (entry,) = read(RDF).entries
    assert (entry.title, entry.author, entry.published_at) == ("Satu", "Humas", "2024-09-27T10:30:00+07:00")


def test_rss_with_a_prefix_for_its_own_elements():
    text = RDF.replace(
        'xmlns="http://purl.org/rss/1.0/"',
        'xmlns:r="http://purl.org/rss/1.0/" xmlns:s="http://purl.org/rss/1.0/modules/slash/"',
    )
    for name in ("channel", "items", "item", "title", "link"):
        text = text.replace(f"<{name}", f"<r:{name}").replace(f"</{name}", f"</r:{name}")
    (entry,) = read(text.replace("<d:date>", "<s:title>x</s:title><d:date>")).entries
    assert (entry.title, entry.url) == ("Satu", "https://x.go.id/berita/satu")


def test_rss_0_91_has_titles_and_links_only():
    listing = read(
        '<rss version="0.91"><channel><title>X</title><item><title>A</title><link>/berita/a</link></item></channel></rss>'
    )
    assert [entry.url for entry in listing.entries] == ["https://x.go.id/berita/a"]


ATOM = """<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://x.go.id/blog/">
  <title>X</title><link rel="self" href="/feed.atom"/><link rel="next" href="/feed.atom?page=2&amp;n=10"/>
  <entry><title type="html">Jalan &lt;b&gt;Rusak&lt;/b&gt; &amp;amp; Banjir</title>
    <link rel="replies" href="/satu#comments"/><link rel="alternate" type="application/pdf" href="satu.pdf"/>
    <link rel="alternate" type="text/html" href="satu"/><id>urn:1</id>
    <published>2024-09-27T03:30:00Z</published><updated>2024-09-28T01:00:00Z</updated>
    <author><name> <![CDATA[Siti Aminah]]></name><email>s@x.go.id</email></author>
    <category term="berita" label="Berita"/>
    <source><title>Sumber lain</title><link href="https://lain.id/"/></source></entry>
  <entry><title>Dua</title><link>https://x.go.id/dua</link><id>https://x.go.id/id-dua</id><updated>Fri, 27 Sep 2024 09:00:00 +0700</updated></entry>
</feed>"""


def test_atom_tells_publication_from_change():
    listing = read(ATOM)
    first, second = listing.entries
    assert first.url == "https://x.go.id/blog/satu"
    assert first.title == "Jalan Rusak & Banjir"
    assert first.author == "Siti Aminah"
    assert first.section == "Berita"
    assert first.published_at == "2024-09-27T10:30:00+07:00"
    assert first.modified_at == "2024-09-28T08:00:00+07:00"
    assert second.url == "https://x.go.id/dua"  # spatie/laravel-feed once wrote the address as text
    assert second.published_at is None and second.modified_at == "2024-09-27T09:00:00+07:00"
    assert listing.next_url == "https://x.go.id/feed.atom?page=2&n=10"


def test_a_next_part_on_another_site_or_the_same_page_again_is_none():
    for href in ("https://lain.id/feed?page=2", URL):
        assert read(ATOM.replace("/feed.atom?page=2&amp;n=10", href)).next_url is None


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("Wed, 02 Oct 2024 08:00:00 +0000", "2024-10-02T15:00:00+07:00"),
        ("Rab, 02 Okt 2024 08:00:00 +0700", "2024-10-02T08:00:00+07:00"),
        ("2024-10-02 08:00:00", "2024-10-02T08:00:00+07:00"),
        ("2014-05-01T08:00:00.000-07:00", "2014-05-01T22:00:00+07:00"),  # Blogger, left at California
        ("05 Agustus 2019", "2019-08-05"),
        ("Senin, 05 Agustus 2019 | 10:30 WIB", "2019-08-05T10:30+07:00"),
    ],
)
def test_dates_as_feeds_print_them(raw: str, expected: str):
    (entry,) = read(rss(f"<link>/a</link><pubDate>{raw}</pubDate>")).entries
    assert (entry.published_at, entry.published_raw) == (expected, raw)


@pytest.mark.parametrize(
    "raw",
    [
        "besok pagi-pagi",
        "Thu, 01 Jan 1970 07:00:00 +0700",
        "Wed, 30 Nov -0001 00:00:00 +0000",
        "0000-00-00 00:00:00",
        "31 Februari 2024",
        "1 - 3 Maret 2024",
        "x" * 5000,
    ],
)
def test_a_date_that_is_not_certain_is_absent_and_a_problem(raw: str):
    listing = read(rss(f"<link>/a</link><pubDate>{raw}</pubDate>", "<link>/b</link><pubDate>1 Mei 2024</pubDate>"))
    first, second = listing.entries
    assert first.published_at is None and first.published_precision is None and first.published_raw == raw
    assert second.published_at == "2024-05-01"
    (problem,) = listing.problems
    assert (problem.problem, problem.field) == ("date-unreadable", "published_at")


@pytest.mark.parametrize("element", ["<pubDate></pubDate>", "<pubDate/>", ""])
def test_a_missing_date_is_no_problem(element: str):
    listing = read(rss(f"<link>/a</link>{element}"))
    assert listing.entries[0].published_at is None and not listing.problems


def test_midnight_everywhere_is_a_day_without_time():
    days = [f"<link>/{day}</link><pubDate>Tue, 0{day} Oct 2024 00:00:00 +0000</pubDate>" for day in (1, 8)]
    assert [entry.published_at for entry in read(rss(*days)).entries] == ["2024-10-01", "2024-10-08"]
    days.append("<link>/9</link><pubDate>Tue, 08 Oct 2024 04:05:06 +0000</pubDate>")
    assert read(rss(*days)).entries[1].published_at == "2024-10-08T07:00:00+07:00"


def test_the_time_of_the_request_is_no_date_of_publication():
    now = "Mon, 05 Jan 2026 10:00:05 +0700"
    listing = read(rss(*(f"<link>/{n}</link><pubDate>{now}</pubDate>" for n in "ab")))
    assert [entry.published_at for entry in listing.entries] == [None, None]
    assert names(listing) == {"date-of-request"}
    alone = read(rss(f"<link>/a</link><pubDate>{now}</pubDate>", "<link>/b</link><pubDate>1 Mei 2024</pubDate>"))
    assert alone.entries[0].published_at == "2026-01-05T10:00:05+07:00"


@pytest.mark.parametrize(
    ("markup", "title"),
    [
        ("<![CDATA[Pasar & <b>Terminal</b>]]>", "Pasar & Terminal"),
        ("Pasar &amp;amp; Terminal", "Pasar & Terminal"),
        ("Pasar &amp;lt;b&amp;gt;Baru&amp;lt;/b&amp;gt;", "Pasar Baru"),
        ("<![CDATA[Kota &#8220;X&#8221; &amp; Y]]>", "Kota “X” & Y"),
        ("Q&A: Warga & Wali Kota&nbsp;Bicara", "Q&A: Warga & Wali Kota Bicara"),
        ("\n  Judul\n  <br/>dua baris ", "Judul dua baris"),
        ("Stok <5.000 dan >3.000", "Stok <5.000 dan >3.000"),
        ("<![CDATA[]]>", None),
        ("x" * 501, None),
    ],
)
def test_titles_are_plain_text(markup: str, title: str | None):
    (entry,) = read(rss(f"<title>{markup}</title><link>/a</link>")).entries
    assert entry.title == title


def test_a_title_within_another_vocabulary_is_not_the_entrys():
    item = '<media:content url="a.jpg" medium="image"><media:title>Foto</media:title></media:content><title>Judul</title><link>/a</link>'
    (entry,) = read(rss(item)).entries  # the prefix is not declared: that happens
    assert (entry.title, entry.image_url) == ("Judul", "https://x.go.id/feed/a.jpg")


@pytest.mark.parametrize(
    ("markup", "author"),
    [
        ("<author>humas@x.go.id (Humas Setda)</author>", "Humas Setda"),
        ("<author>humas@x.go.id</author>", None),
        ("<dc:creator>Didik</dc:creator><author>a@b.c (Lain)</author>", "Didik"),
        ("<author><name>Siti</name><uri>https://x.go.id</uri></author>", "Siti"),
    ],
)
def test_an_author_is_a_name(markup: str, author: str | None):
    assert read(rss(f"<link>/a</link>{markup}")).entries[0].author == author


@pytest.mark.parametrize(
    ("markup", "url"),
    [
        ("<guid>https://x.go.id/berita/a</guid>", "https://x.go.id/berita/a"),
        ('<guid isPermaLink="true">https://x.go.id/berita/a</guid>', "https://x.go.id/berita/a"),
        ("<link></link><guid>https://x.go.id/berita/a</guid>", "https://x.go.id/berita/a"),
        ("<link><![CDATA[ https://x.go.id/b?a=1&b=2 ]]></link>", "https://x.go.id/b?a=1&b=2"),
        ("<link>https://x.go.id/b?a=1&amp;amp;b=2</link>", "https://x.go.id/b?a=1&b=2"),
        ('<atom:link href="https://x.go.id/a" rel="alternate"/>', "https://x.go.id/a"),
        (
            "<link>https://feedproxy.google.com/~r/1</link><feedburner:origLink>https://x.go.id/a</feedburner:origLink>",
            "https://x.go.id/a",
        ),
        ("<link>berita/a.html</link>", "https://x.go.id/feed/berita/a.html"),
    ],
)
def test_addresses_as_feeds_give_them(markup: str, url: str):
    assert [entry.url for entry in read(rss(f"<title>A</title>{markup}")).entries] == [url]


def test_entries_without_an_address_of_their_own_are_left_out():
    listing = read(
        rss(
            '<title>A</title><guid isPermaLink="false">https://x.go.id/?p=1</guid>',
            "<link>https://x.go.id/</link>",
            "<link>https://lain.go.id/berita/a</link>",
            "<link>javascript:void(0)</link>",
            "<link>/a</link>",
            "<link>https://www.x.go.id/a/</link>",
        )
    )
    assert [entry.url for entry in listing.entries] == ["https://x.go.id/a"]


def test_a_feed_that_names_only_another_site_says_so():
    listing = read(rss("<link>http://localhost/lokomedia/berita/a</link>"))
    assert not listing.entries and names(listing) == {"off-site"}


@pytest.mark.parametrize(
    "before", ["\n\n ", "\ufeff", "\ufeff\n", "<br />\n<b>Warning</b>: mysql in <b>/rss.php</b><br />\n"]
)
def test_what_stands_before_a_feed_does_no_harm(before: str):
    assert len(read(before + WORDPRESS).entries) == 2


def test_the_real_encoding_counts():
    text = rss("<title>Caf\xe9 “Blitar”</title><link>/a</link>")
    for encoding in ("windows-1252", "utf-16"):
        assert read(text.replace("UTF-8", encoding).encode(encoding)).entries[0].title == "Caf\xe9 “Blitar”"
    assert read(text.encode(), content_type="text/xml; charset=iso-8859-1").entries[0].title == "Caf\xe9 “Blitar”"


def test_characters_that_cannot_be_read_are_a_problem():
    text = rss("<title>Caf\xe9</title><link>/a</link>")
    assert names(read(text.encode("windows-1252"))) == {"bytes-undecodable"}


def test_a_feed_cut_in_the_middle_keeps_its_whole_entries():
    cut = WORDPRESS[: WORDPRESS.index("<title>Kedua") + 11]
    listing = read(cut)
    assert len(listing.entries) == 1 and names(listing) == {"feed-cut"}


def test_an_entry_without_end_does_not_take_the_next_with_it():
    text = rss("<link>/a</link>", "<link>/b</link>", "<link>/c</link>").replace("/b</link></item>", "/b</link>")
    listing = read(text)
    assert [entry.url[-2:] for entry in listing.entries] == ["/a", "/c"]
    assert names(listing) == {"feed-cut"}


@pytest.mark.parametrize(
    "text",
    [
        "",
        "   ",
        "<!DOCTYPE html><html><head><title>Beranda</title></head><body><rss><item><link>/a</link></item></rss></body></html>",
        '<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><url><loc>https://x.go.id/a</loc></url></urlset>',
        '{"items": []}',
        "GIF89a\x00\x01",
    ],
)
def test_what_is_no_feed_says_so(text: str):
    listing = read(text)
    assert not listing.entries and names(listing) == {"not-a-feed"}


@pytest.mark.parametrize(
    "title", ["Comments on: Judul", "Komentar untuk Kota X", "Comments for Kota X", "Komentar di: Judul"]
)
def test_comments_are_not_news(title: str):
    listing = read(rss("<link>/a/#comment-1</link>", head=f"<title>{title}</title>"))
    assert not listing.entries and names(listing) == {"not-a-feed"}


def test_comments_are_told_by_their_address_too():
    assert not read(WORDPRESS, "https://x.go.id/comments/feed/").entries
    assert read(WORDPRESS, "https://x.go.id/feed/").entries


def test_an_empty_feed_is_a_feed():
    assert read(rss()) == Listing(())


def test_nothing_is_expanded_or_fetched():
    entities = "".join(f'<!ENTITY l{n + 1} "{f"&l{n};" * 10}">' for n in range(9))
    bomb = f'<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY l0 "lol"><!ENTITY x SYSTEM "file:///etc/passwd">{entities}]>'
    listing = read(bomb + rss("<title>&l9; &x;</title><link>/a</link>"))
    assert listing.entries[0].title == "&l9; &x;"


HOSTILE = {
    "items without end": "<rss>" + "<item>" * 400_000,
    "items in items": "<rss>" + "<item><link>/a</link>" * 200_000 + "</item>" * 200_000,
    "deep": "<rss><item>" + "<title>" * 400_000 + "</title>" * 400_000,
    "open tags": "<rss" + " <rss" * 600_000,
    "comments": "<rss>" + "<!--" * 500_000 + "-->" * 100_000,
    "one long tag": "<rss " + "a" * 3_000_000 + ">",
    "attributes": "<rss><item><link " + "a=" * 1_000_000 + "/></item></rss>",
    "mailboxes": "<rss><item><link>/a</link><author>" + "a@" * 1_000_000 + "</author></item></rss>",
    "images": "<rss><item><link>/a</link><description>" + "<img " * 500_000 + "</description></item></rss>",
    "entities": "<rss><item><link>/a</link><title>" + "&a" * 1_000_000 + "</title></item></rss>",
    "endless CDATA": "<rss>" + "<item><title><![CDATA[" * 150_000,
    "entries": rss(*(f"<link>/{n}</link><pubDate>1 Mei 2024</pubDate>" for n in range(30_000))),
    "dates": rss(*(f"<link>/{n}</link><pubDate>tanggal {n}</pubDate>" for n in range(5_000))),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_no_feed_takes_long(name: str):
    started = time.process_time()
    listing = read(HOSTILE[name])
    assert time.process_time() - started < 5
    assert len(listing.entries) <= MOST_ENTRIES


PIECES = st.sampled_from(
    "<rss> </rss> <feed> <item> </item> <entry> </entry> <title> </title> <link> </link> /a <link/> <link\xa0href='/b'/> <pubDate>"
    " </pubDate> 1\xa0Mei\xa02024 <![CDATA[ ]]> <!-- --> &amp; & &#0; &#xd800; \x00 <dc:creator> </dc:creator> <author> <name> <category/>"
    " <guid> </guid> xmlns:a='::' 9999-12-31T23:59:59Z 0001-01-01T00:00:00+14:00 <description> </description>".split(
        " "
    )
)
TEXTS = st.lists(PIECES | st.text(max_size=10), max_size=60).map(" ".join)


@settings(max_examples=300, deadline=None)
@given(
    text=TEXTS | TEXTS.map(lambda text: "<rss><item><link>/a</link>" + text + "</item>"),
    url=st.sampled_from([URL, None]),
)
def test_no_text_raises(text: str, url: str | None):
    listing = read(text.encode("utf-8", "surrogatepass"), url)
    assert all(entry.url.startswith("https://x.go.id/") for entry in listing.entries)


@settings(max_examples=100, deadline=None)
@given(body=st.binary(max_size=300))
def test_no_bytes_raise(body: bytes):
    read(body)
    read(b"<rss><item><link>/a</link>" + body + b"</item></rss>")
