"""Pages that are no answer of the site: challenges, maintenance, suspended hosting, default pages, login walls.

Servers send them with any status, 200 too. What they have in common is what they lack: hardly any text, hardly a link
into the site. Only on such a bare page do words and markup count, so that an article about maintenance or about
Cloudflare is an article.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

from blitar_scraper.addresses import same_site
from blitar_scraper.extract.lines import Element, inner_text
from blitar_scraper.extract.page import Page
from blitar_scraper.extract.refusal_signs import HEADERS, MARKUP, MARKUP_OF_STUBS, MISSING, TITLES, WORDS
from blitar_scraper.extract.walk import read_layout

# Characters of visible text, and links into the site. The wordiest block page (Cloudflare's) has 1,000 and 3; an
# article page has a menu of six links or more, or more prose than the second number.
_BARE_TEXT, _BARE_PROSE, _BARE_LINKS = 1_500, 500, 5
# Where systems send whoever may not see a page; the whole menu may stand around the form (Plone).
_LOGIN_ADDRESS = re.compile(r"/(?:log-?in|sign-?in|wp-login|require_login|masuk|siteman)(?:\.\w+)?/?$", re.I)
_FORM_TEXT = 600  # a login form, its labels, the office's name and address
_STUB_TEXT = 120  # "Please wait..."
_MARKUP_READ = 100_000  # a challenge's scripts have 5-30 kB

_CPANEL = (("/cgi-sys/suspendedpage.cgi", "suspended"), ("/cgi-sys/defaultwebpage.cgi", "parked"))
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
    return next(_signs(page, page.root, status), None)


def _signs(page: Page, root: Element, status: int) -> Iterator[Refusal]:
    element = root.find(".//title")
    title = inner_text(element).lower() if element is not None else ""
    markup = page.text[:_MARKUP_READ].lower()
    for sign in TITLES:
        if sign.pattern.fullmatch(title) and re.search(sign.text, markup):
            yield Refusal(sign.problem, f"{sign.who}: the title is {title[:80]!r}")
    asks_password = any(str(field.get("type")).lower() == "password" for field in root.iter("input"))
    if asks_password and _LOGIN_ADDRESS.search(urlsplit(page.url or "").path):
        yield Refusal("login", "a form that asks for a password, at an address that says so")
    if _leads_into_its_site(page):
        return
    layout = read_layout(root)
    text = " ".join(line.text for line in layout.lines).lower()
    if len(text) > _BARE_TEXT:
        return
    for sign in (*MARKUP, *(MARKUP_OF_STUBS if len(text) <= _STUB_TEXT else ())):
        if match := sign.pattern.search(markup):
            yield Refusal(sign.problem, f"{sign.who}: {match[0][:60]!r} on a page with hardly any text")
    if status in (404, 410):
        return
    for address, problem in _CPANEL:
        if address in (page.url or "") or address in markup:
            yield Refusal(problem, f"cPanel's own page, {address}")
    if sum(len(line.text) for line in layout.lines if line.is_prose) <= _BARE_PROSE and not MISSING.search(text):
        for sign in WORDS:
            if match := sign.pattern.search(title) or sign.pattern.search(text):
                yield Refusal(sign.problem, f"{sign.who}: the page says {match[0][:80]!r} and hardly anything else")
    if len(text) <= _FORM_TEXT and asks_password:
        yield Refusal("login", "a form that asks for a password, and hardly anything else")


def _leads_into_its_site(page: Page) -> bool:
    """Whether the page has more links to its own site than a page that is no answer."""
    here = page.url or page.base_url
    found: set[str] = set()
    for href in page.links:
        url = page.address(href)
        if url and (here is None or same_site(url, here)):
            found.add(url)
        if len(found) > _BARE_LINKS:
            return True
    return False


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
