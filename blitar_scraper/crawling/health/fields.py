"""Check of the fields: do the articles still give what they used to give?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import comb
from typing import Any

from blitar_scraper.archive.content import FILLED
from blitar_scraper.archive.standing.attention import percent
from blitar_scraper.crawling.health.evidence import AGAIN, FEWEST_READS, NEWS, Loss, Reads, loss_in
from blitar_scraper.crawling.health.facts import Case, count
from blitar_scraper.crawling.health.redesign import rebuilt_at
from blitar_scraper.crawling.health.verdict import UNHEALTHY, Finding

# Articles last read by which a person's own number is judged, and the chance at which a site that just keeps to it is
# found to miss it.
_LAST_READS, _CHANCE = 20, 0.001
# Articles read from which on it is known what is usual: a village may have no more than these when its site is rebuilt.
_FEWEST_BEFORE = 10
# Known articles that still give a field that new ones lack: then it is the articles, and twice as much is needed.
_FEWEST_STILL_GIVEN = 3


def are_as_full(case: Case) -> list[Finding]:
    """field-lost, for each field: fewer articles give it than the site's own history, or a person, lets expect."""
    if case.run.nobody_answers:
        return []
    found = (_loss(case, field) for field in FILLED)
    return [finding for finding in found if finding is not None]


def _loss(case: Case, field: str) -> Finding | None:
    least = case.expected.fill.get(field)
    if least is not None:
        fields = [Reads(count(tally, "fields", "read"), count(tally, "fields", field)) for tally in case.tallies]
        reads = _latest(fields, _LAST_READS)
        if not least or at_most(reads.given, reads.total, least) >= _CHANCE:
            return None
        detail = f"{field}: {_of(reads, 'the last ')}, {percent(least)} expected{_more(case)}"
        return Finding("field-lost", detail, UNHEALTHY, field)
    losses = lost_since(case.tallies, field, rebuilt_at(case))
    if not losses:
        return None
    since, reads = min(loss.since for loss in losses), sum((loss.reads for loss in losses), Reads())
    starts = [run.started_at[:10] for run in case.tallied]
    day = starts[since] if since < len(starts) else case.run.today.isoformat()
    detail = f"{field}: {_of(reads)} since {day}, before {percent(losses[0].usual)}{_more(case)}"
    return Finding("field-lost", detail, UNHEALTHY, field)


def _of(reads: Reads, which: str = "") -> str:
    """`none of 16 articles`, `2 of the last 20 articles`."""
    return f"{reads.given or 'none'} of {which}{reads.total} article{'' if reads.total == 1 else 's'}"


def _more(case: Case) -> str:
    """Where the cure stands, which takes more than a line (cli/status_page.py)."""
    return f"; see blitar status {case.site}" if case.site else ""


def lost_since(tallies: Sequence[Mapping[str, Any]], field: str, rebuilt: int | None) -> list[Loss]:
    """The evidence that is enough to say that the field is lost: of known articles, of new ones, or of both."""
    again = [again_reads(tally, field) for tally in tallies]
    news = [Reads(count(tally, "news", "read"), count(tally, "news", field)) for tally in tallies]
    of_known = loss_in(again, AGAIN, before=_usual(tallies[: rebuilt or -1], field), rebuilt_at=rebuilt)
    of_new = loss_in(news, NEWS, rebuilt_at=rebuilt)
    if of_new is not None and of_known is None and of_new.evidence < 2 * NEWS.needed:
        still = _latest(again[of_new.since :], _FEWEST_STILL_GIVEN)
        if still.total >= _FEWEST_STILL_GIVEN and still.given > still.total * of_new.usual / 2:
            of_new = None
    return [loss for loss in (of_known, of_new) if loss is not None]


def again_reads(tally: Mapping[str, Any], field: str) -> Reads:
    """Known articles whose page had given the field the last time, and of these those that gave it again."""
    still, lost = count(tally, "still_lost", field), count(tally, "lost", field)
    total = max(count(tally, "known", field) - still, 0)
    return Reads(total, max(total - max(lost - still, 0), 0))


def at_most(given: int, total: int, share: float) -> float:
    """The chance that so few of so many articles, or fewer, give a field that this share of articles has."""
    return sum(comb(total, k) * share**k * (1 - share) ** (total - k) for k in range(given + 1))


def _usual(before: Sequence[Mapping[str, Any]], field: str) -> Reads:
    """How sure one may be that a known article gives a field again, before any was asked: as sure as of any article.

    A field that a page shows at one look and not at the next is given by as many in the end. `before`: the runs that
    tell what is usual; of a site whose pages were rebuilt, those before it: what is lost since is not.
    """
    total = sum(count(tally, "fields", "read") for tally in before)
    given = sum(count(tally, "fields", field) for tally in before)
    return Reads(FEWEST_READS, round(FEWEST_READS * given / total)) if total >= _FEWEST_BEFORE else Reads()


def _latest(runs: Sequence[Reads], enough: int) -> Reads:
    """The last reads, of as many of the last runs as it takes."""
    reads = Reads()
    for run in reversed(runs):
        if reads.total >= enough:
            break
        reads += run
    return reads
