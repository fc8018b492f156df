"""What a question is about: its terms, each with whatever else may say the same."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz import fuzz, process

from index.analysis import Analyser
from index.generation import Generation
from index.wordlists import load

SYNONYM = 0.75  # how much a synonym counts beside the question's own word
MISSPELT = 0.9  # and how much the word that a misspelt one was probably meant to be
_SIMILAR = 83  # rapidfuzz points of 100 from which a word of the corpus is such a word
_SHORTEST_MISSPELT = 5  # letters of a stem; shorter ones are too alike to guess


@dataclass(frozen=True, slots=True)
class Concept:
    """One thing that a question asks about.

    Attributes:
        weight: its idf; that of a word in no paragraph where the corpus lacks it.
        forms: runs of terms that express it, with how much each counts, best first.
    """

    weight: float
    forms: Mapping[tuple[str, ...], float]

    def strength(self, terms: Sequence[str], present: frozenset[str]) -> float:
        """How well `terms` (and their set) express it, from 0 to 1."""
        for form, strength in self.forms.items():
            if form[0] in present and (len(form) == 1 or _stands_in(form, terms)):
                return strength
        return 0.0


def concepts_of(generation: Generation, text: str) -> tuple[Concept, ...]:
    """The concepts of a question, in its order, each once.

    Cost: one analysis of the text, and one pass over the vocabulary for each unknown word.
    """
    analyser = generation.analyser
    terms = list(dict.fromkeys(analyser.terms(text)))
    groups = _groups()
    found: list[Concept] = []
    explained: set[str] = set()
    for group in groups:
        said = [form for form in group if _stands_in(form, terms) and len(form) > 1]
        if said:
            explained |= {term for form in said for term in form}
            found.append(_concept(generation, said[0], group))
    for term in terms:
        if term not in explained:
            group = next((group for group in groups if (term,) in group), ())
            found.append(_concept(generation, (term,), group))
    return tuple(found)


def terms_of(concepts: Iterable[Concept]) -> list[str]:
    """All terms of all forms, each once: what the engine is asked for."""
    return list(dict.fromkeys(t for c in concepts for form in c.forms for t in form))


def _concept(
    generation: Generation, said: tuple[str, ...], group: Sequence[tuple[str, ...]]
) -> Concept:
    forms = {said: 1.0}
    for form in group:
        forms.setdefault(form, SYNONYM)
    engine = generation.engine
    if len(said) == 1 and not engine.rarity(said[0]):
        meant = _meant(said[0], engine.vocabulary) if not any(c.isdigit() for c in said[0]) else ""
        forms |= {(meant,): MISSPELT} if meant else {}
    rarities = [min(engine.rarity(term) for term in form) for form in forms]
    known = [rarity for rarity in rarities if rarity > 0]
    own = rarities[0]
    weight = own or (max(known) if known else engine.rarity_of_unknown)
    return Concept(weight, forms)


def _meant(term: str, vocabulary: Iterable[str]) -> str:
    """The word of the corpus that `term` is probably a misspelling of, or ""."""
    if len(term) < _SHORTEST_MISSPELT:
        return ""
    best = process.extractOne(term, vocabulary, scorer=fuzz.ratio, score_cutoff=_SIMILAR)
    return best[0] if best and len(best[0]) >= _SHORTEST_MISSPELT else ""


def _stands_in(form: tuple[str, ...], terms: Sequence[str]) -> bool:
    length = len(form)
    return any(tuple(terms[s : s + length]) == form for s in range(len(terms) - length + 1))


@lru_cache(maxsize=1)
def _groups() -> tuple[tuple[tuple[str, ...], ...], ...]:
    """The synonym groups as runs of terms; what analyses to nothing is left out."""
    analyser = Analyser()
    groups = []
    for group in load("synonyms")["groups"]:
        forms = dict.fromkeys(tuple(analyser.terms(word)) for word in group)
        groups.append(tuple(form for form in forms if form))
    return tuple(groups)
