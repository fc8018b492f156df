"""Labels and headings over lists of those who attended: "Observers:"."""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from corpus.facts import Capacity
from corpus.typography import fold
from corpus.words.lists import word_list
from corpus.words.patterns import alternation

_START = re.compile(r"\A|[.;](?= )")
_ANNEX = re.compile(
    r"(?:annex|annexure|appendix|attachment)\b[ a-z0-9]{0,4}[:.-]* *", re.IGNORECASE
)
_OF_WHAT = r"(?: +of +(?:the +)?(?-i:[A-Z])[\w-]*(?: +[\w-]+){0,5}?)?"  # "of the Commission"
_FIELD_ROW = re.compile(r"\|[^|]+\|[^|]+\| *\Z")  # "| Present | A, B |"
_ATTENDANCE = "attendance"
_OBSERVER = Capacity.OBSERVER.value
_BRACKET = re.compile(r" *\([^()]{0,60}\)$")  # "Participants (by country)"
_WITHIN = ("member", "within")  # kinds that head a part of a list and begin none


class Label(NamedTuple):
    """A label before a colon at its place in a text, and the capacity it gives, if any."""

    start: int
    end: int
    capacity: Capacity | None


def find_labels(folded: str) -> Iterator[Label]:
    """The labels of a folded text; each begins a sentence or a part of one."""
    if ":" not in folded and not _FIELD_ROW.match(folded):
        return
    for start in _START.finditer(folded):
        match = _label().match(folded, start.end())
        if match and (match["row"] is None or _FIELD_ROW.match(folded)):
            part = _part_label().match(folded, match.end())  # "Participants: Members: A, B"
            kind = _kind((part or match)["label"])
            yield Label(match.start(), (part or match).end(), _capacity(kind))


def label_of(heading: str, *, within: bool) -> str:
    """The label, with its colon, that a heading puts over a list of those who attended, or "".

    Args:
        heading: the whole heading: "Annex 2: List of participants".
        within: whether such a list has begun, where "Member States" heads a part of it.
    """
    plain = _ANNEX.sub("", " ".join(fold(heading).split())).strip(" :.-")
    kind = _kind(_BRACKET.sub("", plain))
    if kind in _WITHIN:
        part = f" {_labels()[kind][0]}" if kind == "member" else ""
        return f"{plain_label()}{part}" if within else ""
    return f"{_labels()[kind][0]}:" if kind else ""


def is_annex(heading: str) -> bool:
    """Whether a text begins another annex."""
    return _ANNEX.match(fold(heading)) is not None


def begins_part(text: str) -> bool:
    """Whether a text begins with a label that heads a part of a list: "Members: A, B"."""
    return _part_label().match(fold(text)) is not None


def plain_label() -> str:
    """The label that gives no capacity."""
    return f"{_labels()[_ATTENDANCE][0]}:"


def label_for(capacity: Capacity) -> str:
    """The label, with its colon, that gives a capacity; the plain one where none does."""
    names = _labels().get(capacity.value)
    return label_of(names[0], within=True) if names else plain_label()


@cache
def _labels() -> dict[str, list[str]]:
    """The labels by kind; "countries represented" and the like begin a list as well."""
    labels: dict[str, list[str]] = word_list("attendance")["labels"]
    present = word_list("attendance")["tables"]["present"]
    groups = [name for kind in _WITHIN for name in labels[kind]]
    attending = [f"{name} {word}" for name in groups for word in present]
    observing = [f"{name} {word}" for name in labels[_OBSERVER] for word in present]
    return labels | {
        _ATTENDANCE: [*labels[_ATTENDANCE], *attending],
        _OBSERVER: [*labels[_OBSERVER], *observing],
    }


def _capacity(kind: str) -> Capacity | None:
    return None if kind in (_ATTENDANCE, "within") else Capacity(kind)


def _kind(label: str) -> str:
    return next((kind for kind, names in _labels().items() if label.lower() in names), "")


@cache
def _part_label() -> re.Pattern[str]:
    names = alternation(name for kind in _WITHIN for name in _labels()[kind])
    return re.compile(rf" *(?P<label>{names}){_OF_WHAT} *:", re.IGNORECASE)


@cache
def _label() -> re.Pattern[str]:
    kinds = (names for kind, names in _labels().items() if kind not in _WITHIN)
    names = alternation(name for names in kinds for name in names)
    return re.compile(
        rf"(?P<row>\| *)? *(?P<label>{names}){_OF_WHAT} *(?:\([^()]{{0,60}}\) *)?(?(row)\||:)",
        re.IGNORECASE,
    )
