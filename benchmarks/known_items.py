"""Questions with known answers over a made-up corpus: each seeks one paragraph by its words.

After L. Azzopardi, M. de Rijke and K. Balog, "Building simulated queries for known-item topics"
(SIGIR 2007): a paragraph is drawn, and a few of its words make the question. Half of the
questions name the meeting too, and a third have a word misspelt.
"""

import random
import re
from collections.abc import Iterator

from index.evaluation import GoldQuestion
from index.generation import Generation, IndexedParagraph

_WORDS = 3  # of the paragraph that a question holds
_WORD = re.compile(r"\b[a-z]{4,}\b")


def known_items(generation: Generation, count: int, *, seed: int = 0) -> tuple[GoldQuestion, ...]:
    """That many questions, the same for the same corpus and seed; all can be answered."""
    chance = random.Random(seed)
    sought = [each for each in generation.indexed if len(_words(each)) >= _WORDS]
    return tuple(_question(generation, chance, chance.choice(sought)) for _ in range(count))


def _question(
    generation: Generation, chance: random.Random, sought: IndexedParagraph
) -> GoldQuestion:
    words = chance.sample(_words(sought), _WORDS)
    if chance.random() < 1 / 3:
        words[0] = _misspelt(chance, words[0])
    meeting = generation.reported.get(sought.document.id)
    where = ""
    if meeting and meeting.dates and chance.random() < 1 / 2:
        where = f" in {meeting.city} in {meeting.dates.start.year}"
    return GoldQuestion(
        question=f"What was said{where} about {' '.join(words)}?",
        kind="passages",
        file=sought.document.file,
        snippet=sought.paragraph.text,
    )


def _words(indexed: IndexedParagraph) -> list[str]:
    return sorted(set(_plain(indexed.paragraph.text)))


def _plain(text: str) -> Iterator[str]:
    return (match[0] for match in _WORD.finditer(text))


def _misspelt(chance: random.Random, word: str) -> str:
    """Two neighbouring letters inside the word change places."""
    place = chance.randrange(1, len(word) - 2)
    return word[:place] + word[place + 1] + word[place] + word[place + 2 :]
