"""What reading a date gives."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from blitar_scraper.indonesian.clock import offset_in

Method = Literal["table", "relative", "machine", "dateparser"]
Precision = Literal["year", "month", "day", "minute", "second"]

_PRECISION_BY_LENGTH: dict[int, Precision] = {
    4: "year",
    7: "month",
    10: "day",
    16: "minute",
    19: "second",
    22: "minute",
    25: "second",
}


@dataclass(frozen=True, slots=True)
class ParsedDate:
    """A date that was read. `iso` is EDTF level 0 text, local, as precise as printed, or "start/end" for a range.

    `raw` is the exact part of the given text that was read, with weekday, time of day and zone, without label;
    it begins at `start`. `flags` are short names of what a person may want to check: `month-first`,
    `weekday-mismatch`, `time-malformed`, `two-digit-year`, `year-inferred`, `month-misspelt`, `approximate`.
    """

    iso: str
    raw: str
    start: int
    flags: tuple[str, ...] = ()
    method: Method = "table"

    @property
    def span(self) -> tuple[int, int]:
        """Where `raw` begins and ends in the given text."""
        return self.start, self.start + len(self.raw)

    @property
    def is_range(self) -> bool:
        return "/" in self.iso

    @property
    def precision(self) -> Precision:
        """How precise `iso` is; of a range, its start."""
        return _PRECISION_BY_LENGTH[len(self.iso.partition("/")[0])]


def zoned(iso: str, offset: str | None, timezone: str | None) -> str:
    """A value with its printed offset, or else with that of the site; one without time of day takes none."""
    if len(iso) not in (16, 19):
        return iso
    return iso + (offset or (offset_in(timezone, iso) if timezone else ""))
