"""The language of the pages: Indonesian dates, counts and word stems. Pure functions; no engine, no database, no clock."""
