"""Reading dates beside dateparser: right, wrong, refused, and how fast. One command: `python benchmarks/dates.py`.

Right and wrong are judged on `tests/data/dates.csv` (strings collected from government pages, with the exact answer)
and on generated strings that are no dates. dateparser runs with the settings that did best on them: Indonesian and
English, day before month, strict (no part made up), surrounding text ignored, relative to the moment the page was seen;
the period that it names tells how precise its answer is. Its speed is that of one kept `DateDataParser`, its other
settings untouched. Exit status 1 if any answer of ours is not right.
"""

from __future__ import annotations

import csv
import random
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterable
from datetime import date, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any

from dateparser.date import DateDataParser

from blitar_scraper.indonesian.dates import parse_date

TESTS = Path(__file__).resolve().parents[1] / "tests"
sys.path.insert(0, str(TESTS))
from indonesian.nondates import KINDS, MONTHS, nondates  # noqa: E402

SEEN = datetime.fromisoformat("2024-09-28T10:15:00+07:00")
NON_DATES = 18_000  # the promise is made for 10,000
Reader = Callable[[str], str]

# Kinds of dates.csv that are absolute dates: what a crawl meets all day.
ABSOLUTE = {
    "abs_name", "month_variant", "weekday", "pasaran", "numeric", "two_digit_year", "coarse", "time", "wrapped",
    "range", "english", "machine", "noise", "weekday_mismatch",
}  # fmt: skip


def ours(text: str) -> str:
    parsed = parse_date(text, seen_at=SEEN)
    return parsed.iso if parsed else ""


def dateparsers_best() -> Reader:
    """dateparser with its best settings, its answer cut to the precision that it claims."""
    settings = {
        "DATE_ORDER": "DMY",
        "STRICT_PARSING": True,
        "IGNORE_SURROUNDING_TEXT": True,
        "RELATIVE_BASE": SEEN.replace(tzinfo=None),
        "RETURN_TIME_AS_PERIOD": True,
    }
    parser = DateDataParser(languages=["id", "en"], settings=settings)

    def read(text: str) -> str:
        try:
            answer: Any = parser.get_date_data(text)
        except (ValueError, OverflowError, TypeError):
            return ""
        found = answer["date_obj"]
        if found is None:
            return ""
        length = {"year": 4, "month": 7, "week": 10, "day": 10, "time": 16}.get(answer["period"], 10)
        if length == 16 and found.second:
            length = 19
        offset = found.isoformat()[-6:] if found.tzinfo and length > 10 else ""
        return str(found.replace(tzinfo=None).isoformat(timespec="seconds")[:length] + offset)

    return read


def judge(read: Reader, rows: Iterable[tuple[str, str, str]]) -> dict[str, Counter[str]]:
    """For each kind how many answers were right, wrong, or refused though there was one."""
    table: dict[str, Counter[str]] = {}
    for kind, text, expected in rows:
        answer = read(text)
        verdict = "right" if answer == expected else "wrong" if answer else "refused"
        table.setdefault(kind, Counter())[verdict] += 1
    return table


def rate(read: Callable[[str], object], texts: list[str], seconds: float = 0.5) -> float:
    """Strings read in a second of processor time: the best of three runs, each over all the texts as often as fits."""
    for text in texts[:200]:
        read(text)
    best = 0.0
    for _ in range(3):
        count, begun = 0, time.process_time()
        while (spent := time.process_time() - begun) < seconds:
            for text in texts[:5_000]:
                read(text)
            count += len(texts[:5_000])
        best = max(best, count / spent)
    return best


def known_forms(count: int) -> list[str]:
    """Different dates of the last decades in the forms that most pages print."""
    r = random.Random(7)
    weekdays = ["Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu"]
    texts = []
    for _ in range(count):
        day = date(2005, 1, 1) + timedelta(days=r.randrange(7_500))
        name, weekday = MONTHS[day.month - 1], weekdays[day.weekday()]
        clock = f"{r.randrange(24):02}:{r.randrange(60):02}"
        texts.append(
            r.choice(
                [
                    f"{day.day} {name} {day.year}",
                    f"{day.day:02} {name[:3]} {day.year}",
                    f"{weekday}, {day.day} {name} {day.year}",
                    f"{day:%d/%m/%Y}",
                    f"{day:%d-%m-%Y}",
                    f"{day:%Y-%m-%d}",
                    f"{day.day} {name} {day.year} {clock}",
                    f"{weekday}, {day.day} {name} {day.year} {clock} WIB",
                ]
            )
        )
    return texts


def print_table(ours_by_kind: dict[str, Counter[str]], theirs_by_kind: dict[str, Counter[str]]) -> None:
    print(f"{'':22}{'blitar_scraper':^24}{'dateparser':^24}")
    print(f"{'kind':22}" + 2 * f"{'right':>7}{'wrong':>7}{'refused':>9} ")
    total_ours: Counter[str] = Counter()
    total_theirs: Counter[str] = Counter()
    for kind, mine in ours_by_kind.items():
        theirs = theirs_by_kind[kind]
        total_ours += mine
        total_theirs += theirs
        print(_line(kind, mine, theirs))
    print(_line("all", total_ours, total_theirs))


def _line(kind: str, *counts: Counter[str]) -> str:
    return f"{kind:22}" + "".join(f"{each['right']:7}{each['wrong']:7}{each['refused']:9} " for each in counts)


def main() -> int:
    with (TESTS / "data" / "dates.csv").open(encoding="utf-8", newline="") as file:
        rows = [(row["kind"], row["text"], row["expected_iso"]) for row in csv.DictReader(file)]
    theirs = dateparsers_best()
    print(f"{len(rows)} strings of tests/data/dates.csv: exact in date, time, zone, precision and end of range")
    mine_by_kind = judge(ours, rows)
    print_table(mine_by_kind, judge(theirs, rows))

    empty = [(f"no date: {kind}", text, "") for kind, text in nondates(NON_DATES)]
    print(
        f"\n{len(empty)} strings that are no dates ({', '.join(KINDS)}); dateparser is asked about every tenth of each"
    )
    mine_of_none = judge(ours, empty)
    tenth = [row for index, row in enumerate(empty) if index // len(KINDS) % 10 == 0]
    print_table(mine_of_none, judge(theirs, tenth))

    print("\nstrings a second, one core, full result object; dateparser: a kept DateDataParser(languages=['id', 'en'])")
    kept = DateDataParser(languages=["id", "en"])
    sets = {
        "known forms": known_forms(5_000),
        "mixed absolute": [text for kind, text, _ in rows if kind in ABSOLUTE],
    }
    print(f"{'':22}{'strings':>9}{'blitar_scraper':>16}{'dateparser':>12}{'times':>7}")
    for name, texts in sets.items():
        our_rate = rate(partial(parse_date, seen_at=SEEN), texts)
        their_rate = rate(kept.get_date_data, texts[:1_000])
        print(f"{name:22}{len(texts):9,}{our_rate:16,.0f}{their_rate:12,.0f}{our_rate / their_rate:7.0f}")
    failures = sum(counts["wrong"] + counts["refused"] for counts in (*mine_by_kind.values(), *mine_of_none.values()))
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
