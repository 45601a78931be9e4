"""WordPress: themes as their public sources print a single post."""
# ruff: noqa: E501 -- markup reads better unbroken

from __future__ import annotations

import random

from tests.templates import around
from tests.templates.facts import Facts
from tests.templates.made import Printed, record, template
from tests.templates.markup import e, gutenberg, text
from tests.templates.printing import long, machine


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
