"""The dry run of a document: what a maintainer is told to look at."""

from corpus.extraction import extract
from corpus.identity import identify
from corpus.meetings import reported_meeting
from corpus.merging import merge
from corpus.reading import read_document
from index.publication.fact_changes import fact_changes
from index.publication.preview import Preview, preview
from index.replies.preview import LOOK_AT, preview_reply
from tests.index.generations import LAGOON, generation_of

NIUE = """Seventh Meeting of the Lagoon Experts Group

Location: Alofi, Niue
Date: 4 March 2016

The Seventh Meeting of the Lagoon Experts Group was held in Alofi, Niue on 4 March 2016. It was
attended by representatives of Fiji and Tonga. Samoa attended as an observer.

Members recalled the Ministerial Conference held in Honiara, Solomon Islands on 3 May 2015.

Fiji will circulate a *draft* charter by June 2016.
"""


def dry_run(file: str, text: str, published: dict[str, str]) -> Preview:
    extracts = []
    for name, words in (*published.items(), (file, text)):
        document = read_document(name, words.encode())
        extracts.append(extract(identify(document, reported_meeting(document))))
    *others, new = extracts
    before, after = merge(others), merge(extracts)
    documents = [each.document for each in others]
    return preview(new, after, documents, fact_changes(before, after))


def warnings(found: Preview) -> str:
    return "\n".join(each.text for each in found.warnings)


def test_a_meeting_that_the_corpus_lacks_is_named_and_cited() -> None:
    found = dry_run("niue.txt", NIUE, LAGOON)
    [gap] = [each for each in found.warnings if "the corpus has no document" in each.text]
    assert "Honiara 2015" in gap.text
    assert found.document.paragraph(gap.citations[0].ordinal) is not None


def test_a_near_duplicate_is_named() -> None:
    again = LAGOON["suva.txt"].replace("Fiji", "Samoa", 1)
    assert "near-duplicate" in warnings(dry_run("again.txt", again, LAGOON))
    assert "near-duplicate" not in warnings(dry_run("niue.txt", NIUE, LAGOON))


def test_a_text_without_a_date_or_attendance_says_so() -> None:
    text = "The meeting of the Lagoon Experts Group was held in Suva, Fiji.\n\nIt rained."
    told = warnings(dry_run("a.txt", text, {}))
    assert "No date" in told or "reports no meeting" in told
    assert "No action items were found" in told


def test_every_fact_of_the_reply_is_cited_and_quoted() -> None:
    found = dry_run("niue.txt", NIUE, LAGOON)
    answer = preview_reply(generation_of(LAGOON), found)
    facts = [line for line in answer.lines if line.group != LOOK_AT]
    assert facts
    assert all(line.sources for line in facts)
    assert all(cited.quote in cited.text for cited in answer.citations)
    shown = "\n".join(line.text for line in answer.lines)
    assert "Observers (1): Samoa" in shown
    assert "Participants (2): Fiji, Tonga" in shown
    assert "commitment · Fiji · due: by June 2016" in shown
