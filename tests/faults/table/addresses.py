"""Redirects, removed articles, and sites that have moved."""

from __future__ import annotations

from tests.faults.fault import Fault
from tests.faults.looks import PLAIN, REBUILT
from tests.faults.news import USUAL
from tests.faults.row import FULL, Row, of_page, of_site
from tests.faults.site import Answer, NewsSite, not_found

_KNOWN = NewsSite().known.number
_OTHER = next(news.number for news in USUAL if news.day == -23)
_MOVED = of_site("moved-site")
_NOT_REMOVED = "Asks three more before it believes one: the site was rebuilt, and no article is taken for removed."


def _to(address: str, status: int = 302) -> Answer:
    return Answer(status, {"Location": address})


ROWS = (
    Row(
        "one-article-removed",
        "One article was taken down (404, no longer listed).",
        "Notes when it was found gone; text and history stay.",
        site={"removed": {_KNOWN: "404"}},
        gone={_KNOWN},
    ),
    Row(
        "two-articles-removed",
        "Two articles were taken down.",
        "Notes when they were found gone.",
        site={"removed": {_KNOWN: "404", _OTHER: "404"}},
        gone={_KNOWN, _OTHER},
    ),
    Row(
        "one-article-says-not-found",
        "One article was taken down; its address says so with status 200.",
        "Notes when it was found gone; the words are no edit.",
        site={"removed": {_KNOWN: "soft-404"}},
        gone={_KNOWN},
    ),
    Row(
        "one-article-leads-home",
        "One article was taken down; its address leads to the home page.",
        "Notes when it was found gone; the home page is no edit.",
        site={"removed": {_KNOWN: "home"}},
        gone={_KNOWN},
    ),
    Row(
        "all-articles-404",
        "The address of every known article answers 404 at once.",
        _NOT_REMOVED,
        3,
        (_MOVED,),
        may_tell=(of_site("articles-unreadable"), of_page("http-404"), of_page("dead-link")),
        reason="moved|at once|rebuilt",
        faults=(Fault(where="articles", answer=not_found(PLAIN)),),
    ),
    Row(
        "all-articles-404-full",
        "The same, found by a full run.",
        _NOT_REMOVED,
        3,
        (_MOVED,),
        may_tell=(of_site("articles-unreadable"), of_page("http-404"), of_page("dead-link")),
        reason="moved|at once|rebuilt",
        faults=(Fault(where="articles", answer=not_found(PLAIN)),),
        options=FULL,
        most_requests=50,
    ),
    Row(
        "all-articles-say-not-found",
        "The address of every article says with status 200 that there is nothing.",
        _NOT_REMOVED,
        3,
        (_MOVED,),
        may_tell=(of_site("articles-unreadable"), of_page("dead-link"), of_page("not-this-article")),
        reason="moved|at once|rebuilt",
        faults=(Fault(where="articles", answer=not_found(PLAIN, 200)),),
    ),
    Row(
        "all-articles-lead-home",
        "The address of every article leads to the home page.",
        _NOT_REMOVED,
        3,
        (_MOVED,),
        may_tell=(of_site("articles-unreadable"), of_page("redirected-together"), of_page("leads-elsewhere")),
        reason="moved|at once|rebuilt|home",
        faults=(Fault(where="articles", answer=_to("/")),),
    ),
    Row(
        "rebuilt",
        "A new system: all articles under new addresses and in new markup; the old addresses answer 404.",
        "Says that the addresses are gone at once; what the site shows anew is read, nothing is taken for removed.",
        3,
        (_MOVED,),
        may_tell=(
            of_site("redesigned"),
            of_site("articles-unreadable"),
            of_page("http-404"),
            of_page("dead-link"),
            of_page("same-article"),
        ),
        reason="moved|at once|rebuilt",
        lasts=True,
        site={"look": REBUILT},
        events=("moved",),
        most_requests=80,
    ),
    Row(
        "host-moved",
        "Every address leads to another host.",
        "Follows nobody off the site; says where it leads, so that a person can decide.",
        4,
        (_MOVED, of_page("off-site")),
        may_tell=(of_site("unreachable"),),
        reason="sukaresmi-baru.example",
        faults=(Fault(where="pages", answer=_to("https://www.sukaresmi-baru.example/", 301)),),
        most_requests=8,
    ),
    Row(
        "articles-moved-to-another-host",
        "Home page and listings are here; every article leads to another host.",
        "Follows nobody off the site; no article is taken for removed.",
        3,
        (_MOVED, of_page("off-site")),
        may_tell=(of_site("articles-unreadable"),),
        reason="sukaresmi-baru.example",
        faults=(Fault(where="articles", answer=_to("https://arsip.sukaresmi-baru.example/berita", 301)),),
    ),
    Row(
        "one-article-off-site",
        "One article leads to another host.",
        "Does not follow; notes it.",
        0,
        (of_page("off-site"),),
        faults=(Fault(where="known-article", answer=_to("https://www.sukaresmi-baru.example/x")),),
    ),
    Row(
        "redirect-loop-at-the-door",
        "The home page and every other lead in a circle.",
        "Leaves it after ten redirects.",
        4,
        (of_site("unreachable"), of_page("redirect-loop")),
        reason="redirects without end",
        faults=(Fault(where="pages", answer=_to("/?masuk=1")),),
        most_requests=40,
    ),
    Row(
        "redirect-loop-of-one-article",
        "One article's address leads to itself.",
        "Leaves it after ten redirects; all others are read.",
        0,
        (of_page("redirect-loop"),),
        faults=(Fault(where="new-article", answer=_to("")),),
    ),
    Row(
        "redirect-chain",
        "One article's page comes after five redirects.",
        "Follows them.",
        faults=(Fault(where="new-article", times=5, answer=_to("?lagi=1")),),
    ),
)
