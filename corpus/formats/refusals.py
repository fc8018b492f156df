"""Why the content of a file cannot become lines."""

MOST_CHARACTERS = 2_000_000  # of a file's text: some 700 pages
TOO_MUCH_TEXT = f"this file holds more text than is read ({MOST_CHARACTERS:,} characters)."


class FormatError(Exception):
    """`str(error)` is a sentence about a file that its reader names."""
