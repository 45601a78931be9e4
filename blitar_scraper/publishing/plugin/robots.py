"""`/robots.txt`: what programs that follow links may read; the rest has no end (searches, filters, differences)."""

from __future__ import annotations

from typing import Any

from datasette import Response


async def robots(datasette: Any, request: Any) -> Response:
    """The home page, sites and articles are open; every question that can be put to a database is not."""
    at = datasette.urls.path
    databases = [datasette.urls.database(name) for name in datasette.databases]
    lines = [
        "User-agent: *",
        *(f"Allow: {at(path)}" for path in ("/", "/article/", "/site/")),
        f"Disallow: {at('/search')}",
        f"Disallow: {at('/article/')}*/changes",
        *(f"Disallow: {place}{rest}" for place in databases for rest in ("?", ".", "/*?", "/*.csv", "/*.json")),
    ]
    return Response.text("\n".join(lines) + "\n")
