"""The index's own word lists, read once from index/data."""

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def load(name: str) -> dict[str, Any]:
    """A TOML file of index/data, by its name without the suffix."""
    return tomllib.loads((files("index") / "data" / f"{name}.toml").read_text(encoding="utf-8"))
