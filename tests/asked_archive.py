"""An archive of two sites, small enough to answer the questions of docs/questions.md by hand; `ANSWERS` are those.

Kota Contoh (`contoh`) was crawled to the end in April and in May 2024 and in vain in June; of Kota Lain (`lain`) there
is one article, with the text of another's.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from blitar_scraper.addresses import uid_of
from blitar_scraper.archive import Archive
from blitar_scraper.archive.stems import update_stems
from blitar_scraper.items import Site
from tests.archive.archive_examples import HOME, START, Crawled

OTHER = Site(id="lain", name="Kota Lain", home_url="https://lain.go.id/", timezone="Asia/Jakarta")
PRIZE = "Wali Kota Contoh menerima penghargaan statistik dari gubernur pada hari Selasa.\n" + (
    "Pemerintah kota berterima kasih kepada semua kelurahan yang telah mencatat warganya dengan sabar dan teliti. " * 2
)
UIDS = {name: uid_of(f"{HOME}/berita/{name}") for name in ("juara", "hormat", "pasar", "pergi", "entah")}
UIDS["sama"] = uid_of("https://lain.go.id/sama")

# By number: title, SQL, and what to beware of.
QUESTIONS = {
    int(number): (title, sql, beware)
    for number, title, sql, beware in re.findall(
        r"^## (\d+)\. ([^\n]+)\n\n```sql\n(.*?)```\n\n(Beware: .*?)\n(?:\n|\Z)",
        (Path(__file__).parents[1] / "docs" / "questions.md").read_text("utf-8"),
        re.M | re.S,
    )
}
ANSWERS: dict[int, Any] = {
    1: [("2024-01", 3, 41 + 41 + 5), ("2024-03", 1, 4), ("2024-04", 1, 3), ("undated", 1, None)],
    2: [
        ("contoh", "2024-02", "silence in hindsight", 0, 0),
        ("contoh", "2024-05", "silence", 1, 0),
        ("contoh", "2024-06", "crawl failed", 0, 0),
    ],
    3: [("2024", 5, 2, 40.0)],
    4: {UIDS["juara"], UIDS["sama"], UIDS["hormat"]},
    5: [("2024-03-10T01:00:00Z", "contoh", UIDS["pasar"], "title", "Pasar Lama Dibuka", "Pasar Baru Dibuka")],
    6: [("contoh", "2024-05", "404", 1)],
    7: [("contoh", 2, 40.0, 30, 50)],
    8: [(UIDS["juara"], 2, 2, "2024-01-10", len(PRIZE.strip()))],
    9: [("contoh", 0, 1), ("contoh", 1, 1)],
    10: [("contoh", "08", 2)],
    11: [("contoh", 5, 0, 2, 1, 5, 1, 2, 0), ("lain", 1, 0, 1, 0, 1, 0, 1, 0)],
    12: sorted((uid for name, uid in UIDS.items() if name != "entah"), key=lambda uid: uid[4:] + uid),
}


def fill(archive: Archive) -> None:
    """Put the two sites and their six articles into an empty archive."""
    Crawled(archive)
    archive.put_site(OTHER, at=START)
    db = archive.db
    db.execute("DELETE FROM runs")
    db.execute("UPDATE sites SET backfilled_at = '2024-04-02T02:00:00Z' WHERE id = 'contoh'")
    for started, status in (("2024-04-02", "finished"), ("2024-05-06", "finished"), ("2024-06-03", "failed")):
        run = {"site": "contoh", "mode": "update", "started_at": f"{started}T01:00:00Z", "status": status}
        db.table("runs").insert({**run, "finished_at": f"{started}T02:00:00Z", "program_version": "0.1.0"})
    capture = {"run_id": 1, "source": "crawl", "url": f"{HOME}/berita/juara", "fetched_at": "2024-04-02T01:10:00Z"}
    db.table("captures").insert({**capture, "digest": "sha256:1", "warc_file": "contoh/1.warc.gz", "warc_length": 10})

    _add(db, "juara", "Juara Statistik", "2024-01-10", PRIZE, dateline_date="2024-01-09", published_time="08:30")
    _add(db, "hormat", "Hari Guru", "2024-01-20", "Kami menghargai para guru kota.", views=30)
    market = {"dateline_date": "2024-03-05", "published_time": "08:05", "views": 7, "version": 2}
    _add(db, "pasar", "Pasar Baru Dibuka", "2024-03-05", "Pasar dibuka pagi ini.", **market)
    _add(db, "pergi", "Lowongan", "2024-04-01", "Dibuka lowongan kerja.", gone_at="2024-05-06T01:30:00Z", author=None)
    _add(db, "entah", "Foto", None, None, first_seen_at="2024-05-06T01:31:00Z", author=None)
    _add(db, "sama", "Juara Statistik", "2024-01-10", PRIZE, site="lain", author=None)
    db.execute("UPDATE articles SET views = 60, capture_id = 1 WHERE id = 1")
    db.execute("UPDATE articles SET gone_reason = '404' WHERE gone_at IS NOT NULL")
    for article, at, views in (
        (1, "2024-01-11T01:00:00Z", 10),
        (1, "2024-01-17T01:00:00Z", 50),
        (1, "2024-01-18T01:00:00Z", 60),
        (2, "2024-01-28T01:00:00Z", 30),
        (3, "2024-04-04T01:00:00Z", 7),
    ):
        db.table("view_counts").insert({"article_id": article, "observed_at": at, "views": views, "own_fetches": 0})
    db.execute(
        """INSERT INTO article_versions (article_id, version, url, title, author, section, published_at, content_digest,
               parser_version, seen_at, superseded_at, superseded_by, evidence, body)
           SELECT id, 1, url, 'Pasar Lama Dibuka', author, section, published_at, 'sha256:x', parser_version,
               '2024-03-06T01:00:00Z', '2024-03-10T01:00:00Z', 'edited', '{}', body FROM articles WHERE id = 3"""
    )
    update_stems(db)


def _add(db: Any, name: str, title: str, day: str | None, body: str | None, **more: Any) -> None:
    site = more.get("site", "contoh")
    row = {
        "uid": UIDS[name],
        "site": site,
        "url": f"{HOME}/berita/{name}" if site == "contoh" else f"https://lain.go.id/{name}",
        "title": title,
        "author": "Admin Kota",
        "published_at": day,
        "published_date": day,
        "published_precision": "day" if day else None,
        "word_count": len(body.split()) if body else None,
        "version": 1,
        "content_digest": f"sha256:{name}",
        "parser_version": 2,
        "first_seen_at": "2024-04-02T01:20:00Z",
        "last_seen_at": "2024-05-06T01:20:00Z",
        "evidence": "{}",
        "body": body,
    }
    db.table("articles").insert({**row, **more})
