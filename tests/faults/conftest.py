"""Healthy archives, made once for each process of the test runner, and a copy of one for each fault."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from tests.faults.certificates import Certificates
from tests.faults.looks import NO_AUTHORS
from tests.faults.server import FaultServer
from tests.faults.stage import Stage


class Theatre:
    """Servers and healthy archives by kind of site: plain, no-authors, feed, rest, tls, tls-verified."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.certificates = Certificates(folder)
        self._healthy: dict[str, Stage] = {}

    def healthy(self, kind: str) -> Stage:
        if kind not in self._healthy:
            self._healthy[kind] = self._lived(kind)
        return self._healthy[kind]

    def _lived(self, kind: str) -> Stage:
        server = FaultServer(self.certificates.context("good") if kind.startswith("tls") else None)
        prepare_site(server, kind)
        folder = self.folder / kind
        folder.mkdir()
        stage = Stage(server, folder / "archive.db", environment={"SSL_CERT_FILE": str(self.certificates.authority)})
        if kind == "tls-verified":
            stage.settings["verify_certificates"] = True
        if kind == "feed":
            stage.settings["feeds"] = [f"{server.url}/feed"]
            stage.start_paths = ["/", "/berita"]
        if kind == "rest":
            stage.settings["rest"] = f"{server.url}/wp-json/wp/v2/posts"
        for day in stage.live_a_week():
            assert (day["exit_status"], day["reason"]) == (0, None), (kind, day)
        return stage

    def close(self) -> None:
        for stage in self._healthy.values():
            stage.server.close()


def prepare_site(server: FaultServer, kind: str) -> None:
    """The site as it is on a good day."""
    server.reset()
    server.site.feed, server.site.rest = kind == "feed", kind == "rest"
    if kind == "no-authors":
        server.site.look = NO_AUTHORS


@pytest.fixture(scope="session")
def theatre(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Theatre]:
    made = Theatre(tmp_path_factory.mktemp("healthy"))
    yield made
    made.close()


@pytest.fixture
def staged(theatre: Theatre, tmp_path: Path) -> Iterator[Callable[[str], Stage]]:
    """Gives the stage of a kind, with a copy of its healthy archive; afterwards its server is healthy again."""
    used: list[FaultServer] = []

    def stage(kind: str) -> Stage:
        healthy = theatre.healthy(kind)
        used.append(healthy.server)
        prepare_site(healthy.server, kind)
        copy = replace(healthy, archive=tmp_path / "archive" / "archive.db", settings=dict(healthy.settings))
        copy.environment = dict(healthy.environment)
        copy.copied_from(healthy.archive)
        return copy

    yield stage
    for server in used:
        server.reset()
