"""Where the next page of a listing is.

A pager is a row of links whose addresses differ in one number: `?page=N`, `/page/N/`, `?start=40`, `/berita/index/21`.
The next page is the one with the smallest number beyond this page's, so that neither `»` to the last page nor the way
to the next article can be taken for it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import parse_qsl, urlsplit

from blitar_scraper.addresses import address_key, same_site
from blitar_scraper.extract.lines import Element, Layout, ancestors, inner_text
from blitar_scraper.extract.page import Page

_NEXT_TEXT = re.compile(
    r"""
    (?:(?:halaman|page|laman)\s+)?
    (?: selanjutnya | berikut(?:nya)? | lanjut | next | older(?:\s+(?:posts?|entries))?
      | (?:pos(?:-pos|tingan)?|berita|artikel|tulisan|entri)(?:\s+(?:yang\s+)?lebih)?\s+lama
      | lebih\ lama | load\ more
      | (?:muat|tampilkan|lihat)\ (?:lagi|lebih\ banyak) | maju | go\ to\ next\ page )
    (?:\s+(?:halaman|page|laman))? \s* [»›>→]{0,3}
    | [»›>→]{1,3}
    """,
    re.I | re.X,
)
_LAST_TEXT = re.compile(r"\b(?:last|akhir|terakhir)\b", re.I)
_PAGER = re.compile(r"pag(?:ination|ing|er|e-?numbers?|enavi)|halaman|nav-?links|page-nav", re.I)
_PARAMETERS = frozenset("page p hal halaman paged pg start offset per_page limitstart".split())
# The parameters that count pages; the others count entries.
_BY_ONE = frozenset("page p hal halaman paged pg".split())
_NUMBER_IN_PATH = re.compile(r"(.*?(?:/(page|halaman|hal|p)/|/|[-_](?:(page|hal|halaman)[-_])?))(\d{1,6})(/?|\.html?)$")
_DOUBLE_ARROWS = frozenset({"»", ">>", "»»", "››"})
_INDEX_STEP = re.compile(r"/(?:index|page|hal(?:aman)?|list|daftar|semua|p|offset|start)/\d+$", re.I)
# The last page's number has at most four digits: the largest archive known has 700 pages.
_LABEL = re.compile(r"\d{1,4}")


@dataclass(frozen=True, slots=True)
class _Numbered:
    """An address with the number taken out (`shape`), and whether the number counts pages by one."""

    shape: tuple[str, ...]
    number: int
    by_one: bool


@dataclass(frozen=True, slots=True)
class _Link:
    url: str
    numbered: _Numbered | None
    label: int | None  # the number that it shows
    is_next: bool
    in_pager: bool
    may_be_last: bool  # a double arrow leads to the next page on some sites, to the last on others


def next_page(page: Page, layout: Layout) -> str | None:
    """The next listing page's address, or None where this is the last or the page has none. Only on the same host."""
    links = list(_links(page, layout.root))
    here = numbered(page.url) if page.url else None
    pagers: dict[tuple[str, ...], list[_Link]] = {}
    for link in links:
        if link.numbered:
            pagers.setdefault(link.numbered.shape, []).append(link)
    # The row with the most numbers first: a listing may have an archive by year too.
    for pager in sorted(pagers.values(), key=len, reverse=True):
        if _is_pager(pager) and (url := _beyond(page, pager, here)):
            return url
    following = {
        link.url
        for link in links
        if link.is_next and link.numbered and not (link.numbered.by_one or link.may_be_last)
        if _goes_on(page.url, link.url)
    }
    if len(following) == 1 and here is None:
        return following.pop()
    others = {link.url for link in links if link.is_next and link.in_pager and link.numbered is None}
    return others.pop() if len(others) == 1 else None


def _goes_on(here: str | None, target: str) -> bool:
    """Whether an address is this listing's own with a number behind it: `/berita`, `/berita/index/10`."""
    path = urlsplit(here).path.rstrip("/") if here else ""
    steps = urlsplit(target).path.rstrip("/").removeprefix(path)
    # An article's address has its number in the same place: a step of words must come before it, or a parameter.
    return bool(path) and urlsplit(target).path.startswith(path) and (not steps or _INDEX_STEP.match(steps) is not None)


def page_count(page: Page, layout: Layout, next_url: str | None) -> int | None:
    """The highest page number that the pager shows, None where it shows none: an estimate, since pagers leave out."""
    target = numbered(next_url)
    if target is None:
        return None
    links = _links(page, layout.root)
    return max(
        (link.label for link in links if link.label and link.numbered and link.numbered.shape == target.shape),
        default=None,
    )


def pager_line(page: Page, layout: Layout) -> int | None:
    """The index of the first line with numbered or "next" links to numbered addresses, where the page has a pager."""
    for line in layout.lines:
        for href, tokens in line.links:
            words = [token.text.strip(" .:[]()") for token in tokens]
            target = numbered(page.address(href)) if len(words) == 1 else None
            if target and (_LABEL.fullmatch(words[0]) or (_NEXT_TEXT.fullmatch(words[0]) and target.by_one)):
                return line.index
    return None


def numbered(url: str | None) -> _Numbered | None:
    """The page number (or offset) that an address names, and the address without it; None where there is none."""
    if not url:
        return None
    parts = urlsplit(url)
    query = parse_qsl(parts.query, keep_blank_values=True)
    path = parts.path.rstrip("/")
    for name, value in query:
        if name.lower() in _PARAMETERS and _whole(value):
            rest = sorted(f"{key}={text}" for key, text in query if key != name)
            return _Numbered((parts.netloc, path, name, *rest), int(value), name.lower() in _BY_ONE)
    match = _NUMBER_IN_PATH.fullmatch(parts.path) if len(parts.path) < 500 else None
    if not match:
        return None
    shape = (parts.netloc, match[1], match[5].strip("/"), *sorted(f"{key}={text}" for key, text in query))
    return _Numbered(shape, int(match[4]), bool(match[2] or match[3]))


def paging_form(url: str | None) -> str | None:
    """How a listing's pages are addressed, for a person: `?page=N`, `/page/N/`; None for an address without number."""
    found = numbered(url)
    if found is None or url is None:
        return None
    parts = urlsplit(url)
    _, before, after = found.shape[:3]
    for name, value in parse_qsl(parts.query, keep_blank_values=True):
        if name == after and value == str(found.number):
            return f"?{name}=N"
    return f"{before}N" + parts.path[len(before) + len(str(found.number)) :]


def _whole(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) <= 6


def _links(page: Page, root: Element) -> Iterator[_Link]:
    for element in root.iter("a", "link"):
        href = str(element.get("href") or "")
        if not href or href.startswith("#"):
            continue
        relation = "next" in str(element.get("rel") or "").lower().split()
        if element.tag == "link" and not relation:
            continue
        text = inner_text(element).strip(" .:[]()") if element.tag == "a" else ""
        is_number = bool(_LABEL.fullmatch(text))
        is_next = relation or _says_next(element, text)
        if not (is_number or is_next) or _disabled(element):
            continue
        url = page.address(href)
        if url is None or (page.url and (address_key(url) == address_key(page.url) or not same_site(url, page.url))):
            continue
        label = int(text) if is_number else None
        yield _Link(url, numbered(url), label, is_next, _in_pager(element), text in _DOUBLE_ARROWS)


def _says_next(element: Element, text: str) -> bool:
    words = [text, str(element.get("aria-label") or ""), str(element.get("title") or "")]
    words = [word for word in words if word and len(word) <= 40]
    if any(_LAST_TEXT.search(word) for word in words):
        return False
    return any(_NEXT_TEXT.fullmatch(word.strip(" .:")) for word in words)


def _disabled(element: Element) -> bool:
    return any("disabled" in str(parent.get("class") or "") for parent in list(ancestors(element))[:2])


def _in_pager(element: Element) -> bool:
    if element.tag == "link":
        return True
    near = list(ancestors(element))[:5]
    return any(_PAGER.search(f"{parent.get('class') or ''} {parent.get('id') or ''}") for parent in near)


def _is_pager(links: list[_Link]) -> bool:
    """Whether links that differ in one number are a pager: they show the numbers, count by one, or stand in one."""
    if any(link.numbered and link.numbered.by_one for link in links):
        return True
    if any(link.in_pager for link in links):
        return True
    # Offsets without any word of paging: at least two printed numbers whose order is that of the addresses'.
    # Or one that the page both numbers and calls the next: `2` and `Next` to `/berita-2.html`.
    if any(link.label == link.numbered.number for link in links if link.numbered) and any(
        link.is_next for link in links
    ):
        return True
    labels = sorted({(link.label, link.numbered.number) for link in links if link.label and link.numbered})
    numbers = [number for _, number in labels]
    return len(labels) >= 2 and numbers == sorted(set(numbers))


def _beyond(page: Page, pager: list[_Link], here: _Numbered | None) -> str | None:
    """The address of the page after this one; None where none of the pager's is."""
    pages = {link.numbered.number: link.url for link in pager if link.numbered}
    by_label = {link.label: link.url for link in pager if link.label is not None}
    shape = next(link.numbered.shape for link in pager if link.numbered)
    by_one = any(link.numbered.by_one for link in pager if link.numbered)
    if here is not None and here.shape == shape:
        after = min((number for number in pages if number > here.number), default=None)
        if after is None or (by_one and after > here.number + 1):
            return None
        return pages[after]
    nexts = {link.numbered.number: link.url for link in pager if link.is_next and link.numbered}
    if page.url is not None:
        # The address names no page: this is the first.
        if 2 in by_label:
            return by_label[2]
        after = min(nexts, default=None)
        return nexts[after] if after is not None and (not by_one or after <= 2) else None
    # No address known: this page's number is the one that the pager leaves out.
    this = next((label for label in range(1, len(by_label) + 2) if label not in by_label), None)
    if by_label and this is not None:
        return by_label.get(this + 1)
    return nexts[min(nexts)] if nexts else None
