"""The collector walks seldom while a library is open, and as before once it is closed."""

import gc
from collections.abc import Iterator

import pytest

from index.collecting import rare_collections

USUAL = (700, 10, 10)


@pytest.fixture
def usual_collections() -> Iterator[None]:
    """As Python begins, also where another test's library is open."""
    before = gc.get_threshold()
    gc.set_threshold(*USUAL)
    yield
    gc.set_threshold(*before)


@pytest.mark.usefixtures("usual_collections")
def test_collections_are_rarer_inside_and_as_before_afterwards() -> None:
    with rare_collections():
        assert gc.get_threshold()[0] > 10 * USUAL[0]
    assert gc.get_threshold() == USUAL
