"""PopojiCMS: its themes of two times."""
# ruff: noqa: E501 -- markup reads better unbroken

from __future__ import annotations

import random

from tests.templates.aside.writing import broken_lines, comments, e, footer, listed, menu, page, plain
from tests.templates.facts import Facts
from tests.templates.made import Printed, record, template
from tests.templates.printing import ENGLISH, ENGLISH_DAYS, dots, long, short


@template("popojicms")
def popoji_list(f: Facts, rng: random.Random) -> Printed:
    """A list of facts over the picture; the day's label is "Published on"; the counter's word stands before and after."""
    day = f"{ENGLISH_DAYS[f.published.weekday()]}, {f.published:%d} {ENGLISH[f.published.month - 1]} {f.published.year}"
    content = f"""{menu(f)}<section id="content"><div class="container"><div class="row"><div class="col-md-8"><article class="single-post"><ul class="breadcrumb"><li><a href="/">Home</a></li><li><a href="/category/x">{f.section}</a></li></ul>
<div class="post-header"><h1>{e(f.title)}</h1><ul class="post-info list-inline"><li>Published on <em>{day}</em></li><li>Author : <a href="/user">{e(f.author)}</a></li><li>Hits : {f.views} Views</li><li>{len(f.comments)} Comments</li></ul></div>
<div class="post-thumb"><img src="/po-content/uploads/{f.image}" alt=""><span class="image-caption">{e(f.caption)}</span></div>
<div class="post-content">
{plain(f)}
</div>
<div class="post-tags"><span>Tag :</span> {", ".join(f"<a href='/tag/{t}'>{t}</a>" for t in f.tags)}</div>
<ul class="pager"><li class="previous"><a href="/detailpost/{f.others[0].slug}">&larr; {e(f.others[0].title)}</a></li></ul></article>
<h4>{len(f.comments)} Comments</h4>{comments(f, lambda c: f'<div class="media"><h5 class="media-heading">{e(c.name)} <small>{short(c.written)}</small></h5><p>{e(c.text)}</p></div>')}</div>
<div class="col-md-4"><div class="widget"><h3>Popular Post</h3><ul>{listed(f.others[1:6], lambda o: f'<li><a href="/detailpost/{o.slug}">{e(o.title)}</a><p>{short(o.published)} - Hits : {o.views} Views</p></li>')}</ul></div></div></div></div></section>{footer(f)}"""
    return Printed(
        page(f, content, title=f"{f.title} - {f.agency}"),
        f"/detailpost/{f.slug}",
        record(f, author=f.author, date="day", views=f.views, section=f.section),
    )


@template("popojicms")
def popoji_side(f: Facts, rng: random.Random) -> Printed:
    """Facts stacked at the left of the text: a day in two elements, author and counter beneath with words below the numbers."""
    content = f"""{menu(f)}<div class="title-bar"><h1>{f.section}</h1></div><div class="container"><div class="row"><div class="col-md-1 col-post-left">
<div class="post-date-left"><span class="tgl">{f.published:%d}</span><span class="bln">{long(f.published).split(" ", 1)[1]}</span></div>
<div class="post-author-left"><i class="fa fa-user"></i><span>{e(f.author)}</span></div>
<div class="post-hits-left"><i class="fa fa-eye"></i><span class="angka">{dots(f.views)}</span><span class="ket">dilihat</span></div></div>
<div class="col-md-8"><h2 class="post-title"><a href="/post/{f.slug}">{e(f.title)}</a></h2><img class="img-responsive" src="/po-upload/{f.image}" alt="">
<div class="post-text">
{broken_lines(f)}
</div><div class="share">Share : <a href="#">Facebook</a> <a href="#">Twitter</a></div></div>
<div class="col-md-3"><h4>Recent</h4>{listed(f.others[:4], lambda o: f'<div class="rec"><div class="post-date-left"><span class="tgl">{o.published:%d}</span><span class="bln">{long(o.published).split(" ", 1)[1]}</span></div><a href="/post/{o.slug}">{e(o.title)}</a></div>')}</div></div></div>{footer(f)}"""
    return Printed(
        page(f, content, title=f.agency),
        f"/post/{f.slug}",
        record(f, author=f.author, date="day", views=f.views, section=f.section),
    )
