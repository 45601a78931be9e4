"""Releases and exports read by the programs that analysts use. `make test-readers` runs this."""
