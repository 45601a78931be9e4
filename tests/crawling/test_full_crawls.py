"""`--full` is a person's order: every article again, also those that no listing names any more."""

from pathlib import Path

from tests.crawling.small_site import NOT_FOUND, SmallSite, crawling


def test_articles_that_no_listing_names_are_read_again_or_found_gone(tmp_path: Path) -> None:
    site = SmallSite()
    with crawling(tmp_path, site) as crawls:
        crawls.run()
        crawls.requested()
        # What is in `gone` has left the listings. Two of the three are really gone; one only stands there no more.
        site.gone = dict.fromkeys((2, 3), NOT_FOUND) | {4: site._article(site.posts[-5])}
        result = crawls.run(full=True)
        asked = [target for target in crawls.requested() if target.startswith("/berita/")]
        assert {f"/berita/{post.number}" for post in site.posts} <= set(asked)
        assert len(asked) == len(set(asked))
        assert result["run"]["gone"] == 2
        gone = crawls.rows("SELECT url FROM articles WHERE gone_at IS NOT NULL ORDER BY url")
        assert [row["url"].rpartition("/")[2] for row in gone] == ["2", "3"]
        # What is gone is not asked for by the next order.
        crawls.run(full=True)
        assert not {"/berita/2", "/berita/3"} & set(crawls.requested())
