"""What Datasette's own pages of the archive have beside their own variables (`templates/database.html` and others)."""

from __future__ import annotations

from typing import Any

from blitar_scraper.publishing.plugin.query_charts import query_chart
from blitar_scraper.publishing.plugin.query_parameters import Parameter, parameters
from blitar_scraper.publishing.plugin.served import served

_SQL = {
    True: "select published_date, site, title, uid\nfrom articles\norder by published_date desc\nlimit 50",
    False: "select published_date, site, title, uid\nfrom public_articles\norder by published_date desc\nlimit 50",
}


def variables(datasette: Any, database: str | None) -> dict[str, Any]:
    """The variables for a page of that database (None: a page of ours)."""
    archive = served(datasette)
    if archive is None or database != archive.database:
        return {}

    def table_metadata(name: str) -> dict[str, Any]:
        return datasette.table_metadata(database, name) or {}

    async def query_parameters(query: str | None, given: dict[str, Any]) -> list[Parameter]:
        return await parameters(datasette, query, given, archive.words)

    return {
        "query_parameters": query_parameters,
        "table_metadata": table_metadata,
        "sql_to_begin_with": _SQL[archive.is_release],
        "query_chart": lambda columns, rows: query_chart(columns, rows, archive.words),
    }
