"""Reading article pages beside general extractors: how fast, how large, how right. `python benchmarks/extraction.py`.

The pages are generated for this run, of 5 kB and of 25 kB, each with a text of its own, and no extractor sees one
twice: warm caches flatter. Each extractor works in a process of its own on one core; its speed is processor time, so
that other work on the machine matters little. They take turns, a batch at a time, each batch the same pages for all,
and medians over the rounds are printed. The memory is the largest resident set of the whole process, Python and imports
with it.

Right is what equals the page's record: null too, where a page does not print the field; of dates, the day. The others
read no views. Exit status 1 if we are less than three times as fast as trafilatura with metadata in its default mode
at either size, or larger than 60 MB.
"""

from __future__ import annotations

import json
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

SIZES = (5_000, 25_000)  # bytes
ROUNDS, BATCH = 7, 60  # a batch is at least a tenth of a second for the fastest, seconds for the slowest
LONG_RUN = 5_000  # pages, to see whether memory grows
LEAST_RATIO, MOST_MEMORY = 3.0, 60.0  # times trafilatura; MB (of 1,000,000 bytes)
FIELDS = ("title", "author", "date", "views")
SEEN_AT = "2025-10-07T10:15:00+07:00"
Record = dict[str, Any]
Extractor = Callable[[str, str | None], Record]


# The extractors. Each imports what it needs when it is made: in its own process, where imports count as memory.


def blitar_scraper() -> Extractor:
    from datetime import datetime

    from blitar_scraper.extract import Page, extract_article
    from blitar_scraper.items import Site

    seen_at = datetime.fromisoformat(SEEN_AT)
    site = Site("sukamajukab", "Kabupaten Sukamaju", "https://www.sukamajukab.go.id/", "Asia/Jakarta")

    def extract(html: str, url: str | None) -> Record:
        article = extract_article(Page(html.encode(), url, "text/html; charset=utf-8"), site, seen_at=seen_at).article
        if article is None:
            return {}
        return {
            "title": article.title,
            "author": article.author,
            "date": article.published_date,
            "views": article.views,
            "body": article.body,
        }

    return extract


def trafilatura(fast: bool = False) -> Extractor:
    from trafilatura import bare_extraction

    def extract(html: str, url: str | None) -> Record:
        found = bare_extraction(html, url=url, with_metadata=True, fast=fast)
        if found is None:
            return {}
        return {"title": found.title, "author": found.author, "date": found.date, "body": found.text}

    return extract


def trafilatura_fast() -> Extractor:
    return trafilatura(fast=True)


def newspaper4k() -> Extractor:
    from newspaper import Article
    from newspaper.configuration import Configuration

    configuration = Configuration()
    configuration.fetch_images = False

    def extract(html: str, url: str | None) -> Record:
        article = Article(url or "https://www.sukamajukab.go.id/berita", config=configuration)
        article.download(input_html=html)
        article.parse()
        day = article.publish_date.date().isoformat() if article.publish_date else None
        return {"title": article.title, "author": ", ".join(article.authors) or None, "date": day, "body": article.text}

    return extract


EXTRACTORS: dict[str, tuple[str, Callable[[], Extractor]]] = {
    "blitar_scraper": ("blitar_scraper", blitar_scraper),
    "trafilatura": ("trafilatura", trafilatura),
    "trafilatura fast": ("trafilatura", trafilatura_fast),
    "newspaper4k": ("newspaper", newspaper4k),
}


# The worker: reads batches of pages from files, as it is told on its standard input.


def work(name: str, core: int | None) -> None:
    if core is not None:
        os.sched_setaffinity(0, {core})
    extract = EXTRACTORS[name][1]()
    for line in sys.stdin:
        spent = 0.0
        totals: Counter[str] = Counter()
        with Path(line.rstrip("\n")).open(encoding="utf-8") as pages:
            for text in pages:
                page = json.loads(text)
                begun = time.process_time()
                found = extract(page["html"], page["url"])
                spent += time.process_time() - begun
                totals.update(judge(found, page["expected"]))
        now, largest = memory()
        print(json.dumps({"spent": spent, "totals": totals, "memory": now, "largest": largest}), flush=True)


def judge(found: Record, expected: Record) -> Counter[str]:
    right = {name: found.get(name) == expected[name] for name in FIELDS}
    words, wanted = Counter((found.get("body") or "").split()), Counter(expected["body"].split())
    f1 = 2 * (words & wanted).total() / max(words.total() + wanted.total(), 1)
    return Counter({name: int(value) for name, value in (right | {"all four": all(right.values())}).items()}) + Counter(
        {"body": int(f1 > 0.98)}
    )


def memory() -> tuple[float, float]:
    """The process's resident memory now and at its largest, in MB."""
    try:
        # Not `ru_maxrss`: on Linux a new process begins with its parent's.
        status = Path("/proc/self/status").read_text(encoding="ascii", errors="replace")
        sizes = dict(line.split(":", 1) for line in status.splitlines())
        now, largest = (int(sizes[name].split()[0]) * 1024 / 1e6 for name in ("VmRSS", "VmHWM"))
    except (OSError, KeyError):
        unit = 1 if sys.platform == "darwin" else 1024
        now = largest = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit / 1e6
    return now, largest


# The measurement.


class Worker:
    def __init__(self, name: str, core: int | None) -> None:
        self.name = name
        self.process = subprocess.Popen(
            [sys.executable, "-W", "ignore", __file__, "--worker", name, "" if core is None else str(core)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            cwd=ROOT,
        )

    def run(self, batch: Path) -> dict[str, Any]:
        assert self.process.stdin and self.process.stdout
        self.process.stdin.write(f"{batch}\n")
        self.process.stdin.flush()
        answer: dict[str, Any] = json.loads(self.process.stdout.readline())
        return answer

    def end(self) -> None:
        self.process.communicate()


def write_batch(folder: Path, size: int, first: int, count: int) -> Path:
    """A file of pages of their seeds, one JSON object a line."""
    from tests.pages.sized import sized

    path = folder / f"{size}-{first}.jsonl"
    with path.open("w", encoding="utf-8") as file:
        for seed in range(first, first + count):
            made = sized(seed, size)
            expected = made.expected | {
                "date": (made.expected["published_at"] or "")[:10] or None,
                "body": "\n".join(made.expected["body"]),
            }
            file.write(json.dumps({"html": made.html, "url": made.url, "expected": expected}) + "\n")
    return path


def measure(folder: Path, first: int, core: int | None) -> bool:
    """Prints the tables; whether the promises are kept."""
    names = [name for name, (module, _) in EXTRACTORS.items() if find_spec(module)]
    missing = [name for name in EXTRACTORS if name not in names]
    if missing:
        print(f"not installed (pip install 'blitar_scraper[bench]'): {', '.join(missing)}")
    workers = [Worker(name, core) for name in names]
    rates: dict[tuple[str, int], list[float]] = {}
    totals: dict[tuple[str, int], Counter[str]] = {}
    largest: dict[str, float] = {}
    for size in SIZES:
        for number in range(ROUNDS + 1):
            batch = write_batch(folder, size, first, BATCH)
            first += BATCH
            # Another begins each round; the first batch only warms up: some modules are imported when first needed.
            for worker in workers[number % len(workers) :] + workers[: number % len(workers)]:
                answer = worker.run(batch)
                largest[worker.name] = answer["largest"]
                if number:
                    rates.setdefault((worker.name, size), []).append(BATCH / answer["spent"])
                    totals.setdefault((worker.name, size), Counter()).update(answer["totals"])
            batch.unlink()
    for worker in workers:
        worker.end()
    for size in SIZES:
        print(f"\n{ROUNDS * BATCH} pages of {size // 1000} kB")
        print(
            f"{'':18}{'pages/s':>8}{'ms':>7}{'times trafilatura':>19}   right:" + "".join(f"{f:>9}" for f in FIELDS),
            end="",
        )
        print(f"{'all four':>10}{'body F1 > .98':>15}")
        for name in names:
            rate = statistics.median(rates[name, size])
            pairs = zip(rates[name, size], rates.get(("trafilatura", size), []), strict=False)
            ratio = f"{_ratio(pairs):.2f}" if "trafilatura" in names else ""
            shares = {key: totals[name, size][key] / (ROUNDS * BATCH) for key in (*FIELDS, "all four", "body")}
            print(
                f"{name:18}{rate:8.0f}{1000 / rate:7.2f}{ratio:>19}{'':9}"
                + "".join(f"{shares[f]:9.1%}" for f in FIELDS),
                end="",
            )
            print(f"{shares['all four']:10.1%}{shares['body']:15.1%}")
    print("\nlargest memory, MB: " + ", ".join(f"{name} {largest[name]:.1f}" for name in names))
    kept = largest["blitar_scraper"] < MOST_MEMORY
    for size in SIZES if "trafilatura" in names else ():
        kept &= _ratio(zip(rates["blitar_scraper", size], rates["trafilatura", size], strict=True)) >= LEAST_RATIO
    return measure_memory(folder, first, core) and kept


def _ratio(pairs: Any) -> float:
    """The median over the rounds: both read the same pages one after the other."""
    return statistics.median(mine / other for mine, other in pairs)


def measure_memory(folder: Path, first: int, core: int | None) -> bool:
    """Our memory over a long run, printed every thousand pages; whether it stays under the limit."""
    worker = Worker("blitar_scraper", core)
    print(f"\nmemory of blitar_scraper over {LONG_RUN} pages, MB:", end="", flush=True)
    answer: dict[str, Any] = {}
    for number in range(0, LONG_RUN, 500):
        batch = write_batch(folder, SIZES[number // 500 % len(SIZES)], first + number, 500)
        answer = worker.run(batch)
        batch.unlink()
        if (number + 500) % 1000 == 0:
            print(f" {answer['memory']:.1f}", end="", flush=True)
    worker.end()
    print(f" (largest {answer['largest']:.1f})")
    return bool(answer["largest"] < MOST_MEMORY)


def main() -> int:
    if sys.argv[1:2] == ["--worker"]:
        work(sys.argv[2], int(sys.argv[3]) if sys.argv[3] else None)
        return 0
    core = max(os.sched_getaffinity(0)) if hasattr(os, "sched_setaffinity") else None
    # Seeds by the clock: each run has pages that no run had before.
    first = int(time.time()) * 10_000
    with tempfile.TemporaryDirectory() as folder:
        print(f"pages of seeds from {first}; medians of {ROUNDS} rounds, processor time, one core")
        return 0 if measure(Path(folder), first, core) else 1


if __name__ == "__main__":
    sys.exit(main())
