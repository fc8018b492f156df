"""Acronyms said in words: in full, by their ending, in another order."""

import pytest

from index.generation import Generation
from index.understanding.glossary_forms import acronyms_said
from tests.index.generations import generation_of

NETWORKS = """Harbour Process Senior Officials' Meeting

The Harbour Pilot Network (HPN) met in Suva, Fiji on 2 May 2014. The Airline Harbour Pilot (AHP)
trains crews.
"""


@pytest.fixture(scope="module")
def networks() -> Generation:
    return generation_of({"suva.txt": NETWORKS})


@pytest.mark.parametrize(
    "words", ["the harbour pilot network", "the pilot network", "networks of harbour pilots"]
)
def test_the_longest_run_says_the_acronym_in_any_order(networks: Generation, words: str) -> None:
    said = acronyms_said(networks, networks.analyser.terms(words))
    assert set(said.values()) == {"hpn"}


def test_a_shorter_run_says_another(networks: Generation) -> None:
    said = acronyms_said(networks, networks.analyser.terms("the harbour pilot"))
    assert list(said.values()) == ["ahp"]
