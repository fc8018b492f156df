"""Questions go on while the corpus changes, and each is answered from one generation."""

from pathlib import Path

from benchmarks.load import ask_while, publish_and_go_back
from index.library import open_library
from tests.index.publication.texts import BALI, NADI, PERTH, SUVA

QUESTIONS = (
    "Who attended the Perth meeting?",
    "What did Members agree to?",
    "Which meetings were held in Fiji?",
    "secure portal",
)
CHANGES = 6


async def test_no_answer_fails_or_mixes_generations_while_the_corpus_changes(
    data: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "corpus"
    folder.mkdir()
    (folder / "perth.txt").write_text(PERTH)
    (folder / "bali.txt").write_text(BALI)
    async with open_library(data, folder) as library:
        load = await ask_while(
            library,
            QUESTIONS,
            50,
            lambda: publish_and_go_back(library, CHANGES, iter([NADI, SUVA, PERTH + SUVA])),
        )
        assert library.generation.number == 1 + CHANGES
    assert load.errors == []
    assert load.mixed == []
    assert load.seconds
    assert len(load.generations) > 1
