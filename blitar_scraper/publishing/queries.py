"""The canned queries: questions that readers ask, one SQL text each for the live archive and for a release.

They read the public views, and tables and views that say nothing of what an article says: never what is withheld.
A parameter left empty means all, so each of them answers when it is just opened. Names have a hyphen or are no table's:
Datasette would show the query in the table's place.

A column `article` holds the uid, which leads to our page of the article. What makes them quick at a million articles is
in `releases/summaries.py`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from blitar_scraper.archive.query_views import RECENT, SHORTEST_SHARED
from blitar_scraper.archive.search import MOST_RANKED, TITLE_WEIGHT

# Rows at most: what a person looks through; whoever wants all of them reads the tables or exports.
ROWS = 200


@dataclass(frozen=True, slots=True)
class Query:
    """A canned query. `title` and `description`: in English and in Indonesian. Every parameter may be left empty."""

    name: str
    title: tuple[str, str]
    description: tuple[str, str]
    sql: str
    parameters: tuple[str, ...] = ()


_ARTICLE = "a.uid AS article"
_OF_SITE = "(:site = '' OR a.site = :site)"
# A site may print a date that is yet to come; what was published by the day after the last run is news.
_BY_NOW = "published_date <= COALESCE((SELECT date(MAX(started_at), '+1 day') FROM runs), '9999')"

_ALL = (
    Query(
        "latest-articles",
        ("Latest articles", "Artikel terbaru"),
        (
            "The articles published last. A site and a section, as printed, can be chosen.",
            "Artikel yang terakhir terbit. Situs dan rubrik (sebagaimana tercetak) dapat dipilih.",
        ),
        f"""SELECT {_ARTICLE}, a.published_at, a.site, a.title, a.section, a.author, a.views
FROM public_articles a
WHERE a.{_BY_NOW} AND {_OF_SITE} AND (:section = '' OR a.section = :section)
ORDER BY a.published_date DESC, a.published_time DESC
LIMIT {ROWS}""",
        ("site", "section"),
    ),
    Query(
        "most-viewed",
        ("Most viewed in a month", "Paling banyak dilihat dalam sebulan"),
        (
            "The articles published in a month (YYYY-MM; also a year or a day) by the view count that their site"
            " showed last. Left empty: the newest month. Sites count in different ways, and older articles have had"
            " more time to be read.",
            "Artikel yang terbit dalam satu bulan (YYYY-MM; boleh juga tahun atau tanggal), diurutkan menurut jumlah"
            " kali dilihat yang terakhir ditampilkan situsnya. Jika kosong: bulan terbaru. Cara menghitung tiap situs"
            " berbeda, dan artikel lama lebih lama dibaca.",
        ),
        f"""WITH wanted AS (
    SELECT CASE WHEN :month <> '' THEN :month ELSE (
        SELECT substr(published_date, 1, 7) FROM public_articles
        WHERE {_BY_NOW} AND views IS NOT NULL AND (:site = '' OR site = :site)
        ORDER BY published_date DESC LIMIT 1) END AS month
)
SELECT {_ARTICLE}, a.views, a.published_at, a.site, a.title
FROM public_articles a
WHERE a.published_date >= (SELECT month FROM wanted) AND a.published_date < (SELECT month FROM wanted) || '~'
    AND a.views IS NOT NULL AND {_OF_SITE}
ORDER BY a.views DESC, a.published_date DESC
LIMIT {ROWS}""",
        ("month", "site"),
    ),
    Query(
        "fastest-growing",
        ("Fastest growing", "Paling cepat bertambah"),
        (
            f"The articles whose view counts grew most in the last {RECENT} days that were observed. Only articles"
            " that were looked at at least twice in that time can be compared.",
            f"Artikel yang jumlah kali dilihatnya paling banyak bertambah dalam {RECENT} hari terakhir yang teramati."
            " Hanya artikel yang diamati sedikitnya dua kali dalam masa itu yang dapat dibandingkan.",
        ),
        f"""SELECT g.uid AS article, g.growth, g.views_before, g.views, g.days, g.site, a.title,
    a.published_at, g.observed_at
FROM (
    SELECT * FROM recent_growth WHERE :site = '' OR site = :site ORDER BY growth DESC, article_id LIMIT {ROWS}
) g
JOIN public_articles a ON a.id = g.article_id
ORDER BY g.growth DESC, g.article_id""",
        ("site",),
    ),
    Query(
        "changed-after-publication",
        ("Changed after publication", "Diubah setelah terbit"),
        (
            "What the sites changed in articles that were already out, the last change first. A field can be chosen:"
            " title, author, section, published_at or body.",
            "Perubahan yang dilakukan situs pada artikel yang sudah terbit, yang terakhir lebih dulu. Bagian yang"
            " berubah dapat dipilih: title (judul), author (penulis), section (rubrik), published_at (tanggal) atau"
            " body (isi).",
        ),
        f"""SELECT e.uid AS article, e.edited_at, e.changed, e.site, e.title_before, e.title_after,
    e.published_after AS published_at, e.version
FROM public_edits e
WHERE (:site = '' OR e.site = :site) AND (:field = '' OR instr(', ' || e.changed || ',', ', ' || :field || ',') > 0)
ORDER BY e.edited_at DESC
LIMIT {ROWS}""",
        ("site", "field"),
    ),
    Query(
        "disappeared",
        ("Disappeared articles", "Artikel yang hilang"),
        (
            "Articles that are no longer on their site, and how that showed: 404, soft-404 (another page instead),"
            " home (sent to the home page) or moved-site.",
            "Artikel yang tidak ada lagi di situsnya, dan bagaimana hal itu tampak: 404, soft-404 (halaman lain"
            " sebagai gantinya), home (dialihkan ke beranda) atau moved-site (situs pindah).",
        ),
        f"""SELECT {_ARTICLE}, a.gone_at, a.gone_reason, a.site, a.title, a.published_at, a.first_seen_at, a.url
FROM public_articles a
WHERE a.gone_at IS NOT NULL AND {_OF_SITE} AND (:reason = '' OR a.gone_reason = :reason)
ORDER BY a.gone_at DESC
LIMIT {ROWS}""",
        ("site", "reason"),
    ),
    Query(
        "silences",
        ("Silences and failed crawls", "Masa tanpa berita dan perayapan yang gagal"),
        (
            "Months in which a site published nothing, told from months that were not watched: silence (a crawl looked,"
            " and there was nothing), silence in hindsight, crawl failed, incomplete, not observed. The newest first;"
            " months with news come last.",
            "Bulan tanpa berita di suatu situs, dibedakan dari bulan yang tidak teramati: silence (dirayapi, memang"
            " tidak ada), silence in hindsight (dipastikan kemudian), crawl failed (perayapan gagal), incomplete"
            " (belum lengkap), not observed (tidak teramati). Yang terbaru lebih dulu; bulan yang ada beritanya di"
            " akhir.",
        ),
        f"""SELECT month, site, verdict, stored, listed, failed, unread, dead, undated, days_observed, incomplete_runs
FROM coverage
WHERE (:site = '' OR site = :site) AND (:verdict = '' OR verdict = :verdict)
ORDER BY verdict = 'news', month DESC, site
LIMIT {ROWS}""",
        ("site", "verdict"),
    ),
    Query(
        "undated",
        ("Undated articles", "Artikel tanpa tanggal"),
        (
            "Articles whose day of publication is not known for certain, with what their page prints and why it could"
            " not be read.",
            "Artikel yang tanggal terbitnya tidak diketahui dengan pasti, dengan apa yang tercetak di halamannya dan"
            " mengapa tidak dapat dibaca.",
        ),
        f"""SELECT {_ARTICLE}, a.site, a.title, a.published_at, a.published_raw, a.first_seen_at,
    (SELECT p.problem FROM public_problems p
        WHERE p.article_id = a.id AND p.field = 'published_at' AND p.resolved_at IS NULL LIMIT 1) AS problem
FROM public_articles a
WHERE a.published_date IS NULL AND {_OF_SITE}
ORDER BY a.first_seen_at DESC
LIMIT {ROWS}""",
        ("site",),
    ),
    Query(
        "same-text",
        ("The same text on several sites", "Teks yang sama di beberapa situs"),
        (
            f"Articles whose text stands word for word on more than one site (texts of at least {SHORTEST_SHARED}"
            " characters). Rows with the same `text` belong together, the one published first before the others.",
            f"Artikel yang teksnya sama kata demi kata di lebih dari satu situs (teks sepanjang sedikitnya"
            f" {SHORTEST_SHARED} huruf). Baris dengan `text` yang sama berkaitan; yang terbit lebih dulu di depan.",
        ),
        f"""SELECT s.first_uid AS text, s.sites, s.uid AS article, s.site, s.published_at, a.title
FROM (
    SELECT * FROM shared_texts t
    WHERE sites > 1 AND (:site = '' OR first_uid IN (SELECT first_uid FROM shared_texts WHERE site = :site))
    ORDER BY spread_at DESC, first_uid, published_at, article_id LIMIT {ROWS}
) s
JOIN public_articles a ON a.id = s.article_id
ORDER BY s.spread_at DESC, s.first_uid, s.published_at, s.article_id""",
        ("site",),
    ),
    Query(
        "press-releases",
        ("Press releases by number", "Siaran pers menurut nomor"),
        (
            "Articles that print the number of a press release, the newest first. A part of a number finds all that"
            " contain it.",
            "Artikel yang mencantumkan nomor siaran pers, yang terbaru lebih dulu. Sebagian nomor menemukan semua yang"
            " memuatnya.",
        ),
        f"""SELECT a.press_release_number AS number, {_ARTICLE}, a.site, a.published_at, a.dateline_date, a.title
FROM public_articles a
WHERE a.press_release_number IS NOT NULL AND {_OF_SITE}
    AND (:number = '' OR instr(lower(a.press_release_number), lower(:number)) > 0)
ORDER BY a.published_date DESC, a.press_release_number
LIMIT {ROWS}""",
        ("number", "site"),
    ),
    Query(
        "capture-log",
        ("Capture log of an address", "Catatan rekaman suatu alamat"),
        (
            "Every answer that was kept of an address, with its digest and its place in the WARC files. Left empty:"
            " the last answers of all.",
            "Setiap jawaban dari suatu alamat yang disimpan, dengan sidik (digest) dan letaknya dalam berkas WARC."
            " Jika kosong: jawaban terakhir dari semua alamat.",
        ),
        f"""SELECT fetched_at, http_status, url, content_type, bytes, digest, record_type, warc_file, warc_offset
FROM (
    SELECT * FROM (SELECT * FROM public_captures WHERE :url = '' ORDER BY id DESC LIMIT {ROWS})
    UNION ALL
    SELECT * FROM (SELECT * FROM public_captures WHERE url = :url ORDER BY fetched_at DESC LIMIT {ROWS})
)
ORDER BY fetched_at DESC, id DESC""",
        ("url",),
    ),
    Query(
        "find",
        ("Search by word stem", "Cari menurut kata dasar"),
        (
            f"Articles with all the words, in any form (penghargaan, menghargai and dihargai find each other), best"
            f" first; of words that more have, the {MOST_RANKED:,} stored last. Left empty: the newest articles.",
            f"Artikel yang memuat semua kata, dalam bentuk apa pun (penghargaan, menghargai dan dihargai saling"
            f" ditemukan), yang paling sesuai lebih dulu; bila lebih banyak, dari {MOST_RANKED // 1000} ribu yang"
            " terakhir disimpan. Jika kosong: artikel terbaru.",
        ),
        f"""SELECT * FROM (
    SELECT {_ARTICLE}, a.published_at, a.site, a.title, snippet(articles_fts, 1, '[', ']', '…', 30) AS found
    FROM (
        SELECT number, score FROM (
            SELECT rowid AS number, bm25(articles_fts, {TITLE_WEIGHT}, 1.0) AS score FROM articles_fts
            WHERE articles_fts MATCH stemmed(:words) AND +rowid NOT IN (
                    SELECT id FROM public_articles WHERE withheld IS NOT NULL
                    AND (withheld = 'version' OR instr(withheld, 'title') > 0 OR instr(withheld, 'body') > 0))
                AND (:site = '' OR +rowid IN (SELECT id FROM public_articles WHERE site = :site))
            ORDER BY rowid DESC LIMIT {MOST_RANKED})
        ORDER BY score, number DESC LIMIT {ROWS // 4}
    ) f
    CROSS JOIN articles_fts ON articles_fts.rowid = f.number
    JOIN public_articles a ON a.id = f.number
    WHERE articles_fts MATCH stemmed(:words)
    ORDER BY f.score, f.number DESC
)
UNION ALL
SELECT * FROM (
    SELECT {_ARTICLE}, a.published_at, a.site, a.title, NULL
    FROM public_articles a
    WHERE :words = '' AND {_OF_SITE} AND a.{_BY_NOW} ORDER BY a.published_date DESC, a.published_time DESC
    LIMIT {ROWS // 4}
)""",
        ("words", "site"),
    ),
    Query(
        "articles-a-month",
        ("Articles a month", "Artikel per bulan"),
        (
            "How many articles were published each month, of all sites or of one: for a chart. Those without a date are"
            " the row `undated`.",
            "Jumlah artikel yang terbit setiap bulan, dari semua situs atau satu situs: untuk grafik. Yang tanpa"
            " tanggal ada di baris `undated`.",
        ),
        """SELECT month, SUM(articles) AS articles, COUNT(*) AS sites, SUM(changed) AS changed, SUM(gone) AS gone,
    SUM(words) AS words
FROM articles_monthly
WHERE :site = '' OR site = :site
GROUP BY month
ORDER BY month DESC""",
        ("site",),
    ),
    Query(
        "coverage-by-month",
        ("Coverage by month", "Cakupan per bulan"),
        (
            "How many sites had news each month, were silent, or were not watched well enough to tell: for a chart.",
            "Jumlah situs yang setiap bulan ada beritanya, tidak ada beritanya, atau kurang teramati: untuk grafik.",
        ),
        """SELECT month, COUNT(*) AS sites, SUM(verdict = 'news') AS news,
    SUM(verdict IN ('silence', 'silence in hindsight')) AS silent, SUM(verdict = 'incomplete') AS incomplete,
    SUM(verdict = 'crawl failed') AS failed, SUM(verdict = 'not observed') AS not_observed, SUM(stored) AS articles
FROM coverage
WHERE :site = '' OR site = :site
GROUP BY month
ORDER BY month DESC""",
        ("site",),
    ),
    Query(
        "views-over-time",
        ("View count over time", "Jumlah kali dilihat dari waktu ke waktu"),
        (
            "Every view count that was seen of an article, by its uid: for a chart. Left empty: the article that grew"
            " most lately.",
            "Setiap jumlah kali dilihat suatu artikel yang pernah teramati, menurut uid-nya: untuk grafik. Jika kosong:"
            " artikel yang akhir-akhir ini paling banyak bertambah.",
        ),
        """WITH wanted AS (
    SELECT CASE WHEN :uid <> '' THEN (SELECT id FROM public_articles WHERE uid = :uid)
        ELSE COALESCE((SELECT article_id FROM recent_growth ORDER BY growth DESC, article_id LIMIT 1),
            (SELECT article_id FROM public_view_counts ORDER BY observed_at DESC LIMIT 1)) END AS id
)
SELECT v.observed_at, v.views, v.views - LAG(v.views) OVER (ORDER BY v.observed_at) AS growth, v.own_fetches,
    (SELECT uid FROM public_articles WHERE id = v.article_id) AS article
FROM public_view_counts v
WHERE v.article_id = (SELECT id FROM wanted)
ORDER BY v.observed_at""",
        ("uid",),
    ),
)

QUERIES: dict[str, Query] = {query.name: query for query in _ALL}


def canned(language: str) -> dict[str, dict[str, Any]]:
    """The queries as Datasette's metadata holds them, in "en" or "id"."""
    which = 1 if language == "id" else 0
    return {
        query.name: {
            "title": query.title[which],
            "description": query.description[which],
            "sql": query.sql,
            "params": list(query.parameters),
            "hide_sql": True,
        }
        for query in QUERIES.values()
    }
