"""Finding one thing in a generation by whatever name a person gives it."""

import re

from rapidfuzz import fuzz, process

from corpus.facts import ActionItem, Delegation, Meeting, Rilon, Step
from corpus.gazetteer import gazetteer
from index.errors import AmbiguousError, InputError, NotFoundError
from index.generation import Generation
from index.meeting_names import MeetingName, matches, names_of

_NEAREST = 5  # names listed in an error: enough to choose from, few enough to read
_LONGEST_NAME = 300  # characters; no name is longer, and matching costs grow with length
_SIMILAR = 80  # rapidfuzz points of 100 from which a misspelt name counts as meant


def find_meeting(generation: Generation, text: str) -> Meeting:
    """The meeting that an id, place, year, ordinal and body, acronym or title names.

    A meeting that a document reports is preferred over ones that are only mentioned.

    Raises:
        NotFoundError: none fits; with the nearest labels.
        AmbiguousError: several fit; with their ids.
    """
    check_length(text)
    wanted = text.strip()
    if not wanted:
        raise InputError("Name a meeting: a place, a year, an ordinal and body, or an id.")
    found = candidates(generation, wanted)
    if not found:
        raise NotFoundError(
            f"No meeting is called “{wanted}”.", _nearest_meetings(generation, text)
        )
    if len(found) > 1:
        raise AmbiguousError(f"“{wanted}” fits {len(found)} meetings.", [m.id for m in found])
    return found[0]


def candidates(generation: Generation, text: str) -> tuple[Meeting, ...]:
    """All meetings that `text` may name; the reported ones alone where there are any."""
    by_id = generation.meeting(text.casefold())
    if by_id is not None:
        return (by_id,)
    name = MeetingName.parse(text)
    found = tuple(m for m in generation.facts.meetings if matches(name, names_of(m)))
    reported = tuple(m for m in found if m.reported_by)
    return reported or found


def find_delegation(generation: Generation, text: str) -> Delegation:
    """The state or organisation of this name, in any common form or slightly misspelt.

    Raises:
        NotFoundError: the corpus never names it; with the nearest names it does know.
    """
    check_length(text)
    known = known_delegations(generation)
    exact = gazetteer().find(text)
    if exact is not None:
        return exact
    by_name = {plain_name(each.name): each for each in known}
    written = {plain_name(a.as_written): a.delegation for a in generation.facts.attendance}
    choices = written | by_name
    wanted = plain_name(text)
    if wanted in choices:
        return choices[wanted]
    best = process.extract(wanted, list(choices), scorer=fuzz.WRatio, limit=_NEAREST)
    close = [(name, score) for name, score, _ in best if fuzz.ratio(wanted, name) >= _SIMILAR]
    if close:
        return choices[max(close, key=lambda each: each[1])[0]]
    nearest = list(dict.fromkeys(choices[name].name for name, _, _ in best))
    raise NotFoundError(f"No delegation is called “{text.strip()}”.", nearest)


def known_delegations(generation: Generation) -> tuple[Delegation, ...]:
    """Every delegation that attended or was absent, once, by name."""
    return tuple(sorted({each.delegation for each in generation.facts.attendance}))


def find_owner(generation: Generation, text: str) -> str:
    """The canonical name of an owner; "" for "members", which names none.

    Raises:
        NotFoundError: nobody of that name owns anything or is known.
    """
    if plain_name(text) in {"members", "participants", "none", "member states"}:
        return ""
    owners = {owner for item in generation.facts.actions for owner in item.owners}
    by_name = {plain_name(owner): owner for owner in owners}
    if plain_name(text) in by_name:
        return by_name[plain_name(text)]
    known = gazetteer().find(text)
    if known is not None:
        return known.name
    best = process.extractOne(
        plain_name(text), list(by_name), scorer=fuzz.ratio, score_cutoff=_SIMILAR
    )
    if best:
        return by_name[best[0]]
    nearest = process.extract(plain_name(text), list(by_name), scorer=fuzz.WRatio, limit=_NEAREST)
    raise NotFoundError(
        f"Nobody called “{text}” owns an action item.", [by_name[n[0]] for n in nearest]
    )


def find_action(generation: Generation, item: str) -> ActionItem:
    """The action item with this id, also one whose source was removed.

    Case, the "A-" and look-alike letters do not matter.

    Raises:
        NotFoundError: there is none; with the nearest ids.
    """
    check_length(item)
    wanted = _action_key(item)
    items = (*generation.facts.actions, *generation.lives.removed)
    by_key = {_action_key(each.id): each for each in items}
    if wanted in by_key:
        return by_key[wanted]
    near = process.extract(wanted, list(by_key), scorer=fuzz.ratio, limit=3, score_cutoff=50)
    raise NotFoundError(
        f"No action item is called “{item.strip()}”.", [by_key[n[0]].id for n in near]
    )


def find_rilon(generation: Generation, city: str) -> Rilon:
    """The RILON of a city, or of a country where only one fits.

    Raises:
        NotFoundError: no text speaks of one there; with the places that have one.
        AmbiguousError: a country with several.
    """
    check_length(city)
    rilons = generation.facts.rilons
    wanted = plain_name(city)
    found = [each for each in rilons if plain_name(each.city or "") == wanted]
    if not found:
        country = gazetteer().find(city)
        found = [each for each in rilons if country and each.country == country.name]
    if not found:
        places = {plain_name(each.place): each for each in rilons}
        near = process.extractOne(wanted, list(places), scorer=fuzz.ratio, score_cutoff=_SIMILAR)
        found = [places[near[0]]] if near else []
    if not found:
        places_known = [each.place for each in rilons if each.status is Step.ESTABLISHED]
        raise NotFoundError(
            f"No document speaks of a RILON in “{city.strip()}”.", places_known[:10]
        )
    if len(found) > 1:
        raise AmbiguousError(f"“{city}” has {len(found)} RILONs.", [each.place for each in found])
    return found[0]


def _nearest_meetings(generation: Generation, text: str) -> list[str]:
    labels = {m.id: " ".join([m.label, m.title]) for m in generation.facts.meetings}
    near = process.extract(text, labels, scorer=fuzz.WRatio, limit=_NEAREST)
    by_id = {m.id: m for m in generation.facts.meetings}
    return list(dict.fromkeys(by_id[each[2]].label for each in near))


def _action_key(item: str) -> str:
    bare = item.strip().upper().removeprefix("A-").removeprefix("A ")
    return bare.translate(str.maketrans("OIL", "011"))


def plain_name(text: str) -> str:
    """A name as names are compared: lower case, no punctuation, no article."""
    return " ".join(re.sub(r"[^\w\s]", " ", text.casefold()).split()).removeprefix("the ")


def check_length(text: str) -> None:
    """Refuse a name that is longer than any name is.

    Raises:
        InputError: it is.
    """
    if len(text) > _LONGEST_NAME:
        raise InputError(f"That name is longer than {_LONGEST_NAME} characters.")
