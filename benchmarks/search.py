"""Which inflected forms a search finds, beside plain full-text search. One command: `python benchmarks/search.py`.

`tests/data/stems.tsv` has roots with the forms that news has of them, and words that look alike and are none of them.
All these words are put into an archive, each as an article of its own; then each form is searched for. Right is what
has the same root (precision: of what was found, how much is right; recall: of the forms there are, how many were
found, the one searched for left aside in both). Half of the roots are held out: nothing was mended by them.

The ways compared: FTS5's words as they are (unicode61); the root with a star, as a person would help himself (the root
is given to it: it has the advantage); PySastrawi by itself, expanding the query as we do; and `blitar search`, with the
stems of the archive and, as in an archive of an older version, with forms made from the root. Below them, how many
names and foreign words are left whole. Exit status 1 if recall or precision of ours is below 0.95.
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from Sastrawi.Stemmer.StemmerFactory import StemmerFactory

from blitar_scraper.archive import Archive
from blitar_scraper.archive.search_words import forms_in, match_expression
from blitar_scraper.archive.stems import rebuild_stems
from blitar_scraper.indonesian.stemming import stem

DATA = Path(__file__).resolve().parents[1] / "tests" / "data"
ASKED = 0.95

Finder = Callable[[str, str], Iterable[str]]


@dataclass(frozen=True)
class Root:
    """A root, its forms (itself is the first), and words that are none of them. `is_held_out`: see stems.tsv."""

    root: str
    forms: tuple[str, ...]
    others: tuple[str, ...]
    is_held_out: bool


@dataclass
class Score:
    """What was found in all: `right` of `found`, and of the `there` that should have been."""

    right: int = 0
    found: int = 0
    there: int = 0

    @property
    def recall(self) -> float:
        return self.right / self.there

    @property
    def precision(self) -> float:
        return self.right / self.found if self.found else 1.0

    def add(self, found: set[str], there: set[str]) -> None:
        self.right += len(found & there)
        self.found += len(found)
        self.there += len(there)


def read_roots() -> list[Root]:
    lines = (DATA / "stems.tsv").read_text("utf-8").splitlines()
    rows = [line.split("\t") for line in lines if not line.startswith("#")][1:]
    return [
        Root(root, tuple(forms.split()), tuple(others.split()), kind == "held-out")
        for kind, root, forms, others in rows
    ]


def read_names() -> dict[bool, list[str]]:
    """Names and foreign words, by whether they are held out."""
    found: dict[bool, list[str]] = {}
    for line in (DATA / "whole-words.txt").read_text("utf-8").splitlines():
        if not line.startswith("#"):
            kind, _, words = line.partition(": ")
            found[kind == "held-out"] = words.split()
    return found


class WordArchive:
    """An archive in which each word is the text of one article."""

    def __init__(self, path: Path, words: Iterable[str]) -> None:
        self.words = sorted(set(words))
        self.archive = Archive(path)
        self.db = self.archive.db
        columns = (
            "id, uid, site, url, title, version, content_digest, parser_version, first_seen_at, last_seen_at, evidence"
        )
        with self.archive.transaction():
            self.db.execute(
                "INSERT INTO sites (id, name, home_url, added_at) VALUES ('x', 'X', 'https://x.go.id/', '2026')"
            )
            for number, word in enumerate(self.words, 1):
                self.db.execute(
                    f"INSERT INTO articles ({columns}) VALUES (?, ?, 'x', ?, ?, 1, '', 1, '2026', '2026', '{{}}')",
                    [number, str(number), f"https://x.go.id/{number}", word],
                )

    def match(self, query: str) -> set[str]:
        rows = self.db.execute("SELECT rowid FROM articles_fts WHERE articles_fts MATCH ?", [query])
        return {self.words[number - 1] for (number,) in rows.fetchall()}

    def ours(self, form: str, root: str = "") -> set[str]:
        match = match_expression(form, forms_in(self.db))
        assert match is not None
        return self.match(match.expression(forms=True))


def plain(archive: WordArchive) -> Finder:
    return lambda form, root: archive.match(f'"{form}"')


def with_star(archive: WordArchive) -> Finder:
    return lambda form, root: archive.match(f'"{root}"*')


def sastrawi(archive: WordArchive) -> Finder:
    stemmer = StemmerFactory().create_stemmer()
    by_stem = defaultdict(set)
    for word in archive.words:
        by_stem[stemmer.stem(word)].add(word)
    return lambda form, root: by_stem[stemmer.stem(form)]


def scores(roots: Iterable[Root], find: Finder) -> Score:
    score = Score()
    for root in roots:
        for form in root.forms:
            found = set(find(form, root.root))
            score.add(found - {form}, set(root.forms) - {form})
    return score


def all_words(roots: Iterable[Root]) -> Iterator[str]:
    for root in roots:
        yield from root.forms
        yield from root.others
    for names in read_names().values():
        yield from names


def our_scores(folder: Path) -> dict[str, tuple[Score, Score]]:
    """Of each way, the scores of all roots and of those held out."""
    roots = read_roots()
    held_out = [root for root in roots if root.is_held_out]
    archive = WordArchive(folder / "words.db", all_words(roots))
    ways: dict[str, Finder] = {
        "words as they are (unicode61)": plain(archive),
        "root*": with_star(archive),
        "PySastrawi alone": sastrawi(archive),
        "blitar search, no stems stored yet": archive.ours,
    }
    found = {name: (scores(roots, find), scores(held_out, find)) for name, find in ways.items()}
    rebuild_stems(archive.db)
    found["blitar search"] = (scores(roots, archive.ours), scores(held_out, archive.ours))
    archive.archive.close()
    return found


def main() -> int:
    roots = read_roots()
    print(f"{len(roots)} roots with {sum(len(root.forms) for root in roots)} forms,", end=" ")
    print(f"{sum(root.is_held_out for root in roots)} of the roots held out\n")
    with tempfile.TemporaryDirectory() as folder:
        found = our_scores(Path(folder))
    print(f"{'':36}{'all':^20}{'held out':^20}")
    print(f"{'':36}{'recall':>9}{'precision':>11}{'recall':>9}{'precision':>11}")
    for name, (all_roots, held_out) in found.items():
        numbers = (all_roots.recall, all_roots.precision, held_out.recall, held_out.precision)
        print(
            f"{name:36}"
            + "".join(f"{number:{width}.3f}" for number, width in zip(numbers, (9, 11, 9, 11), strict=True))
        )
    print()
    stemmer = StemmerFactory().create_stemmer()
    for is_held_out, names in sorted(read_names().items()):
        ours, theirs = (sum(by(name) == name for name in names) for by in (stem, stemmer.stem))
        kind = "held out" if is_held_out else "tuned by"
        print(f"names and foreign words left whole ({kind}): {ours} of {len(names)}; by PySastrawi alone {theirs}")
    words = list(dict.fromkeys(all_words(roots)))
    begun = time.perf_counter()
    for word in words:
        stemmer.delegatedStemmer.stem(word)
    print(f"PySastrawi: {(time.perf_counter() - begun) / len(words) * 1e6:.0f} us a word")
    good = all(min(score.recall, score.precision) >= ASKED for score in found["blitar search"])
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())
