"""An article page to a `Reading`: every field by its best witness, with evidence, or null with a problem."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import datetime

from blitar_scraper.extract.body import body_lines, body_text
from blitar_scraper.extract.byline_apart import FoundByline
from blitar_scraper.extract.byline_author import read_foot
from blitar_scraper.extract.byline_words import OFFICE_AUTHOR
from blitar_scraper.extract.findings import Findings, find
from blitar_scraper.extract.lines import Element, Line, ancestors, fold, inner_text
from blitar_scraper.extract.media import path_of_image, read_media
from blitar_scraper.extract.page import Page
from blitar_scraper.extract.popular import read_popular
from blitar_scraper.extract.press_release import read_press_release
from blitar_scraper.extract.publication import read_publication
from blitar_scraper.extract.rows import is_row_of_entries, lists_itself
from blitar_scraper.extract.section import read_section
from blitar_scraper.extract.title import norm, own_title, same_title, site_name_like
from blitar_scraper.extract.witnesses import Statement
from blitar_scraper.indonesian.language import language_of
from blitar_scraper.items import Article, Media, Problem, Reading, Site, Witness

# Raised by one whenever the same bytes may give another record, so that better reading is told from an edit.
PARSER_VERSION = 3

_CUT_SHORT = re.compile(r"(?:\.{3}|…)$")
_SITE_IMAGE = re.compile(r"logo|default|favicon|icon|banner|share|og[-_]?image", re.I)
_TAG_ADDRESS = re.compile(r"/tags?/|[?&]tag=")
_CATEGORY_ADDRESS = re.compile(r"/(?:kategori|category)/|[?&]cat=")
_LONGEST_CARD = 3  # lines: name, office, a sentence
_LONGEST_TAG = 60  # characters; what is longer behind a tag's address is a heading or a teaser


def extract_article(
    page: Page, site: Site, *, seen_at: datetime, parts: Sequence[Page] = (), witnesses: Sequence[Witness] = ()
) -> Reading:
    """Everything an article page says.

    Args:
        page: the page; `page.url` is the address that answered, None where unknown.
        site: whose page it is: name, time zone and pinned selectors are used.
        seen_at: when the page was fetched (aware); relative dates and dates without a year are read by it.
        parts: the following pages of an article that is split over several; their text is joined to this one's.
        witnesses: what listing, feed or REST said of the same article.

    Returns a `Reading`; its `article` is None where the bytes are no page, one that lists articles, or one whose text
    is shown for a password only. Raises nothing for any bytes.
    """
    if page.root is None:
        return Reading(None, problems=page.problems)
    found = find(page, page.root, site, seen_at, witnesses)
    if is_row_of_entries(page, found.layout, found.reader, found.title_line, found.structure.container):
        return Reading(None, problems=_with_url([*page.problems, Problem("is-a-listing")], page.url))
    if _asks_for_password(found.structure.container):
        return Reading(None, problems=_with_url([*page.problems, Problem("password-protected")], page.url))
    article = Article(site=site.id, url=page.url, parser_version=PARSER_VERSION)
    article.title = _title(found)
    excluded = found.boxed | {index for byline in found.bylines for index in byline.lines}
    excluded |= read_section(found, article) | _names_of_site(found) | _author_cards(found)
    lines, captions = body_lines(found.layout, found.structure, excluded, article.title)
    text = _body(found, lines, parts, article.title)
    article.body = "\n".join(text) or None
    if article.body is None and lists_itself(page, site, seen_at, found.title_line):
        return Reading(None, problems=_with_url([*page.problems, Problem("is-a-listing")], page.url))
    read_publication(found, article)
    article.author = _author(found, article, text)
    article.views = _views(found)
    _press_release(found, article, text)
    media = read_media(page, found.layout, found.zones, found.structure, lines, captions)
    article.image_url = _image(found, media)
    article.tags = _tags(found)
    article.language = language_of(article.body_main or "")
    article.evidence = found.evidence
    outside = [line for line in (found.title_line, *lines[:1], *_longest(lines)) if line]
    popular = read_popular(page, found.layout, outside, seen_at=seen_at, timezone=site.timezone)
    return Reading(article, tuple(media), tuple(popular), _with_url(found.problems, page.url))


def _asks_for_password(container: Element | None) -> bool:
    """Whether WordPress shows its form for a password in the text's place (`get_the_password_form`).

    By the field's own name: a form to log in beside the text is no such form.
    """
    fields = container.iter("input") if container is not None else ()
    return any(field.get("name") == "post_password" for field in fields)


def _names_of_site(found: Findings) -> set[int]:
    """Lines right below the title that are nothing but the site's name or region: a label over the text."""
    named: set[int] = set()
    title = found.structure.title
    for line in found.layout.lines[title.line.index + 1 :] if title else ():
        if line.is_prose:
            break
        if not line.is_datum and site_name_like(line.text, found.site, found.structured):
            named.add(line.index)
    return named


def _author_cards(found: Findings) -> set[int]:
    """Lines of a card under the text that begins with the name of the byline's author: who that is, not the text."""
    names = {byline.byline.author for byline in found.bylines} - {None}
    in_bylines = {index for byline in found.bylines for index in byline.lines}
    cards: set[int] = set()
    for line in found.layout.lines[min(in_bylines, default=0) :] if names else ():
        if line.text in names and not (line.is_datum or line.index in in_bylines):
            for element in ancestors(line.block):
                first, end = found.layout.ranges.get(element, (0, 0))
                if end - first > 1:
                    cards.update(range(first, end) if first == line.index and end - first <= _LONGEST_CARD else ())
                    break
    return cards


def _title(found: Findings) -> str | None:
    statements = []
    if (pinned := found.pinned.text("title")) is not None:
        statements.append(Statement("selector", pinned))
    if line := found.title_line:
        statements.append(Statement("heading", line.text))
    statements += [Statement(witness.source, fold(witness.title)) for witness in found.witnesses if witness.title]
    statements += [
        Statement(claim.source, title, claim.raw)
        for claim in found.structured.of("title")
        if (title := own_title(claim.raw, found.site, found.structured))
    ]
    chosen = found.decide("title", statements, _titles_agree)
    if chosen is None:
        found.problems.append(Problem("title-not-found", "title"))
        return None
    if chosen.source in ("listing", "feed") and _CUT_SHORT.search(chosen.value):
        found.problems.append(Problem("title-not-found", "title", f"only cut short: {chosen.value}"))
        found.evidence["title"] = {}
        return None
    return str(chosen.value)


def _titles_agree(one: str, other: str) -> bool:
    """Whether two titles are one; metadata may have the site's name behind it."""
    return same_title(one, other) or norm(other).startswith(norm(one)) or norm(one).startswith(norm(other))


def _body(found: Findings, lines: list[Line], parts: Sequence[Page], title: str | None) -> list[str]:
    """The text's lines, of this page and the following parts."""
    container = found.structure.container
    pinned = found.pinned.lines("body")
    if pinned is not None:
        text, evidence = pinned, {"from": "selector", "raw": found.pinned.expression("body")}
    else:
        text = body_text(found.layout, found.structure, lines)
        evidence = {"from": "structure", "raw": _path(container) if container is not None else ""}
    for part in parts:
        following = extract_article(part, found.site, seen_at=found.seen_at, witnesses=found.witnesses).article
        # What has another title, or only what the first page has, is no page of this article.
        if following and following.body and same_title(following.title or "", title or ""):
            further = following.body.split("\n")
            text = text if set(further) <= set(text) else text + further
    if text:
        found.evidence["body"] = evidence
    else:
        found.problems.append(Problem("body-empty", "body"))
    return text


def _author(found: Findings, article: Article, text: list[str]) -> str | None:
    statements = []
    if (pinned := found.pinned.text("author")) is not None:
        statements.append(Statement("selector", pinned))
    for byline in found.bylines_with("author"):
        author = byline.byline.author
        if author and not _is_place_or_title(found, author, byline, article.title, text):
            statements.append(Statement("byline", author, byline.byline.author_raw, byline.place))
            break
    if foot := read_foot(text):
        statements.append(Statement("foot", *foot))
    statements += [Statement(witness.source, witness.author) for witness in found.witnesses if witness.author]
    # Metadata names the office as author on every page: that says nothing of this one.
    statements += [
        Statement(claim.source, claim.raw)
        for claim in found.structured.of("author")
        if not site_name_like(claim.raw, found.site, found.structured) and not re.match(r"https?:", claim.raw)
    ]
    found.report_ambiguity("author", "author")
    chosen = found.decide("author", statements, lambda one, other: norm(one) == norm(other))
    return chosen.value if chosen else None


def _is_place_or_title(found: Findings, author: str, byline: FoundByline, title: str | None, text: list[str]) -> bool:
    """`Blitar, 27 September 2024` is a dateline: the word before the date is a place."""
    if byline.byline.labelled:
        return False
    if title and same_title(author, title):
        return True
    if "author-or-place" in byline.byline.problems and (
        byline.place == "below-text" or any(norm(line).startswith(norm(author)) for line in text[:2])
    ):
        return True  # a letter's place and day at its end, or a report's before its first words
    return site_name_like(author, found.site, found.structured) and not OFFICE_AUTHOR.match(author)


def _views(found: Findings) -> int | None:
    statements = []
    if (raw := found.pinned.text("views")) is not None:
        if (pinned := found.pinned.count("views")) is not None:
            statements.append(Statement("selector", pinned, raw))
        else:
            found.problems.append(Problem("views-unreadable", "views", raw[:200]))
    statements += [
        Statement("byline", byline.byline.views, byline.byline.views_raw, byline.place)
        for byline in found.bylines_with("views")[:1]
    ]
    statements += [
        Statement(witness.source, witness.views, witness.views_raw)
        for witness in found.witnesses
        if witness.views is not None
    ]
    found.report_ambiguity("views", "views")
    chosen = found.decide("views", statements)
    return chosen.value if chosen else None


def _press_release(found: Findings, article: Article, text: list[str]) -> None:
    """Fills number, dateline date and `main_span`."""
    if not text:
        return
    release = read_press_release(
        text,
        title=article.title,
        published_at=article.published_at,
        seen_at=found.seen_at,
        timezone=found.site.timezone,
    )
    article.press_release_number = release.number
    if release.number:
        found.evidence["press_release_number"] = {"from": "body", "raw": release.number}
    if release.dateline is not None:
        article.dateline_date = release.dateline.iso[:10]
        found.evidence["dateline_date"] = {"from": "body", "raw": release.dateline.raw}
    first, end = release.main
    start = sum(len(line) + 1 for line in text[:first])
    article.main_span = (start, start + len("\n".join(text[first:end])))
    found.evidence["main_span"] = list(article.main_span)


def _image(found: Findings, media: Sequence[Media]) -> str | None:
    """The article's picture: the first that stands in it, else what listing or metadata name."""
    statements = [Statement("image", item.url) for item in media if item.kind == "image"][:1]
    if (pinned := found.pinned.address("image_url")) is not None:
        statements.insert(0, Statement("selector", pinned))
    for witness in found.witnesses:
        if witness.image_url:
            statements.append(Statement(witness.source, witness.image_url))
    for claim in found.structured.of("image"):
        url = found.page.address(claim.raw)
        if url and not _SITE_IMAGE.search(path_of_image(url)):
            statements.append(Statement(claim.source, url, claim.raw))
    # A page shows one picture and names another rightly: the highest witness alone is asked.
    chosen = found.decide("image_url", statements, lambda one, other: True)
    return chosen.value if chosen else None


def _tags(found: Findings) -> tuple[str, ...]:
    """Tags by rel=tag or a /tag/ address within the article's part of the page."""
    tags: dict[str, None] = {}
    for link in found.structure.scope.iter("a"):
        href, rel = str(link.get("href") or ""), str(link.get("rel") or "").split()
        if not ("tag" in rel or _TAG_ADDRESS.search(href)) or "category" in rel or _CATEGORY_ADDRESS.search(href):
            continue
        text = inner_text(link).lstrip("#").strip()
        if text and len(text) <= _LONGEST_TAG:
            tags.setdefault(text)
    return tuple(tags)


def _longest(lines: list[Line]) -> list[Line]:
    prose = [line for line in lines if line.is_prose]
    return [max(prose, key=lambda line: len(line.text))] if prose else lines[-1:]


def _path(element: Element) -> str:
    """Where an element stands, for a person: the last three steps with id or first class."""
    steps: list[str] = []
    node: Element | None = element
    while node is not None and len(steps) < 3:
        classes = str(node.get("class") or "").split()
        mark = f"#{node.get('id')}" if node.get("id") else f".{classes[0]}" if classes else ""
        steps.append(f"{node.tag}{mark}")
        node = node.getparent()
    return " > ".join(reversed(steps))


def _with_url(problems: Sequence[Problem], url: str | None) -> tuple[Problem, ...]:
    return tuple(Problem(p.problem, p.field, p.detail, p.url or url) for p in dict.fromkeys(problems))
