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
from index.indexing import index
from index.repositories.generations import Publication

PUBLICATION = Publication(
    number=1,
    published_at=datetime(2020, 1, 1, tzinfo=UTC),
    action="publish",
    actor="",
    note="",
    folder="",
    reader="",
    fact_set=1,
)

LAGOON = {
    "apia.txt": """Second Senior Officials' Meeting of the Lagoon Process

Location: Apia, SamoaDate: 4 - 5 March 2014

The second Senior Officials' Meeting of the Lagoon Process was held in Apia, Samoa on 4 and 5 March 2014. The meeting was co-chaired by Samoa and Fiji.

In attendance were representatives from Fiji, Kiribati, Samoa and Tonga as well as representatives from the International Organization for Migration (IOM). Tuvalu attended the meeting as an observer. Nauru sent its apologies.

Participants discussed the training of coast guards. Tonga stressed that patrol boats are too few to watch its northern islands.

Samoa presented its new passport reader, which was bought for 40,000 dollars in January 2014.

Members agreed on the following action items:

• Fiji will draft guidelines on rescue at sea by the end of June 2014.
• Members agreed to publish a newsletter.
""",
    "suva.txt": """Third Senior Officials' Meeting of the Lagoon Process

Location: Suva, FijiDate: 2 September 2014

The third Senior Officials' Meeting of the Lagoon Process was held in Suva, Fiji on 2 September 2014. The meeting was co-chaired by Fiji and Tonga.

The meeting was attended by representatives of Australia, Fiji, Tonga and Tuvalu.

Fiji circulated the draft guidelines on rescue at sea. Participants welcomed the guidelines.

Regional Immigration Liaison Officer Networks (RILONs) have been established in Suva and Apia. Kiribati was considering establishing a RILON.
""",
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
