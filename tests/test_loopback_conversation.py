"""The loopback carries everything a user does to a real client, and the answers back."""

from collections.abc import AsyncIterator

import discord
import pytest
import pytest_asyncio

from tests.loopback.exchange import Answered, Choice
from tests.loopback.fixtures import running
from tests.loopback.invocation import ClientRefusalError
from tests.loopback.message import Upload
from tests.loopback.probe import Probe
from tests.loopback.server import LoopbackDiscord


@pytest_asyncio.fixture
async def served() -> AsyncIterator[LoopbackDiscord]:
    async with LoopbackDiscord() as server, running(Probe(), server):
        yield server
        assert [str(violation) for violation in server.violations.found] == []


async def test_a_deferred_answer_is_one_message_and_its_followup(served: LoopbackDiscord) -> None:
    exchange = await served.slash("ask", {"question": "Who attended?"})
    await exchange.done()
    assert [message.content for message in exchange.messages] == ["Re: Who attended?", "And more."]
    assert (await exchange.acknowledged()).type is Answered.DEFERRED_MESSAGE
    assert not exchange.ephemeral


async def test_a_deferral_decides_whether_the_answer_is_private(served: LoopbackDiscord) -> None:
    exchange = await served.slash("ask", {"question": "Who?", "private": True})
    await exchange.done()
    assert exchange.ephemeral
    assert exchange.text == "Re: Who?\nAnd more."


async def test_an_immediate_answer_shows_embeds_and_buttons(served: LoopbackDiscord) -> None:
    exchange = await served.slash("show", {"who": served.maintainer})
    message = await exchange.message()
    assert message.embeds[0]["title"] == "maria"
    assert message.buttons == ["¶7", "Next", "Slow", "Note"]


async def test_permissions_follow_the_roles(served: LoopbackDiscord) -> None:
    plain = await (await served.slash("show")).message()
    entitled = await (await served.slash("show", user=served.maintainer)).message()
    assert plain.embeds[0]["description"] == "False"
    assert entitled.embeds[0]["description"] == "True"


async def test_a_command_is_hidden_from_those_without_its_permission(
    served: LoopbackDiscord,
) -> None:
    with pytest.raises(ClientRefusalError):
        await served.slash("update")
    exchange = await served.slash("update", user=served.maintainer)
    assert (await exchange.message()).content == "Updated."


async def test_a_sub_command_gets_its_options(served: LoopbackDiscord) -> None:
    exchange = await served.slash("actions list", {"status": "open"})
    assert (await exchange.message()).content == "Status: open"


@pytest.mark.parametrize(
    ("path", "options"),
    [
        ("nothing", {}),
        ("actions", {}),
        ("actions show", {}),
        ("ask", {}),
        ("ask", {"question": 5}),
        ("ask", {"question": ""}),
        ("ask", {"question": "Who?", "other": "x"}),
        ("actions list", {"status": "closed"}),
        ("find", {"place": "P"}),
        ("find", {"place": "P" * 21}),
    ],
)
async def test_what_the_client_would_not_send_is_refused(
    served: LoopbackDiscord, path: str, options: dict[str, object]
) -> None:
    with pytest.raises(ClientRefusalError):
        await served.slash(path, options)


async def test_a_button_answers_its_presser(served: LoopbackDiscord) -> None:
    message = await (await served.slash("show")).message()
    exchange = await served.press(message, "¶7")
    assert (await exchange.message()).content == "Paragraph 7"
    assert exchange.ephemeral


async def test_a_private_message_has_one_reader(served: LoopbackDiscord) -> None:
    message = await (await served.slash("show")).message()
    private = await (await served.press(message, "¶7", user=served.maintainer)).message()
    with pytest.raises(ClientRefusalError):
        await served.press(private, "Next", user=served.user)
    assert (await served.press(private, "Next")).user is served.maintainer


async def test_a_button_edits_its_message(served: LoopbackDiscord) -> None:
    message = await (await served.slash("show")).message()
    assert (await (await served.press(message, "page:2")).message()) is message
    assert message.content == "Page 2"
    await (await served.press(message, "Slow")).message()
    assert message.content == "Page 3"
    assert message.revisions == 2


async def test_a_button_still_works_after_a_restart() -> None:
    async with LoopbackDiscord() as server:
        async with running(Probe(), server):
            message = await (await server.slash("show")).message()
        async with running(Probe(), server):
            exchange = await server.press(message, "¶7")
            assert (await exchange.message()).content == "Paragraph 7"


async def test_a_select_sends_the_values_of_its_labels(served: LoopbackDiscord) -> None:
    message = await (await served.slash("show")).message()
    exchange = await served.select(message, ["One"], "choose")
    assert (await exchange.message()).content == "Chosen: 1"


async def test_a_modal_opens_and_is_submitted(served: LoopbackDiscord) -> None:
    message = await (await served.slash("show")).message()
    opened = await served.press(message, "Note")
    await opened.acknowledged()
    with pytest.raises(ClientRefusalError):
        await served.submit_modal(opened, {})
    exchange = await served.submit_modal(opened, {"line": "Done in June"})
    assert (await exchange.message()).content == "Noted: Done in June"


async def test_an_unknown_button_is_refused(served: LoopbackDiscord) -> None:
    message = await (await served.slash("show")).message()
    with pytest.raises(ClientRefusalError):
        await served.press(message, "¶8")


async def test_autocomplete_reads_suggestions(served: LoopbackDiscord) -> None:
    choices = await served.autocomplete("find", "place", "Per")
    assert choices == (Choice("Perth", "perth"), Choice("Perak", "perak"))


async def test_files_travel_both_ways(served: LoopbackDiscord) -> None:
    found = await (await served.slash("find", {"place": "Perth"})).message()
    assert found.files == {"place.txt": b"Perth"}
    exchange = await served.slash("trip", {"file": Upload("note.txt", b"hello")})
    await exchange.done()
    original = exchange.original
    assert original is not None
    assert (original.content, original.deleted) == ("note.txt: hello", True)
    assert exchange.messages == []


async def test_a_message_menu_hands_over_the_message(served: LoopbackDiscord) -> None:
    talk = await served.say("They agreed to meet again.")
    exchange = await served.menu("Verify quote", talk.message)
    assert (await exchange.message()).content == "Quote: They agreed to meet again."


async def test_a_mention_is_answered_in_place(served: LoopbackDiscord) -> None:
    talk = await served.mention("Who attended?")
    reply = await talk.reply()
    assert reply.content == "You said: Who attended?"
    assert reply.reply_to is talk.message
    assert served.messages.typing == [served.channel]


async def test_a_mention_can_open_a_thread(served: LoopbackDiscord) -> None:
    talk = await served.mention("in a thread, please", channel=served.other_channel)
    reply = await talk.reply()
    assert reply.channel is talk.message.thread
    assert reply.channel.parent is served.other_channel


async def test_direct_messages_reach_the_bot(served: LoopbackDiscord) -> None:
    channel = served.direct_messages(served.stranger)
    talk = await served.mention("hello", user=served.stranger, channel=channel)
    assert (await talk.reply()).content == "You said: hello"


async def test_content_is_hidden_from_a_bot_that_is_not_named() -> None:
    probe = Probe()
    async with LoopbackDiscord() as server, running(probe, server):
        assert await (await server.say("a secret")).done() == []
        await (await server.mention("hello")).reply()
        assert probe.heard[0] == ""
        assert probe.heard[1].endswith("hello")


async def test_a_stranger_cannot_act_in_a_server(served: LoopbackDiscord) -> None:
    with pytest.raises(ClientRefusalError):
        await served.slash("show", user=served.stranger)


async def test_every_sync_is_recorded_and_keeps_ids(served: LoopbackDiscord) -> None:
    before = served.commands.syncs[-1]
    async with running(Probe(), served):
        pass
    after = served.commands.syncs[-1]
    assert [command["name"] for command in before.commands] == served.commands.names()
    assert [c["id"] for c in before.commands] == [c["id"] for c in after.commands]
    assert len(served.commands.syncs) == 2


async def test_stored_commands_leave_out_what_they_do_not_have(served: LoopbackDiscord) -> None:
    stored = {command["name"]: command for command in served.commands.syncs[-1].commands}
    question, private = stored["ask"]["options"]
    assert question["required"] is True
    assert "required" not in private
    assert "options" not in stored["update"]
    assert stored["update"]["dm_permission"] is False


async def test_a_server_command_is_not_offered_in_direct_messages(
    served: LoopbackDiscord,
) -> None:
    channel = served.direct_messages(served.user)
    with pytest.raises(ClientRefusalError):
        await served.slash("update", channel=channel)
    exchange = await served.slash("ask", {"question": "Here?"}, channel=channel)
    assert (await exchange.message()).content == "Re: Here?"


async def test_a_wrong_token_fails_to_log_in() -> None:
    async with LoopbackDiscord() as server:
        server.token = "wrong"
        with pytest.raises(discord.LoginFailure):
            async with running(Probe(), server):
                pass
