"""Slash commands are read as people type them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.console.slash import TypedCommand, command_forms, read_command
from bot.help import topics
from bot.requests import Request
from index.errors import InputError


@pytest.mark.parametrize(
    ("line", "name", "options"),
    [
        ("/attendance Kuala Lumpur", "attendance", {"meeting": "Kuala Lumpur"}),
        ("/attendance meeting:Kuala Lumpur", "attendance", {"meeting": "Kuala Lumpur"}),
        ('/attendance meeting:"Kuala Lumpur"', "attendance", {"meeting": "Kuala Lumpur"}),
        ("/attendance “Kuala Lumpur”", "attendance", {"meeting": "Kuala Lumpur"}),
        ("/actions list", "actions list", {}),
        (
            "/actions list status:open owner:New Zealand",
            "actions list",
            {"status": "open", "owner": "New Zealand"},
        ),
        ("/Actions  LIST Owner: Maldives", "actions list", {"owner": "Maldives"}),
        ("/rilon list as_of:2012-07-01", "rilon list", {"as_of": "2012-07-01"}),
        ("/glossary", "glossary", {}),
        ("/glossary RILON", "glossary", {"term": "RILON"}),
        ("/meetings year:2011", "meetings", {"year": "2011"}),
        (
            "/delegation name:Pacific Directors' Conference",
            "delegation",
            {"name": "Pacific Directors' Conference"},
        ),
        ("/source 2012-06-11-tewg#p7", "source", {"citation": "2012-06-11-tewg#p7"}),
        ("/help", "help", {}),
    ],
)
def test_a_typed_command_is_read(line: str, name: str, options: dict[str, str]) -> None:
    assert read_command(line) == TypedCommand(name, options)


def test_a_colon_inside_a_value_is_part_of_it() -> None:
    command = read_command("/ask question:What is said of note: and of http://x.org?")
    assert command.options == {"question": "What is said of note: and of http://x.org?"}


def test_the_examples_of_the_help_are_read_as_discord_reads_them() -> None:
    examples = [each for topic in topics() for each in topic.examples if each.startswith("/")]
    for example in examples:
        request = Request.parse(example)
        assert read_command(example) == TypedCommand(request.command, dict(request.options))


ACTIONS = (
    "/actions is one of /actions list, /actions show, /actions history, /actions update, "
    "/actions undo."
)


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        ("/atendance Perth", "There is no command /atendance; /help lists them."),
        ("/", "There is no command /; /help lists them."),
        ("/actions", ACTIONS),
        ("/actions drop", ACTIONS),
        ("/attendance", "/attendance needs meeting."),
        ("/attendance meeting:", "/attendance needs meeting."),
        ("/source", "/source needs citation."),
    ],
)
def test_what_cannot_be_carried_out_is_refused_in_one_sentence(line: str, sentence: str) -> None:
    with pytest.raises(InputError) as caught:
        read_command(line)
    assert str(caught.value) == sentence


@given(st.text(max_size=60))
def test_any_line_is_a_command_or_is_refused(rest: str) -> None:
    try:
        command = read_command("/" + rest)
    except InputError:
        return
    assert command.name in command_forms()


_VALUES = st.text("abc #:.'-09", min_size=1, max_size=20).map(lambda text: " ".join(text.split()))


@given(owner=_VALUES, meeting=_VALUES)
def test_what_discord_shows_as_the_request_is_read_back(owner: str, meeting: str) -> None:
    request = Request.of("actions list", owner=owner, meeting=meeting)
    assert read_command(str(request)).options == dict(request.options)
