"""How quickly a release is served: an archive of N articles, released with `blitar publish`, served by Datasette.

    python benchmarks/serving.py [ARTICLES] [--keep FOLDER]

Each kind of page is asked for with 20 different arguments, one after the other, on loopback. Up to 200,000 articles, a
median above 300 ms (a search: 200 ms) is a miss; at any size, a canned query that once takes a second, at which
Datasette stops it. Exits with 1 on a miss. FOLDER: where archive and release are made, and found again the next time.
"""

from __future__ import annotations

import argparse
import http.client
import random
import socket
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote, urlencode

sys.path.insert(0, str(Path(__file__).parents[1]))

from benchmarks.archives.generating import generate
from blitar_scraper.publishing.queries import QUERIES

PAGE, SEARCH, QUERY = 300, 200, 1000  # milliseconds
MEDIANS_UP_TO = 200_000  # articles
REQUESTS = 20
_PYTHON_BIN = Path(sys.executable).parent


@dataclass(frozen=True)
class Kind:
    """A kind of page: the addresses asked for, and the median in milliseconds that it may have."""

    name: str
    addresses: list[str]
    limit: int = PAGE


def main() -> int:
    arguments = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    arguments.add_argument("articles", nargs="?", type=int, default=20_000)
    arguments.add_argument("--keep", type=Path)
    given = arguments.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        folder = given.keep or Path(temporary)
        release = _released(folder, given.articles)
        with served(release) as port:
            return _measured(port, kinds(next(release.glob("*.db"))), given.articles)


def _released(folder: Path, articles: int) -> Path:
    """The folder of the release, made where it is not there yet."""
    archive, releases = folder / "arsip.db", folder / "releases-of-it"
    if not archive.exists():
        folder.mkdir(parents=True, exist_ok=True)
        began = time.perf_counter()
        generate(archive, articles)
        print(f"{articles:,} articles generated in {time.perf_counter() - began:.0f} s, {_size(archive)}")
    if not (releases / "current").exists():
        began = time.perf_counter()
        command = [str(_PYTHON_BIN / "blitar"), "publish", str(releases), "--archive", str(archive)]
        told = ["--base-url", "http://127.0.0.1:8001", "--accept-identity-numbers"]
        subprocess.run([*command, *told], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        released = releases / "current" / "arsip.db"
        print(f"released in {time.perf_counter() - began:.0f} s, {_size(released)}")
    return (releases / "current").resolve()


def _size(file: Path) -> str:
    return f"{file.stat().st_size / 1e6:,.0f} MB"


@contextmanager
def served(release: Path) -> Iterator[int]:
    """The release, served as its notes say; the port."""
    with closing(socket.socket()) as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [str(_PYTHON_BIN / "datasette"), "serve", str(release), "--port", str(port)]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    try:
        wait_for(port, process)
        yield port
    finally:
        process.terminate()
        process.communicate()


def wait_for(port: int, process: subprocess.Popen[bytes]) -> None:
    """Until the server answers. Raises RuntimeError where it ends instead."""
    while True:
        with closing(socket.socket()) as client:
            if client.connect_ex(("127.0.0.1", port)) == 0:
                return
        if process.poll() is not None:
            raise RuntimeError(process.communicate()[1].decode())
        time.sleep(0.05)


def kinds(database: Path, *, immutable: bool = True) -> list[Kind]:
    """What is asked for, with arguments drawn from what the release (or a live archive) holds."""
    chance = random.Random(1)
    mode = "immutable=1" if immutable else "mode=ro"
    with closing(sqlite3.connect(f"{database.as_uri()}?{mode}", uri=True, timeout=30)) as connection:

        def some(sql: str) -> list[str]:
            found = [str(value) for (value,) in connection.execute(sql)]
            return [chance.choice(found) for _ in range(REQUESTS)] if found else []

        newest = connection.execute("SELECT MAX(id) FROM articles").fetchone()[0]
        ids = ", ".join(str(chance.randint(1, newest)) for _ in range(4 * REQUESTS))
        uids = some(f"SELECT uid FROM articles WHERE id IN ({ids})")
        edited = some("SELECT uid FROM edits ORDER BY edited_at DESC LIMIT 500")
        sites = some("SELECT id FROM sites")
        months = some("SELECT DISTINCT month FROM articles_monthly WHERE length(month) = 7")
        urls = some(f"SELECT url FROM captures WHERE id IN ({ids})")
        common, usual, rare = words(connection, chance)
        name = database.stem

    def search(*texts: str, **more: str) -> str:
        return f"/search?{urlencode({'q': ' '.join(texts), **more})}"

    def query(name_of: str, **given: str) -> str:
        return f"/{name}/{name_of}?{urlencode(given)}"

    def each(make: object, *lists: list[str]) -> list[str]:
        return [make(*values) for values in zip(*lists, strict=True)]  # type: ignore[operator]

    arguments = {"site": sites, "month": months, "url": urls, "uid": uids, "words": usual}
    found = [
        Kind("home", ["/"] * REQUESTS),
        Kind("list of sites", ["/sites"] * REQUESTS),
        Kind("site", [f"/site/{site}" for site in sites]),
        Kind("search, word of most texts", each(search, common), SEARCH),
        Kind("search, usual word", each(search, usual), SEARCH),
        Kind("search, rare word", each(search, rare), SEARCH),
        Kind("search, two words", each(search, usual, common), SEARCH),
        Kind("search in a site", each(lambda word, site: search(word, site=site), usual, sites), SEARCH),
        Kind("article", [f"/article/{uid}" for uid in uids]),
        Kind("article with versions", [f"/article/{uid}" for uid in edited]),
        Kind("difference", [f"/article/{uid}/changes" for uid in edited]),
        Kind("feed", ["/feed.atom"] * REQUESTS),
        Kind("feed of a site", [f"/feed/{site}.atom" for site in sites]),
        Kind("feed of changes", ["/feed/changes.atom"] * REQUESTS),
        Kind("table of articles", [f"/{name}/articles"] * REQUESTS),
        Kind("table of a site's articles", [f"/{name}/articles?site={site}" for site in sites]),
        Kind("table, searched", [f"/{name}/articles?_search={quote(word)}" for word in usual]),
        Kind("table of coverage", [f"/{name}/coverage"] * REQUESTS),
        Kind("table of captures", [f"/{name}/captures"] * REQUESTS),
    ]
    for canned in QUERIES.values():
        found.append(Kind(f"query {canned.name}", [query(canned.name)] * REQUESTS))
        for parameter in canned.parameters:
            if values := arguments.get(parameter):
                addresses = [query(canned.name, **{parameter: value}) for value in values]
                found.append(Kind(f"query {canned.name}, by {parameter}", addresses))
    return found


def words(connection: sqlite3.Connection, chance: random.Random) -> tuple[list[str], list[str], list[str]]:
    """Words of most texts, of about one text in a hundred, of a few."""
    (articles,) = connection.execute("SELECT COUNT(*) FROM articles").fetchone()
    connection.execute("CREATE VIRTUAL TABLE temp.words USING fts5vocab ('main', 'articles_fts', 'row')")
    found = connection.execute("SELECT term, doc FROM temp.words WHERE term GLOB '[a-z]*' AND length(term) > 3")
    by_texts = sorted(((texts, term) for term, texts in found), reverse=True)
    shares = ((0.2, 1.0), (0.005, 0.02), (0.0, max(0.0001, 5 / articles)))
    chosen = [[term for texts, term in by_texts if low < texts / articles <= high] for low, high in shares]
    return tuple([chance.choice(terms or [by_texts[0][1]]) for _ in range(REQUESTS)] for terms in chosen)  # type: ignore[return-value]


def _measured(port: int, asked: list[Kind], articles: int) -> int:
    print(f"{'page':40} {'median':>8} {'max':>8}  ms")
    misses = 0
    connection = http.client.HTTPConnection("127.0.0.1", port)
    for kind in asked:
        times = [_time_of(connection, address) for address in kind.addresses]
        if not times:
            continue
        median, most = statistics.median(times), max(times)
        slow = articles <= MEDIANS_UP_TO and median > kind.limit
        stopped = kind.name.startswith("query") and most > QUERY
        misses += slow or stopped
        miss = f"  MISS (median at most {kind.limit})" if slow else "  MISS (a second)" if stopped else ""
        print(f"{kind.name:40} {median:8.0f} {most:8.0f}{miss}")
    print(f"{misses} misses" if misses else "all within their limits")
    return 1 if misses else 0


def _time_of(connection: http.client.HTTPConnection, address: str) -> float:
    """Milliseconds until the last byte. Raises RuntimeError for any answer but 200."""
    began = time.perf_counter()
    connection.request("GET", address)
    response = connection.getresponse()
    body = response.read()
    if response.status != 200:
        raise RuntimeError(f"{address}: {response.status} {body[:300]!r}")
    if b"sql_time_limit_ms" in body or b"SQL query took too long" in body:
        return 9999.0  # stopped by Datasette
    return 1000 * (time.perf_counter() - began)


if __name__ == "__main__":
    sys.exit(main())
