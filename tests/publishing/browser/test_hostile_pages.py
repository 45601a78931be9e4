"""What a hostile page put into every field does nothing in a real browser, and breaks no page's width."""

import pytest

from tests.publishing.browser.looking import PHONE, looking
from tests.publishing.test_hostile_content import ARTICLE, OURS

# Datasette's own pages, where its scripts run.
DATASETTES = ("/arsip", "/arsip/articles", "/arsip/articles/1", "/arsip/edits", "/arsip/latest-articles")


@pytest.mark.parametrize("path", [*OURS, *DATASETTES])
def test_nothing_of_it_runs_or_loads(browser, hostile, path):
    with looking(browser, hostile.base, size=PHONE) as looked:
        looked.page.goto(path)
        assert looked.page.evaluate("typeof evil") == "undefined"
        assert looked.page.locator("x-evil, [onerror], [onload], [onmouseover], a[href^='javascript']").count() == 0
        if path in OURS:
            assert looked.sideways() <= 0


def test_the_data_for_search_engines_is_whole(browser, hostile):
    with looking(browser, hostile.base, size=PHONE) as looked:
        looked.page.goto(ARTICLE)
        read = "JSON.parse(document.querySelector('script[type=\\'application/ld+json\\']').textContent).headline"
        assert "evil()" in looked.page.evaluate(read)
