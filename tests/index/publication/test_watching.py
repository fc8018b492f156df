"""Watching the folder: a burst of writes is one publish, and errors stop nothing."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest

from index.library import open_library
from index.publication.watching import WATCHER, folder_state, watching
from tests.index.publication.texts import BALI, NADI, PERTH

SECONDS = 0.05


async def until(holds: Callable[[], bool]) -> None:
    async with asyncio.timeout(30):
        while not holds():  # noqa: ASYNC110  # nothing tells when a folder was published
            await asyncio.sleep(SECONDS / 2)


class Publisher:
    """Counts what it is asked to publish, and fails as often as it is told to."""

    def __init__(self, *failures: Exception) -> None:
        self.failures = list(failures)
        self.calls = 0

    async def __call__(self) -> None:
        self.calls += 1
        if self.failures:
            raise self.failures.pop()


async def test_burst_of_writes_is_published_once(tmp_path: Path) -> None:
    publisher = Publisher()
    async with watching(tmp_path, publisher, SECONDS):
        await until(lambda: publisher.calls == 1)
        for number in range(20):
            (tmp_path / "perth.txt").write_text(PERTH + "x" * number)
            (tmp_path / f"{number}.txt").write_text(BALI)
            await asyncio.sleep(SECONDS / 10)
        await until(lambda: publisher.calls == 2)
        await asyncio.sleep(5 * SECONDS)
        assert publisher.calls == 2


async def test_failure_is_logged_and_tried_again(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    publisher = Publisher(ZeroDivisionError(), ZeroDivisionError())
    with caplog.at_level(logging.ERROR):
        async with watching(tmp_path, publisher, SECONDS):
            await until(lambda: publisher.calls == 3)
            await asyncio.sleep(3 * SECONDS)
    assert publisher.calls == 3
    assert caplog.text.count("was not published") == 2


async def test_missing_folder_is_told_once_and_published_when_it_is_there(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    publisher, folder = Publisher(), tmp_path / "later"
    async with watching(folder, publisher, SECONDS):
        await asyncio.sleep(4 * SECONDS)
        folder.mkdir()
        await until(lambda: publisher.calls == 1)
    assert caplog.text.count("There is no corpus folder") == 1


async def test_nothing_is_watched_unless_it_is_switched_on(tmp_path: Path) -> None:
    publisher: Callable[[], Awaitable[object]] = Publisher()
    tasks = len(asyncio.all_tasks())
    async with watching(tmp_path, publisher, 0):
        assert len(asyncio.all_tasks()) == tasks


async def test_changed_folder_is_served_without_a_command(data: Path, tmp_path: Path) -> None:
    folder = tmp_path / "corpus"
    folder.mkdir()
    (folder / "perth.txt").write_text(PERTH)
    async with (
        open_library(data, folder) as library,
        watching(folder, lambda: library.reindex(actor=WATCHER), SECONDS),
    ):
        (folder / "nadi.txt").write_text(NADI)
        await until(lambda: library.generation.number == 2)
        [latest, _] = await library.publications.history()
        assert latest.actor == WATCHER


def test_links_to_nothing_have_no_state(tmp_path: Path) -> None:
    (tmp_path / "link.txt").symlink_to(tmp_path / "nothing.txt")
    assert folder_state(tmp_path) == {}
