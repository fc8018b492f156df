"""One process writes to a data folder; the others answer, and say who is in the way."""

import asyncio
import os
import signal
import subprocess
import sys
from collections.abc import Awaitable, Callable
from contextlib import AsyncExitStack
from pathlib import Path

import pytest

from corpus.facts import Status
from index.item_life.statuses import Actor
from index.library import Library, open_library
from index.writer_lock import WriterLock, WriterLockError
from tests.index.publication.texts import BALI, NADI, PERTH, SUVA

ROOT = Path(__file__).parents[2]
MARIA = Actor("7", "Maria")
WRITER = """
import asyncio, sys
from pathlib import Path
from index.library import open_library

async def main(data, folder):
    async with open_library(Path(data), Path(folder), keeps_writing=True):
        print("open", flush=True)
        await asyncio.Event().wait()

asyncio.run(main(*sys.argv[1:]))
"""
WRITES: dict[str, Callable[[Library], Awaitable[object]]] = {
    "reindex": lambda library: library.reindex(),
    "stage": lambda library: library.uploads.stage("suva.txt", SUVA.encode(), actor=MARIA),
    "rollback": lambda library: library.publications.rollback(1, actor=MARIA),
    "update": lambda library: library.update_action(
        library.generation.facts.actions[0].id, Status.DONE, "Seen.", actor=MARIA
    ),
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "corpus"
    folder.mkdir()
    (folder / "perth.txt").write_text(PERTH)
    return folder


async def test_second_process_answers_and_writes_only_once_the_first_is_gone(
    data: Path, folder: Path, tmp_path: Path
) -> None:
    command = [sys.executable, "-c", WRITER, str(data), str(folder)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as writer:  # noqa: ASYNC220
        try:
            assert writer.stdout is not None
            assert writer.stdout.readline() == "open\n"
            other = tmp_path / "other"
            other.mkdir()
            with pytest.raises(WriterLockError, match=rf"process {writer.pid}\)"):
                async with open_library(data, other):
                    pass
            async with open_library(data, folder) as library:
                assert library.generation.facts.actions
                for name in ("stage", "update"):
                    with pytest.raises(WriterLockError, match=rf"process {writer.pid}\)"):
                        await WRITES[name](library)
                assert library.generation.number == 1
                os.kill(writer.pid, signal.SIGKILL)
                writer.wait()
                await library.uploads.stage("nadi.txt", NADI.encode(), actor=MARIA)
        finally:
            writer.kill()


@pytest.mark.parametrize("name", WRITES)
async def test_writer_that_keeps_the_lock_leaves_it_to_nobody_until_it_closes(
    data: Path, folder: Path, name: str
) -> None:
    async with open_library(data, folder) as waiting:
        async with open_library(data, folder, keeps_writing=True) as writer:
            (folder / "bali.txt").write_text(BALI)
            with pytest.raises(WriterLockError):
                await WRITES[name](waiting)
            await writer.reindex()
            await waiting.refresh()
            assert waiting.generation.number == 2
        await WRITES[name](waiting)


async def test_second_that_would_keep_the_lock_opens_and_answers(data: Path, folder: Path) -> None:
    async with (
        open_library(data, folder, keeps_writing=True),
        open_library(data, folder, keeps_writing=True) as second,
    ):
        assert second.generation.documents
        with pytest.raises(WriterLockError):
            await second.reindex()


async def test_empty_store_waits_for_the_process_that_fills_it(data: Path, folder: Path) -> None:
    async with AsyncExitStack() as stack:
        async with WriterLock(data).held():
            opening = asyncio.create_task(stack.enter_async_context(open_library(data, folder)))
            await asyncio.sleep(0.1)
            assert not opening.done()
        assert (await opening).generation.number == 1


async def test_lock_is_free_when_its_holder_has_left_as_often_as_entered(
    tmp_path: Path,
) -> None:
    lock, other = WriterLock(tmp_path), WriterLock(tmp_path)
    async with lock.held():
        with lock.held_if_free() as held, other.held_if_free() as also_held:
            assert (held, also_held) == (True, False)
        with other.held_if_free() as also_held:
            assert not also_held
    with other.held_if_free() as held:
        assert held


async def test_short_change_of_another_is_waited_for(tmp_path: Path) -> None:
    lock, other = WriterLock(tmp_path), WriterLock(tmp_path)
    entered = asyncio.Event()

    async def change() -> None:
        async with lock.held():
            entered.set()
            await asyncio.sleep(0.1)

    task = asyncio.create_task(change())
    await entered.wait()
    async with other.held():
        assert task.done()


async def test_folder_that_is_none_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("words")
    with pytest.raises(WriterLockError, match="file"):
        async with WriterLock(tmp_path / "file").held():
            pass
