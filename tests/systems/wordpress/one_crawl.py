"""Runs one crawl in a process of its own, since an event loop cannot be started twice.

python -m tests.systems.wordpress.one_crawl JSON
"""

import dataclasses
import json
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

from blitar_scraper.crawling.progress import watching
from blitar_scraper.crawling.runner import Job, Options, crawl
from blitar_scraper.items import Site


def main() -> None:
    order = json.loads(sys.argv[1])
    later = timedelta(days=order["days"])
    options = Options(Path(order["archive"]), clock=lambda: datetime.now(UTC) + later, **order.get("options", {}))
    with watching(quiet=True) as watch:
        (result,) = crawl([Job(Site(**order["site"]), options)], watch=watch)
    print(json.dumps({"run": result.run, **dataclasses.asdict(result.verdict)}))


if __name__ == "__main__":
    main()
