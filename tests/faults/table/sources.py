"""What a site says to machines: robots.txt, feeds, WordPress' REST."""

from __future__ import annotations

import json

from tests.faults.fault import Fault
from tests.faults.row import Row, of_page, of_site
from tests.faults.site import Answer, NewsSite, html

_BLOCKED = of_site("blocked")
_FORBIDDEN = (_BLOCKED, of_page("robots-disallowed"))
TEXT = {"Content-Type": "text/plain"}
JSON = {"Content-Type": "application/json; charset=UTF-8"}
_HUGE = b"User-agent: bot-%d\nDisallow: /\n"


def _robots(text: str, status: int = 200) -> Fault:
    return Fault(where="robots", answer=Answer(status, TEXT, text.encode()))


def _cut_in_half(answer: Answer) -> Answer:
    return Answer(answer.status, answer.headers, answer.body[: len(answer.body) // 2])


def _says_a_thousand_pages(answer: Answer) -> Answer:
    return Answer(answer.status, {**answer.headers, "X-WP-TotalPages": "1000", "X-WP-Total": "100000"}, answer.body)


def _tells_other_things(answer: Answer) -> Answer:
    """Titles, dates and authors of a known article that its page does not have, as a wrong plugin says them."""
    known = NewsSite().known
    posts = json.loads(answer.body)
    lie = {
        "link": posts[0]["link"].rpartition("/")[0] + "/" + known.slug if posts else f"/berita/{known.slug}",
        "title": {"rendered": "Judul yang lain sama sekali"},
        "date": "2019-01-01T00:00:00",
        "modified_gmt": "2026-03-09T01:00:00",
        "status": "publish",
        "type": "post",
    }
    return Answer(answer.status, answer.headers, json.dumps([lie, *posts]).encode())


ROWS = (
    Row(
        "robots-500",
        "The server fails to give robots.txt.",
        "Takes it for a no, as RFC 9309 asks, and asks for nothing else.",
        4,
        (of_site("unreachable"), of_page("robots-unavailable")),
        reason="robots.txt",
        faults=(_robots("kesalahan", 500),),
        most_requests=4,
    ),
    Row(
        "robots-forbids-all",
        "robots.txt forbids everything.",
        "Asks for nothing else.",
        4,
        _FORBIDDEN,
        reason="robots.txt",
        faults=(_robots("User-agent: *\nDisallow: /\n"),),
        most_requests=1,
    ),
    Row(
        "robots-huge",
        "robots.txt is three megabytes long.",
        "Reads it, and goes on.",
        faults=(Fault(where="robots", answer=Answer(200, TEXT, b"".join(_HUGE % n for n in range(100_000)))),),
    ),
    Row(
        "robots-is-a-page",
        "The site's home page is answered for robots.txt.",
        "Finds no rule in it, and goes on.",
        faults=(Fault(where="robots", answer=html("<html><body><h1>Beranda</h1><p>Disallow: ya</p></body></html>")),),
    ),
    Row(
        "crawl-delay",
        "robots.txt asks for a pause between requests.",
        "Keeps it, measured at the server.",
        faults=(_robots("User-agent: *\nCrawl-delay: 0.1\n"),),
    ),
    Row(
        "feed-cut",
        "The feed ends in the middle of an entry.",
        "Takes its whole entries; the listings say the rest.",
        0,
        (of_page("feed-cut"),),
        kind="feed",
        faults=(Fault(where="feed", change=_cut_in_half),),
    ),
    Row(
        "feed-is-a-page",
        "A page of the site is answered for the feed.",
        "Notes that it is no feed; the listings say what is new.",
        0,
        (of_page("not-a-feed"),),
        kind="feed",
        faults=(
            Fault(where="feed", answer=html("<html><body><h1>Kesalahan</h1><p>Umpan tidak ada.</p></body></html>")),
        ),
    ),
    Row(
        "feed-empty",
        "The feed has no entry any more.",
        "Says so: it had ten before. The listings say what is new.",
        3,
        (of_site("listing-shrunk"),),
        may_tell=(of_page("not-a-feed"),),
        reason="feed",
        kind="feed",
        faults=(
            Fault(
                where="feed",
                answer=Answer(
                    200,
                    {"Content-Type": "application/rss+xml"},
                    b'<?xml version="1.0"?><rss version="2.0"><channel></channel></rss>',
                ),
            ),
        ),
    ),
    Row(
        "rest-forbidden",
        "WordPress' list of posts was closed (401).",
        "The listings say what is new.",
        0,
        may_tell=(of_page("http-401"),),
        kind="rest",
        faults=(Fault(where="wp-json", answer=Answer(401, JSON, b'{"code":"rest_forbidden"}')),),
    ),
    Row(
        "rest-says-there-is-nothing",
        "WordPress' list of posts is empty, although there are new ones.",
        "The listings say what is new: an empty list proves nothing.",
        kind="rest",
        faults=(Fault(where="wp-json", answer=Answer(200, JSON, b"[]")),),
    ),
    Row(
        "rest-promises-too-much",
        "WordPress' list of posts says that it has a thousand pages, and gives the same for each.",
        "Leaves it when nothing new comes.",
        0,
        may_tell=(of_page("pagination-loop"),),
        kind="rest",
        faults=(Fault(where="wp-json", change=_says_a_thousand_pages),),
    ),
    Row(
        "rest-tells-other-things",
        "WordPress' list of posts says of an article another title and date than its page.",
        "Believes what a reader of the page sees; both are kept as evidence. No edit.",
        0,
        may_tell=(of_page("witnesses-disagree", "title"), of_page("witnesses-disagree", "published_at")),
        kind="rest",
        faults=(Fault(where="wp-json", change=_tells_other_things),),
    ),
)
