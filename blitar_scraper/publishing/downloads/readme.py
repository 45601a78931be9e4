"""README.txt of a release's downloads: what the files are and how they are read, for whoever finds only them."""

from __future__ import annotations

from collections.abc import Sequence

from blitar_scraper.publishing.downloads.tables import Table
from blitar_scraper.publishing.releases.about import About


def downloads_readme(about: About, tables: Sequence[Table], *, title: str, version: str) -> str:
    """The file's text. `version` is the release's name."""
    width = max((len(table.name) for table in tables), default=0)
    listed = "\n".join(f"  {table.name:{width}}  {table.rows:>10,} rows  {table.description or ''}" for table in tables)
    licence = f"Licence: {about.licence}{f' ({about.licence_url})' if about.spdx else ''}\n" if about.licence else ""
    return f"""{title}
{about.base_url}
Release {version}
{licence}
The texts belong to the governments that published them. What is withheld is in none of these files.

Every table is here twice:
  NAME.csv.gz    CSV after RFC 4180, UTF-8, compressed. An empty field is a value that is not known.
  NAME.parquet   for pandas, DuckDB, R: with types, and the fastest to read.

{listed}

datapackage.json   says what each column is (Frictionless Data Package).
CITATION.cff       says how to cite this release.
SHA256SUMS         shows that a copy is whole: sha256sum --check SHA256SUMS

Times that end in Z are UTC; published_at, published_date and published_time are the site's local time.
In a spreadsheet program, import CSV as text: a text that begins with "=" would be taken for a formula.

  pandas:  pandas.read_parquet("articles.parquet")
  DuckDB:  SELECT * FROM 'articles.parquet'
  R:       arrow::read_parquet("articles.parquet")
"""
