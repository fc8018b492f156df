"""Action items: what a document says was undertaken, decided, offered or recommended."""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from hashlib import sha256

from corpus.clauses import Sentence, read_sentence
from corpus.documents import Document, Form, Paragraph
from corpus.due import Due, find_due
from corpus.facts import ActionItem, Meeting, Strength
from corpus.owners import Actor, agents
from corpus.phrases import (
    alternation,
    any_word,
    is_deed,
    nouns_of_strength,
    table,
    whole_words,
    words,
)
from corpus.sentences import sentence_spans
from corpus.typography import fold
from corpus.undertakings import Undertaking, find_undertaking, may_undertake

_DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # Crockford's base 32
_ID_LENGTH = 4
_ASSIGNED = re.compile(r"\s*(?:to\b|shall\b|will\b|:|-)\s*", re.IGNORECASE)
_STATES = re.compile(r"[^,;:]{1,80}?\b(?:is|are|was|were|has|have|had)\b", re.IGNORECASE)
_DETERMINERS = re.compile(r"[\s*_]*(?:(?:the|all|both|each|interested)\s+)*", re.IGNORECASE)
_HEADING_MARKS = re.compile(r"[\s*_#:.\d-]+")
_LONGEST = 3000  # characters of one sentence that are read; beyond it a text has no sentences


@dataclass(frozen=True, slots=True)
class _Draft:
    """An action item in its paragraph, before it is dated and named."""

    start: int
    end: int
    strength: Strength
    owners: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _List:
    """What the items of a list inherit from the line or the heading that introduces it."""

    lead: str
    strength: Strength
    owners: tuple[str, ...]
    by_heading: bool = False


def extract_actions(
    document: Document, meetings: Sequence[Meeting], *, attending: Sequence[str] = ()
) -> tuple[ActionItem, ...]:
    """The action items of a document, in its order, each id once.

    Args:
        document: its lists carry the sentence that introduces them (`Paragraph.lead`).
        meetings: those that it reports or mentions; an item belongs to the meeting that its
            paragraph sums up, else to the reported one.
        attending: the delegations of the reported meeting, canonical names: owners of what
            "we" or "the three governments" undertake, where they are few.
    """
    inheriting = _introduced(document, attending)
    items = (
        item
        for paragraph in document.content()
        if paragraph.form is not Form.DATELINE
        for item in _items(document, paragraph, meetings, inheriting, attending)
    )
    return distinct_ids(items)


def distinct_ids(actions: Iterable[ActionItem]) -> tuple[ActionItem, ...]:
    """The same items, each id once: of two with one id, the later takes the next characters.

    Equal texts in two documents are two items, and so get two ids, the first in order the
    plain one.
    """
    taken: set[str] = set()
    distinct = []
    for item in actions:
        number = next(each for each in _ids(item.text) if each not in taken)
        taken.add(number)
        distinct.append(item if item.id == number else replace(item, id=number))
    return tuple(distinct)


def _ids(text: str) -> Iterator[str]:
    """`A-` and four characters of the hash of the squeezed text, then and so on."""
    squeezed = " ".join(text.split())
    while True:
        number = int.from_bytes(sha256(squeezed.encode()).digest())
        digits = "".join(_DIGITS[number >> shift & 31] for shift in range(251, 0, -5))
        for start in range(len(digits) - _ID_LENGTH + 1):
            yield f"A-{digits[start : start + _ID_LENGTH]}"
        squeezed += " "


def _introduced(document: Document, attending: Sequence[str]) -> dict[int, _List]:
    """By paragraph ordinal, what the items of its list inherit."""
    found: dict[int, _List] = {}
    known: dict[str, _List | None] = {}
    for paragraph in document.content():
        if paragraph.lead not in known:
            known[paragraph.lead] = _sentence_list(paragraph.lead, attending)
        inherited = known[paragraph.lead] or (
            None if paragraph.lead else _heading_list(paragraph.section)
        )
        if inherited:
            found[paragraph.ordinal] = inherited
    return found


def _sentence_list(lead: str, attending: Sequence[str]) -> _List | None:
    if not lead:
        return None
    undertaking = find_undertaking(read_sentence(lead, attending))
    if undertaking:
        return _List(lead, undertaking.strength, undertaking.owners)
    announced = _announced().search(fold(lead))
    if not announced:
        return _heading_list(lead, lead)
    noun = next(each for each in announced.groups() if each)
    return _List(lead, nouns_of_strength("list_heads")[_plain(noun)], ())


def _heading_list(heading: str, lead: str = "") -> _List | None:
    """A heading such as "Action items" or "4. Next steps:"."""
    strength = nouns_of_strength("list_heads").get(_plain(heading).removeprefix("the "))
    return _List(lead, strength, (), by_heading=not lead) if strength else None


def _plain(words: str) -> str:
    return " ".join(_HEADING_MARKS.sub(" ", fold(words)).lower().split())


def _items(
    document: Document,
    paragraph: Paragraph,
    meetings: Sequence[Meeting],
    inheriting: dict[int, _List],
    attending: Sequence[str],
) -> Iterator[ActionItem]:
    inherited = inheriting.get(paragraph.ordinal)
    leads = {each.lead for each in inheriting.values()}
    meeting = _meeting_of(document, paragraph, meetings)
    reference = meeting.dates.end if meeting and meeting.dates else document.date
    for draft in _drafts(paragraph, inherited, leads, attending):
        text = paragraph.text[draft.start : draft.end]
        lead = inherited.lead if inherited else ""
        due = find_due(text, reference) or find_due(lead, reference) or Due("", None)
        yield ActionItem(
            id="",
            text=text,
            lead=lead,
            owners=draft.owners,
            due_text=due.text,
            due=due.dates,
            strength=draft.strength,
            meeting=meeting.id if meeting else "",
            citation=document.cite(paragraph),
        )


def _drafts(
    paragraph: Paragraph,
    inherited: _List | None,
    leads: Collection[str],
    attending: Sequence[str],
) -> list[_Draft]:
    """The items of one paragraph; a sentence that only carries one on is joined to it."""
    text = paragraph.text
    spans = [span for span in sentence_spans(text) if span.end - span.start <= _LONGEST]
    drafts: list[_Draft] = []
    for index, span in enumerate(spans):
        said = span.of(text)
        inherits = inherited if index == 0 else None
        before = spans[index - 1] if index else None
        if drafts and before and drafts[-1].end == before.end and _carries_on(said):
            drafts[-1] = replace(drafts[-1], end=span.end)
        elif said not in leads and (inherits or may_undertake(said)):
            topic = _topic(before.of(text), attending) if before and _refers(said) else None
            sentence = read_sentence(said, attending, topic)
            found = find_undertaking(sentence) or (inherits and _inherit(sentence, inherits))
            if found:
                drafts.append(_Draft(span.start, span.end, found.strength, found.owners))
    return drafts


def _topic(sentence: str, attending: Sequence[str]) -> Actor | None:
    return read_sentence(sentence, attending).topic()


def _refers(sentence: str) -> bool:
    """Whether a sentence begins with a pronoun, or nearly: "In 2013 it will"."""
    return _pronoun().search(fold(sentence), 0, 60) is not None


def _carries_on(sentence: str) -> bool:
    """Whether a sentence only details the one before: "This would be circulated in July"."""
    return _continuing().match(fold(sentence)) is not None and _topic(sentence, ()) is None


def _inherit(sentence: Sentence, inherited: _List) -> Undertaking | None:
    """What a list's item is, taken with the line that introduces the list."""
    first = next(iter(sentence.actors), None)
    named = first if first and _DETERMINERS.fullmatch(sentence.text, 0, first.start) else None
    if _reports_only(sentence, named):
        return None
    assigned = _ASSIGNED.match(sentence.text, named.end) if named else None
    directive = is_deed(sentence.word(assigned.end() if assigned else 0)[0])
    if inherited.by_heading and not directive:
        return None
    owners = named.owners if named and assigned else ()
    return Undertaking(
        0, inherited.strength, owners or agents(sentence.text, sentence.actors) or inherited.owners
    )


def _reports_only(sentence: Sentence, named: Actor | None) -> bool:
    """Whether an item tells what was said or is so: "Members noted …", "Funding is …"."""
    following = sentence.word(named.end if named else 0)[0].lower()
    if following in words("reports"):
        return True
    states = _STATES.match(sentence.text)
    return states is not None and not any_word("subordinators").search(states[0])


def _meeting_of(
    document: Document, paragraph: Paragraph, meetings: Sequence[Meeting]
) -> Meeting | None:
    """The meeting a paragraph tells of: the reported one, or the one it sums up."""
    citation = document.cite(paragraph)
    reported = [each for each in meetings if each.reported_by == document.file]
    if not reported:
        return next((each for each in meetings if each.citation == citation), None)
    before = [each for each in reported if each.citation.ordinal <= paragraph.ordinal]
    return max(before or reported[:1], key=lambda each: each.citation.ordinal)


@cache
def _announced() -> re.Pattern[str]:
    """ "The following actions were agreed:", "Agreed next steps are:"."""
    nouns = alternation(nouns_of_strength("list_heads"))
    return re.compile(
        rf"\bfollowing\s+(?:[\w-]+\s+){{0,2}}?({nouns})\b"
        rf"|^\W*(?:the\s+)?(?:[\w-]+\s+){{0,2}}?({nouns})\s+(?:are|were|agreed|include|arising)\b",
        re.IGNORECASE,
    )


@cache
def _continuing() -> re.Pattern[str]:
    return re.compile(
        rf"(?:[A-Za-z]+,\s+)?{whole_words(words('carries_on')).pattern}", re.IGNORECASE
    )


@cache
def _pronoun() -> re.Pattern[str]:
    return whole_words(table("actors")["pronouns"])
