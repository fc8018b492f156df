import pytest

from corpus.documents import Document
from corpus.merging.revisions import superseded
from corpus.reading import read_document

WORDS = "The forum met in Oslo.\n\nIt agreed on nets.\n\nIt thanked Norway.\n"


def document(title: str, words: str = WORDS, file: str = "a.txt") -> Document:
    return read_document(file, f"{title}\n\n{words}".encode())


def replaced(*documents: Document) -> dict[str, str]:
    return superseded(documents, {each.id: "forum" for each in documents})


@pytest.mark.parametrize(
    "later",
    [
        document("Revised Statement", "All new.", "b.txt"),
        document("Corrigendum", "All new.", "b.txt"),
        document("Summary", "All new.", "statement_rev2.txt"),
        document("Statement", "The forum was in Oslo.\n\nAll else is new.", "b.txt"),
        document("Summary", WORDS + "\nAnd more.", "b.txt"),
    ],
    ids=["revised", "corrigendum", "file name", "same title", "same paragraphs"],
)
def test_a_later_text_of_the_same_statement_replaces_it(later: Document) -> None:
    first = document("Statement")
    assert replaced(first, later) == {first.id: later.id}


def test_a_marked_revision_is_later_wherever_it_stands() -> None:
    first, revision = document("Statement"), document("Revised Statement", file="b.txt")
    assert replaced(revision, first) == {first.id: revision.id}


def test_another_text_about_the_meeting_replaces_nothing() -> None:
    other = document("Norwegian readout", "Norway was glad.\n\nFish were many.", "b.txt")
    assert replaced(document("Statement"), other) == {}


def test_documents_of_different_meetings_do_not_replace_each_other() -> None:
    one, other = document("Statement"), document("Statement", file="b.txt")
    assert superseded([one, other], {one.id: "first", other.id: "second"}) == {}
    assert superseded([one, other], {}) == {}
