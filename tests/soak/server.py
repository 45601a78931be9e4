"""The process that serves all sites: one event loop, an address a site, HTTP/1.1 with connections kept open."""

from __future__ import annotations

import asyncio
import gzip
import multiprocessing
import os
import socket
from contextlib import suppress
from multiprocessing.connection import Connection
from typing import Any

from tests.soak.faults import faults_of, guise_of
from tests.soak.ills import Today
from tests.soak.pages import Answer, Look, Moment
from tests.soak.sites import SoakSite, make_sites

# What a slow server takes for an answer, in seconds: a crawl is not to wait longer than its own work takes.
_SLOW = 0.05
_SPAWN = multiprocessing.get_context("spawn")

# The looks of a day: by the site's number, in order.
Log = dict[int, list[Look]]


class Serving:
    """The running server. `day` sets all sites to a day and gives the log of the one before."""

    def __init__(self, seed: int, count: int, days: int, ill: float) -> None:
        here, there = _SPAWN.Pipe()
        self._pipe = here
        self._process = _SPAWN.Process(target=_serve, args=(there, seed, count, days, ill), daemon=True)
        self._process.start()
        there.close()
        self.ports: dict[int, int] = self._pipe.recv()

    @property
    def pid(self) -> int:
        return int(self._process.pid or 0)

    def url(self, site: SoakSite) -> str:
        return f"http://{site.host}:{self.ports[site.number]}"

    def day(self, day: int) -> Log:
        self._pipe.send(day)
        log: Log = self._pipe.recv()
        return log

    def close(self) -> None:
        with suppress(OSError):
            self._pipe.send(None)
        self._process.join(10)
        self._pipe.close()

    def __enter__(self) -> Serving:
        return self

    def __exit__(self, *raised: object) -> None:
        self.close()


def _serve(pipe: Connection, seed: int, count: int, days: int, ill: float) -> None:
    with suppress(KeyboardInterrupt):
        asyncio.run(_Sites(pipe, make_sites(seed, count, ill), days).run())


class _Sites:
    def __init__(self, pipe: Connection, sites: tuple[SoakSite, ...], days: int) -> None:
        self.pipe, self.sites, self.days = pipe, sites, days
        self.today: dict[int, Today] = {}
        self.log: Log = {}
        self.ports: dict[int, int] = {}
        self.listening: dict[int, asyncio.Server] = {}
        self.ended = asyncio.Event()

    async def run(self) -> None:
        for site in self.sites:
            await self._listen(site)
        loop = asyncio.get_running_loop()
        orders: asyncio.Queue[int | None] = asyncio.Queue()
        loop.add_reader(self.pipe.fileno(), lambda: orders.put_nowait(self._order()))
        self.pipe.send(self.ports)
        while (day := await orders.get()) is not None:
            log, self.log = self.log, {site.number: [] for site in self.sites}
            await self._begin(day)
            self.pipe.send(log)
        for server in self.listening.values():
            server.close()

    def _order(self) -> int | None:
        try:
            order: int | None = self.pipe.recv()
        except EOFError:  # the driver is no more
            os._exit(0)
        return order

    async def _begin(self, day: int) -> None:
        for site in self.sites:
            fault = faults_of(site, self.days)[day]
            self.today[site.number] = Today(Moment(site, day, self.days, guise_of(site, self.days, day)), fault)
            is_open = site.number in self.listening
            if fault == "refused" and is_open:
                self.listening.pop(site.number).close()
            elif fault != "refused" and not is_open:
                await self._listen(site)

    async def _listen(self, site: SoakSite) -> None:
        port = self.ports.get(site.number, 0)
        server = await asyncio.get_running_loop().create_server(
            lambda: _Talk(self, site.number), site.host, port, reuse_address=True, backlog=64
        )
        self.listening[site.number] = server
        self.ports[site.number] = server.sockets[0].getsockname()[1]


class _Talk(asyncio.Protocol):
    """One connection."""

    def __init__(self, sites: _Sites, number: int) -> None:
        self.sites, self.number = sites, number
        self.held = b""

    def connection_made(self, transport: Any) -> None:
        self.transport = transport
        transport.get_extra_info("socket").setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)

    def data_received(self, data: bytes) -> None:
        self.held += data
        while b"\r\n\r\n" in self.held:
            head, _, self.held = self.held.partition(b"\r\n\r\n")
            first, *lines = head.decode("latin-1").split("\r\n")
            method, target, _ = first.split(" ", 2)
            headers = {name.lower(): value.strip() for name, _, value in (line.partition(":") for line in lines)}
            self._answer(method, target, headers)

    def _answer(self, method: str, target: str, headers: dict[str, str]) -> None:
        today = self.sites.today[self.number]
        answer = today.respond(target, headers)
        self.sites.log[self.number].append(answer.look)
        if answer.status == 0:
            self.transport.abort()
        elif today.fault == "slow":
            asyncio.get_running_loop().call_later(_SLOW, self.transport.write, _bytes(answer, headers))
        else:
            self.transport.write(_bytes(answer, headers))


def _bytes(answer: Answer, asked: dict[str, str]) -> bytes:
    body, headers = answer.body, dict(answer.headers)
    if "Content-Encoding" not in headers and len(body) > 500 and "gzip" in asked.get("accept-encoding", ""):
        body, headers["Content-Encoding"] = gzip.compress(body, 1), "gzip"
    if answer.status not in (304, 204):
        headers["Content-Length"] = str(len(body))
    head = "".join(f"{name}: {value}\r\n" for name, value in headers.items())
    return f"HTTP/1.1 {answer.status} X\r\n{head}\r\n".encode("latin-1") + body
