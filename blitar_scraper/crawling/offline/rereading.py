"""Reads captures again, offline: from an account and the bytes to the same kind of sighting that a crawl makes."""

from __future__ import annotations

import dataclasses
import logging
from collections import OrderedDict
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from blitar_scraper.addresses import address_key, clean_url, tails
from blitar_scraper.archive.captures import Place
from blitar_scraper.archive.sightings import Account, circumstances_of, fetch_of, read_account
from blitar_scraper.archive.warc import UnreadableRecord, WarcFiles
from blitar_scraper.archive.warc.reader import unpacked
from blitar_scraper.archive.warc.records import Headers, header_of
from blitar_scraper.extract import Page
from blitar_scraper.items import Listing, ListingSeen, PageFailed, Role, Sighting, Site, Witness
from blitar_scraper.pipelines.validate import ValidatePipeline
from blitar_scraper.spiders.offers import in_parts
from blitar_scraper.spiders.reading import Received, applied, no_article_at, read_article, read_source

# Listings whose reading is kept for the articles that they name: those of a page follow each other closely.
_LISTINGS_KEPT = 20


@dataclass(frozen=True, slots=True)
class Task:
    """A sighting to make again: its row's id, its run, its account, and where the records are that it names."""

    id: int
    at: str
    run_id: int | None
    account: str
    places: Mapping[str, Place]


class Rereader:
    """Reads one site's captures again with today's extraction and what is known of the site today."""

    def __init__(self, folder: Path, site: Site) -> None:
        self.site = site
        self.files = WarcFiles(folder)
        self._listings: OrderedDict[str, Mapping[str, Witness]] = OrderedDict()

    def close(self) -> None:
        """Close the files."""
        self.files.close()

    def received(self, task: Task) -> Received:
        """The answer that the account is about. Raises UnreadableRecord where its record is not there."""
        account = read_account(task.account)
        return self._received(account.record or "", account, task)

    def sighting(self, task: Task) -> Sighting:
        """What the crawl would have made of it today. Raises UnreadableRecord where a record is not there.

        A fault of the extraction becomes a PageFailed (`reader-error`), as in a crawl.
        """
        account = read_account(task.account)
        ids = {record: place.id for record, place in task.places.items()}
        told = circumstances_of(account, ids)
        if told.failed is not None or account.record is None:
            return self._failed(account, ids, *(told.failed or ("no-answer", None)))
        received = self._received(account.record, account, task)
        try:
            if told.role != "article":
                listing = applied(
                    read_source(received, told.role, self.site, received.fetch.seen_at, told.shapes), told
                )
                part = next(islice(in_parts(listing), told.part, None), Listing(()))
                return ListingSeen(self.site, received.fetch, part, account.kind, told)
            if (nothing := no_article_at(received, self.site, told)) is not None:
                return nothing
            parts = [self._received(record, account, task).page for record in account.parts]
            witnesses = [
                witness
                for record, source, url in account.witnesses
                if (witness := self._witness(record, source, url, task)) is not None
            ]
            return ValidatePipeline().process_item(read_article(received, self.site, told, parts, witnesses))
        except UnreadableRecord:
            raise
        except Exception as error:
            logging.getLogger(__name__).exception("reading %s again failed", account.url)
            return self._failed(account, ids, "reader-error", f"{type(error).__name__}: {error}"[:200])

    def _failed(self, account: Account, ids: Mapping[str, int], problem: str, detail: str | None) -> PageFailed:
        fetch = fetch_of(account, ids)
        return PageFailed(
            self.site,
            account.requested_url,
            account.kind,
            fetch.seen_at,
            problem,
            detail,
            account.http_status,
            fetch=fetch if account.record else None,
            circumstances=account.circumstances,
        )

    def _received(self, record_id: str, account: Account, task: Task) -> Received:
        """The answer that stands in a record; for the account's own with how it was got."""
        place = task.places.get(record_id)
        if place is None:
            raise UnreadableRecord(f"{record_id}: no such capture")
        record = self.files.read(place.warc_file, place.warc_offset, place.warc_length)
        payload = record.payload
        if place.record_type == "revisit":
            original = task.places.get(place.refers_to or "")
            if original is None:
                raise UnreadableRecord(f"{record_id}: the record that it refers to is not there")
            payload = self.files.read(original.warc_file, original.warc_offset, original.warc_length).payload
        url = account.url if record_id == account.record else clean_url(place.url) or place.url
        page = Page(unpacked(record, payload), url, header_of(record.headers, b"content-type"))
        fetch = dataclasses.replace(
            fetch_of(account, {account.record or "": place.id}),
            etag=header_of(record.headers, b"etag"),
            last_modified=header_of(record.headers, b"last-modified"),
            capture_id=place.id,
        )
        return Received(fetch, page, _joined(record.headers))

    def _witness(self, record_id: str, source: str, url: str, task: Task) -> Witness | None:
        """What the listing, feed or REST page in that record says of an article."""
        said = self._listings.get(record_id)
        if said is None:
            said = self._said(record_id, source, task)
            self._listings[record_id] = said
            while len(self._listings) > _LISTINGS_KEPT:
                self._listings.popitem(last=False)
        self._listings.move_to_end(record_id)
        witness = said.get(address_key(url))
        return None if witness is None else dataclasses.replace(witness, url=url)

    def _said(self, record_id: str, source: str, task: Task) -> Mapping[str, Witness]:
        place = task.places.get(record_id)
        if place is None:
            raise UnreadableRecord(f"{record_id}: no such capture")
        account = dataclasses.replace(
            read_account(task.account), record=record_id, url=clean_url(place.url) or place.url, at=place.fetched_at
        )
        received = self._received(record_id, account, task)
        listing = read_source(received, _role(source), self.site, received.fetch.seen_at)
        said: dict[str, Witness] = {}
        for entry in listing.entries:
            said.setdefault(address_key(entry.url), entry)
        for entry in listing.entries:  # one that named the article in a second way (`Circumstances.renamed`)
            for way in tails(entry.url):
                said.setdefault(address_key(way), entry)
        return said


def _role(source: str) -> Role:
    roles: dict[str, Role] = {"listing": "listing", "feed": "feed", "rest": "rest", "sitemap": "sitemap"}
    return roles[source]


def _joined(headers: Headers) -> dict[str, str]:
    """The headers as the crawl's own records have them: repeated ones as one, parts separated by commas."""
    found: dict[str, str] = {}
    for name, value in headers:
        key, text = name.decode("latin-1").title(), value.decode("utf-8", "replace")
        found[key] = f"{found[key]},{text}" if key in found else text
    return found
