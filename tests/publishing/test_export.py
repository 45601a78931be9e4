"""Exports: which rows, of what is public only, within bounds, into a file that is whole or not there."""

from __future__ import annotations

import io
import itertools
import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pyarrow.parquet
import pytest

from blitar_scraper.archive import Archive
from blitar_scraper.archive.whole_files import written_whole
from blitar_scraper.publishing.exports.bounded_reading import NotReadable, TooSlow, bounded_reading
from blitar_scraper.publishing.exports.columns import columns_of, columns_of_query
from blitar_scraper.publishing.exports.export import export, format_of
from blitar_scraper.publishing.exports.selecting import SOURCES, BadSelection, Request
from blitar_scraper.publishing.queries import QUERIES
from tests.asked_archive import UIDS, fill

NOW = datetime(2024, 7, 1, tzinfo=UTC)
FOR_EVER = "WITH RECURSIVE n (x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT count(*) FROM n"


@pytest.fixture
def archive(tmp_path: Path) -> Any:
    with Archive(tmp_path / "asked.db") as opened:
        fill(opened)
        yield opened


@pytest.fixture
def withheld(archive: Archive) -> Archive:
    """`juara` is withheld as a whole, the author and the text of `hormat`, and nothing of the others."""
    for name, field in (("juara", None), ("hormat", "author"), ("hormat", "body")):
        article = archive.article_by_uid(UIDS[name])
        assert article is not None
        archive.withhold(article, reason="alasan rahasia", at=NOW, field=field)
    return archive


def rows(archive: Archive, **asked: Any) -> list[dict[str, Any]]:
    out = io.BytesIO()
    done = export(archive, Request(**asked), out, "jsonl")
    found = [json.loads(line) for line in out.getvalue().splitlines()]
    assert done.written.rows == len(found)
    return found


def titles(archive: Archive, **asked: Any) -> list[str]:
    return [row["title"] for row in rows(archive, columns=("title",), **asked)]


# Which rows


def test_all_articles_come_in_the_order_in_which_they_became_known(archive):
    assert titles(archive) == [
        "Juara Statistik",
        "Hari Guru",
        "Pasar Baru Dibuka",
        "Lowongan",
        "Foto",
        "Juara Statistik",
    ]


def test_sites_can_be_chosen(archive):
    assert titles(archive, sites=("lain",)) == ["Juara Statistik"]
    assert len(titles(archive, sites=("lain", "contoh"))) == 6


@pytest.mark.parametrize("table", SOURCES)
def test_every_table_can_be_exported_of_one_site(archive, table):
    of_all, of_one = rows(archive, table=table), rows(archive, table=table, sites=("lain",))
    assert len(of_one) <= len(of_all)
    assert {row.get("site", "lain") for row in of_one} <= {"lain"}


@pytest.mark.parametrize(
    "since, until, expected",
    [
        ("2024-03", None, ["Pasar Baru Dibuka", "Lowongan"]),
        (None, "2024-01-10", ["Juara Statistik", "Juara Statistik"]),
        ("2024-01-20", "2024-03", ["Hari Guru", "Pasar Baru Dibuka"]),
        ("2025", None, []),
    ],
)
def test_the_days_at_both_ends_of_a_period_belong_to_it(archive, since, until, expected):
    assert titles(archive, since=since, until=until) == expected


@pytest.mark.parametrize(
    "published, since, until, is_in",
    [
        ("2024", "2024", "2024", True),
        ("2024", "2024-01-01", "2024-12-31", True),
        ("2024", "2024-02", None, False),
        ("2024-02", "2024-02-01", "2024-02-29", False),
        ("2024-02", "2024-02-01", "2024-02", True),
        ("2024-02-29T23:59+07:00", "2024-02-29", "2024-02-29", True),
    ],
)
def test_a_date_that_is_not_exact_is_of_a_period_only_where_it_certainly_is(archive, published, since, until, is_in):
    archive.db.execute("DELETE FROM view_counts")
    archive.db.execute("UPDATE articles SET published_at = ? WHERE id = 1", [published])
    archive.db.execute("UPDATE articles SET published_at = NULL WHERE id = 2")
    found = rows(archive, since=since, until=until, where="id < 3")
    assert [row["uid"] for row in found] == ([UIDS["juara"]] if is_in else [])
    done = export(archive, Request(since=since, until=until, where="id < 3"), io.BytesIO(), "jsonl")
    assert done.undated == (1 if is_in else 2), "what is left out for want of a date is counted"


def test_where_is_an_sql_expression_that_may_ask_other_tables(archive):
    assert titles(archive, where="title LIKE 'Pasar%' OR gone_at IS NOT NULL") == ["Pasar Baru Dibuka", "Lowongan"]
    assert titles(archive, where="id IN (SELECT article_id FROM edits)") == ["Pasar Baru Dibuka"]


def test_columns_come_as_they_were_asked_for_and_the_evidence_only_then(archive):
    (row,) = rows(archive, columns=("title", "uid"), sites=("lain",))
    assert list(row) == ["title", "uid"]
    assert "evidence" not in rows(archive)[0]
    assert rows(archive, all_columns=True)[0]["evidence"] == {}


@pytest.mark.parametrize(
    "asked, complaint",
    [
        ({"columns": ("titel",)}, "did you mean title"),
        ({"table": "edit"}, "did you mean edits"),
        ({"since": "1 Maret"}, "not a date"),
        ({"table": "media", "since": "2024"}, "no time of their own"),
        ({"query": "latst"}, "no query 'latst'"),
    ],
)
def test_what_cannot_be_asked_for_is_said(archive, asked, complaint):
    with pytest.raises(BadSelection, match=complaint):
        rows(archive, **asked)


# Queries


def test_a_query_is_sql_with_its_own_columns(archive):
    asked = "SELECT a.site, b.site, count(*) AS number FROM articles a JOIN articles b USING (body) GROUP BY 1, 2;  "
    assert rows(archive, query=asked)[0] == {"site": "contoh", "site:1": "contoh", "number": 4}
    assert rows(archive, query="SELECT :x AS x", parameters={"x": "y"}) == [{"x": "y"}]


@pytest.mark.parametrize("name", QUERIES)
def test_every_canned_query_can_be_exported_by_its_name(archive, name):
    rows(archive, query=name)


def test_a_canned_query_takes_its_own_parameters_only(archive):
    with pytest.raises(BadSelection, match="has no parameter nope"):
        rows(archive, query=next(iter(QUERIES)), parameters={"nope": "1"})


@pytest.mark.parametrize(
    "sql, complaint",
    [
        ("DELETE FROM articles", "only reading"),
        ("UPDATE articles SET title = 'x'", "only reading"),
        ("SELECT 1; DELETE FROM articles", "one statement"),
        ("ATTACH 'other.db' AS other", "only reading"),
        ("PRAGMA query_only = OFF", "only reading"),
        ("VACUUM INTO 'copy.db'", "INTO|into|only reading"),
        ("SELECT load_extension('x')", "only reading"),
        ("SELECT * FROM nowhere", "no such table"),
        ("SELECT reason FROM withholdings", "prohibited"),
        ("SELECT account FROM sightings", "prohibited"),
        ("SELECT (", "incomplete|syntax"),
    ],
)
def test_a_query_can_only_read(archive, sql, complaint):
    before = archive.db.execute("SELECT group_concat(title) FROM articles").fetchone()
    with pytest.raises(NotReadable, match=complaint):
        rows(archive, query=sql)
    assert archive.db.execute("SELECT group_concat(title) FROM articles").fetchone() == before
    assert not list(Path().glob("copy.db"))


@pytest.mark.parametrize(
    "where", ["1) UNION SELECT reason FROM withholdings --", "1); DELETE FROM articles; --", "1) OR (1", ""]
)
def test_an_expression_cannot_break_out_of_its_place(archive, where):
    if where in ("1) OR (1", ""):
        assert len(titles(archive, where=where)) == 6
    else:
        with pytest.raises(NotReadable):
            titles(archive, where=where)


def test_sql_is_stopped_when_its_time_is_over(archive):
    ticks = itertools.count()
    bounded = bounded_reading(archive.db, FOR_EVER, seconds=60, clock=lambda: float(next(ticks)))
    with pytest.raises(TooSlow, match="longer than 60 seconds"), bounded:
        archive.db.execute(FOR_EVER).fetchall()
    assert archive.db.execute("SELECT count(*) FROM articles").fetchone() == (6,), "the connection is as before"


# Python says what sqlite3 does with the exception, where another test has asked for its callbacks' tracebacks.
@pytest.mark.filterwarnings("ignore:Exception ignored in.*bounded_reading:pytest.PytestUnraisableExceptionWarning")
def test_ctrl_c_while_sqlite_is_at_work_is_no_mistake_in_the_query(archive):
    looks = iter([0.0])

    def clock():
        if (look := next(looks, None)) is None:
            if pressed:
                return 1.0
            pressed.append(True)
            raise KeyboardInterrupt  # as Python raises it in whatever of ours runs next
        return look

    pressed = []
    endless = "WITH RECURSIVE n (x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT count(*) FROM n"
    with pytest.raises(KeyboardInterrupt), bounded_reading(archive.db, seconds=60, clock=clock):
        archive.db.execute(endless).fetchall()
    assert pressed


# What is withheld


SECRETS = ("Juara Statistik dari", "menghargai", "alasan rahasia", UIDS["juara"])


@pytest.mark.parametrize("table", sorted(SOURCES.keys() - {"withheld"}))
def test_no_table_holds_what_is_withheld(withheld, table):
    said = json.dumps(rows(withheld, table=table, all_columns=True), ensure_ascii=False)
    for secret in SECRETS:
        assert secret not in said
    assert '"article_id": 1,' not in said


def test_of_an_article_withheld_as_a_whole_only_that_it_was_is_told(withheld):
    assert [row["uid"] for row in rows(withheld, table="withheld")] == [UIDS["juara"]]


@pytest.mark.parametrize(
    "sql",
    [
        "SELECT * FROM articles",
        "SELECT * FROM public_articles",
        "SELECT * FROM view_counts",
        "SELECT * FROM edits",
        "SELECT * FROM article_history",
        "SELECT * FROM views_at_age",
        "SELECT * FROM shared_texts",
        "WITH a AS (SELECT * FROM articles) SELECT * FROM a",
    ],
)
def test_sql_that_names_the_tables_themselves_reads_what_is_public(withheld, sql):
    said = json.dumps(rows(withheld, query=sql), ensure_ascii=False)
    for secret in SECRETS:
        assert secret not in said


@pytest.mark.parametrize(
    "sql",
    [
        "SELECT * FROM main.articles",
        'SELECT * FROM "main" . articles',
        "SELECT rowid FROM articles_fts WHERE articles_fts MATCH 'menghargai'",
        "SELECT * FROM articles_fts_content",
        "SELECT term FROM stem_terms",
        "WITH public_articles AS (SELECT * FROM main.articles) SELECT * FROM public_articles",
        "WITH c AS (SELECT title, body FROM main/**/.articles) SELECT * FROM c",
        "WITH c AS (SELECT title FROM main -- x\n . articles) SELECT * FROM c",
        "WITH c AS (SELECT title FROM main\ufeff.articles) SELECT * FROM c",
        "WITH c AS (SELECT title FROM [main].articles) SELECT * FROM c",
        "WITH c AS (SELECT title FROM `Main`/* . */.articles) SELECT * FROM c",
        "WITH c AS (SELECT * FROM withholdings) SELECT * FROM c",
        'WITH c AS (WITH d AS (SELECT * FROM "Sightings") SELECT * FROM d) SELECT * FROM c',
        "WITH RECURSIVE c(x) AS (SELECT reason FROM [withholdings] UNION SELECT x FROM c) SELECT * FROM c",
        "WITH edits AS (SELECT * FROM withholdings) SELECT * FROM edits",
        "WITH c AS (SELECT term FROM stem_terms) SELECT * FROM c",
        "WITH c AS (SELECT * FROM articles_fts_content) SELECT * FROM c",
        "SELECT * FROM (SELECT reason FROM 'withholdings' AS w) AS x",
    ],
)
def test_sql_cannot_get_behind_what_is_public(withheld, sql):
    with pytest.raises(NotReadable):
        rows(withheld, query=sql)


def test_a_table_of_the_keepers_own_is_kept_back_however_it_is_named(withheld):
    withheld.db.execute("CREATE TABLE mine (note TEXT)")
    for sql in ("SELECT * FROM mine", "WITH c AS (SELECT * FROM mine) SELECT * FROM c"):
        with pytest.raises(NotReadable):
            rows(withheld, query=sql)


def test_the_same_sql_works_where_nothing_is_withheld(archive):
    assert len(rows(archive, query="SELECT * FROM main.articles")) == 6
    assert rows(archive, query="SELECT rowid FROM articles_fts WHERE articles_fts MATCH 'menghargai'")
    assert rows(archive, query="SELECT term FROM stem_terms")


def test_the_keeper_can_ask_for_what_is_withheld(withheld):
    assert len(titles(withheld, withheld_too=True)) == 6
    assert "menghargai" in json.dumps(rows(withheld, withheld_too=True))


# Columns


def test_kinds_are_the_columns_whatever_is_in_them(archive):
    for (name,) in archive.db.execute("SELECT name FROM sqlite_master WHERE type = 'view'").fetchall():
        columns = {column.name: column.kind for column in columns_of(archive.db, name)}
        seen = columns_of_query(archive.db, f"SELECT * FROM {name} LIMIT 100", {}, exact=True)
        for column in seen:
            known = columns[column.name].replace("json", "text").replace("real", "number")
            is_filled = archive.db.execute(f'SELECT count("{column.name}") FROM {name}').fetchone()[0]
            if is_filled and not (known == "number" and column.kind in ("integer", "real")):
                assert known == column.kind, f"{name}.{column.name}"


def test_parquet_of_a_query_has_the_kinds_of_its_values(archive):
    out = io.BytesIO()
    sql = "SELECT 1 AS a, 0.5 AS b, 'x' AS c, NULL AS views, NULL AS d UNION ALL SELECT 2, 1, 3, NULL, NULL"
    export(archive, Request(query=sql), out, "parquet")
    table = pyarrow.parquet.read_table(out)
    assert [str(field.type) for field in table.schema] == ["int64", "double", "string", "int64", "string"]
    assert table.to_pylist()[1] == {"a": 2, "b": 1.0, "c": "3", "views": None, "d": None}


# Files


@pytest.mark.parametrize(
    "name, format",
    [("a.xlsx", "xlsx"), ("A.CSV", "csv"), ("a.b.csv.gz", "csv.gz"), ("a.parquet", "parquet"), ("a.ndjson", "jsonl")],
)
def test_the_ending_says_the_format(name, format):
    assert format_of(Path(name)) == format


@pytest.mark.parametrize("name", ["a", "a.json", "a.gz", "csv", "a.xls"])
def test_an_ending_that_says_none_is_refused_with_those_that_do(name):
    with pytest.raises(BadSelection, match="xlsx"):
        format_of(Path(name))


def test_a_file_appears_whole_or_not_at_all(tmp_path):
    path = tmp_path / "out.csv"
    path.write_text("before")
    with pytest.raises(KeyboardInterrupt), written_whole(path) as unfinished:
        unfinished.write_text("half")
        assert path.read_text() == "before"
        raise KeyboardInterrupt
    assert path.read_text() == "before" and list(tmp_path.iterdir()) == [path]
    with written_whole(path) as unfinished:
        unfinished.write_text("after")
    assert path.read_text() == "after" and list(tmp_path.iterdir()) == [path]


def test_a_link_to_a_file_stays_one(tmp_path):
    (tmp_path / "link.csv").symlink_to(tmp_path / "real.csv")
    with written_whole(tmp_path / "link.csv") as unfinished:
        unfinished.write_text("x")
    assert (tmp_path / "link.csv").is_symlink() and (tmp_path / "real.csv").read_text() == "x"


def test_bytes_that_are_no_utf_8_end_no_export(archive):
    assert rows(archive, query="SELECT CAST(x'41ff42' AS TEXT) AS a, x'00ff' AS b") == [{"a": "A�B", "b": "00ff"}]
