"""Judging paragraphs sentence by sentence: which says most of what a question is about."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import repeat
from operator import mul

from corpus.documents import Citation
from index.answering.concepts import Concept, Strengths, own_terms_of, terms_of
from index.answering.conditions import holds_wanted
from index.generation import Generation, IndexedParagraph, Sentence
from index.remembering import remembered
from index.semantic.vectors import Similarities
from index.understanding.questions import Question

_CANDIDATES = 25  # paragraphs judged for each list of words; few stand in both
_READ = 2_048  # paragraphs kept with their sentences, some 3 kB each: many questions meet them
_IN_PARAGRAPH = 0.6  # what a concept counts in another sentence of the paragraph
_IN_CONTEXT = 0.4  # and in the paragraph's lead, section or meeting
_ENGINE_SHARE = 0.3  # of the engine's score for all words, the best being 1, beside coverage
_OWN_SHARE = 0.3  # and of that for the question's own words alone
_KIND_SHARE = 0.25  # for holding the kind of words that the question wants
_ALIKE_SHARE = 1.0  # for likeness in meaning, the most alike candidate's being 1
_HARDLY = 0.3  # strength below which a concept is not expressed
_LONGEST_QUOTE = 3  # sentences
_ADDS = 0.05  # share of the question's weight that a neighbour adds to join the quote
_SAME = 0.6  # share of two sentences' terms that they have in common, if they say the same
_RESTATES = 0.8  # or share of the best sentence's weight that it has itself


@dataclass(frozen=True, slots=True)
class Reading:
    """A paragraph's sentences, with how strongly each expresses each concept.

    Attributes:
        strengths: by sentence, by concept.
        context: of what the paragraph stands under, by concept.
        whole: of paragraph and context, by concept.
    """

    text: str
    sentences: Sequence[Sentence]
    strengths: tuple[tuple[float, ...], ...]
    context: tuple[float, ...]
    whole: tuple[float, ...]
    concepts: Sequence[Concept]
    concept_weights: tuple[float, ...]

    @classmethod
    def of(
        cls, indexed: IndexedParagraph, concepts: Sequence[Concept], measure: Strengths
    ) -> "Reading":
        """Read a paragraph for a question's concepts, whose strengths are measured so."""
        strengths = tuple(measure.of(each.terms) for each in indexed.sentences)
        everything = [term for each in indexed.sentences for term in each.terms]
        context = tuple(each * _IN_CONTEXT for each in measure.of(indexed.around))
        whole = tuple(map(max, measure.of(everything), context))
        text, weights = indexed.paragraph.text, measure.weights
        return cls(text, indexed.sentences, strengths, context, whole, concepts, weights)

    def holds_wanted(self, place: int, asked: Question) -> bool:
        """Whether a sentence holds every kind of words that the question wants."""
        if not asked.wants.kinds:
            return False
        sentence = self.sentences[place]
        return holds_wanted(sentence, sentence.span.of(self.text), asked)

    def weights(self, asked: Question, alike: Iterable[float]) -> list[float]:
        """How well each sentence fits: by its words, their kind and its likeness in meaning."""
        total = sum(self.concept_weights)
        around = [each * _IN_PARAGRAPH for each in self.whole]  # counts for a sentence as well
        expressed = (self._weight(map(max, row, around)) for row in self.strengths)
        return [
            said / total
            + _KIND_SHARE * self.holds_wanted(place, asked)
            + _ALIKE_SHARE * float(likeness)
            for place, (said, likeness) in enumerate(zip(expressed, alike, strict=False))
        ]

    def covered(self) -> float:
        """The weight of the concepts that paragraph and context express, as far as they do."""
        return self._weight(self.whole)

    def said_at_once(self) -> float:
        """The largest share of the question that one sentence expresses, from 0 to 1."""
        total = sum(self.concept_weights)
        return max(map(self._weight, self.strengths), default=0.0) / total if total else 0.0

    def missing(self) -> float:
        """The weight of the heaviest concept that paragraph and context hardly express."""
        pairs = zip(self.concepts, self.whole, strict=True)
        return max((each.weight for each, held in pairs if held < _HARDLY), default=0.0)

    def quote(self, chosen: int, asked: Question) -> str:
        """The chosen sentence, with neighbours that add to it, or say as much or as wanted."""
        run, total = [chosen], sum(self.concept_weights)
        while len(run) < _LONGEST_QUOTE:
            joining = [
                place
                for place in (run[-1] + 1, run[0] - 1)
                if 0 <= place < len(self.sentences) and self._joins(place, run, total, asked)
            ]
            if not joining:
                break
            run = sorted([*run, joining[0]])
        return self.text[self.sentences[run[0]].span.start : self.sentences[run[-1]].span.end]

    def _joins(self, place: int, run: Sequence[int], total: float, asked: Question) -> bool:
        said = [max(column) for column in zip(*(self.strengths[each] for each in run), strict=True)]
        own = self.strengths[place]
        added = [max(0.0, mine - theirs) for mine, theirs in zip(own, said, strict=True)]
        restated = self._weight(own) >= _RESTATES * self._weight(said) > 0
        wanted = self.holds_wanted(place, asked) and self._weight(own) > 0
        return self._weight(added) >= _ADDS * total or restated or wanted

    def _weight(self, strengths: Iterable[float]) -> float:
        weight: float = sum(map(mul, self.concept_weights, strengths))
        return weight


@dataclass(frozen=True, slots=True)
class Judged:
    """A candidate paragraph, and how well it fits.

    Attributes:
        covered: share of the question that paragraph and context express, from 0 to 1.
        score: what ranks; coverage by the best sentence, its likeness in meaning, the kind of
            words, the engine's score.
        best: the place of the sentence that says most.
        reading: its sentences, concept by concept.
        ahead: how far its score is ahead of any that says something else; negative where one
            is better.
    """

    indexed: IndexedParagraph
    covered: float
    score: float
    best: int
    reading: Reading
    _asked: Question
    ahead: float = 0.0

    @property
    def citation(self) -> Citation:
        """The paragraph's identifier."""
        return self.indexed.citation

    @property
    def terms(self) -> frozenset[str]:
        """The terms of the sentence that says most."""
        return frozenset(self.reading.sentences[self.best].terms)

    @property
    def quote(self) -> str:
        """The words of the paragraph to quote, a slice of its text."""
        return self.reading.quote(self.best, self._asked)


def judge(
    generation: Generation,
    asked: Question,
    concepts: Sequence[Concept],
    among: Sequence[int] | None,
) -> list[Judged]:
    """Candidates of the engine and the vectors, best first, ties in document order."""
    similar = generation.vectors.similarities(asked.about) if generation.vectors else None
    candidates = _candidates(generation, concepts, among, similar)
    total = sum(concept.weight for concept in concepts)
    if not candidates or not total:
        return []
    scaled = similar.scaled(list(candidates)) if similar else None
    judged, measure = [], Strengths(concepts)
    for number, by_engine in candidates.items():
        indexed = _paragraph(generation, number)
        reading = Reading.of(indexed, concepts, measure)
        weights = reading.weights(asked, scaled.of(number) if scaled else repeat(0.0))
        best = max(range(len(weights)), key=lambda place: weights[place])
        score = weights[best] + by_engine
        covered = reading.covered() / total
        judged.append(Judged(indexed, covered, score, best, reading, asked))
    judged.sort(key=lambda each: -each.score)
    return [_compared(each, judged) for each in judged]


def _compared(judged: Judged, others: Sequence[Judged]) -> Judged:
    """A passage with how far it is ahead of the best other that does not say the same."""
    own = judged.terms
    for other in others:
        if len(own & other.terms) < _SAME * len(own | other.terms):
            return replace(judged, ahead=judged.score - other.score)
    return judged


@remembered(_READ)
def _paragraph(generation: Generation, number: int) -> IndexedParagraph:
    return generation.indexed[number]


def _candidates(
    generation: Generation,
    concepts: Sequence[Concept],
    among: Sequence[int] | None,
    similar: Similarities | None,
) -> dict[int, float]:
    """Paragraphs with the engine's share of their score; those most alike may have none.

    The engine is asked twice: other words find paragraphs, and those with the question's own
    words are ahead.
    """
    found: defaultdict[int, float] = defaultdict(float)
    for share, words in (
        (_ENGINE_SHARE, terms_of(concepts)),
        (_OWN_SHARE, own_terms_of(concepts)),
    ):
        hits = generation.engine.top(words, _CANDIDATES, among)
        for hit in hits:
            found[hit.number] += share * hit.score / hits[0].score
    alike = similar.top(_CANDIDATES, among) if similar else []
    return found | {number: 0.0 for number in alike if number not in found}
