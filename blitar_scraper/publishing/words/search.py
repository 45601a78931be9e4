"""Words of the search page."""

from __future__ import annotations

WORDS: dict[str, tuple[str, str]] = {
    "search.title": ("Search", "Pencarian"),
    "search.for": ("“{words}”", "“{words}”"),
    "search.found": ("{count} found", "{count} ditemukan"),
    "search.found_more": ("more than {number} articles found", "lebih dari {number} artikel ditemukan"),
    "search.in_order": ("best first", "yang paling sesuai lebih dulu"),
    "search.newest_first": ("newest first", "terbaru lebih dulu"),
    "search.from_hit": ("from the {number}th on", "mulai dari yang ke-{number}"),
    "search.also": ("Also looked for:", "Juga dicari:"),
    "search.also_more": ("and {count} more", "dan {count} lainnya"),
    "search.exactly": (
        "Put words in quotation marks to find exactly those.",
        "Apit kata dengan tanda kutip untuk mencari persis seperti itu.",
    ),
    "search.filters": ("Narrow down", "Persempit"),
    "search.site": ("Site", "Situs"),
    "search.year": ("Year", "Tahun"),
    "search.section": ("Section", "Rubrik"),
    "search.no_section": ("no section", "tanpa rubrik"),
    "search.all": ("All of {count}", "Semua {count}"),
    "search.remove": ("Remove the filter {what}", "Hapus saringan {what}"),
    "search.chosen": ("chosen", "terpilih"),
    "search.no_filters": ("Without filters", "Tanpa saringan"),
    "search.results": ("Articles found", "Artikel yang ditemukan"),
    "search.begin": (
        "Type one word or several. All of them must be in the article, each in any of its forms: penghargaan also "
        "finds menghargai and dihargai.",
        "Ketik satu kata atau lebih. Semuanya harus ada di artikel, masing-masing dalam bentuk apa pun: penghargaan "
        "juga menemukan menghargai dan dihargai.",
    ),
    "search.example_phrase": (
        "words that stand together, exactly as written",
        "kata yang berdampingan, persis seperti tertulis",
    ),
    "search.example_minus": ("with the first word and without the second", "dengan kata pertama, tanpa kata kedua"),
    "search.nothing": ("Nothing found for “{words}”.", "Tidak ada yang ditemukan untuk “{words}”."),
    "search.nothing_here": ("No article is left with these filters.", "Tidak ada artikel dengan saringan ini."),
    "search.no_word": (
        "A search needs a word to look for: at least one with a letter or a digit and without a minus before it.",
        "Pencarian memerlukan kata yang dicari: sedikitnya satu yang berhuruf atau berangka, tanpa tanda minus di "
        "depannya.",
    ),
    "search.meant": ("Did you mean:", "Mungkin maksud Anda:"),
    "search.try": ("What may help:", "Yang mungkin membantu:"),
    "search.try_no_filters": ("Search without filters: {count}", "Cari tanpa saringan: {count}"),
    "search.try_no_quotes": ("Leave out the quotation marks", "Hilangkan tanda kutip"),
    "search.try_fewer": (
        "Use fewer words: every one of them must be there",
        "Gunakan lebih sedikit kata: semuanya harus ada",
    ),
    "search.try_spelling": (
        "Look at the spelling; abbreviations are found only as they are written",
        "Periksa ejaannya; singkatan hanya ditemukan sebagaimana tertulis",
    ),
    "search.past_the_end": ("There are no further pages.", "Tidak ada halaman lagi."),
}
