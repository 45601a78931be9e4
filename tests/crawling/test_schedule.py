"""Timers as text: whatever the paths are called, systemd, cron and the shell run what was meant, when it was meant."""

from __future__ import annotations

import shutil
import subprocess
from datetime import time, timedelta
from pathlib import Path

import pytest

from blitar_scraper.crawling.schedule import EVERY, Plan, Rhythm, Unwritable, cron_file, unit_files
from blitar_scraper.crawling.schedule.plan import plain_name, unit_name
from tests.crawling.unit_words import values_of, words_of

WIB, UTC = timedelta(hours=7), timedelta(0)
ODD = [
    "plain",
    "two words",
    "100%",
    "a$HOME",
    'quo"ted',
    "it's",
    "back\\slash",
    "a;b&c",
    "%h\\x41",
    "kelurahan-é",
    "$$(x)",
]
# Prints its own name and its arguments, each on a line of its own, and ends as it is told.
PROGRAM = '#!/bin/sh\nprintf "%s\\n" "$0" "$@"\nexit ${STATUS:-0}\n'


def program_in(folder: Path, name: str = "blitar") -> str:
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / name
    path.write_text(PROGRAM)
    path.chmod(0o755)
    return str(path)


def plan_in(here: Path, **changes: object) -> Plan:
    values = {"program": (program_in(here),), "archive": here / "data.db", "folder": here, "user": "nobody"}
    return Plan(**{**values, "writable": (here,), **changes})


def run_unit(unit: str, name: str = "ExecStart", **environment: str) -> str:
    """What the command of a unit prints, run as systemd would."""
    (line,) = values_of(unit, name)
    done = subprocess.run(words_of(line), capture_output=True, text=True, env={"PATH": "/usr/bin:/bin", **environment})
    return done.stdout


def run_cron(line: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """The command of a line, run as cron would: `\\%` is `%`, and a bare `%` would end it."""
    text = line.split(" ", 5)[5]
    assert "%" not in text.replace("\\%", "")
    environment = {"PATH": "/usr/bin:/bin", **environment}
    return subprocess.run(["/bin/sh", "-c", text.replace("\\%", "%")], capture_output=True, text=True, env=environment)


def cron_lines(text: str) -> list[str]:
    return [line for line in text.splitlines() if line and not line.startswith("#")]


@pytest.mark.parametrize("name", ODD)
def test_a_unit_runs_the_program_with_exactly_these_words_whatever_they_are_called(tmp_path, name):
    folder = tmp_path / name
    plan = plan_in(folder, program=(program_in(folder, name),), sites=("a.go.id", "b"))
    unit = unit_files(plan)[f"{plan.name}.service"]
    said = run_unit(unit).splitlines()
    assert said == [str(folder / name), "crawl", "a.go.id", "b", "--archive", str(folder / "data.db")]
    assert values_of(unit, "WorkingDirectory") == [str(folder).replace("%", "%%")]
    assert words_of(values_of(unit, "ReadWritePaths")[0], is_command=False)[0] == str(folder)


@pytest.mark.parametrize("name", ODD)
def test_a_line_of_cron_runs_the_same_and_prints_nothing_where_all_is_well(tmp_path, name):
    folder = tmp_path / name
    plan = plan_in(folder, program=(program_in(folder, name),))
    (line,) = cron_lines(cron_file(plan, WIB))
    good = run_cron(line)
    assert (good.stdout, good.stderr) == ("", "")
    said = run_cron(line, STATUS="3").stdout.splitlines()
    assert said == [str(folder / name), "crawl", "--all", "--archive", str(folder / "data.db")]


@pytest.mark.parametrize("status", ["5", "130"])
def test_neither_a_site_that_is_held_nor_a_run_that_was_stopped_is_told_of(tmp_path, status):
    plan = plan_in(tmp_path, after="echo pinged")
    (line,) = cron_lines(cron_file(plan, WIB))
    assert run_cron(line, STATUS=status).stdout == ""
    unit = unit_files(plan)[f"{plan.name}.service"]
    assert status in values_of(unit, "SuccessExitStatus")[0].split()
    assert run_unit(unit, "ExecStopPost", EXIT_STATUS=status) == ""


def test_a_folder_that_is_gone_is_told_of(tmp_path):
    plan = plan_in(tmp_path / "a")
    shutil.rmtree(tmp_path / "a")
    (line,) = cron_lines(cron_file(plan, WIB))
    assert "cd" in run_cron(line).stderr


COMMAND = """printf '%s ' "it's 100%" "$GREETING" | cat; cat # and a remark"""


def test_commands_of_a_person_reach_the_shell_as_they_were_typed(tmp_path):
    plan = plan_in(tmp_path, notify=COMMAND, after=COMMAND.replace("; cat", ""))
    files = unit_files(plan)
    service = files[f"{plan.name}.service"]
    assert run_unit(service, "ExecStopPost", EXIT_STATUS="0", GREETING="hi") == "it's 100% hi "
    assert run_unit(service, "ExecStopPost", EXIT_STATUS="3", GREETING="hi") == ""
    (line,) = cron_lines(cron_file(plan, WIB))
    assert run_cron(line, GREETING="hi").stdout == "it's 100% hi "
    told = run_cron(line, GREETING="hi", STATUS="4").stdout
    assert told.startswith("it's 100% hi ") and told.endswith(f"crawl\n--all\n--archive\n{tmp_path}/data.db\n")


def test_who_is_told_of_a_failure_is_told_which_unit_and_what_it_said(tmp_path):
    said = program_in(tmp_path / "bin", "systemctl")
    for user, scope in (("nobody", []), (None, ["--user"])):
        plan = plan_in(tmp_path, notify="cat; printf %s $UNIT", user=user)
        files = unit_files(plan)
        assert values_of(files[f"{plan.name}.service"], "OnFailure") == [f"{plan.name}-failed@%n.service"]
        failed = files[f"{plan.name}-failed@.service"]
        assert values_of(failed, "Environment") == ["UNIT=%i"]
        told = run_unit(failed, PATH=f"{tmp_path / 'bin'}:/usr/bin:/bin", UNIT="x.service")
        assert told.splitlines() == [
            said,
            *scope,
            "status",
            "--no-pager",
            "--full",
            "--lines=30",
            "x.service",
            "x.service",
        ]


# Prints its arguments and ends with what stands in a file of its first one's name.
WEEKLY = """#!/bin/sh
printf "%s\\n" "$@"
exit $(cat "$0.$1")
"""


@pytest.mark.parametrize(
    ("name", "backup", "verify", "status", "worst"),
    [
        *((name, 3, 0, 0, 3) for name in ODD),
        ("plain", 0, 0, 0, 0),
        ("plain", 1, 3, 3, 1),
        ("plain", 0, 1, 3, 1),
        ("plain", 5, 0, 3, 3),
        ("plain", 0, 5, 0, 5),
        ("plain", 2, 3, 0, 2),
        ("plain", 130, 5, 3, 3),
        ("plain", 137, 0, 5, 1),
    ],
)
def test_each_weekly_command_is_run_whatever_became_of_those_before_and_the_worst_counts(
    tmp_path, name, backup, verify, status, worst
):
    folder = tmp_path / name
    plan = plan_in(folder, program=(program_in(folder, name),), backup=folder / "copies")
    (folder / name).write_text(WEEKLY)
    for command, ends in (("backup", backup), ("verify", verify), ("status", status)):
        (folder / f"{name}.{command}").write_text(str(ends))
    archive = ["--archive", str(folder / "data.db")]
    said = ["backup", str(folder / "copies"), *archive, "verify", *archive, "status", *archive]

    (line,) = values_of(unit_files(plan)[f"{plan.name}-weekly.service"], "ExecStart")
    done = subprocess.run(words_of(line), capture_output=True, text=True, env={"PATH": "/usr/bin:/bin"})
    assert (done.returncode, done.stdout.splitlines(), done.stderr) == (worst, said, "")

    _, weekly = cron_lines(cron_file(plan, WIB))
    told = run_cron(weekly).stdout.splitlines()
    assert told == ([] if worst in (0, 5) else said)


def test_a_weekly_program_that_is_gone_is_a_crash(tmp_path):
    plan = plan_in(tmp_path, program=(str(tmp_path / "gone"),), backup=tmp_path / "copies")
    (line,) = values_of(unit_files(plan)[f"{plan.name}-weekly.service"], "ExecStart")
    assert subprocess.run(words_of(line), capture_output=True).returncode == 1


def test_the_weekly_unit_may_write_the_copies_and_has_a_time_of_its_own(tmp_path):
    plan = plan_in(tmp_path, backup=tmp_path / "copies")
    daily, weekly = cron_lines(cron_file(plan, WIB))
    assert daily.split(" ", 5)[:5] != weekly.split(" ", 5)[:5]
    unit = unit_files(plan)[f"{plan.name}-weekly.service"]
    assert words_of(values_of(unit, "ReadWritePaths")[0])[:2] == [str(tmp_path), str(tmp_path / "copies")]


@pytest.mark.parametrize("bad", ["new\nline", "tab\there", "end\\", "end ", "turn\u202earound", "bell\x07"])
def test_what_no_unit_can_name_is_refused_in_one_line(tmp_path, bad):
    for changes in ({"archive": tmp_path / bad}, {"folder": tmp_path / bad}, {"program": (str(tmp_path / bad),)}):
        with pytest.raises(Unwritable) as refused:
            plan_in(tmp_path, **changes)
        assert "\n" not in str(refused.value) and "\x07" not in str(refused.value)


def test_a_line_that_cron_would_leave_out_is_refused(tmp_path):
    many = tuple(f"dinas-{number}.example.go.id" for number in range(50))
    with pytest.raises(Unwritable, match="too long for cron"):
        cron_file(plan_in(tmp_path, sites=many), WIB)
    assert len(unit_files(plan_in(tmp_path, sites=many))) == 2  # systemd takes it


# When


def fields_of(rhythm: Rhythm, ahead: timedelta = WIB) -> list[str]:
    fields = rhythm.cron(ahead).split(" ")
    limits = [range(60), range(24), range(1, 32), range(1, 13), range(7)]
    assert len(fields) == 5
    for field, limit in zip(fields, limits, strict=True):
        assert field == "*" or all(int(one) in limit for one in field.split(",")), fields
    return fields


def minute_of(rhythm: Rhythm, ahead: timedelta) -> int:
    minute, hour, *_ = fields_of(rhythm, ahead)
    return int(hour) * 60 + int(minute)


def test_two_machines_ask_at_different_minutes_and_each_always_at_its_own():
    minutes = {minute_of(Rhythm(seed=f"machine {number}"), UTC) for number in range(100)}
    assert len(minutes) > 70  # of 360
    # From nine in the evening to three in the morning in Jakarta: 14:00 to 20:00 UTC.
    assert min(minutes) >= 14 * 60 and max(minutes) < 20 * 60
    assert fields_of(Rhythm(seed="a")) == fields_of(Rhythm(seed="a"))


def test_cron_goes_by_the_machines_clock():
    for hours in (-8, 0, 7, 9):
        utc = (minute_of(Rhythm(seed="a"), timedelta(hours=hours)) - hours * 60) % (24 * 60)
        assert utc == minute_of(Rhythm(seed="a"), UTC)


def test_whoever_names_an_hour_is_crawled_within_the_hour_after():
    for number in range(50):
        rhythm = Rhythm("daily", time(23, 30), seed=str(number))
        assert (minute_of(rhythm, WIB) - (23 * 60 + 30)) % (24 * 60) < 60
    assert Rhythm("daily", time(23, 30)).calendar() == ("*-*-* 23:30:00", 60)


def test_every_six_hours_are_four_times_a_day_and_a_week_is_one_day():
    assert Rhythm("6h", time(20, 5)).calendar() == ("*-*-* 02,08,14,20:05:00", 60)
    assert Rhythm("6h").calendar() == ("*-*-* 00,06,12,18:00:00", 360)
    assert Rhythm("12h").calendar() == ("*-*-* 00,12:00:00", 720)
    assert [int(hour) % 6 for hour in fields_of(Rhythm("6h", seed="x"))[1].split(",")] == [
        int(fields_of(Rhythm("6h", seed="x"))[1].split(",")[0])
    ] * 4
    days = {fields_of(Rhythm("weekly", seed=str(number)))[4] for number in range(60)}
    assert days == set("0123456")


def test_systemd_and_cron_agree_on_the_day_of_the_week():
    days = ("Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat")
    for number in range(20):
        rhythm = Rhythm("weekly", time(12), seed=str(number))
        assert rhythm.calendar()[0].startswith(days[int(fields_of(rhythm)[4])])


@pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="no systemd here")
@pytest.mark.parametrize("every", EVERY)
def test_systemd_understands_when(every):
    for at in (None, time(3), time(23, 59)):
        calendar, _ = Rhythm(every, at, seed="x").calendar()
        done = subprocess.run(["systemd-analyze", "calendar", calendar], capture_output=True, text=True)
        assert done.returncode == 0 and "Next elapse" in done.stdout, (calendar, done.stderr)


# What the units say of the crawl


def test_a_machines_unit_is_shut_in_and_a_persons_own_cannot_be(tmp_path):
    plan = plan_in(tmp_path)
    unit = unit_files(plan)[f"{plan.name}.service"]
    said = {"User=nobody", "ProtectSystem=strict", "NoNewPrivileges=yes", "KillMode=mixed", "MemoryMax=75%"}
    assert said <= set(unit.splitlines())
    assert "Wants=network-online.target" in unit and "time-sync.target" in unit
    own = unit_files(plan_in(tmp_path, user=None))[f"{plan.name}.service"]
    assert "User=" not in own and "Protect" not in own and "network-online" not in own
    assert {"NoNewPrivileges=yes", "KillMode=mixed"} <= set(own.splitlines())


def test_what_is_kept_in_the_shared_tmp_is_not_hidden_from_the_crawl():
    for folder, private, paths in (("/srv/x", "yes", "/srv/x"), ("/tmp/x", "no", "/tmp/x /tmp /var/tmp")):
        here = Path(folder)
        plan = Plan(("/opt/blitar",), here / "a.db", here, user="me", writable=(here,))
        unit = unit_files(plan)[f"{plan.name}.service"]
        assert values_of(unit, "PrivateTmp") == [private] and values_of(unit, "ReadWritePaths") == [paths]


def test_a_missed_run_is_made_up_for_at_a_minute_of_this_machine(tmp_path):
    plan = plan_in(tmp_path)
    timer = unit_files(plan)[f"{plan.name}.timer"].splitlines()
    assert {"Persistent=true", "FixedRandomDelay=true", "RandomizedDelaySec=360min"} <= set(timer)


def test_other_sites_and_other_archives_have_units_of_other_names():
    here, there = Path("/data/blitar.db"), Path("/data/jatim.db")
    chosen = [(), ("a",), ("b",), ("a", "b"), ("a", "c"), ("a", "b", "c")]
    names = [unit_name(sites, archive) for sites in chosen for archive in (here, there)]
    assert len(set(names)) == len(names)
    assert unit_name((), here) == "blitar-crawl-all" and unit_name(("a.go.id",), here) == "blitar-crawl-a.go.id"
    assert plain_name("../a b@c\n") == "a-b-c"
