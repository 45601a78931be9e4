"""Crawls of many sites at once: a process a site, and one that looks after them all."""
