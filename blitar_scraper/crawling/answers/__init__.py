"""What becomes of an answer before the spider sees it: whether it is whole, its capture, conditional requests."""
