"""The marks of lists."""

import pytest

from corpus.pages.marks import is_successor, read_mark


@pytest.mark.parametrize(
    ("line", "kind", "label", "rest"),
    [
        ("• Fiji will host", "•", "", "Fiji will host"),
        ("•Fiji will host", "•", "", "Fiji will host"),
        ("- Fiji", "-", "", "Fiji"),
        ("-facilitate talks", "-", "", "facilitate talks"),
        ("–\u00a0Fiji", "–", "", "Fiji"),
        ("* Fiji", "*", "", "Fiji"),
        ("o Fiji", "o", "", "Fiji"),
        ("\uf0b7 Fiji", "\uf0b7", "", "Fiji"),
        ("24. The meeting", "number", "24", "The meeting"),
        ("1.\u00a0 Immigration", "number", "1", "Immigration"),
        ("1\\. Fiji", "number", "1", "Fiji"),
        ("3) Fiji", "number", "3", "Fiji"),
        ("(3) Fiji", "number", "3", "Fiji"),
        ("2.1 Members", "decimal", "2.1", "Members"),
        ("2.1. Members", "decimal", "2.1", "Members"),
        ("a) Fiji", "letter", "a", "Fiji"),
        ("(b) Fiji", "letter", "b", "Fiji"),
        ("- a) Fiji", "letter", "a", "Fiji"),
        ("iv. Fiji", "roman", "iv", "Fiji"),
        ("(ii) Fiji", "roman", "ii", "Fiji"),
        ("B. Outcomes", "Letter", "B", "Outcomes"),
        ("IV. Outcomes", "Roman", "IV", "Outcomes"),
        ("## Outcomes", "heading", "", "Outcomes"),
    ],
)
def test_a_mark_is_told_from_its_entry(line: str, kind: str, label: str, rest: str) -> None:
    mark = read_mark(line)
    assert mark is not None
    assert (mark.kind, mark.label, line[mark.length :]) == (kind, label, rest)


@pytest.mark.parametrize(
    "line",
    [
        "2016. The next meeting",
        "*emphasised* words",
        "**Bold**",
        "-",
        "#1 priority",
        "11 May 2011",
        "1.5",
        "over the year",
        "U.S. members",
        "e.g. Fiji",
    ],
)
def test_ordinary_beginnings_are_no_marks(line: str) -> None:
    mark = read_mark(line)
    assert mark is None or mark.length >= len(line)


@pytest.mark.parametrize(
    ("above", "below"),
    [("4", "5"), ("a", "b"), ("h", "i"), ("iii", "iv"), ("ix", "x"), ("1.9", "1.10"), ("2", "3")],
)
def test_labels_follow_each_other(above: str, below: str) -> None:
    assert is_successor(below, above)
    assert not is_successor(above, below)
