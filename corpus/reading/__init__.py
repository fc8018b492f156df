"""From a file to a `Document`: what each block is, sections, leads, numbers."""

from corpus.reading.files import (
    MAX_BYTES,
    check_printable,
    check_upload,
    file_content,
    read_document,
    read_folder_file,
)

__all__ = [
    "MAX_BYTES",
    "check_printable",
    "check_upload",
    "file_content",
    "read_document",
    "read_folder_file",
]
