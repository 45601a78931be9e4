"""What happens to a sighting after the spider: it is checked against the rules, then stored."""
