"""A real browser, and what is noted while it looks at a page: errors, requests to other hosts, dialogues."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, ConsoleMessage, Page, Request, sync_playwright

# Without the last three, Chromium itself asks its maker's hosts at every start.
_QUIET = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--no-first-run",
]
PHONE = {"width": 360, "height": 740}
DESKTOP = {"width": 1280, "height": 900}


def chromium() -> str | None:
    """Debian's browser, where it is installed."""
    return shutil.which("chromium")


@contextmanager
def started() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=_QUIET)
        yield browser
        browser.close()


@dataclass
class Looked:
    """A page and what went wrong while it was looked at."""

    page: Page
    host: str
    wrong: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.page.on("console", self._console)
        self.page.on("pageerror", lambda error: self.wrong.append(f"script error: {error}"))
        self.page.on("request", self._request)
        self.page.on("dialog", self._dialog)

    def _console(self, message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            self.wrong.append(f"console: {message.text}")

    def _request(self, request: Request) -> None:
        where = urlsplit(request.url)
        if where.scheme in ("http", "https", "ws", "wss") and where.netloc != self.host:
            self.wrong.append(f"request to another host: {request.url}")

    def _dialog(self, dialog: Any) -> None:
        self.wrong.append(f"dialogue: {dialog.message}")
        dialog.dismiss()

    def faults(self, *, least: tuple[str, ...] = ("serious", "critical")) -> list[str]:
        """What axe-core finds that keeps people out, each with the first places."""
        found = Axe().run(self.page, options={"resultTypes": ["violations"]}).response["violations"]
        return [
            f"{fault['id']}: {fault['help']}: {[node['html'][:150] for node in fault['nodes'][:3]]}"
            for fault in found
            if fault["impact"] in least
        ]

    def sideways(self) -> int:
        """By how many pixels the page is wider than the window."""
        return int(self.page.evaluate("document.documentElement.scrollWidth - window.innerWidth"))


@contextmanager
def looking(browser: Browser, base: str, *, size: dict[str, int], dark: bool = False) -> Iterator[Looked]:
    """A window of that size onto the server at `base`; at its end nothing may have gone wrong."""
    context = browser.new_context(viewport=size, color_scheme="dark" if dark else "light", base_url=base)
    looked = Looked(context.new_page(), urlsplit(base).netloc)
    yield looked
    context.close()
    assert looked.wrong == []
