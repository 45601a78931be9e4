"""Keeps secrets out of what is written: logs, problems, what a run says of itself, captures.

A site may put a password or a token into its own links, a keeper into the address of a proxy or into BLITAR_*. None of
them is needed to understand what went wrong.
"""

from __future__ import annotations

import logging
import os
import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from traceback import format_exception
from urllib.parse import unquote, urlsplit, urlunsplit

HIDDEN = "***"
# Never written into a request's record: what they hold opens something, and says nothing of the page.
HEADERS = (b"authorization", b"proxy-authorization", b"cookie", b"cookie2")

# Names whose value is a secret, however short: of parameters, settings, fields of JSON.
_NAME = (
    r"(?:[a-z0-9_.-]{0,40}[_.-])?(?:pass(?:word|wd|phrase|code)?|pwd|secret|[a-z]{0,12}token|api[_-]?key"
    r"|access[_-]?key(?:[_-]?id)?|private[_-]?key|auth(?:entication|_?code)?|credentials?|signature"
    r"|phpsessid|jsessionid|jwt|otp)"
)
# Names that are often something else (a search word, a page's own key): a secret is long and is no word.
_MAYBE = r"(?:key|sig|hash|code|sid|session(?:[_-]?id)?|nonce|x-amz-[a-z-]+)"
_LONG = r"(?=[^\s&;#\"'<>]*\d)[^\s&;#\"'<>]{16,}"

_PATTERNS = (
    # https://user:password@host/ ; the user's name goes, too: it is half of what opens the door.
    (re.compile(r"(\b[a-z][a-z0-9+.-]{0,30}://)[^\s/?#\"'<>]{1,300}@", re.I), rf"\1{HIDDEN}@"),
    (re.compile(r"(%3a%2f%2f)(?:(?!%2f|%3f|%23)[^\s&;\"'<>]){1,300}%40", re.I), rf"\1{HIDDEN}%40"),
    # ?token=... and the same once quoted within another address
    (re.compile(rf"((?:[?&;]|%3f|%26)(?:{_NAME})(?:=|%3d))[^\s&;#\"'<>%]+[^\s&;#\"'<>]*", re.I), rf"\1{HIDDEN}"),
    (re.compile(rf"((?:[?&;]|%3f|%26)(?:{_MAYBE})(?:=|%3d)){_LONG}", re.I), rf"\1{HIDDEN}"),
    # Headers: as text, as bytes in a dictionary, with the values of a list
    (
        re.compile(
            r"(\b(?:proxy-)?authorization\b['\"]?\s*[:=,]\s*[\[(]?\s*(?:b?['\"])?)(?:[a-z]{5,10}\s+)?[^\s'\",&\])]+",
            re.I,
        ),
        rf"\1{HIDDEN}",
    ),
    (re.compile(r"(\b(?:set-)?cookie2?\b['\"]?\s*[:=,]\s*[\[(]?\s*b?['\"]?)[^\r\n'\"\])]+", re.I), rf"\1{HIDDEN}"),
    # NAME=value, 'name': 'value' of settings and of the environment
    (
        re.compile(rf"(\b{_NAME}['\"]?\s*[:=]\s*b?)(?:'[^'\n]*'|\"[^\"\n]*\"|[^\s,;&'\"}})\]]+)", re.I),
        rf"\1{HIDDEN}",
    ),
)
_SIGN = re.compile(r"@|=|%3d|:|cookie|authorization", re.I)


def redacted(text: str, known: tuple[str, ...] = ()) -> str:
    """The text with *** for what may be a secret. `known`: secrets by their value, wherever they stand."""
    for secret in known:
        text = text.replace(secret, HIDDEN)
    if _SIGN.search(text) is None:
        return text
    for pattern, instead in _PATTERNS:
        text = pattern.sub(instead, text)
    return text


def without_credentials(url: str) -> str:
    """The address without a user's name and password; any other text as it is."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return url
    if "@" not in parts.netloc:
        return url
    return urlunsplit(parts._replace(netloc=parts.netloc.rpartition("@")[2]))


def has_credentials(address: str) -> bool:
    """Whether an address as a person types it carries a name and a password."""
    return re.match(r"(?:(?:[a-z][a-z0-9+.-]*:)?//)?[^/?#\s]*@", address.strip(), re.I) is not None


def why_not(address: str) -> str | None:
    """Why an address that a person typed is not taken, in one line without its secret; None where it carries none."""
    if not has_credentials(address):
        return None
    shown = re.sub(r"^((?:(?:[a-z][a-z0-9+.-]*:)?//)?)[^/?#\s]*@", rf"\1{HIDDEN}@", address.strip(), flags=re.I)
    return f"{redacted(shown)}: leave out what stands before the @; only what everybody may read is archived"


def known_secrets(environment: Mapping[str, str]) -> tuple[str, ...]:
    """The secrets of the environment, the longest first: passwords of proxies, BLITAR_* and others named like one.

    What is shorter than six characters is left: it would be found in innocent words.
    """
    return tuple(sorted({secret for secret in _secrets(environment) if len(secret) >= 6}, key=len, reverse=True))


def _secrets(environment: Mapping[str, str]) -> Iterator[str]:
    for name, value in environment.items():
        if re.search(r"_proxy$", name, re.I) and "@" in value:
            account = value.rpartition("@")[0].rpartition("//")[2]
            password = account.partition(":")[2]
            yield from (account, password, unquote(password))
        elif re.fullmatch(_NAME, name, re.I):
            yield value


@lru_cache(maxsize=1)
def _of_this_process() -> tuple[str, ...]:
    return known_secrets(os.environ)


def hidden(text: str) -> str:
    """`redacted` with the secrets of this process' environment, as they were when first asked for."""
    return redacted(text, _of_this_process())


class Discretion(logging.Filter):
    """A filter for handlers: what they write holds no secret, in no message and in no traceback. Lets all pass."""

    def filter(self, record: logging.LogRecord) -> bool:
        try:
            message = record.getMessage()
        except Exception:  # a wrong message must not end a crawl; logging itself reports it
            return True
        if (said := hidden(message)) != message:
            record.msg, record.args = said, ()
        if record.exc_info and record.exc_info[0] is not None:
            # Formatters take the text that is there instead of making it anew.
            record.exc_text = hidden("".join(format_exception(*record.exc_info)).rstrip("\n"))
        elif record.exc_text:
            record.exc_text = hidden(record.exc_text)
        if record.stack_info:
            record.stack_info = hidden(record.stack_info)
        return True


_DISCRETION = Discretion()


def hush() -> None:
    """Put the filter on all handlers of the root logger that there are; once on each."""
    for handler in (*logging.root.handlers, *filter(None, [logging.lastResort])):
        handler.addFilter(_DISCRETION)
