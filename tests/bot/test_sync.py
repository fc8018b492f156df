from bot.sync import definition

COMMAND = {
    "name": "ask",
    "description": "Ask",
    "type": 1,
    "nsfw": False,
    "default_member_permissions": None,
    "contexts": [0, 1],
    "options": [
        {"name": "question", "description": "What", "type": 3, "required": True, "min_length": 2}
    ],
}
# The same as Discord sends it back.
REGISTERED = {
    **COMMAND,
    "id": "1",
    "application_id": "2",
    "version": "3",
    "dm_permission": True,
    "name_localizations": None,
    "options": [
        {
            **COMMAND["options"][0],  # type: ignore[index]
            "autocomplete": False,
            "name_localizations": None,
            "min_length": 2,
        }
    ],
}


def test_what_discord_adds_is_no_change() -> None:
    assert definition([REGISTERED]) == definition([COMMAND])


def test_another_description_is_a_change() -> None:
    assert definition([{**REGISTERED, "description": "Old"}]) != definition([COMMAND])


def test_another_order_of_options_is_a_change() -> None:
    options = [{"name": "a", "type": 3}, {"name": "b", "type": 3}]
    changed = {**COMMAND, "options": options[::-1]}
    assert definition([changed]) != definition([{**COMMAND, "options": options}])


def test_a_removed_command_is_a_change() -> None:
    assert definition([REGISTERED, {**REGISTERED, "name": "old"}]) != definition([COMMAND])


def test_the_order_of_commands_is_no_change() -> None:
    other = {**COMMAND, "name": "help"}
    assert definition([other, REGISTERED]) == definition([COMMAND, other])
