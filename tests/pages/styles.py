"""The text of an article as editors leave it: paragraphs, line breaks, Word's paste, escaped markup."""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Iterable
from html import escape

from tests.pages.stories import Block

Style = Callable[[Iterable[Block]], str]


def _html(text: str) -> str:
    return escape(text, quote=False)


def _rich(block: Block) -> str:
    """The blocks that look alike in every style."""
    if block.kind == "h":
        return f"<h3>{_html(block.text)}</h3>"
    if block.kind in ("ul", "ol"):
        items = "".join(f"<li>{_html(row[0])}</li>" for row in block.rows)
        return f"<{block.kind}>{items}</{block.kind}>"
    if block.kind == "table":
        rows = "".join("<tr>" + "".join(f"<td>{_html(cell)}</td>" for cell in row) + "</tr>" for row in block.rows)
        return f'<table border="1"><tbody>{rows}</tbody></table>'
    if block.kind == "quote":
        return f"<blockquote><p>{_html(block.text)}</p></blockquote>"
    if block.kind == "image":
        return (
            f'<figure><img src="/uploads/isi/suasana.jpg" alt=""><figcaption>{_html(block.text)}</figcaption></figure>'
        )
    if block.kind == "also":
        return f'<p><strong>Baca juga: <a href="/berita/pasar-murah-sukorejo">{_html(block.text)}</a></strong></p>'
    raise ValueError(block.kind)


def _each(blocks: Iterable[Block], paragraph: Callable[[str], str], between: str = "\n") -> str:
    return between.join(paragraph(_html(b.text)) if b.kind == "p" else _rich(b) for b in blocks)


def paragraphs(blocks: Iterable[Block]) -> str:
    return _each(blocks, lambda text: f"<p>{text}</p>")


def justified(blocks: Iterable[Block]) -> str:
    return _each(blocks, lambda text: f'<p style="text-align: justify;"><span style="font-size:14px">{text}</span></p>')


def indented(blocks: Iterable[Block]) -> str:
    return _each(blocks, lambda text: "<p>\n" + textwrap.indent(textwrap.fill(text, 90), "      ") + "\n    </p>")


def padded(blocks: Iterable[Block]) -> str:
    return _each(blocks, lambda text: f"<p>{text}&nbsp;</p>", "\n<p>&nbsp;</p>\n")


def broken_twice(blocks: Iterable[Block]) -> str:
    return _each(blocks, lambda text: text, "<br><br>\n")


def broken_once(blocks: Iterable[Block]) -> str:
    return _each(blocks, lambda text: text, "<br />\n")


def divs(blocks: Iterable[Block]) -> str:
    return _each(blocks, lambda text: f"<div>{text}</div>", "<div><br></div>")


def word(blocks: Iterable[Block]) -> str:
    return _each(
        blocks,
        lambda text: (
            '<p class="MsoNormal" style="text-align:justify"><span lang="IN" style=\'font-size:12.0pt\'>'
            + text.replace(" ", " <span>", 1).replace(". ", "</span>. ", 1)
            + "<o:p></o:p></span></p>"
        ),
        '<p class="MsoNormal"><o:p>&nbsp;</o:p></p>',
    )


def escaped(blocks: Iterable[Block]) -> str:
    """Stored escaped and shown as it is: `&lt;p&gt;`. Only for texts of paragraphs; a pointer would be shown too."""
    return escape(paragraphs(block for block in blocks if block.kind != "also"), quote=False)


def unclosed(blocks: Iterable[Block]) -> str:
    return _each(blocks, lambda text: f"<P>{text}", "\n")


def one_paragraph_with_breaks(blocks: Iterable[Block]) -> str:
    parts: list[str] = []
    open_ = False
    for block in blocks:
        if block.kind == "p":
            parts.append(("<br><br>" if open_ else "<p>") + _html(block.text))
            open_ = True
        else:
            parts.append(("</p>" if open_ else "") + _rich(block))
            open_ = False
    return "".join(parts) + ("</p>" if open_ else "")


STYLES: tuple[Style, ...] = (
    paragraphs,
    justified,
    indented,
    padded,
    broken_twice,
    broken_once,
    divs,
    word,
    escaped,
    unclosed,
    one_paragraph_with_breaks,
)
