import pytest

from index.library import Library
from tests.loopback.server import LoopbackDiscord

pytestmark = pytest.mark.asyncio(loop_scope="session")


async def test_attendance_is_listed_by_capacity(discord: LoopbackDiscord) -> None:
    message = await (await discord.slash("attendance", {"meeting": "Perth"})).message()
    assert "**Observers** (4)" in message.text
    assert "Maldives" in message.text
    assert message.buttons


async def test_a_suggested_meeting_is_understood(discord: LoopbackDiscord) -> None:
    (choice, *_) = await discord.autocomplete("attendance", "meeting", "kuala")
    message = await (await discord.slash("attendance", {"meeting": choice.value})).message()
    assert "Understood as TEWG Kuala Lumpur 2012" in message.text


async def test_an_unknown_meeting_is_refused_in_private(discord: LoopbackDiscord) -> None:
    exchange = await discord.slash("attendance", {"meeting": "Timbuktu"})
    assert "No meeting is called “Timbuktu”. Nearest: " in (await exchange.message()).content
    assert exchange.ephemeral


async def test_a_delegation_is_shown_across_meetings(
    discord: LoopbackDiscord, library: Library
) -> None:
    message = await (await discord.slash("delegation", {"name": "Maldives"})).message()
    generation = library.generation
    attended = [
        generation.meeting(each.meeting)
        for each in generation.facts.attendance
        if each.delegation.name == "Maldives"
    ]
    assert attended
    assert all(meeting and meeting.label in message.text for meeting in attended)


async def test_delegations_are_suggested(discord: LoopbackDiscord) -> None:
    choices = await discord.autocomplete("delegation", "name", "sri")
    assert choices[0].value == "Sri Lanka"
