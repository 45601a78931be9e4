"""Blogger, which villages use: the day stands in a heading before the post, the author and the time below the text."""
# ruff: noqa: E501 -- markup reads better unbroken

from __future__ import annotations

import random

from tests.templates.aside.writing import chats, comments, e, listed, page, pasted
from tests.templates.facts import Facts
from tests.templates.made import Printed, record, template
from tests.templates.printing import full, long, machine


def _path(f: Facts) -> str:
    return f"/{f.published:%Y/%m}/{f.slug[:39].rstrip('-')}.html"


@template("blogger")
def blogspot_simple(f: Facts, rng: random.Random) -> Printed:
    """The old simple theme: the weekday and the day in a second level heading above, "Diposkan oleh NAME di 10.30" below."""
    archive = f"<div id='ArchiveList'><ul><li>▼ {f.now.year} ({f.id % 50})<ul><li>▼ Maret ({f.id % 9})</li></ul></li><li>► {f.now.year - 1} ({f.id % 70})</li></ul></div>"
    content = f"""<div class='content'><div class='header section' id='header'><h1 class='title'><a href='/'>{e(f.agency)}</a></h1><div class='descriptionwrapper'><p class='description'><span>Blog resmi {e(f.site.name)}</span></p></div></div>
<div class='main section' id='main'><div class='widget Blog'><div class='blog-posts hfeed'><div class="date-outer">
<h2 class='date-header'><span>{full(f.published)}</span></h2>
<div class="date-posts"><div class='post-outer'><div class='post hentry uncustomized-post-template'><a name='{f.id}'></a>
<h3 class='post-title entry-title' itemprop='name'>
{e(f.title)}
</h3>
<div class='post-header'><div class='post-header-line-1'></div></div>
<div class='post-body entry-content' id='post-body-{f.id}' itemprop='description articleBody'>
{chats(f)}
<div style='clear: both;'></div></div>
<div class='post-footer'><div class='post-footer-line post-footer-line-1'><span class='post-author vcard'>Diposkan oleh <span class='fn' itemprop='author'><span itemprop='name'>{e(f.author)}</span></span></span> <span class='post-timestamp'>di <a class='timestamp-link' href='{f.home}{_path(f)}' rel='bookmark' title='permanent link'><abbr class='published' itemprop='datePublished' title='{machine(f.published, f)}'>{f.published:%H.%M}</abbr></a></span> <span class='post-icons'></span><div class='post-share-buttons'><a class='goog-inline-block share-button sb-email'><span class='share-button-link-text'>Kirimkan Ini lewat Email</span></a><a class='share-button sb-blog'><span class='share-button-link-text'>BlogThis!</span></a></div></div>
<div class='post-footer-line post-footer-line-2'><span class='post-labels'>Label: <a href='/search/label/x' rel='tag'>{f.section}</a></span></div></div></div>
<div class='comments' id='comments'><h4>{len(f.comments)} komentar:</h4>{comments(f, lambda c: f"<li class='comment'><cite class='user'>{e(c.name)}</cite><span class='datetime secondary-text'>{long(c.written)} pukul {c.written:%H.%M}</span><p class='comment-content'>{e(c.text)}</p></li>")}</div></div></div></div></div></div></div>
<div class='sidebar section'><div class='widget PopularPosts'><h2>Entri Populer</h2><ul>{listed(f.others[:4], lambda o: f"<li><div class='item-title'><a href='/{o.slug}.html'>{e(o.title)}</a></div><div class='item-snippet'>{e(o.teaser[:110])}...</div></li>")}</ul></div><div class='widget Stats'><h2>Total Tayangan Halaman</h2><span class='counter-wrapper text-counter-wrapper' id='Stats1_totalCount'>{f.views * 31}</span></div><div class='widget BlogArchive'><h2>Arsip Blog</h2>{archive}</div></div></div>"""
    return Printed(
        page(f, content, title=f"{f.agency}: {f.title}"), _path(f), record(f, author=f.author, date="minute")
    )


@template("blogger")
def blogspot_contempo(f: Facts, rng: random.Random) -> Printed:
    """The newer theme: "Oleh NAME - 27 September 2024" with a link between; machine times in meta elements."""
    content = f"""<div class='page'><div class='centered-top-container'><a class='return_link' href='/'><button class='svg-icon-24-button'></button></a><h1><a href='/'>{e(f.agency)}</a></h1></div>
<main class='centered-bottom' id='main' role='main'><div class='post-outer-container'><div class='post-outer'><div class='post'>
<script type='application/ld+json'>{{"@context": "http://schema.org", "@type": "BlogPosting", "headline": "Berita", "datePublished": "{machine(f.published, f)}", "dateModified": "{machine(f.modified, f)}", "publisher": {{"@type": "Organization", "name": "Blogger"}}, "author": {{"@type": "Person", "name": "{f.author}"}}}}</script>
<h3 class='post-title entry-title'>
{e(f.title)}
</h3>
<div class='post-header'><div class='post-header-line-1'><span class='byline post-author vcard'><span class='post-author-label'>Oleh</span> <span class='fn'><meta content='https://www.blogger.com/profile/1'/><a class='g-profile' href='https://www.blogger.com/profile/1' rel='author'><span>{e(f.author)}</span></a></span></span> <span class='byline post-timestamp'>- <meta content='{f.home}{_path(f)}'/><a class='timestamp-link' href='{f.home}{_path(f)}' rel='bookmark'><time class='published' datetime='{machine(f.published, f)}'>{long(f.published)}</time></a></span></div></div>
<div class='post-body entry-content float-container' id='post-body-{f.id}'>
{pasted(f)}
</div>
<div class='post-bottom'><div class='post-footer float-container'><div class='post-footer-line'><span class='byline post-labels'><span class='byline-label'></span>{"".join(f"<a href='/search/label/{t}' rel='tag'>{t}</a>" for t in f.tags)}</span></div></div></div></div></div></div>
<section class='comments'><h3 class='title'>Komentar</h3>{comments(f, lambda c: f"<div class='comment'><b>{e(c.name)}</b> <span>{long(c.written)}</span><p>{e(c.text)}</p></div>")}<p class='comment-footer'>Posting Komentar</p></section>
<div class='PopularPosts'><h3 class='title'>Postingan populer dari blog ini</h3>{listed(f.others[:3], lambda o: f"<article class='post'><h3 class='post-title'><a href='/{o.slug}.html'>{e(o.title)}</a></h3><div class='post-header'><span class='byline post-timestamp'><time class='published' datetime='{machine(o.published, f)}'>{long(o.published)}</time></span></div><div class='snippet-container'>{e(o.teaser)}</div></article>")}</div></main>
<footer class='footer'><div class='blogger'><a href='https://www.blogger.com'>Diberdayakan oleh Blogger</a></div></footer></div>"""
    return Printed(page(f, content, title=f.title), _path(f), record(f, author=f.author, date="day"))
