"""Passages that answer a question: found by the engine, judged sentence by sentence."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from corpus.dates import find_dates
from corpus.documents import Document, Paragraph
from corpus.facts import ActionItem
from corpus.sentences import Span, sentence_spans
from index.analysis import Analyser
from index.answers import Answer, AnswerKind
from index.concepts import Concept, concepts_of, terms_of
from index.generation import Generation
from index.mentions import names
from index.questions import Question
from index.quoting import Quoter
from index.replies.actions import action_line, actions_answer
from index.wording import count_text

_CANDIDATES = 50  # paragraphs judged; beyond it nothing covers more of a question
_SHOWN = 3  # passages quoted: more is a search, not an answer
_IN_PARAGRAPH = 0.6  # what a concept counts in another sentence of the paragraph
_IN_CONTEXT = 0.4  # and in the paragraph's lead, section or meeting
_ENGINE_SHARE = 0.35  # of the engine's score, the best being 1, beside coverage
_COVERED = 0.5  # share of a question's weight that a paragraph must express to answer it
_NUMBER = re.compile(
    r"\b(?:\d[\d.,]*|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens?|hundreds?"
    r"|thousands?|millions?|billions?|half|percent)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Judged:
    """A candidate paragraph, its best sentence, and how much of the question it expresses.

    `covered` counts the paragraph with its context, `score` ranks.
    """

    document: Document
    paragraph: Paragraph
    span: Span
    covered: float
    score: float

    @property
    def quote(self) -> str:
        """The best sentence, a slice of the paragraph."""
        return self.span.of(self.paragraph.text)


def passages_answer(generation: Generation, asked: Question) -> Answer:
    """The best passages, or an abstention with the nearest where none covers the question."""
    concepts = concepts_of(generation, asked.text)
    judged = judge(generation, concepts, _among(generation, asked))
    fitting = [each for each in judged if _answers(each, asked)]
    shown = fitting[:_SHOWN] or judged[:_SHOWN]
    quoter = Quoter(generation)
    for each in shown:
        quoter.cite(each.document.cite(each.paragraph), each.quote, round(each.score, 4))
    understood = asked.meeting.label if asked.meeting else ""
    searched = len(generation.documents)
    if not fitting:
        return Answer(
            question="",
            kind=AnswerKind.NONE,
            text=f"Not stated in {count_text(searched, 'document')}.",
            citations=quoter.quotations,
            abstained=True,
            reason="No paragraph holds both what the question is about and what it asks of it.",
            searched=searched,
            understood=understood,
        )
    return Answer(
        question="",
        kind=AnswerKind.PASSAGES,
        text=fitting[0].quote,
        text_sources=(1,),
        citations=quoter.quotations,
        searched=searched,
        understood=understood,
    )


def action_passages(generation: Generation, asked: Question) -> Answer | None:
    """The action items that a question asks for; None where it is about something else."""
    items = _asked_items(generation, asked)
    if not asked.rest:
        return actions_answer(generation, items, _understood(asked)) if items else None
    by_citation = {item.citation: item for item in reversed(items)}
    numbers = [n for n, each in enumerate(generation.indexed) if each.citation in by_citation]
    judged = judge(generation, concepts_of(generation, asked.text), numbers)
    chosen = [each for each in judged if each.covered >= _COVERED][:_SHOWN]
    if not chosen:
        return None
    cited = [each.document.cite(each.paragraph) for each in chosen]
    ranked = sorted(
        (i for i in items if i.citation in cited), key=lambda i: cited.index(i.citation)
    )
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
        understood=_understood(asked),
    )


def judge(
    generation: Generation, concepts: Sequence[Concept], among: Sequence[int] | None
) -> list[Judged]:
    """Candidates of the engine, best first by coverage and score, ties in document order."""
    hits = generation.engine.top(terms_of(concepts), _CANDIDATES, among)
    total = sum(concept.weight for concept in concepts)
    if not hits or not total:
        return []
    best = hits[0].score
    judged = []
    for hit in hits:
        indexed = generation.indexed[hit.number]
        context = _context_terms(generation, indexed.document, indexed.paragraph)
        span, sentence, whole = _best_sentence(
            generation.analyser, indexed.paragraph.text, context, concepts
        )
        score = sentence / total + _ENGINE_SHARE * hit.score / best
        judged.append(Judged(indexed.document, indexed.paragraph, span, whole / total, score))
    return sorted(judged, key=lambda each: -each.score)


def _best_sentence(
    analyser: Analyser, text: str, context: frozenset[str], concepts: Sequence[Concept]
) -> tuple[Span, float, float]:
    """The sentence that expresses most, its weight, and the weight of paragraph and context."""
    spans = sentence_spans(text) or (Span(0, len(text)),)
    terms = [_terms(analyser, span.of(text)) for span in spans]
    everything = [term for each in terms for term in each]
    present = frozenset(everything)
    whole = [
        max(concept.strength(everything, present), concept.strength((), context) * _IN_CONTEXT)
        for concept in concepts
    ]
    best, best_weight = spans[0], -1.0
    for span, own in zip(spans, terms, strict=True):
        held = frozenset(own)
        weight = sum(
            concept.weight * max(concept.strength(own, held), share * _IN_PARAGRAPH)
            for concept, share in zip(concepts, whole, strict=True)
        )
        if weight > best_weight:
            best, best_weight = span, weight
    covered = sum(c.weight * share for c, share in zip(concepts, whole, strict=True))
    return best, best_weight, covered


@lru_cache(maxsize=1 << 14)
def _terms(analyser: Analyser, text: str) -> tuple[str, ...]:
    return tuple(analyser.terms(text))


def _context_terms(
    generation: Generation, document: Document, paragraph: Paragraph
) -> frozenset[str]:
    meeting = generation.reported.get(document.id)
    parts = [paragraph.lead, paragraph.section, document.label, meeting.title if meeting else ""]
    return frozenset(term for part in parts if part for term in _terms(generation.analyser, part))


def _among(generation: Generation, asked: Question) -> list[int] | None:
    """The paragraphs of the meeting that the question names; None for all."""
    meeting = asked.meeting
    if meeting is None:
        return None
    mentions = {meeting.citation, *meeting.mentions}
    own = {d for d, reported in generation.reported.items() if reported.id == meeting.id}
    if not own:
        return None
    return [
        number
        for number, each in enumerate(generation.indexed)
        if each.document.id in own or each.citation in mentions
    ]


def _answers(judged: Judged, asked: Question) -> bool:
    """Whether a passage covers the question, names whom it names, and has what it wants."""
    if judged.covered < _COVERED:
        return False
    text = f"{judged.paragraph.lead} {judged.paragraph.text}"
    if any(not names(text, delegation) for delegation in asked.delegations):
        return False
    if "number" in asked.wants and not _NUMBER.search(_without_dates(judged.paragraph.text)):
        return False
    return "date" not in asked.wants or bool(find_dates(text))


def _without_dates(text: str) -> str:
    for mention in reversed(find_dates(text)):
        text = text[: mention.start] + text[mention.end :]
    return text


def _asked_items(generation: Generation, asked: Question) -> list[ActionItem]:
    items: Iterable[ActionItem] = generation.facts.actions
    if asked.meetings.found:
        wanted = {meeting.id for meeting in asked.meetings.found}
        items = [item for item in items if item.meeting in wanted]
    owners = {delegation.name for delegation in asked.delegations}
    return [item for item in items if not owners or owners.intersection(item.owners)]


def _understood(asked: Question) -> str:
    parts = [delegation.name for delegation in asked.delegations]
    parts += [asked.meeting.label] if asked.meeting else []
    return ", ".join(parts)
