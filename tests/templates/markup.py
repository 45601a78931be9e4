"""The text of an article as editors leave it: in paragraphs, with line breaks, pasted from a word processor."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable
from html import escape

from tests.templates.facts import Block, Facts


def e(text: str) -> str:
    """Text as HTML."""
    return escape(text, quote=False)


def paragraphs(text: str) -> str:
    return f"<p>{e(text)}</p>\n"


def justified(text: str) -> str:
    return f'<p style="text-align: justify;"><span style="font-family: arial;">{e(text)}</span>&nbsp;</p>\n'


def spaced(text: str) -> str:
    return f"<p>{e(text)}</p>\n<p>&nbsp;</p>\n"


def lines(text: str) -> str:
    return f"{e(text)}<br />\n<br />\n"


def divs(text: str) -> str:
    return f'<div dir="auto">{e(text)}</div>\n<div dir="auto">&nbsp;</div>\n'


def pasted(text: str) -> str:
    words = e(text).split(" ")
    cut = max(len(words) // 2, 1)
    return (
        f'<p class="MsoNormal" style="line-height:150%"><span lang="EN-US">{" ".join(words[:cut])} '
        f'<span style="mso-spacerun:yes"></span>{" ".join(words[cut:])}<o:p></o:p></span></p>\n'
    )


def unclosed(text: str) -> str:
    return f"<P>{e(text)}\n"


def formatted(text: str) -> str:
    """As a formatter of templates leaves it: broken into short source lines."""
    words, rows, row = e(text).split(" "), [], ""
    for word in words:
        if len(row) > 70:
            rows.append(row)
            row = ""
        row = f"{row} {word}".strip()
    return "<p>\n" + "".join(f"            {line}\n" for line in [*rows, row]) + "        </p>\n"


def gutenberg(text: str) -> str:
    return f'\n<p class="wp-block-paragraph">{e(text)}</p>\n\n'


Style = Callable[[str], str]
STYLES: tuple[Style, ...] = (paragraphs, paragraphs, justified, spaced, lines, divs, pasted, unclosed, formatted)


def rich(block: Block, href: str = "/") -> str:
    """A block that is no plain paragraph."""
    if block.kind == "h":
        return f"<h3>{e(block.text)}</h3>\n"
    if block.kind in ("ul", "ol"):
        return f"<{block.kind}>{''.join(f'<li>{e(row[0])}</li>' for row in block.rows)}</{block.kind}>\n"
    if block.kind == "table":
        head, *rows = block.rows
        body = "".join("<tr>" + "".join(f"<td>{e(cell)}</td>" for cell in row) + "</tr>\n" for row in rows)
        cells = "".join(f"<th>{e(cell)}</th>" for cell in head)
        return f'<table class="table table-bordered"><thead><tr>{cells}</tr></thead><tbody>{body}</tbody></table>\n'
    if block.kind == "quote":
        return f"<blockquote><p>{e(block.text)}</p></blockquote>\n"
    if block.kind == "image":
        caption = f"<figcaption>{e(block.text)}</figcaption>"
        return f'<figure class="image"><img src="/media/isi/{len(block.text)}.jpg" alt="">{caption}</figure>\n'
    if block.kind == "also":
        return f'<p><strong>Baca juga: <a href="{href}">{e(block.text)}</a></strong></p>\n'
    raise ValueError(block.kind)


def text(facts: Facts, rng: random.Random, style: Style | None = None, *, signed: bool = True) -> str:
    """The whole text of an article in one style (one at random), its signature as the last paragraph."""
    chosen = style or rng.choice(STYLES)
    return blocks_html(facts.blocks, chosen, facts) + (chosen(facts.signature) if signed and facts.signature else "")


def blocks_html(blocks: Iterable[Block], style: Style, facts: Facts) -> str:
    href = f"{facts.home}/{facts.others[0].slug}"
    return "".join(style(block.text) if block.kind == "p" else rich(block, href) for block in blocks)
