"""The views that answer analysts' first questions, as SQL. What each says stands in `descriptions.py`.

Views hold no data: `migrations.migrate` makes them anew when their text here changes.
"""

from __future__ import annotations

from blitar_scraper.archive.edit_views import EDITS
from blitar_scraper.archive.public_views import PUBLIC_VIEWS
from blitar_scraper.archive.query_views import QUERY_VIEWS
from blitar_scraper.indonesian.clock import FIXED_OFFSETS

# Indonesia's zones have had one offset each since 1988, so a fixed offset is exact. In any other zone: null.
OFFSETS = FIXED_OFFSETS
_OFFSET = "CASE s.timezone " + " ".join(f"WHEN '{zone}' THEN '{offset}'" for zone, offset in OFFSETS.items()) + " END"

_ARTICLE_HISTORY = """CREATE VIEW article_history AS
SELECT v.article_id, a.uid, a.site, v.version, v.url, v.title, v.author, v.section, v.published_at,
    v.content_digest, v.parser_version, v.seen_at, v.superseded_at, v.superseded_by, v.capture_id, v.body
FROM article_versions v JOIN articles a ON a.id = v.article_id
UNION ALL
SELECT a.id, a.uid, a.site, a.version, a.url, a.title, a.author, a.section, a.published_at,
    a.content_digest, a.parser_version,
    COALESCE((SELECT MAX(superseded_at) FROM article_versions
        WHERE article_id = a.id AND superseded_by NOT IN ('reparsed', 'imported')), a.first_seen_at),
    NULL, NULL, a.capture_id, a.body
FROM articles a"""

_ARTICLES_MONTHLY = """CREATE VIEW articles_monthly AS
SELECT site, COALESCE(substr(published_at, 1, 7), 'undated') AS month, COUNT(*) AS articles,
    SUM(version > 1) AS changed, SUM(gone_at IS NOT NULL) AS gone, SUM(word_count) AS words, SUM(views) AS views
FROM articles GROUP BY site, COALESCE(substr(published_at, 1, 7), 'undated')"""

# The month of an article page is that of the article's publication; of one that was never read, what the listing
# said; failing both, the month in which it became known. A month is `covered later` when a complete run came after
# it: on a backfilled site such a run pages back to what is known, so what is still there would have been found.
_COVERAGE = f"""CREATE VIEW coverage AS
WITH RECURSIVE
page_months AS (
    SELECT site, last_listed_at, last_fetched_at, article_id, failures,
        CASE WHEN length(said) >= 7 THEN substr(said, 1, 7) ELSE substr(discovered_at, 1, 7) END AS month
    FROM (
        SELECT p.*, COALESCE(a.published_at, json_extract(p.listed_as, '$[#-1].published_at')) AS said
        FROM pages p LEFT JOIN articles a ON a.id = p.article_id WHERE p.kind = 'article'
    )
),
counts AS (
    SELECT site, month, SUM(listed) AS listed, SUM(stored) AS stored, SUM(failed) AS failed, SUM(unread) AS unread,
        SUM(dead) AS dead, SUM(undated) AS undated
    FROM (
        SELECT site, month, last_listed_at IS NOT NULL AS listed, 0 AS stored,
            article_id IS NULL AND failures > 0 AS failed,
            article_id IS NULL AND failures = 0 AND last_fetched_at IS NULL AS unread,
            article_id IS NULL AND failures = 0 AND last_fetched_at IS NOT NULL AS dead, 0 AS undated
        FROM page_months
        UNION ALL
        SELECT site, substr(published_at, 1, 7), 0, 1, 0, 0, 0, 0 FROM articles WHERE length(published_at) >= 7
        UNION ALL
        SELECT site, substr(first_seen_at, 1, 7), 0, 0, 0, 0, 0, 1 FROM articles
        WHERE published_at IS NULL OR length(published_at) < 7
    ) GROUP BY site, month
),
observed AS (
    SELECT site, substr(day, 1, 7) AS month,
        COUNT(DISTINCT CASE WHEN status = 'finished' THEN day END) AS days_observed,
        SUM(status NOT IN ('finished', 'running')) AS incomplete_runs
    FROM (
        SELECT r.site, r.status, date(r.started_at, COALESCE({_OFFSET}, '+0 hours')) AS day
        FROM runs r JOIN sites s ON s.id = r.site
    ) GROUP BY site, substr(day, 1, 7)
),
calendar (site, month, last) AS (
    SELECT site, MIN(month), MAX(month)
    FROM (SELECT site, month FROM counts UNION ALL SELECT site, month FROM observed) GROUP BY site
    UNION ALL
    SELECT site, strftime('%Y-%m', month || '-01', '+1 month'), last FROM calendar WHERE month < last
),
complete AS (
    SELECT r.site, substr(MAX(r.started_at), 1, 7) AS month
    FROM runs r JOIN sites s ON s.id = r.site
    WHERE r.status = 'finished' AND s.backfilled_at IS NOT NULL GROUP BY r.site
)
SELECT c.site, c.month, COALESCE(n.listed, 0) AS listed, COALESCE(n.stored, 0) AS stored,
    COALESCE(n.failed, 0) AS failed, COALESCE(n.unread, 0) AS unread,
    COALESCE(n.dead, 0) AS dead, COALESCE(n.undated, 0) AS undated,
    COALESCE(o.days_observed, 0) AS days_observed, COALESCE(o.incomplete_runs, 0) AS incomplete_runs,
    CASE WHEN n.failed + n.unread > 0 THEN 'incomplete'
        WHEN n.stored > 0 THEN 'news'
        WHEN o.days_observed > 0 THEN 'silence'
        WHEN complete.month > c.month THEN 'silence in hindsight'
        WHEN o.incomplete_runs > 0 THEN 'crawl failed'
        ELSE 'not observed' END AS verdict
FROM calendar c
LEFT JOIN counts n ON n.site = c.site AND n.month = c.month
LEFT JOIN observed o ON o.site = c.site AND o.month = c.month
LEFT JOIN complete ON complete.site = c.site"""

_VIEW_GROWTH = """CREATE VIEW view_growth AS
SELECT v.article_id, a.uid, a.site, v.previous_at, v.observed_at,
    ROUND(julianday(v.observed_at) - julianday(v.previous_at), 3) AS days,
    v.views_before, v.views, v.own_fetches,
    v.views - v.views_before - CASE WHEN s.counts_own_fetches = 1 THEN v.own_fetches ELSE 0 END AS growth
FROM (
    SELECT article_id, observed_at, views,
        LAG(observed_at) OVER article AS previous_at, LAG(views) OVER article AS views_before,
        own_fetches - LAG(own_fetches) OVER article AS own_fetches
    FROM view_counts WINDOW article AS (PARTITION BY article_id ORDER BY observed_at)
) v
JOIN articles a ON a.id = v.article_id
JOIN sites s ON s.id = a.site
WHERE v.previous_at IS NOT NULL"""

# MAX() picks the row of the day's last observation for the bare columns (SQLite's documented rule).
_VIEWS_AT_AGE = f"""CREATE VIEW views_at_age AS
SELECT article_id, uid, site, published_date, age_days, MAX(observed_at) AS observed_at, views, own_fetches
FROM (
    SELECT v.article_id, a.uid, a.site, a.published_date, v.observed_at, v.views, v.own_fetches,
        CAST(julianday(date(v.observed_at, {_OFFSET})) - julianday(a.published_date) AS INTEGER) AS age_days
    FROM view_counts v
    JOIN articles a ON a.id = v.article_id
    JOIN sites s ON s.id = a.site
    WHERE a.published_date IS NOT NULL
)
WHERE age_days IS NOT NULL
GROUP BY article_id, age_days"""

# What was good is as in `standing/runs.py`: exit status 0, or none kept and the paging not cut short. A run that was
# told to stop (130) and one that goes on say nothing. Grouped before they are joined: asked site by site, each question
# would read all pages (550 sites with 200,000 articles took half a minute).
_SITE_HEALTH = f"""CREATE VIEW site_health AS
WITH
run_ends AS (
    SELECT site, MAX(id) AS last_id, MAX(CASE WHEN status = 'finished' THEN finished_at END) AS last_complete_at,
        MAX(CASE WHEN (exit_status = 0 OR (exit_status IS NULL AND status = 'finished')) AND status <> 'imported'
            THEN id END) AS last_good_id
    FROM runs GROUP BY site
),
failures AS (
    SELECT r.site, COUNT(*) AS number FROM runs r JOIN run_ends e ON e.site = r.site
    WHERE r.id > COALESCE(e.last_good_id, 0) AND r.status NOT IN ('running', 'imported') AND r.exit_status IS NOT 130
    GROUP BY r.site
),
fills AS (
    SELECT site, COUNT(*) AS articles, MIN(published_date) AS first_published, MAX(published_date) AS last_published,
        COUNT(gone_at) AS gone,
        ROUND(1.0 * COUNT(title) / COUNT(*), 3) AS with_title, ROUND(1.0 * COUNT(author) / COUNT(*), 3) AS with_author,
        ROUND(1.0 * COUNT(published_date) / COUNT(*), 3) AS with_date,
        ROUND(1.0 * COUNT(views) / COUNT(*), 3) AS with_views, ROUND(1.0 * COUNT(body) / COUNT(*), 3) AS with_body
    FROM articles GROUP BY site
),
addresses AS (
    SELECT site, SUM(kind = 'article' AND last_fetched_at IS NULL) AS never_read, SUM(failures > 0) AS failing
    FROM pages GROUP BY site
),
open AS (SELECT site, COUNT(*) AS number FROM problems WHERE resolved_at IS NULL GROUP BY site)
SELECT s.id AS site, s.name, s.backfilled_at,
    last.started_at AS last_run_at, last.status AS last_run_status, last.exit_status AS last_exit_status,
    e.last_complete_at, last.listed AS last_listed, last.errors AS last_errors,
    COALESCE(f.articles, 0) AS articles, f.first_published, f.last_published, COALESCE(f.gone, 0) AS gone,
    f.with_title, f.with_author, f.with_date, f.with_views, f.with_body,
    COALESCE(p.never_read, 0) AS never_read, COALESCE(p.failing, 0) AS failing,
    COALESCE(open.number, 0) AS open_problems,
    json_extract(last.stats, '$.reason') AS last_reason, good.started_at AS last_good_at,
    COALESCE(failures.number, 0) AS failed_runs,
    MAX(CAST(julianday(date(e.last_complete_at, COALESCE({_OFFSET}, '+0 hours'))) - julianday(f.last_published)
        AS INTEGER), 0) AS silent_days
FROM sites s
LEFT JOIN run_ends e ON e.site = s.id
LEFT JOIN runs last ON last.id = e.last_id
LEFT JOIN runs good ON good.id = e.last_good_id
LEFT JOIN failures ON failures.site = s.id
LEFT JOIN fills f ON f.site = s.id
LEFT JOIN addresses p ON p.site = s.id
LEFT JOIN open ON open.site = s.id"""

VIEWS = {
    "article_history": _ARTICLE_HISTORY,
    "edits": EDITS,
    "articles_monthly": _ARTICLES_MONTHLY,
    "coverage": _COVERAGE,
    "view_growth": _VIEW_GROWTH,
    "views_at_age": _VIEWS_AT_AGE,
    "site_health": _SITE_HEALTH,
    **PUBLIC_VIEWS,
    **QUERY_VIEWS,
}
