"""Parts of a page that are not the article: menus, sidebars, lists of other articles, share bars, comments.

Told by their tag and role, by the words of their class where a site uses speaking ones, and by the heading that
stands over them ("Berita Populer"). A class name alone never hides the part that holds title or text.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import lru_cache

from blitar_scraper.extract.lines import Element, Layout, Line, Segment, ancestors, common_ancestor
from blitar_scraper.extract.office_address import is_address
from blitar_scraper.extract.text_headings import heads_text

_TAGS = {"nav": "menu", "footer": "footer", "aside": "side", "menu": "menu", "dialog": "notice", "marquee": "side"}
_ROLES = {
    "navigation": "menu", "contentinfo": "footer", "complementary": "side", "search": "menu", "dialog": "notice",
    "menu": "menu", "menubar": "menu", "alert": "notice", "tablist": "menu",
}  # fmt: skip
_WORDS = {
    "menu": "nav navbar navigation menu breadcrumb breadcrumbs crumbs crumb pagination pager paging topbar offcanvas"
    " megamenu submenu pathway topmenu mainmenu navigasi",
    "footer": "footer foot copyright bottombar footbar kaki",
    "side": "sidebar widget widgets aside sidepanel sidecontent sidenav rightbar leftbar sisi",
    "related": "related terkait populer popular terpopuler trending latest recent terbaru lainnya rekomendasi"
    " recommended"
    " others similar mostread relasi",
    "share": "share sharing shares sosmed social socials addthis sharethis a2a bagikan sharer medsos sosial",
    "comments": "comment comments komentar respond disqus fbcomments tanggapan",
    "tags": "tags tagcloud taglist posttags",
    "notice": "cookie cookies modal popup banner ads adv advert iklan newsletter subscribe gdpr toast alert noticebar"
    " marquee ticker newsticker",
    "neighbours": "prevnext postnav nextprev neighbour neighbours adjacent",
}
_ZONE_BY_WORD = {word: zone for zone, words in _WORDS.items() for word in words.split()}
_ZONE_BY_PHRASE = (
    ("neighbours", re.compile(r"(?:post|nav)[-_](?:navigation|links?|nav)|prev[-_]?next|next[-_]?prev", re.I)),
    ("related", re.compile(r"berita[-_](?:lain|terkait|populer|terbaru)|(?:other|more)[-_](?:news|posts?)", re.I)),
    ("related", re.compile(r"baca[-_]juga", re.I)),
    ("comments", re.compile(r"comments?[-_](?:area|list|form)", re.I)),
    ("notice", re.compile(r"author[-_]?(?:box|bio|info|card|area|desc\w*|profile|about)", re.I)),
    ("notice", re.compile(r"about[-_]?author|search[-_]?form", re.I)),
)  # fmt: skip

# Headings of boxes with other articles, comments or services. These patterns are for lower-case text: a pattern that
# ignores case takes five times as long to pass a line that is no such heading, and nearly every line is asked.
_NEWS = (
    r"(?:berita|artikel|post(?:ing|s)?|pos(?:-pos)?|info(?:rmasi)?|news|kabar|warta|tulisan|konten|articles?|agenda"
    r"|pengumuman)"
)
POPULAR_HEADING = re.compile(
    rf"(?:{_NEWS}\s+)?(?:(?:ter)?populer|terpopuler|popular(?:\s+posts?|\s+news)?|trending|terlaris|favorit|paling\s+(?:banyak\s+)?"
    rf"(?:di)?(?:baca|lihat|kunjungi|populer)|(?:ter)?banyak\s+di(?:baca|lihat)|most\s+(?:read|viewed|popular)|hot\s+news)"
    rf"(?:\s+(?:minggu|bulan|hari)\s+ini)?",
)
BOX_HEADING = re.compile(
    rf"(?:{POPULAR_HEADING.pattern})"
    rf"|{_NEWS}(?:\s+&\s+\w+)?\s+(?:terkait|terbaru|terkini|lain(?:nya)?|pilihan|sebelumnya|selanjutnya|utama|terhangat|sejenis"
    r"|rekomendasi|serupa|foto|video|acak|opd|terakhir)(?:\s+lainnya)?"
    r"|(?:baca|lihat|simak)\s+juga|related(?:\s+\w+)?|recent(?:\s+\w+)?|latest(?:\s+\w+)?|other(?:\s+\w+)?"
    r"|you may also like"
    r"|terkait|terbaru|terkini|lainnya|rekomendasi|terpopuler"
    r"|(?:\d+\s+)?(?:komentar|comments?|tanggapan)(?:\s*\(\d+\))?|(?:tinggalkan|tulis|beri|kirim|tambah)\w*\s+(?:komentar|balasan|tanggapan)\w*.*"
    r"|leave\s+a\s+(?:reply|comment).*|(?:batalkan|cancel)\s+(?:balasan|reply)"
    r"|(?:bagikan|share|sebarkan)(?:\s+(?:this|on|ke|artikel|berita|informasi|post|tulisan))*(?:\s+ini)?(?:\s+(?:ke|via|di)\b.*)?"
    r"|kategori(?:\s+berita)?|categor(?:y|ies)|arsip(?:\s+\w+)?|archives?|tags?|label|topik(?:\s+\w+)?|statistik(?:\s+\w+)*|pengunjung"
    r"|polling|jajak\s+pendapat|(?:link|tautan)(?:\s+\w+)*|galeri(?:\s+\w+)?|gallery|kontak(?:\s+kami)?|hubungi\s+kami|contact(?:\s+us)?"
    r"|ikuti\s+kami|follow\s+us|media\s+sosial|cari(?:\s+berita)?|search|pencarian|navigasi\s+(?:pos|tulisan)|post\s+navigation"
    r"|jadwal\s+\w+|cuaca|sambutan(?:\s+\w+)*|layanan(?:\s+\w+)?|banner|pengumuman|agenda(?:\s+\w+)?|infografis|video(?:\s+\w+)?"
    r"|menu(?:\s+\w+)?|tentang\s+kami|about(?:\s+us)?|alamat(?:\s+kami)?|artikel|berita|newsletter|berlangganan",
)
COMMENTS_HEADING = re.compile(
    r"(?:\d+\s+)?(?:komentar|comments?|tanggapan)(?:\s*\(\d+\))?(?:\s+(?:pengunjung|pembaca|anda))?"
    r"|(?:tinggalkan|tulis|beri|kirim|tambah)\w*\s+(?:komentar|balasan|tanggapan|pesan)\w*.*|leave\s+a\s+(?:reply|comment).*"
    r"|(?:komentar|comments?|tanggapan)\s+.{0,40}",
)
# Boxes that hold other articles, visitors' words or counters wherever they stand; other headings may be part of a text.
ALWAYS_BOX = re.compile(
    rf"{POPULAR_HEADING.pattern}|{COMMENTS_HEADING.pattern}"
    rf"|{_NEWS}(?:\s+\w+)?\s+(?:terkait|terbaru|terkini|lain(?:nya)?|sebelumnya|selanjutnya|sejenis|serupa|rekomendasi|pilihan)"
    r"|terkait|terbaru|terkini|lainnya|rekomendasi|related(?:\s+\w+)?|recent(?:\s+\w+)?|latest(?:\s+\w+)?"
    r"|(?:baca|lihat|simak)\s+juga|you may also like"
    r"|statistik\s+(?:pengunjung|kunjungan|web(?:site)?|situs)|(?:jumlah\s+)?pengunjung|visitors?|visitor\s+\w+|polling|jajak\s+pendapat"
    r"|sambutan\s+(?:bupati|wali\s?kota|gubernur|kepala|camat|lurah|ketua)\b.{0,40}"
    r"|arsip(?:\s+\w+)?|archives?|tag\s+cloud|agenda(?:\s+(?:kegiatan|terdekat|kota|terbaru|bupati|walikota))?"
    # What readers write, spam among it, stands at addresses like the articles'.
    r"|(?:suara|surat)\s+(?:pembaca|warga)|buku\s+tamu|guest\s?book",
)
# The foot of one article, of its text or of a card: `entry-footer`, `itemContentFooter`.
_OWN_FOOTER = re.compile(
    r"(?:post|entry|article|artikel|item|content|node|news|berita|card|box|panel)[-_]?(?:content[-_]?)?foot(?:er)?\b",
    re.I,
)


_BANNER = re.compile(r"banner", re.I)
# WordPress classes a post's element by its categories and tags (`get_post_class`): `hentry category-sosial tag-menu`.
_POST = re.compile(r"(?<![\w-])(?:hentry|type-post)(?![\w-])")


@lru_cache(maxsize=4096)
def _zone_of_words(words: str) -> str | None:
    for word in re.split(r"[^a-z0-9]+", re.sub(r"([a-z])([A-Z])", r"\1 \2", words).lower()):
        if zone := _ZONE_BY_WORD.get(word):
            return zone
    return next((zone for zone, pattern in _ZONE_BY_PHRASE if pattern.search(words)), None)


@lru_cache(maxsize=4096)
def _zone_of_part(words: str) -> str | None:
    return None if _POST.search(words) else _zone_of_words(words)


def zone_of(element: Element) -> str | None:
    """The kind of part that an element says it is by tag, role, class or id; None for nothing in particular."""
    tag = element.tag
    if tag in _TAGS:
        # An article's own footer (HTML Standard, 4.3.8) holds its byline and tags, not the site's address.
        if tag == "footer" and (
            any(parent.tag in ("article", "section") for parent in element.iterancestors())
            or _OWN_FOOTER.search(str(element.get("class") or ""))
        ):
            return None
        return _TAGS[str(tag)]
    # A link's class tells how it opens ("modal"), not what it stands in.
    # The names of all attributes take as long as the value of one, and most elements have one or none.
    if tag in {"html", "body", "main", "article", "a"} or not (attributes := element.keys()):
        return None
    if "role" in attributes and (role := element.get("role")) in _ROLES:
        return _ROLES[str(role)]
    classes = element.get("class") or "" if "class" in attributes else ""
    words = (f"{classes} {element.get('id')}" if "id" in attributes else str(classes)).strip()
    zone = _zone_of_part(words) if words else None
    if zone == "notice" and _is_title_banner(element, words):
        return None
    if zone == "footer" and (_OWN_FOOTER.search(words) or _within_article(element)):
        return None
    return zone


def _is_title_banner(element: Element, words: str) -> bool:
    """Whether a "banner" is no advertisement but the strip across the page that bears its heading."""
    if _zone_of_words(_BANNER.sub(" ", words)) == "notice":
        return False
    return next(element.iter("h1", "h2"), None) is not None


def _within_article(element: Element) -> bool:
    return any(parent.tag == "article" for parent in element.iterancestors())


# A heading of a lower level is mostly a box's, also of one in the footer.
_LEAST_HEADING = 3
_FEWEST_SPACES = 2  # of an article's heading: "Detail Berita" says what kind of page it is


class Zones:
    """Which line lies in which zone, and which in a box that begins with a heading of its own (`boxed`)."""

    def __init__(self, layout: Layout) -> None:
        self.layout = layout
        self.boxed = _own_boxes(layout)
        self._passed_over: set[str] = set()  # zones that say nothing on this page
        self._read()
        self.pass_over_widgets()

    def _read(self) -> None:
        """Finds the zones of all lines."""
        self._innermost: dict[Element, tuple[Element, str] | None] = {}
        self._of_lines = [self._around(_start_of(line)) for line in self.layout.lines]
        self._present = {found[1] for found in self._of_lines if found is not None}

    def pass_over_widgets(self, site_names: Collection[str] = ()) -> None:
        """Takes no part for a side column, or for a list of other articles, that holds the page's heading and text.

        Page builders call each part of a page a widget. A heading that is a link, a box's or one of `site_names` is
        none of the article's.
        """
        for zone in ("side", "related"):
            if zone in self._passed_over or zone not in self._present:
                continue
            if self._holds_article(zone, site_names):
                self._passed_over.add(zone)
                self._read()

    def _holds_article(self, zone: str, site_names: Collection[str]) -> bool:
        """Whether headings and most prose of the page are in a zone, or its heading of the first level is."""
        prose: dict[str | None, int] = {zone: 0, None: 0}
        any_heading = False
        for line in self.layout.lines:
            if not (line.heading or line.is_prose):
                continue  # neither heading nor text, as most lines
            if zone == "side" and line.heading == 1 and self.of(line) == zone:
                return True
            is_heading = 0 < line.heading <= _LEAST_HEADING and not (
                line.text.count(" ") < _FEWEST_SPACES
                or line.is_linked
                or line.text in site_names
                or is_box_heading(line)
            )
            if not (is_heading or line.is_prose) or is_address(line) or (where := self.of(line)) not in prose:
                continue
            if not is_heading:
                prose[where] += len(line.text)
            elif where is None:
                return False
            any_heading |= is_heading
        return prose[zone] > prose[None] * (2 if any_heading else 5)

    def of_element(self, element: Element) -> str | None:
        zone = zone_of(element)
        return None if zone in self._passed_over and element.tag != "aside" else zone

    def of(self, line: Line, *, outside: tuple[Line, ...] = ()) -> str | None:
        """The innermost zone of a line, passing over zones that also hold one of the lines `outside`."""
        found = self._of_lines[line.index]
        while found is not None:
            element, zone = found
            if not outside or not self._holds_any(element, outside):
                return zone
            parent = element.getparent()
            found = self._around(parent) if parent is not None else None
        return None

    def _holds_any(self, element: Element, lines: Collection[Line]) -> bool:
        first, end = self.layout.ranges.get(element, (0, 0))
        return any(first <= line.index < end for line in lines)

    def _around(self, start: Element) -> tuple[Element, str] | None:
        """The innermost element with a zone at or above an element, and that zone; lines share most of the way up."""
        innermost = self._innermost
        passed: list[Element] = []
        found = None
        element: Element | None = start
        while element is not None:
            if element in innermost:
                found = innermost[element]
                break
            passed.append(element)
            if zone := self.of_element(element):
                found = (element, zone)
                break
            element = element.getparent()
        for element in passed:
            innermost[element] = found
        return found


def _start_of(line: Line) -> Element:
    """The element that holds the whole of a line, or its first word: the zones around it are the line's."""
    if not line.segments:
        return line.block
    start = _holder(line.segments[0])
    # A part of a line says nothing of the others: the link to the comments before author and date.
    if len(line.tokens) > 1 and (last := _holder(line.segments[-1])) is not start:
        return common_ancestor(start, last)
    return start


def _end_of_box(layout: Layout, element: Element, heading: Line) -> int:
    """Where a box ends within the element that begins with its heading.

    That is the element's end, unless a part of it without the heading has a greater heading of its own, or one like it
    over a text: then the element holds a column of boxes or the page, and the article is among its parts.
    """
    for part in element:
        first, end = layout.ranges.get(part, (0, 0))
        if first <= heading.index or end - first < 2:
            continue
        lines = layout.lines[first:end]
        headings = [line for line in lines if line.heading and not line.is_linked and not is_box_heading(line)]
        if not headings:
            continue
        text = sum(len(line.text) for line in lines if line.is_prose and not line.heading)
        if heading.heading >= min(line.heading for line in headings) or text >= _LONG_TEXT:
            return first
    return layout.ranges[element][1]


def _holder(segment: Segment) -> Element:
    """The element that a piece of text stands in: text behind an element stands in that element's parent."""
    element, is_tail, _ = segment
    parent = element.getparent() if is_tail else None
    return parent if parent is not None else element


_LONG_TEXT = 1000  # characters: three teasers of other articles have half of it


def _own_boxes(layout: Layout) -> dict[int, int]:
    """Lines of boxes that an unmistakable heading opens, each with the index of that heading.

    A box is the element that begins with the heading; where there is none, the links that follow it. Comments reach to
    the end of the element that holds their heading: they come last.
    """
    found: dict[int, int] = {}
    for line in layout.lines:
        if line.is_datum or (line.is_linked and not line.heading):
            continue  # a menu's "Berita Terbaru"
        if line.index in found or len(line.tokens[0].text) > 60 or not ALWAYS_BOX.fullmatch(bare_heading(line)):
            continue
        if heads_text(layout, line):
            continue
        found.update(dict.fromkeys(_own_box(layout, line), line.index))
    return found


def _own_box(layout: Layout, heading: Line) -> range:
    for element in ancestors(heading.block):
        first, end = layout.ranges.get(element, (0, 0))
        if end - heading.index > 1:
            if COMMENTS_HEADING.fullmatch(bare_heading(heading)):
                return range(heading.index, end)
            if first >= heading.index - 1:
                return range(heading.index, _end_of_box(layout, element, heading))
            # No element of its own: the links that follow.
            last = heading.index + 1
            while last < end and layout.lines[last].is_linked and not layout.lines[last].heading:
                last += 1
            return range(heading.index, last)
    return range(0)


def bare_heading(line: Line) -> str:
    """The words of a box's heading in lower case, without the signs that decorate it."""
    first = line.tokens[0]
    # A heading and the first link of its list may share a line: `<b>Berita Lainnya</b><a>...`.
    text = first.text if len(line.tokens) > 1 and first.href is None and line.tokens[1].href else line.text
    return text.strip(" :»›|-–—.#").lower()


def is_box_heading(line: Line) -> bool:
    """Whether the line reads and stands like the heading of a box: a few known words, alone in their line."""
    if len(line.tokens[0].text) > 60:
        return False
    if line.is_datum:
        return False
    text = bare_heading(line)
    if text[:1].isdigit() and not (line.heading or line.bold) and counts_comments(line):
        return False
    return len(text) <= 60 and BOX_HEADING.fullmatch(text) is not None


def counts_comments(line: Line) -> bool:
    """Whether a line that says how many comments there are is a byline's counter: in a list, or with an icon."""
    return line.block.tag in ("li", "td") or any(token.icon == "comments" for token in line.tokens)


def box_of(layout: Layout, heading: Line, outside: tuple[Line, ...]) -> range:
    """The lines of the box under a heading, the heading among them.

    The smallest element that holds more than the heading and none of the lines `outside` (title, text); where the
    page has no such element, all lines from the heading to the end of its surroundings, up to the next line `outside`.
    """
    holder: Element | None = None
    for element in ancestors(heading.block):
        if any(layout.holds(element, line) for line in outside):
            break
        holder = element
        _, end = layout.ranges.get(element, (0, 0))
        # A box's own wrapper: has something besides the heading; one more wrapper may hold other boxes too.
        if end - heading.index > 1:
            return range(heading.index, end)
    surrounding = holder.getparent() if holder is not None else heading.block
    end = layout.ranges.get(surrounding, (0, len(layout.lines)))[1] if surrounding is not None else heading.index + 1
    following = [_begin_of_part(layout, line, surrounding, heading) for line in outside if line.index > heading.index]
    return range(heading.index, min([end, *following]))


def _begin_of_part(layout: Layout, line: Line, surrounding: Element | None, heading: Line) -> int:
    """Where the part of `surrounding` begins that holds the line and not the heading: with a byline over the title."""
    for element in ancestors(line.block):
        if element.getparent() is surrounding:
            first, _ = layout.ranges.get(element, (line.index, 0))
            return first if first > heading.index else line.index
    return line.index
