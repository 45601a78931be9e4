"""What the tests of releases share: an order, and a clock."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from blitar_scraper.publishing.releases.about import About
from blitar_scraper.publishing.releases.steps import Order

AT = datetime(2026, 11, 27, 6, 33, 14, tzinfo=UTC)


def order(archive: Path, base_url: str = "https://berita.example.org", **more: Any) -> Order:
    return Order(archive, About(base_url), **more)
