"""Which exit statuses the run of a site on a day may have: the contract's words, and where they leave it open."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from tests.soak.faults import BY_NAME, GREEN, faults_of, redesigns_of
from tests.soak.pages import Look
from tests.soak.sites import SoakSite

# Faults that nobody can see who asks for no article on that day.
_OF_ARTICLES = ("half-articles", "gzip-cut", "articles-404", "articles-home")
# Pages read without the field after which its loss must have been said at least once.
MOST_READS = 12
# What a run must say then.
LOST = frozenset({3})
# Days after a field is back, or its loss has become the site's own habit, on which its loss may still be said.
_LINGERS = 40


class _Ran(Protocol):
    reason: str | None


def asks_articles(looks: Sequence[Look]) -> bool:
    return any(look.kind in ("page", "unchanged", "gone", "lost") or _is_broken_article(look) for look in looks)


def _is_broken_article(look: Look) -> bool:
    return not look.whole and look.kind == "other" and look.target not in ("", "/robots.txt")


def may_be(
    site: SoakSite,
    day: int,
    days: int,
    looks: Sequence[Look],
    reds: Sequence[tuple[int, _Ran]],
    reads: Sequence[int],
) -> frozenset[int]:
    """`reds`: the days of the site's red runs, this one's among them; `reads`: the day of each page read whole."""
    fault = faults_of(site, days)[day]
    may = GREEN if fault is None else BY_NAME[fault].may
    if fault in _OF_ARTICLES and not asks_articles(looks):
        may = GREEN
    for redesign in redesigns_of(site, days):
        if redesign.lost is None or day < redesign.day:
            continue
        over = redesign.mended is not None and day > redesign.mended + _LINGERS
        if not over:
            may |= {3}
        read = sum(redesign.has_lost(one) for one in reads)
        said = any(redesign.has_lost(one) and "field" in str(ran.reason) for one, ran in reds)
        if redesign.has_lost(day) and read >= MOST_READS and not said and fault is None:
            may = LOST
    return may
