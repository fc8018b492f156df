"""Measuring many texts gives what each concept says of its own strength."""

from hypothesis import given
from hypothesis import strategies as st

from index.answering.concepts import Concept, Strengths

_TERMS = st.sampled_from("boat patrol border fund".split())
_FORMS = st.lists(_TERMS, min_size=1, max_size=2).map(tuple)


@st.composite
def concepts(draw: st.DrawFn) -> Concept:
    """A concept whose forms count the less, the later they stand."""
    forms = draw(st.lists(_FORMS, min_size=1, max_size=4, unique=True))
    counts = sorted(draw(st.lists(st.floats(0.1, 1.0), min_size=4, max_size=4)), reverse=True)
    return Concept(1.0, dict(zip(forms, counts, strict=False)))


@given(st.lists(concepts(), max_size=4), st.lists(_TERMS, max_size=6))
def test_strengths_are_those_of_the_concepts(told: list[Concept], terms: list[str]) -> None:
    present = frozenset(terms)
    assert Strengths(told).of(terms) == tuple(each.strength(terms, present) for each in told)
