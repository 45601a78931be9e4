"""Bespoke sites on Laravel with Bootstrap 5, Tailwind and Material; Blogger, Odoo, and a site built by scripts."""
# ruff: noqa: E501 -- markup reads better unbroken

from __future__ import annotations

import random

from tests.templates import around
from tests.templates.facts import Facts
from tests.templates.made import Printed, record, template
from tests.templates.markup import e, text
from tests.templates.printing import SHORT, american, clock, dots, english, full, long, machine, short, zone


def _rounded(views: int) -> tuple[str, int]:
    """`1,2 rb` from a thousand on, and the count that this says."""
    if views < 1000:
        return str(views), views
    tenths = views // 100
    return f"{tenths // 10},{tenths % 10} rb", tenths * 100


@template("laravel")
def bootstrap_icons(f: Facts, rng: random.Random) -> Printed:
    html = around.page(
        f,
        f"{f.title} | {f.agency}",
        f"""<header id="header" class="header d-flex align-items-center fixed-top"><a href="/" class="logo"><h1 class="sitename">{f.agency}</h1></a><nav id="navmenu" class="navmenu"><ul>{around.menu()}</ul></nav></header><main class="main"><div class="page-title"><div class="container d-lg-flex justify-content-between"><h1 class="mb-2 mb-lg-0">Berita</h1><nav class="breadcrumbs"><ol><li><a href="/">Beranda</a></li><li class="current">Detail Berita</li></ol></nav></div></div><div class="container"><div class="row"><div class="col-lg-8"><section id="blog-details" class="blog-details section"><div class="container"><article class="article"><div class="post-img"><img src="/storage/{f.image}" alt="" class="img-fluid"></div><h2 class="title">{e(f.title)}</h2><div class="meta-top"><ul><li class="d-flex align-items-center"><i class="bi bi-person"></i> <a href="#">{e(f.author)}</a></li><li class="d-flex align-items-center"><i class="bi bi-clock"></i> <a href="#"><time datetime="{f.published:%Y-%m-%d}">{short(f.published)}</time></a></li><li class="d-flex align-items-center"><i class="bi bi-eye"></i> <a href="#">{f.views} Views</a></li></ul></div><div class="content">{text(f, rng)}</div><div class="meta-bottom"><i class="bi bi-folder"></i><ul class="cats"><li><a href="#">{f.section}</a></li></ul><i class="bi bi-tags"></i><ul class="tags">{"".join(f'<li><a href="#">{t}</a></li>' for t in f.tags)}</ul></div></article></div></section></div><div class="col-lg-4 sidebar"><div class="widgets-container"><div class="recent-posts-widget widget-item"><h3 class="widget-title">Berita Terbaru</h3>{"".join(f'<div class="post-item"><img src="/t.jpg"><div><h4><a href="/{o.slug}">{e(o.title)}</a></h4><time datetime="{o.published:%Y-%m-%d}">{short(o.published)}</time></div></div>' for o in f.others[:5])}</div></div></div></div></div></main>{around.footer(f, rng)}""",
    )
    return Printed(html, f"/berita/{f.slug}", record(f, author=f.author, date="day", views=f.views, section=f.section))


@template("laravel")
def tailwind_prose(f: Facts, rng: random.Random) -> Printed:
    shown, said = _rounded(f.views)
    eye = '<svg class="w-4 h-4" fill="none" viewBox="0 0 24 24"><path d="M15 12a3 3 0 11-6 0 3 3 0 016 0z"/></svg>'
    html = around.page(
        f,
        f"{f.title} - {f.agency}",
        f"""<div id="app"><nav class="bg-white shadow"><div class="max-w-7xl mx-auto">{around.menu("span")}</div></nav><main class="max-w-7xl mx-auto px-4 py-8 grid grid-cols-1 lg:grid-cols-3 gap-8"><article class="lg:col-span-2 bg-white rounded-2xl p-8"><nav class="flex text-sm text-gray-500 mb-4"><a href="/">Beranda</a><span class="mx-2">/</span><a href="/berita">Berita</a><span class="mx-2">/</span><span class="truncate">{e(f.title)}</span></nav><span class="inline-block bg-blue-100 text-blue-700 text-xs px-3 py-1 rounded-full">{f.section}</span><h1 class="text-3xl font-bold text-gray-900 mt-3">{e(f.title)}</h1><div class="flex flex-wrap items-center gap-4 text-sm text-gray-500 mt-4"><div class="flex items-center gap-2"><div class="w-8 h-8 rounded-full bg-gray-200 flex items-center justify-center">{f.author[0].upper()}</div><span class="font-medium">{e(f.author)}</span></div><span>•</span><span>{long(f.published)}</span><span>•</span><span class="flex items-center gap-1">{eye} {shown} dilihat</span><span>•</span><span>3 menit baca</span></div><img class="w-full rounded-xl my-6" src="/storage/{f.image}" alt="{e(f.title)}"><div class="prose max-w-none">{text(f, rng)}</div><div class="mt-8 pt-6 border-t flex items-center gap-3"><span class="text-sm font-semibold">Bagikan:</span><a href="https://wa.me/?text=x" class="p-2">WhatsApp</a><button>Salin Tautan</button></div></article><aside class="space-y-6"><div class="bg-white rounded-2xl p-6"><h3 class="font-bold text-lg mb-4">Berita Terpopuler</h3>{"".join(f'<a href="/{o.slug}" class="flex gap-3"><img src="/t.jpg"><div><h4 class="text-sm font-semibold">{e(o.title)}</h4><p class="text-xs text-gray-400">{short(o.published)} · {o.views} dilihat</p></div></a>' for o in f.others[:4])}</div></aside></main></div>{around.footer(f, rng)}""",
        around.opengraph(f),
    )
    return Printed(html, f"/berita/{f.slug}", record(f, author=f.author, date="day", views=said, section=f.section))


@template("laravel")
def material_ligatures(f: Facts, rng: random.Random) -> Printed:
    html = around.page(
        f,
        f.agency,
        f"""<nav class="blue"><div class="nav-wrapper"><a href="/" class="brand-logo">{f.agency}</a><ul class="right">{around.menu()}</ul></div></nav><div class="container"><div class="row"><div class="col s12 m8"><div class="card"><div class="card-image"><img src="/images/{f.image}"></div><div class="card-content"><span class="card-title">{e(f.title)}</span><p class="grey-text"><i class="material-icons tiny">event</i> {full(f.published)} <i class="material-icons tiny">access_time</i> {clock(f.published)} <i class="material-icons tiny">person</i> {e(f.author)} <i class="material-icons tiny">remove_red_eye</i> {f.views}</p><div class="divider"></div>{text(f, rng)}</div><div class="card-action"><a href="#"><i class="material-icons">share</i></a></div></div></div><div class="col s12 m4"><ul class="collection with-header"><li class="collection-header"><h5>Berita Terkini</h5></li>{"".join(f'<li class="collection-item"><a href="/{o.slug}">{e(o.title)}</a><br><i class="material-icons tiny">access_time</i>{o.published:%d-%m-%Y} <i class="material-icons tiny">remove_red_eye</i>{o.views}</li>' for o in f.others[:4])}</ul></div></div></div>{around.footer(f, rng)}""",
    )
    return Printed(html, f"/read/{f.id}/{f.slug}", record(f, author=f.author, date="minute", views=f.views))


@template("laravel")
def emoji_meta(f: Facts, rng: random.Random) -> Printed:
    html = around.page(
        f,
        f"{f.title} | {f.agency}",
        f"""<header><nav>{around.menu("span")}</nav></header><section class="py-12"><div class="max-w-4xl mx-auto"><div class="mb-6"><a href="/berita" class="text-sm">← Kembali ke Berita</a></div><div class="space-y-2"><h2 class="text-2xl font-bold">{e(f.title)}</h2><div class="flex flex-wrap items-center text-sm text-gray-500 space-x-2"><span class="inline-flex items-center"><span class="mr-2">📅</span> {long(f.published)} </span><span class="hidden sm:inline">•</span><span class="inline-flex items-center"><span class="mr-2">👤</span> {e(f.author)} </span><span class="hidden sm:inline">•</span><span class="inline-flex items-center"><span class="mr-2">👁️</span> {f.views} kali dibaca </span></div></div><div class="grid grid-cols-2 gap-4 mb-8"><img src="/{f.image}" alt="Kunjungan 1"><img src="/2.jpg" alt="Kunjungan 2"></div><div class="prose">{text(f, rng)}</div></div></section><section class="bg-gray-50"><h3>Berita Lainnya</h3><div class="grid">{"".join(f'<a href="/{o.slug}" class="card"><p class="text-xs">📅 {long(o.published)} • 👁️ {o.views}</p><h4>{e(o.title)}</h4><p>{e(o.teaser)}</p></a>' for o in f.others[:3])}</div></section>{around.footer(f, rng)}""",
    )
    return Printed(html, f"/informasi/berita/{f.slug}", record(f, author=f.author, date="day", views=f.views))


@template("laravel")
def hero_banner(f: Facts, rng: random.Random) -> Printed:
    """Title and facts in a banner over the picture, and the title again above the text."""
    html = around.page(
        f,
        f"Website {f.agency}",
        f"""<header><ul>{around.menu()}</ul></header><section class="hero" style="background-image:url(/storage/{f.image})"><div class="container"><span class="badge bg-primary">{f.section}</span><h1 class="display-5">{e(f.title)}</h1><div class="d-flex gap-4"><div><i data-lucide="user" class="w-4 h-4"></i><span class="fw-medium">{e(f.author)}</span></div><span><i data-lucide="calendar"></i> {full(f.published)}</span><span><i data-lucide="eye"></i> {dots(f.views)} kali dibaca</span></div></div></section><section class="py-5"><div class="container"><div class="row"><div class="col-lg-8"><div class="card border-0"><div class="card-body"><h2 class="h4">{e(f.title)}</h2>{text(f, rng)}</div></div>{around.share(f, rng)}</div><div class="col-lg-4">{around.related(f, rng)}{around.agenda(f, rng)}</div></div></div></section>{around.footer(f, rng)}""",
    )
    return Printed(html, f"/post/{f.slug}", record(f, author=f.author, date="day", views=f.views, section=f.section))


@template("laravel")
def foot_facts(f: Facts, rng: random.Random) -> Printed:
    """Date over the title; author, editor and counter at the foot; the visitor is asked about cookies."""
    html = around.page(
        f,
        f.title,
        f"""<div class="cookie-consent"><p>Situs ini menggunakan cookie untuk memastikan Anda mendapatkan pengalaman terbaik di situs kami selama berkunjung.</p><button>Setuju</button></div><header>{around.menu("span")}</header><div class="wrapper"><div class="main-col"><div class="post-date">{full(f.published)}, {clock(f.published)} {zone(f)}</div><h1 class="post-title">{e(f.title)}</h1><figure><img src="/u/{f.image}"><figcaption>{e(f.caption)}</figcaption></figure><div class="post-body">{text(f, rng, signed=True)}</div><div class="post-foot"><p>Penulis : {e(f.author)}</p><p>Editor : {e(f.editor)}</p><p>Dilihat : {f.views} kali</p></div>{around.share(f, rng)}{around.related(f, rng, "h2")}</div><div class="side-col">{around.popular(f, rng, "h2")}{around.visitors(rng)}</div></div>{around.footer(f, rng)}""",
        around.organization(f),
    )
    return Printed(html, f"/baca/{f.id}/{f.slug}", record(f, author=f.author, date="minute", views=f.views))


@template("laravel")
def stacked_lines(f: Facts, rng: random.Random) -> Printed:
    """As on a provincial site: author and date in one line, then a bare number, then the photographer."""
    html = around.page(
        f,
        f"{f.agency} | Portal Resmi",
        f"""<div class="jam">{full(f.now)}</div><ul class="nav">{around.menu()}</ul><div class="container"><div class="col-md-8"><div class="title-post"><h3>{e(f.title)}</h3></div><div class="sub-title">Penulis {e(f.author)} - {english(f.published)}<br>{f.views}<br>Foto Oleh : Diskominfo</div><img src="/f/{f.image}"><div class="text-post">{text(f, rng)}</div></div><div class="col-md-4">{around.latest(f, rng)}</div></div>{around.footer(f, rng)}""",
        around.lying_head(f),
    )
    return Printed(html, f"/home/berita/{f.id}", record(f, author=f.author, date="day", views=f.views))


@template("laravel")
def counter_alone(f: Facts, rng: random.Random) -> Printed:
    """No date and no author; the counter right below the title, the title twice, a caption after it."""
    html = around.page(
        f,
        f"{f.title}",
        f"""<noscript>You don't have javascript enabled. Please enable it to use this site.</noscript>{around.ticker(f)}<ul>{around.menu()}</ul><div class="berita-detail"><div class="crumb">Beranda > Berita > {e(f.title)}</div><h2>{e(f.title)}</h2><div class="lihat">Dilihat {f.views} kali</div><img src="/g/{f.image}" alt="{e(f.title)}"><p class="ket-foto"><i>Foto: {e(f.title)}. (Sumber: Humas)</i></p>{text(f, rng)}</div><div class="bawah">{around.related(f, rng)}{around.poll()}</div>{around.footer(f, rng)}""",
    )
    return Printed(html, f"/{f.slug}", record(f, views=f.views))


@template("blogger")
def blogger(f: Facts, rng: random.Random) -> Printed:
    html = around.page(
        f,
        f"{f.agency}: {f.title}",
        f"""<div class="header"><h1 class="title"><a href="/">{f.agency}</a></h1><p class="description">Blog resmi</p></div><div class="tabs"><ul>{around.menu()}</ul></div><div class="main section" id="main"><div class="widget Blog"><div class="blog-posts hfeed"><div class="date-outer"><h2 class="date-header"><span>{full(f.published)}</span></h2><div class="date-posts"><div class="post-outer"><div class="post hentry uncustomized-post-template" itemprop="blogPost"><h3 class="post-title entry-title" itemprop="name">{e(f.title)}</h3><div class="post-header"><div class="post-header-line-1"></div></div><div class="post-body entry-content" itemprop="description articleBody"><div class="separator" style="clear: both; text-align: center;"><a href="/x.jpg"><img src="https://1.bp.blogspot.com/{f.image}"></a></div>{text(f, rng)}<div style="clear: both;"></div></div><div class="post-footer"><div class="post-footer-line post-footer-line-1"><span class="post-author vcard">Diposting oleh <span class="fn" itemprop="author"><a class="g-profile" href="/profile"><span itemprop="name">{e(f.author)}</span></a></span></span> <span class="post-timestamp">di <a class="timestamp-link" href="/{f.slug}.html" rel="bookmark"><abbr class="published" itemprop="datePublished" title="{machine(f.published, f)}">{f.published:%H.%M}</abbr></a></span></div><div class="post-footer-line post-footer-line-2"><span class="post-labels">Label: <a href="/search/label/x" rel="tag">{f.section}</a></span></div></div></div><div class="comments" id="comments"><h4>{len(f.comments)} komentar:</h4>{"".join(f'<div class="comment-block"><div class="comment-header"><cite class="user">{e(c.name)}</cite><span class="datetime"><a href="#">{long(c.written)} {c.written:%H.%M}</a></span></div><p class="comment-content">{e(c.text)}</p></div>' for c in f.comments)}</div></div></div></div></div><div class="blog-pager" id="blog-pager"><a href="/n">Posting Lebih Baru</a> <a href="/o">Posting Lama</a> <a href="/">Beranda</a></div></div></div><div class="column-right-outer"><aside><div class="widget PopularPosts"><h2>Entri Populer</h2><ul>{"".join(f'<li><div class="item-title"><a href="/{o.slug}.html">{e(o.title)}</a></div><div class="item-snippet">{e(o.teaser)}</div></li>' for o in f.others[:3])}</ul></div><div class="widget BlogArchive"><h2>Arsip Blog</h2><ul><li><a href="/2025">2025</a> (12)</li></ul></div></aside></div>""",
    )
    return Printed(
        html, f"/{f.published:%Y/%m}/{f.slug[:39].rstrip('-')}.html", record(f, author=f.author, date="minute")
    )


@template("odoo")
def odoo_blog(f: Facts, rng: random.Random) -> Printed:
    html = around.page(
        f,
        f"{f.title} | {f.agency}",
        f"""<div id="wrapwrap"><header><nav><ul>{around.menu()}</ul></nav></header><main><div id="wrap" class="js_blog website_blog"><section id="o_wblog_post_top"><div id="title" class="blog_header"><div class="o_record_cover_container"><div class="container"><div class="blog_title"><h1 id="o_wblog_post_name">{e(f.title)}</h1><div id="o_wblog_post_subtitle"></div></div></div></div></div></section><section id="o_wblog_post_main" class="container"><div class="row"><div id="o_wblog_post_main_column" class="col-lg-8"><nav aria-label="breadcrumb" class="breadcrumb"><li class="breadcrumb-item"><a href="/blog">Semua Blog</a></li><li class="breadcrumb-item"><a href="/blog/berita-1">{f.section}</a></li><li class="breadcrumb-item active"><span>{e(f.title)}</span></li></nav><div id="o_wblog_post_content"><div class="o_wblog_post_content_field js_tweet">{text(f, rng)}</div></div></div><div id="o_wblog_post_sidebar_col" class="col-lg-3"><div id="o_wblog_post_sidebar"><div class="o_wblog_sidebar_block"><span><span class="text-muted">di </span><a href="/blog/1"><b>{f.section}</b></a></span></div><div class="o_wblog_sidebar_block"><div class="d-inline-flex"><div class="o_wblog_post_author"><span>{e(f.author)}</span></div></div><span class="text-muted"> {american(f.published)}</span></div><div class="o_wblog_sidebar_block"><h6 class="text-uppercase">Bagikan postingan ini</h6></div></div></div></div></section><section id="o_wblog_post_footer"><div class="o_wblog_next"><h6>Baca Selanjutnya</h6><a href="/{f.others[0].slug}">{e(f.others[0].title)}</a></div></section></div></main>{around.footer(f, rng)}</div>""",
        around.opengraph(f) + f'<meta property="article:published_time" content="{f.published:%Y-%m-%d}">',
    )
    return Printed(html, f"/blog/berita-1/{f.slug}-{f.id}", record(f, author=f.author, date="day", section=f.section))


@template("laravel")
def next_page_builder(f: Facts, rng: random.Random) -> Printed:
    """Rendered by a script framework: classes say nothing, one element for each thing."""
    html = around.page(
        f,
        f.agency,
        f"""<div id="__next"><div class="css-1x"><div class="css-2a">{around.menu("div")}</div><div class="css-9f"><div class="css-k1"><div class="css-k2">{f.section}</div><div class="css-k3">{e(f.title)}</div><div class="css-k4"><div class="css-k5">{e(f.author)}</div><div class="css-k6"></div><div class="css-k5">{f.published.day} {SHORT[f.published.month - 1]} {f.published.year}, {clock(f.published)} {zone(f)}</div><div class="css-k5">{f.views} kali dilihat</div></div><div class="css-k7"><img src="/_next/image?url={f.image}"></div><div class="css-k8">{text(f, rng)}</div></div><div class="css-m1"><div class="css-m2">Berita Lainnya</div>{"".join(f'<a class="css-m3" href="/{o.slug}"><div class="css-m4">{e(o.title)}</div><div class="css-m5">{short(o.published)}</div></a>' for o in f.others[:4])}</div></div></div></div><script id="__NEXT_DATA__" type="application/json">{{"props":{{}}}}</script>""",
    )
    return Printed(
        html, f"/berita/{f.slug}", record(f, author=f.author, date="minute", views=f.views, section=f.section)
    )
