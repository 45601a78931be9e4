"""The data statement of an archive: what was collected, from where and when, and what is missing in it.

Made to be put into the appendix of a thesis or an article. Pure: from `statement_facts.Facts` to a document.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from blitar_scraper.archive.controls import without_controls
from blitar_scraper.archive.query_views import SHORTEST_SHARED
from blitar_scraper.publishing.statement.documents import Block, Bullets, Heading, Paragraph, Table
from blitar_scraper.publishing.statement.facts import FIELDS, GAPS, Facts, SiteFacts
from blitar_scraper.publishing.words import Words

# Spans of months named a site and verdict: a site that was silent every second month would else fill a page.
_MOST_SPANS = 6
# The columns of the table by site: more do not fit across a page.
_BY_SITE = ("title", "author", "published_date", "section", "body", "views")
_VERDICTS = {
    "news": ("news",),
    "silent": ("silence", "silence in hindsight"),
    "incomplete": ("incomplete",),
    "crawl failed": ("crawl failed",),
    "not observed": ("not observed",),
}


def statement(facts: Facts, citation: str, t: Words) -> list[Block]:
    """The whole statement. `citation`: how to cite the archive, in the same language."""
    blocks = [Heading(t("statement.title"), 1), *_summary(facts, t)]
    if facts.sites:
        blocks += [*_sources(facts, t), *_collection(facts, t), *_coverage(facts, t)]
    if facts.articles:
        blocks += [*_missing(facts, t), *_dates(facts, t), *_changes(facts, t)]
    if facts.sites:
        blocks += [*_provenance(facts, t), *_problems(facts, t), *_withheld(facts, t)]
    return [*blocks, *_limits(t), *_citing(citation, t)]


def _summary(facts: Facts, t: Words) -> Iterator[Block]:
    sites = t.count(len(facts.sites), "site")
    said = {"articles": t.count(facts.articles, "article"), "sites": sites, "words": t.count(facts.words, "word")}
    if not facts.articles:
        yield Paragraph(t("statement.empty", sites=sites))
    elif facts.first_published is None:
        yield Paragraph(t("statement.summary_undated", **said))
    else:
        first, last = t.date(facts.first_published), t.date(facts.last_published)
        yield Paragraph(t("statement.summary", first=first, last=last, **said))
    sentences = [t("statement.state", moment=t.moment(facts.as_of))] if facts.as_of else []
    if not facts.whole:
        sentences.insert(0, t("statement.of_some"))
    if sentences:
        yield Paragraph(" ".join(sentences))


def _sources(facts: Facts, t: Words) -> Iterator[Block]:
    yield Heading(t("statement.sources"))
    names = ("site", "name", "region", "articles", "first", "last")
    yield Table(
        [t(f"statement.{name}") for name in names],
        [
            (
                site.id,
                without_controls(site.name),
                ", ".join(part for part in (site.region_code, site.province) if part) or "–",
                t.number(site.articles),
                t.short_date(site.first_published) or "–",
                t.short_date(site.last_published) or "–",
            )
            for site in facts.sites
        ],
        frozenset({3}),
    )
    yield Paragraph(t("statement.region_note"))


def _collection(facts: Facts, t: Words) -> Iterator[Block]:
    yield Heading(t("statement.collection"))
    runs = facts.total("runs")
    if runs:
        crawled = t(
            "statement.crawled",
            first=t.moment(facts.first_run_at),
            last=t.moment(facts.last_run_at),
            runs=t.count(runs, "run"),
            complete=t.number(facts.total("complete_runs")),
            versions=", ".join(sorted(facts.program_versions)),
        )
        yield Paragraph(f"{crawled} {t('statement.method')}")
    else:
        yield Paragraph(t("statement.not_crawled"))
    sentences = []
    if facts.parser_versions:
        versions = ", ".join(str(version) for version in sorted(facts.parser_versions))
        sentences.append(t("statement.parsers", versions=versions))
    if unfinished := [site.id for site in facts.sites if site.backfilled_at is None]:
        sentences.append(t("statement.not_backfilled", sites=", ".join(unfinished)))
    if unverified := sum(site.verified_at is None for site in facts.sites):
        all_ = t.number(len(facts.sites))
        sentences.append(t("statement.not_verified", number=t.number(unverified), all=all_))
    if sentences:
        yield Paragraph(" ".join(sentences))


def _coverage(facts: Facts, t: Words) -> Iterator[Block]:
    if not any(site.months for site in facts.sites):
        return
    yield Heading(t("statement.coverage"))
    yield Paragraph(t("statement.coverage_note"))
    yield Table(
        [t("statement.site"), *(t(f"statement.verdict.{verdict}") for verdict in _VERDICTS)],
        [
            (site.id, *(t.number(sum(site.months.get(verdict, 0) for verdict in of)) for of in _VERDICTS.values()))
            for site in facts.sites
        ],
        frozenset(range(1, 1 + len(_VERDICTS))),
    )
    if gaps := [t("statement.gaps", site=site.id, gaps=_gaps(site, t)) for site in facts.sites if site.gaps]:
        yield Bullets(gaps)


def _gaps(site: SiteFacts, t: Words) -> str:
    """Which months they are: `not observed 2024-03 to 2024-05; silent 2023-08`."""
    said = []
    for name, verdicts in _VERDICTS.items():
        spans = sorted(span for verdict in verdicts if verdict in GAPS for span in site.gaps.get(verdict, ()))
        if not spans:
            continue
        words = [
            first if first == last else t("statement.span", first=first, last=last)
            for first, last in spans[:_MOST_SPANS]
        ]
        if len(spans) > _MOST_SPANS:
            words.append(t("statement.more_spans", count=t.number(len(spans) - _MOST_SPANS)))
        said.append(f"{t(f'statement.verdict.{name}').lower()} {', '.join(words)}")
    return "; ".join(said)


def _missing(facts: Facts, t: Words) -> Iterator[Block]:
    yield Heading(t("statement.missing"))
    yield Paragraph(t("statement.missing_note"))
    missing, articles = facts.missing, facts.articles
    names = ("field", "column", "missing_number", "share")
    yield Table(
        [t(f"statement.{name}") for name in names],
        [
            (t(f"statement.field.{name}"), f"`{name}`", t.number(missing[name]), t.percent(missing[name] / articles))
            for name in FIELDS
        ],
        frozenset({2, 3}),
    )
    if len(facts.sites) < 2:
        return
    yield Heading(t("statement.by_site"), 3)
    yield Table(
        [t("statement.site"), t("statement.articles"), *(t(f"statement.field.{name}") for name in _BY_SITE)],
        [
            (site.id, t.number(site.articles), *(_part(site.missing[name], site.articles, t) for name in _BY_SITE))
            for site in facts.sites
        ],
        frozenset(range(1, 2 + len(_BY_SITE))),
    )


def _part(number: int, of: int, t: Words) -> str:
    """`12 (3%)`."""
    return f"{t.number(number)} ({t.percent(number / of)})" if of else "–"


def _dates(facts: Facts, t: Words) -> Iterator[Block]:
    yield Heading(t("statement.dates"))
    yield Paragraph(t("statement.dates_note"))
    order = ["second", "minute", "day", "month", "year", "none", "withheld"]
    kinds = [name for name in order if facts.precisions[name]]
    kinds += sorted(facts.precisions.keys() - set(order))
    yield Table(
        [t("statement.precision"), t("statement.articles"), t("statement.share")],
        [
            (
                t.either(f"statement.precision.{name}", name),
                t.number(facts.precisions[name]),
                t.percent(facts.precisions[name] / facts.articles),
            )
            for name in kinds
        ],
        frozenset({1, 2}),
    )
    if facts.date_witnesses:
        yield Table(
            [t("statement.witness"), t("statement.articles")],
            [
                (t.either(f"statement.witness.{name}", name), t.number(number))
                for name, number in facts.date_witnesses.most_common()
            ],
            frozenset({1}),
        )


def _changes(facts: Facts, t: Words) -> Iterator[Block]:
    yield Heading(t("statement.changes"))
    yield Paragraph(t("statement.changes_note", length=SHORTEST_SHARED))
    counts = [("edits", facts.total("edits")), ("edited_articles", facts.edited_articles)]
    rows = [(t(f"statement.{name}"), t.number(number)) for name, number in counts]
    for name, number in facts.edited_fields.most_common():
        field = "published_date" if name == "published_at" else name
        label = t("statement.edits_of", field=t.either(f"statement.field.{field}", name))
        rows.append((f"– {label}", t.number(number)))
    rows.append((t("statement.removed"), t.number(facts.total("removed"))))
    rows += [
        (t.either(f"statement.removed.{reason}", f"– {reason}"), t.number(number))
        for reason, number in facts.removed.most_common()
    ]
    counts = [
        ("observations", facts.total("view_observations")),
        ("articles_with_views", facts.articles_with_views),
        ("shared_texts", facts.shared_texts),
    ]
    if facts.shared_texts:
        counts += [("shared_articles", facts.shared_articles), ("shared_between", facts.shared_between_sites)]
    rows += [(t(f"statement.{name}"), t.number(number)) for name, number in counts]
    yield Table([t("statement.what"), t("statement.number")], rows, frozenset({1}))
    if facts.articles_with_views:
        yield Paragraph(_own_visits(facts, t))


def _own_visits(facts: Facts, t: Words) -> str:
    known = [site for site in facts.sites if site.counts_own_fetches is not None]
    if not known:
        return t("statement.own_visits_unknown")
    counted = sum(site.counts_own_fetches == 1 for site in known)
    numbers = {"known": t.number(len(known)), "all": t.number(len(facts.sites)), "counted": t.number(counted)}
    return t("statement.own_visits", **numbers)


def _provenance(facts: Facts, t: Words) -> Iterator[Block]:
    yield Heading(t("statement.provenance"))
    sentences = []
    number = facts.captures.total()
    if number:
        sentences.append(
            t(
                "statement.captures",
                captures=t.count(number, "capture"),
                files=t.count(facts.capture_files, "file"),
                size=t.size(facts.capture_bytes),
                first=t.moment(facts.first_capture_at),
                last=t.moment(facts.last_capture_at),
            )
        )
        if facts.captures["import"]:
            sentences.append(t("statement.imported", number=t.number(facts.captures["import"])))
    else:
        sentences.append(t("statement.no_captures"))
    if facts.articles and number:
        kept = facts.total("with_capture")
        share = t.percent(kept / facts.articles)
        articles = t.count(facts.articles, "article")
        sentences.append(t("statement.with_capture", number=t.number(kept), articles=articles, share=share))
    yield Paragraph(" ".join(sentences))
    yield Paragraph(t("statement.fingerprint", digest=f"`{facts.fingerprint}`"))


def _problems(facts: Facts, t: Words) -> Iterator[Block]:
    yield Heading(t("statement.problems"))
    if not facts.problems:
        yield Paragraph(t("statement.no_problems"))
        return
    yield Paragraph(t("statement.problems_note"))
    yield Table(
        [t("statement.problem"), t("statement.all"), t("statement.open")],
        [(f"`{name}`", t.number(all_), t.number(still)) for name, (all_, still) in facts.problems.items()],
        frozenset({1, 2}),
    )


def _withheld(facts: Facts, t: Words) -> Iterator[Block]:
    yield Heading(t("statement.withheld"))
    whole = facts.total("withheld")
    if whole or facts.withheld_parts:
        said = {"whole": t.count(whole, "article"), "parts": t.count(facts.withheld_parts, "article")}
        yield Paragraph(t("statement.withheld_numbers", **said))
    else:
        yield Paragraph(t("statement.nothing_withheld"))


def _limits(t: Words) -> Iterator[Block]:
    yield Heading(t("statement.limits"))
    yield Bullets([t(f"statement.limit.{name}") for name in _LIMITS])


_LIMITS: Sequence[str] = ("before", "found", "views", "author", "machine", "official")


def _citing(citation: str, t: Words) -> Iterator[Block]:
    yield Heading(t("statement.citing"))
    yield Paragraph(citation)
    yield Paragraph(t("statement.citing_article"))
