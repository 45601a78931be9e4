"""Generated archives of any size, for measurements."""
