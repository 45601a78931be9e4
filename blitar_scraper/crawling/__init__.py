"""What runs a crawl: configuration, lock, run record, frontier, manners, progress, health and exit status."""
