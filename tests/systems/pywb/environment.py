"""pywb in an environment of its own (`.venv-pywb`), which `python -m tests.systems.pywb.environment` makes."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

FOLDER = Path(__file__).parents[3] / ".venv-pywb"
WANTED = "pywb>=2.10,<3"


def program(name: str) -> Path:
    """A console script of the environment."""
    return FOLDER / "bin" / name


def install() -> None:
    """Makes the environment where it is missing. Raises subprocess.CalledProcessError."""
    if program("wayback").exists():
        return
    print("Installing pywb into", FOLDER.name, "...", flush=True)
    subprocess.run([sys.executable, "-m", "venv", FOLDER], check=True)
    command = [program("python"), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", WANTED]
    # pywb 2.10 imports pkg_resources, which newer versions of setuptools no longer have.
    subprocess.run([*command, "setuptools<81"], check=True)


if __name__ == "__main__":
    install()
