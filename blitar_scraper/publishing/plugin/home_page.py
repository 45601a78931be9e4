"""The home page `/`, the list of all sites `/sites`, and a site's own page `/site/ID`."""

from __future__ import annotations

from typing import Any
from urllib.parse import unquote

from datasette import Response
from sqlite_utils import Database

from blitar_scraper.publishing.pages.charts import month_chart, spark_bars
from blitar_scraper.publishing.pages.overview import (
    GAPS,
    Overview,
    Site,
    latest_articles,
    latest_changes,
    months_of,
    overview,
)
from blitar_scraper.publishing.plugin.downloads import by_table, release_files, released_at
from blitar_scraper.publishing.plugin.remembering import remembered
from blitar_scraper.publishing.plugin.rendering import error_page, page
from blitar_scraper.publishing.plugin.served import Served, read, served

# Sites on the home page; the rest has a page of its own, so that 500 sites do not bury what stands below them.
_FIRST_SITES = 12
_SPARK_HEIGHT = 28  # pixels
# The tables and views that most questions begin with, in this order, where the archive has them.
_TABLES = (
    "articles",
    "public_articles",
    "article_versions",
    "edits",
    "articles_monthly",
    "coverage",
    "view_growth",
    "runs",
)


async def home(datasette: Any, request: Any) -> Response:
    """What this archive is, how fresh and how complete; what is new; where to go on."""
    archive = _archive(datasette)
    whole = await _overview(datasette)
    download_tables, download_files = by_table(release_files(archive))
    return await page(
        datasette,
        request,
        "blitar_home.html",
        whole=whole,
        chart=month_chart(whole.months, archive.words),
        sites=whole.sites[:_FIRST_SITES],
        sparks=_sparks(whole, whole.sites[:_FIRST_SITES]),
        latest=await remembered(datasette, "latest", lambda: read(datasette, latest_articles)),
        changes=await remembered(datasette, "changes", lambda: read(datasette, latest_changes)),
        questions=await _questions(datasette, request, archive),
        tables=await _tables(datasette, archive),
        download_tables=download_tables,
        download_files=download_files,
        released_at=released_at(archive.path),
        database_size=_database_size(datasette, archive),
    )


async def all_sites(datasette: Any, request: Any) -> Response:
    """Every site of the archive."""
    whole = await _overview(datasette)
    return await page(
        datasette, request, "blitar_sites.html", whole=whole, sites=whole.sites, sparks=_sparks(whole, whole.sites)
    )


async def one_site(datasette: Any, request: Any) -> Response:
    """What is kept of a site, month by month."""
    archive = _archive(datasette)
    name = unquote(request.url_vars["site"])
    whole = await _overview(datasette)
    found = [site for site in whole.sites if site.id == name]
    if not found:
        return await error_page(datasette, request, 404, archive.words("site.unknown"))

    def ask(db: Database) -> Any:
        return months_of(db, name), latest_articles(db, site=name), latest_changes(db, site=name)

    months, latest, changes = await read(datasette, ask)
    kinds = {month.month: GAPS.get(month.verdict, "news") for month in months}
    return await page(
        datasette,
        request,
        "blitar_site.html",
        site=found[0],
        chart=month_chart({month.month: month.articles for month in months}, archive.words, kinds=kinds),
        kinds=[kind for kind in ("news", *dict.fromkeys(GAPS.values())) if kind in kinds.values()],
        latest=latest,
        changes=changes,
    )


def _archive(datasette: Any) -> Served:
    archive = served(datasette)
    assert archive is not None  # these routes exist only where there is one
    return archive


async def _overview(datasette: Any) -> Overview:
    return await remembered(datasette, "overview", lambda: read(datasette, overview))


def _sparks(whole: Overview, sites: tuple[Site, ...]) -> dict[str, Any]:
    """A small chart for each site, all of the same years; none where there is only one year to show."""
    years = [year for site in whole.sites for year in site.years if site.years[year]]
    if not years:
        return {}
    last = max(years)
    first = max(min(years), last - 30)  # a wrong date of long ago must not press the others together
    if first == last:
        return {}
    return {site.id: spark_bars(site.years, first, last, _SPARK_HEIGHT) for site in sites}


async def _questions(datasette: Any, request: Any, archive: Served) -> list[dict[str, Any]]:
    queries = await datasette.get_canned_queries(archive.database, request.actor)
    return [
        {
            "title": query.get("title") or name.replace("_", " "),
            "description": query.get("description") or "",
            "href": datasette.urls.query(archive.database, name),
        }
        for name, query in queries.items()
        if not query.get("write")
    ]


async def _tables(datasette: Any, archive: Served) -> list[dict[str, Any]]:
    database = datasette.get_database(archive.database)
    there = {*await database.table_names(), *await database.view_names()}
    names = [name for name in _TABLES if name in there]
    if archive.is_release and "articles" in names and "public_articles" in names:
        names.remove("public_articles")  # the same there
    return [
        {
            "name": name,
            "description": (datasette.table_metadata(archive.database, name) or {}).get("description") or "",
            "href": datasette.urls.table(archive.database, name),
        }
        for name in names
    ]


def _database_size(datasette: Any, archive: Served) -> int | None:
    """Bytes of the database where it may be downloaded whole: Datasette offers only what nobody writes to."""
    database = datasette.get_database(archive.database)
    return database.size if not database.is_mutable and datasette.setting("allow_download") else None
