"""Action items with their life, as answers."""

import asyncio
from datetime import date
from pathlib import Path

import pytest

from corpus.facts import ActionItem, Status, Strength
from index.errors import InputError
from index.generation import Generation
from index.item_life.selecting import ActionOptions, select_actions
from index.item_life.statuses import Actor
from index.library import open_library
from index.replies import action_reply, actions_reply, history_reply

TODAY = date(2027, 7, 2)


@pytest.fixture(scope="module")
def lived(tmp_path_factory: pytest.TempPathFactory) -> Generation:
    """Two made-up statements; the newsletter was proposed done, accepted and reopened."""

    async def live() -> Generation:
        folder = Path(__file__).parents[1] / "lagoon"
        async with open_library(tmp_path_factory.mktemp("lived"), folder) as library:
            item = item_of(library.generation, "newsletter")
            alex, maria = Actor("2", "Alex"), Actor("1", "Maria")
            proposed = await library.propose_action(item.id, Status.DONE, "I have it", actor=alex)
            number = proposed.event.number
            await library.decide_proposal(item.id, number, accepted=True, actor=maria)
            await library.undo_action(item.id, actor=maria)
            cited = item_of(library.generation, "guidelines").citation
            await library.update_action(item.id, Status.DROPPED, "", cited, actor=maria)
            return library.generation

    return asyncio.run(live())


def item_of(generation: Generation, words: str) -> ActionItem:
    [item] = [each for each in generation.facts.actions if words in each.text]
    return item


def test_the_list_tells_how_long_an_item_has_been_overdue(lived: Generation) -> None:
    answer = actions_reply(lived, ActionOptions(today=TODAY))
    [line] = [each.text for each in answer.lines if "guidelines" in each.text]
    assert "due: by the end of June 2014 (overdue by 13 years)" in line


def test_as_of_a_day_it_was_overdue_on_that_day(lived: Generation) -> None:
    answer = actions_reply(lived, ActionOptions(as_of="2014-09-03", overdue="yes", today=TODAY))
    [line] = [each.text for each in answer.lines]
    assert "overdue by 2 months" in line


def test_overdue_and_strength_select(lived: Generation) -> None:
    late = select_actions(lived, ActionOptions(overdue="yes", today=TODAY))
    assert [each.id for each in late] == [item_of(lived, "guidelines").id]
    every = select_actions(lived)
    for strength in Strength:
        chosen = select_actions(lived, ActionOptions(strength=strength.value))
        assert chosen == tuple(each for each in every if each.strength is strength)
    with pytest.raises(InputError, match="no strength"):
        select_actions(lived, ActionOptions(strength="firm"))
    with pytest.raises(InputError, match="neither yes nor no"):
        select_actions(lived, ActionOptions(overdue="perhaps"))


def test_the_history_tells_who_did_what_in_order(lived: Generation) -> None:
    answer = history_reply(lived, item_of(lived, "newsletter").id)
    told = [each.text.partition(" · ")[2] for each in answer.lines]
    assert told == [
        "Alex proposed “done”: I have it",
        "Maria accepted the proposal: “done”: I have it",
        "Maria undid the last change: “as the documents tell” again",
        "Maria set to “dropped”",
    ]
    assert all(each.sources for each in answer.lines)


def test_an_item_without_a_history_says_so(lived: Generation) -> None:
    answer = history_reply(lived, item_of(lived, "guidelines").id)
    assert "Nobody has changed it" in answer.lines[0].text


def test_an_item_shows_the_evidence_that_was_given_and_its_history(lived: Generation) -> None:
    answer = action_reply(lived, item_of(lived, "newsletter").id)
    groups = [each.group for each in answer.lines]
    assert groups.count("History") == 4
    [evidence] = [each for each in answer.lines if each.group == "Evidence"]
    assert "given by Maria" in evidence.text
    assert all(each.quote in each.text for each in answer.citations)
