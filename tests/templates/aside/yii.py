"""Yii 2: the framework's own detail table, its formatter's way to write a moment, and a province's portal."""
# ruff: noqa: E501 -- markup reads better unbroken

from __future__ import annotations

import random

from tests.templates.aside.writing import chats, e, footer, justified, listed, menu, page, plain, today
from tests.templates.facts import Facts
from tests.templates.made import Printed, record, template
from tests.templates.printing import dots, full, long, short


@template("yii")
def yii_detail_view(f: Facts, rng: random.Random) -> Printed:
    """The facts in the framework's detail table below the text; the moment as PHP's Indonesian formatter writes it."""
    when = f"{short(f.published).lstrip('0')} {f.published:%H.%M.%S}"
    content = f"""<div class="wrap"><nav id="w0" class="navbar-inverse navbar-fixed-top navbar"><div class="navbar-header"><a class="navbar-brand" href="/">{e(f.agency)}</a></div></nav>
<div class="container"><ul class="breadcrumb"><li><a href="/">Beranda</a></li><li><a href="/berita/index">Berita</a></li><li class="active">{e(f.title)}</li></ul>
<div class="berita-view"><h1>{e(f.title)}</h1><div class="row"><div class="col-md-9"><img class="img-responsive" src="/uploads/{f.image}" alt=""><div class="isi-berita">
{plain(f)}
</div>
<table id="w1" class="table table-striped table-bordered detail-view"><tr><th>Dipublikasikan</th><td>{when}</td></tr><tr><th>Penulis</th><td>{e(f.author)}</td></tr><tr><th>Kategori</th><td>{f.section}</td></tr><tr><th>Jumlah Dibaca</th><td>{dots(f.views)}</td></tr></table></div>
<div class="col-md-3"><div class="panel panel-default"><div class="panel-heading"><h3 class="panel-title">Terkini</h3></div><div class="list-view"><div class="summary">Menampilkan <b>1-4</b> dari <b>{f.id}</b> item.</div>{listed(f.others[:4], lambda o: f'<div data-key="{o.id}"><h5><a href="/berita/view?id={o.id}">{e(o.title)}</a></h5><small>{short(o.published)} {o.published:%H.%M.%S}</small></div>')}</div></div></div></div></div></div></div>{footer(f)}"""
    return Printed(
        page(f, content, title=f.title, lang="id-ID"),
        f"/berita/view?id={f.id}",
        record(f, author=f.author, date="second", views=f.views, section=f.section),
    )


@template("yii")
def yii_province(f: Facts, rng: random.Random) -> Printed:
    """A second level heading, "by" and a link, the day in a box of its own; "Dilihat" with the counter after the text."""
    content = f"""{today(f)}{menu(f)}<section class="main"><div class="container"><div class="row"><div class="col-lg-8"><div class="blog-single"><div class="share-top"><a href="#">Share</a></div>
<h2 class="post-title">{e(f.title)}</h2>
<div class="author">by <a href="/author">{e(f.author)}</a></div>
<div class="meta"><div class="date">{f.published:%d} {long(f.published).split(" ", 1)[1]}</div></div>
<div class="post-image"><img src="/upload/{f.image}" alt=""></div>
<div class="post-body">
{justified(f)}
</div>
<div class="post-footer-count"><i class="fa fa-bar-chart"></i> Dilihat : {f.views} kali</div></div>
<div class="box-head">Berita Terkait</div>{listed(f.others[:3], lambda o: f'<div class="post-item"><h4><a href="/berita/detail/{o.id}-{o.slug}">{e(o.title)}</a></h4><div class="meta"><div class="date">{long(o.published)}</div></div></div>')}</div>
<div class="col-lg-4"><div class="box-head">Terpopuler</div><ol>{listed(f.others[3:8], lambda o: f"<li><a href='/berita/detail/{o.id}'>{e(o.title)}</a> <em>{o.views} kali</em></li>")}</ol></div></div></div></section>{footer(f)}"""
    return Printed(
        page(f, content, title=f"{f.agency}"),
        f"/berita/detail/{f.id}-{f.slug}",
        record(f, author=f.author, date="day", views=f.views),
    )


@template("yii")
def yii_info_list(f: Facts, rng: random.Random) -> Printed:
    """One line: the office, the weekday with the moment and a bar within, the editor, and a bare number at its end."""
    line = f"Oleh {e(f.author)}, {full(f.published)} | {f.published:%H:%M} {'WIB' if f.site.timezone in ('Asia/Jakarta', 'Asia/Pontianak') else 'WITA' if f.site.timezone == 'Asia/Makassar' else 'WIT'} - Redaktur: {e(f.editor)} - {f.views}"
    content = f"""{menu(f)}<div class="container-fluid"><div class="row"><div class="col-md-7"><div class="kanal">{f.section}</div><h1 class="judul">{e(f.title)}</h1>
<p class="baris-info"><small>{line}</small></p>
<div class="foto"><img src="/assets/upload/{f.image}"><p class="small text-muted">{e(f.caption)}</p></div>
<div class="teks-berita">
{chats(f)}
</div>
<div class="label-tag">{" ".join(f"<a class='label' href='/tag/{t}'>{t}</a>" for t in f.tags)}</div></div>
<div class="col-md-5"><h3>Berita Terkait Lainnya</h3>{listed(f.others[:6], lambda o: f'<div class="media"><h5><a href="/k/{o.id}">{e(o.title)}</a></h5><small>Oleh {e(o.author)}, {full(o.published)} | {o.published:%H:%M} - {o.views}</small></div>')}</div></div></div>{footer(f)}"""
    return Printed(
        page(f, content),
        f"/kategori/nusantara/{f.id}/index.html",
        record(f, author=f.author, date="minute", views=f.views, section=f.section),
    )
