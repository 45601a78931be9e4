"""The documentation names what the program names."""

import re
from pathlib import Path

ROOT = Path(__file__).parents[1]
DOCUMENTED = set(re.findall(r"`([a-z]+(?:-[a-z0-9]+)*)`", (ROOT / "docs" / "problems.md").read_text("utf-8")))
SOURCES = "\n".join(file.read_text("utf-8") for file in (ROOT / "blitar_scraper").rglob("*.py"))


def test_every_problem_that_the_program_notes_is_explained():
    noted = set(re.findall(r'Problem\(\s*"([a-z-]+)"', SOURCES))
    noted |= set(re.findall(r'reject\([^)]*?"((?:views|address|title)-[a-z-]+)"', SOURCES))
    noted |= set(re.findall(r'return "(date-[a-z-]+)"', SOURCES))
    noted |= set(re.findall(r'Error, "([a-z-]+)"\)', SOURCES))
    assert len(noted) > 35
    assert noted <= DOCUMENTED, sorted(noted - DOCUMENTED)


def test_no_problem_is_explained_that_the_program_never_notes():
    made_up = {name for name in DOCUMENTED - {"problems"} if f'"{name}"' not in SOURCES}
    built = {"http-500", "http-403", "date-ambiguous", "author-ambiguous", "empty-author", "empty-section"}
    assert made_up <= built, sorted(made_up - built)
