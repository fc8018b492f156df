import pytest

from bot.help import find_topic, topics
from bot.rendering.help import render_overview, render_topic
from bot.requests import COMMANDS, Request
from index.errors import NotFoundError
from index.library import Library
from tests.bot.rendering.limits import check_page


def test_every_example_is_answered(library: Library) -> None:
    for example in (each for topic in topics() for each in topic.examples):
        answer = Request.parse(example).answer(library.generation)
        assert answer.citations, example
        assert not answer.abstained, example


def test_every_group_of_commands_has_an_example() -> None:
    shown = {Request.parse(each).command for topic in topics() for each in topic.examples}
    assert {command.split()[0] for command in shown} == {c.split()[0] for c in COMMANDS}


def test_a_topic_is_found_by_name_task_or_command() -> None:
    assert find_topic("/Actions") == find_topic("see what is still to be done")


def test_an_unknown_topic_names_the_nearest() -> None:
    with pytest.raises(NotFoundError) as caught:
        find_topic("acton")
    assert "actions" in caught.value.nearest


def test_the_help_keeps_within_the_limits() -> None:
    for page in (render_overview(topics(), "x" * 32), *(render_topic(t, "R") for t in topics())):
        check_page(page)


def test_the_overview_shows_how_to_mention_the_bot() -> None:
    (embed,) = render_overview(topics(), "Rapporteur").embeds
    assert any("`@Rapporteur " in (field.value or "") for field in embed.fields)
