"""Odoo's blog: the facts stand partly on the cover, partly in a column beside the text."""
# ruff: noqa: E501 -- markup reads better unbroken

from __future__ import annotations

import random

from tests.templates.aside.writing import comments, e, footer, listed, menu, page, plain
from tests.templates.facts import Facts
from tests.templates.made import Printed, record, template
from tests.templates.printing import commas, long, machine, short


@template("odoo")
def odoo_cover(f: Facts, rng: random.Random) -> Printed:
    """The title over a cover with the day and the reading time; the author beside an avatar in the column, the counter too."""
    content = f"""<div id="wrapwrap"><header id="top">{menu(f)}</header><main><div id="wrap" class="js_blog website_blog"><section id="o_wblog_post_top"><div id="title" class="blog_header"><nav class="breadcrumb"><li class="breadcrumb-item"><a href="/blog">Semua Blog</a></li><li class="breadcrumb-item"><a href="/blog/berita-1">{f.section}</a></li><li class="breadcrumb-item active"><span>{e(f.title)}</span></li></nav>
<div data-name="Blog Post Cover" class="o_record_cover_container o_wblog_post_page_cover"><div class="o_record_cover_component o_record_cover_image" style="background-image: url(/web/image/{f.image});"></div><div class="container text-center o_wblog_post_title"><h1 id="o_wblog_post_name" data-oe-expression="blog_post.name">{e(f.title)}</h1><div class="text-muted"><i class="fa fa-clock-o fa-fw"></i> <time data-oe-type="datetime" data-oe-original="{f.published:%Y-%m-%d %H:%M:%S}">{long(f.published)}</time> <span>oleh</span> <span class="fw-bold">{e(f.author)}</span> | <i class="fa fa-eye"></i> {commas(f.views)} kunjungan</div></div></div></div></section>
<section id="o_wblog_post_main" class="container pt-4 pb-5"><div class="d-flex"><div id="o_wblog_post_content"><div class="o_wblog_post_content_field"><section class="s_text_block"><div class="container">
{plain(f)}
</div></section></div>
<div id="o_wblog_post_comments"><div class="o_portal_chatter"><h4>{len(f.comments)} Komentar</h4>{comments(f, lambda c: f'<div class="media"><h5>{e(c.name)}</h5><small>{short(c.written)}</small><p>{e(c.text)}</p></div>')}</div></div></div>
<div id="o_wblog_post_sidebar_col"><div class="o_wblog_sidebar_block"><h6 class="text-uppercase">Bagikan artikel ini</h6><div class="o_wblog_social_links"><a href="#">Facebook</a></div></div><div class="o_wblog_sidebar_block"><h6 class="text-uppercase">Tag</h6>{" ".join(f"<a class='badge' href='/t'>{t}</a>" for t in f.tags)}</div><div class="o_wblog_sidebar_block"><h6 class="text-uppercase">Arsip</h6><select><option>{long(f.now)}</option></select></div></div></div></section>
<section id="o_wblog_post_footer"><div class="o_wblog_post_page_cover next-article"><small>Baca Berikutnya</small><div class="h3">{e(f.others[0].title)}</div></div></section></div></main>{footer(f)}</div>"""
    return Printed(
        page(f, content, title=f"{f.title} | {f.agency}"),
        f"/blog/berita-1/{f.slug}-{f.id}",
        record(f, author=f.author, date="day", views=f.views, section=f.section),
    )


@template("odoo")
def odoo_column(f: Facts, rng: random.Random) -> Printed:
    """Author and day only in the column after the text, the picture's alternative text repeats the author; no counter."""
    content = f"""<div id="wrapwrap"><header id="top">{menu(f)}</header><main><div id="wrap"><section class="o_cc"><div class="container"><h1 class="o_wblog_post_name">{e(f.title)}</h1></div></section>
<section class="container"><div class="row"><div class="col-lg-8"><div id="o_wblog_post_content" class="o_wblog_read_text">
{plain(f)}
</div></div>
<div class="col-lg-4"><div class="o_wblog_sidebar_block"><h6>Penulis</h6><div class="d-flex"><img class="rounded-circle" src="/web/avatar/{f.id}" alt="{e(f.author)}"><div><span class="h6">{e(f.author)}</span></div></div></div>
<div class="o_wblog_sidebar_block"><h6>Diterbitkan</h6><time datetime="{machine(f.published, f)}">{short(f.published)}</time></div>
<div class="o_wblog_sidebar_block"><h6>Artikel Terbaru</h6>{listed(f.others[:4], lambda o: f'<div class="item"><a href="/blog/{o.slug}">{e(o.title)}</a><br><time datetime="{machine(o.published, f)}">{short(o.published)}</time></div>')}</div></div></div></section></div></main>{footer(f)}</div>"""
    return Printed(
        page(f, content, title=f"{f.title} | {f.agency}"),
        f"/blog/{f.slug}-{f.id}",
        record(f, author=f.author, date="day"),
    )
