"""Where the next page of a listing is: rel=next, a link that says so, or the number after this page's."""

from __future__ import annotations

import re
from urllib.parse import parse_qsl, urlsplit

from blitar_scraper.addresses import address_key, same_site
from blitar_scraper.extract.lines import Element, Layout, ancestors, fold
from blitar_scraper.extract.page import Page

_NEXT_TEXT = re.compile(
    r"(?:(?:halaman|page|laman)\s+)?(?:selanjutnya|berikut(?:nya)?|lanjut|next|older(?:\s+posts?)?|(?:pos|berita|artikel)\s+lama|lebih lama"
    r"|load more|muat lagi|maju)(?:\s+(?:halaman|page|laman))?\s*[»›>→]*|[»›>→]+",
    re.I,
)
_PAGER = re.compile(r"pag(?:ination|ing|er|e-?numbers?)|halaman|nav-?links|wp-pagenavi|page-nav", re.I)
_LAST_NAMES = re.compile(r"last|akhir|terakhir", re.I)
_PAGE_PARAMETERS = ("page", "p", "hal", "halaman", "paged", "start", "offset", "per_page", "limitstart")


def next_page(page: Page, layout: Layout) -> str | None:
    """The next listing page's address, or None where this is the last or the page has none.

    Only addresses on the same host count. `»` counts only where it leads one page on, since it may lead to the last.
    """
    root = layout.root
    for element in root.iter("link", "a"):
        if "next" in str(element.get("rel") or "").lower().split():
            url = _usable(page, element)
            if url:
                return url
    links = [element for element in root.iter("a") if element.get("href")]
    number = page_number(page.url)
    for element in links:
        if _is_next(element) and not _disabled(element):
            url = _usable(page, element)
            if url and not _goes_elsewhere(element, page.url, url):
                return url
    return _numbered(page, links, number)


def _usable(page: Page, element: Element) -> str | None:
    href = str(element.get("href") or "")
    url = page.address(href) if not href.startswith("#") else None
    if url is None or (page.url and (address_key(url) == address_key(page.url) or not same_site(url, page.url))):
        return None
    return url


def _is_next(element: Element) -> bool:
    words = [fold("".join(element.itertext())), str(element.get("aria-label") or ""), str(element.get("title") or "")]
    words = [word for word in words if word]
    if any(_LAST_NAMES.search(word) for word in words):
        return False
    return any(_NEXT_TEXT.fullmatch(word.strip(" .:")) for word in words)


def _disabled(element: Element) -> bool:
    return any("disabled" in str(parent.get("class") or "") for parent in list(ancestors(element))[:2])


def _goes_elsewhere(element: Element, here: str | None, url: str) -> bool:
    """Whether "next" leads to the next article (a link within other content) or far beyond the next page."""
    mine, other = page_number(here) or 1, page_number(url)
    in_pager = any(_PAGER.search(f"{p.get('class') or ''} {p.get('id') or ''}") for p in list(ancestors(element))[:5])
    if other is None:
        return not in_pager
    # Offsets step by the page's size, numbers by one; » to page 40 from page 1 is the last page.
    return not in_pager and other <= mine or (other > mine + 1 and _is_counted_by_one(url))


def _is_counted_by_one(url: str) -> bool:
    names = {name.lower() for name, _ in parse_qsl(urlsplit(url).query)}
    return bool(names & {"page", "p", "hal", "halaman", "paged"}) or "/page/" in urlsplit(url).path


def page_number(url: str | None) -> int | None:
    """The page number (or offset) that an address names: `?page=3`, `/page/3/`, `/berita/index/20`; None without one."""
    if not url:
        return None
    parts = urlsplit(url)
    for name, value in parse_qsl(parts.query):
        if name.lower() in _PAGE_PARAMETERS and value.isdigit():
            return int(value)
    match = re.search(r"/(?:page|halaman|hal|index|p)/(\d{1,6})(?:/|\.html?)?$", parts.path) or re.search(
        r"/(\d{1,6})/?$", parts.path
    )
    return int(match[1]) if match else None


def _numbered(page: Page, links: list[Element], number: int | None) -> str | None:
    """The link with the number after this page's, in a row of such links."""
    numbers: dict[int, str] = {}
    for element in links:
        text = fold("".join(element.itertext()))
        if text.isdigit() and len(text) <= 4 and (url := _usable(page, element)) and page_number(url) is not None:
            numbers.setdefault(int(text), url)
    if not numbers:
        return None
    if number is None:
        return numbers.get(2)
    current = number if page.url and _is_counted_by_one(page.url) else _current(numbers, number)
    return numbers.get(current + 1) if current is not None else None


def _current(numbers: dict[int, str], offset: int) -> int | None:
    """With offsets: the printed number of the page whose offset is the last before or at this page's."""
    after = sorted(label for label, url in numbers.items() if (page_number(url) or 0) > offset)
    return after[0] - 1 if after else None
