"""The loopback HTTP server: it hands each request to the site and keeps a log of what was asked."""

from __future__ import annotations

import socket
import sys
import threading
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType
from typing import Any, Self

from blitar_scraper.demo.site import Request, Response, SampleSite


class Server:
    """A running sample site.

    `url` is its root without a trailing slash; `requests` what was asked so far, in order. Used as a context
    manager it closes itself; `close` ends every open connection and waits for its threads.
    """

    def __init__(self, site: SampleSite, port: int = 0) -> None:
        self.site = site
        self.requests: list[Request] = []
        self._http = _HttpServer(self, port)
        self.url = f"http://127.0.0.1:{self._http.server_port}"
        # Asked twenty times a second whether to stop: a test that closes the site should not wait for it.
        self._thread = threading.Thread(target=self._http.serve_forever, args=(0.05,), daemon=True)
        self._thread.start()

    @property
    def is_open(self) -> bool:
        """Whether it answers: `close` has not been called."""
        return self._thread.is_alive()

    def hang_up(self) -> None:
        """End the connections that clients keep open."""
        self._http.hang_up()

    def close(self) -> None:
        self._http.shutdown()
        self._thread.join()
        self._http.hang_up()
        self._http.server_close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def serve(site: SampleSite, *, port: int = 0) -> Server:
    """Serve the site on 127.0.0.1 in a thread, on a free port unless one is named. Raises OSError if it is taken."""
    return Server(site, port)


class _HttpServer(ThreadingHTTPServer):
    daemon_threads = False  # so that server_close waits for them, and no socket is left to the garbage collector
    request_queue_size = 64

    def __init__(self, owner: Server, port: int) -> None:
        self.owner = owner
        self._open: set[socket.socket] = set()
        self._open_lock = threading.Lock()
        super().__init__(("127.0.0.1", port), _Handler)

    def server_bind(self) -> None:
        """Without the reverse look-up of HTTPServer, which can take seconds on a machine without a network."""
        self.socket.bind(self.server_address)
        self.server_address = self.socket.getsockname()
        self.server_name, self.server_port = "127.0.0.1", self.server_address[1]

    def process_request(self, request: Any, client_address: Any) -> None:
        with self._open_lock:
            self._open.add(request)
        super().process_request(request, client_address)

    def shutdown_request(self, request: Any) -> None:
        with self._open_lock:
            self._open.discard(request)
        super().shutdown_request(request)

    def hang_up(self) -> None:
        """End the connections that clients keep open."""
        with self._open_lock:
            for connection in self._open:
                with suppress(OSError):
                    connection.shutdown(socket.SHUT_RDWR)

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A client that went away is no error of the site."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server_version, sys_version = "SampleSite", ""
    disable_nagle_algorithm = True
    wbufsize = -1  # head and body in one packet
    server: _HttpServer

    def _answer(self) -> None:
        headers = {name.lower(): value for name, value in self.headers.items()}
        request = Request(self.command, self.path, headers)
        owner = self.server.owner
        owner.requests.append(request)
        self._send(owner.site.respond(request))

    do_GET = do_HEAD = do_POST = _answer

    def _send(self, response: Response) -> None:
        self.send_response(response.status)
        for name, value in response.headers.items():
            self.send_header(name, value)
        if response.status != 304:
            self.send_header("Content-Length", str(len(response.body)))
        if response.sent is not None or self.command == "POST":  # the body of a POST is not read
            self.send_header("Connection", "close")
            self.close_connection = True
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(response.body[: response.sent])

    def log_message(self, format: str, *args: object) -> None:
        """Quiet: what was asked stands in `requests`."""
