"""Security headers of every answer, and how long it may be kept."""

from __future__ import annotations

from typing import Any

# Nothing but our own style sheet and pictures: a script that got into a page would not run.
_STRICT = (
    "default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self'; base-uri 'none'; "
    "frame-ancestors 'none'"
)
# Datasette's own pages have script and style within them, and ask themselves for suggestions. No other host either.
_DATASETTE = (
    "default-src 'none'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
    "connect-src 'self'; font-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
OURS = "x-blitar-page"  # set by a view of ours, taken away here


def with_headers(app: Any) -> Any:
    """The ASGI application, with our headers on each of its answers."""

    async def wrapped(scope: Any, receive: Any, send: Any) -> None:
        if scope["type"] != "http":
            await app(scope, receive, send)
            return

        async def sending(message: Any) -> None:
            if message["type"] == "http.response.start":
                headers = _headers(message.get("headers", []))
                if message["status"] == 200 and _is_of_one_content(scope):
                    headers = [(name, value) for name, value in headers if name.lower() != b"cache-control"]
                    headers.append((b"cache-control", b"public, max-age=31536000, immutable"))
                message = {**message, "headers": headers}
            await send(message)

        await app(scope, receive, sending)

    return wrapped


def _is_of_one_content(scope: Any) -> bool:
    """Whether the address names the content of one of our static files (`?v=...`): it will never have another."""
    return "/-/static-plugins/blitar_scraper/" in scope["path"] and scope["query_string"].startswith(b"v=")


def _headers(given: Any) -> list[tuple[bytes, bytes]]:
    kept = [(bytes(name), bytes(value)) for name, value in given]
    ours = any(name.lower() == OURS.encode() for name, _ in kept)
    names = {name.lower() for name, _ in kept}
    added = {
        "content-security-policy": _STRICT if ours else _DATASETTE,
        "x-content-type-options": "nosniff",
        "referrer-policy": "same-origin",
        "x-frame-options": "DENY",
        "cross-origin-opener-policy": "same-origin",
        "permissions-policy": "camera=(), geolocation=(), microphone=()",
    }
    return [
        *((name, value) for name, value in kept if name.lower() != OURS.encode()),
        *((name.encode(), value.encode()) for name, value in added.items() if name.encode() not in names),
    ]
