"""Templates kept aside: written by somebody who does not know the extraction, never tuned to, only measured."""
