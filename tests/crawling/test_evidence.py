"""When a field counts as lost: soon, and never by chance. The numbers are measured, with fixed seeds."""

from __future__ import annotations

import random

import pytest

from blitar_scraper.crawling.health.evidence import (
    AGAIN,
    FEWEST_READS,
    NEWS,
    Manner,
    Reads,
    loss_in,
    losses_after,
    usual_rate,
)
from tests.crawling.histories import poisson

DAYS = 200
_QUARTER = 90  # what a first run brings


def reads(rng: random.Random, rate: float, share: float) -> Reads:
    total = poisson(rng, rate)
    return Reads(total, sum(rng.random() < share for _ in range(total)))


def alarms(runs: list[Reads], manner: Manner, before: Reads) -> int:
    return sum(loss is not None for loss in losses_after(runs, manner, before=before))


def test_of_three_thousand_healthy_sites_none_is_said_to_have_lost_a_field_of_new_articles() -> None:
    """Every third has days on which a field is given half as often."""
    rng = random.Random(7)
    found = 0
    for _ in range(3000):
        share = rng.choice((1.0, 0.999, 0.99, 0.97, 0.95, 0.9, 0.8, 0.7, 0.6, 0.5, 0.3, 0.1, 0.0))
        rate, shaky = rng.choice((0.1, 0.3, 0.5, 1, 2, 3, 5, 8)), share < 1 and rng.random() < 0.33
        daily = [
            reads(rng, rate, share * (0.5 if shaky and rng.random() < 0.25 else 1)) for _ in range(_QUARTER + DAYS)
        ]
        runs = [sum(daily[:_QUARTER], Reads()), *daily[_QUARTER:]]
        found += alarms(runs, NEWS, Reads())
    assert found == 0


def test_of_three_thousand_healthy_sites_none_is_said_to_have_lost_a_field_of_known_articles() -> None:
    """A field is edited away from up to one in a hundred; some sites show it at one look and not at the next."""
    rng = random.Random(8)
    found = 0
    for _ in range(3000):
        usual = rng.choice((1.0, 1.0, 0.95, 0.9, 0.7, 0.5))
        again = rng.choice((usual, 1.0, 0.999, 0.997, 0.99))
        runs = [reads(rng, rate, again) for rate in [rng.choice((0.5, 1, 3, 6, 12))] for _ in range(DAYS)]
        found += alarms(runs, AGAIN, Reads(FEWEST_READS, round(FEWEST_READS * usual)))
    assert found == 0


@pytest.mark.parametrize(
    ("manner", "rate", "typical", "at_most"),
    [(NEWS, 3, 4, 7), (NEWS, 1, 9, 20), (AGAIN, 6, 1, 2), (AGAIN, 3, 2, 5), (AGAIN, 1, 5, 13)],
    ids=["3 new a day", "1 new a day", "6 again a day", "3 again a day", "1 again a day"],
)
def test_a_loss_is_found_within_days(manner: Manner, rate: float, typical: int, at_most: int) -> None:
    """Days until it is said, of a field that 98 in 100 give. A site with a new article a day has three looks a day."""
    rng = random.Random(9)

    def days() -> int:
        before = [reads(rng, 60, 0.98), *(reads(rng, rate, 0.98) for _ in range(60))]
        lost = (reads(rng, rate, 0.0) for _ in range(100))
        after = list(losses_after([*before, *lost], manner))[len(before) :]
        return 1 + next(day for day, loss in enumerate(after) if loss)

    found = sorted(days() for _ in range(200))
    assert found[100] <= typical and found[-1] <= at_most


@pytest.mark.parametrize("manner", [NEWS, AGAIN])
def test_a_loss_stands_on_quiet_days_and_ends_when_the_field_is_back(manner: Manner) -> None:
    lost = [Reads(60, 60), *[Reads(5, 0)] * 4]
    loss = loss_in(lost, manner)
    assert loss is not None and (loss.since, loss.reads, loss.usual) == (1, Reads(20, 0), 1.0)
    assert loss_in([*lost, *[Reads()] * 30], manner) == loss
    assert loss_in([*lost, Reads(1, 1)], manner) is not None
    assert loss_in([*lost, Reads(1, 1), Reads(1, 1)], manner) is None
    assert loss_in([*lost, Reads(5, 4)], manner) is None


def test_a_loss_does_not_become_usual_by_lasting() -> None:
    assert loss_in([Reads(60, 60), *[Reads(3, 0)] * 300], NEWS) is not None


def test_half_of_the_pages_losing_a_field_is_a_loss_too() -> None:
    assert loss_in([Reads(60, 60), *[Reads(4, 2)] * 30], NEWS) is not None
    assert loss_in([Reads(60, 60), *[Reads(4, 2)] * 5], AGAIN) is not None


def test_a_day_however_busy_is_not_enough_to_say_that_new_articles_lost_a_field() -> None:
    assert loss_in([Reads(60, 60), Reads(50, 0), Reads(50, 0)], NEWS) is None
    assert loss_in([Reads(60, 60), Reads(4, 0)], AGAIN) is not None


@pytest.mark.parametrize("manner", [NEWS, AGAIN])
def test_nothing_is_missed_before_enough_is_known(manner: Manner) -> None:
    assert loss_in([Reads(19, 19), *[Reads(1, 0)] * 3], manner) is None
    assert loss_in([Reads(200, 0), *[Reads(5, 0)] * 50], manner) is None
    assert loss_in([], manner) is None


@pytest.mark.parametrize(("after", "place"), [(2, 1), (3, 1)])
def test_since_the_pages_are_built_differently_little_is_enough(after: int, place: int) -> None:
    runs = [Reads(60, 60), Reads(after, 0)]
    assert loss_in(runs, AGAIN) is None
    assert loss_in(runs, AGAIN, rebuilt_at=place) is not None
    assert loss_in([Reads(60, 60), Reads(1, 0)], AGAIN, rebuilt_at=1) is None
    assert loss_in([*runs, Reads(3, 3)], AGAIN, rebuilt_at=place) is None


@pytest.mark.parametrize("runs", [1, 30, 300])
def test_what_a_redesign_has_lost_stays_lost_until_the_field_is_back(runs: int) -> None:
    lost = [Reads(60, 60), Reads(2, 0), *[Reads()] * runs]
    assert loss_in(lost, AGAIN, rebuilt_at=1) is not None
    assert loss_in([*lost, Reads(3, 3)], AGAIN, rebuilt_at=1) is None


def test_long_after_a_redesign_as_much_is_needed_as_ever() -> None:
    later = [Reads(60, 60), *[Reads(1, 1)] * 40, Reads(2, 0)]
    assert loss_in(later, AGAIN, rebuilt_at=1) is None
    assert loss_in([*later, Reads(2, 0)], AGAIN, rebuilt_at=1) is not None


def test_the_usual_share_is_on_the_safe_side() -> None:
    assert usual_rate(Reads(19, 19), 1.0) is None
    assert usual_rate(Reads(20, 20), 1.0) == pytest.approx(0.91, abs=0.01)
    assert usual_rate(Reads(1000, 1000), 0.95) == 0.95
    assert usual_rate(Reads(40, 0), 1.0) == 0.0
