"""What became of action items, over small made-up corpora."""

from dataclasses import replace
from datetime import date

from corpus.actions import extract_actions
from corpus.documents import Citation, Document, Kind, Paragraph
from corpus.facts import ActionItem, DateRange, Extract, Meeting, Precision, Status
from corpus.follow_ups import follow_up, resolve_next_meeting


def _meeting(name: str, body: str, day: date, file: str | None, *cited: Citation) -> Meeting:
    dates = DateRange(day, day)
    return Meeting(name, "", body, None, dates, None, None, (), cited[0], file, cited)


def _extract(name: str, day: date, body: str, *texts: str) -> Extract:
    """A document that reports one meeting of a body, a paragraph for each text."""
    paragraphs = tuple(Paragraph(place, text) for place, text in enumerate(texts, 1))
    document = Document(name, f"{name}.txt", "", "", Kind.STATEMENT, "", paragraphs, day)
    meeting = _meeting(name, body, day, document.file, Citation(name, 1))
    return Extract(document, (meeting,), actions=extract_actions(document, [meeting]))


_FILLER = (
    "The panel heard reports on fisheries and on ports.",
    "Delegations toured the container terminal.",
    "Speakers described asylum caseloads and visa fraud.",
    "The Chair thanked the hosts for their hospitality.",
    "Experts compared remittance costs across corridors.",
    "Coast guards described patrols of the strait.",
)


def _followed(*extracts: Extract) -> list[ActionItem]:
    later = _extract("2019-filler", date(2019, 1, 1), "Panel", *_FILLER)
    actions = [item for extract in extracts for item in extract.actions]
    return list(follow_up(actions, [*extracts, later]))


def test_a_later_sentence_with_the_same_object_and_deed_is_evidence() -> None:
    first = _extract("2011-som", date(2011, 3, 9), "SOM", "Members agreed to establish a hotline.")
    second = _extract("2012-som", date(2012, 3, 9), "SOM", "A hotline was established in Suva.")
    (item,) = _followed(first, second)
    assert item.status is Status.FOLLOWED_UP
    assert [(str(each.citation), each.quote) for each in item.evidence] == [
        ("2012-som#p1", "A hotline was established in Suva.")
    ]
    assert item.evidence[0].why == "same object (establish, hotline); the same deed"


def test_nothing_is_ever_done_by_itself() -> None:
    first = _extract("2011-som", date(2011, 3, 9), "SOM", "Members agreed to establish a hotline.")
    second = _extract("2012-som", date(2012, 3, 9), "SOM", "The hotline was established; done.")
    assert [each.status for each in _followed(first, second)] == [Status.FOLLOWED_UP]


def test_an_item_that_nobody_mentions_again_stays_open_and_says_so() -> None:
    first = _extract("2011-som", date(2011, 3, 9), "SOM", "Members agreed to establish a hotline.")
    (item,) = _followed(first)
    assert item.status is Status.OPEN
    assert item.evidence == ()
    assert item.reason == "no later document reports completion (searched 1)"


def test_an_earlier_sentence_is_no_evidence() -> None:
    first = _extract("2011-som", date(2011, 3, 9), "SOM", "Members agreed to establish a hotline.")
    before = _extract("2010-som", date(2010, 3, 9), "SOM", "A hotline was established in Suva.")
    assert _followed(first, before)[0].status is Status.OPEN


def test_a_sentence_that_tells_of_older_days_is_no_evidence() -> None:
    first = _extract("2011-som", date(2011, 3, 9), "SOM", "Members agreed to establish a hotline.")
    second = _extract("2012-som", date(2012, 3, 9), "SOM", "A hotline was established in 2009.")
    assert _followed(first, second)[0].status is Status.OPEN


def test_a_repeated_promise_is_no_evidence() -> None:
    text = "Members agreed to establish a hotline."
    first = _extract("2011-som", date(2011, 3, 9), "SOM", text)
    second = _extract("2012-som", date(2012, 3, 9), "SOM", text)
    items = _followed(first, second)
    assert [each.status for each in items] == [Status.OPEN, Status.OPEN]
    assert items[0].id != items[1].id


def test_a_recommendation_that_is_taken_up_is_followed_up() -> None:
    first = _extract(
        "2011-som",
        date(2011, 3, 9),
        "SOM",
        "Members recommended that Ministers expand the membership of the fisheries forum.",
    )
    second = _extract(
        "2012-mm", date(2012, 3, 9), "MM", "Ministers agreed to expand the fisheries membership."
    )
    assert _followed(first, second)[0].status is Status.FOLLOWED_UP


def test_an_event_in_the_owners_country_is_evidence_for_its_host() -> None:
    first = _extract(
        "2011-som",
        date(2011, 3, 9),
        "SOM",
        "The meeting considered extradition and asset recovery. "
        "Thailand indicated that it would host a workshop on the topic in 2012.",
    )
    text = "3-4 May 2012: Workshop on extradition and asset recovery, Bangkok."
    document = Document(
        "report", "report.txt", "", "", Kind.REPORT, "", (Paragraph(1, text),), date(2013, 1, 1)
    )
    workshop = _meeting("workshop", "workshop", date(2012, 5, 3), None, Citation("report", 1))
    (item,) = _followed(first, Extract(document, (workshop,)))
    assert [each.quote for each in item.evidence] == [text]
    assert "same owner or place (Thailand)" in item.evidence[0].why
    assert "such an event" in item.evidence[0].why


def test_a_promise_to_meet_again_is_followed_up_by_the_next_meeting_of_the_body() -> None:
    first = _extract("2011-som", date(2011, 3, 9), "SOM", "Participants will reconvene in a year.")
    other = _extract("2011-panel", date(2011, 9, 9), "Panel", "The panel met in Lima.")
    second = _extract("2012-som", date(2012, 3, 9), "SOM", "Officials met in Apia.")
    third = _extract("2013-som", date(2013, 3, 9), "SOM", "Officials met in Suva.")
    (item,) = _followed(first, other, second, third)
    assert [str(each.citation) for each in item.evidence] == ["2012-som#p1"]
    assert item.evidence[0].why == "the next meeting of the same body (SOM 2012)"


def test_the_next_meeting_dates_what_is_due_before_it() -> None:
    first = _extract(
        "2011-som", date(2011, 3, 9), "SOM", "Peru will draft a paper before the next meeting."
    )
    second = _extract("2012-som", date(2012, 3, 9), "SOM", "Officials met in Apia.")
    meetings = [*first.meetings, *second.meetings]
    (item,) = resolve_next_meeting(first.actions, meetings)
    assert item.due_text == "before the next meeting"
    assert item.due == DateRange(date(2012, 3, 9), date(2012, 3, 9), Precision.DAY)


def test_without_a_later_meeting_what_is_due_before_it_has_no_days() -> None:
    first = _extract(
        "2011-som", date(2011, 3, 9), "SOM", "Peru will draft a paper before the next meeting."
    )
    assert resolve_next_meeting(first.actions, first.meetings) == first.actions


def test_an_undated_item_stays_open_and_says_why() -> None:
    dated = _extract("2011-som", date(2011, 3, 9), "SOM", "Members agreed to establish a hotline.")
    document = replace(dated.document, date=None)
    undated = Extract(document, (), actions=extract_actions(document, ()))
    (item,) = follow_up(undated.actions, [undated])
    assert item.status is Status.OPEN
    assert item.reason.startswith("neither the meeting nor the document is dated")


def test_no_more_than_three_sentences_are_evidence_and_each_from_another_paragraph() -> None:
    text = "Members agreed to establish a hotline for stranded seafarers."
    first = _extract("2011-som", date(2011, 3, 9), "SOM", text)
    told = [f"The hotline for stranded seafarers was established in port {x}." for x in "ABCDE"]
    second = _extract("2012-som", date(2012, 3, 9), "SOM", *told)
    (item,) = _followed(first, second)
    assert len({each.citation for each in item.evidence}) == len(item.evidence) == 3


def test_an_empty_corpus_has_nothing_to_follow_up() -> None:
    assert follow_up([], []) == ()
