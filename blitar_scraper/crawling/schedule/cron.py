"""Lines for cron, which mails what a command prints: nothing where all is well."""

from __future__ import annotations

import shlex
from datetime import timedelta

from blitar_scraper.crawling.health import BUSY, INTERRUPTED
from blitar_scraper.crawling.schedule.plan import Plan, Unwritable
from blitar_scraper.crawling.schedule.quoting import cron_command, shell_words

# Debian's cron takes a thousand characters for the command, and leaves the line out where there are more.
_LONGEST = 990


def cron_file(plan: Plan, ahead_of_utc: timedelta) -> str:
    """The lines, with what they mean; so much is the machine's clock ahead of UTC.

    Raises Unwritable where one is too long for cron.
    """
    lines = [
        f"# Crawl {plan.what}.",
        f"# No flock is needed: a site that is still being crawled is left alone (exit status {BUSY}).",
        "# Nothing is printed, and so nothing mailed, where all went well: put MAILTO=you@example.org above.",
        _line(plan.rhythm.cron(ahead_of_utc), plan, shell_words(plan.crawl), plan.after),
    ]
    if plan.backup is not None:
        lines += [
            "# A copy of the archive, and a look at it, whatever became of the copy; of the three the worst counts."
        ]
        lines += [_line(plan.weekly_rhythm.cron(ahead_of_utc), plan, f"{{ {plan.weekly}; }}", None)]
    return "\n".join(lines) + "\n"


def _line(when: str, plan: Plan, command: str, after: str | None) -> str:
    shell = cron_command(_shell(plan, command, after))
    if len(shell) > _LONGEST:
        raise Unwritable(f"a line of {len(shell)} characters is too long for cron: --all instead of names, or systemd")
    return f"{when} {shell}"


def _shell(plan: Plan, command: str, after: str | None) -> str:
    """One line for sh: what was printed is shown, or handed to who is told, only where something is wrong."""
    good = f"0) sh -c {shlex.quote(after)} ;;" if after else "0) ;;"
    tell = f" | sh -c {shlex.quote(plan.notify)}" if plan.notify else ""
    return (
        f"cd {shlex.quote(str(plan.folder))} && out=$({command} 2>&1); s=$?; case $s in {good} "
        f"{BUSY}|{INTERRUPTED}) ;; *) printf '%s\\n' \"$out\"{tell} ;; esac"
    )
