"""The Datasette plugin: the archive's own pages beside Datasette's."""
