"""Icons of icon fonts: what an empty element stands for by its class, its attributes or the name that is its text."""

from __future__ import annotations

import re
from functools import lru_cache

from lxml import etree

from blitar_scraper.extract.icon_labels import icon_by_label

Element = etree._Element

# Icon fonts: what the icon stands for, by words of its class (Font Awesome, Bootstrap, Ionicons, Themify, Material).
_ICON_WORDS = (
    ("views", re.compile(r"eye|visibility|views?\b|hits?\b|bar-?chart|read\b|fire\b")),
    ("author", re.compile(r"user|person|account|author|pencil|\bpen\b|edit\b|people")),
    ("date", re.compile(r"calendar|clock|time|date|schedule|event|today")),
    ("tag", re.compile(r"tags\b|hashtag")),
    ("section", re.compile(r"folder|tag|bookmark|category|label|list\b")),
    ("comments", re.compile(r"comment|chat|forum|message")),
    ("share", re.compile(r"share|facebook|twitter|whatsapp|telegram|instagram|print|envelope|mail|link\b")),
)
_ICON_CLASS = re.compile(
    r"(?:^|\s)(?:fa[srlbd]?|bi|icon|icofont|ion|ti|glyphicon|mdi|la|lni|feather|ri|bx|flaticon|dashicons|uil|material)"
    r"(?:[-_\s]|$)|(?:^|\s)(?:fa|icon|bi|ti)-",
    re.I,
)
ICON_TAGS = frozenset({"i", "span", "em", "img", "svg", "use", "ion-icon", "iconify-icon"})
# Icons drawn by a script (Lucide, Feather, Ionicons, Iconify) name themselves in an attribute.
_ICON_ATTRIBUTES = ("data-lucide", "data-feather", "data-icon", "icon", "name")
_LIGATURE = re.compile(r"[a-z_]{3,30}")


def icon_of(element: Element) -> str | None:
    """What an empty inline element with an icon's class stands for; "" for an unknown icon, None for no icon."""
    tag = element.tag
    if tag not in ICON_TAGS:
        return None
    if tag not in ("span", "em", "img", "svg") and (name := _icon_name(element)):
        return icon_meaning(name)
    classes = element.get("class")
    icon = _icon_by_class(str(classes), tag in ("i", "svg")) if classes else None
    return icon or (icon_by_label(element) or icon if tag in ("svg", "img") else icon)


def _icon_name(element: Element) -> str | None:
    return next((value for attribute in _ICON_ATTRIBUTES if (value := element.get(attribute))), None)


# The classes of icon fonts are a few hundred words, and a page uses the same few many times.
@lru_cache(maxsize=1024)
def _icon_by_class(classes: str, is_i: bool) -> str | None:
    return icon_meaning(classes) if is_i or _ICON_CLASS.search(classes) else None


def icon_meaning(words: str) -> str:
    words = words.lower()
    return next((meaning for meaning, pattern in _ICON_WORDS if pattern.search(words)), "")


def is_ligature(element: Element, text: str) -> bool:
    """Whether a text is shown as a picture: an icon font that works by ligatures has the icon's name as its text."""
    return _LIGATURE.fullmatch(text) is not None and icon_of(element) is not None
