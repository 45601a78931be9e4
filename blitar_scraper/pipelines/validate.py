"""Checks a read article against the rules of `items`; what breaks one becomes null, with a problem."""

from __future__ import annotations

import dataclasses

from blitar_scraper.items import ArticleSeen, Sighting, check_article


class ValidatePipeline:
    def process_item(self, item: Sighting) -> Sighting:
        if not isinstance(item, ArticleSeen) or item.reading.article is None:
            return item
        article, broken = check_article(item.reading.article, item.site.home_url, item.fetch.seen_at)
        if not broken:
            return item
        reading = dataclasses.replace(item.reading, article=article, problems=(*item.reading.problems, *broken))
        return dataclasses.replace(item, reading=reading)
