"""What the archive must say of an article that the database has, and whether it does."""

from __future__ import annotations

from collections import Counter
from typing import Any, Literal

from blitar_scraper.items import Article
from tests.systems.wordpress.lines import lines, plain

FIELDS = ("title", "author", "published_at", "section", "tags", "body")


def wanted(field: str, record: dict[str, Any]) -> Any:
    """The field's value in a record of `database.php`."""
    if field == "body":
        return "\n".join(lines(record["texts"])) or None
    if field == "section":
        return record["sections"]
    if field == "tags":
        return sorted(record["tags"])
    return plain(record[field]) or None


def judge(field: str, article: Article | None, record: dict[str, Any]) -> Literal["right", "missing", "wrong"]:
    """Whether an article's field says what the record says, nothing, or something else."""
    got, want = getattr(article, field, None), wanted(field, record)
    if field == "tags":
        got = sorted(got or ())
    if _agree(field, got, want):
        return "right"
    return "missing" if not got else "wrong"


def _agree(field: str, got: Any, want: Any) -> bool:
    if field == "published_at":
        # As precise as the page prints it: a day, a minute, a second, never another one.
        return got is not None and len(got) >= 10 and (got == want or got == want[:10] or got == want[:16] + want[19:])
    if field == "section":
        return got in want  # of several categories any one is the article's section
    if field == "author":
        return got is not None and _straight(got) == _straight(want)
    return bool(got == want)


def _straight(name: str) -> str:
    """Block themes print a name's apostrophe as a typographic one, others as it was typed."""
    return name.replace("’", "'")


def f1(got: str, want: str) -> float:
    """The harmonic mean of precision and recall of words, as bags; 1 where both are empty."""
    mine, theirs = Counter(got.split()), Counter(want.split())
    if not mine and not theirs:
        return 1.0
    return 2 * (mine & theirs).total() / (mine.total() + theirs.total())
