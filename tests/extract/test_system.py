"""Which system made a page, with reasons that a person can check; a page that does not tell is no fault."""
# ruff: noqa: E501 -- markup reads better unbroken

from __future__ import annotations

import random
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from blitar_scraper.extract.page import Page
from blitar_scraper.extract.system import System, recognise
from blitar_scraper.extract.system_signs import FRAMEWORKS
from tests.templates import TEMPLATES, make_facts

URL = "https://www.x.go.id/"


def read(head: str = "", body: str = "", headers: dict[str, str] | None = None, url: str | None = URL) -> System | None:
    text = f"<!DOCTYPE html><html><head>{head}</head><body>{body}</body></html>"
    return recognise(Page(text.encode(), url, "text/html"), headers)


# What the systems' own source writes into a page (see system_signs).
PAGES = {
    "wordpress": (
        '<meta name="generator" content="WordPress 6.5.2" /><link rel="https://api.w.org/" href="https://www.x.go.id/wp-json/" />'
        "<link rel='stylesheet' href='https://www.x.go.id/wp-content/themes/ediidegov/style.css?ver=6.5.2' />",
        '<img src="/wp-content/uploads/2024/09/a.jpg">',
    ),
    "opensid": (
        "<meta name='theme' content='Esensi' /><meta name='theme:designer' content='Diki Siswanto' /><meta name='theme:version' content='v2402.0.0' />"
        '<meta name="google" content="notranslate"><link rel="stylesheet" href="/vendor/themes/esensi/assets/css/style.min.css?v2402">',
        '<a href="/artikel/2024/9/27/musyawarah-desa">Musyawarah</a><img src="/desa/upload/artikel/sedang_1.jpg"><form><input type="hidden" name="sidcsrf" value="82dc"></form>'
        '<footer><p><a href="https://opensid.my.id">OpenSID 2402.0.0</a></p></footer>',
    ),
    "joomla": (
        '<base href="https://www.x.go.id/"><meta name="generator" content="Joomla! - Open Source Content Management" /><script src="/media/jui/js/jquery.min.js"></script>'
        '<script type="application/json" class="joomla-script-options new">{"csrf.token":"c5"}</script>',
        '<a href="/index.php?option=com_content&view=category&id=8">Berita</a>',
    ),
    "drupal": (
        '<meta name="Generator" content="Drupal 10 (https://www.drupal.org)" />',
        '<script type="application/json" data-drupal-selector="drupal-settings-json">{}</script><img src="/sites/default/files/2024-09/a.jpg">',
    ),
    "plone": (
        '<meta name="generator" content="Plone - http://plone.org" /><script src="/++theme++x/js/a.js"></script>',
        "",
    ),
    "lokomedia": (
        '<meta name="author" content="phpmu.com"><link href="/template/phpmu-ciek/css/style.css" rel="stylesheet">',
        '<img src="/asset/foto_berita/small_a.jpg"><small>Copyright (c) 2024 - CMS Lokomedia Codeigniter</small>',
    ),
    "popojicms": (
        '<meta http-equiv="Copyright" content="popojicms" /><meta name="author" content="PopojiCMS" /><link rel="stylesheet" href="/po-content/themes/chingsy/css/style.css">',
        "",
    ),
    "blogger": (
        "<meta content='blogger' name='generator'/><link href='https://www.blogger.com/static/v1/widgets/1-css_bundle_v2.css' rel='stylesheet'/>",
        "",
    ),
    "ghost": ('<meta name="generator" content="Ghost 5.87">', ""),
    "odoo": (
        '<meta name="generator" content="Odoo"/><link rel="stylesheet" href="/web/assets/1/877a298/web.assets_frontend.min.css"/>',
        "",
    ),
    "wix": (
        '<meta name="generator" content="Wix.com Website Builder"/><script src="https://static.parastorage.com/a.js"></script>',
        "",
    ),
    "typo3": ('<meta name="generator" content="TYPO3 CMS"><link rel="stylesheet" href="/typo3temp/a.css">', ""),
    "laravel": (
        '<meta name="csrf-token" content="k2QfWn3n3mZr6k9d1J0Zx8Yb7Vt5Qe4Rs2Lp1Ua0">',
        '<form><input type="hidden" name="_token" value="k2Q"></form><img src="/storage/berita/a.jpg">',
    ),
    "codeigniter": (
        "",
        '<form><input type="hidden" name="csrf_test_name" value="08ce"></form><a href="/index.php/berita/detail/12">Berita</a>',
    ),
    "yii": (
        '<meta name="csrf-param" content="_csrf-frontend"><meta name="csrf-token" content="H1yVPSPMCPG33p=="><script src="/assets/8a2b3c4d/yii.js"></script>',
        '<a href="/index.php?r=site%2Fberita">Berita</a>',
    ),
    "asp.net": ("", '<input type="hidden" name="__VIEWSTATE" value="/wEP">'),
    "next.js": (
        "",
        '<script id="__NEXT_DATA__" type="application/json">{}</script><script src="/_next/static/chunks/main.js"></script>',
    ),
}


@pytest.mark.parametrize("name", PAGES)
def test_a_page_that_tells(name: str):
    found = read(*PAGES[name])
    assert found is not None
    assert found.name == name and found.reasons
    assert found.certain == (name != "codeigniter")


@pytest.mark.parametrize("name", PAGES)
def test_no_page_tells_of_another_system_too(name: str):
    """Joined to a page that tells nothing else, the signs of one system are not those of another."""
    head, body = PAGES[name]
    found = read(
        head,
        body
        + '<a href="/berita/judul-berita">Judul</a><img src="/uploads/berita/a.jpg"><script src="/assets/js/main.js"></script>',
    )
    assert found and found.name == name


# Article pages by others, without head: what a theme of the system cannot do without.
BODIES = {
    "wordpress": '<article id="post-12" class="post-12 post type-post status-publish hentry"><div class="entry-content"></div></article>',
    "joomla": '<div class="com-content-article item-page"><dl class="article-info text-muted"></dl></div>',
    "drupal": '<article class="node node--type-article node--view-mode-full"><div class="field field--name-body"></div></article>',
    "plone": '<div id="portal-column-content"><h1 class="documentFirstHeading">Judul</h1></div>',
    "blogger": "<div class='post-footer'><div class='post-footer-line post-footer-line-1'></div></div><div class='widget' id='BlogArchive1'></div>",
    "ghost": '<body class="post-template"><div class="gh-content gh-canvas"></div>',
    "odoo": '<div id="wrap" class="js_blog website_blog"><div class="o_wblog_post_content"></div></div>',
}


@pytest.mark.parametrize("name", BODIES)
def test_a_theme_tells_by_its_classes(name: str):
    found = read("", BODIES[name])
    assert found and found.name == name


def test_templates_by_others_are_taken_for_no_other_system():
    """Not for a system that they are not, except where the template itself has that system's marks."""
    wrong = set()
    for template in TEMPLATES:
        made = template.page(make_facts(7), random.Random(7))
        found = recognise(Page(made.html.encode(), made.url))
        if found and found.certain and found.name not in (template.system, *FRAMEWORKS):
            wrong.add((template.system, found.name))
    assert wrong == set()


def test_reasons_are_sentences_for_a_person():
    found = read(*PAGES["wordpress"])
    assert found and found.reasons == (
        "meta generator says 'WordPress 6.5.2'",
        "names the relation https://api.w.org/",
        "loads /wp-content/themes/ediidegov",
        "loads /wp-content/uploads/",
    )


def test_a_system_outranks_the_framework_that_it_is_built_on():
    head, body = PAGES["opensid"]
    found = read(head, body, {"Set-Cookie": "ci_session=1; path=/, laravel_session=2"})
    assert found and found.name == "opensid"


@pytest.mark.parametrize(
    ("headers", "name"),
    [
        (
            {
                "Set-Cookie": "XSRF-TOKEN=eyJ; expires=Fri, 27 Sep 2024 10:00:00 GMT; path=/, laravel_session=eyJ; httponly"
            },
            "laravel",
        ),
        ({"set-cookie": "ci_session=a1b2; path=/"}, "codeigniter"),
        ({"Set-Cookie": "_csrf-frontend=abc; path=/, advanced-frontend=def; path=/"}, "yii"),
        ({"X-Generator": "Drupal 9 (https://www.drupal.org)"}, "drupal"),
        ({"Link": '<https://www.x.go.id/wp-json/>; rel="https://api.w.org/"'}, "wordpress"),
        ({"Liferay-Portal": "Liferay Community Edition Portal 7.0.4"}, "liferay"),
        ({"X-AspNet-Version": "4.0.30319"}, "asp.net"),
    ],
)
def test_headers_tell_where_the_page_does_not(headers: dict[str, str], name: str):
    found = read(headers=headers)
    assert found and found.name == name and found.certain


def test_a_generator_that_is_not_known_is_taken_at_its_word():
    assert read('<meta name="generator" content="Mobirise v5.9, mobirise.com">') == System(
        "mobirise", ("meta generator says 'Mobirise v5.9, mobirise.com'",), False
    )


@pytest.mark.parametrize(
    ("head", "body"),
    [
        ("", ""),
        ('<meta name="generator" content="">', ""),
        (
            "<title>Pelatihan WordPress dan OpenSID bagi Operator</title>",
            "<p>Pelatihan WordPress, Joomla dan Laravel.</p>" + "<p>Isi berita.</p>" * 1000,
        ),
        (
            "",
            '<img src="https://lain.go.id/wp-content/uploads/a.jpg"><script src="https://lain.go.id/wp-includes/js/jquery.js"></script>',
        ),
        ("", '<a href="/index.php/berita">Berita</a>'),
        ("", '<a href="/artikel/2024/9/27/musyawarah">Musyawarah</a>'),
        ('<meta name="csrf-token" content="pendek">', ""),
    ],
)
def test_a_page_that_does_not_tell(head: str, body: str):
    assert read(head, body, {"Server": "nginx", "X-Powered-By": "PHP/7.4"}) is None


@pytest.mark.parametrize("body", [b"", b"\x89PNG", b"{}"])
def test_what_is_no_page_tells_nothing(body: bytes):
    assert recognise(Page(body, URL)) is None


@pytest.mark.parametrize(
    "body",
    [
        "<a href=/x>" * 300_000,
        "<img src=/a>" * 300_000,
        "<meta name=a content=b>" * 200_000,
        "<" * 2_000_000,
        "<b>" * 400_000,
        "data-" * 1_000_000,
    ],
    ids=["links", "pictures", "meta", "brackets", "deep", "markup"],
)
def test_no_page_takes_long(body: str):
    started = time.process_time()
    read("", body)
    assert time.process_time() - started < 6


PIECES = st.sampled_from(
    "<meta\xa0name=generator\xa0content='WordPress'> <meta\xa0name=generator\xa0content=''> <a\xa0href='//['> <img\xa0src=/wp-content/x> <input\xa0name=_token> &#xd800; \x00".split(
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
        recognise(Page(hostile, url), {header: text, "Set-Cookie": header})
