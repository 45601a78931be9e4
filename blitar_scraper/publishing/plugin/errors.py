"""What a reader sees when a page cannot be shown, in place of Datasette's own error page."""

from __future__ import annotations

import sqlite3
import traceback
from collections.abc import Awaitable, Callable
from typing import Any

from datasette import Response
from datasette.database import QueryInterrupted
from datasette.utils.asgi import Base400
from datasette.views.base import DatasetteError

from blitar_scraper.publishing.plugin.rendering import error_page


def only_ours(datasette: Any, request: Any, exception: Exception) -> Callable[[], Awaitable[Response]]:
    """The answer to an exception, and the only one: Datasette's own prints each missing page with all its variables."""

    async def answer() -> Response:
        status, message = _status_and_message(exception)
        if status == 500:
            traceback.print_exception(exception)
        if request.path.split("?")[0].endswith((".json", ".jsono")):
            return Response.json({"ok": False, "error": message, "status": status, "title": None}, status=status)
        # What Datasette says of a mistake in a query helps; of an address that is not there, our own words do.
        return await error_page(datasette, request, status, message if status == 400 else None)

    return answer


def _status_and_message(exception: Exception) -> tuple[int, str]:
    if isinstance(exception, QueryInterrupted) or (
        isinstance(exception, sqlite3.OperationalError) and "interrupted" in str(exception)
    ):
        return 503, "interrupted"
    if isinstance(exception, Base400):
        return exception.status, str(exception.args[0]) if exception.args else ""
    if isinstance(exception, DatasetteError):
        return exception.status, str(exception.message)
    return 500, type(exception).__name__
