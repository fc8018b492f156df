"""A second process that answers, while the first one speaks with Discord.

Python computes one thing at a time in each process. The second reads what is published from the
same store, writes nothing, and answers for exactly the generation that it is asked for. It is
help and no more: what it does not do, for whatever reason, the first does itself.
"""

import asyncio
import gc
import logging
import multiprocessing
import signal
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from importlib import import_module
from itertools import count
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path
from pickle import PicklingError
from typing import Any, Concatenate, ParamSpec, TypeVar

from bot.rehearsal import rehearse
from corpus.errors import RapporteurError
from index.generation import Generation, State
from index.ranking.kernel import process_kernel
from index.semantic.model import sentence_model
from index.serving import read_generation

P = ParamSpec("P")
T = TypeVar("T")

_AHEAD = 4  # questions in the pipe: it is never idle, and nobody waits for the pipe to take one
_REST_SECONDS = 60.0  # before one that ended is started again
_END_SECONDS = 2.0
# Whose functions it is asked to carry out: they bring discord.py, a third of a second.
_ASKED_FOR = ("bot.asking", "bot.talking", "bot.views")

_log = logging.getLogger(__name__)


class UndoneError(Exception):
    """The second process did not do it; whoever asked does it themselves."""


@dataclass(frozen=True, slots=True)
class _Task:
    number: int
    state: State
    work: Callable[..., Any]
    args: tuple[Any, ...]
    kwargs: dict[str, Any]


@dataclass(frozen=True, slots=True)
class _Result:
    number: int
    done: bool
    value: Any = None


class SecondProcess:
    """The first process's end of it; begun within a running event loop, which it never holds."""

    def __init__(self, path: Path, *, semantic: bool) -> None:
        self._path = path
        self._semantic = semantic
        self._process: BaseProcess | None = None
        self._pipe: Connection | None = None
        self._serves: State | None = None
        self._told: State | None = None  # for which it was told to catch up
        self._ready = asyncio.Event()
        self._free = asyncio.Semaphore(_AHEAD)
        self._waiting: dict[int, asyncio.Future[Any]] = {}
        self._numbers = count()
        self._rests_until = 0.0
        self._beginning: asyncio.Task[None] | None = None

    async def begin(self) -> None:
        """Start it; it takes some seconds until it is ready."""
        self._rests_until = asyncio.get_running_loop().time() + _REST_SECONDS
        spawn = multiprocessing.get_context("spawn")
        pipe, other = spawn.Pipe()
        args = (other, self._path, self._semantic)
        process = spawn.Process(target=_answer_all, args=args, name="answers", daemon=True)
        try:
            await asyncio.to_thread(process.start)
            asyncio.get_running_loop().add_reader(pipe.fileno(), self._receive)
        except (OSError, NotImplementedError):  # Windows' event loop watches no pipes
            _log.warning("No second process can be started: this one answers alone.")
            pipe.close()
            return
        finally:
            other.close()  # else its end would go unnoticed
        self._process, self._pipe = process, pipe

    async def ready(self, timeout_seconds: float) -> bool:
        """Wait until it answers, no longer than so; whether it does."""
        with suppress(TimeoutError):
            async with asyncio.timeout(timeout_seconds):
                await self._ready.wait()
        return self._ready.is_set()

    async def compute(
        self,
        work: Callable[Concatenate[Generation, P], T],
        generation: Generation,
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> T:
        """Do CPU-bound `work` on a generation; it, its arguments and its result are pickled.

        Raises:
            UndoneError: it was not done.
        """
        state = generation.state
        async with self._free:
            pipe = self._pipe_for(state)
            number = next(self._numbers)
            future = self._waiting[number] = asyncio.get_running_loop().create_future()
            try:
                pipe.send(_Task(number, state, work, args, kwargs))
                value: T = await future
            except (OSError, PicklingError, TypeError, AttributeError) as error:
                raise UndoneError from error
            finally:
                del self._waiting[number]
            return value

    def _pipe_for(self, state: State) -> Connection:
        """The pipe, if it serves this state; else it is told that there is another."""
        if self._pipe is None:
            self._begin_again()
            raise UndoneError
        if self._serves == state:
            return self._pipe
        if self._serves is not None and self._told != state:
            self._told = state
            with suppress(OSError):
                self._pipe.send(None)
        raise UndoneError

    def _begin_again(self) -> None:
        loop = asyncio.get_running_loop()
        if loop.time() >= self._rests_until:
            self._rests_until = loop.time() + _REST_SECONDS
            self._beginning = loop.create_task(self.begin())

    def _receive(self) -> None:
        assert self._pipe is not None
        try:
            told = self._pipe.recv()
        except Exception:  # noqa: BLE001  # it is gone, or sends what cannot be read
            self._end()
            return
        if not isinstance(told, _Result):
            self._serves = told
            self._ready.set()
            return
        future = self._waiting.get(told.number)
        if future is None or future.done():
            return
        if told.done:
            future.set_result(told.value)
        else:
            future.set_exception(UndoneError())

    def _end(self) -> None:
        """Nothing comes any more: what it was asked for is done elsewhere."""
        if self._pipe is not None:
            asyncio.get_running_loop().remove_reader(self._pipe.fileno())
            self._pipe.close()
        self._pipe = self._serves = self._told = None
        self._ready.clear()
        for future in self._waiting.values():
            if not future.done():
                future.set_exception(UndoneError())

    async def close(self) -> None:
        """End it, whatever it is at."""
        if self._beginning is not None:
            await asyncio.wait({self._beginning})
        self._end()
        if self._process is not None:
            self._process.terminate()
            await asyncio.to_thread(self._process.join, _END_SECONDS)


@asynccontextmanager
async def second_process(path: Path, *, semantic: bool) -> AsyncIterator[SecondProcess]:
    """Begin one, and end it."""
    process = SecondProcess(path, semantic=semantic)
    await process.begin()
    try:
        yield process
    finally:
        await process.close()


def _answer_all(pipe: Connection, path: Path, semantic: bool) -> None:
    """What the second process does until the first closes the pipe, or is gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the process that asks
    embedder = sentence_model() if semantic else None
    process_kernel().load()
    try:
        generation = asyncio.run(read_generation(path, embedder=embedder))
        rehearse(generation)
        for module in _ASKED_FOR:
            import_module(module)
        with suppress(EOFError, OSError):
            while True:
                settle()
                pipe.send(generation.state)
                while (task := pipe.recv()) is not None:
                    _send(pipe, _carried_out(task, generation))
                generation = asyncio.run(read_generation(path, generation, embedder=embedder))
    except RapporteurError as error:
        _log.warning("The second process ends: %s", error)


def _carried_out(task: _Task, generation: Generation) -> _Result:
    if task.state != generation.state:
        return _Result(task.number, done=False)
    try:
        value = task.work(generation, *task.args, **task.kwargs)
        return _Result(task.number, done=True, value=value)
    except Exception:  # noqa: BLE001  # the first process meets it again, and tells the person
        return _Result(task.number, done=False)


def _send(pipe: Connection, result: _Result) -> None:
    try:
        pipe.send(result)
    except (PicklingError, TypeError, AttributeError):  # its value cannot be pickled
        pipe.send(_Result(result.number, done=False))


def settle() -> None:
    """Spare the collector of cycles what lives as long as the process.

    Walking ten thousand paragraphs' facts holds whatever else runs for a fifth of a second.
    """
    gc.collect()
    gc.freeze()
