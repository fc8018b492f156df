"""What kind of answer a question asks for, told by its words (`index/data/intents.toml`)."""

import re
from enum import StrEnum
from functools import cache

from corpus.facts import Capacity
from index.wordlists import load

_WORD_END = re.compile(r"\w*")
_MONTHS = re.compile(
    r"\b(?:january|february|march|april|may|june|july|august|september|october|november|december)\b"
)

# Sections whose phrases carry no topic, whatever is asked for.
_ASKING = ("absent", "outcomes", "brief", "latest", "earliest", "every")


class Intent(StrEnum):
    """What kind of answer a question asks for."""

    GLOSSARY = "glossary"
    RILON = "rilon"
    CHAIRS = "chairs"
    HELD = "held"
    MEETINGS = "meetings"
    ATTENDANCE = "attendance"
    ACTIONS = "actions"


def intents_of(plain: str) -> tuple[Intent, ...]:
    """The intents whose phrases a question in lower case holds, in the order they are tried."""
    return tuple(intent for intent in Intent if fits(intent.value, plain))


def capacities_of(plain: str) -> frozenset[Capacity]:
    """The capacities of attendance that a question in lower case asks for."""
    asked = load("intents")["capacities"]
    return frozenset(Capacity(name) for name, each in asked.items() if re.search(each, plain))


def superlative_of(plain: str) -> tuple[str, str]:
    """Of what a question in lower case asks for the most, and the words by which it does.

    "delegations by meetings", "attended most"; ("", "") where it asks for no such thing.
    """
    forms: dict[str, list[str]] = load("intents")["superlatives"]
    for name, each in forms.items():
        found = re.search("|".join(each), plain)
        if found:
            return name, found[0]
    return "", ""


def occasion_in(text: str) -> tuple[str, str]:
    """Whether a question is after the "first" or the "last" time, and it without those words.

    That is another thing than the first meeting: "When did Fiji first attend the SOM?".
    """
    forms: dict[str, str] = load("intents")["occasions"]
    for name, each in forms.items():
        found = re.search(each, text, re.IGNORECASE)
        if found:
            return name, f"{text[: found.start()]} {text[found.end() :]}"
    return "", text


def asks_for_nobodys(plain: str) -> bool:
    """Whether a question in lower case asks for action items whose owner is not named."""
    return bool(re.search(load("intents")["owners"]["nobody"], plain))


def statuses_of(plain: str) -> tuple[frozenset[str], frozenset[str]]:
    """Where the action items stand that a question in lower case asks for: "open", "overdue".

    With the words by which it says so.
    """
    forms: dict[str, str] = load("intents")["statuses"]
    found = {name: re.search(each, plain) for name, each in forms.items()}
    said = [match[0] for match in found.values() if match]
    names = frozenset(name for name, match in found.items() if match)
    return names, frozenset(word for each in said for word in re.findall(r"[a-z]+", each))


def kinds_of_meeting(plain: str) -> frozenset[str]:
    """The kind of meetings that a question in lower case wants listed: "workshop"; else none."""
    words, said = load("meeting_words"), set(re.findall(r"[a-z]+", plain))
    kinds = said.intersection(words["plurals"])
    return frozenset(kind.removesuffix("s") for kind in kinds if not kinds & {*words["any_kind"]})


def fits(section: str, plain: str) -> bool:
    """Whether a question in lower case holds one of a section's phrases."""
    pattern = _pattern(section)
    return bool(pattern and pattern.search(plain))


def topic_of(plain: str, intents: tuple[Intent, ...]) -> str:
    """What is left of a question without the phrases of its intents, and without months."""
    for section in (*(intent.value for intent in intents), *_ASKING):
        pattern = _pattern(section)
        if pattern is not None:
            plain = _without(pattern, plain)
    return _MONTHS.sub(" ", plain)


def _without(pattern: re.Pattern[str], plain: str) -> str:
    """Take out the words that a pattern touches; a pattern over everything explains nothing."""
    for found in reversed(list(pattern.finditer(plain))):
        start, end = found.span()
        if (start, end) != (0, len(plain)):
            ending = _WORD_END.match(plain, end)
            plain = f"{plain[:start]} {plain[ending.end() if ending else end :]}"
    return plain


@cache
def _pattern(section: str) -> re.Pattern[str] | None:
    phrases = load("intents").get(section)
    return re.compile("|".join(f"(?:{phrase})" for phrase in phrases)) if phrases else None
