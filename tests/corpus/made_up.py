"""Extracts and merged facts of made-up texts, through the real readers."""

from dataclasses import replace

from corpus.extraction import extract
from corpus.facts import Extract, Facts
from corpus.identity import identify
from corpus.meetings import reported_meeting
from corpus.merging import merge
from corpus.reading import read_document
from corpus.slugs import distinct


def extract_of(text: str, file: str = "made-up.txt") -> Extract:
    document = read_document(file, text.encode())
    return extract(identify(document, reported_meeting(document)))


def facts_of(*texts: str) -> Facts:
    """The facts of a corpus of texts, oldest first."""
    extracts: list[Extract] = []
    for number, text in enumerate(texts, 1):
        document = read_document(f"{number}.txt", text.encode())
        document = identify(document, reported_meeting(document))
        taken = [each.document.id for each in extracts]
        extracts.append(extract(replace(document, id=distinct(document.id, taken))))
    return merge(extracts)
