"""Sentences that hold the action items of several."""

import pytest

from corpus.actions.clauses import read_sentence
from corpus.actions.several import clauses


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "India will circulate a list by June, and Malaysia will test the hotline.",
            [
                ("India will circulate a list by June", ("India",)),
                ("Malaysia will test the hotline.", ("Malaysia",)),
            ],
        ),
        (
            "Poland and Lithuania will lead the work; Georgia stands ready to host a seminar.",
            [
                ("Poland and Lithuania will lead the work", ("Poland", "Lithuania")),
                ("Georgia stands ready to host a seminar.", ("Georgia",)),
            ],
        ),
        (
            "Thailand will share its manual and Nepal will translate it, while the Philippines "
            "will brief crews.",
            [
                ("Thailand will share its manual", ("Thailand",)),
                ("Nepal will translate it", ("Nepal",)),
                ("the Philippines will brief crews.", ("Philippines",)),
            ],
        ),
        (
            "Members agreed to hold an exercise, and Fiji offered to host it.",
            [
                ("Members agreed to hold an exercise", ()),
                ("Fiji offered to host it.", ("Fiji",)),
            ],
        ),
        (
            "It was agreed that India would circulate a list and that Fiji would publish it.",
            [
                ("It was agreed that India would circulate a list", ("India",)),
                ("Fiji would publish it.", ("Fiji",)),
            ],
        ),
        (
            "Decisions: (1) the Secretariat will draft a plan by May; (2) Fiji will host the "
            "meeting; (3) a list shall be set up.",
            [
                ("Decisions: (1) the Secretariat will draft a plan by May", ("Secretariat",)),
                ("Fiji will host the meeting", ("Fiji",)),
                ("a list shall be set up.", ()),
            ],
        ),
        (
            "Fiji will draft a paper and will circulate it.",
            [("Fiji will draft a paper and will circulate it.", ("Fiji",))],
        ),
        (
            "Fiji offered to fund the study, which the RSO will publish.",
            [("Fiji offered to fund the study, which the RSO will publish.", ("Fiji",))],
        ),
        ("Fiji and Samoa attended, and Tonga was absent.", []),
    ],
)
def test_each_subject_has_its_own_part(
    sentence: str, expected: list[tuple[str, tuple[str, ...]]]
) -> None:
    found = clauses(read_sentence(sentence))
    assert [(sentence[each.start : each.end], each.undertaking.owners) for each in found] == (
        expected
    )
