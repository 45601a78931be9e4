"""What is no answer of the site is told from what is one, whatever the status."""
# ruff: noqa: E501 -- markup reads better unbroken

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from blitar_scraper.extract.page import Page
from blitar_scraper.extract.refusal import Refusal, refusal
from tests.pages import many
from tests.pages.listings import make_listing
from tests.renderings import PAGE_URL, RENDERINGS
from tests.templates import many as many_of_systems

URL = "https://www.x.go.id/berita"


def read(text: str, status: int = 200, headers: dict[str, str] | None = None, url: str = URL) -> Refusal | None:
    return refusal(Page(text.encode(), url, "text/html; charset=utf-8"), status, headers)


def page(title: str, body: str, head: str = "") -> str:
    return f"<!DOCTYPE html><html><head><title>{title}</title>{head}</head><body>{body}</body></html>"


# Modelled on the pages that the products send, shortened.
CHALLENGES = {
    "cloudflare": page(
        "Just a moment...",
        '<div class="main-wrapper"><div id="challenge-error-text">Enable JavaScript and cookies to continue</div></div>'
        "<script>(function(){window._cf_chl_opt={cvId:'3',cZone:'www.x.go.id',cType:'managed'};var a=document.createElement('script');"
        "a.src='/cdn-cgi/challenge-platform/h/g/orchestrate/chl_page/v1';}());</script>",
        '<meta http-equiv="refresh" content="390">',
    ),
    "cloudflare in indonesian": page(
        "Tunggu sebentar...",
        "<p>Memverifikasi bahwa Anda adalah manusia. Tindakan ini mungkin membutuhkan beberapa detik.</p>",
    ),
    "cloudflare of old": page(
        "x.go.id",
        '<h1>Checking your browser before accessing x.go.id.</h1><form id="challenge-form"><input name="jschl_answer"></form>',
    ),
    "cloudflare block": page(
        "Attention Required! | Cloudflare",
        '<div id="cf-error-details"><h1>Sorry, you have been blocked</h1><h2>You are unable to access x.go.id</h2><h2>Why have I been blocked?</h2>'
        "<p>This website is using a security service to protect itself from online attacks. The action you just performed triggered the security solution. "
        "There are several actions that could trigger this block including submitting a certain word or phrase, a SQL command or malformed data.</p>"
        "<h2>What can I do to resolve this?</h2><p>You can email the site owner to let them know you were blocked. Please include what you were doing when this page came up "
        "and the Cloudflare Ray ID found at the bottom of this page.</p><span>Cloudflare Ray ID: <strong>8c1f</strong></span></div>",
    ),
    "imunify360": page(
        "One moment, please...",
        '<h1>Please wait while your request is being verified...</h1><div class="throbber"></div><script>var a=["form","submit"];setTimeout(function(){location.reload()},5000)</script>',
    ),
    "imunify360 without a title": page("", '<div id="im360_captcha"></div><script src="/.im360/captcha.js"></script>'),
    "sucuri": page(
        "You are being redirected...",
        "<noscript>Javascript is required.</noscript><script>var s={},sucuri_cloudproxy_js='';S='dD0n';</script>",
    ),
    "ddos-guard": page(
        "DDoS-Guard",
        '<h1>Checking your browser before accessing <span class="ddg-origin"></span></h1><p id="ddg-l10n-description">Please wait a few seconds.</p>',
    ),
    "incapsula": '<html><head><META NAME="robots" CONTENT="noindex,nofollow"><script src="/_Incapsula_Resource?SWJIYLWA=5074a744e2e3d891814e9a2dace20bd4"></script></head><body></body></html>',
    "incapsula iframe": '<html><body><iframe id="main-iframe" src="/_Incapsula_Resource?CWUDNSAI=9">Request unsuccessful. Incapsula incident ID: 1-2</iframe></body></html>',
    "aws waf": page(
        "",
        '<div id="challenge-container"></div><noscript><h1>JavaScript is disabled</h1></noscript><script>window.awsWafCookieDomainList=[];window.gokuProps={"key":"AQ"}</script>',
    ),
    "anubis": page(
        "Making sure you&#39;re not a bot!",
        '<h1>Making sure you&#39;re not a bot!</h1><script id="anubis_challenge" type="application/json">{"rules":{"difficulty":4}}</script>',
    ),
    "free hosting": '<html><body><script type="text/javascript" src="/aes.js" ></script><script>function toNumbers(d){var e=[];return e}var a=toNumbers("f655"),'
    'b=toNumbers("9834"),c=toNumbers("3e51");document.cookie="__test="+toHex(slowAES.decrypt(c,2,a,b))+"; max-age=21600; path=/"; location.href="https://x.go.id/?i=1";</script>'
    "<noscript>This site requires Javascript to work, please enable Javascript in your browser or use a browser with Javascript support</noscript></body></html>",
    "a cookie of its own": "<html><head><script>document.cookie='humans_21909=1';document.location.reload(true)</script></head></html>",
    "siteground": '<html><head><link rel="icon" href="data:;"><meta http-equiv="refresh" content="0;/.well-known/sgcaptcha/?r=%2F&y=ipc:1"></meta></head></html>',
    "f5": "<html><head><title>Request Rejected</title></head><body>The requested URL was rejected. Please consult with your administrator.<br><br>Your support ID is: 404520<br><br><a href='javascript:history.back();'>[Go Back]</a></body></html>",
    "fortigate": page(
        "Web Page Blocked!",
        "<h2>Web Page Blocked!</h2><p>The page cannot be displayed. Please contact the administrator.</p>",
    ),
    "bitninja": page("Waiting for the redirectiron...", "<p>Website security powered by BitNinja</p>"),
    "a captcha in indonesian": page(
        "Verifikasi",
        "<h3>Pastikan Anda bukan robot</h3><p>Silakan masukkan kode captcha di bawah ini untuk melanjutkan.</p><form><input name=c><button>Lanjut</button></form>",
    ),
    "a human in indonesian": page(
        "X", "<p>Sistem mendeteksi lalu lintas tidak wajar. Buktikan bahwa Anda manusia.</p>"
    ),
    "a captcha alone": page(
        "", '<form action="/verify"><div class="g-recaptcha" data-sitekey="6L"></div><button>OK</button></form>'
    ),
}
MAINTENANCE = {
    "opensid": page(
        "Offline Mode - Desa X",
        '<div align="center"><img src="/logo.png"><p>Selamat datang di Halaman Situs Resmi Desa X<br/>Kami mohon maaf untuk sementara halaman tidak dapat di akses, dikarenakan sedang adanya perbaikan oleh tim terkait.</p>'
        "<p>Jika ada keperluan yang mendesak silakan langsung datang ke Kantor Desa.<br>Alamat : Jl. Raya 1<br>Email : desa@x.id<br>Telepon : 0342</p><p>Kepala Desa X<br><u><b>Sutrisno</b></u></p></div>",
    ),
    "palanta": page("Dalam Perbaikan - Desa X", "<p>Mohon maaf.</p>"),
    "wordpress": "<!DOCTYPE html><html><head><title>Maintenance</title></head><body><h1>Briefly unavailable for scheduled maintenance. Check back in a minute.</h1></body></html>",
    "popoji": page("X Under Maintenance", "<h1>Website Under Maintenance</h1>"),
    "situs": page(
        "Pemkab X",
        "<h1>Situs sedang dalam pemeliharaan</h1><p>Kami akan segera kembali. Silakan kunjungi media sosial kami.</p><a href='https://facebook.com/x'>Facebook</a>",
    ),
    "website": page("503", "<h2>Mohon Maaf, Website Sedang Dalam Perbaikan</h2>"),
    "tidak tersedia": page("X", "<p>Halaman ini tidak tersedia untuk sementara karena sedang dalam perbaikan.</p>"),
    "sistem": page("X", "<p>Sistem masih dalam tahap pengembangan</p>"),
    "construction": page("Diskominfo X", "<h1>Under Construction</h1><p>Coming soon!</p>"),
    "segera": page("Kelurahan X", "<h1>Segera Hadir</h1>"),
}
SUSPENDED = {
    "cpanel": page(
        "Account Suspended",
        "<h1>Account Suspended</h1><p>This Account has been suspended.</p><p>Contact your hosting provider for more information.</p>",
    ),
    "bandwidth": page(
        "509 Bandwidth Limit Exceeded",
        "<h1>Bandwidth Limit Exceeded</h1><p>The server is temporarily unable to service your request.</p>",
    ),
    "akun": page("Akun Ditangguhkan", "<h1>Akun ini telah ditangguhkan</h1><p>Hubungi penyedia hosting Anda.</p>"),
    "situs": page(
        "x.go.id",
        "<p>Maaf, website ini untuk sementara disuspend. Silakan hubungi bagian billing.</p>".replace(
            "disuspend", "di-suspend"
        ),
    ),
    "masa aktif": page("x.desa.id", "<p>Masa aktif layanan hosting telah habis.</p>"),
}
PARKED = {
    "apache": page(
        "Apache2 Ubuntu Default Page: It works",
        "<p>"
        + "This is the default welcome page used to test the correct operation of the Apache2 server after installation on Ubuntu systems. It is based on the equivalent page on Debian. "
        * 12
        + "</p>",
    ),
    "apache of old": "<html><body><h1>It works!</h1></body></html>",
    "nginx": page(
        "Welcome to nginx!",
        "<h1>Welcome to nginx!</h1><p>If you see this page, the nginx web server is successfully installed and working. Further configuration is required.</p>",
    ),
    "iis": page(
        "IIS Windows Server",
        '<div id="container"><a href="http://go.microsoft.com/fwlink/?linkid=66138"><img src="iisstart.png" alt="IIS"></a></div>',
    ),
    "cpanel": '<html><head><META HTTP-EQUIV="refresh" CONTENT="0;URL=/cgi-sys/defaultwebpage.cgi"></head><body></body></html>',
    "plesk": page(
        "Web Server's Default Page",
        "<h1>Web Server's Default Page</h1><p>This page is generated by Plesk, the leading hosting automation software.</p>",
    ),
    "laravel": page(
        "Laravel",
        '<a href="/login">Login</a><a href="https://laravel.com/docs">Docs</a><a href="https://laracasts.com">Laracasts</a><a href="https://laravel-news.com">News</a>',
    ),
    "hostinger": page("Parked Domain name on Hostinger DNS system", "<p>Happy to see your domain with Hostinger!</p>"),
    "hostinger default": page(
        "Default page", "<h1>You Are All Set to Go!</h1><p>All you have to do now is upload your website files.</p>"
    ),
    "xampp": page(
        "Welcome to XAMPP",
        "<h1>Welcome to XAMPP for Windows 8.1.6</h1><p>"
        + "You have successfully installed XAMPP on this system! " * 30
        + "</p>",
    ),
    "domain": page("x.id", "<p>This domain is for sale. Buy this domain.</p>"),
    "a list of files": page(
        "Index of /",
        '<h1>Index of /</h1><table><tr><th>Name</th><th>Last modified</th></tr><tr><td><a href="cgi-bin/">cgi-bin/</a></td></tr></table>',
    ),
}
LOGIN = {
    "wordpress": page(
        "Log Masuk &lsaquo; X",
        '<form name="loginform" action="/wp-login.php"><label>Nama Pengguna</label><input name="log"><input type="password" name="pwd"><a href="/wp-login.php?action=lostpassword">Lupa sandi?</a></form>',
    ),
    "bespoke": page(
        "E-Office",
        "<h2>Silakan Masuk</h2><form method=post><input name=u><input type=PASSWORD name=p><button>Masuk</button></form>",
    ),
}
ALL = [
    (problem, name, text)
    for problem, pages in (
        ("challenge", CHALLENGES),
        ("maintenance", MAINTENANCE),
        ("suspended", SUSPENDED),
        ("parked", PARKED),
        ("login", LOGIN),
    )
    for name, text in pages.items()
]


@pytest.mark.parametrize(("problem", "name", "text"), ALL, ids=[f"{problem}-{name}" for problem, name, _ in ALL])
@pytest.mark.parametrize("status", [200, 503])
def test_it_is_no_answer(problem: str, name: str, text: str, status: int):
    found = read(text, status)
    assert found and found.problem == problem and found.detail


@pytest.mark.parametrize(
    "headers",
    [
        {"cf-mitigated": "challenge"},
        {"CF-Mitigated": "Challenge"},
        {"x-amzn-waf-action": "captcha"},
        {"Server": "BitNinja Captcha Server"},
    ],
)
def test_a_header_alone_tells(headers: dict[str, str]):
    found = read(page("Berita", "<p>Isi</p>"), 403, headers)
    assert found and found.problem == "challenge"


def test_servers_that_merely_are_behind_a_firewall_answer():
    assert (
        read(MENU_PAGE, 200, {"Server": "cloudflare", "CF-RAY": "8c", "X-Sucuri-ID": "1", "X-CDN": "Imperva"}) is None
    )
    assert read(MENU_PAGE, 200, {"Server": "imunify360-webshield/1.21"}) is None


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("error code: 1020", "challenge"),
        (
            '{"message":"Access denied by Imunify360 bot-protection. IPs used for automation should be whitelisted"}',
            "challenge",
        ),
        ("Briefly unavailable for scheduled maintenance. Check back in a minute.", "maintenance"),
        ("", None),
        ("[]", None),
        ('{"status": "coming soon"}', None),
        ("https://x.go.id/a\n" * 100, None),
    ],
)
def test_answers_without_markup(text: str, problem: str | None):
    found = read(text)
    assert (found.problem if found else None) == problem


MENU = "".join(
    f'<li><a href="/{name}">{name.title()}</a></li>'
    for name in ("", "profil", "berita", "pengumuman", "layanan", "kontak")
)
PROSE = (
    "Pemerintah Kabupaten X terus berupaya meningkatkan layanan kepada masyarakat melalui berbagai program yang telah direncanakan. "
    * 6
)
MENU_PAGE = page("Beranda", f"<ul>{MENU}</ul><h2>Berita</h2><p>{PROSE}</p>")
ARTICLES = {
    "maintenance, with a menu": page(
        "Situs Sedang Dalam Pemeliharaan - Pemkab X",
        f"<ul>{MENU}</ul><h1>Situs Sedang Dalam Pemeliharaan</h1><p>Admin | 27 Sep 2024</p><p>Layanan PPDB ditutup hari ini.</p>",
    ),
    "maintenance, without a menu": page(
        "Situs Pemkab Sedang dalam Pemeliharaan",
        f"<h1>Situs Pemkab Sedang dalam Pemeliharaan</h1><p>{PROSE}</p><a href=/>Kembali</a>",
    ),
    "cloudflare": page(
        "Just a moment: Mengenal Cloudflare",
        f"<ul>{MENU}</ul><h1>Just a moment: Mengenal Cloudflare</h1><p>Checking your browser before accessing, begitu tulisannya. Kode: _cf_chl_opt. {PROSE}</p>",
    ),
    "suspended accounts": page(
        "Akun Penerima Bansos Ditangguhkan",
        f"<ul>{MENU}</ul><h1>Akun Bansos Ditangguhkan</h1><p>Akun penerima ini telah ditangguhkan. Account suspended. {PROSE}</p>",
    ),
    "a bridge": page(
        "Jembatan Sedang Dalam Perbaikan",
        "<h1>Jembatan Sedang Dalam Perbaikan</h1><p>Pengguna jalan diminta memutar.</p>",
    ),
    "a login form beside the news": page("Berita", f"<ul>{MENU}</ul><form><input type=password></form><p>{PROSE}</p>"),
    "a captcha below an article": page(
        "Jalan Rusak", f'<h1>Jalan Rusak</h1><p>{PROSE}</p><form><div class="g-recaptcha"></div></form>'
    ),
    "a page behind imperva": page(
        "Berita", f'<ul>{MENU}</ul><p>{PROSE}</p><script src="/_Incapsula_Resource?SWJIYLWA=7"></script>'
    ),
    "a page behind cloudflare": page(
        "Berita",
        f"<ul>{MENU}</ul><p>{PROSE}</p><script>a.src='/cdn-cgi/challenge-platform/scripts/jsd/main.js'</script>",
    ),
    "a site that kept the framework's name": page("Laravel", f"<ul>{MENU}</ul><h2>Berita Terkini</h2><p>{PROSE}</p>"),
    "an application that needs scripts": page(
        "Pemkot X",
        '<div id="root"></div><noscript>You need to enable JavaScript to run this app.</noscript><script src="/static/js/main.js"></script>',
    ),
    "a short page": page("Kontak", "<p>Jl. Merdeka 105, Telp. 0342-801171</p>"),
    "a short feed": '<?xml version="1.0"?><rss><channel><title>X</title><item><title>Coming soon: situs sedang dalam perbaikan</title></item></channel></rss>',
    "a page that is missing": page(
        "Galat",
        "<h1>404</h1><p>Halaman tidak ditemukan. Mungkin sudah dipindah, dihapus, atau situs sedang dalam perbaikan.</p>",
    ),
}


@pytest.mark.parametrize("name", ARTICLES)
def test_it_is_an_answer(name: str):
    assert read(ARTICLES[name]) is None


def test_a_missing_page_is_missing_whatever_it_says():
    assert read(MAINTENANCE["situs"], 404) is None
    assert read(CHALLENGES["sucuri"], 404) is not None


def test_no_article_and_no_listing_of_the_generators_is_refused():
    made = [(each.html, each.url) for each in many(150, kept_aside=False)] + [
        (each.html, PAGE_URL) for each in RENDERINGS
    ]
    made += [(listing.html, listing.url) for listing in (make_listing(seed) for seed in range(60))]
    made += [(each.html, each.url) for each in [*many_of_systems(150), *many_of_systems(100, kept_aside=True)]]
    assert [url for text, url in made if read(text, url=url)] == []


@pytest.mark.parametrize(
    "text",
    [
        "<html><body>" + "document.cookie=" * 300_000,
        "<html><script>" + "document.cookie=" * 300_000,
        "<div>" * 300_000,
        "<html><title>" + "akun " * 500_000,
        "<a href=/x>" * 300_000,
    ],
    ids=["text", "script", "deep", "title", "links"],
)
def test_no_page_takes_long(text: str):
    started = time.process_time()
    read(text)
    assert time.process_time() - started < 6


PIECES = st.sampled_from(
    "<title> </title> Just\xa0a\xa0moment... situs sedang dalam perbaikan <script> </script> _cf_chl_opt <input\xa0type=password> { [ <?xml <rss> &#xd800; \x00".split(
        " "
    )
)


@settings(max_examples=200, deadline=None)
@given(
    text=st.lists(PIECES | st.text(max_size=8), max_size=30).map(" ".join),
    body=st.binary(max_size=100),
    header=st.text(max_size=10),
    url=st.sampled_from([URL, None]),
)
def test_nothing_raises(text: str, body: bytes, header: str, url: str | None):
    for hostile in (text.encode("utf-8", "surrogatepass"), body):
        refusal(Page(hostile, url), 200, {header: text, "server": header})


def test_a_form_to_log_in_at_its_own_address_is_no_page_of_the_site_whatever_menu_stands_around_it():
    menu = "".join(
        f'<li><a href="/berita/{n}">Wakil Bupati Hadiri Sosialisasi Satu Data Indonesia {n}</a></li>' for n in range(30)
    )
    form = page("Log in", f'<ul>{menu}</ul><h1>Masuk</h1><form><input name="u"><input type="password" name="p"></form>')
    found = read(form, url="https://www.x.go.id/login?came_from=/berita")
    assert found is not None and found.problem == "login"
    assert read(form, url="https://www.x.go.id/berita/login-baru-aplikasi") is None
