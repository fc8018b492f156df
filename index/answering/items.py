"""Action items that a question asks for, by owner, meeting and matter."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from corpus.documents import Citation
from corpus.facts import ActionItem
from corpus.gazetteer import gazetteer
from index.analysis import word_terms
from index.answering.concepts import concepts_of
from index.answering.item_filters import ItemFilters
from index.answering.judging import Judged, judge
from index.answering.paragraph_numbers import numbers_about
from index.answers import Answer, AnswerKind
from index.generation import Generation
from index.meeting_names import words_of
from index.quoting import Quoter
from index.remembering import remembered
from index.replies.actions import action_line, actions_answer
from index.understanding.intents import asks_for_nobodys, fits
from index.understanding.questions import Question

_SHOWN = 3  # items that match a topic: more is a search, not an answer
_COVERED = 0.5  # share of a topic's weight that an item's paragraph must express
_LAGS = 0.15  # of a score, by which another paragraph tells more of what was asked


def items_answer(generation: Generation, asked: Question) -> Answer | None:
    """The action items that a question asks for; None where it is about something else."""
    filters = ItemFilters.of(asked)
    owned, understood = _asked_items(generation, asked), _understood(generation, asked, filters)
    day = asked.day or generation.published_at.date()
    items = filters.chosen(generation, owned, day)
    owners = _owners(generation, asked)
    if not set(asked.rest) - filters.words - {word for name in owners for word in words_of(name)}:
        by_due = not asked.meetings.found  # of one meeting, the order of its text says more
        if items:
            return actions_answer(generation, items, understood, by_due=by_due, day=asked.day)
        wanted = filters.any or (owners and fits("items", asked.plain))
        return _none(generation, asked, owned, understood) if wanted else None
    ranked = _ranked(generation, asked, items)
    if not ranked:
        return None
    quoter = Quoter(generation)
    lines = tuple(action_line(quoter, item, item.status.value.capitalize()) for item in ranked)
    return Answer(
        question="",
        kind=AnswerKind.ACTIONS,
        text=ranked[0].text,
        text_sources=lines[0].sources[:1],
        lines=lines,
        citations=quoter.quotations,
        searched=len(generation.documents),
        understood=understood,
    )


def _none(
    generation: Generation, asked: Question, owned: Sequence[ActionItem], understood: str
) -> Answer:
    """Refuse: no item fits; those of the same owner, or that name it, are shown as nearest."""
    quoter = Quoter(generation)
    named = {delegation.name for delegation in asked.delegations}
    naming = [i for i in generation.facts.actions if named & _named_in(i.text)] if named else []
    heading = "Of the same owner" if owned else "Name it, with other owners"
    near = (owned or naming)[:_SHOWN] if named else []
    reason = f"No recorded action item fits: {understood}."
    return Answer(
        question="",
        kind=AnswerKind.ACTIONS,
        text=f"Not stated: {reason[0].lower()}{reason[1:]}",
        lines=tuple(action_line(quoter, item, heading) for item in near),
        citations=quoter.quotations,
        abstained=True,
        reason=reason,
        searched=len(generation.documents),
        understood=understood,
    )


def _named_in(text: str) -> set[str]:
    return {mention.delegation.name for mention in gazetteer().scan(text)}


def _ranked(
    generation: Generation, asked: Question, items: Sequence[ActionItem]
) -> list[ActionItem]:
    """The items that match the topic best; none where other paragraphs match it better."""
    concepts = concepts_of(generation, asked.topic, asked.wants.names)
    judged = judge(generation, asked, concepts, among(generation, asked))
    cited = {item.citation for item in items}
    of_items = [each for each in judged if each.covered >= _COVERED and each.citation in cited]
    if not of_items or of_items[0].score < judged[0].score - _LAGS:
        return []
    by_citation: defaultdict[Citation, list[ActionItem]] = defaultdict(list)
    for item in items:
        by_citation[item.citation].append(item)
    ranked = [i for each in of_items for i in by_citation[each.citation] if _is_told(i, each)]
    if "date" in asked.wants.kinds:
        ranked = [item for item in ranked if item.due_text]
    return ranked[:_SHOWN]


def among(generation: Generation, asked: Question) -> list[int] | None:
    """The paragraphs about the meetings that the question names; None for all.

    Where a name without a number and a date fits no more than a passing mention, or several that
    share a place, also those that hold all its words: it may mean another by them.
    """
    meetings = (asked.meeting,) if asked.meeting else asked.meetings.found
    if not meetings:
        return None
    numbers = numbers_about(generation, meetings)
    is_one = bool(asked.meetings.dates or asked.meetings.ordinals)
    if is_one or (len(meetings) == 1 and meetings[0].reported_by):
        return numbers
    naming = {term for word in asked.meetings.words for term in word_terms(word)}
    return sorted({*numbers, *generation.indexed.holding(*naming)})


def _is_told(item: ActionItem, judged: Judged) -> bool:
    """Whether an item of the same paragraph is what the quote of a passage is about."""
    return item.text in judged.quote or judged.quote in item.text


def _asked_items(generation: Generation, asked: Question) -> list[ActionItem]:
    owners = _owners(generation, asked)
    items = _owned(generation, owners) if owners else list(generation.facts.actions)
    if asked.meetings.found:
        wanted = {meeting.id for meeting in asked.meetings.found}
        own = {d for d, reported in generation.reported.items() if reported.id in wanted}
        items = [item for item in items if item.meeting in wanted]
        items.sort(key=lambda item: item.citation.document not in own)
    if not owners and asks_for_nobodys(asked.plain):
        return [item for item in items if not item.owners]
    return items


def _owned(generation: Generation, owners: Iterable[str]) -> list[ActionItem]:
    """The items of any of these owners, in the order in which they arose."""
    places = {place for owner in owners for place in _places(generation).get(owner, ())}
    return [generation.facts.actions[place] for place in sorted(places)]


@remembered(1)
def _places(generation: Generation) -> Mapping[str, Sequence[int]]:
    """By owner, where their items stand among all."""
    places: defaultdict[str, list[int]] = defaultdict(list)
    for place, item in enumerate(generation.facts.actions):
        for owner in item.owners:
            places[owner].append(place)
    return dict(places)


def _owners(generation: Generation, asked: Question) -> tuple[str, ...]:
    """The states, organisations and bodies that a question names and that may own items."""
    named = [delegation.name for delegation in asked.delegations]
    if asked.meetings.named:
        return tuple(named)
    said = f" {' '.join(words_of(asked.text))} "
    named += sorted(each for each in _places(generation) if f" {' '.join(words_of(each))} " in said)
    return tuple(dict.fromkeys(named))


def _understood(generation: Generation, asked: Question, filters: ItemFilters) -> str:
    parts = list(_owners(generation, asked))
    parts += ["no owner named"] if not parts and asks_for_nobodys(asked.plain) else []
    parts += [asked.meeting.label] if asked.meeting else []
    parts += [filters.told] if filters.any else []
    return ", ".join(parts)
