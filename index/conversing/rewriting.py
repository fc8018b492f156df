"""Questions put again: without the meeting that they name, and with another delegation."""

import re

from corpus.dates import find_dates, ordinal_of
from corpus.facts import Delegation
from index.meeting_names import words_of
from index.understanding.intents import Intent
from index.understanding.meeting_mentions import YEAR
from index.understanding.questions import Question
from index.wordlists import load

_DANGLING = re.compile(
    r"\s*\b(?:(?:in|at|of|on|for|from|during|by|the|a|an)\b\s*)+(?=\s*(?:[?.!]|$))", re.IGNORECASE
)
_IN_FRONT = re.compile(r"^\s*(?:(?:in|at|during|of|for|the)\s*)+,\s*", re.IGNORECASE)
_ARTICLES = frozenset({"the", "a", "an"})
_SPACES = re.compile(r"\s+(?=[\s?.!,])")
_TITLES = {Intent.ATTENDANCE: "attendance", Intent.CHAIRS: "chairs", Intent.HELD: "held"}


def without_meeting(asked: Question) -> str:
    """The question without what names a meeting: "Who attended the meeting?"."""
    if not asked.meetings.named:
        return asked.text
    text = asked.text
    for mention in reversed(find_dates(text)):
        text = f"{text[: mention.start]} {text[mention.end :]}"
    for section in ("latest", "earliest"):
        for phrase in load("intents")[section]:
            text = re.sub(phrase, " ", text, flags=re.IGNORECASE)
    text = re.sub(r"[^\s?!.,]+", lambda match: "" if _names(asked, match[0]) else match[0], text)
    text = _IN_FRONT.sub("", text)
    return _SPACES.sub("", _DANGLING.sub(_at_the_meeting, text)).strip()


def with_delegation(asked: Question, question: str, delegation: Delegation) -> str:
    """`question`, which was `asked` about another delegation or none, about this one."""
    for written in asked.written:
        if written in question:
            article = re.compile(rf"(?:\bthe )?{re.escape(written)}", re.IGNORECASE)
            return article.sub(lambda _: delegation.name, question)
    kind = next((name for each, name in _TITLES.items() if asked.asks_for(each)), "other")
    return put(kind, question, delegation.name)


def put(kind: str, question: str, name: str) -> str:
    """A name put into a question of a kind, in the form that the word list gives."""
    form: str = load("conversation")["names"][kind]
    return form.format(name=name, question=question.rstrip("?!. "))


def without_delegations(asked: Question, question: str) -> str:
    """`question` without the delegations that it names; of attendance, who attended."""
    if asked.asks_for(Intent.ATTENDANCE) or asked.asks_for(Intent.CHAIRS):
        return "Who attended the meeting?"
    for written in asked.written:
        question = question.replace(written, " ")
    return _SPACES.sub("", question).strip()


def _names(asked: Question, token: str) -> bool:
    """Whether a token belongs to the name of the meeting."""
    words = words_of(token)
    if YEAR.fullmatch(token) or (words and ordinal_of(words[0]) is not None):
        return True
    return bool(words) and set(words) <= asked.meetings.words


def _at_the_meeting(match: re.Match[str]) -> str:
    articles = set(words_of(match[0])) <= _ARTICLES
    return " the meeting" if articles else " at the meeting"
