"""What a person types into a search box, as a query of FTS5.

All words must be there, each in any form that shares its stem. `"words in quotes"` stand together and exactly so; a
word (or quoted words) behind a minus must not be there, exactly as it was typed. Nothing that is typed is taken for
FTS5's own language.
"""

from __future__ import annotations

import re
import sqlite3
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from sqlite_utils import Database

from blitar_scraper.archive.stems import is_filled, terms_with_stem
from blitar_scraper.archive.tokens import tokens_of
from blitar_scraper.archive.values import clean_text
from blitar_scraper.indonesian.stem_words import SPELLINGS
from blitar_scraper.indonesian.stemming import stem
from blitar_scraper.indonesian.word_forms import possible_forms

# Of each of some words, as typed: in which other forms texts may have it. A form may be of several words ("jum at").
Forms = Callable[[Sequence[str]], list[list[str]]]

# Forms of one word that are looked for. The most that a root has in a million articles is about 100, half of them
# slips of the pen; longer ones are left out first.
_MOST_FORMS = 100
# Words of one question; more are part of a text that somebody pasted.
_MOST_PIECES = 32

_QUOTES = str.maketrans("“”„‟″«»", '"' * 7)
_PIECE = re.compile(r'(?P<minus>[-−–]*)(?:"(?P<quoted>[^"]*)"?|(?P<word>[^\s"]+))')
_PLAIN = re.compile("[a-z]+")
_SPELLINGS = {spelling: group for group in SPELLINGS for spelling in group}


class Match(NamedTuple):
    """What is looked for, in pieces of a query of FTS5.

    `wanted`: of each word (or words in quotes) the forms of which one must be there, the typed one first; `without`:
    what must not be there, ready to stand behind a query.
    """

    wanted: tuple[tuple[str, ...], ...]
    without: str

    @property
    def has_forms(self) -> bool:
        """Whether any word has other forms than the one that was typed."""
        return any(len(forms) > 1 for forms in self.wanted)

    def expression(self, *, forms: bool, column: str | None = None) -> str:
        """The query: `forms`: in any form; `column`: all words in that column, while what must not be is nowhere."""
        wanted = " AND ".join(f"({' OR '.join(each if forms else each[:1])})" for each in self.wanted)
        return (f"({wanted})" if column is None else f"({{{column}}} : ({wanted}))") + self.without

    def in_texts(self, texts: Iterable[str]) -> Match:
        """The same without the forms that none of the texts has: FTS5 marks hits by it in a fraction of the time."""
        there = {word for text in texts for word in _PLAIN.findall(unicodedata.normalize("NFD", text.lower()))}

        def may_be_there(form: str) -> bool:
            return form[1:-1] in there or not _PLAIN.fullmatch(form, 1, len(form) - 1)

        wanted = ((typed, *(form for form in forms if may_be_there(form))) for typed, *forms in self.wanted)
        return self._replace(wanted=tuple(wanted))


class _Piece(NamedTuple):
    text: str
    is_quoted: bool
    is_excluded: bool


def match_expression(words: str, forms: Forms) -> Match | None:
    """The words as queries of FTS5; None where there is no letter or digit to look for."""
    pieces = _pieces(words)
    wanted = [piece for piece in pieces if not piece.is_excluded]
    if not wanted:
        return None
    free = [piece.text for piece in wanted if not piece.is_quoted]
    known = dict(zip(free, forms(free), strict=True)) if free else {}
    return Match(
        wanted=tuple(_quoted_forms(piece.text, [] if piece.is_quoted else known[piece.text]) for piece in wanted),
        without="".join(f" NOT {_quoted(piece.text)}" for piece in pieces if piece.is_excluded),
    )


def forms_in(db: Database) -> Forms:
    """A function that tells in which forms the texts of this archive have each of some words.

    An archive of an older version has no stems yet: there the forms are those that the words could have.
    """
    terms = (lambda root: terms_with_stem(db, root)) if is_filled(db) else possible_forms

    def forms(words: Sequence[str]) -> list[list[str]]:
        return [_forms(tokens, terms)[:_MOST_FORMS] for tokens in tokens_of([clean_text(word) for word in words])]

    return forms


def fts_query(conn: sqlite3.Connection, words: str) -> str:
    """The words as a query of FTS5 on `articles_fts`, each in any form; one that finds nothing where there are none.

    Takes a connection as it comes, whatever its row_factory: Datasette's own search box can use it.
    """
    # That PRAGMA would end the statement of which the function is a part: "abort due to ROLLBACK".
    db = Database(conn, recursive_triggers=False, execute_plugins=False)
    match = match_expression(words, forms_in(db))
    return '""' if match is None else match.expression(forms=True)


def add_functions(conn: sqlite3.Connection) -> None:
    """Give the connection the SQL function `stemmed(words)`: `... WHERE articles_fts MATCH stemmed(:search)`."""
    conn.create_function("stemmed", 1, lambda words: fts_query(conn, "" if words is None else str(words)))


def _pieces(words: str) -> list[_Piece]:
    found = []
    for match in _PIECE.finditer(clean_text(words).translate(_QUOTES)):
        text = match["word"] if match["quoted"] is None else match["quoted"]
        if _has_token(text):
            found.append(_Piece(text, match["quoted"] is not None, bool(match["minus"])))
    return found[:_MOST_PIECES]


def _has_token(text: str) -> bool:
    """Whether the unicode61 tokenizer finds a word in it: letters, digits, private use."""
    categories = {unicodedata.category(character) for character in text}
    return any(category[0] in "LN" or category == "Co" for category in categories)


def _forms(tokens: Sequence[str], terms: Callable[[str], Sequence[str]]) -> list[str]:
    """The forms of one typed word, which the tokenizer may have divided (`anak-anak`, `Jum'at`)."""
    found = [spelling for spelling in _SPELLINGS.get(" ".join(tokens), ()) if spelling != " ".join(tokens)]
    if 1 <= len(tokens) <= 2:
        root = stem("-".join(tokens))
        if "-" not in root:
            found += terms(root)
    return found


def _quoted_forms(typed: str, forms: Sequence[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(_quoted(form) for form in (typed, *forms)))


def _quoted(text: str) -> str:
    return '"' + text.replace('"', '""') + '"'
