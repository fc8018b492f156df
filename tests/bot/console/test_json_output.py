"""`--json` has exactly the keys that programs were promised."""

import json
from datetime import date

from bot.console.json_output import (
    acronym_json,
    answer_json,
    attendance_json,
    meeting_json,
    rilon_json,
    source_json,
)
from corpus.documents import Citation
from corpus.facts import (
    Acronym,
    Attendance,
    Capacity,
    DateRange,
    Delegation,
    DelegationKind,
    Meeting,
    Precision,
    Rilon,
    RilonStep,
    Step,
)
from index.answers import Answer, AnswerKind, Disagreement, Quotation, SourceView

CITED = Citation("2011-03-sydney", 2)
MEETING = Meeting(
    id="2011-03-sydney",
    title="Fourth Meeting",
    body="AHG SOM",
    ordinal=4,
    dates=DateRange(date(2011, 3, 1), date(2011, 3, 31), Precision.MONTH),
    city="Sydney",
    country="Australia",
    co_chairs=("Fiji",),
    citation=CITED,
    reported_by="four.txt",
)


def test_a_meeting_is_dated_as_precisely_as_its_source() -> None:
    assert meeting_json(MEETING) == {
        "id": "2011-03-sydney",
        "title": "Fourth Meeting",
        "body": "AHG SOM",
        "ordinal": 4,
        "start_date": "2011-03",
        "end_date": "2011-03",
        "city": "Sydney",
        "country": "Australia",
        "co_chairs": ["Fiji"],
        "reported_by": "four.txt",
        "citation": "2011-03-sydney#p2",
    }


def test_attendance_keeps_the_name_as_written_beside_the_canonical_one() -> None:
    vietnam = Delegation("Vietnam", DelegationKind.COUNTRY, "VN")
    attended = Attendance(MEETING.id, vietnam, "Viet Nam", Capacity.CO_CHAIR, CITED)
    assert attendance_json(MEETING, [attended]) == {
        "meeting": meeting_json(MEETING),
        "attendance": [
            {
                "delegation": "Vietnam",
                "as_written": "Viet Nam",
                "kind": "country",
                "capacity": "co-chair",
                "citation": "2011-03-sydney#p2",
            }
        ],
    }


def test_a_rilon_lists_the_days_on_which_it_met_once() -> None:
    day = DateRange(date(2012, 6, 15), date(2012, 6, 15))
    steps = (
        RilonStep(Step.ESTABLISHED, None, CITED),
        RilonStep(Step.MET, day, CITED),
        RilonStep(Step.MET, day, Citation("other", 1)),
    )
    shown = rilon_json(Rilon("Colombo", "Sri Lanka", Step.ESTABLISHED, steps))
    assert shown["meetings"] == ["2012-06-15"]
    assert shown["status"] == "established"
    assert shown["history"][0] == {
        "step": "established",
        "date": None,
        "citation": "2011-03-sydney#p2",
    }


def test_an_answer_carries_its_citations_whole_and_its_conflicts_by_citation() -> None:
    quotation = Quotation(
        CITED,
        "AHG SOM Sydney 2011, ¶2",
        "four.txt",
        "Fourth",
        None,
        "",
        "Co-chairs spoke. “Ö”",
        "“Ö”",
    )
    answer = Answer(
        "q?",
        AnswerKind.PASSAGES,
        "“Ö”",
        citations=(quotation,),
        conflicts=(Disagreement("Owners", (("Fiji", 1),)),),
        searched=3,
    )
    assert answer_json(answer) == {
        "question": "q?",
        "kind": "passages",
        "answer": "“Ö”",
        "abstained": False,
        "citations": [
            {
                "id": "2011-03-sydney#p2",
                "document": "2011-03-sydney",
                "file": "four.txt",
                "title": "Fourth",
                "date": None,
                "paragraph": 2,
                "label": "AHG SOM Sydney 2011, ¶2",
                "text": "Co-chairs spoke. “Ö”",
                "quote": "“Ö”",
                "score": 0.0,
            }
        ],
        "conflicts": [
            {
                "subject": "Owners",
                "stated": [{"text": "Fiji", "citation": "2011-03-sydney#p2"}],
            }
        ],
        "searched": 3,
        "parts": [],
    }
    assert json.dumps(answer_json(answer), ensure_ascii=False).count("Ö") == 3


def test_the_smaller_documents_have_their_keys() -> None:
    assert acronym_json(Acronym("NFP", "National Focal Point", CITED)) == {
        "acronym": "NFP",
        "meaning": "National Focal Point",
        "citation": "2011-03-sydney#p2",
    }
    view = SourceView(CITED, "l", "t", "b", "a", "d", "f", "title", None, "", superseded=False)
    assert source_json(view) == {
        "id": "2011-03-sydney#p2",
        "label": "l",
        "text": "t",
        "before": "b",
        "after": "a",
        "document": "d",
        "superseded": False,
    }
