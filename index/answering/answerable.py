"""Whether a passage says enough of what was asked to be its answer: a logistic model.

A score alone does not tell: what cannot be answered scores as high as what can. What counts is
that one sentence says what is asked of whom it is asked of; a long question is rarely covered
whole; and one rare word that is missing says more than several common ones.
`index/data/answerable.toml` holds the weights; `scripts/fit_answerable.py` finds them.
"""

from dataclasses import astuple, dataclass
from functools import cache
from operator import mul

from index.analysis import delegation_term
from index.answering.judging import Judged, Reading
from index.generation import Generation
from index.understanding.questions import Question
from index.wordlists import load

_LONG = 8  # concepts, from which a question is long


@dataclass(frozen=True, slots=True)
class Evidence:
    """What speaks for and against a passage, each from 0 to 1, or -1 where it may be negative.

    Attributes:
        covered: share of the question, beside the names in it, that one sentence expresses, with
            what it stands under; where the paragraph names whom the question does, so must it.
        missing: rarity of the rarest thing in the question that the paragraph does not express.
        length: how many things the question speaks of.
        keywords: whether the question is none, but key words.
        ahead: how far the passage is ahead of all others: what is stated is stated somewhere,
            what is not stated is as little stated here as there.
    """

    covered: float
    missing: float
    length: float
    keywords: float
    ahead: float


def evidence(generation: Generation, judged: Judged, asked: Question) -> Evidence:
    """Weigh a passage against a question."""
    return Evidence(
        covered=_covered(judged.reading, asked),
        missing=judged.reading.missing() / generation.engine.rarity_of_unknown,
        length=min(len(judged.reading.concepts), _LONG) / _LONG,
        keywords=float(not asked.wants.asks),
        ahead=max(-1.0, min(1.0, judged.ahead)),
    )


def is_answer(generation: Generation, judged: Judged, asked: Question) -> bool:
    """Whether a passage is likely enough to be an answer."""
    held: tuple[float, ...] = astuple(evidence(generation, judged, asked))
    least: float = load("answerable")["least"]
    return bool(sum(map(mul, _weights(), held)) >= least)


def _covered(reading: Reading, asked: Question) -> float:
    names = frozenset(delegation_term(each) for each in asked.delegations)
    given = names | asked.wants.names
    weights = [
        0.0 if given.issuperset(each.said) else each.weight for each in reading.concepts
    ]  # names are looked for by themselves, so that to hold them proves nothing
    naming = [not names.isdisjoint(each.terms) for each in reading.sentences]
    shares = [
        sum(map(mul, weights, map(max, strengths, reading.context)))
        for strengths, is_naming in zip(reading.strengths, naming, strict=True)
        if is_naming or not any(naming)
    ]
    total = sum(weights)
    return max(shares) / total if total else 1.0


@cache
def _weights() -> tuple[float, ...]:
    weights: dict[str, float] = load("answerable")["weights"]
    return tuple(weights[name] for name in Evidence.__dataclass_fields__)
