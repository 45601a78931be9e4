"""Generated article pages: stories x layouts x bylines x paragraph styles x surroundings x metadata, by a seed.

Some layouts and byline forms are kept aside: nobody tunes the extraction to them, and they are reported apart.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from tests.pages import around, styles
from tests.pages.facts import DAY, FORMS, MINUTE, Form
from tests.pages.layouts import LAYOUTS, Layout, Parts, title_markup
from tests.pages.stories import STORIES, Story

SEEN_AT = datetime(2025, 10, 7, 3, 15, tzinfo=UTC)
HOME_URL = around.HOME + "/"
ADDRESSES = (
    "/berita/{slug}",
    "/berita/detail/{id}/{slug}",
    "/berita/read/{id}",
    "/index.php/web/post/{id}/{slug}",
    None,
)


@dataclass(frozen=True)
class Made:
    """A page and the record expected from it; `recipe` names what it was made of."""

    html: str
    url: str | None
    expected: dict[str, Any]
    recipe: dict[str, str]
    kept_aside: bool


def make(seed: int, *, story: Story | None = None, layout: Layout | None = None, form: Form | None = None) -> Made:
    """The page of a seed; the same for the same seed always."""
    rng = random.Random(seed)
    drawn = rng.choice(STORIES)
    story = story or drawn
    layout = layout or rng.choice(LAYOUTS)
    form = form or rng.choice(FORMS)
    style = rng.choice(styles.STYLES)
    if style is styles.escaped and any(block.kind in ("image", "table") for block in story.blocks):
        style = styles.paragraphs
    metadata = rng.choice(around.METADATA)
    address = rng.choice(ADDRESSES)
    url = address and around.HOME + address.format(slug=story.slug, id=rng.randint(100, 9999))
    facts = form.make(story)
    where = "below" if form.below_body and rng.random() < 0.7 else "above"
    kicker = rng.choice(("", "badge", "link", "plain"))
    boxes = rng.sample(around.BOXES, rng.randint(0, 4))
    cut = rng.randint(0, len(boxes))
    tag = rng.choice(("h3", "h4", "h5", "b", "h2"))
    endings = [ending() for ending in rng.sample(around.ENDINGS, rng.randint(0, 2))]
    caption = rng.random() < 0.3
    body = style(story.blocks)
    if story.signature:
        body += f"<p>{story.signature}</p>"
    parts = Parts(
        rng=rng,
        head=metadata(story),
        top=around.top(rng),
        bottom=around.bottom(rng),
        title=story.title,
        title_html=title_markup(story.title),
        kicker=_kicker(kicker, story) if layout.name != "breadcrumb-path" else "",
        section=story.section,
        byline=facts.html if where == "above" else "",
        byline_below=facts.html if where == "below" else "",
        image=_image(caption, rng),
        body=body,
        ending="".join(endings),
        before="".join(box(tag) for box in boxes[:cut]),
        after="".join(box(tag) for box in boxes[cut:]),
        url=url or "/berita/" + story.slug,
    )
    html = layout.make(parts)
    if rng.random() < 0.3:
        html = re.sub(r">\s+<", "><", html)
    moment = story.published
    published = None
    if facts.precision:
        published = moment.date().isoformat()
        if facts.precision != DAY:
            clock = f"{moment:%H:%M}" if facts.precision == MINUTE else f"{moment:%H:%M:%S}"
            published += f"T{clock}+07:00"
    lines = [line for block in story.blocks for line in block.lines]
    if story.signature:
        lines.append(story.signature)
    section = story.section if kicker and layout.name != "breadcrumb-path" else facts.section
    if layout.name == "breadcrumb-path":
        section = facts.section or story.section
    if layout.name == "wordpress-block-theme":
        section = facts.section
    if layout.name == "section-heads":
        section = "BERITA"  # has no place for another; printed over the title
    expected = {
        "title": story.title,
        "author": facts.author or (story.author if story.signature else None),
        "published_at": published,
        "views": facts.views,
        "section": section,
        "body": lines,
    }
    recipe = {
        "story": story.slug[:20],
        "layout": layout.name,
        "form": form.name,
        "style": style.__name__,
        "metadata": metadata.__name__,
        "kicker": kicker,
        "url": str(address),
        "tag": tag,
        "boxes": ",".join(box.__name__ for box in boxes) + f"@{cut}",
        "where": where,
    }
    return Made(html, url, expected, recipe, layout.kept_aside or form.kept_aside)


def _kicker(kind: str, story: Story) -> str:
    return {
        "": "",
        "badge": f'<span class="badge bg-warning">{story.section}</span><br>',
        "link": f'<p><a href="/kategori/{story.section.lower()}" rel="category">{story.section}</a></p>',
        "plain": f"<div>{story.section}</div>",
    }[kind]


def _image(caption: bool, rng: random.Random) -> str:
    name = f"/uploads/berita/foto{rng.randint(1, 9999)}.jpg"
    if caption:
        return (
            f'<figure><img src="{name}" alt="">'
            "<figcaption>Foto: Dokumentasi Humas saat kegiatan berlangsung</figcaption></figure>"
        )
    return f'<div><img src="{name}" alt="img-berita"></div>'


def many(count: int, *, kept_aside: bool, start: int = 0) -> Iterator[Made]:
    """The first `count` pages of the tuned layouts and forms, or of those with one kept aside."""
    seed, found = start, 0
    while found < count:
        made = make(seed)
        seed += 1
        if made.kept_aside == kept_aside:
            found += 1
            yield made
