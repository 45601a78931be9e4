"""Addresses: one spelling for each, and what identifies an article for good.

Two spellings are told apart here: `clean_url` gives the address that is requested and stored (it changes
only what cannot change the answer), `address_key` gives what two addresses of one page have in common.
"""

from __future__ import annotations

import base64
import hashlib
import re
from functools import lru_cache
from urllib.parse import parse_qsl, quote, unquote, urlencode, urljoin, urlsplit, urlunsplit

# Parameters that only say where the reader came from (Google, Facebook, newsletter tools).
TRACKING_PARAMETERS = re.compile(r"^(utm_\w+|fbclid|gclid|dclid|msclkid|mc_[ce]id|igshid|_ga|ref_src|share)$")
_DEFAULT_PORTS = {"http": 80, "https": 443}
# RFC 3986 reserved and unreserved characters, and the percent sign of what is already quoted.
_SAFE = "/:@!$&'()*+,;=~-._%"


def clean_url(url: str, base: str | None = None) -> str | None:
    """The absolute http(s) address of a link, or None where it is none.

    Removed: fragment, tracking parameters, default port, white space and control characters; the host is
    lower case. Kept: everything that a server may look at, so scheme, `www.`, trailing slash, order of the query.
    """
    if (clean := _clean_already(url, base)) is not None:
        return clean
    url = re.sub(r"[\x00-\x1f\x7f\ud800-\udfff]+", "", url.strip())
    if not url:
        return None
    try:
        parts = urlsplit(urljoin(base, url) if base else url)
        host, port = parts.hostname, parts.port
    except ValueError:
        return None
    scheme = parts.scheme.lower()
    if scheme not in _DEFAULT_PORTS or not host:
        return None
    host = host.lower().rstrip(".")
    if ":" in host:  # IPv6
        host = f"[{host}]"
    netloc = host if port in (None, _DEFAULT_PORTS[scheme]) else f"{host}:{port}"
    query = parts.query
    if query and any(TRACKING_PARAMETERS.match(name) for name, _ in parse_qsl(query, keep_blank_values=True)):
        pairs = parse_qsl(query, keep_blank_values=True)
        query = urlencode([(name, value) for name, value in pairs if not TRACKING_PARAMETERS.match(name)])
    return urlunsplit((scheme, netloc, quote(parts.path, safe=_SAFE) or "/", quote(query, safe=_SAFE + "?"), ""))


# What most links are: a host in small letters and a path without anything that has to be resolved, quoted or removed.
_PLAIN_HOST = re.compile(r"https?://[a-z0-9.-]*[a-z0-9](?::(?!(?:80|443)(?!\d))(?:[1-9]\d{0,3}|[1-5]\d{4}))?(?=/|$)")
_PLAIN_PATH = re.compile(r"(?:/[a-zA-Z0-9_~-][a-zA-Z0-9_~.-]*)+/?|/")


def _clean_already(url: str, base: str | None) -> str | None:
    """What `clean_url` makes of a link of the plainest kind, without the work of parsing it; None for any other."""
    if url.startswith("/"):
        host = _PLAIN_HOST.match(base) if base else None
        return host[0] + url if host and _PLAIN_PATH.fullmatch(url) else None
    host = _PLAIN_HOST.match(url)
    return url if host and _PLAIN_PATH.fullmatch(url, host.end()) else None


# An address is asked about some twenty times on its way from a sitemap into the archive, mostly within one part of 500.
@lru_cache(maxsize=4096)
def address_key(url: str) -> str:
    """What two spellings of one page's address have in common.

    http and https, with or without `www.`, with or without a trailing slash or `index.php` at the end of the path
    are one page on every server known to us. The query counts, its order does not.
    """
    cleaned = clean_url(url)
    if cleaned is None:
        return url
    parts = urlsplit(cleaned)
    host = parts.netloc.removeprefix("www.")
    path = re.sub(r"/(index\.(php|html?))?$", "", parts.path)
    query = urlencode(sorted(parse_qsl(parts.query, keep_blank_values=True)))
    return f"{host}{path}" + (f"?{query}" if query else "")


def uid_of(url: str) -> str:
    """The short, citable name of the article first seen at this address: 12 letters and digits.

    60 bits of SHA-256: among 10 million articles the chance that any two share one is about 1 in 20,000.
    """
    digest = hashlib.sha256(address_key(url).encode()).digest()
    return base64.b32encode(digest)[:12].decode().lower()


def host_of(url: str) -> str:
    """Host and port without `www.`: what two pages of one site have in common."""
    return urlsplit(clean_url(url) or "").netloc.removeprefix("www.")


def same_site(url: str, home_url: str) -> bool:
    """Whether the address is on the site's own host (`www.` or not); an agency's sub-domain is another site."""
    return host_of(url) == host_of(home_url)


def is_home(url: str, home_url: str) -> bool:
    """Whether the address is the site's home page."""
    return address_key(url) == address_key(home_url)


def shape_of(url: str) -> tuple[str, ...]:
    """What the addresses of one kind of page have in common: the folders, with numbers and the last segment made alike.

    `/2024/09/27/slug/` and `/2025/1/3/other/` are `("0", "0", "0", "*")`; `/berita/12` and `/berita/13` are
    `("berita", "0")`; the names of a query's parameters come last.
    """
    parts = urlsplit(url)
    segments = [segment for segment in parts.path.split("/") if segment]
    kinds = [re.sub(r"\d+", "0", segment) if re.search(r"\d", segment) else segment for segment in segments[:-1]]
    last = "0" if segments and segments[-1].isdigit() else "*"
    query = sorted(name for name, _ in parse_qsl(parts.query))
    return (*kinds, last, *query)


def tails(url: str) -> list[str]:
    """The address without the first folder of its path, without the first two, ...: two segments are left at least.

    `/first/artikel/2020/5/3/slug` of OpenSID, `/index.php/berita/slug`, `/id/berita/slug` are often second ways to the
    address that is left.
    """
    parts = urlsplit(url)
    segments = parts.path.split("/")[1:]
    rests = (segments[start:] for start in range(1, len(segments) - 1))
    return [urlunsplit(parts._replace(path="/" + "/".join(rest))) for rest in rests if all(rest[:-1])]


_SUFFIX = re.compile(r"\.(?:html?|php|aspx?|jsp)$", re.I)


def may_name_one_article(one: str, other: str) -> bool:
    """Whether two addresses can be two ways to one article: print and mobile views, further segments, section folders.

    It needs the text to say that they are: this is only what makes it possible. So can be: the same path, where one
    query has all parameters of the other (`?print=1`); one path that goes on from the other (`/slug/amp`,
    `/15519/to_top`) or ends with it (`/first/artikel/2020/5/3/slug`, `/artikel/2020/5/3/slug`); the same number, or a
    slug of three words and more, at the end of both (`/cetakberita/240`, `/detailberita/240`; `/berita/slug`,
    `/kategori/sosial/slug.html`). Folders with other numbers name another article: its id, its day (`/12/slug`,
    `/57/slug`; each year's `/2025/3/1/jadwal-imsakiyah-ramadan`).
    """
    if host_of(one) != host_of(other):
        return False
    first, second = (urlsplit("http://" + address_key(url)) for url in (one, other))
    queries = set(parse_qsl(first.query)), set(parse_qsl(second.query))
    if not (queries[0] <= queries[1] or queries[1] <= queries[0]):
        return False
    # `%e2` and `%E2` are one letter (RFC 3986, 2.1), which a link has in the one spelling and a sitemap in the other.
    paths = [[unquote(part) for part in parts.path.split("/") if part] for parts in (first, second)]
    short, long = sorted(paths, key=len)
    if not short or long[: len(short)] == short:
        return bool(short) or not long
    if len(short) >= 2 and long[-len(short) :] == short:
        return True
    numbers = [{int(number) for part in path[:-1] for number in re.findall(r"[0-9]{1,18}", part)} for path in paths]
    if not (numbers[0] <= numbers[1] or numbers[1] <= numbers[0]):
        return False
    ends = [_SUFFIX.sub("", path[-1]) for path in paths]
    return ends[0] == ends[1] and (ends[0].isdigit() or len(re.split(r"[-_]+", ends[0])) >= 3)
