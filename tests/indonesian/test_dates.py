"""`parse_date` and `find_dates`: exact, or nothing."""

from __future__ import annotations

import csv
import json
import os
import subprocess
import sys
from datetime import UTC, date, datetime, timedelta, timezone
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from blitar_scraper.indonesian.dates import find_dates, parse_date, to_site_time

from .nondates import KINDS, MONTHS, nondates

DATES_CSV = Path(__file__).parents[1] / "data" / "dates.csv"
WIB = timezone(timedelta(hours=7))
SEEN = datetime(2024, 9, 28, 10, 15, tzinfo=WIB)  # a Saturday


def rows() -> list[dict[str, str]]:
    with DATES_CSV.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def iso(text: str, **options: str) -> str | None:
    parsed = parse_date(text, seen_at=SEEN, **options)  # type: ignore[arg-type]
    return parsed and parsed.iso


def flags(text: str) -> tuple[str, ...]:
    parsed = parse_date(text, seen_at=SEEN)
    assert parsed is not None
    return parsed.flags


@pytest.mark.parametrize("row", rows(), ids=lambda row: f"{row['id']}-{row['kind']}")
def test_each_collected_string_reads_exactly_as_expected(row: dict[str, str]) -> None:
    parsed = parse_date(row["text"], seen_at=datetime.fromisoformat(row["seen_at"]))
    assert (parsed.iso if parsed else "") == row["expected_iso"]
    if parsed:
        assert row["text"][slice(*parsed.span)] == parsed.raw


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("27 Pebruari 2024", "2024-02-27"),
        ("27 Agustsus 2024", "2024-08-27"),
        ("Jumâ€™at, 27 September 2024", "2024-09-27"),
        ("Jum&#039;at, 27 September 2024", "2024-09-27"),
        ("２７ September\u00a0２０２４", "2024-09-27"),
        ("27 Sep\u200btember 2024", "2024-09-27"),
        ("27&nbsp;September&nbsp;2024", "2024-09-27"),
        ("27_09_2024", None),
        ("10:30 WIB, 27 September 2024", "2024-09-27T10:30+07:00"),
        ("27 September 2024 10:30-WITA", "2024-09-27T10:30+08:00"),
        ("27 September 2024, 10.30 Waktu Indonesia Timur", "2024-09-27T10:30+09:00"),
        ("27 September 2024 pukul 12 siang", "2024-09-27T12:00"),
        ("27 September 2024 12:05 am", "2024-09-27T00:05"),
        ("27 September 2024 14:15 PM", "2024-09-27T14:15"),
        ("2024-09-27T10:30-05:00", "2024-09-27T10:30-05:00"),
        ("2024-09-27T10:30:22-05:00", "2024-09-27T10:30:22-05:00"),
        ("2024-09-27T10:30:22.544-05:00", "2024-09-27T10:30:22-05:00"),
        ("27 September 2024 10:30-12:00 WIB", "2024-09-27T10:30+07:00/2024-09-27T12:00+07:00"),
        ("Fri Sep 27 10:30:00 WIB 2024", "2024-09-27T10:30:00+07:00"),
        ("1727341212000", "2024-09-26T09:00:12+00:00"),
        ("20240926T080012Z", "2024-09-26T08:00:12+00:00"),
        ("Submitted by admin on Fri, 09/06/2024 - 10:30", "2024-09-06T10:30"),
        ("28 Desember - 2 Januari 2024", "2023-12-28/2024-01-02"),
        ("Jumat, 27 September 2024 s/d Minggu, 29 September 2024", "2024-09-27/2024-09-29"),
        ("27 September 2024 08:00 - 28 September 2024 16:00 WIB", "2024-09-27T08:00+07:00/2024-09-28T16:00+07:00"),
        ("Januari - Maret 2024", "2024-01/2024-03"),
        ("1-3 Maret 2024 pukul 09.00 WIB", "2024-03-01/2024-03-03"),
        ("access_time26-06-2025 remove_red_eye1008 personAldi", "2025-06-26"),
        ("tahun 2024", "2024"),
        ("dua puluh lima menit yang lalu", "2024-09-28T09:50"),
        ("setengah jam lalu", "2024-09-28T09:45"),
        ("Oleh Admin Kota | 3 jam yang lalu | 142x Dilihat", "2024-09-28T07:15"),
        ("in 3 days", "2024-10-01"),
        ("Fri, Sep 27", "2024-09-27"),
        ("Sabtu, 5 Oktober", "2024-10-05"),
        ("Jumat, 5 Oktober", "2018-10-05"),
    ],
)
def test_forms_beyond_the_collected_ones_are_read(text: str, expected: str | None) -> None:
    assert iso(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "2024", "10:30 WIB", "Maret", "Jumat", "09/2024", "27.09.24", "03/04", "(3/12)", "26/09%", "+6220240926",
        "27 dan 28 September 2024", "26/27 September 2024", "27 September dan 3 Oktober 2024", "31 Sept - 1 Okt 2024",
        "27 September 2O24", "Jumat, 27 September 2O24", "27 September 20245", "12 September 1446 H", "12/03/46 H",
        "27 September 2024 (diperbarui 28 September 2024)", "Jalan 17 Agustus", "minggu lalu", "beberapa hari lalu",
        "3 hari", "9999 tahun lalu", "Kasus 5 tahun lalu", "1 bulan 2 minggu lalu", "3 Maret 2024 - 1 Maret 2024",
    ],
)  # fmt: skip
def test_what_is_not_certain_is_refused(text: str) -> None:
    assert parse_date(text, seen_at=SEEN) is None


def test_doubts_are_flagged() -> None:
    assert flags("Minggu, 27/09/2024") == ("weekday-mismatch",)
    assert flags("27 September 2024 (Minggu)") == ("weekday-mismatch",)
    assert flags("Minggu, 27/09/24") == ("two-digit-year", "weekday-mismatch")
    assert flags("09/27/2024") == ("month-first",)
    assert flags("27 Sep 24") == ("two-digit-year",)
    assert flags("28 Desember") == ("year-inferred",)
    assert flags("27 Septembar 2024") == ("month-misspelt",)
    assert flags("Kamis, 25 Februari 2016 | 11:53:am WIB") == ("time-malformed",)
    assert flags("sekitar 2 bulan yang lalu") == ("approximate",)
    assert flags("Jumat, 27 September 2024 10:30 WIB") == ()


@pytest.mark.parametrize("time", ["24:00", "25:61 WIB", "11:53:am WIB", "pukul 10.3 WIB", "14:15 am", "jam 12 malam"])
def test_a_malformed_time_is_dropped_and_the_date_kept(time: str) -> None:
    parsed = parse_date(f"27 September 2024 {time}", seen_at=SEEN)
    assert parsed is not None
    assert (parsed.iso, parsed.flags) == ("2024-09-27", ("time-malformed",))
    assert parsed.raw.endswith(time)


def test_raw_is_the_date_with_weekday_time_and_zone_but_without_label() -> None:
    text = "Tanggal : Jum’at,\u00a027  September 2024 | 10:30 WIB - Redaktur: Tobari"
    parsed = parse_date(text, seen_at=SEEN)
    assert parsed is not None
    assert parsed.raw == "Jum’at,\u00a027  September 2024 | 10:30 WIB"
    assert (text[: parsed.span[0]], text[parsed.span[1] :]) == ("Tanggal : ", " - Redaktur: Tobari")


@pytest.mark.parametrize(
    ("text", "precision", "is_range"),
    [
        ("Tahun 2024", "year", False),
        ("September 2024", "month", False),
        ("27 Sep 2024", "day", False),
        ("27 Sep 2024 10:30", "minute", False),
        ("27 Sep 2024 10:30 WIB", "minute", False),
        ("27 Sep 2024 10:30:22 WIB", "second", False),
        ("1 - 3 Maret 2024", "day", True),
    ],
)
def test_precision_is_what_is_printed(text: str, precision: str, is_range: bool) -> None:
    parsed = parse_date(text, seen_at=SEEN)
    assert parsed is not None
    assert (parsed.precision, parsed.is_range) == (precision, is_range)


def test_the_zone_is_given_only_to_times_that_print_none_and_only_from_1988() -> None:
    assert iso("27 Sep 2024 10:30", timezone="Asia/Makassar") == "2024-09-27T10:30+08:00"
    assert iso("27 September 2024, pukul 10.30 siang", timezone="Asia/Jayapura") == "2024-09-27T10:30+09:00"
    assert iso("27 Sep 2024 10:30 WIB", timezone="Asia/Makassar") == "2024-09-27T10:30+07:00"
    assert iso("27 Sep 2024", timezone="Asia/Jakarta") == "2024-09-27"
    assert iso("31 Desember 1987 10:30", timezone="Asia/Jakarta") == "1987-12-31T10:30"
    assert iso("1 Januari 1988 10:30", timezone="Asia/Jakarta") == "1988-01-01T10:30+07:00"
    assert iso("27 Sep 2024 10:30", timezone="No/Such_Zone") == "2024-09-27T10:30"


def test_relative_phrases_count_in_the_zone_of_the_site() -> None:
    late = datetime(2024, 9, 28, 16, 30, tzinfo=UTC)
    assert parse_date("kemarin", seen_at=late).iso == "2024-09-27"  # type: ignore[union-attr]
    in_papua = parse_date("kemarin", seen_at=late, timezone="Asia/Jayapura")
    assert in_papua is not None and in_papua.iso == "2024-09-28"  # there it is the 29th
    hours = parse_date("3 jam lalu", seen_at=late, timezone="Asia/Jakarta")
    assert hours is not None and hours.iso == "2024-09-28T20:30+07:00"


def test_another_zones_time_is_converted_on_demand_only() -> None:
    assert to_site_time("2024-09-27T10:30+09:00", "Asia/Jakarta") == "2024-09-27T08:30+07:00"
    assert to_site_time("2024-09-26T18:00:12+00:00", "Asia/Jakarta") == "2024-09-27T01:00:12+07:00"
    assert to_site_time("2024-09-27T10:30", "Asia/Jakarta") == "2024-09-27T10:30"
    assert to_site_time("2024-09-27", "Asia/Jakarta") == "2024-09-27"
    assert to_site_time("2024-09-27T10:30+09:00", "No/Such_Zone") == "2024-09-27T10:30+09:00"


def test_all_absolute_dates_of_a_longer_text_are_found_in_order() -> None:
    text = (
        "Perwali Nomor 12 Tahun 2024, Kamis, 26 September 2024 (Surat 485/56/410.111.2/2024) bahwa pada 1 s.d. 3 Maret "
        "2024 pukul 10.00 dan Rabu (25/9), Kali Mumbul 17 Agustus, 2021-2023, 31 Juni 2023, (26/09) serta 05/10/2024 "
        "10:30."
    )
    found = find_dates(text, seen_at=SEEN)
    assert [parsed.iso for parsed in found] == [
        "2024-09-26", "2024-03-01/2024-03-03", "2024-09-25", "2024-09-26", "2024-10-05T10:30",
    ]  # fmt: skip
    assert all(text[slice(*parsed.span)] == parsed.raw for parsed in found)


@cache
def texts_without_dates() -> dict[str, list[str]]:
    """By kind."""
    texts: dict[str, list[str]] = {kind: [] for kind in KINDS}
    for kind, text in nondates(27_000):
        texts[kind].append(text)
    return texts


@pytest.mark.parametrize("kind", KINDS)
def test_no_date_is_seen_where_there_is_none(kind: str) -> None:
    texts = texts_without_dates()[kind]
    assert len(texts) >= 27_000 // len(KINDS)
    wrong = [(text, parsed.iso) for text in texts if (parsed := parse_date(text, seen_at=SEEN))]
    assert wrong == []


OLD = ["Djanuari", "Pebruari", "Mrt", "Apr", "Mei", "Djuni", "Djuli", "Agt", "Sept", "Okt", "Nopember", "Des"]
ENGLISH = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
WEEKDAYS = ["Senin", "Selasa", "Rabu", "Kamis", "Jum'at", "Sabtu", "Ahad"]
LAST_DAY = date(2050, 12, 31)


def printed_forms(day: date) -> list[str]:
    """The date in every form with a four-digit year."""
    d, m, y, w = day.day, day.month, day.year, WEEKDAYS[day.weekday()]
    name = MONTHS[m - 1]
    return [
        f"{d} {name} {y}", f"{d:02} {name.upper()} {y}", f"{w}, {d} {name} {y}", f"{w} {d} {OLD[m - 1]} {y}",
        f"{d}-{name[:3]}-{y}", f"{d} {name[:3]}. {y}", f"{d} {name}, {y}", f"{d}{name}{y}", f"{d}/{name[:3]}/{y}",
        f"{w}, {d:02}/{m:02}/{y}", f"{d:02}-{m:02}-{y}", f"{d}.{m}.{y}", f"{d} / {m} / {y}", f"{d:02} {m:02} {y}",
        f"{y}-{m:02}-{d:02}", f"{y}/{m}/{d}", f"{y}{m:02}{d:02}", f"{y}-{ENGLISH[m - 1][:3]}-{d:02}",
        f"{ENGLISH[m - 1]} {d}, {y}", f"{ENGLISH[m - 1][:3]} {d} {y}", f"{d} bulan {name} tahun {y}",
        f"{w} Kliwon, {d} {name} {y}", f"Posted on {d} {name} {y}", f"({d:02}/{m:02}/{y})", f"{d} {name} {y} ({w})",
    ]  # fmt: skip


def test_every_day_from_1950_to_2050_reads_back_from_every_form_with_a_four_digit_year() -> None:
    day, wrong = date(1950, 1, 1), []
    while day <= LAST_DAY:
        for text in printed_forms(day):
            parsed = parse_date(text, seen_at=SEEN)
            if parsed is None or parsed.iso != day.isoformat() or parsed.flags:
                wrong.append((text, parsed))
        day += timedelta(days=1)
    assert wrong[:5] == []


@settings(deadline=None, max_examples=2_000)
@given(st.data(), st.dates(date(1990, 1, 1), date(2024, 9, 28)), st.sampled_from("lOoIS|' .,;x?"))
def test_a_date_damaged_by_a_stray_sign_is_read_right_or_refused(data: st.DataObject, day: date, sign: str) -> None:
    text = data.draw(st.sampled_from(printed_forms(day)))
    place = data.draw(st.integers(0, len(text)))
    assert iso(text[:place] + sign + text[place:]) in (None, day.isoformat())


@settings(deadline=None)  # the first fallback loads dateparser
@given(st.dates(date(1988, 1, 1), LAST_DAY), st.times(), st.sampled_from(["WIB", "WITA", "WIT"]))
def test_every_time_of_day_and_zone_since_1988_reads_back(day: date, time: object, zone: str) -> None:
    clock = str(time)[:5]
    offset = {"WIB": "+07:00", "WITA": "+08:00", "WIT": "+09:00"}[zone]
    site = {"WIB": "Asia/Pontianak", "WITA": "Asia/Makassar", "WIT": "Asia/Jayapura"}[zone]
    expected = f"{day}T{clock}{offset}"
    for text in printed_forms(day):
        if len(text) == 8 and text.isdigit():
            continue  # 20240927 takes no time after a blank
        assert iso(f"{text} {clock} {zone}") == expected
        assert iso(f"{text}, pukul {clock.replace(':', '.')} {zone}") == expected
        assert iso(f"{text} | {clock}", timezone=site) == expected


@settings(deadline=None)  # the first fallback loads dateparser
@given(st.text(max_size=80), st.sampled_from([None, "Asia/Jakarta", "x/../y", ""]))
def test_no_text_raises(text: str, zone: str | None) -> None:
    parse_date(text, seen_at=SEEN, timezone=zone)
    find_dates(text, seen_at=SEEN, timezone=zone)


PIECES = [
    "27", "9", "2024", "09", "24", "0", "31", "Februari", "Sep", "Mei", "Agustsus", "Jumat", "Jum'at", "Min", ",", ".",
    "-", "/", ":", "T", "Z", "WIB", "+07:00", "s/d", "–", "sampai", "pukul", "jam", "10.30", "25:61", "am", "sore",
    "lalu", "yang", "ago", "menit", "se", "kemarin", "tanggal", "Posted", "on", "by", "(", ")", "|", "\u200b", "ſ", "K",
    "２０２４", "142x", "kali", "’", "&nbsp;", "1446", "H", "tahun", "Legi", "1727341212", "20240926", "access_time",
    "\ud800", "\x00", "😀", "dan", "ke-",
]  # fmt: skip


@settings(deadline=None)  # the first fallback loads dateparser
@given(st.lists(st.sampled_from([*PIECES, " ", " ", "\n"]), max_size=12).map("".join))
def test_whatever_pieces_of_dates_are_joined_the_raw_part_alone_reads_the_same(text: str) -> None:
    parsed = parse_date(text, seen_at=SEEN)
    if parsed is None:
        return
    assert text[slice(*parsed.span)] == parsed.raw
    alone = parse_date(parsed.raw, seen_at=SEEN)
    assert alone is not None and alone.iso == parsed.iso


@pytest.mark.parametrize("moment", [datetime.min.replace(tzinfo=UTC), datetime.max.replace(tzinfo=WIB)])
@pytest.mark.parametrize(
    "text", ["kemarin", "3 jam lalu", "besok", "5 tahun lalu", "28 Desember", "1727341212", "5/6/98"]
)
def test_no_clock_raises(moment: datetime, text: str) -> None:
    parse_date(text, seen_at=moment, timezone="Asia/Jakarta")


@pytest.mark.parametrize(
    "text", ["27" + " " * 100_000, "27/09/2024 - " * 8_000, "Jum'" * 20_000, "(" * 100_000, "1-" * 50_000]
)
def test_reading_a_hostile_text_takes_no_longer_than_its_length_warrants(text: str) -> None:
    begun = os.times().user
    find_dates(text, seen_at=SEEN)
    assert os.times().user - begun < 5  # it takes about 0.2 s; what is quadratic takes minutes


def test_dateparser_is_not_loaded_for_known_forms() -> None:
    program = (
        "import sys, datetime as d; from blitar_scraper.indonesian.dates import parse_date;"
        "seen = d.datetime(2024, 9, 28, tzinfo=d.UTC); assert parse_date('27 September 2024', seen_at=seen);"
        "assert not [name for name in sys.modules if name.startswith('dateparser')];"
        "assert parse_date('in 3 days', seen_at=seen).method == 'dateparser'; assert 'dateparser' in sys.modules"
    )
    subprocess.run([sys.executable, "-c", program], check=True)


def test_answers_are_the_same_in_every_zone_of_the_machine() -> None:
    program = (
        "import csv, json, sys; from datetime import datetime; from blitar_scraper.indonesian.dates import parse_date;"
        f"rows = list(csv.DictReader(open({str(DATES_CSV)!r}, encoding='utf-8', newline='')));"
        "texts = [row['text'] for row in rows] + ['in 3 days', '1 decade ago', '27 2024 September'];"
        "seen = datetime.fromisoformat('2024-09-28T10:15:00+07:00');"
        "parsed = [parse_date(text, seen_at=seen, timezone=zone) for text in texts for zone in (None, 'Asia/Jakarta')];"
        "json.dump([p and [p.iso, p.raw, p.flags, p.method] for p in parsed], sys.stdout)"
    )
    answers = {
        zone: json.loads(
            subprocess.run(
                [sys.executable, "-c", program], env={**os.environ, "TZ": zone}, capture_output=True, check=True
            ).stdout
        )
        for zone in ("UTC", "Asia/Jakarta", "America/New_York")
    }
    assert answers["UTC"] == answers["Asia/Jakarta"] == answers["America/New_York"]
