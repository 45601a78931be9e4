"""Kept aside: whoever tunes the extraction is asked not to look at these six.

They show how well rules made for the other renderings do on pages that nobody had in mind.
"""

from __future__ import annotations

from tests.renderings.parts import (
    AGENCY,
    CONTACT,
    HEADER,
    IMAGE,
    OTHERS,
    PAGE_URL,
    POPULAR,
    PROSE,
    TITLE,
    TODAY,
    head,
    json_ld,
    lying_opengraph,
    menu,
    rendering,
    share_icons,
    share_words,
    texts,
)


@rendering(kept_aside=True, section="Berita", views_raw="142x")
def utility_classes() -> str:
    """Utility classes, drawn icons with titles of their own, popular posts as a grid above, canonical address wrong."""

    def icon(name: str) -> str:
        return f'<svg class="w-4 h-4" viewBox="0 0 24 24"><title>{name}</title><path d="M12 4.5v15m7.5-7.5h-15"/></svg>'

    popular = "".join(
        f'<a class="block p-4 rounded-lg shadow" href="{address}"><p class="font-semibold">{title}</p>'
        f'<p class="text-xs text-gray-500">by Admin Kota | {day}</p></a>'
        for title, address, day in POPULAR
    )
    body = "".join(f'<p class="mb-4 leading-relaxed">{line}</p>' for line in texts())
    canonical = '<link rel="canonical" href="https://www.blitarkota.go.id/">'
    return (
        f'<!DOCTYPE html><html lang="id" class="scroll-smooth">{head(AGENCY, canonical + json_ld())}'
        f'<body class="antialiased"><header class="sticky top-0"><nav class="flex">{menu("span")}</nav></header>'
        f'<section class="py-4"><p class="text-xl">Berita Populer</p><div class="grid grid-cols-2">{popular}</div>'
        '</section><section class="mx-auto max-w-3xl">'
        '<nav class="text-sm"><a href="/">Beranda</a> / <a href="/berita">Berita</a> / KOTA BLITAR RAIH ...</nav>'
        f'<p class="text-3xl font-bold">{TITLE}</p><div class="flex gap-4 text-sm">'
        f'<span class="flex">{icon("Penulis")}Admin Kota</span><span class="flex">{icon("Tanggal")}27 Sep 2024</span>'
        f'<span class="flex">{icon("Dilihat")}142x</span><span>{share_icons()}</span></div>'
        f'<img class="rounded-xl" src="{IMAGE}" alt="img-berita"><div class="prose max-w-none">{body}</div></section>'
        f'<footer class="bg-slate-900">&copy; {AGENCY}</footer></body></html>'
    )


@rendering(kept_aside=True, published_raw="27-09-2024", views_raw="Telah dibaca 142 kali", popular=[], section=None)
def related_before_text() -> str:
    """One cell holds related news with dates and counters, and only then picture and text."""
    related = "".join(
        f'<div><font size="2">&bull; <a href="{address}">{title}</a> ({day}, dibaca {views} kali)</font></div>'
        for title, address, day, views in OTHERS
    )
    body = "<br/><br/>".join(texts(entities=True))
    return f"""<html>{head("Selamat Datang")}
<body><table align="center" width="990"><tr><td colspan="2"><h1>{AGENCY}</h1></td></tr>
<tr><td valign="top"><h2>{TITLE}</h2>
<p><u>Admin Kota</u>, 27-09-2024. Telah dibaca 142 kali.</p>
<div class="box"><b>Baca juga :</b>{related}</div>
<img src="{IMAGE}" width="100%">
<span class="konten">{body}</span>
<p align="right"><a href="/cetak/485">Cetak</a> | <a href="/kirim/485">Kirim ke teman</a></p></td>
<td width="220" valign="top">{menu("p")}</td></tr>
<tr><td colspan="2"><small>Dikelola oleh Diskominfotik</small></td></tr></table></body></html>"""


@rendering(kept_aside=True, published_raw="Jum'at, 27 September 2024 - 08:30 WIB", views_raw="142 pembaca",
           published_at="2024-09-27T08:30+07:00", published_precision="minute", popular=[])  # fmt: skip
def title_in_banner() -> str:
    """The title twice: in the banner and above the text; paragraphs partly `<p>`, partly `<br>` within one."""
    body = f"<p>{'</p><p>'.join(texts(HEADER))}</p><p>{'<br><br>'.join(texts(PROSE))}</p>"
    contact = "".join(f'<span style="display:block">{line}</span>' for line in texts(CONTACT))
    return f"""<!DOCTYPE html>
<html lang="id">
{head(f"{TITLE} - Situs Resmi", lying_opengraph() + json_ld(headline=AGENCY))}
<body>
<div class="hero" style="background-image:url(/img/hero.jpg)"><h1>{TITLE}</h1>
<p><a href="/">Home</a> &rsaquo; BERITA</p></div>
<div class="wrapper"><div class="blog-details">
<div class="blog-img"><img src="{IMAGE}" alt=""></div>
<div class="blog-info"><div class="fl">Admin Kota</div><div class="fl">Jum'at, 27 September 2024 - 08:30 WIB</div>
<div class="fr">142 pembaca</div></div>
<h2>{TITLE}</h2>
<div class="blog-text">{body}<div>{contact}</div></div>
<div class="author-box"><img src="/img/avatar.png" alt="">
<h4>Tentang Penulis</h4><p>Tim redaksi portal {AGENCY}.</p></div>
<div class="widget"><h4>Arsip</h4><a href="/arsip/2024/09">September 2024</a>
<a href="/arsip/2024/08">Agustus 2024</a></div>
</div></div>
<div class="copy">{TODAY}</div>
</body></html>"""


@rendering(kept_aside=True, views_raw="142x dibaca", published_raw="27 Sep 2024")
def share_within_text() -> str:
    """A single line of facts under the picture; share words and popular posts stand within the text's element."""
    body = "\n".join(f"<p>{line}</p>" for line in texts())
    popular = "".join(f'<li><a href="{address}">{title}</a> <em>{day}</em></li>' for title, address, day in POPULAR)
    return f"""<!doctype html>
<html amp lang="id">{head(TITLE)}
<body>
<amp-sidebar id="sidebar"><ul>{menu()}</ul></amp-sidebar>
<section class="story">
<div class="eyebrow">BERITA</div>
<h1>{TITLE}</h1>
<amp-img src="{IMAGE}" width="800" height="450" layout="responsive"><noscript><img src="{IMAGE}"></noscript></amp-img>
<div class="facts">Admin Kota &bull; 27 Sep 2024 &bull; 142x dibaca</div>
<div class="story-text">
<p>Bagikan: {share_words(" &middot; ")}</p>
{body}
<p>Bagikan: {share_words(" &middot; ")}</p>
<h3>Berita Populer</h3><ul>{popular}</ul>
</div>
</section>
<footer>{AGENCY}</footer>
</body></html>"""


@rendering(kept_aside=True, views_raw="142", published_raw="27-Sep-2024", popular=[])
def paragraph_rows() -> str:
    """Each paragraph is a table row of its own; facts are the columns of a row above them."""
    rows = "\n".join(f'<tr><td colspan="3" class="teks">{line}</td></tr>' for line in texts())
    others = "\n".join(f"<tr><td>{day}<td>{title}<td>{views}" for title, _, day, views in OTHERS)
    return f"""<html><head><meta charset="utf-8"><title>::: {AGENCY} :::</title></head>
<body topmargin="0"><table class="kop" width="100%"><tr><td>{AGENCY}</td><td align="right">{TODAY}</td></tr></table>
<table class="berita" width="750" align="center">
<tr><td colspan="3" class="rubrik">BERITA</td></tr>
<tr><td colspan="3" class="judul"><b>{TITLE}</b></td></tr>
<tr class="ket"><td>Penulis: Admin Kota</td><td>Tanggal: 27-Sep-2024</td><td>Dilihat: 142</td></tr>
<tr><td colspan="3" align="center"><img src="{IMAGE}" width="600"></td></tr>
{rows}
</table>
<table class="lain" width="750" align="center"><tr><th>Tanggal<th>Berita lainnya<th>Dilihat
{others}
</table>
<p align="center">{AGENCY}</p></body></html>"""


@rendering(kept_aside=True, published_raw="27 Sept 2024", views_raw="142 x dilihat")
def custom_elements() -> str:
    """Rendered by a script's server side: elements of its own naming, everything else `span` and `div`."""
    body = "".join(f'<div class="css-1k2"><span data-text="true">{line}</span></div>' for line in texts())
    popular = "".join(
        f'<app-card><a href="{address}"><span>{title}</span></a><span>by Admin Kota | {day}</span></app-card>'
        for title, address, day in POPULAR
    )
    return (
        f'<!DOCTYPE html><html lang="en">{head("Kota Blitar", lying_opengraph())}<body><app-root ng-version="15.2.9">'
        f'<app-header><span class="css-9a">{TODAY}</span>{menu("span")}</app-header>'
        '<app-article><span class="css-77">BERITA</span>'
        f'<span class="css-h">{TITLE}</span><app-byline><span>Admin Kota</span><span>|</span><span>27 Sept 2024</span>'
        f'<span>|</span><span>142 x dilihat</span></app-byline><app-image><img src="{IMAGE}"></app-image>'
        f'<app-content>{body}</app-content><app-share><a href="https://wa.me/?text={PAGE_URL}">WhatsApp</a></app-share>'
        f'</app-article><app-popular><span class="css-h">Berita Populer</span>{popular}</app-popular>'
        f"<app-footer><span>&copy; 2024 {AGENCY}</span></app-footer></app-root>"
        '<script>window.__STATE__={"views":9999,"date":"2024-10-05"}</script></body></html>'
    )


ALL = (
    utility_classes,
    related_before_text,
    title_in_banner,
    share_within_text,
    paragraph_rows,
    custom_elements,
)
