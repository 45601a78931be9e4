"""The house's one direction of flow: who may import whom (design.md, The house)."""

import ast
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[1] / "blitar_scraper"
ANYBODY = {"items", "addresses", "regions"}  # the shared vocabulary
ALLOWED = {
    "items": {"addresses"},
    "addresses": set(),
    "regions": {"items"},
    "indonesian": set(),
    "extract": {"indonesian"},
    "spiders": {"extract"},
    "archive": {"indonesian"},
    "pipelines": {"archive"},
    "publishing": {"archive"},
    "demo": set(),
    "crawling": {"archive", "demo", "extract", "indonesian", "pipelines", "publishing", "spiders"},
    "cli": {"archive", "crawling", "demo", "extract", "indonesian", "pipelines", "publishing", "spiders"},
    # Wiring: names the crawl's parts and reads its configuration.
    "settings": {"crawling"},
}


def room_of(file: Path) -> str:
    return file.relative_to(PACKAGE).parts[0].removesuffix(".py")


def imported_rooms(file: Path) -> set[str]:
    rooms = set()
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        names = []
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.module and node.level == 0:
            names = (
                [node.module] if node.module != "blitar_scraper" else [f"blitar_scraper.{a.name}" for a in node.names]
            )
        assert not (isinstance(node, ast.ImportFrom) and node.level), f"{file}: relative imports hide the room"
        rooms |= {name.split(".")[1] for name in names if name.startswith("blitar_scraper.")}
    return rooms - {"__version__"}


FILES = sorted(file for file in PACKAGE.rglob("*.py") if file != PACKAGE / "__init__.py")


@pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.relative_to(PACKAGE)))
def test_a_room_imports_only_what_its_place_allows(file):
    room = room_of(file)
    assert room in ALLOWED, f"{room} is a new room: say in design.md and here whom it may import"
    assert imported_rooms(file) - {room} - ANYBODY <= ALLOWED[room]


def test_the_archive_knows_nothing_of_scrapy():
    for file in (PACKAGE / "archive").rglob("*.py"):
        assert "scrapy" not in file.read_text("utf-8").replace("blitar_scraper", "").replace("Scrapy", "")


def test_spiders_write_nothing():
    for file in (PACKAGE / "spiders").rglob("*.py"):
        assert "sqlite" not in file.read_text("utf-8")


def test_site_files_are_attributes_only():
    for file in (PACKAGE / "spiders" / "sites").glob("*.py"):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            assert not isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda), file
