"""Who a site is, as far as its address and its home page say it: a site without a file of its own."""

from __future__ import annotations

import re
from urllib.parse import urljoin, urlsplit

from blitar_scraper.addresses import clean_url, host_of
from blitar_scraper.extract import Page
from blitar_scraper.extract.structured import read_structured
from blitar_scraper.extract.title import title_parts
from blitar_scraper.items import Site
from blitar_scraper.regions import level_of_host, region_of_host

# What a title says beside the office's name.
_GENERIC = re.compile(
    r"(?:beranda|home|homepage|halaman utama|(?:situs|website|web|portal|laman) ?(?:web )?resmi|selamat datang"
    r"|berita|news)"
    r"(?:[ ,!]+(?:di|pada|to|the))?",
    re.I,
)
_WELCOME = re.compile(
    r"^(?:selamat datang(?: (?:di|pada))?|welcome to)?\s*"
    r"(?:(?:situs|website|web|portal|laman)(?: web)? resmi|official (?:web)?site(?: of)?)?\s*",
    re.I,
)
# The longest name of an office seen has 90 characters; what is longer is a sentence.
_LONGEST_NAME = 120


def site_id_of(url: str) -> str:
    """The id of a site that has none of its own: its host name, port included: `x.go.id`, `127.0.0.1-8000`."""
    return re.sub(r"[^a-z0-9.-]+", "-", host_of(url).lower()).strip("-.") or "site"


def identify(url: str, page: Page | None = None) -> Site:
    """The site that an address belongs to. Level, region, province and time zone only where the host's name is certain.

    `page` is its home page: it tells the name of whom the host does not name. `url` is an absolute http address.
    """
    address = clean_url(url) or url
    host = urlsplit(address).hostname or ""
    region, level = region_of_host(host), level_of_host(host)
    name = region.name if region and level == region.level else page and _name_on(page)
    return Site(
        id=site_id_of(address),
        name=name or host_of(address),
        home_url=urljoin(address, "/"),
        timezone=region.timezone if region else None,
        level=level,
        region_code=region.code if region else None,
        province=region.province if region else None,
    )


def _name_on(page: Page) -> str | None:
    """The office's name as the page's head has it; None where it says none, or two."""
    if page.root is None:
        return None
    structured = read_structured(page.root)
    if len(structured.site_names) == 1:
        names = list(structured.site_names)
    else:
        names = title_parts(structured.html_title)
        names = names[1:] or names
    names = [short for name in names if not _GENERIC.fullmatch(name) and (short := _WELCOME.sub("", name).strip())]
    # "Beranda | Dinas Kominfo | Kota Blitar": the most specific says most.
    return max((name for name in names if len(name) <= _LONGEST_NAME), key=len, default=None)
