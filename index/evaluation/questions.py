"""How well questions are answered: the right paragraph cited, the right words said."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from pydantic import BaseModel, ConfigDict, TypeAdapter, ValidationError

import corpus
from index.answers import Answer
from index.errors import InputError

_DEPTHS = (1, 3, 10)


class GoldQuestion(BaseModel):
    """A question and what a right answer cites and says.

    `snippet` (or one of `alt_snippets`) stands in the paragraph that answers; None asks for no
    paragraph. `answer` are strings that must be said. Kind "none" must be refused. `style` is how
    it is worded: "plain", "paraphrase", "misspelt"; "" where the file does not say.
    """

    model_config = ConfigDict(extra="ignore", frozen=True)

    question: str
    kind: str
    style: str = ""
    file: str | None = None
    snippet: str | None = None
    alt_snippets: tuple[str, ...] = ()
    answer: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True)
class QuestionResult:
    """One question's fate; `place` of the right paragraph counts from 1, 0 is not cited."""

    gold: GoldQuestion
    answer: Answer
    place: int
    said: bool | None


@dataclass(frozen=True, slots=True)
class QuestionScores:
    """The results of a file of questions, and the shares reckoned from them."""

    results: tuple[QuestionResult, ...]

    def recall(self, depth: int) -> float:
        """Share of questions with a paragraph to find that cite it among the first `depth`."""
        found = [each.place for each in self._with_paragraph()]
        return _share([0 < place <= depth for place in found])

    def mrr(self) -> float:
        """Mean of 1/place, 0 where it is not cited (Voorhees, TREC-8, 1999)."""
        places = [each.place for each in self._with_paragraph()]
        return sum(1 / place for place in places if place) / len(places) if places else 0.0

    def said(self) -> float:
        """Share of questions with strings to say whose answer says them all."""
        return _share([bool(each.said) for each in self.results if each.said is not None])

    def abstained_correctly(self) -> float:
        """Share of the unanswerable questions that were refused."""
        return _share([each.answer.abstained for each in self.results if each.gold.kind == "none"])

    def wrongly_abstained(self) -> float:
        """Share of the answerable questions that were refused."""
        return _share([each.answer.abstained for each in self.results if each.gold.kind != "none"])

    def answered(self) -> int:
        """Number of questions that were answered, rightly or not."""
        return sum(not each.answer.abstained for each in self.results)

    def kinds(self) -> tuple[str, ...]:
        """The kinds of questions there are, in order."""
        return tuple(dict.fromkeys(each.gold.kind for each in self.results))

    def of_kind(self, kind: str) -> "QuestionScores":
        """The scores of one kind of question."""
        return QuestionScores(tuple(each for each in self.results if each.gold.kind == kind))

    def styles(self) -> tuple[str, ...]:
        """The styles of wording that the file tells of, in order."""
        return tuple(dict.fromkeys(each.gold.style for each in self.results if each.gold.style))

    def of_style(self, style: str) -> "QuestionScores":
        """The scores of the questions worded in one style."""
        return QuestionScores(tuple(each for each in self.results if each.gold.style == style))

    def misses(self) -> tuple[QuestionResult, ...]:
        """What went wrong: not cited first, not said, or wrongly refused or answered."""
        return tuple(each for each in self.results if not _is_right(each))

    def summary(self) -> dict[str, float | int]:
        """The figures that `evaluate --json` prints."""
        recalls = {f"recall@{depth}": round(self.recall(depth), 4) for depth in _DEPTHS}
        return {
            "questions": len(self.results),
            **recalls,
            "mrr": round(self.mrr(), 4),
            "said": round(self.said(), 4),
            "answered": self.answered(),
            "abstained_correctly": round(self.abstained_correctly(), 4),
            "wrongly_abstained": round(self.wrongly_abstained(), 4),
        }

    def _with_paragraph(self) -> list[QuestionResult]:
        return [each for each in self.results if each.gold.snippet]


def shipped_questions() -> Path:
    """The file of questions on the shipped documents."""
    return Path(corpus.__file__).parent / "golden.json"


def read_questions(content: bytes) -> tuple[GoldQuestion, ...]:
    """Read a JSON list of questions.

    Raises:
        InputError: it is no such list.
    """
    try:
        return TypeAdapter(tuple[GoldQuestion, ...]).validate_json(content)
    except ValidationError as error:
        raise InputError(
            "The file is no JSON list of questions with “question” and “kind”."
        ) from error


def score_questions(
    questions: Sequence[GoldQuestion], ask: Callable[[str], Answer]
) -> QuestionScores:
    """Ask every question and compare."""
    return QuestionScores(tuple(_judge(gold, ask(gold.question)) for gold in questions))


def squeezed(text: str) -> str:
    """Runs of white space as one space, `*` dropped: how snippets are compared."""
    return " ".join(text.replace("*", "").split())


def _judge(gold: GoldQuestion, answer: Answer) -> QuestionResult:
    snippets = [squeezed(each) for each in (gold.snippet, *gold.alt_snippets) if each]
    cited = [] if answer.abstained else answer.citations
    places = [
        place
        for place, quotation in enumerate(cited, 1)
        if (gold.file is None or quotation.file == gold.file)
        and any(snippet in squeezed(quotation.text) for snippet in snippets)
    ]
    said = None
    if gold.answer:
        words = _all_said(answer)
        said = not answer.abstained and all(each.casefold() in words for each in gold.answer)
    return QuestionResult(gold, answer, places[0] if places else 0, said)


def _all_said(answer: Answer) -> str:
    lines = [line.text for line in answer.lines]
    quotes = [quotation.quote for quotation in answer.citations]
    return "\n".join([answer.text, *lines, *quotes]).casefold()


def _is_right(result: QuestionResult) -> bool:
    if result.gold.kind == "none":
        return result.answer.abstained
    cited = result.place == 1 or not result.gold.snippet
    return cited and result.said is not False and not result.answer.abstained


def _share(outcomes: Sequence[bool]) -> float:
    return sum(outcomes) / len(outcomes) if outcomes else 1.0
