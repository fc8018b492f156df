"""Autocomplete: what somebody may be typing, answered from memory."""

from collections.abc import Iterable, Sequence

from rapidfuzz import fuzz, process, utils

from index.facts import select_meetings
from index.finding import known_delegations
from index.generation import Generation
from index.publication.correcting import short_key
from index.publication.corrections import Stated
from index.publication.history import GenerationEntry
from index.publication.uploads import EVERYTHING
from index.repositories.staged import Staged
from index.wording import dates_text

MOST = 25  # choices, https://discord.com/developers/docs/interactions/application-commands
LONGEST = 100  # characters of a choice's name and of its value, same page
_CUTOFF = 55  # rapidfuzz points of 100: keeps misspelt names, drops noise

Suggestion = tuple[str, str]  # what is shown, and the value that is sent


def suggest_meetings(generation: Generation, typed: str) -> list[Suggestion]:
    """Meetings, reported ones first, newest first."""
    meetings = reversed(select_meetings(generation))
    ordered = sorted(meetings, key=lambda meeting: meeting.reported_by is None)
    pairs = [(f"{m.label} ({dates_text(m.dates)})", m.id) for m in ordered]
    return _closest(typed, pairs)


def suggest_delegations(generation: Generation, typed: str) -> list[Suggestion]:
    """Delegations that attended something."""
    return _closest(typed, [(d.name, d.name) for d in known_delegations(generation)])


def suggest_owners(generation: Generation, typed: str) -> list[Suggestion]:
    """Owners of action items, and "members"."""
    owners = {owner for item in generation.facts.actions for owner in item.owners}
    return _closest(typed, [(owner, owner) for owner in (*sorted(owners), "members")])


def suggest_cities(generation: Generation, typed: str) -> list[Suggestion]:
    """Places of RILONs."""
    places = sorted(rilon.place for rilon in generation.facts.rilons)
    return _closest(typed, [(place, place) for place in places])


def suggest_bodies(generation: Generation, typed: str) -> list[Suggestion]:
    """Bodies that met."""
    bodies = sorted({meeting.body for meeting in generation.facts.meetings if meeting.body})
    return _closest(typed, [(body, body) for body in bodies])


def suggest_actions(generation: Generation, typed: str) -> list[Suggestion]:
    """Action items by id, owner and words."""
    items = generation.facts.actions
    pairs = [(f"{i.id} {', '.join(i.owners)}: {i.text}".replace(" :", ":"), i.id) for i in items]
    return _closest(typed, pairs)


def suggest_documents(generation: Generation, typed: str) -> list[Suggestion]:
    """Published documents by label and id, newest first."""
    newest = reversed(list(generation.documents.values()))
    return _closest(typed, [(f"{each.label} ({each.id})", each.id) for each in newest])


def suggest_staged(waiting: Sequence[Staged], typed: str) -> list[Suggestion]:
    """Uploads that wait, by id and file."""
    return _closest(typed, [(f"{each.id} {each.file}", each.id) for each in waiting])


def suggest_uploads(waiting: Sequence[Staged], typed: str) -> list[Suggestion]:
    """Lists of them: the ids that are typed in full, and behind these one that still waits."""
    words, ids = typed.upper().split(), {each.id for each in waiting}
    chosen = " ".join(each for each in words if each in ids)
    rest = " ".join(each for each in words if each not in ids)
    left = [each for each in waiting if each.id not in words]
    further = [
        (f"{chosen} {label}".strip(), f"{chosen} {value}".strip())
        for label, value in suggest_staged(left, rest)
    ]
    if chosen:
        return _bounded([(chosen, chosen), *further])
    return _bounded([(f"All {len(waiting)}", EVERYTHING), *further] if waiting else [])


def suggest_generations(entries: Sequence[GenerationEntry], typed: str) -> list[Suggestion]:
    """Generations that can be restored, newest first."""
    pairs = [
        (f"{each.number}: {each.at.date().isoformat()} {each.action.value}", str(each.number))
        for each in entries
        if each.can_be_restored
    ]
    return _closest(typed, pairs)


def suggest_facts(stated: Sequence[Stated], typed: str) -> list[Suggestion]:
    """What was read from one paragraph, by what it says."""
    return _closest(typed, [(each.shown, short_key(each.fact)) for each in stated])


def suggest_acronyms(generation: Generation, typed: str) -> list[Suggestion]:
    """Acronyms with what they stand for."""
    known = {each.acronym: each.meaning for each in generation.facts.acronyms}
    pairs = [(f"{acronym}: {meaning}", acronym) for acronym, meaning in sorted(known.items())]
    return _closest(typed, pairs)


def suggest_citations(generation: Generation, typed: str) -> list[Suggestion]:
    """Paragraphs by document and number, while the identifier is being typed."""
    wanted = typed.strip().casefold()
    stem, _, number = wanted.partition("#p")
    found = []
    for document in generation.documents.values():
        if not document.id.startswith(stem) and stem not in document.label.casefold():
            continue
        for paragraph in document.paragraphs:
            if str(paragraph.ordinal).startswith(number):
                label = f"{document.label_of(paragraph)}: {paragraph.text}"
                found.append((label, str(document.cite(paragraph))))
            if len(found) == MOST:
                return _bounded(found)
    return _bounded(found)


def _closest(typed: str, pairs: Sequence[Suggestion]) -> list[Suggestion]:
    wanted = typed.strip()[:LONGEST]
    if not wanted:
        return _bounded(pairs)
    holding = [pair for pair in pairs if wanted.casefold() in " ".join(pair).casefold()]
    labels = {place: pair[0] for place, pair in enumerate(pairs)}
    near = process.extract(
        wanted,
        labels,
        scorer=fuzz.partial_token_set_ratio,
        processor=utils.default_process,
        limit=MOST,
        score_cutoff=_CUTOFF,
    )
    return _bounded(dict.fromkeys([*holding, *(pairs[place] for _, _, place in near)]))


def _bounded(pairs: Iterable[Suggestion]) -> list[Suggestion]:
    usable = [pair for pair in pairs if pair[0] and 0 < len(pair[1]) <= LONGEST]
    return [(_shortened(label), value) for label, value in usable[:MOST]]


def _shortened(label: str) -> str:
    return label if len(label) <= LONGEST else f"{label[: LONGEST - 1]}…"
