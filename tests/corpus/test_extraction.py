import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.corpus.made_up import extract_of

STATEMENT = """Statement of the Third Salmon Forum

The Third Salmon Forum was held in Oslo, Norway on 2 and 3 March 2017. It was attended by \
Norway and Canada.

Canada will prepare a survey of hatcheries.
"""


def test_a_plain_statement_yields_all_kinds_of_facts_without_a_warning() -> None:
    extract = extract_of(STATEMENT)
    assert [each.id for each in extract.meetings] == ["2017-03-02-salmon-forum-oslo"]
    assert len(extract.attendance) == 2
    assert len(extract.actions) == 1
    assert extract.warnings == ()


@pytest.mark.parametrize(
    ("text", "warning"),
    [
        (
            STATEMENT.replace(" It was attended by Norway and Canada.", ""),
            "No attendance was found.",
        ),
        (
            STATEMENT.replace("Canada will prepare a survey of hatcheries.", "It ended."),
            "No action items were found.",
        ),
        (
            STATEMENT.replace(" on 2 and 3 March 2017", " on 2 and 3 March"),
            "No date with a year was found for the meeting.",
        ),
        (STATEMENT.replace(" in Oslo, Norway", ""), "No place was found for the meeting."),
        (
            "Notes\n\nFish were many.",
            "It reports no meeting; it is listed by its own title and date.",
        ),
        (
            STATEMENT + "\nOn 9 May 2016, the Second Salmon Forum was held in Bergen.",
            "It also tells of Salmon Forum Bergen 2016, which counts as mentioned only.",
        ),
    ],
)
def test_what_a_maintainer_should_look_at_is_said_in_a_sentence(text: str, warning: str) -> None:
    assert warning in extract_of(text).warnings


@settings(max_examples=40, deadline=None)
@given(st.text(st.characters(exclude_categories=["Cc", "Cs", "Cn", "Co"]), max_size=400))
def test_every_fact_of_any_text_cites_a_paragraph_that_holds_it(text: str) -> None:
    extract = extract_of("Notes\n\nWe met. " + text)
    document = extract.document
    for entry in extract.attendance:
        paragraph = document.paragraph(entry.citation.ordinal)
        assert paragraph is not None
        assert entry.as_written in paragraph.text
    for item in extract.actions:
        paragraph = document.paragraph(item.citation.ordinal)
        assert paragraph is not None
        assert item.text in paragraph.text
    assert all(document.paragraph(each.citation.ordinal) for each in extract.meetings)


def test_ministers_are_not_the_co_chairs_alone_where_others_met_with_them() -> None:
    text = """Third Conference of the Amber Process

Riga, Latvia, 23 March 2016

We, the Foreign Ministers of Latvia and Estonia, had the honour to co-chair the Third Conference \
of the Amber Process in Riga, Latvia on 23 March 2016.

Ministers agreed to establish a joint register of amber. {}
"""
    alone, with_members = (
        extract_of(text.format(others)).actions[0].owners for others in ("", "Members took note.")
    )
    assert (alone, with_members) == (("Latvia", "Estonia"), ())
