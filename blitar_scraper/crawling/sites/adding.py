"""Makes a site part of an archive: by what a person says, what is known already, what a probe finds; in this order."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

from blitar_scraper.addresses import host_of, same_site
from blitar_scraper.archive import Archive
from blitar_scraper.crawling.frontier import system_clock
from blitar_scraper.crawling.process import Work
from blitar_scraper.crawling.runner import Job, Options, Result, crawling
from blitar_scraper.crawling.sites.facts import Facts, with_facts
from blitar_scraper.crawling.sites.probing import probing
from blitar_scraper.items import Site
from blitar_scraper.spiders.findings import Findings
from blitar_scraper.spiders.identity import identify

# The settings that say where the articles are.
SOURCES = ("rest", "feeds", "sitemaps")
How = Literal["added", "updated", "unchanged", "refused"]


class AddingError(Exception):
    """A site cannot be added as asked; the message is one line for the user."""


@dataclass(frozen=True, slots=True)
class Added:
    """What came of adding a site. `findings` where it was probed; "refused": not added, since that found no news."""

    site: Site
    how: How
    findings: Findings | None = None


@dataclass(frozen=True, slots=True)
class Adding:
    """How to add a site. `known` is what there is of it (in the archive, shipped), `said` what a person says now.

    `probe`: "absent": only where nothing is known of its sources; "again": in any case, and what it finds replaces
    the sources that are known; "never". With `anyway` it is added though a probe found no news.
    """

    archive: Path
    said: Facts
    known: Site | None = None
    probe: Literal["absent", "again", "never"] = "absent"
    anyway: bool = False
    delay: float | None = None
    contact: str | None = None


def known_by(said: Facts, sites: Mapping[str, Site]) -> Site | None:
    """The site among those that is meant: by its host, or by its id. Raises AddingError where the two are not one."""
    assert said.address is not None
    by_host = next((site for site in sites.values() if same_site(site.home_url, said.address)), None)
    if said.id is None or (by_host is not None and by_host.id == said.id):
        return by_host
    if by_host is not None:
        raise AddingError(f"{host_of(said.address)} is here already, as {by_host.id}")
    if (by_id := sites.get(said.id)) is not None:
        raise AddingError(f"{said.id} is {by_id.home_url} already; give {said.url} another id")
    return None


def has_sources(site: Site) -> bool:
    """Whether it is known where the site's articles are."""
    return bool(site.start_urls) or any(site.settings.get(name) for name in SOURCES)


def adding(order: Adding, done: Callable[[Added], None] | None = None) -> Work[Added | None]:
    """The adding of one site, as work for `process.run`; None where it was told to stop.

    `done` is called with the result as soon as it is there. Raises ArchiveError where it cannot be written.
    """
    known, said = order.known, order.said
    findings = None
    if order.probe == "again" or (order.probe == "absent" and (known is None or not has_sources(known))):
        home = said.url or (known.home_url if known else "")
        settings = {**(known.settings if known else {}), **said.settings}
        findings = yield from probing(home, delay=order.delay, contact=order.contact, site_settings=settings)
        if findings is None:
            return None
    site = merged(known, said, findings, replaces=order.probe == "again")
    added = Added(site, "refused", findings)
    if order.anyway or known is not None or findings is None or findings.outcome == "news":
        with Archive(order.archive) as archive:
            before = archive.site(site.id)
            how: How = "added" if before is None else "unchanged" if before == site else "updated"
            if before != site:
                archive.put_site(site, at=system_clock())
        added = Added(site, how, findings)
    if done is not None:
        done(added)
    return added


def adding_and_crawling(order: Adding, options: Options) -> Work[tuple[Added, Result | None] | None]:
    """Add a site, then crawl it, where it could be added."""
    added = yield from adding(order)
    if added is None:
        return None
    if added.how == "refused":
        return added, None
    result = yield from crawling(Job(added.site, options))
    return added, result


def merged(known: Site | None, said: Facts, findings: Findings | None, *, replaces: bool) -> Site:
    """The site by all that there is. A probe fills what is absent; where it `replaces`, its sources are taken."""
    found = findings.site if findings is not None else None
    if known is None:
        return with_facts(found if found is not None else identify(str(said.address)), said)
    site = known
    if found is not None and findings is not None:
        names = ("timezone", "level", "region_code", "province", "system")
        site = replace(known, **{name: getattr(known, name) or getattr(found, name) for name in names})
        if known.name == host_of(known.home_url):  # it never had a name
            site = replace(site, name=found.name)
        if findings.outcome == "news" and (replaces or not has_sources(known)):
            others = {name: value for name, value in known.settings.items() if name not in SOURCES}
            site = replace(
                site,
                start_urls=found.start_urls,
                settings={**others, **found.settings},
                system=found.system or known.system,
            )
    return with_facts(site, said)
