"""Ids that always stand for the same words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.documents import Document, Kind, Paragraph
from index.identifiers import CopyError, Registry
from index.repositories.documents import KnownRevision, words_hash


def document(slug: str, *texts: str) -> Document:
    paragraphs = tuple(Paragraph(n, text) for n, text in enumerate(texts, start=1))
    return Document(slug, f"{slug}.txt", "T", "L", Kind.PAGE, "0", paragraphs)


def known(revision_id: str, family: str, *texts: str) -> KnownRevision:
    return KnownRevision(revision_id, family, words_hash(document(family, *texts)), "")


def test_first_document_of_a_slug_has_the_slug() -> None:
    named = Registry([], []).name(document("2012-perth", "a"))
    assert (named.document.id, named.family) == ("2012-perth", "2012-perth")


def test_same_words_keep_their_id() -> None:
    registry = Registry([known("perth", "perth", "a"), known("perth-r2", "perth", "b")], [])
    assert registry.name(document("perth", "a"), "perth-r2").document.id == "perth"


def test_changed_words_are_the_next_revision() -> None:
    registry = Registry([known("perth", "perth", "a"), known("perth-r2", "perth", "b")], [])
    named = registry.name(document("perth", "c"), "perth-r2")
    assert (named.document.id, named.family) == ("perth-r3", "perth")


def test_document_that_left_and_comes_back_changed_is_a_revision() -> None:
    registry = Registry([known("perth", "perth", "a")], [])
    assert registry.name(document("perth", "b")).document.id == "perth-r2"


def test_another_document_of_the_same_slug_gets_a_letter() -> None:
    registry = Registry([known("perth", "perth", "a")], ["perth"])
    ids = [registry.name(document("perth", text)).document.id for text in "bcd"]
    assert ids == ["perth-b", "perth-c", "perth-d"]


def test_lettered_document_is_revised_in_its_own_family() -> None:
    registry = Registry([known("p", "p", "a"), known("p-b", "p-b", "b")], ["p"])
    named = registry.name(document("p", "c"), "p-b")
    assert (named.document.id, named.family) == ("p-b-r2", "p-b")


def test_file_that_now_holds_another_meeting_starts_a_new_family() -> None:
    registry = Registry([known("perth", "perth", "a")], [])
    named = registry.name(document("bali", "b"), "perth")
    assert (named.document.id, named.family) == ("bali", "bali")


def test_same_words_twice_in_a_generation_are_refused() -> None:
    registry = Registry([known("perth", "perth", "a")], ["perth"])
    with pytest.raises(CopyError) as caught:
        registry.name(document("bali", "a"))
    assert caught.value.original == "perth"


def test_more_namesakes_than_letters_all_get_an_id() -> None:
    registry = Registry([], [])
    ids = [registry.name(document("p", str(number))).document.id for number in range(60)]
    assert len(set(ids)) == 60
    assert ids[25:27] == ["p-z", "p-bb"]


@given(st.lists(st.tuples(st.sampled_from(["p", "p-b", "q"]), st.sampled_from("abcde"))))
def test_an_id_never_stands_for_two_texts(publishes: list[tuple[str, str]]) -> None:
    store: dict[str, KnownRevision] = {}
    current: str | None = None
    for slug, text in publishes:  # one file that changes its meeting and its words
        named = Registry(store.values(), []).name(document(slug, text), current)
        current = named.document.id
        revision = KnownRevision(current, named.family, words_hash(named.document), "")
        assert store.setdefault(current, revision) == revision
