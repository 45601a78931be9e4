"""How far a listing is read: never too short after an interruption, an error page or a late date; never twice."""

import json

import pytest

from blitar_scraper.demo import Response
from tests.crawling.test_troubles import page

MENU = "".join(f'<a href="/{name}">{name}</a>' for name in ("profil", "layanan", "ppid", "kontak", "galeri"))
FOUND = "<html><body><nav>{menu}</nav><h1>{title}</h1><p>by Admin | {date} | 5x Dilihat</p><p>{text}</p></body></html>"


def article(path: str, date: str = "10 May 2019") -> Response:
    text = f"Kota Blitar – Kegiatan {path} diikuti warga dari seluruh kelurahan dan berlangsung meriah sejak pagi hari."
    return page(FOUND.format(menu=MENU, title=f"Berita tentang kegiatan {path[-3:]} warga", date=date, text=text))


def dated_listing(entries: list[tuple[str, str]], next_path: str | None = None) -> Response:
    items = "".join(
        f'<div><h4><a href="{path}">Berita tentang kegiatan {path[-3:]} warga</a></h4>'
        f"<p>by Admin | {date} | 5x Dilihat</p></div>"
        for path, date in entries
    )
    following = f'<a rel="next" href="{next_path}">»</a>' if next_path else ""
    return page(f"<html><body><nav>{MENU}</nav>{items}{following}</body></html>")


@pytest.fixture
def small(crawls):
    """A site of 25 articles on three listing pages, all in overrides: small(n) puts n newer ones in front."""
    crawls.start_paths = ["/beranda"]
    overrides = crawls.server.site.overrides

    def lay(newer: int = 0, skip: tuple[int, ...] = ()) -> None:
        numbers = [number for number in range(25 + newer, 0, -1) if number not in skip]
        # The newest of the first 25 is of 25 February; later ones go on from there.
        dates = {number: f"{(number - 1) % 28 + 1:02d} {'Feb' if number <= 28 else 'Mar'} 2026" for number in numbers}
        pages = [numbers[start : start + 10] for start in range(0, len(numbers), 10)]
        for place, shown in enumerate(pages, 1):
            path = "/beranda" if place == 1 else f"/beranda?page={place}"
            following = f"/beranda?page={place + 1}" if place < len(pages) else None
            overrides[path] = dated_listing([(f"/berita/n-{number:03d}", dates[number]) for number in shown], following)
        for number in numbers:
            overrides[f"/berita/n-{number:03d}"] = article(f"/berita/n-{number:03d}", dates[number])

    lay()
    crawls.lay = lay
    return crawls


def stored(crawls) -> set[str]:
    return {row["url"].rsplit("/", 1)[1] for row in crawls.rows("SELECT url FROM articles")}


def listings(crawls, result) -> list[dict]:
    sources = json.loads(result["run"]["stats"])["listings"]
    return [source for source in sources if source["kind"] == "listing"]


def test_a_run_with_since_does_not_hide_what_it_left_out(small):
    small.run()
    small.lay(15)
    result = small.run(since="2026-03-05")
    assert (result["run"]["status"], result["exit_status"]) == ("cut", 0)
    small.run()
    assert len(stored(small)) == 40


def test_an_error_page_in_the_middle_does_not_end_the_backfill(small):
    good = small.server.site.overrides["/beranda?page=2"]
    small.server.site.overrides["/beranda?page=2"] = page(
        "<html><body><h1>A Database Error Occurred</h1></body></html>"
    )
    result = small.run()
    assert result["exit_status"] == 3
    assert small.rows("SELECT backfilled_at FROM sites") == [{"backfilled_at": None}]
    small.server.site.overrides["/beranda?page=2"] = good
    assert small.run()["exit_status"] == 0
    assert len(stored(small)) == 25


def test_an_empty_last_page_of_the_same_site_ends_the_listing(small):
    overrides = small.server.site.overrides
    overrides["/beranda?page=3"] = dated_listing(
        [(f"/berita/n-{n:03d}", f"{n:02d} Feb 2026") for n in (5, 4, 3, 2, 1)], "/beranda?page=4"
    )
    overrides["/beranda?page=4"] = dated_listing([])
    result = small.run()
    assert (result["run"]["status"], result["exit_status"]) == ("finished", 0)


def test_a_next_link_past_the_last_page_ends_the_listing(small):
    overrides = small.server.site.overrides
    overrides["/beranda?page=3"] = dated_listing(
        [(f"/berita/n-{n:03d}", f"{n:02d} Feb 2026") for n in (5, 4, 3, 2, 1)], "/beranda?page=4"
    )
    overrides["/beranda?page=4"] = page("tidak ada", 404)
    assert small.run()["run"]["status"] == "finished"


def test_news_with_a_date_of_some_days_ago_is_found_behind_a_known_page(small):
    small.run()
    overrides = small.server.site.overrides
    # Ten of the last two days stand on the first page and are known; the late one comes after them.
    fresh = [(f"/berita/f-{n:03d}", "02 Mar 2026") for n in range(10)]
    old = [(f"/berita/n-{n:03d}", f"{n:02d} Feb 2026") for n in range(25, 16, -1)]
    for path, date in fresh:
        overrides[path] = article(path, date)
    overrides["/beranda"] = dated_listing(fresh, "/beranda?page=2")
    overrides["/beranda?page=2"] = dated_listing(old, "/beranda?page=3")
    small.run()
    overrides["/berita/late-001"] = article("/berita/late-001", "01 Mar 2026")
    overrides["/beranda?page=2"] = dated_listing([("/berita/late-001", "01 Mar 2026"), *old], "/beranda?page=3")
    small.run()
    assert "late-001" in stored(small)


def test_one_listing_at_two_addresses_is_paged_once(crawls):
    crawls.start_paths = ["/beranda", "/berita"]
    result = crawls.run()
    pages = [
        target for target in crawls.requested() if target.startswith(("/beranda", "/berita?")) or target == "/berita"
    ]
    assert len(pages) == 14 + 2
    assert sorted(chain["ended"] for chain in listings(crawls, result)) == ["end", "twin"]


def test_a_start_address_that_does_not_exist_holds_up_nothing(small):
    small.start_paths = ["/beranda", "/tidak-ada"]
    small.server.site.overrides["/tidak-ada"] = page("tidak ada", 404)
    result = small.run()
    assert (result["run"]["status"], result["exit_status"]) == ("finished", 0)
    assert small.rows("SELECT backfilled_at FROM sites")[0]["backfilled_at"]


def test_a_start_address_that_always_fails_holds_up_only_the_first_crawls(small):
    small.start_paths = ["/beranda", "/arsip"]
    small.server.site.overrides["/arsip"] = page("kesalahan", 403)
    statuses = [small.run()["exit_status"] for _ in range(4)]
    assert statuses == [3, 3, 3, 0]


def test_what_the_listing_skips_is_looked_at(small):
    small.run()
    small.server.site.day = 1
    small.lay(1, skip=(20,))
    small.server.site.overrides["/berita/n-020"] = page("tidak ada", 404)
    small.run()
    (row,) = small.rows("SELECT gone_reason FROM articles WHERE url LIKE '%n-020'")
    assert row["gone_reason"] == "404"


def test_a_second_listing_of_other_things_makes_no_needless_looks(small):
    overrides = small.server.site.overrides
    small.start_paths = ["/beranda", "/pilihan"]
    chosen = [(f"/berita/p-{n:03d}", "10 May 2019") for n in range(5)]
    overrides["/pilihan"] = dated_listing(chosen)
    for path, date in chosen:
        overrides[path] = article(path, date)
    small.run()
    small.requested()
    small.run()
    assert sorted(small.requested()) == ["/beranda", "/pilihan", "/robots.txt"]
