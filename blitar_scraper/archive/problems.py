"""The rows of `problems`: each thing a person should know once, from when it was first seen until it was gone."""

from __future__ import annotations

import dataclasses
from collections.abc import Collection

from sqlite_utils import Database

from blitar_scraper.archive.database import first_row, insert, rows, update
from blitar_scraper.archive.values import clean_text, clean_value
from blitar_scraper.items import Problem

# Told and ended by `blitar verify --repair` alone: another reading of the page does not bring the bytes back.
CAPTURE_LOST, CAPTURE_DAMAGED = "capture-lost", "capture-damaged"


def add(
    db: Database,
    problem: Problem,
    *,
    at: str,
    site: str | None,
    run_id: int | None = None,
    article_id: int | None = None,
    url: str | None = None,
    capture_id: int | None = None,
    resolved_at: str | None = None,
) -> str:
    """Note the problem, unless the same one (site, address, field, name) is open already; since when it is.

    `url` is the page's address, for a problem that names none. With `resolved_at` it is an event of the past
    (an article that came back, two that became one) and is always noted.
    """
    problem = _cleaned(problem)
    where = problem.url or clean_text(url or "") or None
    if resolved_at is None:
        known = first_row(
            db,
            "SELECT seen_at FROM problems WHERE resolved_at IS NULL"
            " AND site IS ? AND url IS ? AND field IS ? AND problem = ?",
            *(site, where, problem.field, problem.problem),
        )
        if known:
            return str(known["seen_at"])
    row = {
        "run_id": run_id,
        "site": site,
        "article_id": article_id,
        "url": where,
        "field": problem.field,
        "problem": problem.problem,
        "detail": problem.detail,
        "seen_at": at,
        "resolved_at": resolved_at,
        "capture_id": capture_id,
    }
    insert(db, "problems", row)
    return at


def resolve(
    db: Database, *, site: str, urls: Collection[str], still: Collection[Problem], at: str, only_of_page: bool = False
) -> None:
    """Close the open problems of these addresses that are not among those a new reading still has.

    With `only_of_page`, problems of single fields stay open.
    """
    remaining = {(problem.field, problem.problem) for problem in map(_cleaned, still)}
    addresses = sorted({clean_text(url) for url in urls})
    marks = ", ".join("?" * len(addresses))
    for row in rows(
        db,
        f"SELECT id, field, problem FROM problems WHERE resolved_at IS NULL AND site = ? AND url IN ({marks})"
        " AND problem NOT IN (?, ?)",
        *(site, *addresses, CAPTURE_LOST, CAPTURE_DAMAGED),
    ):
        if (row["field"], row["problem"]) in remaining or (only_of_page and row["field"] is not None):
            continue
        update(db, "problems", {"resolved_at": at}, "id = ?", row["id"])


def open_fields(db: Database, article_id: int, problem: str) -> frozenset[str]:
    """The fields of an article that have that problem now."""
    found = rows(
        db,
        "SELECT field FROM problems WHERE article_id = ? AND problem = ? AND resolved_at IS NULL AND field IS NOT NULL",
        *(article_id, problem),
    )
    return frozenset(row["field"] for row in found)


def is_open(db: Database, site: str, problem: str) -> bool:
    """Whether the site as a whole has that problem now."""
    sql = "SELECT 1 FROM problems WHERE site = ? AND url IS NULL AND problem = ? AND resolved_at IS NULL"
    return first_row(db, sql, site, problem) is not None


def passed_by_site(
    db: Database, site: str, checks: Collection[tuple[str, str | None]], *, still: Collection[Problem], at: str
) -> None:
    """Close the open problems of a site as a whole whose checks (problem, field) a run has passed.

    Problems of addresses are none of them, whatever they are called.
    """
    remaining = {(problem.problem, problem.field) for problem in map(_cleaned, still)}
    for row in rows(
        db,
        "SELECT id, problem, field FROM problems"
        " WHERE site = ? AND url IS NULL AND article_id IS NULL AND resolved_at IS NULL",
        site,
    ):
        check = (row["problem"], row["field"])
        if check in checks and check not in remaining:
            update(db, "problems", {"resolved_at": at}, "id = ?", row["id"])


def _cleaned(problem: Problem) -> Problem:
    return Problem(**clean_value(dataclasses.asdict(problem)))
