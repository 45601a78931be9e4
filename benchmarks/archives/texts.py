"""Texts of any number of articles: the demo's sentences, and sentences of the language's roots as often as words are.

The vocabulary is as large and as uneven as that of real news: a few words stand in most texts, most words in few
(Zipf's law); each root has several forms. Everything depends on the seed alone.
"""

from __future__ import annotations

import random
from datetime import date
from functools import cache
from importlib.resources import files
from itertools import accumulate

from blitar_scraper.demo.content import fill, stock

SENTENCES = 40_000  # in the pool that texts are drawn from
_ROOTS = 12_000
_FORMS = ("{}", "{}", "di{}", "ber{}", "ter{}", "{}kan", "{}an", "{}nya", "pe{}an", "di{}kan", "ke{}an")
_SYLLABLES = tuple(f"{first}{second}" for first in "bdghjklmnprstw" for second in ("a", "i", "u", "ono"))
# What stands between the words of most sentences.
_SMALL = (
    "yang dan di untuk dengan pada dalam ini dari oleh akan warga pemerintah kota kabupaten kegiatan daerah".split()
)


@cache
def sentences(seed: int, count: int) -> tuple[str, ...]:
    """The pool of that many: a third of it from the demo's texts, the rest of words drawn by their rank."""
    chance = random.Random(seed)
    topics = stock()["topic"]
    templates = [*stock()["context"], *stock()["closing"]]
    pool = []
    for number in range(count // 3):
        topic = topics[number % len(topics)]
        text = chance.choice([*templates, *topic["leads"], *topic["details"], *topic["quotes"]])
        pool.append(fill(text, topic, date(2008 + number % 19, 1 + number % 12, 1 + number % 28), number))
    forms = _forms(chance)
    weights = list(accumulate(1 / (rank + 10) for rank in range(len(forms))))
    while len(pool) < count:
        words = chance.choices(forms, cum_weights=weights, k=chance.randint(7, 13))
        words[1::3] = chance.choices(_SMALL, k=len(words[1::3]))
        pool.append(" ".join(words).capitalize() + ".")
    return tuple(pool)


def titles(seed: int) -> tuple[str, ...]:
    """Titles, most of them used by several articles; what tells those apart is put behind them."""
    topics = stock()["topic"]
    return tuple(
        fill(title, topic, date(2008 + number % 19, 1, 1), "title", seed, number)
        for number in range(10)
        for topic in topics
        for title in topic["titles"]
    )


def body(chance: random.Random, pool: tuple[str, ...]) -> str:
    """A text of about 2.9 kB in paragraphs, as the articles of Kota Blitar have, that names somebody whom few name."""
    drawn = chance.choices(pool, k=chance.randint(20, 42))
    drawn.insert(1, f"Demikian disampaikan {_name(chance)} {_name(chance)}.")
    return "\n".join(" ".join(drawn[place : place + 4]) for place in range(0, len(drawn), 4))


def _name(chance: random.Random) -> str:
    return "".join(chance.choices(_SYLLABLES, k=3)).capitalize()


def _forms(chance: random.Random) -> list[str]:
    """Forms of Indonesian roots, in an order that serves as their rank."""
    lines = (files("Sastrawi.Stemmer") / "data" / "kata-dasar.txt").read_text("utf-8").split()
    roots = chance.sample([root for root in lines if root.isalpha() and len(root) > 3], _ROOTS)
    return [form.format(root) for root in roots for form in chance.sample(_FORMS, 5)]
