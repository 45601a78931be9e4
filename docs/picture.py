"""Draws docs/demo.svg, the README's picture, from what `blitar demo` prints: python docs/picture.py"""

import io
import re
import subprocess
import sys
import tempfile
from pathlib import Path

from rich.console import Console
from rich.text import Text


def main() -> None:
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
    console = Console(record=True, width=112, file=io.StringIO())
    console.print(text)
    svg = console.export_svg(title="blitar_scraper")
    # The picture asks no other host for a font.
    svg = re.sub(r"@font-face \{.*?\}\s*", "", svg, flags=re.S).replace("Fira Code, monospace", "monospace")
    (Path(__file__).parent / "demo.svg").write_text(svg)


if __name__ == "__main__":
    main()
