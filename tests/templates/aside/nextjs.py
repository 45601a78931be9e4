"""React and Vue sites rendered on the server: utility classes, icons as drawings or as words, data for the browser in a script."""
# ruff: noqa: E501 -- markup reads better unbroken

from __future__ import annotations

import json
import random

from tests.templates.aside.writing import chats, e, listed, page, plain, q
from tests.templates.facts import Facts
from tests.templates.made import Printed, record, template
from tests.templates.printing import commas, dots, full, long, machine, short, zone

_ICON = '<svg xmlns="http://www.w3.org/2000/svg" width="16" height="16" viewBox="0 0 24 24" fill="none" stroke="currentColor" class="lucide {}"><path d="M8 2v4"></path><path d="M16 2v4"></path></svg>'


@template("nextjs")
def next_lucide(f: Facts, rng: random.Random) -> Printed:
    """Drawn icons, text split by the renderer's comments, and all facts again, with those of other articles, as JSON."""
    data = {
        "props": {
            "pageProps": {
                "berita": {"judul": f.title, "views": f.views, "created_at": machine(f.modified, f)},
                "populer": [
                    {"judul": o.title, "tgl_publish": machine(o.published, f), "views": o.views} for o in f.others[:3]
                ],
            }
        },
        "page": "/berita/[slug]",
    }
    content = f"""<div id="__next"><header class="sticky top-0"><div class="container"><a href="/">{e(f.agency)}</a><nav><a href="/profil">Profil</a><a href="/berita">Berita</a></nav></div></header>
<main class="min-h-screen"><div class="mx-auto max-w-4xl px-4 py-10"><a class="inline-flex items-center" href="/berita">{_ICON.format("lucide-arrow-left")}Kembali ke Berita</a>
<div class="mt-6 mb-4"><span class="rounded-full bg-blue-100 px-3 py-1 text-xs">{f.section}</span></div>
<h1 class="text-3xl font-bold md:text-5xl">{e(f.title)}</h1>
<div class="mt-4 flex flex-wrap gap-6 text-sm text-slate-500"><div class="flex items-center gap-2">{_ICON.format("lucide-calendar")}<span>{full(f.published)}</span></div><div class="flex items-center gap-2">{_ICON.format("lucide-clock")}<span>{f.published:%H.%M}<!-- --> <!-- -->{zone(f)}</span></div><div class="flex items-center gap-2">{_ICON.format("lucide-user")}<span>{e(f.author)}</span></div><div class="flex items-center gap-2">{_ICON.format("lucide-eye")}<span>{dots(f.views)}<!-- --> <!-- -->kali dibaca</span></div></div>
<img alt="{q(f.title)}" loading="lazy" decoding="async" class="mt-8 w-full rounded-xl" src="/_next/image?url=%2Fuploads%2F{f.image}&amp;w=1920&amp;q=75"/>
<article class="prose prose-lg mt-8 max-w-none">
{plain(f)}
</article>
<div class="mt-10 flex gap-3"><span>Bagikan:</span><button>Facebook</button><button>Salin Tautan</button></div>
<section class="mt-16"><h2 class="text-2xl font-bold">Berita Terkait</h2><div class="grid md:grid-cols-3">{listed(f.others[:3], lambda o: f'<a class="group" href="/berita/{o.slug}"><div class="p-4"><h3 class="font-semibold">{e(o.title)}</h3><p class="text-xs">{short(o.published)}<!-- --> • <!-- -->{dots(o.views)}<!-- --> kali dibaca</p></div></a>')}</div></section></div></main>
<footer><p>© <!-- -->{f.now.year}<!-- --> {e(f.agency)}</p></footer></div><script id="__NEXT_DATA__" type="application/json">{json.dumps(data)}</script>"""
    return Printed(
        page(f, content),
        f"/berita/{f.slug}",
        record(f, author=f.author, date="minute", views=f.views, section=f.section),
    )


@template("nextjs")
def nuxt_material(f: Facts, rng: random.Random) -> Printed:
    """Material icons are words of the text ("event", "person", "visibility"), each before its fact."""

    def icon(name: str) -> str:
        return f'<i class="material-icons notranslate v-icon" aria-hidden="true">{name}</i>'

    content = f"""<div id="__nuxt"><div id="__layout"><div class="v-application"><header class="v-app-bar"><button>{icon("menu")}</button><span class="v-toolbar__title">{e(f.agency)}</span><button>{icon("search")}</button></header>
<main class="v-main"><div class="container"><div class="row"><div class="col-md-8 col-12"><div class="v-card"><div class="v-image"><img src="https://api.{f.site.id}.go.id/storage/{f.image}" alt=""></div>
<div class="v-card__title text-h5">{e(f.title)}</div>
<div class="v-card__subtitle d-flex"><div class="mr-4">{icon("event")}{f.published:%d-%m-%Y}</div><div class="mr-4">{icon("person")}{e(f.author)}</div><div class="mr-4">{icon("visibility")}{commas(f.views)} kali</div></div><hr class="v-divider">
<div class="v-card__text isi">
{chats(f)}
</div>
<div class="v-card__actions"><button>{icon("share")} Bagikan</button><button>{icon("print")} Cetak</button></div></div></div>
<div class="col-md-4 col-12"><div class="v-card"><div class="v-card__title">Berita Populer</div><div class="v-list">{listed(f.others[:5], lambda o: f'<a class="v-list-item"><div class="v-list-item__title">{e(o.title)}</div><div class="v-list-item__subtitle">{icon("event")}{o.published:%d-%m-%Y} {icon("visibility")}{commas(o.views)} kali</div></a>')}</div></div></div></div></div></main>
<footer class="v-footer">{icon("location_on")} {e(f.short)} {icon("phone")} (0342) 80{f.id:04}</footer></div></div></div><script>window.__NUXT__=(function(a){{return {{data:[{{}}]}}}}(null));</script>"""
    return Printed(
        page(f, content, title=f.agency), f"/berita/{f.id}", record(f, author=f.author, date="day", views=f.views)
    )


@template("nextjs")
def react_facts_after_picture(f: Facts, rng: random.Random) -> Printed:
    """Picture and its credit first, then author, a machine-readable time and the counter, then the title, then the text."""
    content = f"""<div id="root"><header class="Header_bar"><a href="/">{e(f.agency)}</a><span class="Header_date">{full(f.now)}</span></header>
<div class="page_layout"><article class="Article_article"><figure class="Article_figure"><img src="/img/{f.image}" alt=""/><figcaption>Foto: {e(f.short)} — {long(f.published)}</figcaption></figure>
<div class="Article_meta"><span class="Article_author">{e(f.author)}</span><span class="Article_dot">•</span><time dateTime="{f.published:%Y-%m-%d}">{long(f.published)}</time><span class="Article_dot">•</span><span class="Article_readCount">{f.views} kali dibaca</span></div>
<h1 class="Article_title">{e(f.title)}</h1>
<div class="Article_content">
{plain(f)}
</div>
<div class="Article_tags">{"".join(f'<a class="Tag" href="/t/{t}">#{t}</a>' for t in f.tags)}</div></article>
<aside class="Sidebar"><h2>Terpopuler</h2><ol>{listed(f.others[:5], lambda o: f'<li><a href="/b/{o.slug}"><h3>{e(o.title)}</h3></a><time dateTime="{o.published:%Y-%m-%d}">{long(o.published)}</time> <span>{o.views} kali dibaca</span></li>')}</ol></aside></div></div>"""
    return Printed(page(f, content), f"/berita/{f.slug}", record(f, author=f.author, date="day", views=f.views))
