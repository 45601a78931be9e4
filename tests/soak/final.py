"""The whole archive at the end: beside all that was ever shown, and by the program's own check."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from collections import defaultdict
from contextlib import closing

from tests.soak.lives import lives_of
from tests.soak.oracle import Miss, Oracle


def judge_all(oracle: Oracle) -> list[Miss]:
    """What is wrong with the archive as a whole."""
    misses = []
    last = oracle.days - 1

    def miss(what: str, detail: str) -> None:
        misses.append(Miss(last, "all", what, detail))

    with closing(sqlite3.connect(f"file:{oracle.archive}?mode=ro", uri=True)) as db:
        (checked,) = db.execute("PRAGMA integrity_check").fetchone()
        if checked != "ok":
            miss("integrity", checked)
        for uid, count in db.execute("SELECT uid, COUNT(*) FROM articles GROUP BY uid HAVING COUNT(*) > 1"):
            miss("twice", f"uid {uid} stands in {count} rows")
        (left,) = db.execute("SELECT COUNT(*) FROM runs WHERE finished_at IS NULL OR status = 'running'").fetchone()
        # A run that was killed on the last day is closed by its supervisor, too.
        if left:
            miss("runs", f"{left} runs stand as running")
        misses += _histories(oracle, db)
    if said := _verify(oracle):
        miss("blitar verify", said)
    left_open = [path.name for path in oracle.archive.parent.rglob("*.open")]
    if left_open:
        miss("left open", ", ".join(left_open[:5]))
    return misses


def _histories(oracle: Oracle, db: sqlite3.Connection) -> list[Miss]:
    """The versions of each article are what it was shown to say, in order; no edit is missing and none is made up."""
    misses = []
    told = defaultdict(list)
    for url, title, body in db.execute(
        "SELECT a.url, h.title, h.body FROM article_history h JOIN articles a ON a.id = h.article_id"
        " ORDER BY h.article_id, h.version"
    ):
        key = oracle.key_of(url)
        if key is not None and (not told[key] or told[key][-1] != (title, body)):
            told[key].append((title, body))
    for site in oracle.sites:
        lives = lives_of(site, oracle.days)
        for life in lives:
            known = oracle.known.get((site.number, life.number))
            if known is None:
                continue
            stories = [life.stories[revision][1] for revision, _ in known.told]
            all_said = [(story.title, "\n".join(story.paragraphs)) for story in stories]
            sure = [one for one, (_, is_sure) in zip(all_said, known.told, strict=True) if is_sure]
            found = told[site.number, life.number]
            if not (_within(sure, found) and _within(found, all_said)):
                detail = f"article {life.number} has {len(found)} versions where {len(sure)} were shown"
                misses.append(Miss(oracle.days - 1, site.id, "history", detail))
    return misses


def _within(few: list[tuple[str, str]], many: list[tuple[str, str]]) -> bool:
    """Whether all of the first stand in the second, in the same order."""
    rest = iter(many)
    return all(one in rest for one in few)


def _verify(oracle: Oracle) -> str | None:
    """What `blitar verify` complains of; None where all is well."""
    order = [sys.executable, "-m", "tests.command", "verify", "--archive", str(oracle.archive)]
    done = subprocess.run(order, capture_output=True, text=True, check=False)
    return None if done.returncode == 0 else (done.stdout + done.stderr)[-500:]
