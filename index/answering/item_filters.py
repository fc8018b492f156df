"""Which action items a question wants: by where they stand, when they are due, when they arose."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from corpus.facts import ActionItem
from index.generation import Generation
from index.item_life.overdue import is_overdue
from index.understanding.intents import statuses_of
from index.understanding.periods import Period
from index.understanding.questions import Question
from index.wording import dates_text

_DUE = re.compile(r"\b(?:due|deadlines?|overdue|expires?|no later than)\b")
_TERM = re.compile(r"(?:by|until|till|up to)\b", re.IGNORECASE)
_DUTY = re.compile(
    r"\b(?:must|should|shall|(?:has|have|needs?) to|complet\w+|deliver\w*|finish\w*)\b"
)


@dataclass(frozen=True, slots=True)
class ItemFilters:
    """What a question wants of action items beside owner, meeting and matter.

    Attributes:
        statuses: "open", "followed up", "done", "dropped" or "overdue"; none means any.
        due: the time in which an item must be due.
        arose: the time in which the meeting where it arose must have been held.
        words: those by which the question says so, in lower case.
    """

    statuses: frozenset[str]
    due: Period | None
    arose: Period | None
    words: frozenset[str]

    @classmethod
    def of(cls, asked: Question) -> "ItemFilters":
        """Read them from a question."""
        statuses, words = statuses_of(asked.plain)
        period = asked.period or _named_time(asked)
        bound = "" if period is None else period.words
        term = _DUE.search(asked.plain) or _TERM.match(bound) or _DUTY.search(asked.plain)
        return cls(statuses, period if term else None, None if term else period, words)

    @property
    def any(self) -> bool:
        """Whether there is any."""
        return bool(self.statuses or self.due or self.arose)

    @property
    def told(self) -> str:
        """In words, for an answer: "open, due by October 2014 (to 31 October 2014)"."""
        parts = sorted(self.statuses)
        parts += [f"due {self.due.told}"] if self.due else []
        parts += [f"arisen {self.arose.told}"] if self.arose else []
        return ", ".join(parts)

    def chosen(
        self, generation: Generation, items: Iterable[ActionItem], day: date
    ) -> list[ActionItem]:
        """The items that fit; overdue are those that were on `day`."""
        held = {meeting.id: meeting.dates for meeting in generation.facts.meetings}
        return [
            item
            for item in items
            if (not self.statuses or _stands(item, self.statuses, day))
            and (not self.due or self.due.holds(item.due))
            and (not self.arose or self.arose.holds(held.get(item.meeting)))
        ]


def _named_time(asked: Question) -> Period | None:
    """The date that a question names, where it is no meeting's."""
    if asked.meetings.found or len(asked.meetings.dates) != 1:
        return None
    dates = asked.meetings.dates[0]
    return Period(dates.start, dates.end, f"in {dates_text(dates)}")


def _stands(item: ActionItem, statuses: frozenset[str], day: date) -> bool:
    return item.status.value in statuses or ("overdue" in statuses and is_overdue(item, day))
