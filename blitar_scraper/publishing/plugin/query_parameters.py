"""The parameters of the canned queries as fields: what can be chosen, an example, and what is no such value."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from blitar_scraper.publishing.plugin.served import read
from blitar_scraper.publishing.queries import QUERIES
from blitar_scraper.publishing.words import Words

# Values of columns, as the queries compare them; their names stand in `publishing/words/query.py`.
_VALUES: dict[str, tuple[str, ...]] = {
    "verdict": ("news", "silence", "silence in hindsight", "incomplete", "crawl failed", "not observed"),
    "field": ("title", "author", "section", "published_at", "body"),
    "reason": ("404", "soft-404", "home", "moved-site"),
}
_EXAMPLES = {
    "month": "2026-02",
    "words": "penghargaan",
    "section": "BERITA",
    "url": "https://…/",
    "uid": "abcdefghijkl",
}
_PERIOD = re.compile(r"[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?")
_MOST_CHOICES = 1000  # of a list to choose from; where there are more sites, one is typed
_MOST_NAMED = 20  # values in the sentence about an unknown one


@dataclass(frozen=True, slots=True)
class Parameter:
    """A field of the form. `choices`: values and their names; `unknown`: says why the value given can find nothing."""

    name: str
    label: str
    value: str
    example: str
    choices: tuple[tuple[str, str], ...]
    unknown: str | None


async def parameters(datasette: Any, query: str | None, given: Mapping[str, Any], t: Words) -> list[Parameter]:
    """The fields for these parameters. `query`: the canned query's name; of any other query all are bare boxes."""
    ours = QUERIES[query].parameters if query in QUERIES else ()
    sites: list[tuple[str, str]] = []
    if "site" in ours:
        sites = await read(datasette, lambda db: db.execute("SELECT id, name FROM sites ORDER BY name, id").fetchall())
    fields = []
    for name, raw in given.items():
        value = "" if raw is None else str(raw)
        if name not in ours:
            fields.append(Parameter(name, name, value, "", (), None))
            continue
        known = sites if name == "site" else [(each, t(f"param.{name}.{each}")) for each in _VALUES.get(name, ())]
        fields.append(
            Parameter(
                name=name,
                label=t(f"param.{name}"),
                value=value,
                example=_EXAMPLES.get(name, ""),
                choices=tuple(known) if len(known) <= _MOST_CHOICES else (),
                unknown=_unknown(name, value, [each for each, _ in known], t),
            )
        )
    return fields


def _unknown(name: str, value: str, known: list[str], t: Words) -> str | None:
    if name == "month" and value and not _PERIOD.fullmatch(value):
        return t("param.no_month", value=value)
    if not value or not known or value in known:
        return None
    named = ", ".join(known[:_MOST_NAMED]) + (", …" if len(known) > _MOST_NAMED else "")
    return t("param.no_such", label=t(f"param.{name}"), value=value, values=named)
