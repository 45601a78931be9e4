"""How fresh and how complete an archive is: what the home page, the list of sites and a site's page show.

Reads what is public, on the live archive and on a release alike: there, `site_health`, `articles_monthly` and
`coverage` are tables. Dates are local, moments UTC, both as ISO text.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sqlite_utils import Database

from blitar_scraper.archive.database import Row, first_row, rows

# The verdicts of `coverage`, as they are told apart: a silence seen at the time or later is one to the reader.
GAPS = {
    "silence": "silent",
    "silence in hindsight": "silent",
    "crawl failed": "failed",
    "incomplete": "incomplete",
    "not observed": "not_observed",
}


@dataclass(frozen=True, slots=True)
class Site:
    """A site and what is kept of it. `gaps`: months by kind (the values of GAPS); `years`: articles by year."""

    id: str
    name: str
    level: str | None
    province: str | None
    home_url: str
    articles: int
    undated: int
    first: str | None
    last: str | None
    last_run_at: str | None
    last_run_status: str | None
    last_complete_at: str | None
    backfilled_at: str | None
    removed: int
    edited: int
    gaps: Mapping[str, int]
    years: Mapping[int, int]


@dataclass(frozen=True, slots=True)
class Overview:
    """The whole archive. `months`: articles by month, `YYYY-MM`; `only_year`: those dated to the year alone."""

    sites: tuple[Site, ...]
    months: Mapping[str, int]
    undated: int
    only_year: int
    withheld: int

    @property
    def articles(self) -> int:
        return sum(site.articles for site in self.sites)

    @property
    def removed(self) -> int:
        return sum(site.removed for site in self.sites)

    @property
    def edited(self) -> int:
        return sum(site.edited for site in self.sites)

    @property
    def first(self) -> str | None:
        return min((site.first for site in self.sites if site.first), default=None)

    @property
    def last(self) -> str | None:
        return max((site.last for site in self.sites if site.last), default=None)

    @property
    def last_run_at(self) -> str | None:
        return max((site.last_run_at for site in self.sites if site.last_run_at), default=None)

    @property
    def gaps(self) -> Mapping[str, int]:
        """Months by kind of gap, of all sites together."""
        return sum((Counter(site.gaps) for site in self.sites), Counter())

    @property
    def needing_attention(self) -> tuple[Site, ...]:
        """The sites whose last run did not end well."""
        return tuple(site for site in self.sites if site.last_run_status not in (None, "finished", "running"))


@dataclass(frozen=True, slots=True)
class Entry:
    """An article in a list. `title` is None where it has none, or where it is withheld (`title_withheld`)."""

    uid: str
    site: str
    site_name: str
    title: str | None
    section: str | None
    published_at: str | None
    gone_at: str | None
    title_withheld: bool


@dataclass(frozen=True, slots=True)
class Change:
    """An edit or a removal. `changed`: the columns that differ; `version`: the one that was superseded."""

    kind: str  # "edited" or "removed"
    at: str
    entry: Entry
    changed: tuple[str, ...] = ()
    version: int | None = None
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class Month:
    """A month of a site: `verdict` as in `coverage`."""

    month: str
    articles: int
    verdict: str


def overview(db: Database) -> Overview:
    """The archive at a glance. Sites with most articles first."""
    monthly = rows(db, "SELECT site, month, articles FROM articles_monthly")
    months: Counter[str] = Counter()
    years: dict[str, Counter[int]] = defaultdict(Counter)
    undated: Counter[str] = Counter()
    only_year = 0
    for row in monthly:
        month, articles = row["month"], row["articles"]
        if month == "undated":
            undated[row["site"]] += articles
            continue
        years[row["site"]][int(month[:4])] += articles
        if len(month) == len("YYYY-MM"):
            months[month] += articles
        else:
            only_year += articles
    edited = dict(
        db.execute(
            """SELECT a.site, COUNT(DISTINCT v.article_id) FROM public_versions v
               JOIN public_articles a ON a.id = v.article_id WHERE v.superseded_by = 'edited' GROUP BY a.site"""
        ).fetchall()
    )
    gaps: dict[str, Counter[str]] = defaultdict(Counter)
    for site, verdict, number in db.execute("SELECT site, verdict, COUNT(*) FROM coverage GROUP BY 1, 2").fetchall():
        if verdict in GAPS:
            gaps[site][GAPS[verdict]] += number
    sites = [
        _site(row, undated=undated, edited=edited, gaps=gaps, years=years)
        for row in rows(
            db,
            """SELECT s.id, s.name, s.level, s.province, s.home_url, h.articles, h.first_published AS first,
                   h.last_published AS last, h.last_run_at, h.last_run_status, h.last_complete_at, h.backfilled_at,
                   h.gone AS removed
               FROM sites s JOIN site_health h ON h.site = s.id""",
        )
    ]
    sites.sort(key=lambda site: (-site.articles, site.name, site.id))
    (withheld,) = db.execute("SELECT COUNT(*) FROM public_withheld").fetchone()
    return Overview(
        sites=tuple(sites),
        months=dict(sorted(months.items())),
        undated=sum(undated.values()),
        only_year=only_year,
        withheld=withheld,
    )


def latest_articles(db: Database, *, site: str | None = None, most: int = 12) -> list[Entry]:
    """The articles published last; those without a date come last, the newest in the archive first."""
    condition = "WHERE site = ?" if site else ""
    # The nearest are found by the index of the table, which the public view's columns do not have; more than `most`,
    # because some of them may be withheld.
    found = rows(
        db,
        f"""{_ENTRY} WHERE a.id IN (
                SELECT id FROM articles {condition} ORDER BY published_date DESC, id DESC LIMIT ?)
            ORDER BY a.published_date DESC, a.published_at DESC, a.id DESC LIMIT ?""",
        *([site] if site else []),
        5 * most,
        most,
    )
    return [_entry(row) for row in found]


def latest_changes(db: Database, *, site: str | None = None, most: int = 10) -> list[Change]:
    """What was edited or removed last, the last first."""
    changes = [*_edits(db, site, most), *_removals(db, site, most)]
    return sorted(changes, key=lambda change: change.at, reverse=True)[:most]


def months_of(db: Database, site: str) -> list[Month]:
    """Every month of a site from its first to its last, with what is known of it."""
    found = rows(
        db,
        """SELECT c.month, COALESCE(m.articles, 0) AS articles, c.verdict
           FROM coverage c LEFT JOIN articles_monthly m ON m.site = c.site AND m.month = c.month
           WHERE c.site = ? ORDER BY c.month""",
        site,
    )
    return [Month(**row) for row in found]


_ENTRY = """SELECT a.uid, a.site, s.name AS site_name, a.title, a.section, a.published_at, a.gone_at, a.gone_reason,
    a.withheld FROM public_articles a JOIN sites s ON s.id = a.site"""


def _edits(db: Database, site: str | None, most: int) -> Iterable[Change]:
    # Those that could be among the last, by the index on the time; the view compares whole texts.
    found = rows(
        db,
        """SELECT a.uid, a.site, s.name AS site_name, a.title, a.section, a.published_at, a.gone_at, a.withheld,
               e.edited_at, e.changed, e.version
           FROM public_edits e JOIN public_articles a ON a.id = e.article_id JOIN sites s ON s.id = a.site
           WHERE e.article_id IN (
               SELECT v.article_id FROM article_versions v JOIN articles x ON x.id = v.article_id
               WHERE v.superseded_by = 'edited' AND (? IS NULL OR x.site = ?)
               ORDER BY v.superseded_at DESC LIMIT ?)
           ORDER BY e.edited_at DESC LIMIT ?""",
        *(site, site, 5 * most, most),
    )
    for row in found:
        changed = tuple(name for name in (row["changed"] or "").split(", ") if name)
        yield Change("edited", row["edited_at"], _entry(row), changed=changed, version=row["version"])


def _removals(db: Database, site: str | None, most: int) -> Iterable[Change]:
    found = rows(
        db,
        f"{_ENTRY} WHERE a.gone_at IS NOT NULL AND (? IS NULL OR a.site = ?) ORDER BY a.gone_at DESC, a.id LIMIT ?",
        *(site, site, most),
    )
    return (Change("removed", row["gone_at"], _entry(row), reason=row["gone_reason"]) for row in found)


def _entry(row: Row) -> Entry:
    return Entry(
        **{name: row[name] for name in ("uid", "site", "site_name", "title", "section", "published_at", "gone_at")},
        title_withheld=row["title"] is None and is_withheld("title", row["withheld"]),
    )


def is_withheld(field: str, withheld: str | None) -> bool:
    """Whether that field is withheld, by what the column `withheld` of the public views says."""
    return bool({field, "version"} & set((withheld or "").split(", ")))


def _site(
    row: Row,
    *,
    undated: Mapping[str, int],
    edited: Mapping[str, int],
    gaps: Mapping[str, Counter[str]],
    years: Mapping[str, Counter[int]],
) -> Site:
    site = row["id"]
    return Site(
        **row,
        undated=undated.get(site, 0),
        edited=edited.get(site, 0),
        gaps=gaps.get(site, Counter()),
        years=years.get(site, Counter()),
    )


def site_named(db: Database, site: str) -> Row | None:
    """The row of `sites` with that id."""
    return first_row(db, "SELECT * FROM sites WHERE id = ?", site)
