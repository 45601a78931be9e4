"""One sentence for each table, view and column: the words of docs/data-dictionary.md and of the published metadata."""

from __future__ import annotations

# A column that means the same wherever it stands is described once, here.
_EVERYWHERE = {
    "site": "The site, by its id in `sites`.",
    "article_id": "The article, by its id in `articles`.",
    "uid": "Short, stable, citable name of the article: a hash of the address at which it was first seen.",
    "capture_id": "The capture that this was read from; null where none was kept.",
    "run_id": "The run in which it happened.",
    "title": "The article's own heading, white space folded, without the site's name.",
    "author": 'The author\'s name as printed, without a label such as "Oleh :".',
    "section": "The section as printed.",
    "published_at": "When the page says that it was published: local time, ISO, as precise as the page and no more.",
    "published_raw": "The publication date as printed.",
    "published_precision": "How precise `published_at` is: year, month, day, minute or second.",
    "published_date": "The local date of publication, YYYY-MM-DD; null where the page is less precise.",
    "published_time": "The local time of publication, HH:MM; null where the page prints none.",
    "modified_at": "What the site says of the article's last change.",
    "dateline_date": "The date inside the text, as in the head of a press release.",
    "press_release_number": "The number of the press release (siaran pers), as printed.",
    "image_url": "The address of the article's main image.",
    "tags": "The article's tags, a JSON list.",
    "language": "The language of the text, as an ISO 639-1 code.",
    "word_count": "The number of words in `body`.",
    "content_digest": "SHA-256 over title, author, published_at, section and body: the same digest, the same content.",
    "parser_version": "The version of the extraction that read it.",
    "evidence": "For each field the witness that it was taken from and the raw text, as JSON.",
    "body": "All text of the article, one block a line.",
    "body_main": "`body` without press-release header and contact block (computed when read).",
    "version": "The number of the version, counted from 1.",
    "seen_at": "When it was first seen (UTC).",
    "observed_at": "When it was observed (UTC).",
    "views": "The view count that the site showed.",
    "own_fetches": "How many requests of ours for the article's page there had been by then.",
    "month": "The month, YYYY-MM.",
    "http_status": "The status of the last HTTP answer.",
    "withheld": "The fields that are withheld, or `version` where all of it is; null where nothing is.",
}

TABLES = {
    "sites": "The sites of this archive.",
    "pages": "Every address known, and when it is to be fetched: the frontier of the crawl.",
    "articles": "Every article, as last seen.",
    "article_versions": "Former versions of articles whose content has changed since.",
    "article_captures": "Which captures each version of an article was read from.",
    "view_counts": "Every view count ever seen.",
    "media": "The images and attachments of an article, in the order of its page.",
    "popular": 'The "Berita Populer" lists, once a day and whenever they changed.',
    "runs": "Every crawl of a site, and how it went.",
    "captures": "Every HTTP response kept, and where in which WARC file it is.",
    "sightings": "What was made of each answer, in order: with the captures, all that is needed to read them again.",
    "problems": "What a person should know: values that could not be read, pages that failed, events worth a note.",
    "withholdings": "What is kept out of everything public, and why: one row an act; lifting one dates it.",
    "stem_terms": "Each word of the texts by its stem, so that a search finds all its forms: penghargaan, menghargai.",
    "articles_fts": "The full-text index on `title` and `body_main` of `articles`.",
}

VIEWS = {
    "article_history": "Every version of every article, the superseded ones and the current one together.",
    "edits": "Every change that the government made to an article, with what stood there before and after.",
    "articles_monthly": "Articles by site and month of publication; those without a date are a row of their own.",
    "coverage": "By site and month, what was found and how closely it was watched: tells silence from a failed crawl.",
    "view_growth": "How much the view count of an article grew between two observations that follow each other.",
    "views_at_age": "The view count of an article by its age in days; the last observation of each day.",
    "site_health": "For each site its last run, how complete its articles are, and what is open.",
    "public_articles": "What may be shown of `articles`: what is withheld is left out, or null.",
    "public_versions": "What may be shown of `article_versions`.",
    "public_media": "What may be shown of `media`.",
    "public_view_counts": "What may be shown of `view_counts`.",
    "public_pages": "What may be shown of `pages`.",
    "public_problems": "What may be shown of `problems`.",
    "public_popular": "What may be shown of `popular`.",
    "public_edits": "What may be shown of `edits`: both sides of a change, or nothing.",
    "public_withheld": "The articles that are withheld as a whole: that they exist, and nothing that they say.",
    "shared_texts": "Articles whose text another article has, too, word for word; texts of at least 200 characters.",
    "recent_growth": "How much the view count of an article grew in the last 30 days that were observed.",
    "public_captures": "What may be shown of `captures`: not those of articles that are withheld as a whole.",
}

COLUMNS: dict[str, dict[str, str]] = {
    "sites": {
        "id": "Short name of the site.",
        "name": "Name of the government or agency.",
        "level": "kota, kabupaten, provinsi, opd (an agency), kecamatan, kelurahan or desa.",
        "region_code": 'The region\'s code of the Ministry of Home Affairs, such as "35.72".',
        "province": "The province.",
        "home_url": "The address of the site's home page.",
        "timezone": "The site's time zone, an IANA name; null where not known.",
        "system": "The publishing system that the site runs on.",
        "settings": "Where its articles are and what else is particular to it, as JSON: start_urls, rest, feeds,"
        " sitemaps, delay, verify_certificates, daily_requests, conditional_requests, selectors. May be edited.",
        "added_at": "When the site became part of this archive (UTC).",
        "backfilled_at": "When all that its listings name had been stored once (UTC).",
        "verified_at": "When its settings were last found right on the live site (UTC).",
        "counts_own_fetches": "1 where the site's view counter was shown to count our own requests, 0 where it "
        "was shown not to; null where neither.",
    },
    "pages": {
        "url": "The address as it is requested.",
        "kind": "article, listing, feed (or REST), sitemap or other: with an article_id, a further address of that"
        " article that shows the same text without redirecting.",
        "article_id": "The article that stands, or once stood, at the address.",
        "discovered_at": "When the address became known (UTC).",
        "last_listed_at": "When a listing last named it (UTC).",
        "last_fetched_at": "When it last gave a usable answer (UTC).",
        "failures": "How often in a row it has failed.",
        "due_at": "When it is to be fetched again (UTC); null: not for itself.",
        "etag": "The ETag of the last answer.",
        "last_modified": "The Last-Modified header of the last answer.",
        "fetches": "How often it brought an article's page or a listing, or word that it was not modified.",
        "address_key": "What all spellings of the address (http or https, `www.`, last slash) have in common.",
        "listed_as": "The different titles and dates that listings gave it, oldest first, a JSON list.",
    },
    "articles": {
        "id": "Number of the article in this archive.",
        "url": "The address at which the article was last seen.",
        "views": "The view count as last seen on the page or in a listing; null where the site shows none.",
        "version": "The number of the present version; 1 where the content never changed.",
        "first_seen_at": "When the article was first read (UTC).",
        "last_seen_at": "When the article's page was last read (UTC).",
        "gone_at": "When the article was first found removed (UTC); null while it is there.",
        "gone_reason": "How its removal showed: 404, soft-404 (another page instead), home (sent to the home page), "
        "moved-site.",
        "withheld_at": "Since when the article is kept out of everything public (UTC).",
    },
    "article_versions": {
        "url": "The article's address at that time.",
        "superseded_at": "When the next version was first seen (UTC).",
        "superseded_by": "edited (by the government), reparsed (read better by a newer program, or with the "
        "site's settings corrected), merged (two addresses turned out to be one article) or imported (others' captures "
        "came in, and the history was written anew).",
        "evidence": "As in `articles`; the images of that version under `media`.",
    },
    "article_captures": {
        "role": "What the capture was to the article: page, part, listing, feed, rest or sitemap; in a release also"
        " gone: what shows that it was removed."
    },
    "view_counts": {},
    "media": {
        "position": "Its place on the page, from 1.",
        "kind": "image, attachment or video.",
        "url": "Its address.",
        "caption": "Its caption.",
    },
    "popular": {
        "rank": "The place in the list, from 1.",
        "url": "The address that the entry links to.",
        "title": "The entry's title.",
    },
    "runs": {
        "id": "Number of the run.",
        "mode": "What kind of crawl it was, such as update or full.",
        "started_at": "When it began (UTC).",
        "finished_at": "When it ended (UTC); null for one that was killed or is running.",
        "status": "running, finished (the paging was not cut short), interrupted, or another reason for ending early.",
        "exit_status": "The exit status of the command.",
        "requests": "HTTP requests sent.",
        "bytes": "Bytes received.",
        "listed": "Articles named by the listing pages read, counted once a page.",
        "new": "Articles stored for the first time.",
        "edited": "Articles that the government had changed.",
        "unchanged": "Articles read again without a change by the government.",
        "gone": "Articles found removed.",
        "errors": "Addresses that gave no usable answer.",
        "program_version": "The version of this program.",
        "stats": "All other numbers of the run, as JSON.",
    },
    "captures": {
        "id": "Number of the capture.",
        "source": "crawl or import.",
        "url": "The address that was fetched.",
        "fetched_at": "When it was fetched (UTC).",
        "http_status": "The status of the HTTP answer.",
        "content_type": "The Content-Type header.",
        "bytes": "Length of the payload.",
        "digest": "`sha256:` and the hash of the payload as it came; null for a 304, which has none.",
        "record_id": "The WARC-Record-ID.",
        "record_type": "response or revisit.",
        "refers_to": "For a revisit, the record that holds the same payload.",
        "warc_file": "The WARC file, by its path in the archive's folder of WARC files (`data/blitar.warc/`).",
        "warc_offset": "Where in the file the record begins, in bytes.",
        "warc_length": "Length of the record in the file, in bytes.",
    },
    "sightings": {
        "id": "Number of the sighting.",
        "at": "When it was seen (UTC); sightings are told in the order of this and their numbers.",
        "capture_id": "The capture that it was read from; null where no answer came.",
        "account": "How the answer was got and what the crawl knew of it beside its bytes, as JSON; captures are named"
        " by their record ids. It stands in the WARC file too.",
    },
    "problems": {
        "id": "Number of the problem.",
        "article_id": "The article concerned.",
        "url": "The address concerned.",
        "field": "The field concerned; null where it is the page or the run as a whole.",
        "problem": "Short hyphenated name of the problem.",
        "detail": "What a person needs to understand it.",
        "resolved_at": "When it was gone (UTC); null while open; the same as `seen_at` for an event worth a note.",
    },
    "withholdings": {
        "id": "Number of the act.",
        "article_id": "The article that is withheld, or a part of which is.",
        "field": "The field withheld, in every version; null where it is not one field.",
        "version": "The version withheld, with what says the same; null where it is not one version.",
        "withheld_at": "Since when (UTC).",
        "lifted_at": "Until when (UTC); null while it is in force.",
        "reason": "Why, in the keeper's words; never shown to the public.",
        "lifted_because": "Why it was lifted, if that was said.",
    },
    "stem_terms": {"stem": "The stem.", "term": "A word of the texts that has it."},
    "article_history": {
        "url": "The article's address at that time.",
        "seen_at": "When the version was first seen (UTC).",
        "superseded_at": "When the next version was first seen (UTC); null for the present one.",
        "superseded_by": "edited, reparsed, merged or imported; null for the present version.",
    },
    "edits": {
        "url": "The address at which the article was last seen.",
        "version": "The number of the version that was superseded.",
        "seen_at": "When the version before was first seen (UTC).",
        "edited_at": "When the change was first seen (UTC).",
        "changed": "The fields that changed.",
        "title_before": "The title before.",
        "title_after": "The title after.",
        "author_before": "The author before.",
        "author_after": "The author after.",
        "section_before": "The section before.",
        "section_after": "The section after.",
        "published_before": "The publication date before.",
        "published_after": "The publication date after.",
        "body_before": "The text before.",
        "body_after": "The text after.",
    },
    "articles_monthly": {
        "month": "The month of publication, YYYY-MM; YYYY where only the year is known, `undated` where nothing is.",
        "articles": "Number of articles.",
        "changed": "How many of them have more than one version.",
        "gone": "How many of them were removed.",
        "words": "Number of words in their bodies.",
        "views": "Sum of their view counts as last seen.",
    },
    "coverage": {
        "listed": "Article addresses of that month that a listing named; a moved article has two.",
        "stored": "Articles stored that were published in that month.",
        "failed": "Article addresses of that month that were never read, because each attempt failed.",
        "unread": "Article addresses of that month that are known and have not been tried yet.",
        "dead": "Article addresses of that month that a listing named and that lead to nothing.",
        "undated": "Articles whose month of publication is not known, first seen in that month.",
        "days_observed": "Days of that month, in the site's time (else UTC), on which a crawl ran to its end.",
        "incomplete_runs": "Crawls begun in that month that did not run to their end.",
        "verdict": "news; incomplete (some pages never read); silence (watched, and nothing); silence in hindsight (a "
        "later complete crawl found nothing); crawl failed; not observed.",
    },
    "view_growth": {
        "previous_at": "When the observation before was made (UTC).",
        "days": "Days between the two.",
        "views_before": "The view count before.",
        "own_fetches": "Our own requests for the page between the two.",
        "growth": "The difference of the counts; without our own requests where the site's counter counts them.",
    },
    "views_at_age": {"age_days": "Days since publication, in the site's time."},
    "site_health": {
        "name": "Name of the government or agency.",
        "backfilled_at": "When all that its listings name had been stored once (UTC).",
        "last_run_at": "When the last run began (UTC).",
        "last_run_status": "How the last run ended.",
        "last_exit_status": "The exit status of the last run.",
        "last_complete_at": "When the last run with uncut paging ended (UTC).",
        "last_listed": "Articles named by the listing pages of the last run.",
        "last_errors": "Addresses that failed in the last run.",
        "articles": "Number of articles.",
        "first_published": "The earliest date of publication.",
        "last_published": "The latest date of publication.",
        "gone": "Articles that were removed.",
        "with_title": "Share of articles that have a title (0 to 1).",
        "with_author": "Share of articles that have an author.",
        "with_date": "Share of articles whose day of publication is known.",
        "with_views": "Share of articles that have a view count.",
        "with_body": "Share of articles that have a text.",
        "never_read": "Article addresses known, but never read.",
        "failing": "Addresses whose last attempt failed.",
        "open_problems": "Problems that are open.",
    },
}

COLUMNS["public_articles"] = {
    column: sentence for column, sentence in COLUMNS["articles"].items() if column != "withheld_at"
}
COLUMNS["public_versions"] = COLUMNS["article_versions"]
for _table in ("media", "view_counts", "pages", "problems", "popular", "edits"):
    COLUMNS[f"public_{_table}"] = COLUMNS[_table]
COLUMNS["public_withheld"] = {"withheld_at": COLUMNS["articles"]["withheld_at"]}
COLUMNS["public_captures"] = COLUMNS["captures"]
COLUMNS["shared_texts"] = {
    "first_uid": "The uid of the article that came into the archive first with this text: it names the text.",
    "first_seen_at": COLUMNS["articles"]["first_seen_at"],
    "length": "Characters of the text, without press-release header and contact block.",
    "articles": "How many articles have it.",
    "sites": "On how many sites.",
    "spread_at": "When the last of these articles was first read (UTC).",
}
COLUMNS["recent_growth"] = {
    "previous_at": "When the first of the observations compared was made (UTC).",
    "observed_at": "When the last of them was made (UTC).",
    "days": "Days between the two.",
    "views_before": "The view count at the first of them.",
    "views": "The view count at the last of them.",
    "own_fetches": "Our own requests for the page between the two.",
    "growth": COLUMNS["view_growth"]["growth"],
}


def describe(table: str, column: str) -> str | None:
    """The sentence for a column of a table or view."""
    own = COLUMNS.get(table, {})
    return own.get(column) or _EVERYWHERE.get(column)
