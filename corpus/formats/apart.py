"""Reading a file in a process of its own, which can be stopped and whose crash harms nobody.

The libraries that parse docx, HTML and PDF are large, partly in C, and meet files of strangers.
"""

import json
import os
import subprocess
import sys
from importlib.util import find_spec

from corpus.errors import DocumentError
from corpus.pages.lines import Line

SECONDS = 60  # a file that takes longer is refused; 500 pages of PDF take about fifteen
_LIBRARIES = {"html": "lxml", "docx": "docx", "pdf": "pypdfium2"}
_KEPT_VARIABLES = ("PATH", "SYSTEMROOT", "LANG", "LC_ALL", "TMPDIR", "TEMP")


def read_apart(format_name: str, file: str, content: bytes) -> tuple[Line, ...]:
    """The lines of a file in the format "html" (in UTF-8), "docx" or "pdf".

    Raises:
        DocumentError: it cannot be read, or not in time; or the format's library is missing.
    """
    if not _is_installed(_LIBRARIES[format_name]):
        install = "pip install 'rapporteur[formats]'"
        raise DocumentError(file, f"the package that reads such files is missing: {install}.")
    try:
        done = subprocess.run(
            [sys.executable, "-P", "-m", "corpus.formats", format_name],
            input=content,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=SECONDS,
            env=environment(),
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise DocumentError(file, "this file takes too long to read.") from error
    if done.returncode:
        raise DocumentError(file, "this file is damaged, or takes too much memory to read.")
    answer = json.loads(done.stdout)
    if "reason" in answer:
        raise DocumentError(file, answer["reason"])
    return tuple(Line(*fields) for fields in answer["lines"])


def _is_installed(package: str) -> bool:
    try:
        return find_spec(package) is not None
    except ValueError:  # its import was switched off
        return False


def environment() -> dict[str, str]:
    """What that process sees of the environment: the same packages, and no secrets."""
    kept = {name: os.environ[name] for name in _KEPT_VARIABLES if name in os.environ}
    return kept | {"PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
