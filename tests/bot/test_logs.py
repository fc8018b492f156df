"""Log records go to a file that appears with the first of them."""

import logging
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.logs import LOG_FILE, record_failure, start_logging


@pytest.fixture(autouse=True)
def _own_handlers() -> Iterator[None]:
    root = logging.getLogger()
    handlers, level, raises = list(root.handlers), root.level, logging.raiseExceptions
    yield
    for handler in root.handlers:
        if handler not in handlers:
            handler.close()
    root.handlers[:] = handlers
    root.setLevel(level)
    logging.raiseExceptions = raises


def test_nothing_is_written_until_there_is_something_to_say(data: Path) -> None:
    start_logging(data)
    assert not data.exists()


def test_a_failure_is_found_by_its_reference(data: Path) -> None:
    start_logging(data)
    reference = record_failure(ZeroDivisionError("three by nothing"))
    logged = (data / LOG_FILE).read_text()
    assert f"Failure {reference}" in logged
    assert "three by nothing" in logged


def test_a_folder_that_cannot_be_written_prints_no_traceback(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").write_text("no folder")
    start_logging(tmp_path / "file")
    record_failure(ZeroDivisionError())
    assert capfd.readouterr().err == ""
