"""The meetings that a document reports or mentions."""

from corpus.meetings.extraction import extract_meetings, reported_meeting, told_meetings

__all__ = ["extract_meetings", "reported_meeting", "told_meetings"]
