"""Lists of those who attended: where they begin and end, and how they fall into groups."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from corpus.attendance.names import Item, may_list
from corpus.attendance.standing import NamedDelegation
from corpus.facts import Capacity, DelegationKind
from corpus.words.lists import word_list

_WORD = re.compile(r"[a-z]+(?:-[a-z]+)*")
_STOPPERS = re.compile(
    r"(?<![\w-])(?:in (?:consultation|coordination|cooperation|collaboration|partnership|line)"
    r"|is|are|was|were|be|been|being|has|have|had|do|does|did|will|would|shall|should|may|might"
    r"|can|could|must|who|whom|which|that|when|where|if|because|since|after|before|during|until"
    r"|through|against|between|into|upon|without|than|not|[a-z]{3,}ed|[a-z]{3,}ing)\b"
)
# "labour inspectors from", but not "the support of".
_TO_NAMES = re.compile(r"(?:s (?:from|of|representing)|:)(?: +the)?\Z", re.IGNORECASE)
_ANNOUNCED = re.compile(r"(?::|\bnamely,?|\bi\.e\.,?)(?: +the)?\Z", re.IGNORECASE)
_SUBORDINATE = re.compile(r"\A.*\b(?:that|which|where|whom)\b")
_RELATIVES = frozenset({"which", "who", "that"})
_ORDINARY = frozenset({Capacity.MEMBER, Capacity.PARTICIPANT})


@dataclass(frozen=True, slots=True)
class Member:
    """One name of a group; `role` is what a word before it says ("observers from")."""

    name: NamedDelegation
    role: Capacity | None = None
    mark: Capacity | None = None  # in brackets behind this name alone


@dataclass(frozen=True, slots=True)
class Group:
    """Names that attended as the same.

    Attributes:
        said: the capacity that the signal says ("co-chaired by").
        mark: the capacity of a mark that holds for the whole group ("as observers").
    """

    members: tuple[Member, ...]
    said: Capacity | None = None
    mark: Capacity | None = None

    @property
    def is_marked(self) -> bool:
        """Whether a mark holds for the group or for one of its members."""
        return self.mark is not None or any(member.mark for member in self.members)

    def capacity_of(self, member: Member) -> Capacity:
        """The most particular that the text says; an organisation is one if it says nothing."""
        role = member.role
        if role in _ORDINARY and self.said:
            role = None
        capacity = member.mark or self.mark or role or self.said or Capacity.PARTICIPANT
        organisation = member.name.delegation.kind is DelegationKind.ORGANISATION
        return Capacity.ORGANISATION if organisation and capacity in _ORDINARY else capacity


def listed(items: Sequence[Item]) -> tuple[tuple[Item, ...], bool]:
    """The items that go on a list from its left, and whether the list may go on after them."""
    taken: list[Item] = []
    before_names = True
    for item in items[announced(items) :]:
        if not _opens_list(item, before_names):
            return tuple(taken), False
        taken.append(item)
        before_names &= item.name is None
        if not item.closes:
            return tuple(taken), False
    return tuple(taken), True


def announced(items: Sequence[Item]) -> int:
    """How many items a colon or "namely" leaves behind: "by countries of origin and transit: A"."""
    first = next((at for at, item in enumerate(items) if item.name), 0)
    return first if items and _ANNOUNCED.search(items[first].lead) else 0


def subject(items: Sequence[Item], *, after_list: bool) -> tuple[Item, ...]:
    """The items that are the subject of a verb right after them.

    Args:
        items: what stands between the last signal and the verb.
        after_list: whether a list stands open before, of which the items may be the rest; the
            subject is then the last group alone.
    """
    taken: list[Item] = []
    before_names = True  # read from the verb leftwards
    for item in reversed(items):
        if not item.closes or (item.name is None and not _may_stand(item, before_names)):
            break
        if item.name and not _opens_clause(item):
            return ()
        taken.append(item)
        before_names &= item.name is None
    taken.reverse()
    if after_list and len(taken) == len(items):
        groups = list(_split(taken))
        return tuple(groups[-1]) if len(groups) > 1 else tuple(taken)
    return tuple(taken)


def antecedent(items: Sequence[Item]) -> tuple[Item, ...]:
    """The items that a relative pronoun at the end points back to, as far as "and" joins them."""
    if len(items) < 2 or items[-1].name or items[-1].lead.lower() not in _RELATIVES:
        return ()
    taken: list[Item] = []
    for item in reversed(items[:-1]):
        if item.name is None or not item.closes:
            break
        taken.insert(0, item)
        if not (item.joined and item.opens):
            break
    return tuple(taken)


def grouped(items: Iterable[Item], said: Capacity | None) -> tuple[Group, ...]:
    """The groups of a list; a role holds from its word to the next or to the group's end."""
    groups = []
    for part in _split(items):
        role: Capacity | None = None
        members = []
        for item in part:
            role = role_in(item.lead, role)
            if item.name:
                members.append(Member(item.name, role))
        if members:
            groups.append(Group(tuple(members), said))
    return tuple(groups)


def _split(items: Iterable[Item]) -> Iterable[list[Item]]:
    group: list[Item] = []
    has_names, is_closed = False, False  # closed once "and" has joined its last member
    for item in items:
        if group and (item.new_group or (item.joined and is_closed)):
            yield group
            group, has_names, is_closed = [], False, False
        is_closed |= item.joined and has_names
        has_names |= item.name is not None
        group.append(item)
    if group:
        yield group


def _opens_list(item: Item, before_names: bool) -> bool:
    """Whether a list may begin or go on with an item."""
    return _may_stand(item, before_names) if item.name is None else _leads_to_name(item.lead)


def _may_stand(item: Item, before_names: bool) -> bool:
    """Whether a nameless item may stand in a list; more may on the way to its first name."""
    return item.opens or (before_names and not _STOPPERS.search(item.lead))


def _leads_to_name(lead: str) -> bool:
    return may_list(lead) or bool(_TO_NAMES.search(lead) and not _STOPPERS.search(lead))


def _opens_clause(item: Item) -> bool:
    """Whether a subject may begin with an item, the words of another clause apart."""
    return _leads_to_name(_SUBORDINATE.sub("", item.lead))


def role_in(words: str, current: Capacity | None = None) -> Capacity | None:
    """The capacity that the words before a name give; `current` where none speaks of persons."""
    found = set(_WORD.findall(words.lower()))
    if found.isdisjoint(_person_words()):
        return current
    roles = {role for role, nouns in _role_words().items() if not nouns.isdisjoint(found)}
    if Capacity.ABSENT in roles:
        return Capacity.ABSENT
    if len(roles) > 1:  # "observer delegates"
        roles.discard(Capacity.PARTICIPANT)
    return roles.pop() if len(roles) == 1 else None


@cache
def _role_words() -> dict[Capacity, frozenset[str]]:
    roles = word_list("attendance")["roles"]
    return {Capacity(role): frozenset(nouns) for role, nouns in roles.items()}


@cache
def _person_words() -> frozenset[str]:
    groups = word_list("names")["list_words"]["groups"]
    return frozenset(groups).union(*_role_words().values())
