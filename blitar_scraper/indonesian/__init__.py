"""The language of the pages: Indonesian dates, counts, word stems. Pure functions: no engine, no database, no clock."""
