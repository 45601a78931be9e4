"""What makes a release quick: slow views as tables of the same name and columns, and indexes for what readers ask.

The live archive has neither: there, each costs the crawl that writes. A question therefore has one text for both.
"""

from __future__ import annotations

from dataclasses import dataclass

from sqlite_utils import Database


@dataclass(frozen=True, slots=True)
class _Summary:
    """A view that becomes a table: its columns as SQL, and the indexes on it."""

    columns: str
    indexes: tuple[str, ...] = ()


_SITE = "site TEXT NOT NULL REFERENCES sites (id)"
_ARTICLE = "article_id INTEGER NOT NULL REFERENCES articles (id)"
SUMMARIES = {
    "articles_monthly": _Summary(
        f"""{_SITE}, month TEXT NOT NULL, articles INTEGER NOT NULL, changed INTEGER NOT NULL, gone INTEGER NOT NULL,
        words INTEGER, views INTEGER, PRIMARY KEY (site, month)"""
    ),
    "coverage": _Summary(
        f"""{_SITE}, month TEXT NOT NULL, listed INTEGER NOT NULL, stored INTEGER NOT NULL, failed INTEGER NOT NULL,
        unread INTEGER NOT NULL, dead INTEGER NOT NULL, undated INTEGER NOT NULL, days_observed INTEGER NOT NULL,
        incomplete_runs INTEGER NOT NULL, verdict TEXT NOT NULL, PRIMARY KEY (site, month)"""
    ),
    "view_growth": _Summary(
        f"""{_ARTICLE}, uid TEXT NOT NULL, {_SITE}, previous_at TEXT NOT NULL, observed_at TEXT NOT NULL, days REAL,
        views_before INTEGER NOT NULL, views INTEGER NOT NULL, own_fetches INTEGER NOT NULL, growth INTEGER NOT NULL,
        PRIMARY KEY (article_id, observed_at)"""
    ),
    "views_at_age": _Summary(
        f"""{_ARTICLE}, uid TEXT NOT NULL, {_SITE}, published_date TEXT NOT NULL, age_days INTEGER NOT NULL,
        observed_at TEXT NOT NULL, views INTEGER NOT NULL, own_fetches INTEGER NOT NULL,
        PRIMARY KEY (article_id, age_days)""",
        ("age_days, site",),
    ),
    "site_health": _Summary(
        """site TEXT PRIMARY KEY NOT NULL REFERENCES sites (id), name TEXT NOT NULL, backfilled_at TEXT,
        last_run_at TEXT, last_run_status TEXT, last_exit_status INTEGER, last_complete_at TEXT, last_listed INTEGER,
        last_errors INTEGER, articles INTEGER NOT NULL, first_published TEXT, last_published TEXT,
        gone INTEGER NOT NULL, with_title REAL, with_author REAL, with_date REAL, with_views REAL, with_body REAL,
        never_read INTEGER NOT NULL, failing INTEGER NOT NULL, open_problems INTEGER NOT NULL, last_reason TEXT,
        last_good_at TEXT, failed_runs INTEGER NOT NULL, silent_days INTEGER"""
    ),
    "shared_texts": _Summary(
        f"""first_uid TEXT NOT NULL, {_ARTICLE}, uid TEXT PRIMARY KEY NOT NULL, {_SITE}, published_at TEXT,
        first_seen_at TEXT NOT NULL, length INTEGER NOT NULL, articles INTEGER NOT NULL, sites INTEGER NOT NULL,
        spread_at TEXT NOT NULL""",
        ("spread_at, first_uid, published_at, article_id", "site, first_uid"),
    ),
    "recent_growth": _Summary(
        f"""article_id INTEGER PRIMARY KEY REFERENCES articles (id), uid TEXT NOT NULL, {_SITE}, published_date TEXT,
        previous_at TEXT NOT NULL, observed_at TEXT NOT NULL, days REAL, views_before INTEGER NOT NULL,
        views INTEGER NOT NULL, own_fetches INTEGER NOT NULL, growth INTEGER NOT NULL""",
        ("growth DESC, article_id",),
    ),
}

# By name: the table and what is indexed. Those of the archive itself (`schema.INDEXES`) are in a release, too.
_INDEXES = {
    # The newest and the most viewed of any time, of one site or all, without a look into the articles themselves.
    "articles_in_order": "articles (published_date, published_time, site, section, views)",
    "articles_by_arrival": "articles (first_seen_at)",
    "articles_by_site_and_arrival": "articles (site, first_seen_at)",
    "articles_undated": "articles (first_seen_at, site) WHERE published_date IS NULL",
    "articles_by_gone_reason": "articles (gone_reason) WHERE gone_reason IS NOT NULL",
    "articles_press_releases": "articles (published_date, press_release_number, site)"
    " WHERE press_release_number IS NOT NULL",
    "articles_with_parts_withheld": "articles (withheld) WHERE withheld IS NOT NULL",
    "articles_by_language": "articles (language)",
    "pages_by_kind": "pages (kind)",
    "pages_by_site": "pages (site)",
    "captures_by_status": "captures (http_status)",
    "problems_by_field": "problems (field)",
    "problems_by_site": "problems (site)",
}


def materialise(db: Database) -> None:
    """Make tables of the slow views, and the indexes. To be called on a release's database alone, once it is filled."""
    for name, summary in SUMMARIES.items():
        db.execute(f"CREATE TABLE summary ({summary.columns}) STRICT")
        db.execute(f"INSERT INTO summary SELECT * FROM {name}")
        db.execute(f"DROP VIEW {name}")
        db.execute(f"ALTER TABLE summary RENAME TO {name}")
        for number, columns in enumerate(summary.indexes, 1):
            db.execute(f"CREATE INDEX {name}_{number} ON {name} ({columns})")
    for name, indexed in _INDEXES.items():
        db.execute(f"CREATE INDEX {name} ON {indexed}")
    # Nothing that a release has is hidden.
    db.execute("DROP VIEW public_captures")
    db.execute("CREATE VIEW public_captures AS SELECT * FROM captures")
