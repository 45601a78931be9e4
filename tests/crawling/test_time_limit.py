"""A crawl that a person gives so many hours ends in order, says so, and is gone on with by the next one."""


def test_a_run_out_of_time_ends_in_order_and_the_next_one_goes_on(crawls):
    # Over as soon as the crawl has begun.
    result = crawls.run(hours=1e-9)
    assert (result["status"], result["exit_status"]) == ("cut", 3)
    assert result["reason"] == "time-limit: stopped after 1e-09 h; the next run goes on"
    assert len(crawls.requested()) <= 2, "nothing is asked for any more"
    (problem,) = crawls.rows("SELECT * FROM problems WHERE problem = 'time-limit'")
    assert problem["url"] is None and problem["resolved_at"] is None

    result = crawls.run(hours=24)
    assert (result["status"], result["exit_status"], result["reason"]) == ("finished", 0, None)
    assert result["run"]["new"] > 100
    (problem,) = crawls.rows("SELECT * FROM problems WHERE problem = 'time-limit'")
    assert problem["resolved_at"] is not None
