"""How a corpus's acronyms may be said: "support office" for the RSO."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import lru_cache

from index.analysis import word_terms
from index.answering.thesaurus import Form
from index.generation import Generation

_SHORTEST = 2  # terms at the end of a long form that say it for short


def acronyms_said(generation: Generation, terms: Sequence[str]) -> Mapping[Form, str]:
    """The runs of a question's terms that are long forms or their endings, and their acronyms.

    In any order: "networks of liaison officers". Of runs that share a term the longest is taken;
    one that ends the long forms of two acronyms says neither.
    """
    endings = _endings(generation)
    longest = max(map(len, endings), default=0)
    said: dict[Form, str] = {}
    taken: set[int] = set()
    for length in range(min(longest, len(terms)), _SHORTEST - 1, -1):
        for start in range(len(terms) - length + 1):
            places, run = range(start, start + length), tuple(terms[start : start + length])
            acronym = endings.get(_unordered(run))
            if acronym and taken.isdisjoint(places):
                said[run] = acronym
                taken.update(places)
    return said


def _unordered(form: Form) -> Form:
    return tuple(sorted(form))


@lru_cache(maxsize=2)  # the generation that serves, and the one that takes over
def _endings(generation: Generation) -> Mapping[Form, str]:
    acronyms: defaultdict[Form, set[str]] = defaultdict(set)
    for each in generation.facts.acronyms:
        short = word_terms(each.acronym)
        words = each.meaning.replace("-", " ").split()
        meaning = tuple(term for word in words for term in word_terms(word.strip("'’\"(),.")))
        if len(short) == 1:
            for start in range(len(meaning) - _SHORTEST + 1):
                acronyms[_unordered(meaning[start:])].add(short[0])
    return {form: next(iter(shorts)) for form, shorts in acronyms.items() if len(shorts) == 1}
