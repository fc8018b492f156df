"""Persons are told from posts, places and bodies."""

import pytest

from index.answering.person_names import names_person

COMMON = frozenset(["deputy", "national", "advisor", "the", "senior", "officials", "de", "process"])


@pytest.mark.parametrize(
    "text",
    [
        "It was hosted by Deputy National Security Advisor Keiko Morita.",
        "Hon Alberto F. del Monte chaired the meeting.",
        "Jean-Luc DUBOIS spoke for the ministry.",
        "Remarks were made by Mr Broek Haan of the Senior Officials.",
        "María de la Cruz opened the session.",
    ],
)
def test_a_name_in_full_names_a_person(text: str) -> None:
    assert names_person(text, COMMON)


@pytest.mark.parametrize(
    "text",
    [
        "The Senior Officials met in Kuala Lumpur.",
        "New Zealand and Papua New Guinea chaired the meeting.",
        "the International Organization for Migration attended",
        "the Deputy National Advisor spoke.",
        "",
    ],
)
def test_posts_places_and_bodies_are_no_persons(text: str) -> None:
    assert not names_person(text, COMMON)
