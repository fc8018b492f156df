"""The sub-commands put together, and the one place where a command's failure is shown."""

import sys

import typer

from bot.console import (
    actions,
    backups,
    chat,
    checking,
    corpus,
    evaluating,
    exporting,
    following,
    lookups,
    maintenance,
    papers,
    privacy,
    questions,
    service,
)
from bot.console.failures import ExitCode, exit_code_of, unexpected
from corpus.errors import RapporteurError

app = typer.Typer(
    name="rapporteur",
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.callback(invoke_without_command=True)(service.start)
for group in (
    service,
    chat,
    questions,
    lookups,
    actions,
    papers,
    exporting,
    following,
    checking,
    evaluating,
    maintenance,
    corpus,
    privacy,
    backups,
):
    app.add_typer(group.app)


def run_console() -> None:
    """Run one command; exits with its code and never with a traceback."""
    _speak_utf8()
    try:
        sys.exit(app(prog_name="rapporteur", standalone_mode=False) or ExitCode.ANSWERED)
    except RapporteurError as error:
        _fail(str(error), exit_code_of(error))
    except typer.TyperException as error:
        _fail(error.format_message(), error.exit_code)
    except Exception as error:  # noqa: BLE001  # the last resort: logged, shown as a reference
        _fail(unexpected(error), ExitCode.REFUSED)


def _fail(sentence: str, code: int) -> None:
    print(sentence, file=sys.stderr)  # noqa: T201  # plain, so that it is one line everywhere
    sys.exit(code)


def _speak_utf8() -> None:
    """JSON is UTF-8 whatever the locale; a byte that is not is no reason to stop."""
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
