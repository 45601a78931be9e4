"""WordPress: themes as their public sources print a single post."""
# ruff: noqa: E501 -- markup reads better unbroken

from __future__ import annotations

import random

from tests.templates import around
from tests.templates.facts import Facts
from tests.templates.made import Printed, record, template
from tests.templates.markup import e, gutenberg, justified, text
from tests.templates.printing import SHORT, commas, dots, english, full, long, machine


@template("wordpress")
def twenty_twenty_one(f: Facts, rng: random.Random) -> Printed:
    comments = "".join(
        f'<li class="comment"><article class="comment-body"><footer class="comment-meta"><div class="comment-author vcard"><b class="fn">{e(c.name)}</b> <span class="says">berkata:</span></div><div class="comment-metadata"><a href="#"><time datetime="{machine(c.written, f)}">{long(c.written)} pukul {c.written:%H:%M}</time></a></div></footer><div class="comment-content"><p>{e(c.text)}</p></div></article></li>'
        for c in f.comments
    )
    html = f"""<!doctype html><html lang="id-ID">{around.head(f, f"{f.title} – {f.agency}")}
<body class="post-template-default single single-post"><div id="page" class="site"><a class="skip-link screen-reader-text" href="#content">Lewati ke konten</a>
<header id="masthead" class="site-header"><div class="site-branding"><p class="site-title"><a href="{f.home}/" rel="home">{f.agency}</a></p><p class="site-description">Situs resmi</p></div>
<nav id="site-navigation" class="primary-navigation"><ul>{around.menu()}</ul></nav></header>
<div id="content" class="site-content"><div id="primary" class="content-area"><main id="main" class="site-main">
<article id="post-{f.id}" class="post-{f.id} post type-post status-publish format-standard hentry category-berita entry">
<header class="entry-header alignwide"><h1 class="entry-title">{e(f.title)}</h1><figure class="post-thumbnail"><img src="/wp-content/uploads/{f.image}" alt=""><figcaption class="wp-caption-text">{e(f.caption)}</figcaption></figure></header>
<div class="entry-content">{text(f, rng, gutenberg)}</div>
<footer class="entry-footer default-max-width"><div class="posted-by"><span class="posted-on">Telah terbit <time class="entry-date published updated" datetime="{machine(f.published, f)}">{long(f.published)}</time></span><span class="byline">Oleh <a href="/author/{f.id}" rel="author">{e(f.author)}</a></span></div>
<div class="post-taxonomies"><span class="cat-links">Dikategorikan dalam <a href="/category/x/" rel="category tag">{f.section}</a> </span></div></footer>
</article>
<nav class="navigation post-navigation"><h2 class="screen-reader-text">Navigasi pos</h2><div class="nav-links"><div class="nav-previous"><a href="/{f.others[0].slug}" rel="prev"><p class="meta-nav">Pos sebelumnya</p><p class="post-title">{e(f.others[0].title)}</p></a></div></div></nav>
<div id="comments" class="comments-area"><h2 class="comments-title">{len(f.comments)} komentar</h2><ol class="comment-list">{comments}</ol><div id="respond"><h2 id="reply-title">Tinggalkan Balasan</h2><p>Alamat email Anda tidak akan dipublikasikan. Ruas yang wajib ditandai *</p></div></div>
</main></div></div>
<aside class="widget-area"><section class="widget">{around.latest(f, rng, "h2")}</section></aside>
{around.footer(f, rng)}</div></body></html>"""
    path = f"/{f.published:%Y/%m/%d}/{f.slug}/"
    return Printed(html, path, record(f, author=f.author, date="day", section=f.section))


@template("wordpress")
def astra(f: Facts, rng: random.Random) -> Printed:
    yoast = around.json_ld(
        {
            "@graph": [
                {
                    "@type": "WebPage",
                    "name": f.title,
                    "datePublished": machine(f.published, f),
                    "dateModified": machine(f.modified, f),
                },
                {"@type": "WebSite", "name": f.agency, "url": f.home},
                {"@type": "Person", "name": f.author},
            ]
        }
    )
    html = f"""<!DOCTYPE html><html lang="id">{around.head(f, f"{f.title} - {f.agency}", yoast + around.opengraph(f))}
<body class="single ast-single-post"><div class="hfeed site" id="page"><header class="site-header" id="masthead"><div class="ast-site-title-wrap"><span class="site-title"><a href="{f.home}/">{f.agency}</a></span></div><nav><ul>{around.menu()}</ul></nav></header>
<div id="content" class="site-content"><div class="ast-container"><div id="primary" class="content-area primary"><main id="main" class="site-main">
<article class="post-{f.id} post ast-article-single" id="post-{f.id}"><div class="ast-post-format- ast-no-thumb single-layout-1">
<header class="entry-header"><div class="ast-single-post-order"><h1 class="entry-title" itemprop="headline">{e(f.title)}</h1><div class="entry-meta"><span class="comments-link"><a href="#respond">Tinggalkan Komentar</a></span> / <span class="ast-terms-link"><a href="/category/x/">{f.section}</a></span> / By <span class="posts-author vcard author"><a title="Lihat seluruh tulisan oleh {e(f.author)}" href="/author/x/" rel="author" class="url fn n"><span class="author-name" itemprop="name"> {e(f.author)}</span></a></span> / <span class="posted-on"><span class="published" itemprop="datePublished"> {long(f.published)} </span></span></div></div></header>
<div class="entry-content clear" itemprop="text">{text(f, rng, rng.choice((gutenberg, justified)))}</div></div></article>
<nav class="navigation post-navigation" aria-label="Pos"><div class="nav-links"><div class="nav-previous"><a rel="prev" href="/{f.others[0].slug}/"><span class="ast-left-arrow">&larr;</span> Pos Sebelumnya</a></div><div class="nav-next"><a rel="next" href="/{f.others[1].slug}/">Pos Berikutnya <span>&rarr;</span></a></div></div></nav>
<div id="comments"><div id="respond"><h3 id="reply-title" class="comment-reply-title">Tinggalkan Komentar <small><a rel="nofollow" href="#respond">Batalkan Balasan</a></small></h3><p class="comment-notes">Alamat email Anda tidak akan dipublikasikan. Ruas yang wajib ditandai *</p></div></div></main></div>
<div class="widget-area secondary" id="secondary"><aside class="widget">{around.latest(f, rng, "h2")}</aside></div></div></div>{around.footer(f, rng)}</div></body></html>"""
    return Printed(html, f"/{f.slug}/", record(f, author=f.author, date="day", section=f.section))


@template("wordpress")
def generatepress(f: Facts, rng: random.Random) -> Printed:
    updated = (
        f'<time class="updated" datetime="{machine(f.modified, f)}" itemprop="dateModified">{long(f.modified)}</time>'
    )
    html = f"""<!DOCTYPE html><html lang="id">{around.head(f, f.title)}<body><header class="site-header"><div class="main-title"><a href="{f.home}">{f.agency}</a></div></header><nav class="main-navigation"><ul>{around.menu()}</ul></nav>
<div class="site grid-container container" id="page"><div class="site-content" id="content"><div class="content-area" id="primary"><main class="site-main" id="main">
<article id="post-{f.id}" class="post"><div class="inside-article"><div class="featured-image page-header-image-single"><img src="/wp-content/uploads/{f.image}" alt=""></div>
<header class="entry-header"><h1 class="entry-title" itemprop="headline">{e(f.title)}</h1><div class="entry-meta"><span class="posted-on">{updated}<time class="entry-date published" datetime="{machine(f.published, f)}" itemprop="datePublished">{long(f.published)}</time></span> <span class="byline">oleh <span class="author vcard"><a class="url fn n" href="/author/x"><span class="author-name">{e(f.author)}</span></a></span></span></div></header>
<div class="entry-content" itemprop="text">{text(f, rng)}</div>
<footer class="entry-meta"><span class="cat-links"><span class="gp-icon icon-categories"></span><span class="screen-reader-text">Kategori </span><a href="/category/x/" rel="category tag">{f.section}</a></span> <nav id="nav-below" class="post-navigation"><div class="nav-previous"><span class="prev"><a href="/{f.others[2].slug}" rel="prev">{e(f.others[2].title)}</a></span></div></nav></footer>
</div></article></main></div><div class="widget-area sidebar is-right-sidebar"><div class="inside-right-sidebar"><aside class="widget inner-padding">{around.latest(f, rng, "h2")}</aside></div></div></div></div><footer class="site-info"><div class="copyright-bar">© {f.now.year} {f.agency}</div></footer></body></html>"""
    return Printed(
        html, f"/{f.published:%Y/%m/%d}/{f.slug}/", record(f, author=f.author, date="day", section=f.section)
    )


@template("wordpress")
def newspaper(f: Facts, rng: random.Random) -> Printed:
    shown = rng.choice((f"{f.views}", commas(f.views)))
    html = f"""<!doctype html><html lang="id-ID">{around.head(f, f"{f.title} | {f.agency}", around.opengraph(f))}<body><div id="td-outer-wrap"><div class="td-header-top-menu"><div class="td_data_time">{full(f.now)}</div></div>
<div class="td-header-menu-wrap"><ul class="sf-menu">{around.menu()}</ul></div><div class="td-main-content-wrap"><div class="td-container td-post-template-default"><div class="td-crumb-container"><div class="entry-crumbs"><span><a class="entry-crumb" href="/">Beranda</a></span> <i class="td-icon-right"></i> <span><a href="/category/x">{f.section}</a></span> <i class="td-icon-right"></i> <span class="td-bred-no-url-last">{e(f.title)}</span></div></div>
<div class="td-pb-row"><div class="td-pb-span8 td-main-content"><div class="td-ss-main-content"><article class="post type-post" itemscope itemtype="https://schema.org/Article"><div class="td-post-header"><ul class="td-category"><li class="entry-category"><a href="/category/x">{f.section}</a></li></ul>
<header class="td-post-title"><h1 class="entry-title">{e(f.title)}</h1><div class="td-module-meta-info"><div class="td-post-author-name"><div class="td-author-by">Oleh</div> <a href="/author/x">{e(f.author)}</a><div class="td-author-line"> - </div> </div><span class="td-post-date"><time class="entry-date updated td-module-date" datetime="{machine(f.published, f)}">{long(f.published)}</time></span><div class="td-post-views"><i class="td-icon-views"></i><span class="td-nr-views-{f.id}">{shown}</span></div><div class="td-post-comments"><a href="#respond"><i class="td-icon-comments"></i>{len(f.comments)}</a></div></div></header></div>
<div class="td-post-sharing-top"><span class="td-post-share-title">BERBAGI</span><div class="td-default-sharing"><a class="td-social-facebook" href="https://www.facebook.com/sharer.php?u=x"><div class="td-social-but-text">Facebook</div></a><a class="td-social-twitter" href="https://twitter.com/intent/tweet?text=x"><div class="td-social-but-text">Twitter</div></a></div></div>
<div class="td-post-content"><div class="td-post-featured-image"><figure><a href="/i.jpg"><img src="/wp-content/uploads/{f.image}" alt=""></a><figcaption class="wp-caption-text">{e(f.caption)}</figcaption></figure></div>{text(f, rng)}</div>
<footer><div class="td-post-source-tags"><ul class="td-tags td-post-small-box clearfix"><li><span>TAGS</span></li>{"".join(f'<li><a href="/tag/{tag}/">{tag}</a></li>' for tag in f.tags)}</ul></div>
<div class="td-block-row td-post-next-prev"><div class="td-block-span6 td-post-prev-post"><div class="td-post-next-prev-content"><span>Artikel sebelumnya</span><a href="/x/">{e(f.others[0].title)}</a></div></div></div>
<div class="author-box-wrap"><a href="/author/x"><img src="/avatar.png"></a><div class="desc"><div class="td-author-name vcard author"><span class="fn"><a href="/author/x">{e(f.author)}</a></span></div><div class="td-author-url"><a href="{f.home}">{f.home}</a></div><div class="td-author-description">Pengelola situs resmi {f.agency} sejak tahun 2015, melayani informasi publik untuk warga.</div></div></div></footer></article>
<div class="td_block_wrap td_block_related_posts"><h4 class="td-related-title"><a class="td-related-left">BERITA TERKAIT</a><a class="td-related-right">DARI PENULIS</a></h4>{"".join(f'<div class="td_module_related_posts"><h3 class="entry-title td-module-title"><a href="/{o.slug}/">{e(o.title)}</a></h3></div>' for o in f.others[3:6])}</div></div></div>
<div class="td-pb-span4 td-main-sidebar"><aside class="widget">{around.popular(f, rng)}</aside></div></div></div></div></div></body></html>"""
    return Printed(html, f"/{f.slug}/", record(f, author=f.author, date="day", views=f.views, section=f.section))


@template("wordpress")
def colormag(f: Facts, rng: random.Random) -> Printed:
    html = f"""<!DOCTYPE html><html lang="id-ID">{around.head(f, f"{f.title} - {f.agency}", around.organization(f))}<body><div class="cm-top-bar"><div class="date-in-header">{full(f.now)}</div><div class="breaking-news"><strong class="breaking-news-latest">Terbaru:</strong><ul class="newsticker">{"".join(f'<li><a href="/{o.slug}">{e(o.title)}</a></li>' for o in f.others[:5])}</ul></div></div>
<div id="header-text"><h3 id="site-title"><a href="{f.home}">{f.agency}</a></h3></div><nav id="site-navigation"><ul>{around.menu()}</ul></nav>
<div id="main" class="clearfix"><div class="inner-wrap"><div id="primary"><div id="content" class="clearfix"><article id="post-{f.id}" class="hentry"><div class="featured-image"><img src="/wp-content/uploads/{f.image}"></div>
<div class="article-content clearfix"><div class="above-entry-meta"><span class="cat-links"><a href="/category/x" rel="category tag">{f.section}</a>&nbsp;</span></div><header class="entry-header"><h1 class="entry-title">{e(f.title)}</h1></header>
<div class="below-entry-meta"><span class="posted-on"><a href="/{f.slug}" rel="bookmark"><i class="fa fa-calendar-o"></i> <time class="entry-date published updated" datetime="{machine(f.published, f)}">{long(f.published)}</time></a></span> <span class="byline"><span class="author vcard"><i class="fa fa-user"></i><a class="url fn n" href="/author/x">{e(f.author)}</a></span></span> <span class="post-views"><i class="fa fa-eye"></i><span class="total-views">{f.views} Views</span></span> <span class="comments"><a href="#respond"><i class="fa fa-comment"></i> 0 Comments</a></span></div>
<div class="entry-content clearfix">{text(f, rng)}</div></div></article></div><ul class="default-wp-page clearfix"><li class="previous"><a href="/a" rel="prev"><span class="meta-nav">←</span> {e(f.others[0].title)}</a></li><li class="next"><a href="/b" rel="next">{e(f.others[1].title)} <span class="meta-nav">→</span></a></li></ul>
<h4 class="related-posts-main-title"><i class="fa fa-thumbs-up"></i><span>You May Also Like</span></h4><div class="related-posts clearfix">{"".join(f'<div class="single-related-posts"><div class="article-content"><h3 class="entry-title"><a href="/{o.slug}">{e(o.title)}</a></h3><div class="below-entry-meta"><span class="posted-on"><i class="fa fa-calendar-o"></i> <time>{long(o.published)}</time></span> <span class="byline"><i class="fa fa-user"></i> {e(o.author)}</span></div></div></div>' for o in f.others[2:5])}</div></div>
<div id="secondary"><aside class="widget">{around.box(f, rng, "Berita Terbaru", f.others[5:9], "h3")}</aside></div></div></div>{around.footer(f, rng)}</body></html>"""
    return Printed(html, f"/{f.slug}/", record(f, author=f.author, date="day", views=f.views, section=f.section))


@template("wordpress")
def newsup(f: Facts, rng: random.Random) -> Printed:
    html = f"""<!DOCTYPE html><html lang="id">{around.head(f, f"{f.title} – {f.agency}")}<body><div class="mg-head-detail hidden-xs"><div class="container-fluid"><ul class="info-left"><li>{english(f.now)} <span id="time" class="time"></span></li></ul></div></div><div class="site-branding-text"><h1 class="site-title"><a href="{f.home}" rel="home">{f.agency}</a></h1></div><nav class="navbar"><ul>{around.menu()}</ul></nav>
<main id="content"><div class="container-fluid"><div class="row"><div class="col-md-9 col-sm-8"><div class="mg-blog-post-box"><div class="mg-header"><div class="mg-blog-category"> <a class="newsup-categories category-color-1" href="/category/x/">{f.section}</a></div>
<h1 class="title single"> <a title="Permalink to: {e(f.title)}" href="{f.home}/{f.slug}/">{e(f.title)}</a></h1><div class="media mg-info-author-block"> <a class="mg-author-pic" href="/author/x"> <img alt="" src="/a.png"> </a><div class="media-body"><h4 class="media-heading"><span>By</span><a href="/author/x">{e(f.author)}</a></h4><span class="mg-blog-date"><i class="fas fa-clock"></i> {SHORT[f.published.month - 1]} {f.published.day}, {f.published.year}</span></div></div></div>
<img src="/wp-content/uploads/{f.image}" class="img-fluid single-featured-image" alt=""><article class="page-content-single small single">{text(f, rng)}<div class="post-share"><div class="post-share-icons cf"><a href="https://www.facebook.com/sharer.php?u=x" class="link facebook"><i class="fab fa-facebook"></i></a></div></div><div class="clearfix mb-3"></div><nav class="navigation post-navigation" aria-label="Pos"><h2 class="screen-reader-text">Navigasi pos</h2><div class="nav-links"><div class="nav-previous"><a href="/p" rel="prev">{e(f.others[1].title)} <div class="fa fa-angle-double-right"></div></a></div></div></nav></article></div>
<div class="media mg-info-author-block"><a class="mg-author-pic" href="/author/x"></a><div class="media-body"><h4 class="media-heading">By <a href="/author/x">{e(f.author)}</a></h4><p></p></div></div>
<div class="mg-featured-slider p-3 mb-4"><div class="mg-sec-title"><h4>Related Post</h4></div><div class="row">{"".join(f'<div class="col-md-4"><div class="mg-blog-post-3"><div class="mg-blog-inner"><div class="mg-blog-category"><a href="/category/x/">{o.section}</a></div><h4 class="title"><a href="/{o.slug}/">{e(o.title)}</a></h4><div class="mg-blog-meta"><span class="mg-blog-date"><i class="fas fa-clock"></i> {english(o.published)}</span> <a class="auth" href="/a"><i class="fas fa-user-circle"></i> {e(o.author)}</a></div></div></div></div>' for o in f.others[4:7])}</div></div></div>
<aside class="col-md-3 col-sm-4">{around.latest(f, rng)}</aside></div></div></main>{around.footer(f, rng)}</body></html>"""
    return Printed(html, f"/{f.slug}/", record(f, author=f.author, date="day", section=f.section))


@template("wordpress")
def elementor_single(f: Facts, rng: random.Random) -> Printed:
    widget = '<div class="elementor-element elementor-widget elementor-widget-{0}"><div class="elementor-widget-container">{1}</div></div>'
    info = f"""<ul class="elementor-inline-items elementor-icon-list-items elementor-post-info"><li class="elementor-icon-list-item"><a href="/author/x"><span class="elementor-icon-list-icon"><i aria-hidden="true" class="far fa-user-circle"></i></span><span class="elementor-icon-list-text elementor-post-info__item--type-author">{e(f.author)}</span></a></li><li class="elementor-icon-list-item"><a href="/x"><span class="elementor-icon-list-icon"><i aria-hidden="true" class="fas fa-calendar"></i></span><span class="elementor-icon-list-text elementor-post-info__item--type-date"><time>{long(f.published)}</time></span></a></li><li class="elementor-icon-list-item"><span class="elementor-icon-list-icon"><i aria-hidden="true" class="far fa-clock"></i></span><span class="elementor-icon-list-text elementor-post-info__item--type-time"><time>{f.published:%H:%M}</time></span></li></ul>"""
    cards = "".join(
        f'<article class="elementor-post elementor-grid-item"><div class="elementor-post__text"><h3 class="elementor-post__title"><a href="/{o.slug}">{e(o.title)}</a></h3><div class="elementor-post__meta-data"><span class="elementor-post-date">{long(o.published)}</span> <span class="elementor-post-avatar">Tidak ada komentar</span></div></div></article>'
        for o in f.others[:3]
    )
    html = f"""<!DOCTYPE html><html lang="id">{around.head(f, f"{f.title} – {f.agency}", around.opengraph(f))}<body><div class="elementor elementor-location-header">{widget.format("nav-menu", f"<nav><ul>{around.menu()}</ul></nav>")}</div>
<div class="elementor elementor-location-single post"><section class="elementor-section"><div class="elementor-container"><div class="elementor-column elementor-col-66"><div class="elementor-widget-wrap">{widget.format("theme-post-title", f'<h1 class="elementor-heading-title elementor-size-default">{e(f.title)}</h1>')}{widget.format("post-info", info)}{widget.format("theme-post-featured-image", f'<img src="/wp-content/uploads/{f.image}">')}{widget.format("theme-post-content", text(f, rng, gutenberg))}{widget.format("share-buttons", '<div class="elementor-share-buttons"><span>Facebook</span><span>WhatsApp</span></div>')}</div></div>
<div class="elementor-column elementor-col-33"><div class="elementor-widget-wrap">{widget.format("heading", '<h2 class="elementor-heading-title">Berita Terbaru</h2>')}{widget.format("posts", f'<div class="elementor-posts-container">{cards}</div>')}</div></div></div></section></div><div class="elementor-location-footer"><p>Copyright © {f.now.year} {f.agency}</p></div></body></html>"""
    return Printed(html, f"/{f.slug}/", record(f, author=f.author, date="minute"))


@template("wordpress")
def block_theme(f: Facts, rng: random.Random) -> Printed:
    html = f"""<!DOCTYPE html><html lang="id">{around.head(f, f"{f.title} – {f.agency}")}<body><div class="wp-site-blocks"><header class="wp-block-template-part"><div class="wp-block-group"><p class="wp-block-site-title"><a href="{f.home}">{f.agency}</a></p><nav class="wp-block-navigation"><ul>{around.menu()}</ul></nav></div></header>
<main class="wp-block-group"><div class="wp-block-group alignfull"><h1 class="wp-block-post-title">{e(f.title)}</h1><figure class="wp-block-post-featured-image"><img src="/wp-content/uploads/{f.image}"></figure><div class="wp-block-group has-link-color"><p>Ditulis oleh</p><div class="wp-block-post-author-name"><a href="/author/x" class="wp-block-post-author-name__link">{e(f.author)}</a></div><p>dalam</p><div class="taxonomy-category wp-block-post-terms"><a href="/category/x" rel="tag">{f.section}</a></div></div><div class="wp-block-post-date"><time datetime="{machine(f.published, f)}">{long(f.published)}</time></div></div>
<div class="entry-content alignfull wp-block-post-content">{text(f, rng, gutenberg)}</div>
<nav class="wp-block-group" aria-label="Navigasi pos"><div class="post-navigation-link-previous wp-block-post-navigation-link"><span class="wp-block-post-navigation-link__arrow-previous">←</span><a href="/p" rel="prev">{e(f.others[0].title)}</a></div></nav>
<div class="wp-block-comments"><h2 class="wp-block-heading">Komentar</h2><div id="respond"><h3 id="reply-title" class="comment-reply-title">Tinggalkan Balasan</h3><p>Alamat email Anda tidak akan dipublikasikan.</p></div></div><h2 class="wp-block-heading">Pos lainnya</h2><ul class="wp-block-post-template">{"".join(f'<li class="wp-block-post"><h3 class="wp-block-post-title"><a href="/{o.slug}">{e(o.title)}</a></h3><div class="wp-block-post-date"><time>{long(o.published)}</time></div></li>' for o in f.others[:4])}</ul></main>{around.footer(f, rng)}</div></body></html>"""
    return Printed(html, f"/{f.slug}/", record(f, author=f.author, date="day"))


@template("wordpress")
def government_with_view_plugin(f: Facts, rng: random.Random) -> Printed:
    """Post Views Counter behind the text, its label in the language of the plugin."""
    counter = rng.choice(
        (
            f'<div class="post-views content-post post-{f.id} entry-meta"><span class="post-views-icon dashicons dashicons-chart-bar"></span> <span class="post-views-label">Post Views:</span> <span class="post-views-count">{commas(f.views)}</span></div>',
            f'<p style="text-align:right"><small>{f.views} kali dilihat, 2 kali dilihat hari ini</small></p>',
            f'<div class="wpp-views">Dibaca <strong>{dots(f.views)}</strong> kali</div>',
        )
    )
    html = f"""<!DOCTYPE html><html lang="id-ID">{around.head(f, f"{f.title} | {f.agency}", around.lying_head(f))}<body>{around.today_bar(f, rng)}<header id="top"><div class="logo"><a href="/">{f.agency}</a></div><nav><ul>{around.menu()}</ul></nav></header>
<section class="page-banner"><div class="container"><h2>Berita</h2><ul class="bread-crumb"><li><a href="/">Beranda</a></li><li><a href="/category/x">{f.section}</a></li><li>{e(f.title)}</li></ul></div></section>
<div class="container"><div class="row"><div class="col-lg-8"><div class="single-news"><img src="/wp-content/uploads/{f.image}"><div class="meta"><span><i class="icofont-calendar"></i> {full(f.published)}</span><span><i class="icofont-user-alt-3"></i> {e(f.author)}</span></div><h1 class="judul">{e(f.title)}</h1><div class="isi">{text(f, rng)}{counter}</div></div>{around.share(f, rng)}</div><div class="col-lg-4">{around.popular(f, rng)}{around.agenda(f, rng)}</div></div></div>{around.footer(f, rng)}</body></html>"""
    return Printed(html, f"/{f.published:%Y/%m/%d}/{f.slug}/", record(f, author=f.author, date="day", views=f.views))
