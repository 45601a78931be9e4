"""From values and a template to a response: one of our own pages, or an error in the same look."""

from __future__ import annotations

import hashlib
import re
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import quote

from datasette import Response
from markupsafe import Markup, escape

from blitar_scraper.publishing.pages.shown_text import visible
from blitar_scraper.publishing.plugin.headers import OURS
from blitar_scraper.publishing.plugin.served import PLUGIN, served

# Seconds for which a page may be shown from a cache: short, because a live archive changes while it is read.
_FRESH_FOR = 60
# The errors that have words of their own (publishing/words/common.py); any other is an error of the server's.
_TOLD = (400, 403, 404, 410, 503)


async def page(datasette: Any, request: Any, template: str, /, *, status: int = 200, **values: Any) -> Response:
    """One of our pages. `template` extends "blitar_page.html"; `values` are what it shows.

    Every template also has `archive` (Served), `t` (Words), `link(path)` (an address of ours under Datasette's own
    base path) and Datasette's own `urls` and `request`. Whatever stored text is in it, no character of the page turns
    the line around.
    """
    body = visible(await datasette.render_template(template, values, request=request, view_name="blitar"))
    headers = {OURS: "1", "Cache-Control": f"max-age={_FRESH_FOR if status == 200 else 0}"}
    return Response.html(body, status=status, headers=headers)


async def error_page(datasette: Any, request: Any, status: int, message: str | None = None) -> Response:
    """What a reader sees who gets nothing else: 404, 410 (withheld), 500 ... `message` is shown as text."""
    kind = status if status in _TOLD else 500
    return await page(datasette, request, "blitar_error.html", status=status, code=status, kind=kind, message=message)


def template_variables(datasette: Any, request: Any) -> dict[str, Any]:
    """What every template has, Datasette's own too, where an archive is served."""
    archive = served(datasette)
    if archive is None:
        return {}
    return {
        "archive": archive,
        "t": archive.words,
        "link": datasette.urls.path,
        "part": lambda name: quote(name, safe=""),
        "style": lambda name: f"{datasette.urls.static_plugins(PLUGIN, name)}?v={_digest(name)}",
        "site_title": archive.title or datasette.metadata("title") or archive.database,
        "about": {
            name: datasette.metadata(name)
            for name in ("description", "license", "license_url", "source", "source_url", "about", "about_url")
        },
        "coded": coded,
        "query_text": request.args.get("q", "")[:200] if request is not None else "",
    }


def coded(text: str) -> Markup:
    """The text, escaped, with what stands between backticks as code: names of columns in descriptions."""
    pieces = re.split(r"`([^`]+)`", text)
    return Markup("").join(
        Markup("<code>{}</code>").format(each) if n % 2 else escape(each) for n, each in enumerate(pieces)
    )


@cache
def _digest(name: str) -> str:
    """A mark of the file's content, so that a browser asks for a changed one."""
    return hashlib.sha256((Path(__file__).parent / "static" / name).read_bytes()).hexdigest()[:8]
