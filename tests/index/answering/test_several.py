"""Several questions at once: one answer, its parts in order, each with its own sources."""

from index.answering.several import MOST_PARTS
from index.answers import Answer, AnswerKind
from index.assistant import answer
from index.conversing.conversation import follow, resolve
from index.conversing.turns import Context, Understood
from index.generation import Generation


def cited(found: Answer, question: str) -> set[str]:
    """The labels cited by the lines under a question."""
    lines = [line for line in found.lines if question in line.group]
    return {found.citations[source - 1].label for line in lines for source in line.sources}


def test_each_part_is_answered_from_its_own_paragraphs(lagoon: Generation) -> None:
    found = answer(lagoon, "Who attended in Suva and what did Tonga stress in Apia?")
    assert found.kind is AnswerKind.SEVERAL
    assert found.text == "2 questions: 2 answered."
    assert [part.answer.question for part in found.parts] == [
        "Who attended in Suva",
        "what did Tonga stress in Apia?",
    ]
    assert all("Suva" in label for label in cited(found, "1. "))
    assert all("Apia" in label for label in cited(found, "2. "))
    assert {s for line in found.lines for s in line.sources} == {
        place for place, _ in enumerate(found.citations, start=1)
    }


def test_a_part_leans_on_the_one_before(lagoon: Generation) -> None:
    found = answer(lagoon, "Who chaired the Apia meeting and where was it held?")
    assert [part.meeting.endswith("apia") for part in found.parts] == [False, True]
    assert "Apia, Samoa" in found.parts[1].answer.text


def test_what_is_not_stated_of_one_part_is_said_there(lagoon: Generation) -> None:
    found = answer(lagoon, "Who chaired the Suva meeting and who is the president of Mars?")
    assert not found.abstained
    assert found.text == "2 questions: 1 answered, 1 not stated."
    own = [line.text for line in found.lines if "2. " in line.group]
    assert own[0].startswith("Not stated")
    assert own[1:] in ([], ["Nearest, which does not answer it"])


def test_nothing_stated_is_an_abstention(lagoon: Generation) -> None:
    found = answer(lagoon, "Who is the president of Mars and what does a zeppelin cost?")
    assert found.abstained
    assert found.reason


def test_too_many_questions_are_told(lagoon: Generation) -> None:
    found = answer(lagoon, "Who attended in Suva? " * (MOST_PARTS + 2))
    assert len(found.parts) == MOST_PARTS
    assert "the other 2" in found.text


def test_a_follow_up_leans_on_the_last_part(lagoon: Generation) -> None:
    question = "Who attended in Suva and who chaired the Apia meeting?"
    context = follow(
        lagoon, Context(), Understood("ask", {"question": question}), answer(lagoon, question)
    )
    assert len(context.turns) == 2
    understood = resolve(lagoon, context, "and where was it held?")
    assert "apia" in understood.options["meeting"]
