import json
import os
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.attendance import extract_attendance
from corpus.documents import Citation
from corpus.facts import DateRange, Meeting
from corpus.meetings import reported_meeting
from corpus.reading import read_document

CONSULTATION = Meeting(
    id="2015-05-12-nadi",
    title="Sixth Regional Consultation",
    body="consultation",
    ordinal=6,
    dates=DateRange(date(2015, 5, 12), date(2015, 5, 14)),
    city="Nadi",
    country="Fiji",
    co_chairs=(),
    citation=Citation("x", 1),
)

HEADED = """Sixth Regional Consultation

The Sixth Regional Consultation was held in Nadi, Fiji on 12-14 May 2015.

List of Participants

Co-Chairs
Fiji
New Zealand

Members
Kiribati

Observers
- United States of America
- Pacific Islands Forum Secretariat (PIFS)

Outcomes

- Members agreed to meet Japan in Tokyo.
"""
INTRODUCED = """Report of the Sixth Consultation

On 12 May 2015 officials met in Nadi. The following countries attended the meeting:

1. Guatemala
2. El Salvador

Also in attendance, as observers, were Brazil and Ecuador. Nicaragua was not represented. The next
meeting will be attended by Cuba.

The fifth meeting in Managua on 3 March 2014 was attended by Panama. The meeting was co-chaired
by Mexico.
"""
TABLE = """Minutes of the Consultation

| Country | Head of delegation |
|---|---|
| Australia | Ms Jane Brown, First Assistant Secretary |
| Papua New Guinea | Mr Peter Kila |

Singapore presented its visa system.
"""
ANNEX = """Sixth Regional Consultation

The Sixth Regional Consultation was held in Nadi, Fiji on 12-14 May 2015.

The Consultation adopted the work programme of the network for the two years to come.

ANNEX 1: LIST OF PARTICIPANTS

AUSTRALIA

Ms Mary Jones, First Secretary, Australian Embassy in Indonesia

REPUBLIC OF KOREA

Mr Kim Min-jun, Director, Ministry of Justice

INTERNATIONAL ORGANIZATIONS

Ms Anna Rossi, IOM Jakarta, Indonesia

ANNEX 2: PROGRAMME

Day 1: Presentation by Singapore
"""
LABELS = """Co-Chairs' Summary

12-14 May 2015, Nadi

Members: Australia, Fiji. Observers: Japan, UNHCR. Special guest: Hong Kong, China.
"""
TWICE = """Sixth Regional Consultation

The meeting was attended by Fiji and Tonga. Representatives from Canada and Hong Kong also
attended. The Co-Chairs welcomed Hong Kong as special guest. Fiji and Samoa co-chaired the meeting.
"""

CAPACITIES = """Sixth Regional Consultation

No.\tDelegation\tHead of delegation\tCapacity
1\tFiji\tMr Peter Kila\tCo-Chair
2\tKiribati\tMs Mary Jones\tMember
3\tJapan\t\tObserver
4\tIOM\tMs Anna Rossi\tObserver
5\tNauru\t-\tApologies

City\tCountry\tStatus
Suva\tFrance\tProposed
"""
LABELLED_WITHIN = """Sixth Regional Consultation

Participants

Members: Fiji; Tonga
Observers: Japan; the Netherlands; UN Women
International organisations: IOM, UNHCR
Members not represented: Nauru; Tuvalu
"""

COLUMNS = """Sixth Regional Consultation
12-14 May 2015, Nadi

ATTENDANCE LIST
MEMBERS                 OBSERVERS            ORGANISATIONS
Fiji                    Canada               IOM
Brunei Darussalam       United Kingdom       UNHCR
Samoa
Tonga

OUTCOMES
1. Members agreed to meet Japan.
"""
BY_COUNTRY = """Sixth Regional Consultation, Nadi, 12 May 2015

Participants (by country)
1) Fiji – Ms J. Wells (Co-Chair)
2) Samoa – Mr A. Cole (Co-Chair)
3) Tonga – via video link
4) Nauru – absent

Observer States represented: Iran, Pakistan
"""
ON_A_CALL = """Record of the consultation on returns, 12 May 2015

Chair: Samoa
On the call: Fiji, IOM
Not on the call: Nauru
"""
CUT = """Sixth Regional Consultation

The meeting was attended by representatives of Fiji, Samoa,

Sixth Regional Consultation
Page 2 of 2

Tonga and Vanuatu, as well as IOM. Peru has a new law.
"""


def _attendance(text: str) -> dict[str, str]:
    document = read_document("made-up.txt", text.encode())
    found = extract_attendance(document, CONSULTATION)
    return {each.delegation.name: str(each.capacity) for each in found}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            HEADED,
            {
                "Fiji": "co-chair",
                "New Zealand": "co-chair",
                "Kiribati": "member",
                "United States": "observer",
                "Pacific Islands Forum Secretariat": "observer",
            },
        ),
        (
            INTRODUCED,
            {
                "Guatemala": "participant",
                "El Salvador": "participant",
                "Brazil": "observer",
                "Ecuador": "observer",
                "Nicaragua": "absent",
            },
        ),
        (TABLE, {"Australia": "participant", "Papua New Guinea": "participant"}),
        (
            ANNEX,
            {"Australia": "participant", "South Korea": "participant", "IOM": "organisation"},
        ),
        (
            LABELS,
            {
                "Australia": "member",
                "Fiji": "member",
                "Japan": "observer",
                "UNHCR": "observer",
                "Hong Kong": "special guest",
            },
        ),
        (
            CAPACITIES,
            {
                "Fiji": "co-chair",
                "Kiribati": "member",
                "Japan": "observer",
                "IOM": "observer",
                "Nauru": "absent",
            },
        ),
        (
            COLUMNS,
            {
                "Fiji": "member",
                "Brunei": "member",
                "Samoa": "member",
                "Tonga": "member",
                "Canada": "observer",
                "United Kingdom": "observer",
                "IOM": "organisation",
                "UNHCR": "organisation",
            },
        ),
        (
            BY_COUNTRY,
            {
                "Fiji": "co-chair",
                "Samoa": "co-chair",
                "Tonga": "participant",
                "Nauru": "absent",
                "Iran": "observer",
                "Pakistan": "observer",
            },
        ),
        (
            ON_A_CALL,
            {
                "Samoa": "co-chair",
                "Fiji": "participant",
                "IOM": "organisation",
                "Nauru": "absent",
            },
        ),
        (
            CUT,
            {
                "Fiji": "participant",
                "Samoa": "participant",
                "Tonga": "participant",
                "Vanuatu": "participant",
                "IOM": "organisation",
            },
        ),
        (
            LABELLED_WITHIN,
            {
                "Fiji": "member",
                "Tonga": "member",
                "Japan": "observer",
                "Netherlands": "observer",
                "UN Women": "observer",
                "IOM": "organisation",
                "UNHCR": "organisation",
                "Nauru": "absent",
                "Tuvalu": "absent",
            },
        ),
    ],
    ids=[
        "headings",
        "introduced list",
        "table",
        "annex",
        "labels",
        "table of capacities",
        "columns",
        "by country",
        "call",
        "cut by a page header",
        "labels within a list",
    ],
)
def test_lists_are_read_in_every_layout(text: str, expected: dict[str, str]) -> None:
    assert _attendance(text) == expected


def test_a_delegation_named_twice_keeps_its_most_particular_capacity() -> None:
    assert _attendance(TWICE) == {
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
    assert _attendance(text) == {"Fiji": "participant"}


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
