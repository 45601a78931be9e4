"""Mends files whose run was killed: cuts off a record that was not written to its end, and gives the final name."""

from __future__ import annotations

import contextlib
import mmap
import os
import shutil
import zlib
from pathlib import Path

from blitar_scraper.archive.warc.reader import UnreadableRecord, records_of
from blitar_scraper.archive.warc.writer import OPEN, CaptureError

DAMAGED = ".damaged"
_GZIP, _WARC = b"\x1f\x8b\x08", b"WARC/"
_HEAD = 512  # bytes that are enough to unpack the first few of a record


def close_left_open(folder: Path) -> list[Path]:
    """Close the files of killed runs in a site's folder; their final paths, in order of their names.

    To be called by whoever holds the site's lock, so that nobody writes them. A file without any whole record is
    removed. Bytes that are no beginning of a record, as a failing disk leaves them, are kept beside the file
    (`.damaged`): whole records may stand behind them. Raises CaptureError where the disk refuses.
    """
    closed = []
    for path in sorted(folder.glob(f"*{OPEN}")):
        final = path.with_name(path.name.removesuffix(OPEN))
        try:
            end, torn = whole_end(path)
            if end == 0:
                path.unlink()
                continue
            _cut(path, end, _kept_beside(final) if torn else None)
            path.rename(final)
        except OSError as error:
            raise CaptureError(f"{path}: {error.strerror or error}") from error
        closed.append(final)
    return closed


def cut_off(path: Path, end: int) -> Path:
    """Cut a file off behind its last whole record; where what stood there is kept. Raises CaptureError."""
    kept = _kept_beside(path)
    try:
        _cut(path, end, kept)
    except OSError as error:
        raise CaptureError(f"{path}: {error.strerror or error}") from error
    return kept


def whole_end(path: Path) -> tuple[int, bool]:
    """Where the last whole record ends, and whether what follows is something else than a record cut short."""
    end = 0
    try:
        for record in records_of(path):
            end = record.offset + record.length
    except UnreadableRecord:
        return end, True
    # Where another record begins behind it, what stands there is damaged, not cut short.
    return end, next_record(path, end + 1) is not None


def next_record(path: Path, start: int) -> int | None:
    """Where the next record begins, at that place or behind it, whatever the bytes before it are."""
    if start >= path.stat().st_size:
        return None
    with path.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as data:
        while (start := data.find(_GZIP, start)) >= 0:
            with contextlib.suppress(zlib.error):
                head = zlib.decompressobj(zlib.MAX_WBITS | 16).decompress(data[start : start + _HEAD], len(_WARC))
                if head == _WARC:
                    return start
            start += 1
    return None


def _kept_beside(final: Path) -> Path:
    """A name beside the file that is free."""
    names = (final.with_name(f"{final.name}{DAMAGED}{number}") for number in ("", *range(2, 1000)))
    return next(name for name in names if not name.exists())


def _cut(path: Path, end: int, kept: Path | None) -> None:
    """Cut the file off; what stands behind is on the disk elsewhere before, if it is to be kept."""
    with path.open("r+b") as file:
        if kept is not None:
            file.seek(end)
            with kept.open("xb") as beside:
                shutil.copyfileobj(file, beside)
                beside.flush()
                os.fsync(beside.fileno())
        file.truncate(end)
        os.fsync(file.fileno())
