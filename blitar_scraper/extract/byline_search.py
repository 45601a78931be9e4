"""Where on a page the byline is: under the title, above it, or at the end of the text."""

from __future__ import annotations

import re
from collections.abc import Collection

from blitar_scraper.extract.byline import Byline
from blitar_scraper.extract.byline_apart import FoundByline, with_time_apart
from blitar_scraper.extract.byline_date import TIME_ALONE, says_created
from blitar_scraper.extract.byline_lines import BylineLines, counts_visitors
from blitar_scraper.extract.byline_marks import is_marked
from blitar_scraper.extract.byline_sentence import is_posting_note
from blitar_scraper.extract.byline_words import (
    AUTHOR_LABEL,
    LONE_OFFICE,
    OFFICE_AUTHOR,
    OTHER_COUNT,
    SECTION_WORDS,
    VIEW_LABEL,
    is_unwanted,
    names_other_person,
    speaks_of_dates,
)
from blitar_scraper.extract.captions import is_caption, stands_under_picture
from blitar_scraper.extract.event_facts import is_event
from blitar_scraper.extract.facts_apart import find_facts_apart, names_other_article
from blitar_scraper.extract.furniture import CAPTION_LABEL, is_furniture
from blitar_scraper.extract.lines import Element, Layout, Line, common_ancestor
from blitar_scraper.extract.press_release import date_line, opens_press_release
from blitar_scraper.extract.structure import Structure
from blitar_scraper.extract.title import is_title_again
from blitar_scraper.extract.zones import Zones

_ABOVE = 5  # lines over the title: a picture's badge with day and counter, then section and path
_FEWEST_ENTRIES = 3
_ENTRY = 3  # lines of an entry in a list: title, teaser, date
_TITLE_WORDS = 3  # of another article; fewer are a section's, a tag's or a button's
_LINKS = 2  # in a line: more are a menu
_WHOLE_PAGE = frozenset({"html", "body", "main"})
# Lines between a date and the author's label: the name, "in", the section.
_PENDING = 3
_CREDITS_REACH = 16  # lines behind the text: share links and tags, then rows of a label, a colon and a name
_LONGEST_COUNTER = 40  # characters: "Total pengunjung bulan ini : 88.123"
_CARD_FOOT = 6  # lines: a counter, share links, the way back
# How far from the title it is looked for: the farthest seen had a breadcrumb, an image and a share bar in between.
_REACH = 14
_LETTER_OR_DIGIT, _DIGIT = re.compile(r"\w"), re.compile(r"\d")


def find_bylines(
    layout: Layout, zones: Zones, structure: Structure, boxed: Collection[int], reader: BylineLines
) -> list[FoundByline]:
    """The article's bylines in order of trust: below the title, above it, below the text. Most pages have one."""
    if structure.title is None or _lacks_title(layout, structure):
        return []
    finder = _Finder(layout, zones, structure, boxed, reader, structure.title.line)
    found = [byline for byline in (finder.below_title(), finder.above_title(), finder.below_text()) if byline]
    days = [byline.byline.date.iso[:10] for byline in found if byline.byline.date]
    if not days or all(byline.byline.views is None for byline in found):
        facts = find_facts_apart(layout, zones, structure.title.line, reader, unlabelled=not days)
        if facts and not (days and facts.byline.date and facts.byline.date.iso[:10] != days[0]):
            found.append(facts)
    if all(byline.byline.author is None for byline in found) and (credits_ := finder.credits()):
        found.append(credits_)
    return with_time_apart(found, layout, structure, boxed, reader)


def _lacks_title(layout: Layout, structure: Structure) -> bool:
    """Whether what was taken for the title is a heading within the text: no byline stands by it."""
    title, container = structure.title, structure.container
    if structure.certain or title is None or container is None:
        return False
    first, _ = layout.ranges.get(container, (0, 0))
    return any(line.is_prose for line in layout.lines[first : title.line.index])


class _Finder:
    def __init__(
        self,
        layout: Layout,
        zones: Zones,
        structure: Structure,
        boxed: Collection[int],
        reader: BylineLines,
        title: Line,
    ) -> None:
        self.layout, self.zones, self.structure, self.boxed = layout, zones, structure, boxed
        self.reader, self.title = reader, title
        self.first, self.end = layout.ranges.get(structure.scope, (0, len(layout.lines)))

    def may_join(self, line: Line, anchor: Line | None = None) -> bool:
        """Whether the line can stand within a byline beside its anchors: a name, a section, a share link, a number."""
        if line.is_datum:
            return False
        if not _LETTER_OR_DIGIT.search(line.text):
            return True  # the colon in a cell of its own
        beside = self.layout.lines[max(line.index - 1, 0) : line.index + 2]
        if any(other is not line and self.reader.value_of(other) is line for other in beside):
            return True
        if line.heading and not (anchor is not None and line.heading == anchor.heading) and not _is_field_label(line):
            return False
        if len(line.text) > 60 or line.is_prose or line.text[-1] in ".!?":
            return False
        if is_furniture(line) or SECTION_WORDS.fullmatch(line.text) or line.text.isdigit():
            return True
        if TIME_ALONE.fullmatch(line.text) or is_unwanted(line.text):
            return True
        if OTHER_COUNT.fullmatch(line.spaced):
            return True
        return (
            len(line.text.split()) <= 6
            and not _DIGIT.search(line.text)
            and not is_title_again(line.text, self.title.text)
        )

    def below_title(self) -> FoundByline | None:
        """The first run of byline lines after the title and before the text has gone on for a paragraph."""
        prose_seen = False
        last = min(self.title.index + 1 + _REACH, len(self.layout.lines))
        for line in self.layout.lines[self.title.index + 1 : last]:
            if self._skipped(line):
                continue
            if self.reader.is_anchor(line):
                run = self._run(line)
                if self._is_event(run):
                    continue
                if (prose_seen and self._is_of_other(run)) or self._is_row_of_other(run):
                    return None
                if not prose_seen or self._is_strong(run):
                    found = self._found(run, "below-title")
                    if found:
                        return found
            elif self._opens_text(line) and not self._is_caption(line):
                prose_seen = True
        return None

    def _is_caption(self, line: Line) -> bool:
        """Whether a line between title and text is the caption of a picture there."""
        if is_caption(line):
            return True
        following = self.layout.lines[line.index + 1 : line.index + 1 + _REACH]
        paragraph = next((other for other in following if other.is_prose), None)
        return paragraph is not None and stands_under_picture(self.layout, line, self.structure.scope, paragraph)

    def above_title(self) -> FoundByline | None:
        """A run right above the title, in the same part of the page; the page head's clock is not one."""
        for line in reversed(self.layout.lines[max(self.title.index - _ABOVE, 0) : self.title.index]):
            if line.index in self.boxed or self.zones.of(line, outside=(self.title,)):
                continue
            if line.index < self.first and (len(line.links) > _LINKS or not self._in_same_part(line)):
                return None
            if not self.reader.is_anchor(line):
                if line.heading or line.is_prose:
                    return None
                continue
            run = self._run(line)
            byline = self.reader.read_run(run)
            # Alone above a title, today's date is the page's clock.
            if byline.date and byline.parts == 1 and byline.date.iso[:10] >= self._today():
                continue
            if self.structure.scope.tag in ("body", "html") and byline.parts < 2:
                continue
            return None if self._follows_entries(run) else self._found(run, "above-title")
        return None

    def _follows_entries(self, run: list[Line]) -> bool:
        """Whether the run is the last of several, each under the linked title of another article."""
        above = self.layout.lines[max(run[0].index - 2 * _ENTRY, 0) : run[0].index]
        return self._is_of_other(run) and sum(self.reader.is_anchor(line) for line in above) >= _FEWEST_ENTRIES - 1

    def _is_of_other(self, run: list[Line]) -> bool:
        """Whether the run holds the linked title of another article, or stands right under one, with a teaser between
        at most."""
        if any(names_other_article(line, self.title, self.reader) for line in run):
            return True
        above = self.layout.lines[max(run[0].index - 2, 0) : run[0].index]
        return self.title not in above and any(
            line.is_linked
            and len(line.text.split()) >= _TITLE_WORDS
            and not (line.index in self.boxed or is_marked(line) or is_furniture(line))
            for line in above
        )

    def _in_same_part(self, line: Line) -> bool:
        """Whether the smallest element around line and title is a part of the page: the article's, beyond its text."""
        return common_ancestor(line.block, self.title.block).tag not in _WHOLE_PAGE

    def _today(self) -> str:
        return self.reader.seen_at.date().isoformat()

    def below_text(self) -> FoundByline | None:
        """A run at the end of the text or right after it: with a label, a counter, or a date beside an author."""
        if self.structure.container is None:
            return None
        start, end = self.structure.text_range(self.layout)
        start = max(start, self.title.index + 1)
        stop = min(max(self.end, end), end + 8)
        last_prose = next(
            (
                line.index
                for line in reversed(self.layout.lines[start:end])
                if line.is_prose
                and line.index not in self.boxed
                and not self.reader.is_anchor(line)
                and not is_furniture(line)
            ),
            start - 1,
        )
        lines = [line for line in self.layout.lines[last_prose + 1 : stop] if not self._skipped(line)]
        lines += self._right_behind(stop)
        for line in reversed(lines):
            if self.reader.is_anchor(line):
                run = self._run(line)
                if self._is_one_of_several(run, lines) or self._is_row_of_other(run):
                    continue
                if self._is_event(run) or (line.index >= stop and self.reader.read_run(run).date):
                    continue
                if self._is_of_other(run) or self._is_of_series(run):
                    continue
                if self._closes_text(run, lines):
                    return self._found(run, "below-text")
        return None

    def credits(self) -> FoundByline | None:
        """The one labelled author right behind the text, among other people with their labels or alone in a row."""
        if self.structure.container is None:
            return None
        _, end = self.structure.text_range(self.layout)
        lines = self.layout.lines[end : end + _CREDITS_REACH]
        of_others = next((line.index for line in lines if line.is_prose or self._opens_others(line)), end + len(lines))
        found = [
            FoundByline(byline, frozenset(member.index for member in self._with_value(line)), "below-text")
            for line in lines
            if line.index < of_others and not self._skipped(line) and self.reader.is_anchor(line)
            if (byline := self.reader.read(line)).author and byline.labelled and byline.parts == 1
        ]
        return found[0] if len({other.byline.author for other in found}) == 1 else None

    def _opens_others(self, line: Line) -> bool:
        """Whether the title of another article, or the heading of a list of them, stands in a line."""
        is_heading = line.heading > 0 or line.is_linked
        return is_heading and len(line.text.split()) >= _TITLE_WORDS and not is_furniture(line)

    def _is_row_of_other(self, run: list[Line]) -> bool:
        """Whether it is a row of a list of articles: it holds the linked title of another one, or the line before or
        after it has another day and another counter, too."""
        if any(names_other_article(line, self.title, self.reader) for line in run):
            return True
        mine = self.reader.read_run(run)
        if mine.date is None or mine.views is None:
            return False
        first, last = run[0].index, run[-1].index
        beside = [line for line in self.layout.lines[max(first - 1, 0) : last + 2] if line not in run]
        rows = [self.reader.read(line) for line in beside if self.reader.is_anchor(line)]
        return any(row.date and row.views is not None and row.date.iso[:10] != mine.date.iso[:10] for row in rows)

    def _is_one_of_several(self, run: list[Line], lines: list[Line]) -> bool:
        """Whether it is a linked row among others, each with a day of its own: a list of other articles."""
        if not any(line.href for line in run):
            return False
        rows = [line for line in lines if line.href and self.reader.is_anchor(line)]
        return len({date.iso[:10] for line in rows if (date := self.reader.read(line).date)}) > 1

    def _right_behind(self, stop: int) -> list[Line]:
        """What a card prints below the part with title and text: a few short lines, of no other article."""
        parent = self.structure.scope.getparent()
        if stop < self.end or parent is None or parent.tag in _WHOLE_PAGE:
            return []
        behind = self.layout.lines[stop : self.layout.ranges.get(parent, (0, 0))[1]]
        of_others = any(
            line.is_prose or ((line.heading or line.is_linked) and len(line.text.split()) > 2) for line in behind
        )
        return [] if len(behind) > _CARD_FOOT or of_others else [line for line in behind if not self._skipped(line)]

    def _closes_text(self, run: list[Line], lines: list[Line]) -> bool:
        """Whether a run after the text is the article's byline, and not the text's own last words."""
        byline = self.reader.read_run(run)
        if self._is_strong(run) or (
            byline.parts >= 2 and not self._is_dateline(run) and not self._is_point(run, byline)
        ):
            return True
        if byline.parts == 0:
            return byline.modified is not None
        # A date alone: the only one there, told by a word ("Diterbitkan") or by its time of day.
        if byline.date is None or sum(self.reader.is_anchor(line) for line in lines) > len(run):
            return False
        before = run[0].text.partition(byline.date_raw or "")[0]
        return len(byline.date.iso) > len("2024-09-27") or (bool(before.strip()) and speaks_of_dates(before))

    def _is_event(self, run: list[Line]) -> bool:
        return self.reader.read_run(run).date is not None and is_event(run, self.layout, self.reader)

    def _is_point(self, run: list[Line], byline: Byline) -> bool:
        """Whether it is a point of the text's own list or table: there what stands beside a date is seldom a name."""
        inside = self.structure.container is not None and self.layout.holds(self.structure.container, run[0])
        in_list = run[0].block.tag in ("li", "td", "th")
        return inside and in_list and not (byline.author and OFFICE_AUTHOR.match(byline.author))

    def _is_of_series(self, run: list[Line]) -> bool:
        """Whether a run is one of several lines that begin with a day each: `2 Oktober 2024: Kelurahan Gedog`."""
        mine = self._day_at_start(run[0])
        beside = self.layout.lines[run[0].index - 1 : run[0].index] + self.layout.lines[run[-1].index + 1 :][:1]
        return mine is not None and any(self._day_at_start(line) not in (None, mine) for line in beside)

    def _day_at_start(self, line: Line) -> str | None:
        date = self.reader.read(line).date if self.reader.is_anchor(line) else None
        return date.iso[:10] if date is not None and line.text.startswith(date.raw) else None

    def _skipped(self, line: Line) -> bool:
        return (
            (line.index in self.boxed and not is_posting_note(line.text))
            or (line.is_linked and not self.reader.is_anchor(line))
            or is_title_again(line.text, self.title.text)
        )

    def _opens_text(self, line: Line) -> bool:
        """Whether a line that is no byline begins the text: prose, or a line that could not stand in a byline."""
        return line.is_prose or not (self.may_join(line) or line.heading)

    def _run(self, anchor: Line) -> list[Line]:
        """The anchor and the lines around it that read as one byline."""
        lines = self.layout.lines
        run = self._with_value(anchor)
        for step in (-1, 1):
            index = (max if step > 0 else min)(line.index for line in run) + step
            pending: list[Line] = []
            while 0 <= index < len(lines) and (len(pending) <= _PENDING or self._hang_together(anchor, lines[index])):
                line = lines[index]
                index += step
                if line is self.title or not self._near(anchor, line):
                    break
                if line.index in self.boxed and not self._is_counter(line):
                    break
                agrees = self.reader.is_anchor(line) and self._agrees(run + pending, line)
                if agrees or (is_marked(line) and not line.heading):
                    run += [*pending, *self._with_value(line)]
                    index = max(run[-1].index, line.index) + step if step > 0 else index
                    pending = []
                elif self.may_join(line, anchor):
                    pending.append(line)
                else:
                    break
            # A lone name beside the anchor belongs to it where both hang on one list or row.
            run += [line for line in pending if self._same_row(anchor, line) or self._one_box(anchor, line)]
            # "Posted" in an element of its own belongs to the date that it announces.
            run += [line for line in pending[:1] if _is_field_label(line)]
            run += [line for line in pending[:_PENDING] if line not in run and TIME_ALONE.fullmatch(line.text)]
            run += self._lone_author(
                [line for line in pending if line not in run and _LETTER_OR_DIGIT.search(line.text)]
            )
            run += self._others(pending) if step > 0 else []
        return sorted(set(run), key=lambda line: line.index)

    def _is_counter(self, line: Line) -> bool:
        """Whether a line of a box for comments or shares is a bare counter, as some themes print beside the date."""
        if len(line.text) > _LONGEST_COUNTER or self.zones.of(line) not in ("comments", "share"):
            return False
        return line.text.isdigit() or OTHER_COUNT.fullmatch(line.spaced) is not None or self.reader.is_anchor(line)

    def _with_value(self, line: Line) -> list[Line]:
        """The line, and that of the name which it announces."""
        value = self.reader.value_of(line)
        if value is None:
            return [line]
        return self.layout.lines[min(line.index, value.index) : max(line.index, value.index) + 1]

    def _others(self, following: list[Line]) -> list[Line]:
        """The editor and other people right below the author, each with the label of its own."""
        found: list[Line] = []
        for line in following:
            if line not in found and (not names_other_person(line.text) or CAPTION_LABEL.match(line.text)):
                break
            found += self._with_value(line)
        return found

    def _lone_author(self, beside: list[Line]) -> list[Line]:
        """The author in an element of its own beside the date, with its label where that has one, too.

        `beside` are the lines on one side of the date, the nearest first. Without a label a name there could be a
        subtitle; an office's could not, nor one whose initial stands before it for a portrait.
        """
        for index, line in enumerate(beside[1:], 1):
            if AUTHOR_LABEL.fullmatch(line.text):
                return beside[: index + 1]
        if len(beside) > 1 and _is_initial(beside[1].text, beside[0].text):
            return beside[:2]
        return beside[:1] if beside and LONE_OFFICE.fullmatch(beside[0].text) else []

    def _hang_together(self, anchor: Line, line: Line) -> bool:
        return self._near(anchor, line) and (self._one_box(anchor, line) or self._same_row(anchor, line))

    def _near(self, anchor: Line, line: Line) -> bool:
        return abs(anchor.index - line.index) <= 6 or self._one_box(anchor, line)

    def _one_box(self, anchor: Line, line: Line) -> bool:
        """Whether both lie in one table or list that holds nothing but short lines: facts in cells."""
        box = common_ancestor(anchor.block, line.block)
        if box.tag not in ("table", "tbody", "ul", "ol", "dl"):
            return False
        lines = self.layout.within(box)
        return len(lines) <= 20 and not any(member.is_prose or member is self.title for member in lines)

    def _agrees(self, run: list[Line], line: Line) -> bool:
        """A second date ends the run: it is the text's dateline or another article's byline."""
        # A line without a hint says neither when nor how often: it need not be read.
        mine = [self.reader.read(member) for member in run if self.reader.has_hint(member)]
        other = self.reader.read(line)
        counts = {byline.views for byline in mine if byline.views is not None}
        if other.views is not None and counts and counts != {other.views}:  # a label and its value say the same
            return False
        days = {byline.date.iso[:10] for byline in [*mine, other] if byline.date}
        return len(days) <= 1 or says_created(line.text) or any(says_created(member.text) for member in run)

    def _same_row(self, anchor: Line, line: Line) -> bool:
        if line.block is anchor.block:
            # After `<br>`: a bare counter or time of day, or a name where the anchor has none.
            if line.text.isdigit() or TIME_ALONE.fullmatch(line.text):
                return True
            return names_other_person(line.text) or (self.reader.read(anchor).author is None and not is_furniture(line))
        one, other = anchor.block.getparent(), line.block.getparent()
        # <li>, <td> or <div> side by side, no prose among them.
        if one is None or one is not other or anchor.block.tag != line.block.tag:
            return False
        if anchor.block.tag == "p":  # a subtitle stands so, too, but without an icon
            return _begins_with_icon(anchor.block) and _begins_with_icon(line.block)
        return anchor.block.tag in ("li", "td") or not any(member.is_prose for member in self.layout.within(one))

    def _is_strong(self, run: list[Line]) -> bool:
        """Whether a run is a byline even after text has begun: a paragraph may open with a date, never with"
        " a counter."""
        byline = self.reader.read_run(run)
        icons = any(token.icon in ("date", "author", "views") for line in run for token in line.tokens)
        return byline.views is not None or byline.labelled or (icons and byline.parts >= 1)

    def _is_dateline(self, run: list[Line]) -> bool:
        if len(run) != 1:
            return False
        return date_line(run[0].text, seen_at=self.reader.seen_at, timezone=self.reader.timezone) is not None

    def _under_release_header(self, line: Line) -> bool:
        """Whether a press release's header stands right above, with its title repeated in between at most."""
        above = self.layout.lines[max(line.index - 3, 0) : line.index]
        return any(opens_press_release(other.text) for other in above)

    def _among_site_counters(self, run: list[Line]) -> bool:
        """Whether a counter stands with those of the site's visitors: `Hits` in a table with `Online`."""
        first, last = run[0].index, run[-1].index
        return any(
            len(line.text) <= _LONGEST_COUNTER
            and counts_visitors(line.text)
            and (_DIGIT.search(line.text) or self._one_box(run[0], line))
            for line in self.layout.lines[max(first - 1, 0) : last + 2]
        )

    def _found(self, run: list[Line], place: str) -> FoundByline | None:
        byline = self.reader.read_run(run)
        if byline.parts == 0 and byline.modified is None and not byline.problems:
            return None
        if place == "below-text" and byline.views is not None and not byline.date and self._among_site_counters(run):
            return None
        if byline.parts == 1 and byline.date and self._is_dateline(run) and self._under_release_header(run[0]):
            return None
        return FoundByline(byline, frozenset(line.index for line in run), place)


def _is_initial(text: str, name: str) -> bool:
    """Whether a text is nothing but the first letter of a name, or those of its first two words."""
    initials = "".join(word[0] for word in name.split()[:2]).upper()
    return 0 < len(text) <= 2 and initials.startswith(text)


def _is_field_label(line: Line) -> bool:
    """Whether a line is the name of a date or counter that stands beside it: `Tanggal`, `Posted`, `Dibaca`."""
    return speaks_of_dates(line.text) or VIEW_LABEL.fullmatch(line.text) is not None


def _begins_with_icon(block: Element) -> bool:
    """Whether a picture stands before the text of a block, also one that does not say what it is."""
    first = next(iter(block), None)
    return first is not None and first.tag in ("svg", "i", "img") and not (block.text or "").strip()
