"""Rows of an archive as files of other programs, whole or not at all."""
