"""Words of Datasette's own pages, as far as they are ours: the archive's data, and charts above a query's rows."""

from __future__ import annotations

WORDS: dict[str, tuple[str, str]] = {
    "data.title": ("The data", "Data"),
    "data.lead": (
        "Everything that the pages of this archive are made of: to filter, to ask in SQL, to take along.",
        "Semua data yang membentuk halaman arsip ini: untuk disaring, ditanyai dengan SQL, atau diunduh.",
    ),
    "data.tables": ("Tables", "Tabel"),
    "data.views": ("Views", "Tampilan (view)"),
    "data.many_rows": ("many rows", "banyak baris"),
    "data.hidden": (
        "Show the {count} tables of the program’s own as well",
        "Tampilkan juga {count} tabel milik program",
    ),
    "data.columns": ("What its {count} columns hold", "Isi ke-{count} kolomnya"),
    "data.read_article": ("Read this article", "Baca artikel ini"),
    "data.chart_truncated": (
        "Only the rows below are drawn: the query has more.",
        "Yang digambar hanya baris di bawah ini: hasil kuerinya lebih banyak.",
    ),
}
