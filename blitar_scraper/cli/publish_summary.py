"""What `blitar publish` prints: a release that was made, the numbers that stopped one, the releases that are there."""

from __future__ import annotations

import shlex
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from blitar_scraper.cli.run_report import size

if TYPE_CHECKING:
    from blitar_scraper.publishing.releases.about import About
    from blitar_scraper.publishing.releases.identity_numbers import Found
    from blitar_scraper.publishing.releases.making import Released, Standing

# Places named one by one; a list of winners can have hundreds.
_MOST_PLACES = 20
_MOST_OTHERS = 5
# How the options of the command are called where About has another name for it.
_OPTIONS = {"base_url": "address", "keeper": "publisher"}


def summary_lines(
    released: Released, folder: Path, about: About, taken_over: Mapping[str, str] | None = None
) -> Iterator[str]:
    """Where the release is, what is in it, what is not, and what to do next.

    `taken_over`: what it was told because the release before it was.
    """
    from blitar_scraper.publishing.releases.serving_notes import local_address, serving_command

    rows = released.copied.rows
    yield f"Released: {released.title}"
    yield f"  release    {released.folder}"
    yield (
        f"  database   {released.database.name}, {size(released.database_bytes)};"
        f" with {_number(len(released.tables), 'table')} to download {size(released.bytes)}"
    )
    yield (
        f"  articles   {rows['articles']:,} of {_number(rows['sites'], 'site')},"
        f" {_number(rows['article_versions'], 'former version')}, {_number(rows['edits'], 'edit')},"
        f" {_number(rows['view_counts'], 'view count')}"
    )
    yield f"  withheld   {_withheld(released)}"
    if taken_over:
        told = (f"{_OPTIONS.get(name, name)} {value}" for name, value in taken_over.items())
        yield f"  as before  {', '.join(told)}"
    yield from _numbers_of_release(released)
    if released.removed:
        yield f"  removed    {', '.join(_with_reason(name, released) for name in released.removed)}"
    for name in released.outdated:
        if name in released.kept and name != released.name:
            yield f"  Note: {name} is kept and shows what is withheld now, or is unreadable;"
            yield "        without --keep-outdated it would be removed."
    others = [name for name in released.kept if name != released.name]
    yield f"  kept       {', '.join(others) if others else 'no other release yet'}"
    yield ""
    yield f"Look at it, at {local_address(about)}:"
    yield f"  {serving_command(folder)}"
    yield f"Serve it for years at {about.base_url}: {released.serving / 'README.md'}"
    if released.former:
        yield "A server that runs shows it after a restart."
    if (before := _before(released)) is not None:
        yield f"Back to {before}:"
        yield f"  blitar publish {shlex.quote(str(folder))} --back"
    if others := _other_files(folder):
        yield f"Note: {folder} holds other files, too: {', '.join(others[:_MOST_OTHERS])}"


def number_lines(found: Sequence[Found]) -> Iterator[str]:
    """What stopped the release, where it stands, and what can be done."""
    yield (
        f"Nothing was released: {_number(len(found), 'number')} in the texts"
        f" {'looks' if len(found) == 1 else 'look'} like a national identity number (NIK):"
    )
    for one in found[:_MOST_PLACES]:
        yield f"  {_place(one)}: {one.masked}"
    if len(found) > _MOST_PLACES:
        yield f"  ... and {len(found) - _MOST_PLACES:,} more"
    for command in dict.fromkeys(_withholding(one) for one in found[:_MOST_PLACES] if one.uid):
        yield f'  {command} --reason "identity numbers"'
    yield "Withhold what they stand in and publish again; or, if they are none, with --accept-identity-numbers."


def listing_lines(releases: Sequence[Standing], folder: Path) -> Iterator[str]:
    """The releases, oldest first."""
    if not releases:
        yield f"{folder}: no releases yet"
    for release in releases:
        marks = ["current"] if release.is_current else []
        if release.shows_withheld:
            marks.append(f"shows what is withheld now ({', '.join(release.shows_withheld)})")
        if not release.readable:
            marks.append("unreadable: nobody can say what it shows")
        yield f"{release.name}  {size(release.bytes):>9}  {'; '.join(marks)}".rstrip()


def record_of(released: Released) -> dict[str, Any]:
    """The summary for a script."""
    return {
        "released": released.name,
        "folder": str(released.folder),
        "database": str(released.database),
        "title": released.title,
        "bytes": released.bytes,
        "database_bytes": released.database_bytes,
        "rows": released.copied.rows,
        "withheld": {"articles": released.copied.articles_withheld, "parts": released.copied.parts_withheld},
        "left_out": released.copied.left_out,
        "identity_numbers": {
            "likely": sum(one.likely for one in released.numbers),
            "possible": sum(not one.likely for one in released.numbers),
        },
        "former": released.former,
        "kept": released.kept,
        "removed": released.removed,
        "outdated": released.outdated,
    }


def _before(released: Released) -> str | None:
    """The release that --back would show; None where there is none, or it may not be shown."""
    earlier = [name for name in released.kept if name < released.name]
    return earlier[-1] if earlier and earlier[-1] not in released.outdated else None


def _other_files(folder: Path) -> list[str]:
    ours = ("current", "releases", "serving")
    return sorted(path.name for path in folder.iterdir() if path.name not in ours and not path.name.startswith("."))


def _withheld(released: Released) -> str:
    copied = released.copied
    if not (copied.articles_withheld or copied.parts_withheld):
        return "nothing"
    left_out = sum(copied.left_out.values())
    also = f"; {_number(left_out, 'row')} that {'names' if left_out == 1 else 'name'} them left out" if left_out else ""
    parts = _number(copied.parts_withheld, "field or version", "fields and versions")
    return f"{_number(copied.articles_withheld, 'article')} as a whole, {parts} of others{also}"


def _numbers_of_release(released: Released) -> Iterator[str]:
    likely = [one for one in released.numbers if one.likely]
    others = len(released.numbers) - len(likely)
    said = f"{_number(others, 'number')} of 16 digits that can be no identity number" if others else "none found"
    if likely:
        said = f"{_number(len(likely), 'number')} like an identity number, accepted" + (f"; {said}" if others else "")
    yield f"  NIK        {said}"
    for one in [*likely, *(one for one in released.numbers if not one.likely)][:_MOST_PLACES]:
        yield f"             {_place(one)}: {one.masked}"


def _place(one: Found) -> str:
    column = one.place.rpartition(".")[2]
    if one.uid is None:
        return one.place.removeprefix("public_")
    of = f"article {one.uid}, {column}"
    return f"{of} of version {one.version}" if one.version is not None else of


def _withholding(one: Found) -> str:
    column = one.place.rpartition(".")[2]
    if one.version is not None:
        return f"blitar withhold {one.uid} --version {one.version}"
    if one.place.startswith("public_articles.") and column not in ("evidence", "url"):
        return f"blitar withhold {one.uid} --field {column}"
    return f"blitar withhold {one.uid}"


def _with_reason(name: str, released: Released) -> str:
    return f"{name} (it shows what is withheld now, or is unreadable)" if name in released.outdated else name


def _number(number: int, one: str, many: str | None = None) -> str:
    return f"{number:,} {one if number == 1 else many or f'{one}s'}"
