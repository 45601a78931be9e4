"""The same words in three tongues: systemd's command lines, systemd's plain values, and cron's lines for a shell."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterable, Sequence

from blitar_scraper.crawling.health import BUSY, CRASHED, INTERRUPTED, UNHEALTHY, UNREACHABLE, USAGE

# Of several commands that end so; nobody is told of the last two, which hide nothing that somebody should be told of.
_WORST_FIRST = (CRASHED, USAGE, UNREACHABLE, UNHEALTHY, BUSY, INTERRUPTED)
_PLAIN_WORD = re.compile(r"[A-Za-z0-9_./:=@+,-]+")
# systemd refuses other characters in the name of a program to run.
_PLAIN_PROGRAM = re.compile(r"[A-Za-z0-9_./@+,-]+")
# What hands its arguments on to a program of any name. `$$` is systemd's `$`.
_RUN = '/bin/sh -c "exec \\"$$0\\" \\"$$@\\""'


def value(text: str) -> str:
    """A plain value of a unit file (Description=, WorkingDirectory=), where only `%` has a meaning."""
    return text.replace("%", "%%")


def path_word(text: str) -> str:
    """A word of a list of paths (ReadWritePaths=): quotes and backslashes have a meaning, `$` has none."""
    return text if _PLAIN_WORD.fullmatch(text) else '"{}"'.format(value(text.replace("\\", "\\\\").replace('"', '\\"')))


def word(text: str) -> str:
    """A word of a command of a unit file (ExecStart=), where `$` begins a variable, too."""
    return path_word(text).replace("$", "$$")


def command(words: Sequence[str]) -> str:
    """A command of a unit file."""
    begin = words[0] if _PLAIN_PROGRAM.fullmatch(words[0]) else f"{_RUN} {word(words[0])}"
    return " ".join((begin, *map(word, words[1:])))


def shell_command(text: str, argument: str) -> str:
    """A command of a unit file that has a shell run the text, in which the argument is `$0`."""
    return f"/bin/sh -c {word(text)} {word(argument)}"


def cron_command(text: str) -> str:
    """A command for a shell in a line of cron, which ends it at `%` where no backslash stands before."""
    return text.replace("%", "\\%")


def shell_words(words: Sequence[str]) -> str:
    """A command for a shell."""
    return shlex.join(words)


def each_of(begin: Sequence[str], commands: Iterable[Sequence[str]], end: Sequence[str]) -> str:
    """A text for a shell that runs each command between the same words, whatever became of those before.

    It exits with the worst status; one that is none of ours (killed by a signal, no such program) is a crash.
    """
    runs = " ".join(f"run {shell_words(words)};" for words in commands)
    ranks = " ".join(map(str, _WORST_FIRST))
    return (
        f's=; run() {{ {shell_words(begin)} "$@" {shell_words(end)}; s="$s $? "; }}; {runs} '
        f'for e in $s; do case " 0 {ranks} " in *" $e "*) ;; *) exit {CRASHED} ;; esac; done; '
        f'for e in {ranks}; do case $s in *" $e "*) exit $e ;; esac; done'
    )
