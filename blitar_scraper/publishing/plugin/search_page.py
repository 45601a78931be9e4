"""The search page `/search?q=&site=&year=&section=&page=`."""

from __future__ import annotations

from typing import Any

from datasette import Response

from blitar_scraper.publishing.plugin.rendering import page


async def search(datasette: Any, request: Any) -> Response:
    """Ranked search by word stem, with filters."""
    return await page(datasette, request, "blitar_search.html")
