"""WordPress: a news theme, a page builder's post, the block themes, a theme of 2005, and a counter plugin."""
# ruff: noqa: E501 -- markup reads better unbroken

from __future__ import annotations

import json
import random
from datetime import timedelta

from tests.templates.aside.writing import (
    blocks,
    broken_lines,
    comments,
    e,
    footer,
    justified,
    listed,
    menu,
    page,
    plain,
    q,
    today,
)
from tests.templates.facts import MONTHS, Facts
from tests.templates.made import Printed, record, template
from tests.templates.printing import ENGLISH_DAYS, american, clock, commas, dots, english, long, machine


def _dated_path(f: Facts) -> str:
    return f"/{f.published:%Y/%m/%d}/{f.slug}/"


@template("wordpress")
def wp_magazine(f: Facts, rng: random.Random) -> Printed:
    """A news theme: category chip, author with a dash, bare number behind an eye, boxes of other news in the text."""
    related = listed(
        f.others[:3],
        lambda o: (
            f'<div class="td_module_related td-animation-stack"><div class="td-module-thumb"><a href="/{o.slug}/"><img src="/wp-content/uploads/{o.id}.jpg" alt=""></a></div>'
            f'<h3 class="entry-title td-module-title"><a href="/{o.slug}/">{e(o.title)}</a></h3></div>'
        ),
    )
    trending = listed(
        f.others[3:8],
        lambda o: (
            f'<div class="td_module_6 td_module_wrap"><h3 class="entry-title td-module-title"><a href="/{o.slug}/" title="{q(o.title)}">{e(o.title)}</a></h3>'
            f'<div class="td-module-meta-info"><span class="td-post-date"><time class="entry-date updated td-module-date" datetime="{machine(o.published, f)}">{long(o.published)}</time></span> <span class="td-post-views"><i class="td-icon-views"></i>{o.views}</span></div></div>'
        ),
    )
    article = f"""<div class="td-header-top-menu"><div class="td_data_time">{long(f.now)}</div></div>{menu(f)}
<div class="td-container"><div class="td-crumb-container"><a href="/">Beranda</a> <i class="td-icon-right"></i> <a href="/category/b/">{f.section}</a> <i class="td-icon-right"></i> <span>{e(f.title)}</span></div>
<div class="td-pb-row"><div class="td-pb-span8 td-main-content"><div class="td-ss-main-content">
<article id="post-{f.id}" class="post-{f.id} post type-post status-publish">
<div class="td-post-header"><ul class="td-category"><li class="entry-category"><a href="/category/b/">{f.section}</a></li></ul>
<header class="td-post-title"><h1 class="entry-title">{e(f.title)}</h1>
<div class="td-module-meta-info"><div class="td-post-author-name"><div class="td-author-by">Oleh</div> <a href="/author/a/">{e(f.author)}</a><div class="td-author-line"> - </div></div>
<span class="td-post-date"><time class="entry-date updated td-module-date" datetime="{machine(f.published, f)}">{long(f.published)}</time></span>
<div class="td-post-comments"><a href="#respond"><i class="td-icon-comments"></i>{len(f.comments)}</a></div><div class="td-post-views"><i class="td-icon-views"></i><span class="td-nr-views-{f.id}">{f.views}</span></div></div></header></div>
<div class="td-post-sharing-top"><span class="td-social-but-text">Facebook</span> <span class="td-social-but-text">Twitter</span> <span class="td-social-but-text">WhatsApp</span></div>
<div class="td-post-content tagdiv-type"><div class="td-post-featured-image"><img class="entry-thumb" src="/wp-content/uploads/{f.image}" alt=""></div>
{plain(f)}
</div>
<footer><div class="td-post-source-tags"><ul class="td-tags"><li><span>TAG</span></li>{"".join(f"<li><a href='/tag/{t}/'>{t}</a></li>" for t in f.tags)}</ul></div>
<div class="td-block-row td-post-next-prev"><div class="td-post-prev-post"><span>Artikulli paraprak</span><a href="/{f.others[9].slug}/">{e(f.others[9].title)}</a></div></div>
<div class="author-box-wrap"><div class="desc"><div class="td-author-name vcard author"><span class="fn"><a href="/author/a/">{e(f.author)}</a></span></div><div class="td-author-description"></div></div></div></footer></article>
<div class="td_block_wrap td_block_related_posts"><h4 class="td-related-title"><a class="td-related-left">ARTIKEL TERKAIT</a><a class="td-related-right">DARI PENULIS</a></h4>{related}</div>
</div></div><div class="td-pb-span4 td-main-sidebar"><h4 class="block-title"><span>PALING BANYAK DIBACA</span></h4>{trending}</div></div></div>{footer(f)}"""
    return Printed(
        page(f, article, title=f"{f.title} | {f.agency}"),
        _dated_path(f),
        record(f, author=f.author, date="day", views=f.views, section=f.section),
    )


@template("wordpress")
def wp_builder(f: Facts, rng: random.Random) -> Printed:
    """A page builder: the title is a widget, author, date and time are list items; JSON-LD tells only of the page."""
    graph = {
        "@context": "https://schema.org",
        "@graph": [
            {"@type": "WebSite", "name": f.agency, "url": f.home},
            {"@type": "WebPage", "name": f"{f.title} - {f.agency}"},
            {"@type": "BreadcrumbList", "itemListElement": [{"@type": "ListItem", "position": 1, "name": "Beranda"}]},
        ],
    }

    def item(icon: str, kind: str, text: str) -> str:
        return f'<li class="elementor-icon-list-item elementor-inline-item"><span class="elementor-icon-list-icon"><i aria-hidden="true" class="{icon}"></i></span><span class="elementor-icon-list-text elementor-post-info__item elementor-post-info__item--type-{kind}">{e(text)}</span></li>'

    news = listed(
        f.others[:4],
        lambda o: (
            f'<article class="elementor-post elementor-grid-item"><div class="elementor-post__text"><h3 class="elementor-post__title"><a href="/{o.slug}/">{e(o.title)}</a></h3><div class="elementor-post__meta-data"><span class="elementor-post-date">{long(o.published)}</span><span class="elementor-post-avatar">Tidak ada Komentar</span></div><div class="elementor-post__excerpt"><p>{e(o.teaser[:120])} ...</p></div></div></article>'
        ),
    )
    article = f"""<div data-elementor-type="header" class="elementor elementor-12">{today(f)}{menu(f)}</div>
<div data-elementor-type="single-post" data-elementor-id="88" class="elementor elementor-88 elementor-location-single post-{f.id} post">
<div class="elementor-element elementor-widget elementor-widget-heading"><div class="elementor-widget-container"><h2 class="elementor-heading-title elementor-size-default">{e(f.title)}</h2></div></div>
<div class="elementor-element elementor-widget elementor-widget-post-info"><div class="elementor-widget-container"><ul class="elementor-inline-items elementor-icon-list-items elementor-post-info">
{item("far fa-user-circle", "author", f.author)}
{item("fas fa-calendar", "date", american(f.published))}
{item("far fa-clock", "time", f.published.strftime("%I:%M %p").lower().lstrip("0"))}
{item("far fa-comment-dots", "comments", "No Comments")}
</ul></div></div>
<div class="elementor-element elementor-widget elementor-widget-theme-post-featured-image"><img src="/wp-content/uploads/{f.image}" alt=""></div>
<div class="elementor-element elementor-widget elementor-widget-theme-post-content"><div class="elementor-widget-container">
{plain(f)}
</div></div>
<div class="elementor-element elementor-widget elementor-widget-share-buttons"><div class="elementor-grid"><div class="elementor-share-btn"><span class="elementor-share-btn__title">Facebook</span></div><div class="elementor-share-btn"><span class="elementor-share-btn__title">WhatsApp</span></div></div></div>
<div class="elementor-widget-post-navigation"><div class="elementor-post-navigation__prev"><a href="/{f.others[7].slug}/"><span class="post-navigation__prev--label">Prev</span><span class="post-navigation__prev--title">{e(f.others[7].title)}</span></a></div></div>
<div class="elementor-element elementor-widget-heading"><h2 class="elementor-heading-title elementor-size-default">Berita Lainnya</h2></div><div class="elementor-posts-container">{news}</div></div>
{footer(f)}"""
    head = f'<script type="application/ld+json" class="yoast-schema-graph">{json.dumps(graph)}</script>'
    return Printed(page(f, article, head=head), f"/{f.slug}/", record(f, author=f.author, date="minute"))


@template("wordpress")
def wp_block_theme(f: Facts, rng: random.Random) -> Printed:
    """A block theme: the day stands above the title, the author's name below the text beside an avatar; no counter."""
    article = f"""<div class="wp-site-blocks"><header class="wp-block-template-part"><p class="wp-block-site-title"><a href="{f.home}/">{e(f.agency)}</a></p>{menu(f)}</header>
<main class="wp-block-group">
<div class="wp-block-group has-global-padding is-layout-constrained"><div class="wp-block-post-date"><time datetime="{machine(f.published, f)}"><a href="{f.home}{_dated_path(f)}">{f.published.day} {MONTHS[f.published.month - 1][:3]} {f.published.year}</a></time></div>
<h1 class="wp-block-post-title">{e(f.title)}</h1>
<figure class="wp-block-post-featured-image"><img src="/wp-content/uploads/{f.image}" alt=""></figure></div>
<div class="entry-content wp-block-post-content has-global-padding is-layout-constrained">
{blocks(f)}
</div>
<div class="wp-block-group is-layout-flex"><div class="wp-block-post-author"><div class="wp-block-post-author__avatar"><img alt="" src="/avatar.png"></div><div class="wp-block-post-author__content"><p class="wp-block-post-author__byline">Ditulis oleh</p><p class="wp-block-post-author__name">{e(f.author)}</p></div></div>
<div class="taxonomy-category wp-block-post-terms"><span class="wp-block-post-terms__prefix">Kategori: </span><a href="/category/x/" rel="tag">{f.section}</a></div></div>
<div class="wp-block-comments"><h2 class="wp-block-comments-title">{len(f.comments)} tanggapan untuk “{e(f.title)}”</h2><ol class="wp-block-comment-template">{comments(f, lambda c: f'<li><div class="wp-block-comment-author-name">{e(c.name)}</div><div class="wp-block-comment-date"><time datetime="{machine(c.written, f)}">{long(c.written)}</time></div><div class="wp-block-comment-content"><p>{e(c.text)}</p></div></li>')}</ol></div>
</main>{footer(f)}</div>"""
    return Printed(
        page(f, article, title=f"{f.title} – {f.agency}", lang="id-ID"),
        f"/{f.slug}/",
        record(f, author=f.author, date="day", section=f.section),
    )


@template("wordpress")
def wp_of_2005(f: Facts, rng: random.Random) -> Printed:
    """Kubrick: a second level heading, and everything else in one English sentence below the text; nobody is named."""
    day = f.published
    ending = {1: "st", 2: "nd", 3: "rd"}.get(day.day % 10 if day.day not in (11, 12, 13) else 0, "th")
    when = f"{ENGLISH_DAYS[day.weekday()]}, {american(day).split(' ')[0]} {day.day}{ending}, {day.year} at {day.hour % 12 or 12}:{day:%M} {'am' if day.hour < 12 else 'pm'}"
    recent = listed(f.others[:6], lambda o: f'<li><a href="/?p={o.id}">{e(o.title)}</a></li>')
    article = f"""<div id="page"><div id="header"><div id="headerimg"><h1><a href="{f.home}/">{e(f.agency)}</a></h1><div class="description">Website resmi {e(f.site.name)}</div></div></div><hr />
<div id="content" class="widecolumn"><div class="navigation"><div class="alignleft">&laquo; <a href="/?p={f.others[8].id}">{e(f.others[8].title)}</a></div><div class="alignright"><a href="/?p={f.others[9].id}">{e(f.others[9].title)}</a> &raquo;</div></div>
<div class="post" id="post-{f.id}"><h2>{e(f.title)}</h2>
<div class="entry">
{justified(f)}
<p class="postmetadata alt"><small>This entry was posted on {when} and is filed under <a href="/?cat=3" rel="category">{f.section}</a>. You can follow any responses to this entry through the <a href="/?feed=rss2&p={f.id}">RSS 2.0</a> feed. Both comments and pings are currently closed.</small></p>
</div></div>
<p class="nocomments">Comments are closed.</p></div>
<div id="sidebar"><ul><li><h2>Recent Posts</h2><ul>{recent}</ul></li><li><h2>Archives</h2><ul><li><a href="/?m=202501">January 2025</a> (14)</li><li><a href="/?m=202412">December 2024</a> (9)</li></ul></li></ul></div>
<hr /><div id="footer"><p>{e(f.agency)} is proudly powered by <a href="https://wordpress.org/">WordPress</a></p></div></div>"""
    return Printed(
        page(f, article, title=f"{f.agency} » Blog Archive » {f.title}", lang="en-US"),
        f"/?p={f.id}",
        record(f, date="minute", section=f.section),
    )


@template("wordpress")
def wp_counter_plugin(f: Facts, rng: random.Random) -> Printed:
    """Icons before each fact; a plugin puts the counter inside the text's container, and one more puts related posts there."""
    edited = f'<time class="updated" datetime="{machine(f.modified, f)}">{english(f.modified)}</time>'
    jp = listed(
        f.others[:3],
        lambda o: (
            f'<div class="jp-relatedposts-post"><h4 class="jp-relatedposts-post-title"><a href="/{o.slug}/">{e(o.title)}</a></h4><time class="jp-relatedposts-post-date">{english(o.published)}</time><p class="jp-relatedposts-post-context">dalam "{o.section}"</p></div>'
        ),
    )
    article = f"""{menu(f)}<div id="content" class="site-content"><div id="primary"><main id="main">
<article id="post-{f.id}" class="ast-article-single post type-post"><header class="entry-header"><h1 class="entry-title" itemprop="headline">{e(f.title)}</h1>
<div class="entry-meta"><span class="posted-on"><i class="fa fa-calendar"></i> <time class="entry-date published" datetime="{machine(f.published, f)}">{english(f.published)}</time>{edited}</span> <span class="sep"> | </span> <span class="byline"><i class="fa fa-user"></i> <span class="author vcard"><a class="url fn n" href="/author/x/">{e(f.author)}</a></span></span> <span class="sep"> | </span> <span class="cat-links"><i class="fa fa-folder-open"></i> <a href="/category/x/">{f.section}</a></span></div></header>
<div class="entry-content clear" itemprop="text">
{blocks(f)}
<div class="post-views content-post post-{f.id} entry-meta load-static"><span class="post-views-icon dashicons dashicons-chart-bar"></span> <span class="post-views-label">Post Views:</span> <span class="post-views-count">{commas(f.views)}</span></div>
<div class="sharedaddy sd-sharing-enabled"><div class="robots-nocontent sd-block sd-social"><h3 class="sd-title">Bagikan ini:</h3><div class="sd-content"><ul><li><a href="?share=twitter"><span>Klik untuk berbagi pada Twitter(Membuka di jendela yang baru)</span></a></li><li><a href="?share=facebook"><span>Klik untuk membagikan di Facebook(Membuka di jendela yang baru)</span></a></li></ul></div></div></div>
<div id="jp-relatedposts" class="jp-relatedposts"><h3 class="jp-relatedposts-headline"><em>Terkait</em></h3><div class="jp-relatedposts-items">{jp}</div></div>
</div></article></main></div>
<div id="secondary"><section class="widget widget_calendar"><table id="wp-calendar"><caption>{MONTHS[f.now.month - 1]} {f.now.year}</caption><thead><tr><th>S</th><th>S</th><th>R</th><th>K</th><th>J</th><th>S</th><th>M</th></tr></thead><tbody><tr><td>1</td><td>2</td><td>3</td><td>4</td><td>5</td><td>6</td><td>7</td></tr></tbody></table></section></div></div>{footer(f)}"""
    return Printed(
        page(f, article, title=f"{f.title} - {f.agency}"),
        f"/{f.slug}/",
        record(f, author=f.author, date="day", views=f.views, section=f.section),
    )


@template("wordpress")
def wp_hero(f: Facts, rng: random.Random) -> Printed:
    """A village's theme: everything about the article over a picture in the page's head, the text far below, views in a word."""
    ago = f.now - timedelta(days=1)
    article = f"""<header class="site-top">{menu(f)}<div class="running"><span>Info:</span><marquee>Pelayanan kantor buka {_hours(f)} | Update {long(ago)} {clock(ago)}</marquee></div></header>
<section class="page-hero" style="background-image:url(/wp-content/uploads/{f.image})"><div class="wrap"><span class="hero-cat">{f.section}</span><h1 class="hero-title">{e(f.title)}</h1>
<div class="hero-meta"><span class="m-author"><img class="avatar" src="/avatar.png" alt="">{e(f.author)}</span><span class="m-date">{f.published:%d/%m/%Y}</span><span class="m-hit">{dots(f.views)} Pembaca</span></div></div></section>
<section class="page-body"><div class="wrap"><div class="reading"><div class="tools"><button>A-</button><button>A+</button><button onclick="window.print()">Cetak</button></div>
<div class="content-area">
{broken_lines(f)}
</div>
<div class="share-box">Bagikan: <a href="#">Facebook</a> <a href="#">X</a> <a href="#">Telegram</a></div></div>
<aside><h3>Kabar Terbaru</h3><ul>{listed(f.others[:5], lambda o: f'<li><a href="/{o.slug}/">{e(o.title)}</a><small>{o.published:%d/%m/%Y} &middot; {dots(o.views)} Pembaca</small></li>')}</ul></aside></div></section>{footer(f)}"""
    return Printed(
        page(f, article, title=f.agency),
        f"/{f.slug}/",
        record(f, author=f.author, date="day", views=f.views, section=f.section),
    )


def _hours(f: Facts) -> str:
    return f"Senin s.d. Jumat pukul 08.00 - 15.30 (kontak 0812-{f.id:04}-77)"
