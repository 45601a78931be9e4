"""Whatever SQL a visitor sends, it ends soon, needs little memory, and tells nothing of the machine."""

import sqlite3
import time
from urllib.parse import quote

import pytest

from blitar_scraper.publishing.plugin import sql_functions

# Each is one call on texts as long as may be: between two steps of SQLite's machine nothing can stop it.
ATTACKS = [
    "select instr(hex(zeroblob(400000)), hex(zeroblob(200000)) || '1')",
    "select instr(hex(zeroblob(8000000)), hex(zeroblob(4000000)) || '1')",
    "select length(hex(zeroblob(150000000)))",
    "select length(replace(hex(zeroblob(400000)), '0', hex(zeroblob(400000))))",
    "select length(replace(hex(zeroblob(400000)), hex(zeroblob(200000)) || '1', ''))",
    "select hex(zeroblob(8000000)) like '%' || replace(hex(zeroblob(20)), '0', '0%') || '1'",
    "select hex(zeroblob(8000000)) glob '*' || replace(hex(zeroblob(20)), '0', '0*') || '1'",
    "select length(printf('%1000000000d', 1))",
    "select length(randomblob(1000000000))",
    "with recursive c(x) as (select 1 union all select x + 1 from c) select group_concat(x) from c",
    "with recursive c(x) as (select 1 union all select x + 1 from c) select count(stemmed('kota ' || x)) from c",
]


@pytest.mark.parametrize("sql", ATTACKS)
def test_a_query_ends_within_seconds(crawled, visit, sql):
    visitor = visit()
    began = time.process_time()
    answer = visitor.get(f"/arsip.json?_shape=array&_timelimit=500&sql={quote(sql)}")
    assert answer.status in (200, 400, 503)
    assert time.process_time() - began < 5  # seconds; SQLite's own functions took 12 and more for the first


def test_nobody_learns_where_the_file_lies(crawled, visit):
    answer = visit().get("/arsip.json?_shape=array&sql=select+*+from+pragma_database_list")
    assert answer.status == 200 and str(crawled.archive.path.parent) not in answer.text


VALUES = [None, "", "a", "kota kota", "Jum’at", "aaa", b"", b"kota", 12, "1"]


def test_instr_and_replace_answer_as_sqlites_own():
    own, ours = sqlite3.connect(":memory:"), sqlite3.connect(":memory:")
    sql_functions.register(ours)
    for text in VALUES:
        for sought in VALUES:
            for sql, marks in (("SELECT instr(?, ?)", (text, sought)), ("SELECT replace(?, ?, 'x')", (text, sought))):
                assert ours.execute(sql, marks).fetchone() == own.execute(sql, marks).fetchone(), (sql, marks)
    own.close()
    ours.close()
