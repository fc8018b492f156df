"""Who attended, as one sentence says it.

    sentence = { names | signal | mark | other words }
    signal   = "was attended by" names | names "attended" | names "hosted" names
    mark     = names "as observers" | "as observers," names

A list of names (see `corpus.attendance.names`) belongs to the signal before it or to the verb
after it. A mark, or a word such as "observers from", holds for its group of names alone. A group
ends at ";", "as well as" and the like, and where a list that "and" has closed goes on with
another.
"""

import re
import sys
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from typing import NamedTuple

from corpus.attendance.groups import Group, announced, antecedent, grouped, listed, role_in, subject
from corpus.attendance.names import Item, list_items, punctuated
from corpus.attendance.signal_objects import has_object, in_another, names_another
from corpus.attendance.signals import Object, Place, Signal, find_signals
from corpus.attendance.standing import NamedDelegation
from corpus.facts import Capacity
from corpus.words.lists import word_list
from corpus.words.patterns import alternation

_BEFORE_MARK = re.compile(r"(?:\b(?:and|with|or)|[;:(]|\A),? *\Z", re.IGNORECASE)
_SINGULAR = re.compile(
    r"\b(?:observer|guest|invitee|member|co-?chair|chair|host)"
    r"(?: (?!capacity|role|status)\w+(?<!s))?[ )]*\Z",
    re.IGNORECASE,
)
_ASIDE = re.compile(r"joined|accompanied", re.IGNORECASE)
_READ_FROM_LEFT = frozenset({Place.BEFORE, Place.BOTH, Place.MARK})
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
    groups = _Reader(sentence, title.lower(), indefinite).read()
    return tuple(
        Attendee(member.name, group.capacity_of(member))
        for group in groups
        for member in group.members
    )


class _Reader:
    """Walks a sentence from signal to signal, gathering groups of names."""

    def __init__(self, text: str, title: str, indefinite: bool) -> None:
        self._text = text
        self._folded = punctuated(text)
        self._title = title
        self._indefinite = indefinite
        self._signals = self._counting(find_signals(self._folded))
        self._groups: list[Group] = []
        self._is_open = False  # names that follow go on the last signal's list
        self._said: Capacity | None = None  # as what they attended
        self._held: list[Group] = []  # of "A, as observer, attended", until the verb comes
        self._recent = 0  # groups from here on belong to the last signal
        self._was_verb = False  # which stood after its names
        self._needs_mark = False  # and count only if marked

    def read(self) -> list[Group]:
        position = 0
        for number, signal in enumerate(self._signals):
            wanted = self._is_open or signal.place in _READ_FROM_LEFT or self._is_aside(signal)
            items = self._items(position, signal.start) if wanted else ()
            position = self._read_signal(items, signal, _start_of_next(self._signals, number))
            self._was_verb = signal.place is Place.BEFORE
        rest = self._items(position, len(self._text)) if self._is_open or self._held else ()
        self._read_list(rest)
        bracketed = self._folded.rstrip(" .").endswith(")")
        if bracketed and not self._groups and all(item.opens and item.closes for item in rest):
            self._groups += self._held  # a sign-off: "A and B (Co-Chairs)"
        self._end_list()
        return self._groups

    def _is_aside(self, signal: Signal) -> bool:
        """Whether "joined by" and its names stand between a subject and its verb."""
        said = signal.place is Place.AFTER and _ASIDE.match(self._folded, signal.start)
        return bool(said) and self._before(signal).rstrip().endswith(",")

    def _items(self, start: int, end: int) -> tuple[Item, ...]:
        return list_items(self._text[start:end], start)

    def _read_signal(self, items: Sequence[Item], signal: Signal, limit: int) -> int:
        """Read the names before a signal, then the signal; returns where to read on."""
        if signal.place is Place.MARK:
            self._read_mark(items, signal)
        elif signal.place in (Place.BEFORE, Place.BOTH):
            return self._read_verb(items, signal, limit)
        else:
            self._read_list(items)
            self._groups += self._held  # "A, as Co-Chair, welcomed delegates from B"
            self._end_list()
            if signal.place is Place.INSIDE:
                self._groups += grouped(self._items(signal.start, signal.end), None)
            else:
                self._begin_list(signal, self._capacity(signal))
                if self._is_aside(signal):  # "A and B, joined by C, met"
                    self._held = [*grouped(subject(items, after_list=False), None)]
        return signal.end

    def _read_verb(self, items: Sequence[Item], signal: Signal, limit: int) -> int:
        """Read the names before a verb; where it has none, those after its colon."""
        before = subject(items, after_list=self._is_open)
        if not before and signal.capacity is Capacity.ABSENT:
            before = antecedent(items)  # "thanked A and B, which were not represented"
        self._read_list(items[: len(items) - len(before)])
        found = (*self._held, *grouped(before, signal.capacity or self._said))
        self._end_list()
        self._groups += found
        colon = self._folded.find(":", signal.end, limit)
        if signal.place is Place.BOTH and self._names_follow(signal, limit):
            self._begin_list(signal, signal.capacity)
        elif colon >= 0 and not found:
            self._begin_list(signal, signal.capacity or _role_of(items))
            return colon + 1
        return signal.end

    def _read_list(self, items: Sequence[Item]) -> Sequence[Item]:
        """Go on with the open list, if there is one, as far as it goes; returns the rest."""
        if not self._is_open:
            return items
        taken, self._is_open = listed(items)
        self._groups += grouped(taken, self._said)
        return items[announced(items) + len(taken) :]

    def _begin_list(self, signal: Signal, said: Capacity | None) -> None:
        self._is_open, self._said, self._needs_mark = True, said, signal.marked

    def _end_list(self) -> None:
        if self._needs_mark:
            recent = self._groups[self._recent :]
            self._groups[self._recent :] = [each for each in recent if each.is_marked]
        self._is_open, self._said, self._needs_mark = False, None, False
        self._held = []
        self._recent = len(self._groups)

    def _read_mark(self, items: Sequence[Item], mark: Signal) -> None:
        """Give a mark to the group before it, or to the names that follow it."""
        in_brackets = self._folded[mark.start] == "("
        alone = _SINGULAR.search(self._folded, mark.start, mark.end) is not None
        window = max(0, mark.start - _NEAR)
        items = self._read_list(items)
        if not in_brackets and _BEFORE_MARK.search(self._folded, window, mark.start):
            self._said = mark.capacity
        elif self._groups and not self._is_open and items and items[0].joined:
            self._groups += self._marked_subject(items, mark, alone)  # "…, and B as guest"
        elif len(self._groups) > self._recent:
            several = self._was_verb and not alone and not any(item.name for item in items)
            first = self._recent if several else len(self._groups) - 1  # "A as well as B attended
            self._groups[first:] = [  # as observers"
                _marked(each, mark, alone) for each in self._groups[first:]
            ]
        elif not self._is_open:
            self._held += self._marked_subject(items, mark, alone)

    def _marked_subject(self, items: Sequence[Item], mark: Signal, alone: bool) -> list[Group]:
        groups = list(grouped(subject(items, after_list=False), None))
        return [*groups[:-1], *(_marked(each, mark, alone) for each in groups[-1:])]

    def _counting(self, signals: Sequence[Signal]) -> tuple[Signal, ...]:
        """The signals that speak of the meeting; without the others they are plain words."""
        attendance = any(
            each.place is not Place.MARK and each.capacity is not Capacity.ABSENT
            for each in signals
        )
        return tuple(
            signal
            for number, signal in enumerate(signals)
            if self._counts(signal, _start_of_next(signals, number))
            and (attendance or signal.object is not Object.ATTENDANCE)
        )

    def _counts(self, signal: Signal, limit: int) -> bool:
        """Whether the names of a signal attended the meeting that is spoken of."""
        if signal.place in (Place.BEFORE, Place.BOTH):
            if not self._indefinite and in_another(self._folded, signal.start):
                return False
            named = signal.place is Place.BOTH and self._names_follow(signal, limit)
            return named or has_object(self._folded, signal, indefinite=self._indefinite)
        if signal.place is Place.AFTER and signal.object is Object.EVENT_OR_NOTHING:
            names = [each.name for each in listed(self._items(signal.end, limit))[0] if each.name]
            return bool(names) and has_object(self._folded, signal, names[-1].end)
        if not self._indefinite and names_another(self._before(signal)):
            return False
        group = _group_chaired().search(self._before(signal))
        of_a_group = signal.capacity is Capacity.CO_CHAIR and group is not None
        return not of_a_group or (group is not None and group["group"].lower() in self._title)

    def _names_follow(self, signal: Signal, limit: int) -> bool:
        items = self._items(signal.end, limit)
        return any(item.name for item in listed(items)[0])

    def _capacity(self, signal: Signal) -> Capacity | None:
        """The signal's; but who chaired a part of the meeting just took part."""
        if signal.capacity is Capacity.CO_CHAIR and _part_chaired().search(self._before(signal)):
            return Capacity.PARTICIPANT
        return signal.capacity

    def _before(self, signal: Signal) -> str:
        return self._folded[max(0, signal.start - _NEAR) : signal.start]


def _marked(group: Group, mark: Signal, alone: bool) -> Group:
    """The group with a mark, which holds for all its members or for its last alone."""
    if group.mark and not alone:
        return group  # "as observers at the invitation of the Co-Chairs"
    if not alone:
        return replace(group, mark=mark.capacity)
    last = replace(group.members[-1], mark=mark.capacity)
    return replace(group, members=(*group.members[:-1], last))


def _start_of_next(signals: Sequence[Signal], number: int) -> int:
    """Where the next signal begins; past the text after the last."""
    return signals[number + 1].start if number + 1 < len(signals) else sys.maxsize


def _role_of(items: Sequence[Item]) -> Capacity | None:
    """As what those attended whom a verb's subject announces: "The following observers"."""
    return role_in(items[-1].lead) if items else None


@cache
def _group_chaired() -> re.Pattern[str]:
    """A body or a project of the meeting's, right before "co-chaired by"."""
    groups = alternation(word_list("attendance")["elsewhere"]["groups"])
    return re.compile(rf"\b(?P<group>{groups})s?\b(?: +[^\s,;.]+){{0,6}},?\s*(?:which +)?\Z", re.I)


@cache
def _part_chaired() -> re.Pattern[str]:
    parts = alternation(word_list("attendance")["elsewhere"]["parts"])
    return re.compile(rf"\b{parts}s?\b[^,;.]*\Z", re.IGNORECASE)
