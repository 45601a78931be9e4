"""Reads a SQLite file as a DuckDB user does, with DuckDB's own extension; run by the interpreter that has it.

python attached.py FILE FOLDER: prints the number of rows of each table and view, and the articles' titles, as JSON.
"""

import json
import shutil
import sys
from pathlib import Path

import duckdb
import duckdb_extension_sqlite

# DuckDB asks the extension for a function of the file's name.
NAME = "sqlite_scanner.duckdb_extension"


def main() -> None:
    (packed,) = Path(duckdb_extension_sqlite.__file__).parent.rglob("*.duckdb_extension")
    extension = shutil.copy(packed, Path(sys.argv[2]) / NAME)
    with duckdb.connect() as connection:
        connection.execute(f"LOAD '{extension}'")
        connection.execute(f"ATTACH '{sys.argv[1]}' AS rilis (TYPE sqlite, READ_ONLY)")
        names = connection.execute(
            """SELECT table_name FROM duckdb_tables() WHERE database_name = 'rilis'
               UNION ALL SELECT view_name FROM duckdb_views() WHERE database_name = 'rilis' AND NOT internal"""
        ).fetchall()
        # What is behind the search index is SQLite's own.
        names = [name for (name,) in names if not name.startswith("articles_fts")]
        counts = {name: connection.execute(f'SELECT count(*) FROM rilis."{name}"').fetchone()[0] for name in names}
        for name in names:
            connection.execute(f'SELECT * FROM rilis."{name}"').fetchall()
        titles = connection.execute("SELECT title FROM rilis.articles ORDER BY id").fetchall()
        print(json.dumps({"counts": counts, "titles": [title for (title,) in titles]}))


if __name__ == "__main__":
    main()
