"""What is worked out for a generation is kept for it, and for no other."""

from dataclasses import replace

import pytest

from index.errors import NotFoundError
from index.generation import Generation
from index.remembering import remembered


def test_a_result_is_worked_out_once_for_each_generation(lagoon: Generation) -> None:
    worked_out = []

    @remembered(2)
    def place_of(generation: Generation, name: str) -> str:
        worked_out.append((generation.number, name))
        return f"{name} in {generation.number}"

    other = replace(lagoon, number=lagoon.number + 1)
    for generation in (lagoon, other, lagoon, other):
        assert place_of(generation, "Apia") == f"Apia in {generation.number}"
    assert worked_out == [(lagoon.number, "Apia"), (other.number, "Apia")]


def test_no_more_is_kept_than_was_said(lagoon: Generation) -> None:
    worked_out = []

    @remembered(1)
    def keep(_: Generation, name: str) -> None:
        worked_out.append(name)

    for name in ("Apia", "Nadi", "Apia"):
        keep(lagoon, name)
    assert worked_out == ["Apia", "Nadi", "Apia"]


def test_what_is_raised_is_raised_again(lagoon: Generation) -> None:
    @remembered(1)
    def refuse(_: Generation, name: str) -> None:
        raise NotFoundError(name)

    for _ in range(2):
        with pytest.raises(NotFoundError, match="Apia"):
            refuse(lagoon, "Apia")
