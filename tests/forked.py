"""Runs a part of the program in a process of its own that begins with the program's modules loaded.

Scrapy's engine can be started once a process, so each crawl of the tests needs one; loading Scrapy takes 1.8 s of a
crawl that takes one. A server process loads it once for each process of the test runner, and every crawl is its fork.
What is tested by its start (the command as a person types it) runs as a program of its own all the same.
"""

from __future__ import annotations

import multiprocessing
import os
import resource
import runpy
import signal
import sys
import tempfile
import warnings
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from subprocess import CompletedProcess, TimeoutExpired

ROOT = Path(__file__).parents[1]
_FORKS = multiprocessing.get_context("forkserver")
_FORKS.set_forkserver_preload(["tests.forked_modules"])


@dataclass(frozen=True)
class _Beginning:
    """What the process is before it begins: a module to run, as `python -m` does, its arguments and surroundings."""

    module: str
    arguments: tuple[str, ...]
    folder: str
    environment: Mapping[str, str]
    out: str
    err: str
    largest_file: int | None
    most_memory: int | None
    warnings_are_errors: bool


class Forked:
    """A process that runs; used as a `subprocess.Popen` is. What it prints goes into files."""

    def __init__(
        self,
        module: str,
        arguments: Sequence[object],
        *,
        folder: Path = ROOT,
        err: Path | None = None,
        largest_file: int | None = None,
        most_memory: int | None = None,
        warnings_are_errors: bool = False,
    ) -> None:
        """`err`: where errors go. `largest_file`, `most_memory` (bytes): the system's limits, as on a full disk."""
        self._printed = tempfile.TemporaryDirectory(prefix="blitar-forked-")
        self.out = Path(self._printed.name) / "out"
        self.err = err or Path(self._printed.name) / "err"
        beginning = _Beginning(
            module,
            tuple(map(str, arguments)),
            str(folder),
            dict(os.environ),
            str(self.out),
            str(self.err),
            largest_file,
            most_memory,
            warnings_are_errors,
        )
        for file in (self.out, self.err):
            file.write_text("")
        self._process = _FORKS.Process(target=_run, args=(beginning,))
        self._process.start()

    @property
    def returncode(self) -> int | None:
        """The exit status, negative for a signal; None while it runs."""
        return self._process.exitcode

    def poll(self) -> int | None:
        return self._process.exitcode

    def send_signal(self, number: int) -> None:
        if self._process.pid is not None and self._process.is_alive():
            os.kill(self._process.pid, number)

    def communicate(self, timeout: float) -> tuple[str, str]:
        """Wait for its end; what it has printed, on both ways. Raises TimeoutExpired, when it has been killed."""
        self._process.join(timeout)
        if self._process.exitcode is None:
            self._process.kill()
            raise TimeoutExpired(self._process.name, timeout)
        printed = self.out.read_text(), self.err.read_text()
        self._printed.cleanup()
        return printed


def run(module: str, *arguments: object, timeout: float, **surroundings: object) -> CompletedProcess[str]:
    """Run `python -m MODULE ARGUMENTS` to its end."""
    process = Forked(module, arguments, **surroundings)
    out, err = process.communicate(timeout)
    assert process.returncode is not None
    return CompletedProcess([module, *map(str, arguments)], process.returncode, out, err)


def _run(beginning: _Beginning) -> None:
    for number, path in ((1, beginning.out), (2, beginning.err)):
        with open(path, "a") as file:  # noqa: PTH123 - before anything of the test's is imported
            os.dup2(file.fileno(), number)
    sys.stdout = open(1, "w", encoding="utf-8", closefd=False)  # noqa: SIM115
    sys.stderr = open(2, "w", encoding="utf-8", closefd=False, buffering=1)  # noqa: SIM115
    signal.signal(signal.SIGINT, signal.default_int_handler)
    os.environ.clear()
    os.environ.update(beginning.environment)
    os.chdir(beginning.folder)
    if beginning.largest_file is not None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (beginning.largest_file, beginning.largest_file))
    if beginning.most_memory is not None:
        resource.setrlimit(resource.RLIMIT_AS, (beginning.most_memory, beginning.most_memory))
    if beginning.warnings_are_errors:
        warnings.simplefilter("error")
    _inject(beginning.environment.get("PYTHONPATH", ""))
    sys.argv = [beginning.module, *beginning.arguments]
    runpy.run_module(beginning.module, run_name="__main__", alter_sys=True)


def _inject(path: str) -> None:
    """Run the faults that a test has laid where Python would find them at its start (`tests/crawling/faults.py`)."""
    for folder in filter(None, path.split(os.pathsep)):
        if (file := Path(folder) / "sitecustomize.py").exists():
            exec(compile(file.read_text(), file, "exec"), {"__name__": "sitecustomize"})
