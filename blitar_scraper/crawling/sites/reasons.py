"""Why a site let nobody in, in words: one table for a crawl, a probe and `blitar add`."""

from __future__ import annotations

import re

# What a site answers that does not let us in; whatever else goes wrong is a matter of reaching it.
_REFUSALS = frozenset({"challenge", "login", "robots-disallowed", "http-401", "http-403", "http-429", "http-451"})
# With which of these the reason begins where a site let nobody in (exit status 4).
NOBODY_IN = ("blocked", "unreachable", "moved-site")
_WORDS = {
    "host-unknown": "its host name is not known (or there is no network)",
    "connection-refused": "nobody answers: connection refused",
    "connection-lost": "the connection broke off",
    "no-answer": "nobody answers",
    "not-http": "what it sends is no answer of a web server",
    "response-cut": "the answer broke off",
    "timeout": "nobody answers in time",
    "too-large": "the page is larger than 16 MB",
    "redirect-loop": "it redirects without end",
    "robots-disallowed": "robots.txt forbids it",
    "robots-unavailable": "the server fails, so robots.txt could not be asked",
    "certificate": "its certificate cannot be trusted",
    "tls-error": "its encryption (TLS) does not work with today's software",
    "challenge": "it shows a firewall's check of the browser instead of its pages",
    "login": "it asks for a password",
    "maintenance": "the site is under maintenance",
    "suspended": "its hosting is suspended",
    "parked": "there is a server, but no site on it",
    "off-site": "it leads to another site",
    "start-address-missing": "there is no such page any more",
    "http-404": "there is no such page (HTTP 404)",
    "http-401": "it asks for a password (HTTP 401)",
    "http-403": "it refuses us (HTTP 403)",
    "http-429": "it says that it is asked too often (HTTP 429)",
    "http-451": "it refuses us for legal reasons (HTTP 451)",
}
_STATUS = re.compile(r"http-(\d+)")
_STATUS_IN_WORDS = re.compile(r"HTTP (\d+)")


def is_refusal(problem: str, detail: str | None = None) -> bool:
    """Whether the site does not want us, rather than not being there. `detail`: as it stands in `problems`."""
    too_many = problem == "robots-unavailable" and "HTTP 429" in (detail or "")
    return too_many or problem in _REFUSALS


def in_words(problem: str, detail: str | None = None) -> str:
    """One line for a person, beginning with a small letter; of a name that has no words, the name."""
    if problem == "robots-unavailable" and (status := _STATUS_IN_WORDS.search(detail or "")):
        return robots_failed(int(status[1]))
    if (words := _WORDS.get(problem)) is not None:
        return words
    if (status := _STATUS.fullmatch(problem)) is None:
        return problem
    return f"the server {'fails' if int(status[1]) >= 500 else 'answers with an error'} (HTTP {status[1]})"


def robots_failed(status: int) -> str:
    """What to say where the server gives an error (HTTP status) instead of robots.txt."""
    fault = "it says that it is asked too often" if status == 429 else "the server fails"
    return f"{fault} (HTTP {status}), so robots.txt could not be asked"
