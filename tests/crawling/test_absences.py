"""What one run makes of articles that are not at their addresses. No engine, no archive."""

from collections.abc import Collection, Sequence
from datetime import UTC, datetime

import pytest

from blitar_scraper.addresses import address_key
from blitar_scraper.items import Circumstances, Fetch, PageFailed, PageGone, Site
from blitar_scraper.spiders.absences import Absences
from blitar_scraper.spiders.frontier import NothingKnown, Standing

NOW = datetime(2026, 3, 2, tzinfo=UTC)
SITE = Site("contoh", "Kota Contoh", "https://contoh.go.id/")
TOGETHER = 3
NEW = Standing()
OLD = Standing(before_move=True)


def url(number: int) -> str:
    return f"https://contoh.go.id/berita/{number}"


def gone(number: int, *, to: str | None = None) -> PageGone:
    fetch = Fetch(url(number), to or url(number), NOW, 200 if to else 404)
    reason = "home" if to else "404"
    return PageGone(SITE, fetch, reason, Circumstances("article", gone="home" if to else None))


class Known(NothingKnown):
    """Articles that may be asked for: those numbers, by whether they are older than a move."""

    def __init__(self, *numbers: int, old: Sequence[int] = ()) -> None:
        super().__init__(lambda: NOW)
        self.urls = {False: [url(number) for number in numbers], True: [url(number) for number in old]}

    def others(self, already: Collection[str], *, before_move: bool) -> Sequence[str]:
        return [one for one in self.urls[before_move] if address_key(one) not in already]


def doubted(absences: Absences, *numbers: int, known: Standing = NEW, to: str | None = None) -> None:
    for number in numbers:
        absence = gone(number, to=to)
        if to:
            absences.leads_to(to, url(number))
        absences.doubted(absence, known)


def said(records: Sequence[PageGone | PageFailed]) -> list[str]:
    return [one.reason if isinstance(one, PageGone) else one.problem for one in records]


def settled(absences: Absences) -> list[str]:
    return said(list(absences.settled(TOGETHER)))


def at_the_end(absences: Absences, *, asked_enough: bool = True) -> list[str]:
    return said(list(absences.at_the_end(TOGETHER, asked_enough=asked_enough)))


def test_an_absence_waits_until_another_article_is_seen():
    absences = Absences(Known(2))
    doubted(absences, 1)
    assert settled(absences) == []
    absences.seen(url(2), NEW)
    assert settled(absences) == ["404"]
    doubted(absences, 3)
    assert settled(absences) == ["404"], "the same article tells of the next one, too"
    assert absences.to_ask(()) is None and at_the_end(absences) == []


def test_one_after_the_other_is_asked_for_until_one_tells():
    absences = Absences(Known(2, 3, 4, 5, 6, 7, 8))
    doubted(absences, 1)
    requested = {address_key(url(1))}
    for number in (2, 3, 4):
        assert absences.to_ask(requested) == url(number)
        requested.add(address_key(url(number)))
        assert absences.site_moved == 0
        doubted(absences, number)
    assert absences.to_ask(requested) is None, "four are enough"
    assert settled(absences) == ["moved-site"] * 4
    assert absences.site_moved == 4


def test_those_that_fail_are_not_counted_and_not_asked_for_without_end():
    absences = Absences(Known(*range(2, 20)))
    doubted(absences, 1)
    requested = {address_key(url(1))}
    while (asked := absences.to_ask(requested)) is not None:
        requested.add(address_key(asked))
    assert len(requested) == 6
    assert at_the_end(absences) == ["absence-unproven"]
    assert absences.site_moved == 0


def test_nothing_is_said_where_nobody_may_be_asked():
    absences = Absences(Known(2))
    doubted(absences, 1)
    assert at_the_end(absences, asked_enough=False) == ["absence-unproven"]


@pytest.mark.parametrize(("number", "reason", "moved"), [(1, "404", 0), (2, "moved-site", 0), (3, "moved-site", 3)])
def test_small_sites_are_judged_by_what_they_have(number: int, reason: str, moved: int):
    absences = Absences(Known())
    doubted(absences, *range(number))
    assert absences.to_ask(()) is None
    assert at_the_end(absences) == [reason] * number
    assert absences.site_moved == moved


def test_a_site_that_moves_while_a_long_run_goes_on_is_noticed():
    absences = Absences(Known())
    absences.seen(url(1), NEW)
    doubted(absences, *range(2, 40))
    found = settled(absences)
    assert found.count("moved-site") > 0 and absences.site_moved > 0
    absences = Absences(Known())
    for number in range(40):
        absences.seen(url(number + 100), NEW)
        doubted(absences, number)
    assert settled(absences) == ["404"] * 40


def test_two_that_lead_to_one_page_are_removed_and_three_are_not():
    for number, expected in ((2, ["home"] * 2), (3, ["redirected-together"] * 3)):
        absences = Absences(Known())
        absences.seen(url(9), NEW)
        doubted(absences, *range(number), to=SITE.home_url)
        assert settled(absences) == [], "how many will lead there is not known yet"
        assert at_the_end(absences) == expected
        assert absences.site_moved == 0


def test_articles_of_a_new_address_do_not_tell_of_former_ones():
    absences = Absences(Known(old=[11, 12, 13]))
    absences.seen(url(1), NEW)
    doubted(absences, 10, known=OLD)
    assert settled(absences) == []
    for number in (11, 12, 13):
        assert absences.to_ask({address_key(url(one)) for one in range(10, number)}) == url(number)
        doubted(absences, number, known=OLD)
    assert settled(absences) == ["moved-site"] * 4
    assert absences.site_moved == 0, "the site is well where it went"


def test_where_only_former_addresses_are_due_a_newer_article_is_asked_for():
    absences = Absences(Known(1, old=[]))
    doubted(absences, 10, 11, 12, 13, known=OLD)
    assert absences.site_moved == 4
    assert absences.to_ask(()) == url(1)
    assert absences.to_ask(()) is None
    absences.seen(url(1), NEW)
    assert absences.site_moved == 0


def test_what_is_gone_since_the_site_moved_is_asked_about_once_more():
    still = Standing(gone="moved-site")
    absences = Absences(Known(5))
    doubted(absences, 1, 2, 3, 4, known=still)
    assert settled(absences) == [] and absences.site_moved == 0
    assert absences.to_ask(()) == url(5)
    absences.seen(url(5), NEW)
    assert settled(absences) == ["404"] * 4
    absences = Absences(Known())
    doubted(absences, 1, 2, 3, known=still)
    assert at_the_end(absences) == ["moved-site"] * 3
    assert absences.site_moved == 3, "a small site that is still away"


def test_articles_that_lead_off_the_site_are_missed_and_one_alone_is_an_oddity():
    absences = Absences(Known(3, 4))
    absences.missed(url(1), NEW)
    assert absences.to_ask(()) is None
    absences.missed(url(2), NEW)
    assert absences.to_ask(()) == url(3)
    for number in (3, 4):
        absences.missed(url(number), NEW)
    assert absences.site_moved == 4
