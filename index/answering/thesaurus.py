"""Which words may say the same, by the shipped lists and by WordNet.

`index/data/wordnet.tsv` holds, of WordNet 3.1, the words that its sense-tagged texts use: each
with its synonyms in its commoner senses (up to the fifth; beyond the second only those that the
texts use) and with the words derived from it. `scripts/cut_wordnet.py` cuts it from WordNet's
database files; its licence lies beside it.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files

from corpus.actions.due_forms import NUMBERS
from index.analysis import Analyser, stop_words, word_terms
from index.wordlists import load

Form = tuple[str, ...]  # a run of terms

GROUPED = 0.75  # how much a word of the same shipped group counts beside the question's own
DERIVED = 0.85  # how much one derived from it: "removal" for "remove"
SYNONYM = 0.6  # how much a synonym of WordNet's: it may be one of another sense


@cache
def groups() -> tuple[tuple[Form, ...], ...]:
    """The shipped synonym groups, and numbers both ways, as runs of terms without empty ones."""
    analyser = Analyser()
    found = []
    for group in (*load("synonyms")["groups"], *_numbers()):
        forms = dict.fromkeys(tuple(analyser.terms(word)) for word in group)
        found.append(tuple(form for form in forms if form))
    return tuple(found)


def _numbers() -> Iterator[tuple[str, str]]:
    """Each number that texts write as a word, and its figures: "three", "3"."""
    return ((word, str(number)) for word, number in NUMBERS.items() if word not in stop_words())


@cache
def grouped(form: Form) -> Mapping[Form, float]:
    """What shares a shipped group with a form, itself included."""
    return {each: GROUPED for group in groups() if form in group for each in group}


def related(term: str) -> Mapping[Form, float]:
    """What WordNet gives for a term, with how much each counts."""
    return _relations().get(term, {})


@cache
def english_words() -> frozenset[str]:
    """The words that WordNet's texts use, base forms in lower case."""
    return frozenset(line.partition("\t")[0] for line in _lines())


@cache
def english_terms() -> frozenset[str]:
    """Their terms."""
    return frozenset(term for word in english_words() for term in word_terms(word))


@cache
def _relations() -> Mapping[str, Mapping[Form, float]]:
    relations: defaultdict[str, dict[Form, float]] = defaultdict(dict)
    for line in _lines():
        word, synonyms, derived = line.split("\t")
        for own in word_terms(word):
            for others, strength in ((derived, DERIVED), (synonyms, SYNONYM)):
                for other in others.split():
                    form = word_terms(other)
                    if len(form) == 1 and form != (own,):
                        relations[own].setdefault(form, strength)
    return relations


def _lines() -> list[str]:
    text = (files("index") / "data" / "wordnet.tsv").read_text(encoding="utf-8")
    return text.splitlines()
