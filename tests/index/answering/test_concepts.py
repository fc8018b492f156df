"""What a question is about, and what else says the same."""

from index.answering.concepts import concepts_of
from index.answering.thesaurus import english_terms, groups, related
from index.generation import Generation
from tests.index.generations import generation_of

NETWORK = """Harbour Process Senior Officials' Meeting

The Harbour Support Centre (HSC) opened in Suva, Fiji on 2 May 2014. The HSC trains pilots.
"""


def strength(generation: Generation, question: str, text: str) -> list[float]:
    terms = generation.analyser.terms(text)
    present = frozenset(terms)
    return [each.strength(terms, present) for each in concepts_of(generation, question)]


def test_the_questions_own_word_counts_most(lagoon: Generation) -> None:
    assert strength(lagoon, "newsletter", "a newsletter") == [1.0]
    [by_synonym] = strength(lagoon, "bulletin", "a newsletter")
    assert 0 < by_synonym < 1
    assert strength(lagoon, "bulletin", "a patrol boat") == [0.0]


def test_wordnet_knows_synonyms_and_derivations() -> None:
    synonym, derived = related("uncov")[("disclos",)], related("react")[("reaction",)]
    assert 0 < synonym < derived < 1
    assert ("uncov",) not in related("uncov")
    assert "treati" in english_terms()


def test_a_word_that_tells_little_weighs_little(lagoon: Generation) -> None:
    light, heavy = concepts_of(lagoon, "discuss newsletters")
    assert light.weight < heavy.weight


def test_an_acronym_is_its_long_form_or_the_end_of_it() -> None:
    generation = generation_of({"suva.txt": NETWORK})
    assert strength(generation, "the support centre", "The HSC trains pilots.") == [1.0]
    assert strength(generation, "HSC", "The Harbour Support Centre opened.") == [1.0]


def test_a_name_means_nothing_else(lagoon: Generation) -> None:
    [free] = concepts_of(lagoon, "Mars")
    [named] = concepts_of(lagoon, "Mars", frozenset({"mar"}))
    assert len(named.forms) == 1 <= len(free.forms)


def test_synonym_groups_hold_no_empty_form() -> None:
    assert all(form for group in groups() for form in group)


def test_a_number_is_said_in_figures_or_as_a_word(lagoon: Generation) -> None:
    assert strength(lagoon, "four", "4 vessels")[0] > 0
    assert strength(lagoon, "four", "5 vessels") == [0.0]
