"""Lets a crawl that runs in a process of its own be killed, or find the disk full, at an exact moment."""

from __future__ import annotations

from pathlib import Path

import pytest

# Python runs it when it starts, before the crawl. A file object that writes less than it is asked for is what the
# system gives too: when the disk is full, and when the process is killed within a large write.
_INJECTED = '''
import errno, os, signal
from blitar_scraper.archive import captures, sightings
from blitar_scraper.archive.warc import writer

kind, number = os.environ["BLITAR_TEST_FAULT"].split()
left = int(number)


def die():
    os.kill(os.getpid(), signal.SIGKILL)


class Faulty:
    """Takes so many bytes, then the process is killed or the disk is full."""

    def __init__(self, file):
        self.file = file

    def __getattr__(self, name):
        return getattr(self.file, name)

    def write(self, data):
        global left
        taken = self.file.write(bytes(data[: max(left, 0)])) if left > 0 else 0
        if taken == len(data):
            left -= taken
            return taken
        if kind == "killed-writing":
            die()
        if taken and left > 0:
            left -= taken
            return taken
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def faulty_begin(self, at, begin=writer.WarcWriter._begin):
    if kind in ("killed-writing", "disk-full"):
        open_file = writer.Path.open
        writer.Path.open = lambda *a, **k: Faulty(open_file(*a, **k))
        try:
            begin(self, at)
        finally:
            writer.Path.open = open_file
    else:
        begin(self, at)


def killed_at(module, name):
    real = getattr(module, name)

    def counted(*arguments, **named):
        global left
        left -= 1
        if left < 0:
            die()
        return real(*arguments, **named)

    setattr(module, name, counted)


writer.WarcWriter._begin = faulty_begin
if kind == "killed-before-row":
    killed_at(captures, "add")
if kind == "killed-before-storing":
    killed_at(sightings, "add")
if kind == "killed-before-name":
    killed_at(writer.Path, "rename")
'''


class Faults:
    """`set(kind, number)` is what happens in all crawls that are started then.

    Kinds: killed-writing and disk-full after so many bytes of a WARC file; killed-before-row and killed-before-storing
    at the answer or article after so many; killed-before-name when a file is to get its final name.
    """

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.monkeypatch = monkeypatch
        (folder / "sitecustomize.py").write_text(_INJECTED)
        self.folder = folder

    def set(self, kind: str, number: int) -> None:
        self.monkeypatch.setenv("BLITAR_TEST_FAULT", f"{kind} {number}")
        self.monkeypatch.setenv("PYTHONPATH", str(self.folder))

    def end(self) -> None:
        self.monkeypatch.delenv("BLITAR_TEST_FAULT")
        self.monkeypatch.delenv("PYTHONPATH")
