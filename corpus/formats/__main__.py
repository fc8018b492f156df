"""The process that reads one file: its bytes on stdin, its lines as JSON on stdout."""

import json
import sys
from collections.abc import Callable
from dataclasses import astuple
from importlib import import_module

from corpus.apart import limit_resources
from corpus.formats.refusals import MOST_CHARACTERS, TOO_MUCH_TEXT, FormatError
from corpus.pages.lines import Line

_READERS = {
    "html": ("corpus.formats.html", "html_lines"),
    "docx": ("corpus.formats.docx", "docx_lines"),
    "pdf": ("corpus.formats.pdf", "pdf_lines"),
}


def main(format_name: str) -> None:
    """Read stdin; what is printed has "lines" (the fields of each `Line`) or a "reason"."""
    limit_resources()
    module, function = _READERS[format_name]
    reader: Callable[[bytes], tuple[Line, ...]] = getattr(import_module(module), function)
    try:
        lines = reader(sys.stdin.buffer.read())
        if sum(len(line.text) for line in lines) > MOST_CHARACTERS:
            raise FormatError(TOO_MUCH_TEXT)
    except FormatError as error:
        json.dump({"reason": str(error)}, sys.stdout)
    else:
        json.dump({"lines": [astuple(line) for line in lines]}, sys.stdout)


if __name__ == "__main__":
    main(sys.argv[1])
