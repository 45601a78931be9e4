"""The search page `/search?q=&site=&year=&section=&page=`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import urlencode

from datasette import Response
from sqlite_utils import Database

from blitar_scraper.archive.facets import MOST_COUNTED, Facets, facets
from blitar_scraper.archive.search import Hit, other_forms, search
from blitar_scraper.archive.search_words import match_expression
from blitar_scraper.archive.suggestions import did_you_mean
from blitar_scraper.publishing.pages.browsing import Listed, browse
from blitar_scraper.publishing.plugin.rendering import page
from blitar_scraper.publishing.plugin.served import read, served
from blitar_scraper.publishing.plugin.sql_functions import MOST_TYPED

HITS = 20  # to a page
# Who has turned so many pages wants the table or a download; each costs more than the one before.
_MOST_PAGES = 250
_MOST_SHOWN = 10  # values of a filter before the rest is folded away
# Words of a question that may be put right: each that is in no article is held against 20,000 others.
_MOST_PUT_RIGHT = 4


@dataclass(frozen=True, slots=True)
class Asked:
    """What the address asks for. Whatever was typed is cut to size; what means nothing is left out."""

    words: str = ""
    site: str | None = None
    year: int | None = None
    section: str | None = None
    page: int = 1

    @property
    def filters(self) -> dict[str, Any]:
        return {"site": self.site, "year": self.year, "section": self.section}

    @property
    def has_filters(self) -> bool:
        return any(value is not None for value in self.filters.values())

    def address(self, **changed: Any) -> str:
        """The path and query of the same question with some parts changed; always from its first page unless said."""
        other = replace(self, **{"page": 1, **changed})
        values = {"q": other.words, **other.filters, "page": other.page if other.page > 1 else None}
        return "/search?" + urlencode({name: value for name, value in values.items() if value not in (None, "")})


@dataclass(frozen=True, slots=True)
class Choice:
    """A value that the hits could be narrowed to. `address` is None where it cannot be asked for (undated)."""

    label: str | None
    number: int
    address: str | None
    is_chosen: bool


@dataclass(frozen=True, slots=True)
class Result:
    """What was found. Without words `listed` has the articles that the filters leave, the newest first.

    `is_askable`: there is a word to look for, not only some that must not be there. `meant`: words that find something,
    where those that were typed find nothing.
    """

    hits: Sequence[Hit] = ()
    listed: Sequence[Listed] = ()
    found: Facets | None = None
    total: int = 0
    is_more: bool = False
    forms: Sequence[tuple[str, Sequence[str], int]] = ()
    without_filters: int = 0
    is_askable: bool = True
    meant: str | None = None


def asked(arguments: Any) -> Asked:
    """The question in the address's arguments (anything with `get`)."""
    year = arguments.get("year", "")
    number = arguments.get("page", "")
    return Asked(
        words=" ".join(arguments.get("q", "")[:MOST_TYPED].replace("\0", " ").split()),
        site=arguments.get("site", "")[:200] or None,
        year=int(year) if re.fullmatch(r"[0-9]{4}", year, re.ASCII) else None,
        section=arguments.get("section", "")[:400] or None,
        page=min(max(int(number), 1), _MOST_PAGES) if re.fullmatch(r"[0-9]{1,6}", number, re.ASCII) else 1,
    )


def answer(db: Database, question: Asked) -> Result:
    """What the archive has for the question."""
    offset = (question.page - 1) * HITS
    if not question.words:
        if not question.has_filters:
            return Result()
        total, listed = browse(db, **question.filters, limit=HITS, offset=offset)
        return Result(listed=listed, total=total)
    if match_expression(question.words, lambda words: [[] for _ in words]) is None:
        return Result(is_askable=False)
    found = facets(db, question.words, **question.filters)
    hits = search(db, question.words, **question.filters, limit=HITS, offset=offset)
    elsewhere = facets(db, question.words).total if not found.total and question.has_filters else 0
    nowhere = not found.total and not elsewhere and len(question.words.split()) <= _MOST_PUT_RIGHT
    return Result(
        hits=hits,
        found=found,
        total=found.total,
        is_more=found.is_more,
        forms=other_forms(db, question.words),
        without_filters=elsewhere,
        meant=did_you_mean(db, question.words) if nowhere else None,
    )


def choices(question: Asked, result: Result, names: dict[str, str]) -> dict[str, list[Choice]]:
    """The filters with what each of their values would leave. `names`: of the sites, by id."""
    if result.found is None:
        return {}
    kinds: dict[str, list[tuple[str | None, str | int | None, int]]] = {
        "site": [(names.get(str(value), value), value, number) for value, number in result.found.sites],
        "year": [(value, _year(value), number) for value, number in result.found.years],
        "section": [(value, value, number) for value, number in result.found.sections],
    }
    return {
        kind: [
            Choice(
                label,
                number,
                None if value is None else question.address(**{kind: None if chosen == value else value}),
                value is not None and chosen == value,
            )
            for label, value, number in values
        ]
        for kind, values in kinds.items()
        if len(values) > 1 or question.filters[kind] is not None
        for chosen in [question.filters[kind]]
    }


def _year(value: str | None) -> int | None:
    return int(value) if value and re.fullmatch(r"[0-9]{4}", value) else None


async def search_view(datasette: Any, request: Any) -> Response:
    """Ranked search by word stem, with filters; without words, the articles of a site, a year or a section."""
    archive = served(datasette)
    assert archive is not None
    question = asked(request.args)

    def ask(db: Database) -> tuple[Result, dict[str, str]]:
        return answer(db, question), dict(db.execute("SELECT id, name FROM sites").fetchall())

    result, names = await read(datasette, ask)
    last = min(-(-result.total // HITS), _MOST_PAGES)
    return await page(
        datasette,
        request,
        "blitar_search.html",
        question=question,
        result=result,
        names=names,
        choices=choices(question, result, names),
        most_shown=_MOST_SHOWN,
        most_counted=MOST_COUNTED,
        first_hit=(question.page - 1) * HITS + 1,
        last_page=last,
    )
