"""A listing page to its entries: which links lead to articles, and what the listing says of each.

Told by structure: article links come in rows of like parts, mostly with a byline or a teaser, under addresses of one
shape. Menus, sidebars and "Berita Populer" are left out; what is left of the page's links votes on the shape.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from urllib.parse import parse_qsl, urlsplit

from blitar_scraper.addresses import address_key, is_home, same_site
from blitar_scraper.extract.byline import Byline, read_byline
from blitar_scraper.extract.lines import Element, Layout, Line, ancestors, fold, read_layout
from blitar_scraper.extract.media import image_address
from blitar_scraper.extract.page import Page
from blitar_scraper.extract.pagination import next_page
from blitar_scraper.extract.popular import read_popular
from blitar_scraper.extract.zones import POPULAR_HEADING, Zones, box_of
from blitar_scraper.indonesian.dates import to_site_time
from blitar_scraper.items import Listing, Problem, Site, Witness

_MORE = re.compile(
    r"(?:baca|lihat|read|view)?\s*(?:selengkapnya|selanjutnya|lebih lanjut|detail|more|full|lengkap|berita|artikel|semua)?\W*|continue reading.*",
    re.I,
)
# Pages that are no articles although they are linked with words: by a segment of their address.
_NOT_ARTICLE = re.compile(
    r"/(?:tags?|kategori|category|author|penulis|user|login|register|search|cari|cetak|print|cetakberita|pdf|download|unduh|feed|rss"
    r"|wp-(?:admin|login|content|json)|admin|agenda|kalender|calendar|galeri|gallery|album|video|kontak|contact|sitemap|page"
    r"|halaman|uploads?|storage|assets)(?:/|$)|\.(?:jpe?g|png|gif|webp|pdf|docx?|xlsx?|zip|rar|mp4|xml)$",
    re.I,
)


@dataclass(slots=True, eq=False)
class _Group:
    """All links of a listing to one address."""

    url: str
    lines: list[Line] = field(default_factory=list)
    images: list[Element] = field(default_factory=list)
    title: str = ""
    holder: Element | None = None
    byline: Byline = field(default_factory=Byline)
    teaser: bool = False


def extract_listing(page: Page, site: Site, *, seen_at: datetime) -> Listing:
    """The entries of a listing page in its order, each address once, and the next page's address.

    Args as for `extract_article`. Raises nothing; a page without entries says so in `problems`.
    """
    if page.root is None:
        return Listing((), problems=page.problems)
    layout = read_layout(page.root)
    zones = Zones(layout)
    popular_lines = _popular_lines(layout)
    groups = _groups(page, site, layout, zones, popular_lines)
    _place(layout, groups)
    for group in groups:
        _read(group, layout, site, seen_at)
    chosen = _choose(groups)
    entries = tuple(_witness(group, page, site) for group in chosen)
    outside = [line for group in chosen for line in group.lines[:1]]
    popular = read_popular(page, layout, outside, seen_at=seen_at, timezone=site.timezone)
    problems = list(page.problems)
    if not entries:
        problems.append(Problem("listing-empty", None, "no article links", page.url))
    return Listing(entries, next_page(page, layout), tuple(popular), tuple(problems))


def _popular_lines(layout: Layout) -> set[int]:
    found: set[int] = set()
    for line in layout.lines:
        if len(line.text) <= 60 and POPULAR_HEADING.fullmatch(line.text.strip(" :»›|-–—.")):
            found.update(box_of(layout, line, ()) if line.heading else ())
    return found


def _groups(page: Page, site: Site, layout: Layout, zones: Zones, popular: set[int]) -> list[_Group]:
    """Links to other pages of the site outside menus and footers, grouped by address."""
    found: dict[str, _Group] = {}
    here = address_key(page.url) if page.url else None
    for line in layout.lines:
        for url in _targets(page, line):
            if not same_site(url, site.home_url) or is_home(url, site.home_url) or address_key(url) == here:
                continue
            if _NOT_ARTICLE.search(urlsplit(url).path) or line.index in popular:
                continue
            if zones.of(line) in ("menu", "footer", "share", "comments", "tags", "notice", "related"):
                continue
            found.setdefault(address_key(url), _Group(url)).lines.append(line)
    for image in layout.root.iter("img"):
        link = next((parent for parent in ancestors(image) if parent.tag == "a"), None)
        url = page.address(str(link.get("href") or "")) if link is not None else None
        if url and (group := found.get(address_key(url))):
            group.images.append(image)
    return list(found.values())


def _targets(page: Page, line: Line) -> list[str]:
    """Addresses of the links within a line."""
    links = (
        {
            parent
            for segment in line.segments
            for parent in ancestors(segment.element)
            if parent.tag == "a" and parent.get("href")
        }
        if line.linked
        else set()
    )
    urls = (page.address(str(link.get("href"))) for link in links)
    return [url for url in urls if url]


def _place(layout: Layout, groups: Sequence[_Group]) -> None:
    """Gives each group its holder: the widest element that holds its links and no other group's."""
    counts: Counter[Element] = Counter()
    for group in groups:
        around: set[Element] = set()
        for line in group.lines:
            around.update(ancestors(line.block))
        counts.update(around)
    for group in groups:
        group.title = _title(group)
        start = next((line for line in group.lines if fold(line.text) == group.title), group.lines[0])
        for element in ancestors(start.block):
            if counts[element] > 1 or element.tag in ("body", "html"):
                break
            group.holder = element


def _title(group: _Group) -> str:
    """The entry's title: the text of a heading link, else the longest of its links that is not "Selengkapnya"."""
    speaking = [line for line in group.lines if not _MORE.fullmatch(line.text)]
    for line in speaking:
        if line.heading and line.is_linked:
            return line.text
    linked = [line for line in speaking if line.is_linked]
    return max((line.text for line in linked or speaking), key=len, default="")


def _read(group: _Group, layout: Layout, site: Site, seen_at: datetime) -> None:
    """The byline within the entry, or right around it where entries have no element of their own."""
    lines = layout.within(group.holder) if group.holder is not None else group.lines
    own = {line.index for line in group.lines}
    best = Byline()
    for line in lines:
        if len(line.text) > 220 or (line.index in own and line.text == group.title):
            continue
        byline = read_byline(line.tokens, seen_at=seen_at, timezone=site.timezone)
        if byline.unread * 2 <= len(line.text) and byline.parts > best.parts:
            best = byline
    if best.parts < 3:
        rest = [line for line in lines if line.index not in own and len(line.text) <= 80]
        tokens = [token for line in rest for token in line.tokens]
        whole = read_byline(tokens, seen_at=seen_at, timezone=site.timezone)
        if whole.parts > best.parts and whole.unread <= 20 and not whole.problems:
            best = whole
    group.byline = best
    group.teaser = any(len(line.text) > 60 and line.index not in own for line in lines)


def _shape(url: str) -> tuple[str, ...]:
    """An address's shape: its folders, with numbers and the last segment made alike."""
    parts = urlsplit(url)
    segments = [segment for segment in parts.path.split("/") if segment]
    kinds = [re.sub(r"\d+", "0", segment) if re.search(r"\d", segment) else segment for segment in segments[:-1]]
    last = "0" if segments and segments[-1].isdigit() else "*"
    query = sorted(name for name, _ in parse_qsl(parts.query))
    return (*kinds, last, *query)


def _choose(groups: Sequence[_Group]) -> list[_Group]:
    """The groups that are articles: those whose address has the shape that dated or titled entries have."""
    candidates = [group for group in groups if _speaks(group)]
    votes: Counter[tuple[str, ...]] = Counter()
    for group in candidates:
        strength = 4 if group.byline.date else 2 if group.byline.parts else 1 if group.teaser else 0
        if any(line.heading for line in group.lines):
            strength += 1
        votes[_shape(group.url)] += strength
    if not votes:
        return []
    top = max(votes.values())
    # A shape with a quarter of the strongest one's votes is a second kind of article, below it are stray pages.
    shapes = {shape for shape, count in votes.items() if count * 4 >= top and count >= 2}
    return [group for group in candidates if _shape(group.url) in shapes or group.byline.date]


def _speaks(group: _Group) -> bool:
    """Whether an entry has a title: three words, or two with a byline or teaser; menus have one or two."""
    words = len(group.title.split())
    return words >= 3 or (words >= 1 and (group.byline.parts > 0 or group.teaser) and len(group.title) >= 6)


def _witness(group: _Group, page: Page, site: Site) -> Witness:
    byline = group.byline
    published = byline.date
    iso = published.iso if published else None
    if iso and site.timezone and len(iso) > 16:
        iso = to_site_time(iso, site.timezone)
    image = next((url for image in group.images if (url := image_address(page, image))), None)
    return Witness(
        source="listing",
        url=group.url,
        title=group.title or None,
        author=byline.author,
        published_at=iso,
        published_raw=byline.date_raw,
        published_precision=published.precision if published else None,
        views=byline.views,
        views_raw=byline.views_raw,
        section=byline.section,
        image_url=image,
    )
