"""A page as it came from the server: bytes to text to tree, and what is wrong with it.

The only place where bytes are decoded. Everything after it sees text without NULs and a tree without comments.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass, field
from functools import cached_property

from lxml import etree

from blitar_scraper.addresses import clean_url
from blitar_scraper.items import Problem

# Government pages measured 10-200 kB; a page larger than this is read only so far.
LARGEST_PAGE = 8 * 1024 * 1024
# From 1 MB on a page is worth a look: pictures or a spammer's links are within its text.
LARGE_PAGE = 1_000_000

# First bytes of formats that servers send as text/html by mistake (WHATWG MIME Sniffing Standard, section 6).
_MAGIC = (
    b"\xff\xd8\xff",
    b"\x89PNG",
    b"GIF8",
    b"%PDF",
    b"PK\x03\x04",
    b"RIFF",
    b"\x1f\x8b",
    b"\xd0\xcf\x11\xe0",
    b"Rar!",
)
_META_CHARSET = re.compile(rb"""<meta[^>]{0,200}charset\s*=\s*["']?\s*([\w.:-]+)""", re.I)
_HEADER_CHARSET = re.compile(r"""charset\s*=\s*["']?\s*([\w.:-]+)""", re.I)
_BEYOND_ASCII = bytes(range(0x80, 0x100))
# A quote, a dash or a sign of windows-1252 between letters; in UTF-8 such a byte only follows another.
_LONE_SIGN = re.compile(rb"(?<![\x80-\xff])[\x80\x82-\x8c\x8e\x91-\x9c\x9e-\xbf](?![\x80-\xff])")
# Control characters that no HTML text may hold (tab, line feed, form feed and carriage return may).
_CONTROLS = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f\ufffe\uffff]")


_CONTROL_BYTES = bytes([*range(9), *range(14, 32)])
_EVERY_CONTROL_BYTE = _CONTROL_BYTES + b"\x0b\x7f"


@dataclass
class Page:
    """An HTML page: its bytes without content encoding, its address, its Content-Type header.

    `url` is None where the address is unknown; text that is no http(s) address counts as unknown. `base_url` resolves
    relative links where there is no address.
    """

    body: bytes
    url: str | None = None
    content_type: str | None = None
    base_url: str | None = field(default=None, kw_only=True)
    _addresses: dict[str, str | None] = field(default_factory=dict, init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        if self.url is not None and clean_url(self.url) is None:
            self.url = None

    @cached_property
    def is_html(self) -> bool:
        """Whether the bytes can be a page at all, whatever the server calls them."""
        head = self.body[:2048]
        if head.startswith(_MAGIC) or not head.strip():
            return False
        if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
            return True
        # A page has a tag; one control byte in ten is more than any text measured has.
        controls = len(head) - len(head.translate(None, _CONTROL_BYTES))
        return b"<" in self.body[:65536] and controls * 10 < len(head)

    @cached_property
    def _decoded(self) -> tuple[str, bytes, tuple[Problem, ...]]:
        """The text, the same in UTF-8, and what is wrong with it."""
        body = self.body[:LARGEST_PAGE]
        text, problem, is_utf8 = _decode(body, self.content_type)
        problems = [problem] if problem else []
        if len(self.body) > LARGE_PAGE:
            problems.append(Problem("page-large", None, f"{len(self.body)} bytes"))
        if len(self.body) > LARGEST_PAGE:
            problems.append(Problem("page-too-large", None, f"{len(self.body)} bytes, read to {LARGEST_PAGE}"))
        if _is_cut(text):
            problems.append(Problem("html-truncated", None, "ends within a tag or without </body> and </html>"))
        # Making these bytes anew takes a hundredth of the time of reading the page.
        encoded = body if is_utf8 else text.encode("utf-8", "replace")
        if _may_hold_controls(text, encoded) and len(cleaned := _CONTROLS.sub("", text)) != len(text):
            problems.append(Problem("control-characters", None, f"{len(text) - len(cleaned)} removed"))
            text, encoded = cleaned, cleaned.encode("utf-8", "replace")
        return text, encoded, tuple(problems)

    @property
    def text(self) -> str:
        """The page's text, without NULs and other characters that no text may hold."""
        return self._decoded[0]

    @cached_property
    def problems(self) -> tuple[Problem, ...]:
        """What is wrong with the page as a whole; never empty where there is no `root`."""
        if self.root is None and self.is_html:
            return (Problem("not-html", None, "no markup", self.url),)
        if not self.is_html:
            what = "empty" if not self.body.strip() else "not a page"
            return (Problem("not-html", None, f"{what}: {self.body[:8]!r}, sent as {self.content_type}", self.url),)
        return self._decoded[2]

    @cached_property
    def root(self) -> etree._Element | None:
        """The tree's root, comments left out; None where there is no page. Do not change it: it is read by several."""
        if not self.is_html or not self.text.strip():
            return None
        # A parser of its own for each page: encoding given, so that a lying <meta> is not believed.
        parser = etree.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=False)
        try:
            root = etree.fromstring(self._decoded[1], parser)
        except etree.LxmlError:
            return None
        return root

    @cached_property
    def links(self) -> frozenset[str]:
        """Where all links of the page lead, as written: what two pages of one site have in common is menu"
        " and footer."""
        if self.root is None:
            return frozenset()
        return frozenset(str(link.get("href")) for link in self.root.iter("a") if link.get("href"))

    def address(self, link: str | None) -> str | None:
        """The absolute address of a link on this page, or None where it is none."""
        if not link:
            return None
        if link not in self._addresses:  # a page asks for the same few links many times
            self._addresses[link] = clean_url(link, self._link_base)
        return self._addresses[link]

    @cached_property
    def _link_base(self) -> str | None:
        here = self.url or self.base_url
        if self.root is not None and (base := self.root.find(".//base[@href]")) is not None:
            return clean_url(str(base.get("href")), here) or here
        return here


def decode(body: bytes, content_type: str | None = None) -> tuple[str, Problem | None]:
    """The text of the bytes, and a problem where the declared encoding was not the real one.

    The order: byte-order mark; valid UTF-8 with multi-byte characters (which other encodings hardly ever are by
    chance); the Content-Type header; <meta charset>; windows-1252, which has a character for almost every byte.
    """
    return _decode(body, content_type)[:2]


def _decode(body: bytes, content_type: str | None) -> tuple[str, Problem | None, bool]:
    """As `decode`, and whether the bytes are the text's own in UTF-8."""
    for bom, name in (
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
    ):
        if body.startswith(bom):
            return body[len(bom) :].decode(name, "replace"), None, False
    declared = _declared_encoding(body, content_type)
    if body.isascii():
        return body.decode("ascii"), None, True
    try:
        text = body.decode("utf-8")
    except UnicodeDecodeError:
        return *_decode_broken(body, declared), False
    if declared not in (None, "utf-8"):
        return text, Problem("charset-wrong", None, f"declared {declared}, is utf-8"), True
    return text, None, True


def _declared_encoding(body: bytes, content_type: str | None) -> str | None:
    match = _HEADER_CHARSET.search(content_type or "")
    name = match[1] if match else None
    if name is None and (meta := _META_CHARSET.search(body[:4096])):
        name = meta[1].decode("ascii", "replace")
    try:
        found = codecs.lookup(name).name if name else None
    except LookupError:
        return None
    # WHATWG Encoding Standard, 4.2: what calls itself latin-1 or ascii is windows-1252.
    return "cp1252" if found in ("iso8859-1", "ascii") else found


def _decode_broken(body: bytes, declared: str | None) -> tuple[str, Problem | None]:
    """Bytes that are not UTF-8: mostly UTF-8 with a few broken characters, or another encoding altogether."""
    replaced = body.decode("utf-8", "replace")
    broken = replaced.count("\ufffd")
    whole = sum(ord(character) > 127 for character in replaced) - broken
    # Text in a one-byte encoding hardly ever holds whole UTF-8 sequences: one for each broken one decides. What is
    # broken of UTF-8 has the first byte of a character, or several; windows-1252's quotes and dashes stand alone.
    signs = len(body) - len(body.translate(None, _BEYOND_ASCII))
    are_lone_signs = whole == 0 and len(_LONE_SIGN.findall(body)) == signs
    if whole >= broken or (declared == "utf-8" and broken <= 3 and not are_lone_signs):
        return replaced, Problem("bytes-undecodable", None, f"{broken} characters replaced in utf-8 text")
    encoding = declared if declared not in (None, "utf-8") else "cp1252"
    assert encoding is not None
    try:
        text = body.decode(encoding, "replace")
    except (LookupError, UnicodeError):
        encoding, text = "cp1252", body.decode("cp1252", "replace")
    if encoding != declared and declared is not None:
        return text, Problem("charset-wrong", None, f"declared {declared}, read as {encoding}")
    return text, None


def _may_hold_controls(text: str, encoded: bytes) -> bool:
    """Whether a text holds one of `_CONTROLS`, or perhaps one of those beyond ASCII: hardly any page does.

    `encoded` is the text in UTF-8: bytes are searched ten times as fast, and what is no ASCII holds no such bytes.
    """
    if not text.isascii() and ("\ufffe" in text or "\uffff" in text):
        return True
    return len(encoded.translate(None, _EVERY_CONTROL_BYTE)) != len(encoded)


def _is_cut(text: str) -> bool:
    tail = text[-2000:].lower()
    if tail.rfind("<") > tail.rfind(">"):
        return True
    if "</body" in tail or "</html" in tail:
        return False
    head = text[:20_000].lower()
    return "<html" in head and "<body" in head
