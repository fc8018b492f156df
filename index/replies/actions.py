"""Action items: which there are, where they stand, and one with its evidence."""

from collections.abc import Sequence
from datetime import date

from rapidfuzz import fuzz

from corpus.facts import ActionItem, Status
from index.answers import Answer, AnswerKind, Line
from index.finding import find_action
from index.generation import Generation
from index.item_life.overdue import overdue_text
from index.item_life.selecting import ActionOptions, select_actions
from index.quoting import Quoter, disagreements
from index.replies.history import event_text
from index.wording import count_text, dates_text, list_text

NO_OWNER = "members (nobody named)"
_TWINS = 85  # rapidfuzz points of 100 from which two texts state the same, as for conflicts


def actions_reply(generation: Generation, options: ActionOptions) -> Answer:
    """The action items that fit the options, grouped by status.

    Raises:
        InputError, NotFoundError, AmbiguousError: an option cannot be read.
    """
    items = select_actions(generation, options)
    return actions_answer(generation, items, options.told, day=options.day)


def actions_answer(
    generation: Generation,
    items: Sequence[ActionItem],
    understood: str = "",
    *,
    by_due: bool = True,
    day: date | None = None,
) -> Answer:
    """A list of action items, open ones first; `by_due` puts those that are due soonest first.

    With a `day`, each tells by how long it was overdue then.
    """
    quoter = Quoter(generation)
    order = list(Status)
    ranked = sorted(items, key=_due_key) if by_due else items
    ranked = sorted(ranked, key=lambda item: order.index(item.status))
    lines = tuple(action_line(quoter, item, item.status.value.capitalize(), day) for item in ranked)
    counts = [(status, sum(item.status is status for item in items)) for status in order]
    tally = list_text([f"{count} {status.value}" for status, count in counts if count])
    nothing = f"No action item is recorded{f' for {understood}' if understood else ''}."
    return Answer(
        question="",
        kind=AnswerKind.ACTIONS,
        text=f"{count_text(len(items), 'action item')}: {tally}." if items else nothing,
        lines=lines,
        citations=quoter.quotations,
        abstained=not items,
        reason="" if items else nothing,
        searched=len(generation.documents),
        understood=understood,
    )


def action_reply(generation: Generation, item: str) -> Answer:
    """One action item in full.

    Raises:
        NotFoundError: no item has this id.
    """
    return action_answer(generation, find_action(generation, item))


def action_answer(generation: Generation, item: ActionItem) -> Answer:
    """One action item: owner, due, meeting, status with reason, and its evidence."""
    quoter = Quoter(generation)
    source = quoter.cite(item.citation, item.text)
    meeting = generation.meeting(item.meeting)
    facts = [
        ("Owner", list_text(item.owners) or NO_OWNER),
        ("Due", due_text(item)),
        ("Meeting", meeting.label if meeting else ""),
        ("Strength", item.strength.value),
        ("Status", f"{item.status.value}: {item.reason}" if item.reason else item.status.value),
        ("Introduced by", item.lead),
    ]
    lines = [Line(f"{name}: {value}", (source,)) for name, value in facts if value]
    for each in item.evidence:
        place = quoter.cite(each.citation, each.quote)
        lines.append(Line(f"{each.quote} ({each.why})", (place,), "Evidence"))
    twins = twins_of(generation, item)
    for twin in twins:
        owners = list_text(twin.owners) or NO_OWNER
        place = quoter.cite(twin.citation, twin.text)
        lines.append(Line(f"{twin.id} · {owners} · {twin.text}", (place,), "Also stated as"))
    for event in generation.lives.histories.get(item.id, ()):
        place = quoter.cite(event.entry.evidence) if event.entry.evidence else source
        lines.append(Line(event_text(event), (place,), "History"))
    return Answer(
        question="",
        kind=AnswerKind.ACTIONS,
        text=f"{item.id}: {item.text}",
        text_sources=(source,),
        lines=tuple(lines),
        conflicts=disagreements(generation, quoter, item.id, *(twin.id for twin in twins)),
        citations=quoter.quotations,
        searched=len(generation.documents),
        understood=item.id,
    )


def action_line(quoter: Quoter, item: ActionItem, group: str, day: date | None = None) -> Line:
    """The id, owner, what, due as written and status of an item, with its evidence."""
    owner = list_text(item.owners) or NO_OWNER
    late = overdue_text(item, day) if day else ""
    due = f" · due: {item.due_text}" if item.due_text else ""
    due += f" ({late})" if late else ""
    reason = f" ({item.reason})" if item.reason else ""
    sources = [quoter.cite(item.citation, item.text)]
    sources += [quoter.cite(each.citation, each.quote) for each in item.evidence]
    text = f"{item.id} · {owner} · {item.text}{due} · {item.status.value}{reason}"
    return Line(text, tuple(dict.fromkeys(sources)), group)


def twins_of(generation: Generation, item: ActionItem) -> tuple[ActionItem, ...]:
    """The items in which other documents about the same meeting state the same."""
    return tuple(
        each
        for each in generation.facts.actions
        if item.meeting
        and each.meeting == item.meeting
        and each.citation.document != item.citation.document
        and fuzz.token_sort_ratio(each.text, item.text) >= _TWINS
    )


def due_text(item: ActionItem) -> str:
    """The due phrase as written, and the days that it means."""
    if not item.due_text:
        return ""
    return f"“{item.due_text}” ({dates_text(item.due)})" if item.due else f"“{item.due_text}”"


def _due_key(item: ActionItem) -> str:
    return item.due.end.isoformat() if item.due else "9999"
