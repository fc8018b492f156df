"""One page on a meeting, every line with its paragraph."""

import pytest

from index.answers import Answer
from index.errors import NotFoundError
from index.generation import Generation
from index.replies import brief_reply


def lines_of(answer: Answer, group: str) -> list[str]:
    return [line.text for line in answer.lines if line.group == group]


def test_a_brief_tells_when_where_who_and_what(lagoon: Generation) -> None:
    brief = brief_reply(lagoon, "Apia")
    assert "Held: 4–5 March 2014" in lines_of(brief, "When and where")
    assert "Place: Apia, Samoa" in lines_of(brief, "When and where")
    assert "Co-chairs (2): Samoa, Fiji" in lines_of(brief, "Who")
    assert any("(1): Nauru" in line for line in lines_of(brief, "Who"))
    (draft, *_) = lines_of(brief, "Action items and their fate")
    assert "Fiji will draft guidelines on rescue at sea" in draft
    assert "followed up" in draft
    assert lines_of(brief, "Documents that report it")


def test_every_line_of_a_brief_is_cited(shipped: Generation) -> None:
    for meeting in shipped.facts.meetings:
        brief = brief_reply(shipped, meeting.id)
        assert brief.text_sources
        assert all(line.sources for line in brief.lines)
        for quotation in brief.citations:
            assert quotation.quote in quotation.text


def test_key_quotes_are_verbatim_and_at_most_five(shipped: Generation) -> None:
    for meeting in shipped.reported.values():
        brief = brief_reply(shipped, meeting.id)
        quotes = [line for line in brief.lines if line.group == "Key quotes"]
        assert len(quotes) <= 5
        for line in quotes:
            assert line.text in brief.citations[line.sources[0] - 1].text


def test_a_meeting_that_is_only_mentioned_says_so(shipped: Generation) -> None:
    brief = brief_reply(shipped, "2011-11-14-tewg-negombo")
    assert "No document reports it" in brief.text
    assert lines_of(brief, "Documents that mention it")


def test_an_unknown_meeting_is_refused(lagoon: Generation) -> None:
    with pytest.raises(NotFoundError):
        brief_reply(lagoon, "Atlantis")
