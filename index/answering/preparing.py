"""Working out what all questions to one generation share, before it serves."""

from index.answering.paragraph_numbers import numbers_about
from index.generation import Generation
from index.understanding.meeting_mentions import matches_of, say
from index.understanding.name_words import short_forms


def prepare(generation: Generation) -> None:
    """Let no question wait for what the first one would work out; some 60 ms for 10,000 paragraphs.

    CPU only, and not for the event loop.
    """
    matches_of(generation, say("", noun=False, shorts=short_forms(generation)))
    numbers_about(generation, generation.facts.meetings[:1])
