"""When crawls begin: spread over the hours in which offices are closed, so that not all ask at the same minute."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import time, timedelta

# The hours between two crawls.
EVERY = {"6h": 6, "12h": 12, "daily": 24, "weekly": 168}
# Nine in the evening in the west of Indonesia, eleven in its east: the day's news is there, and its readers are not.
EVENING = time(21)
_ZONE = "Asia/Jakarta"
_AHEAD_OF_UTC = 7 * 60  # minutes
# Six hours later offices begin to wake up; whoever names an hour gets an hour's spread.
_NIGHT, _HOUR = 6 * 60, 60  # minutes
_DAY = 24 * 60
_WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


@dataclass(frozen=True, slots=True)
class Rhythm:
    """How often, by its name in EVERY, and when: within the hour after `at`, by the machine's clock.

    Where that is None, within the six hours after `begin`, by the clock of Jakarta. `seed` is any text that is another
    one on another machine and for other sites: it decides about the day of the week, and where nothing else does (cron)
    about hour and minute.
    """

    every: str = "daily"
    at: time | None = None
    seed: str = ""
    begin: time = EVENING

    def calendar(self) -> tuple[str, int]:
        """systemd's OnCalendar, and the longest delay behind it, in minutes."""
        hours = EVERY[self.every]
        day = f"{_WEEKDAYS[self._weekday()]} " if self.every == "weekly" else ""
        if self.at is not None:
            return f"{day}*-*-* {self._hours(self.at.hour)}:{self.at.minute:02d}:00", _HOUR
        if hours < 24:
            return f"*-*-* {self._hours(0)}:00:00", hours * 60
        return f"{day}*-*-* {self.begin:%H:%M:%S} {_ZONE}", _NIGHT

    def cron(self, ahead_of_utc: timedelta) -> str:
        """The five fields of a line for cron, which goes by the machine's clock: so much is that ahead of UTC."""
        hours = EVERY[self.every]
        if self.at is not None:
            start, spread = self.at.hour * 60 + self.at.minute, _HOUR
        elif hours < 24:
            start, spread = 0, hours * 60
        else:
            start, spread = self.begin.hour * 60 - _AHEAD_OF_UTC + int(ahead_of_utc.total_seconds() // 60), _NIGHT
        hour, minute = divmod((start + self._number("minute") % spread) % _DAY, 60)
        # Cron's week begins with Sunday, 0.
        weekday = str((self._weekday() + 1) % 7) if self.every == "weekly" else "*"
        return f"{minute} {self._hours(hour, pad=False)} * * {weekday}"

    def _hours(self, first: int, *, pad: bool = True) -> str:
        """The hours of a day at which it begins, of which one is `first`."""
        step = min(EVERY[self.every], 24)
        hours = sorted((first + more) % 24 for more in range(0, 24, step))
        return ",".join(f"{hour:02d}" if pad else str(hour) for hour in hours)

    def _weekday(self) -> int:
        """0 is Monday."""
        return self._number("weekday") % 7

    def _number(self, of: str) -> int:
        return int.from_bytes(hashlib.sha256(f"{of}\n{self.seed}".encode("utf-8", "surrogateescape")).digest()[:8])
