"""Rows of tables, and what only looks like one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.tables import cells_of


@pytest.mark.parametrize(
    ("row", "cells"),
    [
        ("| Fiji | **Member** |", ["Fiji", "Member"]),
        ("| | Member |", ["", "Member"]),
        ("Fiji | Member", ["Fiji", "Member"]),
        ("1\tFiji\t\tMember", ["1", "Fiji", "", "Member"]),
        ("Fiji      Member      Ms Jones", ["Fiji", "Member", "Ms Jones"]),
        ("The meeting closed.    Members agreed.", []),
        ("| Fiji |", []),
        ("Fiji and Tonga attended.", []),
    ],
)
def test_cells_stand_between_pipes_tabs_or_wide_gaps(row: str, cells: list[str]) -> None:
    assert [each.text for each in cells_of(row)] == cells


@given(st.text(st.sampled_from("a|\t *_é.")))
def test_a_cell_stands_at_its_place_in_the_row(row: str) -> None:
    for cell in cells_of(row):
        assert row[cell.start : cell.end].replace("*", " ").replace("\t", " ") == cell.text
