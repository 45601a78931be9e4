"""Whether something that a site's pages used to give is lost: Page's cumulative sum test over the reads of its runs.

A daily run reads a handful of articles, so no run can tell by itself, and a window of fixed length is either too short
for a site with one article a week or too slow for one with ten a day. So each read is weighed: how much likelier is it
where the field is lost than where all is as it was? The sum of the logarithms, never below nothing, is the evidence.
It rises by about 3 with each miss of a field that was always there, by hardly anything with one that every other
article lacks, and falls with each read that gives the field. From `needed` on the field counts as lost. Where nothing
is lost that much evidence comes together by chance in less than one of e^needed reads.
"""

from __future__ import annotations

import math
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

# "Lost" is a field that an eighth of the usual share of articles gives: not all of a template's pages lose it.
_LEFT_WHEN_LOST = 1 / 8
# From fewer reads nobody knows what is usual.
FEWEST_READS = 20
# A new template loses its fields at once; what begins to be missing a month of daily runs later has another cause.
SOON = 30
# Two reads that give the field again, and none that does not: it is back.
_BACK = 3.5


@dataclass(frozen=True, slots=True)
class Reads:
    """Articles of one run: how many could have given a field, and how many did."""

    total: int = 0
    given: int = 0

    def __add__(self, other: Reads) -> Reads:
        return Reads(self.total + other.total, self.given + other.given)


@dataclass(frozen=True, slots=True)
class Manner:
    """How reads of a kind are weighed.

    `most_certain`: no site is believed to give a field more often than that, whatever its history says; `needed`: the
    evidence from which on it is lost; `most_per_run`: the most that one run can add, as articles of one day have one
    author; `fewest`: a field that is given less often is not missed at all; `after_redesign`: as `needed`, of what has
    been read since the pages are built differently.
    """

    most_certain: float
    needed: float
    most_per_run: float
    fewest: float
    after_redesign: float = 5.0


# New articles differ in who wrote them: a new editor who signs nothing, a week of press releases. So at least three
# runs must agree.
NEWS = Manner(most_certain=0.95, needed=20.0, most_per_run=6.0, fewest=0.5)
# A known article has given the field: that it does not any more is the page's doing, and hardly ever chance. From four
# articles on, of one run or of several.
AGAIN = Manner(most_certain=0.98, needed=12.0, most_per_run=math.inf, fewest=0.1)


@dataclass(frozen=True, slots=True)
class Loss:
    """A field that is lost: since which of the runs, what has been read since, its usual share before."""

    since: int
    reads: Reads
    usual: float
    evidence: float


def loss_in(
    runs: Sequence[Reads], manner: Manner, *, before: Reads = Reads(), rebuilt_at: int | None = None
) -> Loss | None:
    """What the last of these runs, the earliest first, leave lost; None where nothing is.

    `before` is what was usual before the first of them; `rebuilt_at` the place of the run since which the site's pages
    are built differently: for a month little is enough to believe in a loss, and what was believed then stays lost
    until the field is back.
    """
    if all(run.given == run.total for run in runs):  # most fields of most sites
        return None
    return deque(losses_after(runs, manner, before=before, rebuilt_at=rebuilt_at), maxlen=1).pop()


def losses_after(
    runs: Iterable[Reads], manner: Manner, *, before: Reads = Reads(), rebuilt_at: int | None = None
) -> Iterator[Loss | None]:
    """The same as it stood after each of the runs."""
    usual, since, state = before, 0, _State()
    for place, run in enumerate(runs):
        if place == rebuilt_at and not state.lost:
            usual, state = usual + state.reads, _State()
        rate = usual_rate(usual, manner.most_certain)
        if rate is None or rate < manner.fewest:
            usual += run
        elif run.total:
            if state.score == 0.0:
                since = place
            rebuilt = rebuilt_at is not None and rebuilt_at <= since and _is_soon(rebuilt_at, since, place, state)
            state = state.after(run, _weight(run, rate), manner, manner.after_redesign if rebuilt else manner.needed)
            if state.score == 0.0:
                usual, state = usual + state.reads, _State()
        yield Loss(since, state.reads, usual.given / usual.total, state.score) if state.lost else None


def _is_soon(rebuilt_at: int, since: int, place: int, state: _State) -> bool:
    """Whether a run is of the month after a redesign, or what began then is already known to be lost."""
    return (since if state.lost else place) <= rebuilt_at + SOON


def usual_rate(reads: Reads, most: float) -> float | None:
    """The share of reads that give the field, two standard errors on the safe side; None where too few are known.

    (Of a beta distribution with Jeffreys' prior, so that all of twenty does not mean all.)
    """
    return None if reads.total < FEWEST_READS else min(likely_share(reads), most)


def likely_share(reads: Reads) -> float:
    """The same of any number of reads: the fewer, the further on the safe side."""
    mean = (reads.given + 0.5) / (reads.total + 1)
    error = math.sqrt(mean * (1 - mean) / (reads.total + 2))
    return max(mean - 2 * error, 0.0)


@dataclass(frozen=True, slots=True)
class _State:
    """The evidence so far, what was read while it was there, and since it is enough what speaks against it."""

    score: float = 0.0
    reads: Reads = Reads()
    lost: bool = False
    back: float = 0.0

    def after(self, run: Reads, weight: float, manner: Manner, needed: float) -> _State:
        reads = self.reads + run
        if self.lost:
            back = max(0.0, self.back - weight)
            if back < _BACK:
                score = max(needed, self.score + min(weight, manner.most_per_run))
                return replace(self, reads=reads, score=score, back=back)
            # It is back; a half is left, so that one good day in between is not believed for long.
            return _State(score=needed / 2)
        score = max(0.0, self.score + min(weight, manner.most_per_run))
        return _State(score, reads, score >= needed)


def _weight(run: Reads, rate: float) -> float:
    """How much likelier a run's reads are where the field is lost: the logarithm of the ratio."""
    left = rate * _LEFT_WHEN_LOST
    missing = run.total - run.given
    return missing * math.log((1 - left) / (1 - rate)) + run.given * math.log(left / rate)
