"""What is to be run, by whom and where: what units of systemd and lines of cron are made from."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass, field
from datetime import time
from pathlib import Path

from blitar_scraper.archive.controls import shown
from blitar_scraper.crawling.schedule.quoting import each_of
from blitar_scraper.crawling.schedule.rhythm import Rhythm

# What looks after the archive comes when the night's crawls are over: what they keep open would be left out.
_MORNING = time(6)
# A unit's name has 255 characters with its ending (systemd.unit(5)); a tenth of them are read.
_LONGEST_NAME = 100
_ARCHIVE = "blitar"  # the stem of the default archive: not worth a word in a name


class Unwritable(ValueError):
    """A name cannot stand in a unit or a line for cron; the message says which, in one line."""


@dataclass(frozen=True, slots=True)
class Plan:
    """A crawl to be timed. All paths are absolute.

    `program`: the words that run `blitar`; `folder`: the working folder, where blitar.toml is; `sites`: their ids,
    none for all of the archive; `name`: of the unit, without ending; `user`: who runs it where root's systemd does;
    None: the person's own systemd. `writable`: folders that it writes to. `notify` and `after` are commands for a
    shell: one when a run failed, one when it was good. `backup`: where copies go every week.
    Raises Unwritable.
    """

    program: tuple[str, ...]
    archive: Path
    folder: Path
    sites: tuple[str, ...] = ()
    rhythm: Rhythm = field(default_factory=Rhythm)
    name: str = "blitar-crawl"
    user: str | None = None
    writable: tuple[Path, ...] = ()
    notify: str | None = None
    after: str | None = None
    backup: Path | None = None

    def __post_init__(self) -> None:
        paths = (self.archive, self.folder, *self.writable, *filter(None, [self.backup]))
        for text in (*self.program, *map(str, paths)):
            _check(text)
        for command in filter(None, (self.notify, self.after)):
            if "\n" in command or shown(command) != command:
                raise Unwritable(f"{shown(command)}: a command in one line, without control characters")

    @property
    def crawl(self) -> tuple[str, ...]:
        """The command that crawls."""
        return (*self.program, "crawl", *(self.sites or ("--all",)), "--archive", str(self.archive))

    @property
    def weekly(self) -> str:
        """What looks after the archive, as a text for a shell: a copy, and a look at the archive whatever became of it.

        Of several exit statuses it has the worst.
        """
        copy = [("backup", str(self.backup))] if self.backup else []
        return each_of(self.program, (*copy, ("verify",), ("status",)), ("--archive", str(self.archive)))

    @property
    def weekly_rhythm(self) -> Rhythm:
        """When they do."""
        return Rhythm("weekly", seed=f"weekly {self.rhythm.seed}", begin=_MORNING)

    @property
    def what(self) -> str:
        """What is crawled, for people."""
        if not self.sites:
            return f"all sites of {self.archive.name}"
        more = f" and {len(self.sites) - 3} more" if len(self.sites) > 3 else ""
        return f"{', '.join(self.sites[:3])}{more} into {self.archive.name}"


def unit_name(sites: tuple[str, ...], archive: Path) -> str:
    """A name for the units of such a crawl, another one for other sites or another archive's name."""
    if len(sites) > 1:
        mark = hashlib.sha256("\n".join(sites).encode()).hexdigest()[:4]
        which = f"{sites[0][:40]}-and-{len(sites) - 1}-more-{mark}"
    else:
        which = sites[0] if sites else "all"
    archive_name = "" if archive.stem == _ARCHIVE else f"-{archive.stem}"
    return plain_name(f"blitar-crawl-{which}{archive_name}")


def plain_name(name: str) -> str:
    """The name as systemd takes it for a unit's, and everybody for a file's."""
    return re.sub(r"[^A-Za-z0-9_.-]", "-", name)[:_LONGEST_NAME].strip(".-") or _ARCHIVE


def _check(text: str) -> None:
    """Some things cannot be said in a unit file at all: other characters than text, and a line that goes on."""
    if shown(text) != text or "\n" in text or "\t" in text or text.endswith("\\") or text != text.strip():
        raise Unwritable(
            f"{shown(text)!r}: no timer can name it (a control character, or a space or backslash at its end)"
        )
