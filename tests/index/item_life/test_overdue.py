from dataclasses import replace
from datetime import date

import pytest

from corpus.documents import Citation
from corpus.facts import ActionItem, DateRange, Status, Strength
from index.item_life.overdue import is_overdue, overdue_text

ITEM = ActionItem(
    id="A-1B2C",
    text="Fiji will draft guidelines by June 2014.",
    lead="",
    owners=("Fiji",),
    due_text="by June 2014",
    due=DateRange(date(2014, 6, 1), date(2014, 6, 30)),
    strength=Strength.COMMITMENT,
    meeting="",
    citation=Citation("apia", 5),
)


@pytest.mark.parametrize(
    ("day", "text"),
    [
        (date(2014, 6, 30), ""),
        (date(2014, 7, 1), "overdue by 1 day"),
        (date(2014, 7, 30), "overdue by 30 days"),
        (date(2014, 8, 30), "overdue by 2 months"),
        (date(2015, 7, 1), "overdue by 1 year"),
        (date(2027, 12, 1), "overdue by 13 years"),
    ],
)
def test_the_time_since_the_last_day_is_told_in_whole_units(day: date, text: str) -> None:
    assert overdue_text(ITEM, day) == text


@pytest.mark.parametrize("status", [Status.DONE, Status.DROPPED])
def test_what_is_closed_is_not_overdue(status: Status) -> None:
    assert not is_overdue(replace(ITEM, status=status), date(2020, 1, 1))


def test_what_has_no_due_date_is_never_overdue() -> None:
    assert not is_overdue(replace(ITEM, due=None), date(2020, 1, 1))
