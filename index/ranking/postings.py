"""Which paragraphs hold each term and how often, in contiguous arrays, one slice a term."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial, reduce
from itertools import chain, count

import numpy as np
from numpy.typing import NDArray

FRESH = -1  # where a paragraph of a changed corpus has no number in the old one

_NUMBER_BITS = np.uint64(32)  # of a sort key; the term's id stands above them


@dataclass(frozen=True, slots=True, eq=False)
class Postings(Mapping[str, int]):
    """A mapping from each term to the number of paragraphs that hold it, with the postings.

    The slice of the term with id `i` is `starts[i]:starts[i + 1]`; it is empty where
    paragraphs no longer hold the term.

    Attributes:
        ids: each term's id, from 0, in order; a superset of the terms that are held.
        starts: one more than there are ids.
        numbers: of paragraphs, ascending in each slice.
        frequencies: how often the paragraph of the same place holds the term.
        lengths: terms of each paragraph.
    """

    ids: Mapping[str, int]
    starts: NDArray[np.int64]
    numbers: NDArray[np.uint32]
    frequencies: NDArray[np.unsignedinteger]
    lengths: NDArray[np.uint32]

    def __getitem__(self, term: str) -> int:
        place = self.slice_of(term)
        if place is None:
            raise KeyError(term)
        return int(place.stop - place.start)

    def __iter__(self) -> Iterator[str]:
        held = np.diff(self.starts) > 0
        return (term for term, is_held in zip(self.ids, held.tolist(), strict=True) if is_held)

    def __len__(self) -> int:
        return int(np.count_nonzero(np.diff(self.starts)))

    def slice_of(self, term: str) -> slice | None:
        """Where a term's postings stand; None where no paragraph holds it."""
        number = self.ids.get(term)
        if number is None:
            return None
        start, stop = self.starts.item(number), self.starts.item(number + 1)
        return slice(start, stop) if start < stop else None

    def holding_all(self, terms: Iterable[str]) -> NDArray[np.uint32]:
        """The numbers of the paragraphs that hold all of some terms, ascending."""
        slices = [self.slice_of(each) or slice(0) for each in terms]
        held = sorted((self.numbers[each] for each in slices), key=len)
        return reduce(partial(np.intersect1d, assume_unique=True), held)

    def changed(self, origins: NDArray[np.int64], fresh: "Postings") -> "Postings":
        """The postings of a corpus that shares paragraphs with this one.

        Args:
            origins: for each of its paragraphs the number here, or `FRESH`; ascending but
                for those, since what stays keeps its order.
            fresh: the postings of its fresh paragraphs alone, numbered from 0 in their order,
                over the same ids and those that are new.
        """
        stays = origins != FRESH
        moved = np.zeros(len(self.lengths), dtype=np.uint32)
        moved[origins[stays]] = np.flatnonzero(stays)
        survives = np.zeros(len(self.lengths), dtype=bool)
        survives[origins[stays]] = True
        numbers, frequencies, starts = moved[self.numbers], self.frequencies, self.starts
        if not survives.all():
            kept = survives[self.numbers]
            starts = np.concatenate(([0], np.cumsum(kept)))[starts]
            numbers, frequencies = numbers[kept], frequencies[kept]
        starts = np.pad(starts, (0, len(fresh.starts) - len(starts)), mode="edge")
        added = np.flatnonzero(~stays).astype(np.uint32)[fresh.numbers]
        places = _places(starts, numbers, fresh.starts, added)
        lengths = np.empty(len(origins), dtype=np.uint32)
        lengths[stays], lengths[~stays] = self.lengths[origins[stays]], fresh.lengths
        return Postings(
            fresh.ids,
            starts + fresh.starts,
            np.insert(numbers, places, added),
            _insert_counts(frequencies, places, fresh.frequencies),
            lengths,
        )


def postings_of(token_lists: Sequence[Sequence[str]]) -> Postings:
    """Count the terms of each paragraph, in paragraph order."""
    ids: defaultdict[str, int] = defaultdict(count().__next__)
    lengths = np.fromiter(map(len, token_lists), dtype=np.uint32, count=len(token_lists))
    tokens = np.fromiter(
        map(ids.__getitem__, chain.from_iterable(token_lists)),
        dtype=np.uint32,
        count=int(lengths.sum()),
    )
    return count_postings(dict(ids), tokens, lengths)


def count_postings(
    ids: Mapping[str, int], tokens: NDArray[np.uint32], lengths: NDArray[np.uint32]
) -> Postings:
    """Postings from term ids, those of one paragraph after the other.

    Sorts term and paragraph as one number, which is several times as fast as any dictionary.
    """
    keys = tokens.astype(np.uint64) << _NUMBER_BITS
    keys |= np.repeat(np.arange(len(lengths), dtype=np.uint64), lengths)
    keys.sort()
    firsts = np.flatnonzero(np.concatenate((keys[:1] == keys[:1], keys[1:] != keys[:-1])))
    frequencies = np.diff(firsts, append=len(keys))
    keys = keys[firsts]
    term_bounds = np.arange(len(ids) + 1, dtype=np.uint64) << _NUMBER_BITS
    return Postings(
        ids,
        np.searchsorted(keys, term_bounds).astype(np.int64),
        keys.astype(np.uint32),  # which keeps the lower bits
        _small(frequencies),
        lengths,
    )


def _places(
    starts: NDArray[np.int64],
    numbers: NDArray[np.uint32],
    fresh_starts: NDArray[np.int64],
    added: NDArray[np.uint32],
) -> NDArray[np.int64]:
    """Where in `numbers` each of the added ones belongs, by its term's slice."""
    terms = np.diff(fresh_starts).nonzero()[0]
    bounds = (starts[terms], starts[terms + 1], fresh_starts[terms], fresh_starts[terms + 1])
    places = [
        start + numbers[start:stop].searchsorted(added[first:last])
        for start, stop, first, last in zip(*(each.tolist() for each in bounds), strict=True)
    ]
    return np.concatenate([np.empty(0, dtype=np.int64), *places])


def _insert_counts(
    counts: NDArray[np.unsignedinteger],
    places: NDArray[np.int64],
    added: NDArray[np.unsignedinteger],
) -> NDArray[np.unsignedinteger]:
    wide = np.promote_types(counts.dtype, added.dtype)
    inserted: NDArray[np.unsignedinteger] = np.insert(
        counts.astype(wide, copy=False), places, added
    )
    return inserted


def _small(counts: NDArray[np.int64]) -> NDArray[np.unsignedinteger]:
    """The same in as few bytes as the highest needs, mostly one."""
    small: NDArray[np.unsignedinteger] = counts.astype(np.min_scalar_type(counts.max(initial=0)))
    return small
