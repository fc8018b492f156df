"""How a topic moved: dated quotes, oldest first, and what the facts say changed."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from corpus.documents import Citation, Document, Paragraph
from corpus.sentences import sentence_spans
from index.answering.concepts import Concept, concepts_of, terms_of
from index.answering.paragraph_numbers import numbers_in
from index.answers import Answer, AnswerKind, Line
from index.errors import InputError
from index.generation import Generation
from index.meeting_names import words_of
from index.options import parse_first_day
from index.quotations.pages import plain
from index.quoting import Quoter
from index.replies.actions import NO_OWNER
from index.search import MAX_QUERY_LENGTH, search
from index.wording import count_text, dates_text, list_text

_IN_A_DOCUMENT = 3  # quotes shown: a taste of each document; search finds the rest
_CANDIDATES = 20  # paragraphs read in a document
_PARAGRAPH_COVERS = 0.75  # share of the topic that a paragraph's own words must express
_SENTENCE_COVERS = 0.6  # and the sentence that is quoted from it
_NEAREST = 3
_CHANGES = "What changed"


@dataclass(frozen=True, slots=True)
class Mention:
    """A sentence that speaks of a topic."""

    document: Document
    paragraph: Paragraph
    sentence: str
    covers: float

    @property
    def citation(self) -> Citation:
        """Its paragraph."""
        return self.document.cite(self.paragraph)


def track_reply(generation: Generation, topic: str, since: str | None = None) -> Answer:
    """Dated quotes on `topic`, oldest first, from the first day of `since` on.

    Raises:
        InputError: the topic holds no word to look for, or `since` is no date.
    """
    found = track(generation, topic, since)
    quoter = Quoter(generation)
    if not found:
        return _nothing(generation, topic, since)
    lines = [
        Line(
            each.sentence, (quoter.cite(each.citation, each.sentence),), _heading(generation, each)
        )
        for each in found
    ]
    lines += _changes(generation, quoter, topic, found, whole=since is None)
    documents = len({each.document.id for each in found})
    quotes = count_text(len(found), "quote")
    after = f" since {since}" if since else ""
    return Answer(
        question=topic,
        kind=AnswerKind.TRACK,
        text=f"{quotes} on “{topic}” in {count_text(documents, 'document')}{after}, oldest first.",
        lines=tuple(lines),
        citations=quoter.quotations,
        searched=len(generation.documents),
        understood=topic,
    )


def track(generation: Generation, topic: str, since: str | None = None) -> tuple[Mention, ...]:
    """The sentences that speak of a topic, by date of the document and place in it.

    Raises:
        InputError: the topic holds no word to look for, or `since` is no date.
    """
    if len(topic) > MAX_QUERY_LENGTH:
        raise InputError(f"A topic may have {MAX_QUERY_LENGTH:,} characters; this has more.")
    concepts = concepts_of(generation, topic)
    if not concepts:
        raise InputError("Name a topic, such as: information sharing.")
    first_day = parse_first_day(since) if since else date.min
    found: list[Mention] = []
    for document in generation.documents.values():
        if (document.date or date.max) >= first_day:
            found += _in_document(generation, concepts, numbers_in(generation, [document.id]))
    return tuple(found)


def _in_document(
    generation: Generation, concepts: Sequence[Concept], among: Sequence[int]
) -> list[Mention]:
    """The mentions that express the topic best, in the order of the text."""
    hits = generation.engine.top(terms_of(concepts), _CANDIDATES, among) if among else []
    total = sum(concept.weight for concept in concepts)
    found = []
    for hit in hits:
        indexed = generation.indexed[hit.number]
        text = indexed.paragraph.text
        if _covered(generation, concepts, text) < _PARAGRAPH_COVERS * total:
            continue
        sentences = [span.of(text) for span in sentence_spans(text)]
        covered = [_covered(generation, concepts, sentence) for sentence in sentences]
        best = max(range(len(sentences)), key=lambda place: covered[place], default=None)
        if best is not None and covered[best] >= _SENTENCE_COVERS * total:
            found.append(
                Mention(indexed.document, indexed.paragraph, sentences[best], covered[best])
            )
    best_found = sorted(found, key=lambda each: -each.covers)[:_IN_A_DOCUMENT]
    return sorted(best_found, key=lambda each: each.paragraph.ordinal)


def _covered(generation: Generation, concepts: Sequence[Concept], text: str) -> float:
    """What a text expresses of the concepts, in their weights."""
    terms = generation.analyser.terms(text)
    present = frozenset(terms)
    return sum(each.weight * each.strength(terms, present) for each in concepts)


def _heading(generation: Generation, mention: Mention) -> str:
    meeting = generation.reported.get(mention.document.id)
    day = mention.document.date
    when = dates_text(meeting.dates) if meeting else day.isoformat() if day else "undated"
    return f"{when} · {mention.document.label}"


def _changes(
    generation: Generation, quoter: Quoter, topic: str, found: Sequence[Mention], *, whole: bool
) -> Iterator[Line]:
    """What facts, and nothing else, say of the paragraphs that were quoted."""
    first, last = found[0], found[-1]
    if whole:
        text = f"First mention: {first.document.label}"
        yield Line(text, (quoter.cite(first.citation),), _CHANGES)
    cited = {each.citation for each in found}
    yield from _action_lines(generation, quoter, topic, cited)
    yield from _rilon_lines(generation, quoter, topic, cited)
    yield from _wording_lines(quoter, topic, found)
    later = _later(generation, last.document)
    if later:
        text = f"No mention after {last.document.label}: {list_text(later)}"
        yield Line(text, (quoter.cite(last.citation),), _CHANGES)


def _action_lines(
    generation: Generation, quoter: Quoter, topic: str, cited: set[Citation]
) -> Iterator[Line]:
    """The action items on the topic that arose, or were followed up, in these paragraphs."""
    concepts = concepts_of(generation, topic)
    least = _SENTENCE_COVERS * sum(concept.weight for concept in concepts)
    for item in generation.facts.actions:
        evidence = [each.citation for each in item.evidence]
        if _covered(generation, concepts, f"{item.lead} {item.text}") < least:
            continue
        if item.citation in cited:
            owner = list_text(item.owners) or NO_OWNER
            reason = f" ({item.reason})" if item.reason else ""
            sources = [quoter.cite(each) for each in (item.citation, *evidence)]
            text = f"Action item {item.id} arose, {owner}: {item.status.value}{reason}"
            yield Line(text, tuple(dict.fromkeys(sources)), _CHANGES)
        elif cited.intersection(evidence):
            sources = [quoter.cite(each) for each in evidence if each in cited]
            text = f"Action item {item.id} was followed up"
            yield Line(text, tuple(dict.fromkeys(sources)), _CHANGES)


def _rilon_lines(
    generation: Generation, quoter: Quoter, topic: str, cited: set[Citation]
) -> Iterator[Line]:
    """The steps that these paragraphs state of RILONs, where the topic is about them."""
    said = set(words_of(topic))
    every = bool(said & {"rilon", "rilons"})
    for rilon in generation.facts.rilons:
        if not every and not said.intersection(words_of(rilon.place)):
            continue
        for step in rilon.history:
            if step.citation in cited:
                when = f", {dates_text(step.dates)}" if step.dates else ""
                text = f"RILON {rilon.place}: {step.step.value}{when}"
                yield Line(text, (quoter.cite(step.citation),), _CHANGES)


def _wording_lines(quoter: Quoter, topic: str, found: Sequence[Mention]) -> Iterator[Line]:
    """Where the topic's own words are said for the last time while others go on."""
    words = plain(topic).casefold()
    said = [each for each in found if words in plain(each.paragraph.text).casefold()]
    if said and said[-1].document.id != found[-1].document.id:
        label = said[-1].document.label
        text = f"The words “{topic}” themselves stand in no quote after {label}"
        yield Line(text, (quoter.cite(said[-1].citation),), _CHANGES)


def _later(generation: Generation, document: Document) -> list[str]:
    """Labels of the documents that are dated after this one."""
    day = document.date
    documents = generation.documents.values()
    return [each.label for each in documents if day and each.date and each.date > day]


def _nothing(generation: Generation, topic: str, since: str | None) -> Answer:
    quoter = Quoter(generation)
    for passage in search(generation, topic, limit=_NEAREST):
        quoter.cite(passage.citation)
    after = f" since {since}" if since else ""
    searched = len(generation.documents)
    return Answer(
        question=topic,
        kind=AnswerKind.TRACK,
        text=f"Not stated in {count_text(searched, 'document')}.",
        citations=quoter.quotations,
        abstained=True,
        reason=f"No paragraph speaks of all of “{topic}”{after}.",
        searched=searched,
        understood=topic,
    )
