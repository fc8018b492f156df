"""How paragraphs of read documents are called."""

from corpus.reading import read_document

REPORT = """Report of the Ice Forum

1. OPENING

1.1 The Chair opened the meeting.

2. FUEL

2.1 Members agreed:
(a) to continue the trial, in which:
- samples are taken; and
(b) to publish the results.

Some words.

ANNEX A

Work Plan

1.1 Kenya will draft it.
"""


def test_a_citation_shows_the_number_that_is_printed_with_that_of_the_list_around_it() -> None:
    document = read_document("made-up.txt", REPORT.encode())
    labels = {each.text: document.label_of(each) for each in document.paragraphs}
    assert [label.removeprefix("made-up, ") for label in labels.values()] == [
        *("¶1", "para 1", "para 1.1", "para 2", "para 2.1", "para 2.1 (a)", "¶7", "para 2.1 (b)"),
        *("¶9", "¶10", "¶11", "Work Plan 1.1"),
    ]
