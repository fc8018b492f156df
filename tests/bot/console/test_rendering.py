"""Answers are shown with their marks, groups, quotations and disagreements."""

from datetime import date

from bot.console.rendering import Row, answer_rows, source_rows
from corpus.documents import Citation
from index.answers import Answer, AnswerKind, Disagreement, Line, Quotation, SourceView, answer_text


def _quotation(ordinal: int, words: str) -> Quotation:
    return Quotation(
        citation=Citation("2012-06-11-tewg", ordinal),
        label=f"TEWG Kuala Lumpur 2012, ¶{ordinal}",
        file="kl.txt",
        title="Fourth Meeting",
        date=date(2012, 6, 11),
        printed="",
        text=words,
        quote=words,
    )


ATTENDED = Answer(
    question="Who attended?",
    kind=AnswerKind.ATTENDANCE,
    text="3 delegations listed.",
    text_sources=(1,),
    lines=(
        Line("Fiji", (1,), "Members"),
        Line("Norway", (1, 2), "Members"),
        Line("IOM", (2,), "Observers"),
    ),
    citations=(_quotation(4, "Fiji and Norway attended."), _quotation(5, "IOM observed.")),
    conflicts=(Disagreement("Capacity of IOM", (("observer", 2), ("member", 1))),),
    searched=2,
    understood="TEWG Kuala Lumpur 2012",
)


def _lines(rows: list[Row]) -> list[str]:
    return [" " * row.indent + row.text.plain for row in rows]


def test_an_answer_is_its_line_then_groups_then_disagreements_then_quotations() -> None:
    assert _lines(list(answer_rows(ATTENDED))) == [
        "3 delegations listed. [1]",
        "Understood: TEWG Kuala Lumpur 2012",
        "Members",
        "  • Fiji [1]",
        "  • Norway [1][2]",
        "Observers",
        "  • IOM [2]",
        "The sources disagree: Capacity of IOM",
        "  • TEWG Kuala Lumpur 2012, ¶5 (2012-06-11): observer [2]",
        "  • TEWG Kuala Lumpur 2012, ¶4 (2012-06-11): member [1]",
        "",
        "[1] TEWG Kuala Lumpur 2012, ¶4  2012-06-11-tewg#p4",
        "    “Fiji and Norway attended.”",
        "[2] TEWG Kuala Lumpur 2012, ¶5  2012-06-11-tewg#p5",
        "    “IOM observed.”",
    ]


def test_the_nearest_paragraphs_of_an_abstention_are_marked_as_such() -> None:
    answer = Answer(
        question="Who paid?",
        kind=AnswerKind.NONE,
        text="Not stated in 2 documents.",
        citations=(_quotation(4, "Fiji attended."),),
        abstained=True,
        reason="No paragraph speaks of paying.",
    )
    lines = _lines(list(answer_rows(answer)))
    assert lines[:2] == ["Not stated in 2 documents.", "No paragraph speaks of paying."]
    assert "The nearest paragraphs, which do not answer it:" in lines


def test_a_quotation_that_is_the_answer_is_not_repeated() -> None:
    words = "Fiji attended."
    lines = _lines(
        list(
            answer_rows(
                Answer("", AnswerKind.PASSAGES, words, (1,), citations=(_quotation(4, words),))
            )
        )
    )
    assert lines == ["Fiji attended. [1]", "", "[1] TEWG Kuala Lumpur 2012, ¶4  2012-06-11-tewg#p4"]


def test_a_document_cannot_steer_the_terminal() -> None:
    answer = Answer("", AnswerKind.PASSAGES, "ok", citations=(_quotation(1, "a\x1b[31mb\x9b2J"),))
    shown = "\n".join(_lines(list(answer_rows(answer))))
    assert "a\N{REPLACEMENT CHARACTER}[31mb\N{REPLACEMENT CHARACTER}2J" in shown
    assert "\x1b" not in shown


def test_square_brackets_in_a_source_are_no_markup() -> None:
    answer = Answer("", AnswerKind.PASSAGES, "[bold]x[/]", citations=(_quotation(1, "[red]y"),))
    shown = "\n".join(_lines(list(answer_rows(answer))))
    assert "[bold]x[/]" in shown
    assert "“[red]y”" in shown


def test_the_plain_text_of_an_answer_holds_every_line() -> None:
    assert answer_text(ATTENDED).split("\n") == [
        "3 delegations listed.",
        "Members:",
        "- Fiji",
        "- Norway",
        "Observers:",
        "- IOM",
    ]


def test_a_source_stands_between_its_neighbours_and_says_if_it_is_superseded() -> None:
    view = SourceView(
        citation=Citation("2012-06-11-tewg", 4),
        label="TEWG Kuala Lumpur 2012, ¶4",
        text="Here.",
        before="Above.",
        after="",
        document="2012-06-11-tewg",
        file="kl.txt",
        title="Fourth Meeting",
        date=None,
        section="Outcomes",
        superseded=True,
    )
    assert _lines(list(source_rows(view))) == [
        "TEWG Kuala Lumpur 2012, ¶4  2012-06-11-tewg#p4",
        "Fourth Meeting (kl.txt)",
        "Superseded: a later revision no longer holds these words.",
        "Outcomes",
        "",
        "  Above.",
        "",
        "  Here.",
    ]
