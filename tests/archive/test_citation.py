"""A citation says what is known, as precisely as it is known, and breaks no bibliography."""

from __future__ import annotations

import dataclasses
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from blitar_scraper.archive.citation import Source, as_bibtex, as_text, date_in_words, key_of, latex

DIGEST = "sha256:" + "ab" * 32
SOURCE = Source(
    uid="fxwzradjwx3c",
    site="blitarkota",
    site_name="Kota Blitar",
    url="https://www.blitarkota.go.id/berita/pasar",
    title="Wali Kota Resmikan Pasar",
    author="Admin Kota",
    published_at="2024-09-27T10:30+07:00",
    seen_at="2026-11-27T03:30:00Z",
    captured_at="2026-11-27T03:30:00Z",
    digest=DIGEST,
    version=1,
    versions=1,
)


def but(**changes: object) -> Source:
    return dataclasses.replace(SOURCE, **changes)  # type: ignore[arg-type]


def fields_of(entry: str) -> dict[str, str]:
    """The fields of a BibTeX entry, each read by counting braces as BibTeX does. Raises where it is not valid."""
    head = re.match(r"@misc\{([^\s,{}]+),\n", entry)
    assert head is not None, entry
    assert entry.endswith("\n}")
    found, rest = {"key": head[1]}, entry[head.end() : -1].strip()
    while rest:
        start = re.match(r"(\w+) = ", rest)
        assert start is not None, rest
        value = _value(rest[start.end() :])
        found[start[1]], rest = value, rest[start.end() + len(value) + 1 :].strip()
    return found


def _value(text: str) -> str:
    """The text up to the comma that is in no braces."""
    depth = 0
    for place, character in enumerate(text):
        depth += (character == "{") - (character == "}")
        assert depth >= 0, text
        if character == "," and not depth:
            return text[:place]
    raise AssertionError(f"no end: {text}")


def test_a_citation_names_source_title_date_address_capture_and_digest() -> None:
    assert as_text(SOURCE) == (
        "Admin Kota. Kota Blitar. “Wali Kota Resmikan Pasar.” 27 September 2024."
        " https://www.blitarkota.go.id/berita/pasar"
        f" Captured 2026-11-27T03:30:00Z, {DIGEST} (blitar_scraper archive, uid fxwzradjwx3c)."
    )


def test_what_is_not_known_is_left_out_or_said_to_be_unknown() -> None:
    bare = but(author=None, title=None, published_at=None, captured_at=None, digest=None)
    assert as_text(bare) == (
        "Kota Blitar. N.d. https://www.blitarkota.go.id/berita/pasar"
        " Read 2026-11-27T03:30:00Z, no capture kept (blitar_scraper archive, uid fxwzradjwx3c)."
    )
    fields = fields_of(as_bibtex(bare))
    assert not {"author", "title", "year", "month", "day"} & set(fields)
    assert fields["urldate"] == "{2026-11-27}"


@pytest.mark.parametrize(
    ("iso", "words", "fields"),
    [
        ("2024-09-07", "7 September 2024", {"year": "{2024}", "month": "sep", "day": "{7}"}),
        ("2024-09-27T10:30+07:00", "27 September 2024", {"year": "{2024}", "month": "sep", "day": "{27}"}),
        ("2024-09", "September 2024", {"year": "{2024}", "month": "sep"}),
        ("2024", "2024", {"year": "{2024}"}),
        (None, None, {}),
        ("kemarin", None, {}),
    ],
)
def test_a_date_is_as_precise_as_the_page_and_no_more(
    iso: str | None, words: str | None, fields: dict[str, str]
) -> None:
    assert date_in_words(iso) == words
    found = fields_of(as_bibtex(but(published_at=iso)))
    assert {name: found[name] for name in ("year", "month", "day") if name in found} == fields


def test_a_title_that_ends_its_sentence_gets_no_second_full_stop() -> None:
    assert "“Siapa Takut?” 27" in as_text(but(title="Siapa Takut?"))


def test_an_older_version_and_a_removal_are_said() -> None:
    older = but(version=1, versions=3)
    assert "uid fxwzradjwx3c, version 1 of 3)." in as_text(older)
    assert key_of(older) == "blitarkota-fxwzradjwx3c-v1"
    assert key_of(but(version=3, versions=3)) == "blitarkota-fxwzradjwx3c"
    assert as_text(but(gone_at="2026-12-05T03:30:00Z")).endswith("Gone from the site by 5 December 2026.")


def test_bibtex_has_what_the_sentence_has() -> None:
    assert fields_of(as_bibtex(SOURCE)) == {
        "key": "blitarkota-fxwzradjwx3c",
        "author": "{{Admin Kota}}",
        "title": "{{Wali Kota Resmikan Pasar}}",
        "howpublished": "{Kota Blitar}",
        "year": "{2024}",
        "month": "sep",
        "day": "{27}",
        "url": "{https://www.blitarkota.go.id/berita/pasar}",
        "urldate": "{2026-11-27}",
        "note": f"{{Captured 2026-11-27T03:30:00Z, {DIGEST} (blitar\\_scraper archive, uid fxwzradjwx3c).}}",
    }


def test_what_latex_takes_for_commands_is_escaped() -> None:
    assert latex("50% & $3 #1 a_b {c} ~d^ \\e") == (
        r"50\% \& \$3 \#1 a\_b \textbraceleft{}c\textbraceright{} \textasciitilde{}d\textasciicircum{} "
        r"\textbackslash{}e"
    )


@pytest.mark.parametrize("title", ["}", "{", "a } b {", "\\", "\\}", "a\nb", "\x1b[31m\u202eelif", "%", '"', ","])
def test_a_hostile_title_does_not_break_the_entry(title: str) -> None:
    hostile = but(
        title=title, author=title, site_name=title, site=f"s,{title}", url=f"https://x.go.id/{title}?a={title}"
    )
    fields = fields_of(as_bibtex(hostile))
    assert fields["year"] == "{2024}"
    assert not re.search(r"[\x00-\x1f\x7f-\x9f\u202e]", as_text(hostile) + as_bibtex(hostile).replace("\n", ""))


@given(text=st.text(max_size=40), url=st.text(max_size=40))
def test_whatever_a_page_says_the_entry_is_valid(text: str, url: str) -> None:
    entry = as_bibtex(but(title=text or None, author=text or None, site_name=text, url=url))
    fields = fields_of(entry)
    for name in ("title", "author", "howpublished"):
        bare = re.sub(r"\\(?:[&%$#_]|text[a-z]+\{\})", "", fields.get(name, ""))
        assert not re.search(r"[&%$#_~^\\]", bare)
