"""Templates of a second hold-out: written by somebody who has not read the extraction, and described to nobody."""
