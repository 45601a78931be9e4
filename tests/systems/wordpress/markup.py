"""Texts as WordPress' two editors store them: blocks with their comments, and the markup of the classic editor."""

from __future__ import annotations

from collections.abc import Callable, Sequence

BAND = ("Kecamatan|Peserta|Juara", "Sukorejo|121|3", "Kepanjenkidul|94|2", "Sananwetan|140|5")
ITEMS = ("Fotokopi KTP dan kartu keluarga", "Pas foto berwarna ukuran 3x4", "Surat keterangan dari kelurahan")
NEXT_PAGE = "<!-- wp:nextpage -->\n<!--nextpage-->\n<!-- /wp:nextpage -->"
QUOTE = "Gotong royong bukan sekadar semboyan, melainkan cara kita bekerja setiap hari."


def block(name: str, html: str, attributes: str = "") -> str:
    return f"<!-- wp:{name} {attributes}{' ' if attributes else ''}-->\n{html}\n<!-- /wp:{name} -->"


def paragraph(text: str) -> str:
    return block("paragraph", f"<p>{text}</p>")


def _table_rows(cell: str, rows: Sequence[str]) -> str:
    return "".join("<tr>" + "".join(f"<{cell}>{value}</{cell}>" for value in row.split("|")) + "</tr>" for row in rows)


def _heading(image: str) -> str:
    return block("heading", '<h2 class="wp-block-heading">Latar Belakang</h2>')


def _list(image: str) -> str:
    items = "\n".join(block("list-item", f"<li>{item}</li>") for item in ITEMS)
    return paragraph("Persyaratan yang harus dibawa:") + "\n\n" + block("list", f"<ul>{items}</ul>")


def _ordered(image: str) -> str:
    items = "\n".join(block("list-item", f"<li>Kelurahan {name}</li>") for name in ("Gedog", "Turi", "Bendo"))
    return paragraph("Urutan pemenang lomba:") + "\n\n" + block("list", f"<ol>{items}</ol>", '{"ordered":true}')


def _table(image: str) -> str:
    rows = f"<thead>{_table_rows('th', BAND[:1])}</thead><tbody>{_table_rows('td', BAND[1:])}</tbody>"
    caption = '<figcaption class="wp-element-caption">Sumber: panitia</figcaption>'
    return block("table", f'<figure class="wp-block-table"><table>{rows}</table>{caption}</figure>')


def _quote(image: str) -> str:
    html = f'<blockquote class="wp-block-quote">{paragraph(QUOTE)}<cite>Wali Kota</cite></blockquote>'
    return block("quote", html)


def _pullquote(image: str) -> str:
    html = f'<figure class="wp-block-pullquote"><blockquote><p>{QUOTE}</p></blockquote></figure>'
    return block("pullquote", html)


def _image(image: str) -> str:
    caption = '<figcaption class="wp-element-caption">Suasana kegiatan di balai kelurahan (Foto: Humas)</figcaption>'
    picture = f'<img src="{{{{url:{image}}}}}" alt="" class="wp-image-{{{{id:{image}}}}}"/>'
    attributes = f'{{"id":{{{{id:{image}}}}},"sizeSlug":"large","linkDestination":"none"}}'
    return block("image", f'<figure class="wp-block-image size-large">{picture}{caption}</figure>', attributes)


def _gallery(image: str) -> str:
    pictures = "\n".join(
        block(
            "image",
            f'<figure class="wp-block-image size-large"><a href="{{{{page:{image}}}}}"><img src="{{{{url:{image}}}}}"'
            f' alt="" class="wp-image-{{{{id:{image}}}}}"/></a></figure>',
            f'{{"id":{{{{id:{image}}}}},"linkDestination":"attachment"}}',
        )
        for _ in range(3)
    )
    html = f'<figure class="wp-block-gallery has-nested-images columns-default is-cropped">{pictures}</figure>'
    return block("gallery", html, '{"linkTo":"attachment"}')


def _columns(image: str) -> str:
    texts = ("Kolom kiri memuat jadwal pelayanan pagi.", "Kolom kanan memuat jadwal pelayanan sore.")
    columns = "\n".join(block("column", f'<div class="wp-block-column">{paragraph(text)}</div>') for text in texts)
    return block("columns", f'<div class="wp-block-columns">{columns}</div>')


def _file(image: str) -> str:
    # The editor's own block for a document: its name, and a button to get it.
    html = (
        '<div class="wp-block-file"><a href="{{url:%s}}">Surat Edaran Wali Kota</a>'
        '<a href="{{url:%s}}" class="wp-block-file__button wp-element-button" download>Unduh</a></div>'
    )
    return block("file", html % (image, image), f'{{"id":{{{{id:{image}}}}}}}')


def _video(image: str) -> str:
    html = '<iframe src="https://video.invalid/embed/1" title="Video kegiatan" width="560" height="315"></iframe>'
    return block("html", html)


def _separated(image: str) -> str:
    line = block("separator", '<hr class="wp-block-separator has-alpha-channel-opacity"/>')
    return f"{line}\n\n{paragraph('<em>Liputan: Tim Media Center</em>')}"


def _preformatted(image: str) -> str:
    return block("preformatted", '<pre class="wp-block-preformatted">Senin: 08.00-15.00\nJumat: 08.00-11.00</pre>')


BLOCK_EXTRAS: tuple[Callable[[str], str], ...] = (
    _heading, _list, _ordered, _table, _quote, _pullquote, _image, _gallery, _columns, _file, _video, _separated,
    _preformatted,
)  # fmt: skip


def blocks(texts: Sequence[str], extra: Callable[[str], str] | None, image: str) -> str:
    parts = [paragraph(text) for text in texts]
    if extra is not None:
        parts.insert((len(parts) + 1) // 2, extra(image))
    return "\n\n".join(parts)


def classic(texts: Sequence[str], extra: Callable[[str], str] | None, image: str) -> str:
    """As typed into the classic editor: empty lines part the paragraphs, WordPress adds the <p> when it shows them."""
    place, dash, rest = texts[0].partition(" – ")
    parts = [f"<strong>{place}</strong>{dash}{rest}", *texts[1:]]
    if extra is not None:
        parts.insert((len(parts) + 1) // 2, extra(image))
    return "\r\n\r\n".join(parts)


def word(texts: Sequence[str], extra: Callable[[str], str] | None, image: str) -> str:
    """As pasted from a word processor."""
    style = 'style="text-align: justify; line-height: 150%; mso-bidi-font-weight: bold;"'
    span = '<span style="font-size: 12.0pt; font-family: \'Bookman Old Style\',serif;" lang="IN">'
    return "\n".join(f'<p class="MsoNormal" {style}>{span}{text}<o:p></o:p></span></p>\n&nbsp;' for text in texts)


def divisions(texts: Sequence[str], extra: Callable[[str], str] | None, image: str) -> str:
    """As pasted from a chat or a social network."""
    lines = "".join(f'<div dir="auto">{text}</div>\n<div dir="auto"></div>\n' for text in texts)
    return f'<div class="x11i5rnm xat24cr x1mh8g0r">{lines}</div>'


def _classic_heading(image: str) -> str:
    return "<h3><strong>Tahapan Berikutnya</strong></h3>"


def _classic_list(image: str) -> str:
    return "<ol>\n" + "\n".join(f" \t<li>{item}</li>" for item in ITEMS) + "\n</ol>"


def _classic_table(image: str) -> str:
    return f'<table border="1" width="100%">\n<tbody>\n{_table_rows("td", BAND)}\n</tbody>\n</table>'


def _classic_quote(image: str) -> str:
    return f"<blockquote>{QUOTE}</blockquote>"


def _caption(image: str) -> str:
    picture = f'<img class="size-large wp-image-{{{{id:{image}}}}}" src="{{{{url:{image}}}}}" alt="" width="640" />'
    return (
        f'[caption id="attachment_{{{{id:{image}}}}}" align="aligncenter" width="640"]'
        f'<a href="{{{{page:{image}}}}}">{picture}</a> Penyerahan bantuan secara simbolis[/caption]'
    )


def _gallery_shortcode(image: str) -> str:
    return f'[gallery ids="{{{{id:{image}}}}},{{{{id:{image}}}}}"]'


def _classic_image(image: str) -> str:
    return f'<img class="aligncenter wp-image-{{{{id:{image}}}}}" src="{{{{url:{image}}}}}" alt="Dokumentasi" />'


def _more(image: str) -> str:
    return "<!--more-->"


def _read_also(image: str) -> str:
    return '<strong>Baca juga: <a href="/2020/01/02/arsip/">Jadwal Pelayanan Mobil Keliling</a></strong>'


CLASSIC_EXTRAS: tuple[Callable[[str], str], ...] = (
    _classic_heading, _classic_list, _classic_table, _classic_quote, _caption, _gallery_shortcode, _classic_image,
    _more, _read_also,
)  # fmt: skip
