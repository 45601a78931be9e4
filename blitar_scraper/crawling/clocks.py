"""The clock of a run: it never goes back, and it is not believed where the archive says that it cannot be right.

A small server that has lost its battery begins in 1970, and a timer fires at once: what that run stored would carry
wrong times for ever. Or that happened to an earlier run, and only seems to be so now: then the site itself can tell, by
the date of any answer. It is asked only where archive and clock contradict each other.
"""

from __future__ import annotations

import http.client
import logging
import ssl
import time
import urllib.request
from collections.abc import Callable, Mapping
from datetime import UTC, datetime, timedelta
from urllib.error import HTTPError
from urllib.parse import urlsplit

from blitar_scraper.archive import Archive
from blitar_scraper.archive.clocks import TOLERANCE, Latest
from blitar_scraper.crawling.manners.pauses import http_date
from blitar_scraper.items import Problem, Site

Clock = Callable[[], datetime]
AskDate = Callable[[], datetime | None]

_log = logging.getLogger(__name__)

# Servers' clocks are minutes wrong, sometimes hours (a local time called GMT); a machine's lost clock is years wrong.
_NEARLY = timedelta(days=1)
# Seconds to wait for the answer that tells the time.
_PATIENCE = 20.0


class WrongClock(Exception):
    """The machine's clock cannot be right; the message is one line for the person at the keyboard."""


class NobodyTells(WrongClock):
    """The clock contradicts the archive, and the site, which could tell which is right, does not answer."""


class NoAnswer(Exception):
    """The site that was asked for the time does not answer at all."""


class SteadyClock:
    """A clock that never goes back: where the one behind it is set back, it goes on from where it was.

    `not_before`: the end of the run before, so that no two runs of a site share their times.
    """

    def __init__(self, clock: Clock, not_before: datetime | None = None) -> None:
        self._clock = clock
        self._last = not_before
        self._ahead = timedelta(0)

    def __call__(self) -> datetime:
        now = self._clock() + self._ahead
        if self._last is not None and now < self._last:
            self._ahead += self._last - now
            now = self._last
        self._last = now
        return now


def clock_of_run(archive: Archive, site: Site, clock: Clock, ask: AskDate, *, trusted: bool = False) -> SteadyClock:
    """The clock for a run of the site that begins now. `ask`: what the site says that time it is; None: it does not.

    Raises WrongClock where an earlier run ended later than now and the site does not say that it is now all the same,
    nor does a person, who has looked (`trusted`); NobodyTells where the site does not answer (`ask` raises NoAnswer).
    It is noted as a problem of the site, seen when that earlier run ended: there is no better time to give.
    """
    now = clock()
    latest = archive.latest_moment(site.id)
    if latest is None or now + TOLERANCE >= latest.at:
        archive.note_clock(site.id, None, at=now)
        return SteadyClock(clock, latest.at if latest is not None and latest.at > now else None)
    if not trusted and (refusal := _refusal(now, latest, ask)):
        archive.note_clock(site.id, Problem("clock", detail=str(refusal)), at=latest.at)
        raise refusal
    _log.warning("%s went on until %s, which is still to come: its time was wrong", latest.run, _plain(latest.at))
    archive.note_wrong_times(now)
    archive.note_clock(site.id, None, at=now)
    return clock_of_run(archive, site, clock, lambda: None)


def _refusal(now: datetime, latest: Latest, ask: AskDate) -> WrongClock | None:
    """Why the clock is not to be believed; None where the site bears it out."""
    kind, told = WrongClock, "the site does not tell the time"
    try:
        said = ask()
    except NoAnswer:
        said, kind, told = None, NobodyTells, "the site, which could tell, does not answer"
    if said is not None:
        if abs(said - now) <= _NEARLY:
            return None
        told = f"the site says {_plain(said)}"
    return kind(
        f"the clock says {_plain(now)}, but {latest.run} went on until {_plain(latest.at)}, and {told}:"
        " set the clock, or crawl once with --trust-clock if it is right; nothing was fetched"
    )


def _plain(at: datetime) -> str:
    return f"{at.astimezone(UTC):%Y-%m-%d %H:%M} UTC"


def date_of_site(site: Site, user_agent: str, *, pause: float = 0.0) -> datetime | None:
    """What time it is by the site: the date of its answer for robots.txt, which every client may ask for.

    One request, by itself, before there is a run, through the proxy that the environment names, as those of a run; a
    server whose encryption is of old is asked without. `pause` in seconds is waited before anything else is asked of
    it. None where its answer has no date; raises NoAnswer where there is none.
    """
    parts = urlsplit(site.home_url)
    checked = bool(site.settings.get("verify_certificates", False))
    ways = [f"https://{parts.netloc}/robots.txt"] if parts.scheme == "https" else []
    if not (checked and parts.scheme == "https"):
        ways.append(f"http://{parts.netloc if parts.scheme == 'http' else parts.hostname}/robots.txt")
    answered = False
    for way in ways:
        headers = _headers(way, user_agent, _context(checked))
        time.sleep(pause)
        if headers is not None:
            answered = True
            if (said := _date_in(headers)) is not None:
                return said
    if not answered:
        raise NoAnswer(site.home_url)
    return None


class _NoRedirects(urllib.request.HTTPRedirectHandler):
    """A redirect has a date too, and where it leads to does not matter."""

    def redirect_request(self, *about: object) -> None:
        return None


def _headers(url: str, user_agent: str, context: ssl.SSLContext) -> Mapping[str, str] | None:
    """The headers of any answer; None where there is none."""
    opener = urllib.request.build_opener(_NoRedirects, urllib.request.HTTPSHandler(context=context))
    request = urllib.request.Request(url, headers={"User-Agent": user_agent})
    try:
        with opener.open(request, timeout=_PATIENCE) as answer:
            return dict(answer.headers)
    except HTTPError as error:
        with error:
            return dict(error.headers)
    except (OSError, http.client.HTTPException, ValueError):
        return None


def _date_in(headers: Mapping[str, str]) -> datetime | None:
    return http_date(next((value for name, value in headers.items() if name.lower() == "date"), None))


def _context(checked: bool) -> ssl.SSLContext:
    context = ssl.create_default_context()
    if not checked:
        context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
    return context
