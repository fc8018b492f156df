"""Ranked passages with their context, and the sentences to quote from them."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.documents import Citation, Document, Form, Kind, Paragraph
from corpus.facts import (
    Acronym,
    Attendance,
    Capacity,
    DateRange,
    Delegation,
    DelegationKind,
    Facts,
    Meeting,
)
from index.errors import InputError
from index.generation import Generation
from index.item_life.statuses import NOBODY
from index.publication.indexing import index
from index.repositories.generations import Action, Publication
from index.search import MAX_QUERY_LENGTH, best_quote, query_terms, search

PUBLICATION = Publication(
    1, datetime(2024, 1, 1, tzinfo=UTC), Action.PUBLISH, NOBODY, "", "", "", 1
)
PERTH = Document(
    "2009-perth",
    "perth.txt",
    "Border Experts Group",
    "BEG Perth 2009",
    Kind.STATEMENT,
    "1",
    (
        Paragraph(1, "Border Experts Group", Form.TITLE),
        Paragraph(2, "Fiji, Samoa and Tonga were there.", section="Preliminaries"),
        Paragraph(3, "A portal will open.", Form.ITEM, lead="Members agreed on passports:"),
        Paragraph(4, "Signed by the chair", Form.SIGNATURE),
    ),
    date(2009, 12, 14),
)
BALI = Document(
    "2011-bali",
    "bali.txt",
    "Border Experts Group",
    "BEG Bali 2011",
    Kind.STATEMENT,
    "2",
    (
        Paragraph(1, "Fiji and Samoa reported on the Regional Support Office."),
        Paragraph(2, "The weather was fine. A portal was shown. Lunch was served late."),
        Paragraph(3, "Rates of exchange remained stable."),
    ),
    date(2011, 3, 9),
)
FIJI = Delegation("Fiji", DelegationKind.COUNTRY, "FJ")


def meeting(document: Document, city: str) -> Meeting:
    day = document.date or date.min
    return Meeting(
        document.id,
        document.title,
        "BEG",
        None,
        DateRange(day, day),
        city,
        None,
        (),
        Citation(document.id, 1),
        document.file,
    )


FACTS = Facts(
    meetings=(meeting(PERTH, "Perth"), meeting(BALI, "Bali")),
    attendance=(
        Attendance("2009-perth", FIJI, "Fiji", Capacity.OBSERVER, Citation("2009-perth", 2)),
    ),
    acronyms=(Acronym("RSO", "Regional Support Office", Citation("2011-bali", 1)),),
)


@pytest.fixture(scope="module")
def generation() -> Generation:
    return index(PUBLICATION, (BALI, PERTH), FACTS)


def first(generation: Generation, query: str) -> str:
    return str(search(generation, query)[0].citation)


@pytest.mark.parametrize(
    ("query", "citation"),
    [
        ("Who attended in Perth?", "2009-perth#p2"),
        ("observers in December 2009", "2009-perth#p2"),
        ("the preliminaries", "2009-perth#p2"),
        ("what about the passports", "2009-perth#p3"),
        ("portal in Bali", "2011-bali#p2"),
        ("portal in Perth", "2009-perth#p3"),
        ("What did the RSO get?", "2011-bali#p1"),
        ("exchange rate stability", "2011-bali#p3"),
    ],
)
def test_paragraph_is_found_by_its_words_and_by_its_context(
    generation: Generation, query: str, citation: str
) -> None:
    assert first(generation, query) == citation


def test_titles_are_citable_but_not_ranked_and_who_signed_is(generation: Generation) -> None:
    ranked = {str(each.citation) for each in search(generation, "border experts signed chair")}
    assert "2009-perth#p1" not in ranked
    assert "2009-perth#p4" in ranked
    assert generation.resolve(Citation("2009-perth", 1)) is not None


def test_documents_come_oldest_first_and_know_their_meeting(generation: Generation) -> None:
    assert list(generation.documents) == ["2009-perth", "2011-bali"]
    assert generation.reported["2011-bali"].city == "Bali"


def test_undated_document_comes_last() -> None:
    undated = replace(PERTH, id="a", date=None)
    assert list(index(PUBLICATION, (undated, BALI), Facts()).documents) == ["2011-bali", "a"]


def test_documents_narrow_the_search(generation: Generation) -> None:
    found = search(generation, "portal", documents=frozenset({"2011-bali"}))
    assert {each.document.id for each in found} == {"2011-bali"}
    assert search(generation, "portal", documents=frozenset()) == ()


def test_limit_cuts_and_scores_fall(generation: Generation) -> None:
    everything = search(generation, "Border Experts Group", limit=50)
    assert len(everything) == 6
    assert [each.score for each in everything] == sorted(
        (each.score for each in everything), reverse=True
    )
    assert search(generation, "Border Experts Group", limit=2) == everything[:2]


@pytest.mark.parametrize("query", ["", "who was it?", "zyzzyva quux", "?!"])
def test_query_without_a_known_word_finds_nothing(generation: Generation, query: str) -> None:
    assert search(generation, query) == ()


def test_word_said_twice_counts_once(generation: Generation) -> None:
    assert search(generation, "portal portal Perth") == search(generation, "portal Perth")


def test_query_may_not_be_endless(generation: Generation) -> None:
    assert search(generation, "portal " * 200)
    with pytest.raises(InputError, match="2,000"):
        search(generation, "x" * (MAX_QUERY_LENGTH + 1))


def test_quote_is_the_sentence_that_says_it(generation: Generation) -> None:
    text = BALI.paragraphs[1].text
    assert best_quote(generation, text, query_terms(generation, "the portal")) == (
        "A portal was shown."
    )


def test_quote_takes_neighbours_that_say_the_rest(generation: Generation) -> None:
    text = BALI.paragraphs[1].text
    assert best_quote(generation, text, query_terms(generation, "portal and lunch")) == (
        "A portal was shown. Lunch was served late."
    )


def test_quote_of_unrelated_words_is_the_first_sentence(generation: Generation) -> None:
    assert best_quote(generation, BALI.paragraphs[1].text, ["zyzzyva"]) == "The weather was fine."


@given(st.text(max_size=300), st.text(max_size=60))
def test_quote_is_always_a_slice(text: str, query: str) -> None:
    generation = index(PUBLICATION, (BALI,), FACTS)
    assert best_quote(generation, text, query_terms(generation, query)) in text
