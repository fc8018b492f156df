"""Several questions in one text are told apart; what only looks like two stays whole."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.understanding.clauses import questions_in


@pytest.mark.parametrize(
    ("text", "questions"),
    [
        (
            "Who chaired the SOM and where was it held?",
            ["Who chaired the SOM", "where was it held?"],
        ),
        (
            "Where and when was the SOM? Who chaired it?",
            ["Where and when was the SOM?", "Who chaired it?"],
        ),
        ("Who came? And what about Fiji?", ["Who came?", "And what about Fiji?"]),
        ("who came, who spoke and when was it?", ["who came", "who spoke", "when was it?"]),
        ("Tell me who came and what was agreed", ["Tell me who came", "what was agreed"]),
        ("Was Fiji in Suva and was it a co-chair", ["Was Fiji in Suva", "was it a co-chair"]),
        ("was fiji in suva and did tonga come", ["was fiji in suva", "did tonga come"]),
        (
            "I write a brief. Who came? Who spoke?",
            ["I write a brief. Who came?", "Who spoke?"],
        ),
    ],
)
def test_each_question_stands_alone(text: str, questions: list[str]) -> None:
    assert list(questions_in(text)) == questions


@pytest.mark.parametrize(
    "text",
    [
        "Who attended both Apia and Suva?",
        "Did Fiji and Tonga attend?",
        "When and where was the second SOM held?",
        "Who attended and in what capacity?",
        "Did members agree who should host and when the next meeting would be held?",
        "List the members who attended and who spoke",
        "Where is the paper that Fiji presented and which was endorsed in Suva?",
        'What does "who is who and where are they" mean?',
        "What did members agree to do and by when?",
        "Was the item dropped and why?",
        "What did the U.S. say about boats?",
        "Please tell me who came. Thanks.",
        "rescue at sea and coast guards",
    ],
)
def test_one_question_stays_whole(text: str) -> None:
    assert questions_in(text) == (text,)


@given(
    st.lists(st.sampled_from([*"?!.,;", "and", "who", "came", "was", "Fiji", "\n"]), max_size=30)
)
def test_no_word_is_lost_but_the_joints(words: list[str]) -> None:
    text = " ".join(words)
    told = " ".join(questions_in(text))
    for word in ("who", "came", "was", "Fiji"):
        assert told.count(word) == text.count(word)
