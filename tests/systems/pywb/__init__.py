"""Our WARC files replayed by pywb, the Web archives' own player. `make test-pywb` runs this."""
