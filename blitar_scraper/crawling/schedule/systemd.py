"""Units of systemd: a service and its timer, one that tells of failures, and a weekly pair for the archive itself."""

from __future__ import annotations

import shlex
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from blitar_scraper.crawling.health import BUSY, INTERRUPTED
from blitar_scraper.crawling.schedule.plan import Plan
from blitar_scraper.crawling.schedule.quoting import command, path_word, shell_command, value

_SYSTEM_FOLDER = Path("/etc/systemd/system")
USER_FOLDER = Path("~/.config/systemd/user")
# The answer that is being waited for takes up to a minute; then files are closed and the words get their stems.
_ORDERLY_END = "3min"
# Where somebody else is on the machine, too: a page of a web server must not wait for a crawl.
_MANNERS = "Nice=10\nIOSchedulingClass=best-effort\nIOSchedulingPriority=7\n"
# Lines of the journal that go to whoever is told.
_LINES_TOLD = 30


def unit_files(plan: Plan) -> dict[str, str]:
    """The text of each unit, by the name of its file."""
    files = {f"{plan.name}.service": _service(plan), f"{plan.name}.timer": _timer(plan)}
    if plan.backup is not None:
        files |= {
            f"{plan.name}-weekly.service": _weekly_service(plan),
            f"{plan.name}-weekly.timer": _weekly_timer(plan),
        }
    if plan.notify is not None:
        files[failed_unit(plan)] = _failed(plan, plan.notify)
    return files


def failed_unit(plan: Plan, of: str = "") -> str:
    """The unit that tells of a failure, or its instance for the unit `of`. Each crawl has its own: its own command."""
    return f"{plan.name}-failed@{of}.service"


def folder_of(plan: Plan) -> Path:
    """Where systemd looks for such units."""
    return USER_FOLDER if plan.user is None else _SYSTEM_FOLDER


def install_commands(
    plan: Plan, files: Iterable[str], source: Path | None, *, sudo: str = "sudo ", new_user: bool = False
) -> Iterator[str]:
    """The commands that install the units and start them, for a shell.

    `source`: the folder that they are in (None: not written yet). `new_user`: the one that runs them is not there yet.
    `sudo`: what makes a command root's.
    """
    names = list(files)
    timers = " ".join(name for name in names if name.endswith(".timer"))
    personal = plan.user is None
    root, systemctl = ("", "systemctl --user") if personal else (sudo, f"{sudo}systemctl")
    if new_user:
        yield f"{root}useradd --system --home-dir {shlex.quote(str(plan.folder))} --shell /usr/sbin/nologin {plan.user}"
        yield f"{root}chown -R {plan.user}: {' '.join(shlex.quote(str(path)) for path in _written(plan))}"
    folder = folder_of(plan)
    if source is not None and source.resolve() != folder.expanduser().resolve():
        if personal:
            yield f"mkdir -p {folder}"
        yield f"{root}cp {' '.join(shlex.quote(str(source / name)) for name in names)} {folder}/"
    yield f"{systemctl} daemon-reload"
    yield f"{systemctl} enable --now {timers}"
    if personal:
        yield "loginctl enable-linger    # else your timers end when you log out"
    yield f"{systemctl} start --no-block {plan.name}.service    # the first crawl now, if you like"
    if plan.notify is not None:
        yield f"{systemctl} start {failed_unit(plan, 'test')}    # are you told?"
    yield f"systemctl {'--user ' if personal else ''}list-timers '{plan.name}*'"


def _written(plan: Plan) -> tuple[Path, ...]:
    return (*plan.writable, *filter(None, [plan.backup]))


def _service(plan: Plan) -> str:
    on_failure = f"OnFailure={failed_unit(plan, '%n')}\n" if plan.notify else ""
    after = ""
    if plan.after:
        stop = shell_command('test "$EXIT_STATUS" != 0 || exec /bin/sh -c "$0"', plan.after)
        after = f"# After a good run; not after one that found the sites held.\nExecStopPost={stop}\n"
    return f"""[Unit]
Description=Crawl {value(plan.what)} (blitar)
{_network(plan)}{on_failure}
[Service]
Type=oneshot
{_place(plan)}ExecStart={command(plan.crawl)}
{after}{_exit_statuses()}# A first crawl takes hours or days; systemd never starts it twice, and each site has a lock.
TimeoutStartSec=infinity
# Stopped in order: SIGTERM to blitar alone, which ends its processes; what is left then is killed (nothing is lost).
KillMode=mixed
TimeoutStopSec={_ORDERLY_END}
{_limits(plan)}{_hardening(plan, plan.writable)}"""


def _timer(plan: Plan) -> str:
    calendar, delay = plan.rhythm.calendar()
    return f"""[Unit]
Description=When to crawl {value(plan.what)}

[Timer]
OnCalendar={calendar}
# So much later at most, always the same on this machine: not everybody asks a town hall at the same minute.
RandomizedDelaySec={delay}min
FixedRandomDelay=true
# Made up for where the machine was off.
Persistent=true

[Install]
WantedBy=timers.target
"""


def _weekly_service(plan: Plan) -> str:
    on_failure = f"OnFailure={failed_unit(plan, '%n')}\n" if plan.notify else ""
    return f"""[Unit]
Description=Copy and check {value(plan.archive.name)} (blitar)
{on_failure}
[Service]
Type=oneshot
{_place(plan)}# Each of the three, whatever became of those before; the worst counts.
ExecStart={command(("/bin/sh", "-c", plan.weekly))}
{_exit_statuses()}TimeoutStartSec=infinity
{_limits(plan)}{_hardening(plan, _written(plan))}"""


def _weekly_timer(plan: Plan) -> str:
    calendar, delay = plan.weekly_rhythm.calendar()
    return f"""[Unit]
Description=When to copy and check {value(plan.archive.name)}

[Timer]
OnCalendar={calendar}
RandomizedDelaySec={delay}min
FixedRandomDelay=true
Persistent=true

[Install]
WantedBy=timers.target
"""


def _failed(plan: Plan, notify: str) -> str:
    scope = "" if plan.user is not None else "--user "
    told = f'systemctl {scope}status --no-pager --full --lines={_LINES_TOLD} "$UNIT" | /bin/sh -c "$0"'
    user = ""
    if plan.user is not None:
        user = f"User={value(plan.user)}\n# May read the journal.\nSupplementaryGroups=systemd-journal\n"
    return f"""[Unit]
Description=Tell that %i failed

[Service]
Type=oneshot
{user}WorkingDirectory={value(str(plan.folder))}
# The command's standard input is what systemctl status says, the last lines of the run among it; $UNIT is its name.
Environment=UNIT=%i
ExecStart={shell_command(told, notify)}
"""


def _network(plan: Plan) -> str:
    if plan.user is None:
        return (
            "# A person's own systemd cannot wait for the network; a run without it fails, and the next one goes on.\n"
        )
    return "Wants=network-online.target\nAfter=network-online.target time-sync.target\n"


def _place(plan: Plan) -> str:
    user = f"User={value(plan.user)}\n" if plan.user is not None else ""
    return f"{user}# blitar.toml is read there.\nWorkingDirectory={value(str(plan.folder))}\n"


def _exit_statuses() -> str:
    return f"""# {BUSY}: somebody else is crawling the sites now; {INTERRUPTED}: it was stopped. Neither is a fault.
# 1 (crashed), 3 (crawled, but something is wrong) and 4 (unreachable or refused) are: see systemctl --failed.
SuccessExitStatus={BUSY} {INTERRUPTED} SIGTERM
"""


def _limits(plan: Plan) -> str:
    return f"""{_MANNERS}# Too much memory ends one site's crawl, not all, and never the machine.
MemoryMax=75%
OOMPolicy=continue
UMask=0022
NoNewPrivileges=yes
"""


def _hardening(plan: Plan, writable: Sequence[Path]) -> str:
    """What root's systemd can keep from a program; a person's own cannot (it may not make a file system of its own)."""
    if plan.user is None:
        return ""
    # A private /tmp hides what somebody keeps there; without one it must be writable for the program's own sockets.
    shared = any(str(path).startswith(("/tmp/", "/var/tmp/")) for path in (plan.folder, plan.archive, *writable))
    paths = dict.fromkeys([*writable, *((Path("/tmp"), Path("/var/tmp")) if shared else ())])
    return f"""ProtectSystem=strict
ReadWritePaths={" ".join(path_word(str(path)) for path in paths)}
PrivateTmp={"no" if shared else "yes"}
PrivateDevices=yes
ProtectKernelTunables=yes
ProtectKernelModules=yes
ProtectControlGroups=yes
RestrictAddressFamilies=AF_UNIX AF_INET AF_INET6 AF_NETLINK
RestrictSUIDSGID=yes
RestrictRealtime=yes
LockPersonality=yes
"""
