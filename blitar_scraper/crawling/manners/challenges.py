"""Tells a firewall's page from an answer of the site before it is unpacked: it is not asked for again."""

from __future__ import annotations

from scrapy.http import Response

from blitar_scraper.crawling.answers.whole import Torn, decoded
from blitar_scraper.extract import Page
from blitar_scraper.extract.refusal import refusal
from blitar_scraper.spiders.answers import headers

# Challenges have 5 to 30 kB.
_MOST = 256 * 1024


def is_challenge(response: Response) -> bool:
    """Whether it is a firewall's page. Raises nothing."""
    names = headers(response)
    try:
        body = decoded(response.body, encodings(response), _MOST)
    except Torn:
        return False
    found = refusal(Page(body, response.url, names.get("Content-Type")), response.status, names)
    return found is not None and found.problem == "challenge"


def encodings(response: Response) -> list[str]:
    """The answer's content encodings, the outermost last."""
    values = response.headers.getlist("Content-Encoding")
    return [part.strip() for value in values for part in value.decode("latin-1").split(",") if part.strip()]
