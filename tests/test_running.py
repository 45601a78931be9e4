"""What docs/running.md tells people to type is what the program understands."""

import re
import shlex
from pathlib import Path

import click
import pytest

from blitar_scraper.cli.command import blitar

TEXT = (Path(__file__).parents[1] / "docs" / "running.md").read_text("utf-8")
# In blocks and in the text; lines that go on are one. The program's name stands alone, or behind sudo.
COMMANDS = [
    match[1].strip()
    for match in re.finditer(
        r"(?:^|`|(?<=blitar )|sudo )(blitar [a-z][^`\n#;]*)", TEXT.replace("\\\n", " "), re.MULTILINE
    )
]


def known(name: str) -> click.Command:
    command = blitar.get_command(click.Context(blitar), name)
    assert command is not None
    return command


@pytest.mark.parametrize("line", sorted(set(COMMANDS)))
def test_every_command_is_one_with_such_options(line):
    _, name, *words = shlex.split(line)
    command = known(name)
    options = {text for parameter in command.params for text in (*parameter.opts, *parameter.secondary_opts)}
    assert {word for word in words if word.startswith("--")} <= options, line


def test_the_commands_of_the_document_are_found():
    assert len(set(COMMANDS)) > 15
    assert {"schedule", "backup", "verify", "status", "reparse"} <= {line.split()[1] for line in COMMANDS}


def test_options_in_the_table_of_the_timer_exist():
    rows = [line for line in TEXT.splitlines() if line.startswith("| `--")]
    named = {word for line in rows for word in re.findall(r"`(--[a-z-]+)", line)}
    assert len(named) > 5
    assert named <= {
        text for parameter in known("schedule").params for text in (*parameter.opts, *parameter.secondary_opts)
    }
