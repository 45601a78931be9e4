"""Pinned selectors: where a site's file says exactly where a field stands.

A pinned selector that matches nothing is a problem, and the field stays null whatever else the page says: the site has
changed, and a person should know. `settings = {"selectors": {"title": "h3.judul", "body": "div.isi"}}`; CSS, or XPath
where it begins with `/`, `(` or `./`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from cssselect import SelectorError
from lxml import etree
from parsel import Selector

from blitar_scraper.extract.fragment import fragment_lines
from blitar_scraper.extract.lines import fold
from blitar_scraper.extract.page import Page
from blitar_scraper.indonesian.numbers import parse_count
from blitar_scraper.items import Problem, Site

# The fields for which a selector can be pinned.
FIELDS = ("title", "author", "published_at", "views", "section", "body", "image_url")


@dataclass(slots=True)
class Pinned:
    """The markup that each pinned selector matched; None where it matched nothing or cannot be read."""

    page: Page
    markup: dict[str, str | None] = field(default_factory=dict)
    expressions: dict[str, str] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def __contains__(self, name: str) -> bool:
        """Whether the site pins a selector for the field."""
        return name in self.markup

    def expression(self, name: str) -> str:
        return self.expressions[name]

    def lines(self, name: str) -> list[str] | None:
        """The field's lines of text; None where nothing is pinned, no line where the selector matched nothing."""
        if name not in self.markup:
            return None
        return fragment_lines(self.markup[name] or "")

    def text(self, name: str) -> str | None:
        """The field's text in one line; None where nothing is pinned or matched."""
        lines = self.lines(name)
        return fold(" ".join(lines)) or None if lines else None

    def count(self, name: str) -> int | None:
        text = self.text(name)
        return parse_count(text) if text else None

    def address(self, name: str) -> str | None:
        """The address that the selector's text or attribute (`img::attr(src)`) holds."""
        return self.page.address(self.markup.get(name))


def read_pinned(page: Page, site: Site) -> Pinned:
    """What the site's pinned selectors match on the page. A selector that cannot be read is a problem too."""
    pinned = Pinned(page)
    selectors = site.settings.get("selectors")
    if not isinstance(selectors, Mapping) or page.root is None:
        return pinned
    selector = Selector(root=page.root, type="html")
    for name, expression in selectors.items():
        pinned.markup[str(name)] = None
        pinned.expressions[str(name)] = str(expression)
        matched = _match(selector, expression)
        if matched is None:
            pinned.problems.append(Problem("selector-invalid", str(name), str(expression)))
        elif not matched:
            pinned.problems.append(Problem("selector-unmatched", str(name), str(expression)))
        else:
            pinned.markup[str(name)] = matched[0]
    return pinned


def is_selector(expression: object) -> bool:
    """Whether it can be read as CSS, or as XPath where it begins like that."""
    return _match(Selector("<p></p>"), expression) is not None


def _match(selector: Selector, expression: object) -> list[str] | None:
    """The markup of all matches, or None where the expression is no selector."""
    if not isinstance(expression, str) or not expression.strip():
        return None
    try:
        if expression.startswith(("/", "(", "./")):
            return selector.xpath(expression).getall()
        return selector.css(expression).getall()
    except (ValueError, SelectorError, etree.XPathError):  # parsel wraps most errors of both in ValueError
        return None
