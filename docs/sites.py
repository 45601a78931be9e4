"""Writes docs/sites.md, the table of the shipped sites: python docs/sites.py"""

import json
from pathlib import Path

from blitar_scraper.crawling.runner import shipped_spiders
from blitar_scraper.items import Site

ROOT = Path(__file__).parents[1]
HEADINGS = ("site", "name", "level", "region", "time zone", "system", "test pages", "verified live")

TEXT = """# The sites that the program knows by itself

None of them was verified on its live site: nobody who wrote this could reach one. Names, addresses and levels come from
the sites' own addresses and texts, codes and time zones from `blitar_scraper/regions.py`. "Constructed" test pages were
written from what is known of a site (`source` in `tests/sites/<site>/fixture.json` says what that is); they show that
such a page would be read exactly, not that the site looks like it.

"""
END = """
Made by `python docs/sites.py`; a test sees that it is fresh. Any other site is added without a file: `blitar add URL`.
"""


def page() -> str:
    """The whole page as Markdown."""
    rows = [_row(spider.site) for _, spider in sorted(shipped_spiders().items())]
    lines = [HEADINGS, ["---"] * len(HEADINGS), *rows]
    return TEXT + "\n".join(f"| {' | '.join(line)} |" for line in lines) + "\n" + END


def _row(site: Site) -> list[str]:
    fixture = ROOT / "tests" / "sites" / site.id / "fixture.json"
    origin = json.loads(fixture.read_text("utf-8"))["origin"] if fixture.exists() else "none"
    facts = (site.level, site.region_code, site.timezone, site.system)
    return [f"[{site.id}]({site.home_url})", site.name, *(fact or "not known" for fact in facts), origin, "no"]


if __name__ == "__main__":
    (ROOT / "docs" / "sites.md").write_text(page(), "utf-8")
