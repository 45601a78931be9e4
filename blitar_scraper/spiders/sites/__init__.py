"""The sites that the program knows by itself: one file each, attributes only."""
