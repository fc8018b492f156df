"""Why the content of a file cannot become lines."""


class FormatError(Exception):
    """`str(error)` is a sentence about a file that its reader names."""
