"""What the tests of the engine in a cluster share."""

import pytest

from index.opensearch import remote


@pytest.fixture(autouse=True)
def _patient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nodes that share two cores with all tests may be slow and are not away."""
    monkeypatch.setattr(remote, "_QUESTION_SECONDS", 30.0)
    monkeypatch.setattr(remote, "_LOOK_SECONDS", 30.0)
