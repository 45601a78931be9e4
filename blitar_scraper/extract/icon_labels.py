"""Icons and numbers that say what they stand for in an attribute: what a screen reader, or the mouse, is told."""

from __future__ import annotations

import re
from functools import lru_cache

from lxml import etree

Element = etree._Element

# Whole labels only: an image's alternative text is any sentence.
_MEANINGS = (
    (
        "views",
        r"(?:jumlah |total )?(?:di)?(?:lihat|baca)|(?:page|post)?views?|(?:page )?hits|pembaca|eye|icon-eye",
    ),
    ("comments", r"(?:jumlah )?komentar|comments?|tanggapan|chat|forum"),
    ("date", r"(?:tanggal|tgl)(?: terbit| publikasi)?|date|(?:ikon |icon )?(?:kalender|calendar)|waktu|time|jam|clock"),
    ("author", r"penulis|author|oleh|user|pengguna"),
    ("section", r"kategori|category|rubrik"),
)
_LABELS = tuple((meaning, re.compile(rf"(?:ikon |icon )?(?:{words})(?: icon)?", re.I)) for meaning, words in _MEANINGS)
_LONGEST_LABEL = 30
# `/assets/icon/eye.png`, `img/ic_calendar.svg`: the file's whole name, but for a mark that it is an icon's.
_ICON_FILE = re.compile(r"(?:^|/)(?:ic(?:on?)?[-_])?([a-z]+)(?:[-_]ic(?:on?)?)?\.(?:png|svg|gif|webp)(?:$|\?)", re.I)
# `views`, `post-views`, `entry_hits`, `view-count`; not Drupal's `views-row`, in which anything may stand.
_VALUE_CLASS = re.compile(
    r"(?:^|\s)(?:[a-z]+[-_]){0,3}(?:(?P<views>views|hits|dilihat|dibaca|pageviews|viewers"
    r"|(?:views?|hits?|read)[-_]?(?:counts?|counter|total|num(?:ber)?))"
    r"|(?P<comments>(?:comments?|komentar)(?:[-_]?(?:counts?|counter|total|num(?:ber)?|link))?))(?:\s|$)",
    re.I,
)


def icon_by_label(element: Element) -> str:
    """What an `<svg>` or `<img>` stands for by its label, its title or the symbol that it uses; "" where none says."""
    labels = [element.get("aria-label"), element.get("title"), element.get("alt")]
    if element.tag == "img" and (file := _ICON_FILE.search(str(element.get("src") or ""))):
        labels.append(file[1])
    if element.tag == "svg":
        for child in element:
            if child.tag in ("title", "desc"):
                labels.append(child.text)
            elif child.tag == "use":
                address = next((value for name, value in child.items() if str(name).endswith("href")), "")
                labels.append(str(address).rpartition("#")[2])
    return next((meaning for label in labels if label and (meaning := _meaning(str(label)))), "")


def value_by_label(element: Element) -> str:
    """What the number that is an element's text counts: "views", "comments" or "", by its title, label or class."""
    for name in ("title", "aria-label"):
        if (label := element.get(name)) and (meaning := _meaning(str(label))) in ("views", "comments"):
            return meaning
    return _by_class(str(classes)) if (classes := element.get("class")) else ""


@lru_cache(maxsize=1024)
def _meaning(label: str) -> str:
    if len(label) > _LONGEST_LABEL:
        return ""
    bare = label.strip(" :.")
    return next((meaning for meaning, pattern in _LABELS if pattern.fullmatch(bare)), "")


@lru_cache(maxsize=1024)
def _by_class(classes: str) -> str:
    match = _VALUE_CLASS.search(classes)
    return str(match.lastgroup) if match else ""
