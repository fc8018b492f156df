"""Who a person is: what stands beside the name, in a signature or in a sentence."""

import re

from corpus.documents import Document, Form, Paragraph
from corpus.gazetteer import gazetteer
from corpus.sentences import sentence_spans
from corpus.typography import fold
from index.analysis import stop_words
from index.answers import Answer, AnswerKind
from index.generation import Generation
from index.quoting import Quoter
from index.understanding.questions import Question
from index.wordlists import load

_LINES = 4  # below a name in a signature: post, department, state
_LONGEST_LINE = 120  # characters of one
_SAYS = 3  # words beside a name from which a sentence tells something of the person


def person(generation: Generation, asked: Question) -> Answer | None:
    """ "Who is Craig Chittick?": the post below the signature, else a sentence with the name."""
    name = person_in(asked.plain)
    if not name or asked.delegations:
        return None
    signed = _signatures(generation, name)
    told = [] if signed else _sentences(generation, name)
    if not signed and not told:
        return None
    quoter = Quoter(generation)
    if signed:
        document, lines = signed[-1]  # documents stand oldest first: the newest post
        for line in (*lines[1:], lines[0]):  # the post, which is asked for, before the name
            quoter.cite(document.cite(line))
        sources = tuple(range(1, len(lines) + 1))
        text = ", ".join(line.text for line in lines)
    else:
        document, paragraph, text = told[-1]
        sources = (quoter.cite(document.cite(paragraph), text),)
    return Answer(
        question="",
        kind=AnswerKind.PASSAGES,
        text=text,
        text_sources=sources,
        citations=quoter.quotations,
        searched=len(generation.documents),
        understood="",
    )


def person_in(question: str) -> str:
    """The name of whom a question asks who that is, or what post they hold; else ""."""
    for pattern in load("wants")["persons"]["asked"]:
        found = re.match(pattern, " ".join(fold(question).split()), re.IGNORECASE)
        if found and not stop_words().intersection(found["name"].lower().split()):
            return str(found["name"])
    return ""


def _signatures(generation: Generation, name: str) -> list[tuple[Document, list[Paragraph]]]:
    """The name with the lines below it, in each document that the person signed."""
    found = []
    for document in generation.documents.values():
        for place, paragraph in enumerate(document.paragraphs):
            if paragraph.form is Form.SIGNATURE and _is_name(paragraph.text, name):
                below = document.paragraphs[place + 1 : place + 1 + _LINES]
                found.append((document, [paragraph, *_post(below)]))
    return [each for each in found if len(each[1]) > 1]


def _post(below: tuple[Paragraph, ...]) -> list[Paragraph]:
    """The lines of a post, up to the state that ends it."""
    post = []
    for line in below:
        if line.form is not Form.SIGNATURE or len(line.text) > _LONGEST_LINE:
            break
        post.append(line)
        if gazetteer().find(line.text):
            break
    return post


def _sentences(generation: Generation, name: str) -> list[tuple[Document, Paragraph, str]]:
    found = []
    for indexed in generation.indexed:
        if name not in _plain(indexed.paragraph.text):
            continue
        for span in sentence_spans(indexed.paragraph.text):
            sentence = span.of(indexed.paragraph.text)
            beside = _plain(sentence).replace(name, "").split()
            if name in _plain(sentence) and len(beside) >= _SAYS:
                found.append((indexed.document, indexed.paragraph, sentence))
    return found


def _is_name(text: str, name: str) -> bool:
    plain = _plain(text)
    return name in plain and len(plain.replace(name, "").split()) <= 1  # a title before it


def _plain(text: str) -> str:
    return " ".join(fold(text).lower().split())
