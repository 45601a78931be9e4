"""Check of the fields: do the articles still give what they used to give?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import comb
from typing import Any

from blitar_scraper.archive.content import FILLED
from blitar_scraper.archive.standing.attention import percent
from blitar_scraper.crawling.health.evidence import AGAIN, FEWEST_READS, NEWS, SOON, Loss, Reads, likely_share, loss_in
from blitar_scraper.crawling.health.facts import Case, count
from blitar_scraper.crawling.health.redesign import rebuilt_at
from blitar_scraper.crawling.health.verdict import UNHEALTHY, Finding

# Articles last read by which a person's own number is judged, and the chance at which a site that just keeps to it is
# found to miss it.
_LAST_READS, _CHANCE = 20, 0.001
# Articles read from which on it is known what is usual: a village may have no more than these when its site is rebuilt.
_FEWEST_BEFORE = 10
# A chance at which nothing happens in fifty sites' first two years: so rare must so many misses be.
_NO_CHANCE = 1e-5
# However sure one may be of a site's habits: three pages may have been made by a hand that was new to it.
_FEWEST_LOST = 4
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
    before = _usual(tallies[: rebuilt or -1], field)
    if not before.total and rebuilt is not None and len(tallies) - rebuilt > SOON:
        before = _usual(tallies[:-1], field)  # rebuilt in its first days here: by now the new pages are what is usual
    of_known = loss_in(again, AGAIN, before=before, rebuilt_at=rebuilt)
    of_known = of_known or unbroken_loss(tallies, again, field)
    of_new = loss_in(news, NEWS, rebuilt_at=rebuilt)
    if of_new is not None and of_known is None and of_new.evidence < 2 * NEWS.needed:
        still = _latest(again[of_new.since :], _FEWEST_STILL_GIVEN)
        if still.total >= _FEWEST_STILL_GIVEN and still.given > still.total * of_new.usual / 2:
            of_new = None
    return [loss for loss in (of_known, of_new) if loss is not None]


def unbroken_loss(tallies: Sequence[Mapping[str, Any]], again: Sequence[Reads], field: str) -> Loss | None:
    """Known articles that had the field and lack it, one after the other up to now, on a site of few articles.

    What is usual is told by the runs before the first of them alone: where few reads came before, the misses would
    soon pass for what is usual. Six of a field that all of sixteen articles had are enough.
    """
    since, reads = len(again), Reads()
    for place in reversed(range(len(again))):
        if again[place].given:
            break
        if again[place].total:
            since, reads = place, reads + again[place]
    before = tallies[:since]
    total = sum(count(tally, "fields", "read") for tally in before)
    usual = Reads(total, sum(count(tally, "fields", field) for tally in before))
    if reads.total < _FEWEST_LOST or total < _FEWEST_BEFORE:
        return None
    chance = (1 - likely_share(usual)) ** reads.total
    return Loss(since, reads, usual.given / total, AGAIN.needed) if chance < _NO_CHANCE else None


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
