import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.requests import COMMANDS, Request
from index.errors import InputError

_VALUES = st.text(min_size=1).map(lambda text: " ".join(text.split())).filter(bool)
_OPTIONS = st.dictionaries(st.sampled_from(["meeting", "owner", "as_of"]), _VALUES)


@given(st.sampled_from(sorted(COMMANDS)), _OPTIONS)
def test_a_written_request_is_read_back(command: str, options: dict[str, str]) -> None:
    request = Request.of(command, **options)
    assert Request.parse(str(request)) == request


@given(_VALUES)
def test_a_question_is_read_back(question: str) -> None:
    request = Request.of("ask", question=question)
    assert Request.parse(str(request)) == request


def test_a_question_is_written_as_it_was_asked() -> None:
    question = 'Was "Canada" in\nAuckland?'
    assert str(Request.of("ask", question=question)) == 'Was "Canada" in Auckland?'


def test_a_command_is_written_as_discord_writes_it() -> None:
    request = Request.of("actions list", status="open", owner="Sri Lanka", meeting=None)
    assert str(request) == '/actions list status:open owner:"Sri Lanka"'


@pytest.mark.parametrize(
    "text", ["/", "/nothing", "/actions", "/attendance Perth", '/attendance meeting:"Perth']
)
def test_what_is_no_command_is_refused(text: str) -> None:
    with pytest.raises(InputError):
        Request.parse(text)
