"""Changing action items on Discord: who may, how, and after a restart."""

import shutil
from collections.abc import AsyncIterator
from pathlib import Path

import pytest_asyncio

from bot.client import Rapporteur
from bot.rendering.answers import render_answer
from bot.requests import Request
from corpus.facts import ActionItem, Status
from index.generation import Edition
from index.item_life.statuses import EventKind
from index.library import Library, open_library
from tests.bot.rendering.limits import check_page
from tests.bot.running import _addresses, running
from tests.loopback.fixtures import discord_server
from tests.loopback.message import Message
from tests.loopback.places import Permission
from tests.loopback.server import LoopbackDiscord

__all__ = ["_addresses", "discord_server"]


@pytest_asyncio.fixture
async def library(published: Path, shipped_corpus: Path, tmp_path: Path) -> AsyncIterator[Library]:
    """The library of the shipped documents, for this test alone."""
    data = shutil.copytree(published, tmp_path / "own")
    async with open_library(data, shipped_corpus) as library:
        yield library


@pytest_asyncio.fixture
async def bot(discord_server: LoopbackDiscord, library: Library) -> AsyncIterator[Rapporteur]:
    async with running(discord_server, library) as bot:
        yield bot


def first_item(library: Library) -> ActionItem:
    return library.generation.facts.actions[0]


def state_of(library: Library) -> Status:
    return first_item(library).status


async def test_an_analyst_is_refused_whatever_discord_permits(
    discord_server: LoopbackDiscord, library: Library, bot: Rapporteur
) -> None:
    guild = discord_server.guild
    role = discord_server.world.add_role(guild, "Loud", Permission.MANAGE_MESSAGES)
    discord_server.world.add_member(guild, discord_server.user, role)
    before = state_of(library)
    options = {"item": first_item(library).id, "status": "done", "note": "trust me"}
    exchange = await discord_server.slash("actions update", options)
    assert "Only a maintainer may" in (await exchange.message()).content
    assert exchange.ephemeral
    undo = await discord_server.slash("actions undo", {"item": first_item(library).id})
    assert "Only a maintainer may" in (await undo.message()).content
    assert state_of(library) is before
    assert library.action_history(first_item(library).id) == ()


async def test_a_maintainer_closes_an_item_with_evidence(
    discord_server: LoopbackDiscord, library: Library, bot: Rapporteur
) -> None:
    item = first_item(library)
    options = {
        "item": item.id,
        "status": "done",
        "note": "see the later statement",
        "evidence": str(item.citation),
    }
    exchange = await discord_server.slash("actions update", options, user=discord_server.maintainer)
    message = await exchange.message()
    assert "done: set by Maria" in message.text
    assert state_of(library) is Status.DONE
    history = await discord_server.slash("actions history", {"item": item.id})
    assert "Maria set to “done”: see the later statement" in (await history.message()).text
    undone = await discord_server.slash(
        "actions undo", {"item": item.id}, user=discord_server.maintainer
    )
    await undone.message()
    assert first_item(library) == item


async def test_a_role_of_the_settings_makes_a_maintainer(
    discord_server: LoopbackDiscord, library: Library
) -> None:
    role = discord_server.world.add_role(discord_server.guild, "Desk")
    discord_server.world.add_member(discord_server.guild, discord_server.user, role)
    async with running(discord_server, library) as bot:
        bot.maintainer_roles = frozenset({role.id})
        options = {"item": first_item(library).id, "status": "open", "note": "still open"}
        message = await (await discord_server.slash("actions update", options)).message()
    assert "set by Alex" in message.text


async def test_bad_evidence_is_refused_in_a_sentence(
    discord_server: LoopbackDiscord, library: Library, bot: Rapporteur
) -> None:
    for evidence, sentence in (("p. 7", "A citation looks like"), ("x-1#p7", "No paragraph")):
        options = {
            "item": first_item(library).id,
            "status": "done",
            "note": "see",
            "evidence": evidence,
        }
        exchange = await discord_server.slash(
            "actions update", options, user=discord_server.maintainer
        )
        assert sentence in (await exchange.message()).content


async def shown_item(discord: LoopbackDiscord, library: Library) -> Message:
    exchange = await discord.slash("actions show", {"item": first_item(library).id})
    return await exchange.message()


async def test_the_form_of_an_item_updates_it_after_a_restart(
    discord_server: LoopbackDiscord, library: Library
) -> None:
    async with running(discord_server, library):
        message = await shown_item(discord_server, library)
    async with running(discord_server, library):
        maintainer = discord_server.maintainer
        opened = await discord_server.press(message, "Update", user=maintainer)
        await opened.acknowledged()
        refused = await discord_server.submit_modal(opened, {"status": "done"})
        assert "needs a note or a citation" in (await refused.message()).content
        opened = await discord_server.press(message, "Update", user=maintainer)
        await opened.acknowledged()
        filled = {"status": "Dropped", "note": "no money"}
        done = await discord_server.submit_modal(opened, filled)
        assert "set by Maria" in (await done.message()).text
    assert state_of(library) is Status.DROPPED


async def test_the_form_is_closed_to_analysts(
    discord_server: LoopbackDiscord, library: Library, bot: Rapporteur
) -> None:
    message = await shown_item(discord_server, library)
    pressed = await discord_server.press(message, "Update")
    assert "Only a maintainer may" in (await pressed.message()).content
    assert pressed.ephemeral


async def test_a_proposal_waits_for_a_maintainer_over_a_restart(
    discord_server: LoopbackDiscord, library: Library
) -> None:
    before = state_of(library)
    async with running(discord_server, library):
        message = await shown_item(discord_server, library)
        opened = await discord_server.press(message, "Looks done?")
        await opened.acknowledged()
        posted = await discord_server.submit_modal(opened, {"note": "I was *there*"})
        proposal = await posted.message()
    assert state_of(library) is before
    assert "I was \\*there\\*" in proposal.content
    async with running(discord_server, library):
        refused = await discord_server.press(proposal, "Accept")
        assert "Only a maintainer may" in (await refused.message()).content
        assert state_of(library) is before
        accepted = await discord_server.press(proposal, "Accept", user=discord_server.maintainer)
        await accepted.done()
    assert state_of(library) is Status.DONE
    assert "**Accepted** by Maria." in proposal.content
    assert proposal.buttons == []
    kinds = [each.entry.kind for each in library.action_history(first_item(library).id)]
    assert kinds == [EventKind.PROPOSAL, EventKind.ACCEPTED]


async def test_a_rejected_proposal_changes_nothing(
    discord_server: LoopbackDiscord, library: Library, bot: Rapporteur
) -> None:
    before = state_of(library)
    opened = await discord_server.press(await shown_item(discord_server, library), "Looks done?")
    await opened.acknowledged()
    posted = await discord_server.submit_modal(opened, {"note": "I think so"})
    proposal = await posted.message()
    decided = await discord_server.press(proposal, "Reject", user=discord_server.maintainer)
    await decided.done()
    assert state_of(library) is before
    assert "**Rejected** by Maria." in proposal.content


async def test_a_list_of_500_items_pages_within_the_limits_after_a_restart(
    discord_server: LoopbackDiscord, tmp_path: Path
) -> None:
    folder = tmp_path / "many"
    folder.mkdir()
    lines = [f"Fiji will deliver report number {n} by June 2014." for n in range(500)]
    head = "Meeting of the Lagoon Experts Group\n\nLocation: Suva, Fiji\nDate: 4 March 2014\n\n"
    (folder / "many.txt").write_text(head + "\n\n".join(lines) + "\n")
    async with open_library(tmp_path / "data", folder) as library:
        items = library.generation.facts.actions
        assert len(items) == 500
        request = Request.of("actions list")
        answer = request.answer(library.generation)
        first = render_answer(answer, request, Edition(1))
        pages = [
            first,
            *(render_answer(answer, request, Edition(1), n) for n in range(2, first.count + 1)),
        ]
        for page in pages:
            check_page(page)
        described = "".join(page.embeds[0].description or "" for page in pages)
        assert all(item.id in described for item in items)
        async with running(discord_server, library):
            message = await (await discord_server.slash("actions list")).message()
        async with running(discord_server, library):
            for label in (f"{first.count} »", f"‹ {first.count - 1}", "« 1", "2 ›"):
                await (await discord_server.press(message, label)).done(0.01)
            assert f"page 2 of {first.count}" in message.text


async def test_a_form_left_open_over_a_restart_is_accepted(
    discord_server: LoopbackDiscord, library: Library
) -> None:
    maintainer = discord_server.maintainer
    async with running(discord_server, library):
        message = await shown_item(discord_server, library)
        update = await discord_server.press(message, "Update", user=maintainer)
        await update.acknowledged()
        proposing = await discord_server.press(message, "Looks done?")
        await proposing.acknowledged()
    async with running(discord_server, library):
        posted = await discord_server.submit_modal(proposing, {"note": "I was there"})
        assert "It waits for a maintainer." in (await posted.message()).content
        filled = {"status": "dropped", "note": "no money"}
        done = await discord_server.submit_modal(update, filled)
        assert "set by Maria" in (await done.message()).text
        again = await discord_server.submit_modal(update, filled, user=discord_server.user)
        assert "Only a maintainer may" in (await again.message()).content
    assert state_of(library) is Status.DROPPED


async def test_a_form_that_nobody_knows_any_more_is_told_so(
    discord_server: LoopbackDiscord, library: Library, bot: Rapporteur
) -> None:
    opened = await discord_server.press(await shown_item(discord_server, library), "Looks done?")
    await opened.acknowledged()
    assert opened.modal is not None
    opened.modal["custom_id"] = "0123456789abcdef"
    sent = await discord_server.submit_modal(opened, {"note": "I was there"})
    assert "no longer know that form" in (await sent.message()).content
