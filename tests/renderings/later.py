"""Renderings that broke the extraction when it first saw them: each shows one thing that stood in its way."""
# ruff: noqa: E501 -- markup reads better unbroken

from __future__ import annotations

from tests.renderings.parts import IMAGE, OTHERS, POPULAR, TITLE, head, menu, rendering, texts

_FOOT = "<footer><p>© Copyright 2023 Pemerintah Kota Blitar. All Rights Reserved</p></footer></body></html>"
_BYLINE = "<span>Admin Kota</span> <span>27 Sep 2024</span> <span>142x</span>"


def _paragraphs(tag: str = "p") -> str:
    return "".join(f"<{tag}>{line}</{tag}>" for line in texts())


def _popular(entry: str) -> str:
    return "".join(entry.format(title=title, address=address, day=day) for title, address, day in POPULAR)


@rendering()
def popular_list_between_title_and_text() -> str:
    """The title in a strip across the page, then a column of popular articles with headings, then the text."""
    entry = (
        '<div class="media"><a href="{address}"><img src="/uploads/thumb/k.jpg"></a><div class="media-body">'
        '<h5><a href="{address}">{title}</a></h5><small>by Admin Kota | {day}</small></div></div>'
    )
    return (
        f'<html>{head()}<body><nav>{menu()}</nav><section class="jumbotron"><span class="label label-danger">BERITA</span>'
        f'<h2 class="page-title">{TITLE}</h2></section><div class="row"><div class="col-md-4"><div class="panel">'
        f'<div class="panel-heading">Berita Populer</div>{_popular(entry)}</div></div><div class="col-md-8">'
        '<ul class="list-inline"><li><i class="fa fa-user"></i> Admin Kota</li><li><i class="fa fa-calendar"></i> 27 Sep 2024'
        f'</li><li><i class="fa fa-eye"></i> 142x</li></ul><img src="{IMAGE}" alt="img-berita">{_paragraphs()}</div></div>{_FOOT}'
    )


@rendering()
def related_cards_between_title_and_text() -> str:
    """Cards of other articles, with headings, dates and counters, stand between the title and its text."""
    cards = "".join(
        f'<div class="card"><img src="/uploads/berita/kartu.jpg"><h6><a href="{address}">{title}</a></h6>'
        f'<small><i class="bi bi-calendar"></i> {day} <i class="bi bi-eye"></i> {views}x</small></div>'
        for title, address, day, views in OTHERS
    )
    return (
        f'<html>{head()}<body><nav>{menu()}</nav><div class="hero"><small>BERITA</small><h1>{TITLE}</h1><p>'
        '<span><i class="bi bi-person"></i> Admin Kota</span><span><i class="bi bi-calendar"></i> 27 Sep 2024</span>'
        f'<span><i class="bi bi-eye"></i> 142x</span></p></div><div class="container"><h5>Berita Terkait</h5>{cards}</div>'
        f'<div class="container"><img src="{IMAGE}" alt="img-berita"><div>{_paragraphs()}</div></div><div><h5>Berita Populer</h5>'
        f"{_popular('<div><a href={address}>{title}</a><br>by Admin Kota | {day}</div>')}</div>{_FOOT}"
    )


@rendering(section=None)
def banner_and_counters_over_the_text() -> str:
    """The title in a "banner"; between it and the text a row of numbers in headings."""
    counters = "".join(
        f"<div><h2>{number}</h2><p>{name}</p></div>"
        for number, name in (("3", "Kecamatan"), ("21", "Kelurahan"), ("159.781", "Penduduk"))
    )
    return (
        f'<html>{head()}<body><nav>{menu()}</nav><section class="page-banner"><h1>{TITLE}</h1></section><section>{counters}'
        f'</section><div class="col-lg-8"><img src="{IMAGE}"><div class="blog-meta"><span><i class="far fa-user"></i>Admin Kota'
        '</span><span><i class="far fa-calendar"></i>27 Sep 2024</span><span><i class="far fa-eye"></i>142x</span></div>'
        f'{_paragraphs()}</div><div class="col-lg-4"><h3>Berita Populer</h3>'
        f"{_popular('<div><a href={address}>{title}</a><span>by Admin Kota | {day}</span></div>')}</div>{_FOOT}"
    )


@rendering()
def a_copy_of_the_head_for_small_screens() -> str:
    """Title and byline stand twice, once for each size of screen, with hidden words between."""
    return (
        f'<html>{head()}<body><nav>{menu()}</nav><div class="d-block d-md-none"><h1>{TITLE}</h1><div>{_BYLINE}</div></div>'
        '<div class="container"><span class="visually-hidden">Anda berada di: Berita</span><div class="d-none d-md-block">'
        f'<p class="kat">BERITA</p><h1>{TITLE}</h1><div>{_BYLINE} <a href="#">Share</a></div></div><img src="{IMAGE}">'
        f"<div>{_paragraphs()}</div></div><div><h2>Berita Populer</h2>"
        f"{_popular('<div><a href={address}>{title}</a><div>by Admin Kota | {day}</div></div>')}</div>{_FOOT}"
    )


@rendering()
def everything_is_a_widget() -> str:
    """A page builder calls title, byline and each paragraph a widget, a word that elsewhere means a sidebar."""

    def widget(kind: str, html: str) -> str:
        return f'<div class="builder-widget builder-widget-{kind}"><div class="builder-widget-container">{html}</div></div>'

    facts = "".join(f"<li><span>{fact}</span></li>" for fact in ("Admin Kota", "27 Sep 2024", "142x"))
    category = '<li><a href="/kategori/berita"><span>BERITA</span></a></li>'
    entry = '<article><h3><a href="{address}">{title}</a></h3><div><span>by Admin Kota</span> | <span>{day}</span></div></article>'
    column = [
        widget("title", f"<h1>{TITLE}</h1>"),
        widget("info", f"<ul>{facts}{category}</ul>"),
        widget("image", f'<img src="{IMAGE}">'),
        *(widget("text", f"<p>{line}</p>") for line in texts()),
    ]
    return (
        f"<html>{head()}<body>{widget('menu', menu())}<section><div>{''.join(column)}</div><div>"
        f"{widget('heading', '<h2>Berita Populer</h2>')}{widget('posts', _popular(entry))}</div></section>{_FOOT}"
    )


@rendering()
def picture_and_calendar_sheet_over_the_title() -> str:
    """The picture stands over the title, with the date in three pieces on it."""

    def sheet(day: str) -> str:
        return "".join(f"<span>{piece}</span>" for piece in day.split())

    popular = "".join(
        f'<article><div class="date-badge">{sheet(day)}</div><h5><a href="{address}">{title}</a></h5></article>'
        for title, address, day in POPULAR
    )
    return (
        f'<html>{head()}<body><nav>{menu()}</nav><article><div class="thumb"><img src="{IMAGE}"><div class="date-badge">'
        f'{sheet("27 Sep 2024")}</div></div><a class="cat" href="/kategori/berita">BERITA</a><h1>{TITLE}</h1><ul><li><svg></svg> '
        f"Admin Kota</li><li><svg></svg> 142x</li></ul><div>{_paragraphs()}</div></article><aside><h4><span>Berita Populer</span></h4>"
        f"{popular}</aside>{_FOOT}"
    )


@rendering()
def byline_in_the_articles_own_footer() -> str:
    """Author, date and counter at the foot of the article, in a part called its footer."""
    return (
        f'<html>{head()}<body><nav>{menu()}</nav><article><p class="kategori">BERITA</p><h1>{TITLE}</h1><a class="modal" '
        f'href="{IMAGE}"><img src="{IMAGE}"></a><div class="entry-content">{_paragraphs()}</div><div class="entry-footer">'
        "<p>Penulis: Admin Kota</p><p>Tanggal: 27 Sep 2024</p><p>Dilihat: 142x</p></div></article><section><h2>Berita Populer</h2>"
        f"{_popular('<p><a href={address}>{title}</a> <small>by Admin Kota | {day}</small></p>')}</section>{_FOOT}"
    )


@rendering()
def time_of_change_hidden_beside_the_date() -> str:
    """A theme prints two <time> elements and hides the one classed `updated` by its style sheet."""
    times = '<time class="entry-date published">27 Sep 2024</time><time class="updated">1 Okt 2024</time>'
    return (
        f'<html>{head()}<body><nav>{menu()}</nav><article class="hentry"><a rel="category" href="/category/berita/">BERITA</a>'
        f'<h1 class="entry-title">{TITLE}</h1><div class="entry-meta"><span><a href="/x/">{times}</a></span><span> oleh '
        f'<a href="/author/a">Admin Kota</a></span> <span>142x</span></div><img src="{IMAGE}"><div>{_paragraphs()}</div></article>'
        f'<div id="secondary"><h2>Berita Populer</h2><ul>'
        f"{_popular('<li><a href={address}>{title}</a> <span>by Admin Kota | {day}</span></li>')}</ul></div>{_FOOT}"
    )


@rendering()
def text_that_goes_on_in_the_next_row() -> str:
    """The text lies in two rows beside each other in the tree, with the title in a row of the same kind."""
    lines = texts()
    rows = "".join(
        f'<div class="row"><div class="col-12">{"".join(f"<p>{line}</p>" for line in part)}</div></div>'
        for part in (lines[:7], lines[7:])
    )
    return (
        f'<html>{head()}<body><nav>{menu()}</nav><div class="section"><div class="row"><div class="col"><span class="badge">BERITA'
        f'</span><h1>{TITLE}</h1><div>{_BYLINE}</div></div></div><div class="row"><div class="col-12"><img src="{IMAGE}"></div></div>'
        f'{rows}</div><div class="section"><h3>Berita Populer</h3>'
        f"{_popular('<div><div><a href={address}>{title}</a></div><div>by Admin Kota | {day}</div></div>')}</div>{_FOOT}"
    )


ALL = (
    popular_list_between_title_and_text,
    related_cards_between_title_and_text,
    banner_and_counters_over_the_text,
    a_copy_of_the_head_for_small_screens,
    everything_is_a_widget,
    picture_and_calendar_sheet_over_the_title,
    byline_in_the_articles_own_footer,
    time_of_change_hidden_beside_the_date,
    text_that_goes_on_in_the_next_row,
)
