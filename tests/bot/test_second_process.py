"""A second process answers as the first one would, and nothing is lost where it does not."""

import asyncio
import multiprocessing
import shutil
import time
from collections.abc import AsyncIterator, Callable
from pathlib import Path

import pytest
import pytest_asyncio

from bot.asking import command_reply
from bot.requests import Request
from bot.second_process import SecondProcess, UndoneError, second_process
from bot.talking import Reply
from corpus.facts import Status
from index.conversing.turns import Context
from index.errors import NotFoundError
from index.generation import Generation
from index.item_life.statuses import Actor
from index.library import Library, open_library
from tests.bot.running import running
from tests.loopback.server import LoopbackDiscord

pytestmark = pytest.mark.asyncio(loop_scope="module")

_START_SECONDS = 60.0
_MARIA = Actor("7", "Maria")


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def library(
    published: Path, shipped_corpus: Path, tmp_path_factory: pytest.TempPathFactory
) -> AsyncIterator[Library]:
    """A library of its own, to write to."""
    data = tmp_path_factory.mktemp("second") / "data"
    shutil.copytree(published, data)
    async with open_library(data, shipped_corpus) as library:
        yield library


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def second(library: Library) -> AsyncIterator[SecondProcess]:
    """The second process, ready."""
    async with second_process(library.path, semantic=False) as process:
        assert await process.ready(_START_SECONDS)
        yield process


def refuse(_: Generation) -> None:
    raise NotFoundError("There is no such thing.")


def give_what_no_pipe_takes(_: Generation) -> Callable[[], None]:
    return lambda: None


def call(_: Generation, work: Callable[[], None]) -> None:
    work()


def take_long_at_first(generation: Generation, begun: Path) -> int:
    if not begun.exists():
        begun.touch()
        time.sleep(_START_SECONDS)
    return generation.number


def shown(reply: Reply) -> object:
    embeds = [each.to_dict() for each in reply.page.embeds]
    return reply.page.content, embeds, reply.page.sources, reply.context, reply.choices


@pytest.mark.parametrize(
    "request_",
    [
        Request.of("ask", question="Who attended the Auckland meeting?"),
        Request.of("ask", question="What is said about polar bears?"),
        Request.of("actions list"),
    ],
    ids=str,
)
async def test_it_answers_as_this_process_does(
    library: Library, second: SecondProcess, request_: Request
) -> None:
    theirs = await second.compute(command_reply, library.generation, Context(), request_)
    assert shown(theirs) == shown(command_reply(library.generation, Context(), request_))


@pytest.mark.parametrize("work", [refuse, give_what_no_pipe_takes])
async def test_what_it_cannot_do_is_left_to_this_process(
    library: Library, second: SecondProcess, work: Callable[[Generation], object]
) -> None:
    with pytest.raises(UndoneError):
        await second.compute(work, library.generation)


async def test_what_no_pipe_takes_is_left_to_this_process(
    library: Library, second: SecondProcess
) -> None:
    with pytest.raises(UndoneError):
        await second.compute(call, library.generation, lambda: None)


async def test_it_answers_for_no_other_state_and_catches_up(
    library: Library, second: SecondProcess
) -> None:
    item = library.generation.facts.actions[0]
    request = Request.of("actions show", item=item.id)
    await library.update_action(
        item.id, Status.DROPPED, "Nobody needs it.", item.citation, actor=_MARIA
    )
    with pytest.raises(UndoneError):
        await second.compute(command_reply, library.generation, Context(), request)
    async with asyncio.timeout(_START_SECONDS):
        while (theirs := await attempt(second, library.generation, request)) is None:  # noqa: ASYNC110
            await asyncio.sleep(0.05)
    assert "Nobody needs it." in str(shown(theirs))


async def attempt(second: SecondProcess, generation: Generation, request: Request) -> Reply | None:
    try:
        return await second.compute(command_reply, generation, Context(), request)
    except UndoneError:
        return None


async def test_a_question_whose_process_is_killed_is_answered_all_the_same(
    library: Library, second: SecondProcess, tmp_path: Path
) -> None:
    begun = tmp_path / "begun"
    async with LoopbackDiscord() as discord, running(discord, library) as client:
        client.second = second
        answer = asyncio.create_task(client.answer(take_long_at_first, begun))
        async with asyncio.timeout(_START_SECONDS):
            while not begun.exists():  # noqa: ASYNC110  # another process makes it
                await asyncio.sleep(0.01)
        [process] = [each for each in multiprocessing.active_children() if each.name == "answers"]
        process.kill()
        assert await answer == library.generation.number
        exchange = await discord.slash("ask", {"question": "Who attended in Auckland?"})
        assert "Auckland" in (await exchange.message()).text
