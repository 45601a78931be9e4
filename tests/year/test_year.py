"""A simulated year of daily runs: everything that the plan can see is found, once, at hardly more than its cost.

Forty days of it are run in every suite, two whole years by `make test-year`.
"""

from __future__ import annotations

from collections import Counter

from tests.year.year import Year

# What the issue allows beside the fewest requests possible for the plan.
MOST = 1.2


def test_the_days_show_all_that_they_are_to_show(year: Year) -> None:
    found = year.must_find
    states = {(number, day): year.lives[number].on(day) for number, day in found.removals}
    assert {state.answer for state in states.values() if state} == {"404", "soft-404", "home"}
    assert len(found.moves) > 1 and found.returns
    changed = [(edit.before.title != edit.after.title, edit.before.body != edit.after.body) for edit in found.edits]
    assert set(changed) == {(True, False), (False, True), (True, True), (False, False)}  # the last: its date
    # Edits that the first reading by the newer parser finds, and some that no look can tell of.
    assert any(edit.day >= year.parser_changes_on for edit in found.edits)
    made = sum(state.event == "edited" for life in year.lives for state in life.states)
    assert len(found.edits) < made


def test_every_run_ends_well(year: Year) -> None:
    assert {(run["status"], run["exit_status"]) for run in year.said["runs"]} == {("finished", 0)}
    assert len(year.said["runs"]) == year.days


def test_each_edit_is_found_once_and_nothing_else_is_called_an_edit(year: Year) -> None:
    assert year.edits_found() == year.edits_expected()
    assert sum(run["run"]["edited"] for run in year.said["runs"]) == len(year.must_find.edits)


def test_each_removal_is_found_once(year: Year) -> None:
    assert year.removals_found() == sorted(year.must_find.removals)
    assert sum(run["run"]["gone"] for run in year.said["runs"]) == len(year.must_find.removals)


def test_what_comes_back_is_gone_no_longer(year: Year) -> None:
    gone = {year.number_of[row["id"]] for row in year.rows("SELECT id FROM articles WHERE gone_at IS NOT NULL")}
    removed, returned = Counter(n for n, _ in year.must_find.removals), Counter(n for n, _ in year.must_find.returns)
    assert gone == set(removed - returned)


def test_an_article_is_one_row_wherever_it_moves(year: Year) -> None:
    assert len(year.number_of) == len(set(year.number_of.values())) == len(year.must_find.content)
    moved = {number for number, _ in year.must_find.moves}
    pages = Counter(
        year.number_of[row["article_id"]] for row in year.rows("SELECT article_id FROM pages WHERE article_id NOT NULL")
    )
    assert {number for number, count in pages.items() if count > 1} == moved


def test_the_history_of_each_article_is_complete(year: Year) -> None:
    for article_id, number in year.number_of.items():
        assert year.history_found(article_id) == year.history_expected(number)


def test_better_reading_is_no_edit(year: Year) -> None:
    """The parser changed in the middle; what it reads otherwise is `reparsed`, for each article once."""
    reparsed = year.rows("SELECT * FROM article_versions WHERE superseded_by = 'reparsed'")
    assert reparsed
    assert len({row["article_id"] for row in reparsed}) == len(reparsed)
    assert {row["superseded_by"] for row in year.rows("SELECT superseded_by FROM article_versions")} <= {
        *("edited", "reparsed", "merged")
    }
    assert all(year.day_at(row["superseded_at"]) >= year.parser_changes_on for row in reparsed)


def test_requests_are_hardly_more_than_the_fewest_possible(year: Year) -> None:
    assert year.requests <= MOST * year.fewest
    assert year.requests == sum(run["run"]["requests"] for run in year.said["runs"][1:])


def test_pages_that_have_not_changed_are_not_sent_again(year: Year) -> None:
    """Where the site has validators, a look at an unchanged article costs no page."""
    answers = Counter(row["status"] for row in year.rows("SELECT http_status AS status FROM captures"))
    seen_again = sum(year.must_find.looks.values()) - len(year.must_find.edits) - len(year.must_find.removals)
    if year.site.get("validators"):
        assert answers[304] >= 0.8 * seen_again > 0
    else:
        assert answers[304] == 0


def test_a_naive_recrawl_costs_at_least_what_is_reckoned(year: Year) -> None:
    """It is reckoned from the size of each page; a real crawl of all there is on the last day costs a little more."""
    requests, size, exit_status = year.said["full"]
    reckoned_requests, reckoned_size = year.said["naive"][str(year.days - 1)]
    assert exit_status == 0
    assert reckoned_requests <= requests <= 1.1 * reckoned_requests
    assert reckoned_size <= size <= 1.1 * reckoned_size


def test_views_grow_by_readers_alone(year: Year) -> None:
    """The site counts our visits, too; they are taken away where that is shown: where listings show the counts."""
    (site,) = year.rows("SELECT counts_own_fetches AS counts FROM sites")
    assert site["counts"] == 1 or (site["counts"] is None and not year.site.get("lists_counts", True))
    if site["counts"] is None:
        return
    grown = year.rows(
        """SELECT article_id, SUM(growth) AS growth, MIN(growth) AS least, MIN(previous_at) AS first,
               MAX(observed_at) AS last FROM view_growth GROUP BY article_id"""
    )
    assert len(grown) > 10
    for row in grown:
        life = year.lives[year.number_of[row["article_id"]]]
        readers = life.readers(year.day_at(row["last"])) - life.readers(year.day_at(row["first"]))
        assert (row["growth"], row["least"] >= 0) == (readers, True)
