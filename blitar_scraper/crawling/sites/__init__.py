"""Which sites there are, and who says what of them: files, blitar.toml, lists, probes."""
