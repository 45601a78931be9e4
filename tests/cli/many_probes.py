"""Probes several sites in one process, side by side: python -m tests.cli.many_probes URL..."""

import json
import sys

from blitar_scraper.cli.probe_report import as_record, why
from blitar_scraper.crawling.process import run
from blitar_scraper.crawling.progress import watching
from blitar_scraper.crawling.sites.probing import probing


def main() -> None:
    with watching(quiet=True) as watch:
        found = run([probing(url) for url in sys.argv[1:]], at_once=3, watch=watch)
    print(json.dumps([{**as_record(one), "why": why(one)} for one in found if one is not None]))


if __name__ == "__main__":
    main()
