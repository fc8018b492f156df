"""Questions after the most of something: the largest meeting, who attended most meetings."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from corpus.documents import Citation
from corpus.facts import Capacity, Meeting
from index.answers import Answer, AnswerKind, Line
from index.generation import Generation
from index.meeting_names import names_of, words_of
from index.quoting import Quoter
from index.replies.attendance import meeting_text
from index.understanding.intents import kinds_of_meeting, superlative_of
from index.understanding.questions import Question
from index.wording import count_text, list_text

_SHOWN = 5  # places of a ranking: it is asked for its first
_SOURCES = 10  # paragraphs that show one of them

# What is counted of whom: a name, and for each thing counted the paragraph that states it.
Tally = Mapping[str, Mapping[str, Citation]]


@dataclass(frozen=True, slots=True)
class _Ranking:
    """How things are counted, and the words for it."""

    count: Callable[[Generation, list[Meeting]], Tally]
    noun: str
    of: str  # what is ranked, in the plural


def superlative(generation: Generation, asked: Question) -> Answer | None:
    """ "What was the largest meeting?", "Who attended the most meetings?"."""
    name, words = superlative_of(asked.plain)
    ranking = _RANKINGS.get(name)
    if ranking is None or set(asked.rest) - set(words_of(words)):
        return None
    meetings = _meetings(generation, asked)
    tally = ranking.count(generation, meetings)
    if not tally:
        return None
    ranked = sorted(tally.items(), key=lambda each: -len(each[1]))
    most = len(ranked[0][1])
    first = [name for name, counted in ranked if len(counted) == most]
    quoter = Quoter(generation)
    shown = [*ranked[: max(_SHOWN, min(len(first), 2 * _SHOWN))]]
    lines = tuple(_line(quoter, name, counted, ranking.noun) for name, counted in shown)
    together = " each" if len(first) > 1 else ""
    return Answer(
        question="",
        kind=AnswerKind.MEETING,
        text=f"{list_text(first)}: {count_text(most, ranking.noun)}{together}, "
        f"the most of the {len(ranked)} {ranking.of}.",
        text_sources=tuple(dict.fromkeys(s for line in lines[: len(first)] for s in line.sources)),
        lines=lines,
        citations=quoter.quotations,
        searched=len(generation.documents),
        understood=asked.period.told if asked.period else "",
    )


def _line(quoter: Quoter, name: str, counted: Mapping[str, Citation], noun: str) -> Line:
    citations = list(dict.fromkeys(counted.values()))[:_SOURCES]
    sources = tuple(quoter.cite(each) for each in citations)
    return Line(f"{name}: {count_text(len(counted), noun)}", sources)


def _meetings(generation: Generation, asked: Question) -> list[Meeting]:
    """Those that the question is about: of a body, a kind, a time; else all."""
    found = asked.meetings.every if asked.meetings.named else generation.facts.meetings
    kinds = kinds_of_meeting(asked.plain)
    return [
        each
        for each in found
        if kinds <= names_of(each).words and (not asked.period or asked.period.holds(each.dates))
    ]


def _by_delegations(generation: Generation, meetings: list[Meeting]) -> Tally:
    listed = _attendances(generation, meetings)
    return _grouped((meeting_text(meeting), name, where) for meeting, name, where in listed)


def _by_meetings(generation: Generation, meetings: list[Meeting]) -> Tally:
    listed = _attendances(generation, meetings)
    return _grouped((name, meeting.id, where) for meeting, name, where in listed)


def _attendances(
    generation: Generation, meetings: list[Meeting]
) -> Iterator[tuple[Meeting, str, Citation]]:
    by_id = {meeting.id: meeting for meeting in meetings}
    for each in generation.facts.attendance:
        if each.meeting in by_id and each.capacity is not Capacity.ABSENT:
            yield by_id[each.meeting], each.delegation.name, each.citation


def _by_chairs(generation: Generation, meetings: list[Meeting]) -> Tally:
    return _grouped((name, m.id, m.citation) for m in meetings for name in m.co_chairs)


def _by_places(generation: Generation, meetings: list[Meeting]) -> Tally:
    return _grouped((m.city, m.id, m.citation) for m in meetings if m.city)


def _by_items(generation: Generation, meetings: list[Meeting]) -> Tally:
    items = generation.facts.actions
    return _grouped((owner, item.id, item.citation) for item in items for owner in item.owners)


def _grouped(counted: Iterable[tuple[str, str, Citation]]) -> Tally:
    tally: defaultdict[str, dict[str, Citation]] = defaultdict(dict)
    for name, thing, citation in counted:
        tally[name].setdefault(thing, citation)
    return tally


_RANKINGS: Mapping[str, _Ranking] = {
    "meetings by delegations": _Ranking(_by_delegations, "delegation", "meetings that list any"),
    "delegations by meetings": _Ranking(_by_meetings, "meeting", "delegations that are listed"),
    "delegations by chairs": _Ranking(_by_chairs, "meeting", "delegations named as chairs"),
    "places by meetings": _Ranking(_by_places, "meeting", "places that are named"),
    "owners by items": _Ranking(_by_items, "action item", "owners that are named"),
}
