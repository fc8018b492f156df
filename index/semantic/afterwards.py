"""Embedding beside the questions: what serves by words alone is given its sentence vectors."""

import asyncio
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

from index.meanwhile import meanwhile

if TYPE_CHECKING:
    from index.serving import Serving

_log = logging.getLogger(__name__)
_PAUSE_SECONDS = 60.0  # after something went wrong


@asynccontextmanager
async def embedding_afterwards(serving: "Serving") -> AsyncIterator[None]:
    """Meanwhile, embed whatever serves without its vectors, and swap them in when all are made."""
    async with meanwhile(_embed(serving)):
        yield


async def _embed(serving: "Serving") -> None:
    while True:
        await serving.lacking.wait()
        try:
            await serving.embed()
        except Exception:  # noqa: BLE001  # nobody awaits this: it must outlive a mistake
            _log.exception("Sentences were not embedded; answers go by words meanwhile")
            await asyncio.sleep(_PAUSE_SECONDS)
