"""WordPress: magazine themes, page builders, block themes, counters of plugins."""
# ruff: noqa: E501 -- markup stands as sites print it, unbroken

from __future__ import annotations

import random
from datetime import timedelta

from tests.templates.facts import Facts
from tests.templates.made import Printed, record
from tests.templates.markup import e, gutenberg
from tests.templates.printing import american, clock, commas, dots, english, full, long, machine, short, zone
from tests.templates.unseen.parts import agenda, each, footer, ld, link, lying_head, menu, template, today, written


def _permalink(f: Facts) -> str:
    return f"/{f.published:%Y/%m/%d}/{f.slug}/"


def _offset(f: Facts) -> int:
    return {"WIB": 7, "WITA": 8, "WIT": 9}[zone(f)]


def _yoast(f: Facts, *, article: bool) -> str:
    """Yoast's graph in UTC, as the plugin writes it; without the article it speaks of the site alone."""
    published = f"{f.published - timedelta(hours=_offset(f)):%Y-%m-%dT%H:%M:%S}+00:00"
    changed = f"{f.modified - timedelta(hours=_offset(f)):%Y-%m-%dT%H:%M:%S}+00:00"
    site: list[object] = [{"@type": "WebSite", "name": f.agency, "url": f"{f.home}/", "datePublished": "2016-02-01"}]
    post = {"@type": "NewsArticle", "headline": f.title, "datePublished": published, "dateModified": changed}
    return ld({"@graph": [*site, post] if article else site})


@template("wordpress")
def newspaper_theme(f: Facts, rng: random.Random) -> Printed:
    """Newspaper: date of change as the machine's time, eye with a bare number, an author box with his count of posts."""
    views = f.views
    html = f"""<!DOCTYPE html><html lang="id"><head><title>{e(f.title)} | {e(f.agency)}</title></head>
<body class="single td-standard-pack"><div class="td-header-sp-top-menu"><div class="td_data_time">{today(f, rng)}</div>
{menu(f, rng)}</div><div class="td-crumb-container"><a class="entry-crumb" href="/">Beranda</a>
<a class="entry-crumb" href="/c/">{e(f.section)}</a> <span class="td-bred-no-url-last">{e(f.title)}</span></div>
<article class="post"><div class="td-post-header"><ul class="td-category"><li class="entry-category">
<a href="/c/">{e(f.section)}</a></li></ul><header class="td-post-title"><h1 class="entry-title">{e(f.title)}</h1>
<div class="td-module-meta-info"><div class="td-post-author-name"><div class="td-author-by">Oleh</div>
<a href="/author/x/">{e(f.author)}</a><div class="td-author-line"> - </div></div>
<span class="td-post-date"><time class="entry-date updated" datetime="{machine(f.published, f)}">{long(f.published)}
</time></span><div class="td-post-comments"><a href="#respond"><i class="td-icon-comments"></i>{
        len(f.comments)
    }</a></div>
<div class="td-post-views"><i class="td-icon-views"></i><span class="td-nr-views-7">{views}</span></div></div>
</header></div><div class="td-post-sharing"><span>Share</span><a>Facebook</a><a>Twitter</a></div>
<div class="td-post-content tagdiv-type"><div class="td-post-featured-image"><figure><img src="/{f.image}">
<figcaption class="wp-caption-text">{e(f.caption)}</figcaption></figure></div>{written(f, rng)}</div>
<footer><div class="td-post-next-prev"><span>Artikulli paraprak</span>{link(f, f.others[0])}</div>
<div class="author-box-wrap"><div class="td-author-name"><a href="/author/x/">{e(f.author)}</a></div>
<div class="td-author-counters"><span>{rng.randint(10, 900)} POSTS</span><span>0 COMMENTS</span></div></div></footer>
</article><div class="td_block_related_posts"><h4>ARTIKEL TERKAIT</h4>{
        each(
            f.others[2:5],
            lambda o: f'<div class="td_module"><h3>{link(f, o)}</h3><time>{long(o.published)}</time></div>',
        )
    }</div><div class="td-footer">{footer(f, rng)}</div></body></html>"""
    return Printed(html, f"/{f.slug}/", record(f, author=f.author, date="day", views=views, section=f.section))


@template("wordpress")
def elementor_single(f: Facts, rng: random.Random) -> Printed:
    """Elementor: the site's name is the only h1 besides, popular posts stand before the text, no counter."""
    html = f"""<!DOCTYPE html><html lang="id"><head>{lying_head(f)}</head><body class="elementor-default">
<header><h1 class="site-name"><a href="/">{e(f.agency)}</a></h1><marquee>{each(f.others[:3], lambda o: link(f, o))}
</marquee>{menu(f, rng)}</header><div data-elementor-type="single-post" class="elementor post type-post">
<section class="elementor-section"><div class="elementor-widget-heading"><h2 class="elementor-heading-title">{
        e(f.title)
    }</h2>
</div><div class="elementor-widget-post-info"><ul class="elementor-inline-items elementor-icon-list-items elementor-post-info">
<li class="elementor-icon-list-item" itemprop="author"><span class="elementor-icon-list-text">
<span class="elementor-post-info__item-prefix">Ditulis</span> {e(f.author)}</span></li>
<li class="elementor-icon-list-item" itemprop="datePublished"><span class="elementor-icon-list-text">
<time>{f.published.day} {long(f.published).split()[1]}, {f.published.year}</time></span></li>
<li class="elementor-icon-list-item"><span class="elementor-post-info__item--type-time">{clock(f.published)}</span></li>
<li class="elementor-icon-list-item"><span>{len(f.comments)} Comments</span></li></ul></div></section>
<section class="elementor-section"><div class="elementor-col-33"><h3>Paling Dibaca</h3>{
        each(f.others[:4], lambda o: f"<div class='elementor-post'>{link(f, o)}<span>{short(o.published)}</span></div>")
    }</div><div class="elementor-col-66"><div class="elementor-widget-theme-post-content">{written(f, rng)}</div>
<div class="elementor-share-buttons"><div>Facebook <span>{
        rng.randint(1, 60)
    }</span></div><div>WhatsApp <span>3</span></div>
</div></div></section></div><footer>{footer(f, rng)}</footer></body></html>"""
    return Printed(html, f"/{f.slug}/", record(f, author=f.author, date="minute"))


@template("wordpress")
def divi_module(f: Facts, rng: random.Random) -> Printed:
    """Divi: `by X | Sep 27, 2024 | Section | 0 comments`, a cookie banner before all."""
    month = american(f.published)[:3]
    html = f"""<html lang="en-US"><head><title>{e(f.title)} - {e(f.agency)}</title>{_yoast(f, article=False)}</head>
<body><div id="cookie-law-info-bar"><span>Situs ini menggunakan cookie untuk meningkatkan pengalaman Anda.
<a>Terima</a> <a>Tolak</a></span></div><div id="et-top-navigation">{menu(f, rng)}</div>
<div class="et_pb_title_container"><h1 class="entry-title">{e(f.title)}</h1><p class="et_pb_title_meta_container">by
<span class="author vcard"><a href="/author/a/" title="Posts by a" rel="author">{e(f.author)}</a></span> |
<span class="published">{month} {f.published.day}, {f.published.year}</span> |
<a href="/c/" rel="category tag">{e(f.section)}</a> | <span class="comments-number"><a>{
        len(f.comments)
    } comments</a></span></p>
</div><div class="et_pb_image"><img src="/{f.image}"></div><div class="et_pb_post_content">{written(f, rng)}</div>
<div class="et_pb_comments"><h1 id="comments">{len(f.comments)} Comments</h1>{
        "".join(
            f'<article class="comment-body"><span class="fn">{e(c.name)}</span> on {american(c.written)} at '
            f"{c.written:%-I:%M %p}<div class='comment-content'><p>{e(c.text)}</p></div></article>"
            for c in f.comments
        )
    }<h3>Submit a Comment</h3><form><textarea></textarea></form></div>
<div id="sidebar"><h4>Recent Posts</h4><ul>{each(f.others[:5], lambda o: f"<li>{link(f, o)}</li>")}</ul><h4>Agenda</h4>
<ul>{agenda(f)}</ul></div><footer>{footer(f, rng)}</footer></body></html>"""
    return Printed(html, f"/{f.slug}/", record(f, author=f.author, date="day", section=f.section))


@template("wordpress")
def block_theme(f: Facts, rng: random.Random) -> Printed:
    """A block theme: all byline parts apart, date with its own time element, foot with previous and next."""
    html = f"""<!DOCTYPE html><html lang="id"><head><meta charset="utf-8"><title>{e(f.title)} – {
        e(f.agency)
    }</title></head>
<body class="wp-site-blocks"><header><p class="wp-block-site-title"><a href="/">{e(f.agency)}</a></p>
<nav class="wp-block-navigation">{menu(f, rng)}</nav></header><main class="wp-block-group"><figure
class="wp-block-post-featured-image"><img src="/{f.image}"></figure><h1 class="wp-block-post-title">{e(f.title)}</h1>
<div class="wp-block-group is-layout-flex"><div class="wp-block-post-date"><time datetime="{machine(f.published, f)}">{
        long(f.published)
    }</time></div><p class="has-small-font-size">—</p><p class="has-small-font-size">oleh</p>
<div class="wp-block-post-author-name">{
        e(f.author)
    }</div><p>dalam</p><div class="taxonomy-category wp-block-post-terms">
<a href="/category/a/" rel="tag">{e(f.section)}</a></div></div>
<div class="entry-content wp-block-post-content">{written(f, rng, gutenberg)}</div>
<div class="taxonomy-post_tag wp-block-post-terms">{"".join(f'<a rel="tag">{t}</a>, ' for t in f.tags)}</div>
<nav class="wp-block-group"><div class="post-navigation-link-previous">← {link(f, f.others[0])}</div></nav>
<section><h2>Komentar</h2><div class="wp-block-comments"><h3>Tinggalkan Balasan</h3><p>Alamat email Anda tidak akan
dipublikasikan. Ruas yang wajib ditandai *</p><form><textarea></textarea></form></div></section>
<h2>Pos lainnya</h2>{
        each(
            f.others[1:5],
            lambda o: f"<li><h3>{link(f, o)}</h3><time datetime='{o.published:%Y-%m-%d}'>{long(o.published)}</time>",
        )
    }</main><footer>{footer(f, rng)}</footer></body></html>"""
    return Printed(html, _permalink(f), record(f, author=f.author, date="day", section=f.section))


@template("wordpress")
def post_views_counter(f: Facts, rng: random.Random) -> Printed:
    """Counter, share buttons and related posts of plugins inside the content's own element."""
    views = commas(f.views)
    html = f"""<html lang="id-ID"><head><title>{e(f.title)} – {e(f.agency)}</title></head><body><div id="masthead">
<p class="site-title">{e(f.agency)}</p><div class="tanggal">{today(f, rng)}</div>{menu(f, rng)}</div><article><header
class="entry-header"><h1 class="entry-title">{e(f.title)}</h1><div class="entry-meta"><span class="posted-on">Posted on
<a href="#" rel="bookmark"><time class="entry-date published" datetime="{machine(f.published, f)}">{
        english(f.published)
    }</time></a></span> <span class="byline">by <a class="url fn n">{e(f.author)}</a></span></div></header>
<div class="entry-content">{written(f, rng)}
<div class="post-views content-post entry-meta"><span class="post-views-icon dashicons"></span> <span
class="post-views-label">Post Views:</span> <span class="post-views-count">{views}</span></div>
<div class="sharedaddy sd-sharing-enabled"><h3 class="sd-title">Bagikan ini:</h3><ul><li><a>Klik untuk berbagi pada
Twitter(Membuka di jendela yang baru)</a></li></ul></div><div id="jp-relatedposts"><h3>Terkait</h3>{
        each(f.others[:3], lambda o: f'<h4>{link(f, o)}</h4><p>{long(o.published)}</p><p>dalam "{e(o.section)}"</p>')
    }</div></div><footer class="entry-footer"><span class="cat-links">Posted in <a rel="category tag">{e(f.section)}</a>
</span><span class="tags-links">Tagged {", ".join(f.tags)}</span></footer></article><aside>{
        each(f.others[3:7], lambda o: f"<li>{link(f, o)} <span>{commas(o.views)} views</span></li>")
    }</aside><div>{footer(f, rng)}</div></body></html>"""
    return Printed(html, f"/?p={f.id}", record(f, author=f.author, date="day", views=f.views, section=f.section))


@template("wordpress")
def jnews_theme(f: Facts, rng: random.Random) -> Printed:
    """JNews: shares and views look alike, the date stands before the author's section, trending posts come first."""
    html = f"""<html><head><title>{e(f.agency)}</title></head><body class="jnews"><div class="jeg_topbar">{
        today(f, rng)
    }</div>
<div class="jeg_news_ticker"><span>Trending</span>{
        each(f.others[:3], lambda o: f"<div>{link(f, o)} <i>{short(o.published)}</i></div>")
    }</div>{menu(f, rng)}<div class="jeg_inner_content"><div class="entry-header"><h1 class="jeg_post_title">{
        e(f.title)
    }</h1>
<div class="jeg_meta_container"><div class="jeg_meta_author"><span class="meta_text">by</span> <a>{
        e(f.author)
    }</a></div>
<div class="jeg_meta_date"><a>{full(f.published)} {clock(f.published)}</a></div><div class="jeg_meta_category"><span
class="meta_text">in</span> <a rel="category">{
        e(f.section)
    }</a></div><div class="jeg_meta_comment"><a>0</a></div></div></div>
<div class="jeg_share_top"><div class="jeg_share_stats"><div class="jeg_share_count"><div class="counts">{
        rng.randint(1, 90)
    }</div><span class="sharetext">SHARES</span></div><div class="jeg_views_count"><div class="counts">{
        dots(f.views)
    }</div>
<span class="sharetext">VIEWS</span></div></div></div><div class="entry-content"><div class="content-inner">{
        written(f, rng)
    }
<div class="jeg_post_tags"><span>Tags:</span> {" ".join(f"<a>{t}</a>" for t in f.tags)}</div></div></div>
<div class="jeg_prevnext_post"><a><span class="caption">Previous Post</span><h3>{
        e(f.others[4].title)
    }</h3></a></div></div>
<footer>{footer(f, rng)}</footer></body></html>"""
    expected = record(f, author=f.author, date="minute", views=f.views, section=f.section)
    return Printed(html, f"/{f.slug}/", expected)


@template("wordpress")
def date_in_address(f: Facts, rng: random.Random) -> Printed:
    """Nothing printed but title and text; the day stands in the address alone, today and other days all around."""
    html = f"""<html><head>{lying_head(f)}{_yoast(f, article=False)}</head><body><div class="top"><span>{
        today(f, rng)
    }</span>
</div>{menu(f, rng)}<div id="content"><div class="post"><h2>{e(f.title)}</h2><div class="entry">{
        written(f, rng)
    }</div></div>
<div class="navigation"><div class="alignleft">&laquo; {
        link(f, f.others[0])
    }</div></div></div><div id="sidebar"><h2>Arsip</h2>
<ul><li>Maret 2026 (12)</li><li>Februari 2026 (31)</li></ul><h2>Komentar Terbaru</h2><ul>{
        "".join(f"<li>{e(c.name)} pada {e(f.others[2].title)}</li>" for c in f.comments)
    }</ul><h2>Kalender</h2><table id="wp-calendar"><caption>Maret 2026</caption><tr><td>1</td><td>2</td><td>3</td></tr></table>
</div><div id="footer">{footer(f, rng)}</div></body></html>"""
    return Printed(html, _permalink(f), record(f, date="day"))


@template("wordpress")
def date_in_graph(f: Facts, rng: random.Random) -> Printed:
    """Astra without a date: it stands in Yoast's graph of the article, in UTC."""
    html = f"""<html><head><title>{e(f.title)} - {e(f.agency)}</title>{_yoast(f, article=True)}</head><body
class="ast-single-post">{menu(f, rng)}<header class="entry-header"><div class="ast-single-post-order"><h1
class="entry-title" itemprop="headline">{
        e(f.title)
    }</h1><div class="entry-meta"><span class="comments-link"><a>Tinggalkan
Komentar</a></span> / <span class="cat-links"><a rel="category tag">{e(f.section)}</a></span> / Oleh <span
class="posted-by vcard author"><span class="author-name">{e(f.author)}</span></span></div></div></header>
<div class="entry-content clear">{
        written(f, rng)
    }</div><nav class="post-navigation"><a rel="prev">← Postingan Sebelumnya</a>
<a rel="next">Postingan Berikutnya →</a></nav><section class="ast-related"><h2>Postingan Terkait</h2>{
        each(f.others[:2], lambda o: f"<h3>{link(f, o)}</h3><span>{long(o.published)}</span><p>{e(o.teaser)}</p>")
    }</section><footer>{footer(f, rng)}</footer></body></html>"""
    return Printed(html, f"/{f.slug}/", record(f, author=f.author, date="second", section=f.section))
