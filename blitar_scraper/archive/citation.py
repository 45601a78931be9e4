"""How to cite an article: as a sentence, and as BibTeX. Pure; what is not known is left out, never guessed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import quote

from blitar_scraper.archive.controls import without_controls
from blitar_scraper.archive.history import History, Version

PROGRAM = "blitar_scraper"
_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
# The names that every BibTeX style knows, to be written without braces.
_MONTH_MACROS = tuple(month[:3].lower() for month in _MONTHS)
_DATE = re.compile(r"(\d{4})(?:-(0[1-9]|1[0-2])(?:-(\d\d))?)?")
# What LaTeX takes for a command, and how to have it printed. BibTeX counts braces, those after a backslash, too.
_LATEX = {
    **{character: f"\\{character}" for character in "&%$#_"},
    "{": r"\textbraceleft{}",
    "}": r"\textbraceright{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    "\\": r"\textbackslash{}",
}
_LATEX_CHARACTER = re.compile("|".join(re.escape(character) for character in _LATEX))


@dataclass(frozen=True, slots=True)
class Source:
    """What a citation is made of. `captured_at` and `digest` are None where no capture was kept; then `seen_at` counts.

    `published_at` is as in the archive, local and as precise as the page; the other times are UTC text.
    """

    uid: str
    site: str
    site_name: str
    url: str
    title: str | None
    author: str | None
    published_at: str | None
    seen_at: str
    captured_at: str | None
    digest: str | None
    version: int
    versions: int
    gone_at: str | None = None


def source_of(history: History, version: Version) -> Source:
    """What is cited when one of the article's versions is."""
    article, capture = history.article, version.capture
    is_present = version is history.present
    return Source(
        uid=article["uid"],
        site=article["site"],
        site_name=history.site_name,
        url=version.url,
        title=version.title,
        author=version.author,
        published_at=version.published_at,
        seen_at=article["last_seen_at"] if is_present else version.seen_at,
        captured_at=capture.fetched_at if capture else None,
        digest=capture.digest if capture else None,
        version=version.number,
        versions=history.present.number,
        gone_at=article["gone_at"] if is_present else None,
    )


def date_in_words(iso: str | None) -> str | None:
    """`27 September 2024`, `September 2024` or `2024`, as precise as the date and no more; None for none."""
    match = _DATE.match(iso or "")
    if match is None:
        return None
    year, month, day = match.groups()
    words = [str(int(day))] if day else []
    words += [_MONTHS[int(month) - 1]] if month else []
    return " ".join([*words, year])


def as_text(source: Source) -> str:
    """The citation as a sentence."""
    parts = []
    if source.author:
        parts.append(_ended(without_controls(source.author)))
    parts.append(_ended(without_controls(source.site_name)))
    if source.title:
        parts.append(f"“{_ended(without_controls(source.title))}”")
    parts.append(_ended(date_in_words(source.published_at) or "N.d"))
    parts.append(_address(source.url))
    return " ".join([*parts, *_provenance(source)])


def as_bibtex(source: Source) -> str:
    """The citation as a BibTeX entry, for BibTeX and biblatex alike."""
    lines = [f"@misc{{{key_of(source)},"]
    lines += [f"  {name} = {value}," for name, value in _fields(source)]
    return "\n".join([*lines, "}"])


def key_of(source: Source) -> str:
    """The entry's key: site, uid, and the version where it is not the article's last."""
    version = "" if source.version == source.versions else f"-v{source.version}"
    return re.sub(r"[^A-Za-z0-9.:-]", "-", f"{source.site}-{source.uid}{version}")


def latex(text: str) -> str:
    """The text as LaTeX prints it, on one line."""
    return _LATEX_CHARACTER.sub(lambda match: _LATEX[match[0]], without_controls(text))


def _fields(source: Source) -> Iterator[tuple[str, str]]:
    # Doubled braces: an author may be an office ("Admin Kota"), and a style must not make the title's letters small.
    if source.author:
        yield "author", f"{{{{{latex(source.author)}}}}}"
    if source.title:
        yield "title", f"{{{{{latex(source.title)}}}}}"
    yield "howpublished", f"{{{latex(source.site_name)}}}"  # of what both print of @misc, the nearest to a publisher
    match = _DATE.match(source.published_at or "")
    if match is not None:
        year, month, day = match.groups()
        yield "year", f"{{{year}}}"
        if month:
            yield "month", _MONTH_MACROS[int(month) - 1]
        if day:
            yield "day", f"{{{int(day)}}}"
    yield "url", f"{{{_address(source.url)}}}"  # printed verbatim, so not escaped
    yield "urldate", f"{{{(source.captured_at or source.seen_at)[:10]}}}"
    yield "note", f"{{{latex(' '.join(_provenance(source)))}}}"


def _provenance(source: Source) -> Iterator[str]:
    """Where the text is kept, sentence by sentence."""
    if source.captured_at is None:
        yield f"Read {source.seen_at}, no capture kept"
    else:
        yield f"Captured {source.captured_at}" + (f", {source.digest}" if source.digest else "")
    versions = f", version {source.version} of {source.versions}" if source.versions > 1 else ""
    yield f"({PROGRAM} archive, uid {source.uid}{versions})."
    if source.gone_at:
        yield f"Gone from the site by {date_in_words(source.gone_at)}."


def _address(url: str) -> str:
    """The address without what would end a BibTeX value or a word: spaces, quotation marks, braces, backslashes."""
    return quote(without_controls(url), safe="/:@!$&'()*+,;=~-._%?#[]")


def _ended(text: str) -> str:
    return text if text.endswith((".", "?", "!", "…")) else f"{text}."
