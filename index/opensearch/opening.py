"""Where a cluster is named, a library opens it; where none is, nothing of it is loaded."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

from corpus.errors import RapporteurError
from index.database import Database
from index.opensearch.address import Address
from index.repositories.store import StoreRepository

if TYPE_CHECKING:
    from index.opensearch.service import SearchService


class MissingClientError(RapporteurError):
    """A cluster is named, and the extra `opensearch` is not installed."""


@asynccontextmanager
async def cluster_of(
    database: Database, address: Address | None
) -> AsyncIterator["SearchService | None"]:
    """The service for a store's corpus; None without an address.

    Raises:
        MissingClientError: there is no client.
    """
    if address is None:
        yield None
        return
    try:
        from index.opensearch.service import open_service
    except ModuleNotFoundError as error:
        raise MissingClientError(
            "OPENSEARCH_URL is set, but its client is not installed; make opensearch installs it."
        ) from error
    async with database.snapshot() as connection:
        alias = f"rapporteur-{await StoreRepository(connection).id()}"
    async with open_service(address, alias, database.writer_lock.held_if_free) as service:
        yield service
