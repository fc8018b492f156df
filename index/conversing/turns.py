"""What a conversation keeps of itself, and what it makes of a text."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from corpus.facts import Meeting
from index.answers import Answer, AnswerKind
from index.wording import dates_text

MOST_TURNS = 12  # that a conversation keeps, and an export of it tells
MOST_CITATIONS = 10  # of an answer that are kept
MOST_MEETINGS = 5  # that a turn keeps and an answer offers: a row of buttons


@dataclass(frozen=True, slots=True)
class Turn:
    """A question that was answered.

    Attributes:
        question: without the words that name its meeting.
        meetings: ids of the meetings that it named, itself or by its context.
        shown: id of the meeting whose document answers by itself, or "".
        delegations: canonical names, in order.
        citations: what the answer showed, as written.
        asked: complete by itself, as it was answered.
        lent: the meeting that it was answered for beside its words, or "".
        asker: pseudonym of who asked, where it is kept; "" before.
    """

    question: str
    kind: AnswerKind = AnswerKind.NONE
    meetings: tuple[str, ...] = ()
    shown: str = ""
    delegations: tuple[str, ...] = ()
    citations: tuple[str, ...] = ()
    asker: str = ""
    asked: str = ""
    lent: str = ""


@dataclass(frozen=True, slots=True)
class Context:
    """The last turns of a conversation, oldest first."""

    turns: tuple[Turn, ...] = ()


@dataclass(frozen=True, slots=True)
class Understood:
    """What a text of a conversation asks for, complete by itself.

    Attributes:
        command: "ask" with a question and maybe a meeting, "source" with citations, or
            "actions show" with an item.
        subject: what the context added, for people: "TEWG Auckland 2013"; "" if nothing.
        why: how it was found: "from the question before".
        alternatives: labels and ids of other meetings that the text may mean.
    """

    command: str
    options: Mapping[str, str] = field(default_factory=dict)
    subject: str = ""
    why: str = ""
    alternatives: tuple[tuple[str, str], ...] = ()

    def note(self, answer: Answer) -> str:
        """What is shown as understood: the answer's own words for it, and where they are from."""
        told = answer.understood or self.subject
        return f"{told} — {self.why}" if self.why and told else told


def choices_of(meetings: Sequence[Meeting]) -> tuple[tuple[str, str], ...]:
    """Meetings to choose from: labels with their dates, and ids."""
    return tuple(
        (f"{each.label}, {dates_text(each.dates)}", each.id) for each in meetings[:MOST_MEETINGS]
    )
