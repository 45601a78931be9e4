"""The dates of a feed, read together: only together do they show what a program made of them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from datetime import datetime

from blitar_scraper.indonesian.dates import ParsedDate, parse_date, to_site_time
from blitar_scraper.items import EARLIEST_PUBLICATION, Problem, Site

# A feed is fetched in seconds; a server's clock may be some minutes off.
_OF_THIS_REQUEST = 600
_MIDNIGHT = re.compile(r"T00:00(?::00)?(?=$|[Z+-])")


class FeedDates:
    """Reads a feed's dates of publication; `raws` are all of them as printed (None: an entry without)."""

    def __init__(self, raws: Iterable[str | None], site: Site, seen_at: datetime) -> None:
        self._site, self._seen_at = site, seen_at
        self._read: dict[str, ParsedDate | None] = {}
        self._unreadable: list[str] = []
        self._of_request = 0
        printed = [raw for raw in raws if raw]
        for raw in printed:
            if raw not in self._read:
                self._read[raw] = self._certain(raw)
            if self._read[raw] is None:
                self._unreadable.append(raw)
        # A day kept without time of day is written as midnight: where all times are midnight, there are none.
        times = [found.iso for found in self._read.values() if found and "T" in found.iso]
        self._days_only = all(_MIDNIGHT.search(iso) for iso in times)
        self._drop_those_of_this_request(Counter(printed))

    def _certain(self, raw: str) -> ParsedDate | None:
        found = parse_date(raw, seen_at=self._seen_at, timezone=self._site.timezone)
        if found is None or found.is_range or int(found.iso[:4]) < EARLIEST_PUBLICATION:
            return None  # PHP writes 1970 or -0001 for a date that its database does not have
        return found

    def _drop_those_of_this_request(self, times_printed: Counter[str]) -> None:
        """Some feeds give every entry the time at which they are asked."""
        for raw, found in self._read.items():
            if found is None or found.method == "relative" or len(found.iso) < 22 or times_printed[raw] < 2:
                continue
            try:
                apart = abs((datetime.fromisoformat(found.iso) - self._seen_at).total_seconds())
            except (ValueError, OverflowError):
                continue
            if apart <= _OF_THIS_REQUEST:
                self._read[raw] = None
                self._of_request += times_printed[raw]

    def read(self, raw: str | None) -> ParsedDate | None:
        """The date in the site's time, as precise as printed; None where it is not certain."""
        found = self._read.get(raw) if raw else None
        if found is None:
            return None
        iso = found.iso
        if self._days_only:
            iso = iso[:10]
        elif self._site.timezone:
            iso = to_site_time(iso, self._site.timezone)
        return ParsedDate(iso, found.raw, found.start, found.flags, found.method)

    def modified(self, raw: str | None) -> str | None:
        """A date of the last change in the site's time; None where it is not certain."""
        found = self._certain(raw) if raw else None
        if found is None:
            return None
        return to_site_time(found.iso, self._site.timezone) if self._site.timezone else found.iso

    def problems(self, url: str | None) -> list[Problem]:
        """One for all dates that could not be read, one for all that are the time of the request."""
        found = []
        if self._unreadable:
            more = f" and {len(self._unreadable) - 1} more" if len(self._unreadable) > 1 else ""
            found.append(Problem("date-unreadable", "published_at", f"{self._unreadable[0][:200]!r}{more}", url))
        if self._of_request:
            detail = f"{self._of_request} entries have the time at which they were asked for"
            found.append(Problem("date-of-request", "published_at", detail, url))
        return found
