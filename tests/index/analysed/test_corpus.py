"""A corpus that takes over what it knows is the one made from nothing."""

from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.generated import statement
from tests.index.analysed.corpora import index_texts, told
from tests.index.generations import LAGOON

# The glossary of one of them changes how others are read.
TEXTS = {
    **{f"{number}.txt": statement(number, paragraphs=7) for number in range(5)},
    **LAGOON,
    "acronym.txt": "Report of a Meeting, Nadi, Fiji, 3 March 2031\n\nThe Coral Coast Dialogue"
    " (CCD) met. Delegations welcomed the Coral Coast Dialogue and its portal.",
}
subsets = st.sets(st.sampled_from(sorted(TEXTS)), min_size=1)


@settings(max_examples=12)
@given(subsets, subsets)
def test_changed_corpus_is_the_one_made_from_nothing(before: set[str], after: set[str]) -> None:
    previous = index_texts({file: TEXTS[file] for file in before}).corpus
    wanted = {file: TEXTS[file] for file in after}
    assert told(index_texts(wanted, previous)) == told(index_texts(wanted))


def test_documents_that_stay_are_not_analysed_again() -> None:
    first = index_texts({"0.txt": TEXTS["0.txt"], "1.txt": TEXTS["1.txt"]}).corpus
    second = index_texts({file: TEXTS[file] for file in ("0.txt", "1.txt", "2.txt")}, first).corpus
    assert {*first.documents} <= {*second.documents}
    assert len(second.documents) == 3


def test_the_same_documents_are_the_same_corpus() -> None:
    first = index_texts(LAGOON).corpus
    assert index_texts(LAGOON, first).corpus is first


def test_a_new_acronym_reaches_documents_that_spell_it_out() -> None:
    spelt = {"a.txt": "Statement, Suva, Fiji, 1 May 2030\n\nThe Coral Coast Dialogue met again."}
    first = index_texts(spelt)
    second = index_texts({**spelt, "b.txt": TEXTS["acronym.txt"]}, first.corpus)
    assert first.generation.engine.top(["ccd"], 5) == []
    hits = second.generation.engine.top(["ccd"], 5)
    files = {second.generation.indexed[hit.number].document.file for hit in hits}
    assert files == {"a.txt", "b.txt"}


def test_paragraphs_that_hold_a_term_are_those_whose_sentences_do() -> None:
    indexed = index_texts(TEXTS).generation.indexed
    for term in ("fiji", "port", "3th", "unheard"):
        held = [
            number
            for number, each in enumerate(indexed)
            if any(term in sentence.terms for sentence in each.sentences)
        ]
        assert [*indexed.holding(term)] == held


def test_paragraphs_that_hold_several_terms_hold_each_of_them() -> None:
    indexed = index_texts(TEXTS).generation.indexed
    first = next(each for each in indexed if len(each.sentences) > 1)
    one, other = first.sentences[0].terms[0], first.sentences[1].terms[-1]
    both = {*indexed.holding(one)} & {*indexed.holding(other)}
    assert both
    assert [*indexed.holding(one, other)] == sorted(both)
    assert [*indexed.holding(one, "unheard")] == []


def test_paragraphs_are_a_sequence() -> None:
    indexed = index_texts(LAGOON).generation.indexed
    assert indexed[-1].citation == indexed[len(indexed) - 1].citation
    assert [each.citation for each in indexed[1:3]] == [indexed[1].citation, indexed[2].citation]
    assert [each.citation for each in indexed][::-1] == [
        each.citation for each in reversed(indexed)
    ]
