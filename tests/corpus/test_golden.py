"""The golden set asks what the shipped documents say, and what they do not."""

import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import corpus
from corpus.reading import read_document

FEWEST = {
    "attendance": 20,
    "delegation": 6,
    "meeting": 14,
    "rilon": 10,
    "actions": 14,
    "glossary": 8,
    "passages": 60,
    "none": 45,
}
STYLES = {"plain", "paraphrase", "misspelt", "short"}

Question = dict[str, Any]
Texts = dict[str, tuple[str, ...]]


@pytest.fixture(scope="module")
def golden() -> list[Question]:
    path = Path(corpus.__file__).parent / "golden.json"
    questions: list[Question] = json.loads(path.read_text(encoding="utf-8"))
    return questions


@pytest.fixture(scope="module")
def answerable(golden: list[Question]) -> list[Question]:
    return [each for each in golden if each["kind"] != "none"]


@pytest.fixture(scope="module")
def texts(shipped_corpus: Path) -> Texts:
    """The paragraphs of each file, squeezed."""
    documents = (read_document(p.name, p.read_bytes()) for p in shipped_corpus.iterdir())
    return {each.file: tuple(squeeze(p.text) for p in each.paragraphs) for each in documents}


def squeeze(text: str) -> str:
    """How `evaluate` compares snippets: emphasis dropped, white space as one space."""
    return " ".join(text.replace("*", "").split())


def snippets(question: Question) -> tuple[str, ...]:
    alternatives = question.get("alt_snippets", ())
    return tuple(each for each in (question["snippet"], *alternatives) if each)


def holding(texts: Texts, snippet: str) -> Iterator[tuple[str, str]]:
    """The file and the text of each paragraph that holds the snippet."""
    for file, paragraphs in texts.items():
        yield from ((file, text) for text in paragraphs if snippet in text)


def test_every_snippet_stands_in_one_paragraph_of_its_file(
    answerable: list[Question], texts: Texts
) -> None:
    for question in answerable:
        for snippet in snippets(question):
            assert snippet == squeeze(snippet), question["question"]
            found = [file for file, _ in holding(texts, snippet)]
            assert len(found) == 1, (question["question"], snippet, found)
            assert question["file"] in (found[0], None), (question["question"], snippet)


def test_a_file_is_named_unless_several_answer(answerable: list[Question], texts: Texts) -> None:
    for question in answerable:
        places = [place for snippet in snippets(question) for place in holding(texts, snippet)]
        files = {file for file, _ in places}
        assert question["file"] == (files.pop() if len(files) == 1 else None), question["question"]


def test_what_must_be_said_stands_in_the_paragraphs_that_answer(
    answerable: list[Question], texts: Texts
) -> None:
    """A delegation's meetings are named by place and year, from other paragraphs."""
    for question in answerable:
        if question["kind"] == "delegation" or not question["snippet"]:
            continue
        places = [place for snippet in snippets(question) for place in holding(texts, snippet)]
        words = "\n".join(text for _, text in places).casefold()
        for said in question["answer"] or ():
            assert said.casefold() in words, (question["question"], said)


def test_every_answerable_question_can_be_judged(answerable: list[Question]) -> None:
    for question in answerable:
        assert question["snippet"] or question["answer"], question["question"]


def test_unanswerable_questions_name_no_paragraph(golden: list[Question]) -> None:
    for question in golden:
        if question["kind"] == "none":
            named = (question["file"], question["snippet"], question["answer"])
            assert named == (None, None, None), question["question"]
            assert "alt_snippets" not in question


def test_all_kinds_of_questions_are_asked(golden: list[Question]) -> None:
    kinds = Counter(each["kind"] for each in golden)
    assert kinds.keys() == FEWEST.keys()
    for kind, fewest in FEWEST.items():
        assert kinds[kind] >= fewest, kind
    assert kinds["none"] >= len(golden) / 4


def test_questions_come_in_many_wordings(
    golden: list[Question], answerable: list[Question]
) -> None:
    styles = Counter(each["style"] for each in golden)
    assert styles.keys() == STYLES
    assert styles["misspelt"] >= 15
    assert styles["short"] >= 5
    paraphrased = sum(each["style"] == "paraphrase" for each in answerable)
    assert paraphrased >= len(answerable) / 3


def test_no_question_is_asked_twice(golden: list[Question]) -> None:
    asked = Counter(squeeze(each["question"]).casefold() for each in golden)
    assert [question for question, times in asked.items() if times > 1] == []
