"""Which line is the article's own heading.

Every line that could be one is scored by its witnesses: the address's slug, <title>, OpenGraph, JSON-LD, the
listing entry; by how it stands (heading level, not a link to another page); and by what follows (byline, text).
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from math import ceil
from urllib.parse import unquote, urlsplit

from blitar_scraper.addresses import address_key
from blitar_scraper.extract.byline_words import SECTION_WORDS
from blitar_scraper.extract.furniture import CAPTION_LABEL, is_furniture
from blitar_scraper.extract.lines import Layout, Line, words_of
from blitar_scraper.extract.page import Page
from blitar_scraper.extract.structured import Structured
from blitar_scraper.extract.zones import BOX_HEADING, Zones, is_box_heading
from blitar_scraper.items import LONGEST_TITLE, Site, Witness

_NO_WORD = re.compile(r"[^\w\s]+")
_ASCII_SIGNS = bytes(code for code in range(128) if _NO_WORD.match(chr(code)))
# Words of a site's own name: a heading of nothing else is the site's, not an article's.
_SITE_WORDS = frozenset(
    "website web situs portal laman resmi official pemerintah pemkot pemkab pemprov pemda kota kabupaten kab"
    " provinsi prov"
    " kecamatan kelurahan desa dinas badan selamat datang di of the government home beranda sistem informasi"
    " berita media center"
    " republik indonesia go id www".split()
)
_GENERIC = re.compile(
    r"(?:detail|detil|isi|baca|halaman|daftar|semua|kumpulan|list|arsip|single|lihat)?\s*"
    r"(?:berita|artikel|news|post|pengumuman|informasi|kegiatan|agenda|publikasi|galeri)?\s*"
    r"(?:detail|detil|terbaru|terkini|kota|kabupaten|daerah|lengkap|utama|populer)?|beranda|home|menu|search|pencarian",
    re.I,
)
_ELLIPSIS = ("..", "…")
_SHORTEST_WORD = 4  # characters of a title of one word
_LEAST_CUT = 12  # characters of a title that is cut short: fewer may begin many a title
_LEAST_OF_SLUG = 0.75  # the share of an address's words that a title has
_TITLE_CLASS = re.compile(r"title|judul|headline|heading", re.I)


_MOST_WORDS = 60
_SEGMENT = re.compile(r"[\w-]+")
_NUMBER = re.compile(r"\d{2,}")  # of an article, in addresses
# What speaks for the earlier of two prints of a title.
REPEATED = 1.5
# What speaks against a line that links to another page, and must outweigh a heading's level.
_LINKED_AWAY = 4.0
OF_OTHERS = frozenset({"footer", "related", "comments", "notice", "side", "neighbours"})
# What speaks against a line in a menu or box: more than any heading, less than address, metadata and listing together.
_IN_MENU, _IN_BOX = 8.0, 6.0


@dataclass(slots=True)
class TitleCandidate:
    """A line that may be the title, how much speaks for it, and who says so."""

    line: Line
    score: float
    witnesses: list[str] = field(default_factory=list)


@lru_cache(maxsize=1024)
def norm(text: str) -> str:
    """The words of a text, lower case, without punctuation: what two prints of one title have in common."""
    return words_of(text)


def same_title(one: str, other: str) -> bool:
    """Whether two prints are of one title: equal, or one cut short with an ellipsis."""
    a, b = norm(one), norm(other)
    if a == b:
        return bool(a)
    return _cuts_short(one, a, b) or _cuts_short(other, b, a)


def _cuts_short(raw: str, words: str, whole: str) -> bool:
    """Whether a title ends in an ellipsis and is the beginning of another; both by their words, long enough to tell."""
    return len(words) >= _LEAST_CUT and whole.startswith(words) and raw.rstrip().endswith(_ELLIPSIS)


def is_title_again(text: str, title: str) -> bool:
    """Whether a line repeats the title, in quotes or not."""
    return bool(norm(text)) and norm(text) == norm(title)


def may_be_whole_title(word: str) -> bool:
    """Whether a single word may be an article's title (`Rakor`), being no name of a section or kind of page."""
    if len(word) < _SHORTEST_WORD or not word.isalpha() or _GENERIC.fullmatch(word):
        return False
    return SECTION_WORDS.fullmatch(word) is None and BOX_HEADING.fullmatch(word.lower()) is None


def slug_words(url: str | None) -> list[str]:
    """The words of the address's most speaking path segment, without id numbers and extension."""
    if not url:
        return []
    segments = [unquote(segment) for segment in urlsplit(url).path.split("/") if segment]
    best: list[str] = []
    if len(segments) > 1 and may_be_whole_title(word := re.sub(r"\.\w{2,5}$", "", segments[-1])):
        best = [word.lower()]
    for segment in segments[-3:]:
        segment = re.sub(r"\.\w{2,5}$", "", segment)
        words = [word for word in norm(segment.replace("_", " ")).split() if not re.fullmatch(r"\d{5,}", word)]
        if len(words) >= 2 and len(words) >= len(best):
            best = words
    return best


def slug_match(line: Line, slug: Sequence[str]) -> float:
    """How much of a slug (which may be cut short) a line covers, 0 to 1."""
    words = line.words.split()
    if len(slug) < 2:
        return float(words == slug and bool(words))
    # A slug's words in a line of three times as many are a paragraph's.
    if len(words) > max(len(slug) * 3, 8):
        return 0.0
    title = set(words)
    if title.issuperset(slug):
        return 1.0
    lowered = line.text.lower()
    if lowered != line.words:
        # Slugs drop apostrophes and other marks within words; compare without them too.
        title.update(_without_signs(lowered).split())
    return 0.0 if title.isdisjoint(slug) else len([word for word in slug if word in title]) / len(slug)


def _without_signs(text: str) -> str:
    if text.isascii():  # as most texts: this takes a third of the time
        return text.encode().translate(None, _ASCII_SIGNS).decode()
    return _NO_WORD.sub("", text)


def site_name_like(text: str, site: Site, structured: Structured) -> bool:
    """Whether a text is nothing but the site's name."""
    words = set(norm(text).split())
    if not words:
        return True
    return words <= _words_of_site((site.name, site.province or "", *structured.site_names))


@lru_cache(maxsize=64)
def _words_of_site(names: tuple[str, ...]) -> frozenset[str]:
    """The words that a site's name may be made of; a site names itself alike on all its pages."""
    return _SITE_WORDS.union(*(norm(name).split() for name in names if len(name) <= 80))


def title_parts(html_title: str | None) -> list[str]:
    """What <title> may hold beside the site's name: the whole, and its parts between separators."""
    if not html_title:
        return []
    parts = re.split(r"\s+[|\-–—»«·•:]+\s+|\s*[|»«]\s*", html_title)
    return [part for part in [html_title, *parts] if part.strip()]


def own_title(raw: str, site: Site, structured: Structured) -> str | None:
    """A title of metadata without the site's name before or behind it; None where nothing else is there."""
    if site_name_like(raw, site, structured):
        return None
    pieces = re.split(r"(\s+[|\-–—»«·•:]+\s+|\s*[|»«]\s*)", raw)
    while len(pieces) > 1 and site_name_like(pieces[-1], site, structured):
        pieces = pieces[:-2]
    while len(pieces) > 1 and site_name_like(pieces[0], site, structured):
        pieces = pieces[2:]
    return "".join(pieces).strip() or None


class _Claims:
    """The titles that one kind of witness gives, and what its word is worth."""

    def __init__(self, witness: str, worth: float, titles: Sequence[str]) -> None:
        self.witness, self.worth, self.titles = witness, worth, titles
        self.words = frozenset(words for title in titles if (words := norm(title)))
        self.any_cut = any(title.rstrip().endswith(_ELLIPSIS) for title in titles)

    def name(self, line: Line) -> bool:
        """Whether a line is one of them."""
        if line.words in self.words:
            return True
        # Only where one of the two is cut short can they differ and be one.
        if self.any_cut or line.text.endswith(_ELLIPSIS):
            return any(same_title(line.text, title) for title in self.titles)
        return False


@dataclass(slots=True)
class _Known:
    """What the address, metadata and listings say of the title, before any line is looked at."""

    page: Page
    slug: list[str]
    claims: list[_Claims]
    unlinked: set[str]  # the words of all unlinked lines, where the page's address is not known
    named: frozenset[str] = frozenset()  # the words of all claims
    any_cut: bool = False  # whether any claim ends in an ellipsis
    shortest: int = 0  # characters: no line that is shorter can be what one of them names
    wordiest: int = 0  # words: nor one with more

    def __post_init__(self) -> None:
        self.named = frozenset().union(*(claims.words for claims in self.claims))
        self.any_cut = any(claims.any_cut for claims in self.claims)
        slug = [" ".join(sorted(self.slug, key=len)[: ceil(len(self.slug) * _LEAST_OF_SLUG)])] if self.slug else []
        cut = [_LEAST_CUT] if self.any_cut else []
        self.shortest = min([*map(len, self.named), *map(len, slug), *cut], default=LONGEST_TITLE)
        # Signs that stand apart count like words here.
        self.wordiest = 3 * max([*(len(words.split()) for words in self.named), len(self.slug), 8])


def score_titles(
    page: Page,
    site: Site,
    layout: Layout,
    zones: Zones,
    structured: Structured,
    witnesses: Sequence[Witness],
    by_place: Mapping[int, float],
) -> list[TitleCandidate]:
    """All lines that could be the title, best first. Scores compare only within one page.

    `by_place` is what standing over a byline or text is worth to lines, by their indexes (`title_place`).
    """
    machine = [part for claim in structured.of("title") for part in title_parts(claim.raw)]
    html_title = title_parts(structured.html_title)
    known = _Known(
        page=page,
        slug=slug_words(page.url),
        claims=[
            _Claims("listing", 6.0, [witness.title for witness in witnesses if witness.title]),
            _Claims("metadata", 4.0, [part for part in machine if not site_name_like(part, site, structured)]),
            _Claims("html-title", 4.0, [part for part in html_title if not site_name_like(part, site, structured)]),
        ],
        unlinked=_unlinked(layout) if page.url is None else set(),
    )
    found: list[TitleCandidate] = []
    for line in layout.lines:
        if line.is_datum or not 4 <= len(line.text) <= LONGEST_TITLE or line.text.count(" ") >= _MOST_WORDS:
            continue
        candidate = _judge(line, known, by_place.get(line.index))
        if candidate is None or len(line.words) < 3:
            continue
        # "Pengumuman" is a box's heading, a site's, or, where address or listing say so, an article's.
        is_of_site = site_name_like(line.text, site, structured) or _GENERIC.fullmatch(line.text) is not None
        if (is_of_site or is_box_heading(line)) and not ({"slug", "listing"} & set(candidate.witnesses)):
            continue
        zone = zones.of(line)
        if zone == "menu":
            candidate.score -= _IN_MENU
        elif zone in OF_OTHERS or (zone is None and line.index in zones.boxed):
            if not set(candidate.witnesses) - {"place"}:
                continue  # another article's heading, over that article's byline
            candidate.score -= _IN_BOX
        found.append(candidate)
    _weigh_paths(found)
    _weigh_repeats(layout, found)
    found.sort(key=lambda candidate: (-candidate.score, candidate.line.index))
    return found


def _unlinked(layout: Layout) -> set[str]:
    return {line.words for line in layout.lines if not line.linked and len(line.text) <= LONGEST_TITLE}


def _repeats_heading(layout: Layout, one: Line, other: Line) -> bool:
    between = layout.lines[one.index + 1 : other.index]
    return one.heading == other.heading and not any(line.is_prose and not line.heading for line in between)


def _weigh_paths(found: list[TitleCandidate]) -> None:
    """A heading of links and of another heading's words behind them is the path to the page."""
    for candidate in found:
        line = candidate.line
        if not (line.href and line.tokens[0].href and len(line.tokens) > 1):
            continue
        words = norm(line.text)
        if any(words.endswith(" " + norm(other.line.text)) for other in found if other.line.heading):
            candidate.score -= _LINKED_AWAY


def _weigh_repeats(layout: Layout, found: list[TitleCandidate]) -> None:
    """A title printed again stands mostly within the text."""
    by_words: dict[str, list[TitleCandidate]] = {}
    for candidate in found:
        by_words.setdefault(candidate.line.words, []).append(candidate)
    for repeats in by_words.values():
        seen: list[TitleCandidate] = []
        for candidate in repeats:
            # A heading of the same level again, with no text between: a copy for small screens, or a banner's. The one
            # next to the text is the article's.
            if seen and candidate.line.heading and _repeats_heading(layout, seen[-1].line, candidate.line):
                seen[-1].score -= REPEATED
            # A repetition that is far more of a title (a heading after a breadcrumb) is none.
            elif any(other.score >= candidate.score - 2 for other in seen):
                candidate.score -= REPEATED
            seen.append(candidate)


def _may_head(line: Line, known: _Known, stands_out: bool) -> bool:
    """Whether a line over a byline can be the title by that alone: words (one is enough where it `stands_out`), no
    links elsewhere, no caption or share bar."""
    if (
        (" " not in line.text and not (stands_out and may_be_whole_title(line.text)))
        or line.text[0] == "<"
        or line.text[-1] in ".:,;>"
    ):
        return False
    if _LABEL_AND_NUMBER.search(line.text):
        return False
    if line.is_linked and (len(line.links) > 1 or _links_away(line, known)):
        return False
    return not (is_furniture(line) or CAPTION_LABEL.match(line.text))


_LABEL_AND_NUMBER = re.compile(r":\s*[\d.,]+$")  # "Total pengunjung: 876.043"


def _judge(line: Line, known: _Known, place: float | None) -> TitleCandidate | None:
    """What speaks for a line; None for one that nothing sets off from others.

    `place` is what standing over a byline or text is worth to it, None where it does not.
    """
    said = _said_by_witnesses(line, known) if _may_be_named(line, known) else {}
    called_title = _speaks_of_title(str(classes)) if (classes := line.block.get("class")) else False
    if place is not None and _may_head(line, known, bool(called_title or line.bold)):
        said["place"] = place
    if not (line.heading or line.bold or called_title or said):
        return None
    score = sum(said.values())
    # A heading of level 1 or 2 is mostly the title, one of level 5 or 6 mostly a box's.
    score += (0, 3, 2.5, 2, 1.5, 1, 0.5)[line.heading]
    if called_title:
        score += 1.5
    if not line.heading and line.bold:
        score += 0.5
    if line.is_linked and _links_away(line, known):
        if not (said.keys() - {"place"} or _may_be_same(line, known)):
            return None  # another article's heading
        score -= _LINKED_AWAY
    if len(line.text.split()) < 3:
        score -= 1
    if len(line.text) > 250 or (line.text.endswith(".") and len(line.text) > 120):
        score -= 4  # a paragraph
    return TitleCandidate(line, score, list(said))


@lru_cache(maxsize=1024)
def _speaks_of_title(classes: str) -> bool:
    return _TITLE_CLASS.search(classes) is not None


def _may_be_named(line: Line, known: _Known) -> bool:
    """Whether a line has about the length of what witnesses name: menus are shorter, paragraphs longer."""
    length = len(line.text)
    if length < known.shortest and not (length >= _LEAST_CUT and line.text.endswith(_ELLIPSIS)):
        return False
    return line.text.count(" ") < known.wordiest


def _said_by_witnesses(line: Line, known: _Known) -> dict[str, float]:
    """Which witnesses name the line as the title, and what the word of each is worth."""
    said: dict[str, float] = {}
    if known.slug and (match := slug_match(line, known.slug)) >= _LEAST_OF_SLUG:
        said["slug"] = 6 * match
    # One line in forty is named: asking all claims together first takes a third of the time.
    if line.words in known.named or known.any_cut or line.text.endswith(_ELLIPSIS):
        said |= {claims.witness: claims.worth for claims in known.claims if claims.name(line)}
    return said


def _links_away(line: Line, known: _Known) -> bool:
    """Whether the line links to another page than its own.

    Where the page's address is not known, a link whose words the page also prints unlinked is taken for its own.
    """
    if known.page.url is None:
        return line.words not in known.unlinked
    target = known.page.address(line.href)
    return target is not None and address_key(target) != address_key(known.page.url)


def _may_be_same(line: Line, known: _Known) -> bool:
    """Whether the line links to an address that may be another of the page's own: with its number, or more words."""
    urls = (known.page.url, known.page.address(line.href))
    here, there = (_SEGMENT.findall(urlsplit(url or "").path + " " + urlsplit(url or "").query) for url in urls)
    if not here:
        return False
    return there[: len(here)] == here or any(_NUMBER.fullmatch(segment) for segment in set(here) & set(there))
