"""Follow-ups are completed by what was said before, and whole questions are left alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.errors import RapporteurError
from index.answers import Answer, AnswerKind
from index.assistant import answer
from index.conversing.conversation import follow, offered, resolve
from index.conversing.turns import MOST_TURNS, Context, Understood
from index.errors import NotFoundError
from index.generation import Generation
from index.replies import action_reply, source_reply
from tests.index.generations import LAGOON, generation_of
from tests.index.reefs import REEFS

APIA = "Who attended the Apia meeting?"
SUVA = "Who attended in Suva?"
TONGA = "Was Tonga in Apia?"
BOATS = "What did Tonga say about boats?"
RILONS = "Where do RILONs exist?"
MEETINGS = "Which meetings did Tonga attend?"


class Talk:
    """A conversation with the assistant."""

    def __init__(self, generation: Generation) -> None:
        self.generation = generation
        self.context = Context()

    def say(self, text: str) -> tuple[Understood, Answer]:
        understood = resolve(self.generation, self.context, text)
        options = understood.options
        if understood.command == "source":
            found = source_reply(self.generation, options["citation"])
        elif understood.command == "actions show":
            found = action_reply(self.generation, options["item"])
        else:
            found = answer(self.generation, options["question"], options.get("meeting"))
        self.context = follow(self.generation, self.context, understood, found)
        return understood, found


@pytest.fixture
def talk(lagoon: Generation) -> Talk:
    return Talk(lagoon)


@pytest.mark.parametrize(
    ("before", "text", "question", "place"),
    [
        (APIA, "and who co-chaired it?", "who co-chaired the meeting?", "apia"),
        (APIA, "when was it held?", "when was the meeting held?", "apia"),
        (APIA, "What was said there?", "What was said at the meeting?", "apia"),
        (APIA, "Who chaired that meeting?", "Who chaired the meeting?", "apia"),
        (APIA, "the co-chairs?", "the co-chairs?", "apia"),
        (APIA, "and in Suva?", "Who attended the meeting?", "suva"),
        (APIA, "what about Tuvalu?", "Was Tuvalu at the meeting?", "apia"),
        (APIA, "the next one?", "Who attended the meeting?", "suva"),
        (SUVA, "and the one before?", "Who attended at the meeting?", "apia"),
        (SUVA, "who co-chaired the previous one?", "who co-chaired the meeting?", "apia"),
        (TONGA, "who else?", "Who attended the meeting?", "apia"),
        (TONGA, "and Fiji?", "Was Fiji at the meeting?", "apia"),
        (TONGA, "did they attend the Suva meeting?", "did Tonga attend the Suva meeting?", ""),
        (TONGA, "and in March 2014?", "Was Tonga at the meeting?", "apia"),
        (TONGA, "and in Honiara?", "Was Tonga at the meeting in Honiara?", ""),
        (BOATS, "and Samoa?", "What did Samoa say about boats?", ""),
        (BOATS, "what about passports?", "What did Tonga say about passports?", ""),
        (BOATS, "when was that meeting?", "when was the meeting?", "apia"),
        (RILONS, "and in Kiribati?", "Is there a RILON in Kiribati?", ""),
        (RILONS, "since when is there one in Suva?", "since when is there a RILON in Suva?", ""),
        ("RILON in Suva?", "when was it set up?", "when was the RILON in Suva set up?", ""),
        (SUVA, "and the second one?", "Who attended at the meeting?", "apia"),
        (APIA, "who led the next senior officials meeting?", "who led the meeting?", "suva"),
        (TONGA, "Which meetings did it attend?", "Which meetings did Tonga attend?", ""),
        (RILONS, "Manila?", "Is there a RILON in Manila?", ""),
        (SUVA, "and before that?", "Who attended at the meeting?", "apia"),
        (APIA, "after that?", "Who attended the meeting?", "suva"),
        (APIA, "how many is that?", "Who attended the meeting?", "apia"),
        (APIA, "and 3?", "Who attended the meeting?", "suva"),
        (APIA, "and the last?", "Who attended the meeting?", "suva"),
        ("RILON in Suva?", "since when?", "since when: the RILON in Suva?", ""),
        (TONGA, "as what?", "Was Tonga at the meeting?", "apia"),
        (TONGA, "when did it first attend?", "when did Tonga first attend?", ""),
        (TONGA, "what did they agree?", "what did they agree?", "apia"),
        (TONGA, "no, I meant in Suva", "Was Tonga at the meeting?", "suva"),
        ("What is a RILON?", "where do they exist?", "where do RILONs exist?", ""),
        ("Who is Anna Leota?", "what did she say?", "what did Anna Leota say?", ""),
        (MEETINGS, "and the Republic of Fiji?", "Which meetings did Fiji attend?", ""),
    ],
)  # fmt: skip
def test_a_follow_up_is_completed(
    talk: Talk, before: str, text: str, question: str, place: str
) -> None:
    talk.say(before)
    understood, _ = talk.say(text)
    assert understood.options["question"] == question
    assert understood.options.get("meeting", "").rpartition("-")[2] == place
    assert understood.why


@pytest.mark.parametrize(
    "text",
    [
        "Where do RILONs exist?",
        "How many RILONs are there?",
        "What is a RILON and where does it exist?",
        "Who attended the Suva meeting?",
        "Which action items are open?",
        "Which meetings did Fiji attend?",
        "What did the members say when they met?",
        "patrol boats",
        "Sri Lanka",
    ],
)
def test_a_question_that_is_whole_does_not_inherit(talk: Talk, text: str) -> None:
    talk.say("Was Tonga in Apia?")
    understood, _ = talk.say(text)
    assert understood == Understood("ask", {"question": text})


def test_without_a_context_a_follow_up_stays_as_it_is(talk: Talk) -> None:
    assert talk.say("who co-chaired it?")[0].options == {"question": "who co-chaired it?"}


@pytest.mark.parametrize(
    "text", ["show me the source", "Sources?", "why?", "where does it say so?"]
)
def test_the_sources_of_the_answer_before_are_shown(talk: Talk, text: str) -> None:
    _, before = talk.say("What did Samoa present?")
    understood, found = talk.say(text)
    assert understood.command == "source"
    assert [each.citation for each in found.citations] == [c.citation for c in before.citations]
    assert talk.say("when was that meeting?")[1].kind is AnswerKind.MEETING


def test_what_was_understood_is_said(talk: Talk) -> None:
    talk.say("Who attended the Apia meeting?")
    understood, found = talk.say("and who co-chaired it?")
    assert understood.note(found).endswith("Apia 2014 — from the question before")


def test_beyond_the_last_meeting_there_is_none(talk: Talk) -> None:
    talk.say("Who attended the Suva meeting?")
    with pytest.raises(NotFoundError, match="No document tells of one after"):
        talk.say("and the next one?")


def test_of_several_meetings_one_is_chosen_and_the_others_are_offered(shipped: Generation) -> None:
    talk = Talk(shipped)
    asked, found = talk.say("Who attended in Colombo?")
    choices = offered(shipped, asked, found)
    assert len(choices) == 5
    assert all("Colombo" in label for label, _ in choices)
    understood, _ = talk.say("the TEWG one")
    assert understood.options["meeting"] == "2011-05-10-tewg-colombo"


def test_a_meeting_without_a_document_is_offered_beside_the_next_with_one(
    shipped: Generation,
) -> None:
    talk = Talk(shipped)
    talk.say("Who attended the Perth meeting?")
    understood, _ = talk.say("the next one?")
    assert understood.options["meeting"] == "2011-03-09-ahg-som-bali"
    assert [value for _, value in understood.alternatives] == ["2010-06-ahg-som"]


@pytest.mark.parametrize("text", ["by when?", "who is responsible for that?", "has it been done?"])
def test_an_action_item_is_shown_with_owner_due_and_fate(talk: Talk, text: str) -> None:
    talk.say("Who has to draft the guidelines on rescue?")
    understood, found = talk.say(text)
    assert understood.command == "actions show"
    assert "Owner: Fiji" in [line.text for line in found.lines]


def test_those_are_the_action_items_of_the_answer_before(talk: Talk) -> None:
    talk.say("What are the action items of the Apia meeting?")
    understood, _ = talk.say("which of those are open?")
    assert understood.options["question"] == "which action items are open?"
    assert understood.options["meeting"].endswith("apia")


def test_a_conversation_keeps_its_last_turns(talk: Talk) -> None:
    for _ in range(MOST_TURNS + 3):
        talk.say("Where do RILONs exist?")
    assert len(talk.context.turns) == MOST_TURNS


_GENERATION = generation_of(LAGOON)


@given(texts=st.lists(st.text(max_size=60), min_size=1, max_size=3))
def test_no_conversation_breaks_it(texts: list[str]) -> None:
    talk = Talk(_GENERATION)
    talk.say("Was Tonga in Apia?")
    for text in texts:
        try:
            understood, _ = talk.say(text)
        except RapporteurError:
            continue
        assert understood.command in {"ask", "source", "actions show"}


def of_cranes(text: str) -> str:
    """A statement of one body as one of another."""
    text = text.replace("Coastal Experts Group on Reefs", "Harbour Experts Group on Cranes")
    return text.replace("CEG-R", "HEG-C").replace("201", "200").replace("Fiji and", "Palau and")


@pytest.fixture(scope="module")
def reefs() -> Generation:
    cranes = {f"c{file}": of_cranes(text) for file, text in REEFS.items()}
    return generation_of(REEFS | cranes)


def test_every_one_means_those_of_the_body_spoken_of(reefs: Generation) -> None:
    talk = Talk(reefs)
    talk.say("Was Tonga at the 3rd CEG-R?")
    _, found = talk.say("has it attended every one?")
    assert found.text.startswith("Not at every one: Tonga is listed at 2 of the 3 meetings of the")


def test_a_question_over_a_series_is_put_again_over_another_one(reefs: Generation) -> None:
    talk = Talk(reefs)
    talk.say("Who co-chairs the CEG-R?")
    _, found = talk.say("and the HEG-C?")
    assert found.text.startswith("Palau and Nauru co-chaired Harbour Experts Group on Cranes")


def test_another_delegation_is_asked_of_the_same_series(reefs: Generation) -> None:
    talk = Talk(reefs)
    talk.say("Has Fiji attended every CEG-R?")
    _, found = talk.say("and Tonga?")
    assert found.text.startswith("Not at every one: Tonga is listed at 2 of the 3 meetings of the")
    _, found = talk.say("what about the HEG-C?")
    assert "Harbour Experts Group on Cranes" in found.text


def test_a_list_over_several_documents_leaves_the_meeting_spoken_of(lagoon: Generation) -> None:
    talk = Talk(lagoon)
    for text in ("Who attended the Apia meeting?", "Which meetings did Tonga attend?"):
        talk.say(text)
    understood, _ = talk.say("when was it held?")
    assert understood.options["meeting"].endswith("apia")


def test_in_which_meeting_something_was_said_is_shown_by_its_source(talk: Talk) -> None:
    talk.say("What did Tonga say about boats?")
    understood, _ = talk.say("in which meeting?")
    assert understood.command == "source"
