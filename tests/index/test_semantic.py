"""Likeness in meaning: by a small embedder of our own, and by the real model where it is."""

import asyncio
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from corpus.documents import Citation
from corpus.facts import Acronym
from index.assistant import answer
from index.generation import Generation
from index.library import open_library
from index.semantic import embedding
from index.semantic.model import sentence_model
from index.semantic.reading import readings
from index.semantic.spelling import Speller
from index.semantic.vectors import SentenceVectors, Similarities, Vectors
from tests.index.generations import LAGOON, generation_of

TOPICS = (
    {"training", "schooling"},
    {"coast", "guards", "seaside", "watchmen"},
    {"patrol", "boats", "vessels", "scarce"},
    {"passport", "reader", "scanner"},
)


class TopicEmbedder:
    """Knows which words speak of the same of four topics; counts what it was asked for."""

    name = "topics-1"
    dimensions = len(TOPICS) + 1

    def __init__(self) -> None:
        self.embedded: list[str] = []

    def embed(self, sentence: str) -> Vectors:
        self.embedded.append(sentence)
        words = sentence.lower().strip("?.").replace(".", "").split()
        counts = [sum(word in topic for word in words) for topic in TOPICS]
        vector = np.array([*counts, 0.5], np.float32)  # none is about nothing at all
        return vector / np.linalg.norm(vector)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "corpus"
    folder.mkdir()
    for file, text in LAGOON.items():
        (folder / file).write_text(text)
    return folder


async def published(folder: Path, embedder: TopicEmbedder | None) -> Generation:
    async with open_library(folder.parent / "data", folder, embedder=embedder) as library:
        return library.generation


async def until(true: Callable[[], bool]) -> None:
    async with asyncio.timeout(20):
        while not true():  # noqa: ASYNC110  # nothing tells when vectors are swapped in
            await asyncio.sleep(0.01)


def similarities_of(*paragraphs: list[list[float]]) -> Similarities:
    """Of a question that points along the first axis; sentences are given as vectors."""

    class Along:
        name = "along"
        dimensions = 2

        def embed(self, sentence: str) -> Vectors:
            return np.array([1, 0], np.float32)

    texts = [[f"{p}.{s}" for s in range(len(group))] for p, group in enumerate(paragraphs)]
    vectors = {
        texts[p][s]: np.array(vector, np.float16)
        for p, group in enumerate(paragraphs)
        for s, vector in enumerate(group)
    }
    found = SentenceVectors(Along(), vectors, texts, Speller(())).similarities("?!")
    assert found is not None
    return found


def test_a_paragraph_is_as_alike_as_its_best_sentence() -> None:
    found = similarities_of([[0.25, 0], [0.75, 0]], [[0.5, 0]])
    assert found.paragraphs.tolist() == [0.75, 0.5]
    assert found.of(0).tolist() == [0.25, 0.75]
    assert found.of(1).tolist() == [0.5]


def test_the_most_alike_come_first_and_ties_by_number() -> None:
    found = similarities_of([[0.5, 0]], [[0.75, 0]], [[0.5, 0]], [[-1, 0]])
    assert found.top(3) == [1, 0, 2]
    assert found.top(9, among=[3, 2, 0]) == [0, 2, 3]
    assert found.top(9, among=[]) == []


def test_scaled_runs_from_the_least_to_the_most_alike_candidate() -> None:
    found = similarities_of([[0.25, 0]], [[0.75, 0], [0.5, 0]], [[1, 0]]).scaled([0, 1])
    assert found.paragraphs[:2].tolist() == [0, 1]
    assert found.of(1).tolist() == [1, 0.5]


def test_candidates_that_are_all_as_alike_do_not_divide_by_zero() -> None:
    assert similarities_of([[0.5, 0]], [[0.5, 0]]).scaled([0, 1]).paragraphs.tolist() == [0, 0]


def test_a_generation_without_paragraphs_is_alike_to_nothing() -> None:
    vectors = SentenceVectors(TopicEmbedder(), {}, [], Speller(()))
    assert vectors.similarities("What is stated?") is None


SPELLER = Speller(
    [
        Acronym("RSO", "Regional Support Office", Citation("a", 1)),
        Acronym("RSO", "Registered Sea Officer", Citation("a", 2)),
        Acronym("LO", "Liaison Officer", Citation("a", 1)),
    ]
)


@pytest.mark.parametrize(
    ("text", "spelt"),
    [
        ("The RSO opened.", "The Regional Support Office opened."),
        ("Two LOs met.", "Two Liaison Officer met."),
        ("The Regional Support Office (RSO) opened.", "The Regional Support Office (RSO) opened."),
        ("The LOCAL office of the WTO.", "The LOCAL office of the WTO."),
    ],
)
def test_acronyms_are_read_in_full(text: str, spelt: str) -> None:
    assert SPELLER.spell_out(text) == spelt


def test_a_glossary_without_acronyms_changes_nothing() -> None:
    assert Speller(()).spell_out("The RSO opened.") == "The RSO opened."


def test_a_sentence_is_read_after_the_one_before_it_and_an_item_after_its_lead(
    lagoon: Generation,
) -> None:
    read = readings(lagoon.indexed, Speller(()))
    [prose] = [each for each in read if "training of coast guards" in each[0]]
    assert prose[0].startswith("Participants discussed")
    assert prose[1].startswith("Participants discussed")
    assert prose[1].endswith("northern islands.")
    [item] = [each for each in read if "newsletter" in each[0]]
    assert item[0].startswith("Members agreed on the following action items:")


async def test_a_sentence_is_embedded_once_for_ever(folder: Path) -> None:
    first, second, third = TopicEmbedder(), TopicEmbedder(), TopicEmbedder()
    await published(folder, first)
    assert len(first.embedded) == len(set(first.embedded)) > 10
    await published(folder, second)
    assert second.embedded == []
    async with open_library(folder.parent / "data", folder, embedder=third) as library:
        (folder / "apia.txt").write_text(LAGOON["apia.txt"] + "\nA closing dinner was held.\n")
        await library.reindex()
    assert [each for each in third.embedded if "dinner" in each] == third.embedded != []


async def test_answers_go_by_words_until_all_sentences_are_embedded(folder: Path) -> None:
    embedder = TopicEmbedder()
    where = folder.parent / "data", folder
    async with open_library(*where, embedder=embedder, embed_at_once=0) as library:
        assert library.generation.vectors is None
        assert embedder.embedded == []
        status = await library.publications.status()
        assert status.vectors.startswith("Sentence vectors: 0 of ")
        assert not answer(library.generation, "What did Tonga stress about patrol boats?").abstained
        async with library.embedding():
            await until(lambda: library.generation.vectors is not None)
            (folder / "apia.txt").write_text(LAGOON["apia.txt"] + "\nA closing dinner was held.\n")
            await library.reindex()
            await until(lambda: library.generation.vectors is not None)
        assert library.generation.number == 2
        assert len(embedder.embedded) == len(set(embedder.embedded))
        status = await library.publications.status()
        assert status.vectors == f"Sentence vectors: {len(embedder.embedded):,}"


async def test_a_few_new_sentences_are_embedded_before_a_publish_serves(folder: Path) -> None:
    where = folder.parent / "data", folder
    await published(folder, TopicEmbedder())
    async with open_library(*where, embedder=TopicEmbedder(), embed_at_once=5) as library:
        (folder / "apia.txt").write_text(LAGOON["apia.txt"] + "\nA closing dinner was held.\n")
        await library.reindex()
        assert library.generation.vectors is not None


async def test_embedding_that_was_interrupted_goes_on_where_it_was(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class TiredEmbedder(TopicEmbedder):
        def embed(self, sentence: str) -> Vectors:
            if len(self.embedded) == 10:
                raise RuntimeError("the process ends here")
            return super().embed(sentence)

    monkeypatch.setattr(embedding, "_BATCH", 4)
    first, second = TiredEmbedder(), TopicEmbedder()
    with pytest.raises(RuntimeError):
        await published(folder, first)
    await published(folder, second)
    assert set(first.embedded[:8]).isdisjoint(second.embedded)


async def test_vectors_of_another_model_are_not_mixed_in(folder: Path) -> None:
    await published(folder, TopicEmbedder())
    other = TopicEmbedder()
    other.name = "topics-2"
    await published(folder, other)
    assert len(other.embedded) > 10


async def test_a_store_published_without_vectors_gets_them_when_opened_with(folder: Path) -> None:
    assert (await published(folder, None)).vectors is None
    assert (await published(folder, TopicEmbedder())).vectors is not None


async def test_answers_stay_the_same_over_a_restart(folder: Path) -> None:
    question = "Is the schooling of seaside watchmen spoken of?"
    fresh = answer(await published(folder, TopicEmbedder()), question)
    assert answer(await published(folder, TopicEmbedder()), question) == fresh


async def test_vectors_find_a_paraphrase_that_words_do_not(folder: Path) -> None:
    generation = await published(folder, TopicEmbedder())
    assert generation.vectors is not None
    similar = generation.vectors.similarities("Were vessels scarce?")
    assert similar is not None
    [best] = similar.top(1)
    assert "patrol boats are too few" in generation.indexed[best].paragraph.text


async def test_likeness_does_not_stand_in_for_who_was_asked_about(folder: Path) -> None:
    generation = await published(folder, TopicEmbedder())
    assert answer(generation, "What did Norway say of patrol boats?").abstained


def test_without_vectors_a_generation_answers_by_words() -> None:
    generation = generation_of(LAGOON)
    assert generation.vectors is None
    assert not answer(generation, "What did Tonga stress about patrol boats?").abstained


def test_looking_for_the_model_does_not_load_it() -> None:
    look = (
        "import sys; from index.semantic.model import sentence_model; sentence_model();"
        "sys.exit('onnxruntime' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", look], check=False).returncode == 0


def test_the_real_model_tells_a_paraphrase_from_a_stranger() -> None:
    model = sentence_model()
    if model is None:
        pytest.skip("the extra `semantic` is not installed")
    asked = model.embed("Who teaches the coastal guards?")
    alike = model.embed("Participants discussed the training of coast guards.")
    stranger = model.embed("The passport reader cost 40,000 dollars.")
    assert np.linalg.norm(asked) == pytest.approx(1, abs=1e-5)
    assert asked @ alike > asked @ stranger + 0.2
    assert (model.embed("Who teaches the coastal guards?") == asked).all()
    assert model.embed("ships " * 5000).shape == (model.dimensions,)
