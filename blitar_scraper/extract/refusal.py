"""Pages that are no answer of the site: challenges, maintenance, suspended hosting, default pages, login walls.

Servers send them with any status, 200 too. What they have in common is what they lack: hardly any text, hardly a link
into the site. Only on such a bare page do words and markup count, so that an article about maintenance or about
Cloudflare is an article.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from blitar_scraper.addresses import same_site
from blitar_scraper.extract.lines import Element, inner_text, is_prose, read_layout
from blitar_scraper.extract.page import Page
from blitar_scraper.extract.refusal_signs import HEADERS, MARKUP, MARKUP_OF_STUBS, MISSING, TITLES, WORDS

# Characters of visible text, and links into the site. The wordiest block page (Cloudflare's) has 1,000 and 3; an
# article page has a menu of six links or more, or more prose than the second number.
_BARE_TEXT, _BARE_PROSE, _BARE_LINKS = 1_500, 500, 5
_FORM_TEXT = 600  # a login form, its labels, the office's name and address
_STUB_TEXT = 120  # "Please wait..."
_MARKUP_READ = 100_000  # a challenge's scripts have 5-30 kB

_OTHER_FORMAT = re.compile(
    r"\s*(?:[\[{]|(?:<\?xml[^>]*>\s*)?<(?:\?xml-stylesheet|rss|feed|rdf:rdf|urlset|sitemapindex)\b)", re.I
)
_OF_PROGRAMS = re.compile(r"^\s*error code: 1\d{3}\s*$|access denied by imunify360|bot-protection")


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why it is no answer. `problem`: challenge, maintenance, suspended, parked, login; `detail` is for a person."""

    problem: str
    detail: str


def refusal(page: Page, status: int, headers: Mapping[str, str] | None = None) -> Refusal | None:
    """Why the page is no answer of the site, or None where it is one.

    `status` is that of the answer, `headers` its headers (names in any case). A page that is merely missing (404)
    or broken (500) is no refusal. Raises nothing.
    """
    lowered = {name.lower(): value for name, value in (headers or {}).items()}
    for name, value, who in HEADERS:
        if name in lowered and value.search(lowered[name].lower()):
            return Refusal("challenge", f"{who}: the header {name} says {lowered[name][:80]!r}")
    if page.root is None or _OTHER_FORMAT.match(page.text[:1000]):
        return _of_short_text(page)
    return next(_signs(_Face(page, page.root), status, page.url or ""), None)


def _signs(face: _Face, status: int, url: str) -> Iterator[Refusal]:
    for sign in TITLES:
        if sign.pattern.fullmatch(face.title) and re.search(sign.text, face.text):
            yield Refusal(sign.problem, f"{sign.who}: the title is {face.title[:80]!r}")
    if not face.is_bare:
        return
    for sign in (*MARKUP, *(MARKUP_OF_STUBS if len(face.text) <= _STUB_TEXT else ())):
        if match := sign.pattern.search(face.markup):
            yield Refusal(sign.problem, f"{sign.who}: {match[0][:60]!r} on a page with hardly any text")
    if status in (404, 410):
        return
    if "/cgi-sys/suspendedpage.cgi" in url:
        yield Refusal("suspended", "the address is that of cPanel's page for suspended accounts")
    if "/cgi-sys/defaultwebpage.cgi" in url or "/cgi-sys/defaultwebpage.cgi" in face.markup:
        yield Refusal("parked", "the page is cPanel's default page")
    if not face.has_prose and not MISSING.search(face.text):
        for sign in WORDS:
            if match := sign.pattern.search(face.title) or sign.pattern.search(face.text):
                yield Refusal(sign.problem, f"{sign.who}: the page says {match[0][:80]!r} and hardly anything else")
    if face.has_password and len(face.text) <= _FORM_TEXT:
        yield Refusal("login", "a form that asks for a password, and hardly anything else")


class _Face:
    """What a page shows, in lower case, and how much of it."""

    def __init__(self, page: Page, root: Element) -> None:
        layout = read_layout(root)
        title = root.find(".//title")
        self.title = inner_text(title).lower() if title is not None else ""
        self.text = " ".join(line.text for line in layout.lines).lower()
        self.markup = page.text[:_MARKUP_READ].lower()
        self.has_password = any(str(field.get("type")).lower() == "password" for field in root.iter("input"))
        self.has_prose = sum(len(line.text) for line in layout.lines if is_prose(line)) > _BARE_PROSE
        self.is_bare = len(self.text) <= _BARE_TEXT and len(_own_links(page)) <= _BARE_LINKS


def _own_links(page: Page) -> set[str]:
    here = page.url or page.base_url
    urls = {page.address(href) for href in page.links}
    return {url for url in urls if url and (here is None or same_site(url, here))}


def _of_short_text(page: Page) -> Refusal | None:
    """Answers that are no page: a line of text, or the JSON that a firewall gives to programs."""
    if len(page.body) > _FORM_TEXT:
        return None
    text = page.body.decode("utf-8", "replace").strip().lower()
    if match := _OF_PROGRAMS.search(text):
        return Refusal("challenge", f"a firewall: the answer is {match[0]!r}")
    if text[:1] in ("", "{", "[", "<"):
        return None
    found = ((sign, sign.pattern.search(text)) for sign in WORDS)
    return next(
        (Refusal(sign.problem, f"{sign.who}: the answer is {match[0]!r}") for sign, match in found if match), None
    )
