"""Several pieces of work in one process: begun in order, their results in order, none stopped by another's fault."""

import pytest

from blitar_scraper.crawling.process import run
from blitar_scraper.extract.pagination import paging_form
from blitar_scraper.spiders.findings import SourceFound, verified


def work(name, done, error=None):
    """Work that needs no spider."""
    if error is not None:
        raise error
    done.append(name)
    return name
    yield


def test_results_come_in_the_order_of_the_works():
    done = []
    assert run([work(name, done) for name in "abc"], at_once=2) == ["a", "b", "c"]
    assert done == ["a", "b", "c"]


def test_a_fault_is_raised_when_all_others_are_done():
    done = []
    with pytest.raises(OSError, match="disk"):
        run([work("a", done), work("b", done, OSError("disk")), work("c", done)])
    assert done == ["a", "c"]


def test_many_works_that_need_no_spider_are_done_without_end_of_stack():
    done = []
    run([work(number, done) for number in range(3000)])
    assert len(done) == 3000


@pytest.mark.parametrize(
    ("url", "form"),
    [
        ("https://x.go.id/berita?page=2", "?page=N"),
        ("https://x.go.id/page/2/", "/page/N/"),
        ("https://x.go.id/berita/index/10", "/berita/index/N"),
        ("https://x.go.id/index.php?option=com_content&start=40", "?start=N"),
        ("https://x.go.id/semua-berita-hal-2.html", "/semua-berita-hal-N.html"),
        ("https://x.go.id/berita", None),
        (None, None),
    ],
)
def test_how_a_listing_is_paged_is_said_in_a_persons_words(url, form):
    assert paging_form(url) == form


def test_only_sources_that_named_articles_are_kept_and_the_best_listing_first():
    sources = (
        SourceFound("listing", "/", entries=12),
        SourceFound("listing", "/stuck", entries=9, pagination="?page=N", goes_on=False),
        SourceFound("listing", "/berita", entries=9, pagination="?page=N", goes_on=True),
        SourceFound("listing", "/kosong", problem="listing-empty"),
        SourceFound("feed", "/feed", entries=10),
        SourceFound("feed", "/rss", problem="http-404"),
        SourceFound("rest", "/wp-json/wp/v2/posts", problem="http-401"),
        SourceFound("sitemap", "/sitemap.xml", asked=False),
    )
    kept = verified(sources)
    assert kept.start_urls == ("/berita", "/", "/stuck")
    assert kept.settings == {"feeds": ["/feed"]}
