"""The article page as values: what a template shows of one version of an article. Pure; words come with `t`.

All text in it is made visible (`shown_text.py`), and an address is there as a link only if it is one of the web.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from blitar_scraper.archive.citation import as_bibtex, as_text, source_of
from blitar_scraper.archive.history import ReadFrom, Version
from blitar_scraper.archive.public_history import Neighbour, PublicHistory, evidence_of, tags_of
from blitar_scraper.publishing.pages.article_evidence import FieldEvidence, Note, evidence_rows, notes
from blitar_scraper.publishing.pages.article_past import CaptureRow, Entry, capture_row, capture_rows, entries
from blitar_scraper.publishing.pages.shown_text import one_line, visible, web_address
from blitar_scraper.publishing.pages.text_blocks import ArticleText, article_text, description
from blitar_scraper.publishing.pages.view_curve import Curve, view_curve
from blitar_scraper.publishing.words import Words

# Ten times the longest title on a government page. What is longer is no heading, and as one it would push all that is
# below it out of sight.
_LONGEST_HEADING = 2_000


@dataclass(frozen=True, slots=True)
class Link:
    """A text that leads somewhere; `href` is None where it may not. `kind` and `caption` are those of media."""

    text: str
    href: str | None
    kind: str = ""
    caption: str = ""


@dataclass(frozen=True, slots=True)
class Neighbouring:
    """The article before or after: its uid, title in words, and date."""

    uid: str
    title: str
    date: str


@dataclass(frozen=True, slots=True)
class Removal:
    """When the article was first found gone (in words), why, and the capture that shows it, if one was kept."""

    at: str
    why: str
    proof: CaptureRow | None


@dataclass(frozen=True, slots=True)
class ArticlePage:
    """One version of an article, with all that is known of it. Optional texts are empty where there is nothing."""

    uid: str
    number: int
    versions: int
    is_present: bool
    is_withheld: bool
    title: str
    rest_of_title: str
    is_untitled: bool
    language: str
    site: str
    site_name: str
    author: str
    section: str
    published: str
    published_iso: str
    undated: str
    facts: tuple[str, ...]
    url: str
    href: str | None
    removal: Removal | None
    former: str
    withheld: tuple[str, ...]
    body_withheld: bool
    text: ArticleText
    media: tuple[Link, ...]
    tags: tuple[str, ...]
    description: str
    curve: Curve | None
    views: str
    counts_own_fetches: bool
    entries: tuple[Entry, ...]
    first_seen: str
    last_seen: str
    merged: tuple[str, ...]
    captures: tuple[CaptureRow, ...]
    captures_left_out: int
    evidence: tuple[FieldEvidence, ...]
    evidence_withheld: bool
    notes: tuple[Note, ...]
    citation: str
    bibtex: str
    previous: Neighbouring | None
    next: Neighbouring | None

    @property
    def path(self) -> str:
        """Where this page is, below the archive's own address: of the present version without its number."""
        return (
            f"/article/{self.uid}" if self.is_present else f"/article/{self.uid}?{urlencode({'version': self.number})}"
        )


def article_page(
    history: PublicHistory,
    version: Version,
    around: tuple[Neighbour | None, Neighbour | None],
    t: Words,
) -> ArticlePage:
    """The page of that version of the article; `around` are the articles before and after it."""
    article, said = history.article, history.said.get(version.number, {})
    is_present = version is history.present
    evidence = evidence_of(said)
    span = evidence.get("main_span")
    title = one_line(version.title)
    source = source_of(history, version)
    rows, left_out = capture_rows(history, t)
    return ArticlePage(
        uid=article["uid"],
        number=version.number,
        versions=history.present.number,
        is_present=is_present,
        is_withheld=version.withheld,
        title=title[:_LONGEST_HEADING] or _no_title(history, version, t),
        rest_of_title=title[_LONGEST_HEADING:],
        is_untitled=not title,
        language=_language(said.get("language")),
        site=article["site"],
        site_name=one_line(history.site_name),
        author=one_line(version.author),
        section=one_line(version.section),
        published=one_line(t.moment(version.published_at)),
        published_iso=version.published_at or "",
        undated=_undated(history, version, said, t),
        facts=tuple(_facts(version, t)),
        url=visible(version.url),
        href=web_address(version.url),
        removal=_removal(history, t),
        former="" if is_present else _former(history, version, t),
        withheld=tuple(_withheld(history, version, t)),
        body_withheld=version.withheld or "body" in history.withheld_fields,
        text=article_text(version.body, span),
        media=tuple(_media(history.media if is_present else _former_media(evidence), t)),
        tags=tuple(one_line(tag) for tag in tags_of(said)),
        description=description(version.body, span),
        curve=view_curve(history.view_counts, t),
        views="" if article["views"] is None or not is_present else t.count(article["views"], "view"),
        counts_own_fetches=history.counts_own_fetches,
        entries=entries(history, t),
        first_seen=t.moment(article["first_seen_at"]),
        last_seen=t.moment(article["last_seen_at"]),
        merged=tuple(one_line(uid) for uid in history.merged),
        captures=rows,
        captures_left_out=left_out,
        evidence=evidence_rows(evidence, t),
        evidence_withheld=bool(history.withheld_fields or history.withheld_versions),
        notes=notes(history.problems, t),
        citation=as_text(source),
        bibtex=as_bibtex(source),
        previous=_neighbouring(around[0], t),
        next=_neighbouring(around[1], t),
    )


def _no_title(history: PublicHistory, version: Version, t: Words) -> str:
    is_hidden = version.withheld or "title" in history.withheld_fields
    return t("common.title_withheld" if is_hidden else "common.untitled")


def _language(code: object) -> str:
    """The language for screen readers and hyphenation; empty where it is not known."""
    return code if isinstance(code, str) and code.isascii() and code.isalpha() and len(code) in (2, 3) else ""


def _undated(history: PublicHistory, version: Version, said: Mapping[str, Any], t: Words) -> str:
    if version.published_at or version.withheld or "published_at" in history.withheld_fields:
        return ""
    raw = one_line(said.get("published_raw"), most=100)
    return t("article.undated_raw", raw=raw) if raw else t("article.undated")


def _facts(version: Version, t: Words) -> list[str]:
    """What else the page says of itself."""
    facts = []
    if version.press_release_number:
        facts.append(t("article.press_number", number=one_line(version.press_release_number)))
    if version.dateline_date:
        facts.append(t("article.dateline", date=one_line(t.date(version.dateline_date))))
    if version.modified_at:
        facts.append(t("article.modified", date=one_line(t.moment(version.modified_at))))
    return facts


def _removal(history: PublicHistory, t: Words) -> Removal | None:
    article = history.article
    if not article["gone_at"]:
        return None
    reason = str(article["gone_reason"] or "")
    proof = next((read for read in reversed(history.captures) if read.role == "gone"), None)
    return Removal(
        at=t.moment(article["gone_at"]),
        why=one_line(t.either(f"article.gone.{reason}", reason)),
        proof=_proof(proof, t),
    )


def _proof(read: ReadFrom | None, t: Words) -> CaptureRow | None:
    return None if read is None else capture_row(read, t)


def _former(history: PublicHistory, version: Version, t: Words) -> str:
    numbers = {"number": version.number, "versions": history.present.number}
    if not version.is_live:
        return t("article.former_reading", **numbers)
    since, until = t.moment(history.first_seen(version)), t.moment(version.superseded_at)
    return t("article.former_text", **numbers, since=since, until=until)


def _withheld(history: PublicHistory, version: Version, t: Words) -> list[str]:
    """Sentences on what of the article is not shown."""
    said = []
    if version.withheld:
        said.append(t("article.withheld_present"))
    if history.withheld_fields:
        fields = ", ".join(t.either(f"field.{name}", name) for name in history.withheld_fields)
        said.append(t("article.withheld_fields", fields=fields))
    former = [number for number in history.withheld_versions if number != history.present.number]
    if former:
        numbers = ", ".join(t("article.version_number", number=number) for number in former)
        said.append(t("article.withheld_versions", versions=numbers))
    return said


def _former_media(evidence: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    """The images and attachments that a superseded version had: they are kept with its evidence."""
    found = evidence.get("media")
    return [item for item in found if isinstance(item, dict)] if isinstance(found, list) else []


def _media(media: Sequence[Mapping[str, Any]], t: Words) -> list[Link]:
    links = []
    for item in media:
        url = item.get("url") if isinstance(item.get("url"), str) else ""
        caption = item.get("caption") if isinstance(item.get("caption"), str) else ""
        kind = str(item.get("kind"))
        links.append(Link(visible(url), web_address(url), t.either(f"article.media.{kind}", kind), one_line(caption)))
    return links


def _neighbouring(neighbour: Neighbour | None, t: Words) -> Neighbouring | None:
    if neighbour is None:
        return None
    without = t("common.title_withheld" if neighbour.title_withheld else "common.untitled")
    title = one_line(neighbour.title, most=200) or without
    return Neighbouring(neighbour.uid, title, one_line(t.date(neighbour.published_at)))
