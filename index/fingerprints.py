"""What tells one version of our code and word lists from another."""

import hashlib
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable


@cache
def package_fingerprint(package: str) -> str:
    """SHA-256 over a package's code and word lists, in hexadecimal."""
    digest = hashlib.sha256()
    for name, content in sorted(_sources(files(package))):
        digest.update(f"{name}\0{len(content)}\0".encode() + content)
    return digest.hexdigest()


def _sources(folder: Traversable) -> Iterator[tuple[str, bytes]]:
    for entry in folder.iterdir():
        if entry.is_dir():
            yield from _sources(entry)
        elif entry.name.endswith((".py", ".toml")):
            yield entry.name, entry.read_bytes()
