"""The stems of Indonesian words: `penghargaan`, `menghargai`, `dihargai` have the stem `harga`.

PySastrawi finds them (Nazief and Adriani's rules with their later corrections, and a dictionary of 30,000 roots). What
it takes apart wrongly is mended here, by the lists of `stem_words` and by these rules:
- a word of four letters or less is its own stem, and of a root of three letters only those in a list have forms;
- `ku-`, `kau-` and infixes are not taken off: news has next to none, and names look so (Kusumo, Telugu);
- what looks like a suffix may be the end of a longer root: penculikan is of culik, mandirinya of mandiri;
- of a word that is no form of a known root only `-nya` is taken off.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from Sastrawi.Dictionary.ArrayDictionary import ArrayDictionary
from Sastrawi.Stemmer.Stemmer import Stemmer
from Sastrawi.Stemmer.StemmerFactory import StemmerFactory

from blitar_scraper.indonesian.stem_words import MORE_ROOTS, NOT_ROOTS, SAME_ROOTS, SHORT_ROOTS, STEMS, WHOLE

# Words. Finding a stem takes 0.2 ms, and the same words come again and again. PySastrawi's own cache has no end.
_MOST_KEPT = 50_000
# Letters of a word: shorter ones are roots, names (Hadi), or shortened words (dpmd).
_SHORTEST = 5
# Past so many it is no word of a language, but an address or a text without spaces.
_LONGEST = 40

_WORD = re.compile(rf"[a-z]{{{_SHORTEST},{_LONGEST}}}")
_PREFIXES = re.compile(
    r"(?:di|ke|se|te|ter|be|ber|bel|me|mem|men|meng|menge|meny|pe|per|pel|pem|pemer|pen|peng|penge|peny)*"
)
# Loans in -asi take these as they are; PySastrawi first takes -isasi off, and has bersosialisasi of sosial.
_BEFORE_LOAN = re.compile(r"(?:ber|ter|di|mem|men|meng|meny|me)(?=\w+asi)")
# Letters that PySastrawi takes for a suffix, or for the beginning of one, although they are the end of the root, where
# there is such a root: behind these prefixes. Nouns with pe- and ke- end in -an (penculikan is of culik, not of culi).
_LONGER = (("k", re.compile("[pk]e")), ("i", re.compile("")), ("is", re.compile("")))
# The last ones of PySastrawi's rules for prefixes: infixes (37 to 40), ku- and kau- (41, 42).
_NOT_RULES = {f"DisambiguatorPrefixRule{number}" for number in ("37a", "38a", "39a", "40a", "41", "42")}


def stem(word: str) -> str:
    """The stem of a word in small letters without diacritics (a term of the search index); often the word itself.

    Reduplicated words may stand with their hyphen: `anak-anak` has the stem `anak`. Anything else that is not a word
    of letters a to z is its own stem.
    """
    return _stem(word)


@lru_cache(maxsize=_MOST_KEPT)
def _stem(word: str) -> str:
    first, hyphen, second = word.partition("-")
    if hyphen:
        return _of_pair(word, first, second)
    if not _WORD.fullmatch(word) or word in WHOLE:
        found = word
    else:
        found = STEMS.get(word) or _by_rules(word) or _of_unknown(word)
    return SAME_ROOTS.get(found, found)


def _of_pair(word: str, first: str, second: str) -> str:
    """Of `anak-anak`, `anak-anaknya`, `berkejar-kejaran` the stem of both halves; other pairs stay as they are."""
    one, other = _stem(first), _stem(second)
    return one if one == other and one else word


def _by_rules(word: str) -> str | None:
    """The root that PySastrawi finds; None where there is none that can be believed."""
    stemmer = _stemmer()
    known = stemmer.get_dictionary().contains
    loan = _BEFORE_LOAN.sub("", word, count=1)
    if loan != word and known(loan):
        return loan
    root = str(stemmer.stem_singular_word(word))
    if root == word:
        return word if known(word) else None
    place = _place_of(word, root)
    if place is None or not _PREFIXES.fullmatch(word[: place[0]]):
        return None
    for longer, before in _LONGER:
        if word.startswith(root[-1] + longer, place[1] - 1) and before.match(word) and known(root + longer):
            return root + longer
    return root


def _place_of(word: str, root: str) -> tuple[int, int] | None:
    """Where in the word its root stands; a prefix may have taken its first letter away (menulis, memilih, mengirim)."""
    start = word.rfind(root)
    if start >= 0:
        return start, start + len(root)
    start = word.rfind(root[1:]) if root[0] in "kpst" else -1
    return None if start < 0 else (start, start + len(root) - 1)


def _of_unknown(word: str) -> str:
    """The stem of a word that is no form of a known root."""
    if word.endswith("anya") and (root := _by_rules(word[:-2])):
        return root  # a common slip: jawabanya for jawabannya
    rest = word.removesuffix("nya")
    if rest == word or len(rest) < _SHORTEST - 2 or not re.search("[aeiou]", rest):
        return word
    return rest if len(rest) >= _SHORTEST - 1 or _is_root(rest) else word


def _is_root(word: str) -> bool:
    return word in _roots()


@cache
def _roots() -> frozenset[str]:
    return frozenset([*StemmerFactory().get_words(), *MORE_ROOTS]) - NOT_ROOTS


@cache
def _stemmer() -> Stemmer:
    """PySastrawi's stemmer with our dictionary and without some rules; made when first asked for: it takes 30 ms."""
    stemmer = Stemmer(ArrayDictionary(root for root in _roots() if len(root) > 3 or root in SHORT_ROOTS))
    provider = stemmer.visitor_provider
    provider.prefix_visitors = [visitor for visitor in provider.prefix_visitors if not _rules_of(visitor) & _NOT_RULES]
    return stemmer


def _rules_of(visitor: object) -> set[str]:
    return {type(rule).__name__ for rule in getattr(visitor, "disambiguators", ())}
