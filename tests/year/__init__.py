"""A simulated year of daily runs on a small site that lives: `make test-year` for all of it."""
