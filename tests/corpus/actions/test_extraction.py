"""Action items of whole documents: lists, meetings, ids, and words that stay the source's."""

import tomllib
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.actions import distinct_ids, extract_actions
from corpus.documents import Citation, Document, Form, Kind, Paragraph
from corpus.facts import ActionItem, DateRange, Meeting, Strength
from corpus.reading import read_document

_LISTS: dict[str, Any] = tomllib.loads(
    Path(__file__).with_name("made_up_lists.toml").read_text("utf-8")
)


def _read(text: str) -> Document:
    return read_document("made-up.txt", text.encode())


def _document(*paragraphs: Paragraph) -> Document:
    return Document("made-up", "made-up.txt", "", "", Kind.STATEMENT, "", paragraphs)


def _meeting(
    ordinal: int, day: date, *, reported_by: str | None = None, name: str = "som"
) -> Meeting:
    dates = DateRange(day, day)
    citation = Citation("made-up", ordinal)
    return Meeting(name, "", "SOM", None, dates, None, None, (), citation, reported_by)


def _texts(items: tuple[ActionItem, ...]) -> list[str]:
    return [each.text for each in items]


def test_items_of_a_list_inherit_the_sentence_that_introduces_them() -> None:
    document = _read(
        "Summary of the Third Dialogue\n\n"
        "Japan and Peru committed to the following by June 2016:\n\n"
        "- a joint study of remittances;\n"
        "- training of twenty officers, hosted by Chile; and\n"
        "- sharing templates before May 2016.\n"
    )
    meeting = _meeting(1, date(2015, 3, 2), reported_by="made-up.txt")
    items = extract_actions(document, [meeting])
    assert [each.owners for each in items] == [("Japan", "Peru"), ("Chile",), ("Japan", "Peru")]
    assert [each.due_text for each in items] == ["by June 2016", "by June 2016", "before May 2016"]
    assert {each.strength for each in items} == {Strength.COMMITMENT}
    assert {each.lead for each in items} == {
        "Japan and Peru committed to the following by June 2016:"
    }
    assert {each.meeting for each in items} == {"som"}


def test_an_item_with_a_verb_of_its_own_keeps_its_own_strength_and_owner() -> None:
    document = _read(
        "Chair's summary\n\nMembers agreed on the following action items:\n\n"
        "- Kenya will draft a template.\n"
        "- Members were encouraged to share statistics.\n"
        "- Participants noted the calendar of meetings.\n"
        "- The budget has been approved.\n"
    )
    items = extract_actions(document, ())
    assert [(each.strength, each.owners) for each in items] == [
        (Strength.COMMITMENT, ("Kenya",)),
        (Strength.RECOMMENDATION, ()),
    ]


@pytest.mark.parametrize(
    "lead",
    [
        "The purpose of the meeting was to:",
        "The agenda was as follows:",
        "Participants discussed:",
        "The United States continues to fulfill commitments made last year:",
        "The Secretariat acts as a focal point for members to:",
    ],
)
def test_items_of_other_lists_are_none(lead: str) -> None:
    text = f"Report\n\n{lead}\n\n- review progress;\n- sharing information on trends.\n"
    assert extract_actions(_read(text), ()) == ()


def test_a_heading_makes_its_directives_action_items() -> None:
    document = _read(
        "Outcome of the Annual Consultations\n\n"
        "The consultations were held in Suva on 3 May 2016.\n\n"
        "Next steps\n\n"
        "- Secretariat to circulate the minutes.\n"
        "- Fiji: host the drafting retreat.\n"
        "- Prepare a glossary of agreed terms.\n"
        "- Members noted the calendar.\n"
        "- Lunch\n"
    )
    items = extract_actions(document, ())
    assert [each.owners for each in items] == [("Secretariat",), ("Fiji",), ()]


def test_an_announcement_without_a_subject_makes_a_list() -> None:
    document = _read(
        "Report of the Panel\n\nThe following recommendations were made:\n\n"
        "- better use of existing channels;\n- regular briefings by liaison officers.\n"
    )
    items = extract_actions(document, ())
    assert [each.strength for each in items] == [Strength.RECOMMENDATION] * 2


def test_the_sentence_that_introduces_a_list_is_no_item_of_its_own() -> None:
    document = _read("Report\n\nMembers agreed to:\n\n- hold a seminar;\n- publish a paper.\n")
    assert _texts(extract_actions(document, ())) == ["hold a seminar;", "publish a paper."]


def test_a_sentence_that_details_an_item_belongs_to_it() -> None:
    text = (
        "Nauru will draft a questionnaire. This would be circulated in July 2016. "
        "Ultimately, this would inform a study. UNHCR offered to comment."
    )
    items = extract_actions(_document(Paragraph(1, text)), [_meeting(1, date(2016, 2, 1))])
    assert _texts(items) == [text.split(" UNHCR")[0], "UNHCR offered to comment."]
    assert items[0].due == DateRange(date(2016, 7, 1), date(2016, 7, 31), items[0].due.precision)  # type: ignore[union-attr]
    assert items[1].due is None


def test_a_pronoun_takes_the_owner_of_the_sentence_before() -> None:
    paragraph = Paragraph(1, "Togo described its laws. It will share them with the group.")
    (item,) = extract_actions(_document(paragraph), ())
    assert item.owners == ("Togo",)


def test_an_item_belongs_to_the_meeting_that_its_paragraph_sums_up() -> None:
    document = _document(
        Paragraph(1, "Members agreed to meet again."),
        Paragraph(2, "3 May 2011: Workshop on visas. Members agreed to share trends."),
    )
    report = _meeting(1, date(2012, 6, 1), reported_by="made-up.txt", name="som")
    workshop = _meeting(2, date(2011, 5, 3), name="workshop")
    items = extract_actions(document, [report, workshop])
    assert [each.meeting for each in items] == ["som", "workshop"]


def test_a_document_that_reports_nothing_lends_its_items_no_meeting() -> None:
    document = _document(Paragraph(1, "The Steering Group will review the budget."))
    (item,) = extract_actions(document, [_meeting(4, date(2011, 5, 3))])
    assert item.meeting == ""


def test_headings_and_signatures_hold_no_items() -> None:
    text = "Fiji will host."
    forms = (Form.TITLE, Form.HEADING, Form.SIGNATURE, Form.DATELINE)
    paragraphs = [Paragraph(place, text, form) for place, form in enumerate(forms, 1)]
    assert extract_actions(_document(*paragraphs), ()) == ()


def test_an_id_stays_while_the_words_stay() -> None:
    one = extract_actions(_document(Paragraph(1, "Fiji will host a seminar.")), ())
    other = extract_actions(_document(Paragraph(7, "Fiji will  host a seminar.")), ())
    assert one[0].id == other[0].id
    assert one[0].id.startswith("A-")
    assert len(one[0].id) == 6


def test_equal_texts_get_two_ids_and_the_first_keeps_the_plain_one() -> None:
    (item,) = extract_actions(_document(Paragraph(1, "Fiji will host a seminar.")), ())
    again = replace(item, citation=Citation("other", 1))
    first, second = distinct_ids([item, again])
    assert first == item
    assert second.id != item.id
    assert replace(second, id=item.id) == again


_WORDS = st.sampled_from(
    "Fiji members UNHCR will agreed to that share a report the following : ; . , by 2016".split()
)


@given(st.lists(st.lists(_WORDS, max_size=25).map(" ".join), max_size=6))
def test_every_item_is_a_slice_of_the_paragraph_it_cites(texts: list[str]) -> None:
    document = _document(*(Paragraph(place, text) for place, text in enumerate(texts, 1)))
    items = extract_actions(document, [_meeting(1, date(2012, 1, 1))])
    assert len({each.id for each in items}) == len(items)
    for item in items:
        paragraph = document.paragraph(item.citation.ordinal)
        assert paragraph is not None
        assert item.text in paragraph.text
        assert item.due_text in item.text + item.lead


@pytest.mark.parametrize("case", _LISTS["documents"], ids=lambda case: case["about"])
def test_lists_tell_what_is_to_be_done_and_by_whom(case: dict[str, Any]) -> None:
    items = extract_actions(_read(case["text"]), ())
    assert len(items) == len(case["items"])
    for item, (words, strength, *owners) in zip(items, case["items"], strict=True):
        assert words in item.text
        assert (item.strength, sorted(item.owners)) == (strength, sorted(owners))
