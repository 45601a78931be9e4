"""Captures read again, without the network: our own, and those of others."""
