"""What publishing systems leave in their pages: the table of `system`.

Looked up in the systems' public source: the generators, asset paths and classes of WordPress, Joomla, Drupal, Plone,
Ghost, Odoo and TYPO3; OpenSID's themes esensi, natra and palanta; Lokomedia for CodeIgniter; PopojiCMS; the tokens,
cookies and asset folders of Laravel, CodeIgniter and Yii. Letters' case does not count.
"""

from __future__ import annotations

import re
from typing import NamedTuple

# How much a sign says: the system says its own name; hardly another one has it; others may have it as well.
NAMED, STRONG, WEAK = 3, 2, 1

# Systems that are built on a framework leave its traces too: they come first.
FRAMEWORKS = frozenset({"laravel", "codeigniter", "yii", "asp.net", "next.js", "nuxt"})


class Sign(NamedTuple):
    """`where` is the kind of fact (see `system.facts_of`) that the pattern is looked for in."""

    system: str
    weight: int
    where: str
    pattern: re.Pattern[str]


def _sign(system: str, weight: int, where: str, pattern: str) -> Sign:
    return Sign(system, weight, where, re.compile(pattern, re.I))


_FRONT = r"/index\.php/[a-z]"

SIGNS = (
    _sign(
        "wordpress",
        NAMED,
        "generator",
        r"^wordpress|elementor|woocommerce|site kit by google|wpbakery|slider revolution",
    ),
    _sign("wordpress", NAMED, "relation", r"^https://api\.w\.org/"),
    _sign("wordpress", STRONG, "asset", r"/wp-content/(?:themes|plugins)/[\w.-]+"),
    _sign("wordpress", STRONG, "asset", r"/wp-includes/"),
    _sign("wordpress", WEAK, "asset", r"/wp-content/uploads/"),
    _sign("wordpress", STRONG, "class", r"\bpost-\d+\b.*\b(?:type-post|hentry)\b|\bwp-(?:singular|theme-|post-image)"),
    _sign("wordpress", STRONG, "class", r"\bwp-(?:block-(?:post|site|template)-|site-blocks)"),
    _sign("wordpress", WEAK, "class", r"^#post-\d+$"),
    _sign("wordpress", WEAK, "class", r"\bentry-(?:content|title|meta|header)\b"),
    _sign("wordpress", WEAK, "class", r"\bwp-(?:image-\d|caption|block-)"),
    _sign("wordpress", STRONG, "action", r"/wp-comments-post\.php"),
    _sign("wordpress", NAMED, "header", r"^(?:link: .*api\.w\.org|x-pingback: .*xmlrpc\.php)"),
    _sign("opensid", NAMED, "words", r"\bopensid v?\d[\d.]*"),
    _sign("opensid", STRONG, "words", r"\bopensid\b(?! v?\d)"),
    _sign("opensid", NAMED, "link", r"github\.com/opensid/opensid|//opensid\.my\.id"),
    _sign("opensid", STRONG, "meta", r"^theme:(?:designer|version)="),
    _sign(
        "opensid", STRONG, "asset", r"/desa/(?:upload|themes|logo)/|/(?:vendor|storage/app)/themes/[a-z]|/theme_asset/"
    ),
    _sign("opensid", STRONG, "field", r"^sidcsrf$"),
    _sign("opensid", STRONG, "link", r"/first/(?:artikel|kategori|arsip)|/artikel/kategori/"),
    _sign("opensid", WEAK, "link", r"/artikel/\d{4}/\d{1,2}/\d{1,2}/[\w-]+"),
    _sign("joomla", NAMED, "generator", r"^joomla"),
    _sign("joomla", NAMED, "markup", r"joomla-script-options"),
    _sign("joomla", STRONG, "asset", r"/media/(?:jui|system/js|com_[a-z]+)/|/components/com_[a-z]|/modules/mod_[a-z]"),
    _sign("joomla", STRONG, "link", r"[?&]option=com_[a-z]+"),
    _sign("joomla", STRONG, "class", r"\b(?:com-content|item-page|blog-featured|moduletable|k2container|itemview)\b"),
    _sign("joomla", WEAK, "class", r"\barticle-info\b"),
    _sign("drupal", NAMED, "generator", r"^drupal"),
    _sign("drupal", NAMED, "header", r"^x-(?:generator: drupal|drupal-)"),
    _sign("drupal", STRONG, "markup", r"data-drupal-selector|drupal\.settings"),
    _sign("drupal", STRONG, "asset", r"/sites/(?:default/files|all/(?:themes|modules))/|/core/misc/drupal"),
    _sign(
        "drupal",
        STRONG,
        "class",
        r"\bnode--(?:type|view-mode)-|\bnode node-|\bfield-(?:-name|name-body)|\bfield field-",
    ),
    _sign("plone", NAMED, "generator", r"^plone"),
    _sign("plone", STRONG, "asset", r"\+\+(?:plone|theme|resource)\+\+|/portal_(?:css|javascripts)/"),
    _sign("plone", STRONG, "class", r"\bdocumentfirstheading\b|\bportaltype-|#portal-column-|\bplone-"),
    _sign("lokomedia", NAMED, "words", r"cms lokomedia|bukulokomedia"),
    _sign("lokomedia", STRONG, "meta", r"^author=(?:www\.)?(?:phpmu|bukulokomedia)\.com"),
    _sign(
        "lokomedia", STRONG, "asset", r"/foto_(?:berita|banner|info|iklan\w*|user)/|/template/(?:phpmu|swarakalibata)"
    ),
    _sign("lokomedia", STRONG, "link", r"/media\.php\?module=[a-z]+"),
    _sign(
        "lokomedia", WEAK, "link", r"/(?:semua-(?:berita|agenda|download)|berita-\d+-[\w-]+|kategori-\d+-[\w-]+)\.html"
    ),
    _sign("popojicms", NAMED, "generator", r"popoji"),
    _sign("popojicms", NAMED, "meta", r"^(?:author|copyright)=popoji"),
    _sign("popojicms", STRONG, "asset", r"/po-(?:content|includes)/"),
    _sign("blogger", NAMED, "generator", r"^blogger"),
    _sign("blogger", STRONG, "elsewhere", r"//www\.blogger\.com/(?:static|dyn-css)/"),
    _sign("blogger", STRONG, "class", r"\bpost-footer-line-\d|\bblog-posts hfeed|#(?:blogarchive|popularposts)\d"),
    _sign("ghost", NAMED, "generator", r"^ghost"),
    _sign("ghost", STRONG, "markup", r"data-ghost="),
    _sign("ghost", STRONG, "class", r"\bgh-(?:head|content|canvas)\b|\bkg-card\b"),
    _sign("odoo", NAMED, "generator", r"^odoo"),
    _sign("odoo", STRONG, "asset", r"/web/assets/.*web\.assets_|/web\.assets_frontend"),
    _sign("odoo", STRONG, "class", r"\bo_wblog_|\boe_structure\b"),
    _sign("wix", NAMED, "generator", r"^wix\.com"),
    _sign("wix", NAMED, "header", r"^x-wix-request-id:"),
    _sign("wix", STRONG, "elsewhere", r"//static\.(?:wixstatic|parastorage)\.com/"),
    _sign("typo3", NAMED, "generator", r"^typo3"),
    _sign("typo3", STRONG, "asset", r"/typo3(?:temp|conf)/"),
    _sign("liferay", NAMED, "header", r"^liferay-portal:"),
    _sign("liferay", STRONG, "markup", r"liferay\.(?:themedisplay|portletkeys)"),
    _sign("october", STRONG, "cookie", r"^october_session$"),
    _sign("laravel", NAMED, "cookie", r"^laravel_session$"),
    _sign("laravel", STRONG, "cookie", r"^xsrf-token$"),
    _sign("laravel", NAMED, "markup", r"wire:(?:id|snapshot|initial-data)=|livewire(?:\.min)?\.js"),
    _sign("laravel", STRONG, "field", r"^_token$"),
    _sign("laravel", STRONG, "meta", r"^csrf-token=[a-z0-9]{40}$"),
    _sign(
        "laravel", WEAK, "asset", r"/storage/[\w/.-]+\.(?:jpe?g|png|webp)$|/build/assets/[\w-]+-[\w-]{8}\.(?:js|css)$"
    ),
    _sign("codeigniter", NAMED, "cookie", r"^ci_session$"),
    _sign("codeigniter", STRONG, "cookie", r"^csrf_cookie(?:_name)?$"),
    _sign("codeigniter", STRONG, "field", r"^(?:csrf_test_name|ci_csrf_token)$"),
    _sign("codeigniter", WEAK, "link", _FRONT),
    _sign("yii", NAMED, "asset", r"/assets/[0-9a-f]{6,8}/yii(?:\.\w+)*\.js|/yii\.js"),
    _sign("yii", STRONG, "meta", r"^csrf-param=(?:_csrf|yii_csrf_token)"),
    _sign("yii", STRONG, "field", r"^(?:_csrf(?:-frontend)?|yii_csrf_token)$"),
    _sign("yii", NAMED, "cookie", r"^(?:advanced-frontend|yii_csrf_token)$"),
    _sign("yii", STRONG, "cookie", r"^_csrf(?:-frontend)?$"),
    _sign("yii", STRONG, "link", r"/index\.php\?r=[a-z]+"),
    _sign("asp.net", NAMED, "field", r"^__viewstate$"),
    _sign("asp.net", NAMED, "header", r"^x-aspnet(?:mvc)?-version:"),
    _sign("next.js", NAMED, "markup", r"id=[\"']__next_data__|self\.__next_f"),
    _sign("next.js", STRONG, "asset", r"/_next/static/"),
    _sign("nuxt", NAMED, "markup", r"window\.__nuxt__|id=[\"']__nuxt"),
    _sign("nuxt", STRONG, "asset", r"/_nuxt/"),
)
