from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from urllib.parse import parse_qs, quote, urlsplit

import pytest

from blitar_scraper.archive import Archive
from blitar_scraper.publishing.plugin.search_page import Asked, asked
from tests.archive.archive_examples import FIRST, SITE, Crawled, article_seen, days
from tests.publishing.sound import faults_of
from tests.publishing.visiting import Page, Visitor


def fill(crawled: Crawled) -> None:
    """45 articles of three years and two sections, all with the word `pasar`; one says `menghargai`."""
    for number in range(45):
        section, year = ("BERITA", "EKONOMI")[number % 2], 2023 + number % 3
        text = f"Isi pasar nomor {number}." + (" Warga menghargai itu." if number == 7 else "")
        crawled.store(
            article_seen(
                f"a{number}",
                title=f"Judul {number}",
                section=section,
                published_at=f"{year}-05-05",
                body=text,
                main_span=None,
            )
        )
    crawled.archive.finish_run(crawled.run_id, at=days(1), status="finished", exit_status=0, stats={})


@pytest.fixture(scope="module")
def reader(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[..., Visitor]]:
    """`reader(language)`: a visitor of an archive so filled, the same one for each language."""
    path = tmp_path_factory.mktemp("found") / "arsip.db"
    with Archive(path) as archive:
        fill(Crawled(archive))
    visitors: dict[str, Visitor] = {}

    def of(language: str = "en") -> Visitor:
        if language not in visitors:
            visitors[language] = Visitor(path, language=language)
        return visitors[language]

    yield of
    for visitor in visitors.values():
        visitor.close()


def hits(page: Page) -> list[str]:
    return [one.folded for one in page.all("h2") if one.folded.startswith("Judul")]


def test_hits_are_marked_where_they_stand(reader) -> None:
    answer = reader().get("/search?q=nomor+12")
    assert hits(answer.page) == ["Judul 12"]
    assert [one.folded for one in answer.page.all("mark")] == ["12", "nomor", "12"]
    assert faults_of(answer) == []


def test_a_word_is_found_in_another_form_and_the_page_says_so(reader) -> None:
    for language, said in (("en", "Also looked for:"), ("id", "Juga dicari:")):
        page = reader(language).get("/search?q=penghargaan").page
        assert hits(page) == ["Judul 7"]
        assert f"{said} penghargaan: menghargai." in page.text


def test_all_hits_are_counted_and_paged_through(reader) -> None:
    visitor = reader()
    page = visitor.get("/search?q=pasar").page
    assert "45 articles found, best first" in page.text
    seen, pages = hits(page), 1
    while following := page.all("a", rel="next"):
        page = visitor.get(following[0].attributes["href"]).page
        seen += hits(page)
        pages += 1
    assert pages == 3
    assert sorted(seen) == sorted(f"Judul {number}" for number in range(45))
    assert page.one("a", rel="prev").attributes["href"] == "/search?q=pasar&page=2"


def test_filters_say_what_they_would_leave_and_leave_it(reader) -> None:
    visitor = reader()
    beside = visitor.get("/search?q=pasar").page.one("nav", class_="filters-beside")
    assert beside.folded == "Year 2025 15 2024 15 2023 15 Section BERITA 23 EKONOMI 22"
    page = visitor.get("/search?q=pasar&year=2024&section=EKONOMI").page
    assert "8 articles found" in page.text
    assert len(hits(page)) == 8
    (chip,) = [link for link in page.all("a") if link.attributes.get("aria-label") == "Remove the filter 2024"]
    assert chip.attributes["href"] == "/search?q=pasar&section=EKONOMI"
    assert {(one.attributes["name"], one.attributes["value"]) for one in page.all("input", type="hidden")} == {
        ("year", "2024"),
        ("section", "EKONOMI"),
    }


def test_without_words_the_articles_of_a_filter_are_listed_newest_first(reader) -> None:
    page = reader().get("/search?year=2025").page
    assert "15 articles found, newest first" in page.text
    assert len(hits(page)) == 15
    assert len(hits(reader().get("/search?site=contoh&page=3").page)) == 5


def test_without_anything_the_page_says_what_can_be_typed(reader) -> None:
    for address in ("/search", "/search?q=", "/search?q=+++", "/search?year=abc&page=x"):
        answer = reader().get(address)
        assert (answer.status, faults_of(answer), hits(answer.page)) == (200, [], [])
        assert "Type one word or several." in answer.page.text


def test_who_finds_nothing_is_told_what_may_help(reader) -> None:
    visitor = reader()
    page = visitor.get("/search?q=%22isi+warga%22&year=2023").page
    assert 'Nothing found for “"isi warga"”.' in page.text
    assert "Leave out the quotation marks" in page.text
    page = visitor.get("/search?q=menghargai&year=2025").page
    assert "Search without filters: 1 article" in page.text
    assert page.all("a", href="/search?q=menghargai")


@pytest.mark.parametrize(("language", "said"), [("en", "Did you mean:"), ("id", "Mungkin maksud Anda:")])
def test_who_mistypes_is_offered_what_a_search_finds(reader, language: str, said: str) -> None:
    page = reader(language).get("/search?q=mengharagi+pasar&year=2025").page
    (meant,) = page.all("a", href="/search?q=menghargai+pasar")
    assert f"{said} menghargai pasar" in page.text
    assert hits(reader(language).get(meant.attributes["href"]).page) == ["Judul 7"]


def test_nothing_is_offered_that_is_withheld_or_for_a_pasted_text(crawled: Crawled, visit) -> None:
    fill(crawled)
    (row,) = crawled.rows("SELECT * FROM articles WHERE url LIKE '%/a7'")
    crawled.archive.withhold(row, reason="privacy", at=days(2))
    visitor = visit()
    assert "menghargai" not in visitor.get("/search?q=mengharagi").page.text
    assert "Did you mean" in visitor.get("/search?q=pasra").page.text
    assert "Did you mean" not in visitor.get("/search?q=pasra+" + "+".join(["pasar"] * 9)).page.text


@pytest.mark.parametrize("typed", ["-kota", "-%22isi+pasar%22", "%3F%21", "%F0%9F%99%82"])
def test_a_search_without_a_word_to_look_for_says_so(reader, typed: str) -> None:
    answer = reader().get(f"/search?q={typed}")
    assert "A search needs a word to look for" in answer.page.text
    assert "Nothing found" not in answer.page.text
    assert faults_of(answer) == []
    assert "memerlukan kata yang dicari" in reader("id").get(f"/search?q={typed}").page.text


def test_what_is_withheld_is_neither_found_nor_counted(crawled: Crawled, visit) -> None:
    fill(crawled)
    (row,) = crawled.rows("SELECT * FROM articles WHERE url LIKE '%/a7'")
    crawled.archive.withhold(row, reason="privacy", at=days(2))
    visitor = visit()
    assert "Nothing found" in visitor.get("/search?q=menghargai").page.text
    assert "44 articles found" in visitor.get("/search?q=pasar").page.text
    assert "44 articles found" in visitor.get("/search?site=contoh").page.text


TYPED = (
    *('"', '""', "'", "*", "pasar*", "^pasar", "title:pasar", "pasar OR", "NEAR(", "(", ")", "-", "--", "-pasar"),
    *("pasar AND NOT", "{title} : x", "\\", "%", "<script>alert(1)</script>", "\x00pasar", "\u202epasar", "🙂"),
    *("x" * 5000, "pasar " * 2000, "pasar\n\tnomor", "ɐ" * 300, "a-b-c-d-e", "2024", "' OR 1=1 --"),
)
NUMBERS = ("0", "-1", "99999999999999999999", "2.5", "x", "٣", "251", "9999")


def test_nothing_that_is_typed_breaks_the_page(reader) -> None:
    visitor = reader()
    asked_for = [f"/search?q={quote(typed)}" for typed in TYPED]
    asked_for += [f"/search?q=pasar&site={quote(typed)}&section={quote(typed)}" for typed in TYPED]
    asked_for += [f"/search?q=pasar&page={quote(number)}" for number in NUMBERS]
    for address in asked_for:
        answer = visitor.get(address)
        assert (address, answer.status, faults_of(answer)) == (address, 200, [])


def test_what_is_asked_is_cut_to_size() -> None:
    question = asked({"q": "x" * 5000, "site": "s" * 5000, "year": "20245", "page": "100000"})
    assert len(question.words) == 400
    assert len(question.site or "") == 200
    assert (question.year, question.page) == (None, 250)


def test_an_address_asks_what_it_was_made_of() -> None:
    question = Asked('"wali kota" & ü=?#', site="a&b", year=2024, section="a b", page=3)
    parts = urlsplit(question.address(page=4))
    assert parts.path == "/search"
    values = {name: value for name, (value,) in parse_qs(parts.query).items()}
    assert asked(values) == replace(question, page=4)
    assert asked({name: value for name, (value,) in parse_qs(urlsplit(question.address()).query).items()}).page == 1


def test_the_same_site_is_named_as_it_is_called(reader) -> None:
    page = reader().get("/search?q=pasar&site=contoh").page
    assert "Site Kota Contoh ×" in page.one("ul", class_="chips").folded
    assert SITE.name in page.one("nav", class_="filters-beside").folded


def test_an_article_without_title_or_date_is_found_and_shown_as_such(crawled: Crawled, visit) -> None:
    crawled.store(article_seen("x", article=replace(FIRST, published_raw=None), title=None, published_at=None))
    page = visit().get("/search?q=dibuka").page
    assert "Untitled article" in page.text
    assert "undated" in page.text
