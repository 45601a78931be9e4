"""Next.js and Nuxt: rendered on the server, the page's data repeated in scripts."""
# ruff: noqa: E501 -- markup stands as sites print it, unbroken

from __future__ import annotations

import json
import random

from tests.templates.facts import Facts
from tests.templates.made import Printed, record
from tests.templates.markup import e
from tests.templates.printing import clock, dots, full, long, machine, short
from tests.templates.unseen.parts import each, footer, ld, link, menu, template, written


@template("nextjs")
def captions_row(f: Facts, rng: random.Random) -> Printed:
    """Author, date and tag as like captions after a h2; class names are hashes; data of other posts in a script."""
    data = json.dumps(
        {"props": {"popular": [{"title": o.title, "created_at": str(o.published)} for o in f.others[:2]]}}
    )
    icon = '<svg data-icon="clock" viewBox="0 0 512 512"><path d="M256 8"></path></svg>'
    html = f"""<html lang="id"><head><title>{e(f.title)}</title></head><body><div id="__next">{
        menu(f, rng)
    }<div class="sc-bdnxRM">
<div class="sc-x">Beranda / Informasi / Kegiatan</div><div class="sc-gtsrHT"><div class="sc-dlnjPT"><h2 class="sc-hKFyIo">{
        e(f.title)
    }</h2><span class="sc-bdvaJa">{icon.replace("clock", "user-check")}{e(f.author)}</span><span class="sc-bdvaJa">{
        icon
    }{long(f.published)}</span><span
class="sc-bdvaJa bWdI">{e(f.section)}</span><div class="st-inline-share-buttons"><div class="st-total"><span
class="st-label">{rng.randint(10, 300)}</span><span class="st-shares">Shares</span></div></div></div><span><img
src="/_next/image?url={f.image}" alt="cover"/></span><div class="sc-eCApnc">{
        written(f, rng)
    }</div></div><aside><h3>Kegiatan
lainnya</h3><ul>{
        each(
            f.others[:4],
            lambda o: f"<li><a>{e(o.title)}</a><span class='sc-bdvaJa'>{icon}{long(o.published)}</span></li>",
        )
    }
</ul></aside></div>{footer(f, rng)}</div><script id="__NEXT_DATA__" type="application/json">{
        data
    }</script></body></html>"""
    expected = record(f, author=f.author, date="day", section=f.section)
    return Printed(html, f"/informasi/kegiatan/{f.slug}", expected)


@template("nextjs")
def ligature_icons(f: Facts, rng: random.Random) -> Printed:
    """Icons as words of a font glued to the values: `access_time26-06-2025 remove_red_eye1008 person...`."""

    def line(day: str, views: int, author: str) -> str:
        icons = ("access_time", "remove_red_eye", "person")
        parts = zip(icons, (day, str(views), e(author)), strict=True)
        return " ".join(f'<span class="m"><i class="material-icons">{icon}</i>{value}</span>' for icon, value in parts)

    html = f"""<html><head><title>{e(f.title)} | {
        e(f.agency)
    }</title></head><body><noscript>You don't have javascript enabled. Please
enable it.</noscript><div id="__nuxt">{menu(f, rng)}<div class="content"><h1 class="title-news">{
        e(f.title)
    }</h1><div class="info">{line(f"{f.published:%d-%m-%Y}", f.views, f.author)}</div><img src="/{
        f.image
    }"><div class="caption">(Foto: {e(f.editor)})</div><div class="berita-isi">{written(f, rng)}</div></div><div
class="side"><h3>Berita Terkini</h3>{
        each(
            f.others[:5],
            lambda o: f"<div>{link(f, o)}<div>{line(f'{o.published:%d-%m-%Y}', o.views, o.author)}</div></div>",
        )
    }</div>{footer(f, rng)}</div></body></html>"""
    return Printed(html, f"/read/{f.id}/{f.slug}", record(f, author=f.author, date="day", views=f.views))


@template("nextjs")
def date_before_title(f: Facts, rng: random.Random) -> Printed:
    """`27 Sep 2024 • 10:30 WIB • 1.234 kali dibaca` before the title, the author after it; JSON-LD agrees with it."""
    zone = {"Asia/Makassar": "WITA", "Asia/Jayapura": "WIT"}.get(str(f.site.timezone), "WIB")
    article = ld({"@type": "NewsArticle", "headline": f.title, "datePublished": machine(f.published, f),
                  "author": {"@type": "Organization", "name": f.agency}})  # fmt: skip
    html = f"""<html><head><title>{e(f.agency)}</title>{article}</head><body>{menu(f, rng)}<main class="mx-auto"><div
class="flex items-center"><span>{short(f.published)} • {clock(f.published)} {zone}</span><span>•</span><span>{
        dots(f.views)
    } kali
dibaca</span></div><h1 class="text-4xl">{e(f.title)}</h1><div class="flex"><img src="/avatar.png"><div><p>{
        e(f.author)
    }</p><p>Penulis
</p></div></div><div class="w-12 h-1"></div><article class="prose">{
        written(f, rng)
    }</article><div><h4>Bagikan artikel ini</h4><button>
Salin tautan</button></div><section><h2>Berita Terpopuler</h2>{
        each(
            f.others[:4],
            lambda o: (
                f"<div><h3>{link(f, o)}</h3><p>Diterbitkan: {long(o.published)} • {dots(o.views)} Kali Dibaca</p></div>"
            ),
        )
    }</section></main>{footer(f, rng)}<div>{full(f.now)}</div></body></html>"""
    return Printed(html, f"/berita/{f.slug}", record(f, author=f.author, date="minute", views=f.views))
