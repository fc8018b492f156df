"""Storing, ranking and answering; knows nothing of Discord."""
