"""How a release is made, kept, gone back to and served: a public copy of an archive."""
