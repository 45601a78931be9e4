"""What became of a sighting."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

OutcomeKind = Literal["new", "edited", "reparsed", "unchanged", "moved", "gone", "back", "listed", "failed"]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What `Archive.store` did. Where several fit, `kind` is the first of back, moved, edited.

    `article_id`: the article concerned, if any. `twin_url`: for a new article, the address of another one of the
    site with the very same content; if that address now redirects here, the article has moved.

    Of a known article that was read again, the fields (`content.FILLED`): `known`, those that its page had given;
    `told`, those that only another witness had; `lost`, those known that the page gives no longer; `still_lost`, those
    lost that it had not given the last time either. `still_nothing`: of an address that shows no article, it did not
    the last time it was asked for either.
    """

    kind: OutcomeKind
    article_id: int | None = None
    twin_url: str | None = None
    known: frozenset[str] = frozenset()
    told: frozenset[str] = frozenset()
    lost: frozenset[str] = frozenset()
    still_lost: frozenset[str] = frozenset()
    still_nothing: bool = False
