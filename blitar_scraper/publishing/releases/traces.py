"""By what an article that is withheld could be recognised in rows of others: its addresses, and its titles.

A list of popular articles, a problem, an address found but never connected: each may name an article without being
about it. Addresses mostly hold the title, as a slug.
"""

from __future__ import annotations

import json
import re
import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any
from urllib.parse import unquote, urlsplit

from blitar_scraper.archive.pages import key_of

_WORD = re.compile(r"[^\W_]+")
# Fewer words ("Pengumuman", "Jadwal Sholat") name no one article.
_FEWEST_WORDS = 3
# More words than any headline has; what repeats such a beginning is the phrase. A hostile one has a million.
_WORDS_COMPARED = 60
# An address within a text, with or without its scheme. It begins where a name begins, and gives nothing of the name
# back: a text of a million letters without a slash would else be tried from each letter to the end.
_ADDRESS = re.compile(r"(?<![\w.-])(?:https?://)?[\w.-]++(?::\d+)?/[^\s\"'<>\\]+")
# Where an address may go on and still be the same page's (`/amp`, `?page=2`): a word that goes on is another page.
_ENDS = re.compile(r"[^\w%-]")
_SUFFIX = re.compile(r"\.(?:html?|php|aspx?|jsp)$", re.I)


class Phrases:
    """Finds any of many phrases in a text, word by word, whatever stands between the words."""

    def __init__(self, texts: Iterable[str]) -> None:
        self._whole: set[tuple[str, ...]] = set()
        self._by_beginning: dict[tuple[str, ...], set[tuple[str, ...]]] = defaultdict(set)
        for text in texts:
            if not (words := words_of(text)):
                continue
            self._whole.add(words)
            if len(words) >= _FEWEST_WORDS:
                self._by_beginning[words[:_FEWEST_WORDS]].add(words)

    def __bool__(self) -> bool:
        return bool(self._whole)

    def in_text(self, text: str) -> bool:
        """Whether the text is a phrase, or has one of three words or more in it."""
        words = words_of(text)
        return words in self._whole or any(
            words[start : start + min(len(phrase), _WORDS_COMPARED)] == phrase[:_WORDS_COMPARED]
            for start in range(len(words) - _FEWEST_WORDS + 1)
            for phrase in self._by_beginning.get(words[start : start + _FEWEST_WORDS], ())
        )

    def begin_with(self, text: str) -> bool:
        """Whether the text may be a phrase that was cut off behind three words or more."""
        words = words_of(text)
        return any(_is_cut(words, phrase) for phrase in self._by_beginning.get(words[:_FEWEST_WORDS], ()))


@dataclass(frozen=True, slots=True)
class Traces:
    """`addresses`: keys of the addresses of articles that are withheld as a whole; `slugs`: what their addresses say;
    `titles`: titles that are withheld, of these and of others."""

    addresses: frozenset[str]
    slugs: Phrases
    titles: Phrases

    def __bool__(self) -> bool:
        return bool(self.addresses or self.slugs or self.titles)

    def in_address(self, url: str | None) -> bool:
        """Whether the address is a withheld article's, or says what one says."""
        return bool(url) and (self._is_known(url or "") or self.slugs.in_text(unquote(url or "")))

    def in_text(self, text: str | None) -> bool:
        """Whether a text names a withheld article."""
        if not text:
            return False
        return (
            self.titles.in_text(text)
            or self.slugs.in_text(unquote(text))
            or any(self._is_known(match[0]) for match in _ADDRESS.finditer(text))
        )

    def in_title(self, title: str | None) -> bool:
        """Whether a title, perhaps cut off as lists do, is that of a withheld article."""
        return self.in_text(title) or bool(title and self.titles.begin_with(title))

    def without(self, text: str | None) -> str | None:
        """JSON without the texts in it that name a withheld article; of other text, itself or None."""
        if text is None:
            return None
        try:
            said = json.loads(text)
        except ValueError:
            return None if self.in_text(text) else text
        left = self._left(said)
        return text if left == said else json.dumps(left, ensure_ascii=False)

    def _is_known(self, url: str) -> bool:
        key = key_of(url if "://" in url else f"http://{url}")
        ends = _ENDS.finditer(key, 0, _longest(self.addresses) + 1)
        return key in self.addresses or any(key[: end.start()] in self.addresses for end in ends)

    def _left(self, value: Any) -> Any:
        if isinstance(value, list):
            return [self._left(one) for one in value if not self._is_trace(one)]
        if isinstance(value, dict):
            return {key: self._left(one) for key, one in value.items() if not self._is_trace(key) | self._is_trace(one)}
        return value

    def _is_trace(self, value: Any) -> bool:
        return isinstance(value, str) and (self.in_address(value) or self.in_title(value))


@lru_cache(maxsize=1)
def _longest(addresses: frozenset[str]) -> int:
    return max(map(len, addresses), default=0)


def words_of(text: str) -> tuple[str, ...]:
    """The words alone, in small letters."""
    return tuple(_WORD.findall(text.casefold()))


def traces_in(connection: sqlite3.Connection, schema: str) -> Traces:
    """The traces of what is withheld in the archive that is attached under that name.

    What an article that is shown says as well (a title of two, a slug at two addresses) is no trace.
    """
    hidden = f"SELECT id FROM {schema}.articles WHERE withheld_at IS NOT NULL"
    addresses = set(
        _values(
            connection,
            f"""SELECT url FROM {schema}.pages WHERE article_id IN ({hidden})
                UNION SELECT url FROM {schema}.articles WHERE id IN ({hidden})
                UNION SELECT url FROM {schema}.article_versions WHERE article_id IN ({hidden})""",
        )
    )
    concerned = f"SELECT article_id FROM {schema}.withholdings WHERE lifted_at IS NULL"
    hidden_titles = set(_titles(connection, schema, "articles", "article_versions", hidden))
    all_titles = hidden_titles | set(_titles(connection, schema, "articles", "article_versions", concerned))
    shown = {title for title in all_titles if _is_shown(connection, schema, title)}
    slugs = {slug for url in addresses if (slug := _slug(url))} | (hidden_titles - shown)
    return Traces(
        frozenset(key for url in addresses if "/" in (key := key_of(url))),  # no site's home page
        Phrases(slug for slug in slugs if len(words_of(slug)) >= _FEWEST_WORDS),
        Phrases(all_titles - shown),
    )


def _titles(connection: sqlite3.Connection, schema: str, present: str, former: str, among: str) -> Iterator[str]:
    yield from _values(
        connection,
        f"""SELECT title FROM {schema}.{present} WHERE title IS NOT NULL AND id IN ({among})
            UNION SELECT title FROM {schema}.{former} WHERE title IS NOT NULL AND article_id IN ({among})""",
    )


def _values(connection: sqlite3.Connection, sql: str) -> Iterator[str]:
    return (value for (value,) in connection.execute(sql).fetchall())


def _is_shown(connection: sqlite3.Connection, schema: str, title: str) -> bool:
    """Whether an article that is public has the title, now or in a former version."""
    # The view's own column has no index; those of the tables tell where to look.
    present = f"SELECT id FROM {schema}.articles WHERE site IN (SELECT id FROM {schema}.sites) AND title = :title"
    former = f"SELECT article_id FROM {schema}.withholdings WHERE lifted_at IS NULL"
    sql = f"""SELECT 1 FROM {schema}.public_articles WHERE id IN ({present}) AND title = :title
              UNION ALL SELECT 1 FROM {schema}.public_versions WHERE article_id IN ({former}) AND title = :title
              LIMIT 1"""
    return connection.execute(sql, {"title": title}).fetchone() is not None


def _slug(url: str) -> str | None:
    """What an address says of its article: its last segment, or the longest value of its query."""
    parts = urlsplit(url)
    segments = [segment for segment in unquote(parts.path).split("/") if segment]
    said = [_SUFFIX.sub("", segment) for segment in segments[-1:]] + unquote(parts.query).split("&")
    return max(said, key=lambda text: len(words_of(text)), default=None) or None


def _is_cut(words: tuple[str, ...], phrase: tuple[str, ...]) -> bool:
    """Whether these are a phrase's first words, the last of them perhaps cut in the middle."""
    last = len(words) - 1
    return len(words) <= len(phrase) and words[:last] == phrase[:last] and phrase[last].startswith(words[last])
