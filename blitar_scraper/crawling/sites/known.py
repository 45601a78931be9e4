"""The sites that there are: those shipped, those of an archive, those of blitar.toml, and how the three go together."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

from blitar_scraper.archive import Archive, ArchiveMissing, OlderSchema
from blitar_scraper.crawling.configuration import FILE, ConfigurationError, read_configuration
from blitar_scraper.crawling.runner import shipped_spiders
from blitar_scraper.crawling.sites.facts import FactError, Facts, facts, with_facts
from blitar_scraper.crawling.sites.probing import spellings
from blitar_scraper.items import Site
from blitar_scraper.spiders.identity import identify


def known_sites(archive: Path | None = None) -> dict[str, Site]:
    """All of them by id, as a crawl would take them.

    What a shipped site's file says counts; settings that it does not have stay as they are in the archive. A table of
    blitar.toml outranks both. Raises ConfigurationError.
    """
    shipped = {name: spider.site for name, spider in shipped_spiders().items()}
    stored = archived_sites(archive)
    both = {
        name: replace(site, settings={**stored[name].settings, **site.settings})
        for name, site in shipped.items()
        if name in stored
    }
    return _configured({**stored, **shipped, **both})


def archived_sites(archive: Path | None) -> dict[str, Site]:
    """The sites of an archive by id; none where there is no archive yet.

    Raises ArchiveError, and ConfigurationError where somebody has edited what cannot be into their settings.
    """
    if archive is None or not archive.exists():
        return {}
    try:
        opened = Archive(archive, readonly=True)
    except ArchiveMissing:  # an empty file: a crawl was killed before it began
        return {}
    except OlderSchema:  # opened for writing it is brought up to date
        opened = Archive(archive)
    with opened:
        sites = opened.sites()
    for site in sites:
        try:
            facts({**site.settings, "start_urls": list(site.start_urls), "timezone": site.timezone})
        except FactError as error:
            raise ConfigurationError(f"{archive}, sites.settings of {site.id}: {error}") from None
    return {site.id: site for site in sites}


def _configured(sites: dict[str, Site]) -> dict[str, Site]:
    tables = read_configuration().get("site", {})
    if not isinstance(tables, dict):
        raise ConfigurationError(f'{FILE}: sites stand in tables, [site."ID"]')
    found = dict(sites)
    for name, table in tables.items():
        said = _facts_of(name, table)
        if name in found:
            found[name] = with_facts(found[name], said)
        elif address := said.address or next(iter(spellings(name)), None):
            found[name] = with_facts(identify(address), said)  # an id is a host name, where nobody gave another
        else:
            raise ConfigurationError(f'{FILE}, [site."{name}"]: no such site yet: say its url')
    return found


def _facts_of(name: str, table: Any) -> Facts:
    where = f'{FILE}, [site."{name}"]'
    if not isinstance(table, dict):
        raise ConfigurationError(f"{where}: must be a table")
    if any(isinstance(value, dict) and key not in ("selectors", "expect") for key, value in table.items()):
        raise ConfigurationError(f'{where}: an id with dots needs quotation marks: [site."x.go.id"]')
    try:
        return facts({**table, "id": table.get("id", name)})
    except FactError as error:
        raise ConfigurationError(f"{where}: {error}") from None
