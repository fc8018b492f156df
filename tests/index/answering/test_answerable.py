"""Whether a passage answers: what it covers, what it lacks, and how much is asked."""

import pytest

from index.answering.answerable import Evidence, evidence, is_answer
from index.answering.concepts import concepts_of
from index.answering.judging import Judged, judge
from index.assistant import answer
from index.generation import Generation
from index.understanding.questions import Question, understand
from tests.index.generations import LAGOON, generation_of


def best(generation: Generation, question: str) -> tuple[Judged, Question]:
    asked = understand(generation, question)
    return judge(generation, asked, concepts_of(generation, asked.about), None)[0], asked


def weighed(generation: Generation, question: str) -> Evidence:
    return evidence(generation, *best(generation, question))


def test_a_passage_that_holds_all_lacks_nothing(lagoon: Generation) -> None:
    held = weighed(lagoon, "Did participants discuss the training of coast guards?")
    assert held.covered == pytest.approx(1)
    assert held.missing == 0


def test_to_hold_the_name_that_was_asked_for_covers_nothing(lagoon: Generation) -> None:
    asked = understand(lagoon, "What did Kiribati say about patrol boats?")
    judged = judge(lagoon, asked, concepts_of(lagoon, asked.about), None)
    of_kiribati = next(each for each in judged if "Kiribati was" in each.indexed.paragraph.text)
    assert evidence(lagoon, of_kiribati, asked).covered == 0


def test_what_no_paragraph_holds_is_missing_with_all_its_weight(lagoon: Generation) -> None:
    assert weighed(lagoon, "What are helicopters for coast guards?").missing == 1


def test_a_word_that_says_little_is_missed_little(lagoon: Generation) -> None:
    said = weighed(lagoon, "What was told of coast guards?").missing
    assert said < weighed(lagoon, "What are helicopters for coast guards?").missing


def test_key_words_are_no_question(lagoon: Generation) -> None:
    assert weighed(lagoon, "coast guards training").keywords
    assert not weighed(lagoon, "Which training do coast guards get?").keywords


def test_a_longer_question_needs_a_smaller_share(lagoon: Generation) -> None:
    short = "Did helicopters watch patrol boats?"
    longer = "Are vessels that patrol the islands in the north not enough to guard all the coasts?"
    assert weighed(lagoon, longer).covered < 1
    assert is_answer(lagoon, *best(lagoon, longer))
    assert weighed(lagoon, longer).length > weighed(lagoon, short).length


def test_a_passage_ahead_of_all_others_weighs_more(lagoon: Generation) -> None:
    asked = understand(lagoon, "Why are patrol boats too few?")
    first, second, *_ = judge(lagoon, asked, concepts_of(lagoon, asked.about), None)
    assert evidence(lagoon, first, asked).ahead > 0 > evidence(lagoon, second, asked).ahead


def test_a_second_copy_of_a_statement_makes_no_answer_uncertain(lagoon: Generation) -> None:
    question = "Which patrol boats are too few to watch the northern islands?"
    twice = generation_of({**LAGOON, "copy.txt": next(iter(LAGOON.values())) + "\nA copy.\n"})
    once, again = weighed(lagoon, question), weighed(twice, question)
    assert again.ahead == pytest.approx(once.ahead, abs=0.2)
    assert once.ahead > 0.2


def test_a_stranger_is_refused_with_the_nearest_passages(lagoon: Generation) -> None:
    refused = answer(lagoon, "Which helicopters rescue surfers?")
    assert refused.abstained
    assert refused.citations
