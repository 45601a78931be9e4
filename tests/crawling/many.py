"""Crawls several sites, each in a process of its own, and lets one thing or another happen to these.

python -m tests.crawling.many ORDER (JSON: archive, sites, at_once, longest_silence; each site: id, url, before, within)
"""

import dataclasses
import json
import sys
from pathlib import Path

from blitar_scraper.crawling.many.overview import overseeing
from blitar_scraper.crawling.many.supervisor import crawl_all
from blitar_scraper.crawling.runner import Job, Options
from blitar_scraper.items import Site
from tests.crawling import fates


def main() -> None:
    order = json.loads(sys.argv[1])
    archive = Path(order["archive"])
    jobs = []
    for told in order["sites"]:
        site = Site(told["id"], told["id"], told["url"] + "/", "Asia/Jakarta", start_urls=(told["url"] + "/berita",))
        fate, after = told.get("within") or (None, 0)
        before = getattr(fates, told["before"]) if told.get("before") else fates.Noted(archive.parent, site.id)
        jobs.append(Job(site, Options(archive, clock=fates.Clock(fate, 0, after)), before))
    with overseeing(len(jobs)) as overview:
        results = crawl_all(
            jobs, overview, at_once=order.get("at_once", 2), longest_silence=order.get("longest_silence", 60.0)
        )
    print(json.dumps([{"site": result.site.id, "run": result.run, **verdict_of(result)} for result in results]))


def verdict_of(result):
    return {key: value for key, value in dataclasses.asdict(result.verdict).items() if key != "findings"}


if __name__ == "__main__":
    main()
