"""The same articles at the same addresses, shown otherwise."""

from __future__ import annotations

from tests.faults.looks import BARE, NO_AUTHORS, NO_VIEWS, OTHER_DATES, REDESIGNED, SHELL, UNREADABLE_DATES
from tests.faults.row import Row, of_page, of_site

_REDESIGNED = of_site("redesigned")
_KEPT = "What was known stays, and is not overwritten by nothing; the fields that are missing are named."


def _lost(*fields: str) -> tuple:
    return tuple(of_site("field-lost", field) for field in fields)


ROWS = (
    Row(
        "redesign",
        "New markup, in which everything stands.",
        "Reads on: nothing is edited by a redesign. It is noted that the pages are built otherwise.",
        0,
        may_tell=(_REDESIGNED,),
        reason=".*",
        site={"look": REDESIGNED},
    ),
    Row(
        "redesign-without-byline",
        "New markup without author, date and views.",
        _KEPT,
        3,
        _lost("author", "published_at", "views"),
        may_tell=(
            _REDESIGNED,
            of_page("value-lost", "author"),
            of_page("value-lost", "published_at"),
            of_page("value-lost", "views"),
            of_page("date-not-found", "published_at"),
        ),
        reason="author|published_at|date|views",
        green_after=3,
        site={"look": BARE},
        hidden={"author", "published_at"},
    ),
    Row(
        "redesign-without-text",
        "New markup whose text is put there by scripts in the reader's browser.",
        _KEPT,
        3,
        _lost("body"),
        may_tell=(
            _REDESIGNED,
            of_site("articles-unreadable"),
            of_page("value-lost", "body"),
            of_page("value-lost", "language"),
            of_page("body-empty", "body"),
            of_page("no-article"),
        ),
        reason="body|text|could not be read",
        green_after=3,
        site={"look": SHELL},
        hidden={"body"},
    ),
    Row(
        "dates-in-another-form",
        "Dates are printed in another form, one that can be read.",
        "Reads on; the same date in another form is no edit.",
        site={"look": OTHER_DATES},
    ),
    Row(
        "dates-unreadable",
        "Dates are printed in a form that cannot be read with certainty (the Islamic calendar).",
        "Known dates stay, new articles have none: a wrong date is worse than none.",
        3,
        _lost("published_at"),
        may_tell=(
            of_page("value-lost", "published_at"),
            of_page("date-unreadable", "published_at"),
            of_page("date-not-found", "published_at"),
        ),
        reason="published_at|date",
        site={"look": UNREADABLE_DATES},
        hidden={"published_at"},
    ),
    Row(
        "authors-vanish",
        "The template no longer names the author.",
        _KEPT,
        3,
        _lost("author"),
        may_tell=(_REDESIGNED, of_page("value-lost", "author")),
        reason="author",
        site={"look": NO_AUTHORS},
        hidden={"author"},
    ),
    Row(
        "views-vanish",
        "The template no longer shows the counter.",
        _KEPT,
        3,
        _lost("views"),
        may_tell=(_REDESIGNED, of_page("value-lost", "views")),
        reason="views",
        site={"look": NO_VIEWS},
    ),
    Row(
        "views-begin-anew",
        "All counters have begun anew and show less than before.",
        "Every count ever seen stays; the new ones stand beside them.",
        site={"views_fall": True},
    ),
)
