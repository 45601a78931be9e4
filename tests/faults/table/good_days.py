"""Days on which nothing is wrong: a run that is red for nothing is soon not looked at any more."""

from __future__ import annotations

from tests.faults.news import FAULT_DAY
from tests.faults.row import Row, of_site

ROWS = (
    Row("usual-day", "Three new articles.", "Reads them, and looks again at those that are due."),
    Row("quiet-day", "Nothing new; the listings are as always.", "Is content.", site={"quiet": True}),
    Row(
        "two-quiet-weeks",
        "Nobody ran it for two weeks, and there is nothing new: offices have holidays.",
        "Is content.",
        site={"quiet": True},
        day=FAULT_DAY + 11,
    ),
    Row("busy-day", "Fifteen articles more than usual.", "Reads them all.", site={"busy": True}, most_requests=60),
    Row(
        "no-authors-ever",
        "The site has never named an author.",
        "Misses none: a field is lost only where it was there.",
        kind="no-authors",
        without={"author"},
    ),
    Row(
        "silent",
        "Nothing new for two months on a site that should have news every two weeks (its setting `expect`).",
        "Says so: it is given up, or its news is elsewhere. Where nobody says what to expect, its history does.",
        3,
        (of_site("silent"),),
        reason="no news|days|silen",
        site={"quiet": True},
        day=FAULT_DAY + 60,
        expect={"silence": 14},
    ),
)
