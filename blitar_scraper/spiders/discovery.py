"""The sources of one run: which there are, in which order they are read, and what they said of articles to fetch.

The order, best first: WordPress' REST collection (it names every post and its total), feeds, listing pages; a sitemap
where those may not name everything. Each completes the others; none is needed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from urllib.parse import urljoin, urlsplit

from blitar_scraper.addresses import address_key, same_site, shape_of, tails
from blitar_scraper.extract import Page
from blitar_scraper.extract.site_pages import site_pages
from blitar_scraper.extract.sources import find_sources
from blitar_scraper.items import Circumstances, Listing, Role, Site, Witness
from blitar_scraper.spiders.chains import Chain, SourceKind
from blitar_scraper.spiders.frontier import Frontier

# What an unknown site's menu calls news: its first three are tried. More are sections of the same news.
_MOST_LISTINGS = 3
# A site has one feed of news, sometimes a second in another format.
_MOST_FEEDS = 2
# Folders at one place of an address, from which on they are names of sections: each article has one of them.
_SECTIONS = 3
_ORDER: Mapping[SourceKind, int] = {"rest": 0, "feed": 1, "listing": 2, "sitemap": 3}
_WELL_ENDED = ("end", "settled", "twin", "covered", "part", "missing")
_PAGED_TO_THE_END = ("end", "twin", "covered", "part", "missing")


class Discovery:
    """State of one run; knows addresses and records, makes no requests.

    A site's settings name its sources ("rest", "feeds", "sitemaps"; its listings are `start_urls`). Where they name
    none, the first page read tells; `offers` says where its publishing system has them, when a page does not.
    """

    def __init__(self, site: Site, frontier: Frontier, offers: Mapping[str, Sequence[str]] | None = None) -> None:
        self.site, self.frontier, self.offers = site, frontier, offers or {}
        self.chains: list[Chain] = []
        self.said: dict[str, list[Witness]] = {}
        self.named_sitemaps: list[str] = []
        self.shapes: set[tuple[str, ...]] = set()
        self.beside: frozenset[str] | None = None  # address keys of pages that are no news, once a page has told them
        self.wants_sources = not any(name in site.settings for name in ("rest", "feeds", "sitemaps"))
        self._wants_sitemaps = True
        for url in site.start_urls or (site.home_url,):
            self._add("listing", url)
        if rest := site.settings.get("rest"):
            self._add("rest", str(rest))
        for url in _texts(site.settings.get("feeds")):
            self._add("feed", url)

    def first(self) -> Chain:
        """The chain to begin with: a listing page, which tells the other sources and what is no news; REST knows."""
        if self.wants_sources or not self.site.settings.get("rest"):
            return next(chain for chain in self.chains if chain.kind == "listing")
        following = self.following()
        assert following is not None
        return following

    def look_at(self, page: Page, headers: Mapping[str, str], listing: Listing) -> None:
        """Note what a site's page (as a listing: `listing`) says of the whole site; of the first page, once.

        The sources that it names are guessed: what they give is still to be seen.
        """
        if self.beside is None:
            self.beside = site_pages(page, self.site, listing)
        if not self.wants_sources:
            return
        self.wants_sources = False
        found = find_sources(page, headers)
        self.named_sitemaps.extend(found.sitemaps)
        for url in [found.rest] if found.rest else self._offered("rest"):
            self._add("rest", url, guessed=True)
        for url in found.feeds[:_MOST_FEEDS] or self._offered("feeds"):
            self._add("feed", url, guessed=True)
        if not self.site.start_urls:
            for url in found.listings[:_MOST_LISTINGS]:
                self._add("listing", url, guessed=not self.frontier.is_listing(url))

    def following(self) -> Chain | None:
        """The next chain to go on with; None where all have ended. To be asked when nothing is being fetched."""
        for chain in self.chains:
            if chain.ended is None and chain.asked and not (chain.following or chain.waiting):
                chain.ended = "cut"  # its last answer was lost to an error of the program: never ask for ever
        if self._rest_names_all():
            self._do_without_feeds()
        going_on = self._going_on()
        if going_on is None and self._wants_sitemaps:
            self._wants_sitemaps = False
            if self._needs_sitemaps():
                self._add_sitemaps()
                return self._going_on()
        return going_on

    def _going_on(self) -> Chain | None:
        going_on = [chain for chain in self.chains if chain.ended is None]
        if self._rest_names_all():
            going_on.sort(key=lambda chain: chain.kind == "feed")  # the listings tell whether it is needed
        return next(iter(going_on), None)

    def _do_without_feeds(self) -> None:
        """REST names all that a feed does.

        But for a post that was scheduled: WordPress dates its last change to when it was written, so what has changed
        of late does not name it. Where no listing shows it either, the feed does.
        """
        listings = [chain for chain in self.chains if chain.kind == "listing"]
        is_listed = any(chain.entries for chain in listings)
        if self.frontier.reads_all or is_listed:
            for chain in self.chains:
                if chain.kind == "feed" and chain.ended is None:
                    chain.ended = "covered"

    # What the sources say

    def told_of(self, listing: Listing, role: Role) -> Circumstances:
        """What the run knows of a listing's entries: those beside the news (the menu's pages, events) are left out.

        An entry that leads to a known article in a second way is given the article's own address.
        """
        own = self.frontier.own_addresses(listing.entries)
        left_out = tuple(dict.fromkeys(entry.url for entry in listing.entries if self.is_beside(entry.url)))
        return Circumstances(role, left_out=left_out, renamed=tuple(own.items()))

    def is_beside(self, url: str) -> bool:
        """Whether the address is one of a page that stands beside the news."""
        beside = self.beside or frozenset()
        return bool(beside) and any(address_key(way) in beside for way in (url, *tails(url)))

    def is_source(self, url: str) -> bool:
        """Whether the address is one of the sources': a listing is no article, whatever links to it."""
        return any(address_key(chain.start) == address_key(url) for chain in self.chains)

    def remember(self, entries: Iterable[Witness]) -> None:
        """Keep what a source says of articles that will be fetched when the listings have had their say."""
        for entry in entries:
            self.said.setdefault(address_key(entry.url), []).append(entry)

    def witnesses(self, entry: Witness) -> tuple[Witness, ...]:
        """All that is said of an article that is fetched now, the listing's word first."""
        others = self.said.pop(address_key(entry.url), [])
        return (entry, *(other for other in others if other.source != entry.source))

    def left(self) -> Iterator[tuple[Witness, ...]]:
        """What was said of each article that no listing has named; each is given once, in the order of the sources."""
        while self.said:
            witnesses = tuple(self.said.pop(next(iter(self.said))))
            if not self.is_source(witnesses[0].url):
                yield witnesses

    def learn(self, entries: Sequence[Witness]) -> None:
        """Note what addresses of this site's articles look like."""
        self.shapes.update(shape_of(entry.url) for entry in entries)

    def may_be_article(self, url: str) -> bool:
        """Whether an address that only a sitemap names looks like those of the site's articles.

        Where no article is known yet, every address may be one: what is fetched will tell.
        """
        return may_be_article(url, self.site, self.shapes)

    # How far it came

    @property
    def complete(self) -> bool:
        """Whether every source was read as far as it had to be."""
        return self._rest_names_all() or self._all_ended(_WELL_ENDED)

    @property
    def read_to_the_end(self) -> bool:
        """Whether every listing was paged to its last page, or a source that names everything was."""
        return self._all_ended(_PAGED_TO_THE_END)

    def _all_ended(self, ways: Sequence[str]) -> bool:
        """The listings decide; where none of them names an article, the other sources.

        A page that failed may have more to say; a sitemap is read only where it may name what no listing does.
        """
        listings = [chain for chain in self.chains if chain.kind == "listing"]
        if any(chain.ended == "cut" for chain in self.chains if chain.kind in ("listing", "sitemap")):
            return False
        if any(chain.entries for chain in listings):
            return all(chain.ended in ways for chain in listings)
        named = [chain for chain in self.chains if chain.entries]
        return bool(named) and all(chain.ended in ways for chain in named)

    def _rest_names_all(self) -> bool:
        """Whether a source that names every article of the site, or every change, was read to its end.

        That there are no posts at all is not believed: the news may be of another type.
        """
        enough = 0 if self.frontier.changed_since else 1
        return any(chain.kind == "rest" and chain.ended == "end" and chain.entries >= enough for chain in self.chains)

    def _needs_sitemaps(self) -> bool:
        """Whether no source may have named an article: in an update, where none reaches back to known ones."""
        if self._rest_names_all():
            return False
        return self.frontier.reads_all or not any(chain.joined or chain.ended == "settled" for chain in self.chains)

    def _add_sitemaps(self) -> None:
        known = _texts(self.site.settings.get("sitemaps"))
        for url in known or self.named_sitemaps or self._offered("sitemaps"):
            if same_site(url, self.site.home_url):
                self._add("sitemap", url, guessed=not known and url not in self.named_sitemaps)
        if not any(chain.kind == "sitemap" for chain in self.chains) and any(chain.pages for chain in self.chains):
            parts = urlsplit(self.site.home_url)
            self._add("sitemap", f"{parts.scheme}://{parts.netloc}/sitemap.xml", guessed=True)

    def _offered(self, name: str) -> list[str]:
        """Where the publishing system has it. Asked for only where everything is read: a guess costs a request."""
        if not self.frontier.reads_all:
            return []
        return [urljoin(self.site.home_url, path) for path in self.offers.get(name, ())]

    def _add(self, kind: SourceKind, url: str, *, guessed: bool = False) -> None:
        if all(address_key(chain.start) != address_key(url) for chain in self.chains):
            self.chains.append(Chain(url, kind, guessed))
            self.chains.sort(key=lambda chain: _ORDER[chain.kind])


def may_be_article(url: str, site: Site, shapes: Set[tuple[str, ...]]) -> bool:
    """Whether an address of the site has one of the shapes of its articles' (any, where none is known yet)."""
    if not same_site(url, site.home_url) or address_key(url) == address_key(site.home_url):
        return False
    if not shapes:
        return True
    shape = shape_of(url)
    return shape in shapes or any(_alike(shape, folders) for folders in _sections(shapes))


def _sections(shapes: Set[tuple[str, ...]]) -> Iterator[tuple[str | None, ...]]:
    """Shapes whose first folder is a section's name (None): in it the addresses of three articles differ."""
    folders: dict[tuple[str, ...], set[str]] = {}
    for shape in shapes:
        if len(shape) > 1:
            folders.setdefault(shape[1:], set()).add(shape[0])
    for rest, names in folders.items():
        if len(names) >= _SECTIONS:
            yield (None, *rest)


def _texts(value: object) -> list[str]:
    """A setting that is a list of texts, or one text."""
    if isinstance(value, str):
        return [value]
    return [text for text in value if isinstance(text, str)] if isinstance(value, list | tuple) else []


def _alike(shape: tuple[str, ...], pattern: tuple[str | None, ...]) -> bool:
    return len(shape) == len(pattern) and all(want in (None, got) for got, want in zip(shape, pattern, strict=True))
