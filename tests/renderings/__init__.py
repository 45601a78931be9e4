"""The real article of Kota Blitar in nearly forty different pages, and the record that each of them must give.

The article's HTML is not known, only its text (`article.txt`, a page of www.blitarkota.go.id). Whatever plausible
markup carries this text, the record must be `EXPECTED`, with what a page prints otherwise in `Rendering.expected`.
Six of the renderings are kept aside: nobody tunes the extraction to them (`kept_aside.py`).
"""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from tests.renderings import antique, kept_aside, later, modern
from tests.renderings.parts import PAGE_URL, Rendering

# Keys as in `articles`, and: `published_raw`, `views_raw` as printed; `popular` the titles in order; `body` its lines;
# `body_main_first` and `body_main_last` what the main text begins and ends with.
EXPECTED: dict[str, Any] = json.loads((Path(__file__).parent / "expected.json").read_text(encoding="utf-8"))

RENDERINGS: tuple[Rendering, ...] = (*modern.ALL, *antique.ALL, *later.ALL, *kept_aside.ALL)

# When the pages were fetched: the day that their heads print and their metadata give as the date of publication.
SEEN_AT = datetime(2024, 10, 5, 3, 15, tzinfo=UTC)


def expected_of(rendering: Rendering) -> dict[str, Any]:
    """The whole record that the page must give."""
    return {**EXPECTED, **rendering.expected}


__all__ = ["EXPECTED", "PAGE_URL", "RENDERINGS", "SEEN_AT", "Rendering", "expected_of"]
