"""The canned queries: questions that readers ask, one SQL text each for the live archive and for a release."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Query:
    """A canned query. `title` and `description`: in English and in Indonesian. Every parameter may be left empty."""

    name: str
    title: tuple[str, str]
    description: tuple[str, str]
    sql: str
    parameters: tuple[str, ...] = ()


QUERIES: dict[str, Query] = {}


def canned(language: str) -> dict[str, dict[str, Any]]:
    """The queries as Datasette's metadata holds them, in "en" or "id"."""
    which = 1 if language == "id" else 0
    return {
        query.name: {
            "title": query.title[which],
            "description": query.description[which],
            "sql": query.sql,
            "params": list(query.parameters),
            "hide_sql": True,
        }
        for query in QUERIES.values()
    }
