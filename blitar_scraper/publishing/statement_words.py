"""The words of the data statement and of an archive's citation."""

from __future__ import annotations

WORDS: dict[str, tuple[str, str]] = {
    "statement.cite": (
        "{who}: news articles. Archive made with blitar_scraper {version}, as of {moment}.",
        "{who}: artikel berita. Arsip yang dibuat dengan blitar_scraper {version}, keadaan per {moment}.",
    ),
    "statement.cite_undated": (
        "{who}: news articles. Archive made with blitar_scraper {version}.",
        "{who}: artikel berita. Arsip yang dibuat dengan blitar_scraper {version}.",
    ),
    "statement.nobody": ("No site", "Tanpa situs"),
    "statement.others": ("{count} other sites", "{count} situs lain"),
    "statement.and": ("{first} and {last}", "{first} dan {last}"),
}
