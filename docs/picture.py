"""Draws the README's pictures: docs/demo.svg from what `blitar demo` prints, docs/status.svg from `blitar status`.

python docs/picture.py [demo|status]
"""

import io
import re
import subprocess
import sys
import tempfile
from pathlib import Path

from rich.console import Console, RenderableType
from rich.text import Text

DOCS = Path(__file__).parent
sys.path.insert(0, str(DOCS.parent))  # the made archive is that of the tests

from blitar_scraper.archive import Archive  # noqa: E402
from blitar_scraper.archive.standing import Disk, standings  # noqa: E402
from blitar_scraper.cli.status_table import StatusTable, sums  # noqa: E402
from tests.watched_archive import NOW, Watched  # noqa: E402


def demo() -> list[RenderableType]:
    """What the demonstration prints."""
    with tempfile.TemporaryDirectory() as folder:
        archive = Path(folder) / "data" / "demo.db"
        done = subprocess.run(
            [sys.executable, "-c", "from blitar_scraper.cli import main; main()", "demo", "--archive", str(archive)],
            capture_output=True,
            text=True,
            check=True,
        )
        printed = done.stdout.replace(str(archive), "data/demo.db")
    # The command as it is called where it is installed, and the usual port where another program had it.
    printed = re.sub(r"(?m)^  \S*blitar ", "  blitar ", re.sub(r"127\.0\.0\.1:\d+", "127.0.0.1:8570", printed))
    text = Text(f"$ make demo\n{printed}".rstrip())
    text.highlight_regex(r"(?m)^(New|Edited|Moved|Gone|Most viewed)[^\n]*$", "bold green")
    text.highlight_regex(r"(?m)^\$[^\n]*$", "bold")
    text.highlight_regex(r"\d{4}-\d\d-\d\d", "cyan")
    return [text]


def status() -> list[RenderableType]:
    """A dozen made sites in different states: none of them is a real one."""
    with tempfile.TemporaryDirectory() as folder, Archive(Path(folder) / "made.db") as archive:
        watched = Watched(archive)
        _fill(watched)
        found = standings(archive.db, NOW, lambda site: site == "kota-anggrek")
    disk = Disk(archive=512_000_000, captures=2_100_000_000, free=38_000_000_000, growth=17_000_000, days_left=2235)
    return [Text("$ blitar status", "bold"), StatusTable(found, NOW), "", *sums(found, disk), ""]


def _fill(watched: Watched) -> None:
    for place, name in enumerate(("kab-kenanga", "kab-seroja", "kota-dahlia", "kota-mawar", "kota-teratai")):
        _site(watched, name, every=1 + place % 3)
    _site(watched, "kota-anggrek", every=1)
    watched.run("kota-anggrek", 0.005, "running", None, minutes=None)
    blocked = "blocked: 403: a firewall's page instead of the site's"
    _site(watched, "kota-melati", every=1, last=5)
    watched.daily("kota-melati", first=4, status="cut", exit_status=4, reason=blocked)
    _site(watched, "dinkes-melati", every=4, last=12)
    _site(watched, "kab-cempaka", every=2)
    lost = "author could not be read in 14 of 16 articles since 2026-11-18, before that 98% had it"
    watched.run("kab-cempaka", 0.1, exit_status=3, reason=f"field-lost: {lost}", findings=[])
    for number in range(14):
        watched.problem("kab-cempaka", "author-ambiguous", url=f"https://kab-cempaka.example/{number}")
    _site(watched, "kota-kamboja", every=2, until=44)
    silent = "no news for 45 days, never more than 9 before: is the listing up to date?"
    watched.run("kota-kamboja", 0.1, exit_status=3, reason=f"silent: {silent}", findings=[])
    _site(watched, "prov-flamboyan", every=1)
    shrunk = "2 links on https://prov-flamboyan.example/berita, usually 20"
    watched.run("prov-flamboyan", 0.1, exit_status=3, reason=f"listing-shrunk: {shrunk}", findings=[])
    watched.site("desa-tulip", added=2, backfilled=None)


def _site(watched: Watched, name: str, *, every: int, last: float = 0.2, until: int = 1) -> None:
    """A site with news every so many days, and a longer holiday in spring; read every day up to `last` days ago."""
    watched.site(name)
    with watched.archive.transaction():
        watched.articles(name, [day for day in range(299, until - 1, -every) if not 230 < day < 238])
        watched.daily(name, first=30, last=last, new=1 if every == 1 else 0)


def draw(name: str, shown: list[RenderableType], width: int) -> None:
    """Write the picture docs/`name`.svg of a terminal that shows this."""
    console = Console(record=True, width=width, file=io.StringIO(), force_terminal=True, highlight=False)
    for piece in shown:
        console.print(piece)
    svg = console.export_svg(title="blitar_scraper", unique_id=f"blitar-{name}")
    # The picture asks no other host for a font.
    svg = re.sub(r"@font-face \{.*?\}\s*", "", svg, flags=re.S).replace("Fira Code, monospace", "monospace")
    (DOCS / f"{name}.svg").write_text(svg)


def main() -> None:
    wanted = sys.argv[1:] or ["demo", "status"]
    if "demo" in wanted:
        draw("demo", demo(), 112)
    if "status" in wanted:
        draw("status", status(), 100)


if __name__ == "__main__":
    main()
