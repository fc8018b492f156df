from pathlib import Path

from bot.rehearsal import rehearse
from corpus.gazetteer import gazetteer
from corpus.gazetteer.places import city_names
from index.library import Library, open_library


def test_a_rehearsal_loads_the_cities(library: Library) -> None:
    city_names.cache_clear()
    gazetteer.cache_clear()  # it remembers what it found in recent sentences
    rehearse(library.generation)
    assert city_names.cache_info().currsize == 1


async def test_another_corpus_is_rehearsed_as_well(tmp_path: Path) -> None:
    folder = tmp_path / "documents"
    folder.mkdir()
    (folder / "note.txt").write_text("A note.\n\nNothing was decided, and nobody met anywhere.\n")
    async with open_library(tmp_path / "data", folder) as library:
        rehearse(library.generation)
        assert library.generation.documents
