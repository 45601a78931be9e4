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
    "data.rows": ("Rows", "Baris"),
    "data.search": ("Search", "Cari"),
    "data.filter_column": ("Column to filter by", "Kolom untuk menyaring"),
    "data.filter_how": ("How to compare", "Cara membandingkan"),
    "data.filter_value": ("Value to compare with", "Nilai pembanding"),
    "data.choose_column": ("column …", "kolom …"),
    "data.remove_filter": ("remove filter", "hapus saringan"),
    "data.sort_by": ("Sort by", "Urutkan menurut"),
    "data.descending": ("descending", "menurun"),
    "data.apply": ("Apply", "Terapkan"),
    "data.more_formats": ("more formats", "format lain"),
    "data.as_sql": ("View and edit SQL", "Lihat dan ubah SQL"),
    "data.facets_timed_out": ("Counting took too long for: {names}", "Penghitungan terlalu lama untuk: {names}"),
    "data.export": ("Take these rows along", "Unduh baris ini"),
    "data.json_default": ("as shown", "seperti tampilan"),
    "data.json_array": ("array", "larik"),
    "data.json_lines": ("a row a line", "satu baris per baris"),
    "data.json_object": ("by key", "menurut kunci"),
    "data.csv_file": ("as a file", "sebagai berkas"),
    "data.csv_labels": ("with names beside numbers", "dengan nama di samping nomor"),
    "data.csv_all": ("all rows, not just this page", "semua baris, bukan hanya halaman ini"),
    "data.csv_go": ("Download CSV", "Unduh CSV"),
    "data.definition": ("How it is defined", "Definisinya"),
    "data.query": ("The question", "Pertanyaannya"),
    "data.read_article": ("Read this article", "Baca artikel ini"),
    "data.chart_truncated": (
        "Only the rows below are drawn: the query has more.",
        "Yang digambar hanya baris di bawah ini: hasil kuerinya lebih banyak.",
    ),
}
