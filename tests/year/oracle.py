"""What a crawler that keeps to the plan must find on the simulated site, and what that costs at the least.

Written from the plan alone (README: 1, 7, 30 and 180 days after publication, then yearly, and at once where the listing
shows a change), in whole days, knowing nothing of the program. What the listings showed depends on how far they were
read: that is taken from the site's own log, and what it should have cost is counted beside it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from blitar_scraper.demo.articles import SampleArticle
from blitar_scraper.demo.pages import PAGE_SIZE
from tests.year.lives import Life, day_of
from tests.year.site import HOME_PAGES

AFTER = (1, 7, 30, 180)
AFTER_GONE = (30, 180)
# Two articles that are not on the listing any more may be removed; a third is the site's own doing.
MOST_MISSING = 2


@dataclass(frozen=True, slots=True)
class Edit:
    """A change of what an article says, as far as two looks that follow each other can tell."""

    number: int
    day: int
    before: SampleArticle
    after: SampleArticle


@dataclass
class Known:
    """What is known of one article after the last look at it."""

    life: Life
    first_day: int
    seen: SampleArticle
    sayings: set[tuple[str, date]]
    due: int
    edited: int | None = None
    gone: int | None = None
    paths: set[str] = field(default_factory=set)


@dataclass
class Findings:
    """What must be found. `fewest` is the least number of requests by day."""

    edits: list[Edit] = field(default_factory=list)
    removals: list[tuple[int, int]] = field(default_factory=list)
    returns: list[tuple[int, int]] = field(default_factory=list)
    moves: list[tuple[int, int]] = field(default_factory=list)
    fewest: dict[int, int] = field(default_factory=dict)
    looks: dict[int, int] = field(default_factory=dict)
    content: dict[int, list[SampleArticle]] = field(default_factory=dict)  # what was seen of each article, in order


class Oracle:
    """Goes through the days in order. `asked` is the site's log: the targets by day."""

    def __init__(self, lives: Sequence[Life], asked: Mapping[int, Sequence[str]]) -> None:
        self.lives, self.asked = lives, asked
        self.of_path = {path: life for life in lives for path in life.paths}
        self.known: dict[int, Known] = {}
        self.found = Findings()
        self.listed: set[int] = set()

    def year(self, days: int) -> Findings:
        for day in range(days):
            self._day(day)
        return self.found

    def _day(self, day: int) -> None:
        articles = self._shown(day)
        listed = articles if day == 0 else self._read_of(day, articles)
        requests = 1 + len(HOME_PAGES)  # robots.txt, and each start address
        new, looks = [], []
        for article in listed:
            number = self.of_path[article.path].number
            if (known := self.known.get(number)) is None:
                new.append(article)
            elif article.path not in known.paths:
                requests += 1  # a new address: read like a new article; then its old one, which leads there, is asked
                known.paths.add(article.path)
                looks.append(number)
            elif self._says_something_new(known, article):
                looks.append(number)
        looks += [number for number in self._missing(listed) if number not in looks]
        looks += [number for number, known in self.known.items() if known.due <= day and number not in looks]
        # The listing pages that are needed so that no new article is overlooked: one suffices for less than a page.
        requests += sum(max(0, -(-(len(new) + 1) // PAGE_SIZE) - 1) for _ in HOME_PAGES[1:]) if day else 0
        for article in new:
            self._read_first(article, day)
        for number in looks:
            requests += self._look(self.known[number], day)
        self.listed = {self.of_path[article.path].number for article in listed}
        self.found.fewest[day] = requests + len(new)
        self.found.looks[day] = len(looks)

    def _shown(self, day: int) -> list[SampleArticle]:
        states = [state for life in self.lives if (state := life.on(day)) is not None and state.is_there]
        return sorted((state.article for state in states), key=lambda article: article.published_on, reverse=True)

    def _read_of(self, day: int, articles: list[SampleArticle]) -> list[SampleArticle]:
        """What stood on the listing pages that were read that day."""
        pages = {int(target.partition("?page=")[2] or 1) for target in self.asked[day] if _is_listing(target)}
        return articles[: PAGE_SIZE * max(pages)]

    def _says_something_new(self, known: Known, article: SampleArticle) -> bool:
        saying = (article.title, article.published_on)
        is_new = saying not in known.sayings
        known.sayings.add(saying)
        return is_new and saying != (known.seen.title, known.seen.published_on)

    def _missing(self, listed: list[SampleArticle]) -> list[int]:
        """Articles that the listing should still show, between those that it does."""
        if not listed:
            return []
        shown = {self.of_path[article.path].number for article in listed}
        oldest = listed[-1].published_on
        missing = [
            number
            for number in self.listed - shown
            if self.known[number].gone is None and self.known[number].seen.published_on > oldest
        ]
        return missing if len(missing) <= MOST_MISSING else []

    def _read_first(self, article: SampleArticle, day: int) -> None:
        life = self.of_path[article.path]
        known = Known(life, day, article, {(article.title, article.published_on)}, 0, paths={article.path})
        self.known[life.number] = known
        self.found.content[life.number] = [article]
        self._plan(known, day)

    def _look(self, known: Known, day: int) -> int:
        """One planned look; how many requests it takes."""
        state = known.life.on(day)
        assert state is not None
        number = known.life.number
        if not state.is_there:
            if known.gone is None:
                known.gone = day
                self.found.removals.append((number, day))
            known.due = next(due for due in _dates(known.gone, AFTER_GONE) if due > day)
            return 2 if state.answer == "home" else 1
        if known.gone is not None:
            known.gone = None
            self.found.returns.append((number, day))
        if _content(state.article) != _content(known.seen):
            self.found.edits.append(Edit(number, day, known.seen, state.article))
            self.found.content[number].append(state.article)
            known.edited = day
        hops = int(state.article.path != known.seen.path)
        if hops:
            self.found.moves.append((number, day))
            known.paths.add(state.article.path)
        known.seen = state.article
        self._plan(known, day)
        return 1 + hops

    def _plan(self, known: Known, day: int) -> None:
        published = (known.seen.published_on - day_of(0)).days
        if known.first_day - published > AFTER[-1]:
            known.due = self._spread(known, day)
        else:
            known.due = next(due for due in _dates(min(published, known.first_day), AFTER) if due > day)
        if known.edited is not None:
            known.due = min(known.due, next(due for due in _dates(known.edited, AFTER) if due > day))

    def _spread(self, known: Known, day: int) -> int:
        """What a backfill brought in is due once a year, on any day: the log says which. Once more within a year is
        more than the fewest."""
        paths = {known.seen.path}
        later = (one for one in range(day + 1, max(self.asked) + 1) if paths & set(self.asked[one]))
        return next(later, 10_000) if day == known.first_day else day + 365


def _is_listing(target: str) -> bool:
    return target.partition("?")[0] in HOME_PAGES


def _content(article: SampleArticle) -> tuple[object, ...]:
    return article.title, article.author, article.section, article.published_on, article.body


def _dates(begin: int, after: tuple[int, ...]) -> Iterator[int]:
    yield from (begin + days for days in after)
    first = day_of(begin)
    for year in range(first.year + 1, first.year + 20):
        yield (first.replace(year=year) - day_of(0)).days  # the seed has no 29 February
