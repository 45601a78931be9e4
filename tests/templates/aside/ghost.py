"""Ghost, as small agencies' blogs use it."""
# ruff: noqa: E501 -- markup reads better unbroken

from __future__ import annotations

import json
import random

from tests.templates.aside.writing import e, footer, listed, page, plain
from tests.templates.facts import Facts
from tests.templates.made import Printed, record, template
from tests.templates.printing import ENGLISH, machine


@template("ghost")
def ghost_casper(f: Facts, rng: random.Random) -> Printed:
    """Tag above the title, author with portrait, "27 Sep 2024 — 3 min read"; JSON-LD with name and moment; no counter."""
    data = {
        "@context": "https://schema.org",
        "@type": "Article",
        "publisher": {"@type": "Organization", "name": f.agency},
        "author": {"@type": "Person", "name": f.author},
        "headline": f.title,
        "datePublished": machine(f.published, f),
        "dateModified": machine(f.modified, f),
    }
    content = f"""<div class="viewport"><header id="gh-head" class="gh-head outer"><a class="gh-head-logo" href="/">{e(f.agency)}</a></header><main id="site-main" class="site-main"><article class="article post">
<header class="article-header gh-canvas"><div class="article-tag post-card-tags"><span class="post-card-primary-tag"><a href="/tag/x/">{f.section}</a></span></div><h1 class="article-title">{e(f.title)}</h1>
<div class="article-byline"><section class="article-byline-content"><ul class="author-list"><li class="author-list-item"><a href="/author/x/" class="author-avatar"><img class="author-profile-image" src="/p.png" alt="{e(f.author)}" /></a></li></ul><div class="article-byline-meta"><h4 class="author-name"><a href="/author/x/">{e(f.author)}</a></h4><div class="byline-meta-content"><time class="byline-meta-date" datetime="{f.published:%Y-%m-%d}">{f.published:%d} {ENGLISH[f.published.month - 1][:3]} {f.published.year}</time><span class="byline-reading-time"><span class="bull">—</span> 3 min read</span></div></div></section></div>
<figure class="article-image"><img src="/content/images/{f.image}" alt="" /><figcaption>{e(f.caption)}</figcaption></figure></header>
<section class="gh-content gh-canvas">
{plain(f)}
</section></article>
<section class="footer-cta outer"><h2 class="footer-cta-title">Sign up for more like this.</h2><div>Enter your email</div></section>
<aside class="read-more-wrap outer"><div class="read-more inner">{listed(f.others[:3], lambda o: f'<article class="post-card"><h2 class="post-card-title">{e(o.title)}</h2><div class="post-card-excerpt">{e(o.teaser)}</div><footer class="post-card-meta"><time class="post-card-meta-date" datetime="{o.published:%Y-%m-%d}">{o.published:%d} {ENGLISH[o.published.month - 1][:3]} {o.published.year}</time> <span class="post-card-meta-length">2 min read</span></footer></article>')}</div></aside></main>{footer(f)}</div>"""
    head = f'<script type="application/ld+json">{json.dumps(data)}</script>'
    return Printed(
        page(f, content, head=head, title=f.title),
        f"/{f.slug}/",
        record(f, author=f.author, date="day", section=f.section),
    )
