"""The questions of docs/questions.md: as they stand, in plain sqlite3, on a live archive and on a release of it."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from blitar_scraper.archive import Archive
from tests.asked_archive import ANSWERS, QUESTIONS, UIDS, fill
from tests.publishing.released import released

# Of 4 only which articles are found is known by hand, not their rank.
WHOLE = {4: lambda rows: {row[0] for row in rows}, 12: lambda rows: [row[0] for row in rows]}


@pytest.fixture(scope="module")
def live(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("asked") / "asked.db"
    with Archive(path) as archive:
        fill(archive)
    return path


@pytest.fixture(scope="module")
def release(live: Path, tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest) -> Path:
    folder = tmp_path_factory.mktemp("released")
    released(live, folder, request)
    return folder / "rilis.db"


def answer(path: Path, number: int) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)) as connection:
        return connection.execute(QUESTIONS[number][1]).fetchall()


def known(rows: list[tuple[object, ...]], number: int) -> object:
    return WHOLE.get(number, lambda found: found)(rows)


def test_there_are_twelve_questions_each_with_what_to_beware_of():
    assert list(QUESTIONS) == list(range(1, 13)) == list(ANSWERS)


@pytest.mark.parametrize("number", ANSWERS)
def test_a_question_is_answered_rightly_by_a_live_archive(live, number):
    assert known(answer(live, number), number) == ANSWERS[number]


@pytest.mark.parametrize("number", ANSWERS)
def test_a_question_has_the_same_answer_in_a_release(release, number):
    assert known(answer(release, number), number) == ANSWERS[number]


def test_no_question_brings_to_light_what_is_withheld(live, tmp_path):
    path = tmp_path / "withheld.db"
    with closing(sqlite3.connect(live)) as source, closing(sqlite3.connect(path)) as copy:
        source.backup(copy)
    now = datetime(2024, 7, 1, tzinfo=UTC)
    with Archive(path) as archive:
        for uid in UIDS.values():
            article = archive.article_by_uid(uid)
            assert article is not None
            archive.withhold(article, reason="a test", at=now)
    said = repr([answer(path, number) for number in QUESTIONS])
    for secret in ("Juara", "Pasar", "guru", *UIDS.values()):
        assert secret not in said


def test_every_question_runs_on_an_empty_archive(tmp_path):
    Archive(tmp_path / "empty.db").close()
    for number in QUESTIONS:
        assert answer(tmp_path / "empty.db", number) == []


def test_a_sample_with_another_seed_is_another_and_as_long(live):
    _, sql, _ = QUESTIONS[12]
    with closing(sqlite3.connect(live)) as connection:
        orders = {
            tuple(row[0] for row in connection.execute(sql.replace("(uid, 5)", f"(uid, {seed})")))
            for seed in range(1, 13)
        }
    assert len(orders) > 8
    assert {frozenset(order) for order in orders} == {frozenset(ANSWERS[12])}


def test_the_readme_leads_to_the_questions():
    assert "docs/questions.md" in (Path(__file__).parents[1] / "README.md").read_text("utf-8")
