"""Brings what was read anew from a site's captures into its archive: the difference, and nothing else.

The reading is an archive of its own (the site's sightings stored again, in order, with today's code), attached as
`anew`. What it has more is added, what is damaged is restored, and a version that reads otherwise now makes a version
superseded by `reparsed`; nothing that was stored is lost, and no number of a version changes its meaning.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlite_utils import Database

from blitar_scraper.archive import articles, problems
from blitar_scraper.archive.chains import (
    SAID_COLUMNS,
    Chain,
    chain_of,
    common_start,
    is_damaged,
    same_reading,
    with_unread,
)
from blitar_scraper.archive.content import CONTENT_COLUMNS
from blitar_scraper.archive.database import Row, first_row, insert, rows, update
from blitar_scraper.archive.reconciled_rows import reconcile_rows
from blitar_scraper.items import Problem

_BATCH = 500  # articles compared with one query each way
_UNREAD = "not-read-again"
_EXAMPLES = 3  # of each kind of difference of a field
# Columns of `articles` beside a version's content that a wholly captured site's reading tells.
_STATE_COLUMNS = ("url", "views", "first_seen_at", "last_seen_at", "gone_at", "gone_reason")
_COMPARED = (*_STATE_COLUMNS, *CONTENT_COLUMNS)
# Differences that follow from others and are not told of.
_UNTOLD = frozenset({"content_digest", "word_count", "published_precision", "published_date", "published_time"})


@dataclass(frozen=True, slots=True)
class Example:
    """One value that reads otherwise now."""

    uid: str
    url: str
    before: Any
    after: Any


@dataclass
class FieldChange:
    """How often a field reads otherwise now: found where nothing was, another value, or none where there was one."""

    found: int = 0
    changed: int = 0
    withdrawn: int = 0
    examples: list[Example] = field(default_factory=list)

    def note(self, example: Example) -> None:
        """Count one."""
        if example.before is None:
            self.found += 1
        elif example.after is None:
            self.withdrawn += 1
        else:
            self.changed += 1
        if len(self.examples) < _EXAMPLES:
            self.examples.append(example)


@dataclass
class Reconciled:
    """What was brought in. `versions`: those superseded by another reading; `restored`: articles with damaged values;
    `unread`: articles that today's code no longer reads from their captures, `kept`: those of whose history the
    captures tell only a part; both stay as they are."""

    articles: int = 0
    added: int = 0
    reread: int = 0
    versions: int = 0
    restored: int = 0
    unread: int = 0
    kept: int = 0
    observations: int = 0
    fields: dict[str, FieldChange] = field(default_factory=dict)

    @property
    def changes(self) -> bool:
        """Whether anything differed."""
        return bool(self.added or self.reread or self.restored or self.observations or self.fields)


@dataclass(frozen=True, slots=True)
class Reconciler:
    """Works on one site. `at` is now (UTC text); `by`: reparsed, or imported where older captures were added.

    `whole`: every run of the site kept its captures and all could be read, so that what was read anew is all there is.
    """

    db: Database
    site_id: str
    at: str
    by: str
    whole: bool
    report: Reconciled

    def run(self) -> Iterator[None]:
        """Does the work; yields whenever a transaction may end. To be begun in one."""
        self.db.execute("CREATE TEMP TABLE IF NOT EXISTS same (anew_id INTEGER PRIMARY KEY, id INTEGER UNIQUE)")
        self.db.execute("DELETE FROM temp.same")
        first = 0
        while (last := self._end_of_batch(first)) is not None:
            self._batch(first, last)
            first = last + 1
            yield
        for number in reconcile_rows(self.db, self.site_id, self.at, whole=self.whole):
            self.report.observations += number
            yield
        self._note_unread()
        yield

    def _end_of_batch(self, first: int) -> int | None:
        """The last id of the next articles of `anew`."""
        sql = "SELECT MAX(id) AS id FROM (SELECT id FROM anew.articles WHERE id >= ? ORDER BY id LIMIT ?)"
        row = first_row(self.db, sql, first, _BATCH)
        return None if row is None or row["id"] is None else int(row["id"])

    def _batch(self, first: int, last: int) -> None:
        """Articles of a range of ids: the new ones and the equal ones as sets, the others one by one."""
        span = {"first": first, "last": last}
        self.report.articles += _number(self.db, "anew.articles WHERE id BETWEEN :first AND :last", span)
        self._add_new(span)
        self.db.execute(
            f"""INSERT OR IGNORE INTO temp.same (anew_id, id)
                SELECT n.id, o.id FROM anew.articles n JOIN articles o ON o.uid = n.uid
                WHERE n.id BETWEEN :first AND :last AND n.version = 1 AND o.version = 1
                    AND ({_listed("n", _COMPARED)}) IS ({_listed("o", _COMPARED)})
                    AND NOT EXISTS (SELECT 1 FROM temp.same WHERE anew_id = n.id)""",
            span,
        )
        self.db.execute(
            """INSERT OR IGNORE INTO article_captures (article_id, version, capture_id, role)
               SELECT s.id, c.version, c.capture_id, c.role
               FROM temp.same s JOIN anew.article_captures c ON c.article_id = s.anew_id
               WHERE s.anew_id BETWEEN :first AND :last""",
            span,
        )
        for new in rows(
            self.db,
            """SELECT * FROM anew.articles n WHERE id BETWEEN ? AND ?
               AND NOT EXISTS (SELECT 1 FROM temp.same WHERE anew_id = n.id) ORDER BY id""",
            *(first, last),
        ):
            self._article(new)

    def _article(self, new: Row) -> None:
        old = articles.by_uid(self.db, new["uid"]) or self._at_its_addresses(new["id"])
        if old is None or self._is_several(old["id"]):
            self.report.kept += 1
            return
        self.db.execute("INSERT INTO temp.same (anew_id, id) VALUES (?, ?)", [new["id"], old["id"]])
        known, read = chain_of(self.db, old), chain_of(self.db, new, schema="anew")
        unread = known.unread(self._captures_read(new["id"]))
        if self.whole:  # then a version without a capture is damaged, and one whose capture shows no article is not
            unread = tuple(link for link in unread if link["capture_id"] is not None)
        if unread and any(link["superseded_by"] == "merged" for link in known.links):
            self.report.kept += 1  # which of the two histories a version belongs to, its own words do not tell
            return
        if unread:
            read = with_unread(read, unread)
        in_place = len(known.links) == len(read.links) and all(
            same_reading(one, other) or is_damaged(one) for one, other in zip(known.links, read.links, strict=True)
        )
        if in_place:
            self._update(old, known, read)
        else:
            self._write_anew(old, known, read, common_start(known.links, read.links))
        self._state(old, new)

    def _at_its_addresses(self, anew_id: int) -> Row | None:
        """The article that is known at one of the addresses: what was first seen elsewhere has another uid."""
        return first_row(
            self.db,
            """SELECT a.* FROM anew.pages p JOIN main.pages q ON q.address_key = p.address_key
               JOIN main.articles a ON a.id = q.article_id WHERE p.article_id = ? ORDER BY a.id LIMIT 1""",
            anew_id,
        )

    def _is_several(self, article_id: int) -> bool:
        """Whether the captures, read alone, give several articles for one that is known to be one."""
        row = first_row(
            self.db,
            """SELECT COUNT(DISTINCT p.article_id) > 1 OR EXISTS (SELECT 1 FROM temp.same WHERE id = ?1) AS several
               FROM main.pages q JOIN anew.pages p ON p.address_key = q.address_key WHERE q.article_id = ?1""",
            article_id,
        )
        return bool(row and row["several"])

    def _captures_read(self, anew_id: int) -> set[int]:
        found = rows(self.db, "SELECT capture_id FROM anew.article_captures WHERE article_id = ?", anew_id)
        return {row["capture_id"] for row in found}

    # New articles

    def _add_new(self, span: dict[str, int]) -> None:
        """Those of the range that the archive does not have, with their own numbers where these are free."""
        found = rows(
            self.db,
            """SELECT n.id, EXISTS (SELECT 1 FROM articles WHERE id = n.id) AS taken FROM anew.articles n
               WHERE id BETWEEN :first AND :last AND NOT EXISTS (SELECT 1 FROM articles WHERE uid = n.uid)
                   AND NOT EXISTS (SELECT 1 FROM problems WHERE problem = 'merged-article' AND detail = n.uid)
                   AND NOT EXISTS (
                       SELECT 1 FROM anew.pages p JOIN main.pages q ON q.address_key = p.address_key
                       JOIN main.articles a ON a.id = q.article_id WHERE p.article_id = n.id)
               ORDER BY id""",
            span,
        )
        self.report.added += len(found)
        next_id = None
        for row in found:
            article_id = row["id"]
            if row["taken"]:
                next_id = next_id or _largest_id(self.db)
                article_id = next_id = next_id + 1
            self.db.execute("INSERT INTO temp.same (anew_id, id) VALUES (?, ?)", [row["id"], article_id])
        if not found:
            return
        columns = ", ".join(("uid", "site", "withheld_at", "version", *_STATE_COLUMNS, *CONTENT_COLUMNS))
        self.db.execute(
            f"""INSERT INTO articles (id, {columns})
                SELECT s.id, {columns} FROM anew.articles n JOIN temp.same s ON s.anew_id = n.id
                WHERE n.id BETWEEN :first AND :last ORDER BY s.id""",
            span,
        )
        columns = ", ".join(("version", "url", "seen_at", "superseded_at", "superseded_by", *CONTENT_COLUMNS))
        self.db.execute(
            f"""INSERT INTO article_versions (article_id, {columns})
                SELECT s.id, {columns} FROM anew.article_versions v JOIN temp.same s ON s.anew_id = v.article_id
                WHERE s.anew_id BETWEEN :first AND :last ORDER BY v.rowid""",
            span,
        )

    # A known one

    def _update(self, old: Row, known: Chain, read: Chain) -> None:
        """The same versions: what a version does not consist of, and damage, is set right in place."""
        restored = False
        # Where not all could be read, a version may have been the present one there, and its evidence lack the images.
        columns = CONTENT_COLUMNS if self.whole else (*SAID_COLUMNS, "parser_version")
        for before, after in zip(known.links, read.links, strict=True):
            if all(before[name] == after[name] for name in columns):
                continue
            restored = restored or is_damaged(before)
            self._tell(old, before, after)
            content = {name: after[name] for name in CONTENT_COLUMNS}
            if before["superseded_at"] is None:
                update(self.db, "articles", content, "id = ?", old["id"])
            else:
                where = "article_id = ? AND version = ?"
                update(self.db, "article_versions", content, where, old["id"], before["version"])
        self.report.restored += restored
        self._captures_of(old, known, read, 0)

    def _write_anew(self, old: Row, known: Chain, read: Chain, same: int) -> None:
        """Another history: from the first version that differs on, all are written anew behind those that there are.

        Numbers of versions are cited; so the old readings keep theirs.
        """
        self.report.reread += 1
        self.report.versions += len(known.links) - same
        for before, after in _pairs(known, read, same):
            self._tell(old, before, after)
        base = old["version"]
        articles.supersede(self.db, old["id"], at=self.at, by=self.by)
        for version in (link["version"] for link in known.links[same:]):
            change = {"superseded_at": self.at, "superseded_by": self.by}
            update(self.db, "article_versions", change, "article_id = ? AND version = ?", old["id"], version)
        for number, link in enumerate(read.links[same:-1], start=base + 1):
            row = {name: link[name] for name in ("url", "seen_at", "superseded_at", "superseded_by", *CONTENT_COLUMNS)}
            insert(self.db, "article_versions", {"article_id": old["id"], "version": number, **row})
        present = {name: read.links[-1][name] for name in CONTENT_COLUMNS}
        update(self.db, "articles", {**present, "version": base + len(read.links) - same}, "id = ?", old["id"])
        self._captures_of(old, known, read, same, base)

    def _captures_of(self, old: Row, known: Chain, read: Chain, same: int, base: int | None = None) -> None:
        """Which captures each version was read from, under the numbers that the versions have here."""
        anew_id = first_row(self.db, "SELECT anew_id FROM temp.same WHERE id = ?", old["id"])
        assert anew_id is not None
        numbers = {link["version"]: here["version"] for link, here in zip(read.links, known.links, strict=False)}
        if base is not None:
            for place, link in enumerate(read.links[same:], start=1):
                numbers[link["version"]] = base + place
        self._captures(old["id"], anew_id["anew_id"], numbers)

    def _captures(self, article_id: int, anew_id: int, numbers: Mapping[int, int]) -> None:
        for row in rows(
            self.db, "SELECT version, capture_id, role FROM anew.article_captures WHERE article_id = ?", anew_id
        ):
            version = numbers.get(row["version"], row["version"])
            articles.add_captures(self.db, article_id, version, {row["capture_id"]: row["role"]})

    def _state(self, old: Row, new: Row) -> None:
        """When it was seen and gone, and where it is."""
        if self.whole:
            changes = {name: new[name] for name in _STATE_COLUMNS if new[name] != old[name]}
        else:
            changes = {
                "first_seen_at": min(old["first_seen_at"], new["first_seen_at"]),
                "last_seen_at": max(old["last_seen_at"], new["last_seen_at"]),
            }
            changes = {name: value for name, value in changes.items() if value != old[name]}
        if changes:
            update(self.db, "articles", changes, "id = ?", old["id"])
            self.report.restored += bool(changes.keys() - {"views"}) and self.by == "reparsed"

    def _tell(self, old: Row, before: Mapping[str, Any], after: Mapping[str, Any]) -> None:
        for name in SAID_COLUMNS:
            if name not in _UNTOLD and before[name] != after[name]:
                example = Example(old["uid"], old["url"], before[name], after[name])
                self.report.fields.setdefault(name, FieldChange()).note(example)

    def _note_unread(self) -> None:
        """Articles whose captures give none today: they are kept, and a person should know."""
        self.db.execute(
            "UPDATE problems SET resolved_at = ? WHERE site = ? AND problem = ? AND resolved_at IS NULL"
            " AND article_id IN (SELECT id FROM temp.same)",
            [self.at, self.site_id, _UNREAD],
        )
        if not self.whole:
            return
        for row in rows(
            self.db,
            "SELECT id, url FROM articles a WHERE site = ? AND capture_id IS NOT NULL"
            " AND NOT EXISTS (SELECT 1 FROM temp.same WHERE id = a.id)",
            self.site_id,
        ):
            self.report.unread += 1
            problem = Problem(_UNREAD, detail="today's extraction finds no article in its captures")
            problems.add(self.db, problem, at=self.at, site=self.site_id, article_id=row["id"], url=row["url"])


def _listed(alias: str, names: Sequence[str]) -> str:
    return ", ".join(f"{alias}.{name}" for name in names)


def _number(db: Database, what: str, values: dict[str, int]) -> int:
    row = first_row(db, f"SELECT COUNT(*) AS number FROM {what}", values)
    assert row is not None
    return int(row["number"])


def _largest_id(db: Database) -> int:
    """The largest id of both archives: one above it is free in either."""
    row = first_row(db, "SELECT MAX(id) AS id FROM (SELECT id FROM articles UNION ALL SELECT id FROM anew.articles)")
    assert row is not None
    return int(row["id"])


def _pairs(known: Chain, read: Chain, same: int) -> Iterator[tuple[Row, Row]]:
    """The versions of both histories that belong together: from the end, where the present one is, backwards."""
    pairs = list(zip(reversed(known.links[same:]), reversed(read.links[same:]), strict=False))
    yield from reversed(pairs)
