"""Which of a listing page's links are its entries: by the shape of their addresses and where in the page they stand."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from blitar_scraper.addresses import shape_of
from blitar_scraper.extract.entries import Group
from blitar_scraper.extract.zones import Zones

# A shape with a quarter of the strongest one's votes is a second kind of article; below it are stray pages.
_SHARE_OF_VOTES = 4
_FEWEST_VOTES = 2
_FEWEST_BARE = 3


def choose(zones: Zones, groups: Sequence[Group], pager: int | None) -> list[Group]:
    """The groups that are the page's own entries, in its order; `pager` is the index of the pager's line.

    Boxes with headings of their own ("Berita Terbaru") and sidebars are left out, unless the pager belongs to one, or
    nothing else is a list: then the page is one of blocks (a home page), and all of them count.
    """
    candidates = _speaking(groups)
    regions: dict[int | str | None, list[Group]] = {}
    for group in candidates:
        regions.setdefault(_region(zones, group), []).append(group)
    before = [group for group in candidates if pager is not None and group.first <= pager]
    preferred = _region(zones, before[-1]) if before else None
    for region in (preferred, None):
        chosen = _of_commonshape_of(regions.get(region, []))
        if _is_list(chosen):
            return chosen
    return _of_commonshape_of(candidates)


def _region(zones: Zones, group: Group) -> int | str | None:
    """The box or sidebar that an entry stands in; None for the page's main part."""
    line = group.title_line or group.mentions[0].line
    zone = zones.of(line)
    if zone in ("side", "related", "neighbours"):
        return zone
    return zones.boxed.get(line.index)


def _is_list(groups: Sequence[Group]) -> bool:
    """Whether entries are the page's list, not stray links: two at least, or one with a byline or teaser."""
    return len(groups) >= 2 or any(group.byline.parts or group.teaser for group in groups)


def _of_commonshape_of(groups: Sequence[Group]) -> list[Group]:
    """The groups whose address has the shape that dated or titled entries have."""
    votes: Counter[tuple[str, ...]] = Counter()
    for group in groups:
        votes[shape_of(group.url)] += _strength(group)
    top = max(votes.values(), default=0)
    if top < _FEWEST_VOTES:
        # Titles alone, without dates, teasers or headings: many of one shape are a list all the same.
        votes = Counter(shape_of(group.url) for group in groups)
        top = max(votes.values(), default=0)
        if top < _FEWEST_BARE:
            return []
    shapes = {shape for shape, count in votes.items() if count * _SHARE_OF_VOTES >= top and count >= _FEWEST_VOTES}
    return [group for group in groups if shape_of(group.url) in shapes or group.byline.date]


def _strength(group: Group) -> int:
    """How much an entry looks like one: a date most, then any fact, then a teaser; a heading adds to each."""
    strength = 4 if group.byline.date else 2 if group.byline.parts else 1 if group.teaser else 0
    if group.title_line is not None and group.title_line.heading:
        strength += 1
    return strength


def _speaking(groups: Sequence[Group]) -> list[Group]:
    """The groups that have a title; two words are one where they stand as the titles of other entries do."""
    alike = Counter(standing for group in groups if _speaks(group) and (standing := _standing(group)))
    short = [group for group in groups if not _speaks(group) and len(group.title.split()) == 2]
    titled = {group for group in short if alike[_standing(group) or ()] >= _FEWEST_BARE}
    return [group for group in groups if _speaks(group) or group in titled]


def _standing(group: Group) -> tuple[object, ...] | None:
    """What the headings of a list's entries have in common: address, level and class; None for what is no heading."""
    line = group.title_line
    if line is None or not line.heading:
        return None
    return shape_of(group.url), line.heading, line.block.get("class")


def _speaks(group: Group) -> bool:
    """Whether an entry has a title: three words, or fewer with a byline or teaser; menus have one or two."""
    words = len(group.title.split())
    return words >= 3 or (words >= 1 and (group.byline.parts > 0 or group.teaser) and len(group.title) >= 6)
