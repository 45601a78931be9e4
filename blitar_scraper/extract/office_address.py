"""The address of an office, as pages print it in their foot: never an article's text, and its name stands over it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from blitar_scraper.extract.lines import Layout, Line, common_ancestor

_ADDRESS = re.compile(r"\W{0,3}(?:alamat(?:\s+kantor)?\s*:|(?:kantor\s*:\s*)?(?:jl|jln|jalan)\b)", re.I)
_FIRST_LETTERS = frozenset("AaJjKk")
# An article may begin with a street, too, but not with a postcode or a number to call.
_REACHED_BY = re.compile(
    r"\b(?:te?lp|telepon|telephone|phone|fax|faks|faksimile|kode\s+pos|e-?mail|surel|hotline|call\s+center)\b|@[\w-]+\.\w"
    r"|\(0\d{2,3}\)|\b\d{5}\b",
    re.I,
)
_LONGEST_NAME = 80  # characters; what is longer is a sentence
_OVER_ADDRESS = 2  # lines: the name, and that of the region under it
_CARD = 8  # lines of the element with name, address and the ways to reach the office


def is_address(line: Line) -> bool:
    """Whether a line begins with a street, and has a postcode, telephone or e-mail address."""
    if line.text[0] not in _FIRST_LETTERS or not _ADDRESS.match(line.text):
        return False
    return _REACHED_BY.search(line.text) is not None


def names_over_addresses(layout: Layout) -> Iterator[str]:
    """The lines of two words or more that stand right over an address, in a small element with it."""
    for address in filter(is_address, layout.lines):
        for line in layout.lines[max(address.index - _OVER_ADDRESS, 0) : address.index]:
            if len(line.text) > _LONGEST_NAME or " " not in line.text or line.is_linked:
                continue
            if len(layout.within(common_ancestor(line.block, address.block))) <= _CARD:
                yield line.text
