"""What a page tells machines: JSON-LD (schema.org), OpenGraph and other <meta>, <time>, rel=tag.

Witnesses of the lowest rank: a reader of the page never sees them, so nobody notices when they are wrong.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, cast

from lxml import etree

from blitar_scraper.extract.lines import Element, fold, inner_text

_ARTICLE_TYPES = frozenset(
    {"Article", "NewsArticle", "BlogPosting", "Report", "ReportageNewsArticle", "PressRelease", "TechArticle"}
)
_PAGE_TYPES = frozenset({"WebPage", "ItemPage"})
_META = {
    "title": ("og:title", "twitter:title", "dc.title", "dcterms.title", "title"),
    "author": ("author", "article:author", "dc.creator", "dcterms.creator", "twitter:data1"),
    "published": (
        "article:published_time", "og:published_time", "datepublished", "pubdate", "publishdate", "date",
        "dc.date", "dc.date.issued", "dcterms.created", "dcterms.issued", "parsely-pub-date", "article.published",
    ),
    "modified": ("article:modified_time", "og:updated_time", "datemodified", "lastmod", "dcterms.modified"),
    "image": ("og:image", "og:image:url", "og:image:secure_url", "twitter:image", "twitter:image:src"),
    "section": ("article:section",),
}  # fmt: skip
# By way of the attribute: that takes a third of the time of asking every element for it.
_WITH_ITEMPROP = etree.XPath("//@itemprop/..")
# JSON-LD blocks measured at 1-10 kB; a larger one is not read (a page can carry megabytes of it).
_LARGEST_JSON = 500_000


@dataclass(slots=True)
class Claim:
    """What one machine-readable witness says of one field. `source` is the name that stands in `evidence`."""

    source: str
    raw: str


@dataclass(slots=True)
class Structured:
    """Claims by field (title, author, published, modified, image, section, keywords), in order of rank."""

    claims: dict[str, list[Claim]] = field(default_factory=dict)
    site_names: set[str] = field(default_factory=set)
    html_title: str | None = None

    def add(self, name: str, source: str, raw: object) -> None:
        if isinstance(raw, str | int | float) and (text := fold(str(raw))):
            self.claims.setdefault(name, []).append(Claim(source, text))

    def of(self, name: str) -> list[Claim]:
        return self.claims.get(name, [])


def read_structured(root: Element) -> Structured:
    """Everything that the page says to machines. Broken JSON and absurd values are passed over."""
    found = Structured()
    for element in root.iter("title"):
        found.html_title = inner_text(element) or None
        break
    for record in _json_ld(root):
        _read_record(record, found)
    _read_meta(root, found)
    _read_microdata(root, found)
    return found


def _json_ld(root: Element) -> Iterator[dict[str, Any]]:
    for script in root.iter("script"):
        if str(script.get("type") or "").strip().lower() != "application/ld+json":
            continue
        text = (script.text or "").strip()
        if not text or len(text) > _LARGEST_JSON:
            continue
        try:
            document = json.loads(re.sub(r"^<!\[CDATA\[|\]\]>$|^<!--|-->$", "", text), strict=False)
        except (ValueError, RecursionError):
            continue
        # Depth-first over lists and @graph, at most 1,000 records: more is no article page.
        stack, seen = [document], 0
        while stack and seen < 1000:
            record = stack.pop()
            seen += 1
            if isinstance(record, list):
                stack.extend(reversed(record))
            elif isinstance(record, dict):
                yield record
                graph = record.get("@graph")
                if isinstance(graph, list):
                    stack.extend(reversed(graph))


def _types(record: dict[str, Any]) -> set[str]:
    kind = record.get("@type")
    kinds = kind if isinstance(kind, list) else [kind]
    return {str(name).rsplit("/", 1)[-1] for name in kinds if name}


def _read_record(record: dict[str, Any], found: Structured) -> None:
    types = _types(record)
    if types & {"WebSite", "Organization", "GovernmentOrganization", "NewsMediaOrganization"}:
        name = record.get("name")
        if isinstance(name, str):
            found.site_names.add(fold(name))
    if types & _ARTICLE_TYPES:
        found.add("title", "json-ld", record.get("headline") or record.get("name"))
        if not _is_organisation(record.get("author")):
            found.add("author", "json-ld", _name(record.get("author")))
        found.add("section", "json-ld", _first(record.get("articleSection")))
        found.add("image", "json-ld", _image(record.get("image")))
        publisher = _name(record.get("publisher"))
        if publisher:
            found.site_names.add(fold(publisher))
        keywords = record.get("keywords")
        if isinstance(keywords, str):
            keywords = keywords.split(",")
        for word in keywords if isinstance(keywords, list) else ():
            found.add("keywords", "json-ld", word)
    if types & (_ARTICLE_TYPES | _PAGE_TYPES):
        found.add("published", "json-ld", record.get("datePublished"))
        found.add("modified", "json-ld", record.get("dateModified"))


def _first(value: object) -> object:
    return value[0] if isinstance(value, list) and value else value


def _name(value: object) -> str | None:
    value = _first(value)
    if isinstance(value, dict):
        value = value.get("name")
    return value if isinstance(value, str) and value.strip() else None


def _is_organisation(value: object) -> bool:
    """Whether an author is typed as an organisation: systems that know no names of authors write their site's there."""
    value = _first(value)
    return isinstance(value, dict) and any(name.endswith("Organization") for name in _types(value))


def _image(value: object) -> object:
    value = _first(value)
    return value.get("url") if isinstance(value, dict) else value


def _read_meta(root: Element, found: Structured) -> None:
    meta: dict[str, str] = {}
    for element in root.iter("meta"):
        name = str(element.get("property") or element.get("name") or element.get("itemprop") or "").strip().lower()
        content = str(element.get("content") or "")
        if name and content.strip():
            if name == "article:tag":
                found.add("keywords", "opengraph", content)
            meta.setdefault(name, content)
    for name, keys in _META.items():
        for key in keys:
            if key in meta:
                found.add(name, "opengraph" if key.startswith(("og:", "article:")) else "meta", meta[key])
    for key in ("og:site_name", "application-name", "publisher", "dc.publisher"):
        if key in meta:
            found.site_names.add(fold(meta[key]))


def _read_microdata(root: Element, found: Structured) -> None:
    """schema.org itemprops of the page's first article (HTML Standard, microdata)."""
    names = {"headline": "title", "datePublished": "published", "dateModified": "modified", "author": "author"}
    for element in cast("list[Element]", _WITH_ITEMPROP(root)):
        prop = element.get("itemprop")
        if prop not in names or element.tag == "meta":
            continue
        # An abbreviation has its long form as title: so Blogger and hAtom write times.
        raw = element.get("content") or element.get("datetime")
        raw = raw or (element.get("title") if element.tag == "abbr" else None) or inner_text(element)
        found.add(names[str(prop)], "microdata", raw)
