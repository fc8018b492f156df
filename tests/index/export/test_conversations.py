"""A conversation is exported with every citation, and what it holds cannot be a formula."""

import csv
import io
import json

import pytest

from index.assistant import answer
from index.conversing.conversation import follow, resolve
from index.conversing.turns import MOST_TURNS, Context
from index.errors import InputError
from index.export import export
from index.generation import Generation

TURNS = ("Who attended the Apia meeting?", "and in Suva?", "and who co-chaired it?", "=Mars?")


def talked(generation: Generation, *texts: str) -> Context:
    context = Context()
    for text in texts:
        understood = resolve(generation, context, text)
        options = understood.options
        found = answer(generation, options["question"], options.get("meeting"))
        context = follow(generation, context, understood, found)
    return context


def test_each_citation_of_each_answer_is_a_row(lagoon: Generation) -> None:
    context = talked(lagoon, *TURNS)
    rows = json.loads(export(lagoon, "conversation", "json", context).content)
    assert [row["turn"] for row in rows] == sorted(row["turn"] for row in rows)
    assert {row["turn"] for row in rows} == {1, 2, 3, 4}
    assert "co-chaired" in next(row["answer"] for row in rows if row["turn"] == 3)
    for row in (row for row in rows if row["citation"]):
        document, paragraph = next(
            (d, p)
            for d in lagoon.documents.values()
            for p in d.paragraphs
            if str(d.cite(p)) == row["citation"]
        )
        assert row["quote"] in paragraph.text
        assert row["text_hash"] == paragraph.text_hash
        assert row["label"] == document.label_of(paragraph)


def test_a_spreadsheet_takes_no_question_for_a_formula(lagoon: Generation) -> None:
    made = export(lagoon, "conversation", "csv", talked(lagoon, *TURNS))
    rows = list(csv.DictReader(io.StringIO(made.content.decode("utf-8-sig"))))
    assert rows[-1]["question"] == "'=Mars?"
    assert (
        "| turn |" in export(lagoon, "conversation", "md", talked(lagoon, *TURNS)).content.decode()
    )


def test_a_conversation_is_bounded(lagoon: Generation) -> None:
    context = talked(lagoon, *["Where do RILONs exist?"] * (MOST_TURNS + 3))
    rows = json.loads(export(lagoon, "conversation", "json", context).content)
    assert {row["turn"] for row in rows} == set(range(1, MOST_TURNS + 1))


@pytest.mark.parametrize("context", [None, Context()])
def test_where_nothing_was_asked_there_is_nothing(
    lagoon: Generation, context: Context | None
) -> None:
    with pytest.raises(InputError, match="ask something first"):
        export(lagoon, "conversation", "csv", context)


def test_a_conversation_is_no_calendar(lagoon: Generation) -> None:
    with pytest.raises(InputError, match="calendar"):
        export(lagoon, "conversation", "ics", talked(lagoon, *TURNS))
