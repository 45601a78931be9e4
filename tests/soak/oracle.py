"""What the archive must hold after each day, from the servers' log and the lives alone.

A look is `sure` where its run came to its end: what it showed must be kept. A run that was killed may have kept it.
"""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

from tests.soak.days import morning
from tests.soak.expectations import LOST, asks_articles, may_be
from tests.soak.faults import BY_NAME, faults_of, guise_of
from tests.soak.lives import Life, by_path, lives_of
from tests.soak.pages import Look, Moment, expected
from tests.soak.sites import SoakSite

PLAN = (1, 7, 30, 180)
# An article: its site's number and its own.
Key = tuple[int, int]
Record = dict[str, str | None]


@dataclass(frozen=True, slots=True)
class Miss:
    """Where the program did not do what it had to."""

    day: int
    site: str
    what: str
    detail: str

    def __str__(self) -> str:
        return f"day {self.day}, {self.site}: {self.what}: {self.detail}"


@dataclass(frozen=True, slots=True)
class Ran:
    """How a site's run of a day ended."""

    exit_status: int
    status: str
    reason: str | None = None


@dataclass
class Known:
    """What must be known of one article: what it may say (the last that was shown; two where a run was killed)."""

    may_say: list[Record]
    first: int
    looked: int  # the day of the last look, which a killed run may have made
    edited: int | None = None
    gone: bool = False
    maybe_gone: bool = False
    told: list[tuple[int, bool]] = field(default_factory=list)  # revisions shown, and whether surely kept


class Oracle:
    def __init__(self, sites: Sequence[SoakSite], days: int, archive: Path, hosts: Mapping[str, SoakSite]) -> None:
        self.sites, self.days, self.archive, self.hosts = sites, days, archive, hosts
        self.known: dict[Key, Known] = {}
        self.maybe: set[Key] = set()  # shown for the first time to a run that was killed
        self.lost: set[Key] = set()
        self.unsaid: set[int] = set()
        self.misses: list[Miss] = []
        self.observed = 0  # view counts that had to be kept
        self.edits = self.removals = 0
        self.reds: dict[int, list[tuple[int, Ran]]] = defaultdict(list)
        self.reads: dict[int, list[int]] = defaultdict(list)  # by site: the day of each page read whole

    def day(self, day: int, ran: Mapping[int, Ran], log: Mapping[int, Sequence[Look]]) -> None:
        """Judge the runs of a day."""
        must_observe: set[tuple[int, int, int]] = set()
        before = set(self.known)
        for site in self.sites:
            looks = log.get(site.number, ())
            self._learn(site, day, looks, ran[site.number], before, must_observe)
            self._judge_status(site, day, looks, ran[site.number])
        rows = self._read()
        self._compare(day, rows)
        self._compare_counts(day, must_observe)
        for site in self.sites:
            fault = faults_of(site, self.days)[day]
            if ran[site.number].exit_status == 0 and (fault is None or BY_NAME[fault].sees or fault == "killed"):
                self._is_whole(site, day, rows)

    def miss(self, day: int, site: SoakSite | str, what: str, detail: str) -> None:
        self.misses.append(Miss(day, site if isinstance(site, str) else site.id, what, detail))

    # What the runs could see

    def _learn(
        self,
        site: SoakSite,
        day: int,
        looks: Sequence[Look],
        ran: Ran,
        before: set[Key],
        must_observe: set[tuple[int, int, int]],
    ) -> None:
        moment = Moment(site, day, self.days, guise_of(site, self.days, day))
        lives = lives_of(site, self.days)
        sure = ran.exit_status in (0, 3, 4)
        for look in looks:
            if not look.whole:
                continue
            for number, revision, views in look.articles:
                key = (site.number, number)
                if look.kind == "page":
                    self._page(key, moment, lives[number], revision, sure=sure)
                elif look.kind == "unchanged" and key in self.known:
                    self.known[key].looked = day
                elif look.kind == "gone" and key in self.known:
                    self._gone(key, day, sure=sure)
                if views is not None and sure and (look.kind == "page" or (look.kind == "listing" and key in before)):
                    must_observe.add((site.number, number, views))

    def _page(self, key: Key, moment: Moment, life: Life, revision: int, *, sure: bool) -> None:
        says = expected(moment, life, revision)
        known = self.known.get(key)
        if known is None:
            if not sure:
                self.maybe.add(key)
                return
            may_say = [says]
            if says["published_at"] is None:
                # The page printed no date; a listing may tell the day once the site shows it again.
                may_say.append({**says, "published_at": life.stories[revision][1].published.date().isoformat()})
            self.known[key] = Known(may_say, moment.day, moment.day, told=[(revision, True)])
            self.maybe.discard(key)
            self.reads[key[0]].append(moment.day)
            return
        options = [_kept(old, says) for old in known.may_say]
        if known.told[-1][0] != revision:
            known.told.append((revision, sure))
            if sure:
                known.edited = moment.day
                self.edits += 1
        if sure:
            known.may_say, known.looked, known.gone = options, moment.day, False
            self.reads[key[0]].append(moment.day)
        else:
            known.looked = moment.day
            known.may_say += [option for option in options if option not in known.may_say]

    def _gone(self, key: Key, day: int, *, sure: bool) -> None:
        known = self.known[key]
        if sure:
            self.removals += not known.gone
            known.gone, known.looked = True, day
        else:
            known.maybe_gone = True

    # What they said of themselves

    def _judge_status(self, site: SoakSite, day: int, looks: Sequence[Look], ran: Ran) -> None:
        if ran.exit_status:
            self.reds[site.number].append((day, ran))
        fault = faults_of(site, self.days)[day]
        may = may_be(site, day, self.days, looks, self.reds[site.number], self.reads[site.number])
        if fault is None and ran.exit_status == 0 and may == LOST:
            if site.number not in self.unsaid:  # said once
                self.unsaid.add(site.number)
                self.miss(day, site, "a lost field", "pages lack a field that they had, and no run has said so")
            return
        if ran.exit_status not in may:
            wanted = "/".join(map(str, sorted(may)))
            asked = "" if asks_articles(looks) else ", no article asked for"
            detail = f"exit {ran.exit_status} ({ran.status}: {ran.reason}) where {wanted} was due{asked}"
            self.miss(day, site, fault or "healthy", detail)

    # What they kept

    def _read(self) -> dict[Key, sqlite3.Row]:
        rows = self._query(
            "SELECT id, site, url, title, author, published_at, body, views, gone_at, gone_reason FROM articles"
        )
        found: dict[Key, sqlite3.Row] = {}
        for row in rows:
            key = self.key_of(row["url"])
            if key is None:
                self.miss(-1, row["site"], "no article", f"{row['url']} is stored as one")
            elif key in found:
                self.miss(-1, row["site"], "twice", f"{row['url']} and {found[key]['url']}")
            else:
                found[key] = row
        return found

    def key_of(self, url: str) -> Key | None:
        parts = urlsplit(url)
        site = self.hosts.get(parts.netloc)
        life = by_path(site, self.days).get(parts.path) if site else None
        return (site.number, life.number) if site and life else None

    def _query(self, sql: str, *values: object) -> list[sqlite3.Row]:
        connection = sqlite3.connect(f"file:{self.archive}?mode=ro", uri=True, timeout=30)
        try:
            connection.row_factory = sqlite3.Row
            return connection.execute(sql, values).fetchall()
        finally:
            connection.close()

    def _compare(self, day: int, rows: Mapping[Key, sqlite3.Row]) -> None:
        for key, known in self.known.items():
            site = self.sites_by_number[key[0]]
            row = rows.get(key)
            if row is None:
                self.miss(day, site, "lost", f"article {key[1]}, read on day {known.first}, is not there")
                continue
            wrong = [_differs(site, says, row) for says in known.may_say]
            if all(wrong):
                self.miss(day, site, "wrong", f"article {key[1]}: {wrong[0]}")
                known.may_say = [{name: row[name] for name in known.may_say[0]}]  # said once
            is_gone = row["gone_at"] is not None
            # Gone with its whole site: that is said of no single article, and the next good day must take it back.
            with_its_site = row["gone_reason"] == "moved-site" and not known.gone
            if is_gone != known.gone and not (known.maybe_gone and is_gone) and not with_its_site:
                self.miss(day, site, "tombstone", f"article {key[1]}: {'gone' if is_gone else 'there'} in the archive")
                known.gone = is_gone
        for key in rows.keys() - self.known.keys() - self.maybe:
            self.miss(day, self.sites_by_number[key[0]], "unseen", f"article {key[1]} was not shown and is there")

    @property
    def sites_by_number(self) -> dict[int, SoakSite]:
        return {site.number: site for site in self.sites}

    def _compare_counts(self, day: int, must: set[tuple[int, int, int]]) -> None:
        self.observed += len(must)
        if not must:
            return
        rows = self._query(
            "SELECT a.url, v.views FROM view_counts v JOIN articles a ON a.id = v.article_id"
            " WHERE v.observed_at >= ? AND v.observed_at < ?",
            morning(day).strftime("%Y-%m-%dT%H:%M:%SZ"),
            morning(day + 1).strftime("%Y-%m-%dT%H:%M:%SZ"),
        )
        found = {(*key, row["views"]) for row in rows if (key := self.key_of(row["url"])) is not None}
        for number, article, views in sorted(must - found):
            self.miss(day, self.sites_by_number[number], "count", f"{views} views of article {article} were not kept")

    def _is_whole(self, site: SoakSite, day: int, rows: Mapping[Key, sqlite3.Row]) -> None:
        """A green run of a day on which all could be seen: nothing that is there is unknown, and no look is overdue."""
        for life in lives_of(site, self.days):
            key = (site.number, life.number)
            if not life.is_there(day):
                continue
            if key not in rows:
                if key not in self.lost:  # said once
                    self.lost.add(key)
                    self.miss(day, site, "green and lost", f"article {life.number} of day {life.born} is not known")
            elif rows[key]["gone_reason"] == "moved-site":
                self.miss(day, site, "tombstone", f"article {life.number} is still called gone with its site")
            elif (known := self.known.get(key)) and not known.gone:
                for base in (min(life.born, known.first), known.edited):
                    due = [base + step for step in PLAN if base + step <= day] if base is not None else []
                    backfilled = known.first - life.born > PLAN[-1]
                    if due and known.looked < due[-1] and not backfilled:
                        self.miss(day, site, "look", f"article {life.number} was due on day {due[-1]}")
                        known.looked = day  # said once


def _kept(old: Record, new: Record) -> Record:
    """What is known after another look: nothing that was known is forgotten."""
    return {name: new[name] if new[name] is not None else old[name] for name in new}


def _differs(site: SoakSite, says: Record, row: sqlite3.Row) -> str | None:
    for name, value in says.items():
        got = row[name]
        if name == "published_at" and site.source != "listing":  # feed and REST know the time of day, too
            value, got = value and value[:10], got and got[:10]
            if value is None:
                continue
        if got != value:
            return f"{name} is {str(got)[:60]!r}, not {str(value)[:60]!r}"
    return None
