"""The facts of a made-up article, by a seed: what a template prints, or leaves out, and what its record must be."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Literal
from zoneinfo import ZoneInfo

from blitar_scraper.items import Site
from tests.templates import phrases

SEEN_AT = datetime(2026, 3, 17, 4, 20, tzinfo=UTC)  # when all pages were fetched: their heads print this day
MONTHS = "Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember".split()
DAYS = "Senin Selasa Rabu Kamis Jumat Sabtu Minggu".split()

Kind = Literal["p", "h", "ul", "ol", "table", "quote", "image", "also"]


@dataclass(frozen=True, slots=True)
class Block:
    """A piece of the text. `rows`: list items (one cell each) or table rows; "image" has its caption as `text`;

    "also" points to another article ("Baca juga") and is no part of the text.
    """

    kind: Kind
    text: str = ""
    rows: tuple[tuple[str, ...], ...] = ()

    @property
    def lines(self) -> list[str]:
        """The lines of the body that this block must give."""
        if self.kind == "also":
            return []
        if self.rows:
            return ["\t".join(row) for row in self.rows]
        return [self.text] if self.text else []


@dataclass(frozen=True, slots=True)
class Other:
    """Another article of the same site, as lists and boxes show it."""

    title: str
    slug: str
    id: int
    published: datetime
    views: int
    author: str
    section: str
    teaser: str


@dataclass(frozen=True, slots=True)
class Comment:
    name: str
    written: datetime
    text: str


@dataclass(frozen=True, slots=True)
class Facts:
    """Everything known of an article and its site; times are naive, in the site's local time.

    `signature` is the last line of the text where it names the author (`signed_by`), else None. The text begins with
    a press release's header now and then.
    """

    site: Site
    agency: str  # the site's name as its head prints it
    short: str  # the region's short name
    title: str
    slug: str
    id: int
    author: str
    editor: str
    published: datetime
    modified: datetime
    views: int
    section: str
    tags: tuple[str, ...]
    blocks: tuple[Block, ...]
    signature: str | None
    signed_by: str | None
    image: str
    caption: str
    others: tuple[Other, ...]
    comments: tuple[Comment, ...]
    now: datetime  # SEEN_AT in the site's local time

    @property
    def home(self) -> str:
        """The site's address without trailing slash."""
        return self.site.home_url.rstrip("/")

    @property
    def body(self) -> list[str]:
        """The lines of the text, the signature included."""
        lines = [line for block in self.blocks for line in block.lines]
        return [*lines, self.signature] if self.signature else lines


class _Writer:
    """Fills the slots of phrases by a random source."""

    def __init__(self, rng: random.Random, region: tuple[str, str, str, str, str], day: datetime) -> None:
        self.rng, self.region, self.day = rng, region, day

    def one(self, phrases_: Sequence[str]) -> str:
        return self.fill(self.rng.choice(phrases_))

    def fill(self, phrase: str) -> str:
        while "{" in phrase:
            phrase = re.sub(r"\{(\w+)\}", lambda match: self._slot(match[1]), phrase)
        return phrase

    def name(self) -> str:
        return f"{self.rng.choice(phrases.FIRST)} {self.rng.choice(phrases.LAST)}"

    def _slot(self, name: str) -> str:
        rng = self.rng
        near = self.day + timedelta(days=rng.randint(-40, 60))
        made: dict[str, Callable[[], str]] = {
            "region": lambda: self.region[0],
            "short": lambda: self.region[2],
            "place": lambda: rng.choice(phrases.PLACES).replace("_", " "),
            "village": lambda: rng.choice(phrases.VILLAGES),
            "river": lambda: rng.choice(phrases.RIVERS),
            "venue": lambda: rng.choice(phrases.VENUES),
            "official": lambda: rng.choice(phrases.OFFICIALS),
            "office": lambda: rng.choice(phrases.OFFICES),
            "verb": lambda: rng.choice(phrases.VERBS),
            "verb_l": lambda: "me" + rng.choice(("nggelar", "mbuka", "luncurkan", "resmikan", "ninjau")),
            "thing": lambda: rng.choice(phrases.THINGS),
            "event": lambda: rng.choice(phrases.EVENTS),
            "people": lambda: rng.choice(phrases.PEOPLE),
            "people_l": lambda: rng.choice(phrases.PEOPLE).lower().replace("umkm", "UMKM").replace("asn", "ASN"),
            "slogan": lambda: rng.choice(phrases.SLOGANS),
            "name": lambda: self.name() + rng.choice(phrases.DEGREES),
            "first": lambda: rng.choice(phrases.FIRST),
            "n": lambda: str(rng.randint(2, 19)),
            "nn": lambda: str(rng.randint(20, 99)),
            "nnn": lambda: str(rng.randint(100, 999)),
            "nnnn": lambda: f"{rng.randint(1, 9)}.{rng.randint(0, 999):03}",
            "date": lambda: f"{near.day} {MONTHS[near.month - 1]} {near.year}",
            "month": lambda: MONTHS[near.month - 1],
            "year": lambda: str(self.day.year),
            "y": lambda: str(self.day.year - rng.choice((0, 0, 0, 1, 3))),
            "d": lambda: str(self.day.day),
            "m": lambda: str(self.day.month),
            "dayname": lambda: DAYS[self.day.weekday()],
        }
        return made[name]()


def make_facts(seed: int) -> Facts:
    """The facts of a seed; the same for the same seed always."""
    rng = random.Random(f"facts {seed}")
    region = rng.choice(phrases.REGIONS)
    now = SEEN_AT.astimezone(ZoneInfo(region[3])).replace(tzinfo=None)
    published = _moment(rng, now)
    writer = _Writer(rng, region, published - timedelta(days=rng.choice((0, 0, 1, 1, 2))))
    title = _title(writer)
    blocks = _press_release(writer, title, published) if rng.random() < 0.06 else _text(writer)
    author = writer.name() if rng.random() < 0.4 else rng.choice(phrases.OFFICE_AUTHORS)
    signature, signed_by = _signature(writer) if rng.random() < 0.15 else (None, None)
    host = re.sub(r"\W", "", region[2].lower()) + {"kabupaten": "kab", "provinsi": "prov"}.get(region[1], "kota")
    return Facts(
        site=Site(host, region[0], f"https://{rng.choice(('www', 'diskominfo'))}.{host}.go.id/", region[3]),
        agency=writer.one(phrases.AGENCIES),
        short=region[2],
        title=title,
        slug=_slug(title),
        id=rng.randint(11, 9999),
        author=author,
        editor=writer.name(),
        published=published,
        modified=min(published + timedelta(minutes=rng.choice((7, 190, 2880, 43200))), now - timedelta(minutes=5)),
        views=_count(rng),
        section=rng.choice(phrases.SECTIONS),
        tags=tuple(rng.sample(phrases.TAGS, rng.randint(0, 4))),
        blocks=blocks,
        signature=signature,
        signed_by=signed_by,
        image=f"{rng.getrandbits(64):016x}.jpg",
        caption=writer.one(phrases.CAPTIONS),
        others=tuple(_other(rng, region, now) for _ in range(12)),
        comments=tuple(_comment(writer, published, now) for _ in range(rng.randint(0, 3))),
        now=now,
    )


def _moment(rng: random.Random, now: datetime) -> datetime:
    """Between 2012 and yesterday; most within six years."""
    days = rng.randint(1, 2100) if rng.random() < 0.8 else rng.randint(2100, 5100)
    return now - timedelta(days=days, seconds=rng.randint(0, 86399))


def _count(rng: random.Random) -> int:
    return rng.choice((rng.randint(3, 99), rng.randint(100, 999), rng.randint(1000, 9999), rng.randint(10000, 250000)))


def _title(writer: _Writer) -> str:
    title = writer.one(phrases.TITLES)
    return title.upper() if writer.rng.random() < 0.12 else title


def _slug(title: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", title.lower().replace("'", "")).strip("-")


def _other(rng: random.Random, region: tuple[str, str, str, str, str], now: datetime) -> Other:
    published = now - timedelta(days=rng.choice((0, 1, 3, 9, 40, 400)), minutes=rng.randint(1, 300))
    writer = _Writer(rng, region, published)
    title = _title(writer)
    author = rng.choice((writer.name(), *phrases.OFFICE_AUTHORS[:4]))
    teaser = " ".join([writer.one(phrases.OPENINGS), writer.one(phrases.SENTENCES)])
    section = rng.choice(phrases.SECTIONS)
    return Other(title, _slug(title), rng.randint(11, 9999), published, _count(rng), author, section, teaser)


def _comment(writer: _Writer, published: datetime, now: datetime) -> Comment:
    written = min(published + timedelta(hours=writer.rng.randint(1, 900)), now)
    return Comment(writer.name(), written, writer.one(phrases.COMMENTS))


def _signature(writer: _Writer) -> tuple[str, str]:
    """The last line of the text, and the author that it names."""
    first = writer.rng.choice(phrases.FIRST)
    names = (first.lower() + "/dinkominfo", first, f"{writer.name()}", "Prokopim", "humas/" + first.lower())
    name = writer.rng.choice(names)
    return writer.rng.choice(("({})", "***({})", "[{}]", "(*/{})")).format(name).replace("(*/", "("), name


def _paragraph(writer: _Writer, opening: str = "") -> Block:
    sentences = [writer.one(phrases.SENTENCES) for _ in range(writer.rng.choice((1, 1, 2, 2, 3, 4)))]
    return Block("p", " ".join([opening, *sentences] if opening else sentences))


def _dateline(writer: _Writer) -> str:
    place, day = writer.region[4], writer.day
    date = f"{day.day} {MONTHS[day.month - 1]} {day.year}"
    numbers = f"{day.day:02}/{day.month:02}/{day.year}"
    forms = (
        "",
        "",
        "{P} – ",
        "{p} - ",
        "{P}, INFO - ",
        "{p}, {date} – ",
        "{P} ({numbers}) – ",
        "(Diskominfo) ",
        "{p}, ",
    )
    return writer.rng.choice(forms).format(P=place.upper(), p=place, date=date, numbers=numbers)


def _text(writer: _Writer) -> tuple[Block, ...]:
    """Short, middling and long texts: one to sixteen paragraphs, with lists, headings, tables, pictures among them."""
    rng = writer.rng
    opening = _dateline(writer) + writer.one(phrases.OPENINGS)
    count = rng.choice((0, 1, 3, 4, 4, 5, 6, 8, 12, 15))
    if count == 0:
        return (Block("p", opening),)
    blocks = [_paragraph(writer, opening), *(_paragraph(writer) for _ in range(count))]
    for make in (_list, _table, _quote, _picture, _also, _also):
        if count >= 3 and rng.random() < 0.15:
            place = rng.randint(1, len(blocks) - 1)
            blocks[place:place] = make(writer)
    if rng.random() < 0.3:
        blocks.append(Block("p", writer.one(phrases.CLOSINGS)))
    return tuple(blocks)


def _list(writer: _Writer) -> list[Block]:
    items = tuple((writer.fill(item),) for item in writer.rng.sample(phrases.ITEMS, writer.rng.randint(2, 6)))
    kind: Kind = "ul" if writer.rng.random() < 0.5 else "ol"
    heading = [Block("h", writer.one(phrases.HEADINGS))] if writer.rng.random() < 0.6 else []
    return [*heading, Block("p", "Adapun rinciannya sebagai berikut:"), Block(kind, rows=items)]


def _table(writer: _Writer) -> list[Block]:
    rows = [
        (str(number), writer.one(("{place}",)), writer.one(("{nnn}", "{nnnn}")), writer.one(("{date}",)))
        for number in range(1, writer.rng.randint(2, 6) + 1)
    ]
    return [Block("table", rows=(("No", "Kecamatan", "Jumlah", "Tanggal"), *rows))]


def _quote(writer: _Writer) -> list[Block]:
    return [Block("quote", writer.one(phrases.SENTENCES))]


def _picture(writer: _Writer) -> list[Block]:
    return [Block("image", writer.one(phrases.CAPTIONS[:3]))]


def _also(writer: _Writer) -> list[Block]:
    return [Block("also", _title(writer))]


def _press_release(writer: _Writer, title: str, published: datetime) -> tuple[Block, ...]:
    rng = writer.rng
    number = f"{rng.randint(100, 999)}/{rng.randint(10, 99)}/410.{rng.randint(100, 200)}/{published.year}"
    day = writer.day
    header = rng.choice(
        (f"SIARAN PERS No. {number}", f"SIARAN PERS\nNomor: {number}", f"Siaran Pers Nomor {number}")
    ).split("\n")
    header += [f"“{title.upper()}”", f"{DAYS[day.weekday()]}, {day.day} {MONTHS[day.month - 1]} {day.year}"]
    contact = [
        f"Dinas Komunikasi dan Informatika {writer.region[0]}",
        f"Telp/Faks : (0342) 80{rng.randint(1000, 9999)}",
        "Twitter/Fb : @pemkab",
    ]
    return (*(Block("p", line) for line in header), *_text(writer), *(Block("p", line) for line in contact))
