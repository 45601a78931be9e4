"""An article with all that the archive knows of it: versions, view counts, captures, what is withheld."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields
from typing import Any

from sqlite_utils import Database

from blitar_scraper.addresses import clean_url
from blitar_scraper.archive import articles, withholding
from blitar_scraper.archive.chains import READ_ANEW
from blitar_scraper.archive.database import Row, first_row, rows
from blitar_scraper.archive.values import clean_text
from blitar_scraper.archive.withholding import Withholding

# The fields of which a reader wants to see what changed, in the order of the page. The first five make a version.
COMPARED_FIELDS = (
    *("title", "author", "section", "published_at", "body"),
    *("dateline_date", "press_release_number", "modified_at"),
)


@dataclass(frozen=True, slots=True)
class Capture:
    """An HTTP answer that was kept, and where: columns of `captures`. Times are UTC text."""

    id: int
    source: str
    url: str
    fetched_at: str
    http_status: int | None
    content_type: str | None
    bytes: int | None
    digest: str | None
    record_id: str | None
    record_type: str | None
    refers_to: str | None
    warc_file: str | None
    warc_offset: int | None
    warc_length: int | None


@dataclass(frozen=True, slots=True)
class ReadFrom:
    """A capture that a version was read from, and what it was to it: page, part, listing, feed or rest."""

    version: int
    role: str
    capture: Capture


@dataclass(frozen=True, slots=True)
class Version:
    """What the article said from `seen_at` on (UTC); `superseded_by` (edited, reparsed, merged, ...) is None for now's.

    `capture` is None where none was kept; `content_digest` where the public may not have it.
    """

    number: int
    url: str
    title: str | None
    author: str | None
    section: str | None
    published_at: str | None
    dateline_date: str | None
    press_release_number: str | None
    modified_at: str | None
    image_url: str | None
    content_digest: str | None
    parser_version: int
    seen_at: str
    superseded_at: str | None
    superseded_by: str | None
    capture: Capture | None
    withheld: bool
    body: str | None

    @property
    def is_live(self) -> bool:
        """Whether it stands for a state of the page. A reading that another one replaced does not."""
        return self.superseded_by not in READ_ANEW


@dataclass(frozen=True, slots=True)
class ViewCount:
    """A count as observed (UTC), and how often we ourselves had asked for the page by then."""

    observed_at: str
    views: int
    own_fetches: int


@dataclass(frozen=True, slots=True)
class History:
    """An article and its past. `article` is its row; `versions` are in the order of their numbers, now's last.

    `merged` are the uids of articles that turned out to be this one.
    """

    article: Row
    site_name: str
    counts_own_fetches: bool
    versions: tuple[Version, ...]
    view_counts: tuple[ViewCount, ...]
    captures: tuple[ReadFrom, ...]
    withholdings: tuple[Withholding, ...]
    merged: tuple[str, ...]

    @property
    def present(self) -> Version:
        """The version that the article has now."""
        return self.versions[-1]

    @property
    def live(self) -> tuple[Version, ...]:
        """The versions that stand for states of the page, one a state."""
        return tuple(version for version in self.versions if version.is_live)

    def version(self, number: int) -> Version | None:
        """The version of that number."""
        return next((version for version in self.versions if version.number == number), None)

    def reading_of(self, version: Version) -> Version:
        """The live version of the page that this one is a reading of: itself, or the one that has replaced it."""
        if version.is_live:
            return version
        same_bytes = [other for other in self.live if version.capture and other.capture == version.capture]
        same_time = [other for other in self.live if other.seen_at == version.seen_at]
        later = [other for other in self.live if other.number > version.number]
        return (same_bytes or same_time or later or [self.present])[0]

    def other_readings(self, live: Version) -> list[Version]:
        """The readings of the same page that the live version has replaced."""
        return [version for version in self.versions if not version.is_live and self.reading_of(version) is live]

    def first_seen(self, live: Version) -> str:
        """When the page was first seen in that state, by whichever reading."""
        return min(version.seen_at for version in [live, *self.other_readings(live)])

    def change(self, version: Version) -> tuple[Version, Version] | None:
        """The two readings whose difference the version brought; None for the first state of the page.

        For a reading that was replaced: itself and the better one. For a state of the page: the state before, and this
        one as the same program read it, where it did; else what a newer program reads better would look like an edit.
        """
        if not version.is_live:
            return version, self.reading_of(version)
        place = self.live.index(version)
        if not place:
            return None
        before = self.live[place - 1]
        readings = [version, *reversed(self.other_readings(version))]
        alike = [reading for reading in readings if reading.parser_version == before.parser_version]
        return before, (alike or [version])[0]


def find(db: Database, name: str) -> Row | None:
    """The row of the article of that uid, also of one merged into it; or of that address, in any spelling."""
    name = clean_text(name).strip()
    if (row := articles.by_uid(db, name) or articles.by_uid(db, name.lower())) is not None:
        return row
    for address in addresses_of(name):
        if (article_id := articles.at_address(db, address)) is not None:
            return articles.by_id(db, article_id)
    return None


def addresses_of(name: str) -> list[str]:
    """The addresses that a person may mean: the name as it is, or with the scheme that was left out; none for a uid."""
    if "." not in name and "/" not in name and ":" not in name:
        return []
    return [address for address in ([name] if "://" in name else [f"https://{name}"]) if clean_url(address)]


def near(db: Database, name: str, *, most: int = 3) -> list[str]:
    """Uids that a mistyped uid may have meant: those of which one half is the same."""
    name = clean_text(name).strip().lower()
    if len(name) < 6 or addresses_of(name):
        return []
    half = len(name) // 2
    sql = "SELECT uid FROM articles WHERE substr(uid, 1, ?) = ? OR substr(uid, -?) = ? ORDER BY uid LIMIT ?"
    return [row["uid"] for row in rows(db, sql, half, name[:half], half, name[-half:], most)]


def history_of(db: Database, article: Row) -> History:
    """The history of the article of that row."""
    site = first_row(db, "SELECT name, counts_own_fetches FROM sites WHERE id = ?", article["site"])
    assert site is not None  # a foreign key
    merged = rows(
        db,
        "SELECT detail FROM problems WHERE problem = 'merged-article' AND article_id = ? ORDER BY id",
        article["id"],
    )
    return History(
        article=article,
        site_name=site["name"],
        counts_own_fetches=bool(site["counts_own_fetches"]),
        versions=_versions(db, article),
        view_counts=_view_counts(db, article["id"]),
        captures=read_from(db, article["id"]),
        withholdings=tuple(withholding.of_article(db, article["id"])),
        merged=tuple(row["detail"] for row in merged),
    )


def _versions(db: Database, article: Row) -> tuple[Version, ...]:
    stored = rows(db, "SELECT * FROM article_versions WHERE article_id = ? ORDER BY version", article["id"])
    live = [row["superseded_at"] for row in stored if row["superseded_by"] not in READ_ANEW]
    since = live[-1] if live else article["first_seen_at"]
    present = {**article, "seen_at": since, "superseded_at": None, "superseded_by": None}
    captures = captures_by_id(db, [row["capture_id"] for row in [*stored, present]])
    withheld = withholding.withheld_versions(db, article["id"])
    own = {field.name for field in fields(Version)} - {"number", "capture", "withheld"}
    return tuple(
        Version(
            number=row["version"],
            capture=captures.get(row["capture_id"]),
            withheld=row["version"] in withheld,
            **{name: row[name] for name in own},
        )
        for row in [*stored, present]
    )


def _view_counts(db: Database, article_id: int) -> tuple[ViewCount, ...]:
    sql = "SELECT observed_at, views, own_fetches FROM view_counts WHERE article_id = ? ORDER BY observed_at"
    return tuple(ViewCount(**row) for row in rows(db, sql, article_id))


def gone_captures(schema: str = "main") -> str:
    """A query for the captures that show articles gone: article_id, version, capture_id, role.

    `schema`: the name under which the archive is attached.
    """
    return f"""SELECT a.id AS article_id, a.version, s.capture_id, 'gone' AS role FROM {schema}.articles a
             JOIN {schema}.sightings s ON s.site = a.site AND s.at = a.gone_at AND s.capture_id IS NOT NULL
             JOIN {schema}.pages p ON p.url = json_extract(s.account, '$.requested_url') AND p.article_id = a.id"""


def read_from(db: Database, article_id: int) -> tuple[ReadFrom, ...]:
    """The captures noted for each version, those that the versions themselves name, and that which shows it gone."""
    sql = f"""SELECT version, capture_id, role FROM article_captures WHERE article_id = :id
             UNION
             SELECT version, capture_id, role FROM ({gone_captures()}) WHERE article_id = :id
             UNION
             SELECT version, capture_id, 'page' FROM (
                 SELECT version, capture_id FROM article_versions WHERE article_id = :id
                 UNION SELECT version, capture_id FROM articles WHERE id = :id) named
             WHERE capture_id IS NOT NULL AND NOT EXISTS (
                 SELECT 1 FROM article_captures c
                 WHERE c.article_id = :id AND c.version = named.version AND c.capture_id = named.capture_id)"""
    noted = db.execute(sql, {"id": article_id}).fetchall()
    captures = captures_by_id(db, [capture_id for _, capture_id, _ in noted])
    found = [ReadFrom(version, role, captures[capture_id]) for version, capture_id, role in noted]
    return tuple(sorted(found, key=lambda read: (read.version, read.capture.fetched_at, read.capture.id)))


def captures_by_id(db: Database, ids: Sequence[Any]) -> dict[int, Capture]:
    """The captures of these ids, by id; null ids are passed over."""
    wanted = sorted({number for number in ids if number is not None})
    columns = ", ".join(field.name for field in fields(Capture))
    found: dict[int, Capture] = {}
    for start in range(0, len(wanted), 500):  # SQLite allows 999 marks at least
        chunk = wanted[start : start + 500]
        marks = ", ".join("?" * len(chunk))
        for row in rows(db, f"SELECT {columns} FROM captures WHERE id IN ({marks})", *chunk):
            found[row["id"]] = Capture(**row)
    return found
