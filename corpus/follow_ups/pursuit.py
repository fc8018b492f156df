"""Action items and the sentences that may tell their fate, kept up with a changing corpus."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import count
from typing import Any, NamedTuple

from corpus.documents import Citation, Document
from corpus.facts import ActionItem, Extract, Meeting
from corpus.follow_ups.leads import Lead, Quest, find_lead, quest_of
from corpus.follow_ups.sharing import Traces
from corpus.follow_ups.traces import Trace, read_traces

_LEAST_SHARED = 2  # terms
_Key = tuple[Any, ...]  # all that an item's leads hang on
_About = Mapping[int, Sequence[str]]


class _Read(NamedTuple):
    """A document as it was read, and the numbers of its sentences."""

    extract: Extract
    about: _About
    numbers: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Pursued:
    """An item with all its leads, by the numbers of their sentences."""

    quest: Quest
    leads: dict[int, Lead] = field(default_factory=dict)


class Pursuit:
    """Finds the leads of action items; a text that stays is read once.

    `keep_up` comes first, `pursue` once for each item, then `forget_others`.
    """

    def __init__(self) -> None:
        self._traces = Traces()
        self._documents: dict[str, _Read] = {}
        self._numbers: dict[_Key, int] = {}
        self._pursued: dict[int, Pursued] = {}
        self._given = count()
        self._asking: defaultdict[str, set[int]] = defaultdict(set)  # items, by term
        self._met: set[int] = set()  # items since the corpus last changed

    def keep_up(self, extracts: Iterable[Extract], meetings: Sequence[Meeting]) -> None:
        """Read what has changed, and mend the leads of the items that are known.

        Args:
            extracts: of all documents.
            meetings: merged, so that every document's sentences are about the same ones.
        """
        about = _mentions(meetings)
        wanted = {each.document.id: each for each in extracts}
        gone: list[int] = []
        for name, (extract, told, numbers) in list(self._documents.items()):
            # Compared as parts of tuples: the same object need not be looked into.
            if (wanted.get(name), about.get(name, {})) != (extract, told):
                gone += numbers
                del self._documents[name]
            else:
                self._documents[name] = _Read(wanted[name], told, numbers)
        new = {
            name: list(read_traces(extract, about.get(name, {})))
            for name, extract in wanted.items()
            if name not in self._documents
        }
        terms = {term for number in gone for term in self._traces.by_number[number].terms}
        terms |= {term for traces in new.values() for trace in traces for term in trace.terms}
        pointing = {term for term in terms if self._traces.points(term)}
        self._traces.remove(gone)
        come: list[int] = []
        for name, traces in new.items():
            numbers = self._traces.add(traces)
            self._documents[name] = _Read(wanted[name], about.get(name, {}), numbers)
            come += numbers
        turned = {term for term in terms if (term in pointing) != self._traces.points(term)}
        self._mend(gone, come, turned)

    def pursue(self, item: ActionItem, after: date, document: Document) -> Pursued:
        """The leads of an item that arose on the day `after`, in `document`."""
        paragraph = document.paragraph(item.citation.ordinal)
        around = paragraph.text if paragraph else ""
        key = (
            *(item.text, item.citation, item.owners, item.due, item.strength, item.meeting),
            *(after, around),
        )
        number = self._numbers.get(key)
        if number is None:
            number = self._numbers[key] = next(self._given)
            pursued = Pursued(quest_of(item, after, document))
            pursued.leads.update(self._leads(pursued.quest))
            self._pursued[number] = pursued
            for term in pursued.quest.words:
                self._asking[term].add(number)
        self._met.add(number)
        return self._pursued[number]

    def forget_others(self) -> None:
        """Let go of the items that were not pursued since the last time."""
        for key, number in list(self._numbers.items()):
            if number not in self._met:
                del self._numbers[key]
                for term in self._pursued.pop(number).quest.words:
                    self._asking[term].remove(number)
        self._met.clear()

    def weight(self, terms: Iterable[str]) -> float:
        """How much terms tell together: 1 for one that stands in a single sentence."""
        return self._traces.weight(terms)

    def first_of(self, citation: Citation) -> Trace | None:
        """The first sentence of a paragraph, where its document is dated."""
        read = self._documents.get(citation.document)
        traces = (self._traces.by_number[number] for number in read.numbers) if read else ()
        return next((each for each in traces if each.citation == citation), None)

    def _leads(self, quest: Quest) -> Iterator[tuple[int, Lead]]:
        for number in self._traces.sharing(quest.words, _LEAST_SHARED):
            lead = find_lead(quest, self._traces.by_number[number])
            if lead:
                yield number, lead

    def _mend(self, gone: Iterable[int], come: Iterable[int], turned: Iterable[str]) -> None:
        """Mend leads after sentences went and came, and terms began or ceased to point."""
        if not self._pursued:
            return
        lost = frozenset(gone)
        for pursued in self._pursued.values():
            for number in lost & pursued.leads.keys():
                del pursued.leads[number]
        anew = {number for term in turned for number in self._asking.get(term, ())}
        for item in anew:
            leads = self._pursued[item].leads
            leads.clear()
            leads.update(self._leads(self._pursued[item].quest))
        for number in come:
            trace = self._traces.by_number[number]
            for item in self._askers(trace) - anew:
                lead = find_lead(self._pursued[item].quest, trace)
                if lead:
                    self._pursued[item].leads[number] = lead

    def _askers(self, trace: Trace) -> set[int]:
        """The items that share enough pointing terms with a sentence."""
        shared: Counter[int] = Counter()
        for term in trace.terms:
            if self._traces.points(term):
                shared.update(self._asking.get(term, ()))
        return {item for item, times in shared.items() if times >= _LEAST_SHARED}


def _mentions(meetings: Sequence[Meeting]) -> Mapping[str, _About]:
    """The ids of the meetings that each paragraph mentions, by document and ordinal."""
    about: defaultdict[str, defaultdict[int, list[str]]] = defaultdict(lambda: defaultdict(list))
    for meeting in meetings:
        for citation in dict.fromkeys((meeting.citation, *meeting.mentions)):
            about[citation.document][citation.ordinal].append(meeting.id)
    return about
