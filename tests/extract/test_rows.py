"""A listing that is given for an article is said to be one; an article whose heading links to itself is none."""

from datetime import UTC, datetime

import pytest

from blitar_scraper.demo import Request, SampleSite
from blitar_scraper.extract import Page, extract_article
from blitar_scraper.items import Site

SEEN = datetime(2026, 3, 2, 3, tzinfo=UTC)
SITE = Site(id="kota", name="Kota Blitar", home_url="https://www.kota.go.id/", timezone="Asia/Jakarta")


@pytest.mark.parametrize("path", ["/", "/beranda", "/beranda?page=3", "/berita"])
@pytest.mark.parametrize("with_address", [True, False])
def test_a_listing_is_no_article(path, with_address):
    body = SampleSite().respond(Request("GET", path)).body
    reading = extract_article(Page(body, "https://www.kota.go.id" + path if with_address else None), SITE, seen_at=SEEN)
    assert reading.article is None
    assert "is-a-listing" in [problem.problem for problem in reading.problems]


def test_every_article_of_the_sample_site_is_one():
    site = SampleSite()
    for article in site.readable_articles:
        body = site.respond(Request("GET", article.path)).body
        assert extract_article(Page(body), SITE, seen_at=SEEN).article is not None, article.slug
