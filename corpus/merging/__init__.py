"""One set of facts from the extracts of many documents."""

from corpus.merging.facts import merge

__all__ = ["merge"]
