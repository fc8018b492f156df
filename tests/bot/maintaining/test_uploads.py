"""Files from Discord are bounded before they are read."""

from types import SimpleNamespace
from typing import Any

import discord
import pytest

from bot.maintaining.uploads import received
from corpus.errors import DocumentError, RapporteurError
from corpus.reading import MAX_BYTES
from tests.loopback.fixtures import discord_server
from tests.loopback.message import Upload
from tests.loopback.server import LoopbackDiscord

__all__ = ["discord_server"]


def uploaded(server: LoopbackDiscord, upload: Upload) -> discord.Attachment:
    [stored] = server.posting.store([upload])
    payload: Any = stored.payload()
    state: Any = SimpleNamespace(http=None)  # only `Attachment.read` and the like use it
    return discord.Attachment(data=payload, state=state)


async def test_a_file_is_received_whole(discord_server: LoopbackDiscord) -> None:
    content = bytes(range(256)) * 1000
    assert await received(uploaded(discord_server, Upload("a b.txt", content))) == content


@pytest.mark.parametrize(
    ("upload", "sentence"),
    [
        (Upload("a.txt", b"", told_bytes=30 * 1024**2, is_lost=True), "larger than 10 MiB"),
        (Upload("a.txt", bytes(MAX_BYTES + 1), told_bytes=5), "larger than 10 MiB"),
        (Upload("a.exe", b"MZ", is_lost=True), "files of this type are not read"),
        (Upload("a.docm", b"PK", is_lost=True), "files of this type are not read"),
        (Upload("../a.txt", b"The group met."), "may be no path"),
        (Upload("..\\a.txt", b"The group met."), "may be no path"),
        (Upload("a\u202etxt.txt", b"The group met."), "cannot be shown"),
        (Upload(f"{'a' * 300}.txt", b"The group met."), "longer than"),
    ],
)
async def test_what_cannot_be_a_document_is_refused_in_one_sentence(
    discord_server: LoopbackDiscord, upload: Upload, sentence: str
) -> None:
    with pytest.raises(DocumentError, match=sentence) as caught:
        await received(uploaded(discord_server, upload))
    assert str(caught.value).count(". ") == 0


async def test_a_file_that_discord_has_lost_is_asked_for_again(
    discord_server: LoopbackDiscord,
) -> None:
    with pytest.raises(RapporteurError, match=r"a\.txt; please upload it again"):
        await received(uploaded(discord_server, Upload("a.txt", b"words", is_lost=True)))
