"""Words that every page has: header, footer, errors, and the names of stored values."""

from __future__ import annotations

WORDS: dict[str, tuple[str, str]] = {
    "common.skip": ("Skip to the content", "Langsung ke isi"),
    "common.home": ("Home", "Beranda"),
    "common.search": ("Search", "Cari"),
    "common.search_label": ("Search the archive", "Cari di arsip"),
    "common.search_placeholder": ("penghargaan, wali kota …", "penghargaan, wali kota …"),
    "common.data": ("Data", "Data"),
    "common.questions": ("Questions", "Pertanyaan"),
    "common.feed": ("Feed", "Umpan"),
    "common.navigation": ("Main", "Utama"),
    "common.footer_keeps": (
        "An archive of regional government news, kept by",
        "Arsip berita pemerintah daerah, disimpan dengan",
    ),
    "common.footer_served": ("served by", "disajikan dengan"),
    "common.licence": ("Licence", "Lisensi"),
    "common.source": ("Source", "Sumber"),
    "common.about": ("About", "Tentang"),
    "common.untitled": ("Untitled article", "Artikel tanpa judul"),
    "common.title_withheld": ("Title withheld", "Judul tidak ditampilkan"),
    "common.undated": ("undated", "tanpa tanggal"),
    "common.previous_page": ("Previous page", "Halaman sebelumnya"),
    "common.next_page": ("Next page", "Halaman berikutnya"),
    "common.page_of": ("Page {page} of {pages}", "Halaman {page} dari {pages}"),
    "common.pages": ("Pages", "Halaman"),
    "common.removed": ("Removed", "Dihapus"),
    "common.withheld": ("Withheld", "Tidak ditampilkan"),
    "common.external": ("opens the site itself", "membuka situs aslinya"),
    # Errors
    "error.404.title": ("Nothing here", "Tidak ada apa-apa di sini"),
    "error.404.text": (
        "There is no page at this address. Perhaps the search finds what you were looking for.",
        "Tidak ada halaman di alamat ini. Mungkin pencarian menemukan yang Anda cari.",
    ),
    "error.410.title": ("Withheld", "Tidak ditampilkan"),
    "error.410.text": (
        "This article is in the archive, but it is kept out of everything public.",
        "Artikel ini ada di arsip, tetapi tidak ditampilkan kepada umum.",
    ),
    "error.400.title": ("That did not work", "Permintaan tidak dapat diproses"),
    "error.403.title": ("Not allowed", "Tidak diizinkan"),
    "error.403.text": ("This page is not open to you.", "Halaman ini tidak terbuka untuk Anda."),
    "error.500.title": ("Something went wrong", "Terjadi kesalahan"),
    "error.500.text": (
        "The server met an error that is not your fault. Please try again later.",
        "Server mengalami kesalahan yang bukan salah Anda. Silakan coba lagi nanti.",
    ),
    "error.503.title": ("That took too long", "Terlalu lama"),
    "error.503.text": (
        "The question took longer than the server allows. Please try again, or ask for less.",
        "Permintaan ini lebih lama daripada batas server. Silakan coba lagi, atau persempit permintaannya.",
    ),
    "error.home": ("To the home page", "Ke beranda"),
}
