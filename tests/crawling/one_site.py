"""Crawls sites that nothing is known of but their address, in a process of its own: an event loop runs once.

python -m tests.crawling.one_site ARCHIVE NOW OPTIONS URL...
"""

import dataclasses
import json
import sys
from datetime import datetime, timedelta
from pathlib import Path
from urllib.parse import urlsplit

from blitar_scraper.crawling.progress import watching
from blitar_scraper.crawling.runner import Job, Options, crawl
from blitar_scraper.items import Site
from tests.crawling.waits import recording


def main() -> None:
    archive, now, options, *urls = sys.argv[1:]
    start, looks = datetime.fromisoformat(now), 0

    def clock() -> datetime:
        nonlocal looks
        looks += 1
        return start + timedelta(seconds=looks)

    jobs = [
        Job(
            Site(f"site-{urlsplit(url).port}", url, url + "/", "Asia/Jakarta"),
            Options(Path(archive), clock=clock, sleep=recording([]), **json.loads(options)),
        )
        for url in urls
    ]
    with watching(quiet=True) as watch:
        results = crawl(jobs, at_once=4, watch=watch)
    print(json.dumps([{"run": result.run, **dataclasses.asdict(result.verdict)} for result in results]))


if __name__ == "__main__":
    main()
