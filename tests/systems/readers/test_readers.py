"""pandas, DuckDB, LibreOffice and frictionless read a release and an export without an error, and what is there."""

from __future__ import annotations

import gzip
import json
import sqlite3
import subprocess
import sys
import zipfile
from contextlib import closing
from io import BytesIO
from pathlib import Path
from xml.etree import ElementTree

import pytest

from blitar_scraper.cli.command import run
from blitar_scraper.publishing.exports.guarding import unguarded_text
from tests.asked_archive import QUESTIONS
from tests.systems.readers.conftest import SECRET, Made
from tests.systems.readers.programs import duckdb_python, office

# Of the article whose text alone is withheld.
SECRET_TEXT = "menghargai para guru"
# Names of OpenDocument's elements and attributes.
TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"


def tables_of(made: Made) -> dict[str, int]:
    """The downloads, with the number of rows that the datapackage promises or the database has."""
    told = json.loads((made.downloads / "datapackage.json").read_text("utf-8"))
    names = [resource["name"] for resource in told["resources"]]
    with closing(sqlite3.connect(made.database)) as connection:
        sources = {"withheld": "public_withheld"}
        return {
            name: connection.execute(f"SELECT count(*) FROM {sources.get(name, name)}").fetchone()[0] for name in names
        }


# pandas


def test_pandas_reads_every_download_alike(made):
    pandas = pytest.importorskip("pandas")
    for name, number in tables_of(made).items():
        table = pandas.read_csv(made.downloads / f"{name}.csv.gz", keep_default_na=False, na_values=[""], dtype=str)
        columns = pandas.read_parquet(made.downloads / f"{name}.parquet")
        assert (len(table), len(columns)) == (number, number), name
        assert list(table) == list(columns), name


def test_pandas_reads_every_value_exactly(made):
    pandas = pytest.importorskip("pandas")
    # `NULL` and the empty field are told apart only by whoever asks pandas not to guess.
    exact = {"keep_default_na": False, "dtype": str}
    assert list(pandas.read_csv(made.downloads / "articles.csv.gz", **exact)["title"]) == made.titles
    assert list(pandas.read_parquet(made.downloads / "articles.parquet")["title"]) == made.titles
    with closing(sqlite3.connect(made.database)) as connection:
        found = pandas.read_sql("SELECT title FROM articles ORDER BY id", connection)
    assert list(found["title"]) == made.titles


def test_pandas_asks_the_twelve_questions(made):
    pandas = pytest.importorskip("pandas")
    with closing(sqlite3.connect(made.database)) as connection:
        for number, (_, sql, _) in QUESTIONS.items():
            assert pandas.read_sql(sql, connection) is not None, number


# DuckDB


def test_duckdb_reads_every_download_alike(made):
    duckdb = pytest.importorskip("duckdb")
    with duckdb.connect() as connection:
        for name, number in tables_of(made).items():
            for file in (f"{name}.parquet", f"{name}.csv.gz"):
                found = connection.execute(f"SELECT count(*) FROM '{made.downloads / file}'").fetchone()
                assert found == (number,), file


def test_duckdb_reads_every_value_exactly(made):
    duckdb = pytest.importorskip("duckdb")
    with duckdb.connect() as connection:
        for source in (
            f"'{made.downloads / 'articles.parquet'}'",
            f"read_csv('{made.downloads / 'articles.csv.gz'}', all_varchar = true)",
        ):
            found = connection.execute(f"SELECT title FROM {source} ORDER BY CAST(id AS INTEGER)").fetchall()
            assert [title for (title,) in found] == made.titles


def test_duckdb_reads_the_database_itself(made, tmp_path):
    python = duckdb_python()
    if python is None:
        pytest.skip("DuckDB's extension for SQLite is not installed: make test-readers gets it")
    script = Path(__file__).with_name("attached.py")
    done = subprocess.run([python, script, made.database, tmp_path], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout)
    with closing(sqlite3.connect(made.database)) as connection:
        for name, number in found["counts"].items():
            assert connection.execute(f'SELECT count(*) FROM "{name}"').fetchone() == (number,), name
    assert {"articles", "view_counts", "article_captures", "public_articles", "coverage"} <= found["counts"].keys()
    assert found["titles"] == made.titles


# LibreOffice


def opened(path: Path, folder: Path) -> dict[str, list[list[tuple[str, str | None]]]]:
    """The sheets of a file as LibreOffice opens it, by name: of each cell what it shows, and its formula."""
    program = office()
    if program is None:
        pytest.skip("LibreOffice is not installed: make test-readers installs it where root may")
    command = [program, "--headless", f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--convert-to", "ods"]
    if path.suffix == ".csv":
        command.append("--infilter=CSV:44,34,76,1")  # comma, quotation mark, UTF-8, from line 1: its dialog sees that
    subprocess.run([*command, "--outdir", folder, path], check=True, capture_output=True, timeout=300)
    with zipfile.ZipFile(folder / f"{path.name.removesuffix(path.suffix)}.ods") as book:
        content = ElementTree.parse(BytesIO(book.read("content.xml")))
    return {
        str(sheet.get(f"{TABLE}name")): [
            [cell for element in row for cell in _cells(element)]
            for row in sheet.iter(f"{TABLE}table-row")
            if row.find(f".//{TEXT}p") is not None
        ]
        for sheet in content.iter(f"{TABLE}table")
    }


def _cells(element: ElementTree.Element) -> list[tuple[str, str | None]]:
    # Empty cells at the end of a row are said once, with a number of thousands.
    repeated = min(int(element.get(f"{TABLE}number-columns-repeated", "1")), 100)
    lines = ["".join(_characters(line)) for line in element.iter(f"{TEXT}p")]
    return [("\n".join(lines), element.get(f"{TABLE}formula"))] * repeated


def _characters(line: ElementTree.Element) -> list[str]:
    """A line's text: spaces and tabs that XML would fold are elements."""
    said = [line.text or ""]
    for child in line:
        if child.tag == f"{TEXT}s":
            said.append(" " * int(child.get(f"{TEXT}c", "1")))
        elif child.tag == f"{TEXT}tab":
            said.append("\t")
        else:
            said.extend(_characters(child))
        said.append(child.tail or "")
    return said


def exported(made: Made, path: Path) -> Path:
    arguments = ["export", str(path), "--archive", str(made.archive), "--columns", "uid,title,author,section,body"]
    assert run(arguments) == 0
    return path


def test_libreoffice_opens_an_exported_spreadsheet_and_shows_text_as_text(made, tmp_path):
    sheet = opened(exported(made, tmp_path / "export.xlsx"), tmp_path)["articles"]
    assert [cell for cell, _ in sheet[0]][:3] == ["uid", "title", "author"]
    assert len(sheet) - 1 == len(made.titles)
    for title, row in zip(made.titles, sheet[1:], strict=True):
        assert all(formula is None for _, formula in row)
        assert row[1][0] == title or (len(title) > 32_767 and row[1][0].endswith("40,000 characters in all]"))


def test_libreoffice_opens_an_exported_csv_file_and_takes_nothing_for_a_formula(made, tmp_path):
    (sheet,) = opened(exported(made, tmp_path / "export.csv"), tmp_path).values()
    assert len(sheet) - 1 == len(made.titles)
    assert all(formula is None for row in sheet for _, formula in row)
    shown = [unguarded_text(row[1][0]) for row in sheet[1:]]
    # It reads what looks like a number or a date as one: for text as it stands there is xlsx.
    assert [one for one, title in zip(shown, made.titles, strict=True) if one != title] in (["12"], ["12", "1.5"])


def test_what_libreoffice_would_run_of_an_unmarked_file_is_why_csv_is_marked(made, tmp_path):
    path = tmp_path / "exact.csv"
    path.write_bytes(gzip.decompress((made.downloads / "articles.csv.gz").read_bytes()))
    (sheet,) = opened(path, tmp_path).values()
    assert any(formula for row in sheet for _, formula in row)


# frictionless


def test_frictionless_finds_no_error_in_the_datapackage(made):
    pytest.importorskip("frictionless")
    command = [sys.executable, "-m", "frictionless", "validate", "datapackage.json", "--json"]
    done = subprocess.run(command, cwd=made.downloads, capture_output=True, text=True)
    told = json.loads(done.stdout)
    assert told["valid"] and done.returncode == 0, told
    # Of a table without rows it does not say how many it read.
    assert {task["name"]: task["stats"].get("rows", 0) for task in told["tasks"]} == tables_of(made)


# What is withheld


def test_what_is_withheld_is_in_no_file_of_the_release(made):
    for path in made.release.rglob("*"):
        if path.is_file():
            data = path.read_bytes()
            plain = gzip.decompress(data) if path.suffix == ".gz" else data
            assert SECRET.encode() not in plain and SECRET_TEXT.encode() not in plain, path
    pandas = pytest.importorskip("pandas")
    for path in made.downloads.glob("*.parquet"):
        said = pandas.read_parquet(path).to_csv()
        assert SECRET not in said and SECRET_TEXT not in said, path
