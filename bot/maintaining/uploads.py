"""Receiving a file from Discord: what cannot be a document is refused before it is fetched."""

import aiohttp
import discord

from corpus.reading import MAX_BYTES, check_upload
from index.errors import InputError

_PIECE = 64 * 1024
_TIMEOUT = aiohttp.ClientTimeout(total=60)
_OK = 200


async def received(attachment: discord.Attachment) -> bytes:
    """The bytes of an upload; it is followed no further than to the largest size.

    Raises:
        DocumentError: its name or its size rule it out, whatever size Discord tells.
        InputError: Discord does not hand it over.
    """
    check_upload(attachment.filename, attachment.size)
    try:
        async with (
            aiohttp.ClientSession(timeout=_TIMEOUT) as session,
            session.get(attachment.url) as response,
        ):
            if response.status != _OK:
                raise _not_handed_over(attachment)
            return await _read(attachment.filename, response.content)
    except (aiohttp.ClientError, TimeoutError) as error:
        raise _not_handed_over(attachment) from error


async def _read(file: str, stream: aiohttp.StreamReader) -> bytes:
    content = bytearray()
    async for piece in stream.iter_chunked(_PIECE):
        content += piece
        if len(content) > MAX_BYTES:
            check_upload(file, len(content))
    return bytes(content)


def _not_handed_over(attachment: discord.Attachment) -> InputError:
    return InputError(f"Discord does not hand over {attachment.filename}; please upload it again.")
