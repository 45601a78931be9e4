"""Installs, fills and serves a WordPress in a temporary folder: its own database, nothing of the machine's changed."""

from __future__ import annotations

import json
import os
import shutil
import signal
import socket
import subprocess
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path
from types import TracebackType
from typing import Any, Self

SITE = Path(__file__).parent / "site"
# Where Debian's package `wordpress` puts it.
INSTALLED = Path("/usr/share/wordpress")
# On two busy cores the database is there after 3 s, a page after 1 s, and the slowest script (the seed) takes 15 s.
START_TIMEOUT = 60
SCRIPT_TIMEOUT = 300
SERVER_LOG = "server.log"


def themes() -> list[str]:
    """The themes that are installed, by name."""
    return sorted(sheet.parent.name for sheet in INSTALLED.glob("wp-content/themes/*/style.css"))


def _program(name: str) -> str | None:
    # Debian keeps servers in a folder that is not on every user's path.
    return shutil.which(name, path=os.environ.get("PATH", "") + ":/usr/sbin:/sbin")


class WordPress:
    """A site that runs until it is closed. `about` says which versions and themes it has."""

    def __init__(self) -> None:
        self.url = f"http://127.0.0.1:{_free_port()}"
        self.about: dict[str, Any] = {}
        self._closing = ExitStack()
        # Short, for a socket's path may have 107 characters.
        self.folder = Path(self._closing.enter_context(tempfile.TemporaryDirectory(prefix="wp-")))

    def __enter__(self) -> Self:
        try:
            self._start_database()
            _copy_program(self.root)
            self.about = self.run("install.php")
            self._start_server()
        except BaseException:
            self.close()
            raise
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        self._closing.close()

    @property
    def root(self) -> Path:
        return self.folder / "www"

    @property
    def _socket(self) -> Path:
        return self.folder / "db.sock"

    @property
    def _environment(self) -> dict[str, str]:
        own = {
            "WORDPRESS_URL": self.url,
            "WORDPRESS_ROOT": str(self.root),
            "WORDPRESS_SOCKET": str(self._socket),
        }
        return {**os.environ, **own}

    def run(self, script: str, *arguments: str, order: Any = None) -> Any:
        """What a script of `site/` answers; `order` is handed to it as JSON. Raises RuntimeError with what it said."""
        done = subprocess.run(
            ["php", *_PHP_SETTINGS, str(SITE / script), *arguments],
            input=json.dumps(order),
            capture_output=True,
            text=True,
            timeout=SCRIPT_TIMEOUT,
            env=self._environment,
            check=False,
        )
        try:
            return json.loads(done.stdout)
        except ValueError:
            raise RuntimeError(f"{script}: {done.stdout[-2000:]}{done.stderr[-2000:]}") from None

    @property
    def requests(self) -> int:
        """How many requests the web server has had so far."""
        return (self.folder / SERVER_LOG).read_text(errors="replace").count(" Accepted\n")

    def get(self, path: str) -> tuple[int, dict[str, str], bytes]:
        """Status, headers (names in lower case) and body that the site answers with; redirects are followed."""
        try:
            with urllib.request.urlopen(self.url + path, timeout=START_TIMEOUT) as answer:
                return answer.status, {name.lower(): value for name, value in answer.headers.items()}, answer.read()
        except urllib.error.HTTPError as error:
            with error:
                return error.code, {name.lower(): value for name, value in error.headers.items()}, error.read()

    def _start_database(self) -> None:
        data = self.folder / "db"
        as_user = ["--user=root"] if os.geteuid() == 0 else []
        install = [_program("mariadb-install-db") or "", "--no-defaults", f"--datadir={data}", "--skip-test-db"]
        subprocess.run(
            [*install, "--auth-root-authentication-method=normal", *as_user],
            check=True, capture_output=True, timeout=START_TIMEOUT,
        )  # fmt: skip
        # --no-defaults: the machine's own settings, and its own server, are left alone.
        server = [_program("mariadbd") or "", "--no-defaults", f"--datadir={data}", f"--socket={self._socket}"]
        quick = ["--skip-networking", "--skip-log-bin", "--innodb-flush-log-at-trx-commit=0"]
        self._start([*server, f"--pid-file={self.folder / 'db.pid'}", *quick, *as_user], "database.log")
        self._wait(self._socket.exists, "the database")

    def _start_server(self) -> None:
        host = self.url.removeprefix("http://")
        command = ["php", *_PHP_SETTINGS, "-S", host, "-t", str(self.root), str(SITE / "router.php")]
        self._start(command, SERVER_LOG)
        self._wait(lambda: _listens(host), "the web server")

    def _start(self, command: list[str], log: str) -> None:
        with (self.folder / log).open("wb") as file:
            process = subprocess.Popen(command, stdout=file, stderr=file, env=self._environment)
        self._closing.callback(_stop, process)

    def _wait(self, ready: Callable[[], bool], what: str) -> None:
        deadline = time.monotonic() + START_TIMEOUT
        while not ready():
            if time.monotonic() > deadline:
                logs = "\n".join(log.read_text(errors="replace")[-1000:] for log in self.folder.glob("*.log"))
                raise RuntimeError(f"{what} did not start: {logs}")
            time.sleep(0.05)


# Warnings to the log, not into pages; scripts compiled once, as on a real server.
_PHP_SETTINGS = [
    "-d", "display_errors=stderr", "-d", "log_errors=0", "-d", "opcache.enable=1", "-d", "memory_limit=256M",
]  # fmt: skip


def _copy_program(root: Path) -> None:
    """WordPress as the package brings it, but for the settings; of the languages the one that is spoken here."""

    def unwanted(folder: str, names: list[str]) -> list[str]:
        if Path(folder).name == "languages":
            return [name for name in names if "id_ID" not in name]
        return [name for name in names if name == "wp-config.php" or name.startswith(".")]

    # The package keeps parts as links to libraries and to /var/lib: the copy has them itself.
    shutil.copytree(INSTALLED, root, ignore=unwanted, ignore_dangling_symlinks=True)
    shutil.copy(SITE / "wp-config.php", root)
    (root / "wp-content" / "uploads").mkdir(exist_ok=True)
    (root / "wp-content" / "mu-plugins").mkdir(exist_ok=True)
    shutil.copy(SITE / "switches.php", root / "wp-content" / "mu-plugins")


def _stop(process: subprocess.Popen[bytes]) -> None:
    process.send_signal(signal.SIGTERM)
    try:
        process.wait(timeout=START_TIMEOUT)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


def _listens(host: str) -> bool:
    name, port = host.split(":")
    with socket.socket() as probe:
        return probe.connect_ex((name, int(port))) == 0


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
