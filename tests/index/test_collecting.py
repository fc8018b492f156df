"""The collector walks seldom while a library is open, and as before once it is closed."""

import gc

from index.collecting import rare_collections


def test_collections_are_rarer_inside_and_as_before_afterwards() -> None:
    before = gc.get_threshold()
    with rare_collections():
        assert gc.get_threshold()[0] > 10 * before[0]
    assert gc.get_threshold() == before
