"""A folder for each shipped site: pages, where they come from, and the record that each must give.

`page.html` is an article page, `listing.html` (where a listing's form is known) a page of its news; `fixture.json` says
of them `url`, `listing_url`, `seen_at`, `origin` ("constructed", "captured by others", "captured"), `source` and
`reviewed`; `expected.json` is what they must give: `article` with the columns of `articles` and its media and popular
list, `listing` with its entries and next page. `blitar new-site` writes such a folder; one without `expected.json` gets
it at the first test, to review.
"""

from __future__ import annotations

import json
from pathlib import Path

from blitar_scraper.crawling.runner import shipped_spiders
from blitar_scraper.crawling.sites.fixture import Fixture
from blitar_scraper.items import Site

FOLDER = Path(__file__).parent
ORIGINS = ("constructed", "captured by others", "captured")
SITES: dict[str, Site] = {name: spider.site for name, spider in shipped_spiders().items()}


def fixture_of(name: str) -> Fixture | None:
    """The fixture of a shipped site; None where there is none."""
    facts = FOLDER / name / "fixture.json"
    if not facts.exists():
        return None
    return Fixture(SITES[name], facts.parent, json.loads(facts.read_text("utf-8")))
