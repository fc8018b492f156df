"""Questions that point at one thing by its number: a paragraph, an action item."""

import re
from collections.abc import Iterator

from corpus.documents import Document, Paragraph
from index.answers import Answer, AnswerKind
from index.errors import NotFoundError
from index.finding import find_action
from index.generation import Generation
from index.quoting import Quoter
from index.replies.actions import action_answer
from index.understanding.questions import Question
from index.wordlists import load

_ITEM = re.compile(r"\bA-\w{4}\b", re.IGNORECASE)


def item(generation: Generation, asked: Question) -> Answer | None:
    """ "Is A-7K2M done?", "A-7K2M": the action item in full."""
    said = set(_ITEM.findall(asked.text))
    if len(said) != 1:
        return None
    try:
        return action_answer(generation, find_action(generation, said.pop()))
    except NotFoundError:
        return None


def paragraph(generation: Generation, asked: Question) -> Answer | None:
    """ "Paragraph 24 of the Auckland statement", "Outcome 4 in Apia": it, word for word."""
    found = re.search(load("intents")["references"]["paragraph"], asked.text, re.IGNORECASE)
    if found is None or asked.meeting is None:
        return None
    places = [f", {place}" for place in _places(found["kind"].lower(), found["number"])]
    told = [
        (document, each)
        for place in places
        for document, each in _paragraphs(generation, asked.meeting.id)
        if document.label_of(each).endswith(place)
    ]
    if not told:
        return None
    document, each = told[0]
    quoter = Quoter(generation)
    source = quoter.cite(document.cite(each))
    return Answer(
        question="",
        kind=AnswerKind.PASSAGES,
        text=each.text,
        text_sources=(source,),
        citations=quoter.quotations,
        searched=len(generation.documents),
        understood=document.label_of(each),
    )


def _places(kind: str, number: str) -> tuple[str, ...]:
    """How the labels of citations end that the words may mean, the likelier first."""
    if kind == "¶":
        return (f"¶{number}", f"para {number}")
    if kind.startswith("para"):
        return (f"para {number}", f"¶{number}")
    return (f"{kind.capitalize()} {number}",)


def _paragraphs(generation: Generation, meeting: str) -> Iterator[tuple[Document, Paragraph]]:
    for document, reported in generation.reported.items():
        if reported.id == meeting and document in generation.documents:
            whole = generation.documents[document]
            yield from ((whole, each) for each in whole.paragraphs)
