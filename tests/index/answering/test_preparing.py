from pathlib import Path

from index.answering import paragraph_numbers
from index.assistant import answer
from index.library import open_library
from index.understanding import meeting_mentions

HELD = (
    "Meeting of the Border Experts Group\n\n{place}, 14 December 2009\n\nThe Group met in {place}."
)


async def test_what_a_publish_brings_is_worked_out_before_the_first_question(
    tmp_path: Path,
) -> None:
    folder = tmp_path / "documents"
    folder.mkdir()
    (folder / "perth.txt").write_text(HELD.format(place="Perth, Australia"))
    async with open_library(tmp_path / "data", folder) as library:
        (folder / "suva.txt").write_text(HELD.format(place="Suva, Fiji"))
        await library.reindex()
        worked_out = _worked_out()
        assert answer(library.generation, "What was said in Suva?").citations
        assert _worked_out() == worked_out


def _worked_out() -> list[int]:
    caches = (paragraph_numbers.numbers_by_citation, meeting_mentions.called_alike)
    return [each.cache_info().misses for each in caches]
