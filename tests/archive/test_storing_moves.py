"""Articles that move, become one with another, go and come back."""

from __future__ import annotations

import pytest
from archive_examples import Crawled, article_seen, days, entry, failed, gone, listing_seen, midnight, url

from blitar_scraper.addresses import uid_of

OTHER_TEXT = "Dinas Kesehatan membagikan masker kepada warga di alun-alun pada hari Minggu."


def test_an_article_that_moves_keeps_its_row_and_uid(crawled: Crawled) -> None:
    first = crawled.store(article_seen("lama"))
    moved = crawled.store(article_seen("baru", at=days(1), via=("lama",), views=12))
    assert (moved.kind, moved.article_id) == ("moved", first.article_id)
    assert crawled.article["url"] == url("baru")
    assert crawled.article["uid"] == uid_of(url("lama"))
    assert crawled.article["version"] == 1
    assert {crawled.page(name)["article_id"] for name in ("lama", "baru")} == {first.article_id}
    assert crawled.due_at("lama") is None  # only the address that answers is looked at again
    assert crawled.due_at("baru") is not None


def test_a_moved_article_is_known_at_either_address_afterwards(crawled: Crawled) -> None:
    crawled.store(article_seen("lama"), article_seen("baru", at=days(1), via=("lama",)))
    assert crawled.store(article_seen("baru", at=days(2))).kind == "unchanged"
    assert crawled.store(article_seen("baru", at=days(3), via=("lama",))).kind == "unchanged"
    assert crawled.values("SELECT COUNT(*) FROM articles") == [1]


def test_an_edit_at_the_same_time_as_a_move_is_a_version(crawled: Crawled) -> None:
    crawled.store(article_seen("lama"))
    assert crawled.store(article_seen("baru", at=days(1), via=("lama",), author="Humas")).kind == "moved"
    assert crawled.values("SELECT version, url, author FROM article_versions") == [(1, url("lama"), "Admin Kota")]
    assert (crawled.article["version"], crawled.article["author"]) == (2, "Humas")
    assert crawled.run["edited"] == 1


def test_a_change_of_spelling_is_no_move(crawled: Crawled) -> None:
    crawled.store(article_seen("pasar"))
    outcome = crawled.store(article_seen("pasar/", at=days(1), via=("pasar",)))
    assert outcome.kind == "unchanged"
    assert crawled.article["url"] == url("pasar/")
    assert crawled.values("SELECT url FROM pages") == [url("pasar/")]  # so that the next request needs no redirect


def test_a_first_reading_through_a_redirect_is_named_by_the_address_asked_for(crawled: Crawled) -> None:
    assert crawled.store(article_seen("panjang", via=("r?id=7",))).kind == "new"
    assert (crawled.article["uid"], crawled.article["url"]) == (uid_of(url("r?id=7")), url("panjang"))
    assert crawled.store(article_seen("panjang", at=days(1))).kind == "unchanged"


def test_two_articles_become_one_when_the_older_redirects_to_the_newer(crawled: Crawled) -> None:
    older = crawled.store(article_seen("lama", views=5))
    newer = crawled.store(article_seen("baru", at=days(1), views=7))
    outcome = crawled.store(article_seen("baru", at=days(2), via=("lama",), views=9))
    assert (outcome.kind, outcome.article_id) == ("moved", older.article_id)
    row = crawled.article  # there is one
    assert (row["uid"], row["url"], row["version"]) == (uid_of(url("lama")), url("baru"), 1)
    assert crawled.values("SELECT views FROM view_counts ORDER BY observed_at") == [5, 7, 9]
    assert crawled.values("SELECT DISTINCT article_id FROM pages") == [older.article_id]
    (found,) = {
        found["id"] for uid in (url("lama"), url("baru")) if (found := crawled.archive.article_by_uid(uid_of(uid)))
    }
    assert found == older.article_id != newer.article_id
    problem = "SELECT problem, detail, article_id, resolved_at FROM problems"
    assert crawled.values(problem) == [
        ("merged-article", uid_of(url("baru")), older.article_id, "2026-03-04T01:00:00Z"),
        ("moved", f"from {url('lama')}", older.article_id, "2026-03-04T01:00:00Z"),
    ]


def test_a_move_that_first_looked_like_a_new_article_is_not_counted_as_one(crawled: Crawled) -> None:
    crawled.store(article_seen("lama"))
    run_id = crawled.run_id = crawled.archive.start_run("contoh", "update", at=days(8), program_version="0")
    twin = crawled.store(article_seen("baru", at=days(8)))  # the new address was on the listing
    assert (twin.kind, twin.twin_url, crawled.run["new"]) == ("new", url("lama"), 1)
    crawled.store(article_seen("baru", at=days(8), via=("lama",)))  # so the crawl asked the old one again
    assert crawled.run["id"] == run_id
    assert (crawled.run["new"], crawled.run["unchanged"]) == (0, 1)
    assert crawled.values("SELECT COUNT(*) FROM articles") == [1]


def test_merging_loses_no_version_of_either(crawled: Crawled) -> None:
    crawled.store(article_seen("lama", title="L1"), article_seen("lama", at=days(1), title="L2"))
    crawled.store(article_seen("baru", at=days(2), title="B1"), article_seen("baru", at=days(3), title="B2"))
    crawled.store(article_seen("baru", at=days(4), via=("lama",), title="B3"))
    history = "SELECT version, title, superseded_by FROM article_history ORDER BY version"
    assert crawled.values(history) == [
        (1, "L1", "edited"),
        (2, "L2", "merged"),
        (3, "B1", "edited"),
        (4, "B2", "edited"),
        (5, "B3", None),
    ]
    changes = "SELECT title_before, title_after FROM edits ORDER BY version"
    assert crawled.values(changes) == [("L1", "L2"), ("B1", "B2"), ("B2", "B3")]  # nobody edited L2 into B1
    crawled.check_search_index()


def test_merging_into_an_older_article_at_the_living_address_keeps_what_stands_there(crawled: Crawled) -> None:
    older = crawled.store(article_seen("tetap", title="T1"), article_seen("tetap", at=days(1), title="T2"))
    crawled.store(article_seen("kopi", at=days(2), title="K1"), article_seen("kopi", at=days(3), title="K2"))
    outcome = crawled.store(article_seen("tetap", at=days(4), via=("kopi",), title="T2"))
    assert (outcome.kind, outcome.article_id) == ("moved", older.article_id)
    history = "SELECT version, title, superseded_by FROM article_history ORDER BY version"
    assert crawled.values(history) == [
        *((1, "T1", "edited"), (2, "T2", "merged"), (3, "K1", "edited"), (4, "K2", "merged"), (5, "T2", None)),
    ]
    assert crawled.values("SELECT title_before, title_after FROM edits") == [("T1", "T2"), ("K1", "K2")]


def test_an_article_merged_twice_is_found_by_each_of_its_uids(crawled: Crawled) -> None:
    for day, name in enumerate(("a", "b", "c")):
        crawled.store(article_seen(name, at=days(day)))
    crawled.store(article_seen("c", at=days(3), via=("b",)), article_seen("c", at=days(4), via=("a",)))
    ids = {crawled.archive.article_by_uid(uid_of(url(name)))["id"] for name in "abc"}  # type: ignore[index]
    assert ids == {1}
    assert crawled.archive.article_by_uid("nosuchuid234") is None


def test_what_was_withheld_stays_withheld_when_merged(crawled: Crawled) -> None:
    crawled.store(article_seen("lama"), article_seen("baru", at=days(1)))
    crawled.archive.db.execute("UPDATE articles SET withheld_at = '2026-03-03T00:00:00Z' WHERE id = 2")
    crawled.store(article_seen("baru", at=days(2), via=("lama",)))
    assert crawled.article["withheld_at"] == "2026-03-03T00:00:00Z"


def test_a_redirect_to_some_other_article_is_a_removal_not_a_move(crawled: Crawled) -> None:
    removed = crawled.store(article_seen("lama"))
    crawled.store(listing_seen(entry("terbaru")))
    outcome = crawled.store(article_seen("terbaru", at=days(1), via=("lama",), title="Masker", body=OTHER_TEXT))
    assert outcome.kind == "new"
    rows = crawled.values("SELECT id, uid, title, gone_reason FROM articles ORDER BY id")
    assert rows == [
        (removed.article_id, uid_of(url("lama")), "Wali Kota Resmikan Pasar", "soft-404"),
        (outcome.article_id, uid_of(url("terbaru")), "Masker", None),
    ]
    assert crawled.page("lama")["article_id"] == removed.article_id
    assert crawled.due_at("lama") == midnight(31)
    assert crawled.run["gone"] == 1


def test_a_redirect_to_a_page_that_no_listing_names_makes_no_article(crawled: Crawled) -> None:
    removed = crawled.store(article_seen("lama"))
    outcome = crawled.store(article_seen("profil", at=days(1), via=("lama",), title="Profil", body=OTHER_TEXT))
    assert (outcome.kind, outcome.article_id) == ("gone", removed.article_id)
    assert crawled.article["gone_reason"] == "soft-404"


def test_an_error_page_at_an_articles_own_address_is_no_edit(crawled: Crawled) -> None:
    crawled.store(article_seen())
    error = article_seen(at=days(1), title="A PHP Error was encountered", body=OTHER_TEXT, author=None)
    assert crawled.store(error).kind == "failed"
    row = crawled.article
    assert (row["title"], row["version"], row["gone_at"]) == ("Wali Kota Resmikan Pasar", 1, None)
    assert "not-this-article" in crawled.values("SELECT problem FROM problems")
    assert crawled.store(article_seen(at=days(2))).kind == "unchanged"


def test_a_removed_article_keeps_everything_but_is_gone(crawled: Crawled) -> None:
    crawled.store(article_seen())
    before = crawled.article
    outcome = crawled.store(gone(at=days(1)))
    assert (outcome.kind, outcome.article_id) == ("gone", before["id"])
    assert crawled.article == {**before, "gone_at": "2026-03-03T01:00:00Z", "gone_reason": "404"}
    assert crawled.page()["http_status"] == 404
    assert crawled.run["gone"] == 1


def test_it_is_gone_since_it_was_first_found_so(crawled: Crawled) -> None:
    crawled.store(article_seen(), gone(at=days(1)), gone(at=days(31), reason="home"))
    assert (crawled.article["gone_at"], crawled.article["gone_reason"]) == ("2026-03-03T01:00:00Z", "404")
    assert crawled.run["gone"] == 1


def test_a_removed_article_is_looked_at_again_after_30_and_180_days_then_yearly(crawled: Crawled) -> None:
    crawled.store(article_seen())
    looks = []
    at = days(1)
    for _ in range(4):
        crawled.store(gone(at=at))
        due = crawled.due_at()
        assert due is not None
        at = due
        looks.append(f"{at:%Y-%m-%d}")
    assert looks == ["2026-04-02", "2026-08-30", "2027-03-03", "2028-03-03"]


@pytest.mark.parametrize("title", ["Wali Kota Resmikan Pasar", "Judul baru"])
def test_an_article_that_comes_back_is_no_longer_gone_and_that_it_was_is_kept(crawled: Crawled, title: str) -> None:
    crawled.store(article_seen(), gone(at=days(1)))
    assert crawled.store(article_seen(at=days(31), title=title)).kind == "back"
    assert (crawled.article["gone_at"], crawled.article["gone_reason"]) == (None, None)
    assert crawled.article["title"] == title
    (noted,) = crawled.rows("SELECT * FROM problems WHERE problem = 'came-back'")
    assert "2026-03-03T01:00:00Z" in noted["detail"]
    assert "404" in noted["detail"]
    assert noted["resolved_at"] == noted["seen_at"] == "2026-04-02T01:00:00Z"


def test_an_old_address_that_dies_does_not_take_the_moved_article_with_it(crawled: Crawled) -> None:
    crawled.store(article_seen("lama"), article_seen("baru", at=days(1), via=("lama",)), gone("lama", at=days(2)))
    assert crawled.article["gone_at"] is None


def test_an_address_that_never_was_an_article_is_a_dead_link(crawled: Crawled) -> None:
    crawled.store(listing_seen(entry("mati")))
    outcome = crawled.store(gone("mati", at=days(1)))
    assert (outcome.kind, outcome.article_id) == ("gone", None)
    assert crawled.values("SELECT COUNT(*) FROM articles") == [0]
    assert crawled.values("SELECT problem, url FROM problems") == [("dead-link", url("mati"))]
    assert crawled.due_at("mati") == midnight(2)
    assert crawled.run["gone"] == 0
    crawled.store(gone("mati", at=days(31)))
    assert crawled.due_at("mati") == midnight(181)
    assert crawled.values("SELECT COUNT(*) FROM problems") == [1]
    crawled.store(article_seen("mati", at=days(181)))
    assert crawled.values("SELECT resolved_at FROM problems") == ["2026-08-30T01:00:00Z"]


def test_a_page_that_fails_is_tried_again_ever_later_but_weekly_at_least(crawled: Crawled) -> None:
    hours = []
    for _ in range(10):
        assert crawled.store(failed()).kind == "failed"
        due = crawled.due_at()
        assert due is not None
        hours.append((due - days(0)).total_seconds() / 3600)
    assert hours == [2, 4, 8, 16, 32, 64, 128, 168, 168, 168]
    assert (crawled.page()["failures"], crawled.page()["http_status"]) == (10, 500)
    assert crawled.run["errors"] == 10
    assert crawled.values("SELECT problem, detail, resolved_at FROM problems") == [("server-error", "HTTP 500", None)]


def test_an_answer_ends_the_failures(crawled: Crawled) -> None:
    crawled.store(failed(), failed(at=days(1)), article_seen(at=days(2)))
    assert (crawled.page()["failures"], crawled.page()["http_status"]) == (0, 200)
    assert crawled.values("SELECT resolved_at FROM problems") == ["2026-03-04T01:00:00Z"]


def test_a_page_that_is_gone_has_answered(crawled: Crawled) -> None:
    crawled.store(article_seen(), failed(at=days(1)), gone(at=days(2)))
    assert crawled.page()["failures"] == 0
    assert crawled.values("SELECT resolved_at FROM problems") == ["2026-03-04T01:00:00Z"]


# A site that has moved all its addresses


def later_run(crawled: Crawled, day: int) -> None:
    crawled.run_id = crawled.archive.start_run("contoh", "update", at=days(day), program_version="0")


def test_what_went_with_its_site_is_known_again_by_its_words(crawled: Crawled) -> None:
    first = crawled.store(article_seen("lama"), gone("lama", at=days(1), reason="moved-site"))
    assert crawled.due_at("lama") == midnight(2)
    later_run(crawled, 2)
    back = crawled.store(article_seen("https://www.kota-contoh.go.id/kabar/1.html", at=days(2), views=12))
    assert (back.kind, back.article_id) == ("back", first.article_id)
    row = crawled.article
    assert (row["uid"], row["url"].rpartition("/")[2], row["gone_at"]) == (uid_of(url("lama")), "1.html", None)
    assert crawled.due_at("lama") is None
    events = crawled.values("SELECT problem FROM problems WHERE article_id = 1 ORDER BY problem")
    assert events == ["came-back", "moved"]


def test_what_was_read_at_its_new_address_first_becomes_one_with_what_is_lost(crawled: Crawled) -> None:
    older = crawled.store(article_seen("lama"), article_seen("surat", title="Surat", body=OTHER_TEXT))
    crawled.store(article_seen("surat", title="Surat", body=OTHER_TEXT))
    later_run(crawled, 2)
    crawled.store(
        article_seen("kabar-1", at=days(2)), article_seen("kabar-2", at=days(2), title="Surat", body=OTHER_TEXT)
    )
    assert crawled.run["new"] == 2
    outcome = crawled.store(gone("lama", at=days(2.1), reason="moved-site"))
    assert (outcome.kind, outcome.article_id) == ("moved", 1)
    rows = crawled.values("SELECT id, uid, url, gone_at, version FROM articles ORDER BY id")
    assert rows == [
        (1, uid_of(url("lama")), url("kabar-1"), None, 1),
        (2, uid_of(url("surat")), url("kabar-2"), None, 1),
    ], "the other one need not be asked for"
    assert older.article_id == 2
    assert crawled.run["new"] == 0 and crawled.run["gone"] == 0
    assert crawled.due_at("surat") is None


def test_of_two_with_the_same_words_nobody_knows_which_has_moved(crawled: Crawled) -> None:
    crawled.store(article_seen("lama"), article_seen("ulang", at=days(0.1)))
    later_run(crawled, 1)
    for name in ("lama", "ulang"):
        crawled.store(gone(name, at=days(1), reason="moved-site"))
    later_run(crawled, 2)
    assert crawled.store(article_seen("kabar-1", at=days(2))).kind == "new"
    assert crawled.values("SELECT COUNT(*) FROM articles") == [3]


def test_what_was_removed_is_not_found_again_under_another_address(crawled: Crawled) -> None:
    crawled.store(article_seen("lama"), gone("lama", at=days(1)))
    later_run(crawled, 2)
    assert crawled.store(article_seen("baru", at=days(2))).kind == "new"
    assert crawled.values("SELECT gone_reason FROM articles ORDER BY id") == ["404", None]


def test_what_is_gone_when_the_rest_of_the_site_is_back_was_removed(crawled: Crawled) -> None:
    crawled.store(article_seen("lama"), gone("lama", at=days(1), reason="moved-site"), gone("lama", at=days(2)))
    row = crawled.article
    assert (row["gone_at"], row["gone_reason"]) == ("2026-03-03T01:00:00Z", "404")
    assert crawled.run["gone"] == 1
