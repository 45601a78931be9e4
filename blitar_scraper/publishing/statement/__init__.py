"""The data statement of an archive, and how to cite it."""
