"""The golden questions: whether a corpus answers them as well as the one before."""

import asyncio
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from corpus.errors import RapporteurError
from corpus.reading import file_content
from index.assistant import answer
from index.evaluation import GoldQuestion, QuestionScores, read_questions, score_questions
from index.generation import Generation, State


@dataclass(frozen=True, slots=True)
class GoldenChange:
    """How a publish changes the answers to the questions that both generations can be asked."""

    before: QuestionScores
    after: QuestionScores

    @property
    def lowers(self) -> bool:
        """Whether more of them go wrong, or fewer cite the right paragraph among the first."""
        wrong, was = len(self.after.misses()), len(self.before.misses())
        return wrong > was or self.after.recall(3) < self.before.recall(3)

    @property
    def lost(self) -> tuple[str, ...]:
        """The questions that go right before and wrong after."""
        wrong = {each.gold.question for each in self.before.misses()}
        missed = (each.gold.question for each in self.after.misses())
        return tuple(each for each in missed if each not in wrong)


class LowersGoldenError(RapporteurError):
    """More golden questions would go wrong than now; it takes asking twice."""

    def __init__(self, change: GoldenChange) -> None:
        before, after = golden_text(change.before), golden_text(change.after)
        super().__init__(f"Publishing it lowers the golden figures: {after} (now: {before}).")


def golden_text(scores: QuestionScores) -> str:
    """ "281 of 289 right, recall@3 0.980"."""
    asked = len(scores.results)
    return f"{asked - len(scores.misses())} of {asked} right, recall@3 {scores.recall(3):.3f}"


class Golden:
    """A file of questions, asked of one generation at a time; the last results are kept.

    A question is asked where the corpus holds the document that it is about. Those that name
    none are about the whole corpus, and asked where it holds every document that is named.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._last: tuple[State, tuple[GoldQuestion, ...], QuestionScores] | None = None
        self._whole: tuple[State, QuestionScores] | None = None
        self._asking = asyncio.Lock()  # one at a time, so that answers get their turns

    async def scores(self, generation: Generation) -> QuestionScores:
        """How a generation answers; some 10 ms of computing for each question.

        Raises:
            DocumentError, InputError: the file cannot be read.
        """
        async with self._asking:
            questions = asked_of(await self._questions(), [_files(generation)])
            found = await self._known(generation, questions)
            self._whole = generation.state, found
            return found

    def known(self, generation: Generation) -> QuestionScores | None:
        """The same where it was worked out already."""
        return self._whole[1] if self._whole and self._whole[0] == generation.state else None

    async def change(self, before: Generation, after: Generation) -> GoldenChange:
        """How the answers change from one generation to another; raises what `scores` does."""
        async with self._asking:
            questions = asked_of(await self._questions(), [_files(before), _files(after)])
            return GoldenChange(
                await self._known(before, questions),
                await asyncio.to_thread(_scores, after, questions),
            )

    async def _known(
        self, generation: Generation, questions: tuple[GoldQuestion, ...]
    ) -> QuestionScores:
        """How a generation that is likely to be asked about again answers."""
        if self._last is None or self._last[:2] != (generation.state, questions):
            scores = await asyncio.to_thread(_scores, generation, questions)
            self._last = generation.state, questions, scores
        return self._last[2]

    async def _questions(self) -> tuple[GoldQuestion, ...]:
        return read_questions(await asyncio.to_thread(file_content, self._path, self._path.name))


def asked_of(
    questions: Sequence[GoldQuestion], holdings: Sequence[Collection[str]]
) -> tuple[GoldQuestion, ...]:
    """The questions that every one of these corpora, given as file names, can be asked."""
    named = {each.file for each in questions if each.file}
    whole = all(named <= set(files) for files in holdings)
    return tuple(
        each
        for each in questions
        if (all(each.file in files for files in holdings) if each.file else whole)
    )


def _files(generation: Generation) -> frozenset[str]:
    return frozenset(each.file for each in generation.documents.values())


def _scores(generation: Generation, questions: Sequence[GoldQuestion]) -> QuestionScores:
    return score_questions(questions, partial(answer, generation))
