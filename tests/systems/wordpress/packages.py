"""Debian's packages of which the site under test is made; `python -m tests.systems.wordpress.packages` gets them."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

# `mariadb-server-core` is the server of `mariadb-server` without the service that would run on its own. Without
# `php-xml` WordPress has no sitemap; `php-mbstring` is on every real server.
WANTED = (
    "wordpress", "wordpress-l10n", "mariadb-server-core", "php-cli", "php-mysql", "php-gd", "php-xml", "php-mbstring",
)  # fmt: skip
THEMES = "wordpress-theme-"
# What Debian asks before a package starts a service (invoke-rc.d(8)); 101 is "no".
_POLICY = Path("/usr/sbin/policy-rc.d")


def missing() -> list[str]:
    """The packages that are not installed."""
    installed = _installed()
    return [name for name in WANTED if name not in installed]


def _installed() -> set[str]:
    try:
        lines = _output("dpkg-query", "--show", "--showformat", "${Package} ${db:Status-Status}\\n").splitlines()
    except FileNotFoundError:
        return set()
    return {line.split()[0] for line in lines if line.endswith(" installed")}


def install() -> None:
    """Installs what is missing, and every theme that is packaged, without starting a service.

    Raises SystemExit with one line where that cannot be.
    """
    absent = missing()
    if not absent:
        return
    if not Path("/usr/bin/apt-get").exists():
        raise SystemExit("test-wordpress needs a Debian: its packages wordpress, wordpress-l10n, mariadb and php")
    if os.geteuid() != 0:
        raise SystemExit(f"test-wordpress needs packages (as root: apt-get install {' '.join(absent)} {THEMES}...)")
    subprocess.run(["apt-get", "update", "-qq"], check=True)
    found = _output("apt-cache", "search", "--names-only", f"^{THEMES}").splitlines()
    themes = [line.split()[0] for line in found]
    print("Installing", *absent, *themes)
    is_ours = not _POLICY.exists()
    if is_ours:
        _POLICY.write_text("#!/bin/sh\nexit 101\n")
        _POLICY.chmod(0o755)
    try:
        subprocess.run(
            ["apt-get", "install", "-y", "-qq", "--no-install-recommends", *absent, *themes],
            check=True,
            stdout=subprocess.DEVNULL,
            env={**os.environ, "DEBIAN_FRONTEND": "noninteractive"},
        )
    finally:
        if is_ours:
            _POLICY.unlink()


def _output(*command: str) -> str:
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


if __name__ == "__main__":
    try:
        install()
    except subprocess.CalledProcessError as error:
        sys.exit(f"the packages could not be installed: {' '.join(error.cmd[:2])} failed")
