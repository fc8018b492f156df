"""The series of meetings over which a question asks: "every SOM", "the workshops since 2012"."""

from collections.abc import Iterable
from dataclasses import dataclass

from corpus.bodies import is_kind
from corpus.facts import Meeting
from index.generation import Generation
from index.meeting_names import overlap
from index.understanding.named_meetings import by_date
from index.understanding.questions import Question
from index.wording import dates_text


@dataclass(frozen=True, slots=True)
class Series:
    """Meetings of one body, or of all, in the time that a question names.

    Attributes:
        meetings: the dated ones oldest first, then the others.
        body: whose they are; "" for those of all.
        when: the time that bounds them, in words behind a noun, or "".
    """

    meetings: tuple[Meeting, ...]
    body: str
    when: str

    @property
    def told(self) -> str:
        """How a sentence calls them: "meetings of the SOM held since 2012 (…)"."""
        if not self.body:
            return f"meetings{self.when}"
        plural = f"{self.body}s" if is_kind(self.body) else f"meetings of the {self.body}"
        return f"{plural}{self.when}"


def series_of(generation: Generation, asked: Question, *, whole: bool = False) -> Series | None:
    """The series that a question names; None where it names one meeting, or several bodies.

    `whole` is for questions after every meeting of a body: one that alone has a document of its
    own is then not what is meant by its name.
    """
    body, every = "", generation.facts.meetings
    if asked.meetings.named:
        every = asked.meetings.every
        bodies = {meeting.body for meeting in every}
        one = asked.meeting is not None and not (whole and len(every) > 1)
        if one or asked.meetings.several or len(bodies) != 1:
            return None
        body = bodies.pop()
    chosen = [m for m in every if all(overlap(day, m.dates) for day in asked.meetings.dates)]
    if asked.period:
        chosen = [meeting for meeting in chosen if asked.period.holds(meeting.dates)]
    return Series(_in_order(chosen), body, _when(asked))


def _when(asked: Question) -> str:
    told = [asked.period.told] if asked.period else []
    told += [f"in {dates_text(each)}" for each in asked.meetings.dates]
    return f" held {' '.join(told)}" if told else ""


def _in_order(meetings: Iterable[Meeting]) -> tuple[Meeting, ...]:
    every = tuple(meetings)
    return (*by_date(every), *(meeting for meeting in every if meeting.dates is None))
