"""A real WordPress in Indonesian, from Debian's packages, on loopback: `make test-wordpress`."""
