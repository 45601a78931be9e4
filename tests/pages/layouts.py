"""Page layouts: from the years of tables to today, with speaking classes and with none."""
# ruff: noqa: E501 -- markup reads better unbroken

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass
from html import escape

from tests.pages.around import AGENCY


@dataclass(frozen=True)
class Parts:
    """The pieces that a layout puts together; `before` and `after` are sidebars, `ending` what follows the text."""

    rng: random.Random
    head: str
    top: str
    bottom: str
    title: str
    title_html: str
    kicker: str
    section: str
    byline: str
    byline_below: str
    image: str
    body: str
    ending: str
    before: str
    after: str
    url: str


@dataclass(frozen=True)
class Layout:
    name: str
    make: Callable[[Parts], str]
    kept_aside: bool = False


LAYOUTS: list[Layout] = []


def layout(*, kept_aside: bool = False) -> Callable[[Callable[[Parts], str]], Layout]:
    def add(make: Callable[[Parts], str]) -> Layout:
        made = Layout(make.__name__.replace("_", "-"), make, kept_aside)
        LAYOUTS.append(made)
        return made

    return add


def _page(parts: Parts, inner: str, html: str = '<!DOCTYPE html><html lang="id">') -> str:
    return f'{html}<head><meta charset="utf-8">{parts.head}</head><body>{parts.top}{inner}{parts.bottom}</body></html>'


@layout()
def bootstrap5(p: Parts) -> str:
    return _page(
        p,
        f"""<div class="container my-4"><div class="row">
  {f'<div class="col-lg-4">{p.before}</div>' if p.before else ""}
  <div class="col-lg-8"><div class="card"><div class="card-body">
    {p.kicker}<h2 class="card-title">{p.title_html}</h2>
    {p.byline}
    {p.image}
    <div class="content">{p.body}</div>
    {p.byline_below}{p.ending}
  </div></div></div>
  {f'<div class="col-lg-4">{p.after}</div>' if p.after else ""}
</div></div>""",
    )


@layout()
def bootstrap3(p: Parts) -> str:
    return _page(
        p,
        f"""<div class="container"><div class="row"><div class="col-md-3">{p.before}</div><div class="col-md-6">
<div class="panel panel-default"><div class="panel-heading">{p.kicker}<h4 class="panel-title">{p.title_html}</h4>{p.byline}</div>
<div class="panel-body">{p.image}{p.body}{p.byline_below}</div></div>{p.ending}</div><div class="col-md-3">{p.after}</div></div></div>""",
    )


@layout()
def html5(p: Parts) -> str:
    return _page(
        p,
        f"""<main><aside>{p.before}</aside><article><header>{p.kicker}<h1>{p.title_html}</h1>{p.byline}</header>
<figure>{p.image}</figure><section>{p.body}</section><footer>{p.byline_below}{p.ending}</footer></article>
<aside>{p.after}</aside></main>""",
    )


@layout()
def flat(p: Parts) -> str:
    """Everything is a child of the body."""
    return _page(
        p,
        f"{p.before}<hr>{p.kicker}<h2>{p.title_html}</h2>{p.byline}{p.image}{p.body}{p.byline_below}<hr>{p.ending}{p.after}",
    )


@layout()
def three_cells(p: Parts) -> str:
    return _page(
        p,
        f"""<table width="960"><tr valign="top"><td width="180">{p.before}</td>
<td>{p.kicker}<font size="4"><b>{p.title_html}</b></font><br>{p.byline}<br>{p.image}<br>
{p.body}{p.byline_below}{p.ending}</td><td width="160">{p.after}</td></tr></table>""",
        '<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 4.01 Transitional//EN"><html>',
    )


@layout()
def nested_tables(p: Parts) -> str:
    return _page(
        p,
        f"""<table width="100%"><tr><td width="70%"><table><tr><td>{p.kicker}</td></tr>
<tr><td class="judul"><strong>{p.title_html}</strong></td></tr><tr><td>{p.byline}</td></tr><tr><td>{p.image}</td></tr>
<tr><td>{p.body}</td></tr><tr><td>{p.byline_below}</td></tr><tr><td>{p.ending}</td></tr></table></td>
<td width="30%">{p.before}{p.after}</td></tr></table>""",
        "<html>",
    )


@layout()
def div_soup(p: Parts) -> str:
    """Built classes that say nothing, and no heading."""
    return _page(
        p,
        f"""<div class="x1"><div class="x2">{p.before}</div><div class="x3"><div class="x4">{p.kicker}</div>
<div class="x5">{p.title_html}</div><div class="x6">{p.byline}</div><div class="x7">{p.image}</div><div class="x8">{p.body}</div>
<div class="x6">{p.byline_below}</div><div class="x9">{p.ending}</div></div><div class="x2">{p.after}</div></div>""",
    )


@layout()
def wordpress(p: Parts) -> str:
    return _page(
        p,
        f"""<div id="primary" class="content-area"><main id="main" class="site-main">
<article class="post-4182 post type-post status-publish hentry"><header class="entry-header">{p.kicker}
<h1 class="entry-title">{p.title_html}</h1>{p.byline}</header><div class="post-thumbnail">{p.image}</div>
<div class="entry-content">{p.body}{p.ending}</div><footer class="entry-footer">{p.byline_below}</footer></article></main></div>
<div id="secondary" class="widget-area">{p.before}{p.after}</div>""",
    )


@layout()
def wordpress_block_theme(p: Parts) -> str:
    return _page(
        p,
        f"""<main class="wp-block-group"><div class="wp-block-group has-global-padding">{p.image}
<h1 class="wp-block-post-title">{p.title_html}</h1><div class="wp-block-group is-nowrap">{p.byline}</div></div>
<div class="entry-content wp-block-post-content">{p.body}</div>{p.byline_below}{p.ending}{p.before}{p.after}</main>""",
    )


@layout()
def joomla(p: Parts) -> str:
    return _page(
        p,
        f"""<div id="sidebar">{p.before}</div><main id="content"><div class="item-page" itemscope>
<div class="page-header">{p.kicker}<h2 itemprop="headline">{p.title_html}</h2></div>
<div class="icons"><a href="?tmpl=component&amp;print=1">Cetak</a> <a href="/mailto">Email</a></div>{p.byline}
<div class="pull-left item-image">{p.image}</div><div itemprop="articleBody">{p.body}</div>{p.byline_below}{p.ending}</div></main>
<div id="aside">{p.after}</div>""",
    )


@layout()
def drupal(p: Parts) -> str:
    return _page(
        p,
        f"""<div id="page-wrapper"><div class="region region-sidebar-first">{p.before}</div>
<div class="region region-content"><h1 class="page-title">{p.title_html}</h1><div class="node node--type-article">{p.kicker}
<div class="node__meta submitted">{p.byline}</div><div class="node__content"><div class="field field--name-field-image">{p.image}</div>
<div class="field field--name-body field--type-text-with-summary">{p.body}</div></div>{p.byline_below}</div>{p.ending}</div>
<div class="region region-sidebar-second">{p.after}</div></div>""",
    )


@layout()
def opensid(p: Parts) -> str:
    return _page(
        p,
        f"""<div class="content_area"><div class="artikel" id="artikel-12"><h2 class="judul">{p.title_html}</h2>
<h3 class="kecil">{p.byline}</h3>{p.kicker}<div class="sampul">{p.image}</div><div class="teks">{p.body}</div>{p.byline_below}
<div class="bagikan">{p.ending}</div></div></div><div class="kolom-kanan">{p.before}{p.after}</div>""",
    )


@layout()
def lokomedia(p: Parts) -> str:
    return _page(
        p,
        f"""<div id="kiri">{p.before}</div><div id="tengah">{p.kicker}<span class=judul>{p.title_html}</span><br>
{p.byline}<br>{p.image}{p.body}<br>{p.byline_below}{p.ending}</div><div id="kanan">{p.after}</div>""",
        "<html>",
    )


@layout()
def laravel(p: Parts) -> str:
    return _page(
        p,
        f"""<section class="page-title-area"><div class="container"><h2>Detail Berita</h2><ol><li><a href="/">Home</a></li>
<li>Detail Berita</li></ol></div></section><section class="blog-details"><div class="container"><div class="row">
<div class="col-8"><div class="blog-details-img">{p.image}</div><div class="blog-top-content">{p.kicker}{p.byline}
<h3>{p.title_html}</h3>{p.body}{p.byline_below}</div>{p.ending}</div>
<div class="col-4"><div class="sidebar">{p.before}{p.after}</div></div></div></div></section>""",
    )


@layout()
def byline_over_title(p: Parts) -> str:
    return _page(
        p,
        f"""<div class="wrap"><div class="left">{p.before}</div><div class="right">{p.kicker}{p.byline}
<h2><a href="{p.url}">{p.title_html}</a></h2>{p.image}{p.body}{p.byline_below}{p.ending}</div><div class="r">{p.after}</div></div>""",
    )


@layout()
def image_before_title(p: Parts) -> str:
    return _page(
        p,
        f"""<div class="main"><div class="hero">{p.image}</div><div class="inner">{p.kicker}<h1>{p.title_html}</h1>{p.byline}
<div class="txt">{p.body}</div>{p.byline_below}</div>{p.ending}</div><div class="xtra">{p.before}{p.after}</div>""",
    )


@layout()
def breadcrumb_path(p: Parts) -> str:
    """The path has the title too; the article stands deep within wrappers."""
    return _page(
        p,
        f"""<div class="breadcrumb"><a href="/">Beranda</a> / <a href="/berita">{p.section}</a> / {p.title_html}</div>
<div><div><div><div class="post"><h3>{p.title_html}</h3><div class="info">{p.byline}</div><div class="pic">{p.image}</div>
<div class="desc">{p.body}</div>{p.byline_below}</div></div></div>{p.ending}</div><div>{p.before}{p.after}</div>""",
    )


@layout()
def section_heads(p: Parts) -> str:
    """A page heading above the title in a larger level; small title."""
    return _page(
        p,
        f"""<h1>BERITA</h1><div class="grid"><div class="article-box"><h5>{p.title_html}</h5>{p.byline}{p.image}{p.body}
{p.byline_below}{p.ending}</div><div class="side-box">{p.before}{p.after}</div></div>""",
    )


@layout(kept_aside=True)
def definition_rows(p: Parts) -> str:
    """Bespoke: everything in list items."""
    return _page(
        p,
        f"""<ul id="layout"><li class="l1">{p.before}</li><li class="l2"><p class="head"><b>{p.title_html}</b></p>{p.kicker}{p.byline}
<div>{p.image}</div><div>{p.body}</div>{p.byline_below}{p.ending}</li><li class="l3">{p.after}</li></ul>""",
    )


@layout(kept_aside=True)
def tailwind(p: Parts) -> str:
    return _page(
        p,
        f"""<div class="max-w-7xl mx-auto grid grid-cols-12 gap-6"><section class="col-span-8 bg-white rounded-xl p-6">
<div class="flex gap-2">{p.kicker}</div><p class="text-3xl font-bold text-gray-900">{p.title_html}</p>
<div class="flex text-sm text-gray-500">{p.byline}</div><div class="my-4 overflow-hidden">{p.image}</div>
<div class="prose max-w-none">{p.body}</div>{p.byline_below}<div class="border-t">{p.ending}</div></section>
<section class="col-span-4 space-y-4">{p.before}{p.after}</section></div>""",
    )


def title_markup(title: str) -> str:
    return escape(title, quote=False)


__all__ = ["AGENCY", "LAYOUTS", "Layout", "Parts", "title_markup"]
