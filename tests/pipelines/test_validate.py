"""The rules of a record: what breaks one becomes null, with a problem, and the rest is kept."""

import dataclasses
from datetime import UTC, datetime

import pytest

from blitar_scraper.items import Article, ArticleSeen, Fetch, Reading, Site, check_article
from blitar_scraper.pipelines.validate import ValidatePipeline

HOME = "https://www.kota.go.id/"
SEEN = datetime(2024, 9, 28, 3, tzinfo=UTC)
GOOD = Article(
    site="kota",
    url="https://www.kota.go.id/berita/a",
    title="Panen Raya",
    author="Admin",
    published_at="2024-09-27",
    published_precision="day",
    views=3,
    image_url="https://www.kota.go.id/a.jpg",
    body="Teks.",
)


def test_a_good_record_passes_unchanged():
    assert check_article(GOOD, HOME, SEEN) == (GOOD, [])


@pytest.mark.parametrize(
    ("field", "value", "problem"),
    [
        ("title", "   ", "empty-title"),
        ("title", "x" * 501, "title-too-long"),
        ("author", "", "empty-author"),
        ("published_at", "2024-10-01", "date-in-future"),
        ("published_at", "1989-12-31", "date-too-early"),
        ("published_at", "2024-02-30", "date-impossible"),
        ("published_at", "kemarin", "date-malformed"),
        ("published_at", "2024-09-01/2024-09-03", "date-malformed"),
        ("modified_at", "2030-01-01", "date-in-future"),
        ("dateline_date", "1945-08-17", "date-too-early"),
        ("views", -1, "views-negative"),
        ("image_url", "gambar.jpg", "address-not-absolute"),
        ("url", "https://other.go.id/berita/a", "address-not-on-site"),
    ],
)
def test_what_breaks_a_rule_is_null_with_a_problem_and_the_rest_stays(field, value, problem):
    article, problems = check_article(dataclasses.replace(GOOD, **{field: value}), HOME, SEEN)
    assert getattr(article, field) is None
    assert [(found.field, found.problem) for found in problems] == [(field, problem)]
    assert article.body == GOOD.body


def test_a_rejected_date_takes_its_precision_with_it():
    article, _ = check_article(dataclasses.replace(GOOD, published_at="2031-01-01"), HOME, SEEN)
    assert article.published_precision is None


def test_tomorrow_is_allowed_for_a_site_whose_clock_is_off():
    tomorrow = dataclasses.replace(GOOD, published_at="2024-09-29T00:10+07:00", published_precision="minute")
    assert check_article(tomorrow, HOME, SEEN)[1] == []


def test_the_pipeline_adds_the_problems_to_the_reading():
    site = Site(id="kota", name="Kota", home_url=HOME)
    fetch = Fetch(GOOD.url, GOOD.url, SEEN, 200)
    item = ArticleSeen(site, fetch, Reading(dataclasses.replace(GOOD, views=-5)))
    checked = ValidatePipeline().process_item(item)
    assert checked.reading.article.views is None
    assert [problem.problem for problem in checked.reading.problems] == ["views-negative"]


def test_other_sightings_pass():
    item = object()
    assert ValidatePipeline().process_item(item) is item
