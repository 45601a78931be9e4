"""Runs the soak: python -m tests.soak.run [--seed S] [--sites N] [--days D] [--only SITE] [--jobs N] [--keep FOLDER].

Prints a line every ten days and a table at the end; exits with 1 where anything was missed.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.soak.report import Report


def main() -> int:
    # Not above: the process of each run imports this module anew, which would take as long as the run itself.
    from tests.soak.sites import ILL
    from tests.soak.soak import Order, soak

    parser = argparse.ArgumentParser(prog="python -m tests.soak.run")
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--sites", type=int, default=50)
    parser.add_argument("--days", type=int, default=200)
    parser.add_argument("--only", metavar="SITE", help="one site of them, to look at what it missed: situs-07")
    parser.add_argument("--jobs", type=int, default=4, help="sites at a time")
    parser.add_argument("--keep", type=Path, metavar="FOLDER", help="leave the archive here")
    parser.add_argument("--ill", type=float, default=ILL, help="on what share of its days a site has a fault")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write what was found there, too")
    given = parser.parse_args()
    began = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="blitar-soak-") as folder:
        said = [0]
        order = Order(
            given.seed, given.sites, given.days, given.keep or Path(folder), given.only, given.jobs, given.ill
        )

        def say(report: Report) -> None:
            for miss in report.misses[said[0] :]:
                print(f"  {miss}", flush=True)
            said[0] = len(report.misses)
            if report.days_done % 10 == 0:
                print(report.line(time.monotonic() - began), flush=True)

        report = soak(order, each_day=say)
        for line in report.table(time.monotonic() - began):
            print(line)
        if given.json is not None:
            given.json.write_text(json.dumps(report.as_json()))
    return 1 if report.misses or report.growths else 0


if __name__ == "__main__":
    sys.exit(main())
