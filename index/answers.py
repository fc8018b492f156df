"""What a question or a command gets back; the console and Discord show the same."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import groupby

from corpus.documents import Citation


class AnswerKind(StrEnum):
    """What an answer is about."""

    ATTENDANCE = "attendance"
    DELEGATION = "delegation"
    MEETING = "meeting"
    ACTIONS = "actions"
    RILON = "rilon"
    GLOSSARY = "glossary"
    PASSAGES = "passages"
    SOURCE = "source"
    TRACK = "track"
    VERIFICATION = "verification"
    BRIEF = "brief"
    CORPUS = "corpus"  # what maintainers see of it
    SEVERAL = "several"
    TALK = "talk"  # no answer: a word back to a greeting
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Quotation:
    """A citation with the words it stands for.

    Attributes:
        label: as shown: "TEWG Auckland 2013, para 24".
        text: the whole paragraph, verbatim.
        quote: the sentence or sentences that matter, a slice of `text`.
        date: of the document's meeting.
        score: of the passage for the question; 0 for a fact's citation.
        corrected: what a maintainer put right of what was read from it, or "".
    """

    citation: Citation
    label: str
    file: str
    title: str
    date: date | None
    printed: str
    text: str
    quote: str
    score: float = 0.0
    corrected: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of an answer's list.

    Attributes:
        text: what is said, without citation marks.
        sources: 1-based places in the answer's citations that show it.
        group: the heading under which it stands ("Observers"), or "".
    """

    text: str
    sources: tuple[int, ...] = ()
    group: str = ""


@dataclass(frozen=True, slots=True)
class Disagreement:
    """Two documents that state different things of one matter, side by side."""

    subject: str
    stated: tuple[tuple[str, int], ...]  # what is stated, and its place in the citations


@dataclass(frozen=True, slots=True)
class Answer:
    """An extracted fact with its paragraphs, or verbatim passages, or an abstention.

    Attributes:
        text: the first line: the answer itself in a sentence.
        text_sources: places in `citations` that show `text`.
        lines: the list below it, in order, grouped by `Line.group`.
        citations: what it rests on, most relevant first.
        abstained: the corpus does not say; `citations` then hold the nearest paragraphs.
        reason: why it abstained, or "".
        searched: number of documents searched.
        understood: what the question was taken to be about ("TEWG Auckland 2013"), or "".
        note: what is unusual about how it was found, in a sentence, or "".
        parts: where several questions were asked, each with its own answer, in order.
    """

    question: str
    kind: AnswerKind
    text: str
    text_sources: tuple[int, ...] = ()
    lines: tuple[Line, ...] = ()
    citations: tuple[Quotation, ...] = ()
    conflicts: tuple[Disagreement, ...] = ()
    abstained: bool = False
    reason: str = ""
    searched: int = 0
    understood: str = ""
    parts: tuple["Part", ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class Part:
    """One of several questions asked at once.

    Attributes:
        asked: the question, complete by itself.
        meeting: id of the meeting that the parts before it lend it, or "".
        answer: numbered by itself; its `question` is the part as typed.
    """

    asked: str
    meeting: str
    answer: Answer


def answer_text(answer: Answer) -> str:
    """The answer and its list as plain lines, without marks and quotations."""
    lines = [answer.text]
    for group, members in groupby(answer.lines, key=lambda line: line.group):
        if group:
            lines.append(f"{group}:")
        lines += [f"- {line.text}" for line in members]
    return "\n".join(lines)


@dataclass(frozen=True, slots=True)
class SourceView:
    """A cited paragraph between its neighbours.

    `superseded` is true where a later revision of the document no longer holds these words.
    """

    citation: Citation
    label: str
    text: str
    before: str
    after: str
    document: str
    file: str
    title: str
    date: date | None
    section: str
    superseded: bool
