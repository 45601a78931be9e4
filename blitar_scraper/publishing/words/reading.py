"""Names of the witnesses that a value was read from, and of the problems that an article's page may have."""

from __future__ import annotations

WORDS: dict[str, tuple[str, str]] = {
    # Witnesses, as `evidence` names them
    "witness.selector": ("pinned selector", "pemilih yang ditetapkan"),
    "witness.heading": ("heading", "judul halaman"),
    "witness.html-title": ("the page's title", "judul dokumen"),
    "witness.byline": ("byline", "baris penulis"),
    "witness.foot": ("foot of the text", "kaki berita"),
    "witness.kicker": ("label above the title", "label di atas judul"),
    "witness.breadcrumb": ("breadcrumb", "jejak navigasi"),
    "witness.structure": ("structure of the page", "struktur halaman"),
    "witness.body": ("text", "isi berita"),
    "witness.image": ("picture on the page", "gambar di halaman"),
    "witness.json-ld": ("metadata (JSON-LD)", "metadata (JSON-LD)"),
    "witness.microdata": ("metadata (microdata)", "metadata (mikrodata)"),
    "witness.opengraph": ("metadata (Open Graph)", "metadata (Open Graph)"),
    "witness.meta": ("metadata (meta)", "metadata (meta)"),
    "witness.listing": ("listing", "daftar berita"),
    "witness.feed": ("feed", "umpan"),
    "witness.rest": ("REST record", "catatan REST"),
    "witness.sitemap": ("sitemap", "peta situs"),
    "witness.url": ("address", "alamat"),
    # Problems, as `problems` names them
    "problem.body-empty": ("The page had no text.", "Halaman tidak memuat teks."),
    "problem.title-not-found": ("No title was found.", "Judul tidak ditemukan."),
    "problem.date-not-found": ("No date was found.", "Tanggal tidak ditemukan."),
    "problem.date-unreadable": ("The date could not be read.", "Tanggal tidak dapat dibaca."),
    "problem.date-only-in-metadata": (
        "A date stands only in the metadata, which readers do not see.",
        "Tanggal hanya ada di metadata, yang tidak terlihat pembaca.",
    ),
    "problem.date-of-request": (
        "The date printed is that of the visit, not of the article.",
        "Tanggal yang tercetak adalah tanggal kunjungan, bukan tanggal berita.",
    ),
    "problem.views-unreadable": ("The view count could not be read.", "Jumlah dilihat tidak dapat dibaca."),
    "problem.witnesses-disagree": (
        "Equal witnesses disagree, so nothing is stored.",
        "Sumber-sumber yang setara berbeda, sehingga tidak ada yang disimpan.",
    ),
    "problem.value-lost": (
        "A value known before can no longer be read; it is kept.",
        "Nilai yang dulu diketahui kini tidak terbaca; nilai lama dipertahankan.",
    ),
    "problem.value-replaced": ("A value was replaced by another one.", "Suatu nilai digantikan nilai lain."),
    "problem.selector-unmatched": (
        "A pinned selector matched nothing.",
        "Pemilih yang ditetapkan tidak menemukan apa pun.",
    ),
    "problem.html-truncated": ("The page ended too early.", "Halaman terputus sebelum selesai."),
    "problem.bytes-undecodable": (
        "Some bytes of the page are no text in its encoding.",
        "Sebagian byte halaman tidak terbaca dalam pengodeannya.",
    ),
    "problem.charset-wrong": (
        "The page declares another encoding than it has.",
        "Halaman menyebut pengodean yang bukan pengodeannya.",
    ),
    "problem.control-characters": ("Control characters were removed.", "Karakter kendali telah dibuang."),
    "problem.page-large": ("The page is unusually large.", "Halaman ini luar biasa besar."),
    "problem.moved": ("The article moved to another address.", "Artikel pindah ke alamat lain."),
    "problem.same-article": (
        "Another address shows the same article.",
        "Alamat lain menampilkan artikel yang sama.",
    ),
    "problem.dead-link": ("An address leads nowhere.", "Suatu alamat tidak mengarah ke mana pun."),
    "problem.server-error": ("The server answered with an error.", "Server menjawab dengan galat."),
}
