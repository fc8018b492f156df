"""Acronyms and what documents say that they stand for."""

from corpus.acronyms.extraction import extract_acronyms

__all__ = ["extract_acronyms"]
