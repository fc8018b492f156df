"""Who acts in a sentence."""

import pytest

from corpus.actions.owners import Naming, agents, find_actors
from corpus.typography import fold


def _named(text: str, attending: tuple[str, ...] = ()) -> list[tuple[str, ...]]:
    return [each.owners for each in find_actors(text, attending) if each.owners]


@pytest.mark.parametrize(
    ("text", "owners"),
    [
        ("Australia and the Maldives agreed", ("Australia", "Maldives")),
        ("The Co-Chairs and Steering Group met", ("Co-Chairs", "Steering Group")),
        ("the United States, Mexico, and Canada will", ("United States", "Mexico", "Canada")),
        ("Kenya as well as the International Organization for Migration", ("Kenya", "IOM")),
        ("the Government of the Republic of Korea", ("South Korea",)),
        ("Minister Waqa of Nauru", ("Nauru",)),
        ("Mexico’s Secretary of Security Rosa Pérez offered", ("Mexico",)),
        ("the Indonesian delegation offered", ("Indonesia",)),
        ("the U.S. Department of Labor", ("United States",)),
        ("a working group of interested members", ("Working Group",)),
        ("the Task Force on Border Data reported", ("Task Force on Border Data",)),
        ("the Diplomacy and Capacity Building Pillar", ("Diplomacy and Capacity Building Pillar",)),
        ("the AHG Technical Experts Working Group", ("TEWG",)),
        ("the secretariat", ("Secretariat",)),
        ("Members and the Steering Committee agreed", ("Steering Committee",)),
    ],
)
def test_states_and_bodies_are_named(text: str, owners: tuple[str, ...]) -> None:
    assert _named(text) == [owners]


@pytest.mark.parametrize(
    "text", ["members", "AHG members", "all participants", "Quad partner countries", "they", "we"]
)
def test_everyone_names_no_owner(text: str) -> None:
    assert _named(text) == []


def test_a_country_after_its_city_is_a_place() -> None:
    assert _named("The workshop held in Suva, Fiji, was useful.") == []


def test_commas_alone_join_nobody() -> None:
    assert _named("In the case of Fiji, Tonga agreed") == [("Fiji",), ("Tonga",)]


def test_the_governments_are_those_attending() -> None:
    text = "The three governments met."
    assert _named(text, ("Chad", "Mali", "Niger")) == [("Chad", "Mali", "Niger")]


def test_many_attending_are_no_list_of_owners() -> None:
    assert _named("We met.", tuple(f"State {number}" for number in range(8))) == []


def test_pronouns_are_told_apart() -> None:
    assert [each.naming for each in find_actors("It met them.")] == [Naming.PRONOUN]


@pytest.mark.parametrize(
    ("text", "owners"),
    [
        ("a seminar hosted in Fiji", ("Fiji",)),
        ("a website, maintained by Australia, with a forum", ("Australia",)),
        ("Japan’s pledge to share data", ("Japan",)),
        ("a template drafted by Japan", ()),
        ("a seminar on Fiji", ()),
    ],
)
def test_hosts_and_leads_own_what_is_listed(text: str, owners: tuple[str, ...]) -> None:
    assert agents(fold(text), find_actors(text)) == owners
