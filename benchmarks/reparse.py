"""Reading captures again: how fast, how much memory. `python benchmarks/reparse.py [CAPTURES...]` (1,000 and 20,000).

The pages are generated for this run, of 25 kB, each with a title and numbers of its own, gzip-encoded as most servers
send them, and captured into WARC files as a crawl does; their articles are not stored. Then `reparse` makes the archive
from them (from scratch), and reads them once more with nothing to change. Each in a process of its own, on two cores.
Speed is captures a second of the clock; memory the largest resident set of a single process.

Exit status 1 if it is below 400 a second or if the memory grows by more than a tenth from the fewest to the most.
"""

from __future__ import annotations

import gzip
import json
import resource
import subprocess
import sys
import tempfile
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

SIZE = 25_000  # bytes
LEAST_SPEED, MOST_GROWTH = 400.0, 1.1  # captures a second; times
DIFFERENT_PAGES = 500  # generated from scratch; the others are these with another title and numbers
START = datetime(2026, 3, 2, 1, tzinfo=UTC)


def build(path: Path, captures: int) -> None:
    """An archive with so many captured article pages of one site, whose articles are yet to be read."""
    from blitar_scraper.archive import Archive, sightings
    from blitar_scraper.archive.warc import Exchange
    from blitar_scraper.items import ArticleSeen, Fetch, Reading, Site
    from tests.pages.around import HOME
    from tests.pages.sized import sized

    site = Site("sukamajukab", "Kabupaten Sukamaju", HOME, "Asia/Jakarta")
    pages = [sized(seed, SIZE) for seed in range(min(captures, DIFFERENT_PAGES))]
    with Archive(path) as archive:
        archive.put_site(site, at=START)
        run_id = archive.start_run(site.id, "full", at=START, program_version="bench")
        writer = archive.warc_writer(site, run_id, at=START, info={"software": "bench"})
        archive.db.execute("PRAGMA synchronous = OFF")
        for number in range(captures):
            page = pages[number % len(pages)]
            url = f"{HOME}/berita/{number}-{number * 7919 % 100_003}"
            title = str(page.expected["title"])
            html = page.html.replace(title, f"{title} {number}")
            at = START + timedelta(seconds=2 * number)
            headers = [(b"Content-Type", b"text/html; charset=utf-8"), (b"Content-Encoding", b"gzip")]
            exchange = Exchange(url, at, 200, "OK", headers, gzip.compress(html.encode(), 5))
            capture_id = archive.keep(exchange, writer, run_id)
            seen = ArticleSeen(site, Fetch(url, url, at, 200, capture_id=capture_id), Reading(None))
            account = archive.account(seen, writer)
            with archive.transaction():
                sightings.add(archive.db, ArticleSeen(site, seen.fetch, seen.reading, account=account), run_id)
        writer.close()


def measure(path: Path) -> None:
    """Reparse once; prints seconds, captures, articles and memory as JSON."""
    from blitar_scraper.crawling.offline.reparse import reparse

    began = time.perf_counter()
    (result,) = reparse(path, processes=2)
    seconds = time.perf_counter() - began
    largest = max(resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    cpu = sum(
        usage.ru_utime + usage.ru_stime
        for usage in map(resource.getrusage, (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    )
    print(
        json.dumps(
            {
                "seconds": seconds,
                "cpu": cpu,
                "captures": result.sightings,
                "added": result.found.added,
                "unreadable": len(result.unreadable),
                "changed": result.found.changes,
                "memory": largest * 1024 / 1e6,
            }
        )
    )


def main() -> int:
    numbers = [int(number) for number in sys.argv[1:]] or [1_000, 20_000]
    speeds, memories = [], []
    print(f"{'captures':>9}  {'':<13} {'a second':>8}  {'CPU ms each':>11}  {'memory MB':>9}")
    for number in numbers:
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "bench.db"
            build(path, number)
            for what in ("from scratch", "nothing new"):
                command = [sys.executable, __file__, "--measure", str(path)]
                said = subprocess.run(command, check=True, capture_output=True, text=True).stdout
                found = json.loads(said.splitlines()[-1])
                assert found["captures"] == number and not found["unreadable"], found
                assert found["added"] > 0.9 * number if what == "from scratch" else not found["changed"], found
                speed = number / found["seconds"]
                speeds.append(speed)
                memories.append(found["memory"])
                each = found["cpu"] * 1000 / number
                print(f"{number:>9,}  {what:<13} {speed:>8.0f}  {each:>11.2f}  {found['memory']:>9.0f}", flush=True)
    growth = max(memories) / memories[0]
    print(f"slowest {min(speeds):.0f} a second (asked {LEAST_SPEED:.0f}); memory grows {growth:.2f} times")
    return int(min(speeds) < LEAST_SPEED or growth > MOST_GROWTH)


if __name__ == "__main__":
    if sys.argv[1:2] == ["--measure"]:
        measure(Path(sys.argv[2]))
    else:
        sys.exit(main())
