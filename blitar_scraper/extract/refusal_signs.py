"""What pages that are no answer of a site say and carry: the tables of `refusal`.

Taken from public detection lists (wafw00f, whatweb) and from the block, maintenance and default pages in public source
code: Cloudflare, Imunify360, testcookie-nginx-module, WordPress, OpenSID, Laravel, Ubuntu's and Debian's Apache, ...
Everything is matched in lower case.
"""

from __future__ import annotations

import re
from typing import NamedTuple


class Sign(NamedTuple):
    """`problem` as in `Refusal`; `who` made the page; `text`, where given, must be in its text too."""

    problem: str
    who: str
    pattern: re.Pattern[str]
    text: str = ""


def _any(lines: str) -> re.Pattern[str]:
    """One expression a line, any of which may match."""
    return re.compile("|".join(line.strip() for line in lines.strip().splitlines()), re.S)


HEADERS = (
    ("cf-mitigated", _any("challenge"), "Cloudflare"),
    ("x-amzn-waf-action", _any("challenge|captcha"), "AWS WAF"),
    ("server", _any("bitninja captcha"), "BitNinja"),
    ("x-sucuri-block", _any("."), "Sucuri"),
)

# The whole title, on a page of any size: the default pages among them are long.
TITLES = (
    Sign("challenge", "Cloudflare", _any(r"(?:just a moment|tunggu sebentar)\.{3}|attention required! \| cloudflare")),
    Sign("challenge", "Imunify360", _any(r"one moment, please\.{3}")),
    Sign("challenge", "Sucuri", _any(r"sucuri website firewall.{0,60}|you are being redirected\.{3}")),
    Sign("challenge", "DDoS-Guard", _any(r"ddos-guard")),
    Sign("challenge", "BitNinja", _any(r"waiting for the redirectiron\.{3}")),
    Sign("challenge", "Anubis", _any(r"making sure you['’]re not a bot!")),
    Sign("challenge", "F5", _any(r"request rejected"), "support id"),
    Sign("challenge", "FortiGate", _any(r"web (?:page blocked!?|filter violation)")),
    Sign("suspended", "the hosting company", _any(r"account suspended|(?:509 )?bandwidth limit exceeded")),
    Sign("parked", "nginx", _any(r"welcome to (?:nginx|openresty)!?|test page for the nginx http server.{0,60}")),
    Sign("parked", "Apache", _any(r"apache2? .{0,20}default page.{0,20}|(?:apache )?http server test page.{0,60}")),
    Sign("parked", "Apache", _any(r"test page for (?:the )?apache.{0,60}")),
    Sign("parked", "IIS", _any(r"iis ?\d{1,2}(?:\.\d)?|iis windows server")),
    Sign("parked", "cPanel", _any(r"default web ?site page")),
    Sign("parked", "Plesk", _any(r"default parallels plesk page|web server['’]s default page"), "plesk"),
    Sign("parked", "XAMPP", _any(r"welcome to xampp"), "xampp"),
    Sign("parked", "Laravel", _any(r"laravel"), "laracasts"),
    Sign("parked", "CodeIgniter", _any(r"welcome to codeigniter(?: \d)?!?"), "the page you are looking at"),
    Sign("parked", "Hostinger", _any(r"parked domain name on hostinger dns system")),
    Sign("parked", "Hostinger", _any(r"default page"), "you are all set to go"),
    Sign("parked", "the server", _any(r"index of /"), "parent directory|last modified"),
)

# Markup that only a challenge has, on a page that is bare.
MARKUP = (
    Sign("challenge", "Cloudflare", _any(r"_cf_chl_opt|cf-browser-verification|cf-challenge-running|jschl[-_]answer")),
    Sign("challenge", "Cloudflare", _any(r"id=[\"']cf-error-details|id=[\"']challenge-form")),
    Sign("challenge", "Sucuri", _any(r"sucuri_cloudproxy_js|cloudproxy\.sucuri")),
    Sign("challenge", "Imunify360", _any(r"/\.im360|im360_captcha|imunify360-webshield")),
    Sign("challenge", "DDoS-Guard", _any(r"check\.ddos-guard\.net|ddg-l10n|/\.well-known/ddos-guard")),
    Sign("challenge", "Imperva", _any(r"incapsula incident id")),
    Sign("challenge", "AWS WAF", _any(r"awswafcookiedomainlist|window\.gokuprops")),
    Sign("challenge", "Anubis", _any(r"id=[\"']anubis_(?:challenge|version)")),
    Sign("challenge", "the hosting company", _any(r"slowaes\.decrypt|document\.cookie\s*=\s*[\"']__test=")),
    Sign("challenge", "SiteGround", _any(r"/\.well-known/(?:sg)?captcha/")),
    Sign("challenge", "Aliyun", _any(r"acw_sc__v2")),
    Sign("challenge", "BitNinja", _any(r"bitninja")),
)

# Markup that ordinary pages behind a firewall have too, on a page that shows next to nothing.
MARKUP_OF_STUBS = (
    Sign("challenge", "Imperva", _any(r"_incapsula_resource")),
    Sign("challenge", "Cloudflare", _any(r"/cdn-cgi/challenge-platform/|challenges\.cloudflare\.com")),
    Sign("challenge", "DataDome", _any(r"captcha-delivery\.com")),
    Sign("challenge", "a captcha", _any(r"(?:class|id)=[\"'](?:g-recaptcha|h-captcha|cf-turnstile)[\"' ]")),
    Sign(
        "challenge",
        "a script that sets a cookie and loads the page again",
        _any(r"document\.cookie\s*=.{0,2000}?location(?:\.href)?(?:\s*=|\.reload\(|\.replace\()"),
    ),
)

_SITE = r"(?:situs|website|web|halaman|laman|portal|sistem|server|aplikasi)"
_REPAIR = r"(?:perbaikan|pemeliharaan|perawatan|maintenance|pengembangan|pembangunan|peningkatan)"

# In title or text, on a page that is bare and has no prose.
WORDS = (
    Sign(
        "challenge",
        "a firewall",
        _any(
            r"""
            checking (?:if the site connection is secure|your browser before accessing)
            verif(?:y|ying) (?:that )?you are (?:a )?human
            needs to review the security of your connection
            request is being verified
            (?:i['’]m not|are you) a robot
            (?:enable|turn on) javascript (?:and cookies )?to continue
            (?:sorry, )?you have been blocked
            access denied by (?:imunify|security|firewall|waf)
            the requested url was rejected
            memeriksa (?:browser|peramban|koneksi) anda
            memverifikasi (?:bahwa anda|browser|peramban|koneksi)
            (?:verifikasi|buktikan|pastikan|konfirmasi)(?:kan)? (?:bahwa )?anda (?:adalah |seorang )?manusia
            (?:saya|anda) (?:adalah )?bukan robot
            (?:selesaikan|masukkan|isi|ketik)(?:kan|lah)? (?:[a-z]+ ){0,3}captcha
            (?:permintaan|akses|ip) anda (?:telah |sedang )?diblokir
            """
        ),
    ),
    Sign(
        "suspended",
        "the hosting company",
        _any(
            r"""
            (?:account|website|site|hosting|domain) (?:has been |is |was )?suspended
            bandwidth limit exceeded
            (?:akun|hosting|website|situs|domain)(?: [a-z]+){0,3} (?:di-?suspend|ditangguhkan|dinonaktifkan|dibekukan)
            masa (?:aktif|berlaku|sewa)(?: [a-z]+){0,3} (?:habis|berakhir)
            """
        ),
    ),
    Sign(
        "parked",
        "the hosting company",
        _any(
            r"""
            ^it works!$
            domain (?:name )?(?:is |has been |ini )?(?:parked|diparkir|dijual|for sale)
            th(?:e|is) domain (?:name )?(?:is|may be) for sale
            buy this domain
            you are all set to go!
            this is the default (?:index|welcome|web) page
            the site is created successfully
            website anda (?:sudah|telah) (?:aktif|siap)
            """
        ),
    ),
    Sign(
        "maintenance",
        "the site",
        _any(
            rf"""
            {_SITE}(?: [a-z]+){{0,3}} (?:sedang|dalam|masih)(?: [a-z]+){{0,2}} {_REPAIR}
            (?:dikarenakan|karena) sedang (?:adanya |dalam |ada )?{_REPAIR}
            ^(?:sedang )?(?:dalam )?(?:mode )?(?:perbaikan|pemeliharaan|maintenance)\b
            under (?:scheduled )?(?:maintenance|construction)
            (?:unavailable|down|closed|offline) for (?:scheduled )?maintenance
            undergoing (?:scheduled )?maintenance
            maintenance mode|scheduled maintenance
            we['’]ll be back soon|be right back
            coming soon|segera hadir
            """
        ),
    ),
)

# A page that is missing often names repairs among the reasons.
MISSING = _any(r"\b404\b|not found|tidak ditemukan")
