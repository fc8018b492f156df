"""What ends a command early: one plain sentence on stderr and an exit code."""

import logging
from enum import IntEnum
from pathlib import Path

from bot.logs import LOG_FILE, record_failure, start_logging
from corpus.errors import RapporteurError
from index.errors import AmbiguousError, NotFoundError
from index.library import UnknownCitationError


class ExitCode(IntEnum):
    """How a command ended."""

    ANSWERED = 0
    REFUSED = 1
    USAGE = 2  # or an ambiguous name
    NOT_FOUND = 3


def exit_code_of(error: RapporteurError) -> ExitCode:
    """The exit code that tells a script what kind of refusal it met."""
    if isinstance(error, AmbiguousError):
        return ExitCode.USAGE
    if isinstance(error, NotFoundError | UnknownCitationError):
        return ExitCode.NOT_FOUND
    return ExitCode.REFUSED


def unexpected(error: Exception) -> str:
    """Log a defect with its traceback; returns the sentence to show for it."""
    if not logging.getLogger().handlers:
        start_logging(Path("data"))
    reference = record_failure(error)
    return f"Something went wrong; {LOG_FILE} in the data folder tells more under {reference}."
