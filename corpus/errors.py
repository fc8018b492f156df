"""The one family of errors whose text a user may see."""


class RapporteurError(Exception):
    """Base: `str(error)` is one plain sentence, fit to be shown as it is."""


class DocumentError(RapporteurError):
    """A file cannot become a document; `file` names it, `reason` says why."""

    def __init__(self, file: str, reason: str) -> None:
        super().__init__(f"{file}: {reason}")
        self.file = file
        self.reason = reason


class CitationFormatError(RapporteurError):
    """A text is not of the form `<document id>#p<ordinal>`."""
