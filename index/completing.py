"""Completing a follow-up question by the turns before it."""

from collections.abc import Sequence
from dataclasses import dataclass

from corpus.facts import Delegation, Meeting
from corpus.gazetteer import gazetteer
from index.ellipsis import (
    FollowUp,
    is_only_a_step,
    subject,
    with_delegation_named,
    with_meeting_named,
)
from index.errors import NotFoundError
from index.generation import Generation
from index.intents import Intent
from index.meeting_names import overlap
from index.named_meetings import by_date
from index.questions import Question, understand
from index.rewriting import put, with_delegation, without_delegations
from index.turns import Context, Turn, Understood, choices_of

_BEFORE = "from the question before"
_NEED_A_MEETING = (Intent.ATTENDANCE, Intent.CHAIRS, Intent.HELD)


@dataclass(frozen=True, slots=True)
class FollowUpQuestion:
    """One follow-up with all that can complete it."""

    generation: Generation
    context: Context
    leaning: FollowUp

    def completed(self) -> Understood | None:
        """The complete question, or None where the text leans on nothing."""
        asked = understand(self.generation, self.leaning.words or self._last.question)
        if self.leaning.step and not asked.meetings.found:
            return self._moved()
        if self.leaning.others:
            question = without_delegations(self._asked_before(), self._last.question)
            return self._about(question, self._meeting(explicit=True))
        chooses = len(self._last.meetings) > 1 or _ends_as_question(self.leaning.words)
        if self.leaning.fragment and (self.leaning.led or chooses):
            return self._replaced(asked) or self._referring(asked)
        return self._referring(asked)

    @property
    def _last(self) -> Turn:
        return self.context.turns[-1]

    def _asked_before(self) -> Question:
        return understand(self.generation, self._last.question)

    def _moved(self) -> Understood:
        """The next or the previous meeting of the body that was spoken of."""
        base = self._meeting()
        if base is None:
            raise NotFoundError("Name a meeting first: I cannot tell the next one of what.")
        found = _neighbours(self._of_body(base), base, self.leaning.step)
        if not found:
            raise NotFoundError(f"No document tells of one {self._side} {base.label}.")
        only = is_only_a_step(self.leaning.words)
        question = self._last.question if only else with_meeting_named(self.leaning.words)
        told = next((each for each in found if each.reported_by), found[0])
        own = "the first with a document of its own" if told is not found[0] else "the one"
        nearer = [] if told is found[0] else found[:1]
        return self._about(question, told, nearer, why=f"{own} {self._side} {base.label}")

    @property
    def _side(self) -> str:
        return "after" if self.leaning.step > 0 else "before"

    def _replaced(self, asked: Question) -> Understood | None:
        """The question before with another meeting, delegation or topic."""
        before, place = self._asked_before(), subject(self.leaning.words)
        named = asked.delegations[-1] if asked.delegations else None
        a_city = bool(gazetteer().cities(place))
        if before.speaks_of_rilons and (named or a_city or asked.meetings.named):
            return self._about(put("rilon", self._last.question, place), None)
        if not asked.meetings.found and (a_city or asked.meetings.named):
            return self._about(put("place", self._last.question, place), None)
        found = self._fitting(asked)
        meeting = found[0] if found else self._meeting(explicit=True)
        if named:
            question = with_delegation(before, self._last.question, named)
            return self._about(question, meeting, found[1:], named=named)
        if found:
            return self._about(self._last.question, meeting, found[1:])
        if asked.meetings.dates:
            return self._about(put("date", self._last.question, place), None)
        if not asked.rest or not self.leaning.led:
            return None
        who = before.delegations[0].name if len(before.delegations) == 1 else "members"
        return self._about(put("topic", who, place), meeting)

    def _referring(self, asked: Question) -> Understood | None:
        """A question whose "it", "there" or "they" stands for what was spoken of."""
        words, meeting = self.leaning.words, None
        delegation = self._delegation() if not asked.delegations else None
        if self.leaning.delegation and delegation:
            words = with_delegation_named(words, delegation)
        elif self.leaning.meeting and delegation and (asked.meetings.named or not self._meeting()):
            words = with_delegation_named(words, delegation, neuter=True)
        if not asked.meetings.named:
            meeting = self._meant(asked)
            words = with_meeting_named(words) if meeting and self.leaning.meeting else words
        if meeting is None and words == self.leaning.words:
            return None
        return self._about(words, meeting, self._other_meetings(meeting))

    def _meant(self, asked: Question) -> Meeting | None:
        """The meeting that a question leaves unsaid, if it does."""
        if self.leaning.meeting:
            return self._meeting()
        needs = any(asked.asks_for(each) for each in _NEED_A_MEETING)
        plural = asked.asks_for(Intent.MEETINGS) or asked.speaks_of_rilons
        if needs and not plural and not asked.rest:
            return self._meeting(explicit=bool(asked.delegations))
        return self._meeting(explicit=True) if self.leaning.led or self.leaning.delegation else None

    def _meeting(self, *, explicit: bool = False) -> Meeting | None:
        """The meeting spoken of last; unless it must be explicit, one that was shown."""
        for turn in reversed(self.context.turns):
            named = turn.meetings or (() if explicit else (turn.shown,))
            known = [m for m in map(self.generation.meeting, named) if m is not None]
            if known:
                return known[-1]
            if explicit:
                return None
        return None

    def _other_meetings(self, meeting: Meeting | None) -> list[Meeting]:
        named = map(self.generation.meeting, self._last.meetings)
        return [each for each in named if each and meeting and each.id != meeting.id]

    def _delegation(self) -> str:
        """The delegation spoken of last, or ""."""
        turns = reversed(self.context.turns)
        return next((turn.delegations[-1] for turn in turns if turn.delegations), "")

    def _fitting(self, asked: Question) -> list[Meeting]:
        """The meetings that a text names; of the body spoken of, reported and newest ones first.

        Where the answer before asked which of several was meant, one of these.
        """
        base = self._meeting(explicit=True)
        every = list(asked.meetings.found)
        if len(self._last.meetings) > 1:
            offered = [each for each in asked.meetings.every if each.id in self._last.meetings]
            every = offered or every
        elif asked.meetings.dates and not asked.meetings.named and base:
            every = [each for each in self._of_body(base) if _is_dated(each, asked)]
        newest = by_date(every)[::-1]
        found = [*newest, *(each for each in every if each not in newest)]
        found.sort(key=lambda each: each.reported_by is None)
        return sorted(found, key=lambda each: base is None or each.body != base.body)

    def _of_body(self, base: Meeting) -> list[Meeting]:
        return [each for each in self.generation.facts.meetings if each.body == base.body]

    def _about(
        self,
        question: str,
        meeting: Meeting | None,
        others: Sequence[Meeting] = (),
        *,
        named: Delegation | None = None,
        why: str = _BEFORE,
    ) -> Understood:
        options = {"question": question} | ({"meeting": meeting.id} if meeting else {})
        parts = ([named.name] if named else []) + ([meeting.label] if meeting else [])
        return Understood(
            command="ask",
            options=options,
            subject=", ".join(parts) or question,
            why=why,
            alternatives=choices_of(others),
        )


def _neighbours(meetings: Sequence[Meeting], base: Meeting, step: int) -> list[Meeting]:
    """The dated meetings on one side of `base`, which is one of them, the nearest first."""
    ordered = by_date(meetings)
    if base not in ordered:
        return []
    place = ordered.index(base)
    return ordered[place + 1 :] if step > 0 else ordered[:place][::-1]


def _is_dated(meeting: Meeting, asked: Question) -> bool:
    return all(overlap(day, meeting.dates) for day in asked.meetings.dates)


def _ends_as_question(words: str) -> bool:
    return words.rstrip().endswith("?")
