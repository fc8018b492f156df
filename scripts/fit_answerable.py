"""Fit the weights of `index/data/answerable.toml` on the golden set.

    python -m scripts.fit_answerable

Of each question that no fact answers, the first passage that meets its conditions is an example:
a good one where the right paragraph is among the first three, a bad one where the question
cannot be answered. Questions that name one delegation are asked of others too, drawn from the
corpus: nothing answers those, and they are the hardest to refuse. Prints the weights, and what
each threshold would refuse; a person chooses.
"""

import asyncio
import random
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import astuple, fields
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from bot.settings import shipped_corpus
from corpus.gazetteer import gazetteer
from index.answering.answerable import Evidence, evidence
from index.answering.concepts import concepts_of
from index.answering.conditions import meets
from index.answering.items import among
from index.answering.judging import Judged, judge
from index.answers import AnswerKind
from index.assistant import answer
from index.evaluation import GoldQuestion, read_questions
from index.evaluation.questions import squeezed
from index.generation import Generation
from index.library import open_library
from index.understanding.questions import understand

_CONSIDERED = 5  # passages, as when a question is asked
_FIRST = 3
_RIDGE = 5.0  # of the weights' squares; few examples, so the weights stay small
_STEPS = 4000
_THRESHOLDS = np.arange(0, 1.5, 0.1)
_OTHERS = 1  # delegations that a question is asked of besides its own

Values = NDArray[np.float64]


def main() -> None:
    """Print weights and thresholds."""
    generation = asyncio.run(_published())
    golden = read_questions((shipped_corpus().parent / "golden.json").read_bytes())
    questions = [*golden, *_of_others(generation, golden)]
    examples = list(_examples(generation, questions))
    values = np.array([astuple(each) for each, _ in examples])
    good = np.array([is_good for _, is_good in examples])
    weights = fit(values, good)
    for field, weight in zip(fields(Evidence), weights, strict=True):
        _print(f"{field.name} = {weight:.1f}")
    sums = values @ weights
    for least in _THRESHOLDS:
        refused = (sums[~good] < least).mean(), (sums[good] < least).mean()
        _print(f"least = {least:.2f}: refuses {refused[0]:.2f}, wrongly {refused[1]:.2f}")


def fit(values: Values, good: NDArray[np.bool_]) -> Values:
    """Logistic weights, one a column; good and bad examples count alike in sum."""
    mean, width = values.mean(0), values.std(0) + 1e-9
    scaled = np.column_stack([(values - mean) / width, np.ones(len(values))])
    counts = np.where(good, 1.0, good.sum() / (~good).sum())
    weights = np.zeros(scaled.shape[1])
    for _ in range(_STEPS):
        likely = 1 / (1 + np.exp(-scaled @ weights))
        slope = scaled.T @ (counts * (likely - good))
        slope[:-1] += 2 * _RIDGE * weights[:-1]
        weights -= slope / (2 * counts.sum())
    found: Values = weights[:-1] / width
    return found


def _examples(
    generation: Generation, questions: Sequence[GoldQuestion]
) -> Iterator[tuple[Evidence, bool]]:
    for gold in questions:
        if answer(generation, gold.question).kind not in (AnswerKind.PASSAGES, AnswerKind.NONE):
            continue
        asked = understand(generation, gold.question)
        concepts = concepts_of(generation, asked.about, asked.wants.names)
        judged = judge(generation, asked, concepts, among(generation, asked))[:_CONSIDERED]
        met = [each for each in judged if meets(generation, each.indexed, concepts, asked)]
        found = any(_is_right(gold, each) for each in judged[:_FIRST])
        if met and (found or gold.kind == "none"):
            yield evidence(generation, met[0], asked), found


def _of_others(generation: Generation, questions: Sequence[GoldQuestion]) -> Iterator[GoldQuestion]:
    """The questions for passages that name one delegation, each with others in its place."""
    chance = random.Random(0)
    texts = [each.paragraph.text for each in generation.indexed]
    known = sorted({m.delegation.name for text in texts for m in gazetteer().scan(text)})
    for gold in questions:
        asked = understand(generation, gold.question)
        if gold.kind != "passages" or len(asked.written) != 1:
            continue
        for name in chance.sample(known, _OTHERS):
            if name != asked.delegations[0].name and name not in (gold.snippet or ""):
                text = gold.question.replace(asked.written[0], name)
                yield GoldQuestion(question=text, kind="none")


def _is_right(gold: GoldQuestion, judged: Judged) -> bool:
    snippets = [squeezed(each) for each in (gold.snippet, *gold.alt_snippets) if each]
    text = squeezed(judged.indexed.paragraph.text)
    return any(snippet in text for snippet in snippets)


async def _published() -> Generation:
    with tempfile.TemporaryDirectory() as data:
        async with open_library(Path(data), shipped_corpus()) as library:
            return library.generation


def _print(line: str) -> None:
    sys.stdout.write(f"{line}\n")


if __name__ == "__main__":
    main()
