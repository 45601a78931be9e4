"""Many sites crawled every day for half a year while faults come and go: `make test-soak` for all of it.

A process serves the sites on loopback (`server.py`), each on an address of its own; what they say is a pure function of
seed, site and day (`sites.py`, `lives.py`, `pages.py`), and so is what goes wrong when (`faults.py`). The oracle
(`oracle.py`) knows from the servers' log what each run could see, and compares the archive with it after every day.
"""
