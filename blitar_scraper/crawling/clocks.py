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
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from urllib.parse import urlsplit

from blitar_scraper.archive import Archive
from blitar_scraper.archive.clocks import TOLERANCE
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


def clock_of_run(archive: Archive, site: Site, clock: Clock, ask: AskDate) -> SteadyClock:
    """The clock for a run of the site that begins now. `ask`: what the site says that time it is; None: it does not.

    Raises WrongClock where an earlier run ended later than now and the site does not say that it is now all the same;
    that is noted as a problem of the site, seen when that earlier run ended: there is no better time to give.
    """
    now = clock()
    latest = archive.latest_moment(site.id)
    if latest is None or now + TOLERANCE >= latest.at:
        archive.note_clock(site.id, None, at=now)
        return SteadyClock(clock, latest.at if latest is not None and latest.at > now else None)
    said = ask()
    if said is None or abs(said - now) > _NEARLY:
        told = "the site does not tell the time" if said is None else f"the site says {_plain(said)}"
        why = (
            f"this machine's clock says {_plain(now)}, but {latest.run} went on until {_plain(latest.at)}, and {told}:"
            " set the clock; nothing was fetched"
        )
        archive.note_clock(site.id, Problem("clock", detail=why), at=latest.at)
        raise WrongClock(why)
    _log.warning("%s went on until %s, which is still to come: its time was wrong", latest.run, _plain(latest.at))
    archive.note_wrong_times(now)
    archive.note_clock(site.id, None, at=now)
    return clock_of_run(archive, site, clock, lambda: None)


def _plain(at: datetime) -> str:
    return f"{at.astimezone(UTC):%Y-%m-%d %H:%M} UTC"


def date_of_site(site: Site, user_agent: str, *, pause: float = 0.0) -> datetime | None:
    """What time it is by the site: the date of its answer for robots.txt, which every client may ask for.

    One request, by itself, before there is a run; a server whose encryption is of old is asked without. `pause` in
    seconds is waited before anything else is asked of it. Raises nothing.
    """
    parts = urlsplit(site.home_url)
    checked = bool(site.settings.get("verify_certificates", False))
    ways: list[Callable[[], http.client.HTTPConnection]] = []
    if parts.scheme == "https":
        ways.append(lambda: http.client.HTTPSConnection(parts.netloc, timeout=_PATIENCE, context=_context(checked)))
    if not (checked and parts.scheme == "https"):
        plain = parts.netloc if parts.scheme == "http" else str(parts.hostname)
        ways.append(lambda: http.client.HTTPConnection(plain, timeout=_PATIENCE))
    for way in ways:
        said = _date_by(way, user_agent)
        time.sleep(pause)
        if said is not None:
            return said
    return None


def _date_by(way: Callable[[], http.client.HTTPConnection], user_agent: str) -> datetime | None:
    connection = None
    try:
        connection = way()
        connection.request("GET", "/robots.txt", headers={"User-Agent": user_agent})
        said = parsedate_to_datetime(connection.getresponse().getheader("Date") or "")
    except (OSError, http.client.HTTPException, ValueError, IndexError, OverflowError):
        return None
    finally:
        if connection is not None:
            connection.close()
    return said if said.tzinfo is not None else said.replace(tzinfo=UTC)


def _context(checked: bool) -> ssl.SSLContext:
    context = ssl.create_default_context()
    if not checked:
        context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
    return context
