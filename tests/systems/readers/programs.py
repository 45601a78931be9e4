"""The programs: Debian's LibreOffice, and DuckDB with its extension for SQLite.

`python -m tests.systems.readers.programs` gets them. DuckDB gets an environment of its own (`.venv-duckdb`): the
extension comes as a package for one version of DuckDB, which need not be the newest one.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

OFFICE = "libreoffice-calc"
FOLDER = Path(__file__).parents[3] / ".venv-duckdb"
# DuckDB's own file in a package: DuckDB checks its signature when it loads it. It brings its version of DuckDB.
EXTENSION = "duckdb-extension-sqlite>=1.3"


def office() -> str | None:
    """LibreOffice's command, where it is installed."""
    return shutil.which("soffice")


def duckdb_python() -> Path | None:
    """The interpreter that has DuckDB with its extension, where it is installed."""
    path = FOLDER / "bin" / "python"
    return path if path.exists() else None


def install() -> None:
    """Gets what is missing and can be had; says what cannot: its tests are skipped then."""
    if office() is None:
        _install_office()
    if duckdb_python() is None:
        _install_duckdb()


def _install_office() -> None:
    if shutil.which("apt-get") is None or os.geteuid() != 0:
        print(f"LibreOffice is not installed, and its tests are skipped (on Debian, as root: apt-get install {OFFICE})")
        return
    print("Installing", OFFICE, "...", flush=True)
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for command in (["update", "-qq"], ["install", "-y", "-qq", "--no-install-recommends", OFFICE]):
        subprocess.run(["apt-get", *command], check=True, stdout=subprocess.DEVNULL, env=environment)


def _install_duckdb() -> None:
    print("Installing DuckDB and its extension for SQLite into", FOLDER.name, "...", flush=True)
    subprocess.run([sys.executable, "-m", "venv", FOLDER], check=True)
    command = [FOLDER / "bin" / "python", "-m", "pip", "install", "--quiet", "--disable-pip-version-check", EXTENSION]
    if subprocess.run(command).returncode:
        shutil.rmtree(FOLDER)
        print("DuckDB's extension for SQLite cannot be had here, and its test is skipped")


if __name__ == "__main__":
    try:
        install()
    except subprocess.CalledProcessError as error:
        sys.exit(f"the programs could not be installed: {' '.join(map(str, error.cmd[:3]))} failed")
