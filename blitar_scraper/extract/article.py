"""An article page to a `Reading`: every field by its best witness, with evidence, or null with a problem."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from urllib.parse import urlsplit

from blitar_scraper.extract.body import body_lines, body_text, boxes
from blitar_scraper.extract.byline_author import read_foot
from blitar_scraper.extract.byline_lines import BylineLines
from blitar_scraper.extract.byline_search import FoundByline, find_bylines
from blitar_scraper.extract.byline_words import SECTION_WORDS
from blitar_scraper.extract.lines import Layout, Line, fold, is_prose, read_layout
from blitar_scraper.extract.media import read_media
from blitar_scraper.extract.page import Page
from blitar_scraper.extract.popular import read_popular
from blitar_scraper.extract.press_release import PressRelease, read_press_release
from blitar_scraper.extract.selectors import Pinned, read_pinned
from blitar_scraper.extract.structure import Structure, find_structure
from blitar_scraper.extract.structured import Structured, read_structured
from blitar_scraper.extract.title import norm, same_title, score_titles, site_name_like
from blitar_scraper.extract.witnesses import Statement, decide
from blitar_scraper.extract.zones import Zones
from blitar_scraper.indonesian.dates import ParsedDate, parse_date, to_site_time
from blitar_scraper.indonesian.language import language_of
from blitar_scraper.items import Article, Problem, Reading, Site, Witness

# Raised by one whenever the same bytes may give another record, so that better reading is told from an edit.
PARSER_VERSION = 1


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

    Returns a `Reading`; its `article` is None where the bytes are no page. Raises nothing for any bytes.
    """
    if page.root is None:
        return Reading(None, problems=page.problems or (Problem("not-html", None, "no markup", page.url),))
    return _ArticleReader(page, site, seen_at, witnesses).read(parts)


@dataclass(slots=True)
class _Parts:
    """What was found on the page before fields are decided."""

    layout: Layout
    zones: Zones
    structure: Structure
    structured: Structured
    boxed: set[int]
    bylines: list[FoundByline]
    pinned: Pinned


class _ArticleReader:
    """One reading of one page. Holds what all fields share; each field has its method."""

    def __init__(self, page: Page, site: Site, seen_at: datetime, witnesses: Sequence[Witness]) -> None:
        self.page, self.site, self.seen_at, self.witnesses = page, site, seen_at, witnesses
        self.problems: list[Problem] = list(page.problems)
        self.evidence: dict[str, Any] = {}
        assert page.root is not None
        layout = read_layout(page.root)
        zones = Zones(layout)
        structured = read_structured(page.root)
        reader = BylineLines(layout, seen_at=seen_at, timezone=site.timezone)
        titles = score_titles(page, site, layout, zones, structured, witnesses, reader)
        structure = find_structure(layout, zones, titles, reader)
        boxed = boxes(layout, zones, structure)
        bylines = find_bylines(layout, zones, structure, boxed, reader)
        pinned = read_pinned(page, site)
        self.problems += pinned.problems
        self.found = _Parts(layout, zones, structure, structured, boxed, bylines, pinned)

    def read(self, parts: Sequence[Page]) -> Reading:
        found = self.found
        article = Article(site=self.site.id, url=self.page.url, parser_version=PARSER_VERSION)
        article.title = self._title()
        byline_lines = {index for byline in found.bylines for index in byline.lines}
        section_line = self._section(article)
        excluded = found.boxed | byline_lines | ({section_line} if section_line is not None else set())
        lines, captions = body_lines(found.layout, found.structure, excluded, article.title)
        text = self._body(article, lines, parts)
        self._published(article)
        self._author(article, text)
        self._views(article)
        self._modified(article)
        release = read_press_release(
            text,
            title=article.title,
            published_at=article.published_at,
            seen_at=self.seen_at,
            timezone=self.site.timezone,
        )
        self._press_release(article, text, release)
        media = read_media(self.page, found.layout, found.zones, found.structure, lines, captions)
        self._image(article, [item.url for item in media if item.kind == "image"])
        article.tags = self._tags()
        article.language = language_of(article.body_main or "")
        article.evidence = self.evidence
        outside = [line for line in (self._title_line(), *lines[:1], *_longest(lines)) if line]
        popular = read_popular(self.page, found.layout, outside, seen_at=self.seen_at, timezone=self.site.timezone)
        return Reading(article, tuple(media), tuple(popular), tuple(_with_url(self.problems, self.page.url)))

    def _title_line(self) -> Line | None:
        title = self.found.structure.title
        return title.line if title and self.found.structure.certain else None

    def _title(self) -> str | None:
        statements = []
        if (pinned := self.found.pinned.text("title")) is not None:
            statements.append(Statement("selector", pinned))
        if line := self._title_line():
            statements.append(Statement("heading", line.text))
        for witness in self.witnesses:
            if witness.title:
                statements.append(Statement(witness.source, fold(witness.title)))
        for claim in self.found.structured.of("title"):
            if not site_name_like(claim.raw, self.site, self.found.structured):
                statements.append(Statement(claim.source, claim.raw))
        chosen = decide("title", statements, self.evidence, self.problems, agree=_titles_agree)
        if chosen is None:
            self.problems.append(Problem("title-not-found", "title"))
            return None
        if chosen.source in ("listing", "feed") and re.search(r"(?:\.{3}|…)$", chosen.value):
            self.problems.append(Problem("title-not-found", "title", f"only cut short: {chosen.value}"))
            return None
        return str(chosen.value)

    def _body(self, article: Article, lines: list[Line], parts: Sequence[Page]) -> list[str]:
        pinned = self.found.pinned.lines("body")
        text = pinned if pinned is not None else body_text(self.found.layout, self.found.structure, lines)
        for part in parts:
            following = extract_article(part, self.site, seen_at=self.seen_at).article
            if following and following.body:
                text = text + following.body.split("\n")
        if not text:
            self.problems.append(Problem("body-empty", "body"))
            return []
        article.body = "\n".join(text)
        container = self.found.structure.container
        source = "selector" if pinned is not None else "structure"
        self.evidence["body"] = {"from": source, "raw": _path(container) if container is not None else ""}
        return text

    def _published(self, article: Article) -> None:
        statements = []
        if (raw := self.found.pinned.text("published_at")) is not None:
            statements += self._dated("selector", raw)
        for found in self._bylines_with("date"):
            parsed = found.byline.date
            if parsed is not None:
                statements.append(self._date_statement("byline", parsed, found.place))
                break
        for witness in self.witnesses:
            if witness.published_at:
                statements.append(
                    Statement(witness.source, witness.published_at, witness.published_raw, witness.published_precision)
                )
        for claim in self.found.structured.of("published"):
            statements += self._dated(claim.source, claim.raw)
        statements += self._url_date()
        if statements and all(statement.source not in _SEEN_BY_READERS for statement in statements):
            statements = self._credible_metadata(statements)
        self._report_ambiguity("date", "published_at")
        chosen = decide("published_at", statements, self.evidence, self.problems, agree=_same_day)
        if chosen is None:
            if not any(problem.field == "published_at" for problem in self.problems):
                self.problems.append(Problem("date-not-found", "published_at"))
            return
        article.published_at = chosen.value
        article.published_raw = chosen.raw
        article.published_precision = _precision(chosen.value)

    def _date_statement(self, source: str, parsed: ParsedDate, place: str | None = None) -> Statement:
        if self.site.timezone and len(parsed.iso) > 16:
            return Statement(source, to_site_time(parsed.iso, self.site.timezone), parsed.raw, place)
        return Statement(source, parsed.iso, parsed.raw, place)

    def _dated(self, source: str, raw: str) -> list[Statement]:
        parsed = parse_date(raw, seen_at=self.seen_at, timezone=self.site.timezone)
        if parsed is None or parsed.is_range:
            self.problems.append(Problem("date-unreadable", "published_at", f"{source}: {raw}"[:200]))
            return []
        statement = self._date_statement(source, parsed)
        return [Statement(source, statement.value, raw)]

    def _url_date(self) -> list[Statement]:
        """The day in an address like /2024/09/27/slug/ or /20240927/slug/: the publishing system's own."""
        path = urlsplit(self.page.url or "").path
        match = re.search(r"/(19[89]\d|20\d\d)/(\d{1,2})/(\d{1,2})(?:/|$)|/(20\d\d)(\d\d)(\d\d)/", path)
        if not match:
            return []
        year, month, day = (int(group) for group in match.groups() if group)
        try:
            value = datetime(year, month, day, tzinfo=self.seen_at.tzinfo).date().isoformat()
        except ValueError:
            return []
        return [Statement("url", value, match[0])]

    def _credible_metadata(self, statements: list[Statement]) -> list[Statement]:
        """Metadata alone, naming the day of the visit, may be made anew at each request: not certain."""
        today = self.seen_at.date().isoformat()
        elsewhere = {statement.value[:10] for statement in statements if statement.source == "url"}
        if elsewhere:
            return statements
        lying = [statement for statement in statements if statement.value[:10] >= today]
        if lying:
            said = f"{lying[0].source}: {lying[0].raw}"
            self.problems.append(
                Problem("date-only-in-metadata", "published_at", f"the day of the visit, {said}"[:200])
            )
        return [statement for statement in statements if statement not in lying]

    def _bylines_with(self, name: str) -> list[FoundByline]:
        return [found for found in self.found.bylines if getattr(found.byline, name) is not None]

    def _report_ambiguity(self, what: str, name: str) -> None:
        for found in self.found.bylines[:1]:
            if f"{what}-ambiguous" in found.byline.problems:
                self.problems.append(Problem(f"{what}-ambiguous", name, self._byline_text(found)[:200]))

    def _byline_text(self, found: FoundByline) -> str:
        return " | ".join(self.found.layout.lines[index].text for index in sorted(found.lines))

    def _author(self, article: Article, text: list[str]) -> None:
        statements = []
        if (pinned := self.found.pinned.text("author")) is not None:
            statements.append(Statement("selector", pinned))
        for found in self._bylines_with("author"):
            author = found.byline.author
            if author and not self._is_place_or_title(author, found, article):
                statements.append(Statement("byline", author, found.byline.author_raw, found.place))
                break
        if foot := read_foot(text):
            statements.append(Statement("foot", foot[0], foot[1]))
        for witness in self.witnesses:
            if witness.author:
                statements.append(Statement(witness.source, witness.author))
        for claim in self.found.structured.of("author"):
            # Metadata names the office as author on every page: that says nothing of this one.
            if not site_name_like(claim.raw, self.site, self.found.structured) and not re.match(r"https?:", claim.raw):
                statements.append(Statement(claim.source, claim.raw))
        self._report_ambiguity("author", "author")
        chosen = decide("author", statements, self.evidence, self.problems, agree=lambda a, b: norm(a) == norm(b))
        article.author = chosen.value if chosen else None

    def _is_place_or_title(self, author: str, found: FoundByline, article: Article) -> bool:
        """`Blitar, 27 September 2024` is a dateline: the word before the date is a place."""
        if found.byline.labelled:
            return False
        if article.title and same_title(author, article.title):
            return True
        return site_name_like(author, self.site, self.found.structured) and not re.match(
            r"admin|humas|dinas|badan", author, re.I
        )

    def _views(self, article: Article) -> None:
        statements = []
        if (pinned := self.found.pinned.count("views")) is not None:
            statements.append(Statement("selector", pinned))
        for found in self._bylines_with("views"):
            statements.append(Statement("byline", found.byline.views, found.byline.views_raw, found.place))
            break
        for witness in self.witnesses:
            if witness.views is not None:
                statements.append(Statement(witness.source, witness.views, witness.views_raw))
        self._report_ambiguity("views", "views")
        chosen = decide("views", statements, self.evidence, self.problems)
        article.views = chosen.value if chosen else None

    def _modified(self, article: Article) -> None:
        statements = []
        for found in self._bylines_with("modified"):
            parsed = found.byline.modified
            if parsed is not None:
                statements.append(self._date_statement("byline", parsed))
                break
        for claim in self.found.structured.of("modified"):
            parsed = parse_date(claim.raw, seen_at=self.seen_at, timezone=self.site.timezone)
            if parsed is not None and not parsed.is_range and parsed.iso[:10] < self.seen_at.date().isoformat():
                statements.append(Statement(claim.source, self._date_statement(claim.source, parsed).value, claim.raw))
        # Nobody reads it on the page: that two machine witnesses differ here is not worth a person's time.
        chosen = decide("modified_at", statements, self.evidence, [], agree=_same_day)
        article.modified_at = chosen.value if chosen else None

    def _section(self, article: Article) -> int | None:
        """The section as printed; returns the index of its line where it stands alone above or below the title."""
        if (pinned := self.found.pinned.text("section")) is not None:
            statements = [Statement("selector", pinned)]
        else:
            statements = []
        kicker = self._kicker()
        if kicker is not None:
            statements.append(Statement("kicker", kicker.text))
        statements += [Statement("byline", found.byline.section) for found in self._bylines_with("section")][:1]
        if crumb := self._breadcrumb():
            statements.append(Statement("breadcrumb", crumb))
        for witness in self.witnesses:
            if witness.section:
                statements.append(Statement(witness.source, witness.section))
        for claim in self.found.structured.of("section"):
            statements.append(Statement(claim.source, claim.raw))
        chosen = _first_by_rank("section", statements, self.evidence)
        article.section = chosen.value if chosen else None
        return kicker.index if kicker is not None else None

    def _kicker(self) -> Line | None:
        """A section's name standing alone right above (or below) the title: `BERITA`."""
        title = self._title_line()
        if title is None:
            return None
        lines = self.found.layout.lines
        bylines = {index for found in self.found.bylines for index in found.lines}
        above = [index for index in range(max(title.index - 6, 0), title.index) if index not in bylines]
        # Right above the title (or its byline), with a breadcrumb or a bar's remains in between at most; or right below.
        below = title.index + 1
        while below in bylines:
            below += 1
        for index in (*reversed(above[-2:]), below):
            if not 0 <= index < len(lines) or index in bylines:
                continue
            line = lines[index]
            zone = self.found.zones.of(line, outside=(title,))
            if zone not in (None, "tags") or len(line.text) > 40:
                continue
            href = str(line.href or "")
            speaking = bool(line.href) and re.search(r"kategori|category|rubrik|/tag/|cat=|kanal", href) is not None
            classes = f"{line.block.get('class') or ''} {line.segments[0].element.get('class') or ''}"
            speaking = (
                speaking
                or re.search(r"\b(?:cat(?:egory|egories)?|kategori|section|badge|label|rubrik|kicker)\b", classes)
                is not None
            )
            if line.is_linked and not speaking and index > 0 and lines[index - 1].is_linked:
                continue  # one of a row of links: a menu
            if SECTION_WORDS.fullmatch(line.text) or (
                speaking and len(line.text.split()) <= 4 and not re.search(r"\d", line.text)
            ):
                return line
        return None

    def _breadcrumb(self) -> str | None:
        """The last step before the title in `Beranda / Berita / Title`, where the page has such a path."""
        for lines in self._paths():
            steps = [
                step for line in lines for token in line.tokens for step in re.split(r"\s*[/»›>|]+\s*", token.text)
            ]
            title = self._title_line()
            steps = [step for step in steps if step and not (title and same_title(step, title.text))]
            steps = [step for step in steps if not _HOME_STEP.fullmatch(step)]
            if steps and len(steps[-1].split()) <= 4:
                return steps[-1]
        return None

    def _paths(self) -> Iterator[list[Line]]:
        """Breadcrumbs: elements that are called so, and lines that begin with the home page and go on with arrows."""
        layout = self.found.layout
        for element in layout.root.iter():
            words = f"{element.get('class') or ''} {element.get('aria-label') or ''} {element.get('id') or ''}".lower()
            if "breadcrumb" in words or "crumbs" in words:
                yield layout.within(element)
                break
        title = self._title_line()
        for line in layout.lines[max(title.index - 8, 0) : title.index] if title else []:
            if _PATH_LINE.match(line.text):
                yield [line]

    def _press_release(self, article: Article, text: list[str], release: PressRelease) -> None:
        if not text:
            return
        article.press_release_number = release.number
        if release.number:
            self.evidence["press_release_number"] = {"from": "body", "raw": release.number}
        if release.dateline is not None:
            article.dateline_date = release.dateline.iso[:10]
            self.evidence["dateline_date"] = {"from": "body", "raw": release.dateline.raw}
        first, end = release.main
        start = sum(len(line) + 1 for line in text[:first])
        length = len("\n".join(text[first:end]))
        article.main_span = (start, start + length)
        self.evidence["main_span"] = [start, start + length]

    def _image(self, article: Article, images: list[str]) -> None:
        statements = [Statement("heading", url) for url in images[:1]]
        if (pinned := self.found.pinned.address("image_url")) is not None:
            statements.insert(0, Statement("selector", pinned))
        for witness in self.witnesses:
            if witness.image_url:
                statements.append(Statement(witness.source, witness.image_url))
        for claim in self.found.structured.of("image"):
            url = self.page.address(claim.raw)
            if url and not re.search(r"logo|default|favicon|icon|banner|share|og[-_]?image", urlsplit(url).path, re.I):
                statements.append(Statement(claim.source, url, claim.raw))
        chosen = _first_by_rank("image_url", statements, self.evidence)
        if chosen is not None and chosen.source == "heading":
            self.evidence["image_url"]["from"] = "image"
        article.image_url = chosen.value if chosen else None

    def _tags(self) -> tuple[str, ...]:
        """Tags by rel=tag or a /tag/ address within the article's part of the page, else keywords of metadata."""
        tags: dict[str, None] = {}
        for link in self.found.structure.scope.iter("a"):
            href = str(link.get("href") or "")
            if "tag" in str(link.get("rel") or "").split() or re.search(r"/tags?/|[?&]tag=", href):
                if "category" in str(link.get("rel") or "") or re.search(r"/(?:kategori|category)/", href):
                    continue
                text = fold("".join(link.itertext())).lstrip("#").strip()
                if text and len(text) <= 60:
                    tags.setdefault(text)
        return tuple(tags)


_HOME_STEP = re.compile(
    r"beranda|home|depan|halaman (?:depan|utama)|detail|anda (?:berada )?di\s*:?|you are here\s*:?|\W+", re.I
)
_PATH_LINE = re.compile(r"(?:anda (?:berada )?di\s*:?\s*|you are here\s*:?\s*)?(?:beranda|home|depan)\s*[/»›>|:]", re.I)
_SEEN_BY_READERS = frozenset({"selector", "byline", "listing", "feed", "rest"})


def _titles_agree(one: str, other: str) -> bool:
    """Whether two titles are one; metadata may have the site's name behind it."""
    return same_title(one, other) or norm(other).startswith(norm(one)) or norm(one).startswith(norm(other))


def _same_day(one: str, other: str) -> bool:
    """Whether two dates agree as far as both go."""
    length = min(len(one), len(other), 10)
    return one[:length] == other[:length]


def _precision(iso: str) -> Any:
    """The precision of a single date written as the design says."""
    return {4: "year", 7: "month", 10: "day"}.get(len(iso)) or ("second" if re.match(r".{16}:\d\d", iso) else "minute")


def _first_by_rank(name: str, statements: Sequence[Statement], evidence: dict[str, Any]) -> Statement | None:
    """For fields where witnesses say different things rightly (a section and a parent section): the highest alone."""
    ignored: list[Problem] = []
    return decide(name, statements, evidence, ignored, agree=lambda one, other: True)


def _longest(lines: list[Line]) -> list[Line]:
    prose = [line for line in lines if is_prose(line)]
    return [max(prose, key=lambda line: len(line.text))] if prose else lines[-1:]


def _path(element: Any) -> str:
    """Where an element stands, for a person: the last three steps with id or first class."""
    steps = []
    node = element
    while node is not None and len(steps) < 3:
        mark = (
            f"#{node.get('id')}"
            if node.get("id")
            else (f".{node.get('class').split()[0]}" if (node.get("class") or "").split() else "")
        )
        steps.append(f"{node.tag}{mark}")
        node = node.getparent()
    return " > ".join(reversed(steps))


def _with_url(problems: Sequence[Problem], url: str | None) -> list[Problem]:
    return [Problem(p.problem, p.field, p.detail, p.url or url) for p in dict.fromkeys(problems)]
