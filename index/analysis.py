"""From text to terms: the one analyser, for documents and for questions."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cache, lru_cache

import Stemmer

from corpus.dates.ordinals import ordinal_of
from corpus.facts import Acronym, Delegation, DelegationKind
from corpus.gazetteer import Mention, gazetteer
from corpus.gazetteer.known_names import persons_who_stand_for_states
from corpus.typography import fold
from corpus.words.remembering import SENTENCES, remembering
from index.wordlists import load

_TOKEN = re.compile(
    r"(?:[^\W\d_]\.){2,}(?!\w)"  # U.S.
    r"|\d+(?:[.,]\d+)+"  # 1,500
    r"|[^\W_]+(?:['-][^\W_]+)*"
)
_LETTERS = re.compile(r"[A-Za-z]+")
_PLURAL_ACRONYM = re.compile(r"[A-Z][A-Z0-9]+s")
_SHORTEST_PART = 3  # letters; the "co" of "co-chair" says nothing by itself

Phrase = tuple[tuple[str, ...], str]  # the stems of a meaning, the term of its acronym


class Analyser:
    """Turns text into terms; the acronyms of a glossary and their meanings become one term.

    Args:
        glossary: acronyms with their meanings, as the corpus's documents give them.
    """

    def __init__(self, glossary: Iterable[Acronym] = ()) -> None:
        self._phrases: Mapping[str, Sequence[Phrase]] = _phrases(glossary)

    @property
    def phrases(self) -> frozenset[Phrase]:
        """What the glossary adds: the stems of each meaning, and the acronym's term."""
        return frozenset(each for group in self._phrases.values() for each in group)

    def terms(self, text: str) -> list[str]:
        """Stems in the order of the text, without stop words.

        A delegation, in whatever form it is named, adds one term, `delegation_term`; the
        meaning of an acronym adds the acronym.
        """
        stems = plain_terms(text)
        if not self._phrases:
            return list(stems)
        terms: list[str] = []
        for place, stem in enumerate(stems):
            terms.append(stem)
            for phrase, acronym in self._phrases.get(stem, ()):
                if stems[place - len(phrase) + 1 : place + 1] == phrase:
                    terms.append(acronym)
        return terms


def word_terms(word: str) -> tuple[str, ...]:
    """The terms of one plain word, which names nobody."""
    return _word_terms(word)


def terms(text: str) -> list[str]:
    """The terms of a text, where no corpus with a glossary is at hand."""
    return Analyser().terms(text)


@cache
def delegation_term(delegation: Delegation) -> str:
    """The one term of a delegation, whatever form names it: the stems of its name."""
    stems = [term for word in delegation.name.split() for term in _word_terms(word)]
    return " ".join(stems) or delegation.name.lower()  # "WHO" is no stop word here


def with_capitals(text: str) -> str:
    """A text typed without capitals, with those that names may need; any other as it is.

    The first word's and those of acronyms do not count: "Was fiji in KL?". Offsets stay the same.
    """
    written = (word for word in _LETTERS.findall(text)[1:] if not word.isupper())
    if not text.isascii() or any(word[0].isupper() for word in written):
        return text
    return _LETTERS.sub(lambda match: _capitalised(match[0]), text)


def _capitalised(word: str) -> str:
    """ "USA" for "usa", "Sri" for "sri"."""
    if not word.islower():
        return word
    is_name = word not in stop_words() and gazetteer().find(word) is not None
    return word.upper() if is_name else word.capitalize()


@cache
def stop_words() -> frozenset[str]:
    """Words that are no terms, lower case."""
    return frozenset(load("stop_words")["words"])


@cache
def _base_forms() -> dict[str, str]:
    """The base form of each irregular one, which no stemmer knows."""
    forms: dict[str, list[str]] = load("irregular_forms")["forms"]
    return {form: base for base, others in forms.items() for form in others}


def _phrases(glossary: Iterable[Acronym]) -> dict[str, list[Phrase]]:
    """Each meaning's stems with its acronym's term, by the last stem."""
    phrases: defaultdict[str, list[Phrase]] = defaultdict(list)
    for short, meaning in {(each.acronym, each.meaning) for each in glossary}:
        phrase, acronym = plain_terms(meaning), plain_terms(short)
        if len(phrase) > 1 and len(acronym) == 1:
            phrases[phrase[-1]].append((phrase, acronym[0]))
    return phrases


@remembering(SENTENCES)
def plain_terms(text: str) -> tuple[str, ...]:
    """Terms of the names in a text and of the words between them, whatever the glossary."""
    folded = fold(text)
    stems: list[str] = []
    position = 0
    for mention in _mentions(with_capitals(folded) if folded.islower() else folded):
        if mention.start < position:
            continue
        stems += _words(folded[position : mention.start])
        stems.append(delegation_term(mention.delegation))
        name = folded[mention.start : mention.end]
        if _says_more(mention.delegation, name):
            stems += _words(name)
        position = mention.end + 2 * folded.startswith("'s", mention.end)
    return (*stems, *_words(folded[position:]))


def _says_more(delegation: Delegation, name: str) -> bool:
    """Whether a name is more than one: what an organisation does, or a person of a state."""
    if delegation.kind is DelegationKind.ORGANISATION:
        return " " in name
    return name in persons_who_stand_for_states()


def _mentions(text: str) -> list[Mention]:
    """Names and adjectives of delegations, left to right, the longest at each place first."""
    mentions = (*gazetteer().scan(text), *gazetteer().demonym_scan(text))
    return sorted(mentions, key=lambda mention: (mention.start, -mention.end))


def _words(folded: str) -> list[str]:
    return [term for word in _TOKEN.findall(folded) for term in _word_terms(word)]


@lru_cache(maxsize=1 << 16)
def _word_terms(word: str) -> tuple[str, ...]:
    """The terms of one token: none for a stop word, the whole and its parts for a compound."""
    if _PLURAL_ACRONYM.fullmatch(word):
        word = word[:-1]
    plain = _unaccented(word.lower()).removesuffix("'s")
    plain = _base_forms().get(plain, plain)
    ordinal = ordinal_of(plain)
    if ordinal is not None:
        return (f"{ordinal}th",)
    if plain in stop_words():
        return ()
    parts = plain.split("-")
    if len(parts) == 1:
        return _stem(plain)
    long_parts = [part for part in parts if len(part) >= _SHORTEST_PART or part.isdecimal()]
    whole = () if any(part.isdecimal() for part in parts) else _stem("".join(parts))
    return (*whole, *(term for part in long_parts for term in _word_terms(part)))


def _stem(word: str) -> tuple[str, ...]:
    plain = re.sub(r"[.,']", "", word)
    return () if plain in stop_words() else (_stemmer().stemWord(plain),)


def _unaccented(word: str) -> str:
    if word.isascii():
        return word
    decomposed = unicodedata.normalize("NFKD", word)
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))


@cache
def _stemmer() -> Stemmer.Stemmer:
    return Stemmer.Stemmer("english")
