"""Which sentences name a delegation."""

from collections.abc import Iterator

from corpus.documents import Citation
from corpus.facts import Delegation
from corpus.gazetteer import gazetteer
from index.analysis import delegation_term
from index.generation import Generation


def mentions_of(generation: Generation, delegation: Delegation) -> Iterator[tuple[Citation, str]]:
    """Each paragraph that names the delegation, newest first, with its first such sentence."""
    term = delegation_term(delegation)
    for number in reversed([*generation.indexed.holding(term)]):
        indexed = generation.indexed[number]
        for sentence in indexed.sentences:
            words = sentence.span.of(indexed.paragraph.text)
            if term in sentence.terms and names(words, delegation):
                yield indexed.citation, words
                break


def names(text: str, delegation: Delegation) -> bool:
    """Whether the text names the delegation, by name or by adjective."""
    known = gazetteer()
    mentions = (*known.scan(text), *known.demonym_scan(text))
    return any(mention.delegation.name == delegation.name for mention in mentions)
