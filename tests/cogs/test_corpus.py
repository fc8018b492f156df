"""A maintainer's month on Discord: add, see, publish, undo."""

import asyncio
import json
import shutil
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
import pytest_asyncio

from bot.client import Rapporteur
from bot.digests import post_digests
from index.library import Library, open_library
from index.publication.golden import GoldenChange
from index.publication.plans import PublishPlan
from tests.bot.running import _addresses, running
from tests.index.publication import texts
from tests.loopback.exchange import Exchange
from tests.loopback.fixtures import discord_server
from tests.loopback.message import Message, Upload
from tests.loopback.server import LoopbackDiscord

__all__ = ["_addresses", "discord_server"]

NADI = """Eighth Meeting of the Ad Hoc Group Senior Officials

Location: Nadi, FijiDate: 3 - 4 June 2014

The eighth Meeting of Ad Hoc Group Senior Officials was held in Nadi, Fiji on 3 and 4 June 2014.

The meeting was attended by representatives of Australia, Fiji and Indonesia.

Members agreed to publish a handbook by the end of 2014.
"""
SUVA = NADI + "\nA RILON was established in Suva.\n"
NOT_STATED = {
    "question": "Is there a RILON in Suva?",
    "kind": "none",
    "file": "003_654b5551d489c0c1.txt",
}
ASKED = "They are being asked"
DOCUMENT = "2014-06-03-ahg-som-nadi"


@pytest_asyncio.fixture
async def library(published: Path, shipped_corpus: Path, tmp_path: Path) -> AsyncIterator[Library]:
    """The library of the shipped documents, for this test alone."""
    data = shutil.copytree(published, tmp_path / "own")
    golden = tmp_path / "golden.json"
    golden.write_text(json.dumps([NOT_STATED]))
    async with open_library(data, shipped_corpus, golden=golden) as library:
        yield library


@pytest_asyncio.fixture
async def bot(discord_server: LoopbackDiscord, library: Library) -> AsyncIterator[Rapporteur]:
    discord_server.user = discord_server.maintainer  # who acts unless a test names another
    async with running(discord_server, library) as bot:
        yield bot


async def said(exchange: Exchange) -> Message:
    """The answer, once all of it is there."""
    await exchange.message()
    return (await exchange.done(0.02)).messages[-1]


async def added(discord: LoopbackDiscord, file: str = "nadi.txt", text: str = NADI) -> Message:
    """The dry run of an upload, with the golden figures."""
    shown = await added_just_now(discord, file, text)
    await discord.activity.until(lambda: ASKED not in shown.text, "the golden figures")
    return shown


async def added_just_now(discord: LoopbackDiscord, file: str, text: str) -> Message:
    return await said(await discord.slash("corpus add", {"file": Upload(file, text.encode())}))


async def test_an_upload_is_shown_before_it_is_published(
    discord_server: LoopbackDiscord, library: Library, bot: Rapporteur
) -> None:
    shown = await added(discord_server)
    assert f"nadi.txt is AHG SOM Nadi 2014 ({DOCUMENT})" in shown.text
    assert "Participants (3): Australia, Fiji, Indonesia" in shown.text
    assert shown.buttons[-3:] == ["Publish", "Edit details", "Discard"]
    assert library.generation.number == 1
    done = await said(await discord_server.press(shown, "Publish"))
    assert "was published by **Maria**" in done.content
    assert done.buttons == ["Undo"]
    assert DOCUMENT in library.generation.documents
    asked = await discord_server.slash("ask", {"question": "Who attended the Nadi meeting?"})
    assert "3 delegations listed at AHG SOM Nadi 2014" in (await said(asked)).text


async def test_a_publish_that_lowers_the_golden_figures_asks_twice(
    discord_server: LoopbackDiscord, library: Library, bot: Rapporteur
) -> None:
    shown = await added(discord_server, text=SUVA)
    assert "0 of 1 right, recall@3 1.000 (now: 1 of 1 right" in shown.text
    assert "would go wrong: Is there a RILON in Suva?" in shown.text
    [staged] = await library.uploads.waiting()
    options = {"upload": staged.id, "note": "it is *so*"}
    asked = await said(await discord_server.slash("corpus publish", options))
    assert "lowers the golden figures: 0 of 1 right" in asked.content
    assert library.generation.number == 1
    done = await said(await discord_server.press(asked, "Publish anyway"))
    assert "was published by **Maria**" in done.content
    [latest, _] = await library.publications.history()
    assert latest.note == "it is *so*"


async def test_uploads_are_seen_and_published_together(
    discord_server: LoopbackDiscord, library: Library, bot: Rapporteur
) -> None:
    places = ("Suva", "Lautoka", "Labasa")
    for place in places:
        await added(discord_server, f"{place}.txt", NADI.replace("Nadi", place))
    choices = await discord_server.autocomplete("corpus publish", "upload", "")
    assert choices[0].name == "All 3"
    one, two, three = [each.value for each in choices[1:]]
    choices = await discord_server.autocomplete("corpus publish", "upload", f"{two} ")
    assert f"{two} {one}" in [each.value for each in choices]
    listed = await said(await discord_server.slash("corpus staged"))
    shown = await said(await discord_server.press(listed, "All together"))
    assert "3 uploads together: 15 paragraphs" in shown.text
    assert "Labasa.txt is AHG SOM Labasa 2014" in shown.text
    assert "Publish" in shown.buttons
    assert "Discard" not in shown.buttons
    options = {"upload": f"{three}, {one}", "note": "two of them"}
    done = await said(await discord_server.slash("corpus publish", options))
    assert f"{three} and {one} were published by **Maria**" in done.content
    assert [each.id for each in await library.uploads.waiting()] == [two]
    assert library.generation.number == 2


async def test_what_is_not_as_the_dry_run_said_is_shown_before_it_is_published(
    discord_server: LoopbackDiscord, library: Library, bot: Rapporteur
) -> None:
    first = await added(discord_server)
    second = await added(discord_server, "suva.txt", texts.SUVA)
    other = await added(discord_server, "copy.txt", NADI.replace("Members agreed", "They agreed"))
    assert "near-duplicate" not in other.text
    await said(await discord_server.press(second, "Publish"))
    await said(await discord_server.press(first, "Publish"))
    assert library.generation.number == 3
    anew = await said(await discord_server.press(other, "Publish"))
    assert "has changed since that dry run" in anew.content
    assert "near-duplicate of AHG SOM Nadi 2014 (nadi.txt)" in anew.text
    assert library.generation.number == 3
    done = await said(await discord_server.press(anew, "Publish"))
    assert "was published by **Maria**" in done.content


async def test_golden_figures_follow_and_never_replace_what_was_done_meanwhile(
    discord_server: LoopbackDiscord,
    library: Library,
    bot: Rapporteur,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    change, asked = library.planning.golden_change, asyncio.Event()

    async def when_asked(planned: PublishPlan) -> GoldenChange:
        await asked.wait()
        return await change(planned)

    monkeypatch.setattr(library.planning, "golden_change", when_asked)
    shown = await added_just_now(discord_server, "nadi.txt", NADI)
    other = await added_just_now(discord_server, "suva.txt", SUVA)
    assert ASKED in shown.text
    assert ASKED in other.text
    gone = await said(await discord_server.press(other, "Discard"))
    asked.set()
    await discord_server.activity.until(lambda: "1 of 1 right" in shown.text, "the figures")
    assert ASKED not in shown.text
    assert "was discarded by" in gone.content
    assert shown.buttons[-3:] == ["Publish", "Edit details", "Discard"]


async def test_the_buttons_of_an_upload_work_after_a_restart(
    discord_server: LoopbackDiscord, library: Library
) -> None:
    discord_server.user = discord_server.maintainer
    async with running(discord_server, library):
        shown = await added(discord_server)
    async with running(discord_server, library):
        listed = await said(await discord_server.slash("corpus staged"))
        [way] = [each for each in listed.buttons if "nadi.txt" in each]
        again = await said(await discord_server.press(listed, way))
        assert again.text == shown.text
        gone = await said(await discord_server.press(shown, "Discard"))
        assert "nadi.txt) was discarded by **Maria**" in gone.content
    assert await library.uploads.waiting() == ()


async def test_a_long_dry_run_is_paged_within_discords_limits(
    discord_server: LoopbackDiscord, library: Library, bot: Rapporteur
) -> None:
    items = "\n\n".join(f"Fiji will deliver *report* {n} by June 2015." for n in range(300))
    shown = await added(discord_server, f"{'long' * 25}.txt", f"{NADI}\n{items}\n")
    assert "300 action items" in shown.text or "301 action items" in shown.text
    last = shown.buttons[-1]
    assert last.endswith(" »")
    await said(await discord_server.press(shown, last))
    assert f"page {last.removesuffix(' »')} of" in shown.text
    assert shown.buttons[-2:] == ["« 1", f"‹ {int(last.removesuffix(' »')) - 1}"]
    assert "Publish" in shown.buttons


async def test_an_analyst_may_neither_command_nor_press(
    discord_server: LoopbackDiscord, library: Library, bot: Rapporteur
) -> None:
    shown = await added(discord_server)
    analyst = discord_server.world.add_user("ana")
    discord_server.world.add_member(discord_server.guild, analyst)
    commands: dict[str, dict[str, object]] = {
        "corpus add": {"file": Upload("suva.txt", b"The group met.")},
        "corpus staged": {},
        "corpus publish": {"upload": "S-1A2B"},
        "corpus discard": {"upload": "S-1A2B"},
        "corpus remove": {"document": DOCUMENT},
        "corpus rollback": {"generation": 1},
        "corpus reindex": {},
        "corpus history": {},
        "corpus status": {},
    }
    refused = [
        await discord_server.slash(command, options, user=analyst)
        for command, options in commands.items()
    ]
    pressed = ("Publish", "Edit details", "Discard")
    refused += [await discord_server.press(shown, each, user=analyst) for each in pressed]
    for exchange in refused:
        assert "Only a maintainer may work on the corpus" in (await said(exchange)).content
        assert exchange.ephemeral
    assert len(await library.uploads.waiting()) == 1
    assert library.generation.number == 1


async def test_of_two_maintainers_who_publish_at_once_one_does(
    discord_server: LoopbackDiscord, library: Library, bot: Rapporteur
) -> None:
    shown = await added(discord_server)
    owner = discord_server.owner
    presses = await asyncio.gather(
        discord_server.press(shown, "Publish"),
        discord_server.press(shown, "Publish", user=owner),
    )
    texts = [(await said(each)).content for each in presses]
    assert sum("was published by" in each for each in texts) == 1
    assert sum("it may have been published or discarded" in each for each in texts) == 1
    assert library.generation.number == 2


async def test_details_are_corrected_in_a_form_and_shown_as_such(
    discord_server: LoopbackDiscord, library: Library, bot: Rapporteur
) -> None:
    shown = await added(discord_server)
    opened = await discord_server.press(shown, "Edit details")
    await opened.acknowledged()
    typed = {"dates": "5 June 2014", "co_chairs": "Fiji and Tonga"}
    changed = await said(await discord_server.submit_modal(opened, typed))
    assert "**Corrected by Maria, not as printed** (2)" in changed.text
    assert "2014-06-05-ahg-som-nadi" in changed.text
    assert "5 June 2014 · Nadi, Fiji · co-chairs: Fiji and Tonga" in changed.text
    await said(await discord_server.press(shown, "Publish"))
    [meeting] = [each for each in library.generation.facts.meetings if each.city == "Nadi"]
    assert meeting.co_chairs == ("Fiji", "Tonga")
    asked = await discord_server.slash("brief", {"meeting": "Nadi"})
    assert "as corrected by a maintainer on" in (await said(asked)).text


async def test_a_form_of_details_that_was_open_over_a_restart_counts(
    discord_server: LoopbackDiscord, library: Library
) -> None:
    discord_server.user = discord_server.maintainer
    async with running(discord_server, library):
        shown = await added(discord_server)
        opened = await discord_server.press(shown, "Edit details")
        await opened.acknowledged()
    async with running(discord_server, library):
        changed = await said(await discord_server.submit_modal(opened, {"dates": "5 June 2014"}))
        assert "Corrected by Maria, not as printed" in changed.text
    [staged] = await library.uploads.waiting()
    assert staged.details.said().keys() == {"dates"}


@pytest.mark.parametrize(
    ("field", "text", "sentence"),
    [
        ("dates", "some day", "“some day” is no date; write one like 2013-06-24."),
        ("place", "Suva, Atlantis", "“Atlantis” is no country that I know"),
        ("co_chairs", "Fiji and Atlantis", "“Atlantis” is no state or organisation that I know."),
    ],
)
async def test_a_detail_that_cannot_be_read_changes_nothing(
    discord_server: LoopbackDiscord,
    library: Library,
    bot: Rapporteur,
    field: str,
    text: str,
    sentence: str,
) -> None:
    shown = await added(discord_server)
    before = shown.text
    opened = await discord_server.press(shown, "Edit details")
    await opened.acknowledged()
    refused = await said(await discord_server.submit_modal(opened, {field: text}))
    assert sentence in refused.content
    assert shown.text == before
    [staged] = await library.uploads.waiting()
    assert not staged.details.said()


async def test_a_document_is_removed_after_a_look_and_brought_back(
    discord_server: LoopbackDiscord, library: Library, bot: Rapporteur
) -> None:
    document = next(iter(library.generation.documents))
    options = {"document": document, "note": "Withdrawn by the “publisher”"}
    asked = await said(await discord_server.slash("corpus remove", options))
    assert "Would no longer be stated" in asked.text
    kept = await said(await discord_server.press(asked, "Keep it"))
    assert document in library.generation.documents
    assert "stays" in kept.content
    asked = await said(await discord_server.slash("corpus remove", options))
    await said(await discord_server.press(asked, "Remove it"))
    assert document not in library.generation.documents
    told = await said(await discord_server.slash("corpus history"))
    assert "Removal by Maria" in told.text
    assert "Withdrawn by the “publisher”" in told.text
    choices = await discord_server.autocomplete("corpus rollback", "generation", "")
    assert [each.value for each in choices] == [1]
    await said(await discord_server.slash("corpus rollback", {"generation": 1}))
    assert document in library.generation.documents


async def test_what_was_published_last_is_undone_by_a_button(
    discord_server: LoopbackDiscord, library: Library
) -> None:
    discord_server.user = discord_server.maintainer
    async with running(discord_server, library):
        done = await said(await discord_server.press(await added(discord_server), "Publish"))
    async with running(discord_server, library):
        undone = await said(await discord_server.press(done, "Undo"))
        assert "Generation 1 was restored by **Maria**" in undone.content
        assert DOCUMENT not in library.generation.documents
        late = await said(await discord_server.press(done, "Undo"))
        assert "Generation 2 is no longer the latest" in late.content
        await said(await discord_server.press(undone, "Undo"))
        assert DOCUMENT in library.generation.documents


async def test_a_publish_reaches_those_who_follow_its_matter(
    discord_server: LoopbackDiscord, library: Library, bot: Rapporteur
) -> None:
    follow = {"what": "topic", "name": "handbook"}
    await said(await discord_server.slash("follow add", follow))
    await said(await discord_server.press(await added(discord_server), "Publish"))
    await post_digests(bot, datetime(2027, 1, 4, tzinfo=UTC))
    posted = [each for each in discord_server.posting.messages.values() if "handbook" in each.text]
    assert "New in generation 2" in posted[-1].text


async def test_what_is_new_since_a_generation_is_told_and_cited(
    discord_server: LoopbackDiscord, library: Library, bot: Rapporteur
) -> None:
    await said(await discord_server.press(await added(discord_server), "Publish"))
    told = await said(await discord_server.slash("corpus history", {"since": "1"}))
    assert "Meeting AHG SOM Nadi 2014" in told.text
    assert any("AHG SOM Nadi 2014, ¶" in each for each in told.buttons)
    nonsense = await discord_server.slash("corpus history", {"since": "soon"})
    assert "“soon” is no date" in (await said(nonsense)).content


async def test_status_pages_the_meetings_that_the_corpus_lacks(
    discord_server: LoopbackDiscord, library: Library
) -> None:
    discord_server.user = discord_server.maintainer
    async with running(discord_server, library):
        shown = await said(await discord_server.slash("corpus status"))
        assert "Meetings mentioned and not held" in shown.text
        assert "page 1 of " in shown.text
    async with running(discord_server, library):
        await said(await discord_server.press(shown, "2 ›"))
        assert "page 2 of " in shown.text
