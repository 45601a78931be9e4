"""Each of many sites in a process of its own: what happens to one happens to no other, and none is forgotten."""

from __future__ import annotations

import fcntl
import json
import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from multiprocessing import Pipe
from pathlib import Path
from typing import Any

import pytest

from blitar_scraper.archive import Archive, ArchiveError
from blitar_scraper.crawling.health import CRASHED, INTERRUPTED
from blitar_scraper.crawling.many.supervisor import _Child, _Supervisor, crawl_all, how_it_ended
from blitar_scraper.crawling.runner import Job, Options, Result, stopped
from blitar_scraper.demo import Server, serve
from blitar_scraper.items import Site
from tests.forked import Forked
from tests.served import Request, Response, ServedSite
from tests.served.systems import SYSTEMS

# The longest of these takes 6 s on two cores.
TIMEOUT = 120

Served = Callable[[], str]


@dataclass
class Gate:
    """A site whose listing is not answered before it is opened."""

    site: ServedSite = field(default_factory=lambda: SYSTEMS["laravel"](8))
    asked: threading.Event = field(default_factory=threading.Event)
    opened: threading.Event = field(default_factory=threading.Event)
    after: int = 0  # requests since it was opened

    def respond(self, request: Request) -> Response:
        if request.target != "/robots.txt":
            self.after += self.opened.is_set()
            self.asked.set()
            self.opened.wait(TIMEOUT)
        return self.site.respond(request)


@pytest.fixture
def url() -> Iterator[Served]:
    """Starts small sites; the address of each."""
    with ExitStack() as running:
        yield lambda: running.enter_context(serve(SYSTEMS["laravel"](8))).url  # type: ignore[arg-type]


@pytest.fixture
def gates() -> Iterator[list[Server]]:
    servers = [serve(Gate()) for _ in range(2)]  # type: ignore[arg-type]
    yield servers
    for running in servers:
        running.site.opened.set()  # type: ignore[attr-defined]
        running.close()


def start(archive: Path, sites: list[dict[str, Any]], **order: Any) -> Forked:
    return Forked("tests.crawling.many", [json.dumps({"archive": str(archive), "sites": sites, **order})])


def finish(process: Forked) -> tuple[list[dict[str, Any]], str]:
    """The results, and what was said meanwhile."""
    out, err = process.communicate(TIMEOUT)
    assert process.returncode == 0, err
    return json.loads(out.splitlines()[-1]), err


def rows(archive: Path, sql: str, *values: Any) -> list[dict[str, Any]]:
    with Archive(archive, readonly=True) as opened:
        return [dict(row) for row in opened.db.query(sql, list(values))]


def wait_for_the_end(archive: Path, site: str) -> None:
    """Wait until the process that crawls the site lets go of it."""
    with (archive.parent / f".{archive.name}.locks" / f"{site}.lock").open() as lock:
        fcntl.flock(lock, fcntl.LOCK_SH)


def test_a_process_that_dies_is_counted_with_its_name_and_harms_no_other_site(
    tmp_path: Path, url: Callable[[], str]
) -> None:
    archive = tmp_path / "archive.db"
    fates: dict[str, dict[str, Any]] = {
        "well": {},
        "killed-within": {"within": ("killed", 16)},
        "killed-before": {"before": "killed"},
        "faulty": {"within": ("segmentation_fault", 12)},
        "left": {"before": "left"},
        "broken": {"before": "no_module"},
        "ctrl-c": {"before": "ctrl_c_of_the_terminal"},
        "well-too": {},
    }
    sites = [{"id": name, "url": url(), **fate} for name, fate in fates.items()]
    results, said = finish(start(archive, sites))
    assert [result["site"] for result in results] == list(fates)
    by_site = {result["site"]: result for result in results}
    for name in ("well", "well-too", "ctrl-c"):
        assert by_site[name]["status"] == "finished", by_site[name]
    reasons = {
        "killed-within": "its process was killed by signal 9 (SIGKILL",
        "killed-before": "its process was killed by signal 9 (SIGKILL",
        "faulty": "its process was killed by signal 11 (SIGSEGV)",
        "left": "its process ended by itself, with exit status 7, without a result",
        "broken": "ImportError: no module named lxml",
    }
    for name, reason in reasons.items():
        assert (by_site[name]["status"], by_site[name]["exit_status"]) == ("crashed", CRASHED)
        assert by_site[name]["reason"].startswith(reason)
        assert f"/8 {name}: crashed: {reason}" in said, "the name of a site that crashed is always said"
    assert "ERROR [broken] " in said, "a line of the log says whose it is"

    assert not rows(archive, "SELECT * FROM runs WHERE status = 'running'"), "no run is left open"
    for name in ("killed-within", "faulty"):
        (run,) = rows(archive, "SELECT * FROM runs WHERE site = ?", name)
        assert (run["status"], run["exit_status"]) == ("crashed", CRASHED)
        assert run["finished_at"] and run["requests"] and by_site[name]["run"]["id"] == run["id"]
        (problem,) = rows(archive, "SELECT * FROM problems WHERE site = ? AND problem = 'run-killed'", name)
        assert reasons[name] in problem["detail"] and problem["run_id"] == run["id"]


def test_a_process_that_gives_no_sign_of_life_is_killed_and_counted(tmp_path: Path, url: Served) -> None:
    archive = tmp_path / "archive.db"
    hanging = {"id": "hangs", "url": url(), "within": ("hangs", 12)}
    (result,), _ = finish(start(archive, [hanging], longest_silence=3.0))
    assert (result["status"], result["exit_status"]) == ("crashed", CRASHED)
    assert result["reason"] == "its process gave no sign of life for 0.05 min and was killed"
    assert [run["status"] for run in rows(archive, "SELECT status FROM runs")] == ["crashed"]


def test_sites_are_crawled_though_the_process_that_forks_them_is_killed(tmp_path: Path, url: Served) -> None:
    archive = tmp_path / "archive.db"
    sites = [{"id": name, "url": url()} for name in ("first", "second", "third")]
    sites[0]["before"] = "fork_server_killed"
    results, said = finish(start(archive, sites, at_once=1))
    assert [result["status"] for result in results] == ["finished"] * 3, said


def test_a_first_signal_ends_all_sites_in_order_and_begins_no_other(tmp_path: Path, gates: list[Server]) -> None:
    archive = tmp_path / "archive.db"
    sites = [{"id": f"gate-{place}", "url": gate.url} for place, gate in enumerate(gates)]
    process = start(archive, [*sites, {"id": "later", "url": gates[0].url}])
    for gate in gates:
        assert gate.site.asked.wait(TIMEOUT)  # type: ignore[attr-defined]
    process.send_signal(signal.SIGTERM)
    while "stopping: 2 sites" not in process.err.read_text():
        assert process.poll() is None
    for gate in gates:
        gate.site.opened.set()  # type: ignore[attr-defined]
    results, _ = finish(process)
    assert [result["exit_status"] for result in results] == [INTERRUPTED] * 3
    runs = rows(archive, "SELECT site, status, listed FROM runs ORDER BY site")
    assert [(run["site"], run["status"]) for run in runs] == [("gate-0", "interrupted"), ("gate-1", "interrupted")]


def test_a_second_signal_kills_what_does_not_end(tmp_path: Path, gates: list[Server]) -> None:
    archive = tmp_path / "archive.db"
    sites = [{"id": f"gate-{place}", "url": gate.url} for place, gate in enumerate(gates)]
    process = start(archive, sites)
    for gate in gates:
        assert gate.site.asked.wait(TIMEOUT)  # type: ignore[attr-defined]
    process.send_signal(signal.SIGINT)
    while "stopping: 2 sites" not in process.err.read_text():
        assert process.poll() is None
    process.send_signal(signal.SIGINT)
    results, _ = finish(process)
    assert [(result["exit_status"], result["run"]["status"]) for result in results] == [
        (INTERRUPTED, "interrupted")
    ] * 2
    assert not rows(archive, "SELECT * FROM problems WHERE problem = 'run-killed'"), "a person's wish is no fault"


def test_no_crawl_goes_on_when_its_supervisor_is_killed(tmp_path: Path, gates: list[Server]) -> None:
    archive = tmp_path / "archive.db"
    process = start(archive, [{"id": f"gate-{place}", "url": gate.url} for place, gate in enumerate(gates)])
    for gate in gates:
        assert gate.site.asked.wait(TIMEOUT)  # type: ignore[attr-defined]
    process.send_signal(signal.SIGKILL)
    process.communicate(TIMEOUT)
    for place, gate in enumerate(gates):
        gate.site.opened.set()  # type: ignore[attr-defined]
        wait_for_the_end(archive, f"gate-{place}")
        assert gate.site.after <= 1, "it was told by the closed pipe"  # type: ignore[attr-defined]
    assert [run["status"] for run in rows(archive, "SELECT status FROM runs")] == ["interrupted"] * 2


def test_two_at_once_crawl_each_site_once_and_say_what_the_other_has(tmp_path: Path, gates: list[Server]) -> None:
    archive = tmp_path / "archive.db"
    gates[1].site.opened.set()  # type: ignore[attr-defined]
    sites = [{"id": f"gate-{place}", "url": gate.url} for place, gate in enumerate(gates)]
    first = start(archive, sites[:1])
    assert gates[0].site.asked.wait(TIMEOUT)  # type: ignore[attr-defined]
    results, _ = finish(start(archive, sites))
    assert [(result["status"], result["exit_status"]) for result in results] == [("busy", 5), ("finished", 0)]
    gates[0].site.opened.set()  # type: ignore[attr-defined]
    results, _ = finish(first)
    assert [result["status"] for result in results] == ["finished"]


def test_two_sites_of_one_host_are_crawled_one_after_the_other(tmp_path: Path, gates: list[Server]) -> None:
    same, other = gates
    sites = [("same-1", same), ("same-2", same), ("other", other)]
    process = start(tmp_path / "archive.db", [{"id": name, "url": server.url} for name, server in sites], at_once=3)
    for gate in gates:
        assert gate.site.asked.wait(TIMEOUT)  # type: ignore[attr-defined]
    begun = sorted(path.stem for path in tmp_path.glob("*.pid"))
    for gate in gates:
        gate.site.opened.set()  # type: ignore[attr-defined]
    results, _ = finish(process)
    assert begun == ["other", "same-1"]
    assert [result["site"] for result in results] == [name for name, _ in sites]
    assert {result["status"] for result in results} == {"finished"}


class _Ended:
    """A process that has ended, as a supervisor sees it."""

    exitcode = 0

    def join(self, seconds: float) -> None: ...

    def close(self) -> None: ...


class _Silent:
    def ended(self, result: Result) -> None: ...


def test_the_next_site_of_a_host_begins_a_pause_after_the_last_one_was_gone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = [100.0]
    monkeypatch.setattr("blitar_scraper.crawling.many.supervisor.time.monotonic", lambda: now[0])
    options = Options(tmp_path / "archive.db", delay=8.0)
    addresses = {
        "a": "http://x.go.id/a",
        "b": "https://www.x.go.id/b",
        "c": "http://x.go.id/c",
        "other": "http://y.go.id",
    }
    jobs = [Job(Site(name, name, url), options) for name, url in addresses.items()]
    supervisor = _Supervisor(jobs, _Silent(), 3, False, 300.0)  # type: ignore[arg-type]

    def begin() -> str | None:
        following = supervisor._next()
        if following is None:
            return None
        place, job = following
        mine, its = Pipe()
        its.close()
        supervisor.running[mine] = _Child(place, job, _Ended(), mine, now[0], now[0], stopped(job.site))  # type: ignore[arg-type]
        return job.site.id

    assert [begin(), begin(), begin()] == ["a", "other", None]
    for child in list(supervisor.running.values()):
        supervisor._bury(child)
    assert begin() is None
    now[0] += 9.9  # of 8 s at the least, with the jitter 10 s are usual
    assert begin() is None
    now[0] += 0.2
    assert [begin(), begin()] == ["b", None]
    for child in list(supervisor.running.values()):
        supervisor._bury(child)


def test_an_archive_that_cannot_be_opened_is_said_before_any_process_starts(tmp_path: Path) -> None:
    (tmp_path / "archive.db").write_text("no database")
    job = Job(Site("x", "X", "http://127.0.0.1:9/"), Options(tmp_path / "archive.db"))
    with pytest.raises(ArchiveError, match="not a SQLite database"):
        crawl_all([job], overview=None, at_once=1)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("exit_status", "how"),
    [
        (-9, "its process was killed by signal 9 (SIGKILL; the system does so where memory runs out)"),
        (-11, "its process was killed by signal 11 (SIGSEGV)"),
        (-99, "its process was killed by signal 99 (unknown)"),
        (1, "its process ended by itself, with exit status 1, without a result"),
        (255, "its process ended without a word"),
        (None, "its process ended without a word"),
    ],
)
def test_how_a_process_ended_is_said_in_a_persons_words(exit_status: int | None, how: str) -> None:
    assert how_it_ended(exit_status) == how
