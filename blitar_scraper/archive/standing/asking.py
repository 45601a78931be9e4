"""The condition that limits a question to some sites."""

from __future__ import annotations

from collections.abc import Sequence


def of_sites(sites: Sequence[str], column: str = "site") -> tuple[str, list[str]]:
    """The condition on that column, and the values of its marks; of no sites: of all of them."""
    if not sites:
        return f"{column} IS NOT NULL", []
    return f"{column} IN ({', '.join('?' * len(sites))})", list(sites)
