"""What happens on the sample site in the eight days between the two crawls of the demonstration.

The facts stand here as data, so that a test asks the story what changed instead of naming addresses.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta
from functools import cache
from typing import Literal

from blitar_scraper.demo.articles import SampleArticle, paragraphs
from blitar_scraper.demo.content import ARTICLES_A_YEAR, DAY_ONE, archive, compose, number_of, slug_of

LAST_DAY = 8


@dataclass(frozen=True, slots=True)
class Published:
    """A new article appears."""

    day: int
    article: SampleArticle


@dataclass(frozen=True, slots=True)
class Edited:
    """An article says something else; its address and date stay. `changed` names what: title, body or both."""

    day: int
    before: SampleArticle
    after: SampleArticle
    changed: frozenset[Literal["title", "body"]]


@dataclass(frozen=True, slots=True)
class Moved:
    """An article has a new address; the old one redirects there."""

    day: int
    before: SampleArticle
    after: SampleArticle


@dataclass(frozen=True, slots=True)
class Removed:
    """An article is taken down; its address then answers 404, or redirects to the home page."""

    day: int
    article: SampleArticle
    answer: Literal["404", "home"]


@dataclass(frozen=True, slots=True)
class Story:
    published: tuple[Published, ...]
    edited: tuple[Edited, ...]
    moved: tuple[Moved, ...]
    removed: tuple[Removed, ...]


def _published() -> tuple[Published, ...]:
    first_number = sum(ARTICLES_A_YEAR.values())
    days = (1, 2, 3, 5, 6, 8)
    return tuple(
        Published(day, replace(compose(first_number + place, DAY_ONE + timedelta(days=day)), readers=0))
        for place, day in enumerate(days)
    )


def _new_title(article: SampleArticle) -> SampleArticle:
    return replace(article, title=f"{article.title} Tahun {article.published_on.year}")


def _new_body(article: SampleArticle) -> SampleArticle:
    first, _, *rest = article.blocks
    correction = paragraphs(
        "Jumlah peserta yang sebelumnya tertulis keliru telah diperbaiki panitia sesuai daftar hadir.",
        "Berita ini diperbarui setelah ada keterangan tambahan dari penyelenggara kegiatan.",
    )
    return replace(article, blocks=(first, correction[0], *rest, correction[1]))


def _new_address(article: SampleArticle) -> SampleArticle:
    return replace(article, slug=slug_of(f"{article.title} {article.published_on:%Y%m%d}"))


@cache
def story() -> Story:
    """What happens, to articles that are not older than thirty days on the last day: those whose revisit is due."""
    recent = [
        article
        for article in archive()
        if DAY_ONE - article.published_on <= timedelta(days=30 - LAST_DAY)
        and not article.features
        and not article.number
    ]
    # The text alone is edited of the newest: nothing on the listing tells, but its look on the seventh day is due.
    rewritten, titled, gone, moved, lost, both = recent[:6]
    return Story(
        published=_published(),
        edited=(
            Edited(2, titled, _new_title(titled), frozenset({"title"})),
            Edited(4, rewritten, _new_body(rewritten), frozenset({"body"})),
            Edited(6, both, _new_body(_new_title(both)), frozenset({"title", "body"})),
        ),
        moved=(Moved(5, moved, _new_address(moved)),),
        removed=(Removed(3, gone, "404"), Removed(7, lost, "home")),
    )


@cache
def articles_on(day: int) -> tuple[SampleArticle, ...]:
    """The articles that the site lists on this day, newest first."""
    told = story()
    gone = {removed.article.slug for removed in told.removed if removed.day <= day}
    changed: list[Edited | Moved] = [*told.edited, *told.moved]
    changes = {change.before.slug: change.after for change in changed if change.day <= day}
    new = [published.article for published in told.published if published.day <= day]
    old = [changes.get(article.slug, article) for article in archive() if article.slug not in gone]
    return tuple(sorted([*old, *new], key=lambda article: article.published_on, reverse=True))


def readers_on(article: SampleArticle, day: int) -> int:
    """How many others have read it by this day: more each day, and a new article faster than an old one."""
    age = max((DAY_ONE - article.published_on).days, 0)
    published = max((article.published_on - DAY_ONE).days, 0)
    pace = 25 if age <= 30 else 3
    return article.readers + sum(
        1 + number_of("readers", article.identity, one) % pace for one in range(published, day)
    )
