"""One set of facts from the extracts of many documents."""

from corpus.merging.facts import Merger, merge
from corpus.merging.meetings import meeting_order

__all__ = ["Merger", "meeting_order", "merge"]
