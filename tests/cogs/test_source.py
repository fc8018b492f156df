import pytest

from index.library import Library
from tests.loopback.server import LoopbackDiscord

pytestmark = pytest.mark.asyncio(loop_scope="session")


async def test_a_paragraph_is_shown_between_its_neighbours(
    discord: LoopbackDiscord, library: Library
) -> None:
    document = next(iter(library.generation.documents.values()))
    citation = f"{document.id}#p2"
    message = await (await discord.slash("source", {"citation": citation})).message()
    assert message.embeds[0]["title"] == document.label_of(document.paragraphs[1])
    assert f"\n\n`{citation}`" in message.embeds[0]["description"]
    assert message.buttons == ["‹ ¶1", "¶3 ›"]


@pytest.mark.parametrize("citation", ["Perth", "nowhere#p1", "#p0"])
async def test_what_is_no_citation_is_refused(discord: LoopbackDiscord, citation: str) -> None:
    exchange = await discord.slash("source", {"citation": citation})
    assert "citation" in (await exchange.message()).content
    assert exchange.ephemeral


async def test_citations_are_suggested(discord: LoopbackDiscord, library: Library) -> None:
    document = next(iter(library.generation.documents))
    choices = await discord.autocomplete("source", "citation", f"{document}#p3")
    assert choices[0].value == f"{document}#p3"
