"""Meetings of made-up documents; the texts of `made_up_meetings.toml` hold what they report."""

import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.documents import Citation
from corpus.facts import Meeting
from corpus.meetings import extract_meetings, reported_meeting, told_meetings
from corpus.reading import read_document

DOCUMENTS: list[dict[str, Any]] = tomllib.loads(
    Path(__file__).with_name("made_up_meetings.toml").read_text("utf-8")
)["documents"]


def meetings(text: str) -> tuple[Meeting, ...]:
    return extract_meetings(read_document("made-up.txt", text.encode()))


def brief(meeting: Meeting) -> tuple[str, int | None, str | None, str | None]:
    start = meeting.dates.iso()[0] if meeting.dates else None
    return meeting.body, meeting.ordinal, start, meeting.city


def reported(text: str) -> Meeting | None:
    return reported_meeting(read_document("made-up.txt", text.encode()))


@pytest.mark.parametrize(
    "expected",
    [each for each in DOCUMENTS if "none" not in each],
    ids=lambda each: each["text"][:40],
)
def test_the_reported_meeting_has_what_the_text_says_and_no_more(expected: dict[str, Any]) -> None:
    meeting = reported(expected["text"])
    assert meeting is not None
    assert meeting.ordinal == expected.get("ordinal")
    assert (list(meeting.dates.iso()) if meeting.dates else None) == expected.get("dates")
    assert meeting.city == expected.get("city")
    assert list(meeting.co_chairs) == expected.get("co_chairs", [])
    assert meeting.body == expected.get("body", meeting.body)
    assert meeting.country == expected.get("country", meeting.country)


@pytest.mark.parametrize(
    "expected", [each for each in DOCUMENTS if "none" in each], ids=lambda each: each["text"][:40]
)
def test_a_document_about_no_meeting_reports_none(expected: dict[str, Any]) -> None:
    assert reported(expected["text"]) is None


STATEMENT = """Statement of the Third Meeting of the Arctic Salmon Commission

Oslo, Norway, 2 March 2017

The Third Meeting of the Arctic Salmon Commission took place in Oslo, Norway on 2 March 2017.

"""


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "The second meeting of the Commission had been held in Bergen in May 2016.",
            ("Arctic Salmon Commission", 2, "2016-05", "Bergen"),
        ),
        (
            "Members welcomed the Workshop on Hatchery Genetics (Reykjavik, 4-6 October 2016).",
            ("workshop", None, "2016-10-04", "Reykjavik"),
        ),
        (
            "The next meeting will be hosted by Iceland in Reykjavik on 5-6 March 2018.",
            ("Arctic Salmon Commission", None, "2018-03-05", "Reykjavik"),
        ),
        (
            "On 3 June 2016 the Working Group on Nets met in Lisbon.",
            ("Working Group on Nets", None, "2016-06-03", "Lisbon"),
        ),
        (
            "10-11 May 2011: Expert Group on Nets, Vienna. It agreed on nets.",
            ("Expert Group on Nets", None, "2011-05-10", "Vienna"),
        ),
        (
            "Fourth Seminar on Smolt – Dublin, Ireland, 8-9 July 2015",
            ("seminar", 4, "2015-07-08", "Dublin"),
        ),
        (
            "The 7th North Sea Forum is scheduled for 5 March 2019 in Hamburg.",
            ("North Sea Forum", 7, "2019-03-05", "Hamburg"),
        ),
        (
            "Since the first Baltic Sea Summit in Riga in September 2012, catches fell.",
            ("Baltic Sea Summit", 1, "2012-09", "Riga"),
        ),
    ],
)
def test_a_dated_meeting_of_another_sentence_is_mentioned(
    sentence: str, expected: tuple[str, int | None, str, str]
) -> None:
    first, second = meetings(STATEMENT + sentence)
    assert first.reported_by == "made-up.txt"
    assert second.reported_by is None
    assert brief(second) == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "Members will submit questionnaires to the Secretariat by 30 June 2017.",
        "Resolution 14 was adopted on 5 April 2011.",
        "The Agreement was signed in Paris on 12 December 2015.",
        "The portal is expected to be operational in July 2012.",
        "The meeting agreed that members would report by 10 May 2018.",
        "Iceland would host a workshop on the topic in 2019.",
        "The Commission's Annual Report 2015 was published on 4 May 2016.",
        "It was recommended at the 10th Anniversary Forum.",
    ],
)
def test_a_date_without_a_meeting_makes_none(sentence: str) -> None:
    assert len(meetings(STATEMENT + sentence)) == 1


def test_a_meeting_told_twice_is_one_with_all_its_paragraphs_and_the_dateline() -> None:
    text = (
        STATEMENT
        + "Afterword.\n\nThe third meeting of the Arctic Salmon Commission, in Oslo on 2 March 2017"
        ", was short."
    )
    (only,) = meetings(text)
    assert only.citation == Citation("made-up", 3)
    assert only.mentions == tuple(Citation("made-up", ordinal) for ordinal in (3, 1, 2, 5))


def test_one_name_with_several_dates_is_several_meetings() -> None:
    found = meetings(
        STATEMENT + "The Silk Nets Working Group held two meetings, in Istanbul (3-4 November 2014)"
        " and in Baku (9 December 2014)."
    )
    assert [brief(each)[2:] for each in found[1:]] == [
        ("2014-11-03", "Istanbul"),
        ("2014-12-09", "Baku"),
    ]


def test_a_list_of_places_and_dates_takes_its_body_from_the_line_above() -> None:
    found = meetings(
        STATEMENT + "RILON meetings held since 2011 include:\n\n"
        "- Bangkok (28 April 2011);\n- Colombo (11 May 2011, 22 August 2011); and\n- others.\n"
    )
    assert [brief(each) for each in found[1:]] == [
        ("RILON", None, "2011-04-28", "Bangkok"),
        ("RILON", None, "2011-05-11", "Colombo"),
        ("RILON", None, "2011-08-22", "Colombo"),
    ]
    assert len({each.id for each in found}) == 4


def test_a_second_report_in_the_file_is_pointed_out() -> None:
    text = (
        STATEMENT
        + "On 9 May 2016, the Second Meeting of the Arctic Salmon Commission was held in Bergen."
    )
    document = read_document("made-up.txt", text.encode())
    found = extract_meetings(document)
    assert told_meetings(document, found) == found[1:]


def test_a_year_in_the_title_completes_the_dates_of_the_opening() -> None:
    meeting = reported("Salmon Forum 2016\n\nThe Salmon Forum met in Oslo on 11 and 12 October.")
    assert meeting is not None
    assert meeting.dates is not None
    assert meeting.dates.iso() == ("2016-10-11", "2016-10-12")


def test_a_letterhead_is_no_place() -> None:
    meeting = reported(
        "Ministry of Fisheries, Wellington\n\nStatement of the Second Salmon Forum\n\n"
        "The Second Salmon Forum was held on 5 May 2015."
    )
    assert meeting is not None
    assert meeting.city is None


@settings(max_examples=40, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            "the Third Meeting of Working Group on ( ) , . ; – 5 May 2012 in Oslo Norway held met"
            " RILON (AHG) co-chaired by Canada and workshop Summit XIV agreed : \n \n\n - *".split(
                " "
            )
        ),
        max_size=60,
    )
)
def test_no_run_of_words_makes_extraction_fail(words: list[str]) -> None:
    text = "Start " + " ".join(words)
    document = read_document("made-up.txt", text.encode())
    for meeting in extract_meetings(document):
        assert all(document.paragraph(each.ordinal) for each in meeting.mentions)
        assert meeting.mentions[0] == meeting.citation
