"""The published pages in a real browser: nothing goes wrong, nothing leaves the host, everybody can read them."""

import re

import pytest
from playwright.sync_api import expect

from tests.publishing.browser.looking import DESKTOP, PHONE, looking

EDITED = "SELECT uid FROM public_edits LIMIT 1"
REMOVED = "SELECT uid FROM public_articles WHERE gone_at IS NOT NULL LIMIT 1"
COUNTED = """SELECT uid FROM public_articles a JOIN public_view_counts v ON v.article_id = a.id
    GROUP BY a.id HAVING count(*) > 1 LIMIT 1"""
# The addresses on the page's own host.
LINKS = """links => links.map(link => new URL(link.href)).filter(url => url.host == location.host)
    .map(url => url.pathname + url.search)"""

# What is looked at: a name, the address, and a query for what stands for {} in it.
PAGES = {
    "home": ("/", None),
    "search": ("/search?q=penghargaan", None),
    "search without words": ("/search", None),
    "search in vain": ("/search?q=xyzzyxyzzy", None),
    "article": ("/article/{}", COUNTED),
    "removed article": ("/article/{}", REMOVED),
    "edited article": ("/article/{}", EDITED),
    "difference": ("/article/{}/changes", EDITED),
    "no such article": ("/article/zzzzzzzzzzzz", None),
    "chart of months": ("/demo/articles-a-month", None),
    "chart of coverage": ("/demo/coverage-by-month", None),
    "chart of views": ("/demo/views-over-time", None),
}
DATASETTES = {
    "database": "/demo",
    "table": "/demo/articles",
    "row": "/demo/articles/1",
    "query": "/demo/latest-articles",
    "SQL": "/demo?sql=select+1",
}
WINDOWS = {
    "desktop, light": (DESKTOP, False),
    "desktop, dark": (DESKTOP, True),
    "phone, light": (PHONE, False),
    "phone, dark": (PHONE, True),
}
# Every page in both sizes and in both lights; all four together where the layout is richest.
LOOKS = [
    (name, window)
    for name in PAGES
    for window in WINDOWS
    if window in ("desktop, light", "phone, dark") or name in ("home", "search", "difference")
]


def address(site, name):
    path, sql = PAGES[name]
    return path.format(site.one(sql)) if sql else path


@pytest.mark.parametrize(("name", "window"), LOOKS)
def test_a_page_shows_without_an_error_or_a_request_elsewhere_and_keeps_nobody_out(browser, english, name, window):
    size, dark = WINDOWS[window]
    with looking(browser, english.base, size=size, dark=dark) as looked:
        answer = looked.page.goto(address(english, name))
        assert answer.status == (404 if name.startswith("no such") else 200)
        assert looked.page.locator("h1").count() == 1
        assert looked.sideways() <= 0
        assert looked.faults() == []
        if answer.status == 404:  # Chromium itself says so of the page that it was asked for
            looked.wrong[:] = [said for said in looked.wrong if "404" not in said]


@pytest.mark.parametrize("name", PAGES)
def test_a_page_shows_in_indonesian(browser, indonesian, name):
    with looking(browser, indonesian.base, size=PHONE) as looked:
        looked.page.goto(address(indonesian, name))
        if not name.startswith("chart"):  # Datasette's own words, around our charts, are English
            assert looked.page.locator("html").get_attribute("lang") == "id"
        assert looked.sideways() <= 0
        assert looked.faults() == []
        looked.wrong[:] = [said for said in looked.wrong if "404" not in said]


@pytest.mark.parametrize("name", DATASETTES)
def test_datasettes_own_pages_show_in_the_same_look(browser, english, name):
    with looking(browser, english.base, size=DESKTOP) as looked:
        assert looked.page.goto(DATASETTES[name]).status == 200
        assert looked.page.locator("header a[href='/']").count() >= 1


def test_a_reader_finds_an_article_from_the_home_page_with_the_keyboard_alone(browser, english):
    with looking(browser, english.base, size=DESKTOP) as looked:
        page = looked.page
        page.goto("/")
        page.keyboard.press("Tab")
        skip = page.evaluate("document.activeElement.getAttribute('href')")
        assert skip and skip.startswith("#")  # the first stop leads past the head of the page
        for _ in range(30):
            if page.evaluate("document.activeElement.name") == "q":
                break
            page.keyboard.press("Tab")
        page.keyboard.type("dihargai")
        page.keyboard.press("Enter")
        expect(page).to_have_url(re.compile(r"/search\?.*q=dihargai"))
        first = page.locator("main a[href*='/article/']").first
        title = first.inner_text()
        first.focus()
        page.keyboard.press("Enter")
        expect(page).to_have_url(re.compile("/article/"))
        assert page.locator("h1").inner_text().strip() == title.strip()


def test_focus_can_be_seen(browser, english):
    with looking(browser, english.base, size=DESKTOP) as looked:
        page = looked.page
        page.goto("/")
        for _ in range(8):
            page.keyboard.press("Tab")
            outline = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
            assert outline != "none", page.evaluate("document.activeElement.outerHTML")


def test_the_difference_is_marked_for_eyes_and_ears(browser, english):
    with looking(browser, english.base, size=PHONE) as looked:
        looked.page.goto(address(english, "difference"))
        assert looked.page.locator("ins").count() + looked.page.locator("del").count() > 0


def test_a_chart_can_be_read_as_a_table_too(browser, english):
    with looking(browser, english.base, size=DESKTOP) as looked:
        looked.page.goto("/")
        assert looked.page.locator("main svg").count() >= 1
        assert looked.page.locator("main table").count() >= 1


@pytest.mark.parametrize("path", ["/feed.atom", "/feed/changes.atom"])
def test_a_feed_shows_and_is_announced(browser, english, path):
    with looking(browser, english.base, size=DESKTOP) as looked:
        looked.page.goto("/")
        announced = looked.page.locator("link[rel=alternate][type='application/atom+xml']").evaluate_all(
            "links => links.map(link => new URL(link.href).pathname)"
        )
        assert path in announced
        answer = looked.page.request.get(path)
        assert answer.status == 200 and answer.headers["content-type"].startswith("application/atom+xml")
        assert "<entry>" in answer.text()


def test_everything_that_a_page_links_to_on_this_host_is_there(browser, english):
    with looking(browser, english.base, size=DESKTOP) as looked:
        seen = set()
        for name in PAGES:
            if name == "no such article":
                continue
            looked.page.goto(address(english, name))
            seen |= set(looked.page.locator("a[href]").evaluate_all(LINKS))
        for path in sorted(seen)[:150]:
            assert looked.page.request.get(path).status < 400, path
