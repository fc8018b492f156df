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

    Of runs that end together the longest is taken; one that ends the long forms of two
    acronyms says neither.
    """
    endings = _endings(generation)
    said: dict[Form, str] = {}
    longest = max(map(len, endings), default=0)
    for end in range(_SHORTEST, len(terms) + 1):
        for length in range(min(longest, end), _SHORTEST - 1, -1):
            run = tuple(terms[end - length : end])
            if run in endings:
                said[run] = endings[run]
                break
    return said


@lru_cache(maxsize=2)  # the generation that serves, and the one that takes over
def _endings(generation: Generation) -> Mapping[Form, str]:
    acronyms: defaultdict[Form, set[str]] = defaultdict(set)
    for each in generation.facts.acronyms:
        short = word_terms(each.acronym)
        words = each.meaning.replace("-", " ").split()
        meaning = tuple(term for word in words for term in word_terms(word.strip("'’\"(),.")))
        if len(short) == 1:
            for start in range(len(meaning) - _SHORTEST + 1):
                acronyms[meaning[start:]].add(short[0])
    return {form: next(iter(shorts)) for form, shorts in acronyms.items() if len(shorts) == 1}
