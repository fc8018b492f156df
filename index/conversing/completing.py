"""Completing a follow-up question by the turns before it."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from corpus.dates import ordinal_of
from corpus.facts import Delegation, Meeting
from corpus.gazetteer import gazetteer
from index.answering.persons import person_in
from index.answers import AnswerKind
from index.conversing.ellipsis import (
    FollowUp,
    is_only_a_step,
    subject,
    with_delegation_named,
    with_items_named,
    with_meeting_named,
    with_rilon_named,
)
from index.conversing.rewriting import put, with_delegation, without_delegations
from index.conversing.turns import Context, Turn, Understood, choices_of
from index.errors import NotFoundError
from index.generation import Generation
from index.meeting_names import overlap, words_of
from index.understanding.intents import Intent, fits
from index.understanding.named_meetings import by_date, named_meetings
from index.understanding.questions import Question, understand
from index.understanding.series import series_of

_BARE = 3  # words of a question that says no more than what it asks: "since when?"
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
        item = self._item() if self.leaning.item else ""
        if item:
            return Understood("actions show", {"item": item}, item, _BEFORE)
        if self.leaning.again:
            return self._about(self._last.question, self._meeting(explicit=True))
        if self.leaning.items and self._last.kind is AnswerKind.ACTIONS:
            return self._of_items()
        if self.leaning.step and self._meeting():
            return self._moved(asked)
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

    def _item(self) -> str:
        """The id of the action item that the answer before shows first, or ""."""
        items = {str(item.citation): item.id for item in reversed(self.generation.facts.actions)}
        return next((items[each] for each in self._last.citations[:1] if each in items), "")

    def _of_items(self) -> Understood:
        """A question about "those" action items: of the same meeting and owner."""
        question = with_items_named(self.leaning.words)
        for owner in self._last.delegations[-1:]:
            question = put("other", question, owner)
        return self._about(question, self._meeting(explicit=True))

    def _moved(self, asked: Question) -> Understood:
        """The next or the previous meeting of the body that is named, else of that spoken of."""
        base = self._meeting()
        if base is None:
            raise NotFoundError("Name a meeting first: I cannot tell the next one of what.")
        bodies = {each.body for each in asked.meetings.found} or {base.body}
        found = _neighbours(self._of_bodies(bodies), base, self.leaning.step)
        if not found:
            raise NotFoundError(f"No document tells of one {self._side} {base.label}.")
        again = self.leaning.fragment or is_only_a_step(self.leaning.words)
        question = self._last.question if again else with_meeting_named(self.leaning.words)
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
        of_series = self._of_series(asked)
        if of_series:
            return of_series
        named = asked.delegations[-1] if asked.delegations else None
        a_city = bool(gazetteer().cities(place))
        if before.speaks_of_rilons and (named or a_city or asked.meetings.named):
            return self._about(put("rilon", self._last.question, place), None)
        if not asked.meetings.found and (a_city or asked.meetings.named):
            return self._about(put("place", self._last.question, place), None)
        found = self._fitting(asked)
        meeting = found[0] if found else self._meeting(explicit=True)
        if named and not found and self._was_over_a_series():
            last = understand(self.generation, self._last.asked)
            return self._about(with_delegation(last, self._last.asked, named), None, named=named)
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

    def _was_over_a_series(self) -> bool:
        """Whether the question before named a body, and none of its meetings."""
        last = understand(self.generation, self._last.asked)
        series = series_of(self.generation, last) if last.meetings.named else None
        return bool(series and series.body and not self._last.lent)

    def _of_series(self, asked: Question) -> Understood | None:
        """The question before, where it was over a series of meetings, over another one."""
        series = series_of(self.generation, asked) if asked.meetings.named else None
        last = understand(self.generation, self._last.asked)
        before = series_of(self.generation, last) if last.meetings.named else None
        if series is None or before is None or not (series.body and before.body):
            return None
        return self._about(put("series", self._last.question, series.body), None)

    def _referring(self, asked: Question) -> Understood | None:
        """A question whose "it", "there" or "they" stands for what was spoken of."""
        words, meeting = self.leaning.words, None
        before = self._asked_before()
        if before.speaks_of_rilons and not asked.speaks_of_rilons:
            place = f" in {before.rilon.place}" if before.rilon else ""
            named = with_rilon_named(words, f"the RILON{place}")
            if named != words:
                return self._about(named, None)
            if before.rilon and not asked.rest and len(words.split()) <= _BARE:
                return self._about(put("of_rilon", words, place), None)
        delegation = self._delegation() if not asked.delegations else None
        if self._as_a_whole(asked) and self._meeting():
            return self._about(words, self._meeting())
        if self.leaning.acting and delegation:
            return self._acting(asked, delegation)
        if self.leaning.delegation and delegation:
            words = with_delegation_named(words, delegation)
        elif self.leaning.meeting and delegation and self._attends(asked):
            words = with_delegation_named(words, delegation, neuter=True)
            return self._about(words, None) if words != self.leaning.words else None
        if not asked.meetings.named:
            meeting = self._meant(asked)
            words = with_meeting_named(words) if meeting and self.leaning.meeting else words
        if meeting is None and words == self.leaning.words:
            return None
        return self._about(words, meeting, self._other_meetings(meeting))

    def _acting(self, asked: Question, delegation: str) -> Understood:
        """A question of what a delegation did; of "every one", those of the body spoken of."""
        question = with_delegation_named(self.leaning.words, delegation, neuter=True)
        base = self._meeting() if fits("every", asked.plain) else None
        if base and not asked.meetings.named:
            question = put("series", question, base.body)
        return self._about(question, None)

    def _as_a_whole(self, asked: Question) -> bool:
        """Whether "they" stands for all at a meeting: "what did they agree?"."""
        of_all = any(fits(each, asked.plain) for each in ("outcomes", "brief"))
        return of_all and self.leaning.delegation and not asked.meetings.named and not asked.rest

    def _attends(self, asked: Question) -> bool:
        """Whether "it" stands for a delegation rather than for a meeting."""
        about_meetings = asked.meetings.named or asked.asks_for(Intent.MEETINGS)
        return about_meetings or self._meeting() is None

    def _meant(self, asked: Question) -> Meeting | None:
        """The meeting that a question leaves unsaid, if it does."""
        if self.leaning.meeting:
            return self._meeting()
        needs = any(asked.asks_for(each) for each in _NEED_A_MEETING)
        needs = needs or any(fits(each, asked.plain) for each in ("outcomes", "brief"))
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
        """The delegation or the person spoken of last, or ""."""
        for turn in reversed(self.context.turns):
            name = turn.delegations[-1] if turn.delegations else person_in(turn.question)
            if name:
                return name
        return ""

    def _fitting(self, asked: Question) -> list[Meeting]:
        """The meetings that a text names; of the body spoken of, reported and newest ones first.

        Where the answer before asked which of several was meant, one of these.
        """
        base = self._meeting(explicit=True)
        every = list(asked.meetings.found)
        if len(self._last.meetings) > 1:
            offered = [each for each in asked.meetings.every if each.id in self._last.meetings]
            every = offered or every
        elif base and not asked.meetings.found:
            own = self._of_bodies({base.body})
            last = by_date(own)[-1:] if fits("latest", asked.plain) else []
            every = last or [each for each in own if _is_told(each, asked)]
        every = every or ([] if asked.delegations else self._of_proper_name())
        newest = by_date(every)[::-1]
        found = [*newest, *(each for each in every if each not in newest)]
        found.sort(key=lambda each: each.reported_by is None)
        return sorted(found, key=lambda each: base is None or each.body != base.body)

    def _of_proper_name(self) -> list[Meeting]:
        """The meetings that "what about the Quad?" means."""
        name = subject(self.leaning.words).removeprefix("the ")
        if not (self.leaning.led and name[:1].isupper()):
            return []
        return list(named_meetings(self.generation, f"the {name} meeting").found)

    def _of_bodies(self, bodies: Collection[str]) -> list[Meeting]:
        return [each for each in self.generation.facts.meetings if each.body in bodies]

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
    """The dated meetings on one side of `base`, the nearest first."""
    ordered = by_date([*(each for each in meetings if each.id != base.id), base])
    if base not in ordered:
        return []
    place = ordered.index(base)
    return ordered[place + 1 :] if step > 0 else ordered[:place][::-1]


def _is_told(meeting: Meeting, asked: Question) -> bool:
    """Whether a date or an ordinal by itself ("the fifth one") fits a meeting."""
    words = words_of(asked.text)
    ordinals = {number for number in map(ordinal_of, words) if number is not None}
    ordinals |= {int(word) for word in words if len(words) == 1 and word.isdecimal()}  # "and 3?"
    dates = asked.meetings.dates
    if not dates and not ordinals:
        return False
    dated = all(overlap(day, meeting.dates) for day in dates)
    return dated and (bool(dates) or meeting.ordinal in ordinals)


def _ends_as_question(words: str) -> bool:
    return words.rstrip().endswith("?")
