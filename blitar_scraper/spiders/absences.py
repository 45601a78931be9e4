"""Articles that are not at their addresses: removed one by one, or has the whole site moved? What one run has seen.

An absence is believed when another article that was known before has been seen at its address in the same run. Until
then it waits: the looks that are due anyway may tell, else some other articles are asked for. Where none of them is at
its address any more, the site has moved its addresses (or is being worked on): nobody has removed the articles.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field

from blitar_scraper.addresses import address_key
from blitar_scraper.items import PageFailed, PageGone
from blitar_scraper.spiders.frontier import Frontier, Standing
from blitar_scraper.spiders.reading import gave_nothing

# Articles not at their addresses, with none that is: an office takes one or two down on a day, a move leaves none.
MOVED = 4
# The same where a site has no more than these.
FEWEST_MOVED = 3
# Asked for beyond what is due: the three that are needed, and two more, for some may fail.
_MOST_ASKED = 5
# Absences that one article seen at its address is good for: in a long run the site may move while it goes on.
_BELIEVED = 20
# Names of problems: the address leads where many others lead; no other article could tell whether this one was removed.
TOGETHER, UNPROVEN = "redirected-together", "absence-unproven"


@dataclass
class _Era:
    """The articles known before the site was last found moved, or those known since: each tells of its own kind alone.

    Sets hold address keys. `missing`: articles that are not at their addresses; `still`: those that had gone with the
    whole site before; `asked`: those asked for to find out more, `told`: those that were there or were not.
    """

    alive: bool = False
    moved: bool = False
    believed: int = 0
    missing: set[str] = field(default_factory=set)
    still: set[str] = field(default_factory=set)
    asked: set[str] = field(default_factory=set)
    told: set[str] = field(default_factory=set)
    waiting: list[PageGone] = field(default_factory=list)

    @property
    def absent(self) -> int:
        return len(self.missing | self.still)

    @property
    def is_open(self) -> bool:
        """Whether something is to be found out. One article that leads off the site is an oddity, two are a sign."""
        return not (self.alive or self.moved) and (bool(self.waiting) or len(self.missing) > 1)

    def see(self, key: str) -> None:
        """An article was seen at its address."""
        self.alive, self.moved, self.believed = True, False, 0
        self.missing.clear()
        self.still.clear()
        self.told.add(key)

    def miss(self, key: str, known: Standing) -> None:
        """An article was not at its address."""
        self.told.add(key)
        if self.alive:
            self.believed += 1
            self.alive = self.believed <= _BELIEVED
        if not self.alive:
            (self.still if known.gone else self.missing).add(key)
            # Those that were gone before are no news: as many as there are, they count for one.
            self.moved = self.moved or len(self.missing) + bool(self.still) >= MOVED


class Absences:
    """State of one run. Makes no requests: `to_ask` says whom to ask for, `settled` what was found out."""

    def __init__(self, frontier: Frontier) -> None:
        self.frontier = frontier
        self._eras = {True: _Era(), False: _Era()}  # by `Standing.before_move`
        self._led_to: dict[str, set[str]] = {}

    @property
    def any_alive(self) -> bool:
        """Whether a known article has been seen at its address."""
        return any(era.alive for era in self._eras.values())

    @property
    def site_moved(self) -> int:
        """How many known articles are not at their addresses, where that means that the site has moved; or 0.

        Not where those that became known since an earlier move are where they should be.
        """
        return 0 if self.any_alive else max((era.absent for era in self._eras.values() if era.moved), default=0)

    def leads_to(self, url: str, requested_url: str) -> int:
        """Note that an address leads to another one; how many different ones have led there in this run."""
        led = self._led_to.setdefault(address_key(url), set())
        led.add(address_key(requested_url))
        return len(led)

    def seen(self, url: str, known: Standing) -> None:
        """A known article is at its address."""
        self._eras[known.before_move].see(address_key(url))

    def missed(self, url: str, known: Standing) -> None:
        """One is not, and nothing more is to be found out of it: its address leads off the site, or where many lead."""
        self._eras[known.before_move].miss(address_key(url), known)

    def doubted(self, gone: PageGone, known: Standing) -> None:
        """One looks gone."""
        self._eras[known.before_move].waiting.append(gone)
        self.missed(gone.fetch.requested_url, known)

    def settled(self, together: int) -> Iterator[PageGone | PageFailed]:
        """The absences of which enough is known by now. `together`: addresses led to one, of which none tells more.

        Those that lead to another page wait for the end: how many lead there is not known before.
        """
        for era in self._eras.values():
            waiting, era.waiting = era.waiting, []
            for gone in waiting:
                if era.moved:
                    yield self._with_its_site(gone, together)
                elif era.alive and not _is_led(gone):
                    yield gone
                else:
                    era.waiting.append(gone)

    def to_ask(self, already: Collection[str]) -> str | None:
        """The address of another known article to ask for, to find out more; None where that is of no use.

        `already`: address keys of what has been asked for in this run.
        """
        for before_move, era in self._eras.items():
            if era.is_open and len(era.asked) < _MOST_ASKED and (url := self._other(already, era, before_move)):
                return url
        since = self._eras[False]
        if self._eras[True].moved and not (since.alive or since.asked or since.missing):
            return self._other(already, since, False)  # the site lives on where it went, perhaps
        return None

    def _other(self, already: Collection[str], era: _Era, before_move: bool) -> str | None:
        url = next(iter(self.frontier.others(already, before_move=before_move)), None)
        if url is not None:
            era.asked.add(address_key(url))
        return url

    def at_the_end(self, together: int, *, asked_enough: bool) -> Iterator[PageGone | PageFailed]:
        """What becomes of absences of which no other article could tell. `asked_enough`: all that may be were asked.

        A site's only article is believed to be gone; two that are the whole of a site are not believed to be removed
        both, and three are a site that has moved.
        """
        for era in self._eras.values():
            unclear = len(era.asked - era.told)
            waiting, era.waiting = era.waiting, []
            if era.alive:
                yield from (self._led_together(gone, together) or gone for gone in waiting)
                continue
            if not (waiting or era.is_open):
                continue
            is_told = asked_enough and not unclear
            era.moved = is_told and era.absent >= FEWEST_MOVED
            for gone in waiting:
                if not is_told:
                    yield _unproven(gone, unclear)
                else:
                    yield gone if era.absent == 1 and not era.still else self._with_its_site(gone, together)

    def _with_its_site(self, gone: PageGone, together: int) -> PageGone | PageFailed:
        told = dataclasses.replace(gone.circumstances, gone="moved-site")
        return self._led_together(gone, together) or PageGone(gone.site, gone.fetch, "moved-site", told)

    def _led_together(self, gone: PageGone, together: int) -> PageFailed | None:
        """What is said of an absence where many addresses lead to the same page; None where few do."""
        fetch = gone.fetch
        if not _is_led(gone) or len(self._led_to.get(address_key(fetch.url), ())) < together:
            return None
        told = dataclasses.replace(gone.circumstances, together=True)
        return gave_nothing(fetch, gone.site, told, TOGETHER, fetch.url)


def _is_led(gone: PageGone) -> bool:
    """Whether the address leads to another one."""
    return address_key(gone.fetch.url) != address_key(gone.fetch.requested_url)


def _unproven(gone: PageGone, unclear: int) -> PageFailed:
    why = f"none of {unclear} others could be read" if unclear else "no other was asked for"
    detail = f"{gone.reason}; whether the article was removed or the site has moved, {why}"
    told = dataclasses.replace(gone.circumstances, failed=(UNPROVEN, detail))
    return gave_nothing(gone.fetch, gone.site, told, UNPROVEN, detail)
