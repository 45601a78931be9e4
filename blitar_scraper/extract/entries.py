"""The links of a listing page by address, and what the page says around each: title, byline, teaser, picture."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from blitar_scraper.addresses import address_key, is_home, same_site
from blitar_scraper.extract.byline import Byline
from blitar_scraper.extract.byline_lines import BylineLines
from blitar_scraper.extract.byline_marks import marked
from blitar_scraper.extract.lines import Element, Layout, Line, Token, ancestors, fold
from blitar_scraper.extract.page import Page
from blitar_scraper.extract.pagination import numbered
from blitar_scraper.extract.zones import POPULAR_HEADING, Zones, bare_heading, box_of
from blitar_scraper.items import Site

# What a link to an article says where it does not say the title.
_MORE = re.compile(
    r"""
    (?:baca|lihat|read|view|buka|simak)? \s*
    (?: selengkapnya | selanjutnya | lebih\ lanjut | lebih\ lengkap | details? | more | full | lengkap | berita
      | artikel | semua | di\ ?sini )?
    (?:\s+(?:berita|artikel|story|article))? \W* | (?:continue\ reading|baca\ juga).{0,200}
    """,
    re.I | re.X,
)
# Pages that are no articles although they are linked with words: by a segment of their address.
_NOT_ARTICLE = re.compile(
    r"""
    /(?: tags? | kategori | category | author | penulis | user | login | register | search | cari | cetak | print
       | cetakberita | pdf | download | unduh | feed | rss | wp-(?:admin|login|content|json) | admin | agenda | kalender
       | calendar | galeri | gallery | album | video | kontak | contact | sitemap | page | halaman | uploads? | storage
       | assets )(?:/|$)
    | /@@  # what Zope and Plone call their tools
    | \.(?:jpe?g|png|gif|webp|pdf|docx?|xlsx?|zip|rar|mp4|xml)$
    """,
    re.I | re.X,
)
# The longest listing seen had 100 entries; what goes on beyond this is a site map or worse.
_MOST_GROUPS = 2000
_NO_ENTRIES = frozenset({"menu", "footer", "share", "comments", "tags", "notice"})
_BESIDE = frozenset({"menu", "side", "footer"})  # parts that stand beside the list of entries
_TITLE_CLASS = re.compile(r"title|judul|headline|heading", re.I)
_BYLINE_LINE = 220  # characters, as for the bylines of articles
_MOST_TOKENS = 60  # of a byline: the longest seen had 20 with its share links
_FACT = 60  # characters: a name, date or counter in a line of its own
_PAGER_NUMBER = re.compile(r"\W*\d{0,4}\W*")
_PAGER_WORD = re.compile(r"\W*(?:next|prev(?:ious)?|selanjutnya|sebelumnya|berikutnya|first|last|akhir|awal)\W*", re.I)


@dataclass(frozen=True, slots=True)
class Mention:
    """A link to the group's address: its line, its own words, and whether those are (part of) a title."""

    line: Line
    text: str
    speaks: bool


@dataclass(slots=True, eq=False)
class Group:
    """All links of a listing to one address, and the lines around them that belong to them."""

    url: str
    mentions: list[Mention] = field(default_factory=list)
    images: list[Element] = field(default_factory=list)
    holder: Element | None = None
    lines: list[Line] = field(default_factory=list)
    title: str = ""
    title_line: Line | None = None
    byline: Byline = field(default_factory=Byline)
    teaser: bool = False

    @property
    def first(self) -> int:
        """The index of its first line."""
        return self.mentions[0].line.index


def find_groups(page: Page, site: Site, layout: Layout, zones: Zones) -> list[Group]:
    """Links to other pages of the site that can be articles, grouped by address, in the page's order."""
    popular = _popular_lines(layout)
    here = address_key(page.url) if page.url else None
    found: dict[str, Group] = {}
    keys: dict[str, str | None] = {}
    for line in layout.lines:
        if not line.linked or line.index in popular or zones.of(line) in _NO_ENTRIES:
            continue
        for href, tokens in line.links:
            if href not in keys:
                keys[href] = _article_key(page, site, href, here)
            key = keys[href]
            # The words of a heading stand as they are printed; in other links each element may be a fact of its own.
            whole = line.heading and len(tokens) == len(line.tokens)
            text = line.text if whole else fold(" ".join(token.text for token in tokens))
            if key is None or _leads_on(page, href, text):
                continue
            url = page.address(href)
            assert url is not None
            found.setdefault(key, Group(url)).mentions.append(Mention(line, text, not _MORE.fullmatch(text)))
    for image in layout.root.iter("img"):
        link = next((parent for parent in ancestors(image) if parent.tag == "a"), None)
        href = str(link.get("href") or "") if link is not None else ""
        key = keys.get(href)
        if key is not None and key in found:
            found[key].images.append(image)
    return [group for group in found.values() if not _is_repeated_label(group)][:_MOST_GROUPS]


def _article_key(page: Page, site: Site, href: str, here: str | None) -> str | None:
    """What identifies the address that a link leads to, or None where it can be no article."""
    url = page.address(href)
    if url is None or not same_site(url, site.home_url) or is_home(url, site.home_url):
        return None
    key = address_key(url)
    if key == here or _NOT_ARTICLE.search(urlsplit(url).path):
        return None
    return key


def _leads_on(page: Page, href: str, text: str) -> bool:
    """Whether a link is part of a pager: a number or arrow, or "Selanjutnya" to an address that counts pages."""
    if _PAGER_NUMBER.fullmatch(text):
        return True
    target = numbered(page.address(href)) if _PAGER_WORD.fullmatch(text) else None
    return target is not None and target.by_one


def _is_repeated_label(group: Group) -> bool:
    """Whether the links are a section's or office's name that stands beside many entries."""
    texts = {mention.text for mention in group.mentions}
    return len(group.mentions) >= 3 and len(texts) == 1 and len(next(iter(texts)).split()) <= 3


def _popular_lines(layout: Layout) -> set[int]:
    found: set[int] = set()
    for line in layout.lines:
        if len(line.text) <= 60 and POPULAR_HEADING.fullmatch(bare_heading(line)) and (line.heading or line.bold):
            found.update(box_of(layout, line, ()))
    return found


def read_groups(layout: Layout, zones: Zones, reader: BylineLines, groups: Sequence[Group]) -> None:
    """Gives each group its lines, title and byline."""
    _hold(layout, zones, groups)
    _share_out(layout, zones, reader, groups)
    for group in groups:
        _entitle(group, reader)
        _read_byline(group, reader)


def _hold(layout: Layout, zones: Zones, groups: Sequence[Group]) -> None:
    """Gives each group its holder: the widest element around its first link that holds no other group's links.

    Around the only entry of a page that would be the whole page: it ends where menus, side columns and footers begin.
    """
    counts: Counter[Element] = Counter()
    for group in groups:
        around: set[Element] = set()
        for mention in group.mentions:
            around.update(ancestors(mention.line.block))
        counts.update(around)
    for group in groups:
        for element in ancestors(group.mentions[0].line.block):
            if counts[element] > 1 or element.tag in ("body", "html"):
                break
            if len(groups) == 1 and _reaches_beyond(layout, zones, group, element):
                break
            group.holder = element


def _reaches_beyond(layout: Layout, zones: Zones, group: Group, element: Element) -> bool:
    """Whether an element around an entry also holds a part of the page that no entry has."""
    own = zones.of(group.mentions[0].line)
    return any(zone != own and zone in _BESIDE for zone in map(zones.of, layout.within(element)))


def _share_out(layout: Layout, zones: Zones, reader: BylineLines, groups: Sequence[Group]) -> None:
    """Gives each group its lines: those of its holder, or where entries have no element of their own up to the next.

    Bylines stand below the titles of such flat lists, unless the first stands above the first title.
    """
    linked = {mention.line.index for group in groups for mention in group.mentions}
    for group in groups:
        held = layout.within(group.holder) if group.holder is not None else []
        own = {mention.line.index: mention.line for mention in group.mentions}
        # Cards that are one link: what stands in another entry's link is that entry's, wherever its element ends.
        lines = own | {line.index: line for line in held if line.index not in linked}
        group.lines = [lines[index] for index in sorted(lines)]
    firsts = [group.first for group in groups]
    lasts = [group.mentions[-1].line.index for group in groups]
    leading: dict[Element, bool] = {}  # whether a byline stands above the first title within an element
    for number, group in enumerate(groups):
        if _has_facts(group, reader):
            continue
        parent = group.holder.getparent() if group.holder is not None else group.mentions[0].line.block
        if parent is None:
            continue
        first, end = layout.ranges.get(parent, (0, 0))
        # The groups are in the page's order: their neighbours are the entries before and after this one.
        begins = max(first, lasts[number - 1] + 1 if number else first)
        ends = min(end, firsts[number + 1] if number + 1 < len(groups) else end)
        ends = _before_box(layout, zones, firsts[number], ends)
        if parent not in leading:
            opening = firsts[bisect_left(firsts, first)]
            leading[parent] = any(reader.is_anchor(line) for line in layout.lines[first:opening])
        if leading[parent]:
            group.lines = [*layout.lines[begins : firsts[number]], *(mention.line for mention in group.mentions)]
        else:
            group.lines = layout.lines[firsts[number] : max(ends, firsts[number] + 1)]


def _before_box(layout: Layout, zones: Zones, first: int, end: int) -> int:
    """Where an entry's lines end at the latest: another box or part of the page is no more of it."""
    own = zones.boxed.get(first), zones.of(layout.lines[first])
    for line in layout.lines[first + 1 : end]:
        if (zones.boxed.get(line.index), zones.of(line)) != own:
            return line.index
    return end


def _has_facts(group: Group, reader: BylineLines) -> bool:
    """Whether its own element holds more than the links: a byline or a teaser."""
    own = {mention.line.index for mention in group.mentions}
    return any(reader.is_anchor(line) or (line.is_prose and line.index not in own) for line in group.lines) or any(
        len(mention.line.tokens) > 1 and reader.is_anchor(mention.line) for mention in group.mentions
    )


def _entitle(group: Group, reader: BylineLines) -> None:
    """The entry's title: the words of a heading link, else of the first link that says more than "Selengkapnya".

    Where no link does, the heading or the first words of its lines.
    """
    speaking = [mention for mention in group.mentions if mention.speaks and not _is_byline(mention, reader)]
    for mention in speaking:
        if mention.line.heading or _TITLE_CLASS.search(str(mention.line.block.get("class") or "")):
            group.title, group.title_line = mention.text, mention.line
            return
    if speaking:
        best = next((mention for mention in speaking if len(mention.text.split()) >= 3), None)
        best = best or max(speaking, key=lambda mention: len(mention.text))
        group.title, group.title_line = best.text, best.line
        return
    for line in sorted(_title_lines(group, reader), key=lambda line: (not line.heading, not line.bold)):
        group.title, group.title_line = line.text, line
        return


def _is_byline(mention: Mention, reader: BylineLines) -> bool:
    """Whether a link's own words are a date, counter or author: cards that are one link hold them too."""
    if len(mention.line.links) == 1 and mention.line.linked >= len(mention.line.text):
        return reader.is_anchor(mention.line)
    return False


def _title_lines(group: Group, reader: BylineLines) -> Iterator[Line]:
    own = {mention.line.index for mention in group.mentions}
    for line in group.lines:
        if (
            line.index not in own
            and not reader.is_anchor(line)
            and len(line.text.split()) >= 3
            and len(line.text) <= 250
        ):
            yield line


def _read_byline(group: Group, reader: BylineLines) -> None:
    """The byline within the entry's lines: the best single line, or all short lines together."""
    title = group.title_line
    rest: list[Line] = []
    best = Byline()
    for line in group.lines:
        if line is title and len(line.text) <= len(group.title) + 2:
            continue
        if len(line.tokens) > _MOST_TOKENS:
            continue
        tokens = [token for token in marked(line) if not _is_title_token(token, group)]
        if not tokens:
            continue
        if sum(len(token.text) for token in tokens) > _BYLINE_LINE:
            group.teaser = True
            continue
        byline = reader.read(line) if len(tokens) == len(line.tokens) else reader.read_tokens(tokens)
        length = sum(len(token.text) for token in tokens)
        if byline.unread * 2 <= length and byline.parts > best.parts:
            best = byline
        if length <= _FACT and not re.search(r"[.!?]$", line.text) and not group.teaser:
            rest.append(line)
        if line.is_prose and byline.unread * 2 > length:
            group.teaser = True
    if best.parts < 3 and len(rest) > 1:
        tokens = [token for line in rest for token in marked(line) if not _is_title_token(token, group)]
        whole = reader.read_tokens(tokens)
        # Twenty characters: one word of a label or button that is not known.
        if whole.parts > best.parts and whole.unread <= 20 and not whole.problems:
            best = whole
    group.byline = best


def _is_title_token(token: Token, group: Group) -> bool:
    return token.href is not None and (token.text in group.title or _MORE.fullmatch(token.text) is not None)
