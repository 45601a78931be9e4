"""Runs the code given as its argument, as `python -c` does."""

import sys

if __name__ == "__main__":
    exec(sys.argv[1], {"__name__": "__main__"})
