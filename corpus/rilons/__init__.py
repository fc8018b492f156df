"""Regional Immigration Liaison Officer Networks and their histories."""

from corpus.rilons.extraction import extract_rilons, merge_rilons, status_of

__all__ = ["extract_rilons", "merge_rilons", "status_of"]
