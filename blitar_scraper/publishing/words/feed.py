"""Words of the feeds."""

from __future__ import annotations

WORDS: dict[str, tuple[str, str]] = {
    "feed.newest": ("{title}: newest articles", "{title}: artikel terbaru"),
    "feed.changes": ("{title}: changed or removed", "{title}: diubah atau dihapus"),
    "feed.edited": ("Changed: {title}", "Diubah: {title}"),
    "feed.gone": ("Removed: {title}", "Dihapus: {title}"),
    "feed.what_changed": ("{site} changed the article: {fields}.", "{site} mengubah artikel ini: {fields}."),
    "feed.title_change": (
        "The title was “{before}” and is now “{after}”.",
        "Judulnya semula “{before}”, kini “{after}”.",
    ),
    "feed.why_gone": (
        "The article was found removed from {site}: {reason}.",
        "Artikel ini tidak lagi ditemukan di {site}: {reason}.",
    ),
    "feed.reason.404": ("its address leads to nothing (404)", "alamatnya tidak mengarah ke mana pun (404)"),
    "feed.reason.soft-404": ("its address shows another page", "alamatnya menampilkan halaman lain"),
    "feed.reason.home": ("its address leads to the home page", "alamatnya dialihkan ke beranda"),
    "feed.reason.moved-site": ("the whole site has moved", "seluruh situsnya pindah"),
    "feed.field.title": ("title", "judul"),
    "feed.field.author": ("author", "penulis"),
    "feed.field.section": ("section", "rubrik"),
    "feed.field.published_at": ("date of publication", "tanggal terbit"),
    "feed.field.body": ("text", "isi"),
}
