"""What is said beside questions: greetings, thanks, cries for help, other languages."""

import re
from dataclasses import replace
from functools import cache

from corpus.typography import fold
from index.answers import Answer, AnswerKind
from index.generation import Generation
from index.meeting_names import words_of
from index.understanding.named_meetings import by_date
from index.understanding.questions import Question
from index.wording import count_text
from index.wordlists import load

_EDGES = " \t\n.,!?…:;)(-–"
_OPENING = 3  # words among which a question word stands
_END = 60  # characters that thanks take; a search for them in a long run of marks takes long
_LONGEST = 200  # characters; who says more asks something
_ENGLISH = "Questions are understood in English only."


def small_talk(generation: Generation, text: str) -> Answer | None:
    """A word back to "hello", "thanks" or "what can you do?"; None to anything else."""
    reply = _reply(text)
    if not reply:
        return None
    documents = count_text(len(generation.documents), "document")
    said = reply.format(documents=documents, example=_example(generation))
    return Answer(text, AnswerKind.TALK, said)


def is_small_talk(text: str) -> bool:
    """Whether a text is no question, but a greeting or the like."""
    return bool(_reply(text))


def _reply(text: str) -> str:
    plain = " ".join(fold(text[:_LONGEST]).lower().split()).strip(_EDGES)
    return next((reply for said, reply in _talk() if said.fullmatch(plain)), "")


def without_courtesies(text: str) -> str:
    """A text without the greeting before a question and the thanks behind it."""
    around: dict[str, str] = load("small_talk")["around"]
    bare = re.sub(rf"^\s*(?:{around['before']})", "", text, count=1, flags=re.IGNORECASE)
    end = re.sub(rf"(?:{around['after']})$", "", bare[-_END:], count=1, flags=re.IGNORECASE)
    bare = bare[:-_END] + end
    return bare if words_of(bare) else text


def told_if_foreign(found: Answer, asked: Question) -> Answer:
    """A refusal, of a question in another language for that reason."""
    if not found.abstained or not _is_foreign(asked.plain):
        return found
    return replace(found, text=_ENGLISH, reason=_ENGLISH, citations=(), lines=(), searched=0)


def _is_foreign(plain: str) -> bool:
    letters = [letter for letter in plain if letter.isalpha()]
    strange = sum(ord(letter) > ord("ɏ") for letter in letters)  # the last Latin letter
    words = set(words_of(plain)[:3])
    return 2 * strange > len(letters) or not words.isdisjoint(
        load("small_talk")["foreign"]["words"]
    )


def _example(generation: Generation) -> str:
    reported = by_date(each for each in generation.facts.meetings if each.reported_by)
    return f"Who attended {reported[-1].label}?" if reported else "Who attended the last meeting?"


@cache
def _talk() -> tuple[tuple[re.Pattern[str], str], ...]:
    entries: list[dict[str, str]] = load("small_talk")["talk"]
    return tuple((re.compile(each["said"]), each["reply"]) for each in entries)
