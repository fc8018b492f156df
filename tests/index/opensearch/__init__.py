"""The engine that ranks in a search cluster."""
