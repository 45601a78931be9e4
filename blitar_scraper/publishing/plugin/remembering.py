"""Keeping what costs a second to count, for as long as the file is the same."""

from __future__ import annotations

import time
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any, TypeVar
from weakref import WeakKeyDictionary

from blitar_scraper.publishing.plugin.served import served

Answer = TypeVar("Answer")
# Seconds for which an answer is given again though a crawl writes on: a reader of the home page needs no newer number.
_GOOD_FOR = 15.0
_answers: WeakKeyDictionary[Any, dict[str, tuple[object, float, Any]]] = WeakKeyDictionary()


async def remembered(
    datasette: Any,
    name: str,
    ask: Callable[[], Awaitable[Answer]],
    *,
    clock: Callable[[], float] = time.monotonic,
) -> Answer:
    """The answer of that name: the last one while it is fresh or the archive's file unchanged, else asked anew."""
    answers = _answers.setdefault(datasette, {})
    state = _state(datasette)
    if name in answers:
        of_state, at, answer = answers[name]
        if of_state == state or clock() - at < _GOOD_FOR:
            return answer  # type: ignore[no-any-return]
    answer = await ask()
    answers[name] = (state, clock(), answer)
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
