"""The views behind published questions say the right numbers, and nothing that is withheld."""

from __future__ import annotations

from archive_examples import Crawled, article_seen, capture, days, url

from blitar_scraper.archive import withholding
from blitar_scraper.items import Site

TEXT = "Pemerintah kota membuka pendaftaran bantuan modal usaha bagi warga.\n" * 5
OTHER = Site(id="tetangga", name="Kabupaten Tetangga", home_url="https://www.tetangga.go.id/")


def uids(crawled: Crawled) -> dict[str, str]:
    return {address.rsplit("/", 1)[1]: uid for address, uid in crawled.values("SELECT url, uid FROM articles")}


def withhold(crawled: Crawled, name: str, **part: object) -> None:
    (article,) = crawled.rows("SELECT * FROM articles WHERE url = :url", url=url(name))
    with crawled.archive.transaction():
        withholding.withhold(crawled.archive.db, article, reason="x", at="2026-03-09T00:00:00Z", **part)  # type: ignore[arg-type]


def test_articles_share_a_text_whatever_its_line_ends_and_capitals(crawled: Crawled) -> None:
    again = TEXT.upper().replace("\n", " ")
    crawled.store(article_seen("a", title="A", body=TEXT, main_span=None))
    crawled.store(article_seen("b", at=days(2), title="B", body=again, main_span=None))
    crawled.store(article_seen("c", title="C", body=TEXT + "Lain.", main_span=None))
    uid = uids(crawled)
    columns = "SELECT first_uid, uid, articles, sites, spread_at, length FROM shared_texts ORDER BY article_id"
    expected = (2, 1, "2026-03-04T01:00:00Z", len(TEXT.strip()))
    assert crawled.values(columns) == [(uid["a"], uid["a"], *expected), (uid["a"], uid["b"], *expected)]


def test_a_text_is_compared_without_press_release_header_and_to_its_end(crawled: Crawled) -> None:
    head = "SIARAN PERS\n"
    crawled.store(article_seen("a", title="A", body=head + TEXT, main_span=(len(head), len(head) + len(TEXT))))
    crawled.store(article_seen("b", title="B", body=TEXT, main_span=None))
    crawled.store(
        article_seen("c", title="C", body=TEXT[:-3] + "?.\n", main_span=None)
    )  # the same length and beginning
    uid = uids(crawled)
    assert crawled.values("SELECT uid FROM shared_texts ORDER BY article_id") == [uid["a"], uid["b"]]


def test_a_short_text_is_the_same_by_chance(crawled: Crawled) -> None:
    for name in "ab":
        crawled.store(article_seen(name, title=name, body="Foto kegiatan terlampir.", main_span=None))
        crawled.store(article_seen(f"{name}2", title=name, body=None, main_span=None))
    assert crawled.values("SELECT * FROM shared_texts") == []


def test_what_is_withheld_shares_no_text(crawled: Crawled) -> None:
    for name in "abcd":
        crawled.store(article_seen(name, title=name, body=TEXT, main_span=None))
    withhold(crawled, "a")
    withhold(crawled, "b", field="body")
    uid = uids(crawled)
    expected = [(uid["c"], uid["c"], 2), (uid["c"], uid["d"], 2)]
    assert crawled.values("SELECT first_uid, uid, articles FROM shared_texts ORDER BY article_id") == expected


def test_recent_growth_is_that_of_the_last_thirty_days_observed(crawled: Crawled) -> None:
    for day, views in ((0, 10), (31, 50), (40, 65), (60, 80)):
        crawled.store(article_seen(at=days(day), views=views))
    crawled.store(article_seen("sekali", at=days(50), title="Sekali", views=5))
    columns = "SELECT previous_at, observed_at, days, views_before, views, own_fetches, growth FROM recent_growth"
    assert crawled.values(columns) == [("2026-04-02T01:00:00Z", "2026-05-01T01:00:00Z", 29.0, 50, 80, 2, 30)]
    crawled.archive.db.execute("UPDATE sites SET counts_own_fetches = 1")
    assert crawled.values("SELECT growth FROM recent_growth") == [28]
    withhold(crawled, "pasar", field="views")
    assert crawled.values("SELECT * FROM recent_growth") == []


def test_no_capture_of_a_withheld_article_is_named(crawled: Crawled) -> None:
    crawled.archive.put_site(OTHER, at=days(0))
    crawled.store(article_seen("a", title="A"), article_seen("b", title="B", via=("b-lama",)))
    for name in ("a", "b", "b-lama", "lain"):
        capture(crawled, days(0), name)
    assert len(crawled.values("SELECT id FROM public_captures")) == 4
    withhold(crawled, "b")
    assert crawled.values("SELECT url FROM public_captures ORDER BY id") == [url("a"), url("lain")]
