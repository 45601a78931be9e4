"""Makes a release of an archive, shows it, goes back to an earlier one, and lets go of those that are not kept.

Where any step fails, nothing of the new release remains, and what was shown before is shown.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from blitar_scraper.archive import Archive, OlderSchema, migrations
from blitar_scraper.archive.whole_files import plain_disk_errors
from blitar_scraper.publishing.downloads.tables import Table
from blitar_scraper.publishing.releases import steps
from blitar_scraper.publishing.releases.folder import ReleaseError, ReleaseFolder, size_of
from blitar_scraper.publishing.releases.identity_numbers import Found
from blitar_scraper.publishing.releases.outdated import (
    NOTHING,
    UnreadableRelease,
    Withheld,
    shown_uids,
    withheld_in_release,
    withheld_now,
)
from blitar_scraper.publishing.releases.redaction import Copied
from blitar_scraper.publishing.releases.serving_notes import note_shown, write_serving_notes
from blitar_scraper.publishing.releases.steps import UNQUOTED, Order, Work

Progress = Callable[[int, int, str], None]


@dataclass(frozen=True, slots=True)
class Released:
    """A release that was made. `bytes`: of all its files; `database_bytes`: of its database alone.

    `numbers`: what has 16 digits in it; `former`: the release that was shown before; `removed`: earlier releases that
    are no longer kept; `outdated`: those of them, or of the kept ones, that show what is withheld now,
    or that nobody can read; with the new one's own name where something was withheld at the last moment.
    """

    name: str
    folder: Path
    database: Path
    title: str
    bytes: int
    database_bytes: int
    copied: Copied
    numbers: tuple[Found, ...]
    tables: tuple[Table, ...]
    serving: Path
    former: str | None
    kept: tuple[str, ...]
    removed: tuple[str, ...]
    outdated: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Standing:
    """A release that is kept: its name, whether it is the one that is shown, its bytes, its articles, and the uids of
    those of which it shows what is withheld now; nobody knows that of one that is not readable."""

    name: str
    is_current: bool
    bytes: int
    shows_withheld: tuple[str, ...]
    readable: bool = True


def publish(
    order: Order,
    root: Path,
    *,
    at: datetime,
    keep: int,
    keep_outdated: bool = False,
    progress: Progress = lambda number, total, step: None,
    shown: Callable[[], None] = lambda: None,
) -> Released:
    """Make a release in the folder `root`, and make it the current one. `at`: now (aware).

    `keep`: how many releases remain; those that show what is withheld now do not, unless `keep_outdated`. `shown` is
    called when the new one is current, before others are removed. Raises ArchiveError (of which ReleaseError,
    FolderBusy, DiskError), and IdentityNumbersFound.
    """
    _bring_up_to_date(order.archive)
    folder = ReleaseFolder(root)
    _refuse_unfit_folder(order.archive, root)
    with plain_disk_errors(root), _at_work(folder):
        former, name = folder.current(), folder.next_name(at)
        work = Work(order, folder.in_the_making(name), name, at)
        with folder.made(name, last_look=lambda: steps.check_withheld(work)):
            for number, (step, take) in enumerate(steps.STEPS.items(), 1):
                progress(number, len(steps.STEPS), step)
                take(work)
            title = str(work.told["title"])
            serving = write_serving_notes(
                root,
                name=work.name_of_database,
                title=title,
                about=order.about,
                archive=order.archive,
                settings=work.settings,
            )
        try:
            folder.show(name)
        except BaseException:  # that of a person who presses Ctrl-C, too
            if folder.current() != name:
                folder.remove(name)
            raise
        note_shown(root, name)
        shown()
        outdated = _outdated(folder, withheld_now(order.archive))
        removed = _let_go(folder, keep, set() if keep_outdated else set(outdated))
        database = folder.path(name) / work.database.name
        return Released(
            name=name,
            folder=folder.path(name),
            database=database,
            title=title,
            bytes=size_of(folder.path(name)),
            database_bytes=database.stat().st_size,
            copied=work.copied,
            numbers=tuple(work.numbers),
            tables=tuple(work.tables),
            serving=serving,
            former=former,
            kept=tuple(folder.names()),
            removed=tuple(removed),
            outdated=tuple(outdated),
        )


def show_other(root: Path, archive: Path, name: str | None) -> str:
    """Make another release the current one: that of the name, or the one before the current; its name.

    Raises ReleaseError where it shows what is withheld now. Where the archive is not there, what the newest release
    leaves out is what is known to be withheld.
    """
    folder = ReleaseFolder(root)
    if not folder.names():
        raise ReleaseError(f"{root}: no releases there")
    with plain_disk_errors(root), _at_work(folder):
        chosen = folder.before_current() if name is None else folder.named(name)
        database = folder.database(chosen)
        if database is None:
            raise ReleaseError(f"{folder.path(chosen)}: no database in it")
        # Raises UnreadableRelease: what it shows, nobody knows.
        if uids := shown_uids(database, _withheld(folder, archive)):
            raise ReleaseError(f"{chosen} shows what is withheld now ({', '.join(uids)}); it cannot be gone back to")
        folder.show(chosen)
        note_shown(root, chosen)
        return chosen


def standing(root: Path, archive: Path) -> list[Standing]:
    """The releases that are kept, oldest first."""
    folder = ReleaseFolder(root)
    current, withheld = folder.current(), _withheld(folder, archive)
    found = []
    for name in folder.names():
        shows = _shows(folder, name, withheld)
        found.append(Standing(name, name == current, size_of(folder.path(name)), tuple(shows or ()), shows is not None))
    return found


def _bring_up_to_date(path: Path) -> None:
    """The public views of an archive that an older program wrote to last are made anew, as whenever it is opened."""
    with suppress(OlderSchema), Archive(path, readonly=True) as archive:
        if migrations.is_current(archive.db):
            return
    Archive(path).close()


def _refuse_unfit_folder(archive: Path, root: Path) -> None:
    if set(UNQUOTED) & set(str(root.resolve())):
        raise ReleaseError(f"{root}: Datasette opens no file in a folder with one of {' '.join(UNQUOTED)} in its path")
    if root.resolve() in archive.resolve().parents:
        raise ReleaseError(f"{root}: holds the archive itself, which is not public; name a folder for releases alone")


def _withheld(folder: ReleaseFolder, archive: Path) -> Withheld:
    known = NOTHING
    for database in filter(None, map(folder.database, reversed(folder.names()))):
        with suppress(UnreadableRelease):
            known = withheld_in_release(database)
            break
    return known | withheld_now(archive) if archive.exists() else known


def _outdated(folder: ReleaseFolder, withheld: Withheld) -> list[str]:
    return [name for name in folder.names() if _shows(folder, name, withheld) != []]


def _shows(folder: ReleaseFolder, name: str, withheld: Withheld) -> list[str] | None:
    """The uids of which a release shows what is withheld; None where nobody can read what it shows."""
    database = folder.database(name)
    try:
        return shown_uids(database, withheld) if database else None
    except UnreadableRelease:
        return None


def _let_go(folder: ReleaseFolder, keep: int, unwanted: set[str]) -> list[str]:
    """Remove releases until `keep` remain, and those unwanted; never the current one. Their names."""
    current = folder.current()
    others = [name for name in folder.names() if name != current]
    wanted = [name for name in others if name not in unwanted]
    kept = wanted[max(len(wanted) - (keep - 1), 0) :]
    removed = [name for name in others if name not in kept]
    for name in removed:
        folder.remove(name)
    return removed


@contextmanager
def _at_work(folder: ReleaseFolder) -> Iterator[None]:
    """The folder is locked, and notes what is shown: one that was killed may not have got that far."""
    with folder.locked():
        if current := folder.current():
            note_shown(folder.root, current)
        yield
