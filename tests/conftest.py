"""What all tests share."""

from pathlib import Path

import pytest
from hypothesis import settings

import corpus

settings.register_profile("rapporteur", derandomize=True, deadline=None, print_blob=True)
settings.load_profile("rapporteur")


@pytest.fixture(scope="session")
def shipped_corpus() -> Path:
    """The folder of the five documents that come with the project; never written to."""
    return Path(corpus.__file__).parent / "statements"


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """An empty data folder."""
    return tmp_path / "data"
