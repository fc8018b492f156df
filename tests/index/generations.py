"""Generations made from texts, by the real reading, extraction and indexing."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

from corpus.extraction import extract
from corpus.identity import identify
from corpus.meetings import reported_meeting
from corpus.merging import merge
from corpus.reading import read_document
from index.generation import Generation
from index.item_life.statuses import NOBODY
from index.publication.indexing import index
from index.repositories.generations import Action, Publication

PUBLICATION = Publication(
    number=1,
    published_at=datetime(2020, 1, 1, tzinfo=UTC),
    action=Action.PUBLISH,
    actor=NOBODY,
    note="",
    folder="",
    reader="",
    fact_set=1,
)

LAGOON = {
    path.name: path.read_text(encoding="utf-8")
    for path in sorted((Path(__file__).parent / "lagoon").glob("*.txt"))
}


def generation_of(texts: Mapping[str, str]) -> Generation:
    """Publish texts, by file name, as the first generation, without a store."""
    return _indexed({file: text.encode() for file, text in texts.items()})


def generation_of_folder(folder: Path) -> Generation:
    """Publish the text files of a folder, without a store."""
    return _indexed({path.name: path.read_bytes() for path in sorted(folder.glob("*.txt"))})


def _indexed(contents: Mapping[str, bytes]) -> Generation:
    read = [read_document(file, content) for file, content in contents.items()]
    documents = [identify(each, reported_meeting(each)) for each in read]
    documents.sort(key=lambda each: (each.date or date.max, each.id))
    facts = merge([extract(each) for each in documents])
    return index(replace(PUBLICATION), documents, facts)
