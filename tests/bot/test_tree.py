import logging

import pytest
from discord import app_commands

from bot.tree import ServerNotAllowedError, explain
from index.errors import NotFoundError


def test_a_refusal_is_shown_in_its_own_words() -> None:
    assert explain(NotFoundError("No meeting.", ["Perth"])) == "No meeting. Nearest: Perth."
    assert "servers that I was set up for" in explain(ServerNotAllowedError())


def test_what_went_wrong_is_logged_under_the_number_shown(
    caplog: pytest.LogCaptureFixture,
) -> None:
    with caplog.at_level(logging.ERROR, logger="bot.tree"):
        text = explain(ZeroDivisionError("secret"))
    (record,) = caplog.records
    assert record.getMessage().removeprefix("Reference ") in text
    assert "secret" not in text
    assert record.exc_info is not None


@pytest.mark.parametrize(
    ("error", "sentence"),
    [
        (app_commands.NoPrivateMessage(), "You may not use that here."),
        (app_commands.MissingPermissions(["manage_guild"]), "You may not use that here."),
        (
            app_commands.CommandOnCooldown(app_commands.Cooldown(1, 9.0), 4.6),
            "Please try again in 5 seconds.",
        ),
        (
            app_commands.CommandNotFound("old", []),
            "Discord still shows an older form of that command; please try again in a few minutes.",
        ),
    ],
)
def test_each_refusal_of_discord_py_is_one_sentence(
    error: app_commands.AppCommandError, sentence: str
) -> None:
    assert explain(error) == sentence
