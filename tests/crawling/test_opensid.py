"""A village's site on OpenSID, of which only the address is known: each article once and right, nothing else."""

from collections import Counter

import pytest

from blitar_scraper.demo import serve
from tests.crawling.test_discovery import crawl, requests_of, rows, stored
from tests.served.opensid import village
from tests.served.opensid_themes import THEMES

# Hadakewa prints no count on an article's page; its lists do.
SEVERAL_WAYS = "hadakewa"  # its archive and feed link to articles in ways of their own


@pytest.fixture(params=THEMES)
def name(request):
    return request.param


@pytest.fixture
def site(name):
    return village(THEMES[name], 40, feed_by_id=name == SEVERAL_WAYS)


def test_every_article_is_found_once_and_nothing_else(tmp_path, name, site):
    with serve(site) as server:
        (result,) = crawl(tmp_path / "a.db", server)
        assert (result["status"], result["exit_status"], result["reason"]) == ("finished", 0, None)
        assert Counter(stored(tmp_path / "a.db", server)) == Counter(site.expected)


def test_each_field_is_what_the_village_has(tmp_path, name, site):
    with serve(site) as server:
        crawl(tmp_path / "a.db", server)
        read = rows(tmp_path / "a.db", "SELECT url, title, author, published_at, views, body FROM articles")
        for row in read:
            news = site.news[row["url"].removeprefix(server.url)]
            assert (row["title"], row["author"], row["body"]) == (news.title, news.author, "\n".join(news.body))
            # Esensi prints the day only.
            printed = f"{news.published:%Y-%m-%d}" if name == "esensi" else f"{news.published:%Y-%m-%dT%H:%M:%S}+07:00"
            assert row["published_at"] == printed
            # The headline is no entry of hadakewa's home page, but of its section.
            assert row["views"] == news.views


def test_a_village_costs_few_requests_and_an_update_a_handful(tmp_path, name, site):
    with serve(site) as server:
        crawl(tmp_path / "a.db", server)
        first = len(requests_of(server))
        # The feed of old versions has twenty addresses that redirect.
        assert first <= 40 * 1.5 + (40 if name == SEVERAL_WAYS else 0)
        (result,) = crawl(tmp_path / "a.db", server, now="2026-03-02T09:00:00+00:00")
        assert result["exit_status"] == 0
        assert (result["run"]["new"], result["run"]["edited"], result["run"]["gone"]) == (0, 0, 0)
        assert len(requests_of(server)) <= 12


def test_an_article_published_later_is_found_by_the_update(tmp_path, name, site):
    new = site.posts.pop(next(place for place, post in enumerate(site.posts) if post.path in site.expected))
    with serve(site) as server:
        crawl(tmp_path / "a.db", server)
        site.posts.insert(0, new)
        (result,) = crawl(tmp_path / "a.db", server, now="2026-03-02T09:00:00+00:00")
        assert result["run"]["new"] == 1
        assert new.path in stored(tmp_path / "a.db", server)
