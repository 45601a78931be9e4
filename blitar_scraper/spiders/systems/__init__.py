"""One base for each publishing system that many governments use: where it offers its news. No site needs one."""
