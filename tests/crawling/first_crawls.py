"""First crawls of the sample site: the same in most tests, so each kind is run once a test process and then copied."""

from __future__ import annotations

import json
import os
import shutil
import tempfile
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from blitar_scraper.demo import SampleSite, Server, serve
from blitar_scraper.demo.site import Request

_FOLDER = tempfile.TemporaryDirectory(prefix="blitar-first-crawls-")


@dataclass(frozen=True)
class _Kept:
    """What a crawl said, what it left on the disk, and what the site knows of it."""

    said: dict[str, Any]
    folder: Path
    requests: tuple[Request, ...]
    own_reads: Counter[tuple[date, int]]
    failed_once: frozenset[str]


_kept: dict[str, _Kept] = {}
_server: list[Server] = []


@contextmanager
def served() -> Iterator[Server]:
    """A new sample site, always at the same address of this process, so that first crawls of it are alike."""
    if not _server or not _server[0].is_open:
        _server[:] = [serve(SampleSite())]
    (server,) = _server
    server.site = SampleSite()
    server.requests.clear()
    yield server
    server.hang_up()


def kind_of(order: str, archive: Path, server: Server) -> str | None:
    """What makes the crawl what it is; None where something came before it, or a fault is laid for it."""
    site = server.site
    locked = archive.with_name(f".{archive.name}.locks").exists()
    came_before = archive.exists() or locked or server.requests or site._own_reads or site._failed_once
    answers_otherwise = site.overrides or "respond" in vars(site)
    # What is told by the environment changes a crawl, too; BLITAR_TEST_BROWSER and its like are the tests' own.
    told = any(name.startswith("BLITAR_") and not name.startswith("BLITAR_TEST_") for name in os.environ)
    if came_before or site.day or answers_otherwise or told or os.environ.get("PYTHONPATH"):
        return None
    return json.dumps({**json.loads(order), "archive": None, "validators": site.validators}, sort_keys=True)


def keep(kind: str, said: dict[str, Any], archive: Path, server: Server) -> None:
    """Keep a copy of what a crawl of that kind has left, unless it left something open."""
    if archive.with_name(f"{archive.name}-wal").exists():
        return
    folder = Path(_FOLDER.name) / str(len(_kept))
    folder.mkdir()
    _copy(archive, folder / archive.name)
    site = server.site
    _kept[kind] = _Kept(said, folder, tuple(server.requests), Counter(site._own_reads), frozenset(site._failed_once))


def again(kind: str, archive: Path, server: Server) -> dict[str, Any] | None:
    """Lay down what the crawl of that kind had left, as if it had been run now; what it said. None: it never was."""
    kept = _kept.get(kind)
    if kept is None:
        return None
    archive.parent.mkdir(parents=True, exist_ok=True)
    (database,) = kept.folder.glob("*.db")
    _copy(database, archive)
    archive.with_suffix(".log").write_text("")
    server.requests.extend(kept.requests)
    server.site._own_reads = Counter(kept.own_reads)
    server.site._failed_once = set(kept.failed_once)
    return json.loads(json.dumps(kept.said))


def _copy(archive: Path, to: Path) -> None:
    shutil.copy2(archive, to)
    if (captures := archive.with_suffix(".warc")).exists():
        shutil.copytree(captures, to.with_suffix(".warc"))
