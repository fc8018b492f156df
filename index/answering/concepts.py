"""What a question is about: its terms, each with whatever else may say the same."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from index.analysis import Analyser
from index.answering.thesaurus import DERIVED, Form, grouped, groups, related
from index.generation import Generation
from index.understanding.glossary_forms import acronyms_said
from index.wordlists import load

_LIGHT = 0.25  # of its idf, what a word weighs that tells little of what a question is about


@dataclass(frozen=True, slots=True)
class Concept:
    """One thing that a question asks about.

    Attributes:
        weight: its idf; that of a word in no paragraph where the corpus lacks it.
        forms: runs of terms that express it, with how much each counts, best first.
    """

    weight: float
    forms: Mapping[Form, float]

    @property
    def said(self) -> Form:
        """The question's own words for it."""
        return next(iter(self.forms))

    def strength(self, terms: Sequence[str], present: frozenset[str]) -> float:
        """How well `terms` (and their set) express it, from 0 to 1."""
        for form, strength in self.forms.items():
            if form[0] in present and (len(form) == 1 or _stands_in(form, terms)):
                return strength
        return 0.0


class Strengths:
    """How strongly texts express some concepts; for many texts, as it finds forms by their terms.

    Attributes:
        weights: of the concepts.
    """

    def __init__(self, concepts: Sequence[Concept]) -> None:
        self.weights = tuple(concept.weight for concept in concepts)
        self._count = len(concepts)
        self._forms: defaultdict[str, list[tuple[int, Form, float]]] = defaultdict(list)
        for place, concept in enumerate(concepts):
            for form, strength in concept.forms.items():
                self._forms[form[0]].append((place, form, strength))
        self._first = frozenset(self._forms)

    def of(self, terms: Sequence[str]) -> tuple[float, ...]:
        """What `Concept.strength` gives for each concept."""
        found = [0.0] * self._count
        for term in self._first.intersection(terms):
            for place, form, strength in self._forms[term]:
                if strength > found[place] and (len(form) == 1 or _stands_in(form, terms)):
                    found[place] = strength
        return tuple(found)


def concepts_of(
    generation: Generation, text: str, names: frozenset[str] = frozenset()
) -> tuple[Concept, ...]:
    """The concepts of a question, in its order, each once; `names` are terms that mean no other."""
    said = generation.analyser.terms(text)
    terms = list(dict.fromkeys(said))
    acronyms = acronyms_said(generation, terms)
    explained = {term for run, acronym in acronyms.items() for term in (*run, acronym)}
    phrases = [each for each in _said_phrases(terms) if not explained.issuperset(each)]
    explained.update(term for phrase in phrases for term in phrase)
    forms = [*phrases, *((term,) for term in terms if term not in explained)]
    return (
        *(_acronym(generation, run, acronym) for run, acronym in acronyms.items()),
        *(_concept(generation, form, names) for form in forms),
    )


def _acronym(generation: Generation, run: Form, acronym: str) -> Concept:
    """What a long form or its ending stands for, whichever way a text puts it."""
    engine = generation.engine
    weight = max(engine.rarity(acronym), min(engine.rarity(term) for term in run))
    return Concept(weight or engine.rarity_of_unknown, {(acronym,): 1.0, run: 1.0})


def _said_phrases(terms: Sequence[str]) -> list[Form]:
    """The phrases of synonym groups that stand in a question: "capacity building"."""
    said = set(terms)
    phrases = (form for form in _phrases() if form[0] in said and _stands_in(form, terms))
    return list(dict.fromkeys(phrases))


@cache
def _phrases() -> tuple[Form, ...]:
    return tuple(form for group in groups() for form in group if len(form) > 1)


def terms_of(concepts: Iterable[Concept]) -> list[str]:
    """All terms of all forms, each once: what the engine is asked for."""
    return list(dict.fromkeys(t for c in concepts for form in c.forms for t in form))


def own_terms_of(concepts: Iterable[Concept]) -> list[str]:
    """The terms of the question's own words, and of those derived from them, each once."""
    return list(
        dict.fromkeys(
            term
            for concept in concepts
            for form, strength in concept.forms.items()
            if strength >= DERIVED
            for term in form
        )
    )


def _concept(generation: Generation, said: Form, names: frozenset[str]) -> Concept:
    engine = generation.engine
    is_word = len(said) == 1 and said[0] not in names
    others = {**(related(said[0]) if is_word else {}), **grouped(said)}
    known = {form: strength for form, strength in others.items() if _occurs(generation, form)}
    forms = {said: 1.0} | {
        form: known[form] for form in sorted(known, key=lambda f: -known[f]) if form != said
    }
    rarities = [min(engine.rarity(term) for term in form) for form in forms]
    weight = rarities[0] or max(rarities) or engine.rarity_of_unknown
    light = len(said) == 1 and said[0] in _light_terms()
    return Concept(weight * _LIGHT if light else weight, forms)


@cache
def _light_terms() -> frozenset[str]:
    words = (word for group in load("light_words").values() for word in group)
    return frozenset(term for word in words for term in Analyser().terms(word))


def _occurs(generation: Generation, form: Form) -> bool:
    return all(generation.engine.rarity(term) for term in form)


def _stands_in(form: Form, terms: Sequence[str]) -> bool:
    length = len(form)
    return any(tuple(terms[s : s + length]) == form for s in range(len(terms) - length + 1))
