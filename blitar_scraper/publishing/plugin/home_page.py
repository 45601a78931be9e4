"""The home page `/`."""

from __future__ import annotations

from typing import Any

from datasette import Response

from blitar_scraper.publishing.plugin.rendering import page


async def home(datasette: Any, request: Any) -> Response:
    """What this archive is, how fresh and how complete."""
    return await page(datasette, request, "blitar_home.html")
