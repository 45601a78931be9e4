"""Serves the site of the fault tests on loopback, over raw sockets, with the faults that are ordered.

The port stays the same for as long as the server lives, whether it listens or refuses: an archive's addresses have it.
"""

from __future__ import annotations

import json
import socket
import ssl
import threading
import time
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from email.utils import format_datetime

from tests.faults.fault import Fault, Ongoing
from tests.faults.site import Answer, NewsSite
from tests.faults.wire import SENDERS, Line, whole

# A client that keeps its connection and asks for nothing is done after so many seconds.
_PATIENCE = 30


@dataclass(frozen=True)
class Asked:
    """A request that was read: when (monotonic seconds), by which host name, for what."""

    at: float
    host: str
    target: str
    agent: str


class FaultServer:
    """`faults` says what goes wrong; "goes-down" in it makes the server refuse from then on.

    With `tls`, an `ssl.SSLContext`, it speaks TLS; it may be changed at any time. `POST /-/day/N` sets the site's day,
    for a crawl of many days in one process.
    """

    def __init__(self, tls: ssl.SSLContext | None = None, host: str = "localhost") -> None:
        self.site = NewsSite()
        self.tls, self.scheme, self.host = tls, "https" if tls else "http", host
        self.faults = Ongoing()
        self.requests: list[Asked] = []
        self._over = threading.Event()
        self._open: set[socket.socket] = set()
        self._threads: list[threading.Thread] = []
        self._lock = threading.Lock()
        self._listener: socket.socket | None = None
        # Holds the port while nobody listens: bound and not listening, it refuses.
        self._place = self._bound(0)
        self.port: int = self._place.getsockname()[1]
        self.listen()

    @property
    def url(self) -> str:
        return f"{self.scheme}://{self.host}:{self.port}"

    def _bound(self, port: int) -> socket.socket:
        made = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
        made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEPORT, 1)
        made.bind(("127.0.0.1", port))
        return made

    # Whether it is there

    def listen(self) -> None:
        if self._listener is None:
            self._over = threading.Event()
            self._listener = self._bound(self.port)
            self._listener.listen(64)
            self._run(self._accept, self._listener, self._over)

    def refuse(self) -> None:
        """Listen no more, and end what is open: connections are refused from now on."""
        listener, self._listener = self._listener, None
        if listener is None:
            return
        self._over.set()
        with suppress(OSError):
            listener.shutdown(socket.SHUT_RDWR)  # wakes the thread that accepts
        listener.close()
        self.hang_up()

    def hang_up(self) -> None:
        with self._lock:
            for connection in self._open:
                with suppress(OSError):
                    connection.shutdown(socket.SHUT_RDWR)

    def reset(self) -> None:
        """Healthy again, on its first day, and nothing of what was asked is remembered."""
        self.faults.set(())
        self._over.set()
        self.hang_up()
        self.refuse()
        self._wait_for_threads()
        self.listen()
        self.site.__init__(feed=self.site.feed, rest=self.site.rest)  # type: ignore[misc]
        self.requests.clear()

    def close(self) -> None:
        self.refuse()
        self._wait_for_threads()
        self._place.close()

    def _wait_for_threads(self) -> None:
        for thread in self._threads:
            thread.join(10)
            assert not thread.is_alive()
        self._threads.clear()

    def _run(self, target: object, *arguments: object) -> None:
        thread = threading.Thread(target=target, args=arguments, daemon=True)  # type: ignore[arg-type]
        self._threads.append(thread)
        thread.start()

    # What it does

    def _accept(self, listener: socket.socket, over: threading.Event) -> None:
        while not over.is_set():
            try:
                connection, _ = listener.accept()
            except OSError:
                return
            connection.settimeout(_PATIENCE)
            with self._lock:
                self._open.add(connection)
            self._run(self._serve, connection, over)

    def _serve(self, raw: socket.socket, over: threading.Event) -> None:
        connection = raw
        try:
            if self.tls is not None:
                connection = self.tls.wrap_socket(raw, server_side=True)
                with self._lock:
                    self._open.discard(raw)
                    self._open.add(connection)
            line, rest = Line(connection, over), b""
            while not over.is_set():
                while b"\r\n\r\n" not in rest:
                    data = connection.recv(65536)
                    if not data:
                        return
                    rest += data
                    if rest.startswith(b"\x16\x03"):  # a client that speaks TLS to a server that does not
                        line.send(b"HTTP/1.1 400 Bad Request\r\nConnection: close\r\nContent-Length: 0\r\n\r\n")
                        return
                request, _, rest = rest.partition(b"\r\n\r\n")
                if not self._respond(line, request.decode("latin-1")):
                    return
        except OSError:  # the client has gone, or was sent away
            return
        finally:
            with self._lock:
                self._open.discard(connection)
                self._open.discard(raw)
            connection.close()

    def _respond(self, line: Line, request: str) -> bool:
        first, *rest = request.split("\r\n")
        method, target, _ = first.split(" ", 2)
        headers = dict(pair.lower().split(": ", 1) for pair in rest if ": " in pair)
        if method == "POST" and target.startswith("/-/"):
            return self._obey(line, target)
        host = headers.get("host", "")
        self.requests.append(Asked(time.monotonic(), host, target, headers.get("user-agent", "")))
        answer = self.site.respond(target, host)
        fault = self.faults.of(self.site.places(target) | {f"at {host.partition(':')[0]}"})
        date = {"Date": format_datetime(self._now(), usegmt=True)}
        answer = replace(answer, headers={**date, **answer.headers})
        if fault is None:
            line.send(whole(answer))
            return True
        if fault.kind == "goes-down":
            line.reset()
            threading.Thread(target=self.refuse, daemon=True).start()
            return False
        return SENDERS[fault.kind](line, self._faulty(answer, fault))

    def _faulty(self, answer: Answer, fault: Fault) -> Answer:
        if fault.answer is not None:
            answer = replace(fault.answer, headers={"Date": answer.headers["Date"], **fault.answer.headers})
        if fault.change is not None:
            answer = fault.change(answer)
        if fault.retry_after is not None:
            until = format_datetime(self._now() + timedelta(seconds=fault.retry_after), usegmt=True)
            answer = replace(answer, headers={**answer.headers, "Retry-After": until})
        return answer

    def _now(self) -> datetime:
        """The simulated time, as the crawl has it: its clock goes a second a look."""
        return self.site.now

    def _obey(self, line: Line, target: str) -> bool:
        self.site.day = int(target.rpartition("/")[2])
        line.send(whole(Answer(200, {"Content-Type": "application/json"}, json.dumps(self.site.day).encode())))
        return True
