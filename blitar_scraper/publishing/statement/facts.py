"""What a data statement says of an archive, as numbers: of what is public, on a live archive and on a release."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Any

from sqlite_utils import Database

from blitar_scraper import __version__
from blitar_scraper.archive.database import Row, rows
from blitar_scraper.archive.query_views import SHORTEST_SHARED
from blitar_scraper.publishing.exports.bounded_reading import bounded_reading
from blitar_scraper.publishing.statement.citing import as_of, fingerprint

# Each field with the column that shows whether it is there, and the name under which it can be withheld.
FIELDS: dict[str, tuple[str, str]] = {
    "title": ("title", "title"),
    "author": ("author", "author"),
    "published_date": ("published_date", "published_at"),
    "published_time": ("published_time", "published_at"),
    "section": ("section", "section"),
    "body": ("body", "body"),
    "views": ("views", "views"),
    "image_url": ("image_url", "image_url"),
    "tags": ("tags", "tags"),
    "modified_at": ("modified_at", "modified_at"),
    "dateline_date": ("dateline_date", "dateline_date"),
    "press_release_number": ("press_release_number", "press_release_number"),
}
# Those of `coverage.verdict` that are gaps, in the order in which they are told.
GAPS = ("not observed", "crawl failed", "incomplete", "silence", "silence in hindsight")


@dataclass(slots=True)
class SiteFacts:
    """One site. `months`: months by verdict; `gaps`: the spans of months, (first, last), by verdict."""

    id: str
    name: str
    level: str | None
    region_code: str | None
    province: str | None
    home_url: str
    timezone: str | None
    backfilled_at: str | None
    verified_at: str | None
    counts_own_fetches: int | None
    articles: int = 0
    first_published: str | None = None
    last_published: str | None = None
    missing: Counter[str] = field(default_factory=Counter)
    with_capture: int = 0
    edits: int = 0
    removed: int = 0
    view_observations: int = 0
    withheld: int = 0
    runs: int = 0
    complete_runs: int = 0
    first_run_at: str | None = None
    last_run_at: str | None = None
    months: dict[str, int] = field(default_factory=dict)
    gaps: dict[str, list[tuple[str, str]]] = field(default_factory=dict)


@dataclass(slots=True)
class Facts:
    """The archive, or some sites of it. Counters go from a stored value to a number of articles, edits and so on."""

    program_version: str
    as_of: str | None
    fingerprint: str
    whole: bool
    sites: list[SiteFacts]
    words: int = 0
    precisions: Counter[str] = field(default_factory=Counter)
    date_witnesses: Counter[str] = field(default_factory=Counter)
    parser_versions: Counter[int] = field(default_factory=Counter)
    program_versions: Counter[str] = field(default_factory=Counter)
    languages: Counter[str] = field(default_factory=Counter)
    edited_articles: int = 0
    edited_fields: Counter[str] = field(default_factory=Counter)
    superseded: Counter[str] = field(default_factory=Counter)
    removed: Counter[str] = field(default_factory=Counter)
    articles_with_views: int = 0
    shared_texts: int = 0
    shared_articles: int = 0
    shared_between_sites: int = 0
    captures: Counter[str] = field(default_factory=Counter)
    capture_files: int = 0
    capture_bytes: int = 0
    first_capture_at: str | None = None
    last_capture_at: str | None = None
    problems: dict[str, tuple[int, int]] = field(default_factory=dict)
    withheld_parts: int = 0

    @property
    def articles(self) -> int:
        return sum(site.articles for site in self.sites)

    @property
    def missing(self) -> Counter[str]:
        return sum((site.missing for site in self.sites), Counter())

    @property
    def first_published(self) -> str | None:
        return min((site.first_published for site in self.sites if site.first_published), default=None)

    @property
    def last_published(self) -> str | None:
        return max((site.last_published for site in self.sites if site.last_published), default=None)

    @property
    def first_run_at(self) -> str | None:
        return min((site.first_run_at for site in self.sites if site.first_run_at), default=None)

    @property
    def last_run_at(self) -> str | None:
        return max((site.last_run_at for site in self.sites if site.last_run_at), default=None)

    def total(self, name: str) -> int:
        """The sum of one of the sites' numbers."""
        return sum(getattr(site, name) for site in self.sites)


def facts_of(db: Database, sites: Sequence[str] = ()) -> Facts:
    """The facts of the archive, or of those of its sites, at one moment."""
    # Within it also the views that count articles by month read what is public.
    with bounded_reading(db, seconds=0):
        return _facts_of(db, sites)


def _facts_of(db: Database, sites: Sequence[str]) -> Facts:
    found = {row["id"]: _site(row) for row in rows(db, "SELECT * FROM sites ORDER BY id")}
    whole = not sites or set(sites) == found.keys()
    chosen = {name: site for name, site in found.items() if whole or name in sites}
    wanted = () if whole else tuple(chosen)
    facts = Facts(__version__, as_of(db, wanted), fingerprint(db, wanted), whole, list(chosen.values()))
    ask = _Asking(db, wanted)
    _read_articles(ask, facts, chosen)
    _read_changes(ask, facts, chosen)
    _read_views(ask, facts, chosen)
    _read_runs(ask, facts, chosen)
    _read_captures(ask, facts)
    _read_coverage(ask, chosen)
    _read_problems(ask, facts)
    for row in ask("SELECT site, count(*) AS number FROM public_withheld WHERE {of_sites} GROUP BY site"):
        chosen[row["site"]].withheld = row["number"]
    return facts


class _Asking:
    """Asks the archive of some sites, or of all."""

    def __init__(self, db: Database, sites: Sequence[str]) -> None:
        self.db = db
        self.sites = list(sites)

    def __call__(self, sql: str) -> Iterator[Row]:
        """The rows, one by one. `{of_sites}` in the query stands for the condition on its column `site`."""
        marks = ", ".join("?" * len(self.sites))
        condition = f"site IN ({marks})" if self.sites else "1"
        cursor = self.db.execute(sql.replace("{of_sites}", condition), self.sites * sql.count("{of_sites}"))
        names = [column[0] for column in cursor.description]
        for row in cursor:
            yield dict(zip(names, row, strict=True))


def _site(row: Row) -> SiteFacts:
    named = ("id", "name", "level", "region_code", "province", "home_url", "timezone")
    dated = ("backfilled_at", "verified_at", "counts_own_fetches")
    return SiteFacts(**{name: row[name] for name in (*named, *dated)})


def _read_articles(ask: _Asking, facts: Facts, sites: Mapping[str, SiteFacts]) -> None:
    """One pass over the articles, one at a time: what is there, what is missing, which texts are the same."""
    # By text the site where it was met first, and of those met again all their sites: few of many.
    first: dict[bytes, str] = {}
    again: dict[bytes, list[str]] = {}
    for row in ask("SELECT * FROM public_articles WHERE {of_sites}"):
        site = sites[row["site"]]
        site.articles += 1
        hidden = set((row["withheld"] or "").split(", ")) - {""}
        facts.withheld_parts += bool(hidden)
        for name, (column, part) in FIELDS.items():
            if row[column] is None and not hidden & {part, "version"}:
                site.missing[name] += 1
        published = row["published_at"]
        if published:
            site.first_published = min(site.first_published or published, published)
            site.last_published = max(site.last_published or published, published)
        site.with_capture += row["capture_id"] is not None
        site.removed += row["gone_at"] is not None
        facts.words += row["word_count"] or 0
        facts.precisions[row["published_precision"] or ("withheld" if hidden else "none")] += 1
        if published and (witness := _witness(row["evidence"])):
            facts.date_witnesses[witness] += 1
        facts.parser_versions[row["parser_version"]] += 1
        facts.languages[row["language"] or "none"] += 1
        facts.articles_with_views += row["views"] is not None
        if row["gone_at"] is not None:
            facts.removed[row["gone_reason"] or "none"] += 1
        if (digest := _digest(row["body_main"])) is None:
            continue
        if digest in first:
            again.setdefault(digest, [first[digest]]).append(site.id)
        else:
            first[digest] = site.id
    facts.shared_texts = len(again)
    facts.shared_articles = sum(len(where) for where in again.values())
    facts.shared_between_sites = sum(len(set(where)) > 1 for where in again.values())


def _witness(evidence: str) -> str | None:
    """Which witness the date was taken from; None where that is not said, or withheld."""
    said: Any = json.loads(evidence or "{}")
    of_date = said.get("published_at") if isinstance(said, dict) else None
    witness = of_date.get("from") if isinstance(of_date, dict) else None
    return witness if isinstance(witness, str) else None


def _digest(text: str | None) -> bytes | None:
    """What two texts have in common that are the same word for word, as the view `shared_texts` compares them."""
    text = (text or "").strip("\n ")
    if len(text) < SHORTEST_SHARED:
        return None
    # 16 bytes: among 10 million texts the chance that two share them is 1 in 10^24.
    return sha256(text.replace("\n", " ").encode("utf-8", "surrogatepass").lower()).digest()[:16]


def _read_changes(ask: _Asking, facts: Facts, sites: Mapping[str, SiteFacts]) -> None:
    edited = set()
    for row in ask("SELECT site, article_id, changed FROM public_edits WHERE {of_sites}"):
        sites[row["site"]].edits += 1
        edited.add(row["article_id"])
        facts.edited_fields.update(name for name in (row["changed"] or "").split(", ") if name)
    facts.edited_articles = len(edited)
    for row in ask(
        """SELECT v.superseded_by, count(*) AS number FROM public_versions v
           JOIN (SELECT id, site FROM public_articles) a ON a.id = v.article_id WHERE {of_sites} GROUP BY 1"""
    ):
        facts.superseded[row["superseded_by"]] = row["number"]


def _read_views(ask: _Asking, facts: Facts, sites: Mapping[str, SiteFacts]) -> None:
    for row in ask(
        """SELECT a.site, count(*) AS number FROM public_view_counts v
           JOIN (SELECT id, site FROM public_articles) a ON a.id = v.article_id WHERE {of_sites} GROUP BY a.site"""
    ):
        sites[row["site"]].view_observations = row["number"]


def _read_runs(ask: _Asking, facts: Facts, sites: Mapping[str, SiteFacts]) -> None:
    for row in ask(
        """SELECT site, count(*) AS runs, sum(status = 'finished') AS complete, min(started_at) AS first,
               max(COALESCE(finished_at, started_at)) AS last FROM runs WHERE {of_sites} GROUP BY site"""
    ):
        site = sites[row["site"]]
        site.runs, site.complete_runs = row["runs"], row["complete"]
        site.first_run_at, site.last_run_at = row["first"], row["last"]
    for row in ask("SELECT program_version, count(*) AS number FROM runs WHERE {of_sites} GROUP BY 1"):
        facts.program_versions[row["program_version"]] = row["number"]


def _read_captures(ask: _Asking, facts: Facts) -> None:
    """Of some sites only: the captures of their runs, and of what their articles were read from."""
    of_sites = "1"
    if ask.sites:
        of_articles = "SELECT id FROM public_articles WHERE {of_sites}"
        of_sites = f"""(run_id IN (SELECT id FROM runs WHERE {{of_sites}})
            OR id IN (SELECT capture_id FROM article_captures WHERE article_id IN ({of_articles})))"""
    told = "SELECT source, warc_file, warc_length, fetched_at FROM captures WHERE"
    files = set()
    for row in ask(f"{told} {of_sites}"):
        facts.captures[row["source"]] += 1
        files.add(row["warc_file"])
        facts.capture_bytes += row["warc_length"] or 0
        at = row["fetched_at"]
        facts.first_capture_at = min(facts.first_capture_at or at, at)
        facts.last_capture_at = max(facts.last_capture_at or at, at)
    facts.capture_files = len(files - {None})


def _read_coverage(ask: _Asking, sites: Mapping[str, SiteFacts]) -> None:
    for row in ask("SELECT site, month, verdict FROM coverage WHERE {of_sites} ORDER BY site, month"):
        site, verdict, month = sites[row["site"]], row["verdict"], row["month"]
        site.months[verdict] = site.months.get(verdict, 0) + 1
        if verdict in GAPS:
            spans = site.gaps.setdefault(verdict, [])
            if spans and _follows(spans[-1][1], month):
                spans[-1] = (spans[-1][0], month)
            else:
                spans.append((month, month))


def _follows(month: str, other: str) -> bool:
    """Whether the other month is the next one."""
    year, number = int(month[:4]), int(month[5:7])
    return other == (f"{year + 1:04}-01" if number == 12 else f"{year:04}-{number + 1:02}")


def _read_problems(ask: _Asking, facts: Facts) -> None:
    for row in ask(
        """SELECT problem, count(*) AS number, sum(resolved_at IS NULL) AS open FROM public_problems
           WHERE {of_sites} GROUP BY problem ORDER BY number DESC, problem"""
    ):
        facts.problems[row["problem"]] = (row["number"], row["open"])
