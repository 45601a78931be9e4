"""How well generated pages are read: `python -m tests.pages.measure [COUNT] [--aside] [--show FIELD]`."""

from __future__ import annotations

import argparse
import time
from collections import Counter
from collections.abc import Iterable
from typing import Any

from blitar_scraper.extract import Page, extract_article
from blitar_scraper.items import Article, Site
from tests.pages import HOME_URL, SEEN_AT, Made, many

SITE = Site("sukamajukab", "Kabupaten Sukamaju", HOME_URL, "Asia/Jakarta", province="Jawa Timur")
FIELDS = ("title", "author", "published_at", "views", "section")


def read(made: Made) -> Article:
    """The record that the extraction gives for a made page."""
    page = Page(made.html.encode(), made.url, "text/html; charset=utf-8")
    article = extract_article(page, SITE, seen_at=SEEN_AT).article
    assert article is not None
    return article


def f1(got: list[str], wanted: list[str]) -> float:
    """The harmonic mean of precision and recall of words, as bags."""
    mine, theirs = Counter(" ".join(got).split()), Counter(" ".join(wanted).split())
    common = (mine & theirs).total()
    return 2 * common / max(mine.total() + theirs.total(), 1)


def score(pages: Iterable[Made], show: str | None = None, limit: int = 10) -> dict[str, Any]:
    """Shares over the pages: each field right, wrong (a value that is not the page's) and missing; body exact; F1."""
    totals: Counter[str] = Counter()
    causes: dict[str, Counter[str]] = {}
    f1s: list[float] = []
    spent = 0.0
    shown = 0
    for made in pages:
        began = time.process_time()
        article = read(made)
        spent += time.process_time() - began
        totals["pages"] += 1
        good = True
        for name in FIELDS:
            got, wanted = getattr(article, name), made.expected[name]
            if got != wanted:
                state = "missing" if got is None else "wrong"
                totals[f"{name} {state}"] += 1
                good &= name == "section"
                if show in (name, f"{name}-{state}"):
                    for key, value in made.recipe.items():
                        causes.setdefault(key, Counter())[value] += 1
                    if shown < limit:
                        shown += 1
                        print(f"{name} {state}: {got!r} for {wanted!r}\n   {made.recipe}")
        body = (article.body or "").split("\n")
        f1s.append(f1(body, made.expected["body"]))
        totals["body exact"] += body == made.expected["body"]
        if body != made.expected["body"] and show == "body":
            for key, value in made.recipe.items():
                causes.setdefault(key, Counter())[value] += 1
            if shown < limit:
                shown += 1
                extra = [line[:90] for line in body if line not in made.expected["body"]]
                lost = [line[:90] for line in made.expected["body"] if line not in body]
                print(f"body +{extra[:4]} -{lost[:4]}\n   {made.recipe}")
        totals["all four"] += good
        totals["all four and F1 over .98"] += good and f1s[-1] > 0.98
    for key, counter in causes.items():
        print(key, counter.most_common(8))
    count = totals.pop("pages")
    shares = {name: round(value / count, 4) for name, value in sorted(totals.items())}
    return {"pages": count, "mean F1": round(sum(f1s) / count, 4), "ms a page": round(1000 * spent / count, 2)} | shares


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("count", type=int, nargs="?", default=500)
    parser.add_argument("--aside", action="store_true")
    parser.add_argument("--show")
    parser.add_argument("--limit", type=int, default=10)
    chosen = parser.parse_args()
    for key, value in score(many(chosen.count, kept_aside=chosen.aside), chosen.show, chosen.limit).items():
        print(f"{key:28} {value}")
