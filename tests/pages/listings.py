"""Generated listing pages: layouts of entries x what they say x pagers x surroundings, and what must be read from each."""
# ruff: noqa: E501 -- markup reads better unbroken

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass
from html import escape
from typing import Any

from tests.pages import around
from tests.pages.facts import dots, english_date, full_date, long_date, short_date
from tests.pages.stories import OTHERS, STORIES, Story

HOME = around.HOME
TEASER = (
    "Pemerintah daerah terus berupaya meningkatkan kualitas pelayanan kepada masyarakat melalui berbagai program yang "
    "berkelanjutan..."
)


@dataclass(frozen=True)
class Card:
    """Pieces of one entry for a layout to put together."""

    url: str
    title: str
    byline: str
    teaser: str
    image: str
    body: str


@dataclass(frozen=True)
class MadeListing:
    html: str
    url: str
    entries: list[dict[str, Any]]
    next_url: str | None
    recipe: dict[str, str]


Byline = Callable[[Story], tuple[str, dict[str, Any]]]


def _facts(story: Story, *names: str) -> dict[str, Any]:
    everything = {
        "author": story.author,
        "published_at": story.published.date().isoformat(),
        "views": story.views,
    }
    return {name: everything[name] if name in names else None for name in everything}


def blitar(s: Story) -> tuple[str, dict[str, Any]]:
    return f"by {s.author} | {english_date(s.published)} | {s.views}x Dilihat", _facts(
        s, "author", "published_at", "views"
    )


def icons(s: Story) -> tuple[str, dict[str, Any]]:
    html = f'<i class="fa fa-calendar"></i> {short_date(s.published)} <i class="fa fa-eye"></i> {s.views}'
    return html, _facts(s, "published_at", "views")


def day(s: Story) -> tuple[str, dict[str, Any]]:
    return full_date(s.published), _facts(s, "published_at")


def spans(s: Story) -> tuple[str, dict[str, Any]]:
    html = f"<span>{s.author}</span> <span>{long_date(s.published)}</span> <span>{dots(s.views)} kali dibaca</span>"
    return html, _facts(s, "author", "published_at", "views")


def nothing(s: Story) -> tuple[str, dict[str, Any]]:
    return "", _facts(s)


BYLINES: tuple[Byline, ...] = (blitar, icons, day, spans, nothing)


def cards(entries: list[Card]) -> str:
    return (
        '<div class="row">'
        + "".join(
            f'<div class="col-md-4"><div class="card"><a href="{e.url}"><img src="{e.image}"></a><div class="card-body">'
            f'<h5><a href="{e.url}">{e.title}</a></h5><small>{e.byline}</small><p>{e.teaser}</p>'
            f'<a class="btn" href="{e.url}">Selengkapnya</a></div></div></div>'
            for e in entries
        )
        + "</div>"
    )


def media(entries: list[Card]) -> str:
    return "".join(
        f'<div class="media"><img src="{e.image}"><div class="media-body"><a href="{e.url}">{e.title}</a><br>{e.byline}'
        f"<p>{e.teaser}</p></div></div>"
        for e in entries
    )


def table(entries: list[Card]) -> str:
    rows = "".join(
        f"<tr><td>{n}</td><td>{e.byline}</td><td><a href='{e.url}'>{e.title}</a></td></tr>"
        for n, e in enumerate(entries, 1)
    )
    return f"<table border=1>{rows}</table>"


def date_first(entries: list[Card]) -> str:
    return (
        "<ul>" + "".join(f'<li><span>{e.byline}</span> <a href="{e.url}">{e.title}</a></li>' for e in entries) + "</ul>"
    )


def more_link(entries: list[Card]) -> str:
    """The title is no link; "Selengkapnya" is."""
    return "".join(
        f'<div class="item"><h3>{e.title}</h3><div>{e.byline}</div><p>{e.teaser}</p><p><a href="{e.url}">Baca Selengkapnya &raquo;</a></p></div>'
        for e in entries
    )


def further(entries: list[Card]) -> str:
    """Every entry's own link says "Selanjutnya", like the way to the next page."""
    return "".join(
        f'<article><h2><a href="{e.url}">{e.title}</a></h2><p>{e.byline}</p><p>{e.teaser} <a href="{e.url}">Selanjutnya</a></p></article>'
        for e in entries
    )


def one_link(entries: list[Card]) -> str:
    """The whole card is one link."""
    return (
        '<div class="grid">'
        + "".join(
            f'<a class="box" href="{e.url}"><img src="{e.image}"><h4>{e.title}</h4><p>{e.byline}</p><p>{e.teaser}</p></a>'
            for e in entries
        )
        + "</div>"
    )


def flat(entries: list[Card]) -> str:
    """No element around an entry."""
    return (
        "<div>"
        + "".join(f'<h3><a href="{e.url}">{e.title}</a></h3><p>{e.byline}</p><p>{e.teaser}</p>' for e in entries)
        + "</div>"
    )


def full_bodies(entries: list[Card]) -> str:
    return "".join(
        f'<div class="post"><h2><a href="{e.url}">{e.title}</a></h2><div class="meta">{e.byline}</div>{e.body}</div>'
        for e in entries
    )


def old_cells(entries: list[Card]) -> str:
    rows = "".join(
        f'<tr><td><img src="{e.image}" width=80></td><td><a href="{e.url}"><b>{e.title}</b></a><br><font size=1>{e.byline}</font><br>{e.teaser}'
        f' <a href="{e.url}">[detail]</a></td></tr>'
        for e in entries
    )
    return f"<table>{rows}</table>"


LAYOUTS = (cards, media, table, date_first, more_link, further, one_link, flat, full_bodies, old_cells)

Pager = Callable[[], tuple[str, str, str | None]]  # markup, this page's address, the next page's


def _row(*links: tuple[str, str | None], tag: str = "li", outer: str = '<ul class="pagination">{}</ul>') -> str:
    items = (f'<a href="{href}">{text}</a>' if href else f"<span>{text}</span>" for text, href in links)
    return outer.format("".join(f"<{tag}>{item}</{tag}>" for item in items))


def laravel() -> tuple[str, str, str | None]:
    b = f"{HOME}/berita?page="
    links = (
        ("‹", b + "1"),
        ("1", b + "1"),
        ("2", None),
        ("3", b + "3"),
        ("...", None),
        ("40", b + "40"),
        ("›", b + "3"),
    )
    return _row(*links), b + "2", b + "3"


def first_without_number() -> tuple[str, str, str | None]:
    b = f"{HOME}/beranda?page="
    return _row(("1", None), ("2", b + "2"), ("3", b + "3"), ("»", b + "3651")), f"{HOME}/beranda", b + "2"


def wordpress() -> tuple[str, str, str | None]:
    b = f"{HOME}/category/berita/page/"
    links = (
        ("1", f"{HOME}/category/berita/"),
        ("2", b + "2/"),
        ("3", None),
        ("4", b + "4/"),
        ("Berikutnya »", b + "4/"),
    )
    return _row(*links, tag="span", outer="<nav class='nav-links'>{}</nav>"), b + "3/", b + "4/"


def codeigniter() -> tuple[str, str, str | None]:
    b = f"{HOME}/berita/index/"
    links = (
        ("<", b + "0"),
        ("1", b + "0"),
        ("2", None),
        ("3", b + "20"),
        ("4", b + "30"),
        (">", b + "20"),
        ("Last ›", b + "2000"),
    )
    return _row(*links, tag="b", outer="<div>{}</div>"), b + "10", b + "20"


def joomla() -> tuple[str, str, str | None]:
    b = f"{HOME}/informasi/berita?start="
    links = (
        ("1", f"{HOME}/informasi/berita"),
        ("2", b + "10"),
        ("3", None),
        ("4", b + "30"),
        ("Selanjutnya", b + "30"),
        ("Akhir", b + "90"),
    )
    return _row(*links), b + "20", b + "30"


def yii() -> tuple[str, str, str | None]:
    b = f"{HOME}/berita?page={{}}&per-page=5"
    return (
        _row(("«", b.format(1)), ("1", b.format(1)), ("2", None), ("3", b.format(3)), ("»", b.format(3))),
        b.format(2),
        b.format(3),
    )


def drupal() -> tuple[str, str, str | None]:
    b = f"{HOME}/berita?page="
    return (
        _row(("1", None), ("2", b + "1"), ("3", b + "2"), ("next ›", b + "1"), ("last »", b + "9")),
        f"{HOME}/berita",
        b + "1",
    )


def two_words() -> tuple[str, str, str | None]:
    b = f"{HOME}/berita?halaman="
    return f'<div><a href="{b}1">Sebelumnya</a> | <a href="{b}3">Berikutnya</a></div>', b + "2", b + "3"


def last() -> tuple[str, str, str | None]:
    b = f"{HOME}/berita?page="
    return _row(("‹", b + "8"), ("1", b + "1"), ("8", b + "8"), ("9", None)), b + "9", None


def script() -> tuple[str, str, str | None]:
    return (
        '<ul class="pagination"><li><a href="#">1</a></li><li><a href="javascript:void(0)" onclick="p(2)">2</a></li></ul>',
        f"{HOME}/berita",
        None,
    )


def none() -> tuple[str, str, str | None]:
    return "", f"{HOME}/berita", None


PAGERS: tuple[Pager, ...] = (
    laravel, first_without_number, wordpress, codeigniter, joomla, yii, drupal, two_words, last, script, none,
)  # fmt: skip


def make_listing(seed: int) -> MadeListing:
    """The listing of a seed; the same for the same seed always."""
    rng = random.Random(seed)
    stories = rng.sample(STORIES, rng.randint(4, 9))
    layout, byline, pager = rng.choice(LAYOUTS), rng.choice(BYLINES), rng.choice(PAGERS)
    if layout is table and byline is nothing:
        byline = day
    address = rng.choice(("/berita/{slug}", "/berita/detail/{id}/{slug}", "/read/{id}", "/2024/05/06/{slug}/"))
    ids = rng.sample(range(100, 9999), len(stories))
    listed: list[Card] = []
    expected = []
    for story, number in zip(stories, ids, strict=True):
        html, facts = byline(story)
        url = HOME + address.format(slug=story.slug, id=number)
        body = "".join(f"<p>{escape(b.text, quote=False)}</p>" for b in story.blocks if b.kind == "p")
        title = escape(story.title, quote=False)
        listed.append(Card(url, title, html, TEASER, f"/uploads/{number}.jpg", body))
        expected.append({"url": url, "title": story.title, **facts})
    heading = rng.choice(("", "<h1>Berita</h1>", "<h2>Berita Terbaru</h2>", "<h3>Daftar Berita</h3>"))
    boxes = [box for box in rng.sample(around.BOXES, rng.randint(0, 3)) if box is not around.teasers]
    if heading == "<h2>Berita Terbaru</h2>" and pager in (script, none):
        # Two lists of news and nothing that tells which is the page's own: a page of blocks.
        boxes = [box for box in boxes if box not in (around.latest_with_counters, around.plain_list)]
    side = "".join(box(rng.choice(("h3", "h4"))) for box in boxes)
    paging, url, following = pager()
    main = f'<div class="c1">{heading}{layout(listed)}{paging}</div>'
    aside = f'<div class="c2">{side}</div>' if side else ""
    inner = aside + main if rng.random() < 0.4 else main + aside
    html = (
        f'<!DOCTYPE html><html><head><meta charset="utf-8"><title>Berita - {around.AGENCY}</title></head><body>'
        f"{around.top(rng)}{inner}{around.bottom(rng)}</body></html>"
    )
    recipe = {
        "layout": layout.__name__,
        "byline": byline.__name__,
        "pager": pager.__name__,
        "boxes": ",".join(box.__name__ for box in boxes),
        "heading": heading,
        "address": address,
    }
    return MadeListing(html, url, expected, following, recipe)


__all__ = ["OTHERS", "MadeListing", "make_listing"]
