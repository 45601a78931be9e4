"""WordPress, in themes as governments run them."""
# ruff: noqa: E501 -- markup stands as sites print it, unbroken

from __future__ import annotations

import random
from datetime import UTC
from zoneinfo import ZoneInfo

from tests.templates.facts import Facts
from tests.templates.final.frame import (
    around,
    bottom,
    comments,
    html,
    named,
    nameless,
    noon,
    place,
    popular,
    share,
    side,
    tags,
    top,
)
from tests.templates.made import Printed, record
from tests.templates.markup import e, gutenberg, paragraphs
from tests.templates.printing import american, commas, long, machine, short
from tests.templates.unseen.parts import ld, template, written


def _dated(f: Facts) -> str:
    return f"/{f.published:%Y/%m/%d}/{f.slug}/"


@template("wordpress")
def wp_government_theme(f: Facts, rng: random.Random) -> Printed:
    """Byline under the title with <time>, changed later; WP-PostViews at its end."""
    posted = (
        f'<time class="entry-date published" datetime="{machine(f.published, f)}">{long(f.published)}</time>'
        f'<time class="updated" datetime="{machine(f.modified, f)}" style="display:none">{long(f.modified)}</time>'
    )
    body = f"""{top(f, rng)}<div id="content"><main><article id="post-{f.id}" class="post-{f.id} post type-post hentry">
<header class="entry-header"><h1 class="entry-title">{e(f.title)}</h1>
<div class="entry-meta"><span class="byline">Oleh <span class="author vcard"><a class="url fn n" href="/author/x/">{e(f.author)}</a></span></span>
<span class="posted-on">pada <a href="{f.home}{_dated(f)}" rel="bookmark">{posted}</a></span> <span class="views">Dibaca: {commas(f.views)} kali</span></div></header>
<div class="post-thumbnail"><img src="/wp-content/uploads/{f.image}" alt="{e(f.title)}"></div>
<div class="entry-content">{written(f, rng, gutenberg)}{share(f, rng)}</div>
<footer class="entry-footer"><span class="cat-links">Kategori: <a href="/category/x/" rel="category tag">{e(f.section)}</a></span>{tags(f)}</footer></article>
{around(f)}{comments(f, "tanggapan")}</main><aside id="secondary">{side(f, rng)}</aside></div>{bottom(f, rng)}"""
    return Printed(
        html(named(f), body), _dated(f), record(f, author=f.author, date="day", views=f.views, section=f.section)
    )


@template("wordpress")
def wp_newspaper(f: Facts, rng: random.Random) -> Printed:
    """A magazine theme: American date, bare view and comment counts after it."""
    related = "".join(
        f'<div class="td_module_related"><h3 class="entry-title"><a href="{place(f, o.slug)}">{e(o.title)}</a></h3></div>'
        for o in f.others[:3]
    )
    body = f"""<div class="td-header-sp-top-menu"><div class="td_data_time">{american(f.now)}</div></div>{top(f, rng, " ")}
<div class="td-crumb-container"><span><a class="entry-crumb" href="/">Beranda</a></span> <i class="td-icon-right"></i> <span><a href="/c/">{e(f.section)}</a></span> <i></i> <span class="td-bred-no-url-last">{e(f.title)}</span></div>
<article class="post"><div class="td-post-header"><ul class="td-category"><li class="entry-category"><a href="/c/">{e(f.section)}</a></li></ul>
<header class="td-post-title"><h1 class="entry-title">{e(f.title)}</h1><div class="td-module-meta-info">
<div class="td-post-author-name"><div class="td-author-by">By</div> <a href="/author/">{e(f.author)}</a><div class="td-author-line"> - </div></div>
<span class="td-post-date"><time class="entry-date updated td-module-date" datetime="{machine(f.published, f)}">{american(f.published)}</time></span>
<div class="td-post-comments"><a href="#respond"><i class="td-icon-comments"></i>{len(f.comments)}</a></div>
<div class="td-post-views"><i class="td-icon-views"></i><span class="td-nr-views-{f.id}">{f.views}</span></div></div></header></div>
{share(f, rng)}<div class="td-post-content"><div class="td-post-featured-image"><figure><img src="/wp-content/uploads/{f.image}"><figcaption class="wp-caption-text">{e(f.caption)}</figcaption></figure></div>
{written(f, rng)}</div></article><div class="td_block_related_posts"><h4>RELATED ARTICLES</h4>{related}</div>{comments(f, "COMMENTS")}
<div class="td-sidebar">{popular(f, rng, "MOST POPULAR")}</div>{bottom(f, rng)}"""
    return Printed(
        html(named(f, False), body, lang="en-US"),
        f"/{f.slug}/",
        record(f, author=f.author, date="day", views=f.views, section=f.section),
    )


@template("wordpress")
def wp_date_in_address(f: Facts, rng: random.Random) -> Printed:
    """Nothing is printed but title and text: the day is in the address, the author, if any, at the foot."""
    body = f"""{top(f, rng)}<main class="wp-block-group"><h1 class="wp-block-post-title">{e(f.title)}</h1>
<figure class="wp-block-post-featured-image"><img src="/wp-content/uploads/{f.published:%Y/%m}/{f.image}" alt=""></figure>
<div class="entry-content wp-block-post-content">{written(f, rng, gutenberg)}</div>{around(f)}</main>
<aside>{popular(f, rng, "Tulisan Terbaru")}</aside>{bottom(f, rng)}"""
    return Printed(html(named(f), body), _dated(f), record(f, date="day"))


@template("wordpress")
def wp_elementor(f: Facts, rng: random.Random) -> Printed:
    """Author, date, time and comments each an item of a list with icons."""
    items = (
        ("user", f.author),
        ("calendar", long(f.published)),
        ("clock", noon(f.published)),
        ("comment", "Tidak ada komentar"),
    )
    info = "".join(
        f'<li class="elementor-icon-list-item"><span class="elementor-icon-list-icon"><i aria-hidden="true" class="far fa-{icon}"></i></span><span class="elementor-icon-list-text elementor-post-info__item">{e(text)}</span></li>'
        for icon, text in items
    )
    body = f"""{top(f, rng)}<div data-elementor-type="single-post" class="elementor"><div class="elementor-widget-theme-post-title"><h2 class="elementor-heading-title">{e(f.title)}</h2></div>
<div class="elementor-widget-post-info"><ul class="elementor-inline-items">{info}</ul></div>
<div class="elementor-widget-theme-post-featured-image"><img src="/wp-content/uploads/{f.image}"></div>
<div class="elementor-widget-theme-post-content"><div class="elementor-widget-container">{written(f, rng)}</div></div>
<div class="elementor-widget-share-buttons">{share(f, rng)}</div>{around(f)}
<div class="elementor-widget-posts"><h2 class="elementor-heading-title">Berita Terkait</h2>{popular(f, rng, "")}</div></div>{bottom(f, rng)}"""
    return Printed(html(named(f), body), f"/{f.slug}/", record(f, author=f.author, date="minute"))


@template("wordpress")
def wp_shortcode_left(f: Facts, rng: random.Random) -> Printed:
    """A [caption] shortcode stands in the text; the meta line prints date, author, views without labels."""
    caption = f'<p>[caption id="attachment_{f.id}" align="aligncenter" width="640"]<img src="/wp-content/uploads/{f.image}" alt="" width="640" /> {e(f.caption)}[/caption]</p>\n'
    text = written(f, rng, paragraphs).replace("</p>\n", f"</p>\n{caption}", 1)  # within the text: no lead picture
    body = f"""{popular(f, rng, "Terkini")}{top(f, rng)}<div id="primary"><article><div class="above-entry-meta"><a href="/category/x/">{e(f.section)}</a></div>
<h1 class="entry-title">{e(f.title)}</h1><div class="below-entry-meta"><span class="posted-on"><i class="fa fa-calendar-o"></i> {long(f.published)}</span>
<span class="byline"><i class="fa fa-user"></i> {e(f.author)}</span> <span class="post-views"><i class="fa fa-eye"></i> {f.views} Views</span> <span class="comments"><a href="#r">{len(f.comments)} Comments</a></span></div>
<div class="entry-content clearfix">{text}</div></article></div>{comments(f)}{side(f, rng)}{bottom(f, rng)}"""
    return Printed(
        html(nameless(f), body),
        f"/{f.slug}/",
        record(f, author=f.author, date="day", views=f.views, section=f.section, lead=(f.caption,)),
    )


@template("wordpress")
def wp_yoast_only(f: Facts, rng: random.Random) -> Printed:
    """The date is only in the JSON-LD graph, in UTC; the foot names writer and editor."""
    when = f.published.replace(tzinfo=ZoneInfo(str(f.site.timezone))).astimezone(UTC)
    data = {"@graph": [
        {"@type": "NewsArticle", "headline": f.title, "datePublished": f"{when:%Y-%m-%dT%H:%M:%S}+00:00", "dateModified": f"{f.now:%Y-%m-%d}T01:00:00+00:00", "mainEntityOfPage": f"{f.home}/{f.slug}/"},
        {"@type": "WebSite", "name": f.agency, "url": f.home},
    ]}  # fmt: skip
    body = f"""{top(f, rng, short(f.now))}<article><h1>{e(f.title)}</h1><img src="/wp-content/uploads/{f.image}" alt=""><small>Sumber Gambar : Humas Setda</small>
<div class="post-content">{written(f, rng)}</div><p class="penulis">Penulis : {e(f.author)}</p><p class="editor">Editor : {e(f.editor)}</p>{tags(f)}{share(f, rng)}</article>
<section>{popular(f, rng, "Baca Juga")}</section>{bottom(f, rng)}"""
    return Printed(html(named(f) + ld(data), body), f"/{f.slug}/", record(f, author=f.author, date="second"))
