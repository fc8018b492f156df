"""Which of a generation's facts a maintainer put right, by the paragraph that they cite."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import date
from functools import lru_cache

from corpus.documents import Citation
from corpus.facts import Acronym, ActionItem, Attendance, Facts, Meeting, RilonStep
from index.generation import Generation
from index.wording import dates_text, day_text, list_text

_GENERATIONS = 2  # the one that serves, and the one that takes over
_Fact = Meeting | Attendance | ActionItem | RilonStep | Acronym


@lru_cache(maxsize=_GENERATIONS)
def corrected_facts(generation: Generation) -> Mapping[Citation, str]:
    """What stands beside each such paragraph wherever it is cited."""
    facts: defaultdict[tuple[Citation, date], list[str]] = defaultdict(list)
    for fact, shown in _corrected(generation.facts):
        if fact.corrected:
            facts[fact.citation, fact.corrected].append(shown)
    told: defaultdict[Citation, list[str]] = defaultdict(list)
    for (citation, day), texts in sorted(facts.items()):
        what = "; ".join(dict.fromkeys(texts))
        told[citation].append(f"as corrected by a maintainer on {day_text(day)}: {what}")
    return {citation: "; ".join(texts) for citation, texts in told.items()}


def _corrected(facts: Facts) -> Iterator[tuple[_Fact, str]]:
    yield from ((each, _meeting(each)) for each in facts.meetings if each.corrected)
    for entry in facts.attendance:
        if entry.corrected:
            yield entry, f"{entry.delegation.name}: {entry.capacity.value}"
    yield from ((each, _item(each)) for each in facts.actions if each.corrected)
    for rilon in facts.rilons:
        for step in rilon.history:
            yield step, f"RILON {rilon.place}: {step.step.value}, {dates_text(step.dates)}"
    yield from ((each, f"{each.acronym}: {each.meaning}") for each in facts.acronyms)


def _meeting(meeting: Meeting) -> str:
    chairs = list_text(meeting.co_chairs) or "no co-chairs stated"
    return f"{meeting.label}, {dates_text(meeting.dates)}, {chairs}"


def _item(item: ActionItem) -> str:
    due = f", due {dates_text(item.due)}" if item.due else ""
    return f"{item.id}: {list_text(item.owners) or 'nobody named'}{due}"
