"""Reads a command of a unit file as systemd does (systemd.service(5), Command lines; systemd.syntax(7), Quoting)."""

from __future__ import annotations


def words_of(line: str, *, is_command: bool = True) -> list[str]:
    """The words; `$$` and `%%` stand for one, any other `$` or `%` fails: none is written by us."""
    words, word, quote, place, begun = [], "", "", 0, False
    while place < len(line):
        character = line[place]
        if character == "\\":
            place += 1
            assert line[place] in "\\\"'", f"an escape of systemd's, \\{line[place]}, in {line}"
            word, begun = word + line[place], True
        elif quote:
            quote, word = ("", word) if character == quote else (quote, word + character)
        elif character in "\"'" and not begun:
            quote, begun = character, True
        elif character == " ":
            if begun:
                words.append(word)
            word, begun = "", False
        else:
            word, begun = word + character, True
        place += 1
    assert not quote, line
    if begun:
        words.append(word)
    return [_expanded(word, is_command) for word in words]


def _expanded(word: str, is_command: bool) -> str:
    for mark in ("%", "$") if is_command else ("%",):
        assert mark not in word.replace(mark * 2, ""), f"{mark} in {word}"
        word = word.replace(mark * 2, mark)
    return word


def values_of(unit: str, name: str) -> list[str]:
    """What a unit file says of that name, line by line."""
    return [line.split("=", 1)[1] for line in unit.splitlines() if line.startswith(f"{name}=")]
