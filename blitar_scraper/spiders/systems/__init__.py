"""One base for each publishing system that many governments use: where it offers its news. No site needs one."""

from blitar_scraper.spiders.news import NewsSpider
from blitar_scraper.spiders.systems.opensid import OpenSidSpider
from blitar_scraper.spiders.systems.wordpress import WordPressSpider

# By what stands in `sites.system`.
SYSTEMS: dict[str, type[NewsSpider]] = {"wordpress": WordPressSpider, "opensid": OpenSidSpider}


def base_of(system: str | None) -> type[NewsSpider]:
    """The spider for the sites of a publishing system: the one that needs to know none, where it has none."""
    return SYSTEMS.get((system or "").lower(), NewsSpider)
