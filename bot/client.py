"""The Discord client: what it listens to, which cogs it loads, how it starts and stops."""

import asyncio
import contextlib
import functools
import logging
import signal
import sys
import time
from collections.abc import AsyncIterator, Callable, Coroutine
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from typing import Any, Concatenate, ParamSpec, TypeVar

import aiohttp
import discord
import yarl
from discord import app_commands
from discord.ext import commands
from discord.gateway import DiscordWebSocket
from discord.http import Route

from bot.choosing import MeetingButton
from bot.digests import NewsButton
from bot.forms import answer_form
from bot.item_forms import ITEM_FORMS, ItemButton
from bot.maintaining.details_form import DETAILS_FORM
from bot.maintaining.finishing import Unfinished
from bot.maintaining.looking import LookButton
from bot.maintaining.reindexing import CancelButton, Reindexing
from bot.maintaining.staged import StagedButton
from bot.maintaining.taking_out import RemovalButton, UndoButton
from bot.proposals import DecisionButton
from bot.rehearsal import rehearse
from bot.second_process import SecondProcess, UndoneError, second_process, settle
from bot.settings import Settings
from bot.sharding import Shards
from bot.sync import sync_if_changed
from bot.tree import RapporteurTree, ServerNotAllowedError
from bot.views import BUTTONS
from corpus.errors import RapporteurError
from index.generation import Generation
from index.library import Library, open_library
from index.publication.reading_ahead import processes
from index.publication.watching import WATCHER, watching
from index.ranking.kernel import loaded_meanwhile
from index.semantic.model import sentence_model

P = ParamSpec("P")
T = TypeVar("T")

_log = logging.getLogger(__name__)

COGS = (
    "cogs.ask",
    "cogs.attendance",
    "cogs.meetings",
    "cogs.actions",
    "cogs.rilon",
    "cogs.source",
    "cogs.glossary",
    "cogs.track",
    "cogs.verify",
    "cogs.brief",
    "cogs.export",
    "cogs.follow",
    "cogs.corpus",
    "cogs.corpus_corrections",
    "cogs.corpus_questions",
    "cogs.privacy",
    "cogs.menus",
    "cogs.help",
    "cogs.mentions",
)
_INTENTS = discord.Intents(guilds=True, guild_messages=True, dm_messages=True)  # none privileged
_TURN_SECONDS = 0.0005
_EMBED_AT_ONCE = 256  # sentences, a second or so, for which a start and a publish wait
_LARGE = 5_000  # paragraphs from which answers take so long that a second process pays
_PATIENCE_SECONDS = 10.0  # at a start, until the second process is ready
_BAD_TOKEN = 4004  # gateway close code: authentication failed
_REFUSED = "Discord refuses the token in DISCORD_TOKEN; check it or create a new one."
_STOPPING = (signal.SIGINT, signal.SIGTERM)


class StartError(RapporteurError):
    """The bot cannot run: no token, a wrong one, or no Discord."""


class Rapporteur(commands.AutoShardedBot):
    """Answers on Discord from one library, over all shards of this process."""

    def __init__(self, library: Library, settings: Settings) -> None:
        discord.VoiceClient.warn_nacl = discord.VoiceClient.warn_dave = False  # it never speaks
        super().__init__(
            command_prefix=commands.when_mentioned,  # required, and unused: see on_message
            help_command=None,
            intents=_INTENTS,
            tree_cls=RapporteurTree,
            allowed_mentions=discord.AllowedMentions.none(),
            allowed_contexts=app_commands.AppCommandContext(guild=True, dm_channel=True),
            allowed_installs=app_commands.AppInstallationType(guild=True),
            activity=discord.CustomActivity("/help · every answer cites its paragraph"),
            max_messages=None,
            shard_count=settings.shard_count,
        )
        self.shard_ids = sorted(settings.shard_ids) or None
        self.library = library
        self.leads = settings.leads
        self.conversation_lifetime = timedelta(hours=settings.conversation_hours)
        self.question_lifetime = timedelta(days=settings.question_days)
        self.maintainer_roles = settings.maintainer_roles
        self.reindexing = Reindexing()
        self.unfinished = Unfinished()
        self._guilds_allowed = settings.guilds
        self._shards = Shards(library.turns, alone=not settings.shard_ids)
        self.second: SecondProcess | None = None
        self.answer_seconds = 0.0  # that the last one took, from question to answer
        # Python computes one thing at a time: more threads only keep the event loop waiting.
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="answers")

    @property
    def name(self) -> str:
        """What the bot is called on Discord."""
        return self.user.name if self.user else "Rapporteur"

    @property
    def keeps_questions(self) -> bool:
        """Whether what nothing answers, and what is called wrong, is kept for maintainers."""
        return bool(self.question_lifetime)

    async def compute(self, work: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Run CPU-bound `work` off the event loop, one call after the other."""
        call = functools.partial(work, *args, **kwargs)
        return await asyncio.get_running_loop().run_in_executor(self._thread, call)

    async def answer(
        self, work: Callable[Concatenate[Generation, P], T], *args: P.args, **kwargs: P.kwargs
    ) -> T:
        """The same for work on the generation that serves; a second process does it if it can."""
        generation, asked = self.library.generation, time.monotonic()
        try:
            if self.second is not None:
                with contextlib.suppress(UndoneError):
                    return await self.second.compute(work, generation, *args, **kwargs)
            return await self.compute(work, generation, *args, **kwargs)
        finally:
            self.answer_seconds = time.monotonic() - asked

    async def close(self) -> None:
        """Disconnect; work that has not begun is dropped."""
        self.unfinished.stop()
        self._thread.shutdown(wait=False, cancel_futures=True)
        await super().close()

    async def setup_hook(self) -> None:
        """Load all cogs, or fail; then the buttons; then tell Discord about the commands."""
        self.shard_count = await self._shards.count(self.http, self.shard_count)
        for name in COGS:
            await self.load_extension(name)
        self.add_dynamic_items(*BUTTONS, MeetingButton, ItemButton, DecisionButton, NewsButton)
        self.add_dynamic_items(LookButton, StagedButton, RemovalButton, UndoButton, CancelButton)
        if self.leads:
            await sync_if_changed(self.tree)

    async def before_identify_hook(self, shard_id: int | None, *, initial: bool = False) -> None:
        """Wait for a shard's turn to identify; no other process has it meanwhile."""
        await self._shards.turn(shard_id or 0)

    async def on_interaction(self, interaction: discord.Interaction[Any]) -> None:
        """Commands and buttons have their own ways; forms are answered by their ids."""
        await answer_form(interaction, (*ITEM_FORMS, DETAILS_FORM))

    async def on_message(self, message: discord.Message, /) -> None:
        """No prefix commands: mentions are answered by their cog."""

    def check_place(self, guild_id: int | None) -> None:
        """Let through what comes from an allowed server; with no list, from anywhere.

        Raises:
            ServerNotAllowedError: it comes from elsewhere, or directly while there is a list.
        """
        if self._guilds_allowed and guild_id not in self._guilds_allowed:
            raise ServerNotAllowedError


async def run_bot(settings: Settings) -> None:
    """Run the bot until it is told to stop (SIGINT, SIGTERM), and close everything.

    Raises:
        StartError: no token is set, Discord refuses it, or cannot be reached.
    """
    token = _token(settings)
    point_at(settings)
    share_the_interpreter()
    try:
        await _until_told_to_stop(_serve(settings, token))
    except discord.LoginFailure:
        raise StartError(_REFUSED) from None
    except discord.ConnectionClosed as error:
        if error.code != _BAD_TOKEN:
            raise
        raise StartError(_REFUSED) from None
    except (aiohttp.ClientConnectionError, discord.DiscordServerError) as error:
        raise StartError(f"Discord cannot be reached at {settings.discord_api_url}.") from error


def point_at(settings: Settings) -> None:
    """Send the client to these addresses; discord.py keeps them for the whole process."""
    Route.BASE = settings.discord_api_url.rstrip("/")
    DiscordWebSocket.DEFAULT_GATEWAY = yarl.URL(settings.discord_gateway_url)


def _token(settings: Settings) -> str:
    if settings.discord_token is None:
        raise StartError("DISCORD_TOKEN is not set; the README tells how to get a token.")
    token = settings.discord_token.get_secret_value().strip()
    if not token.isascii() or not token.isprintable() or " " in token:
        raise StartError(_REFUSED)
    return token


def share_the_interpreter() -> None:
    """Let the event loop have its turn soon while answers are worked out in a thread.

    Python gives a computing thread 5 ms before another may run, which is as long as the loop
    may be held at all.
    """
    sys.setswitchinterval(_TURN_SECONDS)


async def _serve(settings: Settings, token: str) -> None:
    embedder = sentence_model() if settings.semantic else None
    async with (
        open_library(
            settings.data,
            settings.corpus,
            embedder=embedder,
            embed_at_once=_EMBED_AT_ONCE,
            keeps_writing=not settings.shard_ids,  # else several processes take turns
            golden=settings.golden,
            cluster=settings.search_cluster(),
        ) as library,
        library.embedding(),
        watching(settings.corpus, lambda: library.reindex(actor=WATCHER), _watch_seconds(settings)),
        _second_process(library, settings) as second,
        Rapporteur(library, settings) as client,
    ):
        await client.compute(rehearse, library.generation)
        if second is not None and await second.ready(_PATIENCE_SECONDS):
            _log.info("A second process answers questions")
        client.second = second
        settle()
        async with loaded_meanwhile():
            await client.start(token)


@contextlib.asynccontextmanager
async def _second_process(
    library: Library, settings: Settings
) -> AsyncIterator[SecondProcess | None]:
    """One where it pays: a large corpus, ranked on this machine, which has a processor to spare."""
    size = len(library.generation.indexed)
    if not settings.second_process or size < _LARGE or processes() < 2 or settings.opensearch_url:
        yield None
        return
    async with second_process(library.path, semantic=settings.semantic) as second:
        yield second


def _watch_seconds(settings: Settings) -> float:
    """Of several processes one watches the folder."""
    return settings.watch if settings.leads else 0


async def _until_told_to_stop(work: Coroutine[Any, Any, None]) -> None:
    """Await `work`; a signal to stop ends it, and counts as its regular end."""
    task = asyncio.create_task(work)
    loop = asyncio.get_running_loop()
    told: list[signal.Signals] = []

    def stop(given: signal.Signals) -> None:
        _log.info("Stopping on %s", given.name)
        told.append(given)
        task.cancel()

    # Windows has no handlers for signals; Ctrl+C raises KeyboardInterrupt there.
    with contextlib.suppress(NotImplementedError, RuntimeError):
        for each in _STOPPING:
            loop.add_signal_handler(each, stop, each)
    try:
        await task
    except asyncio.CancelledError:
        if not told:
            raise
    finally:
        with contextlib.suppress(NotImplementedError, RuntimeError):
            for each in _STOPPING:
                loop.remove_signal_handler(each)
