"""Pages that are no answer of the site: challenges, maintenance, suspended hosting, default pages, login walls."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from blitar_scraper.extract.page import Page


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why it is no answer. `problem`: challenge, maintenance, suspended, parked, login; `detail` is for a person."""

    problem: str
    detail: str


def refusal(page: Page, status: int, headers: Mapping[str, str] | None = None) -> Refusal | None:
    """Why the page is no answer of the site, whatever its status; None where it is one."""
    return None
