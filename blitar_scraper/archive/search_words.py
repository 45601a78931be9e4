"""What a person types into a search box, as a query of FTS5.

All words must be there, each in any form that shares its stem. `"words in quotes"` stand together and exactly so; a
word (or quoted words) behind a minus must not be there. Nothing that is typed is taken for FTS5's own language.
"""

from __future__ import annotations

import re
import sqlite3
import unicodedata
from collections.abc import Callable, Sequence
from typing import NamedTuple

from sqlite_utils import Database

from blitar_scraper.archive.stems import forms_in
from blitar_scraper.archive.values import clean_text

# Of a word, as typed: in which other forms texts have it.
Forms = Callable[[str], Sequence[str]]

_QUOTES = str.maketrans("“”„‟″«»", '"' * 7)
_PIECE = re.compile(r'(?P<minus>[-−–]?)(?:"(?P<quoted>[^"]*)"?|(?P<word>[^\s"]+))')


class Match(NamedTuple):
    """Two queries of FTS5: for the words as they were typed, and for these or any other form of them."""

    exact: str
    any_form: str


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
    without = "".join(f" NOT {_quoted(piece.text)}" for piece in pieces if piece.is_excluded)
    exact = " AND ".join(_quoted(piece.text) for piece in wanted)
    any_form = " AND ".join(_in_any_form(piece, forms) for piece in wanted)
    return Match(f"({exact}){without}", f"({any_form}){without}")


def fts_query(conn: sqlite3.Connection, words: str) -> str:
    """The words as a query of FTS5 on `articles_fts`, each in any form; one that finds nothing where there are none.

    Takes a connection as it comes, whatever its row_factory: Datasette's own search box can use it.
    """
    match = match_expression(words, forms_in(Database(conn, execute_plugins=False)))
    return '""' if match is None else match.any_form


def add_functions(conn: sqlite3.Connection) -> None:
    """Give the connection the SQL function `stemmed(words)`: `... WHERE articles_fts MATCH stemmed(:search)`."""
    conn.create_function("stemmed", 1, lambda words: fts_query(conn, "" if words is None else str(words)))


def _pieces(words: str) -> list[_Piece]:
    found = []
    for match in _PIECE.finditer(clean_text(words).translate(_QUOTES)):
        text = match["word"] if match["quoted"] is None else match["quoted"]
        if _has_token(text):
            found.append(_Piece(text, match["quoted"] is not None, bool(match["minus"])))
    return found


def _has_token(text: str) -> bool:
    """Whether the unicode61 tokenizer finds a word in it: letters, digits, private use."""
    return any(
        unicodedata.category(character)[0] in "LN" or unicodedata.category(character) == "Co" for character in text
    )


def _in_any_form(piece: _Piece, forms: Forms) -> str:
    terms = [piece.text, *([] if piece.is_quoted else forms(piece.text))]
    quoted = list(dict.fromkeys(_quoted(term) for term in terms))
    return quoted[0] if len(quoted) == 1 else f"({' OR '.join(quoted)})"


def _quoted(text: str) -> str:
    return '"' + text.replace('"', '""') + '"'
