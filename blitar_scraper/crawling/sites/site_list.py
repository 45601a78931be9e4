"""A CSV file of sites, as a spreadsheet writes it: one site a row, the names of its columns in the first."""

from __future__ import annotations

import csv
import re
from pathlib import Path

from blitar_scraper.addresses import host_of
from blitar_scraper.crawling.sites.facts import FactError, Facts, facts
from blitar_scraper.spiders.identity import site_id_of

# What can stand on the first line of a file of addresses alone: no column's name has a full stop within.
_ADDRESS = re.compile(r"(?:https?://)?[\w-]+(?:\.[\w-]+)+(?::\d+)?(?:/[^\s,;]*)?", re.I)
COLUMNS = ("url", "id", "name", "level", "region_code", "timezone")


class SiteListError(Exception):
    """The file cannot be used; the message is one line that names file and line."""


def read_site_list(path: Path) -> list[Facts]:
    """The sites of a CSV file in its order.

    Columns in any order, `url` among them, separated by commas, semicolons or tabs; byte-order mark, spaces around
    values and blank lines are passed over. A file of addresses alone, one a line, needs no first line. Raises
    SiteListError for anything else: an unknown column, a value that cannot be, a site or an id that stands there twice.
    """
    lines = _text(path).splitlines()
    start = 1 if lines and re.fullmatch(r"sep=.", lines[0].strip(), re.I) else 0  # a spreadsheet's own first line
    while start < len(lines) and not lines[start].strip(" \t,;"):
        start += 1
    if start == len(lines):
        raise SiteListError(f"{path}: empty; its first line must name the columns: {', '.join(COLUMNS)}")
    delimiter = max(",;\t", key=lines[start].count)
    reader = csv.reader(lines[start:], delimiter=delimiter, skipinitialspace=True)
    if _ADDRESS.fullmatch(lines[start].strip()):
        columns = ["url"]
    else:
        columns = [name.strip().lower() for name in next(reader)]
        while columns and not columns[-1]:
            columns.pop()
        _check_columns(path, start + 1, columns)
    found: list[Facts] = []
    hosts: dict[str, int] = {}
    ids: dict[str, int] = {}
    for row in reader:
        cells = [cell.strip() for cell in row]
        if not any(cells):
            continue
        number = start + reader.line_num
        said = _facts(path, number, columns, cells)
        assert said.address is not None
        where = f"{path}, line {number}"
        if (first := hosts.setdefault(host_of(said.address), number)) != number:
            raise SiteListError(f"{where}: {host_of(said.address)} stands on line {first} already")
        site_id = said.id or site_id_of(said.address)
        if (first := ids.setdefault(site_id, number)) != number:
            raise SiteListError(f"{where}: the id {site_id} stands on line {first} already")
        found.append(said)
    if not found:
        raise SiteListError(f"{path}: no sites below the line of column names")
    return found


def _text(path: Path) -> str:
    body = path.read_bytes()
    if b"\x00" in body[:1000]:
        raise SiteListError(f"{path}: no CSV file; save the table as CSV (UTF-8)")
    try:
        return body.decode("utf-8-sig")
    except UnicodeDecodeError:
        return body.decode("cp1252", "replace")  # what a spreadsheet on Windows calls "CSV"


def _check_columns(path: Path, number: int, columns: list[str]) -> None:
    where = f"{path}, line {number}"
    if "url" not in columns:
        raise SiteListError(f"{where}: the first line must name the columns, url among them: {', '.join(COLUMNS)}")
    for name in columns:
        if name not in COLUMNS:
            raise SiteListError(f"{where}: unknown column '{name}'; known are {', '.join(COLUMNS)}")
        if columns.count(name) > 1:
            raise SiteListError(f"{where}: the column '{name}' stands there twice")


def _facts(path: Path, number: int, columns: list[str], cells: list[str]) -> Facts:
    where = f"{path}, line {number}"
    if any(cells[len(columns) :]):
        raise SiteListError(
            f"{where}: more values than columns; put a value with the separator in it in quotation marks"
        )
    said = dict(zip(columns, cells, strict=False))
    if not said.get("url"):
        raise SiteListError(f"{where}: no url")
    try:
        return facts(said)
    except FactError as error:
        raise SiteListError(f"{where}: {error}") from None
