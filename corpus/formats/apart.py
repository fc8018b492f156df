"""The lines of a file whose reader is a large library, partly in C: read in a process apart."""

import json
from importlib.util import find_spec

from corpus.apart import run_apart
from corpus.errors import DocumentError
from corpus.pages.lines import Line

_LIBRARIES = {"html": "lxml", "docx": "docx", "pdf": "pypdfium2"}


def read_apart(format_name: str, file: str, content: bytes) -> tuple[Line, ...]:
    """The lines of a file in the format "html" (in UTF-8), "docx" or "pdf".

    Raises:
        DocumentError: it cannot be read, or not in time; or the format's library is missing.
    """
    if not _is_installed(_LIBRARIES[format_name]):
        install = "pip install 'rapporteur[formats]'"
        raise DocumentError(file, f"the package that reads such files is missing: {install}.")
    answer = json.loads(run_apart(file, ["corpus.formats", format_name], content))
    if "reason" in answer:
        raise DocumentError(file, answer["reason"])
    return tuple(Line(*fields) for fields in answer["lines"])


def _is_installed(package: str) -> bool:
    try:
        return find_spec(package) is not None
    except ValueError:  # its import was switched off
        return False
