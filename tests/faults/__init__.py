"""Everything that may go wrong on the way from a site to the archive, one row each (`table/`), and what must follow."""
