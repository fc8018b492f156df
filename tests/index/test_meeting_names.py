"""What a meeting may be called."""

from datetime import date

import pytest

from corpus.documents import Citation
from corpus.facts import DateRange, Meeting
from index.meeting_names import MeetingName, matches, names_of

MEETING = Meeting(
    id="2014-02-03-tewg-port-vila",
    title="Sixth Meeting of the Technical Experts Working Group on Documents",
    body="TEWG",
    ordinal=6,
    dates=DateRange(date(2014, 2, 3), date(2014, 2, 5)),
    city="Port Vila",
    country="Vanuatu",
    co_chairs=(),
    citation=Citation("2014-02-03-tewg-port-vila", 1),
)


@pytest.mark.parametrize(
    "name",
    [
        "Port Vila",
        "the Port Vila meeting",
        "Port Villa",
        "PV 2014",
        "6th TEWG",
        "TEWG 6",
        "TEWG6",
        "sixth technical experts working group",
        "the TEWG in Vanuatu",
        "2014",
        "February 2014",
        "4 February 2014",
        "2014-02-03",
        "TEWG Port Vila 2014",
        "tecnical experts 2014",
    ],
)
def test_these_names_mean_the_meeting(name: str) -> None:
    assert matches(MeetingName.parse(name), names_of(MEETING))


@pytest.mark.parametrize(
    "name",
    [
        "",
        "the meeting",
        "5th TEWG",
        "TEWG 2013",
        "Port Moresby",
        "March 2014",
        "6 February 2014",
        "SOM",
    ],
)
def test_these_names_do_not(name: str) -> None:
    assert not matches(MeetingName.parse(name), names_of(MEETING))
