"""One reading of an article page on its way into the archive."""

from __future__ import annotations

from dataclasses import dataclass

from sqlite_utils import Database

from blitar_scraper.archive import pages, problems
from blitar_scraper.items import Article, ArticleSeen, Problem


@dataclass(frozen=True, slots=True)
class Sight:
    """One sighting with what every step of storing it needs."""

    db: Database
    seen: ArticleSeen
    run_id: int
    at: str
    article: Article

    @property
    def capture_id(self) -> int | None:
        return self.seen.fetch.capture_id

    @property
    def captures(self) -> dict[int, str]:
        """What the reading was made from: each capture's role by its id. The page's own word outranks the others'."""
        told = self.seen.circumstances
        roles = {place.capture_id: place.source for place in told.witnesses}
        roles |= dict.fromkeys(told.parts, "part")
        return roles | ({self.capture_id: "page"} if self.capture_id is not None else {})

    def note(self, problem: Problem, article_id: int | None, *, past: bool = False) -> None:
        problems.add(
            self.db,
            problem,
            at=self.at,
            site=self.seen.site.id,
            run_id=self.run_id,
            article_id=article_id,
            url=pages.spelled(self.seen.fetch.url),
            capture_id=self.capture_id,
            resolved_at=self.at if past else None,
        )
