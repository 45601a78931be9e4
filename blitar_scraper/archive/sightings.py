"""The rows of `sightings`: what was made of each answer, in order. With the captures they make the archive again.

An account is one line of JSON: how the answer was got, and what the crawl knew of it beside its bytes. It stands in the
WARC file as well (a metadata record), so that the files alone are enough. Captures are named by their record ids.
"""

from __future__ import annotations

import dataclasses
import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlite_utils import Database

from blitar_scraper.archive.database import first_row, insert, rows
from blitar_scraper.archive.values import iso, to_json
from blitar_scraper.items import (
    Circumstances,
    Fetch,
    ListingSeen,
    PageFailed,
    PageKind,
    Problem,
    Sighting,
    Site,
    WitnessPlace,
)


@dataclass(frozen=True, slots=True)
class Account:
    """An account as it was written: `record` is the id of the answer's record (None where nothing came back).

    `witnesses` are (record id, source, address), `parts` record ids, `read_as` what was known of the site
    (`mark_of`); the rest as in Fetch and Circumstances.
    """

    site: str
    at: str
    url: str
    kind: PageKind
    record: str | None
    requested_url: str
    http_status: int | None
    redirects: tuple[str, ...]
    circumstances: Circumstances
    witnesses: tuple[tuple[str, str, str], ...]
    parts: tuple[str, ...]
    read_as: str | None = None

    @property
    def records(self) -> set[str]:
        """All records that the reading needs."""
        return {*([self.record] if self.record else []), *self.parts, *(record for record, _, _ in self.witnesses)}


def mark_of(site: Site) -> str:
    """What the reading of a page depends on beside its bytes and the program: another mark, another reading perhaps."""
    known = [site.name, site.home_url, site.timezone, site.region_code, site.province, site.settings.get("selectors")]
    return hashlib.sha256(to_json(known).encode()).hexdigest()[:12]


def captures_of(sighting: Sighting) -> set[int]:
    """The ids of the captures that an account of the sighting names."""
    fetch, told = sighting.fetch, sighting.circumstances
    found = {place.capture_id for place in told.witnesses} | set(told.parts)
    return found | ({fetch.capture_id} if fetch is not None and fetch.capture_id is not None else set())


def account_of(sighting: Sighting, records: Mapping[int, str]) -> str:
    """The account of a sighting. `records`: the record ids of `captures_of`."""
    fetch = sighting.fetch
    told = {name: value for name, value in _plain(sighting.circumstances).items() if value}
    told["witnesses"] = [
        [records[place.capture_id], place.source, place.url] for place in sighting.circumstances.witnesses
    ]
    told["parts"] = [records[capture_id] for capture_id in sighting.circumstances.parts]
    url = address_of(sighting)
    said = {
        "site": sighting.site.id,
        "read_as": mark_of(sighting.site),
        "at": iso(seen_at(sighting)),
        "url": fetch.url if fetch else url,
        "kind": kind_of(sighting),
        "record": records.get(fetch.capture_id) if fetch and fetch.capture_id is not None else None,
        "requested_url": fetch.requested_url if fetch else url,
        "http_status": sighting.http_status if isinstance(sighting, PageFailed) else sighting.fetch.http_status,
        "redirects": list(fetch.redirects) if fetch else [],
    }
    return to_json({**said, **{name: value for name, value in told.items() if value}})


def seen_at(sighting: Sighting) -> datetime:
    """When it was seen (aware)."""
    return sighting.seen_at if isinstance(sighting, PageFailed) else sighting.fetch.seen_at


def address_of(sighting: Sighting) -> str:
    """The address that was asked for."""
    return sighting.url if isinstance(sighting, PageFailed) else sighting.fetch.requested_url


def kind_of(sighting: Sighting) -> PageKind:
    """What the page was asked for as, in the words of `pages.kind`."""
    if isinstance(sighting, ListingSeen | PageFailed):
        return sighting.kind
    return "article"


def _plain(circumstances: Circumstances) -> dict[str, Any]:
    values = {field.name: getattr(circumstances, field.name) for field in dataclasses.fields(circumstances)}
    values["problems"] = [[one.problem, one.field, one.detail, one.url] for one in circumstances.problems]
    return values


def read_account(text: str) -> Account:
    """The account that `account_of` wrote. Raises ValueError for any other text."""
    try:
        said = json.loads(text)
        failed = said.get("failed")
        return Account(
            site=said["site"],
            at=said["at"],
            url=said["url"],
            kind=said["kind"],
            record=said["record"],
            requested_url=said["requested_url"],
            http_status=said["http_status"],
            redirects=tuple(said["redirects"]),
            circumstances=Circumstances(
                role=said["role"],
                gone=said.get("gone"),
                together=bool(said.get("together")),
                failed=(failed[0], failed[1]) if failed else None,
                only_in_sitemap=bool(said.get("only_in_sitemap")),
                left_out=tuple(said.get("left_out", ())),
                renamed=tuple((one, other) for one, other in said.get("renamed", ())),
                problems=tuple(Problem(*values) for values in said.get("problems", ())),
                shapes=tuple(tuple(shape) for shape in said.get("shapes", ())),
                part=int(said.get("part", 0)),
            ),
            witnesses=tuple((record, source, url) for record, source, url in said.get("witnesses", ())),
            parts=tuple(said.get("parts", ())),
            read_as=said.get("read_as"),
        )
    except (KeyError, TypeError, AttributeError) as error:
        raise ValueError(f"no account of a sighting: {text[:80]}") from error


def fetch_of(account: Account, ids: Mapping[str, int]) -> Fetch:
    """How the answer was got. `ids`: captures by their record ids."""
    return Fetch(
        requested_url=account.requested_url,
        url=account.url,
        seen_at=datetime.fromisoformat(account.at),
        http_status=account.http_status or 0,
        redirects=account.redirects,
        capture_id=ids.get(account.record or ""),
    )


def circumstances_of(account: Account, ids: Mapping[str, int]) -> Circumstances:
    """What the crawl knew, with the captures by their ids."""
    return dataclasses.replace(
        account.circumstances,
        witnesses=tuple(WitnessPlace(ids[record], source, url) for record, source, url in account.witnesses),
        parts=tuple(ids[record] for record in account.parts),
    )


# The rows


@dataclass(frozen=True, slots=True)
class SightingRow:
    """A row of `sightings`."""

    id: int
    at: str
    run_id: int | None
    capture_id: int | None
    account: str


@dataclass(frozen=True, slots=True)
class StoredReading:
    """By which parser an article's present version was read, and the last sighting of its capture, if one is kept."""

    parser_version: int
    seen: SightingRow | None


def add(db: Database, sighting: Sighting, run_id: int) -> None:
    """Insert the sighting's row, if an account was written. To be called in the transaction that stores it.

    Sightings are told in the order of `at`: a clock that was set back does not bring a later one before an earlier.
    """
    if sighting.account is None:
        return
    fetch = sighting.fetch
    at = iso(seen_at(sighting))
    last = first_row(db, "SELECT MAX(at) AS at FROM sightings WHERE site = ?", sighting.site.id)
    row = {
        "site": sighting.site.id,
        "at": max(at, last["at"] or at) if last else at,
        "run_id": run_id,
        "capture_id": fetch.capture_id if fetch else None,
        "account": sighting.account,
    }
    insert(db, "sightings", row)


def of_site(db: Database, site_id: str, *, after: tuple[str, int] = ("", 0), most: int = 1000) -> list[SightingRow]:
    """The next sightings of a site in their order, behind the one that `after` names by (`at`, `id`)."""
    found = rows(
        db,
        "SELECT id, at, run_id, capture_id, account FROM sightings WHERE site = ? AND (at, id) > (?, ?)"
        " ORDER BY at, id LIMIT ?",
        *(site_id, *after, most),
    )
    return [SightingRow(**row) for row in found]


def count(db: Database, site_id: str, *, after: tuple[str, int] = ("", 0), until: tuple[str, int] | None = None) -> int:
    """How many sightings of a site there are behind the one that `after` names, up to the one that `until` names."""
    row = first_row(
        db,
        "SELECT COUNT(*) AS number FROM sightings WHERE site = ? AND (at, id) > (?, ?)"
        " AND (? IS NULL OR (at, id) <= (?, ?))",
        *(site_id, *after, None if until is None else 1, *(until or ("", 0))),
    )
    assert row is not None
    return int(row["number"])


def of_capture(db: Database, capture_id: int) -> SightingRow | None:
    """The last sighting of that capture."""
    row = first_row(
        db,
        "SELECT id, at, run_id, capture_id, account FROM sightings WHERE capture_id = ? ORDER BY id DESC LIMIT 1",
        capture_id,
    )
    return None if row is None else SightingRow(**row)
