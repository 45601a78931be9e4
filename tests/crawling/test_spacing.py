"""However slow an answer is: from its end to the next request the pause passes that the site was promised."""

from __future__ import annotations

import json
import threading
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from time import monotonic

import pytest

from blitar_scraper.crawling.manners.spacing import Spacing
from blitar_scraper.demo import serve
from tests import forked
from tests.served import Request, Response, ServedSite
from tests.served.systems import SYSTEMS

PAUSE, ANSWER = 0.1, 0.13


@dataclass
class Slow:
    """A site that takes longer for an answer than the pause; when each request came, and when its answer went."""

    site: ServedSite = field(default_factory=lambda: SYSTEMS["laravel"](8))
    came: list[float] = field(default_factory=list)
    went: list[float] = field(default_factory=list)

    def respond(self, request: Request) -> Response:
        self.came.append(monotonic())
        threading.Event().wait(ANSWER)
        self.went.append(monotonic())
        return self.site.respond(request)


def test_a_slow_server_has_its_pause_between_an_answer_and_the_next_request(tmp_path: Path) -> None:
    slow = Slow()
    with serve(slow) as server:  # type: ignore[arg-type]
        order = [str(tmp_path / "archive.db"), "2026-03-02T03:00:00+00:00", json.dumps({"delay": PAUSE, "limit": 3})]
        done = forked.run("tests.crawling.one_site", *order, server.url, timeout=60)
    assert done.returncode == 0, done.stderr
    assert len(slow.came) > 4
    assert min(came - went for went, (_, came) in zip(slow.went, pairwise(slow.came), strict=False)) >= PAUSE


def test_what_has_passed_since_the_last_request_counts() -> None:
    times = iter([10.0, 10.3, 12.0])
    spacing = Spacing(lambda: next(times))
    spacing.request_over()
    assert spacing.left(1.0) == pytest.approx(0.7)
    assert spacing.left(1.0) == 0


def test_the_first_request_waits_for_nothing() -> None:
    assert Spacing(lambda: 0.0).left(120.0) == 0
