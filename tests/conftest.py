"""What all tests share."""

import os
from pathlib import Path

import pytest
from hypothesis import settings

import corpus

settings.register_profile(
    "rapporteur", max_examples=50, derandomize=True, deadline=None, print_blob=True
)
settings.load_profile("rapporteur")


@pytest.fixture(scope="session", autouse=True)
def _no_cluster_unless_named() -> None:
    """Let the search cluster be asked only by the tests that name it (`tests/cluster.py`)."""
    os.environ.pop("OPENSEARCH_URL", None)


@pytest.fixture(scope="session")
def shipped_corpus() -> Path:
    """The folder of the five documents that come with the project; never written to."""
    return Path(corpus.__file__).parent / "statements"


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """An empty data folder."""
    return tmp_path / "data"
