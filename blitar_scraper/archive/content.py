"""What a reading says, as columns; and how it stands to what was known. Pure functions."""

from __future__ import annotations

import dataclasses
import json
import re
from collections.abc import Mapping
from typing import Any

from blitar_scraper.archive.values import clean_text, clean_value, to_json
from blitar_scraper.items import Article, Media, Witness

# What `articles` and `article_versions` have in common: everything that a version consists of.
CONTENT_COLUMNS = (
    "title",
    "author",
    "section",
    "published_at",
    "published_raw",
    "published_precision",
    "published_date",
    "published_time",
    "modified_at",
    "dateline_date",
    "press_release_number",
    "image_url",
    "tags",
    "language",
    "word_count",
    "content_digest",
    "parser_version",
    "capture_id",
    "evidence",
    "body",
)
# Known once, these are not forgotten because a later reading lacks them.
KEPT_FIELDS = (
    "title",
    "author",
    "section",
    "published_at",
    "body",
    "image_url",
    "press_release_number",
    "dateline_date",
    "modified_at",
    "language",
)
# What an article is expected to have: how often it was read is the measure of a site's and a run's health.
FILLED = ("title", "author", "published_at", "views", "body")
# Values that come with another one and are kept, or replaced, together with it.
_COMPANIONS = {"published_at": ("published_raw", "published_precision")}
# Values that can change without a new version; what they were is noted.
UNVERSIONED_FIELDS = ("image_url", "press_release_number", "dateline_date", "modified_at", "tags", "language")
# Witnesses other than the article's own page: a later look at the page alone rightly lacks what they said.
OTHER_WITNESSES = frozenset({"listing", "feed", "rest", "sitemap"})


def cleaned(article: Article) -> Article:
    """The article with text and numbers that SQLite can hold; a `main_span` that fits the cleaned body, or none."""
    body, span = article.body, None
    if body is not None and article.main_span is not None:
        start, end = article.main_span
        if 0 <= start <= end <= len(body):
            span = (len(clean_text(body[:start])), len(clean_text(body[:end])))
    changes = {
        field.name: clean_value(getattr(article, field.name))
        for field in dataclasses.fields(article)
        if field.name not in ("main_span", "tags")
    }
    return dataclasses.replace(article, **changes, main_span=span, tags=tuple(map(clean_text, article.tags)))


def content_row(article: Article, capture_id: int | None) -> dict[str, Any]:
    """The CONTENT_COLUMNS of a cleaned article."""
    evidence = {name: value for name, value in article.evidence.items() if name != "main_span"}
    if article.main_span is not None:
        evidence["main_span"] = list(article.main_span)
    row = {name: getattr(article, name) for name in CONTENT_COLUMNS if hasattr(article, name)}
    row |= {
        "tags": to_json(article.tags) if article.tags else None,
        "capture_id": capture_id,
        "evidence": to_json(evidence),
    }
    return {name: row[name] for name in CONTENT_COLUMNS}


def source_of(evidence: Mapping[str, Any], field: str) -> str | None:
    """The witness that a field was taken from, as its evidence names it."""
    entry = evidence.get(field)
    source = entry.get("from") if isinstance(entry, Mapping) else None
    return source if isinstance(source, str) else None


def keep_known(old: Mapping[str, Any], new: Article) -> tuple[Article, list[str]]:
    """The reading with what was known before and is absent now; and the fields that the page itself has lost.

    `old` is the stored row. A value that another witness (a listing) gave is kept without being called lost.
    """
    old_evidence = json.loads(old["evidence"])
    evidence = dict(new.evidence)
    changes: dict[str, Any] = {}
    lost = []
    for field in KEPT_FIELDS:
        if getattr(new, field) is not None or old[field] is None:
            continue
        changes[field] = old[field]
        changes |= {name: old[name] for name in _COMPANIONS.get(field, ())}
        if field in old_evidence:
            evidence[field] = old_evidence[field]
        if field == "body" and isinstance(span := old_evidence.get("main_span"), list):
            changes["main_span"] = tuple(span)
        if source_of(old_evidence, field) not in OTHER_WITNESSES:
            lost.append(field)
    if new.views is None and old["views"] is not None:  # the column keeps the last count seen
        if "views" in old_evidence:
            evidence["views"] = old_evidence["views"]
        if source_of(old_evidence, "views") not in OTHER_WITNESSES:
            lost.append("views")
    if not new.tags and old["tags"]:
        changes["tags"] = tuple(json.loads(old["tags"]))
    return dataclasses.replace(new, **changes, evidence=evidence), lost


def filled(old: Mapping[str, Any]) -> tuple[frozenset[str], frozenset[str]]:
    """Which of the FILLED fields a stored article has from its own page, and which it has from another witness only.

    Of the former another look at the page should find each.
    """
    evidence = json.loads(old["evidence"])
    known = {field for field in FILLED if old[field] is not None}
    told = frozenset(field for field in known if source_of(evidence, field) in OTHER_WITNESSES)
    return frozenset(known) - told, told


def media_rows(media: tuple[Media, ...]) -> list[dict[str, Any]]:
    """The rows of `media`, without their article; positions begin at 1."""
    return [
        {"position": position, **clean_value(dataclasses.asdict(item))} for position, item in enumerate(media, start=1)
    ]


def folded(title: str) -> str:
    """The title as it is compared: without regard to case and white space."""
    return " ".join(title.casefold().split())


def same_title(listed: str, stored: str) -> bool:
    """Whether a listing's title is the article's own: case and space aside, perhaps cut short with an ellipsis."""
    short, full = folded(listed), folded(stored)
    cut = re.fullmatch(r"(.*?)\s*(?:…|\.{2,})", short)
    return short == full or (cut is not None and bool(cut[1]) and full.startswith(cut[1]))


def same_date(one: str, other: str) -> bool:
    """Whether two publication dates agree as far as the less precise of them goes."""
    length = min(len(one), len(other), 16)  # minutes; seconds and offset are not what a listing differs in
    return one[:length] == other[:length]


def saying_of(entry: Witness) -> dict[str, str]:
    """What a listing entry says that the article's page says too; empty where it says nothing."""
    said = {"title": entry.title, "published_at": entry.published_at}
    return {name: clean_text(value) for name, value in said.items() if value}


def agrees(saying: Mapping[str, str], stored: Mapping[str, Any]) -> bool:
    """Whether a listing's saying fits the stored article; what either does not say cannot differ."""
    title, date = saying.get("title"), saying.get("published_at")
    if title and stored["title"] and not same_title(title, stored["title"]):
        return False
    return not (date and stored["published_at"]) or same_date(date, stored["published_at"])


def resembles(old: Mapping[str, Any], new: Article) -> bool:
    """Whether a page to which an article's address redirects can be that article, perhaps edited.

    Some systems send every address that they no longer know to the newest article: that is a removal, not a move.
    The same title, or half of the words of both texts in common, is enough. A page with neither title nor text is
    nothing that could be it; where the old one has neither, there is nothing to compare and it is taken so.
    """
    verdicts = []
    if old["title"] and new.title:
        verdicts.append(folded(old["title"]) == folded(new.title))
    if old["body"] and new.body:
        before, after = set(folded(old["body"]).split()), set(folded(new.body).split())
        # Half: an edit changes a sentence or a paragraph; two news articles share well under a third of their words.
        verdicts.append(len(before & after) >= 0.5 * len(before | after))
    if not new.title and not new.body:
        return not old["title"] and not old["body"]
    return any(verdicts) or not verdicts
