from datetime import date

import pytest

from corpus.documents import Document, Kind
from corpus.identity import identify
from corpus.meetings import reported_meeting
from corpus.reading import read_document
from corpus.slugs import distinct


def identified(text: str) -> Document:
    document = read_document("000_ab.txt", text.encode())
    return identify(document, reported_meeting(document))


def test_a_document_is_named_after_the_meeting_it_reports() -> None:
    document = identified(
        "Technical Experts Working Group\n\n"
        "Malaysia hosted the fourth Technical Experts Working Group in Kuala Lumpur"
        " on 11 June 2012."
    )
    assert document.id == "2012-06-11-tewg-kuala-lumpur"
    assert document.label == "TEWG Kuala Lumpur 2012"
    assert document.date == date(2012, 6, 11)
    assert document.title == "Technical Experts Working Group"
    assert document.kind is Kind.STATEMENT


def test_a_report_of_no_meeting_is_named_after_its_title_and_own_date() -> None:
    document = identified(
        "Ad Hoc Group Progress Report by the Co-Chairs\n\nWork is well underway.\n\n"
        "This report was considered by Senior Officials in Sydney on 5 March 2013."
    )
    assert document.id == "2013-03-05-ahg-progress-report"
    assert document.label == "AHG Progress Report 2013"
    assert document.kind is Kind.REPORT


def test_without_date_and_title_the_file_name_is_left() -> None:
    document = identified("members took note of the paper.")
    assert document.id == "000-ab"
    assert document.date is None


@pytest.mark.parametrize("words", [1, 12, 40])
def test_an_id_is_a_slug_of_at_most_sixty_characters(words: int) -> None:
    document = identified("Report on " + "Ångström-très longs Élans " * words + "\n\nIt was so.")
    assert len(document.id) <= 60
    assert document.id.replace("-", "").isalnum()
    assert document.id.isascii()


def test_a_taken_slug_gets_a_number() -> None:
    assert distinct("a-b", ()) == "a-b"
    assert distinct("a-b", ("a-b", "a-b-2")) == "a-b-3"
