"""How well the templates are read.

`python -m tests.templates.measure [COUNT] [--aside | --unseen | --final] [--show FIELD]`
"""

from __future__ import annotations

import argparse
import json
import time
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from blitar_scraper.extract import Page, extract_article
from blitar_scraper.items import Article
from tests.templates import SEEN_AT, Made, many

FIELDS = ("title", "author", "published_at", "views", "section")
FOUR = FIELDS[:4]  # those that issue 4 asks for


def read(made: Made) -> Article:
    """The record that the extraction gives for a made page; an empty one where it says that the page has no article."""
    page = Page(made.html.encode(), made.url, "text/html; charset=utf-8")
    return extract_article(page, made.site, seen_at=SEEN_AT).article or Article(made.site.id)


def f1(got: list[str], wanted: list[str]) -> float:
    """The harmonic mean of precision and recall of words, as bags."""
    mine, theirs = Counter(" ".join(got).split()), Counter(" ".join(wanted).split())
    return 2 * (mine & theirs).total() / max(mine.total() + theirs.total(), 1)


@dataclass
class Tally:
    """Counts over pages: for each field "right", "wrong" (a value that is not the page's) or "missing"."""

    pages: int = 0
    fields: Counter[str] = field(default_factory=Counter)
    wrong_days: int = 0  # of the wrong dates: another day, not only more or less of the time of day
    all_four: int = 0
    good_body: int = 0  # F1 over .98
    whole: int = 0  # all four and the body
    seconds: float = 0.0

    def add(self, made: Made, article: Article) -> dict[str, str]:
        """Counts a page; returns the state of each field, "body" among them."""
        states = {name: _state(getattr(article, name), made.expected[name]) for name in FIELDS}
        body = (article.body or "").split("\n")
        states["body"] = "right" if f1(body, made.expected["body"]) > 0.98 else "wrong"
        self.pages += 1
        self.fields.update(f"{name} {state}" for name, state in states.items())
        if states["published_at"] == "wrong":
            printed = str(made.expected["published_at"])
            self.wrong_days += article.published_at is not None and article.published_at[:10] != printed[:10]
        four = all(states[name] == "right" for name in FOUR)
        self.all_four += four
        self.good_body += states["body"] == "right"
        self.whole += four and states["body"] == "right"
        return states

    def shares(self) -> dict[str, Any]:
        """Shares of the pages, and milliseconds of CPU a page."""
        count = max(self.pages, 1)
        rows = {f"{name} {state}": self.fields[f"{name} {state}"] for name in FIELDS for state in ("wrong", "missing")}
        rows |= {
            "published_at another day": self.wrong_days,
            "all four": self.all_four,
            "F1 over .98": self.good_body,
            "all four and F1 over .98": self.whole,
        }
        shares = {name: round(value / count, 4) for name, value in rows.items()}
        return {"pages": self.pages, **shares, "ms a page": round(1000 * self.seconds / count, 2)}


def _state(got: object, wanted: object) -> str:
    return "right" if got == wanted else "missing" if got is None else "wrong"


def score(pages: Iterable[Made], show: str | None = None, limit: int = 20) -> dict[str, Tally]:
    """Tallies by system, and that of "all"; prints the pages whose field `show` is not right (`whole`: any of them)."""
    tallies = {"all": Tally()}
    shown = 0
    for made in pages:
        began = time.process_time()
        article = read(made)
        tallies["all"].seconds += time.process_time() - began
        states = tallies["all"].add(made, article)
        tallies.setdefault(made.system, Tally()).add(made, article)
        for name in (*FOUR, "body") if show == "whole" else (show,):
            if name and shown < limit and states[name] != "right":
                shown += 1
                print(f"{name} {states[name]}: {made.template}: {_difference(name, article, made)}")
    return tallies


def _difference(name: str, article: Article, made: Made) -> str:
    if name != "body":
        return f"{getattr(article, name)!r} for {made.expected[name]!r}"
    got, wanted = (article.body or "").split("\n"), made.expected["body"]
    extra = [line[:90] for line in got if line not in wanted]
    lost = [line[:90] for line in wanted if line not in got]
    return f"+{extra[:4]} -{lost[:4]}"


def _print_table(tallies: dict[str, Tally]) -> None:
    print(f"{'system':16}" + "".join(f"{name:>14}" for name in ("pages", *FIELDS, "all four", "body", "whole")))
    for system, tally in sorted(tallies.items(), key=lambda item: (item[0] == "all", item[0])):
        cells = [f"{tally.pages}"]
        cells += [
            "{} -{} !{}".format(*(tally.fields[f"{n} {s}"] for s in ("right", "missing", "wrong"))) for n in FIELDS
        ]
        cells += [f"{value / max(tally.pages, 1):.1%}" for value in (tally.all_four, tally.good_body, tally.whole)]
        print(f"{system:16}" + "".join(f"{cell:>14}" for cell in cells))
    print("(right -missing !wrong)")
    for name, share in tallies["all"].shares().items():
        print(f"{name:28} {share}")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("count", type=int, nargs="?", default=200)
    parser.add_argument("--aside", action="store_true", help="the templates kept aside")
    parser.add_argument("--unseen", action="store_true", help="the second hold-out")
    parser.add_argument("--final", action="store_true", help="the third hold-out")
    parser.add_argument("--system")
    parser.add_argument("--start-seed", type=int, default=0)
    parser.add_argument("--show", metavar="FIELD", help="title, author, published_at, views, section, body or whole")
    parser.add_argument("--limit", type=int, default=20)
    parser.add_argument("--json", action="store_true")
    chosen = parser.parse_args()
    found = score(
        many(
            chosen.count,
            kept_aside=chosen.aside,
            start_seed=chosen.start_seed,
            system=chosen.system,
            unseen=chosen.unseen,
            final=chosen.final,
        ),
        chosen.show,
        chosen.limit,
    )
    if chosen.json:
        print(json.dumps({system: tally.shares() for system, tally in found.items()}, indent=1))
    else:
        _print_table(found)
