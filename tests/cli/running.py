"""Runs the command in a process of its own: an event loop cannot be started twice."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
# The longest of the commands tested here crawls two small sites in 5 s on two cores.
TIMEOUT = 120


def blitar(*arguments: object, folder: Path) -> subprocess.CompletedProcess[str]:
    """`blitar ARGUMENTS` in a folder, with what it printed."""
    code = f"import sys; sys.path.insert(0, {str(ROOT)!r}); from blitar_scraper.cli import main; main()"
    command = [sys.executable, "-W", "error", "-c", code, *(str(argument) for argument in arguments)]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, timeout=TIMEOUT)
