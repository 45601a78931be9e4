"""How a site is asked, and how often: robots.txt, pauses, retries, when it is left alone."""
