"""What is shown while many sites are crawled: one bar on a terminal, a line for each site that ends elsewhere."""

from __future__ import annotations

import io

import pytest
from rich.console import Console

from blitar_scraper.crawling.health import Verdict
from blitar_scraper.crawling.many.messages import Alive, Logged
from blitar_scraper.crawling.many.overview import Bar, Lines, Tally, in_a_line
from blitar_scraper.crawling.runner import Result
from blitar_scraper.items import Site

KILLED = Verdict("crashed", 1, "its process was killed by signal 11 (SIGSEGV)")


def site(name: str) -> Site:
    return Site(name, name, f"https://{name}/")


def ended(name: str, verdict: Verdict | None = None, new: int = 0) -> Result:
    return Result(site(name), verdict or Verdict("finished", 0), {"new": new, "edited": 0, "gone": 2}, 34.2)


def test_the_bar_counts_what_has_ended_and_what_runs() -> None:
    tally = Tally(4)
    for name in ("a", "b", "c"):
        tally.began(site(name))
    tally.alive(site("a"), Alive(20, 20, 7, 0))
    tally.ended(ended("a", new=7))
    tally.alive(site("b"), Alive(5, 10, 4, 1))
    assert tally.in_words() == "1/4 sites, 25 articles, 11 new"
    assert tally.share() == pytest.approx((1 + 0.5 * 0.95) / 4)
    tally.ended(ended("c", KILLED))
    assert tally.in_words() == "2/4 sites, 25 articles, 11 new, 1 not well"


@pytest.mark.parametrize(
    ("seconds", "words"),
    [(4.9, ""), (20.0, "about 60 s left"), (60.0, "about 3 min left"), (3600.0, "about 3 h left")],
)
def test_the_time_left_is_said_once_it_can_be_told(seconds: float, words: str) -> None:
    assert Tally(4, done=1).left(seconds) == words
    assert Tally(550).left(seconds) == "", "nothing has been done yet"


def test_of_fifty_running_sites_as_many_are_named_as_fit_a_line() -> None:
    tally = Tally(550)
    for number in range(50):
        tally.began(site(f"kab-{number:02}.go.id"))
        tally.alive(site(f"kab-{number:02}.go.id"), Alive(number, 100))
    line = tally.running_in_words(79)
    assert line == "kab-49.go.id 49/100, kab-48.go.id 48/100, kab-47.go.id 47/100 and 47 more"
    assert tally.running_in_words(10).startswith("kab-49.go.id 49/100 and 49"), "one is named in any case"


def test_on_a_terminal_a_site_that_is_not_well_is_named_at_once_and_others_are_not() -> None:
    written = io.StringIO()
    bar = Bar(Console(file=written, width=200), 3)
    bar.began(site("x.go.id"))
    bar.ended(ended("x.go.id", KILLED))
    bar.ended(ended("y.go.id"))
    bar.logged(Logged("ERROR [z.go.id] [bold]a fault[/bold]", 40))
    assert written.getvalue().splitlines() == [
        f"x.go.id: crashed: {KILLED.reason}",
        "ERROR [z.go.id] [bold]a fault[/bold]",
    ]
    bar.console.print(bar)
    assert "2/3 sites, 0 articles, 0 new, 1 not well" in written.getvalue()
    bar.stopping(1)
    bar.console.print(bar)
    assert "once more to kill" in written.getvalue()


def test_elsewhere_each_site_that_ends_is_a_line(capsys: pytest.CaptureFixture[str]) -> None:
    lines = Lines(2)
    lines.began(site("x.go.id"))
    lines.alive(site("x.go.id"), Alive(1, 2))
    lines.ended(ended("x.go.id", new=3))
    lines.ended(ended("y.go.id", KILLED))
    assert capsys.readouterr().err.splitlines() == [
        "1/2 x.go.id: 3 new, 2 gone (34 s)",
        f"2/2 y.go.id: crashed: {KILLED.reason}",
    ]


def test_a_line_stays_one_line_whatever_a_reason_holds() -> None:
    assert in_a_line(ended("x", Verdict("cut", 3, "a\nb\x1b[2J"))) == "x: cut: a b[2J"
