"""docs/data-dictionary.md, from the schema and `descriptions.py`.

python -m blitar_scraper.archive.dictionary > docs/data-dictionary.md
"""

from __future__ import annotations

import sys

from sqlite_utils import Database

from blitar_scraper.archive.descriptions import TABLES, VIEWS, describe
from blitar_scraper.archive.migrations import migrate

_HEAD = """# Data dictionary

What stands in an archive, table by table. This page is made from the schema; do not edit it, run
`python -m blitar_scraper.archive.dictionary > docs/data-dictionary.md`.

Times ending in `Z` are UTC. A value that is not certain is null, and a row in `problems` says why.
"""


def data_dictionary() -> str:
    """The page, as Markdown."""
    with Database(memory=True) as db:
        migrate(db)
        parts = [_HEAD, "## Tables\n"]
        parts += [_section(db, name, sentence) for name, sentence in TABLES.items() if name != "articles_fts"]
        parts += [f"### `articles_fts`\n\n{TABLES['articles_fts']}\n", "## Views\n"]
        parts += [_section(db, name, sentence) for name, sentence in VIEWS.items()]
    return "\n".join(parts)


def _section(db: Database, name: str, sentence: str) -> str:
    targets = {key[3]: f"→ `{key[2]}.{key[4]}`" for key in db.execute(f"PRAGMA foreign_key_list({name})")}
    # The type of a view's column is SQLite's guess, and differs between its versions.
    with_types = name in TABLES
    heads = ["column", "type", "what it holds"] if with_types else ["column", "what it holds"]
    lines = [f"### `{name}`\n", f"{sentence}\n", _line(heads), "|" + "---|" * len(heads)]
    # table_xinfo, unlike table_info, lists generated columns too.
    for _, column, kind, _, _, key, _ in db.execute(f"PRAGMA table_xinfo({name})"):
        notes = [note for note in ("key" if key else None, targets.get(column)) if note]
        said = f"{describe(name, column)}" + (f" ({', '.join(notes)})" if notes else "")
        lines.append(_line([f"`{column}`", kind.lower(), said] if with_types else [f"`{column}`", said]))
    return "\n".join(lines) + "\n"


def _line(cells: list[str]) -> str:
    return "| " + " | ".join(cells) + " |"


if __name__ == "__main__":
    # Bytes: the page is UTF-8 with plain line ends wherever it is made.
    sys.stdout.buffer.write(data_dictionary().encode())
