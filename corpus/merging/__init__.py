"""One set of facts from the extracts of many documents."""

from corpus.merging.facts import Merger, merge

__all__ = ["Merger", "merge"]
