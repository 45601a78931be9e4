"""What was found on an article page before its fields are decided, and the one place where a field is decided."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from blitar_scraper.extract.body import boxes
from blitar_scraper.extract.byline_apart import FoundByline
from blitar_scraper.extract.byline_lines import BylineLines
from blitar_scraper.extract.byline_search import find_bylines
from blitar_scraper.extract.data_tables import mark_data
from blitar_scraper.extract.lines import Element, Layout, Line
from blitar_scraper.extract.page import Page
from blitar_scraper.extract.selectors import Pinned, read_pinned
from blitar_scraper.extract.site_name import names_of_site
from blitar_scraper.extract.structure import Structure, find_structure
from blitar_scraper.extract.structured import Structured, read_structured
from blitar_scraper.extract.title import REPEATED, score_titles
from blitar_scraper.extract.title_place import OVER_BYLINE, lines_by_place
from blitar_scraper.extract.walk import read_layout
from blitar_scraper.extract.witnesses import Statement, decide
from blitar_scraper.extract.zones import Zones
from blitar_scraper.items import Problem, Site, Witness


@dataclass(slots=True)
class Findings:
    """One page as read: its lines, where the article is among them, its bylines, and what it tells machines.

    `evidence` and `problems` fill while the fields are decided.
    """

    page: Page
    site: Site
    seen_at: datetime
    witnesses: Sequence[Witness]
    layout: Layout
    zones: Zones
    structure: Structure
    structured: Structured
    reader: BylineLines
    boxed: set[int]
    bylines: list[FoundByline]
    pinned: Pinned
    problems: list[Problem] = field(default_factory=list)
    evidence: dict[str, Any] = field(default_factory=dict)

    @property
    def title_line(self) -> Line | None:
        """The line of the article's heading, where it is certain."""
        title = self.structure.title
        return title.line if title and self.structure.certain else None

    def bylines_with(self, name: str) -> list[FoundByline]:
        """The bylines that say something of `name`, in order of trust."""
        return [found for found in self.bylines if getattr(found.byline, name) is not None]

    def decide(
        self,
        name: str,
        statements: Sequence[Statement],
        agree: Callable[[Any, Any], bool] = lambda one, other: bool(one == other),
    ) -> Statement | None:
        """The statement to take for a field. Where the site pins a selector for it, nothing else can be taken."""
        if name in self.pinned and not any(statement.source == "selector" for statement in statements):
            return None
        return decide(name, statements, self.evidence, self.problems, agree=agree)

    def report_ambiguity(self, what: str, name: str) -> None:
        """A problem for the field where the article's first byline could be read in two ways."""
        for found in self.bylines[:1]:
            if f"{what}-ambiguous" in found.byline.problems:
                text = " | ".join(self.layout.lines[index].text for index in sorted(found.lines))
                self.problems.append(Problem(f"{what}-ambiguous", name, text[:200]))


def find(page: Page, root: Element, site: Site, seen_at: datetime, witnesses: Sequence[Witness]) -> Findings:
    """Reads the page whose tree is `root`; arguments as for `extract_article`."""
    layout = read_layout(root)
    mark_data(layout)
    zones = Zones(layout)
    structured = read_structured(root)
    structured.site_names |= names_of_site(page, layout, zones, structured)
    zones.pass_over_widgets(structured.site_names)
    reader = BylineLines(layout, seen_at=seen_at, timezone=site.timezone)
    structure = _structure(page, site, layout, zones, structured, witnesses, reader)
    boxed = boxes(layout, zones, structure)
    return Findings(
        page=page,
        site=site,
        seen_at=seen_at,
        witnesses=witnesses,
        layout=layout,
        zones=zones,
        structure=structure,
        structured=structured,
        reader=reader,
        boxed=boxed,
        bylines=find_bylines(layout, zones, structure, boxed, reader),
        pinned=(pinned := read_pinned(page, site)),
        problems=[*page.problems, *pinned.problems],
    )


def _structure(
    page: Page,
    site: Site,
    layout: Layout,
    zones: Zones,
    structured: Structured,
    witnesses: Sequence[Witness],
    reader: BylineLines,
) -> Structure:
    """Title and text of the page. Bylines are witnesses of titles; all of a page's lines are read as such only where
    that may change which line is the title: seldom, and it takes as long as all the rest."""
    titles = score_titles(page, site, layout, zones, structured, witnesses, {})
    structure = find_structure(layout, zones, titles, reader)
    # A byline may lift another line, and then count the title as its repetition.
    if structure.certain and structure.lead > OVER_BYLINE + REPEATED:
        return structure
    titles = score_titles(page, site, layout, zones, structured, witnesses, lines_by_place(layout, zones, reader))
    return find_structure(layout, zones, titles, reader)
