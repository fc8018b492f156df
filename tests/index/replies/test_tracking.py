"""A topic is followed through the documents in their own words."""

import pytest

from index.answers import AnswerKind
from index.errors import InputError
from index.generation import Generation
from index.replies import track_reply


def test_quotes_on_a_topic_are_verbatim_and_oldest_first(lagoon: Generation) -> None:
    found = track_reply(lagoon, "guidelines on rescue at sea")
    quotes = [line for line in found.lines if "·" in line.group]
    assert found.kind is AnswerKind.TRACK
    assert [line.text for line in quotes] == [
        "Fiji will draft guidelines on rescue at sea by the end of June 2014.",
        "Fiji circulated the draft guidelines on rescue at sea.",
    ]
    for line in quotes:
        assert line.text in found.citations[line.sources[0] - 1].text
    assert "4–5 March 2014" in quotes[0].group
    assert "2 September 2014" in quotes[1].group


def test_what_changed_is_told_from_facts_with_their_source(lagoon: Generation) -> None:
    found = track_reply(lagoon, "guidelines on rescue at sea")
    changes = [line for line in found.lines if line.group == "What changed"]
    assert any("arose, Fiji: followed up" in line.text for line in changes)
    assert all(line.sources for line in changes)


def test_steps_of_rilons_are_told_where_they_are_the_topic(lagoon: Generation) -> None:
    found = track_reply(lagoon, "RILON")
    assert any(line.text == "RILON Kiribati: considering" for line in found.lines)
    other = track_reply(lagoon, "patrol boats")
    assert not any(line.text.startswith("RILON") for line in other.lines)


def test_silence_of_later_documents_is_told(lagoon: Generation) -> None:
    found = track_reply(lagoon, "patrol boats")
    assert found.lines[-1].text.startswith("No mention after ")
    assert "Suva 2014" in found.lines[-1].text


@pytest.mark.parametrize(("since", "count"), [("2014-03-04", 2), ("April 2014", 1), ("2014", 2)])
def test_since_leaves_older_documents_out(lagoon: Generation, since: str, count: int) -> None:
    found = track_reply(lagoon, "rescue at sea", since)
    assert len({line.group for line in found.lines if "·" in line.group}) == count


@pytest.mark.parametrize("topic", ["nuclear fusion", "boats of Kiribati"])
def test_a_topic_of_which_nothing_is_said_is_not_stated(lagoon: Generation, topic: str) -> None:
    found = track_reply(lagoon, topic)
    assert found.abstained
    assert found.text == "Not stated in 2 documents."


@pytest.mark.parametrize(
    ("topic", "since"), [("the", None), ("boats", "whenever"), ("x" * 9999, None)]
)
def test_no_topic_and_no_date_are_refused(
    lagoon: Generation, topic: str, since: str | None
) -> None:
    with pytest.raises(InputError):
        track_reply(lagoon, topic, since)
