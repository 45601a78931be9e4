"""What others' captures of a site are: articles, listings, absences, or nothing that can be told for certain."""

from __future__ import annotations

import dataclasses
import re
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from urllib.parse import urlsplit, urlunsplit

from blitar_scraper.addresses import address_key, clean_url, is_home, may_name_one_article, same_site, shape_of, tails
from blitar_scraper.archive import Archive, imports
from blitar_scraper.archive.content import folded
from blitar_scraper.archive.imports import Imported
from blitar_scraper.archive.values import to_json
from blitar_scraper.archive.warc import UnreadableRecord, WarcWriter
from blitar_scraper.crawling.offline.rereading import Rereader, Task
from blitar_scraper.extract.site_pages import site_pages
from blitar_scraper.items import Article, ArticleSeen, Listing, PageGone, Role, Sighting, Site, Witness
from blitar_scraper.spiders.reading import Received, read_source, refused

# A page that names fewer articles is an article with its neighbours (measured on six systems: every listing's page
# names three at least).
FEWEST_ENTRIES = 3
# Titles of other articles in a text: one may be a link within it, two are teasers.
_IN_TEXT = 2
# Words of a slug, from which on an address without folders may be an article's.
_SLUG = 3
_WORDS = re.compile(r"[^\W_]+")
# A listing says of an article what it was on that day.
_NEAR = timedelta(days=1)
_LISTING_KINDS = ("listing", "feed", "sitemap")
_GONE = (404, 410)


@dataclass(frozen=True, slots=True)
class _Said:
    """A listing's entry: in which record, when, and the address as it has it."""

    record_id: str
    at: datetime
    url: str


class ForeignPages:
    """Reads the captures of a site that others made and that no sighting tells of yet."""

    def __init__(self, archive: Archive, site: Site) -> None:
        self.archive, self.site = archive, site
        self.rereader = Rereader(archive.warc_folder, site)
        self.starts = {address_key(url) for url in site.start_urls}
        self.told: dict[str, str] = {}  # titles by the keys of articles' addresses, as far as the reading has come
        self.shapes = imports.article_shapes(archive.db, site.id)
        self.said: dict[str, list[_Said]] = {}

    def close(self) -> None:
        """Close the files."""
        self.rereader.close()

    def read(self, run_id: int) -> Iterator[Sighting | None]:
        """What each is, in order of time; None for one that is only kept."""
        for one in self._with_listings_ahead():
            yield self._read(one, run_id)

    def with_account(self, sighting: Sighting, writer: WarcWriter) -> Sighting:
        """The sighting with its account, which is written down beside the capture. Raises ArchiveError."""
        return dataclasses.replace(sighting, account=self.archive.account(sighting, writer))

    # Listings as witnesses

    def _with_listings_ahead(self) -> Iterator[Imported]:
        """The captures; at each, `said` holds what the listings within a day of it name."""
        ahead: deque[tuple[Imported, list[str]]] = deque()
        behind: deque[tuple[Imported, list[str]]] = deque()
        for one in imports.untold(self.archive.db, self.site.id):
            while ahead and _moment(ahead[0][0]) < _moment(one) - _NEAR:
                yield self._next(ahead, behind)
            ahead.append((one, self._note_listing(one)))
        while ahead:
            yield self._next(ahead, behind)

    def _next(self, ahead: deque[tuple[Imported, list[str]]], behind: deque[tuple[Imported, list[str]]]) -> Imported:
        one, keys = ahead.popleft()
        while behind and _moment(behind[0][0]) < _moment(one) - _NEAR:
            gone, old_keys = behind.popleft()
            for key in old_keys:
                rest = [said for said in self.said.get(key, ()) if said.record_id != gone.record_id]
                if rest:
                    self.said[key] = rest
                else:
                    self.said.pop(key, None)
        if keys:
            behind.append((one, keys))
        return one

    def _note_listing(self, one: Imported) -> list[str]:
        """Remember what a listing names; the keys of the addresses."""
        if one.http_status != 200 or not self._is_listing(one.url):
            return []
        try:
            received = self.rereader.received(self._task(one, "listing"))
        except UnreadableRecord:
            return []
        keys = []
        for entry in self._entries(received).entries:
            keys.append(address_key(entry.url))
            self.said.setdefault(keys[-1], []).append(_Said(one.record_id, _moment(one), entry.url))
        return keys

    def _is_listing(self, url: str) -> bool:
        key = address_key(url)
        if key in self.starts or is_home(url, self.site.home_url):
            return True
        known = self.archive.known([url]).get(url)
        return known is not None and known.article_id is None and known.kind in _LISTING_KINDS

    def _entries(self, received: Received) -> Listing:
        """The listing that a page is; one without entries where it names too few of the site, or is no page of it."""
        if refused(received, self.site) is not None:
            return Listing(())
        listing = read_source(received, "listing", self.site, received.fetch.seen_at)
        own = [entry for entry in listing.entries if same_site(entry.url, self.site.home_url)]
        return listing if len(own) >= FEWEST_ENTRIES else Listing(())

    def _witnesses(self, one: Imported) -> list[list[str]]:
        """The word of the listing that was captured nearest in time."""
        found = self.said.get(address_key(one.url), ())
        nearest = min(found, key=lambda said: (abs(said.at - _moment(one)), said.record_id), default=None)
        return [] if nearest is None else [[nearest.record_id, "listing", nearest.url]]

    # One capture

    def _read(self, one: Imported, run_id: int) -> Sighting | None:
        try:
            return self._sighting(one)
        except UnreadableRecord:
            return None

    def _sighting(self, one: Imported) -> Sighting | None:
        key = address_key(one.url)
        was_article = key in self.told or imports.knows_article(self.archive.db, key, one.at)
        if one.http_status in _GONE:
            return self.rereader.sighting(self._task(one, "article")) if was_article else None
        if one.http_status != 200 or self._is_cut(one):
            return None
        if self._is_listing(one.url):
            return self._listing(one)
        known = self.archive.known([one.url]).get(one.url)
        is_article = was_article or (known is not None and known.article_id is not None)
        sighting = self.rereader.sighting(self._task(one, "article", strict=not is_article))
        if isinstance(sighting, PageGone):
            return sighting if was_article else None
        if not isinstance(sighting, ArticleSeen) or sighting.reading.article is None:
            return None
        article = sighting.reading.article
        if not article.title or not article.body or self._is_second_way(one.url, folded(article.title)):
            return None
        if not is_article and self._lists(one, article):
            return None
        self.told[key] = folded(article.title)
        self.shapes.add(shape_of(one.url))
        return sighting

    def _is_second_way(self, url: str, title: str) -> bool:
        """Whether it is a further address of an article that was seen at its own: its print view, a section's folder.

        A crawl, which does not ask for these, does not take them for a place that the article has moved to either.
        """
        parts = urlsplit(clean_url(url) or url)
        shorter = [parts._replace(query=""), parts._replace(path=parts.path.rstrip("/").rpartition("/")[0], query="")]
        ways = [*(urlunsplit(one) for one in shorter if one != parts), *tails(url)]
        if any(self.told.get(address_key(way)) == title for way in ways):
            return True
        return any(title in titles for titles in self.archive.titles(ways).values())

    def _lists(self, one: Imported, article: Article) -> bool:
        """Whether the page is a listing that nobody has named so far, and what was read on it one of its teasers.

        An article's page may name others, too, in boxes beside its text. Its address then looks like theirs, or like
        those of the articles known so far, and what they are called is no part of its text.
        """
        received = self.rereader.received(self._task(one, "article"))
        listing = read_source(received, "listing", self.site, received.fetch.seen_at)
        others = [
            entry
            for entry in listing.entries
            if same_site(entry.url, self.site.home_url) and address_key(entry.url) != address_key(one.url)
        ]
        if any(_is_byline_of(entry, article) and not may_name_one_article(entry.url, one.url) for entry in others):
            return True  # a section's or a tag's page with a single article
        if len(others) < FEWEST_ENTRIES:
            return False
        titles = [folded(entry.title) for entry in others if entry.title]
        body = folded(article.body or "")
        if folded(article.title or "") in titles or sum(title in body for title in titles) >= _IN_TEXT:
            return True
        shape = shape_of(one.url)
        if len(shape) == 1 and len(_WORDS.findall(urlsplit(one.url).path)) < _SLUG:
            return True  # `/berita/` looks like `/pembukaan-pasar-rakyat/`
        return shape not in self.shapes and shape not in {shape_of(entry.url) for entry in others}

    def _listing(self, one: Imported) -> Sighting | None:
        received = self.rereader.received(self._task(one, "listing"))
        listing = self._entries(received)
        if not listing.entries:
            return None
        beside = site_pages(received.page, self.site, listing)
        left_out = [entry.url for entry in listing.entries if address_key(entry.url) in beside]
        return self.rereader.sighting(self._task(one, "listing", left_out=list(dict.fromkeys(left_out))))

    def _is_cut(self, one: Imported) -> bool:
        """Whether whoever captured it did not take all of it (WARC-Truncated, which revisits of wget's have, too)."""
        places = [at for at in self.archive.places([one.record_id]).values() if at.record_type == "response"]
        records = [self.rereader.files.read(at.warc_file, at.warc_offset, at.warc_length) for at in places]
        return any("warc-truncated" in record.fields for record in records)

    def _task(self, one: Imported, role: Role, *, strict: bool = False, left_out: list[str] | None = None) -> Task:
        """The capture with an account, as a crawl would have written it. `strict`: nobody has said that it is news."""
        url = clean_url(one.url) or one.url
        account: dict[str, object] = {
            "site": self.site.id,
            "at": one.at,
            "url": url,
            "kind": "article" if role == "article" else "listing",
            "record": one.record_id,
            "requested_url": url,
            "http_status": one.http_status,
            "redirects": [],
            "role": role,
        }
        records = {one.record_id}
        if role == "article" and (witnesses := self._witnesses(one)):
            account["witnesses"] = witnesses
            records |= {record for record, _, _ in witnesses}
        elif strict:
            account["only_in_sitemap"] = True
        if left_out:
            account["left_out"] = left_out
        return Task(one.id, one.at, None, to_json(account), self.archive.places(records))


def _is_byline_of(entry: Witness, article: Article) -> bool:
    """Whether the date and the count read on a page are those of another article that it names."""
    same = entry.views is not None and (entry.published_at, entry.views) == (article.published_at, article.views)
    return same and folded(entry.title or "") != folded(article.title or "")


def _moment(one: Imported) -> datetime:
    return datetime.fromisoformat(one.at)
