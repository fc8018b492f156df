"""What is no question gets a word back, and is neither searched for nor remembered."""

import pytest

from index.answering.small_talk import is_small_talk, without_courtesies
from index.answers import AnswerKind
from index.assistant import answer
from index.conversing.conversation import follow, resolve
from index.conversing.turns import Context
from index.generation import Generation


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Hello!", "Try: Who attended"),
        ("good morning", "2 documents"),
        ("Thank you very much!", "You are welcome."),
        ("ok thanks", "You are welcome."),
        ("Thanks, bye!", "Goodbye."),
        ("What can you do?", "/help"),
        ("you're wrong", "Sorry"),
        ("never mind", "All right"),
    ],
)
def test_small_talk_gets_a_word_back_without_a_source(
    lagoon: Generation, text: str, said: str
) -> None:
    found = answer(lagoon, text)
    assert found.kind is AnswerKind.TALK
    assert said in found.text
    assert not found.citations
    assert not found.abstained


@pytest.mark.parametrize(
    "text", ["Who thanked Fiji?", "Is it wrong to smuggle?", "help for victims", "no boats", ""]
)
def test_a_question_is_no_small_talk(text: str) -> None:
    assert not is_small_talk(text)


def test_the_example_in_a_greeting_is_answered(lagoon: Generation) -> None:
    example = answer(lagoon, "hello").text.split("Try: ")[1]
    assert not answer(lagoon, example).abstained


@pytest.mark.parametrize(
    ("text", "bare"),
    [
        ("Hi, who attended?", "who attended?"),
        ("hello there who attended", "who attended"),
        ("Good morning! Who attended? Many thanks!", "Who attended?"),
        ("Who thanks whom?", "Who thanks whom?"),
        ("Hi!", "Hi!"),
    ],
)
def test_courtesies_around_a_question_say_nothing(text: str, bare: str) -> None:
    assert without_courtesies(text).rstrip("?") == bare.rstrip("?")


def test_small_talk_leaves_the_conversation_where_it_was(lagoon: Generation) -> None:
    context = Context()
    for text in ("Who attended the Suva meeting?", "thanks", "ok", "and who co-chaired it?"):
        understood = resolve(lagoon, context, text)
        asked, lent = understood.options["question"], understood.options.get("meeting")
        found = answer(lagoon, asked, lent)
        context = follow(lagoon, context, understood, found)
    assert found.text.startswith("Fiji and Tonga co-chaired")


@pytest.mark.parametrize(
    "text", ["¿Quién asistió a la reunión de Apia?", "谁参加了会议?", "Qui a participé à Suva ?"]
)
def test_a_question_in_another_language_is_refused_for_that(lagoon: Generation, text: str) -> None:
    found = answer(lagoon, text)
    assert found.abstained
    assert found.text == "Questions are understood in English only."
