"""The console, run as people run it, on the shipped documents."""

import logging
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from bot.console import main


class Ran(NamedTuple):
    """How a command ended and what it printed."""

    code: int
    out: str
    err: str


Run = Callable[..., Ran]


@pytest.fixture(scope="session")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder that holds the shipped documents after the first command."""
    return tmp_path_factory.mktemp("published")


@pytest.fixture
def run(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> Iterator[Run]:
    """Run `rapporteur` with these arguments, in a folder and an environment of its own."""
    monkeypatch.chdir(tmp_path)
    for name in ("DISCORD_TOKEN", "RAPPORTEUR_CORPUS", "RAPPORTEUR_DATA", "RAPPORTEUR_GUILDS"):
        monkeypatch.delenv(name, raising=False)
    root = logging.getLogger()
    handlers, level, raises = list(root.handlers), root.level, logging.raiseExceptions

    def ran(*arguments: str | Path) -> Ran:
        monkeypatch.setattr(sys, "argv", ["rapporteur", *map(str, arguments)])
        with pytest.raises(SystemExit) as ended:
            main()
        out, err = capsys.readouterr()
        return Ran(int(ended.value.code or 0), out, err)

    yield ran
    for handler in set(root.handlers) - set(handlers):
        handler.close()
    root.handlers[:] = handlers
    root.setLevel(level)
    logging.raiseExceptions = raises
