"""docs/data-dictionary.md says what the schema is."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from blitar_scraper.archive import Archive
from blitar_scraper.archive.descriptions import COLUMNS, TABLES, VIEWS, describe

PAGE = Path(__file__).parents[2] / "docs" / "data-dictionary.md"


def columns_of(archive: Archive, name: str) -> set[str]:
    return {row["name"] for row in archive.db.query(f"PRAGMA table_xinfo({name})")}


def test_the_page_is_what_the_command_in_it_prints() -> None:
    command = [sys.executable, "-m", "blitar_scraper.archive.dictionary"]
    printed = subprocess.run(command, capture_output=True, check=True).stdout.decode()
    assert PAGE.read_text(encoding="utf-8") == printed, "run the command that the page names"


def test_every_table_view_and_column_has_its_sentence(archive: Archive) -> None:
    names = {name for name in archive.db.table_names() if not name.startswith(("_", "articles_fts", "sqlite_"))}
    assert set(TABLES) == names | {"articles_fts"}
    assert set(VIEWS) == set(archive.db.view_names())
    missing = [
        f"{name}.{column}"
        for name in names | set(VIEWS)
        for column in columns_of(archive, name)
        if describe(name, column) is None
    ]
    assert missing == []


def test_no_sentence_is_about_a_column_that_does_not_exist(archive: Archive) -> None:
    surplus = [
        f"{name}.{column}"
        for name, sentences in COLUMNS.items()
        for column in sentences
        if column not in columns_of(archive, name)
    ]
    assert surplus == []
