"""A listing page to its entries: which links lead to articles, and what the listing says of each.

Told by structure: article links come in rows of like parts, mostly with a byline or a teaser, under addresses of one
shape. Menus, sidebars and "Berita Populer" are left out; what is left of the page's links votes on the shape.
"""

from __future__ import annotations

from datetime import datetime

from blitar_scraper.extract.byline_lines import BylineLines
from blitar_scraper.extract.entries import Group, find_groups, read_groups
from blitar_scraper.extract.entry_choice import choose
from blitar_scraper.extract.media import image_address
from blitar_scraper.extract.page import Page
from blitar_scraper.extract.pagination import next_page, page_count, pager_line
from blitar_scraper.extract.popular import read_popular
from blitar_scraper.extract.walk import read_layout
from blitar_scraper.extract.zones import Zones
from blitar_scraper.indonesian.dates import to_site_time
from blitar_scraper.items import Listing, Problem, Site, Witness


def extract_listing(page: Page, site: Site, *, seen_at: datetime) -> Listing:
    """The entries of a listing page in its order, each address once, and the next page's address.

    Args as for `extract_article`. Raises nothing; a page without entries says so in `problems`.
    """
    if page.root is None:
        return Listing((), problems=page.problems)
    layout = read_layout(page.root)
    zones = Zones(layout)
    reader = BylineLines(layout, seen_at=seen_at, timezone=site.timezone)
    groups = find_groups(page, site, layout, zones)
    read_groups(layout, zones, reader, groups)
    chosen = choose(zones, groups, pager_line(page, layout))
    entries = tuple(_witness(group, page, site) for group in chosen)
    outside = [group.mentions[0].line for group in chosen]
    popular = read_popular(page, layout, outside, seen_at=seen_at, timezone=site.timezone)
    problems = list(page.problems)
    if not entries:
        problems.append(Problem("listing-empty", None, "no article links", page.url))
    following = next_page(page, layout)
    return Listing(entries, following, tuple(popular), tuple(problems), page_count(page, layout, following))


def _witness(group: Group, page: Page, site: Site) -> Witness:
    byline = group.byline
    published = byline.date
    iso = published.iso if published else None
    if iso and site.timezone and len(iso) > len("2024-09-27T10:30"):
        iso = to_site_time(iso, site.timezone)
    image = next((url for image in group.images if (url := image_address(page, image))), None)
    return Witness(
        source="listing",
        url=group.url,
        title=group.title or None,
        author=byline.author,
        published_at=iso,
        published_raw=byline.date_raw,
        published_precision=published.precision if published else None,
        views=byline.views,
        views_raw=byline.views_raw,
        section=byline.section,
        image_url=image,
    )
