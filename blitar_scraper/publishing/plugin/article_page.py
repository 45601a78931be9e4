"""The pages of an article: `/article/UID` (also of an earlier version, and as JSON) and `/article/UID/changes`."""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable, Mapping
from typing import Any

from datasette import Response
from markupsafe import Markup
from sqlite_utils import Database

from blitar_scraper.archive.controls import shown_in_json
from blitar_scraper.archive.history import Version
from blitar_scraper.archive.public_history import (
    PublicHistory,
    Withheld,
    neighbours,
    public_history,
    public_uids_near,
)
from blitar_scraper.publishing.pages.article_json import public_record, stub_record
from blitar_scraper.publishing.pages.article_page import article_page
from blitar_scraper.publishing.pages.changes_page import changes_page, chosen
from blitar_scraper.publishing.pages.json_ld import as_script, news_article
from blitar_scraper.publishing.pages.shown_text import one_line
from blitar_scraper.publishing.plugin.rendering import error_page, page
from blitar_scraper.publishing.plugin.served import read, served

_LARGEST_NUMBER = 10**9


async def article(request: Any, datasette: Any) -> Response:
    """The article to read; `?version=N` an earlier version of it."""
    return await _found(request, datasette, "", _article)


async def article_json(request: Any, datasette: Any) -> Response:
    """The article with its history for programs; `?version=N`: the version that the citation is of."""
    return await _found(request, datasette, ".json", _article_json)


async def changes(request: Any, datasette: Any) -> Response:
    """The difference between two of its versions: `?from=N&to=M`, by default the last edit."""
    return await _found(request, datasette, "/changes", _changes)


async def _found(
    request: Any,
    datasette: Any,
    form: str,
    answer: Callable[[Any, Any, PublicHistory], Awaitable[Response]],
) -> Response:
    """The answer for the article that the address names; else where it is, that it is withheld, or that it is not."""
    uid = request.url_vars["uid"]
    history = await read(datasette, lambda db: public_history(db, uid))
    as_json = form == ".json"
    if history is None:
        return await _unknown(request, datasette, uid, as_json)
    if isinstance(history, Withheld):
        return await _withheld(request, datasette, history, as_json)
    own = history.article["uid"]
    if uid != own:
        query = f"?{request.query_string}" if request.query_string else ""
        return Response.redirect(datasette.urls.path(f"/article/{own}{form}{query}"), status=301)
    return await answer(request, datasette, history)


async def _article(request: Any, datasette: Any, history: PublicHistory) -> Response:
    archive = served(datasette)
    assert archive is not None
    version = _version(request, history)
    if version is None:
        return await _no_version(request, datasette)

    def values(db: Database) -> dict[str, Any]:
        shown = article_page(history, version, neighbours(db, history), archive.words)
        address = f"{archive.base_url}{shown.path}" if archive.base_url else None
        canonical = f"{archive.base_url}/article/{shown.uid}" if archive.base_url else None
        data = as_script(news_article(history, version, address))
        # `as_script` has made markup of it impossible; escaped as text it would be no JSON.
        return {"article": shown, "canonical": canonical, "json_ld": Markup(data)}

    return await page(datasette, request, "blitar_article.html", **await read(datasette, values))


async def _article_json(request: Any, datasette: Any, history: PublicHistory) -> Response:
    version = _version(request, history)
    if version is None:
        return _json({"error": "no such version", "uid": history.article["uid"]}, 404)
    record = await read(datasette, lambda _: public_record(history, version))
    return _json(record)


async def _changes(request: Any, datasette: Any, history: PublicHistory) -> Response:
    archive = served(datasette)
    assert archive is not None
    try:
        pair = chosen(history, _number(request.args, "from"), _number(request.args, "to"))
    except LookupError:
        return await _no_version(request, datasette)
    shown = await read(datasette, lambda _: changes_page(history, pair, archive.words))
    return await page(datasette, request, "blitar_changes.html", changes=shown)


def _version(request: Any, history: PublicHistory) -> Version | None:
    """The version asked for. The present one is there even where nothing of it may be shown: its page says so."""
    try:
        number = _number(request.args, "version")
    except LookupError:
        return None
    return history.present if number in (None, history.present.number) else history.shown(number)


def _number(arguments: Mapping[str, str], name: str) -> int | None:
    """The number of a version in the address, None where there is none. Raises LookupError for anything else."""
    text = arguments.get(name)
    if not text:
        return None
    if not (text.isascii() and text.isdigit()) or int(text[:12]) > _LARGEST_NUMBER:
        raise LookupError(text)
    return int(text)


async def _no_version(request: Any, datasette: Any) -> Response:
    archive = served(datasette)
    assert archive is not None
    asked = [request.args.get(name) for name in ("version", "from", "to")]
    number = one_line(next((text for text in asked if text), ""), most=20)
    return await error_page(datasette, request, 404, archive.words("article.no_version", number=number))


async def _withheld(request: Any, datasette: Any, stub: Withheld, as_json: bool) -> Response:
    if as_json:
        return _json(stub_record(stub), 410)
    return await page(datasette, request, "blitar_withheld.html", status=410, stub=stub)


async def _unknown(request: Any, datasette: Any, uid: str, as_json: bool) -> Response:
    near = await read(datasette, lambda db: public_uids_near(db, uid))
    if as_json:
        return _json({"error": "no such article", "near": near}, 404)
    return await page(datasette, request, "blitar_no_article.html", status=404, uid=one_line(uid, most=40), near=near)


def _json(data: Mapping[str, Any], status: int = 200) -> Response:
    body = shown_in_json(json.dumps(data, ensure_ascii=False))
    return Response(body, status=status, content_type="application/json; charset=utf-8")
