"""What a run is worth: its status, its exit status, and why, in one line."""

from blitar_scraper.crawling.health.verdict import (
    BUSY,
    CRASHED,
    GOOD,
    INTERRUPTED,
    UNHEALTHY,
    UNREACHABLE,
    USAGE,
    Finding,
    Verdict,
    worst,
)

__all__ = [
    "BUSY",
    "CRASHED",
    "GOOD",
    "INTERRUPTED",
    "UNHEALTHY",
    "UNREACHABLE",
    "USAGE",
    "Finding",
    "Verdict",
    "worst",
]
