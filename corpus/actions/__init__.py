"""Action items: what was undertaken, by whom, by when."""

from corpus.actions.extraction import distinct_ids, extract_actions, possible_ids

__all__ = ["distinct_ids", "extract_actions", "possible_ids"]
