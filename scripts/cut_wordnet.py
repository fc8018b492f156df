"""Cut `index/data/wordnet.tsv` from the database files of WordNet 3.1.

    python scripts/cut_wordnet.py FOLDER > index/data/wordnet.tsv

FOLDER holds `index.sense` and `data.noun`, `.verb`, `.adj`, `.adv`, in the form of wndb(5WN).
A line is a word, its synonyms and the words derived from it, parted by tabs.
"""

import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import Stemmer

_FILES = {"n": "data.noun", "v": "data.verb", "a": "data.adj", "r": "data.adv"}
_PARTS = {"1": "n", "2": "v", "3": "a", "4": "r", "5": "a"}
_DERIVATION = ("+", "\\", "<")  # pointers: related form, pertainym, participle
_WORD = re.compile(r"[a-z]{3,}")
_COMMON = 5  # senses of a word whose synonyms are taken
_SURE = 2  # of these, the senses that are taken although no tagged text uses them

Synset = tuple[str, str]  # part of speech, offset


class Sense(NamedTuple):
    """One sense of a word: its rank among them, and how often the tagged texts use it."""

    synset: Synset
    rank: int
    uses: int


def read_senses(folder: Path) -> dict[str, list[Sense]]:
    """All senses, by word."""
    senses = defaultdict(list)
    for line in (folder / "index.sense").read_text().splitlines():
        key, offset, rank, uses = line.split()
        word, _, rest = key.partition("%")
        senses[word].append(Sense((_PARTS[rest[0]], offset), int(rank), int(uses)))
    return senses


def read_synsets(folder: Path) -> tuple[dict[Synset, list[str]], dict[str, set[str]]]:
    """The words of each synset, and the words that are derived from one another."""
    words: dict[Synset, list[str]] = {}
    pointers = []
    for part, name in _FILES.items():
        for line in (folder / name).read_text(encoding="latin-1").splitlines():
            if not line.startswith("  "):  # the licence
                synset, own, found = _parse(part, line)
                words[synset] = own
                pointers += [(synset, *each) for each in found]
    derived = defaultdict(set)
    for synset, target, source_word, target_word in pointers:
        one, other = words[synset][source_word - 1], words[target][target_word - 1]
        derived[one].add(other)
        derived[other].add(one)
    return words, derived


def _parse(part: str, line: str) -> tuple[Synset, list[str], list[tuple[Synset, int, int]]]:
    fields = line.split("|")[0].split()
    count = int(fields[3], 16)
    words = [re.sub(r"\(.*\)", "", each).lower() for each in fields[4 : 4 + 2 * count : 2]]
    start = 4 + 2 * count
    pointers = []
    for number in range(int(fields[start])):
        symbol, offset, kind, ends = fields[start + 1 + 4 * number : start + 5 + 4 * number]
        source, target = int(ends[:2], 16), int(ends[2:], 16)
        if symbol in _DERIVATION and source and target:
            pointers.append((("a" if kind == "s" else kind, offset), source, target))
    return (part, fields[0]), words, pointers


def rows(folder: Path) -> Iterator[str]:
    """The lines of the table: the words that the tagged texts use, in order."""
    senses = read_senses(folder)
    synsets, derived = read_synsets(folder)
    uses = Counter({word: sum(each.uses for each in found) for word, found in senses.items()})
    known = {word for word in senses if _WORD.fullmatch(word) and uses[word]}
    stem = Stemmer.Stemmer("english").stemWord
    for word in sorted(known):
        common = [
            each
            for each in senses[word]
            if each.rank <= _COMMON and (each.uses or each.rank <= _SURE)
        ]
        same = {other for each in common for other in synsets[each.synset]}
        columns = (
            sorted(other for other in found if other in known and stem(other) != stem(word))
            for found in (same, derived.get(word, ()))
        )
        yield "\t".join([word, *map(" ".join, columns)])


if __name__ == "__main__":
    sys.stdout.writelines(f"{row}\n" for row in rows(Path(sys.argv[1])))
