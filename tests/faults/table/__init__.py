"""The table of faults, a file for each kind of them."""

from __future__ import annotations

from tests.faults.row import Row
from tests.faults.table import (
    addresses,
    clocks,
    connections,
    content,
    files,
    good_days,
    listings,
    markup,
    processes,
    refusals,
    sources,
)

# By their headings in docs/faults.md, in its order.
PARTS: dict[str, tuple[Row, ...]] = {
    "The site cannot be reached": connections.ROWS,
    "The site refuses": refusals.ROWS,
    "Addresses lead elsewhere, or nowhere": addresses.ROWS,
    "The markup changes": markup.ROWS,
    "Listings": listings.ROWS,
    "robots.txt, feeds and REST": sources.ROWS,
    "What is sent is broken": content.ROWS,
    "Clocks": clocks.ROWS,
    "The archive and the disk": files.ROWS,
    "The process": processes.ROWS,
    "Nothing is wrong": good_days.ROWS,
}
TABLE: tuple[Row, ...] = tuple(row for rows in PARTS.values() for row in rows)
