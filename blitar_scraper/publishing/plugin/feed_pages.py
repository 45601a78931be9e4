"""The Atom feeds: `/feed.atom`, `/feed/changes.atom`, and a site's `/feed/ID.atom`."""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import unquote

from datasette import Response

from blitar_scraper.publishing.pages import feeds
from blitar_scraper.publishing.plugin.rendering import error_page
from blitar_scraper.publishing.plugin.served import Served, read, served

# Seconds. Feed readers ask every few minutes, a crawl comes by once a day.
_FRESH_FOR = 600
# A host as browsers send it. Anything else is a forged header, and would stand in every link of the feed.
_HOST = re.compile(r"[A-Za-z0-9.-]{1,253}(:[0-9]{1,5})?|\[[0-9A-Fa-f:.]+\](:[0-9]{1,5})?")


async def newest(datasette: Any, request: Any) -> Response:
    """What came in last, of all sites or of one."""
    archive = served(datasette)
    assert archive is not None
    site = unquote(request.url_vars["site"]) if "site" in request.url_vars else None
    values = _values(datasette, request, archive)
    feed = await read(datasette, lambda db: feeds.newest(db, site=site, **values))
    if feed is None:
        return await error_page(datasette, request, 404, archive.words("site.unknown"))
    return _response(feed)


async def changes(datasette: Any, request: Any) -> Response:
    """What was edited or removed last."""
    archive = served(datasette)
    assert archive is not None
    values = _values(datasette, request, archive)
    return _response(await read(datasette, lambda db: feeds.changes(db, **values)))


def _values(datasette: Any, request: Any, archive: Served) -> dict[str, Any]:
    title = archive.title or datasette.metadata("title") or archive.database
    return {"base_url": archive.base_url or base_url(datasette, request), "title": title, "words": archive.words}


def base_url(datasette: Any, request: Any) -> str:
    """The public address of the home page as this request came to it, where the release does not say one."""
    host = request.headers.get("host", "")
    scheme = "https" if request.scheme == "https" or datasette.setting("force_https_urls") else "http"
    return f"{scheme}://{host if _HOST.fullmatch(host) else 'localhost'}{datasette.urls.path('/')}".rstrip("/")


def _response(feed: bytes) -> Response:
    return Response(feed, headers={"Cache-Control": f"max-age={_FRESH_FOR}"}, content_type=feeds.CONTENT_TYPE)
