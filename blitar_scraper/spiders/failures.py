"""Why a request got no answer, in the words that stand in `problems`."""

from __future__ import annotations

from OpenSSL import SSL
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
from service_identity import CertificateError, VerificationError
from twisted.python.failure import Failure
from twisted.web._newclient import ParseError
from twisted.web.client import ResponseFailed

# The request was not made: the run was given up or stopped before. It says nothing of the page, which stays due.
GIVEN_UP = "given-up"


class NotAsked(IgnoreRequest):
    """A request that this program did not make; `problem` names why, the text says it in words."""

    def __init__(self, problem: str, detail: str) -> None:
        super().__init__(detail)
        self.problem = problem


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
# How Twisted says that what came is no answer of HTTP: another protocol at the port, a header that is none.
_NOT_HTTP = (ParseError, ValueError, KeyError)
# Why Scrapy's middlewares drop a request, by a word of what they say.
_IGNORED = (
    ("off-site", "off-site"),  # before others: the text has addresses, and one of them may be that of robots.txt
    ("forbidden by robots.txt", "robots-disallowed"),
    ("redirect", "redirect-loop"),
    ("download_maxsize", "too-large"),  # when unpacked
)


def problem_of_failure(failure: Failure) -> tuple[str, str]:
    """The problem's name, and what the exception said."""
    return problem_of_error(failure.value)


def problem_of_error(error: BaseException | None) -> tuple[str, str]:
    """The same for an exception that was raised."""
    if isinstance(error, NotAsked):
        return error.problem, str(error)[:200]
    if (tls := _tls_error(error)) is not None:
        return tls
    detail = f"{type(error).__name__}: {error}"[:200]
    if isinstance(error, CannotResolveHostError) and "timeout" in str(error):
        return "timeout", detail  # nobody said that there is no such host
    if isinstance(error, DownloadFailedError) and (why := _not_http(error)) is not None:
        return "not-http", why
    if isinstance(error, IgnoreRequest):
        words = str(error).lower()
        return next((name for word, name in _IGNORED if word in words), "request-ignored"), detail
    return next((name for kind, name in _PROBLEMS if isinstance(error, kind)), "no-answer"), detail


def _not_http(error: DownloadFailedError) -> str | None:
    """What was wrong with an answer that is none of a web server's, or None where that was not it."""
    reasons = error.__cause__.reasons if isinstance(error.__cause__, ResponseFailed) else ()
    wrong = next((reason.value for reason in reasons if isinstance(reason.value, _NOT_HTTP)), None)
    return None if wrong is None else f"{type(wrong).__name__}: {wrong}"[:200]


def _tls_error(error: BaseException | None) -> tuple[str, str] | None:
    """The problem where an encrypted connection could not be made, or None where that was not it.

    `certificate`: it is not one to trust. `tls-error`: the two have no protocol or cipher in common.
    """
    waiting = [error]
    for _ in range(20):  # an error and its causes measured three deep
        if not waiting:
            return None
        found = waiting.pop(0)
        if isinstance(found, VerificationError):
            return "certificate", f"the certificate is not this host's ({found.errors})"[:200]
        if isinstance(found, CertificateError):
            return "certificate", f"the certificate is not this host's ({found})"[:200]
        if isinstance(found, SSL.Error) and not isinstance(found, SSL.SysCallError):
            reasons = [str(part[-1]) for part in found.args[0] if part] if found.args and found.args[0] else []
            said = "; ".join(reasons)
            # A connection that merely broke says nothing, or this.
            if reasons and "unexpected eof" not in said:
                return "certificate" if "certificate verify failed" in said else "tls-error", said[:200]
        if isinstance(found, ResponseFailed):
            waiting += [reason.value for reason in found.reasons if isinstance(reason, Failure)]
        if found is not None and found.__cause__ is not None:
            waiting.append(found.__cause__)
    return None
