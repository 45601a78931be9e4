"""Which publishing system a page was made by, and how that is known: for a person to read, no reader needs it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from blitar_scraper.addresses import same_site
from blitar_scraper.extract.lines import Element, fold
from blitar_scraper.extract.page import Page
from blitar_scraper.extract.system_signs import FRAMEWORKS, NAMED, SIGNS, STRONG, WEAK, Sign

# Of each kind of fact: a home page has some hundred links and pictures, and the first tell as much as all.
_MOST_FACTS = 1_000
_LONGEST_FACT = 500
# Characters of markup; the scripts and attributes that tell are in the head or near it.
_MARKUP = 300_000

_TELLS = {
    "generator": "meta generator says {}",
    "relation": "names the relation {}",
    "meta": "has the meta {}",
    "asset": "loads {}",
    "elsewhere": "loads {}",
    "link": "links to {}",
    "field": "has forms with the field {}",
    "action": "sends forms to {}",
    "class": "has elements of the class {}",
    "markup": "has {} in its markup",
    "words": "says {}",
    "header": "was sent with the header {}",
    "cookie": "sets the cookie {}",
}
_COOKIE_NAME = re.compile(r"(?:^|,\s*|\n)([\w.-]+)=")
_FOOT = 5_000  # characters of markup

Facts = dict[str, dict[str, None]]  # of each kind those seen, in their order


@dataclass(frozen=True, slots=True)
class System:
    """A publishing system. `reasons` are sentences for a person; `certain`: it names itself, or two signs agree."""

    name: str
    reasons: tuple[str, ...]
    certain: bool


def recognise(page: Page, headers: Mapping[str, str] | None = None) -> System | None:
    """The publishing system that made the page, or None where nothing tells.

    `headers` are those of its answer (names in any case); several Set-Cookie headers are one, separated by commas.
    A generator that is not in the table is taken at its word. Raises nothing.
    """
    facts = _facts_of(page, headers or {})
    found: dict[str, list[tuple[Sign, str]]] = {}
    for sign in SIGNS:
        if reason := _reason(sign, facts):
            found.setdefault(sign.system, []).append((sign, reason))
    scores = {name: sum(sign.weight for sign, _ in signs) for name, signs in found.items()}
    likely = [name for name, score in scores.items() if score > WEAK]
    if not likely:
        return _of_unknown_generator(facts)
    best = max(likely, key=lambda name: (name not in FRAMEWORKS, scores[name]))
    strong = [sign for sign, _ in found[best] if sign.weight >= STRONG]
    certain = len(strong) >= 2 or any(sign.weight == NAMED for sign in strong)
    return System(best, tuple(dict.fromkeys(reason for _, reason in found[best])), certain)


def _reason(sign: Sign, facts: Facts) -> str | None:
    for fact in facts.get(sign.where, ()):
        if match := sign.pattern.search(fact):
            # The whole of a short statement, the telling part of an address or of the markup.
            whole = sign.where in ("generator", "meta", "header", "field", "cookie")
            return _TELLS[sign.where].format(f"{fact[:80]!r}" if whole else match[0][:80])
    return None


def _of_unknown_generator(facts: Facts) -> System | None:
    for generator in facts.get("generator", ()):
        if name := re.match(r"[A-Za-z][\w.!-]*", generator):
            return System(name[0].lower().rstrip(".!-"), (_TELLS["generator"].format(f"{generator[:80]!r}"),), False)
    return None


def _facts_of(page: Page, headers: Mapping[str, str]) -> Facts:
    """What the page shows of its making, by kind: the keys of `_TELLS`."""
    facts: Facts = {}

    def add(kind: str, fact: str) -> None:
        known = facts.setdefault(kind, {})
        if fact and len(known) < _MOST_FACTS:
            known[fact[:_LONGEST_FACT]] = None

    for name, value in headers.items():
        if name.lower() == "set-cookie":
            for cookie in _COOKIE_NAME.findall(value[:10_000]):
                add("cookie", cookie.lower())
        else:
            add("header", f"{name.lower()}: {value}")
    if page.root is not None:
        facts["markup"] = {page.text[:_MARKUP]: None}
        for kind, fact in _of_tree(page, page.root):
            add(kind, fact)
    return facts


def _of_tree(page: Page, root: Element) -> Iterator[tuple[str, str]]:
    for element in root.iter():
        if classes := element.get("class"):
            yield "class", str(classes)
        if name := element.get("id"):
            yield "class", f"#{name}"
        if element.tag == "meta":
            yield from _of_meta(element)
        elif element.tag == "input":
            yield "field", str(element.get("name") or "").lower()
        elif element.tag == "form":
            yield "action", str(element.get("action") or "")
        elif element.tag == "a":
            yield "link", page.address(str(element.get("href") or "")) or ""
        elif element.tag in ("link", "script", "img"):
            yield from _of_asset(page, element)
    # Lokomedia and OpenSID name themselves at the end of the page.
    yield "words", fold(re.sub(r"<[^<>]*>", " ", page.text[-_FOOT:]))[-_LONGEST_FACT:]


def _of_meta(element: Element) -> Iterator[tuple[str, str]]:
    name = str(element.get("name") or element.get("http-equiv") or "").strip().lower()
    content = fold(str(element.get("content") or ""))
    if name == "generator":
        yield "generator", content
    elif name:
        yield "meta", f"{name}={content}"


def _of_asset(page: Page, element: Element) -> Iterator[tuple[str, str]]:
    if element.tag == "link":
        yield "relation", str(element.get("rel") or "")
        if "stylesheet" not in str(element.get("rel") or "").lower():
            return
    url = page.address(str(element.get("src") or element.get("href") or "")) or ""
    here = page.url or page.base_url
    yield ("asset" if here is None or (url and same_site(url, here)) else "elsewhere"), url
