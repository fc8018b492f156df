import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.rendering.citations import compact, expand
from corpus.documents import Citation
from corpus.errors import CitationFormatError

_SLUGS = st.from_regex(r"[a-z0-9][a-z0-9-]{0,200}", fullmatch=True)


@given(_SLUGS, st.integers(1, 9_999_999))
def test_a_compact_citation_fits_a_button_and_is_read_back(document: str, ordinal: int) -> None:
    citation = Citation(document, ordinal)
    assert len(f"source:{compact(citation)}") <= 100
    assert expand(["other", document], compact(citation)) == citation


def test_a_document_that_is_gone_is_an_error() -> None:
    with pytest.raises(CitationFormatError):
        expand(["other"], compact(Citation("a" * 150, 7)))
