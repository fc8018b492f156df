"""The word lists in `corpus/data/`: what the grammars know, kept as data."""

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def word_list(name: str) -> dict[str, Any]:
    """The parsed `corpus/data/<name>.toml`; shared, so callers leave it unchanged."""
    return tomllib.loads(files("corpus").joinpath("data", f"{name}.toml").read_text("utf-8"))
