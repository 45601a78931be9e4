"""Why a request got no answer, in the words that stand in `problems`."""

from __future__ import annotations

from scrapy.exceptions import (
    CannotResolveHostError,
    DownloadCancelledError,
    DownloadConnectionRefusedError,
    DownloadFailedError,
    DownloadTimeoutError,
    IgnoreRequest,
    ResponseDataLossError,
    UnsupportedURLSchemeError,
)
from twisted.python.failure import Failure

_PROBLEMS: tuple[tuple[type[BaseException], str], ...] = (
    (CannotResolveHostError, "host-unknown"),
    (DownloadConnectionRefusedError, "connection-refused"),
    (DownloadTimeoutError, "timeout"),
    (DownloadCancelledError, "too-large"),
    (ResponseDataLossError, "response-cut"),
    (UnsupportedURLSchemeError, "off-site"),
    (DownloadFailedError, "connection-lost"),
    (TimeoutError, "timeout"),
    (OSError, "connection-lost"),
)
# Why Scrapy's middlewares drop a request, by a word of what they say.
_IGNORED = (
    ("robots", "robots-disallowed"),
    ("off-site", "off-site"),
    ("redirect", "redirect-loop"),
    ("download_maxsize", "too-large"),  # when unpacked
)


def problem_of_failure(failure: Failure) -> tuple[str, str]:
    """The problem's name, and what the exception said."""
    return problem_of_error(failure.value)


def problem_of_error(error: BaseException | None) -> tuple[str, str]:
    """The same for an exception that was raised."""
    detail = f"{type(error).__name__}: {error}"[:200]
    if isinstance(error, IgnoreRequest):
        words = str(error).lower()
        return next((name for word, name in _IGNORED if word in words), "request-ignored"), detail
    return next((name for kind, name in _PROBLEMS if isinstance(error, kind)), "no-answer"), detail
