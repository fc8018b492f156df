"""RILONs: where they were considered, announced, established, met, and what became of them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from corpus.documents import Document, Form, Paragraph
from corpus.facts import DateRange, Precision, Rilon, RilonStep, Step
from corpus.rilons.grammar import Telling, step_of, tellings
from corpus.rilons.tables import Columns, columns_of, told_in_row
from corpus.rilons.words import (
    MEETING,
    NETWORK,
    Place,
    Tagged,
    mentions_network,
    short_name,
    tag_words,
)
from corpus.sentences import sentence_spans
from corpus.tables import cells_of

_EARLY = frozenset({Step.CONSIDERING, Step.APPROVAL_SOUGHT, Step.ANNOUNCED})
_EXISTING = frozenset({Step.ESTABLISHED, Step.MET})
_ENDING = frozenset({Step.SUSPENDED, Step.CLOSED, Step.DROPPED})
_PLAIN = "gdp,:;DCNx12"  # letters of words that say nothing of their own in an entry of a list
_ITS_MEETING = re.compile(rf"d(?=[12]?{MEETING})")  # "its third meeting took place"
_LONGEST_SENTENCE = 3000  # characters; the grammar's cost grows faster than a sentence's length
_LONGEST_ENTRY = 300  # characters of a paragraph that a heading alone makes an entry


def extract_rilons(document: Document) -> tuple[Rilon, ...]:
    """The RILONs that a document tells of, with their steps in the order of `merge_rilons`."""
    found: dict[Place, list[RilonStep]] = {}
    columns: Columns | None = None  # of the table that the paragraphs stand in
    for paragraph in document.paragraphs:
        cells = cells_of(paragraph.text)
        columns = (columns_of(cells, document) or columns) if cells else None
        told = told_in_row(cells, columns) if columns else _told(paragraph)
        for step, place, dates in told:
            step_told = RilonStep(step, dates, document.cite(paragraph))
            found.setdefault(place, []).append(step_told)
    rilons = tuple(_rilon(place, steps) for place, steps in found.items())
    return merge_rilons([rilons])


def merge_rilons(per_document: Sequence[tuple[Rilon, ...]]) -> tuple[Rilon, ...]:
    """The RILONs of a corpus, each place once, by country and city.

    What a text tells of a country goes to the RILON of its city if there is exactly one.
    Steps stand by date; one without a date stands after what was told before it. A meeting
    that two documents tell with the same dates is kept once, as is one that another telling
    dates more exactly.

    Args:
        per_document: the result of `extract_rilons` for each document, oldest first.
    """
    histories: dict[Place, list[RilonStep]] = {}
    for rilons in per_document:
        for rilon in rilons:
            histories.setdefault(Place(rilon.city, rilon.country), []).extend(rilon.history)
    merged: dict[Place, list[RilonStep]] = {}
    for place, steps in histories.items():
        merged.setdefault(_home(place, histories), []).extend(steps)
    ordered = sorted(merged, key=lambda place: (place.country or "", place.city or ""))
    documents = _document_order(per_document)
    return tuple(_rilon(place, _history(merged[place], documents)) for place in ordered)


def status_of(history: Sequence[RilonStep]) -> Step:
    """The last step that tells whether a RILON exists, else the last; "met" is "established".

    Args:
        history: at least one step, oldest first.
    """
    telling = [each.step for each in history if each.step not in _EARLY]
    last = telling[-1] if telling else history[-1].step
    return Step.ESTABLISHED if last in _EXISTING else last


def _rilon(place: Place, history: Sequence[RilonStep]) -> Rilon:
    return Rilon(place.city, place.country, status_of(history), tuple(history))


def _told(paragraph: Paragraph) -> Iterator[Telling]:
    """What a paragraph tells: as an entry of a list about RILONs, or sentence by sentence."""
    if paragraph.form in {Form.TITLE, Form.DATELINE, Form.SIGNATURE}:
        return
    heading = _list_heading(paragraph)
    if heading and not mentions_network(paragraph.text):
        yield from _entry(paragraph.text, heading)
        return
    if not mentions_network(paragraph.text):
        return
    last: Place | None = None
    about = False  # whether a sentence before speaks of RILONs
    for span in sentence_spans(paragraph.text):
        sentence = span.of(paragraph.text)[:_LONGEST_SENTENCE]
        told: tuple[Telling, ...] = ()
        own = mentions_network(sentence)
        if last or own or (about and short_name().search(sentence)):
            told = tuple(tellings(_with_pronoun(tag_words(sentence, about=about), last)))
        about |= own
        places = {each.place for each in told}
        last = places.pop() if len(places) == 1 else None
        yield from told


def _list_heading(paragraph: Paragraph) -> str:
    """The lead or section that makes a paragraph an entry of a list about RILONs, or ""."""
    if mentions_network(paragraph.lead):
        return paragraph.lead
    short = paragraph.form is Form.ITEM or len(paragraph.text) <= _LONGEST_ENTRY
    listed = short and paragraph.form in {Form.ITEM, Form.PROSE} and not paragraph.lead
    return paragraph.section if listed and mentions_network(paragraph.section) else ""


def _entry(text: str, heading: str) -> Iterator[Telling]:
    """Read "Colombo (11 May 2011)" or "Suva: suspended in 2012" below a heading about RILONs."""
    words = tag_words(text[:_LONGEST_SENTENCE])
    names = [number for number, word in enumerate(words) if word.place]
    if not names or any(word.letter not in "gdp," for word in words[: names[0]]):
        return
    last = names[0]
    while last + 1 < len(words) and words[last + 1].letter in "CN,":
        last += 1
    rest = [Tagged(",") if word.letter in "()" else word for word in words[last + 1 :]]
    own = (*words[: last + 1], Tagged(NETWORK), *rest)
    heading_step = step_of(tag_words(heading))
    plain = _PLAIN + MEETING if heading_step is Step.MET else _PLAIN
    told = tuple(tellings(own)) if _says_something(rest, plain) else ()
    step = None if told else heading_step
    yield from told
    if step:
        yield from _listed(step, words, last)


def _says_something(words: Sequence[Tagged], plain: str) -> bool:
    return any(word.letter not in plain for word in words)


def _listed(step: Step, words: Sequence[Tagged], last: int) -> Iterator[Telling]:
    """The entry's places, each with the entry's dates, as the heading's step."""
    cities = [word.place for word in words[: last + 1] if word.letter == "C"]
    countries = [word.place for word in words[: last + 1] if word.letter == "N"]
    dates: list[DateRange | None] = [word.dates for word in words if word.dates] or [None]
    for place in cities or countries:
        for each in dates if step is Step.MET else dates[:1]:
            if place:
                yield Telling(step, place, each)


def _with_pronoun(words: Sequence[Tagged], last: Place | None) -> Sequence[Tagged]:
    """Let "it" and "its meeting" mean the RILON of the sentence before."""
    letters = "".join(word.letter for word in words)
    if last is None or NETWORK in letters:
        return words
    meant = {at for at, letter in enumerate(letters[:2]) if letter == "y"}
    meant |= {match.start() for match in _ITS_MEETING.finditer(letters)}
    return [Tagged(NETWORK, last) if at in meant else word for at, word in enumerate(words)]


def _home(place: Place, every: dict[Place, list[RilonStep]]) -> Place:
    """The place whose history a place's steps belong to."""
    if place.city:
        return place
    cities = [each for each in every if each.city and each.country == place.country]
    return cities[0] if len(cities) == 1 else place


def _document_order(per_document: Sequence[tuple[Rilon, ...]]) -> dict[str, int]:
    order: dict[str, int] = {}
    for number, rilons in enumerate(per_document):
        for rilon in rilons:
            for step in rilon.history:
                order.setdefault(step.citation.document, number)
    return order


@dataclass(frozen=True, slots=True)
class _Timed:
    """A step and the day by which it is ordered."""

    day: date
    step: RilonStep


def _history(steps: Sequence[RilonStep], documents: dict[str, int]) -> list[RilonStep]:
    """Order the steps of one RILON and leave out what is told twice."""
    in_text = sorted(
        dict.fromkeys(steps),
        key=lambda each: (documents[each.citation.document], each.citation.ordinal),
    )
    timed: list[_Timed] = []
    for step in in_text:
        timed.append(_Timed(step.dates.start if step.dates else _day_told(step, timed), step))
    timed.sort(key=lambda each: (each.day, each.step.step not in _EARLY))
    return _without_repeats([each.step for each in timed])


def _day_told(step: RilonStep, before: Sequence[_Timed]) -> date:
    """The day from which an undated step stands: the latest told before it.

    What comes before a founding stands before all but an end, after which life may begin anew.
    """
    is_early = step.step in _EARLY
    days = (each.day for each in before if not is_early or each.step.step in _ENDING)
    return max(days, default=date.min)


def _without_repeats(steps: Sequence[RilonStep]) -> list[RilonStep]:
    seen: set[tuple[Step, object]] = set()
    kept = []
    for step in steps:
        key = (step.step, step.dates or step.citation)
        if key not in seen and not _is_told_better(step, steps):
            kept.append(step)
        seen.add(key)
    return kept


def _is_told_better(step: RilonStep, steps: Sequence[RilonStep]) -> bool:
    """Whether another telling dates the same meeting to the day, this one only to a month."""
    if step.step is not Step.MET or step.dates is None:
        return False
    if step.dates.precision is Precision.DAY:
        return False
    start, end = step.dates.start, step.dates.end
    return any(
        other.step is Step.MET
        and other.dates is not None
        and other.dates.precision is Precision.DAY
        and start <= other.dates.start <= end
        for other in steps
    )
