"""Selecting action items by what a person chooses in the options of a list."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date

from corpus.facts import ActionItem, Status
from index.finding import find_meeting, find_owner, plain_name
from index.generation import Generation
from index.item_life.lives import SOURCE_REMOVED, lived
from index.item_life.overdue import is_overdue
from index.options import parse_choice, parse_day, parse_status, parse_strength


@dataclass(frozen=True, slots=True)
class ActionOptions:
    """What was chosen, as typed; nothing is chosen by none.

    Attributes:
        status: "open", "followed up", "done", "dropped", or "source removed" for the items that
            no document states any more.
        owner: a delegation or body; "members" for the items that name nobody.
        meeting: where the item arose.
        as_of: a day: later items, later evidence and later changes of the status do not count.
        strength: "commitment", "decision", "offer" or "recommendation".
        overdue: "yes" for what was overdue on the day of `as_of`, else on `today`.
    """

    status: str | None = None
    owner: str | None = None
    meeting: str | None = None
    as_of: str | None = None
    strength: str | None = None
    overdue: str | None = None
    today: date | None = None

    @property
    def day(self) -> date | None:
        """The day on which items are looked at; without one, none is overdue.

        Raises:
            InputError: `as_of` holds no date.
        """
        return parse_day(self.as_of) if self.as_of else self.today

    @property
    def removed(self) -> bool:
        """Whether the items are wanted that no document states any more."""
        return bool(self.status) and plain_name(self.status or "") == SOURCE_REMOVED

    @property
    def told(self) -> str:
        """In words, for an answer: "status open, owner Australia"."""
        names = ("status", "owner", "meeting", "as_of", "strength", "overdue")
        chosen = ((name.replace("_", " "), getattr(self, name)) for name in names)
        return ", ".join(f"{name} {value}" for name, value in chosen if value)


def select_actions(
    generation: Generation, options: ActionOptions | None = None
) -> tuple[ActionItem, ...]:
    """The action items that fit all options, in the order in which they arose.

    Raises:
        InputError: an unknown status or strength, or an unreadable date.
        NotFoundError, AmbiguousError: the owner or the meeting cannot be told.
    """
    options = options or ActionOptions()
    items: Iterable[ActionItem] = (
        generation.lives.removed if options.removed else generation.facts.actions
    )
    if options.as_of:
        items = _as_of(generation, items, parse_day(options.as_of))
    conditions = list(_conditions(generation, options))
    return tuple(item for item in items if all(holds(item) for holds in conditions))


def _conditions(
    generation: Generation, options: ActionOptions
) -> Iterable[Callable[[ActionItem], bool]]:
    if options.status and not options.removed:
        status = parse_status(options.status)
        yield lambda item: item.status is status
    if options.meeting:
        meeting = find_meeting(generation, options.meeting).id
        yield lambda item: item.meeting == meeting
    if options.owner:
        owner = find_owner(generation, options.owner)
        yield lambda item: owner in item.owners if owner else not item.owners
    if options.strength:
        strength = parse_strength(options.strength)
        yield lambda item: item.strength is strength
    if options.overdue and parse_choice(options.overdue):
        day = options.day
        yield lambda item: day is not None and is_overdue(item, day)


def _as_of(generation: Generation, items: Iterable[ActionItem], day: date) -> list[ActionItem]:
    chosen = []
    for item in items:
        arisen = _arose(generation, item)
        if arisen is not None and arisen > day:
            continue
        extracted = generation.lives.extracted.get(item.id, item)
        told = _without_later_evidence(generation, extracted, day)
        chosen.append(lived(generation, told, day))
    return chosen


def _arose(generation: Generation, item: ActionItem) -> date | None:
    meeting = generation.meeting(item.meeting) if item.meeting else None
    if meeting and meeting.dates:
        return meeting.dates.start
    found = generation.recall(item.citation)
    return found[0].date if found else None


def _without_later_evidence(generation: Generation, item: ActionItem, day: date) -> ActionItem:
    def known(document_id: str) -> bool:
        document = generation.documents.get(document_id)
        return document is None or document.date is None or document.date <= day

    kept = tuple(each for each in item.evidence if known(each.citation.document))
    if item.status is not Status.FOLLOWED_UP or kept == item.evidence:
        return item
    if kept:
        return replace(item, evidence=kept)
    reason = f"no document up to {day.isoformat()} reports completion"
    return replace(item, evidence=(), status=Status.OPEN, reason=reason)
