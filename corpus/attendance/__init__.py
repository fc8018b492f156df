"""Who attended a meeting, and as what."""

from corpus.attendance.extraction import extract_attendance

__all__ = ["extract_attendance"]
