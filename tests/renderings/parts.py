"""The real article's text in pieces, and what stands around an article on the sites of Indonesian governments.

Nothing here looks like a template yet: a template puts the pieces together.
"""

from __future__ import annotations

import json
import textwrap
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from html import escape
from pathlib import Path
from typing import Any

PAGE_URL = (
    "https://www.blitarkota.go.id/berita/kota-blitar-raih-penghargaan-sebagai-penyelenggara-"
    "kelurahan-cinta-statistik-terbaik-tahun-2021-2023"
)
IMAGE = "/uploads/berita/k2JmYQe8xTzWb41UnPVdR7gHsLc0aFiE3oXyN9qS.jpg"
AGENCY = "Pemerintah Kota Blitar"
TODAY = "Sabtu, 5 Oktober 2024"  # the day of the crawl, which many heads print
CRAWLED = "2024-10-05T10:15:00+07:00"

_PAGE = (Path(__file__).parent / "article.txt").read_text(encoding="utf-8")
_TEXT = _PAGE[_PAGE.index("SIARAN PERS") : _PAGE.index("Berita Populer")]
RAW_LINES = [line for line in _TEXT.split("\n") if line]  # an empty paragraph is a line with one nbsp
LINES = [line for line in RAW_LINES if not line.isspace()]
HEADER, PROSE, CONTACT = LINES[:3], LINES[3:9], LINES[9:]
TITLE = _PAGE.split("\n")[2]

POPULAR = (
    ("Makna Hari Raya Kupatan", "/berita/makna-hari-raya-kupatan", "13 Jun 2019"),
    ("KPU Kota Blitar Tetapkan DPT Pemilu 2024", "/berita/kpu-kota-blitar-tetapkan-dpt-pemilu-2024", "22 Jun 2023"),
)
OTHERS = (  # title, address, date, views: what no template may mistake for the article's own
    ("Upacara Hari Kesaktian Pancasila di Halaman Balai Kota", "/berita/hari-kesaktian-pancasila", "01 Oct 2024", 87),
    ("Job Fair Kota Blitar Sediakan 1.200 Lowongan", "/berita/job-fair-kota-blitar", "30 Sep 2024", 203),
    ("Pasar Murah Digelar di Kecamatan Sukorejo", "/berita/pasar-murah-sukorejo", "25 Sep 2024", 318),
)


@dataclass(frozen=True)
class Rendering:
    """A page with the real article. `expected` holds what this page says otherwise than EXPECTED."""

    name: str
    html: str
    expected: Mapping[str, Any] = field(default_factory=dict)
    kept_aside: bool = False


def rendering(*, kept_aside: bool = False, **expected: Any) -> Callable[[Callable[[], str]], Rendering]:
    """Make a template, a function without arguments, into the rendering of the same name."""

    def render(template: Callable[[], str]) -> Rendering:
        return Rendering(template.__name__.replace("_", "-"), template(), expected, kept_aside)

    return render


# The text


def text(line: str, *, entities: bool = False) -> str:
    """The line as HTML; with `entities` typographic characters are written as an old editor writes them."""
    html = escape(line, quote=False).replace("\xa0", "&nbsp;")
    if entities:
        for character, name in (("“", "&ldquo;"), ("”", "&rdquo;"), ("–", "&ndash;"), ('"', "&quot;")):
            html = html.replace(character, name)
    return html


def texts(lines: Iterable[str] = LINES, **options: bool) -> list[str]:
    return [text(line, **options) for line in lines]


def padded_paragraphs(tag: str = "<p>") -> str:
    """As on the real page: with empty paragraphs for space."""
    return "\n".join(f"{tag}{text(line)}</p>" for line in RAW_LINES)


def wrapped(html: str, indent: str) -> str:
    """The text broken into short source lines, as a formatter or an old editor leaves it."""
    lines = textwrap.wrap(html, 88, break_long_words=False, break_on_hyphens=False)
    return "\n".join(indent + line for line in lines)


# What stands around it


def head(title: str = AGENCY, extra: str = "") -> str:
    return (
        f'<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>{title}</title>'
        f'<link rel="stylesheet" href="/assets/css/style.css">{extra}</head>'
    )


def lying_opengraph() -> str:
    """The agency as author, the crawl's day as date."""
    return "".join(
        f'<meta property="{name}" content="{escape(value)}">'
        for name, value in (
            ("og:type", "article"),
            ("og:site_name", AGENCY),
            ("og:title", f"{TITLE} - {AGENCY}"),
            ("og:description", "Website resmi Pemerintah Kota Blitar, Jawa Timur"),
            ("og:image", "https://www.blitarkota.go.id/assets/img/logo.png"),
            ("og:url", PAGE_URL),
            ("article:author", AGENCY),
            ("article:published_time", CRAWLED),
        )
    )


def json_ld(author: str = AGENCY, published: str = CRAWLED, headline: str = TITLE) -> str:
    """A NewsArticle; as it stands it lies about author and date."""
    record = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": headline,
        "author": {"@type": "Person" if author != AGENCY else "Organization", "name": author},
        "publisher": {"@type": "Organization", "name": AGENCY},
        "datePublished": published,
        "dateModified": CRAWLED,
    }
    return f'<script type="application/ld+json">{json.dumps(record, ensure_ascii=False)}</script>'


def menu(tag: str = "li") -> str:
    names = ("Beranda", "Profil", "Berita", "Pengumuman", "Layanan Publik", "PPID", "Kontak")
    return "".join(f'<{tag}><a href="/{name.lower().replace(" ", "-")}">{name}</a></{tag}>' for name in names)


def share_icons() -> str:
    """Share links without words."""
    return "".join(
        f'<a href="{address}{PAGE_URL}" target="_blank"><i class="fab fa-{name}"></i></a>'
        for name, address in (
            ("facebook", "https://www.facebook.com/sharer/sharer.php?u="),
            ("twitter", "https://twitter.com/intent/tweet?url="),
            ("whatsapp", "https://wa.me/?text="),
        )
    )


def share_words(separator: str = " ") -> str:
    """Share links with words."""
    return separator.join(
        f'<a href="{address}{PAGE_URL}">{name}</a>'
        for name, address in (
            ("Facebook", "https://www.facebook.com/sharer/sharer.php?u="),
            ("Twitter", "https://twitter.com/intent/tweet?url="),
            ("WhatsApp", "https://api.whatsapp.com/send?text="),
        )
    )
