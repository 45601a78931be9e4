"""Every shipped site has a reviewed fixture, is read exactly, and says of itself what its region says."""

import json
import runpy
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from blitar_scraper.addresses import clean_url, same_site
from blitar_scraper.crawling.sites.facts import LEVELS
from blitar_scraper.regions import level_of_host, region, region_of_host
from tests.sites import FOLDER, ORIGINS, SITES, Fixture, fixture_of

each = pytest.mark.parametrize("name", sorted(SITES))


def reviewed(name: str) -> Fixture:
    fixture = fixture_of(name)
    assert fixture is not None, f"{name} is shipped without a fixture: keep a page in tests/sites/{name}/"
    return fixture


@each
def test_a_shipped_site_has_a_reviewed_fixture(name):
    fixture = reviewed(name)
    facts = fixture.facts
    assert facts["reviewed"] is True, f"look at tests/sites/{name}/expected.json line by line, then say so"
    assert facts["origin"] in ORIGINS
    assert facts["source"]
    assert fixture.seen_at.tzinfo is not None
    assert same_site(facts["url"], fixture.site.home_url)
    if (fixture.folder / "listing.html").exists():
        assert same_site(facts["listing_url"], fixture.site.home_url)


@each
def test_the_kept_pages_give_exactly_the_expected_record(name):
    fixture = reviewed(name)
    record = fixture.record()
    if not fixture.expected.exists():
        fixture.write_expected()
        pytest.fail(f"wrote {fixture.expected.name}: review it")
    expected = json.loads(fixture.expected.read_text("utf-8"))
    assert record == expected


@each
def test_no_value_of_the_kept_pages_has_a_problem(name):
    """A page that prints no date says so; every value that is read is certain."""
    for record in reviewed(name).record().values():
        for problem, field, _ in record["problems"]:
            assert field, problem
            assert problem == f"{field.removesuffix('_at').replace('published', 'date')}-not-found"
            assert record[field] is None


@each
def test_a_site_says_what_its_region_says(name):
    """What the host's name says is not contradicted; what it leaves open (villages, addresses of numbers) is said."""
    site = SITES[name]
    found = region(site.region_code[:5]) if site.region_code else None
    assert found is not None, f"{name}'s site file needs a region_code: that of its regency, city or province"
    host = urlsplit(site.home_url).hostname
    assert region_of_host(host) in (found, None)
    assert level_of_host(host) in (site.level, None)
    assert site.level in LEVELS, f"{name}'s site file needs a level: {', '.join(LEVELS)}"
    assert (site.province, site.timezone) == (found.province, found.timezone), f"{found.name} is elsewhere"
    assert site.name == found.name or site.level != found.level


@each
def test_a_site_begins_on_its_own_pages(name):
    site = SITES[name]
    assert site.start_urls
    for url in (site.home_url, *site.start_urls):
        assert clean_url(url) == url
        assert same_site(url, site.home_url)


def test_every_fixture_belongs_to_a_shipped_site():
    assert {folder.parent.name for folder in FOLDER.glob("*/fixture.json")} == set(SITES)


def test_the_table_of_sites_is_fresh():
    docs = Path(__file__).parents[2] / "docs"
    made = runpy.run_path(str(docs / "sites.py"))["page"]()
    assert (docs / "sites.md").read_text("utf-8") == made, "make it anew: python docs/sites.py"
