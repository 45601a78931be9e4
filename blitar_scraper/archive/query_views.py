"""The views behind published questions, as SQL: texts shared, views gained lately, captures that may be named.

They read the public views, so that what is withheld is in none of them.
"""

from __future__ import annotations

# Days. A month of looks is what the schedule of revisits gives a new article.
RECENT = 30
# Characters. Shorter texts ("Foto kegiatan terlampir.") are the same by chance.
SHORTEST_SHARED = 200

# One space for each line end, and small letters: two sites break the same text differently. It keeps the length, so
# texts are compared whole only where their lengths and beginnings agree: few of a million.
_NORMAL = "lower(replace(trim({text}, char(10) || ' '), char(10), ' '))"
_SHARED_TEXTS = f"""CREATE VIEW shared_texts AS
WITH
measured AS (
    SELECT id, length(text) AS length, {_NORMAL.format(text="substr(text, 1, 60)")} AS beginning
    FROM (SELECT id, trim(body_main, char(10) || ' ') AS text FROM public_articles)
    WHERE length(text) >= {SHORTEST_SHARED}
),
alike AS (SELECT length, beginning FROM measured GROUP BY length, beginning HAVING COUNT(*) > 1),
texts AS (
    SELECT a.id, a.site, a.first_seen_at, m.length, {_NORMAL.format(text="a.body_main")} AS text
    FROM alike k
    JOIN measured m ON m.length = k.length AND m.beginning = k.beginning
    JOIN public_articles a ON a.id = m.id
),
shared AS (
    SELECT text, MIN(id) AS first_id, COUNT(*) AS articles, COUNT(DISTINCT site) AS sites,
        MAX(first_seen_at) AS spread_at
    FROM texts GROUP BY text HAVING COUNT(*) > 1
)
SELECT f.uid AS first_uid, t.id AS article_id, a.uid, a.site, a.published_at, a.first_seen_at, t.length,
    g.articles, g.sites, g.spread_at
FROM shared g
JOIN texts t ON t.text = g.text
JOIN public_articles a ON a.id = t.id
JOIN public_articles f ON f.id = g.first_id"""

# `view_counts` is read by the keys that the public view gave.
_RECENT_GROWTH = f"""CREATE VIEW recent_growth AS
SELECT g.article_id, a.uid, a.site, a.published_date, g.previous_at, g.observed_at,
    ROUND(julianday(g.observed_at) - julianday(g.previous_at), 3) AS days,
    b.views AS views_before, n.views, n.own_fetches - b.own_fetches AS own_fetches,
    n.views - b.views - CASE WHEN s.counts_own_fetches = 1 THEN n.own_fetches - b.own_fetches ELSE 0 END AS growth
FROM (
    SELECT article_id, MIN(observed_at) AS previous_at, MAX(observed_at) AS observed_at
    FROM public_view_counts
    WHERE observed_at >= (
        SELECT strftime('%Y-%m-%dT%H:%M:%SZ', MAX(observed_at), '-{RECENT} days') FROM view_counts)
    GROUP BY article_id HAVING COUNT(*) > 1
) g
JOIN view_counts b ON b.article_id = g.article_id AND b.observed_at = g.previous_at
JOIN view_counts n ON n.article_id = g.article_id AND n.observed_at = g.observed_at
JOIN public_articles a ON a.id = g.article_id
JOIN sites s ON s.id = a.site"""

# An address often repeats the title. What a listing or feed said was not asked for at the article's own address.
_HIDDEN = "SELECT id FROM articles WHERE withheld_at IS NOT NULL"
_PUBLIC_CAPTURES = f"""CREATE VIEW public_captures AS
SELECT c.* FROM captures c
WHERE c.url NOT IN (
        SELECT url FROM pages WHERE article_id IN ({_HIDDEN})
        UNION SELECT url FROM articles WHERE withheld_at IS NOT NULL
        UNION SELECT url FROM article_versions WHERE article_id IN ({_HIDDEN}))
    AND c.id NOT IN (
        SELECT capture_id FROM article_captures WHERE article_id IN ({_HIDDEN}) AND role IN ('page', 'part'))"""

QUERY_VIEWS = {
    "shared_texts": _SHARED_TEXTS,
    "recent_growth": _RECENT_GROWTH,
    "public_captures": _PUBLIC_CAPTURES,
}
