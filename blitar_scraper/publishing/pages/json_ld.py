"""An article for machines: schema.org's NewsArticle as JSON-LD. Pure; what is not known is left out.

The byline is `creditText`, not `author`: schema.org has a Person or an Organization there, and which of the two "Admin
Kota" or "Humas" is nobody can tell from a page. Dates are as precise as the site's and no more.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from blitar_scraper.archive.controls import shown_in_json
from blitar_scraper.archive.history import Version
from blitar_scraper.archive.public_history import PublicHistory, tags_of
from blitar_scraper.publishing.pages.shown_text import web_address

# What could end the element that the data stands in, or begin a comment in it.
_NOT_IN_SCRIPT = {ord(character): f"\\u{ord(character):04x}" for character in "<>&\u2028\u2029"}


def news_article(history: PublicHistory, version: Version, archived_at: str | None) -> dict[str, Any]:
    """One version of the article. `archived_at`: the public address of our own page, if it is known."""
    article, said = history.article, history.said.get(version.number, {})
    is_present = version is history.present
    home = web_address(history.site_home)
    publisher = _known({"@type": "GovernmentOrganization", "name": history.site_name, "url": home})
    views = article["views"] if is_present else None
    return _known(
        {
            "@context": "https://schema.org",
            "@type": "NewsArticle",
            "headline": version.title,
            "creditText": version.author,
            "datePublished": version.published_at,
            "dateModified": version.modified_at,
            "articleSection": version.section,
            "keywords": tags_of(said),
            "inLanguage": said.get("language"),
            "wordCount": said.get("word_count"),
            "image": web_address(version.image_url),
            "url": web_address(version.url),
            "publisher": publisher,
            "isPartOf": _known({"@type": "WebSite", "name": history.site_name, "url": home}),
            "identifier": {"@type": "PropertyValue", "propertyID": "uid", "value": article["uid"]},
            "version": version.number,
            "archivedAt": archived_at,
            "interactionStatistic": {
                "@type": "InteractionCounter",
                "interactionType": {"@type": "ViewAction"},
                "userInteractionCount": views,
            }
            if views is not None
            else None,
        }
    )


def as_script(data: Mapping[str, Any]) -> str:
    """JSON that can stand in a script element whatever is in it: nothing ends the element, nothing is markup."""
    return shown_in_json(json.dumps(data, ensure_ascii=False, allow_nan=False)).translate(_NOT_IN_SCRIPT)


def _known(data: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in data.items() if value not in (None, "", [])}
