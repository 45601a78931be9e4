"""What every page has to be: read by ear and by keyboard, without script of its own, without another host."""

from __future__ import annotations

from itertools import pairwise

from tests.publishing.visiting import Answer, Element, Page

HEADINGS = ("h1", "h2", "h3", "h4")
FIELDS = ("input", "select", "textarea")


def faults_of(answer: Answer, *, ours: bool = True) -> list[str]:
    """What is wrong with a page. `ours`: one of our own, which has no script and no style within it."""
    page = answer.page
    found = [
        *_frame(page),
        *_headings(page),
        *(f"no label: {one.name} {one.attributes}" for one in _unlabelled(page)),
        *(f"handler: {one.name}" for one in page.elements for name in one.attributes if name.startswith("on")),
        *_tables(page),
        *_links(page),
    ]
    if ours:
        found += [f"style within: {one.name}" for one in page.elements if "style" in one.attributes]
        found += [name for name in ("script", "style", "iframe", "object", "embed", "img") if page.counts[name]]
    return found


def _frame(page: Page) -> list[str]:
    found = [f"{page.counts[name]} {name}" for name in ("html", "header", "main", "h1") if page.counts[name] != 1]
    found += ["no language"] if not page.one("html").attributes.get("lang") else []
    found += ["empty title"] if not page.all("title")[0].folded else []
    found += ["no charset"] if not page.all("meta", charset="utf-8") else []
    found += ["no way past the header"] if page.all("a")[0].attributes.get("href") != "#main" else []
    ids = [one.attributes["id"] for one in page.elements if "id" in one.attributes]
    found += [f"twice: {name}" for name in {name for name in ids if ids.count(name) > 1}]
    named = {word for one in page.elements for word in one.attributes.get("aria-labelledby", "").split()}
    return found + [f"names nothing: {name}" for name in named - set(ids)]


def _headings(page: Page) -> list[str]:
    levels = [int(one.name[1]) for one in page.elements if one.name in HEADINGS]
    steps = pairwise(levels)
    found = [f"h{before} then h{after}" for before, after in steps if after > before + 1]
    return found + [f"empty {one.name}" for one in page.elements if one.name in HEADINGS and not one.folded]


def _unlabelled(page: Page) -> list[Element]:
    labelled = {label.attributes.get("for") for label in page.all("label")}
    return [
        one
        for one in page.elements
        if one.name in FIELDS
        and one.attributes.get("type") not in ("hidden", "submit", "checkbox")
        and one.attributes.get("id") not in labelled
        and "aria-label" not in one.attributes
    ]


def _tables(page: Page) -> list[str]:
    return [f"head without scope: {one.folded}" for one in page.all("th") if "scope" not in one.attributes]


def _links(page: Page) -> list[str]:
    found = []
    for one in page.elements:
        for name in ("href", "src", "action"):
            address = one.attributes.get(name, "")
            if "://" in address or address.startswith("//") or ":" in address.split("/")[0]:
                outside = one.name == "a" and name == "href" and address.startswith(("http://", "https://"))
                own = one.name == "link" and address.startswith("http://localhost/")
                if not (outside or own):
                    found.append(f"loads or runs: {one.name} {address}")
    return found
