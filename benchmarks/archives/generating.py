"""An archive of N articles on 38 sites, 2008 to 2026, in a minute for 100,000.

Rows are written straight into the tables, thousands at a time, and indexes made at the end: storing them as a crawl
does would take hours. Rows are consistent with each other as the archive's own are; WARC files and sightings there
are none.
"""

from __future__ import annotations

import hashlib
import json
import random
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

from sqlite_utils import Database

from benchmarks.archives import texts
from blitar_scraper.addresses import address_key, uid_of
from blitar_scraper.archive import Archive
from blitar_scraper.archive.stems import rebuild_stems
from blitar_scraper.items import Site
from blitar_scraper.regions import regions

FIRST_DAY, LAST_DAY = date(2008, 1, 1), date(2026, 11, 26)
FIRST_CRAWL = datetime(2025, 1, 1, 1, 0, tzinfo=UTC)  # what is older came in during the two weeks after it
NOW = datetime(2026, 11, 26, 20, 0, tzinfo=UTC)
SITES = 38
_CHUNK = 2_000
_SECTIONS = ("BERITA", "KEGIATAN", "PENGUMUMAN", "Kesehatan", "Pendidikan", "Ekonomi", "Pemerintahan", "Olahraga")
_AUTHORS = ("Admin Kota", "Humas", "Diskominfo", "Humas Protokol", "Tim Redaksi", "Administrator", "Kominfo")
# Shares of the articles.
_UNDATED, _GONE, _EDITED, _PRESS_RELEASE, _SHARED, _WITHHELD = 0.01, 0.01, 0.03, 0.08, 0.01, 0.0002

Row = dict[str, Any]


def generate(
    path: Path, articles: int, *, seed: int = 1, sentences: int = texts.SENTENCES, stems: bool = False
) -> None:
    """Make the archive at `path`, which must not exist. `sentences`: of how many its texts are made.

    `stems`: find the stems of its words, too, which a release does anyway (some minutes).
    """
    with Archive(path) as archive:
        sites = _sites()
        for site in sites:
            archive.put_site(site, at=FIRST_CRAWL)
        db = archive.db
        db.execute("PRAGMA journal_mode = OFF")  # opening it again brings the journal back
        db.execute("PRAGMA synchronous = OFF")
        db.execute("PRAGMA cache_size = -262144")  # KiB
        later = _drop_for_now(db)
        made = _Made(
            random.Random(seed), sites, texts.sentences(seed, min(texts.SENTENCES, 10 * articles)), texts.titles(seed)
        )
        with archive.transaction():
            db.execute("UPDATE sites SET backfilled_at = '2025-01-14T00:00:00Z'")
            _insert(db, "runs", made.runs())
            for start in range(0, articles, _CHUNK):
                for number in range(start, min(start + _CHUNK, articles)):
                    made.article(number + 1, articles)
                made.flush(db)
            _insert(db, "popular", made.popular())
        for sql in later:
            db.execute(sql)
        db.execute("INSERT INTO articles_fts (articles_fts) VALUES ('rebuild')")
        if stems:
            rebuild_stems(db)
        db.execute("ANALYZE")


def _sites() -> list[Site]:
    """The 38 regencies and cities of East Java."""
    found = [region for region in regions() if region.code.startswith("35.")][:SITES]
    return [
        Site(
            id=f"jatim{region.code.replace('.', '')}",
            name=region.name,
            home_url=f"https://www.jatim{region.code.replace('.', '')}.example/",
            timezone="Asia/Jakarta",
            level=region.level,
            region_code=region.code,
            province="Jawa Timur",
        )
        for region in found
    ]


def _drop_for_now(db: Database) -> list[str]:
    """Drop indexes and triggers; the statements that make them again."""
    found = db.execute(
        "SELECT type, name, sql FROM sqlite_master WHERE type IN ('index', 'trigger') AND sql IS NOT NULL"
    ).fetchall()
    for kind, name, _ in found:
        db.execute(f"DROP {kind} {name}")
    return [sql for _, _, sql in found]


def _insert(db: Database, table: str, rows: Iterator[Row] | list[Row]) -> None:
    rows = list(rows)
    if rows:
        names = ", ".join(rows[0])
        marks = ", ".join(f":{name}" for name in rows[0])
        db.conn.executemany(f"INSERT INTO {table} ({names}) VALUES ({marks})", rows)


@dataclass
class _Made:
    """What has been made and not been written yet, by table."""

    chance: random.Random
    sites: list[Site]
    pool: tuple[str, ...]
    titles: tuple[str, ...]
    rows: dict[str, list[Row]] = field(default_factory=dict)
    captures: int = 0
    last_body: str = ""

    def __post_init__(self) -> None:
        self.weights = [1 / (place + 3) for place in range(len(self.sites))]  # of the sites: large ones and small
        self.first_run = {site.id: 1 + place * self.days for place, site in enumerate(self.sites)}

    @property
    def days(self) -> int:
        """Days of crawling; a run of each site on each of them."""
        return (NOW - FIRST_CRAWL).days + 1

    def add(self, table: str, **row: Any) -> None:
        self.rows.setdefault(table, []).append(row)

    def flush(self, db: Database) -> None:
        for table in (
            *("captures", "articles", "article_versions", "article_captures", "pages", "view_counts", "media"),
            *("problems", "withholdings"),
        ):
            _insert(db, table, self.rows.pop(table, []))

    def runs(self) -> Iterator[Row]:
        for site in self.sites:
            for day in range(self.days):
                started = FIRST_CRAWL + timedelta(days=day, minutes=self.chance.randint(0, 300))
                failed = self.chance.random() < 0.03
                yield {
                    "id": self.first_run[site.id] + day,
                    "site": site.id,
                    "mode": "update",
                    "started_at": _iso(started),
                    "finished_at": _iso(started + timedelta(minutes=4)),
                    "status": "unreachable" if failed else "finished",
                    "exit_status": 4 if failed else 0,
                    "requests": self.chance.randint(5, 60),
                    "listed": 20,
                    "program_version": "benchmark",
                    "stats": '{"reason":null}',
                }

    def capture(self, url: str, at: datetime, site: str, status: int = 200) -> int:
        self.captures += 1
        run = self.first_run[site] + max((at - FIRST_CRAWL).days, 0)
        self.add(
            "captures",
            id=self.captures,
            run_id=min(run, self.first_run[site] + self.days - 1),
            source="crawl",
            url=url,
            fetched_at=_iso(at),
            http_status=status,
            content_type="text/html; charset=utf-8",
            bytes=self.chance.randint(9_000, 90_000),
            digest=_digest(f"capture {self.captures}"),
            record_id=f"urn:uuid:{self.chance.getrandbits(128):032x}",
            record_type="response",
            warc_file=f"{site}/{site}-{at:%Y%m%d}T000000Z-{run:05d}-001.warc.gz",
            warc_offset=self.chance.randint(1, 10**8),
            warc_length=self.chance.randint(2_000, 20_000),
        )
        return self.captures

    def article(self, number: int, articles: int) -> None:
        """All rows of an article. Numbers grow with the time at which the archive came to know them."""
        chance = self.chance
        (site,) = chance.choices(self.sites, self.weights)
        published, seen = self._times(number, articles)
        title = f"{chance.choice(self.titles)} {chance.choice(self.pool).split()[0]}"
        url = f"{site.home_url}berita/{number}-{title.lower().replace(' ', '-')[:60]}"
        text = self.last_body if chance.random() < _SHARED and self.last_body else texts.body(chance, self.pool)
        self.last_body = text
        capture = self.capture(url, seen, site.id)
        is_release = chance.random() < _PRESS_RELEASE
        serial = f"{number % 900}/{number % 60}/410.111.2/{published.year}" if is_release else None
        head = f"SIARAN PERS\nNo. {serial}\n" if serial else ""
        shows_views = self.sites.index(site) % 4 != 3
        views = chance.randint(5, 400) + int(chance.expovariate(1 / 300)) if shows_views else None
        gone = chance.random() < _GONE
        content: Row = {
            "url": url,
            "title": title if chance.random() > 0.001 else None,
            "author": chance.choice(_AUTHORS) if chance.random() > 0.1 else None,
            "section": chance.choice(_SECTIONS) if chance.random() > 0.2 else None,
            **_published(published, chance),
            "dateline_date": f"{published:%Y-%m-%d}" if is_release else None,
            "press_release_number": serial,
            "image_url": f"{site.home_url}uploads/berita/{number}.jpg",
            "tags": '["pemerintahan"]',
            "language": "id",
            "word_count": text.count(" ") + text.count("\n") + 1,
            "content_digest": _digest(f"article {number}"),
            "parser_version": 2,
            "capture_id": capture,
            "evidence": _evidence(title, len(head), len(head) + len(text) if is_release else None),
            "body": head + text,
        }
        self.add(
            "articles",
            id=number,
            uid=uid_of(url),
            site=site.id,
            **content,
            views=views,
            version=1,
            first_seen_at=_iso(seen),
            last_seen_at=_iso(max(seen, NOW - timedelta(days=chance.randint(0, 300)))),
            gone_at=_iso(NOW - timedelta(days=chance.randint(1, 600))) if gone else None,
            gone_reason=chance.choice(("404", "404", "home", "soft-404", "moved-site")) if gone else None,
            withheld_at="2026-06-01T00:00:00Z" if chance.random() < _WITHHELD else None,
        )
        self.add("article_captures", article_id=number, version=1, capture_id=capture, role="page")
        self._page(number, url, site.id, seen, 404 if gone else 200)
        self.add("media", article_id=number, position=1, kind="image", url=content["image_url"], capture_id=capture)
        if shows_views:
            self._views(number, seen, views or 0, capture)
        if chance.random() < _EDITED:
            self._edit(number, content, site.id, seen)
        self._remarks(number, content, site.id, seen)

    def _times(self, number: int, articles: int) -> tuple[datetime, datetime]:
        """When it was published (local) and first read: the last tenth as news, the others when crawling began."""
        news = articles - articles // 10
        if number > news:
            share = (number - news) / (articles // 10)
            seen = FIRST_CRAWL + timedelta(days=14) + share * (NOW - FIRST_CRAWL - timedelta(days=15))
            return seen.replace(tzinfo=None) - timedelta(hours=self.chance.randint(1, 30)), seen
        # More of them each year.
        days = int(self.chance.random() ** 0.6 * (FIRST_CRAWL.date() - FIRST_DAY).days)
        published = datetime.combine(FIRST_DAY, datetime.min.time()) + timedelta(
            days=days, minutes=self.chance.randint(400, 1300)
        )
        return published, FIRST_CRAWL + number / news * timedelta(days=13)

    def _page(self, number: int, url: str, site: str, seen: datetime, status: int) -> None:
        self.add(
            "pages",
            url=url,
            site=site,
            kind="article",
            article_id=number,
            discovered_at=_iso(seen),
            last_listed_at=_iso(seen),
            last_fetched_at=_iso(seen),
            http_status=status,
            due_at=_iso(NOW + timedelta(days=self.chance.randint(1, 365))),
            fetches=1,
            address_key=address_key(url),
        )

    def _views(self, number: int, seen: datetime, views: int, capture: int) -> None:
        """Two observations of older articles, up to five of those of the last months."""
        looks = 5 if seen > NOW - timedelta(days=60) else 2
        at = seen
        for look in range(1, looks + 1):
            self.add(
                "view_counts",
                article_id=number,
                observed_at=_iso(at),
                views=views * look // looks,
                own_fetches=look,
                capture_id=capture if look == 1 else None,
            )
            at = max(at, NOW - timedelta(days=self.chance.randint(20, 300))) if looks == 2 else at + (NOW - at) / 6
            at += timedelta(seconds=look)

    def _edit(self, number: int, content: Row, site: str, seen: datetime) -> None:
        """A version before the present one, with another title or text."""
        article = self.rows["articles"][-1]
        article["version"] = 2
        before = {**content, "content_digest": _digest(f"before {number}")}
        if number % 3 and before["title"]:
            before["title"] = f"{before['title']} (diperbarui)"
        else:
            before["body"] = content["body"] + "\n" + self.chance.choice(self.pool)
        edited = min(max(seen, NOW - timedelta(days=self.chance.randint(0, 600))), NOW)
        before["capture_id"] = self.capture(content["url"], seen, site)
        self.add(
            "article_versions",
            article_id=number,
            version=1,
            **before,
            seen_at=_iso(seen),
            superseded_at=_iso(edited),
            superseded_by="edited",
        )
        self.rows["article_captures"][-1]["version"] = 2
        self.add("article_captures", article_id=number, version=1, capture_id=before["capture_id"], role="page")

    def _remarks(self, number: int, content: Row, site: str, seen: datetime) -> None:
        article = self.rows["articles"][-1]
        if article["withheld_at"]:
            self.add("withholdings", article_id=number, withheld_at=article["withheld_at"], reason="benchmark")
        if content["published_date"] is None or self.chance.random() < 0.01:
            undated = content["published_date"] is None
            self.add(
                "problems",
                site=site,
                article_id=number,
                url=content["url"],
                field="published_at" if undated else "views",
                problem="date-not-found" if undated else "views-not-found",
                seen_at=_iso(seen),
            )

    def popular(self) -> Iterator[Row]:
        for site in self.sites:
            for week in range(self.days // 7):
                for rank in range(1, 6):
                    yield {
                        "site": site.id,
                        "observed_at": _iso(FIRST_CRAWL + timedelta(weeks=week)),
                        "rank": rank,
                        "url": f"{site.home_url}berita/{week}-{rank}",
                        "title": self.titles[(week * 5 + rank) % len(self.titles)],
                    }


def _published(at: datetime, chance: random.Random) -> Row:
    names = ("published_at", "published_raw", "published_precision", "published_date", "published_time")
    if chance.random() < _UNDATED:
        return dict.fromkeys(names)
    day, clock = f"{at:%Y-%m-%d}", f"{at:%H:%M}"
    if chance.random() < 0.6:
        return dict(zip(names, (day, f"{at:%d %b %Y}", "day", day, None), strict=True))
    return dict(zip(names, (f"{day}T{clock}+07:00", f"{at:%d/%m/%Y} {clock} WIB", "minute", day, clock), strict=True))


def _evidence(title: str, start: int, end: int | None) -> str:
    """As the extraction writes it, for its length; the span of the main text within a press release."""
    told: Row = {
        "title": {"from": "heading", "raw": title, "agree": ["json-ld", "listing", "opengraph"]},
        "published_at": {"from": "byline", "raw": "Admin Kota | 27 Sep 2024 | 142x Dilihat"},
        "body": {"from": "structure", "raw": "div.col-md-8 > div.content"},
    }
    if end is not None:
        told["main_span"] = [start, end]
    return json.dumps(told, ensure_ascii=False)


def _digest(text: str) -> str:
    return f"sha256:{hashlib.sha256(text.encode()).hexdigest()}"


def _iso(at: datetime) -> str:
    return at.strftime("%Y-%m-%dT%H:%M:%SZ")


if __name__ == "__main__":
    began = time.perf_counter()
    generate(Path(sys.argv[1]), int(sys.argv[2]))
    print(f"{int(sys.argv[2]):,} articles in {time.perf_counter() - began:.0f} s")
