"""A page's fingerprint: the same for all articles of a template on all days, another one for another template."""

from __future__ import annotations

import itertools
import random

import pytest

from blitar_scraper.extract.layout import FEWEST, SIZE, Layout, is_among, layout_of, likeness, templates
from blitar_scraper.extract.page import Page
from tests.renderings import RENDERINGS
from tests.templates import TEMPLATES, make_facts


def layout(html: str) -> Layout | None:
    return layout_of(Page(html.encode()))


@pytest.fixture(scope="module")
def printed() -> list[list[Layout]]:
    """Three articles in each of fifty templates."""
    found = []
    for template in TEMPLATES[::2]:
        pages = [template.page(make_facts(seed), random.Random("one site")) for seed in range(3)]
        layouts = [one for page in pages if (one := layout(page.html)) is not None]
        if layouts:
            found.append(layouts)
    assert len(found) >= 0.9 * len(TEMPLATES[::2]) > 40
    return found


def test_articles_of_one_template_are_built_alike(printed: list[list[Layout]]) -> None:
    pairs = [pair for layouts in printed for pair in itertools.combinations(layouts, 2)]
    assert sum(is_among(one, [other]) for one, other in pairs) >= 0.995 * len(pairs)


def test_articles_of_two_templates_are_not(printed: list[list[Layout]]) -> None:
    pairs = list(itertools.combinations([layouts[0] for layouts in printed], 2))
    assert sum(is_among(one, [other]) for one, other in pairs) <= 0.005 * len(pairs)


def test_one_article_in_forty_renderings_is_built_in_as_many_ways() -> None:
    layouts = [found for rendering in RENDERINGS if (found := layout(rendering.html)) is not None]
    assert len(templates(layouts, most=100)) >= 0.9 * len(layouts) >= 0.7 * len(RENDERINGS)


PAGE = """<body class="single postid-{n} category-{word}"><div id="wrap"><header class="top"><nav class="menu"></nav>
</header><main class="main-{n}"><article id="post-{n}" class="post-{n} hentry"><h1 class="judul">{word}</h1>
<div class="isi">{text}</div></article></main><footer class="bawah css-1x2y{n}z"></footer></div></body>"""


@pytest.mark.parametrize(
    "text",
    ["<p>Satu.</p>", "<p><b>Dua</b><br><i>tiga</i></p><ul><li>a</li></ul>", "<p><img src=a.jpg></p>" * 40, ""],
)
def test_text_numbers_and_names_that_belong_to_an_article_say_nothing(text: str) -> None:
    one = PAGE.format(n=1, word="pasar", text="<p>Pasar dibuka.</p>")
    other = PAGE.format(n=4711, word="banjir", text=text)
    assert layout(one) == layout(other)


def test_a_fingerprint_is_small_however_large_the_page() -> None:
    found = layout("".join(f'<div class="a{word}z"><p class="b{word}">x</p></div>' for word in "abcdefghij" * 2000))
    assert found is not None and len(found) <= SIZE
    many = layout("".join(f"<div class={a}{b}></div>" for a in "abcdefghijklm" for b in "abcdefghijklm"))
    assert many is not None and len(many) == SIZE and max(many) < 2**32 and list(many) == sorted(many)


@pytest.mark.parametrize("html", ["", "   ", "no markup", "<p>Hanya teks.</p>", "\x00\x01", "<div class='\ud800 x'>"])
def test_a_page_with_hardly_any_structure_has_none(html: str) -> None:
    assert layout_of(Page(html.encode("utf-8", "surrogatepass"))) is None


def test_likeness_is_the_share_of_what_two_pages_have_in_common() -> None:
    assert likeness((1, 2, 3, 4), (3, 4, 5, 6)) == pytest.approx(2 / 6)
    assert likeness((1, 2), (1, 2)) == 1.0 and likeness((1,), (2,)) == 0.0 and likeness((), ()) == 1.0
    large, half = tuple(range(0, 4000)), tuple(range(0, 4000, 2))
    assert likeness(large[:SIZE], half[:SIZE]) == pytest.approx(0.5, abs=0.02)


def test_pages_of_a_run_are_told_by_their_templates() -> None:
    news, release = tuple(range(10)), tuple(range(100, 110))
    assert templates([news, (*news[:9], 50), release, news], most=3) == [news, release]
    assert templates([news, release], most=1) == [news]
    assert len(news) >= FEWEST
