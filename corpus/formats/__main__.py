"""The process that reads one file: its bytes on stdin, its lines as JSON on stdout."""

import json
import sys
from collections.abc import Callable
from dataclasses import astuple
from importlib import import_module

from corpus.formats.refusals import FormatError
from corpus.pages.lines import Line

MOST_CHARACTERS = 5_000_000  # of a file's text; 10 MiB of plain text hold twice as many
_MEMORY_BYTES = 1024**3
_CPU_SECONDS = 50
_READERS = {
    "html": ("corpus.formats.html", "html_lines"),
    "docx": ("corpus.formats.docx", "docx_lines"),
    "pdf": ("corpus.formats.pdf", "pdf_lines"),
}


def main(format_name: str) -> None:
    """Read stdin; what is printed has "lines" (the fields of each `Line`) or a "reason"."""
    _limit_resources()
    module, function = _READERS[format_name]
    reader: Callable[[bytes], tuple[Line, ...]] = getattr(import_module(module), function)
    try:
        lines = reader(sys.stdin.buffer.read())
        if sum(len(line.text) for line in lines) > MOST_CHARACTERS:
            raise FormatError("this file holds more text than is read.")
    except FormatError as error:
        json.dump({"reason": str(error)}, sys.stdout)
    else:
        json.dump({"lines": [astuple(line) for line in lines]}, sys.stdout)


def _limit_resources() -> None:
    """Bound memory and time also where nobody waits for this process any more."""
    if sys.platform == "win32":
        return
    import resource

    for limit, value in (
        (resource.RLIMIT_AS, _MEMORY_BYTES),
        (resource.RLIMIT_CPU, _CPU_SECONDS),
        (resource.RLIMIT_CORE, 0),
    ):
        _, hard = resource.getrlimit(limit)
        ceiling = value if hard == resource.RLIM_INFINITY else min(value, hard)
        resource.setrlimit(limit, (ceiling, hard))


if __name__ == "__main__":
    main(sys.argv[1])
