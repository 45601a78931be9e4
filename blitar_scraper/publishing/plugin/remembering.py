"""Keeping what costs seconds to count, for as long as the archive is the same, or a while where a crawl writes on."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar
from weakref import WeakKeyDictionary

from blitar_scraper.publishing.plugin.served import served

Answer = TypeVar("Answer")
# Seconds for which an answer is given again though the archive has changed: a reader needs no newer number. An answer
# that took long is kept for longer, so that a crawl and many readers together ask for it a small part of the time.
_GOOD_FOR = 15.0
_TIMES_ITS_COST = 30


@dataclass(frozen=True, slots=True)
class _Kept:
    """An answer, the state of the file before it was asked for, and until when it is good whatever the state."""

    answer: Any
    state: object
    good_until: float


_kept: WeakKeyDictionary[Any, dict[str, _Kept]] = WeakKeyDictionary()
_asked: WeakKeyDictionary[Any, dict[str, asyncio.Future[Any]]] = WeakKeyDictionary()


async def remembered(
    datasette: Any,
    name: str,
    ask: Callable[[], Awaitable[Answer]],
    *,
    clock: Callable[[], float] = time.monotonic,
) -> Answer:
    """The answer of that name: the last while it is good, else asked anew. Who comes meanwhile waits for the same."""
    state = _state(datasette)
    kept = _kept.setdefault(datasette, {}).get(name)
    if kept is not None and (kept.state == state or clock() < kept.good_until):
        return kept.answer  # type: ignore[no-any-return]
    asked = _asked.setdefault(datasette, {})
    if name not in asked:
        asked[name] = asyncio.ensure_future(_ask(datasette, name, ask, state, clock))
        asked[name].add_done_callback(lambda _: asked.pop(name, None))
    # Shielded: one reader who goes away must not take the answer from the others.
    answer: Answer = await asyncio.shield(asked[name])
    return answer


async def _ask(
    datasette: Any, name: str, ask: Callable[[], Awaitable[Answer]], state: object, clock: Callable[[], float]
) -> Answer:
    began = clock()
    answer = await ask()
    ended = clock()
    _kept[datasette][name] = _Kept(answer, state, ended + max(_GOOD_FOR, _TIMES_ITS_COST * (ended - began)))
    return answer


def _state(datasette: Any) -> object:
    """What changes when the archive is written to: moment and size of the file and of its journal."""
    archive = served(datasette)
    assert archive is not None
    return tuple(_mark(path) for path in (archive.path, Path(f"{archive.path}-wal")))


def _mark(path: Path) -> tuple[int, int]:
    try:
        stat = path.stat()
    except OSError:
        return (0, 0)
    return (stat.st_mtime_ns, stat.st_size)
