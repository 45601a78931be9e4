"""The article's text is the same whether BeautifulSoup mends its fragment or the page's own lines are taken."""

from __future__ import annotations

from itertools import chain

import pytest

from blitar_scraper.extract import Page, body, extract_article
from blitar_scraper.extract.fragment import has_rows_or_cuts
from tests.pages import SEEN_AT, many
from tests.pages.measure import SITE
from tests.pages.sized import sized
from tests.renderings import PAGE_URL, RENDERINGS

PAGES = [(page.html, PAGE_URL) for page in RENDERINGS] + [
    (made.html, made.url)
    for made in chain(
        many(200, kept_aside=False, start=40_000),
        many(50, kept_aside=True, start=40_000),
        (sized(seed, 25_000) for seed in range(10)),
    )
]


def text_of(html: str, url: str | None) -> str | None:
    article = extract_article(Page(html.encode(), url), SITE, seen_at=SEEN_AT).article
    return article.body if article else None


def test_the_lines_of_clean_fragments_are_those_that_beautifulsoup_gives(monkeypatch: pytest.MonkeyPatch) -> None:
    parsed = []

    def remember(*arguments: object) -> bool:
        parsed.append(has_rows_or_cuts(*arguments))
        return parsed[-1]

    monkeypatch.setattr(body, "has_rows_or_cuts", remember)
    taken = [text_of(html, url) for html, url in PAGES]
    assert parsed.count(False) > 150 and parsed.count(True) > 15

    monkeypatch.setattr(body, "has_rows_or_cuts", lambda *arguments: True)
    assert [text_of(html, url) for html, url in PAGES] == taken


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("&lt;p&gt;Satu&lt;/p&gt;&lt;p&gt;Dua&lt;/p&gt;", ["Satu", "Dua"]),
        ("[caption id='a']Foto[/caption] Satu", ["Foto Satu"]),
        ("<table><tr><td>Satu</td><td>2</td></tr></table>", ["Satu\t2"]),
        (
            "<div>Kata yang terpo<span>tong oleh pengolah kata yang membaginya</span></div>",
            ["Kata yang terpotong oleh pengolah kata yang membaginya"],
        ),
    ],
)
def test_what_lines_alone_would_get_wrong_is_mended(text: str, lines: list[str]) -> None:
    paragraph = "Kegiatan yang berlangsung di pendopo dihadiri oleh para kepala perangkat daerah dan camat."
    page = f"<body><h1>Judul Berita Hari Ini</h1><div><p>{paragraph}</p>{text}<p>{paragraph}</p></div></body>"
    assert (text_of(page, None) or "").split("\n") == [paragraph, *lines, paragraph]
