"""Generations that many tests only read."""

from pathlib import Path

import pytest

from index.generation import Generation
from tests.index.generations import LAGOON, generation_of, generation_of_folder


@pytest.fixture(scope="session")
def lagoon() -> Generation:
    """Two made-up statements of a made-up process."""
    return generation_of(LAGOON)


@pytest.fixture(scope="session")
def shipped(shipped_corpus: Path) -> Generation:
    """The five shipped documents."""
    return generation_of_folder(shipped_corpus)
