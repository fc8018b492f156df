"""Who attended, as one sentence says it.

    sentence = { names | signal | mark | other words }
    signal   = "was attended by" names | names "attended" | names "hosted" names
    mark     = names "as observers" | "as observers," names

A list of names (see `corpus.names`) belongs to the signal before it or to the verb after it. A
mark, or a word such as "observers from", holds for its group of names alone. A group ends at
";", "as well as" and the like, and where a list that "and" has closed goes on with another.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from typing import NamedTuple

from corpus.attendance_lists import Group, grouped, listed, subject
from corpus.facts import Capacity
from corpus.names import Item, NamedDelegation, list_items
from corpus.phrases import alternation
from corpus.signals import Object, Place, Signal, find_signals, has_object
from corpus.typography import fold
from corpus.wordlists import word_list

_BEFORE_MARK = re.compile(r"(?:\b(?:and|with|or)|[;:(]|\A),? *\Z", re.IGNORECASE)
_NEAR = 70  # characters before "co-chaired by" in which stands what was co-chaired


class Attendee(NamedTuple):
    """A delegation that a sentence says attended, or was absent."""

    name: NamedDelegation
    capacity: Capacity


def read_attendees(
    sentence: str, *, title: str = "", indefinite: bool = False
) -> tuple[Attendee, ...]:
    """The delegations that a sentence says attended a meeting, or did not, in its order.

    Args:
        sentence: any text; a list and the sentence that introduces it may stand together.
        title: of the meeting, to tell its own working group from another.
        indefinite: whether "a workshop" may be the meeting.
    """
    folded = fold(sentence)
    signals = find_signals(folded)
    if not signals:
        return ()
    groups = _Reader(sentence, folded, signals, title.lower(), indefinite).read()
    return tuple(
        Attendee(member.name, group.capacity_of(member))
        for group in groups
        for member in group.members
    )


class _Reader:
    """Walks a sentence from signal to signal, gathering groups of names."""

    def __init__(
        self, text: str, folded: str, signals: Sequence[Signal], title: str, indefinite: bool
    ) -> None:
        self._text = text
        self._folded = folded
        self._signals = signals
        self._title = title
        self._indefinite = indefinite
        self._groups: list[Group] = []
        self._list: Signal | None = None  # the names that follow belong to it
        self._said: Capacity | None = None  # as what those attended
        self._recent = 0  # groups from here on belong to the last signal
        self._needs_mark = False  # and count only if marked

    def read(self) -> list[Group]:
        position = 0
        for number, signal in enumerate(self._signals):
            items = self._items(position, signal.start)
            following = self._signals[number + 1] if number + 1 < len(self._signals) else None
            position = self._read_signal(items, signal, following)
        self._read_list(self._items(position, len(self._text)))
        self._end_list()
        return self._groups

    def _items(self, start: int, end: int) -> tuple[Item, ...]:
        return list_items(self._text[start:end], start)

    def _read_signal(self, items: Sequence[Item], signal: Signal, following: Signal | None) -> int:
        """Read the names before a signal, then the signal; returns where to read on."""
        if signal.place is Place.MARK:
            self._read_mark(items, signal)
            return signal.end
        if signal.place in (Place.BEFORE, Place.BOTH):
            return self._read_verb(items, signal, following)
        self._read_list(items)
        if signal.place is Place.INSIDE:
            self._end_list()
            self._groups += grouped(self._items(signal.start, signal.end), None)
        elif self._counts(signal):
            self._begin_list(signal, self._capacity(signal))
        return signal.end

    def _read_verb(self, items: Sequence[Item], signal: Signal, following: Signal | None) -> int:
        """Read the names before a verb; where it has none, those after its colon."""
        end = following.start if following else len(self._text)
        follow = signal.place is Place.BOTH and any(
            item.name for item in listed(self._items(signal.end, end))[0]
        )
        before: tuple[Item, ...] = ()
        if follow or has_object(self._folded, signal, indefinite=self._indefinite):
            before = subject(items, after_list=self._list is not None)
        self._read_list(items[: len(items) - len(before)])
        self._end_list()
        found = grouped(before, signal.capacity or self._said)
        self._groups += found
        self._said = None
        colon = self._folded.find(":", signal.end, end)
        if follow:
            self._begin_list(signal, signal.capacity)
        elif colon >= 0 and not found:
            self._begin_list(signal, signal.capacity)
            return colon + 1
        return signal.end

    def _read_list(self, items: Sequence[Item]) -> None:
        """Go on with the open list, if there is one, as far as it goes."""
        if self._list is not None:
            taken, goes_on = listed(items)
            self._groups += grouped(taken, self._said)
            if not goes_on:
                self._list = None

    def _begin_list(self, signal: Signal, said: Capacity | None) -> None:
        self._end_list()
        self._list, self._said, self._needs_mark = signal, said, signal.marked

    def _end_list(self) -> None:
        if self._needs_mark:
            recent = [each for each in self._groups[self._recent :] if each.mark]
            self._groups[self._recent :] = recent
        self._list, self._said, self._needs_mark = None, None, False
        self._recent = len(self._groups)

    def _read_mark(self, items: Sequence[Item], mark: Signal) -> None:
        """Give a mark to the group before it, or to the names that follow it."""
        in_brackets = self._folded[mark.start] == "("
        window = max(0, mark.start - _NEAR)
        if not in_brackets and _BEFORE_MARK.search(self._folded, window, mark.start):
            self._read_list(items)
            self._said = mark.capacity
            return
        if in_brackets and self._list is None and len(self._groups) == self._recent:
            whole = subject(items, after_list=False)
            self._groups += grouped(whole, mark.capacity) if len(whole) == len(items) else ()
            return
        self._read_list(items)
        if len(self._groups) > self._recent:
            alone = in_brackets and "s" not in self._folded[mark.end - 3 : mark.end]
            self._groups[-1] = _marked(self._groups[-1], mark.capacity, alone=alone)

    def _counts(self, signal: Signal) -> bool:
        """Whether names after a signal attended the meeting that is spoken of."""
        if signal.object is Object.ATTENDANCE:
            others = (each for each in self._signals if each.place is not Place.MARK)
            return any(each.capacity is not Capacity.ABSENT for each in others)
        group = _group_chaired().search(self._before(signal))
        if signal.capacity is not Capacity.CO_CHAIR or group is None:
            return True
        return group["group"].lower() in self._title

    def _capacity(self, signal: Signal) -> Capacity | None:
        """The signal's; but who chaired a part of the meeting just took part."""
        if signal.capacity is Capacity.CO_CHAIR and _part_chaired().search(self._before(signal)):
            return Capacity.PARTICIPANT
        return signal.capacity

    def _before(self, signal: Signal) -> str:
        return self._folded[max(0, signal.start - _NEAR) : signal.start]


def _marked(group: Group, capacity: Capacity | None, *, alone: bool) -> Group:
    """The group with a mark, which holds for its last member alone or for all."""
    if not alone:
        return replace(group, mark=capacity)
    last = replace(group.members[-1], mark=capacity)
    return replace(group, members=(*group.members[:-1], last))


@cache
def _group_chaired() -> re.Pattern[str]:
    """A body or a project of the meeting's, right before "co-chaired by"."""
    groups = alternation(word_list("attendance")["elsewhere"]["groups"])
    return re.compile(rf"\b(?P<group>{groups})s?\b(?: +[^\s,;.]+){{0,6}},?\s*(?:which +)?\Z", re.I)


@cache
def _part_chaired() -> re.Pattern[str]:
    parts = alternation(word_list("attendance")["elsewhere"]["parts"])
    return re.compile(rf"\b{parts}s?\b[^,;.]*\Z", re.IGNORECASE)
