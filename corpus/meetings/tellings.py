"""From what one paragraph says of a meeting to a `Meeting`."""

from collections.abc import Sequence

from corpus.bodies import long_names
from corpus.documents import Document, Form, Paragraph
from corpus.facts import Meeting
from corpus.meetings.co_chairs import find_co_chairs
from corpus.meetings.headers import Header, header_lines
from corpus.meetings.phrases import MeetingPhrase
from corpus.meetings.sentences import Sighting

_NEAREST = 200  # sightings before a sentence to which it may point back

Telling = tuple[Paragraph, Sighting]


def from_sighting(document: Document, telling: Telling, earlier: Sequence[Telling]) -> Meeting:
    """The meeting that a sentence presents; its id is still empty.

    Args:
        document: where it stands.
        telling: the sentence's paragraph and what it says.
        earlier: what else was read, for the body that "this committee" points back to.
    """
    paragraph, sighting = telling
    phrase = sighting.phrase
    body = phrase.body or _meant_body(telling, earlier)
    from_here = paragraph.text[sighting.sentence.start :]
    citation = document.cite(paragraph)
    return Meeting(
        id="",
        title=_words(paragraph, phrase),
        body=body,
        ordinal=phrase.ordinal,
        dates=sighting.dates,
        city=sighting.city,
        country=sighting.country,
        co_chairs=find_co_chairs(from_here, body) if sighting.told else (),
        citation=citation,
        mentions=(citation,),
    )


def from_header(document: Document, header: Header) -> Meeting:
    """The meeting that the head of a document names; its id is still empty."""
    line = header.line or document.paragraphs[0]
    datelines = (each for each in header_lines(document) if each.form is Form.DATELINE)
    return Meeting(
        id="",
        title=_bare(line.text),
        body=header.phrase.body if header.phrase else "",
        ordinal=header.phrase.ordinal if header.phrase else None,
        dates=header.dates,
        city=header.city,
        country=header.country,
        co_chairs=(),
        citation=document.cite(line),
        mentions=tuple(document.cite(each) for each in (line, *datelines)),
    )


def title_of(document: Document, header: Header, telling: Telling) -> str:
    """The printed title, best the line that names the meeting; else the words of the sentence."""
    if header.line is not None:
        return _bare(header.line.text)
    titles = [each.text for each in header_lines(document) if each.form is Form.TITLE]
    paragraph, sighting = telling
    return _bare(titles[0]) if titles else _words(paragraph, sighting.phrase)


def _words(paragraph: Paragraph, phrase: MeetingPhrase) -> str:
    words = _bare(paragraph.text[phrase.start : phrase.end])
    return words[:1].upper() + words[1:]


def _bare(title: str) -> str:
    return title.strip(" :*#")


def _meant_body(telling: Telling, earlier: Sequence[Telling]) -> str:
    """The body that "this committee" points back to: the last one of that kind before it."""
    paragraph, sighting = telling
    phrase = sighting.phrase
    noun = paragraph.text[phrase.start : phrase.end].lower().split()[-1]
    bodies = (
        each.phrase.body
        for where, each in reversed(earlier[-_NEAREST:])
        if (where.ordinal, each.phrase.start) < (paragraph.ordinal, phrase.start)
    )
    return next((body for body in bodies if noun in _body_words(body)), "")


def _body_words(body: str) -> set[str]:
    return {word for name in (body, *long_names(body)) for word in name.lower().split()}
