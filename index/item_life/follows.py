"""Following a delegation, a topic, an owner or a series: what a publish brings that matches."""

from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass
from enum import StrEnum

from corpus.documents import Citation
from corpus.facts import ActionItem
from index.answers import Answer, AnswerKind, Line
from index.errors import AmbiguousError, InputError, NotFoundError
from index.facts import select_meetings
from index.finding import check_length, find_delegation, find_owner
from index.generation import Generation
from index.mentions import mentions_of
from index.quoting import Quoter
from index.replies.actions import action_line
from index.replies.delegation import attended_line
from index.search import query_terms, search
from index.wording import count_text, dates_text

_SHOWN = 100  # lines under one follow, over all pages of a digest
MEMBERS = "members"


class What(StrEnum):
    """What can be followed."""

    DELEGATION = "delegation"
    TOPIC = "topic"
    OWNER = "owner"
    SERIES = "series"


@dataclass(frozen=True, slots=True)
class Follow:
    """One thing that a channel follows; `by` is the name of who asked for it."""

    id: int
    channel: str
    what: What
    name: str
    by: str

    def __str__(self) -> str:
        """ "delegation: Maldives"."""
        return f"{self.what.value}: {self.name}"


def parse_what(text: str) -> What:
    """Read what is to be followed.

    Raises:
        InputError: it is none of the four.
    """
    try:
        return What(text.strip().casefold())
    except ValueError as error:
        raise InputError(f"“{text}” cannot be followed; choose {', '.join(What)}.") from error


def known_name(generation: Generation, what: What, text: str) -> str:
    """The name under which something is followed: canonical where the corpus knows one.

    Raises:
        NotFoundError: no delegation, owner or series is called that.
        AmbiguousError: several series are.
        InputError: the topic is too long or has no word that can be searched.
    """
    check_length(text)
    name = " ".join(text.split())
    if what is What.DELEGATION:
        return find_delegation(generation, name).name
    if what is What.OWNER:
        return find_owner(generation, name) or MEMBERS
    if what is What.SERIES:
        return _series(generation, name)
    if not query_terms(generation, name):
        raise InputError(f"“{name}” has no word that can be searched.")
    return name


def _series(generation: Generation, text: str) -> str:
    """The body whose meetings this names."""
    bodies = {each.body for each in generation.facts.meetings if each.body}
    named = {each.body for each in select_meetings(generation, body=text)} & bodies
    exact = {each for each in named if each.casefold() == text.casefold()} or named
    if not exact:
        raise NotFoundError(f"No series is called “{text}”.", sorted(bodies))
    if len(exact) > 1:
        raise AmbiguousError(f"“{text}” fits {len(exact)} series.", sorted(exact))
    return exact.pop()


def news(generation: Generation, fresh: Set[Citation], follows: Sequence[Follow]) -> Answer:
    """What the paragraphs that are new say of what is followed, as one answer.

    Args:
        generation: the published one.
        fresh: paragraphs of it that an earlier generation did not hold.
        follows: of one channel.
    """
    quoter = Quoter(generation)
    lines: list[Line] = []
    matched = 0
    for follow in follows:
        found = list(_matching(generation, fresh, follow, quoter))
        matched += len(found)
        lines += found[:_SHOWN]
        if len(found) > _SHOWN:
            more = count_text(len(found) - _SHOWN, "more", "more")
            lines.append(Line(f"and {more}", found[_SHOWN].sources, str(follow)))
    return Answer(
        question="",
        kind=AnswerKind.PASSAGES,
        text=f"New in generation {generation.number}: {count_text(matched, 'match', 'matches')}.",
        lines=tuple(lines),
        citations=quoter.quotations,
        abstained=not lines,
        reason="" if lines else "Nothing new matches.",
        searched=len({each.document for each in fresh}),
    )


def _matching(
    generation: Generation, fresh: Set[Citation], follow: Follow, quoter: Quoter
) -> Iterator[Line]:
    group = str(follow)
    if follow.what is What.TOPIC:
        yield from _said(generation, fresh, follow.name, quoter, group)
    elif follow.what is What.SERIES:
        yield from _met(generation, fresh, follow.name, quoter, group)
    else:
        if follow.what is What.DELEGATION:
            yield from _attended(generation, fresh, follow.name, quoter, group)
        for item in generation.facts.actions:
            if _owns(follow.name, item) and _concerns(item, fresh):
                yield action_line(quoter, item, group)


def _owns(name: str, item: ActionItem) -> bool:
    return name in item.owners or (name == MEMBERS and not item.owners)


def _concerns(item: ActionItem, fresh: Set[Citation]) -> bool:
    """Whether an item, or the evidence of what became of it, is new."""
    return item.citation in fresh or any(each.citation in fresh for each in item.evidence)


def _attended(
    generation: Generation, fresh: Set[Citation], name: str, quoter: Quoter, group: str
) -> Iterator[Line]:
    told = set()
    for entry in generation.facts.attendance:
        if entry.delegation.name == name and entry.citation in fresh:
            told.add(entry.citation)
            line = attended_line(generation, quoter, entry)
            yield Line(line.text, line.sources, group)
    delegation = find_delegation(generation, name)
    for citation, sentence in mentions_of(generation, delegation):
        if citation in fresh and citation not in told:
            yield Line(sentence, (quoter.cite(citation, sentence),), group)


def _said(
    generation: Generation, fresh: Set[Citation], topic: str, quoter: Quoter, group: str
) -> Iterator[Line]:
    """New paragraphs that hold all the words of a topic, best first."""
    wanted = set(query_terms(generation, topic))
    terms = {
        each.citation: {term for sentence in each.sentences for term in sentence.terms}
        for each in generation.indexed
        if each.citation in fresh
    }
    documents = {each.document for each in fresh}
    for passage in search(generation, topic, limit=len(generation.indexed), documents=documents):
        if wanted <= terms.get(passage.citation, set()):
            label = passage.document.label_of(passage.paragraph)
            yield Line(label, (quoter.cite(passage.citation),), group)


def _met(
    generation: Generation, fresh: Set[Citation], series: str, quoter: Quoter, group: str
) -> Iterator[Line]:
    for meeting in generation.facts.meetings:
        if meeting.body == series and meeting.citation in fresh:
            told = "reported" if meeting.reported_by else "mentioned"
            text = f"{meeting.label} ({dates_text(meeting.dates)}): {told}"
            yield Line(text, (quoter.cite(meeting.citation),), group)
