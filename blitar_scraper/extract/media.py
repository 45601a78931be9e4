"""Images and attachments of an article, and the one that stands for it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from blitar_scraper.extract.lines import Element, Layout, Line, ancestors, inner_text
from blitar_scraper.extract.page import Page
from blitar_scraper.extract.structure import Structure
from blitar_scraper.extract.zones import Zones
from blitar_scraper.items import Media

_ATTACHMENT = re.compile(r"\.(?:pdf|docx?|xlsx?|pptx?|odt|ods|zip|rar|csv)$", re.I)
_MAY_BE_ATTACHMENT = re.compile(r"\.(?:pdf|doc|xls|ppt|od[ts]|zip|rar|csv)", re.I)
_LAZY = ("data-src", "data-original", "data-lazy-src", "data-lazy", "data-image", "src")
# Lines between a picture and the title below it: the three pieces of a calendar's sheet, a section, a name.
_OVER_TITLE = 5
# Pictures that belong to the site and not to an article.
_NOT_NEWS = re.compile(
    r"logo|icon|avatar|gravatar|sprite|blank|spacer|pixel|loading|loader|placeholder|default|no-?image|banner|/ads?/|emoji|smil(?:ey|ies)"
    r"|whatsapp|facebook|twitter|telegram|share|print|captcha|favicon|counter|button",
    re.I,
)
# Where every Drupal site keeps what is uploaded; its "default" says nothing of a picture.
_DRUPAL_FILES = re.compile(r"/sites/default/files/")


def path_of_image(url: str) -> str:
    """The path of a picture's address that may say what the picture is."""
    return _DRUPAL_FILES.sub("/", urlsplit(url).path)


def image_address(page: Page, image: Element) -> str | None:
    """The address of an <img>, also where a script would load it later; None for pictures of the site's own."""
    for name in _LAZY:
        source = str(image.get(name) or "").strip()
        if source and not source.startswith("data:"):
            url = page.address(source)
            # The site's furniture is named so in the file's name or its folder, and is small where a size is given.
            if url and not _NOT_NEWS.search(path_of_image(url)) and not _is_tiny(image):
                return url
            if url:
                return None
    if (srcset := str(image.get("data-srcset") or image.get("srcset") or "")).strip():
        return page.address(srcset.split(",")[0].split()[0])
    return None


def _is_tiny(image: Element) -> bool:
    for name in ("width", "height"):
        match = re.match(r"(\d+)", str(image.get(name) or ""))
        if match and int(match[1]) < 60:  # pixels; icons and counters
            return True
    return False


def read_media(
    page: Page, layout: Layout, zones: Zones, structure: Structure, lines: list[Line], captions: list[Line]
) -> list[Media]:
    """Images and attachments between title and the end of the text, in the page's order, each address once."""
    found: dict[str, Media] = {}
    caption = captions[0].text if captions else None
    for element in _between(layout, structure, lines):
        if element.tag == "a" and not _MAY_BE_ATTACHMENT.search(str(element.get("href") or "")):
            continue
        if any(zones.of_element(parent) for parent in _up_to(element, structure.scope)) or _in_box(
            layout, zones, element
        ):
            continue
        if element.tag == "img":
            url = image_address(page, element)
            if url and url not in found:
                text = _own_caption(element) or (caption if not found else None)
                found[url] = Media("image", url, text)
        elif element.tag == "a":
            url = page.address(str(element.get("href") or ""))
            if url and _ATTACHMENT.search(urlsplit(url).path) and url not in found:
                found[url] = Media("attachment", url, inner_text(element) or None)
    if not any(item.kind == "image" for item in found.values()) and (
        url := _over_title(page, layout, zones, structure)
    ):
        found = {url: Media("image", url, caption)} | found
    return list(found.values())


def _over_title(page: Page, layout: Layout, zones: Zones, structure: Structure) -> str | None:
    """The one picture that stands over the title in the article's own part of the page; None where there are more."""
    if structure.title is None or structure.scope.tag in ("html", "body", "main"):
        return None
    pictures = set()
    between: list[Line] = []
    for element in structure.scope.iter():
        if element is structure.title.line.block:
            break
        if element.tag != "img" or any(zones.of_element(parent) for parent in _up_to(element, structure.scope)):
            continue
        if not _in_box(layout, zones, element) and (url := image_address(page, element)):
            pictures.add(url)
            between = layout.lines[_next_line(layout, element) : structure.title.line.index]
    # A date, a section and a name may stand between; a menu or a text means that the picture is the site's.
    linked = [line.is_linked for line in between]
    if len(between) > _OVER_TITLE or any(line.is_prose for line in between) or sum(linked) > 1:
        return None
    return pictures.pop() if len(pictures) == 1 else None


def _between(layout: Layout, structure: Structure, lines: list[Line]) -> Iterator[Element]:
    """Images and links of the scope that stand after the title (or within the text's container) and before"
    " the text's end."""
    container = structure.container
    title = structure.title.line if structure.title else None
    # Where the text's container holds the title too, what stands over the title is not yet the text's.
    whole = container is not None and (title is None or not layout.holds(container, title))
    since, until = structure.text_range(layout)
    inside = {
        element
        for element in (container.iter("img", "a") if container is not None and whole else ())
        if since <= layout.ranges.get(element, (since, 0))[0] <= until
    }
    last = lines[-1] if lines else None
    past_title = title is None
    for element in structure.scope.iter():
        if not past_title and title is not None and element is title.block:
            past_title = True
        if last is not None and element not in inside and past_title:
            first, _ = layout.ranges.get(element, (-1, -1))
            if first > last.index:
                return
        if element.tag in ("img", "a") and (element in inside or past_title):
            yield element


def _up_to(element: Element, scope: Element) -> Iterator[Element]:
    for parent in ancestors(element):
        if parent is scope:
            return
        yield parent


def _next_line(layout: Layout, element: Element) -> int:
    """The index of the first line that stands with or after an element without text."""
    for parent in ancestors(element):
        first, end = layout.ranges.get(parent, (0, 0))
        if first < end:
            return first
    return 0


def _in_box(layout: Layout, zones: Zones, element: Element) -> bool:
    """Whether the lines that stand with an element are those of a box with other articles."""
    for parent in ancestors(element):
        first, end = layout.ranges.get(parent, (0, 0))
        if first < end:
            return all(index in zones.boxed for index in range(first, end))
    return False


def _own_caption(image: Element) -> str | None:
    for parent in list(ancestors(image))[1:4]:
        if parent.tag == "figure" or "caption" in str(parent.get("class") or ""):
            for child in parent.iter():
                if child.tag == "figcaption" or "caption-text" in str(child.get("class") or ""):
                    return inner_text(child) or None
    return None
