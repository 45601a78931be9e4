"""A release, served as `blitar publish` says, in a real browser."""

import pytest

from tests.publishing.browser.looking import DESKTOP, PHONE, looking
from tests.publishing.browser.test_pages import PAGES, address


@pytest.mark.parametrize("name", PAGES)
def test_a_page_of_a_release_is_as_good_as_the_live_one(browser, release, name):
    with looking(browser, release.base, size=PHONE) as looked:
        answer = looked.page.goto(address(release, name))
        assert answer.status == (404 if name.startswith("no such") else 200)
        assert looked.sideways() <= 0
        assert looked.faults() == []
        if answer.status == 404:
            looked.wrong[:] = [said for said in looked.wrong if "404" not in said]


def test_its_files_can_be_downloaded(browser, release):
    with looking(browser, release.base, size=DESKTOP) as looked:
        looked.page.goto("/")
        files = looked.page.locator("a[href*='/downloads/']")
        assert files.count() > 5
        for path in files.evaluate_all("links => links.map(link => new URL(link.href).pathname)"):
            answer = looked.page.request.get(path)
            assert answer.status == 200 and len(answer.body()) > 0


def test_it_cannot_be_written_and_no_query_runs_for_long(browser, release):
    with looking(browser, release.base, size=DESKTOP) as looked:
        for sql in ("delete from articles", "attach 'x.db' as x", "pragma journal_mode = delete"):
            answer = looked.page.request.get("/demo.json", params={"sql": sql})
            assert answer.status == 400
        endless = "with recursive c(x) as (select 1 union all select x + 1 from c) select count(*) from c"
        answer = looked.page.request.get("/demo.json", params={"sql": endless}, timeout=10_000)
        assert answer.status == 400 and "took too long" in answer.text()
