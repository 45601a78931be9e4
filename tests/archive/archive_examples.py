"""A small site and what a spider may see of it: the vocabulary of the archive's tests."""

from __future__ import annotations

import uuid
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

from blitar_scraper.archive import Archive, Outcome
from blitar_scraper.archive.values import iso
from blitar_scraper.items import (
    Article,
    ArticleSeen,
    Fetch,
    Listing,
    ListingSeen,
    Media,
    PageFailed,
    PageGone,
    PopularEntry,
    Problem,
    Reading,
    Site,
    Witness,
)

START = datetime(2026, 3, 2, 1, 0, tzinfo=UTC)
HOME = "https://www.kota-contoh.go.id"
SITE = Site(
    id="contoh",
    name="Kota Contoh",
    home_url=f"{HOME}/",
    timezone="Asia/Jakarta",
    level="kota",
    region_code="35.72",
    start_urls=(f"{HOME}/berita",),
    settings={"selectors": {"title": "h1"}},
)
FIRST = Article(
    site=SITE.id,
    title="Wali Kota Resmikan Pasar",
    author="Admin Kota",
    section="BERITA",
    published_at="2026-03-01",
    published_raw="1 Mar 2026",
    published_precision="day",
    views=10,
    body="SIARAN PERS\nPasar itu dibuka pagi ini oleh wali kota.\nTelp 123",
    main_span=(12, 53),
    evidence={"title": {"from": "heading"}, "views": {"from": "byline", "raw": "10x"}},
    parser_version=1,
)


def days(number: float) -> datetime:
    """So many days after START."""
    return START + timedelta(days=number)


def midnight(number: int) -> datetime:
    """The beginning, in UTC, of the day so many days after START: when what is due that day is due."""
    return days(number).replace(hour=0, minute=0)


def url(name: str) -> str:
    return f"{HOME}/berita/{name}"


def fetch(address: str, at: datetime = START, **more: Any) -> Fetch:
    return Fetch(**{"requested_url": address, "url": address, "seen_at": at, "http_status": 200, **more})


def article_seen(
    name: str = "pasar",
    at: datetime = START,
    *,
    via: tuple[str, ...] = (),
    article: Article = FIRST,
    media: tuple[Media, ...] = (),
    popular: tuple[PopularEntry, ...] = (),
    problems: tuple[Problem, ...] = (),
    capture_id: int | None = None,
    **changes: Any,
) -> ArticleSeen:
    """The example article, changed, read at `name`; `via` are the names redirected through, the asked-for one first."""
    address = url(name) if "://" not in name else name
    redirects = tuple(url(step) if "://" not in step else step for step in via)
    got = Fetch(redirects[0] if via else address, address, at, 200, redirects=redirects, capture_id=capture_id)
    return ArticleSeen(SITE, got, Reading(replace(article, url=address, **changes), media, popular, problems))


def listing_seen(*entries: Witness, at: datetime = START, popular: tuple[PopularEntry, ...] = ()) -> ListingSeen:
    return ListingSeen(SITE, fetch(f"{HOME}/berita", at), Listing(entries, popular=popular))


def entry(name: str = "pasar", **said: Any) -> Witness:
    return Witness("listing", url(name) if "://" not in name else name, **said)


def gone(name: str = "pasar", at: datetime = START, reason: Any = "404") -> PageGone:
    return PageGone(SITE, fetch(url(name), at, http_status=404), reason)


def failed(name: str = "pasar", at: datetime = START) -> PageFailed:
    return PageFailed(SITE, url(name), "article", at, "server-error", "HTTP 500", 500)


class Crawled:
    """An archive with the example site and a run that goes on: stores sightings, reads rows."""

    def __init__(self, archive: Archive) -> None:
        self.archive = archive
        archive.put_site(SITE, at=START)
        self.run_id = archive.start_run(SITE.id, "update", at=START, program_version="0.1.0")

    def store(self, *sightings: Any) -> Outcome:
        """Store them all; the outcome of the last."""
        outcomes = [self.archive.store(sighting, self.run_id) for sighting in sightings]
        return outcomes[-1]

    def rows(self, sql: str, **values: Any) -> list[dict[str, Any]]:
        return list(self.archive.db.query(sql, values))

    def values(self, sql: str, **values: Any) -> list[Any]:
        """The rows of a query as tuples; single values where it has one column."""
        found = [tuple(row.values()) for row in self.rows(sql, **values)]
        return [row[0] if len(row) == 1 else row for row in found]

    @property
    def article(self) -> dict[str, Any]:
        (row,) = self.rows("SELECT * FROM articles")
        return row

    @property
    def run(self) -> dict[str, Any]:
        (row,) = self.rows("SELECT * FROM runs WHERE id = :id", id=self.run_id)
        return row

    def page(self, name: str = "pasar") -> dict[str, Any]:
        (row,) = self.rows("SELECT * FROM pages WHERE url = :url", url=url(name) if "://" not in name else name)
        return row

    def due_at(self, name: str = "pasar") -> datetime | None:
        text = self.page(name)["due_at"]
        return datetime.fromisoformat(text) if text else None

    def check_search_index(self) -> None:
        """Raises if the full-text index does not say what the articles say."""
        self.archive.db.execute("INSERT INTO articles_fts (articles_fts, rank) VALUES ('integrity-check', 1)")


def capture(crawled: Crawled, at: datetime, name: str = "pasar", **said: Any) -> int:
    """The id of a capture of that page, as the crawl would have kept it."""
    row = {
        "run_id": crawled.run_id,
        "source": "crawl",
        "url": url(name),
        "fetched_at": iso(at),
        "http_status": 200,
        "digest": "sha256:" + "0" * 64,
        "record_id": f"urn:uuid:{uuid.uuid4()}",
        "record_type": "response",
        "warc_file": "contoh/contoh-1.warc.gz",
        "warc_offset": 100,
        "warc_length": 10,
        **said,
    }
    return int(crawled.archive.db.table("captures").insert(row).last_pk)


def written_anew(crawled: Crawled, first: int | None, second: int | None) -> None:
    """Versions 1 and 2 superseded by another reading of both, 3 and 4, as reading all captures again leaves them."""
    db = crawled.archive.db
    db.execute(
        """INSERT INTO article_versions (article_id, version, url, title, content_digest, parser_version, seen_at,
               superseded_at, superseded_by, capture_id, evidence)
           SELECT id, 2, url, title, content_digest, 1, ?, ?, 'reparsed', ?, '{}' FROM articles""",
        [iso(days(1)), iso(days(9)), second],
    )
    change = "UPDATE article_versions SET superseded_by = 'reparsed', superseded_at = ? WHERE version = 1"
    db.execute(change, [iso(days(9))])
    db.execute(
        """INSERT INTO article_versions (article_id, version, url, title, content_digest, parser_version, seen_at,
               superseded_at, superseded_by, capture_id, evidence)
           SELECT id, 3, url, 'Satu', 'sha256:3', 2, ?, ?, 'edited', ?, '{}' FROM articles""",
        [iso(START), iso(days(1)), first],
    )
    db.execute("UPDATE articles SET title = 'Dua', content_digest = 'sha256:4', parser_version = 2, version = 4")
