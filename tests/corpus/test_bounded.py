"""Long documents are read in a process of their own, with the same result, and within bounds."""

import pytest

from corpus import apart, bounded
from corpus.details import Details
from corpus.errors import DocumentError
from tests.index.publication.texts import NADI


def test_a_long_document_yields_what_it_would_yield_here(monkeypatch: pytest.MonkeyPatch) -> None:
    details = Details(city="Suva")
    here = bounded.read("nadi.txt", NADI.encode())
    named = bounded.identified(here, details)
    facts = bounded.extracted(named, details)
    monkeypatch.setattr(bounded, "LONG", 10)
    monkeypatch.setattr(bounded, "read_document", None)  # nothing is read in this process
    monkeypatch.setattr(bounded, "extract", None)
    assert bounded.read("nadi.txt", NADI.encode()) == here
    assert bounded.extracted(named, details) == facts


def test_why_a_long_file_is_refused_is_told() -> None:
    with pytest.raises(DocumentError, match=r"^a\.txt: this is a program, not a text file\.$"):
        bounded.read("a.txt", b"\x7fELF" + bytes(bounded.LONG))


def test_a_long_document_that_takes_too_long_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(apart, "SECONDS", 0.01)
    with pytest.raises(DocumentError, match="takes too long to read"):
        bounded.read("a.txt", b"The group met.\n\n" * bounded.LONG)
