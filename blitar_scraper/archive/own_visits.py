"""Whether a site's view counter counts our own visits, told from what the archive has seen of it.

Two observations of one article are a pair: its count grew by so much, and so many requests for its page were ours.
A counter that counts our visits never grows by less than those, and where nobody else has read the article between
the two it grows by exactly those. Anything that is not shown stays null.

Whether a page is counted before or after it is made does not matter between two pages, nor between two listings;
between a listing and a page it does: a counter that goes up afterwards shows our visit one observation late. So what
shows that we are not counted is taken from two of a kind alone, and what shows that we are must hold for every pair,
since `view_growth` takes our visits away from every pair.
"""

from __future__ import annotations

from dataclasses import dataclass

from sqlite_utils import Database

from blitar_scraper.archive.database import first_row, update

# Pairs that grew by exactly our own visits, by chance, on a counter that does not count us: let readers come however
# they like, many for one article and few for another (any mixture of Poisson distributions). Then the number n of
# readers is followed in frequency by n - 1 with at least n / (n + 1) of it, wherever n is at least as frequent as
# n + 1: for each two pairs that grew by exactly our visits there is one that grew by less. That none of 20 did has
# a chance of (2/3)^20, 3 in 10,000.
FEWEST_EXACT = 20
# One article's counter may be set back by hand, or two by an accident; three are no accident.
FEWEST_NOT_COUNTED = 3


@dataclass(frozen=True, slots=True)
class Evidence:
    """What was seen of a site's counter, in pairs between which our requests were at least one.

    `exact`: pairs that grew by exactly our own requests; `one_more`: by one more; `less`: by less (a count that fell
    aside). `articles_less`: articles with a pair of a kind that grew by less, each of our requests having brought the
    page; `articles_fallen`: articles whose count fell, as when a site sets its counters to nought.
    """

    exact: int = 0
    one_more: int = 0
    less: int = 0
    articles_less: int = 0
    articles_fallen: int = 0


def verdict(seen: Evidence) -> bool | None:
    """Whether the counter is shown to count our own visits (True), shown not to (False), or neither (None)."""
    if seen.exact >= FEWEST_EXACT and seen.exact >= seen.one_more and not seen.less:
        return True
    # After counters were set to nought, a low count can look as if it had grown a little: most others then have fallen.
    not_counted = seen.articles_less >= FEWEST_NOT_COUNTED and seen.articles_less > seen.articles_fallen
    return False if not_counted and seen.less >= seen.exact else None


_PAIRS = """
SELECT COALESCE(SUM(own > 0 AND growth = own), 0) AS exact,
    COALESCE(SUM(own > 0 AND growth = own + 1), 0) AS one_more,
    COALESCE(SUM(own > 0 AND growth >= 0 AND growth < own), 0) AS less,
    COUNT(DISTINCT CASE WHEN growth < 0 THEN article_id END) AS articles_fallen
FROM (
    SELECT v.article_id, v.views - LAG(v.views) OVER article AS growth,
        v.own_fetches - LAG(v.own_fetches) OVER article AS own
    FROM view_counts v JOIN articles a ON a.id = v.article_id
    WHERE a.site = ?
    WINDOW article AS (PARTITION BY v.article_id ORDER BY v.observed_at)
)
"""

# Whether an observation is of the article's own page is told by the capture that it was read from; without one it is
# not known. Captures of others (imported) are no visits of ours. A request that was answered by 304 counts as one of
# ours, but perhaps not for the site: such pairs have more of our requests than pages read, and show nothing.
_NOT_COUNTED = """
WITH alike AS (
    SELECT article_id, observed_at, LAG(observed_at) OVER kind AS previous_at,
        views - LAG(views) OVER kind AS growth, own_fetches - LAG(own_fetches) OVER kind AS own
    FROM (
        SELECT v.article_id, v.observed_at, v.views, v.own_fetches, EXISTS (
            SELECT 1 FROM article_captures r
            WHERE r.capture_id = c.id AND r.article_id = v.article_id AND r.role = 'page') AS of_page
        FROM view_counts v
        JOIN articles a ON a.id = v.article_id
        JOIN captures c ON c.id = v.capture_id AND c.source = 'crawl'
        WHERE a.site = ?
    )
    WINDOW kind AS (PARTITION BY article_id, of_page ORDER BY observed_at)
)
SELECT COUNT(DISTINCT article_id) AS articles FROM alike
WHERE own > 0 AND growth >= 0 AND growth < own AND own = (
    SELECT COUNT(DISTINCT c.id) FROM article_captures r JOIN captures c ON c.id = r.capture_id
    WHERE r.article_id = alike.article_id AND r.role = 'page' AND c.source = 'crawl'
        AND c.fetched_at > alike.previous_at AND c.fetched_at <= alike.observed_at)
"""


def evidence(db: Database, site_id: str) -> Evidence:
    """What the archive has seen of the site's counter so far. What cannot change the verdict is not looked for."""
    pairs = first_row(db, _PAIRS, site_id)
    assert pairs is not None
    articles_less = 0
    if pairs["less"] and pairs["less"] >= pairs["exact"]:
        counted = first_row(db, _NOT_COUNTED, site_id)
        articles_less = counted["articles"] if counted else 0
    return Evidence(articles_less=articles_less, **pairs)


def counts_own_fetches(db: Database, site_id: str) -> bool | None:
    """Whether the site's counter is shown to count our own visits, by all that has been seen so far."""
    return verdict(evidence(db, site_id))


def note(db: Database, site_id: str, shown: bool | None) -> None:
    """Set `sites.counts_own_fetches`."""
    update(db, "sites", {"counts_own_fetches": None if shown is None else int(shown)}, "id = ?", site_id)
