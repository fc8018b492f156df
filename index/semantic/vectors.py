"""The sentences of a generation as vectors, and how alike each is to a question."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from index.semantic.spelling import Speller

Vectors = NDArray[np.float32]  # one vector, or a row for each sentence
KeptVector = NDArray[np.float16]  # half of the size; cosines differ by less than a thousandth


class Embedder(Protocol):
    """Turns sentences into vectors of unit length that are close where meanings are.

    Attributes:
        name: of the model and its version; vectors of different names do not compare.
        dimensions: numbers in a vector.
    """

    name: str
    dimensions: int

    def embed(self, sentence: str) -> Vectors:
        """The vector of one sentence, the same whenever it is asked for; takes its time."""
        ...


@dataclass(frozen=True, slots=True)
class Similarities:
    """How alike every sentence and paragraph is to one question: cosines, from -1 to 1.

    Attributes:
        paragraphs: of the best sentence of each, by paragraph number.
    """

    paragraphs: Vectors
    _sentences: Vectors
    _starts: NDArray[np.int64]

    def of(self, number: int) -> Vectors:
        """Of each sentence of one paragraph, in order."""
        start, end = self._starts[number : number + 2]
        return self._sentences[start:end]

    def scaled(self, numbers: Sequence[int]) -> "Similarities":
        """Stretched so that of these paragraphs the least alike is at 0 and the most at 1."""
        lowest, highest = self.paragraphs[numbers].min(), self.paragraphs[numbers].max()
        width = max(highest - lowest, np.finfo(np.float32).eps)
        return Similarities(
            (self.paragraphs - lowest) / width, (self._sentences - lowest) / width, self._starts
        )

    def top(self, limit: int, among: Sequence[int] | None = None) -> list[int]:
        """Numbers of the paragraphs most alike, best first, ties by number."""
        everything = range(len(self.paragraphs))
        numbers = np.array(everything if among is None else sorted(among), dtype=np.int64)
        order = np.argsort(-self.paragraphs[numbers], kind="stable")
        return [int(number) for number in numbers[order[:limit]]]


class SentenceVectors:
    """The vectors of all sentences of a generation's paragraphs, in one matrix.

    Args:
        embedder: made the vectors, and makes those of questions.
        vectors: by sentence; must hold every one.
        sentences: as they were read, of each paragraph, at least one, by its number.
        speller: wrote out their acronyms, and does those of questions.
    """

    def __init__(
        self,
        embedder: Embedder,
        vectors: Mapping[str, KeptVector],
        sentences: Sequence[Sequence[str]],
        speller: Speller,
    ) -> None:
        self._embedder = embedder
        self._speller = speller
        self._starts = np.cumsum([0, *map(len, sentences)])
        self._matrix = np.zeros((int(self._starts[-1]), embedder.dimensions), np.float32)
        for row, sentence in enumerate(each for group in sentences for each in group):
            self._matrix[row] = vectors[sentence]

    def __len__(self) -> int:
        return len(self._matrix)

    def similarities(self, question: str) -> Similarities | None:
        """How alike each sentence is to a question; None where there is nothing to compare.

        CPU only: one embedding, and one product of a matrix and a vector.
        """
        if not question.strip() or not len(self._matrix):
            return None
        cosines = self._matrix @ self._embedder.embed(self._speller.spell_out(question))
        best = np.maximum.reduceat(cosines, self._starts[:-1])
        return Similarities(best, cosines, self._starts)
