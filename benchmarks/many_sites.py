"""What it takes to crawl many sites at once: `blitar crawl --all`, each site in a process of its own.

    python benchmarks/many_sites.py [SITES [JOBS [DELAY]]]        550 50 1 takes about six minutes

Sites of 20 articles (25 kB each) on loopback, each with a port of its own, served by one other process. All are crawled
for the first time, JOBS at a time, with DELAY seconds between two requests to a site. Printed are the whole time beside
the sum of the delays that the sites were promised, the processor time of the crawl and (apart) of the server, the peak
of the crawl's memory (the sum of its processes' proportional set sizes: what they share counts once), and the shortest
distance between two requests to a site, by the server's monotonic clock when it had read each of them.

Exit status 1 where a site was asked again sooner than the delay allows, or where a site was not crawled whole.
"""

from __future__ import annotations

import asyncio
import ctypes
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from itertools import pairwise
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

SITES, JOBS, DELAY = 30, 15, 0.2
ARTICLES, SIZE, PER_LISTING = 20, 25_000, 10
# Different pages; a site has its own title and place in each. More would only cost the server memory.
TEMPLATES = 60
# Between two measurements of memory, in seconds: reading it costs processor time, too (3 ms a process).
MEASURED_EVERY = 3.0
_PR_SET_CHILD_SUBREAPER = 36


def main() -> None:
    given = sys.argv[1:]
    sites = int(given[0]) if given else SITES
    jobs = int(given[1]) if len(given) > 1 else JOBS
    delay = float(given[2]) if len(given) > 2 else DELAY
    # What the crawl leaves behind (its fork server ends after it) is ours to wait for, and its processor time counts.
    ctypes.CDLL(None).prctl(_PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        server = subprocess.Popen(
            [sys.executable, __file__, "serve", str(sites)], stdout=subprocess.PIPE, stdin=subprocess.PIPE, text=True
        )
        assert server.stdout is not None and server.stdin is not None
        ports = json.loads(server.stdout.readline())
        _archive(folder / "archive.db", ports)
        taken = _crawl(folder, jobs, delay, server.pid)
        server.stdin.close()
        seen = json.loads(server.stdout.read())
        sys.exit(not _report(sites, jobs, delay, taken, seen, _waited_for(server.pid)))


def _archive(path: Path, ports: list[int]) -> None:
    from blitar_scraper.archive import Archive
    from blitar_scraper.crawling.frontier import system_clock
    from blitar_scraper.items import Site

    with Archive(path) as archive:
        for number, port in enumerate(ports, 1):
            home = f"http://127.0.0.1:{port}/"
            site = Site(f"situs-{number:03}", f"Kabupaten {number}", home, "Asia/Jakarta", start_urls=(home,))
            archive.put_site(site, at=system_clock())


def _crawl(folder: Path, jobs: int, delay: float, server: int) -> dict[str, Any]:
    """Runs the command; seconds, processor seconds, peak of memory in bytes, exit status, and what it said."""
    command = [sys.executable, "-m", "tests.command", "crawl", "--all", "--archive", str(folder / "archive.db")]
    command += ["--delay", f"{delay:g}", "--jobs", str(jobs), "--json"]
    peak = most = 0
    began = time.monotonic()
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    with (folder / "out").open("w") as out, (folder / "err").open("w") as err:
        crawl = subprocess.Popen(command, stdout=out, stderr=err, cwd=folder, env=environment)
        measured = began
        while True:
            # Not `wait`: the crawl's own times come with the call that waits for it.
            pid, status, used = os.wait4(crawl.pid, os.WNOHANG)
            if pid:
                break
            if time.monotonic() - measured >= MEASURED_EVERY:
                measured = time.monotonic()
                sizes = [_size(pid) for pid in _family(crawl.pid)]
                peak, most = max(peak, sum(sizes)), max(most, len(sizes))
            time.sleep(0.1)
    seconds = time.monotonic() - began
    crawl.returncode = os.waitstatus_to_exitcode(status)
    processor = used.ru_utime + used.ru_stime
    while True:  # the fork server, and multiprocessing's own
        pid, processor_of_it = _next_but(server)
        if not pid:
            break
        processor += processor_of_it
    lines = (folder / "out").read_text().splitlines()
    return {
        "seconds": seconds,
        "processor": processor,
        "peak": peak,
        "processes": most,
        "exit_status": crawl.returncode,
        "runs": [json.loads(line) for line in lines],
        "said": (folder / "err").read_text(),
        "archive": (folder / "archive.db").stat().st_size,
    }


def _next_but(server: int) -> tuple[int, float]:
    """Waits for a child that is not the server; its id and processor seconds, 0 where there is none."""
    for pid in _children(os.getpid()):
        if pid != server:
            _, _, used = os.wait4(pid, 0)
            return pid, used.ru_utime + used.ru_stime
    return 0, 0.0


def _waited_for(server: int) -> float:
    """The processor seconds of the server, which has ended."""
    _, _, used = os.wait4(server, 0)
    return float(used.ru_utime + used.ru_stime)


def _children(pid: int) -> list[int]:
    try:
        return [int(child) for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]
    except OSError:
        return []


def _family(pid: int) -> list[int]:
    return [pid, *(member for child in _children(pid) for member in _family(child))]


def _size(pid: int) -> int:
    """The proportional set size of a process in bytes; 0 where it has ended."""
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0
    return sum(int(line.split()[1]) * 1024 for line in lines if line.startswith("Pss:"))


def _report(
    sites: int, jobs: int, delay: float, taken: dict[str, Any], seen: dict[str, list[float]], server: float
) -> bool:
    """Prints what was measured; whether all is as it should be."""
    requests = sum(map(len, seen.values()))
    promised = sum(max(len(times) - 1, 0) * delay for times in seen.values())
    distances = [later - earlier for times in seen.values() for earlier, later in pairwise(times)]
    too_soon = [distance for distance in distances if distance < delay]
    whole = sum(run.get("new") == ARTICLES and run["exit_status"] == 0 for run in taken["runs"])
    locked = taken["said"].count("locked")
    print(f"{sites} sites of {ARTICLES} articles, {jobs} at a time, {delay:g} s between two requests to a site")
    by_jobs = promised / min(jobs, sites)
    print(f"  {taken['seconds']:.0f} s in all; the delays sum up to {promised:.0f} s, {by_jobs:.0f} s by {jobs}")
    cores = os.cpu_count() or 1
    share = taken["processor"] / taken["seconds"] / cores
    print(
        f"  {taken['processor']:.0f} s of processor time, {taken['processor'] / sites:.2f} s a site ({share:.0%} of"
        f" {cores} cores); the server's own, apart: {server:.0f} s"
    )
    print(f"  {taken['peak'] / 1e6:.0f} MB of memory at most, in {taken['processes']} processes")
    print(f"  {requests} requests; the shortest distance between two to a site: {min(distances, default=0):.4f} s")
    ended = f"exit status {taken['exit_status']}"
    print(f"  {whole} of {sites} sites whole; the archive was locked {locked} times; {ended}")
    if too_soon:
        print(f"  too soon: {len(too_soon)} of {len(distances)} requests")
    if whole < sites:
        print("\n".join(taken["said"].splitlines()[-20:]))
    return not too_soon and whole == sites and taken["exit_status"] == 0


def serve(count: str) -> None:
    """Serves the sites until its standard input is closed; prints the ports first, and at the end when it was asked."""
    from tests.pages.sized import sized

    hard = resource.getrlimit(resource.RLIMIT_NOFILE)[1]
    resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))
    pages = [sized(seed, SIZE) for seed in range(TEMPLATES)]
    asyncio.run(_serve(int(count), [page.html for page in pages]))


async def _serve(count: int, pages: list[str]) -> None:
    loop = asyncio.get_running_loop()
    seen: list[list[float]] = [[] for _ in range(count)]
    connections = [partial(_Connection, seen[site], _answers(site, pages)) for site in range(count)]
    servers = [await loop.create_server(connection, "127.0.0.1", 0) for connection in connections]
    print(json.dumps([server.sockets[0].getsockname()[1] for server in servers]), flush=True)
    await loop.run_in_executor(None, sys.stdin.read)
    print(json.dumps({str(site): times for site, times in enumerate(seen)}))


def _answers(site: int, pages: list[str]) -> Callable[[str], bytes | None]:
    """What a site answers: a listing of two pages, and articles that are its own."""

    def answer(target: str) -> bytes | None:
        if target == "/robots.txt":
            return b"User-agent: *\nDisallow: /admin/\n"
        if target in ("/", "/?page=2"):
            first = 0 if target == "/" else PER_LISTING
            entries = "".join(
                f'<article><h2><a href="/berita/{number}">Kabar nomor {number} dari Kabupaten {site}</a></h2>'
                f"<p>Kabupaten {site}, berita {number}.</p></article>"
                for number in range(first, first + PER_LISTING)
            )
            following = '<a rel="next" href="/?page=2">Berikutnya</a>' if target == "/" else ""
            return f"<html><body><main>{entries}</main>{following}</body></html>".encode()
        if target.startswith("/berita/"):
            page = pages[(site * 7 + int(target.removeprefix("/berita/"))) % len(pages)]
            return page.replace("</p>", f" Kabupaten {site}, {target}.</p>", 1).encode()
        return None

    return answer


class _Connection(asyncio.Protocol):
    """HTTP/1.1 as a crawler asks it: GET without a body, one request after another."""

    def __init__(self, seen: list[float], answer: Callable[[str], bytes | None]) -> None:
        self.seen, self.answer = seen, answer
        self.data = b""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self.transport = transport

    def data_received(self, data: bytes) -> None:
        self.data += data
        while b"\r\n\r\n" in self.data:
            self.seen.append(time.monotonic())
            head, _, self.data = self.data.partition(b"\r\n\r\n")
            body = self.answer(head.split(b" ", 2)[1].decode())
            kind = "text/plain" if body is not None and body.startswith(b"User-agent") else "text/html; charset=utf-8"
            status = "200 OK" if body is not None else "404 Not Found"
            body = body if body is not None else b"<h1>404</h1>"
            self.transport.write(
                f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {len(body)}\r\n\r\n".encode() + body
            )


if __name__ == "__main__":
    if sys.argv[1:2] == ["serve"]:
        serve(sys.argv[2])
    else:
        main()
