"""What a sentence tells of RILONs: which step, where, when.

The sentence comes as a row of letters, one a word (`corpus.rilons.words`). It is cut into
clauses; in each, every predicate ("established", "was considering", "met") is tried as a verb
whose subject or object is a network. Clauses with a negation or a hypothesis before the
predicate tell nothing.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from corpus.facts import DateRange, Step
from corpus.rilons.placing import Dating, Stretch, dated_places
from corpus.rilons.words import NETWORK, Place, Tagged

_STEPS: Mapping[str, Step] = {
    "K": Step.CONSIDERING,
    "A": Step.APPROVAL_SOUGHT,
    "I": Step.ANNOUNCED,
    "w": Step.ANNOUNCED,
    "E": Step.ESTABLISHED,
    "X": Step.ESTABLISHED,
    "V": Step.ESTABLISHED,
    "q": Step.ESTABLISHED,
    "Y": Step.ESTABLISHED,
    "H": Step.MET,
    "T": Step.MET,
    "S": Step.SUSPENDED,
    "L": Step.CLOSED,
    "Z": Step.DROPPED,
}
_PREDICATES = "KAIEXYHTSLZ"
_BEFORE_NETWORK = "[gN12C]*"
_CLAUSE_END = re.compile(r"[;k]")
# A new subject with its own predicate begins a new clause: "…, and Malaysia hosted …".
_NEW_SUBJECT = re.compile(rf",(?=g*[CN]R?[aVgw]*[{_PREDICATES}])")
_BRACKETS = re.compile(r"\(([^()]*)\)")
# Objects: what follows the predicate up to the network.
_FOUNDING = re.compile(rf"[pgx,NC]{{0,8}}(?:f|u(?!{_BEFORE_NETWORK}RM)){_BEFORE_NETWORK}R")
_DIRECT = re.compile(rf"[gN12CpGIK]*(?:Mp{_BEFORE_NETWORK})?R")
_NOT_SUBORDINATE = re.compile(rf"{_BEFORE_NETWORK}R(?!M?[gp,CN]*[aVwhuETSLX])")
_PLANS_FOR = re.compile(rf"(?:pD)?p{_BEFORE_NETWORK}R")
_PROPOSED = re.compile(rf"{_BEFORE_NETWORK}R")  # "the proposed RILON"
_OBJECTS: Mapping[str, tuple[re.Pattern[str], ...]] = {
    "K": (_FOUNDING, _PLANS_FOR, _NOT_SUBORDINATE),
    "A": (_FOUNDING, _PLANS_FOR, _NOT_SUBORDINATE),
    "I": (_FOUNDING, _PLANS_FOR, _NOT_SUBORDINATE),
    "w": (_FOUNDING,),
    "q": (re.compile(rf"[pgx,NC]{{0,4}}[fu]{_BEFORE_NETWORK}R"),),
    "E": (re.compile(rf"{_BEFORE_NETWORK}R"),),
    "Y": (re.compile(rf"p?{_BEFORE_NETWORK}R"),),
    "V": (re.compile(rf"{_BEFORE_NETWORK}R(?!M)"),),
    "H": (_DIRECT,),
    "S": (_DIRECT,),
    "L": (_DIRECT,),
    "Z": (re.compile(rf"[pgx,NCGIK]{{0,8}}[fu]{_BEFORE_NETWORK}R"), _DIRECT),
}
# Subjects: what stands between the network and its predicate.
_PASSED = r"[gp,CND():M12aVqETSLXHKA]*"
_SUBJECTS: Mapping[str, re.Pattern[str]] = {
    **dict.fromkeys("EXTHSL", re.compile(_PASSED)),
    **dict.fromkeys("KIA", re.compile(rf"{_PASSED}a[gp]*|[:,]+")),
    "q": re.compile(rf"{_PASSED}a[gp]*"),
    "Z": re.compile(rf"[GIK]?{_PASSED}(?:a[gp]*)?"),
}
_FOUNDED_NETWORK = re.compile(rf"(?:f|[IGKA]p){_BEFORE_NETWORK}$")
_OF_PERSONS = re.compile(r"P[gNC,12]*$")
_FIRST_NETWORK = re.compile(r"[gN2C]*1[gNC]*R(?!M)")  # "hosted its first RILON"
_HOSTING = re.compile(rf"[pgx,NC]*u{_BEFORE_NETWORK}R")  # "thanked Fiji for hosting the Suva RILON"
_NAMED_MEETING = re.compile(r"(?:[12]g*[CN]|Mp[gNC12]*)R|RM")  # "second Suva RILON"
_DEFINITE = re.compile(r"d[gd12]*Rp[gd]*C")  # "the RILONs in Suva and Apia"
_APPOSITION = re.compile(r",[^,;:]*,(?=[agV]*$)")  # "the RILON in Suva, agreed in 2010, met"
_PLANNED = re.compile(r"w[ag]*$")


class Telling(NamedTuple):
    """One step of one RILON, as a sentence tells it."""

    step: Step
    place: Place
    dates: DateRange | None


def tellings(words: Sequence[Tagged]) -> Iterator[Telling]:
    """Every step that a sentence tells, in its order."""
    for clause in _clauses(words):
        letters = "".join(word.letter for word in clause)
        found = _without_dropped_plans(_steps(_plain(letters))) or tuple(_named_only(letters))
        bounds = [0, *(at for _, at in found), len(clause)]
        for number, (step, at) in enumerate(found, 1):
            stretch = Stretch(at, bounds[number - 1] if number > 1 else None, bounds[number + 1])
            dating = _dating(letters, at, step)
            for place, dates in dated_places(clause, stretch, dating):
                yield Telling(step, place, dates)


def step_of(words: Sequence[Tagged]) -> Step | None:
    """The step that a lead or heading tells of the RILONs that are listed below it."""
    letters = _plain("".join(word.letter for word in words))
    found = [step for step, _ in _steps(letters.replace(":", ""))]
    if found:
        return found[-1]
    blocked = re.search(r"[nhwI]", letters)
    return Step.MET if "RM" in letters and not blocked else None


def _dating(letters: str, at: int, step: Step) -> Dating:
    """What the dates beside a predicate tell: "has a RILON" is not dated by them."""
    if letters[at] in "VR" and step is Step.ESTABLISHED:
        return Dating.NONE
    return Dating.EVENTS if step is Step.MET else Dating.BEGINNING


def _plain(letters: str) -> str:
    """The letters with definite articles as ordinary modifiers."""
    return letters.replace("d", "g")


def _without_dropped_plans(steps: Iterable[tuple[Step, int]]) -> tuple[tuple[Step, int], ...]:
    """Where plans were dropped, the plans themselves are no step."""
    found = tuple(steps)
    planned = {Step.CONSIDERING, Step.APPROVAL_SOUGHT, Step.ANNOUNCED}
    if all(step is not Step.DROPPED for step, _ in found):
        return found
    return tuple((step, at) for step, at in found if step not in planned)


def _clauses(words: Sequence[Tagged]) -> Iterator[list[Tagged]]:
    """Cut a sentence at semicolons, contrasts, new subjects, and brackets that tell something."""
    letters = "".join(word.letter for word in words)
    rest = list(range(len(words)))
    for brackets in _BRACKETS.finditer(letters):
        inside = brackets[1]
        if NETWORK in inside or re.search(f"[{_PREDICATES}]", inside):
            yield from _parts([words[number] for number in range(*brackets.span(1))])
            rest = [number for number in rest if not brackets.start() <= number < brackets.end()]
    yield from _parts([words[number] for number in rest])


def _parts(words: Sequence[Tagged]) -> Iterator[list[Tagged]]:
    letters = _plain("".join(word.letter for word in words))
    cuts = {match.start() for match in _CLAUSE_END.finditer(letters)}
    start = 0
    for match in _NEW_SUBJECT.finditer(letters):
        if re.search(f"[{_PREDICATES}]", letters[start : match.start()]):
            cuts.add(match.start())
            start = match.start()
    bounds = [0, *sorted(cuts), len(words)]
    pieces = (list(words[start:end]) for start, end in pairwise(bounds))
    yield from _with_listed_parts([piece for piece in pieces if piece])


def _with_listed_parts(pieces: Sequence[list[Tagged]]) -> Iterator[list[Tagged]]:
    """Put a part that tells nothing itself ("; Colombo (11 May 2011)") back to the one before."""
    whole: list[Tagged] = []
    for piece in pieces:
        letters = "".join(word.letter for word in piece)
        if whole and re.search(f"[{_PREDICATES}wVqR]", letters):
            yield whole
            whole = []
        whole = whole + piece
    if whole:
        yield whole


def _steps(letters: str) -> Iterator[tuple[Step, int]]:
    """The predicates of a clause that have a network for subject or object."""
    blocked = re.search(r"[nh]", letters)
    for at, letter in enumerate(letters):
        if letter not in _STEPS or (blocked and blocked.start() < at and letter != "Z"):
            continue
        step = _step(letters, at)
        if step and (_has_object(letters, at) or _has_subject(letters, at)):
            yield step, at


def _has_object(letters: str, at: int) -> bool:
    if letters[at] in "KI" and letters.endswith("g", 0, at) and _PROPOSED.match(letters, at + 1):
        return True
    return any(each.match(letters, at + 1) for each in _OBJECTS.get(letters[at], ()))


def _has_subject(letters: str, at: int) -> bool:
    if letters[at] == "Y":
        return NETWORK in letters[:at]
    network = letters.rfind(NETWORK, 0, at)
    pattern = _SUBJECTS.get(letters[at])
    if network < 0 or pattern is None:
        return False
    if letters[at] in "HT" and _OF_PERSONS.search(letters, 0, network):
        return False
    founded = _FOUNDED_NETWORK.search(letters, 0, network) is not None
    if letters[at] not in "KIAZ" and founded != (letters[at] == "q"):
        return False  # "work to establish a RILON was suspended", and no RILON
    between = _APPOSITION.sub("", _PLANNED.sub("", letters[network + 1 : at]))
    planned = _PLANNED.search(letters, 0, at) is not None
    return pattern.fullmatch(between + ("a" if planned else "")) is not None


def _step(letters: str, at: int) -> Step | None:
    """The step of a predicate: what will be is announced; a first RILON founds the network."""
    if _PLANNED.search(letters, 0, at):
        return Step.ANNOUNCED if letters[at] in "EX" else None
    if letters[at] == "H" and _FIRST_NETWORK.match(letters, at + 1):
        return Step.ESTABLISHED
    if letters[at] == "q" and _HOSTING.match(letters, at + 1):
        return Step.MET
    return _STEPS[letters[at]]


def _named_only(letters: str) -> Iterator[tuple[Step, int]]:
    """What a clause without predicate tells: "second Suva RILON", "the Suva RILON"."""
    if NETWORK not in letters or re.search(r"[nhwIKAGZf]", letters):
        return
    if _NAMED_MEETING.search(_plain(letters)):
        yield Step.MET, letters.index(NETWORK)
    elif "CR" in letters or _DEFINITE.search(letters):
        yield Step.ESTABLISHED, letters.index(NETWORK)
