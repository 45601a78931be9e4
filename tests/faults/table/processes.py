"""The process that crawls is stopped, killed, or wrong."""

from __future__ import annotations

from tests.faults.row import Row, of_page, of_site

_ORDER = "Ends in order: what was read is stored, the captures are closed; the next run goes on."

ROWS = (
    Row(
        "sigint",
        "Ctrl-C.",
        _ORDER,
        130,
        reason="stopped",
        send=("SIGINT", 5),
    ),
    Row(
        "sigterm",
        "SIGTERM: the computer is shut down, or the service is stopped.",
        _ORDER,
        130,
        reason="stopped",
        send=("SIGTERM", 5),
    ),
    Row(
        "sigkill",
        "SIGKILL: for want of memory, or a power cut.",
        "Nothing that was stored is lost. The next run closes the killed run's record and captures, and notes it.",
        None,
        troubles=("killed",),
        events=("run-killed",),
    ),
    Row(
        "reader-fails",
        "This program fails on some pages: a fault of ours.",
        "Notes which, reads all others, and says that the run had errors.",
        1,
        (of_site("errors"), of_page("reader-error")),
        reason="error",
        troubles=("reader-fails",),
        traceback=True,
    ),
    Row(
        "storing-fails",
        "This program fails while it stores an article: a fault of ours.",
        "Stores all others, and says that the run had errors; the article stays due.",
        1,
        (of_site("errors"),),
        reason="error",
        troubles=("storing-fails",),
        traceback=True,
    ),
)
