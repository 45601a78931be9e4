"""Bespoke pages put together at random: where the facts of the article stand, in which elements, with which words."""
# ruff: noqa: E501 -- markup reads better unbroken

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from tests.templates import around
from tests.templates.facts import Facts
from tests.templates.made import Precision, Printed, record, template
from tests.templates.markup import e, text
from tests.templates.printing import (
    ENGLISH_DAYS,
    american,
    clock,
    commas,
    dots,
    english,
    full,
    long,
    short,
    zone,
)


@dataclass(frozen=True)
class Fact:
    """One thing that the page tells of the article: its icon's name, its label in words, and the value."""

    name: str
    icon: str
    labels: tuple[str, ...]
    value: str


def _day(t: datetime, rng: random.Random) -> str:
    return (
        rng.choice((long, full, short, english, american))(t)
        if rng.random() < 0.7
        else f"{t:{rng.choice(('%d/%m/%Y', '%d-%m-%Y', '%Y-%m-%d', '%d.%m.%Y'))}}"
    )


def _date(f: Facts, rng: random.Random) -> tuple[str, Precision]:
    t = f.published
    form = rng.randrange(8)
    if form < 4:
        return _day(t, rng), "day"
    if form == 4:
        return f"{full(t)} {clock(t)} {zone(f)}", "minute"
    if form == 5:
        return f"{_day(t, rng)} {rng.choice(('|', '-', 'pukul', '@', ','))} {clock(t)}", "minute"
    if form == 6:
        return f"{t:%Y-%m-%d %H:%M:%S}", "second"
    return f"{ENGLISH_DAYS[t.weekday()]}, {english(t)} {t:%H.%M} {zone(f)}", "minute"


def _views(f: Facts, rng: random.Random, labelled: bool) -> str:
    number = rng.choice((str, dots, commas))(f.views)
    if labelled:
        return rng.choice((number, f"{number} kali", f"{number} x", f"{number}x"))
    return rng.choice(
        (
            f"{number} kali dibaca",
            f"{number} Kali Dilihat",
            f"Dilihat {number} kali",
            f"{number} views",
            f"Dibaca : {number} Kali",
            f"{number} pembaca",
            f"Hits: {number}",
            f"{number} dilihat",
            f"{number}x dibaca",
            f"Telah dibaca {number} kali",
        )
    )


_ICONS: tuple[Callable[[str], str], ...] = (
    lambda n: f'<i class="fa fa-{ {"date": "calendar", "author": "user", "views": "eye", "section": "folder-open"}[n] }"></i> ',
    lambda n: f'<i class="bi bi-{ {"date": "calendar3", "author": "person-fill", "views": "eye", "section": "folder2"}[n] }"></i>',
    lambda n: f'<span class="material-symbols-outlined">{ {"date": "calendar_month", "author": "person", "views": "visibility", "section": "folder"}[n] }</span> ',
    lambda n: f'<i class="ri-{ {"date": "calendar-line", "author": "user-3-line", "views": "eye-line", "section": "folder-line"}[n] }"></i> ',
    lambda n: f'<ion-icon name="{ {"date": "calendar-outline", "author": "person-outline", "views": "eye-outline", "section": "folder-outline"}[n] }"></ion-icon> ',
    lambda n: f'<img src="/assets/icon/{ {"date": "calendar", "author": "user", "views": "eye", "section": "folder"}[n] }.png" alt=""> ',
    lambda n: f'<svg class="icon"><use xlink:href="#icon-{ {"date": "calendar", "author": "user", "views": "eye", "section": "folder"}[n] }"></use></svg> ',
)  # fmt: skip


def _facts(f: Facts, rng: random.Random) -> tuple[list[Fact], dict[str, object]]:
    """Which facts the page tells, and what the record must hold of them. A bare counter is among them only with an icon."""
    style = rng.choice(("icons", "icons", "labels", "words"))
    date, precision = _date(f, rng)
    told: dict[str, object] = {"date": precision}
    facts = [
        Fact(
            "date", "date", ("Tanggal", "Diposting", "Dipublikasikan", "Tgl. Posting", "Published", "Diterbitkan"), date
        )
    ]
    if rng.random() < 0.8:
        facts.append(
            Fact(
                "author",
                "author",
                ("Penulis", "Oleh", "Ditulis oleh", "Diposting oleh", "Author", "Posted by"),
                e(f.author),
            )
        )
        told["author"] = f.author
    if rng.random() < 0.75:
        bare = style == "icons" and rng.random() < 0.6
        value = str(f.views) if bare else _views(f, rng, style == "labels")
        facts.append(Fact("views", "views", ("Dibaca", "Dilihat", "Hits", "Views", "Jumlah Pembaca"), value))
        told["views"] = f.views
    if rng.random() < 0.4:
        facts.append(Fact("section", "section", ("Kategori", "Category", "Rubrik"), f.section))
        told["section"] = f.section
    rng.shuffle(facts)
    if style == "words":
        # Without icon or label an author is told by "oleh" only, a section by its link.
        facts = [
            Fact(
                x.name,
                "",
                (),
                f"oleh {x.value}"
                if x.name == "author"
                else f'<a href="/kategori/1">{x.value}</a>'
                if x.name == "section"
                else x.value,
            )
            for x in facts
        ]
    elif style == "icons":
        facts = [Fact(x.name, x.icon, (), x.value) for x in facts]
    else:
        facts = [Fact(x.name, "", (rng.choice(x.labels),), x.value) for x in facts]
    return facts, told


def _printed(facts: Sequence[Fact], rng: random.Random) -> str:
    """The facts in elements: a list, spans, a table, lines, definition list."""
    icon = rng.choice(_ICONS)
    if facts and facts[0].labels:
        colon = rng.choice((":", " :", ""))
        pairs = [(x.labels[0], x.value) for x in facts]
        return rng.choice(
            (
                "<table>" + "".join(f"<tr><td>{a}</td><td>:</td><td>{b}</td></tr>" for a, b in pairs) + "</table>",
                "<ul>" + "".join(f"<li><strong>{a}{colon or ':'}</strong> {b}</li>" for a, b in pairs) + "</ul>",
                "<dl>" + "".join(f"<dt>{a}</dt><dd>{b}</dd>" for a, b in pairs) + "</dl>",
                "<div>" + " | ".join(f"{a} : {b}" for a, b in pairs) + "</div>",
                "".join(
                    f"<div class='row'><div class='col-3'>{a}</div><div class='col-9'>: {b}</div></div>"
                    for a, b in pairs
                ),
                "<p>" + "<br>".join(f"{a} : {b}" for a, b in pairs) + "</p>",
            )
        )
    items = [(icon(x.icon) if x.icon else "") + x.value for x in facts]
    if facts and facts[0].icon:
        return rng.choice(
            (
                "<ul>" + "".join(f"<li>{item}</li>" for item in items) + "</ul>",
                "<div>" + " ".join(f"<span>{item}</span>" for item in items) + "</div>",
                "<div>" + "".join(f"<span>{item}</span>" for item in items) + "</div>",
                "".join(f"<div class='d-flex'>{item}</div>" for item in items),
                "<p>" + " &nbsp; ".join(items) + "</p>",
                "<div>" + "".join(f"<a href='#'>{item}</a>" for item in items) + "</div>",
                "<table><tr>" + "".join(f"<td>{item}</td>" for item in items) + "</tr></table>",
                "<div>" + "".join(f"<div><small>{item}</small></div>" for item in items) + "</div>",
            )
        )
    return rng.choice(
        (
            "<p>" + " | ".join(items) + "</p>",
            "<small>" + " - ".join(items) + "</small>",
            "<div>" + " • ".join(f"<span>{item}</span>" for item in items) + "</div>",
            "<div>" + " / ".join(items) + "</div>",
            "<p>" + "<br>".join(items) + "</p>",
            "<div>" + "".join(f"<span>{item}</span><span class='sep'>&middot;</span>" for item in items) + "</div>",
        )
    )


@template("mixed")
def mixed_bespoke(f: Facts, rng: random.Random) -> Printed:
    facts, told = _facts(f, rng)
    place = rng.choice(("below title", "below title", "above title", "below picture", "below text", "split"))
    cut = rng.randint(1, len(facts)) if place == "split" else len(facts)
    first, rest = _printed(facts[:cut], rng), _printed(facts[cut:], rng) if facts[cut:] else ""
    heading, small = rng.choice(("h1", "h2", "h3", "h4")), rng.choice(("h3", "h4", "h5"))
    title = f"<{heading}>{e(f.title)}</{heading}>"
    picture = rng.choice(
        (
            f'<img src="/uploads/{f.image}" alt="foto">',
            f'<figure><img src="/uploads/{f.image}"><figcaption>{e(f.caption)}</figcaption></figure>',
            f'<div class="foto"><img src="/uploads/{f.image}"><p><small>{e(f.caption)}</small></p></div>',
            "",
        )
    )
    over = {
        "above title": first + title + picture,
        "below picture": title + picture + first,
        "below text": title + picture,
        "split": title + first + picture,
    }.get(place, title + first + picture)
    under = first if place == "below text" else rest
    wrap = rng.choice(
        ("<div class='isi'>{}</div>", "<article>{}</article>", "{}", "<section class='konten'><div>{}</div></section>")
    )
    body = wrap.format(text(f, rng))
    share = around.share(f, rng) if rng.random() < 0.5 else ""
    banner = rng.choice(
        (
            "",
            "",
            "<div class='page-head'><h2>Detail Berita</h2></div>",
            f"<div class='path'><a href='/'>Beranda</a> &raquo; <a href='/berita'>Berita</a> &raquo; {e(f.title)}</div>",
        )
    )
    left = "".join(make(f, rng, small) for make in rng.sample((around.popular, around.latest), rng.randint(0, 1)))
    right = "".join(make(f, rng, small) for make in rng.sample((around.popular, around.latest), rng.randint(0, 2)))
    extra = rng.choice(("", around.agenda(f, rng), around.visitors(rng), around.poll()))
    related = around.related(f, rng, small) if rng.random() < 0.5 else ""
    comments = around.comments(f, "Komentar") if f.comments and rng.random() < 0.4 else ""
    inner = (
        f"<div class='utama'>{over}{share if rng.random() < 0.3 else ''}{body}{under}{share}{related}{comments}</div>"
    )
    shape = rng.choice(
        (
            "<div class='container'>{left}{inner}<div class='kanan'>{right}{extra}</div></div>",
            "<table width='100%'><tr valign='top'><td width='20%'>{left}{extra}</td><td>{inner}</td><td width='20%'>{right}</td></tr></table>",
            "<main><div class='row'><div class='col-lg-8'>{inner}</div><aside class='col-lg-4'>{right}{extra}{left}</aside></div></main>",
            "<div id='sisi'>{left}{extra}</div>{inner}<div id='sisi2'>{right}</div>",
        )
    )
    page = shape.format(left=left, inner=inner, right=right, extra=extra)
    html = around.page(
        f,
        rng.choice((f.title, f.agency, f"{f.title} - {f.agency}")),
        f"{around.today_bar(f, rng)}<div class='menu'><ul>{around.menu()}</ul></div>{banner}{page}{around.footer(f, rng)}",
        rng.choice(("", around.lying_head(f), around.opengraph(f), around.organization(f))),
    )
    path = rng.choice((f"/berita/{f.slug}", f"/berita/detail/{f.id}", f"/read/{f.id}/{f.slug}"))
    return Printed(html, path, record(f, **told))  # type: ignore[arg-type]
