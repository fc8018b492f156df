"""Where log records go: a file in the data folder and, for the bot, the terminal too."""

import logging
import secrets
from io import TextIOWrapper
from logging.handlers import RotatingFileHandler
from pathlib import Path

_log = logging.getLogger(__name__)

LOG_FILE = "rapporteur.log"
_FORMAT = "%(asctime)s %(levelname)s %(name)s: %(message)s"
_MEGABYTE = 1_000_000


class _LogFile(RotatingFileHandler):
    """A rotating file that is made, with its folder, by its first record."""

    def __init__(self, path: Path) -> None:
        super().__init__(path, maxBytes=_MEGABYTE, backupCount=3, delay=True, encoding="utf-8")

    def _open(self) -> TextIOWrapper:
        Path(self.baseFilename).parent.mkdir(parents=True, exist_ok=True)
        return super()._open()


def start_logging(data: Path, *, on_terminal: bool = False) -> None:
    """Send records to `data`; with `on_terminal`, what the bot does goes to stderr too."""
    logging.raiseExceptions = False  # a full disk must not print tracebacks
    handlers: list[logging.Handler] = [_LogFile(data / LOG_FILE)]
    if on_terminal:
        handlers.append(logging.StreamHandler())
    logging.basicConfig(
        level=logging.INFO if on_terminal else logging.WARNING,
        format=_FORMAT,
        handlers=handlers,
        force=True,
    )
    # It logs a traceback for each node that it cannot reach; the engine tells of it once.
    logging.getLogger("opensearch").setLevel(logging.ERROR)


def record_failure(error: BaseException) -> str:
    """Log an unexpected error with its traceback; returns the reference to show for it."""
    reference = secrets.token_hex(4)
    _log.error("Failure %s", reference, exc_info=error)
    return reference
