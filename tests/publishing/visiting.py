"""A visitor of an archive that Datasette serves with our plugin, without a network; and what a page is made of."""

from __future__ import annotations

import asyncio
import json
from collections import Counter
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

from datasette.app import Datasette

from blitar_scraper.archive import Archive
from blitar_scraper.publishing.metadata import metadata, settings

BASE = "https://arsip.example.org"
# Elements without content: they have no end.
_VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())


@dataclass(frozen=True)
class Answer:
    """What a visitor got."""

    status: int
    text: str
    headers: dict[str, str]

    @property
    def page(self) -> Page:
        return Page.of(self.text)

    @property
    def json(self) -> Any:
        return json.loads(self.text)


class Visitor:
    """Asks for addresses of a served archive. The event loop is kept: Datasette's threads belong to it."""

    def __init__(self, archive: Path, *, language: str = "en") -> None:
        with Archive(archive, readonly=True) as opened:
            described = metadata(opened.db, database=archive.stem, language=language, base_url=BASE)
        self.loop = asyncio.new_event_loop()
        self.datasette = Datasette([str(archive)], metadata=described, settings=settings(release=False))
        self.loop.run_until_complete(self.datasette.invoke_startup())

    def get(self, address: str, headers: dict[str, str] | None = None) -> Answer:
        response = self.loop.run_until_complete(self.datasette.client.get(address, headers=headers))
        return Answer(response.status_code, response.text, dict(response.headers))

    def close(self) -> None:
        for database in self.datasette.databases.values():
            database.close()
        if self.datasette.executor is not None:
            self.datasette.executor.shutdown()
        self.loop.close()


@dataclass
class Element:
    """An element with its attributes, and the text in it and in what is in it."""

    name: str
    attributes: dict[str, str]
    text: str = ""

    @property
    def folded(self) -> str:
        return " ".join(self.text.split())


@dataclass
class Page:
    """The elements of a page in the order of their beginnings."""

    elements: list[Element] = field(default_factory=list)

    @classmethod
    def of(cls, text: str) -> Page:
        reader = _Reader()
        reader.feed(text)
        reader.close()
        return cls(reader.elements)

    def all(self, name: str, /, **attributes: str) -> list[Element]:
        """The elements of that name with these attributes (`class_` has the word among others)."""
        wanted = {key.rstrip("_").replace("_", "-"): value for key, value in attributes.items()}
        return [
            element
            for element in self.elements
            if element.name == name
            and all(
                value in element.attributes.get(key, "").split()
                if key == "class"
                else element.attributes.get(key) == value
                for key, value in wanted.items()
            )
        ]

    def one(self, name: str, /, **attributes: str) -> Element:
        (found,) = self.all(name, **attributes)
        return found

    @property
    def text(self) -> str:
        """What a reader sees, white space folded."""
        return self.one("body").folded

    @property
    def links(self) -> list[str]:
        """All that leads, or loads, from somewhere."""
        names = ("href", "src", "action", "formaction", "data", "xlink:href", "srcset", "poster")
        return [element.attributes[name] for element in self.elements for name in names if name in element.attributes]

    @property
    def skeleton(self) -> set[tuple[str, frozenset[str]]]:
        """Which elements with which attributes there are: all that a page is made of but its text."""
        return {(element.name, frozenset(element.attributes)) for element in self.elements}

    @property
    def counts(self) -> Counter[str]:
        return Counter(element.name for element in self.elements)


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[Element] = []
        self._open: list[Element] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, {name: value or "" for name, value in attrs})
        self.elements.append(element)
        if tag not in _VOID:
            self._open.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append(Element(tag, {name: value or "" for name, value in attrs}))

    def handle_endtag(self, tag: str) -> None:
        if tag in ("td", "th", "dt", "dd", "p", "li", "summary"):  # what a browser sets apart
            self.handle_data(" ")
        for place in range(len(self._open) - 1, -1, -1):
            if self._open[place].name == tag:
                del self._open[place:]
                return

    def handle_data(self, data: str) -> None:
        for element in self._open:
            element.text += data
