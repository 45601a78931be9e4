"""The sites: what each is, how often it publishes, what its pages show. Pure functions of seed and number."""

from __future__ import annotations

import random
from dataclasses import dataclass
from typing import Literal

Views = Literal["always", "some", "never"]
Validators = Literal["none", "right", "wrong"]
Source = Literal["listing", "feed", "rest"]


@dataclass(frozen=True, slots=True)
class Habit:
    """How an office publishes: articles a week in the mean, and how many it had when it was first crawled.

    `weekdays`: only from Monday to Friday; `leave`: nothing around Idulfitri; `until`: the last day on which it does.
    """

    name: str
    a_week: float
    before: int
    weekdays: bool = True
    leave: bool = True
    until: int | None = None


TOWN = Habit("town", 25.0, 60)
OFFICE = Habit("office", 5.0, 40)
AGENCY = Habit("agency", 1.5, 25)
VILLAGE = Habit("village", 0.5, 15, weekdays=False, leave=False)
# Of twenty sites: a busy town and four to seven of each other kind.
_HABITS = (
    *(TOWN, VILLAGE, OFFICE, AGENCY, VILLAGE, OFFICE, VILLAGE, AGENCY, VILLAGE, OFFICE),
    *(VILLAGE, AGENCY, VILLAGE, OFFICE, VILLAGE, AGENCY, VILLAGE, OFFICE, VILLAGE, AGENCY),
)
# The markups of pages.py, in the order of the sites.
SKINS = ("cards", "wordpress", "opensid", "joomla", "lokomedia", "laravel", "icons", "labels", "plain")
# How each publishing system names things: listing, its page N, an article (number, slug, Y, M, D).
ADDRESSES: dict[str, tuple[str, str, str]] = {
    "cards": ("/beranda", "/beranda?page={page}", "/berita/{slug}"),
    "wordpress": ("/", "/page/{page}/", "/{year}/{month:02}/{day:02}/{slug}/"),
    "opensid": ("/", "/index/{page}", "/artikel/{year}/{month}/{day}/{slug}"),
    "joomla": ("/index.php/berita", "/index.php/berita?start={start}", "/index.php/berita/{number}-{slug}"),
    "lokomedia": ("/semua-berita.html", "/semua-berita-hal-{page}.html", "/berita-{number}-{slug}.html"),
    "laravel": ("/berita", "/berita?page={page}", "/berita/{slug}"),
    "icons": ("/news", "/news?halaman={page}", "/read/{number}/{slug}"),
    "labels": ("/informasi", "/informasi/index/{page}", "/informasi/detail/{number}/{slug}"),
    "plain": ("/kabar", "/kabar?hal={page}", "/kabar/{year}/{slug}"),
}
PLACES = (
    "Sukamaju Karangrejo Sumberagung Tanjungsari Wonorejo Mekarsari Banyuurip Kedungwaru Purwosari Girimulyo".split()
)


@dataclass(frozen=True, slots=True)
class SoakSite:
    """A site. `system` decides its addresses and its first markup; `skin` may change later (faults.py)."""

    number: int
    seed: int
    system: str
    source: Source
    habit: Habit
    author: bool
    views: Views
    lists_views: bool
    minutes: bool  # whether pages print the time of day
    validators: Validators
    per_page: int
    ill: float  # on what share of its days something goes wrong

    @property
    def id(self) -> str:
        return f"situs-{self.number:02}"

    @property
    def name(self) -> str:
        kind = "Desa" if self.habit is VILLAGE else "Kota" if self.habit is TOWN else "Dinas"
        return f"{kind} {PLACES[self.number % 10]} {self.number}"

    @property
    def host(self) -> str:
        """An address of its own within 127.0.0.0/8, which all is this machine."""
        return f"127.7.{self.number // 200}.{self.number % 200 + 1}"

    def chance(self, *what: object) -> random.Random:
        """The random source for one thing of this site; the same for the same thing always."""
        return random.Random(f"{self.seed} {self.number} {what}")

    def listing_path(self, page: int = 1) -> str:
        first, further, _ = ADDRESSES[self.system]
        return first if page == 1 else further.format(page=page, start=(page - 1) * self.per_page)


# Of the sites here a twentieth of the days is much; more only to find faults of ours sooner.
ILL = 0.05


def make_sites(seed: int, count: int, ill: float = ILL) -> tuple[SoakSite, ...]:
    return tuple(_make(seed, number, ill) for number in range(count))


def _make(seed: int, number: int, ill: float) -> SoakSite:
    rng = random.Random(f"{seed} site {number}")
    system = SKINS[number % len(SKINS)]
    sources: tuple[Source, ...] = ("rest", "feed") if system == "wordpress" else ("listing", "listing", "feed")
    views: tuple[Views, ...] = ("always", "always", "always", "some", "never")
    validators: tuple[Validators, ...] = ("none", "none", "right", "right", "wrong")
    return SoakSite(
        number,
        seed,
        system,
        sources[number // len(SKINS) % len(sources)],
        _HABITS[number % len(_HABITS)],
        author=rng.random() < 0.8,
        views=rng.choice(views),
        lists_views=rng.random() < 0.5,
        minutes=rng.random() < 0.4,
        validators=rng.choice(validators),
        per_page=rng.choice((6, 8, 10, 10, 12)),
        ill=ill,
    )
