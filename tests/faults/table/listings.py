"""Pages that name the articles."""

from __future__ import annotations

import re

from tests.faults.fault import Fault
from tests.faults.looks import PLAIN, page
from tests.faults.row import FULL, Row, of_page, of_site
from tests.faults.site import Answer, html, not_found

_EMPTY = html(page("<h3>Berita Terkini</h3><p>Belum ada data.</p>"))
_DEAD = "".join(
    f'<div class="item"><h4><a href="/berita/kabar-{n}-dari-desa-wonosari">Kabar {n} dari Desa Wonosari untuk warga</a>'
    f'</h4><div class="meta">Senin, 9 Maret 2026 07:{n % 60:02} WIB</div></div>'
    for n in range(1, 9)
)


def _only_the_first(answer: Answer) -> Answer:
    """The listing shows one article, and no other page."""
    text = answer.body.decode()
    entries = list(re.finditer(r'<div class="item">.*?</div></div>|<div class="item">.*?</p></div>', text))
    rest = text[entries[-1].end() :] if entries else text
    kept = text[: entries[0].end()] + re.sub(r"<ul class=\"pagination\">.*?</ul>", "", rest) if entries else text
    return Answer(answer.status, answer.headers, kept.encode())


class Endless:
    """Ever new pages: with `fresh` each names ever new addresses that do not exist, else all the same entries."""

    def __init__(self, *, fresh: bool) -> None:
        self.fresh, self.pages, self.first = fresh, 1, b""

    def __call__(self, answer: Answer) -> Answer:
        self.pages += 1
        following = (
            f'<ul class="pagination"><li><a rel="next" href="/berita?halaman={self.pages}">&raquo;</a></li></ul>'
        )
        if self.fresh:
            entries = _DEAD.replace("kabar-", f"kabar-{self.pages}-").replace("Kabar ", f"Kabar {self.pages} ")
            return html(page("<h3>Berita Terkini</h3>" + entries + following))
        self.first = self.first or answer.body
        text = re.sub(r'<ul class="pagination">.*?</ul>', "", self.first.decode())
        return html(text.replace('<div id="footer">', following + '<div id="footer">'))


_FRESH = Endless(fresh=True)


def _with_calendar(answer: Answer) -> Answer:
    table = "".join(f'<td><a href="/agenda?hari={day}">{day}</a></td>' for day in range(1, 29))
    following = '<div class="pagination"><a class="next" href="/agenda?bulan=2">&raquo;</a></div>'
    text = answer.body.decode().replace('<div id="footer">', f'<table>{table}</table>{following}<div id="footer">')
    return Answer(answer.status, answer.headers, text.encode())


ROWS = (
    Row(
        "listings-empty",
        "Home page and listings are there, and name no article.",
        "Says so: a site whose news cannot be found is not one without news.",
        3,
        (of_site("no-listing-links"),),
        may_tell=(of_site("listing-shrunk"), of_page("listing-empty")),
        reason="no article links",
        faults=(Fault(where="listings", answer=_EMPTY),),
    ),
    Row(
        "listings-shrunk",
        "The first pages of home page and listing show one article instead of six, and no way on.",
        "Says so, compared with what this site has always shown.",
        3,
        (of_site("listing-shrunk"),),
        reason="fewer|shows|1 ",
        faults=(Fault(where="listings", change=_only_the_first),),
    ),
    Row(
        "listing-breaks-off",
        "The second page of the listing is a 500.",
        "Says that the listing could not be read to its end; the next run reads on behind the gap.",
        3,
        (of_site("source-cut"), of_page("http-500")),
        reason="could not be read to its end",
        faults=(Fault(where="further-listings", answer=html("<h1>500</h1>", 500)),),
    ),
    Row(
        "endless-pages-of-the-same",
        "The pager goes on for ever; every page shows the same articles (a full run).",
        "Leaves it after three pages that show nothing new.",
        0,
        may_tell=(of_page("pagination-loop"),),
        faults=(Fault(where="listings", change=Endless(fresh=False)),),
        options=FULL,
        most_requests=60,
        stays=("pagination-loop",),
    ),
    Row(
        "endless-pages-of-dead-links",
        "The pager goes on for ever; every page names ever new addresses that do not exist (a full run).",
        "Leaves it after fifty addresses in a row that show no article.",
        3,
        (of_site("source-cut"), of_page("listing-barren")),
        may_tell=(of_page("dead-link"), of_site("articles-unreadable")),
        reason="could not be read to its end",
        faults=(
            Fault(where="listing", change=_FRESH),
            Fault(where="further-listings", change=_FRESH),
        ),
        options=FULL,
        most_requests=120,
        stays=("dead-link", "listing-barren"),
    ),
    Row(
        "calendar-without-end",
        "A calendar with a page for every month for ever stands beside the listing.",
        "Does not take it for a listing.",
        may_tell=(of_page("listing-empty"),),
        faults=(Fault(where="listings", change=_with_calendar),),
        stays=("listing-empty",),
    ),
    Row(
        "listing-shuffled",
        "The listing shows the same articles in another order.",
        "Reads on; nothing is taken for new or removed.",
        site={"shuffled": True},
    ),
    Row(
        "new-articles-not-there",
        "The listing names three new articles; the page of one of them is not there yet (404).",
        "Notes the dead link, and asks for it again.",
        0,
        (of_page("dead-link"),),
        faults=tuple(Fault(where=path, answer=not_found(PLAIN)) for path in ("new-article",)),
    ),
)
