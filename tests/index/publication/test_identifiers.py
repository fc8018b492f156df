"""Ids that always stand for the same words."""

import re
from collections.abc import Collection
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.documents import Document, Kind, Paragraph
from index.publication.identifiers import CopyError, Registry
from index.repositories.documents import KnownRevision, words_hash


def document(slug: str, *texts: str) -> Document:
    paragraphs = tuple(Paragraph(n, text) for n, text in enumerate(texts, start=1))
    return Document(slug, f"{slug}.txt", "T", "L", Kind.PAGE, "0", paragraphs)


def registry(kept: Collection[str] = (), **texts: str) -> Registry:
    """A registry that knows revisions by id ("p_r2" for "p-r2") and text."""
    known = {}
    for name, text in texts.items():
        revision_id = name.replace("_", "-")
        family = re.sub(r"-r\d+$", "", revision_id)
        words = words_hash(document(family, text))
        known[revision_id] = KnownRevision(revision_id, family, words, "")
    return Registry(known, kept)


def test_first_document_of_a_slug_has_the_slug() -> None:
    named = registry().name(document("2012-perth", "a"))
    assert (named.document.id, named.family) == ("2012-perth", "2012-perth")


@pytest.mark.parametrize("slug", ["perth", "bali"])
def test_same_words_keep_their_id_whatever_they_are_taken_for(slug: str) -> None:
    named = registry(perth="a", perth_r2="b").name(document(slug, "a"), "perth-r2")
    assert (named.document.id, named.family) == ("perth", "perth")


def test_changed_words_are_the_next_revision() -> None:
    named = registry(perth="a", perth_r2="b").name(document("perth", "c"), "perth-r2")
    assert (named.document.id, named.family) == ("perth-r3", "perth")


def test_document_that_left_and_comes_back_changed_is_a_revision() -> None:
    assert registry(perth="a").name(document("perth", "b")).document.id == "perth-r2"


def test_another_document_of_the_same_slug_gets_a_letter() -> None:
    naming = registry(["perth"], perth="a")
    ids = [naming.name(document("perth", text)).document.id for text in "bcd"]
    assert ids == ["perth-b", "perth-c", "perth-d"]


def test_lettered_document_is_revised_in_its_own_family() -> None:
    named = registry(["p"], p="a", p_b="b").name(document("p", "c"), "p-b")
    assert (named.document.id, named.family) == ("p-b-r2", "p-b")


def test_file_that_now_holds_another_meeting_starts_a_new_family() -> None:
    named = registry(perth="a").name(document("bali", "b"), "perth")
    assert (named.document.id, named.family) == ("bali", "bali")


@pytest.mark.parametrize("slug", ["perth", "bali"])
def test_same_words_twice_in_a_generation_are_refused(slug: str) -> None:
    with pytest.raises(CopyError) as caught:
        registry(["perth"], perth="a").name(document(slug, "a"))
    assert caught.value.original == "perth"


def test_old_words_beside_a_revision_of_them_are_another_document() -> None:
    named = registry(["perth-r2"], perth="a", perth_r2="b").name(document("perth", "a"))
    assert (named.document.id, named.family) == ("perth-b", "perth-b")


def test_more_namesakes_than_letters_all_get_an_id() -> None:
    naming = registry()
    ids = [naming.name(document("p", str(number))).document.id for number in range(60)]
    assert len(set(ids)) == 60
    assert ids[25:27] == ["p-z", "p-bb"]


@given(st.lists(st.lists(st.tuples(st.sampled_from(["p", "p-b", "q"]), st.sampled_from("abcde")))))
def test_an_id_never_stands_for_two_texts(publishes: list[list[tuple[str, str]]]) -> None:
    store: dict[str, KnownRevision] = {}
    files: list[str] = []  # the id that each file of the last publish got
    for publish in publishes:
        naming, ids = Registry(store, []), []
        for place, (slug, text) in enumerate(publish):
            before = files[place] if place < len(files) else None
            with suppress(CopyError):
                named = naming.name(document(slug, text), before)
                ids.append(named.document.id)
                words = words_hash(named.document)
                revision = KnownRevision(named.document.id, named.family, words, "")
                assert store.get(revision.id, revision) == revision
                store = {**store, revision.id: revision}
        assert len(set(ids)) == len(ids)
        files = ids
