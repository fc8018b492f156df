"""Pure functions from results to what Discord shows, inside all of its limits."""
