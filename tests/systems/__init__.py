"""Real publishing systems, installed and filled for the occasion. Opt-in: they need packages of the distribution."""
