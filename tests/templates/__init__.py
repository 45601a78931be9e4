"""Article pages in the templates of publishing systems, by a seed. For measuring how well unknown templates are read.

Each module here holds the templates of one system, modelled on public themes; those in `aside` are written by somebody
else, and nobody tunes the extraction to them; those in `unseen` and `final` are later hold-outs, each measured before
anybody was told of it.
"""

from __future__ import annotations

import dataclasses
import importlib
import pkgutil
import random
from collections.abc import Iterator

from tests.templates.facts import SEEN_AT, Facts, make_facts
from tests.templates.made import Made, Precision, Printed, Template, record, template


def _found(*folders: tuple[str, bool]) -> Iterator[Template]:
    """The templates of all modules of these folders, in the order of their names."""
    for folder, kept_aside in folders:
        package = importlib.import_module(folder)
        for module in sorted(pkgutil.iter_modules(package.__path__), key=lambda module: module.name):
            if module.ispkg or module.name == "measure":
                continue
            for value in vars(importlib.import_module(f"{folder}.{module.name}")).values():
                if isinstance(value, Template):
                    yield dataclasses.replace(value, kept_aside=kept_aside)


TEMPLATES: tuple[Template, ...] = tuple(_found((__name__, False), (f"{__name__}.aside", True)))
UNSEEN: tuple[Template, ...] = tuple(_found((f"{__name__}.unseen", True)))
FINAL: tuple[Template, ...] = tuple(_found((f"{__name__}.final", True)))


def many(
    count: int,
    *,
    kept_aside: bool = False,
    start_seed: int = 0,
    system: str | None = None,
    unseen: bool = False,
    final: bool = False,
) -> Iterator[Made]:
    """The pages of `count` seeds, the templates in turn: each seed has facts of its own."""
    chosen = [
        template
        for template in (FINAL if final else UNSEEN if unseen else TEMPLATES)
        if template.kept_aside == (kept_aside or unseen or final) and system in (None, template.system)
    ]
    for seed in range(start_seed, start_seed + count if chosen else start_seed):
        rng = random.Random(f"page {seed}")
        yield chosen[seed % len(chosen)].page(make_facts(seed), rng)


__all__ = [
    "FINAL",
    "SEEN_AT",
    "TEMPLATES",
    "UNSEEN",
    "Facts",
    "Made",
    "Precision",
    "Printed",
    "Template",
    "make_facts",
    "many",
    "record",
    "template",
]
