"""What a contribution of a site consists of: its file of attributes, and a folder with a page and what it must give."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from blitar_scraper.addresses import host_of
from blitar_scraper.crawling.runner import shipped_spiders
from blitar_scraper.crawling.sites.fixture import Fixture
from blitar_scraper.items import Site
from blitar_scraper.spiders.findings import ArticleFound, Findings, Seen
from blitar_scraper.spiders.identity import site_id_of
from blitar_scraper.spiders.systems import base_of

SITES, FIXTURES = Path("blitar_scraper/spiders/sites"), Path("tests/sites")
_LINE = 110  # characters; the formatter breaks at 120


class SiteExists(Exception):
    """Something of the site is there already; the message is one line for the user."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a site's file and fixture go: in a checkout, or in a folder laid out like one."""

    root: Path
    site_id: str

    @property
    def site_file(self) -> Path:
        return self.root / SITES / f"{self.site_id.replace('-', '_').replace('.', '_')}.py"

    @property
    def fixture(self) -> Path:
        return self.root / FIXTURES / self.site_id

    def check(self) -> None:
        """Raises SiteExists where anything would be overwritten."""
        if self.site_id in shipped_spiders():
            raise SiteExists(f"{self.site_id} is shipped already")
        for path in (self.site_file, self.fixture):
            if path.exists():
                raise SiteExists(f"{path} is there already; remove it, or choose another --id")


def is_checkout(folder: Path) -> bool:
    """Whether the folder is this project's source."""
    return (folder / SITES).is_dir() and (folder / FIXTURES).is_dir()


def short_id(url: str) -> str:
    """The id of a site that is to be shipped: `blitarkota`, `kominfo-jatimprov`; outside go.id the host name."""
    host = urlsplit(f"//{host_of(url)}").hostname or ""
    name = re.sub(r"\.(?:go|desa)\.id$", "", host)
    return re.sub(r"[^a-z0-9]+", "-", name).strip("-") if name != host else site_id_of(url)


def write_site(place: Place, found: Findings) -> list[Path]:
    """Write a site's file and its fixture by what a probe found ("news"); the files. Raises SiteExists."""
    place.check()
    site = replace(found.site, id=place.site_id)
    article = _best(found)
    page = found.pages[article.url]
    listing = next((found.pages[url] for url in site.start_urls if url in found.pages), None)
    place.site_file.parent.mkdir(parents=True, exist_ok=True)
    place.fixture.mkdir(parents=True)
    place.site_file.write_text(source_of(site, page.seen_at.date().isoformat()), "utf-8")
    facts = _facts(page, listing)
    (place.fixture / "page.html").write_bytes(page.body)
    if listing is not None:
        (place.fixture / "listing.html").write_bytes(listing.body)
    (place.fixture / "fixture.json").write_text(json.dumps(facts, ensure_ascii=False, indent=1) + "\n", "utf-8")
    Fixture(site, place.fixture, facts).write_expected()
    return [place.site_file, *sorted(place.fixture.iterdir())]


def _best(found: Findings) -> ArticleFound:
    """The article to keep: the one of which the fewest things are uncertain."""
    read = [one for one in found.articles if one.article is not None]
    return min(read, key=lambda one: len(one.problems))


def _facts(page: Seen, listing: Seen | None) -> dict[str, Any]:
    facts: dict[str, Any] = {"url": page.url}
    if listing is not None:
        facts["listing_url"] = listing.url
    facts |= {
        "seen_at": page.seen_at.isoformat(timespec="seconds"),
        "origin": "captured",
        "source": "The pages as the site answered `blitar new-site`.",
        "reviewed": False,
    }
    if page.content_type and "utf-8" not in page.content_type.lower():
        facts["content_type"] = page.content_type
    return facts


def source_of(site: Site, day: str) -> str:
    """The Python file of a site: attributes only. What is not known is left out, for its author to fill in."""
    base = base_of(site.system)
    name = re.sub(r"[^A-Za-z0-9]", "", site.id.replace("-", " ").replace(".", " ").title())
    name = name if name[:1].isalpha() else f"Site{name}"
    return "\n".join(
        [
            f'"""{_plain(site.name)}. Written by `blitar new-site` on {day}; not reviewed yet."""',
            "",
            "from blitar_scraper.items import Site",
            f"from {base.__module__} import {base.__name__}",
            "",
            "",
            f"class {name}({base.__name__}):",
            f"    name = {_literal(site.id)}",
            "    site = Site(",
            *_arguments(site),
            "    )",
            "",
        ]
    )


def _arguments(site: Site) -> Iterator[str]:
    for name in ("id", "name", "level", "region_code", "province", "home_url", "timezone", "system"):
        if (value := getattr(site, name)) is not None:
            yield f"        {name}={_literal(value)},"
    if len(site.start_urls) == 1:
        yield f"        start_urls=({_literal(site.start_urls[0])},),"
    elif site.start_urls:
        yield "        start_urls=("
        yield from (f"            {_literal(url)}," for url in site.start_urls)
        yield "        ),"
    if site.settings:
        yield "        settings={"
        for name, value in site.settings.items():
            line = f"            {_literal(name)}: {_literal(value)},"
            if isinstance(value, list) and len(line) > _LINE:
                yield f"            {_literal(name)}: ["
                yield from (f"                {_literal(one)}," for one in value)
                yield "            ],"
            else:
                yield line
        yield "        },"


def _literal(value: object) -> str:
    """A text, a list of texts or a number as it stands in Python: here the same as in JSON."""
    return json.dumps(value, ensure_ascii=False)


def _plain(text: str) -> str:
    """A text that can stand in a docstring."""
    return re.sub(r'[\\"\s]+', " ", text).strip()
