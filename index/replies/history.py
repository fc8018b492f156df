"""What was done to one action item, and by whom."""

from corpus.facts import ActionItem
from index.answers import Answer, AnswerKind, Line
from index.finding import find_action
from index.generation import Generation
from index.item_life.statuses import Event, EventKind, pending
from index.quoting import Quoter
from index.wording import count_text

_DONE = {
    EventKind.UPDATE: "set to “{status}”",
    EventKind.PROPOSAL: "proposed “{status}”",
    EventKind.ACCEPTED: "accepted the proposal: “{status}”",
    EventKind.REJECTED: "rejected the proposal",
    EventKind.UNDO: "undid the last change: “{status}” again",
    EventKind.SOURCE: "changed the source",
}
_AS_TOLD = "as the documents tell"
_NOTHING = "Nobody has changed it; its status is what the documents tell."


def history_reply(generation: Generation, item: str) -> Answer:
    """Every change, proposal and decision, oldest first, each with who and when.

    Raises:
        NotFoundError: there is no such item.
    """
    found = find_action(generation, item)
    history = generation.lives.histories.get(found.id, ())
    quoter = Quoter(generation)
    source = quoter.cite(found.citation, found.text)
    lines = tuple(_line(quoter, found, each) for each in history)
    status = f"{found.status.value} ({found.reason})" if found.reason else found.status.value
    waiting = pending(history)
    waits = f" {count_text(len(waiting), 'proposal')} waiting." if waiting else ""
    return Answer(
        question="",
        kind=AnswerKind.ACTIONS,
        text=f"{found.id}: {status}.{waits}",
        text_sources=(source,),
        lines=lines or (Line(_NOTHING, (source,)),),
        citations=quoter.quotations,
        searched=len(generation.documents),
        understood=found.id,
    )


def event_text(event: Event) -> str:
    """ "2024-05-01 09:00 UTC · Maria set to “done”: it was sent"."""
    entry = event.entry
    when = event.at.strftime("%Y-%m-%d %H:%M")
    what = _DONE[entry.kind].format(status=entry.status.value if entry.status else _AS_TOLD)
    note = f": {entry.note}" if entry.note else ""
    return f"{when} UTC · {event.actor.name} {what}{note}"


def _line(quoter: Quoter, item: ActionItem, event: Event) -> Line:
    """One event; the paragraph it cites, or the item's own."""
    cited = event.entry.evidence or item.citation
    return Line(event_text(event), (quoter.cite(cited),))
