"""Datasette's plugin: our own pages of an archive, and Datasette's in the same look. Without an archive: nothing.

How it hangs together, and where a new page plugs in:
- `served.py` says which database is the archive, and reads it: `await read(datasette, lambda db: ...)`.
- A page is a module here with an `async def view(request, datasette)`, a template that extends `blitar_page.html`
  (fill in the blocks `title`, `head`, `main`), and a line in ROUTES below. It answers by
  `await page(datasette, request, "blitar_article.html", article=...)` of `rendering.py`, or `await error_page(...)`.
- Its words stand in `publishing/words/<page>.py` (see `publishing/words/`), its style at the end of
  `static/blitar.css`, made of that file's design tokens (`--ink`, `--accent`, `--space-4`, ...).
- `headers.py` sets the security headers of everything: no script and no style of its own in our pages.
"""

from __future__ import annotations

from typing import Any

from pluggy import HookimplMarker

from blitar_scraper.publishing.plugin import data_pages, feed_pages, sql_functions
from blitar_scraper.publishing.plugin.article_page import article, article_json, changes
from blitar_scraper.publishing.plugin.cells import cell, uid_of
from blitar_scraper.publishing.plugin.downloads import download
from blitar_scraper.publishing.plugin.errors import only_ours
from blitar_scraper.publishing.plugin.headers import with_headers
from blitar_scraper.publishing.plugin.home_page import all_sites, home, one_site
from blitar_scraper.publishing.plugin.rendering import error_page, template_variables
from blitar_scraper.publishing.plugin.robots import robots
from blitar_scraper.publishing.plugin.search_page import search_view
from blitar_scraper.publishing.plugin.served import served

hookimpl = HookimplMarker("datasette")  # Datasette's own, but typed

# Addresses and views, the first that matches. A uid has 12 characters: a table "articles" of a database "article"
# stays in reach.
ROUTES = [
    (r"/article/(?P<uid>[A-Za-z0-9]{11,13})$", article),
    (r"/article/(?P<uid>[A-Za-z0-9]{11,13})\.json$", article_json),
    (r"/article/(?P<uid>[A-Za-z0-9]{11,13})/changes$", changes),
    (r"/$", home),
    (r"/robots\.txt$", robots),
    (r"/sites$", all_sites),
    (r"/site/(?P<site>[^/]{1,200})$", one_site),
    (r"/search$", search_view),
    (r"/feed\.atom$", feed_pages.newest),
    (r"/feed/changes\.atom$", feed_pages.changes),
    (r"/feed/(?P<site>[^/]{1,200})\.atom$", feed_pages.newest),
    (r"/downloads/(?P<name>[A-Za-z0-9._-]{1,200})$", download),
]


@hookimpl
def register_routes(datasette: Any) -> list[tuple[str, Any]]:
    return list(ROUTES) if served(datasette) else []


@hookimpl
def extra_template_vars(datasette: Any, request: Any, database: str | None) -> dict[str, Any]:
    return template_variables(datasette, request) | data_pages.variables(datasette, database)


@hookimpl
def render_cell(datasette: Any, row: Any, value: Any, column: str, database: str) -> Any:
    archive = served(datasette)
    if archive is None or archive.database != database:
        return None
    return cell(value, column, datasette.urls.path("/article/"), uid_of(row))


@hookimpl
def forbidden(datasette: Any, request: Any) -> Any:
    return (lambda: error_page(datasette, request, 403)) if served(datasette) else None


@hookimpl(trylast=True)  # after Datasette's own, whose `escape_fts` it replaces
def prepare_connection(datasette: Any, conn: Any, database: str) -> None:
    archive = served(datasette)
    if archive is not None and archive.database == database:
        sql_functions.register(conn)
        sql_functions.bound(conn)


@hookimpl
def asgi_wrapper(datasette: Any) -> Any:
    return lambda app: with_headers(app) if served(datasette) else app


@hookimpl(hookwrapper=True)
def handle_exception(datasette: Any, request: Any, exception: Exception) -> Any:
    outcome = yield
    if served(datasette):
        outcome.force_result([only_ours(datasette, request, exception)])
