"""Merging again after documents changed tells what merging anew tells."""

from collections.abc import Sequence
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.facts import Extract
from corpus.follow_ups import sharing
from corpus.merging import Merger, merge
from tests.corpus.made_up import extract_of

_PLACES = ("Suva, Fiji", "Apia, Samoa", "Nadi, Fiji")
_MATTERS = ("hotline for stranded seafarers", "register of pilots", "manual on visa fraud")
_TEXTS = (
    "Members agreed to establish a {matter} before the next meeting.",
    "A {matter} was established in {place}, and Fiji presented it.",
    "Samoa offered to host a workshop on the {matter} in 2014.",
    "A workshop on the {matter} was held in {place} on 3 May {year}.",
    "The Senior Officials' Meeting was held in {place} on 9 March {year}.",
    "Participants will reconvene in a year. In attendance were Fiji and Samoa.",
)


@cache
def _document(number: int, version: int) -> Extract:
    """One of six documents, in one of three versions that differ in words, place or meeting."""
    year = 2011 + number // 2
    texts = [
        text.format(
            matter=_MATTERS[(number + version + place) % 3],
            place=_PLACES[(number * version) % 3],
            year=year + place % 2,
        )
        for place, text in enumerate(_TEXTS)
    ]
    day = 9 + number % 2 * (version % 2)
    head = f"Statement of the Senior Officials' Meeting\n{_PLACES[number % 3]}, {day} March {year}"
    return extract_of("\n\n".join([head, *texts[version:]]), f"{number}.txt")


def _corpus(versions: Sequence[int]) -> list[Extract]:
    """The documents in these versions, oldest first; -1 leaves a document out."""
    chosen = [_document(number, each) for number, each in enumerate(versions) if each >= 0]
    by_id = {each.document.id: each for each in chosen}
    return sorted(by_id.values(), key=lambda each: (str(each.document.date), each.document.id))


_versions = st.lists(st.integers(-1, 2), min_size=6, max_size=6)


@settings(max_examples=30, deadline=None)
@given(st.lists(_versions, min_size=2, max_size=5), st.integers(1, 12))
def test_a_corpus_merged_again_is_told_as_if_merged_anew(
    corpora: list[list[int]], crowd: int
) -> None:
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(sharing, "_CROWD", crowd)  # so that terms begin and cease to point
        merger = Merger()
        for versions in corpora:
            extracts = _corpus(versions)
            assert merger.merge(extracts) == merge(extracts)


def test_facts_that_stay_are_the_same_objects() -> None:
    merger = Merger()
    before = merger.merge(_corpus([0] * 6))
    after = merger.merge(_corpus([0, 0, 0, 0, 0, -1]))
    kept = {id(each) for each in (*before.meetings, *before.attendance)}
    assert len(after.attendance) == 10
    assert all(id(each) in kept for each in after.attendance)
    assert all(id(each) in kept for each in after.meetings if each in before.meetings)
