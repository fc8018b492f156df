"""Likeness of meaning: sentence vectors, where the extra `semantic` is installed."""
