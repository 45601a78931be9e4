"""What our web pages and feeds show: pure functions from an archive's rows to what a template prints."""
