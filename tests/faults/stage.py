"""A server, an archive beside it, and crawls of the one into the other: what each fault is tried on."""

from __future__ import annotations

import json
import os
import shutil
import signal
import time
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from blitar_scraper.archive import Archive
from tests.faults.news import FAULT_DAY
from tests.faults.server import FaultServer
from tests.forked import Forked

# The longest of these crawls takes 4 s on two cores.
TIMEOUT = 60
SITE = "sukaresmi"
# A tenth of a second is an eternity on loopback, and what a slow server is given here.
QUICKLY = {"DOWNLOAD_TIMEOUT": 0.4}


@dataclass
class Stage:
    """`archive` is the SQLite file; `settings` are the site's own."""

    server: FaultServer
    archive: Path
    settings: dict[str, Any] = field(default_factory=dict)
    environment: dict[str, str] = field(default_factory=dict)
    start_paths: list[str] = field(default_factory=list)

    def rows(self, sql: str, *values: Any) -> list[dict[str, Any]]:
        with Archive(self.archive, readonly=True) as archive:
            return [dict(row) for row in archive.db.query(sql, list(values))]

    @property
    def log(self) -> Path:
        return self.archive.with_name("crawl.log")

    def live_a_week(self) -> list[dict[str, Any]]:
        """Daily runs up to the day of the fault, as they go when all is well; how each went."""
        days = [{"day": day, "now": self._now(day).isoformat()} for day in range(FAULT_DAY)]
        said = self._ended(self._start({"runs": days, "control": self.server.url}))
        found: list[dict[str, Any]] = said["results"]
        return found

    def crawl(
        self,
        *,
        options: Mapping[str, Any] | None = None,
        settings: Mapping[str, Any] | None = None,
        troubles: Sequence[str] = (),
        largest_file: int | None = None,
        send: tuple[int, int] | None = None,
        clock_off: timedelta = timedelta(0),
    ) -> dict[str, Any]:
        """One run on the site's day; how it went, with `slept`. `exit_status` is None where the process was killed.

        `send`: a signal, and after how many requests. `clock_off`: how far the computer's clock is wrong.
        """
        self.log.write_text("")
        order = {
            "runs": [{"now": (self._now(self.server.site.day) + clock_off).isoformat()}],
            "options": dict(options or {}),
            "settings": dict(settings or {}),
            "troubles": list(troubles),
        }
        process = self._start(order, largest_file)
        if send is not None:
            self._send(process, *send)
        out = self._output(process)
        if process.returncode is not None and process.returncode < 0:
            return {"exit_status": None, "status": "killed", "reason": None, "slept": [], "run": None}
        assert process.returncode == 0, self.log.read_text()
        said = json.loads(out.splitlines()[-1])
        return {**said["results"][0], "slept": said["slept"]}

    def _now(self, day: int) -> datetime:
        return self.server.site.now + timedelta(days=day - self.server.site.day)

    def _start(self, order: Mapping[str, Any], largest_file: int | None = None) -> Forked:
        sites = [{"id": SITE, "url": self.server.url, "settings": self.settings, "start_paths": self.start_paths}]
        text = json.dumps({"archive": str(self.archive), "sites": sites, **order})
        before = dict(os.environ)
        os.environ.update({**self.environment, "BLITAR_TEST_ARCHIVE": str(self.archive)})
        try:
            return Forked("tests.faults.one_run", [text], err=self.log, largest_file=largest_file)
        finally:
            os.environ.clear()
            os.environ.update(before)

    def _send(self, process: Forked, number: int, requests: int) -> None:
        end = time.monotonic() + TIMEOUT
        while len(self.server.requests) < requests and process.poll() is None:
            assert time.monotonic() < end
            time.sleep(0.001)  # a pause in watching another process, not a wait for time to pass
        process.send_signal(number)

    def _ended(self, process: Forked) -> dict[str, Any]:
        out = self._output(process)
        assert process.returncode == 0, self.log.read_text()
        said: dict[str, Any] = json.loads(out.splitlines()[-1])
        return said

    def _output(self, process: Forked) -> str:
        return process.communicate(TIMEOUT)[0]

    def copied_from(self, archive: Path) -> None:
        """Begin with what another archive has: the file, its captures and its locks."""
        shutil.copytree(archive.parent, self.archive.parent, dirs_exist_ok=True)


def signal_named(name: str) -> int:
    return int(getattr(signal, name))


__all__ = ["QUICKLY", "SITE", "TIMEOUT", "Stage", "signal_named", "suppress"]
