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


# Whether an observation is of the article's own page is told by the capture that it was read from; without one it is
# not known. Captures of others (imported) are no visits of ours. A request that was answered by 304 counts as one of
# ours, but perhaps not for the site: such pairs have more of our requests than pages read, and show nothing.
_EVIDENCE = """
WITH observations AS (
    SELECT v.article_id, v.observed_at, v.views, v.own_fetches,
        CASE WHEN c.source = 'crawl' THEN EXISTS (
            SELECT 1 FROM article_captures r
            WHERE r.capture_id = c.id AND r.article_id = v.article_id AND r.role = 'page') END AS of_page
    FROM view_counts v JOIN articles a ON a.id = v.article_id LEFT JOIN captures c ON c.id = v.capture_id
    WHERE a.site = :site
),
following AS (
    SELECT article_id, views - LAG(views) OVER article AS growth,
        own_fetches - LAG(own_fetches) OVER article AS own
    FROM observations WINDOW article AS (PARTITION BY article_id ORDER BY observed_at)
),
alike AS (
    SELECT article_id, observed_at, LAG(observed_at) OVER kind AS previous_at,
        views - LAG(views) OVER kind AS growth, own_fetches - LAG(own_fetches) OVER kind AS own
    FROM observations WHERE of_page IS NOT NULL
    WINDOW kind AS (PARTITION BY article_id, of_page ORDER BY observed_at)
),
not_counted AS (
    SELECT article_id FROM alike
    WHERE own > 0 AND growth >= 0 AND growth < own AND own = (
        SELECT COUNT(DISTINCT c.id) FROM article_captures r JOIN captures c ON c.id = r.capture_id
        WHERE r.article_id = alike.article_id AND r.role = 'page' AND c.source = 'crawl'
            AND c.fetched_at > alike.previous_at AND c.fetched_at <= alike.observed_at)
)
SELECT COALESCE(SUM(own > 0 AND growth = own), 0) AS exact,
    COALESCE(SUM(own > 0 AND growth = own + 1), 0) AS one_more,
    COALESCE(SUM(own > 0 AND growth >= 0 AND growth < own), 0) AS less,
    (SELECT COUNT(DISTINCT article_id) FROM not_counted) AS articles_less,
    COUNT(DISTINCT CASE WHEN growth < 0 THEN article_id END) AS articles_fallen
FROM following
"""


def evidence(db: Database, site_id: str) -> Evidence:
    """What the archive has seen of the site's counter so far."""
    cursor = db.execute(_EVIDENCE, {"site": site_id})
    names = [column[0] for column in cursor.description]
    return Evidence(**dict(zip(names, cursor.fetchone(), strict=True)))


def note(db: Database, site_id: str) -> bool | None:
    """Set `sites.counts_own_fetches` by what has been seen so far, and return it. To be called in a transaction."""
    found = verdict(evidence(db, site_id))
    value = None if found is None else int(found)
    known = first_row(db, "SELECT counts_own_fetches AS value FROM sites WHERE id = ?", site_id)
    if known is not None and known["value"] != value:
        update(db, "sites", {"counts_own_fetches": value}, "id = ?", site_id)
    return found
