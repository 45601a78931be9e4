"""Writes docs/faults.md from the table: python -m tests.faults.document"""

from __future__ import annotations

from pathlib import Path

from tests.faults.row import Row, Told
from tests.faults.table import PARTS, TABLE

FILE = Path(__file__).parents[2] / "docs" / "faults.md"
HEADINGS = ("what happens", "exit status", "problem", "what the program does")
_TEXT = f"""# What may go wrong, and what a run makes of it

Each of these {len(TABLE)} rows is tried on a small site on loopback (`tests/faults/`): a week of healthy runs, then one
with the fault, then one without it. In each the exit status and the rows of `problems` are as they stand here; the run
says why in one line; every article, version, view count and capture of before is there unchanged; and the run after,
or the one that the row names, is green, has all that the site has, and has resolved what was open (what is still true
of a page, or is only told by a look that is not due yet, stays).

Exit status: 0 good, 1 crashed, 2 a mistake of the person's who started it, 3 crawled, but a check failed, 4 unreachable
or refusing, 5 busy or locked, 130 interrupted. Problems in **bold** are about the site as a whole (no address), the
others about a page; those in parentheses may be noted as well. `docs/problems.md` says what each means.
"""
_END = """
Made by `python -m tests.faults.document`; a test sees that it is fresh.
"""


def page() -> str:
    """The whole page as Markdown."""
    return _TEXT + "".join(f"\n## {heading}\n\n{_table(rows)}" for heading, rows in PARTS.items()) + _END


def _table(rows: tuple[Row, ...]) -> str:
    lines = [HEADINGS, ("---",) * len(HEADINGS), *map(_line, rows)]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)


def _line(row: Row) -> tuple[str, ...]:
    status = "killed" if row.exit_status is None else str(row.exit_status)
    told = [*map(_named, row.told), *(f"`{name}` (in the run after)" for name in row.events)]
    told += [f"({_named(one)})" for one in row.may_tell]
    later = f" Red until the run {row.green_after} days later, at the latest." if row.green_after > 1 else ""
    return row.happens, status, ", ".join(told) or "none", row.does + later


def _named(told: Told) -> str:
    name = f"`{told.problem}`" + (f" of {told.field}" if told.field else "")
    return f"**{name}**" if told.of_site else name


if __name__ == "__main__":
    FILE.write_text(page(), "utf-8")
