"""What maintainers do to the corpus: staged, published, removed, gone back to, and noted."""

from collections.abc import AsyncIterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from corpus.details import Details
from corpus.errors import DocumentError, RapporteurError
from corpus.facts import DateRange
from corpus.reading import MAX_BYTES
from index.errors import InputError, NotFoundError
from index.item_life.statuses import Actor
from index.library import Library, open_library
from index.publication.staging import AlreadyPublishedError
from index.repositories.generations import Action
from tests.index.publication.texts import BALI, NADI, PERTH, SUVA

MARIA = Actor("7", "Maria")
TOM = Actor("8", "Tom")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A corpus folder with two documents."""
    folder = tmp_path / "corpus"
    folder.mkdir()
    (folder / "perth.txt").write_text(PERTH)
    (folder / "bali.txt").write_text(BALI)
    return folder


@pytest.fixture
async def library(data: Path, folder: Path) -> AsyncIterator[Library]:
    """That folder, published."""
    async with open_library(data, folder) as library:
        yield library


def files(library: Library) -> list[str]:
    return sorted(each.file for each in library.generation.documents.values())


def document_of(library: Library, file: str) -> str:
    [found] = [each.id for each in library.generation.documents.values() if each.file == file]
    return found


async def add(library: Library, file: str, text: str) -> int:
    staged = await library.uploads.stage(file, text.encode(), actor=MARIA)
    result = await library.publications.publish_staged([staged.id], actor=MARIA)
    return result.generation


async def test_staged_upload_is_published_and_answers_know_it(library: Library) -> None:
    staged = await library.uploads.stage("nadi.txt", NADI.encode(), actor=MARIA)
    assert files(library) == ["bali.txt", "perth.txt"]
    result = await library.publications.publish_staged([staged.id], actor=TOM, note=" May  ")
    assert (result.generation, result.added) == (2, ("nadi.txt",))
    assert result.read == (document_of(library, "nadi.txt"),)
    assert await library.uploads.waiting() == ()
    [latest, _] = await library.publications.history()
    assert (latest.action, latest.actor, latest.note) == (Action.ADD, TOM, "May")
    assert [each.file for each in latest.added] == ["nadi.txt"]


async def test_several_uploads_become_one_generation(library: Library) -> None:
    publications = library.publications
    files = [("nadi.txt", NADI), ("suva.txt", SUVA)]
    staged = [await library.uploads.stage(f, text.encode(), actor=MARIA) for f, text in files]
    result = await publications.publish_staged([each.id for each in staged], actor=MARIA)
    assert (result.generation, result.added) == (2, ("nadi.txt", "suva.txt"))


async def test_staged_uploads_survive_a_restart_and_the_same_bytes_are_staged_once(
    data: Path, folder: Path
) -> None:
    async with open_library(data, folder) as library:
        first = await library.uploads.stage("nadi.txt", NADI.encode(), actor=MARIA)
    async with open_library(data, folder) as library:
        again = await library.uploads.stage("other.txt", NADI.encode(), actor=TOM)
        assert again == first
        assert await library.uploads.waiting() == (first,)


@pytest.mark.parametrize(
    ("file", "content"),
    [
        ("../nadi.txt", NADI.encode()),
        ("a\\nadi.txt", NADI.encode()),
        (".nadi.txt", NADI.encode()),
        ("na\ndi.txt", NADI.encode()),
        ("n" * 200 + ".txt", NADI.encode()),
        ("nadi.exe", NADI.encode()),
        ("nadi.txt", b""),
        ("nadi.txt", b"PK\x03\x04" + bytes(500)),
        ("nadi.txt", b"x" * (10 * 1024**2 + 1)),
        ("perth-again.txt", PERTH.encode()),
    ],
)
async def test_bad_upload_is_refused_in_one_sentence_and_changes_nothing(
    library: Library, file: str, content: bytes
) -> None:
    with pytest.raises(RapporteurError) as caught:
        await library.uploads.stage(file, content, actor=MARIA)
    assert "\n" not in str(caught.value)
    assert str(caught.value).endswith(".")
    assert await library.uploads.waiting() == ()
    assert library.generation.number == 1


async def test_bytes_already_published_name_their_document(library: Library) -> None:
    with pytest.raises(AlreadyPublishedError) as caught:
        await library.uploads.stage("perth-again.txt", PERTH.encode(), actor=MARIA)
    assert caught.value.document == document_of(library, "perth.txt")


async def test_words_that_are_published_already_are_refused(library: Library) -> None:
    upload = (PERTH + "\n\n").encode()
    with pytest.raises(DocumentError, match="already published as"):
        await library.uploads.stage("copy.txt", upload, actor=MARIA)
    assert await library.uploads.waiting() == ()


async def test_words_that_were_published_meanwhile_are_refused_when_published(
    library: Library, folder: Path
) -> None:
    staged = await library.uploads.stage("copy.txt", NADI.encode(), actor=MARIA)
    (folder / "nadi.txt").write_text(NADI)
    await library.reindex()
    with pytest.raises(DocumentError, match="already published as"):
        await library.publications.publish_staged([staged.id], actor=MARIA)
    assert library.generation.number == 2
    assert await library.uploads.waiting() == (staged,)


async def test_discarded_upload_is_gone(library: Library) -> None:
    staged = await library.uploads.stage("nadi.txt", NADI.encode(), actor=MARIA)
    await library.uploads.discard(staged.id.lower(), actor=TOM)
    assert await library.uploads.waiting() == ()
    with pytest.raises(NotFoundError):
        await library.publications.publish_staged([staged.id], actor=TOM)


async def test_upload_stays_through_reindex_restart_and_another_folder(
    data: Path, folder: Path, tmp_path: Path
) -> None:
    async with open_library(data, folder) as library:
        await add(library, "nadi.txt", NADI)
        (folder / "bali.txt").unlink()
        result = await library.reindex()
        assert (result.removed, result.added) == (("bali.txt",), ())
        assert files(library) == ["nadi.txt", "perth.txt"]
    other = tmp_path / "other"
    other.mkdir()
    (other / "suva.txt").write_text(SUVA)
    async with open_library(data, other) as library:
        assert files(library) == ["nadi.txt", "suva.txt"]


async def test_upload_replaces_the_document_of_its_name_until_it_is_removed(
    library: Library, folder: Path
) -> None:
    old = document_of(library, "perth.txt")
    await add(library, "perth.txt", PERTH.replace("secure portal", "safe gate"))
    assert document_of(library, "perth.txt") == f"{old}-r2"
    (rejected,) = (await library.reindex()).rejected
    assert rejected[0] == "perth.txt"
    assert f"remove {old}-r2" in rejected[1]
    await library.publications.remove(f"{old}-r2", actor=MARIA)
    assert (await library.reindex()).added == ("perth.txt",)
    assert document_of(library, "perth.txt") == old


async def test_removed_document_is_held_back_until_its_file_changes(
    library: Library, folder: Path
) -> None:
    await library.publications.remove(document_of(library, "perth.txt"), actor=MARIA, note="Wrong.")
    assert files(library) == ["bali.txt"]
    result = await library.reindex()
    assert result.generation == 2
    [(file, reason)] = result.rejected
    assert file == "perth.txt"
    assert "taken out by Maria" in reason
    (folder / "perth.txt").write_text(PERTH.replace("portal", "gate"))
    assert (await library.reindex()).added == ("perth.txt",)


async def test_removed_document_comes_back_when_somebody_adds_it(library: Library) -> None:
    old = document_of(library, "perth.txt")
    await library.publications.remove(old, actor=MARIA)
    await add(library, "perth.txt", PERTH)
    assert document_of(library, "perth.txt") == old
    result = await library.reindex()
    assert (result.rejected, result.removed) == ((), ())
    await library.publications.remove(old, actor=MARIA)
    assert (await library.reindex()).added == ("perth.txt",)


async def test_unknown_document_cannot_be_removed(library: Library) -> None:
    with pytest.raises(NotFoundError):
        await library.publications.remove("2001-01-01-nowhere", actor=MARIA)
    assert library.generation.number == 1


async def test_rollback_publishes_what_an_earlier_generation_held(library: Library) -> None:
    before = library.generation
    await add(library, "nadi.txt", NADI)
    cited = document_of(library, "nadi.txt")
    result = await library.publications.rollback(1, actor=TOM, note="Too early.")
    assert (result.generation, result.removed) == (3, ("nadi.txt",))
    assert library.generation.documents == before.documents
    assert library.generation.facts.meetings == before.facts.meetings
    assert (await library.publications.rollback(2, actor=TOM)).added == ("nadi.txt",)
    assert document_of(library, "nadi.txt") == cited


async def test_reindex_does_not_undo_a_rollback(library: Library, folder: Path) -> None:
    (folder / "perth.txt").write_text(PERTH.replace("portal", "gate"))
    (folder / "nadi.txt").write_text(NADI)
    await library.reindex()
    await library.publications.rollback(1, actor=TOM)
    restored = library.generation.documents
    result = await library.reindex()
    assert [file for file, _ in result.rejected] == ["nadi.txt", "perth.txt"]
    assert library.generation.documents == restored


@pytest.mark.parametrize("number", [-1, 0, 1, 2, 99])
async def test_only_the_ten_generations_before_can_be_gone_back_to(
    data: Path, folder: Path, number: int
) -> None:
    async with open_library(data, folder) as library:
        with pytest.raises(InputError, match=str(number)):
            await library.publications.rollback(number, actor=MARIA)
        assert library.generation.number == 1


async def test_what_a_rollback_brings_back_stays_without_its_file(
    library: Library, folder: Path
) -> None:
    (folder / "bali.txt").unlink()
    await library.reindex()
    assert files(library) == ["perth.txt"]
    assert (await library.publications.rollback(1, actor=TOM)).fileless == ("bali.txt",)
    result = await library.reindex()
    assert (result.removed, result.fileless) == ((), ("bali.txt",))
    (folder / "bali.txt").write_text(BALI)
    assert (await library.reindex()).fileless == ()
    (folder / "bali.txt").unlink()
    assert (await library.reindex()).removed == ("bali.txt",)


async def test_a_published_file_that_can_no_longer_be_read_stays_as_it_was(
    library: Library, folder: Path
) -> None:
    (folder / "bali.txt").write_bytes(b"x" * (MAX_BYTES + 1))
    result = await library.reindex()
    assert result.rejected == (("bali.txt", "this file is larger than 10 MiB."),)
    assert files(library) == ["bali.txt", "perth.txt"]


async def test_uploads_removals_and_rollbacks_survive_an_upgrade(
    data: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with open_library(data, folder) as library:
        await add(library, "nadi.txt", NADI)
        await library.publications.remove(document_of(library, "perth.txt"), actor=MARIA)
        (folder / "bali.txt").unlink()
        before = library.generation
    monkeypatch.setattr("index.publication.drafts.reader_fingerprint", lambda: "newer")
    async with open_library(data, folder) as library:
        assert library.opening is not None
        assert library.generation.number == before.number + 1
        assert library.generation.documents == before.documents
        assert (await library.publications.history())[0].action is Action.UPGRADE
        assert (await library.publications.rollback(1, actor=MARIA)).added == ("perth.txt",)


async def test_details_name_the_meeting_and_are_kept_for_later_readings(
    data: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    days = DateRange(date(2016, 8, 1), date(2016, 8, 2))
    async with open_library(data, folder) as library:
        publications = library.publications
        staged = await library.uploads.stage("notes.txt", b"Fiji attended.", actor=TOM)
        details = Details(title="Bag Meeting", body="TEWG", dates=days, city="Suva", country="Fiji")
        changed = await library.uploads.set_details(staged.id, details, actor=TOM)
        assert changed.details == details
        [fresh] = (await library.planning.uploads([staged.id])).fresh
        assert fresh.document.id == "2016-08-01-tewg-suva"
        await publications.publish_staged([staged.id], actor=TOM)
        meeting = library.generation.reported["2016-08-01-tewg-suva"]
        assert (meeting.label, meeting.title, meeting.dates) == (
            "TEWG Suva 2016",
            "Bag Meeting",
            days,
        )
    monkeypatch.setattr("index.publication.drafts.reader_fingerprint", lambda: "newer")
    async with open_library(data, folder) as library:
        assert library.opening is not None
        assert library.generation.reported["2016-08-01-tewg-suva"] == meeting


async def test_plan_tells_what_a_publish_would_do_and_writes_nothing(library: Library) -> None:
    staged = await library.uploads.stage("nadi.txt", NADI.encode(), actor=MARIA)
    planned = await library.planning.uploads([staged.id])
    assert planned.result.added == ("nadi.txt",)
    assert [each.document.file for each in planned.fresh] == ["nadi.txt"]
    assert len(planned.others) == 2
    new = {each.id for each in planned.after.actions} - {each.id for each in planned.before.actions}
    assert library.generation.number == 1
    await library.publications.publish_staged([staged.id], actor=MARIA)
    assert new <= {each.id for each in library.generation.facts.actions}
    assert len(new) == 1


async def test_history_tells_what_is_new_since(library: Library, folder: Path) -> None:
    await add(library, "nadi.txt", NADI)
    (folder / "perth.txt").write_text(PERTH.replace("portal", "gate"))
    (folder / "bali.txt").unlink()
    await library.reindex(actor=TOM)
    publications = library.publications
    [entry] = await publications.history(2)
    assert (entry.number, entry.action, entry.actor) == (3, Action.REINDEX, TOM)
    assert [each.file for each in entry.changed] == ["perth.txt"]
    assert [each.file for each in entry.removed] == ["bali.txt"]
    today = entry.at.date()
    assert len(await publications.history(today)) == 3
    assert await publications.history(today + timedelta(days=1)) == ()
    assert [each.can_be_restored for each in await publications.history()] == [False, True, True]


async def test_status_counts_what_there_is(library: Library) -> None:
    await library.uploads.stage("nadi.txt", NADI.encode(), actor=MARIA)
    status = await library.publications.status()
    assert (status.documents, status.generation, status.staged) == (2, 1, 1)
    assert status.corpus_date == date(2011, 3, 9)
    assert status.disk_bytes > 4096
    assert status.paragraphs == sum(
        len(each.paragraphs) for each in library.generation.documents.values()
    )
