"""A sleep for tests: it only writes down how long it was asked to wait."""

import asyncio
from collections.abc import Awaitable, Callable


def recording(waits: list[float]) -> Callable[[float], Awaitable[None]]:
    """What to hand over as `Options.sleep`: it adds each wait in seconds to the list, and takes no time."""

    async def sleep(seconds: float) -> None:
        waits.append(seconds)
        await asyncio.sleep(0)

    return sleep
