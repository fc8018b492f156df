import json
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.attendance import extract_attendance
from corpus.meetings import reported_meeting
from corpus.reading import read_document
from tests.corpus.attendance.consultation import CONSULTATION, attendance

TWICE = """Sixth Regional Consultation

The meeting was attended by Fiji and Tonga. Representatives from Canada and Hong Kong also
attended. The Co-Chairs welcomed Hong Kong as special guest. Fiji and Samoa co-chaired the meeting.
"""


def test_a_delegation_named_twice_keeps_its_most_particular_capacity() -> None:
    assert attendance(TWICE) == {
        "Fiji": "co-chair",
        "Tonga": "participant",
        "Canada": "also attended",
        "Hong Kong": "special guest",
        "Samoa": "co-chair",
    }


def test_a_sentence_about_another_meeting_is_left_out_until_the_text_comes_back() -> None:
    text = (
        "Report\n\nThe fifth meeting was held in Lima on 3 March 2014. It was attended by Peru.\n\n"
        "The sixth meeting was held in Nadi on 12 May 2015. It was attended by Fiji."
    )
    assert attendance(text) == {"Fiji": "participant"}


@given(st.text(st.characters(exclude_categories=["C"]), max_size=400))
def test_every_name_is_a_slice_of_the_paragraph_it_cites(text: str) -> None:
    document = read_document("x.txt", f"Participants: Fiji\n\n{text}\n".encode(errors="ignore"))
    for each in extract_attendance(document, CONSULTATION):
        paragraph = document.paragraph(each.citation.ordinal)
        assert paragraph is not None
        assert each.as_written in paragraph.text


def _gold() -> Iterator[tuple[str, bytes, set[str]]]:
    """Each gold document that reports a meeting, and whom its text names as there or absent."""
    root = Path(os.environ["RAPPORTEUR_SHARED"])
    for texts, gold in (("corpus", "gold/facts.json"), ("wild/corpus", "wild/gold.json")):
        statements = json.loads((root / gold).read_text("utf-8"))["statements"]
        for file, statement in statements.items():
            if statement["meeting"]:
                names = {each["delegation"] for each in statement["attendance"]}
                absent = set(statement.get("absent", ()))
                yield file, (root / texts / file).read_bytes(), names | absent


@pytest.mark.skipif("RAPPORTEUR_SHARED" not in os.environ, reason="needs RAPPORTEUR_SHARED")
def test_the_gold_attendance_is_found_whole_and_nothing_else() -> None:
    for file, content, expected in _gold():
        document = read_document(file, content)
        meeting = reported_meeting(document)
        assert meeting is not None, file
        found = extract_attendance(document, meeting)
        assert {each.delegation.name for each in found} == expected, file


def test_parts_of_a_list_may_say_what_they_are_of_and_a_cell_that_someone_was_absent() -> None:
    text = """Report of the Sixth Consultation

The Sixth Consultation was held in Nadi on 12 May 2015.

Members of the Commission: Angola, Chad.

Observer countries: Belgium.

Participants

| Delegation | Head of delegation | Status |
|---|---|---|
| Norway | State Secretary | Member |
| Croatia | - (did not attend) | Member |
"""
    document = read_document("consultation.txt", text.encode())
    found = {
        each.delegation.name: str(each.capacity)
        for each in extract_attendance(document, CONSULTATION)
    }
    assert found == {
        "Angola": "member",
        "Chad": "member",
        "Belgium": "observer",
        "Norway": "member",
        "Croatia": "absent",
    }


def test_who_joins_in_a_statement_met_where_nothing_else_is_said() -> None:
    text = """Joint Statement by President Alar Karis of Estonia and Prime Minister Evika of Latvia

Tartu, 17 May 2019

The leaders met in Tartu on 17 May 2019 and spoke of Ukraine.
"""
    document = read_document("joint.txt", text.encode())
    meeting = reported_meeting(document)
    assert meeting is not None
    found = extract_attendance(document, meeting)
    assert [each.delegation.name for each in found] == ["Estonia", "Latvia"]


def test_persons_under_a_heading_stand_for_whom_the_line_names_first() -> None:
    text = """MINUTES OF MEETING

Joint Committee on the Strait Bridge

Date: 9 Feb 2023

Attendees
Greece: Mr. C. Pappas
Bulgaria: Ms. D. Ivanova
World Bank (observer): Ms. F. Chen

1. Traffic study
Mr Pappas presented the results.
"""
    document = read_document("minutes.txt", text.encode())
    meeting = reported_meeting(document)
    assert meeting is not None
    found = extract_attendance(document, meeting)
    assert [(each.delegation.name, str(each.capacity)) for each in found] == [
        ("Greece", "participant"),
        ("Bulgaria", "participant"),
        ("World Bank", "observer"),
    ]


def test_the_group_that_met_is_not_one_of_those_who_attended_it() -> None:
    text = """Summary of the Third Meeting of the Infrastructure Working Group

The G20 Infrastructure Working Group (IWG) held its third meeting in Oslo on 22 May 2025, together
with Kenya and Chad.
"""
    document = read_document("group.txt", text.encode())
    meeting = reported_meeting(document)
    assert meeting is not None
    names = {each.delegation.name for each in extract_attendance(document, meeting)}
    assert "IWG" not in names
