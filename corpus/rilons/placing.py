"""Which places and dates belong to a predicate about RILONs."""

from collections.abc import Iterator, Sequence
from enum import Enum, auto
from itertools import takewhile
from typing import NamedTuple

from corpus.facts import DateRange
from corpus.rilons.words import CITY, COUNTRY, DATE, NETWORK, Place, Tagged

_LISTED = "gdpD,;():CNRM12"  # words that a list of places with their dates consists of
_BEFORE_NETWORK = "gdN12C,"  # words between a network and the place that names it
_BEFORE_DATE = "p(,:qgEHLSTX"  # words after which a date dates the predicate
_SUBJECT_REACH = 5  # words between a subject and its predicate

_Dated = tuple[Place, DateRange | None]


class Dating(Enum):
    """What the dates beside a predicate tell of it."""

    NONE = auto()
    BEGINNING = auto()  # the first is the day from which it holds
    EVENTS = auto()  # each is one event; "since 2011" is none


class Stretch(NamedTuple):
    """A predicate's number in its clause, between those of its neighbours."""

    at: int
    previous: int | None
    end: int  # the next predicate, or the clause's end


def dated_places(clause: Sequence[Tagged], stretch: Stretch, dating: Dating) -> tuple[_Dated, ...]:
    """The places that a predicate speaks of, each with its dates.

    A date belongs to the place before it; what stands before all places, or only after the
    last of a list, belongs to all of them.

    Args:
        clause: the words of one clause.
        stretch: where the predicate stands.
        dating: which dates count.
    """
    numbers = _place_numbers(clause, stretch.at, stretch.end)
    if not numbers:
        return ()
    dates = _date_numbers(clause, stretch, numbers, dating)
    own = {number: _dates_after(number, numbers, dates) for number in numbers}
    loose = [number for number in dates if all(number not in each for each in own.values())]
    if not any(own[number] for number in numbers[:-1]):
        loose = own[numbers[-1]] or loose
    found = []
    for number in numbers:
        when = own[number] or loose
        ranges = [
            clause[each].dates for each in (when if dating is Dating.EVENTS else when[:1])
        ] or [None]
        place = clause[number].place
        found += [(place, each) for each in ranges if place]
    return tuple(dict.fromkeys(found))


def _place_numbers(clause: Sequence[Tagged], at: int, end: int) -> list[int]:
    """Where the places stand: by the network, after the predicate, else as its subject."""
    beside = [*_beside_network(clause, at)]
    after = [*_listed_after(clause, at, end)]
    if any(clause[number].letter == CITY for number in beside):  # "launched by Fiji and Tonga"
        after = [number for number in after if clause[number].letter == CITY]
    listed = [*beside, *after]
    listed = _without_countries_of_cities(clause, sorted(set(listed)))
    return listed or _subjects(clause, at)


def _beside_network(clause: Sequence[Tagged], at: int) -> Iterator[int]:
    """The places that name the network of the predicate: "Suva RILON", "RILONs in Suva"."""
    network = _network_of(clause, at)
    if network is None:
        return
    if clause[network].place:
        yield network
    for number in range(network - 1, -1, -1):
        if clause[number].letter not in _BEFORE_NETWORK:
            break
        if clause[number].place and number != at:
            yield number
    yield from _listed_after(clause, network, max(network, at) if network < at else len(clause))


def _network_of(clause: Sequence[Tagged], at: int) -> int | None:
    """The network next to a predicate: its object if one follows at once, else its subject."""
    before = [n for n in range(at + 1) if clause[n].letter == NETWORK]
    after = [n for n in range(at + 1, len(clause)) if clause[n].letter == NETWORK]
    subject_near = before and all(clause[n].letter != "x" for n in range(before[-1], at))
    if before and (subject_near or not after):
        return before[-1]
    return after[0] if after else None


def _listed_after(clause: Sequence[Tagged], start: int, end: int) -> Iterator[int]:
    stretch = range(start + 1, end)
    for number in takewhile(lambda each: clause[each].letter in _LISTED, stretch):
        if clause[number].letter in (CITY, COUNTRY):
            yield number


def _without_countries_of_cities(clause: Sequence[Tagged], numbers: Sequence[int]) -> list[int]:
    """Leave out "Malaysia" of "Kuala Lumpur, Malaysia"."""
    kept: list[int] = []
    for number in numbers:
        place, above = clause[number].place, clause[kept[-1]].place if kept else None
        if not (place and above and place.city is None and place.country == above.country):
            kept.append(number)
    return kept


def _subjects(clause: Sequence[Tagged], at: int) -> list[int]:
    """The states or cities that stand as subject before a predicate, a list of them whole."""
    near = range(at - 1, max(-1, at - 1 - _SUBJECT_REACH), -1)
    last = next((number for number in near if clause[number].place), None)
    if last is None:
        return []
    numbers = [last]
    for number in range(last - 1, -1, -1):
        if clause[number].letter in (CITY, COUNTRY):
            numbers.insert(0, number)
        elif clause[number].letter not in "gd,":
            break
    return _without_countries_of_cities(clause, numbers)


def _date_numbers(
    clause: Sequence[Tagged], stretch: Stretch, places: Sequence[int], dating: Dating
) -> list[int]:
    """The dates of a predicate: from its places on to the next predicate, or at the beginning."""
    if dating is Dating.NONE:
        return []
    before = _BEFORE_DATE if dating is Dating.BEGINNING else _BEFORE_DATE.replace("q", "")
    numbers = [number for number, word in enumerate(clause) if word.letter == DATE]
    dates = [each for each in numbers if each == 0 or clause[each - 1].letter in before]
    if stretch.previous is not None:
        return [number for number in dates if stretch.at < number < stretch.end]
    start = min(stretch.at, *places)
    inside = [number for number in dates if start < number < stretch.end]
    return inside or [number for number in dates if _leads(clause, number)]


def _leads(clause: Sequence[Tagged], number: int) -> bool:
    """Whether a date begins its clause: "In October 2011, India hosted …"."""
    return all(word.letter in "pgd" for word in clause[:number])


def _dates_after(number: int, places: Sequence[int], dates: Sequence[int]) -> list[int]:
    following = next((each for each in places if each > number), None)
    return [each for each in dates if number < each and (following is None or each < following)]
