"""The files that describe a release say what they should, whatever the archive is called."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
import yaml

from blitar_scraper.publishing.downloads.citation_file import citation_file
from blitar_scraper.publishing.releases.about import About, public_address
from blitar_scraper.publishing.releases.serving_notes import write_serving_notes

AT = datetime(2026, 11, 27, 6, 33, 14, tzinfo=UTC)
HOSTILE = 'Arsip: "Kota"\n- &a *b #c !!python/object \u2028 %n'


def citation(**told: Any) -> dict[str, Any]:
    about = About("https://berita.example.org", **told)
    said = yaml.safe_load(citation_file(about, title=HOSTILE, description="y", version="20261127T063314Z", at=AT))
    assert isinstance(said, dict)
    return said


def test_a_release_is_cited_by_its_title_version_and_address() -> None:
    said = citation(keeper="Perpustakaan Kota", licence="cc by 4.0")
    assert said == {
        "cff-version": "1.2.0",
        "message": "If you use these data, please cite them as below, with the version.",
        "type": "dataset",
        "title": HOSTILE,
        "abstract": "y",
        "authors": [{"name": "Perpustakaan Kota"}],
        "version": "20261127T063314Z",
        "date-released": "2026-11-27",
        "url": "https://berita.example.org",
        "license": "CC-BY-4.0",
    }


def test_a_licence_that_is_not_known_by_name_is_named_by_its_address_or_not_at_all() -> None:
    assert citation(licence="https://example.org/terms")["license-url"] == "https://example.org/terms"
    assert not {"license", "license-url"} & citation(licence="Domain publik").keys()
    assert citation()["authors"] == [{"name": "berita.example.org"}]


@pytest.mark.parametrize(
    ("typed", "address"),
    [
        ("https://berita.example.org", "https://berita.example.org"),
        (" https://berita.example.org/ ", "https://berita.example.org"),
        ("http://example.org:8080/arsip/berita//", "http://example.org:8080/arsip/berita"),
        ("berita.example.org", None),
        ("ftp://example.org", None),
        ("https://", None),
        ("https://a:b@example.org", None),
        ("https://example.org/?a=1", None),
        ("https://example.org/#a", None),
        ("https://example.org/a b", None),
        ("https://example.org/{$x}", None),
        ("https://exa mple.org/", None),
        ("https://example.org:port", None),
        ("", None),
    ],
)
def test_a_public_address_is_one_under_which_everything_can_stand(typed: str, address: str | None) -> None:
    if address is not None:
        assert public_address(typed) == address
        return
    with pytest.raises(ValueError) as refused:
        public_address(typed)
    assert "\n" not in str(refused.value)


def test_a_title_cannot_add_a_line_to_a_unit_file(tmp_path: Path) -> None:
    about = About("https://example.org/berita")
    told = {"archive": tmp_path / "arsip 1.db", "settings": {}}
    folder = write_serving_notes(tmp_path, name="arsip 1", title="Kota\nExecStart=/bin/x %n", about=about, **told)
    unit = (folder / "blitar-arsip-1.service").read_text()
    assert "Description=Kota ExecStart=/bin/x %%n (Datasette)\n" in unit
    assert sum(line.startswith("ExecStart=") for line in unit.splitlines()) == 1
    assert f"PathChanged={tmp_path}/serving/shown\n" in (folder / "blitar-arsip-1-restart.path").read_text()
