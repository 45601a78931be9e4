"""Which answers and errors mean that the server is in trouble, and which of them may pass within a minute. Pure."""

from __future__ import annotations

from blitar_scraper.spiders.failures import problem_of_error

# What the server refuses for good with these: a method, a version of HTTP, a login to the network.
_FINAL = (501, 505, 511)
# Not now, and perhaps in a minute: a request that took too long, one that came too early, one too many.
_LATER = (408, 425, 429)
_MAY_PASS = ("connection-refused", "connection-lost", "response-cut", "not-http", "timeout")
# Trouble that a minute does not change: a certificate, a name that is not known.
_STAYS = ("certificate", "tls-error", "host-unknown", "no-answer")


def of_status(status: int) -> str | None:
    """The problem's name where the answer's status means trouble that may pass (Cloudflare's 520 to 527 too)."""
    return f"http-{status}" if status in _LATER or (status >= 500 and status not in _FINAL) else None


def of_error(error: BaseException) -> str | None:
    """The problem's name where the error means that no usable answer came; None for one of our own limits."""
    name = problem_of_error(error)[0]
    return name if name in (*_MAY_PASS, *_STAYS) else None


def may_pass(problem: str | None) -> bool:
    """Whether what has that name is worth another try in this run."""
    return problem is not None and problem not in _STAYS
