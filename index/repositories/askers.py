"""Who asked, as far as the store tells: the same person is known again, and nobody is named."""

import hashlib
import hmac
import secrets

import aiosqlite

from index.repositories.columns import fetch

_SECRET = "askers"
_BYTES = 32


async def pseudonym(connection: aiosqlite.Connection, person: str) -> str:
    """HMAC-SHA256 of a person's id, in hexadecimal, under a secret of this store alone.

    The ids of Discord are few enough to be tried one by one, which the secret prevents. It is
    made on first use: the connection must be one that may write.
    """
    await connection.execute(
        "INSERT OR IGNORE INTO secrets VALUES (?, ?)", (_SECRET, secrets.token_bytes(_BYTES))
    )
    [row] = await fetch(connection, "SELECT value FROM secrets WHERE name = ?", _SECRET)
    return hmac.new(row["value"], person.encode(), hashlib.sha256).hexdigest()
