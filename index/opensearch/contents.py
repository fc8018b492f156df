"""What an index holds: the terms of every paragraph, read from postings."""

import hashlib
from collections.abc import Iterator, Sequence

import numpy as np

from index.ranking.postings import Postings


def fingerprint(postings: Postings) -> str:
    """Tells any two corpora apart whose paragraphs differ, in number, order or terms.

    The order in which terms came to the postings does not matter.
    """
    names = list(postings.ids)
    by_name = sorted(range(len(names)), key=names.__getitem__)
    sizes = np.diff(postings.starts)
    ranks = np.empty(len(names), dtype=np.int64)
    ranks[by_name] = np.arange(len(names))
    order = np.argsort(np.repeat(ranks, sizes), kind="stable")
    digest = hashlib.sha256()
    digest.update("\0".join(names[i] for i in by_name if sizes[i]).encode("utf-8", "surrogatepass"))
    ordered = sizes[by_name]
    arrays = (ordered[ordered > 0], postings.numbers[order], postings.frequencies[order])
    for each in (*arrays, postings.lengths):
        digest.update(each.astype(np.int64).data)
    return digest.hexdigest()[:16]


def paragraphs(postings: Postings) -> Iterator[Sequence[str]]:
    """The terms of each paragraph, as often as it holds them, in no order."""
    names = np.array([*postings.ids, ""], dtype=object)
    terms = np.repeat(np.arange(len(postings.ids)), np.diff(postings.starts))
    order = np.argsort(postings.numbers, kind="stable")
    terms, times = terms[order], postings.frequencies[order]
    bounds = np.searchsorted(postings.numbers[order], np.arange(len(postings.lengths) + 1))
    for start, stop in zip(bounds[:-1].tolist(), bounds[1:].tolist(), strict=True):
        yield names[terms[start:stop].repeat(times[start:stop])].tolist()
