"""Runs one crawl in a process of its own, since an event loop cannot be started twice.

python -m tests.crawling.one_crawl JSON
"""

import dataclasses
import json
import sys
from datetime import datetime, timedelta
from pathlib import Path

from blitar_scraper.crawling.progress import watching
from blitar_scraper.crawling.runner import Job, Options, crawl
from blitar_scraper.crawling.sites.sample import sample_of
from tests.crawling.waits import recording


def main() -> None:
    order = json.loads(sys.argv[1])
    start, looks = datetime.fromisoformat(order["now"]), 0

    def clock() -> datetime:
        nonlocal looks
        looks += 1
        return start + timedelta(seconds=looks)

    site = sample_of(order["url"])
    if order.get("start_paths"):
        site = dataclasses.replace(site, start_urls=tuple(order["url"] + path for path in order["start_paths"]))
    site = dataclasses.replace(site, settings={**site.settings, **order.get("settings", {})})
    waits: list[float] = []
    options = Options(Path(order["archive"]), clock=clock, sleep=recording(waits), **order.get("options", {}))
    with watching(quiet=True) as watch:
        (result,) = crawl([Job(site, options)], watch=watch)
    print(json.dumps({"run": result.run, "waits": waits, **dataclasses.asdict(result.verdict)}))


if __name__ == "__main__":
    main()
