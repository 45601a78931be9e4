"""Templates of a third hold-out: ordinary pages, by somebody who has read neither the extraction nor its tests."""
