"""Which sentences of a corpus share terms with an action item, and how much terms tell."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from math import fsum, log

from corpus.follow_ups.traces import Trace

_CROWD = 200  # sentences that share a term beyond which it points at nothing


class Traces:
    """All dated sentences of a corpus under numbers of their own; no number is given twice."""

    def __init__(self) -> None:
        self.by_number: dict[int, Trace] = {}
        self._holders: defaultdict[str, set[int]] = defaultdict(set)
        self._given = 0

    def add(self, traces: Iterable[Trace]) -> tuple[int, ...]:
        """Take sentences in; their numbers."""
        first = self._given
        for trace in traces:
            self.by_number[self._given] = trace
            for term in trace.terms:
                self._holders[term].add(self._given)
            self._given += 1
        return tuple(range(first, self._given))

    def remove(self, numbers: Iterable[int]) -> None:
        """Let go of sentences."""
        for number in numbers:
            for term in self.by_number.pop(number).terms:
                self._holders[term].remove(number)
                if not self._holders[term]:
                    del self._holders[term]

    def weight(self, terms: Iterable[str]) -> float:
        """How much terms tell together: 1 for one that stands in a single sentence."""
        count = len(self.by_number)
        holders = (len(self._holders.get(term, ())) for term in terms)
        # An exact sum: terms come in no order.
        return fsum(log(1 + count / held) for held in holders if held) / log(1 + count)

    def points(self, term: str) -> bool:
        """Whether few enough sentences hold a term for it to point at them."""
        return len(self._holders.get(term, ())) <= _CROWD

    def sharing(self, terms: Iterable[str], least: int) -> Iterator[int]:
        """The numbers of the sentences that share at least `least` pointing terms with these."""
        shared: Counter[int] = Counter()
        for term in terms:
            if self.points(term):
                shared.update(self._holders.get(term, ()))
        return (number for number, count in shared.items() if count >= least)
