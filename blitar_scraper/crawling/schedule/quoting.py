"""The same words in three tongues: systemd's command lines, systemd's plain values, and cron's lines for a shell."""

from __future__ import annotations

import re
import shlex
from collections.abc import Sequence

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
