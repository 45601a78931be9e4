"""The SQLite file by itself: whether it is whole, and whether its rows agree with each other."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Callable

from sqlite_utils import Database

from blitar_scraper.archive.database import first_row, rows
from blitar_scraper.archive.stems import is_filled, wrong_words
from blitar_scraper.archive.verification.findings import Findings
from blitar_scraper.items import Article

# Messages of PRAGMA integrity_check asked for; a damaged file can have millions.
_MOST_MESSAGES = 100
# What it says of an index while the table is whole.
_OF_AN_INDEX = re.compile(r"row \d+ missing from index (\S+)|wrong # of entries in index (\S+)")
# Tables whose rows name a capture, with an SQL expression for what each row is, and one for its article.
CITING = {
    "articles": ("uid", "t.id"),
    "article_versions": ("'version ' || version", "t.article_id"),
    "article_captures": ("'version ' || version || ', ' || role", "t.article_id"),
    "view_counts": ("observed_at", "t.article_id"),
    "media": ("kind || ' ' || position", "t.article_id"),
    "popular": ("site || ' ' || observed_at || ', rank ' || rank", "NULL"),
    "problems": ("problem || ' ' || coalesce(url, '')", "t.article_id"),
    "sightings": ("site || ' ' || at", "NULL"),
}
# Kinds that `check_citations` finds.
CITATIONS = ("capture-unknown", "original-missing", "capture-twice")
_DERIVED = ("content_digest", "published_date", "published_time", "word_count")


def check_rows(db: Database, findings: Findings) -> None:
    """Check all that can be known without the captures. Where the file is damaged, the rest is checked all the same."""
    checks: tuple[Callable[[Database, Findings], None], ...] = (
        _check_file,
        _check_references,
        check_citations,
        _check_sightings,
        _check_places,
        _check_versions,
        _check_values,
        check_search,
        check_stems,
    )
    for check in checks:
        try:
            check(db, findings)
        except sqlite3.DatabaseError as error:
            if "database" not in findings.counts:
                findings.add("database", "", str(error))


def _check_file(db: Database, findings: Findings) -> None:
    for (message,) in db.execute(f"PRAGMA integrity_check({_MOST_MESSAGES})"):
        for line in () if message == "ok" else str(message).splitlines():
            match = _OF_AN_INDEX.fullmatch(line)
            if match is None:
                findings.add("database", "", line)
            elif not any(finding.where == (match[1] or match[2]) for finding in findings.shown.get("index", ())):
                findings.add("index", match[1] or match[2], line)


def _check_references(db: Database, findings: Findings) -> None:
    """Those to captures are told more closely by `_check_citations`."""
    found: dict[tuple[str, str], int] = {}
    for table, _, parent, _ in db.execute("PRAGMA foreign_key_check"):
        if parent != "captures":
            found[table, parent] = found.get((table, parent), 0) + 1
    for (table, parent), number in sorted(found.items()):
        findings.add("reference", table, f"{number} of its rows name no row of {parent}", number=number)


def check_citations(db: Database, findings: Findings) -> None:
    """Every capture that is named, by its number or by its record's id, has one row (kinds: CITATIONS)."""
    for table, (what, article) in CITING.items():
        found = db.execute(
            f"""SELECT t.capture_id, {what}, (SELECT a.uid FROM articles a WHERE a.id = {article}) FROM {table} t
                WHERE t.capture_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM captures c WHERE c.id = t.capture_id)"""
        )
        for capture_id, name, uid in found:
            findings.add("capture-unknown", table, f"{name}: no capture {capture_id}", [uid] if uid else [])
    _check_accounts(db, findings)
    _check_revisits(db, findings)
    twice = """SELECT record_id, COUNT(*), MIN(url) FROM captures WHERE record_id IS NOT NULL
               GROUP BY record_id HAVING COUNT(*) > 1"""
    for record, number, url in db.execute(twice):
        findings.add("capture-twice", f"record {record}", f"{number} rows, of {url}")


def _check_accounts(db: Database, findings: Findings) -> None:
    """An account names records by their ids."""
    named = """SELECT s.id, s.site, s.at, r.value AS record FROM sightings s, json_each(json_array(
                   json_extract(s.account, '$.record'))) r WHERE r.value IS NOT NULL
               UNION ALL SELECT s.id, s.site, s.at, r.value FROM sightings s, json_each(s.account, '$.parts') r
               UNION ALL SELECT s.id, s.site, s.at, json_extract(r.value, '$[0]')
               FROM sightings s, json_each(s.account, '$.witnesses') r"""
    missing = f"SELECT * FROM ({named}) n WHERE NOT EXISTS (SELECT 1 FROM captures c WHERE c.record_id = n.record)"
    for number, site, at, record in db.execute(missing):
        findings.add("capture-unknown", "sightings", f"{number} ({site} {at}): no record {record}")


def _check_sightings(db: Database, findings: Findings) -> None:
    """A sighting's capture is that of the record that its account is about."""
    other = """SELECT s.id, s.site, s.at, c.record_id FROM sightings s JOIN captures c ON c.id = s.capture_id
               WHERE json_extract(s.account, '$.record') IS NOT c.record_id"""
    for number, site, at, record in db.execute(other):
        findings.add("reference", "sightings", f"{number} ({site} {at}): its capture {record} is not its account's")


def _check_revisits(db: Database, findings: Findings) -> None:
    """A revisit's payload is its original's: that is there, whole, and has the same digest (a 304 has none)."""
    found = db.execute(
        """SELECT c.id, c.url, c.refers_to, c.digest, o.id, o.digest FROM captures c
           LEFT JOIN captures o ON o.record_id = c.refers_to AND o.record_type = 'response'
           WHERE c.record_type = 'revisit' AND (o.id IS NULL OR (c.digest IS NOT NULL AND c.digest IS NOT o.digest))"""
    )
    for capture_id, url, refers_to, digest, original, other in found:
        why = f"it repeats {refers_to}, which is not there"
        if original is not None:
            why = f"its payload has the digest {digest}, that of {refers_to}, which it repeats, {other}"
        where = f"capture {capture_id} of {url}"
        findings.add("original-missing", where, why, articles_of(db, capture_id))


def _check_places(db: Database, findings: Findings) -> None:
    placeless = "SELECT id, url FROM captures WHERE warc_file IS NULL OR warc_offset IS NULL OR warc_length IS NULL"
    for capture_id, url in db.execute(placeless):
        why = "its row does not say where it is"
        findings.add("capture-damaged", f"capture {capture_id} of {url}", why, articles_of(db, capture_id))


def _check_versions(db: Database, findings: Findings) -> None:
    """An article that is at version n has the superseded versions 1 to n - 1, and captures of no others."""
    found = db.execute(
        """SELECT a.uid, a.version, COUNT(v.version), MIN(v.version), MAX(v.version) FROM articles a
           LEFT JOIN article_versions v ON v.article_id = a.id GROUP BY a.id
           HAVING COUNT(v.version) <> a.version - 1 OR MIN(v.version) < 1 OR MAX(v.version) >= a.version"""
    )
    for uid, version, number, first, last in found:
        there = f"{number} superseded ones ({first} to {last})" if number else "no superseded one"
        findings.add("version-missing", "article_versions", f"at version {version} with {there}", [uid])
    found = db.execute(
        """SELECT a.uid, r.version, a.version FROM article_captures r JOIN articles a ON a.id = r.article_id
           WHERE r.version NOT BETWEEN 1 AND a.version"""
    )
    for uid, version, last in found:
        findings.add("reference", "article_captures", f"names version {version} of {last}", [uid])


def _check_values(db: Database, findings: Findings) -> None:
    names = "a.uid, {t}.version, {t}.title, {t}.author, {t}.section, {t}.published_at, {t}.body, {t}.content_digest"
    columns = f"{names}, {{t}}.published_date, {{t}}.published_time, {{t}}.word_count"
    _check_digests(db, "articles", f"SELECT {columns.format(t='a')} FROM articles a", findings)
    versions = f"SELECT {columns.format(t='v')} FROM article_versions v JOIN articles a ON a.id = v.article_id"
    _check_digests(db, "article_versions", versions, findings)


def _check_digests(db: Database, table: str, sql: str, findings: Findings) -> None:
    for uid, version, title, author, section, published_at, body, *stored in db.execute(sql):
        article = Article("", None, title, author, section, published_at, body=body)
        values = [getattr(article, name) for name in _DERIVED]
        if values != stored:
            wrong = [name for name, one, other in zip(_DERIVED, values, stored, strict=True) if one != other]
            findings.add("value-damaged", table, f"version {version}: not what {' and '.join(wrong)} says", [uid])


def check_search(db: Database, findings: Findings) -> None:
    """The full-text index against the articles, word by word.

    FTS5 checks only what it may write, which would keep crawls waiting: so it is given a copy of the index, beside a
    view of the articles, in the connection's temporary database.
    """
    query_only = db.execute("PRAGMA query_only").fetchone()[0]
    db.execute("PRAGMA query_only = OFF")  # it would forbid temporary tables, too
    db.execute("BEGIN")  # one moment of the archive for index and articles; nothing of the archive itself is written
    try:
        db.execute("CREATE TEMP VIEW articles AS SELECT id, title, body_main FROM main.articles")
        db.execute(
            """CREATE VIRTUAL TABLE temp.checked_fts USING fts5 (
                   title, body_main, content="articles", content_rowid="id", tokenize="unicode61")"""
        )
        for part in ("data", "idx", "docsize"):
            db.execute(f"DELETE FROM temp.checked_fts_{part}")
            db.execute(f"INSERT INTO temp.checked_fts_{part} SELECT * FROM main.articles_fts_{part}")
        try:
            db.execute("INSERT INTO temp.checked_fts (checked_fts, rank) VALUES ('integrity-check', 1)")
        except sqlite3.DatabaseError:
            findings.add("search-index", "articles_fts", "it does not say what the articles say")
    finally:
        db.execute("ROLLBACK")
        db.execute(f"PRAGMA query_only = {query_only}")


def check_stems(db: Database, findings: Findings) -> None:
    """The stems of the words of the search index; not where a run is under way or was killed, whose words come later.

    Nor where there are none at all, because an older version made the archive: the next run makes them. What is wrong
    with the index itself is wrong with its words: both are made anew together.
    """
    unfinished = (
        """SELECT 1 FROM runs r WHERE finished_at IS NULL AND id = (SELECT MAX(id) FROM runs WHERE site = r.site)"""
    )
    if "search-index" in findings.counts or first_row(db, unfinished) or not is_filled(db):
        return
    query_only = db.execute("PRAGMA query_only").fetchone()[0]
    db.execute("PRAGMA query_only = OFF")  # it would forbid the temporary table with the words, too
    try:
        if number := len(wrong_words(db)):
            findings.add("search-index", "stem_terms", f"{number} words of the texts are not there with their stems")
    finally:
        db.execute(f"PRAGMA query_only = {query_only}")


def articles_of(db: Database, capture_id: int) -> list[str]:
    """The uids of the articles that were read from a capture."""
    found = rows(
        db,
        "SELECT uid FROM articles WHERE id IN (SELECT article_id FROM article_captures WHERE capture_id = ?)"
        " ORDER BY id",
        capture_id,
    )
    return [row["uid"] for row in found]
