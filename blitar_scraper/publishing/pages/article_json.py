"""An article's public history as one JSON object, for programs: the shape of `blitar show --json`. Pure."""

from __future__ import annotations

from typing import Any

from blitar_scraper.archive.history import Version
from blitar_scraper.archive.public_history import PublicHistory, Withheld
from blitar_scraper.archive.record import record_of

# Characters in all versions together up to which the object tells what changed from one to the next: half a second.
_MOST_COMPARED = 300_000
_OF_MEDIA = ("position", "kind", "url", "caption")
_OF_A_PROBLEM = ("problem", "field", "detail", "url", "seen_at")


def public_record(history: PublicHistory, cited: Version) -> dict[str, Any]:
    """Instead of the acts of withholding it names what is withheld. Of long texts `changes` are not told."""
    size = sum(len(version.body or "") for version in history.versions)
    record = record_of(history, cited, with_changes=size <= _MOST_COMPARED)
    del record["withholdings"], record["withheld"]
    return {
        **record,
        "withheld_fields": list(history.withheld_fields),
        "withheld_versions": list(history.withheld_versions),
        "media": [{name: item[name] for name in _OF_MEDIA} for item in history.media],
        "problems": [{name: row[name] for name in _OF_A_PROBLEM} for row in history.problems],
    }


def stub_record(stub: Withheld) -> dict[str, Any]:
    """Of an article that is withheld as a whole."""
    return {"uid": stub.uid, "site": stub.site, "site_name": stub.site_name, "withheld_at": stub.withheld_at}
