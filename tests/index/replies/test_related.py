"""Paragraphs about the same as a text, and paragraphs by citation."""

import pytest

from corpus.errors import CitationFormatError
from index.errors import InputError, NotFoundError
from index.generation import Generation
from index.replies import related_reply, source_reply


def test_the_paragraph_about_the_same_comes_first(lagoon: Generation) -> None:
    found = related_reply(lagoon, "Our northern islands need more patrol boats to be watched.")
    assert found.citations[0].quote.startswith("Tonga stressed that patrol boats")


@pytest.mark.parametrize("text", ["", "…", "Who ate the sandwiches?"])
def test_a_text_about_something_else_has_none(lagoon: Generation, text: str) -> None:
    assert related_reply(lagoon, text).abstained


def test_a_text_of_4001_characters_is_refused(lagoon: Generation) -> None:
    with pytest.raises(InputError):
        related_reply(lagoon, "a" * 4_001)


def test_sources_are_shown_whole(lagoon: Generation) -> None:
    first, second = (str(each.citation) for each in lagoon.indexed[:2])
    found = source_reply(lagoon, f"{first} {second}")
    assert [quotation.quote for quotation in found.citations] == [
        each.paragraph.text for each in lagoon.indexed[:2]
    ]


def test_a_source_that_is_gone_or_none_is_refused(lagoon: Generation) -> None:
    with pytest.raises(NotFoundError):
        source_reply(lagoon, "1999-atlantis#p1")
    with pytest.raises(CitationFormatError):
        source_reply(lagoon, "paragraph one")
    with pytest.raises(InputError):
        source_reply(lagoon, " ")
