"""OpenSID's themes, as far as their pages' structure goes: esensi, natra, palanta, hadakewa. Markup of our own."""
# ruff: noqa: E501 -- markup reads better unbroken

from __future__ import annotations

from datetime import datetime

from tests.served.opensid import CATEGORIES, Post, Village
from tests.templates.facts import MONTHS
from tests.templates.markup import e
from tests.templates.printing import dots

PLACE = "Desa Sukamaju"
DATA = (
    ("/data-wilayah", "Wilayah Desa"), ("/data-statistik/pendidikan-dalam-kk", "Data Pendidikan"),
    ("/status-idm/2025", "Status IDM"), ("/pemerintah", "Pemerintah Desa"), ("/peta", "Peta Desa"), ("/galeri", "Galeri"),
    ("/pembangunan", "Pembangunan"), ("/lapak", "Lapak"), ("/pengaduan", "Pengaduan"),
    ("/informasi-publik", "Informasi Publik"), ("/peraturan-desa", "Produk Hukum"),
)  # fmt: skip


def day(t: datetime) -> str:
    """05 Februari 2026: `tgl_indo`."""
    return f"{t.day:02} {MONTHS[t.month - 1]} {t.year}"


def stamp(t: datetime) -> str:
    """05 Februari 2026 09:30:00: `tgl_indo2`."""
    return f"{day(t)} {t:%H:%M:%S}"


def times(count: int) -> str:
    """1.234 Kali: `hit`."""
    return f"{dots(count)} Kali"


def text(post: Post) -> str:
    """As the editor wrote it, broken here and there."""
    lines = post.news.body
    style = ' style="text-align: justify;"' if post.news.number % 2 else ""
    return "".join(f"<p{style}>{e(line)}</p>\n" for line in lines) + ("<p>&nbsp;</p>" if post.news.number % 3 else "")


def teaser(post: Post, length: int) -> str:
    return e(" ".join(post.news.body)[:length])


def menu(village: Village, more: str = "") -> str:
    inside = "".join(f'<li><a href="{post.path}">{e(post.news.title)}</a></li>' for post in village.statics)
    data = "".join(f'<li><a href="{path}">{name}</a></li>' for path, name in DATA)
    return f'<ul><li><a href="{{base}}/"><i class="fa fa-home"></i></a></li><li><a href="#!">Profil Desa</a><ul>{inside}</ul></li><li><a href="#!">Data Desa</a><ul>{data}</ul></li>{more}</ul>'


def categories(under: str) -> str:
    return "".join(f'<li><a href="{under}/{slug}">{name}</a></li>' for name, slug in CATEGORIES.items())


def page(head: str, body: str) -> str:
    return f"<!DOCTYPE html><html lang='en'><head><meta charset='utf-8'>{head}</head><body>{body}</body></html>"


def numbers(
    pager: str, here: int, last: int, link: str, first: str = "", icons: tuple[str, ...] = ("backward", "forward")
) -> str:
    """First, previous, all numbers with this page's own, next, last."""
    back, on = icons

    def to(number: int, label: str, title: str) -> str:
        return link.format(href="{base}" + pager.format(page=number), label=label, title=title)

    shown = [to(1, f'<i class="fa fa-fast-{back}"></i>&nbsp;', "Halaman Pertama")]
    if here > 1:
        shown.append(to(here - 1, f'<i class="fa fa-{back}"></i>&nbsp;', "Halaman Sebelumnya"))
    shown += [to(number, str(number), f"Halaman {number}") for number in range(1, last + 1)]
    if here < last:
        shown.append(to(here + 1, f'<i class="fa fa-{on}"></i>&nbsp;', "Halaman Selanjutnya"))
    shown.append(to(last, f'<i class="fa fa-fast-{on}"></i>&nbsp;', "Halaman Terakhir"))
    return f"{first}<ul class='pagination'>{''.join(shown)}</ul>" if last > 1 else ""


def widgets(village: Village, box: str, by_id: bool = False) -> str:
    """The boxes beside every page: archive in three tabs, agenda, comments, officials, hours, visitors."""
    popular = sorted(village.articles, key=lambda post: -post.news.views)
    tabs = ""
    for name, posts in (
        ("terkini", village.articles[:7]),
        ("populer", popular[:7]),
        ("acak", village.articles[5::6][:7]),
    ):
        rows = ""
        for post in posts:
            link = f"/first/artikel/{post.news.number}" if by_id else post.path
            rows += f'<div class="flex gap-3 py-3"><a href="{{base}}{link}" class="w-8"><img src="/desa/upload/artikel/kecil_{post.news.number}.jpg"></a><div><a href="{{base}}{link}">{e(post.news.title)}</a><br><small><i class="fas fa-calendar-alt"></i> {day(post.news.published)} | <i class="fa fa-eye"></i> {times(post.news.views)}</small></div></div>'
        tabs += f'<div id="{name}" class="tab-pane">{rows}</div>'
    tabs = f'<ul class="nav nav-tabs"><li><a href="#terkini">Terkini</a></li><li><a href="#populer">Populer</a></li><li><a href="#acak">Acak</a></li></ul><div class="tab-content">{tabs}</div>'
    agenda = "".join(
        f'<table class="w-full text-sm"><tr><td colspan="3"><a href="{{base}}{post.path}">{e(post.news.title)}</a></td></tr><tr><th>Waktu</th><td>:</td><td>{stamp(post.event)}</td></tr><tr><th>Lokasi</th><td>:</td><td>Balai Desa</td></tr><tr><th>Koordinator</th><td>:</td><td>Sekretaris Desa</td></tr></table>'
        for post in village.events
        if post.event
    )
    comments = "".join(
        f'<li><blockquote>Terima kasih atas informasinya, semoga bermanfaat</blockquote>... <a href="{{base}}{post.path}">selengkapnya</a><p><i class="fas fa-comment"></i> Warga Dusun</p><p>{stamp(post.news.published)}</p></li>'
        for post in village.articles[10:13]
    )
    visitors = "<table><tr><td>Hari ini</td><td>:</td><td>37</td></tr><tr><td>Kemarin</td><td>:</td><td>152</td></tr><tr><td>Total Pengunjung</td><td>:</td><td>98.221</td></tr><tr><td>Sistem Operasi</td><td>:</td><td>Unknown Platform</td></tr><tr><td>IP Address</td><td>:</td><td>127.0.0.1</td></tr></table>"
    hours = "<table><tr><th>Hari</th><th>Mulai</th><th>Selesai</th></tr><tr><td>Senin</td><td>08:00:00</td><td>15:00:00</td></tr><tr><td>Minggu</td><td colspan='2'>Libur</td></tr></table>"
    people = "<div class='owl-carousel'><div><img src='/desa/upload/user_pict/1.jpg'><div>SUPARDI, S.IP</div><div>Kepala Desa</div></div><div><div>SITI AMINAH</div><div>Sekretaris Desa</div><div>Tidak di Kantor</div></div></div>"
    return "".join(
        box.format(title=title, icon=icon, inner=inner)
        for title, icon, inner in (
            ('<a href="{base}/arsip">Arsip Artikel</a>' if by_id else "Arsip Artikel", "archive", tabs),
            ("Agenda", "calendar", f'<div id="yad" class="tab-pane">{agenda}</div>'),
            ("Komentar", "comments", f"<marquee><ul>{comments}</ul></marquee>"),
            ("Aparatur Desa", "user", people),
            ("Jam Kerja", "clock", hours),
            ("Statistik Pengunjung", "bar-chart", visitors),
        )
    )


def comments(post: Post) -> str:
    if post.news.number % 4:
        return ""
    return f'<div class="comment-page"><h3>Semua Komentar</h3><div class="box-body"><table class="table"><thead><tr><th><i class="fa fa-comment"></i> Budi Santoso</th></tr></thead><tbody><tr><td><small>{stamp(post.news.published)}</small><br>Mohon jadwalnya diumumkan lebih awal.</td></tr></tbody></table></div></div>'


def headline_of(village: Village) -> Post:
    return next(post for post in village.articles if post.headline)


class Esensi:
    """The theme of every version since 22: a canonical address that is the home page's, its sitemap named as feed."""

    pager, archive_links, archive = "/first/index/{page}", "{path}", True

    def frame(self, village: Village, title: str, inner: str, main: str = "") -> str:
        head = f"""<meta name='theme' content='Esensi'><meta name='theme:designer' content='Diki Siswanto'><meta name='theme:version' content='v23.1'><meta property="og:site_name" content="{PLACE}"><meta property="og:type" content="article"><link rel="canonical" href="{{base}}/"><meta name="revised" content="Sunday, July 18th, 2010, 5:15 pm"><link rel="alternate" type="application/rss+xml" title="Feed {PLACE}" href="{{base}}/sitemap"><title>{e(title)} - {PLACE}</title><meta property="og:title" content="{e(title)}">"""
        box = '<div class="shadow rounded-lg bg-white overflow-hidden"><div class="box"><div class="box-header"><h3 class="box-title"><i class="fas fa-{icon} mr-1"></i>{title}</h3></div><div class="box-body">{inner}</div></div></div>'
        return page(
            head,
            f"""<div class="container"><header><div class="bg-white"><section x-data="{{catMenu: false}}"><h5>Menu Kategori</h5><ul class="w-full text-sm">{categories("{base}/artikel/kategori")}</ul><a href="{{base}}/layanan-mandiri" class="btn btn-primary">Layanan Mandiri</a><a href="{{base}}/siteman">Login Admin</a></section><section><a href="{{base}}/"><figure><img src="/desa/logo/x.png" alt="Logo {PLACE}"></figure></a><div><h2>{PLACE}</h2><p>Kecamatan Sukorejo, Kabupaten Blitar, Provinsi Jawa Timur</p></div></section><div class="newsticker"><marquee>Pelayanan kantor desa buka Senin sampai Jumat</marquee></div></div><nav class="bg-primary-100" role="navigation">{menu(village)}</nav></header></div><div class="container mx-auto flex"><main class="lg:w-2/3 w-full overflow-hidden {main}">{inner}</main><div class="lg:w-1/3 w-full">{widgets(village, box)}</div></div><footer class="container footer"><div><span><p>Hak cipta situs &copy; 2026 - {PLACE}</p><p><a href="https://www.trivusi.web.id">Esensi v23.1</a> - <a href="https://opensid.my.id">OpenSID 23.05</a></p></span></div></footer>""",
        )

    def home(self, village: Village, posts: list[Post], page: int, pages: int, title: str, pager: str) -> str:
        top = ""
        if page == 1 and title == "Artikel Terkini":
            head = headline_of(village)
            slides = "".join(
                f'<figure><img src="/desa/upload/artikel/sedang_{post.news.number}.jpg" alt="{e(post.news.title)}"><div class="absolute"><a href="{{base}}{post.path}">{e(post.news.title)}</a></div></figure>'
                for post in village.articles[1:12:3]
            )
            top = f'<section class="sliderx"><div class="owl-carousel">{slides}</div><div class="slider-nav"><span title="Sebelumnya"></span><span title="Selanjutnya"></span></div></section>|<div class="h-44 overflow-hidden rounded-lg relative"><figure><img src="/h.jpg" alt="{e(head.news.title)}"></figure><div class="absolute"><a href="{{base}}{head.path}" class="font-bold text-h5">{e(head.news.title)}</a></div></div>'
        slider, _, head_html = top.partition("|")
        rows = "".join(
            f"""<div class="max-w-full w-full bg-white shadow rounded-lg p-5 border flex"><figure class="h-10"><img src="/desa/upload/artikel/sedang_{post.news.number}.jpg" alt="{e(post.news.title)}"></figure><div class="flex flex-col"><a href="{{base}}{post.path}" class="text-h5">{e(post.news.title)}</a><p class="line-clamp-3">{teaser(post, 250)}</p><ul class="inline-flex"><li><i class="fas fa-calendar-alt mr-1"></i> {day(post.news.published)}</li><li><i class="fas fa-user mr-1"></i> {e(post.news.author)}</li><li><i class="fas fa-bookmark mr-1"></i> {post.category}</li></ul></div></div>"""
            for post in posts
        )
        link = '<li class="page-item"><a href="{href}" class="page-link py-1 px-3">{label}</a></li>'
        paging = numbers(pager, page, pages, link, f'<p class="text-xs py-3">Halaman {page} dari {pages}</p>')
        return self.frame(village, "Website Resmi", f'{slider}<div class="flex justify-between"><h3 class="text-h4">{title}</h3><a href="{{base}}/arsip" class="text-sm">Indeks <i class="fas fa-chevron-right"></i></a></div>{head_html}{rows}<div class="pagination space-y-1">{paging}</div>')  # fmt: skip

    def article(self, village: Village, post: Post) -> str:
        news = post.news
        crumb = (
            f'<a href="{{base}}/artikel/kategori/{CATEGORIES[post.category]}">{post.category}</a>'
            if post.category
            else "Artikel"
        )
        attachment = (
            '<div class="alert alert-info"><h4 class="text-h6">Dokumen Lampiran</h4><a href="{base}/first/unduh_dokumen_artikel/1"><span class="fas fa-download"></span><span class="hover:text-link">lampiran_undangan.pdf</span></a></div>'
            if news.number % 5 == 0
            else ""
        )
        share = '<div class="fixed share"><a href="https://www.facebook.com/sharer.php?u=x"><i class="fab fa-facebook-f"></i></a><a href="https://api.whatsapp.com/send?text=x"><i class="fab fa-whatsapp"></i></a></div>'
        form = '<form action="{base}/add_comment/1" method="POST" id="kolom-komentar"><h5 class="text-h5">Beri Komentar</h5><div class="alert alert-info">Komentar baru terbit setelah disetujui oleh admin</div><label>Komentar <span>*</span></label><textarea name="komentar"></textarea><button type="submit">Kirim Komentar</button></form>'
        return self.frame(
            village,
            news.title,
            f"""<nav role="navigation" aria-label="navigation" class="breadcrumb"><ol><li><a href="{{base}}/">Beranda</a></li><li>{crumb}</li></ol></nav><article><h1 class="text-h2">{e(news.title)}</h1><span class="inline-flex flex-wrap"><span>{e(news.author)} <i class="fas fa-check text-xs"></i></span><span class="before:content-['-']">{day(news.published)}</span><span class="before:content-['-']">Dibaca {times(news.views)}</span></span></article><div class="content space-y-2 py-4"><a href="/desa/upload/artikel/sedang_{news.number}.jpg" data-fancybox="images"><figure><img src="/desa/upload/artikel/sedang_{news.number}.jpg" alt="{e(news.title)}"></figure></a>{text(post)}</div><a href="/desa/upload/artikel/sedang_{news.number}_1.jpg" class="block" data-fancybox="images"><figure><img src="/desa/upload/artikel/sedang_{news.number}_1.jpg" alt=""></figure></a>{attachment}{comments(post)}{form}{share}""",
            "bg-white rounded-lg px-4 shadow",
        )

    def archived(self, village: Village, posts: list[Post], page: int, pages: int) -> str:
        rows = "".join(
            f'<li class="py-5"><span class="fas fa-external-link-alt"></span> <a class="text-h6" href="{{base}}{post.path}">{e(post.news.title)}</a><p class="text-xs">Diterbitkan pada {day(post.news.published)}</p><p class="text-xs">Oleh: {e(post.news.author)}</p></li>'
            for post in posts
        )
        link = '<li class="page-item"><a href="{href}" class="page-link">{label}</a></li>'
        paging = numbers("/first/arsip/{page}", page, pages, link, f"<p>Halaman {page} dari {pages}</p>")
        return self.plain(village, "Arsip Situs Web", f'<ol class="divide-y mb-5">{rows}</ol>{paging}')

    def plain(self, village: Village, title: str, inner: str) -> str:
        return self.frame(
            village,
            title,
            f'<nav class="breadcrumb"><ol><li><a href="{{base}}/">Beranda</a></li><li aria-current="page">{title}</li></ol></nav><h1 class="text-h2">{title}</h1>{inner}',
        )

    def nothing(self, village: Village) -> str:
        return page(
            f"<title>{PLACE}</title>",
            '<main class="mx-auto"><h2 class="text-h3">UPS! HALAMAN TIDAK DITEMUKAN</h2><p>Anda telah terdampar di halaman yang datanya tidak ada lagi di web ini. Mohon periksa kembali, atau laporkan kepada kami.</p><a href="{base}/first">Kembali ke halaman utama</a></main>',
        )


class Natra:
    """Boxes of a news portal's theme: titles in h5 of lists, a byline of words behind icons, a clock made by script."""

    pager, archive_links, archive = "/index/{page}", "{path}", True

    def frame(self, village: Village, title: str, inner: str) -> str:
        head = f"""<meta name='theme' content='Natra'><meta name='theme:version' content='v2302'><meta property="og:type" content="article"><title>{e(title)} - {PLACE}</title><link rel="stylesheet" href="/vendor/themes/natra/assets/css/style.min.css"><meta property="og:title" content="{e(title)}"><script>days = new Array("Minggu","Senin"); window.setTimeout("renderDate()",1);</script>"""
        box = '<div class="single_bottom_rightbar"><h2><i class="fa fa-{icon}"></i>&ensp;{title}</h2><div class="box-body">{inner}</div></div>'
        return page(
            head,
            f"""<div class="container"><header id="header"><div class="row"><div class="header_top"><div class="header_top_left"><ul class="top_nav">{categories("{base}/first/kategori")}</ul></div><div class="header_top_right"><form action="{{base}}/" class="search_form"><input name="cari" placeholder="Cari..."></form></div></div><div class="header_bottom"><h1 class="logo"><a href="{{base}}/">{PLACE}</a></h1></div></div></header><div id="navarea"><nav class="navbar navbar-default" role="navigation">{menu(village)}</nav></div><section id="mainContent"><div class="content_bottom"><div class="col-lg-9 col-md-9"><div class="content_left"><div><marquee onmouseover="this.stop()">27 Februari 2026 Pelayanan Posyandu | Jam pelayanan 08.00-14.00</marquee></div>{inner}</div></div><div class="col-lg-3 col-md-3"><div class="content_right">{widgets(village, box)}</div></div></div></section></div><footer id="footer"><div class="footer_bottom"><p>&copy; 2026 <a href="{{base}}/">{PLACE}</a> | <a href="https://github.com/OpenSID/OpenSID">OpenSID 22.12</a></p></div></footer>""",
        )

    def card(self, post: Post, byline: bool = True) -> str:
        news = post.news
        meta = (
            f'<div class="post_commentbox"><span class="meta_date">{day(news.published)}&nbsp; <i class="fa fa-user"></i>{e(news.author)}&nbsp; <i class="fa fa-eye"></i>{times(news.views)}&nbsp; <i class="fa fa-comments"></i>{news.number % 4}&nbsp;</span></div>'
            if byline
            else ""
        )
        return f"""<div class="business_category_left wow fadeInDown"><ul class="fashion_catgnav"><li><div class="catgimg2_container2"><h5 class="catg_titile"><a href="{{base}}{post.path}" title="Baca Selengkapnya">{e(news.title)}</a></h5>{meta}<a href="{{base}}{post.path}" title="Baca Selengkapnya"><img data-src="/desa/upload/artikel/sedang_{news.number}.jpg" src="/assets/images/img-loader.gif" alt="{e(news.title)}"></a><div style="text-align: justify;" class="hidden-sm hidden-xs">{teaser(post, 550)} ...</div></div></li></ul></div>"""

    def title(self, words: str) -> str:
        return f'<div class="single_category wow fadeInDown"><h2> <span class="bold_line"><span></span></span> <span class="solid_line"></span> <span class="title_text">{words}</span> </h2></div>'

    def home(self, village: Village, posts: list[Post], page: int, pages: int, title: str, pager: str) -> str:
        # The headline stands on every page of the home page's list.
        top = f'{self.title("Berita Utama")}<div id="headline">{self.card(headline_of(village), byline=False)}</div>'
        top = top if title == "Artikel Terkini" else ""
        link = '<li><a href="{href}" title="{title}">{label}</a></li>'
        paging = numbers(pager, page, pages, link, f"<div>Halaman {page} dari {pages}</div>")
        rows = "".join(self.card(post) for post in posts)
        return self.frame(village, "Website Resmi", f'<div class="archive_style_1">{top}</div>{self.title(title)}<div class="single_category"><div class="archive_style_1">{rows}</div></div><div class="pagination_area text-center">{paging}</div>')  # fmt: skip

    def article(self, village: Village, post: Post) -> str:
        news = post.news
        event = (
            f'<div class="row"><div class="info-box"><span class="info-box-text">Tanggal & Jam</span><span class="progress-description">{stamp(post.event)}</span></div><div class="info-box"><span class="info-box-text">Lokasi</span><span class="progress-description">Balai Desa</span></div><div class="info-box"><span class="info-box-text">Koordinator</span><span>Sekretaris Desa</span></div></div>'
            if post.event
            else ""
        )
        category = (
            f"<a href='{{base}}/first/kategori/{CATEGORIES[post.category]}'><i class='fa fa-tag'></i>{post.category}</a>"
            if post.category
            else ""
        )
        attachment = (
            "<p>Unduh Lampiran:<br><a href='{base}/first/unduh_dokumen_artikel/1' title=''>Undangan resmi</a></p>"
            if news.number % 5 == 0
            else ""
        )
        return self.frame(
            village,
            news.title,
            f"""<div class="single_page_area" id="artikel-{e(news.title)}">{self.title("Artikel")}<div id="printableArea"><h4 class="catg_titile" style="font-family: Oswald"><font color="#FFFFFF">{e(news.title)}</font></h4><div class="post_commentbox"><span class="meta_date">{stamp(news.published)}&nbsp; <i class="fa fa-user"></i>{e(news.author)}&nbsp; <i class="fa fa-eye"></i>{times(news.views)} Dibaca&nbsp; {category}</span><div class="fb-like" data-share="true"></div></div><div class="single_page_content" style="margin-bottom:10px;">{event}<div class="sampul"><a data-fancybox="gallery" href="/desa/upload/artikel/sedang_{news.number}.jpg"><img width="270px" src="/desa/upload/artikel/sedang_{news.number}.jpg" /></a></div><div class="teks">{text(post)}</div>{attachment}</div></div><ul class="social_nav share"><li><a href="https://www.facebook.com/sharer.php?u=x">Bagikan</a></li></ul></div><div class="contact_bottom">{comments(post)}</div><div class="contact_bottom"><div class="box box-default"><div class="box-header"><h3 class="box-title">Silakan tulis komentar dalam formulir berikut ini (Gunakan bahasa yang santun)</h3></div><form><table><tr><td>Nama</td><td><input name="owner"></td></tr></table></form></div></div>""",
        )

    def archived(self, village: Village, posts: list[Post], page: int, pages: int) -> str:
        rows = "".join(
            f'<tr><td style="text-align:center;">{number}</td><td>{day(post.news.published)}</td><td><a href="{{base}}{post.path}">{e(post.news.title)}</a></td><td>{e(post.news.author)}</td><td>{times(post.news.views)}</td></tr>'
            for number, post in enumerate(posts, (page - 1) * 20 + 1)
        )
        paging = numbers(
            "/first/arsip/{page}",
            page,
            pages,
            '<li><a href="{href}" title="{title}">{label}</a></li>',
            f"<div>Halaman {page} dari {pages}</div>",
        )
        return self.plain(
            village,
            "Arsip Konten Situs Web Sukamaju",
            f'<table class="table table-striped"><thead><tr><td><b>No.</b></td><td><b>Tanggal Artikel</b></td><td><b>Judul Artikel</b></td><td><b>Penulis</b></td><td><b>Dibaca</b></td></tr></thead><tbody>{rows}</tbody></table><div class="pagination_area">{paging}</div>',
        )

    def plain(self, village: Village, title: str, inner: str) -> str:
        return self.frame(
            village,
            title,
            f'<div class="single_page_area">{self.title(title)}<div class="box-body">{inner}</div></div>',
        )

    def nothing(self, village: Village) -> str:
        return self.frame(
            village,
            "Tidak ditemukan",
            '<div class="artikel" id="artikel-blank"><div class="box box-danger box-solid"><div class="box-header"><h3 class="box-title">Maaf, data tidak ditemukan</h3></div><div class="box-body">Anda telah terdampar di halaman yang datanya tidak ada lagi di web ini. Mohon periksa kembali, atau laporkan kepada kami.</div></div></div>',
        )


class Palanta:
    """Version 24 and later: Laravel's pager, an archive that only a script fills, cards that are one heading's link."""

    pager, archive_links, archive = "/?page={page}", "{path}", False

    def frame(self, village: Village, title: str, inner: str) -> str:
        head = f"""<meta name='theme' content='Palanta'><meta name='theme:designer' content='Dafris'><meta property="og:type" content="article"><title>
{e(title)} - {PLACE}</title><link rel="stylesheet" href="/theme_asset/css/style-min.css"><meta property="og:title" content="{e(title)}">"""
        box = '<div class="box-def"><div class="head-widget l-flex"><div class="head-widget-title l-flex"><i class="fa fa-{icon}"></i><h1>{title}</h1></div></div><div class="widgetbox">{inner}</div></div>'
        more = f'<li><a href="#">Kategori</a><ul>{categories("{base}/artikel/kategori")}</ul></li>'
        return page(
            head,
            f"""<div class="top-area"><div id="jam">Kamis, 19 Maret 2026</div></div><div class="header-inner"><a href="{{base}}/"><h1>{PLACE}</h1></a><h2>Kecamatan Sukorejo</h2></div><div class="mainmenu"><nav id="cssmenu">{menu(village, more)}</nav></div><div class="mainbody"><div class="leftside">{inner}</div><div class="rightside">{widgets(village, box)}</div></div><div class="footer"><p>Hak Cipta &copy; 2026 {PLACE}. Didukung <a href="https://opensid.my.id">OpenSID v2410</a> - Tema Palanta</p></div>""",
        )

    def meta(self, icon: str, words: str) -> str:
        return f'<div class="meta-item l-flex"><i class="fa fa-{icon}"></i><p>{words}</p></div>'

    def home(self, village: Village, posts: list[Post], page: int, pages: int, title: str, pager: str) -> str:
        rows = "".join(
            f"""<div class="box-def hoverstyle"><div class="box-def-inner artikel-list"><a href="{{base}}{post.path}"><h2>{e(post.news.title)}</h2></a><div class="row-custom mlr-min5"><div class="artikel-image"><div class="image-absolute"><img src="/desa/upload/artikel/kecil_{post.news.number}.jpg"></div></div><div class="artikel-title"><div class="artikel-meta">{self.meta("calendar", day(post.news.published))}</div><div class="artikel-meta">{self.meta("user", e(post.news.author))}{self.meta("eye", times(post.news.views) + " dibaca")}{self.meta("comment", str(post.news.number % 4))}</div><p>{teaser(post, 250)}...</p><a href="{{base}}{post.path}"><div class="l-flex"><div class="artikel-link l-flex"><i class="fa fa-fast-forward c-flex"></i>Selengkapnya...</div></div></a></div></div></div></div>"""
            for post in posts
        )
        head, news = headline_of(village), headline_of(village).news
        top = (
            f"""<div class="headline bg-primary"><a href="{{base}}{head.path}"><div class="box-def-inner"><div class="image-headline"><img src="/h.jpg"></div><div class="headline-inner"><h2>Headline</h2><h3>{e(news.title)}</h3><div class="artikel-meta">{self.meta("user", day(news.published))}{self.meta("eye", times(news.views) + " dibaca")}{self.meta("comment", "2")}{self.meta("user", e(news.author))}</div><p>{teaser(head, 120)}...</p></div></div></a></div>"""
            if page == 1 and title == "Artikel Terkini"
            else ""
        )
        query = "?page={page}" if pager == self.pager else pager.replace("/{page}", "?page={page}")
        address = query if pager != self.pager else "/" + query

        def to(number: int) -> str:
            return "{base}" + address.format(page=number)

        shown = "".join(
            f'<li class="page-item" aria-current="page"><span class="page-link">{number}</span></li>' if number == page
            else f'<li class="page-item"><a class="page-link" href="{to(number)}">{number}</a></li>'
            for number in range(1, pages + 1)
        )  # fmt: skip
        onward = to(page + 1) if page < pages else ""
        # The arrow to the last page leads to the next one, and to nothing on the last: so in the theme's source.
        last = f'<li class="page-item"><a href="{onward}" rel="next" aria-label="Berikutnya &amp;raquo;" class="page-link"><i class="fas fa-arrow-right"></i></a></li>'
        paging = (
            f'<nav><p>Halaman {page} dari {pages}</p><ul class="pagination"><li class="page-item"><a href="{to(1)}" class="page-link"><i class="fas fa-arrow-left"></i></a></li>{shown}{last}</ul></nav>'
            if pages > 1
            else ""
        )
        return self.frame(village, "Website Resmi", f'{top}<div class="heading-module l-flex"><div class="heading-module-inner l-flex"><i class="fa fa-edit"></i><h1>Artikel Terbaru</h1></div><div class="to-arsip"><a href="{{base}}/arsip"><i class="fa fa-plus"></i> Arsip</a></div></div>{rows}<div class="card-body c-flex text-center">{paging}</div>')  # fmt: skip

    def article(self, village: Village, post: Post) -> str:
        news = post.news
        category = (
            f'<div class="bigmeta"><div class="artikel-meta">{self.meta("edit", post.category)}</div></div>'
            if post.category
            else ""
        )
        event = (
            f'<table width="100%" class="table table-striped"><tr><td>Tanggal & Jam</td><td width="20px">:</td><td>{stamp(post.event)}</td></tr><tr><td>Lokasi</td><td>:</td><td>Balai Desa</td></tr><tr><td>Koordinator</td><td>:</td><td>Sekretaris Desa</td></tr></table>'
            if post.event
            else ""
        )
        attachment = (
            "<div class='c-flex'><p>Unduh Lampiran: <a href='{base}/first/unduh_dokumen_artikel/1' title=''><b>Undangan resmi</b></a></p></div>"
            if news.number % 5 == 0
            else ""
        )
        return self.frame(
            village,
            news.title,
            f"""<div class="box-def hoverstyle"><div class="box-def-inner"><div class="artike-page">{category}<h1>{e(news.title)}</h1><div class="artikel-meta" style="margin-bottom:10px;">{self.meta("calendar", stamp(news.published))}{self.meta("user", e(news.author))}{self.meta("eye", times(news.views) + " dibaca")}</div><div class="artikel-image-page"><div class="image-column"><a data-fancybox="gallery" href="/desa/upload/artikel/sedang_{news.number}.jpg"><img src="/desa/upload/artikel/sedang_{news.number}.jpg"/></a></div></div><div class="artikel-inner">{event}{attachment}<div class="artikel-inner-content">{text(post)}</div></div><div class="share-page"><a href="https://www.facebook.com/sharer.php?u=x"><i class="fa fa-facebook"></i></a></div>{comments(post)}<div class="comment-page"><h3 style="margin-bottom:10px;">Kirim Komentar</h3><form><label>User Name</label><label>No. Hp</label><label>Isi Komentar</label><button type="submit">Kirim Komentar</button></form></div><div class="comment-page"><h3>Komentar Facebook</h3><div class="fb-comments"></div></div></div></div></div>""",
        )

    def archived(self, village: Village, posts: list[Post], page: int, pages: int) -> str:
        raise NotImplementedError

    def plain(self, village: Village, title: str, inner: str) -> str:
        return self.frame(
            village,
            title,
            f'<div class="heading-module l-flex"><div class="heading-module-inner l-flex"><i class="fa fa-folder-open"></i><h1>{title}</h1></div></div><div class="box-def">{inner}</div>',
        )

    def nothing(self, village: Village) -> str:
        return self.frame(
            village,
            "404",
            '<div class="box-def"><h1>404</h1><h2>Halaman tidak ditemukan</h2><p>Halaman yang Anda tuju tidak ada atau sudah dipindahkan.</p></div>',
        )


class Hadakewa:
    """Version 19 and 20: no count on the article's page, only in its lists; boxes and archive link in ways of their own."""

    pager, archive_links, archive = "/first/index/{page}", "/first{path}", True

    def frame(self, village: Village, title: str, inner: str, number: int | None = None) -> str:
        lie = f'<meta property="og:url" content="{{base}}/index.php/first/artikel/{number}">' if number else ""
        head = f'<title>Website Resmi {PLACE}</title><meta property="og:type" content="article"><meta property="og:site_name" content="Sukamaju"><meta property="og:title" content="{e(title)}">{lie}<link rel="alternate" type="application/rss+xml" title="Feed" href="{{base}}/feed"><link href="/themes/hadakewa/css/first.css" rel="Stylesheet">'
        box = '<div class="box box-primary box-solid"><div class="box-header"><h3 class="box-title"><i class="fa fa-{icon}"></i> {title}</h3></div><div class="box-body">{inner}</div></div>'
        return page(
            head,
            f"""<div id="maincontainer"><div id="topsection"><div id="header"><div id="menuwrapper"><div id="navigation" class="nav">{menu(village)}</div></div></div><div id="headleft"><div id="divlogo"><h1><span id="header_sebutan_desa">Desa</span> Sukamaju</h1><h3>Kecamatan Sukorejo Kabupaten Blitar<br>Jalan Raya 1 - Kodepos 66171</h3></div></div><div id="scroller"><marquee>Pelayanan kantor desa buka Senin sampai Jumat</marquee></div></div><div id="contentwrapper"><div id="contentcolumn"><div class="innertube">{inner}</div></div></div><div id="rightcolumn"><div class="innertube"><div id="cssmenu"><ul id="global-nav" class="main">{categories("{base}/first/kategori")}</ul></div>{widgets(village, box, by_id=True)}</div></div><div id="footer"><div id="global-footer">&copy; 2019 {PLACE}, dikelola dengan <a href="https://github.com/OpenSID/OpenSID">OpenSID 20.04</a></div></div></div>""",
        )

    def home(self, village: Village, posts: list[Post], page: int, pages: int, title: str, pager: str) -> str:
        head = headline_of(village)
        top = f'<div id="headline" class="box box-danger"><div class="box-header with-border"><h3 class="box-title"><a href="{{base}}{head.path}"> {e(head.news.title)}</a></h3><div class="pull-right small">{e(head.news.author)}, {stamp(head.news.published)}</div></div><div class="box-body"><div class="post">{teaser(head, 600)}<a href="{{base}}{head.path}"><div class="readmore">Selengkapnya <i class="fa fa-arrow-right"></i></div></a></div></div></div>'
        top = top if title == "Artikel Terkini" else ""
        rows = "".join(
            f"""<li class="artikel"><h3 class="judul"><a href="{{base}}{post.path}">{e(post.news.title)}</a></h3><div class="teks"><div class="kecil"><i class="fa fa-clock-o"></i> {stamp(post.news.published)} | <i class="fa fa-user"></i> {e(post.news.author)} | <i class="fa fa-eye"></i> {times(post.news.views)} | <i class='fa fa-tag'></i> <a href="{{base}}/first/kategori/{CATEGORIES[str(post.category)]}">{post.category}</a></div><div class="img"><img src="/desa/upload/artikel/kecil_{post.news.number}.jpg" alt="{e(post.news.title)}"/></div><div class="post">{teaser(post, 300)}<a href="{{base}}{post.path}"><div class="readmore">Selengkapnya <i class="fa fa-arrow-right"></i></a></div></a></div></div><br class="clearboth gb"/></li>"""
            for post in posts
        )
        link = '<li><a href="{href}" title="{title}">{label}</a></li>'
        address = pager if pager == self.pager else pager.replace("/artikel/", "/first/")
        paging = numbers(address, page, pages, link, f"<div>Halaman {page} dari {pages}</div>")
        return self.frame(village, "Website Resmi", f'{top}<div class="box box-primary"><div class="box-header with-border"><h3 class="box-title">{title}</h3></div><div class="box-body"><ul class="artikel-list artikel-list-in-box">{rows}</ul></div><div class="box-footer">{paging}</div></div>')  # fmt: skip

    def article(self, village: Village, post: Post) -> str:
        news = post.news
        category = (
            f"<i class='fa fa-tag'></i> <a href='{{base}}/first/kategori/{CATEGORIES[post.category]}'>{post.category}</a>"
            if post.category
            else ""
        )
        event = (
            f"<p>TANGGAL KEGIATAN : {stamp(post.event)}<p>KOORDINATOR KEGIATAN : Sekretaris Desa<p>LOKASI KEGIATAN : Balai Desa"
            if post.event
            else ""
        )
        said = (
            f'<div class="box box-default box-solid"><div class="box-header"><h3 class="box-title">Komentar atas {e(news.title)}</h3></div><div class="box-body"><div class="kom-box"><div><i class="fa fa-user"></i>Budi Santoso <i class="fa fa-clock-o"></i> {stamp(news.published)}</div><div><blockquote>Mohon jadwalnya diumumkan lebih awal.</blockquote></div></div></div></div>'
            if news.number % 4 == 0
            else "<div>Silakan tulis komentar dalam formulir berikut ini (Gunakan bahasa yang santun)</div>"
        )
        return self.frame(
            village,
            news.title,
            f"""<div class="artikel" id="artikel-{e(news.title)}"><h2 class="judul">{e(news.title)}</h2><h3 class="kecil"><i class="fa fa-user"></i> {e(news.author)} <i class="fa fa-clock-o"></i>{stamp(news.published)} {category}</h3><div class="sampul"><a class="group2" href="/desa/upload/artikel/sedang_{news.number}.jpg" title=""><img src="/desa/upload/artikel/sedang_{news.number}.jpg"/></a></div><div class="teks">{text(post)}</div>{"<p>Dokumen Lampiran : <a href='/desa/upload/dokumen/x.pdf' title=''>Undangan resmi</a></p><br/>" if news.number % 5 == 0 else ""}<br>{event}<div class="form-group" style="clear:both;"><ul id="pageshare" title="Bagikan ke teman anda" class="pagination"><li class="sbutton" id="fb"><a href="http://www.facebook.com/sharer.php?u=x"><i class="fa fa-facebook-square"></i>&nbsp;Share</a></li><li class="sbutton"><a href="http://twitter.com/share?url=x"><i class="fa fa-twitter"></i>&nbsp;Tweet</a></li><li class="sbutton"><a href="https://api.whatsapp.com/send?text=x"><i class="fa fa-whatsapp"></i>&nbsp;WhatsApp</a></li></ul></div><div class="form-group" id="kolom-komentar">{said}</div><div class="form-group group-komentar"><div class="box box-default"><div class="box-header"><h3 class="box-title">Formulir Komentar (Komentar baru terbit setelah disetujui Admin)</h3></div><div class="box-body"><form><table><tr><td>Nama</td><td><input name="owner"></td></tr><tr><td>No. HP</td><td><input></td></tr></table></form></div></div></div></div>""",
            news.number,
        )

    def archived(self, village: Village, posts: list[Post], page: int, pages: int) -> str:
        rows = "".join(
            f'<tr><td style="text-align:center;">{number}</td><td>{day(post.news.published)}</td><td><a href="{{base}}/first{post.path}">{e(post.news.title)}</a></td><td>{e(post.news.author)}</td><td>{post.news.views} Kali</td></tr>'
            for number, post in enumerate(posts, (page - 1) * 20 + 1)
        )
        paging = numbers("/first/arsip/{page}", page, pages, '<li><a href="{href}" title="{title}">{label}</a></li>')
        return self.plain(
            village,
            "Arsip Konten Situs Web Sukamaju",
            f'<table class="table table-striped"><thead><tr><td><b>No.</b></td><td><b>Tanggal Artikel</b></td><td><b>Judul Artikel</b></td><td><b>Penulis</b></td><td><b>Dibaca</b></td></tr></thead><tbody>{rows}</tbody></table><div class="box-footer">{paging}</div>',
        )

    def plain(self, village: Village, title: str, inner: str) -> str:
        return self.frame(
            village,
            title,
            f'<div class="box box-primary box-solid"><div class="box-header"><h3 class="box-title">{title}</h3></div><div class="box-body">{inner}</div></div>',
        )

    def nothing(self, village: Village) -> str:
        return self.frame(
            village,
            "Tidak ditemukan",
            '<div class="artikel" id="artikel-blank"><div class="box box-danger box-solid"><div class="box-header"><h3 class="box-title">Maaf, data tidak ditemukan</h3></div><div class="box-body">Anda telah terdampar di halaman yang datanya tidak ada lagi di web ini. Mohon periksa kembali, atau laporkan kepada kami.</div></div></div>',
        )


THEMES = {"esensi": Esensi(), "natra": Natra(), "palanta": Palanta(), "hadakewa": Hadakewa()}
