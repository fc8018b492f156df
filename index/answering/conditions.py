"""Whether a passage answers a question: it must hold who and what was asked for, not only words."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from corpus.actions.due_forms import NUMBERS
from corpus.facts import Delegation, DelegationKind
from corpus.gazetteer import gazetteer
from index.analysis import delegation_term, word_terms
from index.answering.concepts import Concept
from index.answering.person_names import names_person
from index.answering.thesaurus import grouped, related
from index.generation import Generation, IndexedParagraph, Sentence
from index.meeting_names import first_words, words_of
from index.understanding.kinds import without_dates
from index.understanding.questions import Question
from index.understanding.wants import speech_terms
from index.wordlists import load

_EXPRESSED = 0.5  # strength from which another word stands for the thing asked for
_BESIDE = 4  # words after a number among which stands what it counts
_OPENING = 4  # words of a sentence among which the first term of what it defines stands
_PHRASE = 60  # characters behind "the next meeting" that say of what it is
_SPEAKS_WITHIN = 25  # terms after a delegation's name in which a verb of saying follows


def meets(
    generation: Generation, indexed: IndexedParagraph, concepts: Sequence[Concept], asked: Question
) -> bool:
    """Whether a paragraph holds all that an answer must, beside enough of the question's words."""
    text = f"{indexed.paragraph.lead} {indexed.paragraph.text}"
    own = [term for each in indexed.sentences for term in each.terms]
    around = frozenset((*own, *indexed.around))
    kinds = frozenset(kind for each in indexed.sentences for kind in each.kinds)
    wants = asked.wants
    return (
        all(_names(text, around, each, asked) for each in asked.delegations)
        and wants.names <= around | _expressed(concepts, (*own, *indexed.around))
        and all(_tells(text, around, number) for number in wants.numbers)
        and wants.kinds & _REQUIRED <= kinds
        and all(_is_expressed(term, around) for term in wants.deed)
        and wants.named <= around
        and (wants.coming is None or _announces(indexed, wants.coming, wants.kinds))
        and (not wants.counted or _counts(text, wants.counted))
        and (not wants.delegation or bool(gazetteer().scan(text)))
        and (not wants.person or _names_person(generation, indexed, wants.focus))
        and ("reason" not in wants.kinds or _gives_reason(text, concepts))
        and (not asked.is_about_speech or _says(indexed, asked.delegations))
    )


_REQUIRED = frozenset(
    {"date", "day", "number", "money", "reason", "place", "frequency", "chairing"}
)


def _expressed(concepts: Sequence[Concept], terms: Sequence[str]) -> frozenset[str]:
    """The terms of the question for which a text has another word."""
    present = frozenset(terms)
    return frozenset(
        term
        for concept in concepts
        if concept.strength(terms, present)
        for form in concept.forms
        for term in form
    )


def _announces(indexed: IndexedParagraph, body: frozenset[str], kinds: frozenset[str]) -> bool:
    """Whether a sentence says of a meeting, named by these terms, that it is to come, and when."""
    for sentence in indexed.sentences:
        if kinds & _REQUIRED <= sentence.kinds:
            text = sentence.span.of(indexed.paragraph.text)
            if any(_holds_all(near, body) for near in _announced(text)):
                return True
    return False


def _announced(text: str) -> Iterator[str]:
    """The words for each meeting that a sentence says to be to come: "the next SOM of …"."""
    signs = load("meeting_words")
    for found in re.finditer(signs["announcing"], text, re.IGNORECASE):
        yield text[found.start() : found.end() + _PHRASE]
    for found in re.finditer(signs["to_come"], text, re.IGNORECASE):
        yield text[max(0, found.start() - 2 * _PHRASE) : found.start()]


def _holds_all(text: str, terms: frozenset[str]) -> bool:
    own = _terms_in(text)
    return all(_is_expressed(term, own) for term in terms)


def holds_wanted(sentence: Sentence, text: str, asked: Question) -> bool:
    """Whether a sentence holds every kind of words that the question wants; false if none.

    `text` is the sentence's words.
    """
    kinds = asked.wants.kinds
    defined = "definition" not in kinds or _defines(text, asked)
    return bool(kinds) and kinds - {"definition"} <= sentence.kinds and defined


def _names(text: str, terms: frozenset[str], delegation: Delegation, asked: Question) -> bool:
    """Whether a text names a delegation of the question, an organisation also by its bare words.

    "UN" in "UN resolution" is no more than that word; the office of the United Nations High
    Commissioner is a part of the United Nations.
    """
    name = delegation_term(delegation)
    if name in terms or any(term.startswith(f"{name} ") for term in terms):
        return True
    written = asked.written[asked.delegations.index(delegation)]
    bare = rf"\b(?:{re.escape(written)}|{re.escape(delegation.name)})\b"
    return delegation.kind is DelegationKind.ORGANISATION and bool(re.search(bare, text))


def _tells(text: str, terms: frozenset[str], number: str) -> bool:
    """Whether a text holds a number, in figures or as a word."""
    words = (word for word, value in NUMBERS.items() if str(value) == number)
    return number in terms or number in text or not terms.isdisjoint(words)


def _is_expressed(term: str, terms: frozenset[str]) -> bool:
    forms = {**related(term), **grouped((term,))}
    others = (form for form, strength in forms.items() if strength >= _EXPRESSED)
    return term in terms or any(terms.issuperset(form) for form in others)


def _counts(text: str, counted: frozenset[str]) -> bool:
    """Whether a number stands before one of the things to be counted."""
    bare = without_dates(text)
    sign = load("wants")["signs"]["number"]
    for number in re.finditer(sign, bare, re.IGNORECASE):
        following = words_of(bare[number.end() :])[:_BESIDE]
        if counted.intersection(term for word in following for term in word_terms(word)):
            return True
    return False


def _says(indexed: IndexedParagraph, delegations: Iterable[Delegation]) -> bool:
    """Whether somebody named in a sentence is its speaker: a verb of saying follows the name."""
    for delegation in delegations:
        name = delegation_term(delegation)
        for sentence in indexed.sentences:
            places = [place for place, term in enumerate(sentence.terms) if term == name]
            for place in places:
                following = sentence.terms[place + 1 : place + 1 + _SPEAKS_WITHIN]
                if speech_terms().intersection(following):
                    return True
    return not delegations


def _names_person(generation: Generation, indexed: IndexedParagraph, role: frozenset[str]) -> bool:
    """Whether a sentence that speaks of the role names a person."""
    for sentence in indexed.sentences:
        if role and not any(_is_expressed(term, frozenset(sentence.terms)) for term in role):
            continue
        text = sentence.span.of(indexed.paragraph.text)
        if names_person(text, generation.common_words):
            return True
    return False


def _gives_reason(text: str, concepts: Sequence[Concept]) -> bool:
    """Whether a text gives a reason in other words than the question's.

    "In the absence of X …" does not say why X was absent.
    """
    asked = {term for concept in concepts for form in concept.forms for term in form}
    signs = re.finditer(load("wants")["signs"]["reason"], text, re.IGNORECASE)
    return any(
        asked.isdisjoint(term for word in words_of(sign[0]) for term in word_terms(word))
        for sign in signs
    )


def _defines(sentence: str, asked: Question) -> bool:
    """Whether the sentence opens with a word of the question, or lists what one stands for."""
    words = _terms_in(asked.about)
    opening = [term for word in first_words(sentence, _OPENING) for term in word_terms(word)]
    if opening and opening[0] in words:
        return True
    before, colon, _ = sentence.partition(":")
    return bool(colon) and not words.isdisjoint(_terms_in(before))


@lru_cache(maxsize=1 << 8)  # a question is compared with many sentences
def _terms_in(text: str) -> frozenset[str]:
    """The terms of a text's words, whoever they name."""
    return frozenset(term for word in words_of(text) for term in word_terms(word))
