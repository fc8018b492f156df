"""The library: publishes by itself, reindexes what changed, and resolves citations for ever."""

import asyncio
import shutil
from contextlib import suppress
from pathlib import Path

import pytest

from corpus.documents import Citation
from index.database import StoreError, open_database
from index.errors import InputError
from index.library import (
    FILE_NAME,
    Library,
    PublishResult,
    UnknownCitationError,
    open_library,
)
from index.repositories.columns import fetch

PERTH = """Meeting of the Border Experts Group

Location: Perth, Australia
Date: 14 - 15 December 2009

The Border Experts Group met in Perth, Australia, on 14 and 15 December 2009.

In attendance were Australia, Fiji and Indonesia.

Members agreed to build a secure portal by July 2010.
"""
BALI = """Meeting of the Border Experts Group

Location: Bali, Indonesia
Date: 9 - 10 March 2011

The Border Experts Group met in Bali, Indonesia, on 9 and 10 March 2011.

Representatives of Australia and Samoa attended.

Members agreed to train officers.
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A corpus folder with two documents."""
    folder = tmp_path / "corpus"
    folder.mkdir()
    (folder / "perth.txt").write_text(PERTH)
    (folder / "bali.txt").write_text(BALI)
    return folder


def find(library: Library, words: str) -> Citation:
    """The citation of the one paragraph of the current generation that holds these words."""
    [citation] = [
        each.citation for each in library.generation.indexed if words in each.paragraph.text
    ]
    return citation


async def reopened(data: Path, folder: Path) -> PublishResult | None:
    async with open_library(data, folder) as library:
        return library.opening


async def test_empty_data_folder_is_filled_at_once(data: Path, folder: Path) -> None:
    async with open_library(data, folder) as library:
        assert library.opening is not None
        assert library.opening.added == ("bali.txt", "perth.txt")
        assert library.generation.number == 1
        assert {each.file for each in library.generation.documents.values()} == {
            "bali.txt",
            "perth.txt",
        }
        assert library.opening.paragraphs == sum(
            len(each.paragraphs) for each in library.generation.documents.values()
        )


async def test_second_opening_publishes_nothing_and_finds_the_same(
    data: Path, folder: Path
) -> None:
    async with open_library(data, folder) as library:
        first = library.generation
    async with open_library(data, folder) as library:
        assert library.opening is None
        assert library.generation.documents == first.documents
        assert library.generation.facts == first.facts
        assert library.generation.published_at == first.published_at


async def test_nothing_changed_makes_no_generation(data: Path, folder: Path) -> None:
    async with open_library(data, folder) as library:
        before = library.generation
        result = await library.reindex()
        assert (result.generation, result.unchanged) == (1, ("bali.txt", "perth.txt"))
        assert (result.added, result.changed, result.removed) == ((), (), ())
        assert library.generation is before


async def test_reindex_tells_what_was_added_changed_and_removed(data: Path, folder: Path) -> None:
    async with open_library(data, folder) as library:
        (folder / "bali.txt").unlink()
        (folder / "perth.txt").write_text(PERTH.replace("portal", "gate"))
        (folder / "suva.txt").write_text(PERTH.replace("Perth, Australia", "Suva, Fiji"))
        result = await library.reindex()
    assert result.generation == 2
    assert (result.added, result.changed) == (("suva.txt",), ("perth.txt",))
    assert (result.removed, result.unchanged) == (("bali.txt",), ())


async def test_unchanged_document_keeps_its_id_and_facts(data: Path, folder: Path) -> None:
    async with open_library(data, folder) as library:
        before = library.generation
        (folder / "bali.txt").write_text(BALI + "\nAnother paragraph follows it.\n")
        await library.reindex()
        document = before.documents[find(library, "secure portal").document]
        assert library.generation.documents[document.id] == document
        assert [a for a in library.generation.facts.actions if "portal" in a.text] == [
            a for a in before.facts.actions if "portal" in a.text
        ]


async def test_changed_words_leave_the_old_ones_citable_as_superseded(
    data: Path, folder: Path
) -> None:
    async with open_library(data, folder) as library:
        old = find(library, "secure portal")
        (folder / "perth.txt").write_text(PERTH.replace("secure portal", "safe gate"))
        await library.reindex()
        new = find(library, "safe gate")
        assert new.document == f"{old.document}-r2"
        view = await library.source(old)
        assert "secure portal" in view.text
        assert view.superseded
        assert view.citation == old
        assert not (await library.source(new)).superseded


async def test_paragraph_that_a_revision_kept_is_not_superseded(data: Path, folder: Path) -> None:
    async with open_library(data, folder) as library:
        kept = find(library, "In attendance were Australia, Fiji")
        (folder / "perth.txt").write_text(PERTH.replace("secure portal", "safe gate"))
        await library.reindex()
        view = await library.source(kept)
        assert view.document == kept.document
        assert not view.superseded


async def test_words_that_come_back_have_their_old_citation(data: Path, folder: Path) -> None:
    async with open_library(data, folder) as library:
        first = find(library, "secure portal")
        (folder / "perth.txt").write_text(PERTH.replace("secure portal", "safe gate"))
        await library.reindex()
        (folder / "perth.txt").write_text(PERTH)
        await library.reindex()
        assert find(library, "secure portal") == first
        assert not (await library.source(first)).superseded


async def test_change_outside_the_words_keeps_the_id(data: Path, folder: Path) -> None:
    async with open_library(data, folder) as library:
        before = find(library, "secure portal")
        (folder / "perth.txt").write_text(PERTH.replace("\n", "\r\n"))
        result = await library.reindex()
        assert result.changed == ("perth.txt",)
        assert find(library, "secure portal") == before


async def test_removed_document_stays_citable(data: Path, folder: Path) -> None:
    async with open_library(data, folder) as library:
        cited = find(library, "secure portal")
        (folder / "perth.txt").unlink()
        await library.reindex()
        assert cited.document not in library.generation.documents
    async with open_library(data, folder) as library:
        view = await library.source(cited)
        assert "secure portal" in view.text
        assert view.superseded
        assert view.file == "perth.txt"


async def test_source_shows_the_neighbours(data: Path, folder: Path) -> None:
    async with open_library(data, folder) as library:
        cited = find(library, "In attendance were Australia, Fiji")
        view = await library.source(cited)
        assert "met in" in view.before
        assert "agreed to build" in view.after
        first = await library.source(Citation(cited.document, 1))
        assert first.before == ""


@pytest.mark.parametrize("citation", ["nowhere-2001#p1", "{document}#p999"])
async def test_unknown_citation_is_refused(data: Path, folder: Path, citation: str) -> None:
    async with open_library(data, folder) as library:
        known = find(library, "secure portal").document
        with pytest.raises(UnknownCitationError):
            await library.source(Citation.parse(citation.format(document=known)))


async def test_bad_files_are_rejected_by_name_and_the_others_published(
    data: Path, folder: Path
) -> None:
    (folder / "empty.txt").write_text("")
    (folder / "binary.txt").write_bytes(bytes(range(256)) * 20)
    (folder / "picture.xyz").write_text("words")
    (folder / "copy.txt").write_text(PERTH)
    async with open_library(data, folder) as library:
        assert library.opening is not None
        rejected = dict(library.opening.rejected)
        assert sorted(rejected) == ["binary.txt", "empty.txt", "perth.txt", "picture.xyz"]
        assert "already published" in rejected["perth.txt"]  # copy.txt comes before it
        assert all(reason.endswith(".") and "\n" not in reason for reason in rejected.values())
        assert len(library.generation.documents) == 2


async def test_two_documents_of_one_name_have_two_ids(data: Path, folder: Path) -> None:
    (folder / "perth-2.txt").write_text(PERTH.replace("secure portal", "safe gate"))
    async with open_library(data, folder) as library:
        one, other = find(library, "secure portal"), find(library, "safe gate")
        assert {one.document, other.document} == {
            min(one.document, other.document),
            f"{min(one.document, other.document)}-b",
        }


async def test_another_corpus_folder_replaces_what_was_published(
    data: Path, folder: Path, tmp_path: Path
) -> None:
    other = tmp_path / "other"
    other.mkdir()
    (other / "suva.txt").write_text(PERTH.replace("Perth, Australia", "Suva, Fiji"))
    await reopened(data, folder)
    result = await reopened(data, other)
    assert result is not None
    assert (result.added, result.removed) == (("suva.txt",), ("bali.txt", "perth.txt"))


async def test_same_documents_in_another_folder_make_no_generation(
    data: Path, folder: Path, tmp_path: Path
) -> None:
    await reopened(data, folder)
    moved = tmp_path / "moved"
    shutil.move(folder, moved)
    result = await reopened(data, moved)
    assert result is not None
    assert result.generation == 1
    assert await reopened(data, moved) is None


async def test_documents_are_read_anew_when_the_reading_code_changes(
    data: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with open_library(data, folder) as library:
        before = library.generation
    monkeypatch.setattr("index.publication.drafts.reader_fingerprint", lambda: "newer")
    async with open_library(data, folder) as library:
        assert library.opening is not None
        assert library.opening.unchanged == ("bali.txt", "perth.txt")
        assert library.generation.number == 2
        assert library.generation.documents == before.documents
    assert await reopened(data, folder) is None


async def test_folder_that_is_gone_is_no_obstacle_until_a_reindex(
    data: Path, folder: Path, tmp_path: Path
) -> None:
    await reopened(data, folder)
    shutil.move(folder, tmp_path / "gone")
    async with open_library(data, folder) as library:
        assert len(library.generation.documents) == 2
        with pytest.raises(InputError, match="no corpus folder"):
            await library.reindex()


async def test_missing_folder_is_refused_on_an_empty_store(data: Path, tmp_path: Path) -> None:
    with pytest.raises(InputError, match="nowhere"):
        await reopened(data, tmp_path / "nowhere")


async def test_empty_folder_is_an_empty_generation(data: Path, tmp_path: Path) -> None:
    (tmp_path / "none").mkdir()
    async with open_library(data, tmp_path / "none") as library:
        assert library.generation.documents == {}
        assert library.generation.engine.top(["visa"], 3) == []


async def test_progress_counts_every_file_to_the_last(data: Path, folder: Path) -> None:
    seen: list[tuple[int, int, str]] = []
    async with open_library(
        data, folder, progress=lambda done, total, file: seen.append((done, total, file))
    ):
        pass
    assert seen == [(1, 2, "bali.txt"), (2, 2, "perth.txt")]


async def test_facts_of_the_last_ten_generations_are_kept(data: Path, folder: Path) -> None:
    (folder / "bali.txt").unlink()
    async with open_library(data, folder) as library:
        for number in range(12):
            (folder / "perth.txt").write_text(PERTH.replace("secure", f"number {number}"))
            await library.reindex()
    async with open_database(data / FILE_NAME) as database, database.snapshot() as connection:
        rows = await fetch(connection, "SELECT number, fact_set FROM generations ORDER BY number")
    assert [row["number"] for row in rows if row["fact_set"] is not None] == list(range(4, 14))


async def test_reindexes_at_once_take_turns(data: Path, folder: Path) -> None:
    async with open_library(data, folder) as library:
        (folder / "perth.txt").write_text(PERTH.replace("portal", "gate"))
        results = await asyncio.gather(*(library.reindex() for _ in range(4)))
        assert [each.generation for each in results] == [2, 2, 2, 2]
        assert sum(bool(each.changed) for each in results) == 1


async def test_two_libraries_on_one_store_do_not_overwrite_each_other(
    data: Path, folder: Path
) -> None:
    async with open_library(data, folder) as one, open_library(data, folder) as other:
        (folder / "perth.txt").write_text(PERTH.replace("portal", "gate"))
        results = await asyncio.gather(one.reindex(), other.reindex(), return_exceptions=True)
    published = [each for each in results if isinstance(each, PublishResult)]
    refused = [each for each in results if not isinstance(each, PublishResult)]
    assert published
    assert {each.generation for each in published} == {2}
    assert all("Another Rapporteur" in str(each) for each in refused)


async def test_query_in_flight_keeps_its_generation(data: Path, folder: Path) -> None:
    async with open_library(data, folder) as library:
        old = library.generation
        (folder / "perth.txt").unlink()
        await library.reindex()
        assert library.generation is not old
        assert any(each.file == "perth.txt" for each in old.documents.values())
        hits = old.engine.top(old.analyser.terms("secure portal"), 1)
        assert "secure portal" in old.indexed[hits[0].number].paragraph.text


async def test_cancelled_reindex_leaves_the_old_generation(data: Path, folder: Path) -> None:
    async with open_library(data, folder) as library:
        (folder / "perth.txt").write_text(PERTH.replace("portal", "gate"))
        task = asyncio.create_task(library.reindex())
        await asyncio.sleep(0)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        assert library.generation.number == 1
        assert (await library.reindex()).generation == 2


async def test_publish_that_is_cancelled_at_any_moment_leaves_what_serves_and_is_stored_alike(
    data: Path, folder: Path
) -> None:
    async with open_library(data, folder) as library:
        for number in range(12):
            (folder / "perth.txt").write_text(PERTH.replace("secure", f"number {number}"))
            task = asyncio.create_task(library.reindex())
            await asyncio.sleep(number / 200)
            task.cancel()
            with suppress(asyncio.CancelledError):
                await task
            [latest, *_] = await library.publications.history()
            assert library.generation.number == latest.number
        result = await library.reindex()
        assert library.generation.number == result.generation
        assert find(library, "number 11")


async def test_store_that_is_no_database_is_refused(tmp_path: Path, folder: Path) -> None:
    (tmp_path / FILE_NAME).write_bytes(b"rubbish " * 1000)
    with pytest.raises(StoreError):
        await reopened(tmp_path, folder)
