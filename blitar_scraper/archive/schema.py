"""The tables, indexes and triggers of an archive, as SQL: those of schema version 1, then what each migration added.

What each column means stands in `descriptions.py`, and from there in docs/data-dictionary.md. A later version
does not edit these texts: it adds one, and a migration (`migrations.py`), because archives made with them exist.

STRICT: a value of another type than its column's is refused, not converted. Long text is last in its table, so that
a query that does not ask for it need not read past it. WITHOUT ROWID where the key is most of the row.
"""

from __future__ import annotations

# Computed when read, so it needs no space. Character positions of Python and SQLite agree: both count code points
# (and `clean_text` removes the NUL at which SQLite would stop).
_BODY_MAIN = """body_main TEXT GENERATED ALWAYS AS (
        CASE WHEN json_extract(evidence, '$.main_span[0]') IS NULL THEN body
        ELSE substr(body, json_extract(evidence, '$.main_span[0]') + 1,
                    json_extract(evidence, '$.main_span[1]') - json_extract(evidence, '$.main_span[0]')) END
    ) VIRTUAL"""

TABLES = f"""
CREATE TABLE sites (
    id TEXT PRIMARY KEY NOT NULL,
    name TEXT NOT NULL,
    level TEXT,
    region_code TEXT,
    province TEXT,
    home_url TEXT NOT NULL,
    timezone TEXT,
    system TEXT,
    settings TEXT NOT NULL DEFAULT '{{}}' CHECK (json_valid(settings)),
    added_at TEXT NOT NULL,
    backfilled_at TEXT,
    verified_at TEXT,
    counts_own_fetches INTEGER
) STRICT;

CREATE TABLE runs (
    id INTEGER PRIMARY KEY,
    site TEXT NOT NULL REFERENCES sites (id),
    mode TEXT NOT NULL,
    started_at TEXT NOT NULL,
    finished_at TEXT,
    status TEXT NOT NULL,
    exit_status INTEGER,
    requests INTEGER NOT NULL DEFAULT 0,
    bytes INTEGER NOT NULL DEFAULT 0,
    listed INTEGER NOT NULL DEFAULT 0,
    new INTEGER NOT NULL DEFAULT 0,
    edited INTEGER NOT NULL DEFAULT 0,
    unchanged INTEGER NOT NULL DEFAULT 0,
    gone INTEGER NOT NULL DEFAULT 0,
    errors INTEGER NOT NULL DEFAULT 0,
    program_version TEXT NOT NULL,
    stats TEXT CHECK (stats IS NULL OR json_valid(stats))
) STRICT;

CREATE TABLE captures (
    id INTEGER PRIMARY KEY,
    run_id INTEGER REFERENCES runs (id),
    source TEXT NOT NULL,
    url TEXT NOT NULL,
    fetched_at TEXT NOT NULL,
    http_status INTEGER,
    content_type TEXT,
    bytes INTEGER,
    digest TEXT,
    record_id TEXT,
    record_type TEXT,
    refers_to TEXT,
    warc_file TEXT,
    warc_offset INTEGER,
    warc_length INTEGER
) STRICT;

CREATE TABLE articles (
    id INTEGER PRIMARY KEY,
    uid TEXT NOT NULL UNIQUE,
    site TEXT NOT NULL REFERENCES sites (id),
    url TEXT NOT NULL,
    title TEXT,
    author TEXT,
    section TEXT,
    published_at TEXT,
    published_raw TEXT,
    published_precision TEXT,
    published_date TEXT,
    published_time TEXT,
    modified_at TEXT,
    dateline_date TEXT,
    views INTEGER,
    press_release_number TEXT,
    image_url TEXT,
    tags TEXT CHECK (tags IS NULL OR json_valid(tags)),
    language TEXT,
    word_count INTEGER,
    version INTEGER NOT NULL,
    content_digest TEXT NOT NULL,
    parser_version INTEGER NOT NULL,
    first_seen_at TEXT NOT NULL,
    last_seen_at TEXT NOT NULL,
    gone_at TEXT,
    gone_reason TEXT,
    withheld_at TEXT,
    capture_id INTEGER REFERENCES captures (id),
    evidence TEXT NOT NULL CHECK (json_valid(evidence)),
    body TEXT,
    {_BODY_MAIN}
) STRICT;

CREATE TABLE article_versions (
    article_id INTEGER NOT NULL REFERENCES articles (id),
    version INTEGER NOT NULL,
    url TEXT NOT NULL,
    title TEXT,
    author TEXT,
    section TEXT,
    published_at TEXT,
    published_raw TEXT,
    published_precision TEXT,
    published_date TEXT,
    published_time TEXT,
    modified_at TEXT,
    dateline_date TEXT,
    press_release_number TEXT,
    image_url TEXT,
    tags TEXT CHECK (tags IS NULL OR json_valid(tags)),
    language TEXT,
    word_count INTEGER,
    content_digest TEXT NOT NULL,
    parser_version INTEGER NOT NULL,
    seen_at TEXT NOT NULL,
    superseded_at TEXT NOT NULL,
    superseded_by TEXT NOT NULL,
    capture_id INTEGER REFERENCES captures (id),
    evidence TEXT NOT NULL CHECK (json_valid(evidence)),
    body TEXT,
    {_BODY_MAIN},
    PRIMARY KEY (article_id, version)
) STRICT;

CREATE TABLE article_captures (
    article_id INTEGER NOT NULL REFERENCES articles (id),
    version INTEGER NOT NULL,
    capture_id INTEGER NOT NULL REFERENCES captures (id),
    role TEXT NOT NULL,
    PRIMARY KEY (article_id, version, capture_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE pages (
    url TEXT PRIMARY KEY NOT NULL,
    site TEXT NOT NULL REFERENCES sites (id),
    kind TEXT NOT NULL,
    article_id INTEGER REFERENCES articles (id),
    discovered_at TEXT NOT NULL,
    last_listed_at TEXT,
    last_fetched_at TEXT,
    http_status INTEGER,
    failures INTEGER NOT NULL DEFAULT 0,
    due_at TEXT,
    etag TEXT,
    last_modified TEXT,
    fetches INTEGER NOT NULL DEFAULT 0,
    address_key TEXT NOT NULL UNIQUE,
    listed_as TEXT CHECK (listed_as IS NULL OR json_valid(listed_as))
) STRICT;

CREATE TABLE view_counts (
    article_id INTEGER NOT NULL REFERENCES articles (id),
    observed_at TEXT NOT NULL,
    views INTEGER NOT NULL,
    own_fetches INTEGER NOT NULL,
    capture_id INTEGER REFERENCES captures (id),
    PRIMARY KEY (article_id, observed_at)
) STRICT, WITHOUT ROWID;

CREATE TABLE media (
    article_id INTEGER NOT NULL REFERENCES articles (id),
    position INTEGER NOT NULL,
    kind TEXT NOT NULL,
    url TEXT NOT NULL,
    caption TEXT,
    capture_id INTEGER REFERENCES captures (id),
    PRIMARY KEY (article_id, position)
) STRICT;

CREATE TABLE popular (
    site TEXT NOT NULL REFERENCES sites (id),
    observed_at TEXT NOT NULL,
    rank INTEGER NOT NULL,
    url TEXT,
    title TEXT NOT NULL,
    capture_id INTEGER REFERENCES captures (id),
    PRIMARY KEY (site, observed_at, rank)
) STRICT;

CREATE TABLE problems (
    id INTEGER PRIMARY KEY,
    run_id INTEGER REFERENCES runs (id),
    site TEXT REFERENCES sites (id),
    article_id INTEGER REFERENCES articles (id),
    url TEXT,
    field TEXT,
    problem TEXT NOT NULL,
    detail TEXT,
    seen_at TEXT NOT NULL,
    resolved_at TEXT,
    capture_id INTEGER REFERENCES captures (id)
) STRICT;

CREATE TABLE stem_terms (
    stem TEXT NOT NULL,
    term TEXT NOT NULL,
    PRIMARY KEY (stem, term)
) STRICT, WITHOUT ROWID;
"""

INDEXES = """
CREATE INDEX articles_by_date ON articles (site, published_date);
CREATE INDEX articles_by_day ON articles (published_date);
CREATE INDEX articles_by_author ON articles (author);
CREATE INDEX articles_by_section ON articles (section);
CREATE INDEX articles_by_title ON articles (site, title);
CREATE INDEX articles_by_digest ON articles (site, content_digest);
CREATE INDEX articles_gone ON articles (gone_at) WHERE gone_at IS NOT NULL;
CREATE INDEX articles_by_press_release ON articles (press_release_number) WHERE press_release_number IS NOT NULL;
CREATE INDEX article_versions_by_time ON article_versions (superseded_by, superseded_at);
CREATE INDEX article_captures_by_capture ON article_captures (capture_id);
CREATE INDEX captures_by_url ON captures (url, fetched_at);
CREATE INDEX captures_by_run ON captures (run_id);
CREATE INDEX captures_by_digest ON captures (digest);
CREATE INDEX pages_due ON pages (site, due_at) WHERE kind = 'article' AND due_at IS NOT NULL;
CREATE INDEX pages_by_article ON pages (article_id);
CREATE INDEX view_counts_by_time ON view_counts (observed_at);
CREATE INDEX popular_by_url ON popular (url);
CREATE INDEX runs_by_site ON runs (site, status);
CREATE INDEX problems_open ON problems (site, url) WHERE resolved_at IS NULL;
CREATE INDEX problems_by_name ON problems (problem, detail);
CREATE INDEX problems_by_article ON problems (article_id);
CREATE INDEX problems_by_run ON problems (run_id);
"""

# content="articles" in double quotes: Datasette does not detect the search table otherwise. The update trigger leaves
# the index alone where neither text changed: most updates only say that an article was seen again.
SEARCH = """
CREATE VIRTUAL TABLE articles_fts USING fts5 (
    title, body_main, content="articles", content_rowid="id", tokenize="unicode61"
);
CREATE TRIGGER articles_fts_insert AFTER INSERT ON articles BEGIN
    INSERT INTO articles_fts (rowid, title, body_main) VALUES (new.id, new.title, new.body_main);
END;
CREATE TRIGGER articles_fts_delete AFTER DELETE ON articles BEGIN
    INSERT INTO articles_fts (articles_fts, rowid, title, body_main)
    VALUES ('delete', old.id, old.title, old.body_main);
END;
CREATE TRIGGER articles_fts_update AFTER UPDATE ON articles
WHEN old.title IS NOT new.title OR old.body_main IS NOT new.body_main OR old.id IS NOT new.id BEGIN
    INSERT INTO articles_fts (articles_fts, rowid, title, body_main)
    VALUES ('delete', old.id, old.title, old.body_main);
    INSERT INTO articles_fts (rowid, title, body_main) VALUES (new.id, new.title, new.body_main);
END;
"""

SIGHTINGS = """
CREATE TABLE sightings (
    id INTEGER PRIMARY KEY,
    site TEXT NOT NULL REFERENCES sites (id),
    at TEXT NOT NULL,
    run_id INTEGER REFERENCES runs (id),
    capture_id INTEGER REFERENCES captures (id),
    account TEXT NOT NULL CHECK (json_valid(account))
) STRICT;
CREATE INDEX sightings_by_site ON sightings (site, at, id);
CREATE INDEX sightings_by_capture ON sightings (capture_id);
CREATE INDEX captures_by_record ON captures (record_id);
CREATE INDEX captures_by_file ON captures (warc_file, warc_offset);
"""

# What was withheld before reasons were kept gets one, so that nothing comes to light by the change.
WITHHOLDINGS = """
CREATE TABLE withholdings (
    id INTEGER PRIMARY KEY,
    article_id INTEGER NOT NULL REFERENCES articles (id),
    field TEXT,
    version INTEGER,
    withheld_at TEXT NOT NULL,
    lifted_at TEXT,
    reason TEXT NOT NULL,
    lifted_because TEXT,
    CHECK (field IS NULL OR version IS NULL)
) STRICT;
CREATE INDEX withholdings_by_article ON withholdings (article_id);
CREATE INDEX withholdings_by_field ON withholdings (field, article_id) WHERE lifted_at IS NULL;
CREATE INDEX articles_withheld ON articles (withheld_at) WHERE withheld_at IS NOT NULL;
INSERT INTO withholdings (article_id, withheld_at, reason)
SELECT id, withheld_at, 'withheld before reasons were kept' FROM articles WHERE withheld_at IS NOT NULL;
"""
