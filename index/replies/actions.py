"""Action items: which there are, where they stand, and one with its evidence."""

from collections.abc import Sequence

from corpus.facts import ActionItem, Status
from index.answers import Answer, AnswerKind, Line
from index.facts import select_actions
from index.finding import find_action
from index.generation import Generation
from index.quoting import Quoter, disagreements
from index.wording import count_text, dates_text, list_text

NO_OWNER = "members (nobody named)"


def actions_reply(
    generation: Generation,
    *,
    status: str | None = None,
    owner: str | None = None,
    meeting: str | None = None,
    as_of: str | None = None,
) -> Answer:
    """Action items by status, owner, meeting and date, grouped by status.

    Raises:
        InputError, NotFoundError, AmbiguousError: an option cannot be read.
    """
    items = select_actions(generation, status=status, owner=owner, meeting=meeting, as_of=as_of)
    named = (("status", status), ("owner", owner), ("meeting", meeting), ("as of", as_of))
    understood = ", ".join(f"{name} {value}" for name, value in named if value)
    return actions_answer(generation, items, understood)


def actions_answer(
    generation: Generation,
    items: Sequence[ActionItem],
    understood: str = "",
    *,
    by_due: bool = True,
) -> Answer:
    """A list of action items, open ones first; `by_due` puts those that are due soonest first."""
    quoter = Quoter(generation)
    order = list(Status)
    ranked = sorted(items, key=_due_key) if by_due else items
    ranked = sorted(ranked, key=lambda item: order.index(item.status))
    lines = tuple(action_line(quoter, item, item.status.value.capitalize()) for item in ranked)
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
        lines.append(Line(f"{each.quote} ({each.why})", (place,), "Later documents"))
    return Answer(
        question="",
        kind=AnswerKind.ACTIONS,
        text=f"{item.id}: {item.text}",
        text_sources=(source,),
        lines=tuple(lines),
        conflicts=disagreements(generation, quoter, item.id),
        citations=quoter.quotations,
        searched=len(generation.documents),
        understood=item.id,
    )


def action_line(quoter: Quoter, item: ActionItem, group: str) -> Line:
    """The id, owner, what, due as written and status of an item, with its evidence."""
    owner = list_text(item.owners) or NO_OWNER
    due = f" · due: {item.due_text}" if item.due_text else ""
    reason = f" ({item.reason})" if item.reason else ""
    sources = [quoter.cite(item.citation, item.text)]
    sources += [quoter.cite(each.citation, each.quote) for each in item.evidence]
    text = f"{item.id} · {owner} · {item.text}{due} · {item.status.value}{reason}"
    return Line(text, tuple(dict.fromkeys(sources)), group)


def due_text(item: ActionItem) -> str:
    """The due phrase as written, and the days that it means."""
    if not item.due_text:
        return ""
    return f"“{item.due_text}” ({dates_text(item.due)})" if item.due else f"“{item.due_text}”"


def _due_key(item: ActionItem) -> str:
    return item.due.end.isoformat() if item.due else "9999"
