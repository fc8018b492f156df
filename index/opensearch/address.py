"""Where a cluster is, and who asks it; a password is never shown."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import SplitResult, unquote, urlsplit

from corpus.errors import RapporteurError

_PORTS = {"http": 9200, "https": 443}


class AddressError(RapporteurError):
    """The cluster's address cannot be used; the sentence shows no part of it."""


@dataclass(frozen=True, slots=True)
class Node:
    """One node, or what stands before several: `prefix` is the path under which it serves."""

    host: str
    port: int
    prefix: str
    secure: bool


@dataclass(frozen=True, slots=True)
class Address:
    """All of a cluster's nodes, and the user that they know; no user is a cluster open to all.

    Attributes:
        authority: file with the certificates that vouch for the nodes; None for the usual ones.
    """

    nodes: tuple[Node, ...]
    user: str = ""
    password: str = field(default="", repr=False)
    authority: Path | None = None


def parse_address(
    urls: str, user: str = "", password: str = "", authority: Path | None = None
) -> Address:
    """Read addresses of nodes, separated by commas; a user given here goes before one in them.

    Raises:
        AddressError: one is no http or https address, the users differ, or there is no such
            file of certificates.
    """
    parts = [_split(each.strip()) for each in urls.split(",") if each.strip()]
    if not parts:
        raise AddressError("OPENSEARCH_URL must be http:// or https:// addresses.")
    named = set(_users(parts))
    if user:
        named = {(user, password)}
    if len(named) > 1:
        raise AddressError("The addresses in OPENSEARCH_URL name different users.")
    if authority is not None and not authority.is_file():
        raise AddressError("OPENSEARCH_CA must be a file of certificates.")
    found_user, found_password = named.pop() if named else ("", "")
    nodes = tuple(dict.fromkeys(map(_node, parts)))
    return Address(nodes, found_user, found_password, authority)


def _split(url: str) -> SplitResult:
    try:
        parts = urlsplit(url)
        usable = parts.scheme in _PORTS and parts.hostname and parts.port != 0
    except ValueError:  # whose text shows the address, password and all
        usable = False
    if not usable:
        raise AddressError("OPENSEARCH_URL must be http:// or https:// addresses.") from None
    return parts


def _users(parts: list[SplitResult]) -> Iterator[tuple[str, str]]:
    for each in parts:
        if each.username:
            yield unquote(each.username), unquote(each.password or "")


def _node(parts: SplitResult) -> Node:
    return Node(
        host=parts.hostname or "",
        port=parts.port or _PORTS[parts.scheme],
        prefix=parts.path.strip("/"),
        secure=parts.scheme == "https",
    )
