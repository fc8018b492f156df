"""Which sentences name a delegation."""

from collections.abc import Iterator

from corpus.documents import Citation
from corpus.facts import Delegation
from corpus.gazetteer import gazetteer
from corpus.sentences import sentence_spans
from index.generation import Generation


def mentions_of(generation: Generation, delegation: Delegation) -> Iterator[tuple[Citation, str]]:
    """Each paragraph that names the delegation, newest first, with its first such sentence.

    Lazy: costs one scan a paragraph until the caller has enough.
    """
    for document in reversed(tuple(generation.documents.values())):
        for paragraph in document.content():
            sentence = _naming(paragraph.text, delegation)
            if sentence:
                yield document.cite(paragraph), sentence


def names(text: str, delegation: Delegation) -> bool:
    """Whether the text names the delegation, by name or by adjective."""
    known = gazetteer()
    mentions = (*known.scan(text), *known.demonym_scan(text))
    return any(mention.delegation.name == delegation.name for mention in mentions)


def _naming(text: str, delegation: Delegation) -> str:
    if not names(text, delegation):
        return ""
    sentences = (span.of(text) for span in sentence_spans(text))
    return next((each for each in sentences if names(each, delegation)), "")
