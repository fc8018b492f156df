"""What merging and indexing will ask of each sentence, worked out where a document is read.

The reader's processes have just taken the same sentences apart: it costs them half of what it
costs the process that publishes, and there are several of them.
"""

from collections.abc import Mapping, Sequence
from sys import intern
from typing import NamedTuple

from corpus.documents import Document
from corpus.follow_ups.traces import object_words
from corpus.sentences import sentence_spans
from index.analysed.analysing import searched_of
from index.analysis import plain_terms
from index.understanding.kinds import kinds_held


class SentenceNotes(NamedTuple):
    """Sentences of a document, and in their order what each holds."""

    sentences: Sequence[str]
    objects: Sequence[Mapping[str, str]]
    terms: Sequence[tuple[str, ...]]
    kinds: Sequence[frozenset[str]]


def note(document: Document) -> SentenceNotes:
    """Look at all sentences that are searched."""
    sentences = [
        span.of(paragraph.text)
        for paragraph in searched_of(document)
        for span in sentence_spans(paragraph.text)
    ]
    return SentenceNotes(
        sentences,
        list(map(object_words, sentences)),
        list(map(plain_terms, sentences)),
        list(map(kinds_held, sentences)),
    )


def learn(notes: SentenceNotes) -> None:
    """Let this process know what another one has noted; each word is kept once."""
    objects = ({intern(k): intern(v) for k, v in each.items()} for each in notes.objects)
    object_words.learn(zip(notes.sentences, objects, strict=True))
    terms = (tuple(map(intern, each)) for each in notes.terms)
    plain_terms.learn(zip(notes.sentences, terms, strict=True))
    kinds = (frozenset(map(intern, each)) for each in notes.kinds)
    kinds_held.learn(zip(notes.sentences, kinds, strict=True))
