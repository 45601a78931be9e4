"""What goes wrong on which site and when, by the seed; and what a run on such a day must say of it.

`may`: the exit statuses that a run may have. `sees`: whether it can see all that the site shows, so that a run that is
green has everything. Where more than one status is allowed the reason stands beside it.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from tests.soak.pages import Guise
from tests.soak.sites import SKINS, SoakSite

GREEN = frozenset({0})
RED = frozenset({3, 4})
UNREACHABLE = frozenset({4})
UNHEALTHY = frozenset({3})


@dataclass(frozen=True, slots=True)
class Fault:
    """A kind of fault. `weight`: how often it is drawn beside others; `longest`: days that it can last.

    `by_run`: it is nothing that the site does; `stops`: it takes away the sight of the whole site.
    """

    name: str
    may: frozenset[int]
    sees: bool = False
    weight: int = 2
    longest: int = 1
    by_run: bool = False


FAULTS = (
    # Those that pass within the run, or do no harm: as good as a healthy day.
    Fault("burst-500", GREEN, sees=True, weight=4),
    Fault("once-429", GREEN, sees=True, weight=3),
    Fault("once-reset", GREEN, sees=True, weight=3),
    Fault("slow", GREEN, sees=True, weight=1),
    # Nobody is there, or wants to see us.
    Fault("refused", UNREACHABLE, weight=4, longest=3),
    Fault("all-500", UNREACHABLE, weight=3, longest=3),
    Fault("all-reset", UNREACHABLE, longest=2),
    Fault("all-429", UNREACHABLE, longest=2),
    Fault("all-403", UNREACHABLE, longest=2),
    Fault("challenge", UNREACHABLE, longest=4),
    Fault("maintenance", RED, longest=2),  # the contract names no status for it but that it is red
    # Something is there, and it is not what it was.
    Fault("listing-empty", UNHEALTHY, weight=3, longest=2),
    Fault("listing-shrunk", UNHEALTHY, weight=2),
    Fault("half-articles", frozenset({0, 3}), weight=3),  # of one or two articles, one may be published broken
    Fault("gzip-cut", frozenset({0, 3, 4}), weight=2),  # 0 where no article was asked for
    Fault("articles-404", frozenset({0, 3}), weight=2),  # 0 where no article was asked for
    Fault("articles-home", frozenset({0, 3}), weight=2),
    Fault("moved-host", RED, weight=2),  # 4 for the whole host, 3 where robots.txt does not lead there
    # What happens to the run itself.
    Fault("killed", frozenset({0, 1}), weight=4, by_run=True),  # 0 where it ended before its time
    Fault("busy", frozenset({5}), weight=2, by_run=True),  # another run holds the site for the whole time
    Fault("twice", GREEN, sees=True, by_run=True),  # two runs at once: one of them is busy, or they follow each other
    Fault("locked", GREEN, sees=True, weight=1, by_run=True),  # another program writes the archive for a second
)
BY_NAME = {fault.name: fault for fault in FAULTS}
# The share of the days, at the beginning, without a fault: nothing could be compared with a history. Two weeks suffice.
_QUIET, _MOST_QUIET = 0.2, 14
# Redesigns: a site has one in half a year, some with a field lost.
_REDESIGNED = 0.5


@dataclass(frozen=True, slots=True)
class Redesign:
    """From `day` on the site wears `skin`; it does not print `lost` before day `mended` (None: never again)."""

    day: int
    skin: str
    dates: str = "long"
    lost: str | None = None
    mended: int | None = None

    def has_lost(self, day: int) -> bool:
        return self.lost is not None and self.day <= day and (self.mended is None or day < self.mended)


@lru_cache(maxsize=256)
def faults_of(site: SoakSite, days: int) -> tuple[str | None, ...]:
    """The fault of each day, or None."""
    rng = site.chance("faults")
    found: list[str | None] = [None] * days
    names, weights = [fault.name for fault in FAULTS], [fault.weight for fault in FAULTS]
    day = min(int(days * _QUIET), _MOST_QUIET)
    while day < days:
        if rng.random() < site.ill:
            name = rng.choices(names, weights)[0]
            length = rng.randint(1, BY_NAME[name].longest)
            found[day : day + length] = [name] * len(found[day : day + length])
            day += length
        day += 1
    return tuple(found)


@lru_cache(maxsize=256)
def redesigns_of(site: SoakSite, days: int) -> tuple[Redesign, ...]:
    """At most one: the markup changes while the addresses stay."""
    rng = site.chance("redesign")
    if rng.random() > _REDESIGNED:
        return ()
    day = rng.randint(25, 170)
    skin = rng.choice([skin for skin in SKINS if skin != site.system])
    kind = rng.choice(("all", "dates", "lost", "lost", "mended", "mended"))
    losable = [name for name, shows in (("author", site.author), ("views", site.views == "always")) if shows]
    dates = rng.choice(("numbers", "english")) if kind == "dates" else "long"
    if kind in ("lost", "mended") and losable:
        lost = rng.choice([*losable, "date"])
        mended = day + rng.randint(10, 40) if kind == "mended" else None
        return (Redesign(day, skin, dates, lost, mended),)
    return (Redesign(day, skin, dates),)


def guise_of(site: SoakSite, days: int, day: int) -> Guise:
    """How the site looks that day."""
    worn = [redesign for redesign in redesigns_of(site, days) if redesign.day <= day]
    if not worn:
        return Guise(site.system)
    last = worn[-1]
    lost = frozenset({last.lost}) if last.lost is not None and last.has_lost(day) else frozenset()
    return Guise(last.skin, lost, last.dates)
