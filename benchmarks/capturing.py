"""What keeping captures costs: the processor time of a crawl with and without (--no-warc).

    python benchmarks/capturing.py [PAGES [ROUNDS]]

The same loopback site is crawled: articles of 25 kB, each with a text of its own, once compressed by the server, as
nearly all are, and once not. Each crawl has a process and an archive of its own; the site is served by another process.
Crawls with and without captures take turns; measured is the processor time (user and system) of the crawl itself, from
the end of the imports to the end of the run. Other work on the machine can only add to it (shared caches, a slower
clock), so the least of the rounds is compared; the medians are printed beside it. Exit status 1 where captures cost
more than 1.15 times the processor time of the crawl without them.
"""

from __future__ import annotations

import gzip
import json
import resource
import statistics
import subprocess
import sys
import tempfile
from html import escape
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

PAGES, SIZE, ROUNDS = 300, 25_000, 7
MOST = 1.15
PER_LISTING = 30
VARIANTS = {"gzip": True, "not compressed": False}


def main() -> None:
    pages, rounds = (int(value) for value in (*sys.argv[1:], *(str(n) for n in (PAGES, ROUNDS)[len(sys.argv) - 1 :])))
    worst = 0.0
    for name, packed in VARIANTS.items():
        worst = max(worst, _compare(name, packed, pages, rounds))
    sys.exit(worst > MOST)


def _compare(name: str, packed: bool, pages: int, rounds: int) -> float:
    """Measures one variant and prints its line; the ratio."""
    taken: dict[bool, list[float]] = {True: [], False: []}
    sizes = 0
    command = [sys.executable, __file__, "serve", str(pages), str(int(packed))]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stdin=subprocess.PIPE, text=True) as server:
        assert server.stdout is not None and server.stdin is not None
        url = server.stdout.readline().strip()
        for place in range(rounds):
            for warc in (True, False) if place % 2 else (False, True):
                with tempfile.TemporaryDirectory() as folder:
                    taken[warc].append(_crawl(url, Path(folder), warc, pages))
                    sizes = sum(path.stat().st_size for path in Path(folder).glob("*.warc/*/*")) or sizes
        server.stdin.close()
    with_, without = min(taken[True]), min(taken[False])
    ratio = with_ / without
    medians = statistics.median(taken[True]) / statistics.median(taken[False])
    costs = f"{with_ / pages * 1000:.2f} ms a page with captures, {without / pages * 1000:.2f} without"
    kept = f"{sizes / pages / 1000:.1f} kB a page kept"
    print(f"{name:15} {pages} pages: {costs}: {ratio:.3f} times (by medians {medians:.3f}); {kept}", flush=True)
    return ratio


def _crawl(url: str, folder: Path, warc: bool, pages: int) -> float:
    """Seconds of processor time."""
    command = [sys.executable, __file__, "crawl", url, str(folder), str(int(warc))]
    ran = subprocess.run(command, capture_output=True, text=True, check=True)
    result = json.loads(ran.stdout.splitlines()[-1])
    assert (result["new"], result["exit_status"]) == (pages, 0), (result, ran.stderr)
    return float(result["seconds"])


def crawl_once(url: str, folder: str, warc: str) -> None:
    """The crawl of one process; prints what it took."""
    from blitar_scraper.crawling.progress import watching
    from blitar_scraper.crawling.runner import Job, Options, crawl
    from blitar_scraper.items import Site

    options = Options(Path(folder) / "archive.db", warc=warc == "1")
    began = _processor_time()
    with watching(quiet=True) as watch:
        (result,) = crawl([Job(Site("contoh", "Contoh", url + "/", "Asia/Jakarta"), options)], watch=watch)
    seconds = _processor_time() - began
    new = result.run["new"] if result.run else 0
    print(json.dumps({"seconds": seconds, "new": new, "exit_status": result.verdict.exit_status}))


def _processor_time() -> float:
    used = resource.getrusage(resource.RUSAGE_SELF)
    return used.ru_utime + used.ru_stime


def serve(count: str, packed: str) -> None:
    """Serves the site until its standard input is closed; prints its address first."""
    from blitar_scraper.demo.server import Server
    from tests.pages.sized import sized
    from tests.served import HTML, Response, ServedSite

    headers = {**HTML, "Content-Encoding": "gzip"} if packed == "1" else HTML
    answers: dict[str, Response] = {}

    def lay(target: str, html: str) -> None:
        body = html.encode()
        answers[target] = Response(200, headers, gzip.compress(body, 6) if packed == "1" else body)

    made = [sized(seed, SIZE) for seed in range(int(count))]
    entries = []
    for number, page in enumerate(made):
        lay(f"/berita/{number}", page.html)
        title = escape(page.expected.get("title") or f"Berita {number}")
        entries.append(f'<article><h2><a href="/berita/{number}">{title}</a></h2><p>{title}, {number}.</p></article>')
    for start in range(0, len(entries), PER_LISTING):
        place = start // PER_LISTING + 1
        following = f'<a rel="next" href="/?page={place + 1}">Berikutnya</a>' if start + PER_LISTING < len(made) else ""
        target = "/" if place == 1 else f"/?page={place}"
        lay(
            target, f"<html><body><main>{''.join(entries[start : start + PER_LISTING])}</main>{following}</body></html>"
        )
    answers["/robots.txt"] = Response(200, {"Content-Type": "text/plain"}, b"User-agent: *\nDisallow: /admin/\n")
    with Server(ServedSite([], {}, answers)) as server:
        print(server.url, flush=True)
        sys.stdin.read()


if __name__ == "__main__":
    if sys.argv[1:2] == ["serve"]:
        serve(*sys.argv[2:])
    elif sys.argv[1:2] == ["crawl"]:
        crawl_once(*sys.argv[2:])
    else:
        main()
