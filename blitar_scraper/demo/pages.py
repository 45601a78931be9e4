"""The pages that are no articles: home, listings, tags, search, the endless calendar, and the rest of the menu."""

from __future__ import annotations

import math
from collections.abc import Sequence
from html import escape
from urllib.parse import quote

from blitar_scraper.demo.articles import INDONESIAN_MONTHS, SampleArticle
from blitar_scraper.demo.frame import SITE_NAME, Moment, byline, page, popular_box

PAGE_SIZE = 10
TEASER_LENGTH = 160  # characters


def home_page(articles: Sequence[SampleArticle], pinned: SampleArticle | None, moment: Moment) -> str:
    """`/`: the pinned post, the five newest, and what is popular."""
    entries = _entries([*([pinned] if pinned else []), *articles[:5]], moment)
    content = f"""<div class="col-lg-8">
<h3>Berita Terbaru</h3>
{entries}
<p><a href="/beranda?page=2">Berita lainnya</a></p>
</div>
{popular_box(moment)}"""
    return page(SITE_NAME, content, moment)


def listing_page(
    path: str, number: int, articles: Sequence[SampleArticle], pinned: SampleArticle | None, moment: Moment
) -> str:
    """`/beranda?page=N` and `/berita?page=N`: ten a page, newest first; past the end an empty list.

    The pinned post stands first on the first page, and again in its own place.
    """
    chosen = list(articles[(number - 1) * PAGE_SIZE : number * PAGE_SIZE]) if number >= 1 else []
    if pinned and number == 1:
        chosen.insert(0, pinned)
    last = math.ceil(len(articles) / PAGE_SIZE)
    content = f"""<div class="col-lg-8">
<h3>Berita Terbaru</h3>
{_entries(chosen, moment)}
{_pagination(moment.base_url + path, number, last)}
</div>
{popular_box(moment)}"""
    return page(SITE_NAME, content, moment)


def found_page(heading: str, articles: Sequence[SampleArticle], moment: Moment) -> str:
    """`/tag/...` and `/cari?q=...`: at most ten articles, without further pages."""
    entries = _entries(articles[:PAGE_SIZE], moment)
    return page(SITE_NAME, f'<div class="col-lg-8">\n<h3>{escape(heading)}</h3>\n{entries}\n</div>', moment)


def calendar_page(month: str, moment: Moment) -> str:
    """`/agenda?bulan=2026-03`: every month links the one before and the one after, without end."""
    year, number = _year_and_month(month) or (moment.today.year, moment.today.month)
    count = year * 12 + number - 1
    before, after = (f"{other // 12:04}-{other % 12 + 1:02}" for other in (count - 1, count + 1))
    content = f"""<div class="col-lg-8"><div class="card">
<h3>Agenda {INDONESIAN_MONTHS[number - 1]} {year}</h3>
<ul><li>{3 + count % 20} {INDONESIAN_MONTHS[number - 1]} {year}: Rapat koordinasi perangkat daerah</li></ul>
<p><a href="/agenda?bulan={before}">&laquo; bulan sebelumnya</a> |
<a href="/agenda?bulan={after}">bulan berikutnya &raquo;</a></p>
</div></div>"""
    return page(f"Agenda | {SITE_NAME}", content, moment)


def plain_page(heading: str, text: str, moment: Moment) -> str:
    """A page with a heading and a sentence: the profile, the contact page, an error."""
    content = f'<div class="col-lg-8"><div class="card"><h2>{escape(heading)}</h2><p>{escape(text)}</p></div></div>'
    return page(f"{heading} | {SITE_NAME}", content, moment)


def _entries(articles: Sequence[SampleArticle], moment: Moment) -> str:
    return "\n".join(_entry(article, moment) for article in articles) or "<p>Belum ada berita.</p>"


def _entry(article: SampleArticle, moment: Moment) -> str:
    return f"""<div class="post-item">
<a href="{article.path}"><img src="{article.image}" alt="img-berita"></a>
<div>
<h4><a href="{article.path}">{escape(article.title)}</a></h4>
<p class="meta">{byline(article, moment.views(article))}</p>
<p>{escape(_teaser(article))}</p>
</div>
</div>"""


def _teaser(article: SampleArticle) -> str:
    text = " ".join(article.body.split())
    return text if len(text) <= TEASER_LENGTH else text[:TEASER_LENGTH].rsplit(" ", 1)[0] + "..."


def _pagination(address: str, number: int, last: int) -> str:
    """Laravel's: « 1 2 3 ... 14 15 », the page itself without a link."""

    def link(target: int, text: str, rel: str = "") -> str:
        return f'<li><a href="{quote(address, safe=":/")}?page={target}"{rel}>{text}</a></li>'

    shown = sorted({1, 2, last - 1, last, *range(number - 2, number + 3)} & set(range(1, last + 1)))
    items = [link(number - 1, "&laquo;", ' rel="prev"') if number > 1 else "<li><span>&laquo;</span></li>"]
    previous = 0
    for target in shown:
        if target - previous > 1:
            items.append("<li><span>...</span></li>")
        items.append(
            f'<li class="active"><span>{target}</span></li>' if target == number else link(target, str(target))
        )
        previous = target
    items.append(link(number + 1, "&raquo;", ' rel="next"') if number < last else "<li><span>&raquo;</span></li>")
    return '<ul class="pagination">\n' + "\n".join(items) + "\n</ul>"


def _year_and_month(text: str) -> tuple[int, int] | None:
    year, _, month = text.partition("-")
    if year.isdecimal() and month.isdecimal() and 0 < int(year) < 9999 and 1 <= int(month) <= 12:
        return int(year), int(month)
    return None
